import { FIELDS } from './fields.ts'
import { type Database, LISTS, type ListName, named, REFERENCES, type Stamped } from './model.ts'
import { type FieldRow, isPrivate, setValue, valueIn } from './rows.ts'
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
 * Records of the numbers `unseen` are taken to be private: they are so in another state of the data.
 */
export function publicPart(db: Database, unseen?: ReadonlySet<number>): PublicPart {
  const gone = privateRecords(db, unseen)
  const lists = LISTS.map(list => {
    const records: Stamped[] = db[list]
    return [list, shared(list, records, gone)]
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

/** The numbers of the private records. */
export function privateNumbers(db: Database): number[] {
  return [...privateRecords(db).values()].flatMap(numbers => [...numbers])
}

/** The numbers of the private records, by their list. */
type Gone = ReadonlyMap<ListName, ReadonlySet<number>>

function privateRecords(db: Database, unseen?: ReadonlySet<number>): Gone {
  const interactions = new Set<number>()
  for (const each of db.interactions) {
    if (each.private || unseen?.has(each.id)) interactions.add(each.id)
  }
  const followUps = new Set<number>()
  for (const { id, private: isPrivate, from } of db.followUps) {
    // Who makes an interaction private in an editor may forget what it opened.
    const isOfPrivate = from !== undefined && interactions.has(from)
    if (isPrivate || isOfPrivate || unseen?.has(id)) followUps.add(id)
  }
  return new Map([
    ['interactions', interactions],
    ['followUps', followUps],
  ])
}

/** The same list when every record stays as it is. */
function shared<R extends Stamped>(list: ListName, records: R[], gone: Gone): R[] {
  const goneHere = gone.get(list)
  const masked = MASKED[list]
  let left: R[] | undefined
  for (let index = 0; index < records.length; index++) {
    const record = records[index]
    if (record === undefined) continue
    const rest = goneHere?.has(record.id) ? undefined : withoutMasked(masked, record, gone)
    if (rest !== record) left ??= records.slice(0, index)
    if (left && rest) left.push(rest)
  }
  return left ?? records
}

/** The record without what of it is private, and without a reference to what is gone; itself when that is all. */
export function publicFields<R extends Stamped>(list: ListName, record: R, gone?: Gone): R {
  return withoutMasked(MASKED[list], record, gone)
}

/** What of a record of one list is not seen. */
interface Masked {
  fields: readonly Field[]
  references: readonly Reference[]
  hasCircles: boolean
}

interface Reference {
  name: string
  to: ListName
}

// Every command that prints JSON asks this of each record of the file, and nearly all stay as they are.
function withoutMasked<R extends Stamped>(masked: Masked, record: R, gone?: Gone): R {
  const { fields, references, hasCircles } = masked
  let part = record
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]
    if (field && valueIn(record, field) !== undefined) part = without(part, record, field)
  }
  if (hasCircles) {
    const circles = valueIn(record, CIRCLES)
    if (Array.isArray(circles) && circles.includes('support')) {
      const left = circles.filter(circle => circle !== 'support')
      part = without(part, record, CIRCLES, left.length ? left : undefined)
    }
  }
  for (let index = 0; index < references.length; index++) {
    const reference = references[index]
    if (reference && gone && isGone(record, reference, gone))
      part = without(part, record, reference)
  }
  return part
}

function isGone(record: Stamped, { name, to }: Reference, gone: Gone): boolean {
  const id = valueIn(record, { name })
  return typeof id === 'number' && gone.get(to)?.has(id) === true
}

/** The part, which is a copy from the first change on, with that value or without the field. */
function without<R extends Stamped>(part: R, record: R, field: Field, value?: unknown): R {
  const copy = part === record ? { ...record } : part
  setValue(copy, field, value)
  return copy
}

type Field = Pick<FieldRow, 'name'>
const CIRCLES: Field = { name: 'circles' }

const MASKED = Object.fromEntries(LISTS.map(list => [list, maskedOf(list)])) as Record<
  ListName,
  Masked
>

function maskedOf(list: ListName): Masked {
  // Of references only single ones to a record that may be private: what it settled stays settled.
  const isSingle = list === 'followUps'
  return {
    fields: FIELDS[list].filter(isPrivate),
    references: REFERENCES.filter(
      each => isSingle && each.list === list && each.to === 'interactions',
    ).map(({ field, to }) => ({ name: field, to })),
    hasCircles: list === 'contacts',
  }
}

function publicSettings({ settings }: Database): Database['settings'] {
  const names = Object.keys(settings)
  if (!names.some(isPrivateSetting)) return settings
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !isPrivateSetting(key)))
}
