import type { Contact, Database, Event, FollowUp, Interaction, Occasion } from '../data/model.ts'
import { hasName } from '../people/identity.ts'

type Records = Pick<Readonly<Database>, 'interactions' | 'followUps'>

/** The latest email or message from me to them. */
export function myMailTo(db: Records, contact: Contact): Interaction | undefined {
  return lastWith(db, contact, each => isWritten(each) && each.by !== 'them')
}

/** The latest time we met or spoke, in person, by phone or by video. */
export function meetingWith(db: Records, contact: Contact): Interaction | undefined {
  return lastWith(db, contact, each => !isWritten(each) && !HEARD.has(each.kind))
}

/** There they may have spoken to a full room, and never to me. */
export const HEARD: ReadonlySet<Occasion> = new Set<Occasion>([
  'lecture',
  'panel',
  'seminar',
  'grand-rounds',
])

function lastWith(
  { interactions }: Records,
  { id }: Contact,
  counts: (interaction: Interaction) => boolean,
): Interaction | undefined {
  let last: Interaction | undefined
  for (const each of interactions) {
    if (!each.contacts.includes(id) || !counts(each)) continue
    if (!last || each.on > last.on || (each.on === last.on && each.id > last.id)) last = each
  }
  return last
}

function isWritten({ kind }: Interaction): boolean {
  return kind === 'email' || kind === 'message'
}

/** Whether they spoke at this event. */
export function spokeAt(event: Event | undefined, contact: Contact): boolean {
  return event?.speakers?.some(name => hasName(contact, name)) === true
}

/** What they advised or suggested last, open or closed. */
export function givenBy(
  db: Records,
  contact: Contact,
  kind: 'advice' | 'resource',
): FollowUp | undefined {
  const given = db.followUps.filter(each => each.kind === kind && each.contact === contact.id)
  return given.find(each => !each.closed) ?? given.at(-1)
}
