import type { Context } from '../../context.ts'
import type { FollowUp } from '../../domain/data/model.ts'
import { isRange, type Numbers, numbersTyped, onlyNumber } from '../../domain/data/numbers.ts'
import { numberTyped, recordByNumber } from '../../domain/data/records.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { isThereAlready, openFollowUp, postpone } from '../../domain/log/follow-ups.ts'
import { draftsToTell } from '../../domain/mail/mail-loops.ts'
import { contactView, quieten, wakeUp } from '../../domain/people/contacts.ts'
import { peopleNumbered } from '../../domain/people/numbered.ts'
import { type Day, dayEcho, type When } from '../../domain/words/days.ts'
import { readWhen } from '../../domain/words/read-days.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { askedWho } from '../../input/person.ts'
import { pickPerson } from '../../input/pick.ts'
import { dayTyped } from '../../input/typed-days.ts'
import { renderAwake, renderQuiet } from '../../render/contact.ts'
import { renderMoved } from '../../render/follow-up.ts'
import { renderAwakeMany, renderPutOff } from '../../render/several.ts'
import { loopsMeant } from './several.ts'

const WHEN = {
  when: {
    help: 'until when',
    required: true,
    ask: 'Until when?',
    read: untilTyped,
  },
} as const

export const snooze: Verb = {
  words: 'snooze [who] [when...]',
  says: 'put off a follow-up, or pause reminders about someone',
  examples: [
    'netmed snooze 9 "next wed"',
    'netmed snooze 45 51 39 fri',
    'netmed snooze 45-48 1w',
    'netmed snooze priya 3w',
    'netmed snooze priya      until you say: netmed snooze priya off',
  ],
  details:
    'A range takes the open follow-ups in it; you see them first and are asked. For a meeting 1w and ' +
    '"next wed" count from its own day.',
  async act(ctx, { args }) {
    if (args.at(-1)?.toLowerCase() === 'off') return endRest(ctx, args.slice(0, -1))
    const several = severalAndWhen(args, ctx)
    if (several) return putOffSeveral(ctx, several)
    const [first, ...rest] = args
    const who = first ?? (await askedWho(ctx, []))
    const when = rest.length ? rest.join(' ') : undefined
    const number = numberOfOther(ctx, who)
    if (number !== undefined) await moveFollowUp(ctx, number, when)
    else await letRest(ctx, who, when)
  },
}

interface SeveralAndWhen {
  numbers: Numbers[]
  when: string | undefined
}

/**
 * Several numbers and ranges and, behind them, until when: as many numbers as leave words that say a day, so
 * that `9 25 nov` is one number and a day. Undefined where what comes first is one number, or a name.
 */
function severalAndWhen(
  args: readonly string[],
  ctx: Pick<Context, 'today' | 'read'>,
): SeveralAndWhen | undefined {
  const readings = args.flatMap((_, index) => {
    const numbers = numbersTyped(args.slice(0, index + 1).join(' '))
    const when = args.slice(index + 1).join(' ') || undefined
    return numbers ? [{ numbers, when }] : []
  })
  const meant = readings.findLast(({ when }) => saysDay(when, ctx)) ?? readings.at(-1)
  if (!meant || onlyNumber(meant.numbers) !== undefined) return undefined
  if (meant.when !== undefined || args.length < 2) return meant
  throw new Failure(
    'usage',
    `The day comes last, and "${args.at(-1)}" is only a number.`,
    `netmed snooze ${args.join(' ')} fri`,
  )
}

function saysDay(text: string | undefined, ctx: Pick<Context, 'today' | 'read'>): boolean {
  if (text === undefined) return false
  try {
    return readWhen(withoutUntil(dayTyped(text, ctx)), ctx.today, { lean: 'ahead' }) !== null
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

/** Moves the loops and lets reminders of the people among the numbers rest. */
async function putOffSeveral(ctx: Context, { numbers, when: said }: SeveralAndWhen): Promise<void> {
  const before = ctx.store.read()
  const isPerson = (each: Numbers) =>
    !isRange(each) && recordByNumber(before, each.from).list === 'contacts'
  const people = peopleNumbered(before, numbers.filter(isPerson))
  const ofLoops = numbers.filter(each => !isPerson(each))
  const { when: until } = await fillIn(ctx, WHEN, { when: said })
  const loops = await loopsMeant(ctx, ofLoops, { question: 'Put them off?' })
  // Those that wait until then already are left as they are, unless nothing would be moved at all.
  const stays = (loop: FollowUp) => isThereAlready(loop, until(loop))
  const isMoving = people.length > 0 || !loops.every(stays)
  const isMeant = loops.length > 0 || !ofLoops.length
  const { db, answer } = isMeant
    ? await ctx.store.update(db => ({
        moved: loops.map(loop => {
          const isLeft = isMoving && stays(loop)
          return isLeft ? openFollowUp(db, loop.id) : postpone(db, loop.id, until(loop))
        }),
        quiet: people.map(({ id }) => quieten(db, id, until().day)),
      }))
    : { db: before, answer: { moved: [], quiet: [] } }
  const told = ctx.told(db)
  const followUps = answer.moved.flatMap(loop =>
    followUpViews(told, [loop], ctx.today).map(followUp => ({
      followUp,
      tell: draftsToTell(told, loop),
    })),
  )
  const contacts = answer.quiet.map(({ id }) => contactView(told, id))
  ctx.changed({ today: ctx.today, until: until().day, followUps, contacts }, renderPutOff)
}

/** The number that was typed, if it is that of a record and of no person. */
function numberOfOther(ctx: Context, who: string): number | undefined {
  const number = numberTyped(who)
  if (number === undefined) return undefined
  return recordByNumber(ctx.store.read(), number).list === 'contacts' ? undefined : number
}

async function endRest(ctx: Context, words: readonly string[]): Promise<void> {
  const numbers = numbersTyped(words.join(' '))
  if (numbers && onlyNumber(numbers) === undefined) return endRests(ctx, numbers)
  const who = await askedWho(ctx, words)
  const number = numberOfOther(ctx, who)
  if (number !== undefined) {
    throw new Failure(
      'usage',
      `#${number} is not a person; off only turns a person's reminders back on.`,
      `For another day: netmed snooze ${number} tomorrow`,
    )
  }
  const { id } = await pickPerson(ctx, ctx.store.read(), who)
  const { db } = await ctx.store.update(db => wakeUp(db, id))
  ctx.changed({ contact: contactView(ctx.told(db), id) }, renderAwake)
}

async function endRests(ctx: Context, numbers: readonly Numbers[]): Promise<void> {
  const people = peopleNumbered(ctx.store.read(), numbers)
  const { db } = await ctx.store.update(db => people.map(({ id }) => wakeUp(db, id)))
  const contacts = people.map(({ id }) => contactView(ctx.told(db), id))
  ctx.changed({ contacts }, renderAwakeMany)
}

async function moveFollowUp(ctx: Context, number: number, said: string | undefined): Promise<void> {
  const loop = openFollowUp(ctx.store.read(), number)
  const { when: until } = await fillIn(ctx, WHEN, { when: said })
  const { db, answer } = await ctx.store.update(db => postpone(db, number, until(loop)))
  const told = ctx.told(db)
  const [followUp = null] = followUpViews(told, [answer], ctx.today)
  const tell = followUp ? draftsToTell(told, answer) : []
  ctx.changed({ today: ctx.today, followUp, tell }, renderMoved)
}

async function letRest(ctx: Context, who: string, said: string | undefined): Promise<void> {
  const { id } = await pickPerson(ctx, ctx.store.read(), who)
  const until = said === undefined ? null : untilTyped(said, ctx)().day
  const { db } = await ctx.store.update(db => quieten(db, id, until ?? 'until-woken'))
  const contact = contactView(ctx.told(db), id)
  ctx.changed({ today: ctx.today, contact, until }, renderQuiet)
}

/** Until when, for one loop or anything else: a meeting moves on from its own day. */
type Until = (loop?: FollowUp) => When

/** A later day, or a later hour of today; fails at once when it is none. */
function untilTyped(typed: string, ctx: Pick<Context, 'today' | 'time' | 'read'>): Until {
  const text = dayTyped(typed, ctx)
  const until: Until = loop => {
    const isAhead = loop?.kind === 'meeting' && loop.due !== undefined && loop.due > ctx.today
    return readComing(text, ctx, isAhead ? loop.due : undefined)
  }
  until()
  return until
}

function readComing(
  text: string,
  { today, time }: Pick<Context, 'today' | 'time'>,
  movedFrom: Day | undefined,
): When {
  const when = readWhen(withoutUntil(text), today, { lean: 'ahead', movedFrom })
  if (when.day > today || (when.day === today && when.time && when.time > time)) return when
  throw new Failure(
    'usage',
    `${dayEcho(when.day, today)} is not after today.`,
    'Give a later day: tomorrow, fri, 2w.',
  )
}

function withoutUntil(text: string): string {
  return text.replace(/^until\s+/i, '')
}
