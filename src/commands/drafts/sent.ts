import type { Context } from '../../context.ts'
import type { Contact } from '../../domain/data/model.ts'
import {
  refuseSecondNudge,
  type SentMail,
  sentAlike,
  settleableByMail,
} from '../../domain/mail/mail.ts'
import { loopOf } from '../../domain/mail/mail-loops.ts'
import { displayName } from '../../domain/people/names.ts'
import { isOnFile } from '../../domain/review/claims.ts'
import { type Day, onDay } from '../../domain/words/days.ts'
import { isDayWords, readPastDay } from '../../domain/words/read-days.ts'
import { listed } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { type LoopMeant, loopMeant, mustBeAbout, templateFor } from '../../input/loop-meant.ts'
import { askedWho } from '../../input/person.ts'
import { pickEach } from '../../input/pick.ts'
import { type DraftedMail, lastDraft, logSentToAll } from '../../input/sent.ts'
import { unprovenFailure } from '../../input/slots.ts'
import { dayTyped } from '../../input/typed-days.ts'
import { renderLogged } from '../../render/interaction.ts'

const FORM = {
  on: {
    flag: 'on',
    short: 'o',
    placeholder: 'day',
    help: 'the day it went out (today)',
    loose: isDayWords,
    read: (text: string, ctx: Context) =>
      readPastDay(dayTyped(text, ctx), ctx.today, 'Log it on the day you send it.'),
  },
} as const

export const sent: Verb = {
  words: 'sent [words...]',
  says: 'log the email you drafted as sent',
  examples: ['netmed sent hoff', 'netmed sent panel chen --on yesterday'],
  form: FORM,
  async act(ctx, { args, typed }) {
    const { on = ctx.today } = await fillIn(ctx, FORM, typed)
    const names = new Set(ctx.templates.names())
    const name = args.find(word => names.has(word))
    const words = args.filter(word => word !== name)
    const db = ctx.store.read()
    // By a number nothing private is told, as in a draft.
    const meant = await loopMeant(ctx, ctx.publicPart(), words)
    const people = meant?.people ?? (await pickEach(ctx, db, await askedWho(ctx, words)))
    const [contact] = people
    const drafted = lastDraft(ctx, contact)
    const isSame = drafted && (!name || drafted.template === name) && isOf(drafted, meant)
    const mail = isSame ? drafted : await mailFrom(ctx, { name, contact, meant, on })
    if (mail.template) refuseSecondNudge(db, { contact, today: ctx.today }, mail.template)
    if (!isSame) nameSentAlike(ctx, people, { ...mail, on })
    ctx.changed(await logSentToAll(ctx, people, mail, on), renderLogged)
  },
}

/** Whoever logs a mail twice may mean one; and two on one day are possible. */
function nameSentAlike(
  ctx: Context,
  people: readonly Contact[],
  mail: Omit<SentMail, 'contacts'>,
): void {
  const alike = sentAlike(ctx.asked(), { ...mail, contacts: people.map(each => each.id) })
  if (!alike) return
  const names = listed(people.map(displayName))
  ctx.note(
    `You already logged an email to ${names} ${onDay(mail.on, ctx.today)} (#${alike.id}). If this is the same one: netmed undo`,
  )
}

/** A mail written elsewhere settles what was typed and nothing else. */
function settled(ctx: Context, { loop, people: [contact] }: LoopMeant): number {
  const can = settleableByMail(ctx.store.read(), contact.id)
  if (can.some(each => each.id === loop.id)) return loop.id
  throw new Failure(
    'usage',
    `An email alone doesn't mark #${loop.id} as done.`,
    `To log one to ${displayName(contact)}: netmed sent ${contact.id}`,
  )
}

function isOf({ settles }: DraftedMail, meant: LoopMeant | undefined): boolean {
  return !meant || settles?.includes(meant.loop.id) === true
}

/** A mail of that template that was not drafted here lately, or one written elsewhere. */
async function mailFrom(
  ctx: Context,
  said: { name: string | undefined; contact: Contact; meant: LoopMeant | undefined; on: Day },
): Promise<DraftedMail> {
  const { meant } = said
  const db = ctx.publicPart()
  const { today } = ctx
  const contact = db.contacts.find(each => each.id === said.contact.id)
  const name = said.name ?? (meant && templateFor(db, said.contact, { loop: meant.loop, today }))
  if (!name) return meant ? { settlesOnly: [settled(ctx, meant)] } : {}
  const template = await ctx.templates.get(name)
  if (meant) mustBeAbout(db, meant, { template, today })
  const loop = meant?.loop ?? (contact && loopOf(db, { template, contact, today }))
  if (template.needs.includes('mail')) {
    const before = { ...db, interactions: db.interactions.filter(each => each.on <= said.on) }
    const about = { contact: said.contact, template, today }
    if (!isOnFile('mail', before, about)) throw unprovenFailure(db, about, ['mail'])
  }
  return {
    template: name,
    opens: template.opens,
    settles: loop ? [loop.id] : [],
  }
}
