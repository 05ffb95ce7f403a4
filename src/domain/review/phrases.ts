import { late } from '../words/late.ts'
import type { Sentence, TextWarning, Word } from '../words/sentences.ts'

/** What a rule found in a text, with its place. */
export interface Found {
  start: number
  end: number
  says: string
}

export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>
export type Span = readonly [from: number, to: number]

export function phrases(list: string): Phrases {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of list.split('|')) {
    const words = phrase.trim().split(/\s+/)
    const first = words[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  return byFirst
}

/** Every place of a phrase within one sentence, in order. */
export function phrasesIn(words: readonly Word[], known: Phrases): Span[] {
  const spans: Span[] = []
  for (const [at, word] of words.entries()) {
    const phrase = known
      .get(word.lower)
      ?.find(candidate => candidate.every((part, index) => words[at + index]?.lower === part))
    if (phrase) spans.push([at, at + phrase.length - 1])
  }
  return spans
}

export function foundAt(
  words: readonly Word[],
  [from, to]: Span,
  text: string,
  says: (words: string) => string,
): Found {
  const [start, end] = [words[from]?.start ?? 0, words[to]?.end ?? 0]
  return { start, end, says: says(text.slice(start, end)) }
}

/** At the start of a sentence, or of its second half. */
export function begins(words: readonly Word[], at: number, text: string): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (!before || !word || before.sentence !== word.sentence) return true
  if (text.slice(before.end, word.start).includes(',')) return true
  return /^(?:and|but|so|then)$/.test(before.lower)
}

export function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}

// Sayings: what people say in many wordings

/** Some words between: "you promised … and" is said of "you promised it for Monday, and". */
const SOME_WORDS = String.raw`,? (?:\S+ ){0,9}?`

/**
 * Wordings, one a line, as patterns in small letters: a blank may have a comma before it, ` … ` stands for up
 * to nine words, and a line that begins with `|` continues the one above. They are read within a sentence.
 */
export function sayings(lines: string): () => RegExp {
  return late(() => {
    const wordings = lines
      .trim()
      .replace(/\n\s*\|/g, '|')
      .split(/\s*\n\s*/)
      .map(line => line.replaceAll(' … ', '…').replaceAll(' ', ',? '))
      .map(line => line.replaceAll('…', SOME_WORDS))
    return new RegExp(`(?<![\\w'-])(?:${wordings.join('|')})(?![\\w'])`, 'g')
  })
}

/** A wording where it stands. */
export interface Said {
  start: number
  end: number
  /** As written. */
  words: string
  sentence: Sentence
  /** The whole sentence in small letters, apostrophes and blanks made plain. */
  plain: string
}

/** V8 compiles a pattern for a text of this length, and interprets it for a shorter one, ten times as long. */
const COMPILED_FROM = 1000

/** Every place where one of the wordings is said, in order. */
export function saidIn(sentences: readonly Sentence[], wordings: () => RegExp): Said[] {
  const plains = sentences.map(plainOf)
  const text = plains.join('\n').padEnd(COMPILED_FROM, '\n')
  const starts: number[] = []
  let length = 0
  for (const plain of plains) {
    starts.push(length)
    length += plain.length + 1
  }
  return [...text.matchAll(wordings())].flatMap(({ 0: words, index }) => {
    const at = starts.findLastIndex(start => start <= index)
    const [sentence, plain = ''] = [sentences[at], plains[at]]
    if (!sentence) return []
    const from = index - (starts[at] ?? 0)
    const start = sentence.start + from
    const written = sentence.text.slice(from, from + words.length)
    return [{ start, end: start + words.length, words: written, sentence, plain }]
  })
}

/** As long as the text itself, so that places in it are places in the text. */
function plainOf({ text }: Sentence): string {
  const plain = text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s/g, ' ')
  return plain.length === text.length ? plain : text
}

export function foundSaid({ start, end, words }: Said, says: (words: string) => string): Found {
  return { start, end, says: says(words) }
}

/** Whether the place lies between the quotation marks of its line. */
export function isQuotedAt(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', index) + 1, index)
  return (line.match(/["“”]/g)?.length ?? 0) % 2 === 1
}

/** Without those that lie over an earlier one. */
export function apart(all: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const found of [...all].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || found.start >= last.end) kept.push(found)
  }
  return kept
}

/** What was found, under the name of its rule. */
export function warned(text: string, rule: string, { start, end, says }: Found): TextWarning {
  return { rule, words: text.slice(start, end), start, message: says }
}
