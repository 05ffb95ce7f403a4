import type { Day, Moment } from '../words/days.ts'

export const SCHEMA_VERSION = 1

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

export const ROLES = [
  'peer',
  'senior-student',
  'resident',
  'fellow',
  'attending',
  'faculty',
  'nurse',
  'allied-health',
  'staff',
  'alumni',
  'advisor',
  'teacher',
  'employer',
  'family',
  'other',
] as const
export type Role = (typeof ROLES)[number]

export const CIRCLES = [
  'mentor',
  'mentee',
  'study',
  'support',
  'letter-writer',
  'research',
  'pre-med',
] as const
export type Circle = (typeof CIRCLES)[number]

/** How people meet: shared by `--met`, `log --kind` and events. */
export const OCCASIONS = [
  'coffee',
  'lunch',
  'walk',
  'call',
  'video',
  'message',
  'email',
  'meeting',
  'office-hours',
  'info-interview',
  'shadowing',
  'lecture',
  'panel',
  'seminar',
  'grand-rounds',
  'conference',
  'class',
  'club',
  'sport',
  'rotation',
  'research',
  'study-session',
  'group-interview',
  'volunteer',
  'social',
  'wellness',
  'online',
  'introduced',
  'pre-med',
  'event',
  'met',
] as const
export type Occasion = (typeof OCCASIONS)[number]

export const FOLLOW_UP_KINDS = [
  'thank-you',
  'event',
  'reply',
  'promise',
  'advice',
  'resource',
  'offer',
  'ask',
  'meeting',
  'deadline',
  'reminder',
  'draft',
] as const
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number]

export const NEAR = ['me', 'them', 'neither'] as const
export type Near = (typeof NEAR)[number]

export const SEASON_KINDS = ['boards', 'exams', 'rotation', 'application', 'leave', 'rest'] as const
export type SeasonKind = (typeof SEASON_KINDS)[number]
export const PACES = ['normal', 'half', 'pause'] as const
export type Pace = (typeof PACES)[number]

export interface Contact extends Stamped {
  /** As typed; the parts below stand only where they were corrected. */
  name: string
  title?: string
  first?: string
  last?: string
  nickname?: string
  greeting?: string
  role?: Role
  circles?: Circle[]
  emails?: string[]
  phones?: string[]
  stage?: string
  institution?: string
  department?: string
  specialty?: string
  graduationYear?: number
  /** `AMWA: treasurer`. */
  organisations?: string[]
  met?: Occasion
  metOn?: Day
  metAt?: string
  introducedBy?: number
  hometown?: string
  interests?: string[]
  background?: string[]
  worries?: string[]
  matters?: string[]
  links?: string[]
  area?: string
  /** `1990-03-09`, or `--03-09` without the year. */
  birthday?: string
  tags?: string[]
  /** Days of the rhythm that was set by hand; 0 means that none is wanted. */
  every?: number
  /** Somebody to write to, not yet a contact. */
  prospect?: boolean
  why?: string
  found?: string
  /** Hides rhythm and nudges until this day, or until the user says so. */
  quiet?: Day | 'until-woken'
  /** How often reminders were put off since the last contact. */
  snoozes?: number
  archived?: boolean
  /** What they were before, a dated line a change: `2026-11-21 role: resident -> attending`. */
  history?: string[]
  /** Slots last given for this person's drafts. */
  slots?: Record<string, string>
  note?: string
  privateNote?: string
}

export interface Interaction extends Stamped {
  kind: Occasion
  on: Day
  contacts: number[]
  /** Who started it; absent means me. */
  by?: 'me' | 'them'
  event?: number
  place?: string
  near?: Near
  /** The one specific thing to mention next time. */
  detail?: string
  note?: string
  /** Shown only to the user on screen, with its detail and note. */
  private?: boolean
  /** The template of an email that was sent. */
  template?: string
  /** Something was given: notes shared, help, news. */
  gave?: string
  /** What was seen and heard, by question, for the user alone; see `debrief.ts`. */
  debrief?: Record<string, string>
}

export interface FollowUp extends Stamped {
  kind: FollowUpKind
  contact?: number
  what: string
  /** Absent: no day. */
  due?: Day
  /** Local start of a meeting, `15:00`. */
  at?: string
  minutes?: number
  place?: string
  /** Everybody of a meeting with more than one person; `contact` is the first. */
  others?: number[]
  /** How the meeting will be held. */
  occasion?: Occasion
  /** The interaction that opened it. */
  from?: number
  /** Advice: `tried` once there is an outcome to tell; a reply: `nudged` after the one nudge. */
  stage?: 'tried' | 'nudged'
  /** What came of advice, the takeaway of a resource, `taken` or `declined` for an offer. */
  outcome?: string
  /** The template that a reply waits on, or that a held draft was written from. */
  template?: string
  /** A held draft: the finished text, and the moment from which it may be released. */
  text?: string
  holdUntil?: Moment
  private?: boolean
  /** The day it was settled or let go; absent while open. */
  closedOn?: Day
  /** Absent while open. */
  closed?: 'done' | 'dropped'
  /** The interaction that settled it. */
  closedBy?: number
}

export interface Event extends Stamped {
  name: string
  kind: Occasion
  on: Day
  until?: Day
  place?: string
  read?: string[]
  speakers?: string[]
  sessions?: string[]
  goals?: string[]
}

export interface Season extends Stamped {
  name: string
  kind: SeasonKind
  pace: Pace
  from: Day
  /** The last day, inclusive. */
  until: Day
}

export interface Question extends Stamped {
  /** Absent: the user's own question for the bank. */
  contact?: number
  role?: Role
  text: string
  career?: boolean
  askedOn?: Day
}

export interface Profile {
  name?: string
  email?: string
  stage?: string
  school?: string
  graduationYear?: number
  interests?: string[]
  skills?: string[]
  area?: string
  links?: string[]
  pitch?: string
  startTicks?: string[]
}

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

export interface Database {
  schemaVersion: number
  meta: Meta
  profile: Profile
  /** Only what differs from the defaults in `settings.ts`. */
  settings: Record<string, number | string>
  events: Event[]
  seasons: Season[]
  questions: Question[]
  contacts: Contact[]
  followUps: FollowUp[]
  interactions: Interaction[]
}

/** Every kind of record by the list that holds it, in the order of the file. */
export interface RecordOf {
  events: Event
  seasons: Season
  questions: Question
  contacts: Contact
  followUps: FollowUp
  interactions: Interaction
}
export type ListName = keyof RecordOf
export const LISTS = [
  'events',
  'seasons',
  'questions',
  'contacts',
  'followUps',
  'interactions',
] as const satisfies readonly ListName[]

/** Every field that holds the id of another record; removing, merging and checking walk it. */
export const REFERENCES = [
  { list: 'contacts', field: 'introducedBy', to: 'contacts', many: false },
  { list: 'questions', field: 'contact', to: 'contacts', many: false },
  { list: 'followUps', field: 'contact', to: 'contacts', many: false },
  { list: 'followUps', field: 'others', to: 'contacts', many: true },
  { list: 'followUps', field: 'from', to: 'interactions', many: false },
  { list: 'followUps', field: 'closedBy', to: 'interactions', many: false },
  { list: 'interactions', field: 'contacts', to: 'contacts', many: true },
  { list: 'interactions', field: 'event', to: 'events', many: false },
] as const satisfies readonly {
  list: ListName
  field: string
  to: ListName
  many: boolean
}[]

export function emptyDatabase(): Database {
  return {
    schemaVersion: SCHEMA_VERSION,
    meta: { nextId: 1, rev: 0 },
    profile: {},
    settings: {},
    events: [],
    seasons: [],
    questions: [],
    contacts: [],
    followUps: [],
    interactions: [],
  }
}

export interface Named {
  created: Set<Stamped>
  touched: Set<Stamped>
}

// Kept beside the database and never in it: what a change named is the store's business on commit.
const namedRecords = new WeakMap<Database, Named>()

/** The records that changes have named since the database was read. */
export function named(db: Database): Named {
  let names = namedRecords.get(db)
  if (!names) {
    names = { created: new Set(), touched: new Set() }
    namedRecords.set(db, names)
  }
  return names
}

/** Adds a record under the next number; the store gives it `uid` and `createdAt` on commit. */
export function created<L extends ListName>(
  db: Database,
  list: L,
  fields: Omit<RecordOf[L], keyof Stamped>,
): RecordOf[L] {
  const record = { id: db.meta.nextId++, uid: '', createdAt: '', ...fields } as RecordOf[L]
  // A list and its record type belong together by RecordOf; TypeScript cannot see it through L.
  const records = db[list] as RecordOf[L][]
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
