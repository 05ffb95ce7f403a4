import type { Contact, Database, Event, Occasion } from '../data/model.ts'
import { contactPhrase } from '../data/occasions.ts'
import { displayName } from '../people/names.ts'
import { type Day, shortDay } from '../words/days.ts'
import { listed } from '../words/text.ts'
import type { Known, Parse } from './sentence-parts.ts'
import type { By, Token } from './sentence-words.ts'

/** What a sentence says of a contact; absent is what it does not say. */
export interface Said {
  contacts: readonly Contact[]
  /** Names of people who are not on file yet. */
  fresh: readonly string[]
  kind?: Occasion | undefined
  by?: By | undefined
  on?: Day | undefined
  place?: string | undefined
  event?: Event | undefined
  detail?: string | undefined
}

/** A line that can be typed instead. */
export interface Instead {
  /** `log`, where it is the sentence said otherwise. */
  verb: 'log' | 'meet' | 'heard'
  words: readonly string[]
  /** Who or what it means, for a question. */
  label?: string | undefined
}

/**
 * What a sentence comes to. `names`: nothing but names stands before the detail, and they are read as every
 * command reads names. `asked`: it is not clear, and nothing is logged of it: why, what was understood,
 * and the lines that are clear.
 */
export type Sentence =
  | { is: 'read'; said: Said }
  | { is: 'names'; args: readonly string[]; detail?: string }
  | {
      is: 'asked'
      /** What is missing or open: who it was, which of several, or names that nobody has. */
      open: 'who' | 'which' | 'names' | 'ends' | 'line' | 'ahead'
      why: string
      /** Empty where nothing was. */
      understood: string
      instead: readonly Instead[]
      said: Said
      /** The names that nobody has. */
      unknown: readonly string[]
    }
export type Asked = Extract<Sentence, { is: 'asked' }>

/** The words of a sentence, and what they are read with. */
export interface Reading {
  db: Database
  known: Known
  today: Day
  allowNew: boolean
  tokens: readonly Token[]
  detail?: string | undefined
  /** "about" or a colon stands before it, and not only a comma. */
  isMarked: boolean
  /** What other words say, where they are read as one thing. */
  readAgain(words: readonly string[]): Said | undefined
}

/** One way of reading the words. */
export interface Line {
  reading: Reading
  parse: Parse
}

export const EMPTY: Said = { contacts: [], fresh: [] }

export type Open = Pick<Asked, 'open' | 'why' | 'instead'> & { unknown?: readonly string[] }

export function asked(reading: Reading, { unknown = [], ...open }: Open, said: Said): Asked {
  const understood = understoodOf(said, reading.today)
  return { is: 'asked', ...open, unknown, said, understood }
}

/** `coffee with Priya Nair, yesterday`. */
function understoodOf({ contacts, kind, by, on, place, event }: Said, today: Day): string {
  const names = listed(contacts.map(displayName))
  const where = event ? ` at ${event.name}` : place ? ` at ${place}` : ''
  const what = names || kind ? contactPhrase(kind ?? 'met', by, names) : ''
  return [`${what}${where}`.trim(), on ? shortDay(on, today) : ''].filter(Boolean).join(', ')
}
