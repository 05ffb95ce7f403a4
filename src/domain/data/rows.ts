import type { Day } from '../words/days.ts'
import { LONGEST } from '../words/text.ts'
import type { ListName } from './model.ts'

/**
 * How a value is written in the file, and so how it is read and checked:
 * `name`, `line` one line of text (names refuse every control character), `text` may have line breaks,
 * `day` `2026-03-09`, `moment` ISO in UTC, `clock` `15:00`, `birthday` a day with or without its year,
 * `count` a whole number from 0, `minutes` a count of them, `rhythm` a count of days typed as `30d`, `6w`
 * or `none`, `quiet` a day or `until-woken`, `reference` the id of a record of the list `to`, `pairs` a
 * word or two said of each of several records of it, `words` a map of lines.
 */
export type FieldType =
  | 'name'
  | 'line'
  | 'text'
  | 'email'
  | 'phone'
  | 'link'
  | 'day'
  | 'moment'
  | 'clock'
  | 'birthday'
  | 'count'
  | 'minutes'
  | 'rhythm'
  | 'quiet'
  | 'flag'
  | 'choice'
  | 'reference'
  | 'pairs'
  | 'words'

/**
 * Who sees a field. `public`: everybody. `private`: the user on screen; elsewhere as if it were not in the
 * file. `local`: it acts everywhere and is printed only here, as whoever rests must rest everywhere.
 */
export type Lens = 'public' | 'private' | 'local'

/** What is said of one of several people: `{ contact: 3, text: 'physiology' }`. */
export interface Pair {
  contact: number
  text: string
}

/**
 * What becomes of two values when two people are one: `both` stands where both have it, `later` the later,
 * `larger` the larger, `sorted` is a list in the order of its lines. Absent: what fits the type.
 */
export type MergeRule = 'both' | 'later' | 'larger' | 'sorted'

/** What a row can say beside its type and help; what it leaves out follows from those. */
export interface Columns {
  many?: boolean
  required?: boolean
  /** The option that sets it, without dashes; absent: not typed on the command line. */
  flag?: string
  /** One letter. */
  short?: string
  /** What stands for the value in help, `day` in `--on <day>`; absent: the flag. */
  placeholder?: string
  /** `--no-<flag>` takes it away; absent: yes, unless it is required. */
  clearable?: boolean
  /** What is asked on a terminal. */
  ask?: string
  /** What a choice is called where a word is none of them. */
  noun?: string
  /** What people call the choices. */
  synonyms?: Readonly<Record<string, string>>
  /** How it is read from words; absent: as all of its type. */
  read?: (text: string, today: Day) => unknown
  /** What it means that nothing stands there. */
  unsaid?: string
  /** Absent: `public`. */
  lens?: Lens
  /** How many values a list takes when it is typed or imported. */
  most?: number
  /** How many letters a value takes when it is typed. */
  longest?: number
  /** The file is held to `most` and `longest` too: no file that was written before the row can break it. */
  strict?: boolean
  /** On the page of its record: a line under its label (absent), in the sentences at the `head`, or `nowhere`. */
  page?: 'line' | 'head' | 'nowhere'
  /** How much a word found there counts in a search, 0: not searched; absent: 4 for texts. */
  weight?: number
  merge?: MergeRule
  /** Its heading in netmed's own CSV, absent: its name; `false`: not written there. */
  csv?: string | false
  /**
   * Its vCard properties: the first is written, all are read; absent: one of netmed's own. `by-hand`:
   * structured, and so read and written by code. `none`: not written.
   */
  vcard?: readonly string[] | 'by-hand' | 'none'
  /** One person's own: no edit of several people sets it. */
  isOwn?: boolean
  /** Free text in which a patient may be described. */
  isWatched?: boolean
  /** What it was before a change is kept in the history. */
  isKept?: boolean
  /** A value that is added stands first, as it is the one to use. */
  newestFirst?: boolean
  /** No import changes it of somebody who is here. */
  isMine?: boolean
  /** The record goes with the last one that it refers to here. */
  goesWith?: boolean
}

/** A row before it has its name; `V` is one value of what the record holds there. */
export interface Row<V> {
  readonly type: FieldType
  readonly help: string
  /** For the type alone; nothing stands there. */
  readonly holds?: V
}

export interface FieldRow extends Columns {
  /** The key in the record. */
  name: string
  type: FieldType
  /** What the value is, for help, questions and the schema. */
  help: string
  choices?: readonly string[]
  /** The list that a reference, or pairs, point into. */
  to?: ListName
  many: boolean
  required: boolean
  clearable: boolean
  lens: Lens
  most: number
  longest: number
  page: 'line' | 'head' | 'nowhere'
  weight: number
}

export function isPair(value: unknown): value is Pair {
  return typeof value === 'object' && value !== null && 'contact' in value && 'text' in value
}

export function isPublic({ lens }: Pick<FieldRow, 'lens'>): boolean {
  return lens === 'public'
}

export function isPrivate({ lens }: Pick<FieldRow, 'lens'>): boolean {
  return lens === 'private'
}

// The types of records

/** What a record of these rows holds: required ones always, lists of those of which there are many. */
export type Fields<Rows> = Flat<
  { [K in keyof Rows as Rows[K] extends { required: true } ? K : never]: Held<Rows[K]> } & {
    [K in keyof Rows as Rows[K] extends { required: true } ? never : K]?: Held<Rows[K]>
  }
>
type Held<R> = R extends Row<infer V> ? (R extends { many: true } ? V[] : V) : never
/** The names of the rows that say something in a column. */
export type NamesWhere<Rows, Said> = {
  [K in keyof Rows]: Rows[K] extends Said ? K : never
}[keyof Rows]
type Flat<T> = { [K in keyof T]: T[K] }

// One edge for all: which type a field holds is what the table says, and TypeScript cannot follow names
// from a table into a record.

/** What a record holds in a field; undefined when nothing. */
export function valueIn(record: object, { name }: Pick<FieldRow, 'name'>): unknown {
  return (record as Record<string, unknown>)[name]
}

/** Puts a value there that was read or checked by the row; undefined takes the field away. */
export function setValue(record: object, { name }: Pick<FieldRow, 'name'>, value: unknown): void {
  if (value === undefined) delete (record as Record<string, unknown>)[name]
  else (record as Record<string, unknown>)[name] = value
}

// Builders, one for each type

function builder<V>(type: FieldType) {
  return <const C extends Columns = Record<never, never>>(help: string, columns?: C) => {
    // What was left out says nothing, just as its type.
    return { type, help, ...columns } as Row<V> & C
  }
}

export const name = builder<string>('name')
export const line = builder<string>('line')
export const text = builder<string>('text')
export const email = builder<string>('email')
export const phone = builder<string>('phone')
export const link = builder<string>('link')
export const day = builder<Day>('day')
export const moment = builder<string>('moment')
export const clock = builder<string>('clock')
export const birthday = builder<string>('birthday')
export const count = builder<number>('count')
export const minutes = builder<number>('minutes')
export const rhythm = builder<number>('rhythm')
export const quiet = builder<Day | 'until-woken'>('quiet')
export const flag = builder<boolean>('flag')
export const words = builder<Record<string, string>>('words')

/** One of a closed list of words. */
export function choice<const T extends string, const C extends Columns = Record<never, never>>(
  choices: readonly T[],
  help: string,
  columns?: C,
) {
  return { ...builder<T>('choice')(help, columns), choices }
}

/** The id of a record of another list. */
export function reference<const L extends string, const C extends Columns = Record<never, never>>(
  to: L,
  help: string,
  columns?: C,
) {
  return { ...builder<number>('reference')(help, columns), to }
}

/** A word or two said of each of several people; always a list. */
export function pairs<const C extends Columns = Record<never, never>>(
  to: 'contacts',
  help: string,
  columns?: C,
) {
  return { ...builder<Pair>('pairs')(help, columns), to, many: true, strict: true } as const
}

/** How many letters of each type are typed at most; a generous measure. */
const LONGEST_OF: Partial<Record<FieldType, number>> = {
  name: LONGEST.name,
  email: 254,
  phone: 200,
  text: LONGEST.text,
}
/** Nobody has as many addresses; a list that a file made longer record by record would take for ever. */
const MOST_VALUES = 200
const TEXTS: ReadonlySet<FieldType> = new Set(['name', 'line', 'text', 'email', 'phone', 'link'])
const PLAIN_WEIGHT = 4

/** The rows of a kind of record under their names, with all that follows from what they say. */
export function named(
  rows: Readonly<Record<string, Row<unknown> & Columns & { to?: ListName }>>,
): FieldRow[] {
  return Object.entries(rows).map(([name, row]) => ({
    many: false,
    required: false,
    clearable: row.required !== true,
    lens: 'public',
    most: MOST_VALUES,
    longest: LONGEST_OF[row.type] ?? LONGEST.line,
    page: 'line',
    weight: TEXTS.has(row.type) ? PLAIN_WEIGHT : 0,
    ...row,
    name,
  }))
}
