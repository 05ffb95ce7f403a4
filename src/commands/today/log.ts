import type { Context } from '../../context.ts'
import { carryOut, type LoggedView, type LogPlan, loggedView } from '../../domain/log/log-plan.ts'
import { Failure } from '../../failure.ts'
import type { Line, Verb } from '../../input/command.ts'
import { type Form, grouped } from '../../input/form.ts'
import { INTERACTION_FORM, readLog } from '../../input/interaction.ts'
import { LINES_HELP, readLogLines } from '../../input/log-lines.ts'
import { personForm } from '../../input/person.ts'
import { sayWritten } from '../../input/written-names.ts'
import { renderLogged, renderLoggedLines } from '../../render/interaction.ts'
import { logFromFile } from './log-file.ts'

// An interaction has a note of its own; the person's is written by `note`.
const PERSON = personForm({ without: ['note'] })

const LINES = {
  from: {
    flag: 'from',
    placeholder: 'file',
    help: 'log the lines of a text file, and mark them there',
    group: 'More about it',
    read: (text: string) => text,
  },
} as const

const FORM: Form = { ...INTERACTION_FORM, ...LINES, ...grouped('About someone new', PERSON) }

export const log: Verb = {
  words: 'log [who...]',
  says: 'log a time you met, talked or wrote',
  examples: [
    'netmed log coffee with priya yesterday about her cardiology rotation',
    'netmed log                             asks what happened',
    'netmed log priya lunch fri: the match list',
    'netmed log priya --kind coffee --detail "her cardiology rotation"',
    'netmed log hoff -k conference -o wed -d "the ablation registry she runs"',
    'netmed log chen, lee -k lunch --promise "send the abstract, by fri"',
    'netmed log "Sam Roth" --new --role resident -k rotation',
    'netmed log - < week.txt',
    'netmed log --from notes.txt',
  ],
  details:
    'A sentence names who, one occasion, one day and one place, in any order; what you talked about comes after ' +
    '"about" or a colon. ' +
    'To log several at once, type - instead of names: then a line each, as you type or from a file, ' +
    'a sentence or the day, who, what kind, and the detail last, parted by semicolons or commas.\n  tue; chen; office-hours; her grant advice\n' +
    'With --from FILE the lines are those of a text file that you jot into, on your phone for example. What is logged ' +
    'gets a ✓ at the start of its line and is passed over the next time; nothing else in the file changes. A line that ' +
    'is not clear is asked about, or named and left as it is.',
  form: FORM,
  dayFlag: 'on',
  async act(ctx, line) {
    if (line.args[0] === '-') return logLines(ctx, line)
    if (line.typed.from !== undefined) return logFile(ctx, line)
    const plan = await readLog(ctx, line, { verb: 'log', person: PERSON, isSentence: true })
    ctx.changed(await carriedOut(ctx, plan), renderLogged)
  },
}

async function carriedOut(ctx: Context, plan: LogPlan): Promise<LoggedView> {
  const { db, answer } = await ctx.store.update(db => carryOut(db, plan, ctx.today))
  sayWritten(ctx, plan.fresh, answer.added)
  return loggedView(ctx.told(db), answer, ctx.today)
}

async function logLines(ctx: Context, line: Line): Promise<void> {
  refuseMore({ ...line, args: line.args.slice(1) }, 'log -')
  const { planned, skipped } = await readLogLines(ctx)
  for (const bad of skipped) ctx.note(`Line ${bad.number} was skipped: ${bad.why}`)
  const { db, answer } = await ctx.store.update(db =>
    planned.map(({ plan }) => carryOut(db, plan, ctx.today)),
  )
  const views = answer.map(logged => loggedView(ctx.told(db), logged, ctx.today))
  const whole = {
    interactions: views.map(view => view.interaction),
    logged: views,
    skipped,
    opened: views.flatMap(view => view.opened),
    settled: views.flatMap(view => view.settled),
  }
  ctx.changed(whole, renderLoggedLines)
}

async function logFile(ctx: Context, { args, typed }: Line): Promise<void> {
  const { from, ...more } = typed
  refuseMore({ args, typed: more }, 'log --from')
  await logFromFile(ctx, String(from))
}

/** Whatever was typed besides would be ignored, so it is refused. */
function refuseMore({ args, typed }: Pick<Line, 'args' | 'typed'>, what: string): void {
  const flags = Object.keys(typed).map(key => `--${FORM[key]?.flag ?? key}`)
  const [more] = [...args, ...flags]
  if (more === undefined) return
  throw new Failure(
    'usage',
    `${what} takes everything from its lines, so leave out ${more}.`,
    LINES_HELP,
  )
}
