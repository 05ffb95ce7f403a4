import type { Context } from '../context.ts'
import type { LoopToOpen } from '../domain/due/opening.ts'
import { loopsSaid, type SaidLoop } from '../domain/log/said-loops.ts'
import { type Day, longDay } from '../domain/words/days.ts'
import { hasFigures } from '../domain/words/figures.ts'
import { readComingDay, seemsDay } from '../domain/words/read-days.ts'
import { oneLine } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import type { Typed } from './form.ts'
import { dayTyped } from './typed-days.ts'

/** What was agreed and by when. */
export interface Agreed {
  what: string
  due?: Day
}

/** Only a final `, by <date>` is a date, and is refused when it does not read; any other comma is text. */
export function readAgreed(text: string, ctx: Context): Agreed {
  const line = oneLine(text, 'text')
  const at = line.toLowerCase().lastIndexOf(', by ')
  const day = line.slice(at + 5)
  if (at < 0 || !seemsDay(day)) return { what: line }
  return { what: line.slice(0, at).trim(), due: readComingDay(dayTyped(day, ctx), ctx.today) }
}

// "by" belongs to the verb here, and the text would be another without it: "stop by friday".
const GOES_BY = /\b(?:stop|drop|come|swing|pass|go|run)(?:s|ping|ning|ing)?$/i

/** Also reads a final `by friday` without its comma, where the words after "by" are a day. */
export function readPromised(text: string, ctx: Context): Agreed {
  const read = readAgreed(text, ctx)
  const [, what, day] = /^(.*\S) by (\S.*)$/i.exec(read.what) ?? []
  if (read.due || !what || !day || GOES_BY.test(what)) return read
  try {
    return { what, due: readComingDay(dayTyped(day, ctx), ctx.today) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    // "by 9/17" is a day, and one that is past is no day to promise something for.
    if (hasFigures(day) && seemsDay(day)) throw error
    return read
  }
}

const CALLED = { promise: 'a promise', offer: 'an offer', advice: 'advice' } as const

/**
 * What the detail says must come back. On a terminal each is asked about; elsewhere the sure ones are taken and
 * the others named. A kind that was typed as a flag is not looked for.
 */
export async function loopsInDetail(
  ctx: Context,
  detail: string,
  { several, typed }: { several: boolean; typed: Typed },
): Promise<LoopToOpen[]> {
  const kept: LoopToOpen[] = []
  for (const loop of loopsSaid(detail, { several })) {
    if (typed[loop.kind] !== undefined) continue
    const read = readLoop(ctx, loop)
    const by = read.due ? `, by ${longDay(read.due)}` : ''
    const said = `${CALLED[loop.kind]}: ${read.what}${by}`
    if (ctx.ask && !ctx.options.json) {
      const message = `Sounds like ${said}. Keep it?`
      if (await ctx.ask.confirm({ message, fallback: true })) kept.push(read)
    } else if (loop.isSure) kept.push(read)
    else ctx.note(`Maybe ${said}. To keep such a thing, type it after --${loop.kind}.`)
  }
  return kept
}

/** The sure ones alone, without a question. */
export function sureLoops(ctx: Context, detail: string, several: boolean): LoopToOpen[] {
  const sure = loopsSaid(detail, { several }).filter(({ isSure }) => isSure)
  return sure.map(loop => readLoop(ctx, loop))
}

function readLoop(ctx: Context, { kind, what }: SaidLoop): LoopToOpen {
  try {
    // A day in advice is part of what they said.
    return { kind, ...(kind === 'advice' ? { what } : readPromised(what, ctx)) }
  } catch (error) {
    if (error instanceof Failure) return { kind, what }
    throw error
  }
}
