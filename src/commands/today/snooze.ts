import type { Context } from '../../context.ts'
import { numberTyped, recordByNumber } from '../../domain/data/records.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { openFollowUp, postpone } from '../../domain/log/follow-ups.ts'
import { draftsToTell } from '../../domain/mail/mail-loops.ts'
import { contactView, quieten, wakeUp } from '../../domain/people/contacts.ts'
import type { When } from '../../domain/words/days.ts'
import { dayEcho } from '../../domain/words/days.ts'
import { readWhen } from '../../domain/words/read-days.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { askedWho } from '../../input/person.ts'
import { pickPerson } from '../../input/pick.ts'
import { renderAwake, renderQuiet } from '../../render/contact.ts'
import { renderMoved } from '../../render/follow-up.ts'

const WHEN = {
  when: {
    help: 'until when',
    required: true,
    ask: 'Until when?',
    read: readComing,
  },
} as const

export const snooze: Verb = {
  words: 'snooze [who] [when...]',
  says: 'put off a follow-up, or pause reminders about someone',
  examples: [
    'netmed snooze 9 "next wed"',
    'netmed snooze priya 3w',
    'netmed snooze priya      until you say: netmed snooze priya off',
  ],
  async act(ctx, { args }) {
    if (args.at(-1)?.toLowerCase() === 'off') return endRest(ctx, args.slice(0, -1))
    const [first, ...rest] = args
    const who = first ?? (await askedWho(ctx, []))
    const when = rest.length ? rest.join(' ') : undefined
    const number = numberOfOther(ctx, who)
    if (number !== undefined) await moveFollowUp(ctx, number, when)
    else await letRest(ctx, who, when)
  },
}

/** The number that was typed, if it is that of a record and of no person. */
function numberOfOther(ctx: Context, who: string): number | undefined {
  const number = numberTyped(who)
  if (number === undefined) return undefined
  return recordByNumber(ctx.store.read(), number).list === 'contacts' ? undefined : number
}

async function endRest(ctx: Context, words: readonly string[]): Promise<void> {
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

async function moveFollowUp(ctx: Context, number: number, said: string | undefined): Promise<void> {
  openFollowUp(ctx.store.read(), number)
  const { when } = await fillIn(ctx, WHEN, { when: said })
  const { db, answer } = await ctx.store.update(db => postpone(db, number, when))
  const told = ctx.told(db)
  const [followUp = null] = followUpViews(told, [answer], ctx.today)
  const tell = followUp ? draftsToTell(told, answer) : []
  ctx.changed({ today: ctx.today, followUp, tell }, renderMoved)
}

async function letRest(ctx: Context, who: string, said: string | undefined): Promise<void> {
  const { id } = await pickPerson(ctx, ctx.store.read(), who)
  const until = said === undefined ? null : readComing(said, ctx).day
  const { db } = await ctx.store.update(db => quieten(db, id, until ?? 'until-woken'))
  const contact = contactView(ctx.told(db), id)
  ctx.changed({ today: ctx.today, contact, until }, renderQuiet)
}

/** A later day, or a later hour of today. */
function readComing(text: string, { today, time }: Pick<Context, 'today' | 'time'>): When {
  const when = readWhen(text.replace(/^until\s+/i, ''), today, { lean: 'ahead' })
  if (when.day > today || (when.day === today && when.time && when.time > time)) return when
  throw new Failure(
    'usage',
    `${dayEcho(when.day, today)} is not after today.`,
    'Give a later day: tomorrow, fri, 2w.',
  )
}
