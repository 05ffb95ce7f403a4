import type { Context } from '../context.ts'
import type { Contact } from '../domain/data/model.ts'
import { followUpViews } from '../domain/due/loops.ts'
import { type LoggedView, loggedView } from '../domain/log/log-plan.ts'
import { leftOpen, recordSent, type SentMail } from '../domain/mail/mail.ts'
import { type Day, dayEcho } from '../domain/words/days.ts'
import { remembered } from './remembered.ts'
import { forgetTyped } from './typed-before.ts'

/** A mail that was written here, before it is known to be sent. */
export type DraftedMail = Omit<SentMail, 'contacts' | 'on'>

/** Kept in the state folder: which mail was written last to somebody, so that `sent` needs no more words. */
export function rememberDraft(ctx: Context, contact: Contact, mail: DraftedMail): void {
  ctx.store.memory.write(memoryKey(contact), JSON.stringify(mail))
}

/** The last mail written to somebody; undefined when it was forgotten. */
export function lastDraft(ctx: Context, contact: Contact): DraftedMail | undefined {
  const mail = remembered(ctx.store, memoryKey(contact))
  // Written by `rememberDraft`; whoever edits the state folder gets at worst another subject.
  return Object.keys(mail).length ? (mail as DraftedMail) : undefined
}

/** Forgets the mails written to somebody who is removed, and what was typed for them. */
export function forgetDrafts(ctx: Context, contact: Contact): void {
  ctx.store.memory.forget(memoryKey(contact))
  forgetTyped(ctx, contact)
}

function memoryKey(contact: Contact): string {
  return `draft-${contact.uid}`
}

/** Logs the mail as sent, with all that follows from it. */
export function logSent(
  ctx: Context,
  contact: Contact,
  mail: DraftedMail,
  on: Day,
): Promise<LoggedView> {
  return logSentToAll(ctx, [contact], mail, on)
}

/** The same of one mail to several: it is one email with all of them, and each may answer. */
export async function logSentToAll(
  ctx: Context,
  people: readonly Contact[],
  mail: DraftedMail,
  on: Day,
): Promise<LoggedView> {
  const contacts = people.map(each => each.id)
  const { db, answer } = await ctx.store.update(db =>
    recordSent(db, { ...mail, contacts, on }, ctx.today),
  )
  for (const each of people) rememberDraft(ctx, each, {})
  const told = ctx.told(db)
  for (const { id, what } of followUpViews(
    told,
    leftOpen(db, { ...mail, contacts, on }),
    ctx.today,
  )) {
    ctx.note(`Still open, as it came after ${dayEcho(on, ctx.today)}: #${id} ${what}.`)
  }
  return loggedView(told, answer, ctx.today)
}
