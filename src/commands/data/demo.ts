import type { Context, Host } from '../../context.ts'
import type { Verb } from '../../input/command.ts'
import { pathTyped, programTyped } from '../../input/program.ts'
import { renderDemo } from '../../render/demo.ts'
import type { Home } from '../../store/places.ts'

/** What was typed over the last weeks; their answers are not shown. */
const BEFORE = [
  'netmed me --name "Jo Park" --stage MS2 --school Bayview --interest cardiology',
  'netmed add "Priya Nair" --role peer --every 4w',
  'netmed log priya -k coffee -o "5 weeks ago" -d "her cardiology rotation"',
  'netmed add "Marcus Lee" --role faculty --specialty "critical care"',
  'netmed sent research lee -o "3 days ago"',
  'netmed add "Omar Aziz" --role resident',
  'netmed log omar -o "4 days ago" --promise "send him the abstract, by today"',
  'netmed add "Dr. Maya Chen" --role faculty --email maya.chen@example.org',
  'netmed log chen -k office-hours -o yesterday -d "the advice on finding a mentor"',
]

/** The main job, from somebody new to the calendar. */
const TODAY = [
  'netmed add "Dr. Lena Hoff, MD" --role attending --email lena.hoff@example.org',
  'netmed log hoff -k conference -o "2 days ago" -d "the ablation registry"',
  'netmed due',
  'netmed draft event-followup hoff --set resource="the 2024 registry report"',
  'netmed sent hoff',
  'netmed export ics',
]

/** A command line of the demo and everything it said. */
export interface DemoCommand {
  line: string
  output: string
  /** Typed before today, so that only the line is shown. */
  isBefore: boolean
}

export const demo: Verb = {
  words: 'demo',
  says: 'look around in a made-up network',
  examples: ['netmed demo'],
  details: 'Your own data is not read or changed. The people are made up.',
  async act(ctx) {
    const home = ctx.scratch('demo')
    const commands: DemoCommand[] = []
    for (const line of BEFORE) commands.push(await typed(ctx, home, line, true))
    for (const line of TODAY) commands.push(await typed(ctx, home, line, false))
    const { folder, dataFile: file } = home
    const program = programTyped(ctx.host)
    const next = {
      look: `${program} --file ${pathTyped(file, ctx.host)} due`,
      begin: `${program} init`,
    }
    ctx.show({ demo: { folder, file, program, commands, next } }, renderDemo)
  },
}

async function typed(
  ctx: Context,
  home: Home,
  line: string,
  isBefore: boolean,
): Promise<DemoCommand> {
  const said: string[] = []
  const { columns, rows, colorLevel } = ctx.host.stdout
  const screen = {
    isTTY: true,
    columns,
    rows,
    colorLevel: ctx.options.json || !ctx.options.color ? 0 : colorLevel,
    write: (text: string) => {
      said.push(text)
    },
  }
  const world: Partial<Host> = {
    env: home.env,
    cwd: () => home.folder,
    stdin: { isTTY: false, read: () => '', bytes: () => new Uint8Array() },
    stdout: screen,
    stderr: screen,
    ask: null,
  }
  const [, ...words] = shellWords(line)
  const code = await ctx.run(words, world)
  const output = said.join('')
  if (code !== 0) throw new Error(`"${line}" ended with ${code}.\n${output}`)
  return { line, output, isBefore }
}

/** As a shell splits a line: at blanks, double quotes keep words together. */
function shellWords(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''))
}
