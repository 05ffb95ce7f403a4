/** A word of a text with its place, for rules that look at what stands beside what. */
export interface Word {
  /** As written, without the punctuation around it. */
  text: string
  /** Lower case, typographic apostrophes made plain. */
  lower: string
  start: number
  end: number
  /** Counts from 0; a line break or a full stop begins the next. */
  sentence: number
  /** What ends the sentence behind this word, when something does. */
  stop: '.' | '?' | '!' | '\n' | ''
}

/** One thing a rule found in a text. */
export interface TextWarning {
  rule: string
  /** The words that it is about, as written. */
  words: string
  /** Where they begin in the text. */
  start: number
  message: string
}

const SHORTENED = new Set(
  'dr mr mrs ms prof st vs no nr rm pt pts approx dept ext e.g i.e d.o.b y.o a.m p.m m.r.n'.split(
    ' ',
  ),
)

/** The words of a text in order, in time linear in its length. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let sentence = 0
  let last: Word | undefined
  for (const piece of text.matchAll(/\n|[^\s,;=#()[\]"“”—–]+/g)) {
    if (piece[0] === '\n') {
      if (last && last.sentence === sentence) {
        last.stop = '\n'
        sentence++
      }
      continue
    }
    for (const [raw, start] of splitAtColons(piece[0], piece.index)) {
      const word = trimmed(raw, start, sentence)
      if (!word) continue
      words.push(word)
      last = word
      if (word.stop !== '') sentence++
    }
  }
  return words
}

/** `DOB:3/14` is two words, `9:30` is one. */
function splitAtColons(piece: string, start: number): [string, number][] {
  if (!piece.includes(':')) return [[piece, start]]
  const parts: [string, number][] = []
  let from = 0
  for (let at = piece.indexOf(':'); at !== -1; at = piece.indexOf(':', at + 1)) {
    if (isDigit(piece[at - 1]) && isDigit(piece[at + 1])) continue
    if (piece.startsWith('//', at + 1)) continue
    parts.push([piece.slice(from, at), start + from])
    from = at + 1
  }
  parts.push([piece.slice(from), start + from])
  return parts
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

const EDGE = new Set("'’‘`.…?!*_-/\\<>|")

function trimmed(raw: string, start: number, sentence: number): Word | undefined {
  let from = 0
  let to = raw.length
  while (from < to && EDGE.has(raw[from] ?? '')) from++
  while (to > from && EDGE.has(raw[to - 1] ?? '')) to--
  if (from === to) return undefined
  const text = raw.slice(from, to)
  const lower = text.toLowerCase().replaceAll('’', "'")
  return {
    text,
    lower,
    start: start + from,
    end: start + to,
    sentence,
    stop: to === raw.length ? '' : stopIn(raw.slice(to), lower),
  }
}

function stopIn(behind: string, lower: string): Word['stop'] {
  if (behind.includes('?')) return '?'
  if (behind.includes('!')) return '!'
  if (!behind.includes('.')) return ''
  return SHORTENED.has(lower) || (lower.length === 1 && !isDigit(lower)) ? '' : '.'
}

export interface Sentence {
  words: Word[]
  text: string
  start: number
  /** What ends it; empty for a greeting, a heading or a signature. */
  stop: '.' | '?' | '!' | ''
}

const GREETINGS = new Set(['dear', 'hi', 'hello', 'hey', 'hej', 'hola', 'good'])
const LONGEST_GREETING = 7

/**
 * The sentences of a message: a single line break is a blank, an empty line ends what stands before it, and
 * so does the break behind a greeting.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let words: Word[] = []
  const all = wordsOf(text)
  for (const [index, word] of all.entries()) {
    words.push(word)
    const next = all[index + 1]
    const between = next ? text.slice(word.end, next.start) : ''
    const isGreeting = words.length <= LONGEST_GREETING && GREETINGS.has(words[0]?.lower ?? '')
    const isParagraphEnd =
      !next || /\n\s*\n/.test(between) || (isGreeting && /^\S*\n/.test(between))
    const stop = word.stop === '\n' ? '' : word.stop
    if (stop === '' && !isParagraphEnd) continue
    const start = words[0]?.start ?? 0
    sentences.push({ words, text: text.slice(start, word.end), start, stop })
    words = []
  }
  return sentences
}
