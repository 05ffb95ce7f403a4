import { Failure } from '../../failure.ts'
import { excessesIn } from '../data/bounds.ts'
import { finished } from '../data/imported.ts'
import {
  type Database,
  LISTS,
  type ListName,
  named,
  REFERENCES,
  type Stamped,
  touch,
} from '../data/model.ts'
import { replaceIds } from '../data/references.ts'
import { setValue, valueIn } from '../data/rows.ts'
import { figure } from '../words/text.ts'

/** What joining another netmed file did to one record of it. */
export interface JoinedRecord {
  list: ListName
  /** Its number here. */
  id: number
  status: 'new' | 'changed' | 'same'
}

/**
 * Joins the records of another netmed file by `uid`: unknown ones are added, under their own number where
 * it is free; known ones that changed there later and not here take what changed. References follow.
 * Nothing is taken away, and the same file again changes nothing.
 */
export function joinDatabase(db: Database, other: Database): JoinedRecord[] {
  return finished(joining(db, other))
}

/** As `joinDatabase`; yields how much is done, 0 to 1. */
export function* joining(db: Database, other: Database): Generator<number, JoinedRecord[]> {
  refuseExcess(db, other)
  const numbers = newNumbers(db, other)
  const joined: JoinedRecord[] = []
  const all = LISTS.reduce((sum, list) => sum + other[list].length, 0)
  for (const list of LISTS) {
    const known = new Map<string, Stamped>(db[list].map(record => [record.uid, record]))
    for (const record of other[list]) {
      if (joined.length % 200 === 0) yield joined.length / all
      const id = numbers.get(record.id) ?? record.id
      const moved = withReferences(list, { ...structuredClone(record), id }, numbers)
      joined.push({ list, id, status: joinRecord(db, list, known.get(record.uid), moved) })
    }
  }
  joinProfile(db, other)
  return joined
}

/** Fails, before anything is changed, on a record that would bring more than is ever typed. */
function refuseExcess(db: Database, other: Database): void {
  for (const list of LISTS) {
    const known = new Map<string, Stamped>(db[list].map(record => [record.uid, record]))
    for (const [at, record] of other[list].entries()) {
      const [excess] = excessesIn(list, record)
      const here = known.get(record.uid)
      if (!excess || (here && !isNewer(here, record))) continue
      const { field, count, most, of } = excess
      throw new Failure(
        'not-understood',
        `${list}[${at}].${field} in that file has ${figure(count)} ${of}; netmed takes up to ${figure(most)}.`,
        'Shorten it there, then import the file again. Nothing was changed.',
      )
    }
  }
}

/** The number here of every record there: of the same record, else its own if free, else the next. */
function newNumbers(db: Database, other: Database): Map<number, number> {
  const taken = new Set(LISTS.flatMap((list): number[] => db[list].map(record => record.id)))
  const numbers = new Map<number, number>()
  const homeless: Stamped[] = []
  for (const list of LISTS) {
    const known = new Map<string, Stamped>(db[list].map(record => [record.uid, record]))
    for (const record of other[list]) {
      const same = known.get(record.uid)
      if (same) numbers.set(record.id, same.id)
      else if (taken.has(record.id)) homeless.push(record)
      else numbers.set(record.id, record.id)
    }
  }
  for (const id of numbers.values()) if (id >= db.meta.nextId) db.meta.nextId = id + 1
  for (const record of homeless) numbers.set(record.id, db.meta.nextId++)
  return numbers
}

function withReferences(
  list: ListName,
  record: Stamped,
  numbers: ReadonlyMap<number, number>,
): Stamped {
  for (const reference of REFERENCES.filter(each => each.list === list)) {
    replaceIds(record, reference, id => numbers.get(id) ?? id)
  }
  return record
}

function joinRecord(
  db: Database,
  list: ListName,
  here: Stamped | undefined,
  there: Stamped,
): JoinedRecord['status'] {
  if (!here) {
    // Its own uid and moments speak for it in every copy, so they are kept as they are.
    const records: Stamped[] = db[list]
    records.push(there)
    named(db).created.add(there)
    return 'new'
  }
  if (!isNewer(here, there)) return 'same'
  touch(db, here)
  for (const [key, value] of Object.entries(there)) {
    if (!STAMPS.has(key)) setValue(here, { name: key }, value)
  }
  return 'changed'
}

const STAMPS = new Set(['id', 'uid', 'createdAt', 'updatedAt', 'rev'])

function isNewer(here: Stamped, there: Stamped): boolean {
  return (there.updatedAt ?? '') > (here.updatedAt ?? '') && !isEqual(here, there)
}

function isEqual(here: Stamped, there: Stamped): boolean {
  const bare = ({ updatedAt: _, rev: __, ...fields }: Stamped) => fields
  return JSON.stringify(sorted(bare(here))) === JSON.stringify(sorted(bare(there)))
}

function sorted(record: object): object {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Only what is not said here yet. */
function joinProfile(db: Database, other: Database): void {
  for (const [key, value] of Object.entries(other.profile)) {
    const row = { name: key }
    if (valueIn(db.profile, row) === undefined) setValue(db.profile, row, value)
  }
  for (const [key, value] of Object.entries(other.settings)) {
    if (!Object.hasOwn(db.settings, key)) db.settings[key] = value
  }
}
