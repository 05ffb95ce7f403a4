import { late } from '../words/late.ts'
import type { Kind } from './patient-kinds.ts'
import {
  CAPITALS,
  COUNTED,
  DOCTORS_VERBS,
  IMPATIENT_BEFORE,
  IMPATIENT_BEHIND,
  KIN,
  NO_INITIALS,
  OTHER_NUMBERS,
  SHAPELESS,
  WORDS,
} from './patient-words.ts'

/** The word lists, made when the first text is checked. */
export const lexicon = late(() => {
  const kinds = new Map<string, Kind>()
  for (const [kind, words] of Object.entries(WORDS)) {
    // Every key of the table is a kind of evidence.
    for (const word of set(words)) kinds.set(word, kind as Kind)
  }
  return {
    kinds,
    /** What stands before the last hyphens of an entry of several words. */
    beginnings: new Set([...kinds.keys()].flatMap(beginningsOf)),
    kin: set(KIN),
    capitals: set(CAPITALS),
    noInitials: set(NO_INITIALS),
    impatientBefore: set(IMPATIENT_BEFORE),
    impatientBehind: set(IMPATIENT_BEHIND),
    counted: set(COUNTED),
    otherNumbers: set(OTHER_NUMBERS),
    doctorsVerbs: set(DOCTORS_VERBS),
    shapeless: set(SHAPELESS),
  }
})

function beginningsOf(entry: string): string[] {
  const parts = entry.split('-')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('-'))
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
