import type { Context } from '../context.ts'
import type { PublicPart } from '../domain/data/lens.ts'
import type { Contact, Database, FollowUp } from '../domain/data/model.ts'
import { numberTyped } from '../domain/data/records.ts'
import type { Template } from '../domain/data/templates.ts'
import { followUpViews, openLoops } from '../domain/due/loops.ts'
import { openFollowUp } from '../domain/log/follow-ups.ts'
import { isAbout, MOVING, movesToTell } from '../domain/mail/mail-loops.ts'
import { displayName } from '../domain/people/names.ts'
import { Failure } from '../failure.ts'
import { pickEach } from './pick.ts'

/** A follow-up that a mail is about, and to whom of its people it goes. */
export interface LoopMeant {
  loop: FollowUp
  people: [Contact, ...Contact[]]
}

/**
 * The follow-up whose number is the first of the words, with its people, or of a meeting with several those
 * whom the other words name; undefined where the first word is no such number.
 */
export async function loopMeant(
  ctx: Context,
  db: Database,
  [first = '', ...rest]: readonly string[],
): Promise<LoopMeant | undefined> {
  const number = numberTyped(first)
  if (!db.followUps.some(each => each.id === number) || number === undefined) return undefined
  const loop = openFollowUp(db, number)
  const ids = [loop.contact, ...(loop.others ?? [])]
  const theirs = db.contacts.filter(({ id }) => ids.includes(id))
  const named = rest.length ? await pickEach(ctx, db, rest) : theirs
  const other = named.find(each => !theirs.includes(each))
  if (other) {
    throw new Failure(
      'usage',
      `#${number} is not with ${displayName(other)}.`,
      `netmed show ${number}`,
    )
  }
  const untold = named.filter(each => !loop.told?.includes(each.id))
  const [contact, ...others] = rest.length || !untold.length ? named : untold
  if (contact) return { loop, people: [contact, ...others] }
  throw new Failure(
    'usage',
    `#${number} is with no one, so there is no one to write to.`,
    'netmed due',
  )
}

/** The template for what is most urgent with this person, or for this loop alone; undefined where none fits. */
export function templateFor(
  db: Database,
  contact: Contact,
  { loop, today }: { loop?: FollowUp | undefined; today: string },
): string | undefined {
  const moves = movesToTell(db, contact, today)
  if (loop ? moves.some(each => each.id === loop.id) : moves.length) return MOVING
  const loops = openLoops(db, today).filter(each =>
    loop ? each.followUp === loop.id : each.contact?.id === contact.id,
  )
  return loops.find(each => each.template)?.template ?? undefined
}

/** Fails where a mail from this template is about something else than this loop. */
export function mustBeAbout(
  db: PublicPart,
  { loop, people: [contact] }: LoopMeant,
  { template, today }: { template: Template; today: string },
): void {
  if (isAbout(db, loop, { template, contact })) return
  const [view] = followUpViews(db, [loop], today)
  throw new Failure(
    'usage',
    `The ${template.name} email is not about #${loop.id}: ${view?.what}.`,
    `netmed draft ${template.name} ${contact.id}`,
  )
}
