import type { Context } from '../../context.ts'
import { numberTyped, recordByNumber, recordView } from '../../domain/data/records.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { openFollowUp, postpone } from '../../domain/log/follow-ups.ts'
import { quieten, wakeUp } from '../../domain/people/contacts.ts'
import { displayName } from '../../domain/people/names.ts'
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
    help: 'until which day',
    required: true,
    ask: 'Until which day?',
    read: readComing,
  },
} as const

export const snooze: Verb = {
  words: 'snooze [who] [when...]',
  says: 'move a follow-up, or let reminders of somebody rest',
  examples: [
    'netmed snooze 9 "next wed"',
    'netmed snooze priya 3w',
    'netmed snooze priya      until you say: netmed wake priya',
  ],
  async act(ctx, { args: [first, ...rest] }) {
    const who = first ?? (await askedWho(ctx, []))
    const when = rest.length ? rest.join(' ') : undefined
    const number = numberTyped(who)
    const isFollowUp =
      number !== undefined && recordByNumber(ctx.store.read(), number).list !== 'contacts'
    if (isFollowUp) await moveFollowUp(ctx, number, when)
    else await letRest(ctx, who, when)
  },
}

export const wake: Verb = {
  words: 'wake [who...]',
  says: 'end a rest: reminders of somebody come again',
  examples: ['netmed wake priya'],
  async act(ctx, { args }) {
    const { id } = await pickPerson(ctx, ctx.store.read(), await askedWho(ctx, args))
    const { answer: contact } = await ctx.store.update(db => wakeUp(db, id))
    const view = { ...recordView('contacts', contact), displayName: displayName(contact) }
    ctx.changed({ contact: view }, renderAwake)
  },
}

async function moveFollowUp(ctx: Context, number: number, said: string | undefined): Promise<void> {
  openFollowUp(ctx.store.read(), number)
  const { when } = await fillIn(ctx, WHEN, { when: said })
  const { db, answer } = await ctx.store.update(db => postpone(db, number, when))
  const withPrivate = !ctx.options.json
  const [followUp] = followUpViews(db, [answer], ctx.today, { withPrivate })
  ctx.changed({ today: ctx.today, followUp }, renderMoved)
}

async function letRest(ctx: Context, who: string, said: string | undefined): Promise<void> {
  const { id } = await pickPerson(ctx, ctx.store.read(), who)
  const until = said === undefined ? null : readComing(said, ctx).day
  const { answer: contact } = await ctx.store.update(db => quieten(db, id, until ?? 'until-woken'))
  const view = { ...recordView('contacts', contact), displayName: displayName(contact) }
  ctx.changed({ today: ctx.today, contact: view, until }, renderQuiet)
}

/** A later day, or a later hour of today. */
function readComing(text: string, { today, time }: Pick<Context, 'today' | 'time'>): When {
  const when = readWhen(text.replace(/^until\s+/i, ''), today, { lean: 'ahead' })
  if (when.day > today || (when.day === today && when.time && when.time > time)) return when
  throw new Failure(
    'usage',
    `${dayEcho(when.day, today)} is no later than today.`,
    'Give a day still to come: tomorrow, fri, 2w.',
  )
}
