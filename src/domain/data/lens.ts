import { FIELDS } from './fields.ts'
import { type Database, LISTS, type ListName, named, REFERENCES, type Stamped } from './model.ts'
import { isPrivate } from './rows.ts'
import { isPrivateSetting } from './settings.ts'

/** Marks data that are seen through the lens; no copy by `...` loses it, and no JSON shows it. */
const LENS: unique symbol = Symbol('lens')

/**
 * The data without what is private: for questions alone, as its records are those of the whole. What
 * never sees the whole, as the words of a draft, takes this type, and no other data fit it.
 */
export type PublicPart = Readonly<Database> & { readonly [LENS]: true }

/** What acts here alone acts in the public part too, and is never printed of it. */
export function isPublicPart(db: Readonly<Database>): db is PublicPart {
  return LENS in db
}

/** A copy to try a change on; that of the public part is one. */
export function copyOf(db: Readonly<Database>): Database {
  const copy: Database = structuredClone(db)
  return isPublicPart(db) ? marked(copy) : copy
}

function marked<D extends Readonly<Database>>(db: D): D & PublicPart {
  return Object.assign(db, { [LENS]: true } as const)
}

/**
 * The data as if nothing private had ever been written down: without private fields and records, with
 * nobody in the support circle, its settings back at their defaults. What need not be altered is shared.
 */
export function publicPart(db: Database): PublicPart {
  const gone = privateRecords(db)
  const lists = LISTS.map(list => {
    const records: Stamped[] = db[list]
    return [list, shared(records, each => publicRecord(list, each, gone))]
  })
  // Each list holds records of its own kind, fewer of them.
  return marked({ ...db, settings: publicSettings(db), ...Object.fromEntries(lists) } as Database)
}

/** The numbers of those records that a change named and that the public part does not show. */
export function namedUnseen(db: Database, part: PublicPart): ReadonlySet<number> {
  const { created, touched, removed } = named(db)
  const numbers = new Set([...created, ...touched].map(({ id }) => id))
  for (const list of LISTS) for (const { id } of part[list]) numbers.delete(id)
  for (const record of removed) {
    if ('private' in record && record.private === true) numbers.add(record.id)
    else numbers.delete(record.id)
  }
  return numbers
}

/** The numbers of the private records, by their list. */
type Gone = ReadonlyMap<ListName, ReadonlySet<number>>

function privateRecords(db: Database): Gone {
  const interactions = new Set<number>()
  for (const each of db.interactions) if (each.private) interactions.add(each.id)
  const followUps = new Set<number>()
  for (const { id, private: isPrivate, from } of db.followUps) {
    // Who makes an interaction private in an editor may forget what it opened.
    if (isPrivate || (from !== undefined && interactions.has(from))) followUps.add(id)
  }
  return new Map([
    ['interactions', interactions],
    ['followUps', followUps],
  ])
}

/** The same list when every record stays as it is. */
function shared<R extends Stamped>(records: R[], part: (record: R) => R | undefined): R[] {
  let isSame = true
  const left: R[] = []
  for (const record of records) {
    const rest = part(record)
    if (rest !== record) isSame = false
    if (rest) left.push(rest)
  }
  return isSame ? records : left
}

const PRIVATE_FIELDS = new Map(
  LISTS.map(list => [list, FIELDS[list].filter(isPrivate).map(row => row.name)]),
)

function publicRecord<R extends Stamped>(list: ListName, record: R, gone: Gone): R | undefined {
  return gone.get(list)?.has(record.id) ? undefined : publicFields(list, record, gone)
}

/** The record without what of it is private, and without a reference to what is gone; itself when that is all. */
export function publicFields<R extends Stamped>(list: ListName, record: R, gone?: Gone): R {
  let part = record
  const take = (name: string, value?: unknown): void => {
    if (part === record) part = { ...record }
    if (value === undefined) Reflect.deleteProperty(part, name)
    else Reflect.set(part, name, value)
  }
  for (const name of PRIVATE_FIELDS.get(list) ?? []) if (name in record) take(name)
  if (list === 'contacts') {
    const circles: unknown = Reflect.get(record, 'circles')
    if (Array.isArray(circles) && circles.includes('support')) {
      const left = circles.filter(circle => circle !== 'support')
      take('circles', left.length ? left : undefined)
    }
  }
  for (const { field, to } of REFERENCES_TO_PRIVATE[list] ?? []) {
    const id: unknown = Reflect.get(record, field)
    if (typeof id === 'number' && gone?.get(to)?.has(id)) take(field)
  }
  return part
}

/** A single reference to a record that may be private; what it settled stays settled. */
const REFERENCES_TO_PRIVATE: Partial<Record<ListName, { field: string; to: ListName }[]>> = {
  followUps: REFERENCES.filter(each => each.list === 'followUps' && each.to === 'interactions'),
}

function publicSettings({ settings }: Database): Database['settings'] {
  const names = Object.keys(settings)
  if (!names.some(isPrivateSetting)) return settings
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !isPrivateSetting(key)))
}
