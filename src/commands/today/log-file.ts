import type { Context } from '../../context.ts'
import { type CarriedOut, carryOutNew, onFile, planView } from '../../domain/log/log-lines.ts'
import { loggedView } from '../../domain/log/log-plan.ts'
import type { Day } from '../../domain/words/days.ts'
import { Failure } from '../../failure.ts'
import { type JottedFileLine, jottedLines, withMarks } from '../../formats/jotted-file.ts'
import { type LeftLine, noLine, type PlannedLine, readLines } from '../../input/log-lines.ts'
import { remembered } from '../../input/remembered.ts'
import { sayWritten } from '../../input/written-names.ts'
import { jottedQuestion, jottedShown, renderLoggedFile } from '../../render/jotted.ts'
import type { JottedFile } from '../../store/jotted-file.ts'

const MOST_LINES = 500

/**
 * Logs the lines of a text file that have no mark yet, all in one change, and marks them there. The data
 * first: what is on file already is not logged again, so that a crash in between does no harm.
 */
export async function logFromFile(ctx: Context, path: string): Promise<void> {
  const file = ctx.jotted(path)
  const lines = jottedLines(file.bytes)
  const open = lines.filter(line => !line.isMarked)
  if (open.length > MOST_LINES) throw tooMany(open.length)
  const marked = lines.length - open.length
  const asks = ctx.ask !== null && !ctx.options.json
  const { planned, skipped } = await linesRead(ctx, file, open, { asks })
  if (!planned.length && !marked && !asks) throw noLine(skipped)
  for (const { number, why, wasAsked } of skipped) {
    if (!wasAsked) ctx.note(`Line ${number} was left as it is: ${why}`)
  }
  if (asks && open.length && !(planned.length && (await isYes(ctx, planned)))) {
    ctx.note('Nothing was logged.')
    return
  }
  const { db, answer } = await ctx.store.update(db => {
    rememberDays(ctx, file, planned)
    const plans = planned.map(({ plan }) => plan)
    return carryOutNew(db, plans, ctx.today)
  })
  const isMarked = markedIn(ctx, file, open, planned)
  const told = ctx.told(db)
  const logged = answer.flatMap(each => ('logged' in each ? [each.logged] : []))
  const names = planned.flatMap(({ plan }) => plan.fresh)
  sayWritten(
    ctx,
    names,
    logged.flatMap(({ added }) => added),
  )
  const views = logged.map(each => loggedView(told, each, ctx.today))
  const whole = {
    file: file.path,
    interactions: views.map(view => view.interaction),
    logged: views,
    already: alreadyIn(answer, planned),
    skipped,
    /** Lines that got a mark now, and that had one before. */
    marked: isMarked ? planned.map(({ number }) => number) : [],
    markedBefore: marked,
    opened: views.flatMap(view => view.opened),
    settled: views.flatMap(view => view.settled),
  }
  ctx.changed(whole, renderLoggedFile)
}

function tooMany(count: number): Failure {
  return new Failure(
    'usage',
    `${count} lines without a mark are too many at once.`,
    `Log at most ${MOST_LINES} at a time: put the others into a file of their own.`,
  )
}

/** The lines that read, each as of the day on which it was first read where no mark was written then. */
async function linesRead(
  ctx: Context,
  file: JottedFile,
  open: readonly JottedFileLine[],
  options: { asks: boolean },
): Promise<{ planned: PlannedLine[]; skipped: LeftLine[] }> {
  const days = remembered(ctx.store, memoryKey(file))
  const unreadable = open.filter(({ text }) => text === undefined)
  const readable = open.flatMap(({ number, text }) => {
    if (text === undefined) return []
    const today: Day = typeof days[text] === 'string' ? days[text] : ctx.today
    return [{ number, text, today }]
  })
  const { planned, skipped } = await readLines(ctx, ctx.store.read(), readable, options)
  const bad = unreadable.map(({ number }) => ({ number, why: 'it is not text in UTF-8.' }))
  return { planned, skipped: [...skipped, ...bad].sort((a, b) => a.number - b.number) }
}

function memoryKey({ key }: JottedFile): string {
  return `jotted-${key}`
}

/** Until its mark is there, "yesterday" in a line must go on to mean the same day. */
function rememberDays(ctx: Context, file: JottedFile, planned: readonly PlannedLine[]): void {
  const days = planned.map(({ text, today }) => [text, today])
  ctx.store.memory.write(memoryKey(file), JSON.stringify(Object.fromEntries(days)))
}

async function isYes(ctx: Context, planned: readonly PlannedLine[]): Promise<boolean> {
  if (ctx.options.yes) return true
  const db = ctx.store.read()
  const there = onFile(
    db,
    planned.map(({ plan }) => plan),
  )
  const shown = planned.map(({ number, plan }, index) => ({
    number,
    ...planView(db, plan),
    there: there[index]?.id ?? null,
  }))
  ctx.note(jottedShown(shown, ctx.host.stderr.columns))
  return ctx.ask?.confirm({ message: jottedQuestion(shown), fallback: true }) ?? false
}

/** Marks the lines; says why where they could not be, as what is logged stays so. */
function markedIn(
  ctx: Context,
  file: JottedFile,
  open: readonly JottedFileLine[],
  planned: readonly PlannedLine[],
): boolean {
  const numbers = new Set(planned.map(({ number }) => number))
  const lines = open.filter(({ number }) => numbers.has(number))
  if (!lines.length) return true
  const again = 'What is logged is not logged twice: the next time, its lines only get their marks.'
  try {
    if (file.replace(withMarks(file.bytes, lines))) {
      ctx.store.memory.forget(memoryKey(file))
      return true
    }
    ctx.note(`${file.path} was changed meanwhile, so no line was marked. ${again}`)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    ctx.note(`${error.message} No line was marked. ${again}`)
  }
  return false
}

function alreadyIn(
  answer: readonly CarriedOut[],
  planned: readonly PlannedLine[],
): { line: number; id: number }[] {
  return answer.flatMap((each, index) => {
    const line = planned[index]?.number
    return 'there' in each && line !== undefined ? [{ line, id: each.there.id }] : []
  })
}
