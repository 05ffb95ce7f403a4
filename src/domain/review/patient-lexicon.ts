import { late } from '../words/late.ts'
import { KINDS, type Kind } from './patient-kinds.ts'
import { CONTEXT, WORDS } from './patient-words.ts'

/** The word lists, made when the first text is checked. */
export const lexicon = late(() => {
  const kinds = new Map<string, Kind>()
  for (const [kind, words] of Object.entries(WORDS)) {
    // Every key of the table is a kind of evidence.
    for (const word of set(words)) kinds.set(word, kind as Kind)
  }
  const context = Object.fromEntries(
    Object.entries(CONTEXT).map(([name, words]) => [name, set(words)]),
    // The same keys, each with its words as a set.
  ) as Record<keyof typeof CONTEXT, ReadonlySet<string>>
  const { kin, titles, epithets } = context
  const listed = [...kinds.keys(), ...kin]
  const beginnings = new Set(listed.flatMap(beginningsOf))
  const people = listed.filter(word => isOfPeople(word, kinds.get(word)))
  return {
    ...context,
    kinds,
    /** What stands before the last hyphens of an entry of several words. */
    beginnings,
    /** Whatever a name, or what stands in the lists, may begin with. */
    starts: new Set(['from', 'the', ...titles, ...epithets, ...listed, ...beginnings]),
    /** One word of each entry that may tell of somebody. */
    people: new Set([...titles, ...epithets, ...people.map(longestPart)]),
  }
})

function isOfPeople(word: string, kind: Kind | undefined): boolean {
  return !kind || kind === 'stay' || KINDS[kind].group === 'who' || word.startsWith('who')
}

function longestPart(entry: string): string {
  return entry.split('-').reduce((long, part) => (part.length >= long.length ? part : long))
}

function beginningsOf(entry: string): string[] {
  const parts = entry.split('-')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('-'))
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
