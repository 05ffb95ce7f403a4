import type { Day } from '../words/days.ts'
import { folded } from '../words/text.ts'
import type { Parse, Part } from './sentence-parts.ts'
import type { Instead, Line, Reading } from './sentence-said.ts'
import { aboutWords } from './sentence-saying.ts'
import type { Token } from './sentence-words.ts'

export interface Otherwise {
  drop?: readonly Part[]
  swap?: readonly (readonly [Part, string])[]
  /** In place of the detail that was typed. */
  detail?: string | undefined
  flags?: readonly string[]
  label?: string
  /** Somebody who is not named in it. */
  who?: string
}

/** The line as typed, with some parts left out or said otherwise. */
export function lineOf({ reading, parse }: Line, how: Otherwise): Instead {
  const { drop = [], swap = [], flags = [], label, who } = how
  const words: string[] = []
  for (const part of parse.parts) {
    if (drop.includes(part)) continue
    const other = swap.find(([each]) => each === part)?.[1]
    if (other !== undefined) words.push(...other.split(' '))
    else for (const token of tokensAt(reading, part)) pushToken(words, token)
  }
  const detail = 'detail' in how ? how.detail : reading.detail
  const withWho = who ? [...tidied(words), 'with', who] : tidied(words)
  return { verb: 'log', words: [...withWho, ...aboutWords(detail), ...flags], label }
}

function tokensAt({ tokens }: Reading, { at, length }: Part): readonly Token[] {
  return tokens.slice(at, at + length)
}

function pushToken(words: string[], token: Token): void {
  const last = words.at(-1)
  if (token.word === ',' && last !== undefined && !/^[-–—]/.test(token.text)) {
    words[words.length - 1] = `${last}${token.text}`
  } else words.push(token.text)
}

/** Without the fillers that lead nowhere once a part is left out. */
function tidied(words: readonly string[]): string[] {
  const kept = [...words]
  while (kept.length && LEADS.has(folded(kept.at(-1) ?? ''))) kept.pop()
  const last = kept.at(-1)
  if (last !== undefined) kept[kept.length - 1] = last.replace(/[,.;]+$/, '')
  return kept
}

const LEADS = new Set([
  'with',
  'w/',
  'w',
  'and',
  '&',
  '+',
  'n',
  'to',
  'on',
  'at',
  '@',
  'the',
  'over',
  'for',
  ',',
])

export function textOf(reading: Reading, part: Part): string {
  return tokensAt(reading, part)
    .map(token => token.text)
    .join(' ')
}

/** The people as they were typed. */
export function namesTyped(reading: Reading, { parts }: Parse): string {
  const people = parts.filter(part => part.is === 'person')
  return people.map(part => textOf(reading, part)).join(', ')
}

export function dayIn({ parts }: Parse): Day | undefined {
  return parts.flatMap(part => (part.is === 'day' && part.day ? [part.day] : []))[0]
}

export function wordsOf(reading: Reading, parts: readonly Part[]): string[] {
  const words: string[] = []
  for (const part of parts) for (const token of tokensAt(reading, part)) pushToken(words, token)
  return words
}
