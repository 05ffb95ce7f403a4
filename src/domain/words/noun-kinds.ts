import { partsOf, wordSet } from './tidy.ts'

/**
 * What a noun phrase names, where a mail says one thing another way: a `text` is read or handed in, a
 * `study` is read about, `help` is thanked for, of a part of their `life` one asks how it is, and `words`
 * are what they said.
 */
export type NounKind = 'text' | 'study' | 'help' | 'life' | 'words'

/** Undefined where it is none of these. The noun that counts is the one before "on", "about" or "you run". */
export function nounKind(phrase: string): NounKind | undefined {
  const words = phrase.split(/\s+/).map(word => partsOf(word).lower)
  if (words[0] === 'what') return 'words'
  const end = words.findIndex((word, index) => index > 0 && BEHIND.has(word))
  // "chapter 3" is a chapter.
  const named = words.slice(0, end < 0 ? undefined : end).filter(word => !/^\d+$/.test(word))
  const head = named.at(-1) ?? ''
  if (words.includes('new') && !TEXTS.has(head)) return 'life'
  return KINDS.find(([, nouns]) => nouns.has(head))?.[0]
}

const BEHIND = wordSet(
  'of on about in with from for at by to that which who you under over after before during and as',
)
const TEXTS = wordSet(
  'paper papers article articles abstract draft chapter chapters book books essay review report manuscript poster statement application form slides summary study studies guideline guidelines letter outline proposal edits revision revisions section data analysis figure figures table tables notes resume cv protocol',
)
const KINDS: readonly [NounKind, ReadonlySet<string>][] = [
  ['text', TEXTS],
  ['study', wordSet('project projects registry trial trials cohort database research lab')],
  ['help', wordSet('advice feedback help tip tips suggestion suggestions idea ideas comments')],
  [
    'life',
    wordSet(
      'rotation apartment block job residency fellowship year move marathon training team class course garden baby dog cat trip vacation semester internship',
    ),
  ],
  ['words', wordSet('story stories talk lecture answer point line')],
]
