import type { Day, Moment } from '../words/days.ts'
import type { Occasion } from './model.ts'
import type { Changes, ContactFields } from './records.ts'

/** Somebody as a file of another program tells of them. */
export interface ImportedPerson {
  fields: Changes<ContactFields> & { name: string }
  /** Of a record that netmed wrote itself. */
  uid?: string
  /** By which another program tells its records apart. */
  cardUid?: string
  /** Where in the file they begin, from 1. */
  line: number
  /** When the other program last changed them. */
  changedAt?: Moment
  /** By uid or name, to be found once everybody of the file is there. */
  introducedBy?: { uid?: string; name?: string }
  interactions?: ImportedInteraction[]
  /** Dated lines, each to stand in the note once. */
  notes?: string[]
}

export interface ImportedInteraction {
  on: Day
  kind: Occasion
  detail?: string
  note?: string
  place?: string
  /** The names of the people, as the file writes them. */
  with?: string[]
  /** Where in the file it stands, from 1. */
  line?: number
}

/** What could not be taken over, and why, in a sentence. */
export interface ImportSkipped {
  line: number
  why: string
}

/** Goes through long work at once. */
export function finished<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** What no field of anybody holds, and how often it stands in the file: `streets`, `"Shoe size"`. */
export interface LeftOut {
  what: string
  count: number
}

export interface Imported {
  people: ImportedPerson[]
  interactions: ImportedInteraction[]
  skipped: ImportSkipped[]
  /** What the user should know of lines that were taken over: a card without its end. */
  remarks?: ImportSkipped[]
  leftOut?: LeftOut[]
}
