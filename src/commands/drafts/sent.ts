import type { Context } from '../../context.ts'
import { loopOf } from '../../domain/mail/drafts.ts'
import { refuseSecondNudge } from '../../domain/mail/mail.ts'
import { readPastDay } from '../../domain/words/read-days.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { askedWho } from '../../input/person.ts'
import { pickEach } from '../../input/pick.ts'
import { type DraftedMail, lastDraft, logSentToAll } from '../../input/sent.ts'
import { renderLogged } from '../../render/interaction.ts'

const FORM = {
  on: {
    flag: 'on',
    short: 'o',
    placeholder: 'day',
    help: 'the day it went out (today)',
    read: (text: string, ctx: Context) =>
      readPastDay(text, ctx.today, 'Log it on the day you send it.'),
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
    const people = await pickEach(ctx, db, await askedWho(ctx, words))
    const [contact] = people
    const drafted = lastDraft(ctx, contact)
    const isSame = drafted && (!name || drafted.template === name)
    const mail = isSame ? drafted : await mailFrom(ctx, name, contact.id)
    if (mail.template) refuseSecondNudge(db, contact, mail.template)
    ctx.changed(await logSentToAll(ctx, people, mail, on), renderLogged)
  },
}

/** A mail of that template that was not drafted here lately, or one written elsewhere. */
async function mailFrom(ctx: Context, name: string | undefined, id: number): Promise<DraftedMail> {
  if (!name) return {}
  const template = await ctx.templates.get(name)
  const db = ctx.publicPart()
  const contact = db.contacts.find(each => each.id === id)
  const loop = contact && loopOf(db, { template, contact })
  return {
    template: name,
    opens: template.opens,
    settles: loop ? [loop.id] : [],
  }
}
