import { Failure } from '../../failure.ts'
import { type Contact, created, type Database, touch } from '../data/model.ts'
import {
  applyChanges,
  type Changes,
  type ContactFields,
  contactById,
  type RecordView,
  recordView,
} from '../data/records.ts'
import type { Day } from '../words/days.ts'
import { LONGEST, refuseLonger } from '../words/text.ts'
import { namesakes, ownersOf, profileOwners } from './identity.ts'
import { displayName } from './names.ts'

/** Adds somebody; an address, profile or name that is there is refused with its owner named, unless forced. */
export function addContact(
  db: Database,
  fields: Changes<ContactFields> & { name: string },
  { force = false } = {},
): Contact {
  if (!force) {
    const { name, emails, links } = fields
    refuseDouble(db, { name, emails: emails ?? [], links: links ?? [] })
  }
  const contact = created(db, 'contacts', { name: fields.name })
  applyChanges(contact, fields)
  return contact
}

/** Fails when somebody else has one of these addresses or profiles, or this name however it is written. */
export function refuseDouble(
  db: Database,
  {
    except,
    emails = [],
    links = [],
    name,
  }: { except?: number; emails?: readonly string[]; links?: readonly string[]; name?: string },
): void {
  const verb = except === undefined ? 'add' : 'edit'
  const others = db.contacts.filter(each => each.id !== except)
  const [sameEmail] = ownersOf(others, emails)
  if (sameEmail) throw alreadyThere(sameEmail, 'that email address', verb)
  const [sameProfile] = profileOwners(others, links)
  if (sameProfile) throw alreadyThere(sameProfile, 'that profile', verb)
  if (name === undefined) return
  const [sameName] = namesakes(others, name)
  if (sameName) throw alreadyThere(sameName, 'that name', verb)
}

function alreadyThere(contact: Contact, what: string, verb: string): Failure {
  return new Failure(
    'already-there',
    `${displayName(contact)} (#${contact.id}) already has ${what}.`,
    `netmed show ${contact.id}, or ${verb} anyway with --force`,
  )
}

/** Somebody as an answer shows them. */
export function contactView(db: Database, id: number): RecordView & { displayName: string } {
  const contact = contactById(db, id)
  return { ...recordView(db, 'contacts', contact), displayName: displayName(contact) }
}

/** Adds a dated line at the end of the note; nothing that stood there is lost. */
export function appendNote(db: Database, id: number, text: string, today: Day): Contact {
  const contact = contactById(db, id)
  const line = `${today}: ${text}`
  const note = contact.note ? `${contact.note}\n${line}` : line
  refuseLonger(note, 'note', LONGEST.text)
  touch(db, contact).note = note
  return contact
}

export function archive(db: Database, id: number, archived: boolean): Contact {
  const contact = contactById(db, id)
  if ((contact.archived ?? false) === archived) {
    throw new Failure(
      'already-there',
      `${displayName(contact)} is ${archived ? 'already archived' : 'not archived'}.`,
    )
  }
  touch(db, contact)
  if (archived) contact.archived = true
  else delete contact.archived
  return contact
}

/** Rests reminders of somebody until a day, or until woken, and counts it. */
export function quieten(db: Database, id: number, until: Day | 'until-woken'): Contact {
  const contact = touch(db, contactById(db, id))
  contact.quiet = until
  contact.snoozes = (contact.snoozes ?? 0) + 1
  return contact
}

export function wakeUp(db: Database, id: number): Contact {
  const contact = contactById(db, id)
  if (!contact.quiet)
    throw new Failure('already-there', `Reminders about ${displayName(contact)} are already on.`)
  delete touch(db, contact).quiet
  return contact
}
