import { Failure } from '../../failure.ts'
import { FIELDS, KINDS } from './fields.ts'
import { isPublicPart } from './lens.ts'
import {
  type Contact,
  type Database,
  type FollowUp,
  LISTS,
  type ListName,
  named,
  REFERENCES,
  type Reference,
  type Stamped,
  touch,
} from './model.ts'
import { idsIn, replaceIds } from './references.ts'
import { setValue, valueIn } from './rows.ts'

export type ContactFields = Omit<Contact, keyof Stamped>

/** What an edit says of each field: a new value, or null to take it away. */
export type Changes<R> = { [K in keyof R]?: R[K] | null | undefined }

/** Sets and takes away fields; an empty list is taken away too. */
export function applyChanges<R extends object>(record: R, changes: Changes<R>): void {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue
    const isGone = value === null || value === false || (Array.isArray(value) && !value.length)
    setValue(record, { name: key }, isGone ? undefined : value)
  }
}

/** Takes a record away, and with it every reference to it; a joint interaction keeps its other people. */
export function removeRecord(db: Database, list: ListName, id: number): void {
  const records: Stamped[] = db[list]
  const index = records.findIndex(record => record.id === id)
  const [gone] = index >= 0 ? records.splice(index, 1) : []
  if (gone) named(db).removed.add(gone)
  for (const reference of REFERENCES.filter(each => each.to === list)) {
    const holders: Stamped[] = [...db[reference.list]]
    for (const holder of holders) dropReference(db, holder, reference, id)
  }
}

/** The holder no longer refers to that record there; it goes itself with the last of those that it was about. */
export function dropReference(
  db: Database,
  holder: Stamped,
  reference: Reference,
  id: number,
): void {
  const ids = idsIn(holder, reference)
  if (!ids.includes(id)) return
  const isLast = reference.goesWith && ids.every(each => each === id)
  if (isLast && !hasOthers(holder)) {
    removeRecord(db, reference.list, holder.id)
    return
  }
  touch(db, holder)
  if (isLast) promoteNext(holder)
  else replaceIds(holder, reference, each => (each === id ? undefined : each))
}

/** A meeting or promise with several people outlives the first of them. */
function hasOthers(holder: Stamped): boolean {
  return (peopleOf(holder).others?.length ?? 0) > 0
}

function promoteNext(holder: Stamped): void {
  const meeting = peopleOf(holder)
  const [first, ...rest] = meeting.others ?? []
  setValue(meeting, { name: 'contact' }, first)
  setValue(meeting, { name: 'others' }, rest.length ? rest : undefined)
}

function peopleOf(holder: Stamped): Pick<FollowUp, 'contact' | 'others'> {
  // Only a loop has others; of any other record they are just not there.
  return holder as Partial<FollowUp>
}

/** A record as `--json` shows it: every documented key, null or an empty list where nothing is shown. */
export type RecordView = { id: number; uid: string } & Record<string, unknown>

export function recordView(db: Database, list: ListName, record: Stamped): RecordView {
  const view: RecordView = { id: record.id, uid: record.uid }
  for (const row of FIELDS[list]) {
    const isUnseen = row.lens === 'local' && isPublicPart(db)
    const value = isUnseen ? undefined : valueIn(record, row)
    view[row.name] = value ?? (row.many ? [] : null)
  }
  view.createdAt = record.createdAt
  view.updatedAt = record.updatedAt ?? null
  return view
}

/** The record without its absent fields, so that the file holds no `undefined`. */
export function present<R extends object>(fields: R): { [K in keyof R]: Exclude<R[K], undefined> } {
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== false,
  )
  // Only keys without a value were taken away.
  return Object.fromEntries(entries) as { [K in keyof R]: Exclude<R[K], undefined> }
}

/** Fails when there is no such person. */
export function contactById(db: Database, id: number): Contact {
  const contact = db.contacts.find(each => each.id === id)
  if (!contact) throw new Failure('not-found', `There is no person #${id}.`)
  return contact
}

/** The number of a record as it is typed, `12` or `#12`; undefined for any other words. */
export function numberTyped(text: string): number | undefined {
  const digits = /^#?(\d{1,15})$/.exec(text.trim())?.[1]
  return digits === undefined ? undefined : Number(digits)
}

export type AnyRecord = { [L in ListName]: { list: L; record: Database[L][number] } }[ListName]

/** The record of any kind under a number; fails when there is none. */
export function recordByNumber(db: Database, id: number): AnyRecord {
  for (const list of LISTS) {
    const records: readonly Stamped[] = db[list]
    const record = records.find(each => each.id === id)
    // The record came from that very list.
    if (record) return { list, record } as AnyRecord
  }
  throw new Failure(
    'not-found',
    `There is no #${id}.`,
    'For the numbers: netmed due or netmed list',
  )
}

export function kindWords(list: ListName): string {
  return KINDS[list].words
}
