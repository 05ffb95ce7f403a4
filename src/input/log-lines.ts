import type { Context } from '../context.ts'
import type { Database } from '../domain/data/model.ts'
import { isDayAlone, type JottedLine, readJotted } from '../domain/log/jotted-line.ts'
import type { LogPlan } from '../domain/log/log-plan.ts'
import { type Known, knownOf } from '../domain/log/sentence-parts.ts'
import type { Said } from '../domain/log/sentence-said.ts'
import { detailOfOne } from '../domain/log/whose-detail.ts'
import { textKindOf } from '../domain/review/patient.ts'
import { type Day, longDay } from '../domain/words/days.ts'
import { listed, oneLine, plainName } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { asTyped } from './did-you-mean.ts'
import { cleanLine, type SkippedLine, typedLines } from './lines.ts'
import { sureLoops } from './said-loops.ts'
import { answerTo } from './sentence.ts'
import { warnOfPatients } from './warn.ts'

export const LINES_HELP = 'One contact per line: tue; chen; office-hours; her grant advice'

/** A line, and the day as of which "yesterday" is read in it. */
export interface LineToRead {
  /** Counts from 1. */
  number: number
  text: string
  today: Day
}

/** A line that was read. */
export interface PlannedLine extends LineToRead {
  plan: LogPlan
}

/** A line that was not read, also after it was asked about. */
export interface LeftLine extends SkippedLine {
  wasAsked?: boolean
}

type AskedLine = Extract<JottedLine, { is: 'asked' }>

/**
 * Reads lines from stdin, each a sentence or fields in any order: `tue; chen; office-hours; her grant
 * advice`. Lines that do not read are given back with the reason.
 */
export async function readLogLines(
  ctx: Context,
): Promise<{ planned: PlannedLine[]; skipped: SkippedLine[] }> {
  const db = ctx.store.read()
  const known = knownOf(db, ctx.today)
  const read = (line: string) => planOf(ctx, known, line, readJotted(known, line))
  const lines = await typedLines(ctx, { read })
  const numbered = lines.map((text, index) => ({ number: index + 1, text, today: ctx.today }))
  const found = await readLines(ctx, db, numbered)
  if (!found.planned.length) throw noLine(found.skipped)
  return found
}

export function noLine(skipped: readonly SkippedLine[]): Failure {
  const reasons = skipped.map(each => `Line ${each.number}: ${each.why}`)
  return new Failure('usage', 'No line could be read.', reasons.join('\n') || LINES_HELP)
}

/**
 * Reads each line that says something. One that is not clear is asked about, where `asks`, and else given
 * back with the reason.
 */
export async function readLines(
  ctx: Context,
  db: Database,
  lines: readonly LineToRead[],
  { asks = false }: { asks?: boolean } = {},
): Promise<{ planned: PlannedLine[]; skipped: LeftLine[] }> {
  const planned: PlannedLine[] = []
  const skipped: LeftLine[] = []
  const names = knownOf(db, ctx.today)
  let heading: Heading | undefined
  for (const line of lines) {
    if (!line.text.trim()) continue
    const { number } = line
    let wasAsked = false
    try {
      const clean = { ...line, text: cleanLine(line.text) }
      const known = { ...names, today: clean.today }
      const jotted = readJotted(known, clean.text)
      wasAsked = asks && jotted.is === 'asked'
      if (isDayAlone(jotted)) heading = { number, on: jotted.said.on ?? clean.today }
      const isOpen = jotted.is === 'asked' && heading?.number !== number
      const read = asks && isOpen ? await askedAbout(ctx, known, clean, jotted) : jotted
      const whole = await underHeading(ctx, read, { heading, asks })
      planned.push({ ...line, plan: planOf(ctx, known, clean.text, whole) })
    } catch (error) {
      if (!(error instanceof Failure) || error.kind === 'interrupted') throw error
      skipped.push({ number, why: error.message, ...(wasAsked && { wasAsked }) })
    }
  }
  for (const { interaction } of planned.map(({ plan }) => plan)) {
    const how = { as: textKindOf(interaction.kind) }
    warnOfPatients(ctx, db, [interaction.detail, interaction.note], how)
  }
  return { planned, skipped }
}

/** A line that is nothing but a day. */
interface Heading {
  number: number
  on: Day
  /** Whether the lines below it are of that day, once it was asked. */
  isMeant?: boolean | undefined
}

/** A line of no day below one that is a day alone: how far that one reaches is a guess, so it is asked. */
async function underHeading(
  ctx: Context,
  read: JottedLine,
  { heading, asks }: { heading: Heading | undefined; asks: boolean },
): Promise<JottedLine> {
  if (!heading || read.is === 'asked' || read.said.on !== undefined) return read
  if (asks) {
    const message = `Line ${heading.number} is a day alone. Were the lines below it on ${longDay(heading.on)}?`
    heading.isMeant ??= await ctx.ask?.confirm({ message, fallback: true })
  }
  if (heading.isMeant) return { ...read, said: { ...read.said, on: heading.on } }
  const why = `it says no day, and line ${heading.number} is a day alone. Write the day in the line.`
  throw new Failure('usage', why)
}

/** Fails with what is not clear in the line and how to write it. */
function planOf(ctx: Context, { db, today }: Known, line: string, read: JottedLine): LogPlan {
  if (read.is === 'asked') throw new Failure('usage', whyNot(line, read))
  const { contacts, fresh, kind, on, by, place, event, detail } = read.said
  const { note } = read
  return {
    contacts: contacts.map(each => each.id),
    fresh: fresh.map(name => plainName(name, 'name')),
    person: {},
    interaction: {
      kind: kind ?? event?.kind ?? 'met',
      on: on ?? today,
      by,
      place,
      ...(detail && detailOfOne(db, contacts, oneLine(detail, 'detail'))),
      note: note && oneLine(note, 'note'),
    },
    event: event?.id,
    options: detail ? { opens: sureLoops(ctx, detail, contacts.length + fresh.length > 1) } : {},
  }
}

/** Asks until the line is clear; as it was where no answer was given. */
async function askedAbout(
  ctx: Context,
  known: Known,
  line: LineToRead,
  asked: AskedLine,
): Promise<JottedLine> {
  let read: JottedLine = asked
  let words = line.text
  let allowNew = false
  ctx.note(`Line ${line.number}: ${line.text}`)
  while (read.is === 'asked') {
    const answer = await answered(ctx, read, words)
    if (!answer) return asked
    words = answer.words ?? words
    allowNew ||= answer.areNew === true
    const next: JottedLine = readJotted(known, words, { allowNew })
    read = { ...next, note: next.note ?? asked.note }
  }
  return read
}

/** Undefined where the line is left as it is. */
async function answered(
  ctx: Context,
  read: AskedLine,
  words: string,
): Promise<{ words?: string; areNew?: boolean } | undefined> {
  const isAlone = read.open === 'who'
  const answer = isAlone ? undefined : await answerTo(ctx, read)
  if (answer === 'none' || !ctx.ask) return undefined
  if (answer) return { ...answer, words: answer.words?.join(' ') ?? words }
  const what = isAlone ? read.why : `${read.why} Type it another way.`
  const typed = await ctx.ask.text({ message: `${what} Enter leaves the line as it is` })
  if (!typed.trim()) return undefined
  const clean = oneLine(typed, 'line')
  return { words: isAlone ? withWho(words, read.said, clean) : clean }
}

/** The line with the people that were asked for: before what it was about. */
function withWho(words: string, { detail }: Said, who: string): string {
  return detail ? `${who}, ${words}` : `${words}, ${who}`
}

function whyNot(line: string, asked: AskedLine): string {
  if (asked.open === 'who') return `no one on file is named in "${line.trim()}"`
  const lines = asked.instead.map(({ verb, words }) =>
    verb === 'log' ? words.join(' ') : asTyped([verb, ...words]),
  )
  return lines.length ? `${asked.why} Write: ${listed(lines, 'or')}` : asked.why
}
