import { Failure } from '../failure.ts'
import { FIELDS } from './fields.ts'
import { contactById } from './interactions.ts'
import {
  type Contact,
  created,
  type Database,
  type Day,
  type ListName,
  REFERENCES,
  type Stamped,
  touch,
} from './model.ts'
import { displayName, namesOf } from './names.ts'
import { folded } from './text.ts'

export type ContactFields = Omit<Contact, keyof Stamped>
/** What an edit says of each field: a new value, or null to take it away. */
export type Changes<R> = { [K in keyof R]?: R[K] | null | undefined }

/** Adds somebody; an equal email or the same name is refused with the existing one named, unless forced. */
export function addContact(
  db: Database,
  fields: Changes<ContactFields> & { name: string },
  { force = false } = {},
): Contact {
  if (!force) refuseDouble(db, { emails: fields.emails ?? [], name: fields.name })
  const contact = created(db, 'contacts', { name: fields.name })
  applyChanges(contact, fields)
  return contact
}

/** Fails when somebody else has one of these addresses, or this name (accents ignored). */
export function refuseDouble(
  db: Database,
  { except, emails, name }: { except?: number; emails?: readonly string[]; name?: string },
): void {
  const verb = except === undefined ? 'add' : 'edit'
  const sought = new Set((emails ?? []).map(folded))
  const others = db.contacts.filter(each => each.id !== except)
  const sameEmail = others.find(each => each.emails?.some(email => sought.has(folded(email))))
  if (sameEmail) throw alreadyThere(sameEmail, 'that email address', verb)
  if (name === undefined) return
  const soughtName = bareName({ name })
  const sameName = others.find(each => bareName({ name: each.name }) === soughtName)
  if (sameName) throw alreadyThere(sameName, 'that name', verb)
}

/** Without title and degrees: "Dr. José Silva, MD" is the same name as "jose silva". */
function bareName(contact: Pick<Contact, 'name'>): string {
  const { first = '', last = '' } = namesOf(contact)
  return folded(`${first} ${last}`) || folded(contact.name)
}

function alreadyThere(contact: Contact, what: string, verb: string): Failure {
  return new Failure(
    'already-there',
    `${displayName(contact)} (#${contact.id}) has ${what} already.`,
    `netmed show ${contact.id}, or ${verb} all the same with --force`,
  )
}

/** Sets and takes away fields; an empty list is taken away too. */
export function applyChanges<R extends object>(record: R, changes: Changes<R>): void {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue
    const isGone = value === null || value === false || (Array.isArray(value) && !value.length)
    if (isGone) Reflect.deleteProperty(record, key)
    else Reflect.set(record, key, value)
  }
}

/** Adds a dated line at the end of the note; nothing that stood there is lost. */
export function appendNote(db: Database, id: number, text: string, today: Day): Contact {
  const contact = touch(db, contactById(db, id))
  const line = `${today}: ${text}`
  contact.note = contact.note ? `${contact.note}\n${line}` : line
  return contact
}

export function archive(db: Database, id: number, archived: boolean): Contact {
  const contact = contactById(db, id)
  if ((contact.archived ?? false) === archived) {
    throw new Failure(
      'already-there',
      `${displayName(contact)} is ${archived ? 'put aside already' : 'not put aside'}.`,
    )
  }
  touch(db, contact)
  if (archived) contact.archived = true
  else delete contact.archived
  return contact
}

/** Rests reminders of somebody until a day, or until woken, and counts it (practices P7, S6). */
export function quieten(db: Database, id: number, until: Day | 'until-woken'): Contact {
  const contact = touch(db, contactById(db, id))
  contact.quiet = until
  contact.snoozes = (contact.snoozes ?? 0) + 1
  return contact
}

export function wakeUp(db: Database, id: number): Contact {
  const contact = contactById(db, id)
  if (!contact.quiet) throw new Failure('already-there', `${displayName(contact)} is awake.`)
  delete touch(db, contact).quiet
  return contact
}

/** A record with no one left in it goes with the last of them. */
const GOES_WITH: readonly { list: ListName; field: string }[] = [
  { list: 'followUps', field: 'contact' },
  { list: 'questions', field: 'contact' },
  { list: 'interactions', field: 'contacts' },
]

/** Takes a record away, and with it every reference to it; a joint interaction keeps its other people. */
export function removeRecord(db: Database, list: ListName, id: number): void {
  const records: Stamped[] = db[list]
  const index = records.findIndex(record => record.id === id)
  if (index >= 0) records.splice(index, 1)
  for (const reference of REFERENCES.filter(each => each.to === list)) {
    const holders: Stamped[] = [...db[reference.list]]
    for (const holder of holders) dropReference(db, holder, reference, id)
  }
}

function dropReference(
  db: Database,
  holder: Stamped,
  reference: (typeof REFERENCES)[number],
  id: number,
): void {
  const value: unknown = Reflect.get(holder, reference.field)
  const left = Array.isArray(value) ? value.filter(each => each !== id) : []
  const isHit = Array.isArray(value) ? left.length < value.length : value === id
  if (!isHit) return
  const goes = GOES_WITH.some(
    each => each.list === reference.list && each.field === reference.field,
  )
  if (goes && !left.length && !nextPerson(holder)) {
    removeRecord(db, reference.list, holder.id)
    return
  }
  touch(db, holder)
  if (left.length) Reflect.set(holder, reference.field, left)
  else if (goes) promoteNext(holder)
  else Reflect.deleteProperty(holder, reference.field)
}

/** A planned meeting with several people outlives the first of them. */
function nextPerson(holder: Stamped): boolean {
  const others: unknown = Reflect.get(holder, 'others')
  return Array.isArray(others) && others.length > 0
}

function promoteNext(holder: Stamped): void {
  const others = Reflect.get(holder, 'others') as number[]
  const [first, ...rest] = others
  Reflect.set(holder, 'contact', first)
  if (rest.length) Reflect.set(holder, 'others', rest)
  else Reflect.deleteProperty(holder, 'others')
}

/** A record as `--json` shows it: every documented key, null or an empty list where nothing stands. */
export type RecordView = { id: number; uid: string } & Record<string, unknown>

/** Private fields, and membership of the support circle, are left out unless asked for (practice V2). */
export function recordView(
  list: ListName,
  record: Stamped,
  { withPrivate = false } = {},
): RecordView {
  const view: RecordView = { id: record.id, uid: record.uid }
  const hidden = !withPrivate && Reflect.get(record, 'private') === true
  for (const row of FIELDS[list]) {
    if (row.private && !withPrivate) continue
    const value: unknown = Reflect.get(record, row.name)
    const isHidden = hidden && CONTENT.has(row.name)
    view[row.name] = isHidden ? null : (value ?? (row.many ? [] : null))
  }
  if (Array.isArray(view.circles) && !withPrivate) {
    view.circles = view.circles.filter(circle => circle !== 'support')
  }
  view.createdAt = record.createdAt
  view.updatedAt = record.updatedAt ?? null
  return view
}

/** What a private record keeps to itself. */
const CONTENT = new Set(['detail', 'note', 'what', 'outcome', 'text', 'gave', 'place'])
