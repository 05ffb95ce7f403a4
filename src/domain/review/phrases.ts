import type { TextWarning, Word } from '../words/sentences.ts'

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

/** What was found, under the name of its rule. */
export function warned(text: string, rule: string, { start, end, says }: Found): TextWarning {
  return { rule, words: text.slice(start, end), start, message: says }
}
