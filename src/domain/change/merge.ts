import { Failure } from '../../failure.ts'
import { FIELDS } from '../data/fields.ts'
import { copyOf } from '../data/lens.ts'
import {
  type Contact,
  type Database,
  type FollowUp,
  type ListName,
  type OpenFollowUp,
  REFERENCES,
  type Stamped,
  touch,
} from '../data/model.ts'
import { contactById, type RecordView, recordView, removeRecord } from '../data/records.ts'
import { idsIn, replaceIds } from '../data/references.ts'
import { type FieldRow, isPair, type MergeRule, setValue, valueIn } from '../data/rows.ts'
import { type FollowUpView, followUpViews } from '../due/loops.ts'
import { close, isOpen } from '../due/opening.ts'
import { factWords, labelOf } from '../pages/record-page.ts'
import { appendNote } from '../people/contacts.ts'
import { displayName } from '../people/names.ts'
import { type Day, longDay } from '../words/days.ts'
import { folded } from '../words/text.ts'

/** What became of one field of the person who goes. */
export interface Joined {
  /** The key in the record. */
  name: string
  label: string
  /** What the other one had, in words. */
  value: string
  /** `taken`: there was none; `added`: to a list or a text; `noted`: another stands, so the note keeps it. */
  how: 'taken' | 'added' | 'noted'
}

export interface Merge {
  today: Day
  /** The one who stays, as they are then. */
  contact: RecordView
  name: string
  /** The one who goes. */
  gone: { id: number; name: string }
  joined: Joined[]
  /** How many records lead to the one who stays now, by kind. */
  moved: Record<'interactions' | 'followUps' | 'questions' | 'contacts' | 'other', number>
  /** Open loops that stood twice, and so are let go once. */
  settled: FollowUpView[]
}

/** Which state of the two the question was asked about. */
export type Shown = readonly Pick<Stamped, 'id' | 'rev' | 'updatedAt'>[]

/** What making one person of two would do; tried on a copy, so that it says exactly what happens. */
export function mergeOf(db: Database, ids: { keep: number; other: number }, today: Day): Merge {
  return merged(copyOf(db), ids, { today })
}

/**
 * Makes one person of two: every value and every record of the other goes to the one who stays, under
 * their number; what they already have in another way is kept in the note. Fails when one of them is no
 * longer as `shown`.
 */
export function merged(
  db: Database,
  { keep, other }: { keep: number; other: number },
  { today, shown = [] }: { today: Day; shown?: Shown },
): Merge {
  if (keep === other) {
    throw new Failure('usage', `That is the same person twice: #${keep}.`, 'netmed merge')
  }
  const contact = contactById(db, keep)
  const gone = contactById(db, other)
  for (const before of shown) mustBeAsShown(contactById(db, before.id), before)
  touch(db, contact)
  const joined = joinFields(db, contact, gone, today)
  const moved = repoint(db, { from: other, to: keep })
  const twice = letGoTwice(db, contact, today)
  // Nothing leads to them any more.
  removeRecord(db, 'contacts', other)
  return {
    today,
    contact: recordView(db, 'contacts', contact),
    name: displayName(contact),
    gone: { id: other, name: displayName(gone) },
    joined,
    moved,
    settled: followUpViews(db, twice, today),
  }
}

function mustBeAsShown(contact: Contact, { rev, updatedAt }: Shown[number]): void {
  if (contact.rev === rev && contact.updatedAt === updatedAt) return
  throw new Failure(
    'busy',
    `${displayName(contact)} (#${contact.id}) was changed meanwhile, so nothing was merged.`,
    'Look again: netmed merge',
  )
}

// Fields

/** What stands then, where a value is no thing that the user wrote down of them. */
type Rule = (own: unknown, theirs: unknown) => unknown

const RULES: Readonly<Record<Exclude<MergeRule, 'sorted'>, Rule>> = {
  // Whoever is a contact, awake or here under one number is so under the other.
  both: (own, theirs) => (own && theirs ? true : undefined),
  later: (own, theirs) => [own, theirs].filter(Boolean).sort().at(-1),
  larger: (own, theirs) => Math.max(Number(own ?? 0), Number(theirs ?? 0)) || undefined,
}

function joinFields(db: Database, contact: Contact, gone: Contact, today: Day): Joined[] {
  const joined: Joined[] = []
  const noted: string[] = []
  const tell: Tell = (row, how, value) => {
    // How far off a day is would only confuse.
    const words = row.type === 'day' ? longDay(String(value)) : factWords(db, row, value, today)
    joined.push({ name: row.name, label: labelOf(row), value: words, how })
    if (how === 'noted') noted.push(`${labelOf(row)}: ${writtenValue(db, row, value)}`)
  }
  for (const row of FIELDS.contacts) {
    const own = valueIn(contact, row)
    const theirs = valueIn(gone, row)
    if (row.merge && row.merge !== 'sorted') setValue(contact, row, RULES[row.merge](own, theirs))
    else if (theirs !== undefined && !isSelf(row, theirs, contact)) {
      if (own === undefined) {
        setValue(contact, row, theirs)
        tell(row, 'taken', theirs)
      } else joinValues(contact, row, { own, theirs, tell })
    }
  }
  noted.push(...joinUnknown(contact, gone))
  if (contact.introducedBy === gone.id) delete contact.introducedBy
  if (noted.length) {
    appendNote(db, contact.id, `merged with #${gone.id}; ${noted.join('; ')}`, today)
  }
  return joined
}

type Tell = (row: FieldRow, how: Joined['how'], value: unknown) => void

interface Values {
  own: unknown
  theirs: unknown
  tell: Tell
}

/** Both have something there. */
function joinValues(contact: Contact, row: FieldRow, { own, theirs, tell }: Values): void {
  if (Array.isArray(own) && Array.isArray(theirs)) {
    const fresh = theirs.filter(each => !own.some(known => isSame(known, each)))
    const all = [...own, ...fresh]
    // Its lines begin with their day.
    setValue(contact, row, row.merge === 'sorted' ? all.sort() : all)
    if (fresh.length) tell(row, 'added', fresh)
  } else if (row.type === 'text') {
    if (String(own).includes(String(theirs))) return
    setValue(contact, row, `${own}\n${theirs}`)
    tell(row, 'added', theirs)
  } else if (row.type === 'birthday' && String(theirs).endsWith(String(own).slice(1))) {
    // The same day, and one of them knows the year.
    if (String(own).startsWith('--')) setValue(contact, row, theirs)
  } else if (row.type === 'birthday' && String(own).endsWith(String(theirs).slice(1))) return
  else if (!isSame(own, theirs)) tell(row, 'noted', theirs)
}

/** Accents count, as one of the two spellings would be lost; capitals do not. */
function isSame(one: unknown, other: unknown): boolean {
  if (isPair(one) && isPair(other)) {
    return one.contact === other.contact && isSame(one.text, other.text)
  }
  return String(one).trim().toLowerCase() === String(other).trim().toLowerCase()
}

/** That one introduced the other is no longer true. */
function isSelf(row: FieldRow, value: unknown, contact: Contact): boolean {
  return row.name === 'introducedBy' && value === contact.id
}

const STAMPS: ReadonlySet<string> = new Set(['id', 'uid', 'createdAt', 'updatedAt', 'rev'])

/** Fields that a later version or a hand wrote are kept too. */
function joinUnknown(contact: Contact, gone: Contact): string[] {
  const known = new Set(FIELDS.contacts.map(row => row.name))
  return Object.entries(gone).flatMap(([key, value]) => {
    if (known.has(key) || STAMPS.has(key)) return []
    const own = valueIn(contact, { name: key })
    if (own === undefined) setValue(contact, { name: key }, value)
    const isKept = own === undefined || JSON.stringify(own) === JSON.stringify(value)
    return isKept ? [] : [`${key}: ${JSON.stringify(value)}`]
  })
}

/** A value as it reads in years too: no day is so far off. */
function writtenValue(db: Database, { type, to }: FieldRow, value: unknown): string {
  if (type === 'rhythm') return value === 0 ? 'none' : `${value}d`
  if (type === 'reference' && to === 'contacts') {
    const contact = db.contacts.find(each => each.id === value)
    return contact ? `${displayName(contact)} (#${contact.id})` : `#${value}`
  }
  return String(value)
}

// Records

/** Everything that leads to one person leads to the other, once each. */
function repoint(db: Database, { from, to }: { from: number; to: number }): Merge['moved'] {
  const moved = { interactions: 0, followUps: 0, questions: 0, contacts: 0, other: 0 }
  const counted = new Set<Stamped>()
  for (const reference of REFERENCES.filter(each => each.to === 'contacts')) {
    const { list } = reference
    const holders: Stamped[] = db[list]
    for (const holder of holders) {
      if (!idsIn(holder, reference).includes(from)) continue
      touch(db, holder)
      replaceIds(holder, reference, id => (id === from ? to : id))
      if (!counted.has(holder)) moved[isCounted(list) ? list : 'other']++
      counted.add(holder)
    }
  }
  for (const followUp of db.followUps) if (counted.has(followUp)) oncePerMeeting(followUp)
  return moved
}

function isCounted(list: ListName): list is Exclude<keyof Merge['moved'], 'other'> {
  return (
    list === 'interactions' || list === 'followUps' || list === 'questions' || list === 'contacts'
  )
}

/** Somebody who was invited under both numbers comes once. */
function oncePerMeeting(followUp: FollowUp): void {
  const others = followUp.others?.filter(id => id !== followUp.contact)
  if (!others || others.length === followUp.others?.length) return
  if (others.length) followUp.others = others
  else delete followUp.others
}

/** The same loop open under both numbers is one: the younger is let go. */
function letGoTwice(db: Database, { id }: Contact, today: Day): FollowUp[] {
  const seen = new Set<string>()
  const twice: OpenFollowUp[] = []
  for (const followUp of db.followUps) {
    if (!isOpen(followUp) || followUp.contact !== id) continue
    const { kind, what, due = '', others = [], private: isPrivate = false } = followUp
    const key = JSON.stringify([kind, folded(what), due, others, isPrivate])
    if (seen.has(key)) twice.push(followUp)
    seen.add(key)
  }
  return twice.map(followUp => close(db, followUp, today, { how: 'dropped' }))
}
