import { FIELDS } from '../domain/data/fields.ts'
import {
  type Database,
  LISTS,
  type ListName,
  REFERENCES,
  SCHEMA_VERSION,
  type Stamped,
} from '../domain/data/model.ts'
import { isPrivate } from '../domain/data/rows.ts'
import { dayOfMoment } from '../domain/words/days.ts'
import { late } from '../domain/words/late.ts'
import { checkDatabase, isObject, type MisfitKind, requiredFields } from './check.ts'
import { completed } from './data-file.ts'
import type { Snapshot } from './files.ts'
import type { Salvaged } from './salvage.ts'

/** Something in the data that is not as it must be, and what can be done about it. */
export interface Fault {
  /** `contacts[3].emails[0]` */
  path: string
  expected: string
  kind: MisfitKind
  /** Whether the path, or what is there, is private. */
  isPrivate: boolean
}

/** Everything in the data that does not pass the check. */
export function faultsIn(db: Database): Fault[] {
  return placedFaults(db).map(({ place: _, ...fault }) => fault)
}

const MOST_FAULTS = 10_000
/** A fault that is mended may uncover another, as a record that goes leaves references behind. */
const MOST_ROUNDS = 100

type Placed = Fault & { place: DataPlace | undefined }

function placedFaults(db: Database): Placed[] {
  const faults: Placed[] = []
  const isPrivate = privatePlaces(db)
  checkDatabase(db, (path, expected, kind = 'shape') => {
    if (faults.length >= MOST_FAULTS) return
    const place = placeOf(db, path)
    faults.push({ path, expected, kind, isPrivate: isPrivate(path, place), place })
  })
  return faults
}

/** What mending needs of the world. */
export interface Tools {
  uid(): string
  now: string
}

/**
 * Mends what loses nothing: the counter, what netmed notes down of the file itself, uids and numbers that stand
 * twice, references to what is not there. Gives what it mended; the rest is as it was.
 */
export function mendSafely(db: Database, tools: Tools): Fault[] {
  const strangers = faultsIn(db).filter(fault => fault.kind === 'nobody').length
  // Of many, it is rather the people who are missing, and who they were must not be forgotten.
  if (strangers > MOST_STRANGERS) return []
  return mendAll(db, tools, mendOne)
}

const MOST_STRANGERS = 10

/** Leaves out, of what does not pass the check, as little as possible: a value, a field, a record. */
function leaveOutFaults(db: Database, tools: Tools): Fault[] {
  return mendAll(db, tools, (fault, round) => mendOne(fault, round) || leaveOut(fault, round))
}

/** The data that were read of a damaged text, whole and in order, and what of them was left out. */
export function rescued(
  { parts, records }: Salvaged,
  stat: Snapshot['stat'],
  tools: Tools,
): { db: Database; leftOut: Fault[] } {
  const version = Number(parts.get('schemaVersion'))
  const isKnown = Number.isSafeInteger(version) && version >= 1 && version <= SCHEMA_VERSION
  const content: Record<string, unknown> & { schemaVersion: number } = {
    ...Object.fromEntries(parts),
    schemaVersion: isKnown ? version : SCHEMA_VERSION,
  }
  for (const list of LISTS) content[list] = newestOfEach(records.get(list) ?? [])
  for (const part of ['meta', 'profile', 'settings']) {
    if (!isObject(content[part])) delete content[part]
  }
  const { db } = completed(content, { stat })
  return { db, leftOut: leaveOutFaults(db, tools) }
}

/** Of one record that is there twice, as after a bad merge, the one that was changed last. */
function newestOfEach(records: readonly unknown[]): unknown[] {
  const newest = new Map<unknown, Record<string, unknown>>()
  const others: unknown[] = []
  for (const record of records) {
    if (!isObject(record) || typeof record.uid !== 'string') {
      others.push(record)
      continue
    }
    const known = newest.get(record.uid)
    if (!known || isNewer(record, known)) newest.set(record.uid, record)
  }
  return [...newest.values(), ...others]
}

function isNewer(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  return String(one.updatedAt ?? '') > String(other.updatedAt ?? '')
}

/** What one round of mending may change beside the place itself. */
interface Round {
  db: Database
  tools: Tools
  /** Records that are taken out at its end. */
  gone: Set<unknown>
}

function mendAll(
  db: Database,
  tools: Tools,
  mend: (fault: Placed, round: Round) => boolean,
): Fault[] {
  const mended: Fault[] = []
  for (let count = 0; count < MOST_ROUNDS; count++) {
    const round: Round = { db, tools, gone: new Set() }
    // One fault of a record at a time: mending it may move the others.
    const seen = new Set<unknown>()
    const before = mended.length
    for (const { place, ...fault } of placedFaults(db)) {
      const what = place?.record ?? place?.list ?? fault.path
      if (seen.has(what) || !mend({ place, ...fault }, round)) continue
      seen.add(what)
      mended.push(fault)
    }
    for (const list of LISTS) {
      if (round.gone.size) takeOut(db, list, round.gone)
    }
    if (mended.length === before) break
  }
  return mended
}

function takeOut(db: Database, list: ListName, gone: ReadonlySet<unknown>): void {
  const whole = db as unknown as Record<ListName, unknown[]>
  whole[list] = whole[list].filter(record => isObject(record) && !gone.has(record))
}

/** True when it was mended, without a loss. */
function mendOne(fault: Placed, { db, tools }: Round): boolean {
  const { place, path, kind } = fault
  if (path.startsWith('meta')) return mendMeta(db, path)
  if (!place?.record) return false
  const { list, record, field } = place
  if (kind === 'beyond the counter') {
    db.meta.nextId = Math.max(db.meta.nextId, record.id + 1)
    return true
  }
  if (kind === 'number twice') return !isReferredTo(db, list, record.id) && renumber(db, record)
  if (kind === 'nobody') return dropReferences(db, place)
  if (mendWhole(place)) return true
  if (field === 'uid') record.uid = tools.uid()
  else if (field === 'createdAt') record.createdAt = tools.now
  else if (field === 'updatedAt' || field === 'rev') delete record[field]
  else return false
  return true
}

/** What the fields of a record are not to each other, put right where nothing of it is lost. */
function mendWhole({ list, record, field }: DataPlace): boolean {
  const fields = record as unknown as Record<string, unknown>
  const { contacts, closedOn, introducedBy, id, updatedAt, createdAt } = fields
  if (list === 'interactions' && field === 'contacts' && Array.isArray(contacts)) {
    fields.contacts = [...new Set(contacts)]
    return new Set(contacts).size < contacts.length
  }
  if (list === 'contacts' && field === 'introducedBy' && introducedBy === id) {
    delete fields.introducedBy
    return true
  }
  if (list !== 'followUps' || field !== 'closedOn' || closedOn !== undefined) return false
  // It was closed by then.
  const moment = new Date(String(updatedAt ?? createdAt))
  if (Number.isNaN(moment.getTime())) return false
  fields.closedOn = dayOfMoment(moment)
  return true
}

function mendMeta(db: Database, path: string): boolean {
  const meta: Record<string, unknown> = isObject(db.meta) ? { ...db.meta } : {}
  const field = path.slice('meta.'.length).split('.')[0] ?? ''
  if (field === 'nextId' || field === 'rev') meta[field] = field === 'rev' ? 0 : mostId(db) + 1
  else if (field) delete meta[field]
  // The counter is put right with the first of them.
  db.meta = { ...meta, nextId: Number(meta.nextId) || mostId(db) + 1, rev: Number(meta.rev) || 0 }
  return true
}

function mostId(db: Database): number {
  let most = 0
  for (const list of LISTS) {
    if (!Array.isArray(db[list])) continue
    for (const record of db[list] as Stamped[]) {
      if (Number.isSafeInteger(record?.id)) most = Math.max(most, record.id)
    }
  }
  return most
}

function renumber(db: Database, record: Stamped): boolean {
  record.id = Math.max(db.meta.nextId, mostId(db) + 1)
  db.meta.nextId = record.id + 1
  return true
}

function isReferredTo(db: Database, list: ListName, id: number): boolean {
  return REFERENCES.filter(reference => reference.to === list).some(({ list: from, field }) => {
    const records: readonly object[] = db[from]
    return records.some(record => {
      const value = (record as Record<string, unknown>)[field]
      const held: readonly unknown[] = Array.isArray(value) ? value : [value]
      return held.some(each => (isObject(each) ? each.contact : each) === id)
    })
  })
}

/** Numbers of nobody say nothing; where a record needs somebody, they stay for a person to mend. */
function dropReferences(db: Database, { list, record, field }: DataPlace): boolean {
  const reference = REFERENCES.find(each => each.list === list && each.field === field)
  if (!record || !reference || field === undefined) return false
  const there = new Set<unknown>((db[reference.to] as readonly Stamped[]).map(({ id }) => id))
  const fields = record as unknown as Record<string, unknown>
  const value = fields[field]
  const isNeeded = requiredFields(list).includes(field)
  const left = Array.isArray(value)
    ? value.filter(each => there.has(isObject(each) ? each.contact : each))
    : []
  if (isNeeded && !left.length) return false
  if (left.length) fields[field] = left
  else delete fields[field]
  return true
}

/** True: its value is gone, else its field, else its record. */
function leaveOut({ path, place, kind }: Placed, { db, gone }: Round): boolean {
  if (!place) {
    leaveOutPart(db as unknown as Record<string, unknown>, path)
    return true
  }
  const { list, record, field, index } = place
  if (!record) {
    takeOut(db, list, new Set())
    return true
  }
  // What refers to that number stays with the first of the two.
  if (kind === 'number twice') return renumber(db, record)
  const fields = record as unknown as Record<string, unknown>
  if (list === 'seasons' && swapped(fields)) return true
  // Of a field that is lacking nothing can be left out but its record.
  if (field === undefined || requiredFields(list).includes(field) || fields[field] === undefined) {
    gone.add(record)
    return true
  }
  const value = fields[field]
  if (Array.isArray(value) && index !== undefined && value.length > 1) {
    fields[field] = value.toSpliced(index, 1)
  } else delete fields[field]
  return true
}

/** A season that ends before it begins keeps both of its days. */
function swapped(season: Record<string, unknown>): boolean {
  const { from, until } = season
  if (typeof from !== 'string' || typeof until !== 'string' || from <= until) return false
  season.from = until
  season.until = from
  return true
}

function leaveOutPart(whole: Record<string, unknown>, path: string): void {
  const [part = '', field] = path.split('.')
  const holder = whole[part]
  if (field !== undefined && isObject(holder)) delete holder[field]
  else if (part === 'profile' || part === 'settings') whole[part] = {}
  else if ((LISTS as readonly string[]).includes(part)) whole[part] = []
  else delete whole[part]
}

/** Whether what stands at a path of the data is private. */
export function privateAt(db: Database): (path: string) => boolean {
  const isPrivate = privatePlaces(db)
  return path => isPrivate(path, placeOf(db, path))
}

interface DataPlace {
  list: ListName
  at: number
  record: Stamped | undefined
  field: string | undefined
  /** Of one of many values. */
  index: number | undefined
}

/** Where a path of the check leads among the records. */
function placeOf(db: Database, path: string): DataPlace | undefined {
  const [, list, at, field, index] = PATH.exec(path) ?? []
  if (!list || at === undefined || !(LISTS as readonly string[]).includes(list)) return undefined
  const name = list as ListName
  const record: unknown = db[name][Number(at)]
  return {
    list: name,
    at: Number(at),
    record: isObject(record) ? (record as unknown as Stamped) : undefined,
    field,
    index: index === undefined ? undefined : Number(index),
  }
}

const PATH = /^(\w+)\[(\d+)\](?:\.([^.[\]]+))?(?:\[(\d+)\])?/

const privateFields = late(
  () =>
    new Map(
      LISTS.map(list => [list, new Set(FIELDS[list].filter(isPrivate).map(row => row.name))]),
    ),
)

function privatePlaces(db: Database): (path: string, place: DataPlace | undefined) => boolean {
  const interactions: readonly unknown[] = Array.isArray(db.interactions) ? db.interactions : []
  const secret = new Set(
    interactions.flatMap(each => (isObject(each) && each.private === true ? [each.id] : [])),
  )
  return (path, place) => {
    if (!place) return path.startsWith('settings')
    const { list, record, field } = place
    const { private: isSecret, from } = (record ?? {}) as Record<string, unknown>
    // What a private interaction opened is private too, as the lens has it.
    if (!record || isSecret || (from !== undefined && secret.has(from))) return true
    return field !== undefined && (field === 'circles' || !!privateFields().get(list)?.has(field))
  }
}
