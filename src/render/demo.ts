import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

interface DemoAnswer {
  demo: {
    folder: string
    file: string
    /** How netmed is started here. */
    program: string
    commands: readonly { line: string; output: string; isBefore: boolean }[]
  }
}

/** A student's days with netmed, read as on their terminal. */
export function renderDemo({ demo }: DemoAnswer, screen: Screen): string {
  const { theme } = screen
  const say = (text: string) => wrap(visible(text), screen.columns)
  const prompt = (line: string) => `$ ${theme.command(line)}`
  const before = demo.commands.filter(command => command.isBefore)
  const today = demo.commands.filter(command => !command.isBefore)
  const next: Row[] = [
    [{ text: `${demo.program} --file ${demo.file} due`, paint: theme.command }, 'look around'],
    [{ text: `${demo.program} init`, paint: theme.command }, 'begin your own'],
  ]
  return [
    say('Jo is a second-year medical student. Over the last weeks Jo has typed:'),
    '',
    ...before.map(command => prompt(command.line)),
    '',
    say('Today Jo comes home from a conference with a new name.'),
    // What the commands said was made fit for this screen when they said it.
    ...today.flatMap(({ line, output }) => ['', prompt(line), output.trimEnd()]),
    '',
    say(
      `Nothing was sent. Everything of this demo is in ${demo.folder} and may be thrown away; what is yours was not touched.`,
    ),
    columns(next, { width: screen.columns }),
  ].join('\n')
}
