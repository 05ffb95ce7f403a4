import { type Word, wordsOf } from '../words/sentences.ts'
import type { Evidence, Kind } from './patient-kinds.ts'
import { lexicon } from './patient-lexicon.ts'
import { PATTERNS } from './patient-patterns.ts'
import { type Found, type Line, READERS, SHAPES } from './patient-readers.ts'

/**
 * Whatever in a line counts for or against a patient, in reading order; nothing where nobody is told of, as
 * in most lines.
 */
export function evidenceIn(text: string, isOnFile: Line['isOnFile']): Evidence[] {
  const line = { text, words: wordsOf(text), isOnFile }
  const hasForm = HINTS.test(text)
  if (!hasForm && !line.words.some((word, at) => mayBeSomebody(word, line.words[at + 1]))) return []
  const all = hasForm ? byForm(line) : []
  const taken = new Uint8Array(text.length)
  for (const { start, end } of all) taken.fill(1, start, end)
  let at = 0
  while (at < line.words.length) {
    const word = line.words[at]
    const found = word && !taken[word.start] && mayCount(word) ? firstFound(line, at) : undefined
    if (found) all.push(evidenceOf(line, at, found))
    at = (found?.[1] ?? at) + 1
  }
  return all.sort((a, b) => a.start - b.start)
}

/** A first look at a word: in no list of people, no initials, no name before what happened. */
function mayBeSomebody({ text, lower }: Word, next: Word | undefined): boolean {
  const { people, kinds, bornWith } = lexicon()
  if (people.has(lower) || (lower.length >= 6 && JOBS.test(lower))) return true
  if (lower.includes('-') || /^[A-Z]\.?[A-Z]$/.test(text)) return true
  if (lower.endsWith("'s") && people.has(lower.slice(0, -2))) return true
  if (lower.endsWith('s') && people.has(lower.slice(0, -1))) return true
  if (!next || !/^[A-Z]/.test(text)) return false
  const behind = next.lower.endsWith("'s") ? next.lower.slice(0, -2) : next.lower
  return kinds.has(next.lower) || bornWith.has(behind) || /^w(?:ith)?$/.test(next.lower)
}

/** A first look at a word: whether anything can begin at it. */
function mayCount({ text, lower }: Word): boolean {
  const first = text.charCodeAt(0)
  if (first < 97 || first > 122 || lower.endsWith("'s")) return true
  const { starts } = lexicon()
  if (starts.has(lower) || (lower.endsWith('s') && starts.has(lower.slice(0, -1)))) return true
  return lower.length >= 6 && ENDINGS.test(lower)
}

const JOBS = SHAPES.find(([kind]) => kind === 'role')?.[1] ?? /$^/
const ENDINGS = new RegExp(SHAPES.map(([, { source }]) => source).join('|'))

function firstFound(line: Line, at: number): Found | undefined {
  for (const read of READERS) {
    const found = read(line, at)
    if (found) return found
  }
  return undefined
}

function evidenceOf({ words }: Line, at: number, [kind, to]: Found): Evidence {
  // `the musher who` is shown with its noun.
  const from = kind === 'marked' && at > 0 && words[at]?.lower.startsWith('who') ? at - 1 : at
  const { start = 0, sentence = 0 } = words[from] ?? {}
  return { kind, start, end: words[to]?.end ?? start, sentence }
}

/** Every pattern needs a figure, an address, a bed or a number in words: most lines have none. */
const HINTS =
  /\d|@|\bbed|ninet|hundred|\b(?:in|on|of|from) (?:one|two|three|four|five|six|seven|eight|nine)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|few)[ -]+(?:year|month|week)/i

/** What a pattern finds, each place by the first that finds it. */
function byForm({ text, words }: Line): Evidence[] {
  const taken = new Uint8Array(text.length)
  const found: Evidence[] = []
  for (const { kind, patterns, isFit } of PATTERNS()) {
    for (const { index: start, 0: said } of patterns.flatMap(each => [...text.matchAll(each)])) {
      const end = start + said.length
      if (taken[start] || taken[end - 1]) continue
      const [before, behind] = [
        text.slice(Math.max(0, start - 60), start),
        text.slice(end, end + 20),
      ]
      if (!isFit(before, behind)) continue
      taken.fill(1, start, end)
      found.push({ kind: kindOf(kind, said), start, end, sentence: 0 })
    }
  }
  found.sort((a, b) => a.start - b.start)
  let at = 0
  return found.map(each => {
    while (at < words.length - 1 && (words[at]?.end ?? 0) <= each.start) at++
    return { ...each, sentence: words[at]?.sentence ?? 0 }
  })
}

function kindOf(kind: Kind, said: string): Kind {
  const isOverEightyNine = /ninety|hundred|\b(?:9\d|1[01]\d)(?!\d)(?!.{0,3}(?:mo|we|wk|da))/i.test(
    said,
  )
  return kind === 'age' && isOverEightyNine ? 'elder' : kind
}
