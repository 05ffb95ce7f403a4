import type { Moment } from '../words/days.ts'
import type {
  CIRCLES,
  CLAIMS,
  FOLLOW_UP_KINDS,
  NEAR,
  OCCASIONS,
  PACES,
  ROLES,
  SEASON_KINDS,
} from './choices.ts'
import { FIELDS, KINDS, type Kinds, type ProfileRows } from './fields.ts'
import type { Fields } from './rows.ts'

export const SCHEMA_VERSION = 3

/** What every record carries; `uid` and the moments are given by the store on commit. */
export interface Stamped {
  /** From the one counter that numbers every record of every kind. */
  id: number
  /** 16 lower-case letters and digits: speaks for the record in calendars and across copies. */
  uid: string
  createdAt: Moment
  updatedAt?: Moment
  /** How often it was changed; absent until the first change. */
  rev?: number
}

export type Role = (typeof ROLES)[number]
export type Circle = (typeof CIRCLES)[number]
export type Occasion = (typeof OCCASIONS)[number]
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number]
export type Near = (typeof NEAR)[number]
export type SeasonKind = (typeof SEASON_KINDS)[number]
export type Pace = (typeof PACES)[number]
export type Claim = (typeof CLAIMS)[number]

export type ListName = keyof Kinds

/** Every kind of record by the list that holds it, in the order of the file. */
export type RecordOf = { [L in ListName]: Stamped & FieldsOf[L] }

type FieldsOf = Omit<Rows, 'followUps'> & { followUps: LoopOfKind & (Open | Closed) }
type Rows = { [L in ListName]: Fields<Kinds[L]['rows']> }

// A follow-up holds what its kind can, and an ending once it is closed. A file that was changed by hand may
// lack what belongs there, as the day of an ending or the text of a draft, and so it is asked for.

type Loop = Rows['followUps']
type OfSomeKinds = 'minutes' | 'occasion' | 'template' | 'text' | 'said' | 'holdUntil' | 'stage'
type Ending = 'closed' | 'closedOn' | 'closedBy'
type Without<K extends PropertyKey> = { [F in K]?: never }
type Only<K extends FollowUpKind, Own> = { kind: K } & Own &
  Without<Exclude<OfSomeKinds, keyof Own>> &
  Omit<Loop, 'kind' | OfSomeKinds | Ending>

type LoopOfKind =
  | Only<'meeting', Pick<Loop, 'minutes' | 'occasion'>>
  | Only<'draft', Pick<Loop, 'template' | 'text' | 'said' | 'holdUntil'>>
  | Only<'reply', Pick<Loop, 'template'> & { stage?: 'nudged' }>
  | Only<'advice' | 'resource', { stage?: 'tried' }>
  | Only<'ask', { stage?: 'agreed' }>
  | Only<
      Exclude<FollowUpKind, 'meeting' | 'draft' | 'reply' | 'advice' | 'resource' | 'ask'>,
      object
    >

type Open = Without<Ending>
/** Set by `close` alone, which sets them together. */
type Closed = Readonly<Required<Pick<Loop, 'closed'>> & Pick<Loop, 'closedOn'>> &
  Pick<Loop, 'closedBy'>

export type Contact = RecordOf['contacts']
export type Interaction = RecordOf['interactions']
export type FollowUp = RecordOf['followUps']
export type OpenFollowUp = Stamped & LoopOfKind & Open
export type ClosedFollowUp = Stamped & LoopOfKind & Closed
export type HeldDraft = Extract<FollowUp, { kind: 'draft' }>
export type Event = RecordOf['events']
export type Season = RecordOf['seasons']
export type Question = RecordOf['questions']
export type Profile = Fields<ProfileRows>

/** What the store writes of itself; see `store/store.ts`. */
export interface Meta {
  nextId: number
  /** Counts commits. */
  rev: number
  /** The revision that one `undo` goes back to; absent after the first commit. */
  before?: number
  /** The revisions that `redo` comes forward to, nearest last. */
  redo?: number[]
  command?: string
  at?: Moment
}

export interface Database extends Lists {
  schemaVersion: number
  meta: Meta
  profile: Profile
  /** Only what differs from the defaults in `settings.ts`. */
  settings: Record<string, number | string>
}
type Lists = { [L in ListName]: RecordOf[L][] }

// The keys of an object of ours are its own and no others, in the order in which they are written there.
export const LISTS = Object.keys(KINDS) as readonly ListName[]

/** Something of each kind of record. */
export function byList<T>(make: (list: ListName) => T): Record<ListName, T> {
  // Each list is there once.
  return Object.fromEntries(LISTS.map(list => [list, make(list)])) as Record<ListName, T>
}

/** A field that holds ids of another record; removing, merging, joining and checking walk it. */
export interface Reference {
  list: ListName
  field: string
  to: ListName
  many: boolean
  /** The record goes with the last one that it refers to there. */
  goesWith: boolean
}

export const REFERENCES: readonly Reference[] = LISTS.flatMap(list =>
  FIELDS[list].flatMap(({ name, to, many, goesWith = false }) =>
    to ? [{ list, field: name, to, many, goesWith }] : [],
  ),
)

export function emptyDatabase(): Database {
  // Each list is there, and empty.
  const lists = Object.fromEntries(LISTS.map(list => [list, []])) as unknown as Lists
  return {
    schemaVersion: SCHEMA_VERSION,
    meta: { nextId: 1, rev: 0 },
    profile: {},
    settings: {},
    ...lists,
  }
}

export interface Named {
  created: Set<Stamped>
  touched: Set<Stamped>
  removed: Set<Stamped>
}

// Kept beside the database and never in it: what a change named is the store's business on commit.
const namedRecords = new WeakMap<Database, Named>()

/** The records that changes have named since the database was read. */
export function named(db: Database): Named {
  let names = namedRecords.get(db)
  if (!names) {
    names = { created: new Set(), touched: new Set(), removed: new Set() }
    namedRecords.set(db, names)
  }
  return names
}

/** A record as it begins: a follow-up is open. */
type NewFields = Omit<Rows, 'followUps'> & { followUps: LoopOfKind & Open }

/** Adds a record under the next number; the store gives it `uid` and `createdAt` on commit. */
export function created<L extends ListName>(
  db: Database,
  list: L,
  fields: NewFields[L],
): Stamped & NewFields[L] {
  const record = { id: db.meta.nextId++, uid: '', createdAt: '', ...fields }
  const records: Stamped[] = db[list]
  records.push(record)
  named(db).created.add(record)
  return record
}

/** Must be called before a record is altered: the store raises `rev` of the named records only. */
export function touch<R extends Stamped>(db: Database, record: R): R {
  const names = named(db)
  if (!names.created.has(record)) names.touched.add(record)
  return record
}
