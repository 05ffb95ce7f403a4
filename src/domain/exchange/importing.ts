import { FIELDS } from '../data/fields.ts'
import type {
  Imported,
  ImportedInteraction,
  ImportedPerson,
  ImportSkipped,
  LeftOut,
} from '../data/imported.ts'
import { type Contact, created, type Database, touch } from '../data/model.ts'
import { present } from '../data/records.ts'
import { type FieldRow, setValue, valueIn } from '../data/rows.ts'
import { addContact } from '../people/contacts.ts'
import { keepHistory } from '../people/history.ts'
import {
  addressKey,
  type NameIndex,
  nameIndex,
  profileKey,
  valueKeyOf,
} from '../people/identity.ts'
import { untitledName } from '../people/names.ts'
import { type LoopPerson, personOf } from '../people/people.ts'
import type { Day } from '../words/days.ts'
import { folded, LONGEST } from '../words/text.ts'

/** What is to become of one person of a file. */
export type ImportStatus = 'new' | 'changed' | 'same' | 'doubtful'

export interface ImportEntry {
  /** Where in the file they begin, from 1. */
  line: number
  name: string
  status: ImportStatus
  /** Who they are here; null for new and doubtful ones. */
  contact: LoopPerson | null
  /** Whom a doubtful one may be. */
  candidates: Candidate[]
  /** Fields that were filled or added to. */
  fields: string[]
}

/** Somebody here, or of an earlier line of the file, who is not here yet. */
export interface Candidate extends LoopPerson {
  line: number | null
}

export interface ImportReport {
  entries: ImportEntry[]
  /** How many interactions were added. */
  interactions: number
  skipped: ImportSkipped[]
  remarks: ImportSkipped[]
  leftOut: LeftOut[]
}

/** For a doubtful one: who it is, here or by the line of the file, or somebody new, or left out. */
export type Decision = number | { line: number } | 'new' | 'skip'

export interface ImportOptions {
  today: Day
  /** Filled fields are overwritten too. */
  update?: boolean
  tag?: string | undefined
  /** By line of the file; a doubtful one without a decision is left out. */
  decisions?: ReadonlyMap<number, Decision>
}

/**
 * Joins the people and interactions of a file to the database: matched by netmed's own uid, then email,
 * profile link, and name with institution. What is filled stays unless `update`; nothing falls due, no loop
 * is opened. The same file again changes nothing. Yields how much is done, 0 to 1.
 */
export function* importPeople(
  db: Database,
  imported: Imported,
  options: ImportOptions,
): Generator<number, ImportReport> {
  const index = indexOf(db)
  const entries: ImportEntry[] = []
  const placed = new Map<ImportedPerson, Contact>()
  for (const [position, person] of imported.people.entries()) {
    if (position % 200 === 0) yield position / imported.people.length
    const { entry, contact } = placePerson(db, index, person, options)
    entries.push(entry)
    if (contact) placed.set(person, contact)
  }
  yield* placeDoubtful({ db, index, imported, placed, options }, entries)
  linkIntroducers(db, placed, index)
  const skipped = [...imported.skipped]
  const interactions = addInteractions(db, { imported, placed, index, skipped, options })
  const { remarks = [], leftOut = [] } = imported
  return { entries, interactions, skipped, remarks, leftOut }
}

/** No file needs more; it keeps one made to be slow from being so. */
const MOST_ROUNDS = 20

/** What later records filled in may tell who a doubtful one is; without this a second import would. */
function* placeDoubtful(
  {
    db,
    index,
    imported,
    placed,
    options,
  }: {
    db: Database
    index: Index
    imported: Imported
    placed: Map<ImportedPerson, Contact>
    options: ImportOptions
  },
  entries: ImportEntry[],
): Generator<number, void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    yield 1
    let isAnyPlaced = false
    for (const [position, person] of imported.people.entries()) {
      if (entries[position]?.status !== 'doubtful') continue
      const { entry, contact } = placePerson(db, index, person, options)
      if (!contact) continue
      entries[position] = entry
      placed.set(person, contact)
      isAnyPlaced = true
    }
    if (!isAnyPlaced) return
  }
}

// Matching

interface Index {
  byUid: Map<string, Contact>
  /** By the uid of another program, of those whom this file brought. */
  byCard: Map<string, Contact>
  byEmail: Map<string, Set<Contact>>
  byLink: Map<string, Set<Contact>>
  byName: NameIndex
  /** At which line of the file those stand who are new with it. */
  lines: Map<Contact, number>
}

function indexOf(db: Database): Index {
  const index: Index = {
    byUid: new Map(),
    byCard: new Map(),
    byEmail: new Map(),
    byLink: new Map(),
    byName: nameIndex(),
    lines: new Map(),
  }
  for (const contact of db.contacts) addToIndex(index, contact)
  return index
}

function addLinks(index: Index, contact: Contact): void {
  for (const link of contact.links ?? []) {
    const profile = profileKey(link)
    if (profile) addTo(index.byLink, profile, contact)
  }
}

function addToIndex(index: Index, contact: Contact): void {
  if (contact.uid) index.byUid.set(contact.uid, contact)
  for (const email of contact.emails ?? []) addTo(index.byEmail, addressKey(email), contact)
  addLinks(index, contact)
  index.byName.add(contact)
}

function push(map: Map<string, Contact[]>, key: string, contact: Contact): void {
  const known = map.get(key)
  if (known) known.push(contact)
  else map.set(key, [contact])
}

function addTo(map: Map<string, Set<Contact>>, key: string, contact: Contact): void {
  const known = map.get(key)
  if (known) known.add(contact)
  else map.set(key, new Set([contact]))
}

type Match =
  | { is: 'contact'; contact: Contact }
  | { is: 'several'; candidates: Contact[] }
  | { is: 'nobody' }

function matchOf(index: Index, { fields, uid, cardUid }: ImportedPerson): Match {
  const same = (uid && index.byUid.get(uid)) || (cardUid && index.byCard.get(cardUid))
  if (same) return { is: 'contact', contact: same }
  const byEmail = found(index.byEmail, (fields.emails ?? []).map(addressKey))
  if (byEmail.length) return matched(byEmail)
  const links = (fields.links ?? []).flatMap(link => profileKey(link) ?? [])
  const byLink = found(index.byLink, links)
  if (byLink.length) return matched(byLink)
  return matchByName(index, fields)
}

/** More of one name or address are not looked at: a file full of them must not take the square of its time. */
const MOST_CANDIDATES = 50

function found(map: Map<string, Set<Contact>>, keys: string[]): Contact[] {
  const contacts = new Set<Contact>()
  for (const key of keys) {
    for (const contact of map.get(key) ?? []) {
      if (contacts.size === MOST_CANDIDATES) return [...contacts]
      contacts.add(contact)
    }
  }
  return [...contacts]
}

function matched(candidates: Contact[]): Match {
  const [contact] = candidates
  if (contact && candidates.length === 1) return { is: 'contact', contact }
  return { is: 'several', candidates }
}

/** Of the name as it is written, else without the title: "Herr Max Muster" is Max Muster. */
function namesakesOf({ byName }: Index, { name, title }: ImportedPerson['fields']): Contact[] {
  const found = byName.of(name, MOST_CANDIDATES)
  return found.length > 0 || !title
    ? found
    : byName.of(untitledName({ name, title }), MOST_CANDIDATES)
}

/** The same name at the same institution, or with nothing that is not known already; else doubtful. */
function matchByName(index: Index, fields: ImportedPerson['fields']): Match {
  const namesakes = namesakesOf(index, fields)
  if (!namesakes.length) return { is: 'nobody' }
  const known = namesakes.filter(contact => !changesOf(contact, fields, true).length)
  if (known.length) return matched(known)
  const fitting = namesakes.filter(contact => isSamePlace(contact, fields))
  const [contact] = fitting
  if (contact && fitting.length === 1 && namesakes.length === 1) return { is: 'contact', contact }
  return { is: 'several', candidates: namesakes }
}

/** Both at one institution, or neither at any and with no two different addresses. */
function isSamePlace(contact: Contact, fields: ImportedPerson['fields']): boolean {
  if (contact.institution && fields.institution) {
    return folded(contact.institution) === folded(fields.institution)
  }
  if (contact.institution || fields.institution) return false
  return !contact.emails?.length || !fields.emails?.length
}

// Placing

function placePerson(
  db: Database,
  index: Index,
  person: ImportedPerson,
  options: ImportOptions,
): { entry: ImportEntry; contact?: Contact } {
  const match = decided(index, person, matchOf(index, person), options)
  const said = { line: person.line, name: person.fields.name, candidates: [], fields: [] }
  if (match.is === 'several') {
    const candidates = match.candidates.map(contact => {
      return { ...personOf(contact), line: index.lines.get(contact) ?? null }
    })
    return { entry: { ...said, status: 'doubtful', contact: null, candidates } }
  }
  if (match.is === 'nobody') {
    const contact = addPerson(db, person, options)
    addToIndex(index, contact)
    index.lines.set(contact, person.line)
    if (person.cardUid) index.byCard.set(person.cardUid, contact)
    return { entry: { ...said, status: 'new', contact: personOf(contact) }, contact }
  }
  const { contact } = match
  const fields = fillPerson(contact, person, options, db)
  if (fields.length) addToIndex(index, contact)
  if (person.cardUid) index.byCard.set(person.cardUid, contact)
  const status = fields.length ? 'changed' : 'same'
  return { entry: { ...said, status, contact: personOf(contact), fields }, contact }
}

function decided(
  index: Index,
  person: ImportedPerson,
  match: Match,
  { decisions }: ImportOptions,
): Match {
  if (match.is !== 'several') return match
  const decision = decisions?.get(person.line)
  if (decision === 'new') return { is: 'nobody' }
  const contact = match.candidates.find(each =>
    typeof decision === 'object'
      ? index.lines.get(each) === decision.line
      : each.id === decision && !index.lines.has(each),
  )
  return contact ? { is: 'contact', contact } : match
}

function addPerson(db: Database, person: ImportedPerson, { tag }: ImportOptions): Contact {
  const { fields, uid, notes = [] } = person
  const tags = tag === undefined ? fields.tags : [...new Set([...(fields.tags ?? []), tag])]
  const note = [fields.note, ...notes].filter(Boolean).join('\n')
  const contact = addContact(
    db,
    { ...fields, ...(tags && { tags }), ...(note && { note }) },
    { force: true },
  )
  if (uid) contact.uid = uid
  return contact
}

function fillPerson(
  contact: Contact,
  { fields, notes = [] }: ImportedPerson,
  { update = false, tag, today }: ImportOptions,
  db: Database,
): string[] {
  const withTag = tag === undefined ? fields : { ...fields, tags: [...(fields.tags ?? []), tag] }
  const changes = changesOf(contact, withTag, update)
  const known = new Set(contact.note?.split('\n'))
  const fresh = notes.filter(line => !known.has(line))
  if (changes.length || fresh.length) touch(db, contact)
  const before = { ...contact }
  for (const [name, value] of changes) setValue(contact, { name }, value)
  if (update) keepHistory(before, contact, today)
  if (fresh.length) contact.note = [contact.note, ...fresh].filter(Boolean).join('\n')
  return [...changes.map(([key]) => key), ...(fresh.length ? ['note'] : [])]
}

const ROWS = new Map(FIELDS.contacts.map(row => [row.name, row]))

/** The fields that an import would fill or add to; with `update` also those that it would overwrite. */
function changesOf(
  contact: Contact,
  fields: ImportedPerson['fields'],
  update: boolean,
): [string, unknown][] {
  const changes: [string, unknown][] = []
  for (const [key, value] of Object.entries(fields)) {
    const row = ROWS.get(key)
    if (!row || row.isMine || value === undefined || value === null || value === '') continue
    const old = valueIn(contact, row)
    if (Array.isArray(value)) {
      const added = addedTo(Array.isArray(old) ? old : [], value, row)
      if (added) changes.push([key, added])
    } else if (old === undefined || (update && old !== value)) changes.push([key, value])
  }
  return changes
}

/** The list with what is not in it yet; undefined when nothing is added. */
function addedTo(old: unknown[], fresh: unknown[], row: FieldRow): unknown[] | undefined {
  if (old.length >= row.most) return undefined
  const keyOf = valueKeyOf(row.type)
  const key = (value: unknown) => keyOf(String(value))
  const known = new Set(old.map(key))
  const added = fresh.filter(value => {
    const isNew = !known.has(key(value))
    known.add(key(value))
    return isNew
  })
  return added.length ? [...old, ...added] : undefined
}

function linkIntroducers(db: Database, placed: Map<ImportedPerson, Contact>, index: Index): void {
  for (const [person, contact] of placed) {
    const { uid, name } = person.introducedBy ?? {}
    if (contact.introducedBy !== undefined || (!uid && !name)) continue
    const named = name ? index.byName.of(name, 2) : []
    const introducer = (uid && index.byUid.get(uid)) || (named.length === 1 ? named[0] : undefined)
    if (!introducer || introducer === contact) continue
    touch(db, contact).introducedBy = introducer.id
  }
}

// Interactions

interface Adding {
  imported: Imported
  placed: Map<ImportedPerson, Contact>
  index: Index
  skipped: ImportSkipped[]
  options: ImportOptions
}

function addInteractions(
  db: Database,
  { imported, placed, index, skipped, options }: Adding,
): number {
  const known = new Set(db.interactions.map(each => keyOf(each.contacts, each)))
  const names = nicknames(db)
  let count = 0
  const add = (written: ImportedInteraction, own: Contact | undefined, line: number): void => {
    const interaction = fitting(written)
    const others = (interaction.with ?? []).map(name => whoIs(index, names, name))
    const people = [...new Set([own, ...others].flatMap(each => (each ? [each.id] : [])))]
    if (interaction.on > options.today) skipped.push({ line, why: 'It has not happened yet.' })
    else if (!people.length) skipped.push({ line, why: 'No one in it is on file.' })
    else if (!known.has(keyOf(people, interaction))) {
      const { on, kind, detail, note, place } = interaction
      created(db, 'interactions', present({ kind, on, contacts: people, place, detail, note }))
      known.add(keyOf(people, interaction))
      count++
    }
  }
  for (const person of imported.people) {
    const own = placed.get(person)
    for (const each of own ? (person.interactions ?? []) : [])
      add(each, own, each.line ?? person.line)
  }
  for (const each of imported.interactions) add(each, undefined, each.line ?? 0)
  return count
}

/** What is more than a line takes stands in the note. */
function fitting(interaction: ImportedInteraction): ImportedInteraction {
  const { detail = '', place = '', note = '', ...rest } = interaction
  const excess = [detail, place].filter(each => each.length > LONGEST.line)
  if (!excess.length) return interaction
  return {
    ...rest,
    ...(!excess.includes(detail) && { detail }),
    ...(!excess.includes(place) && { place }),
    note: [note, ...excess].filter(Boolean).join('\n'),
  }
}

function keyOf(contacts: readonly number[], interaction: ImportedInteraction): string {
  const { on, kind, detail, note } = interaction
  return JSON.stringify([[...contacts].sort((a, b) => a - b), on, kind, detail ?? '', note ?? ''])
}

function nicknames(db: Database): Map<string, Contact[]> {
  const names = new Map<string, Contact[]>()
  for (const contact of db.contacts) {
    if (!contact.nickname) continue
    push(names, folded(contact.nickname), contact)
  }
  return names
}

/** The one person of that email, full name or nickname. */
function whoIs(
  index: Index,
  names: ReadonlyMap<string, Contact[]>,
  name: string,
): Contact | undefined {
  const byEmail = [...(index.byEmail.get(addressKey(name)) ?? [])]
  const byName = index.byName.of(name, 2)
  const byNickname = names.get(folded(name)) ?? []
  return [byEmail, byName, byNickname].find(each => each.length === 1)?.[0]
}

export type ImportCounts = Record<ImportStatus | 'skipped', number>

/** How many there are of each kind. */
export function importCounts(report: ImportReport): ImportCounts {
  const counts = { new: 0, changed: 0, same: 0, doubtful: 0, skipped: report.skipped.length }
  for (const { status } of report.entries) counts[status]++
  return counts
}
