import { FIELDS, KINDS } from '../data/fields.ts'
import { publicFields } from '../data/lens.ts'
import {
  byList,
  type Contact,
  type Database,
  type FollowUp,
  type Interaction,
  type ListName,
  REFERENCES,
  type Stamped,
} from '../data/model.ts'
import { contactPhrase } from '../data/occasions.ts'
import { type AnyRecord, type RecordView, recordByNumber, recordView } from '../data/records.ts'
import { idsIn } from '../data/references.ts'
import { type FieldRow, isPair, type Pair, valueIn } from '../data/rows.ts'
import { followUpViews } from '../due/loops.ts'
import { displayName } from '../people/names.ts'
import { handlesOf, type LoopPerson, personOf } from '../people/people.ts'
import {
  birthdayWords,
  type Day,
  dayEcho,
  durationWords,
  everyWords,
  longDay,
} from '../words/days.ts'
import { byText, listed } from '../words/text.ts'

export interface Fact {
  label: string
  text: string
}

/** Another record that this one came from, opened, settled or holds. */
export interface Link {
  /** How it belongs to this one: `opened`, `settled`, `came from`. */
  how: string
  id: number
  name: string
  day: Day | null
}

/** What `show` says of a record that is not a person. */
export interface RecordPage {
  today: Day
  list: ListName
  record: RecordView
  /** One line that says what it is, with the names of its people. */
  title: string
  people: LoopPerson[]
  facts: Fact[]
  note: string | null
  links: Link[]
  /** What to type next. */
  command: string
}

/** The page of a follow-up, interaction, event, season or question; of a person only the head. */
export function recordPage(db: Database, found: AnyRecord, today: Day): RecordPage {
  const { list, record } = found
  const view = recordView(db, list, record)
  return {
    today,
    list,
    record: view,
    title: titleOf(db, found, today),
    people: peopleOf(db, list, record).map(personOf),
    facts: factsOf(db, list, view, today),
    note: typeof view.note === 'string' ? view.note : null,
    links: linksOf(db, found, today),
    command: commandFor(db, found, today),
  }
}

/** The record under its noun, with what it is called; a person's own name stays as typed. */
export function underNoun(list: ListName, record: RecordView, title: string) {
  const called = list === 'contacts' ? { displayName: title } : { name: title }
  return { [KINDS[list].noun]: { ...record, ...called } }
}

/** A record that a change altered, under its noun; nothing where the data do not show it. */
export function recordAnswer(
  db: Database,
  { list, id }: { list: ListName; id: number },
  today: Day,
) {
  const isThere = db[list].some(each => each.id === id)
  if (!isThere) return {}
  const { record, title } = recordPage(db, recordByNumber(db, id), today)
  return underNoun(list, record, title)
}

/** What a record is called in a sentence: a name, what to do, or the occasion with its people. */
export function titleOf(db: Database, { list, record }: AnyRecord, today: Day): string {
  if (list === 'contacts') return displayName(record)
  if (list === 'interactions') return interactionWords(db, record)
  if (list === 'questions') return record.text
  if (list !== 'followUps') return record.name
  return followUpViews(db, [record], today)[0]?.what ?? record.what
}

/** `coffee with Priya Nair and Omar Aziz`. */
function interactionWords(db: Database, interaction: Interaction): string {
  const names = listed(peopleOf(db, 'interactions', interaction).map(displayName))
  return contactPhrase(interaction.kind, interaction.by, names)
}

function peopleOf(db: Database, list: ListName, record: Stamped): Contact[] {
  const ids = PEOPLE[list].flatMap(reference => idsIn(record, reference))
  // A detail is of one of them, and some were told of a move.
  return [...new Set(ids)].flatMap(id => db.contacts.filter(each => each.id === id))
}

/** Whom a record is with; a person is with nobody. */
const PEOPLE = byList(list =>
  REFERENCES.filter(each => each.list === list && list !== 'contacts' && each.to === 'contacts'),
)

/** The filled fields of a record, in the order of the table and in words. */
function factsOf(db: Database, list: ListName, view: RecordView, today: Day): Fact[] {
  const rows = FIELDS[list].filter(row => row.page === 'line')
  const facts = rows.flatMap(row => {
    const text = factWords(db, row, view[row.name], today)
    return text ? [{ label: labelOf(row), text }] : []
  })
  if (!view.closed) return facts
  const ended = view.closed === 'done' ? 'settled' : 'let go'
  return [...facts, { label: ended, text: dayEcho(String(view.closedOn), today) }]
}

/** The word for a field that the user knows from its flag. */
export function labelOf(row: FieldRow): string {
  // "No every" is no English.
  if (row.type === 'rhythm') return 'rhythm'
  const word = row.flag ?? row.name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  return word.replaceAll('-', ' ')
}

/** A value of a record as it is said; empty when there is none. */
export function factWords(db: Database, row: FieldRow, value: unknown, today: Day): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) {
    return value.map(each => factWords(db, row, each, today)).join(', ')
  }
  if (value === true) return 'yes'
  switch (row.type) {
    case 'day':
      return dayEcho(String(value), today)
    case 'birthday':
      return birthdayWords(String(value))
    case 'rhythm':
      return value === 0 ? 'none' : `every ${everyWords(Number(value))}`
    case 'choice':
      return String(value).replaceAll('-', ' ')
    case 'reference':
      return nameOfReference(db, row, Number(value))
    case 'words':
      return Object.entries(value)
        .map(([name, text]) => `${name}: ${text}`)
        .join(' · ')
    case 'minutes':
      return durationWords(Number(value))
    default:
      return isPair(value) ? pairWords(db, row, value) : String(value)
  }
}

function pairWords(db: Database, row: FieldRow, { contact, text }: Pair): string {
  return `${nameOfReference(db, row, contact)}: ${text}`
}

function nameOfReference(db: Database, row: FieldRow, id: number): string {
  if (row.to === 'contacts') {
    const contact = db.contacts.find(each => each.id === id)
    return contact ? displayName(contact) : `#${id}`
  }
  return db.events.find(each => each.id === id)?.name ?? `#${id}`
}

function linksOf(db: Database, { list, record }: AnyRecord, today: Day): Link[] {
  const interaction = (how: string, id: number | undefined): Link[] =>
    db.interactions
      .filter(each => each.id === id)
      .map(each => ({ how, id: each.id, name: interactionWords(db, each), day: each.on }))
  const loops = (how: string, followUps: FollowUp[]): Link[] =>
    followUpViews(db, followUps, today).map(view => {
      return { how, id: view.id, name: view.what, day: view.due }
    })
  if (list === 'followUps') {
    return [...interaction('came from', record.from), ...interaction('settled by', record.closedBy)]
  }
  if (list === 'interactions') {
    return [
      ...loops(
        'opened',
        db.followUps.filter(each => each.from === record.id),
      ),
      ...loops(
        'settled',
        db.followUps.filter(each => each.closedBy === record.id),
      ),
    ]
  }
  if (list !== 'events') return []
  return db.interactions
    .filter(each => each.event === record.id)
    .sort((a, b) => byText(a.on, b.on) || a.id - b.id)
    .flatMap(each => interaction('there', each.id))
}

function commandFor(db: Database, { list, record }: AnyRecord, today: Day): string {
  if (list === 'contacts') return `netmed show ${handleOf(db, record.id)}`
  if (list === 'followUps') {
    const [view] = followUpViews(db, [record], today)
    if (!record.closed && view) return view.command
    if (record.contact !== undefined) return `netmed show ${handleOf(db, record.contact)}`
    return 'netmed due'
  }
  if (list === 'interactions') {
    const [first] = record.contacts
    if (first !== undefined) return `netmed show ${handleOf(db, first)}`
  }
  return `netmed edit ${record.id}`
}

function handleOf(db: Database, contact: number): string {
  return handlesOf(db, [contact]).get(contact) ?? String(contact)
}

// What is different

export interface FieldChange {
  /** The key in the record. */
  name: string
  label: string
  /** In words; empty when there was, or is, none. */
  before: string
  after: string
  isMany: boolean
  isText: boolean
  /** Nothing of it shows where what is private, or acts here alone, does not. */
  isPrivate: boolean
}

/** What a role was is said with the role, and where a meeting was with its day. */
const SAID_WITH_ANOTHER = new Set(['history', 'movedFrom', 'movedFromAt', 'told'])

/** The fields that differ between two states of a record, in the order of the table. */
export function fieldChanges(
  db: Database,
  list: ListName,
  before: Stamped,
  after: Stamped,
  today: Day,
): FieldChange[] {
  const shown = [before, after].map(record => publicFields(list, record))
  return FIELDS[list].flatMap(row => {
    if (SAID_WITH_ANOTHER.has(row.name)) return []
    const [old, fresh] = [before, after].map(record => valueIn(record, row))
    if (JSON.stringify(old) === JSON.stringify(fresh)) return []
    const [was, is] = shown.map(record => JSON.stringify(Reflect.get(record, row.name)))
    const isPrivate = was === is || row.lens === 'local'
    return [{ ...fieldChange(db, row, old, fresh, today), isPrivate }]
  })
}

function fieldChange(
  db: Database,
  row: FieldRow,
  old: unknown,
  fresh: unknown,
  today: Day,
): Omit<FieldChange, 'isPrivate'> {
  return {
    name: row.name,
    label: labelOf(row),
    // How far off the old day is would only confuse.
    before: row.type === 'day' && old ? longDay(String(old)) : factWords(db, row, old, today),
    after: factWords(db, row, fresh, today),
    isMany: row.many === true,
    isText: row.type === 'text',
  }
}
