import { Failure } from '../../failure.ts'
import { late } from './late.ts'

/**
 * Lower case, without accents, curly quotes straight and every dash a hyphen, outer blanks cut and
 * inner ones single: for comparing what people type.
 */
export function folded(text: string): string {
  // Most names are plain ASCII, and looking at each character costs ten times as much.
  return squeezed(PLAIN.test(text) ? text.toLowerCase() : foldedLetters(text))
}

const PLAIN = /^[\x20-\x7e]*$/

/** As `folded`, with its blanks and line breaks as they stand. */
export function foldedLetters(text: string): string {
  return text.toLowerCase().replace(NOT_ASCII, foldedRun)
}

const NOT_ASCII = /[^\x00-\x7f]+/g
const LONGEST_KEPT = 3
const foldedRuns = new Map<string, string>()

/** Short runs, an accented letter or a curly quote, come back thousands of times. */
function foldedRun(run: string): string {
  const known = foldedRuns.get(run)
  if (known !== undefined) return known
  let plain = ''
  for (const character of run) plain += foldedCharacter(character)
  if (run.length <= LONGEST_KEPT) foldedRuns.set(run, plain)
  return plain
}

function foldedCharacter(character: string): string {
  const known = LETTERS.get(character)
  if (known !== undefined) return known
  let plain = ''
  for (const part of character.normalize('NFKD').toLowerCase().replace(ACCENTS, '')) {
    plain += LETTERS.get(part) ?? (/\p{Pd}/u.test(part) ? '-' : part)
  }
  return plain
}

/** Every character that is typed as an apostrophe or in place of one. */
export const APOSTROPHES = "'’‘‛`´ʹʻʼʽʾʿ′"
/** What is not seen and joins or parts the letters beside it. */
export const UNSEEN = '\u00ad\u200c\u200d\ufe0f'

// Marks that a reader may leave out; those of Indic scripts and of kana are letters to their readers.
const ACCENTS =
  /(?:[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05bd]|\u05bf|[\u05c1-\u05c7]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20f0]|[\ufe20-\ufe2f])+/g

/** How each of these is typed without it; by hand, for Unicode's own tables take 10 ms to load. */
const LATIN: Readonly<Record<string, string>> = {
  a: 'àáâãäåāăąǎ',
  c: 'çćĉċč',
  d: 'ďđð',
  e: 'èéêëēĕėęě',
  g: 'ĝğġģ',
  h: 'ĥħ',
  i: 'ìíîïĩīĭįı',
  j: 'ĵ',
  k: 'ķĸ',
  l: 'ĺļľłŀ',
  n: 'ñńņňŋ',
  o: 'òóôõöøōŏőơ',
  r: 'ŕŗř',
  s: 'śŝşšșſ',
  t: 'ţťŧț',
  u: 'ùúûüũūŭůűųưǔ',
  w: 'ŵ',
  y: 'ýÿŷ',
  z: 'źżž',
  ss: 'ß',
  ae: 'æ',
  oe: 'œ',
  th: 'þ',
  σ: 'ς',
  '"': '“”„«»',
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212',
  "'": APOSTROPHES.replace(/['`]/g, ''),
  '': UNSEEN,
}

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(LATIN).flatMap(([plain, letters]) => [...letters].map(each => [each, plain])),
)

function squeezed(text: string): string {
  const trimmed = text.trim()
  return SEVERAL_BLANKS.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed
}

const SEVERAL_BLANKS = /\s\s|[^\S ]/

/** The words of a text as they are compared: folded, without apostrophes, parted by anything but letters and digits. */
export function foldedWords(text: string): string[] {
  const plain = folded(text)
  // Nearly every name, and parting the others takes ten times as long.
  if (PLAIN_WORDS.test(plain)) return plain.split(' ')
  const words = plain.replace(/['`]/g, '')
  // The letters of all scripts take V8 milliseconds to lay out.
  const between = PLAIN.test(words) ? /[^a-z0-9]+/ : /[^\p{L}\p{M}\p{N}]+/u
  return words.split(between).filter(Boolean)
}

const PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/** Those words between single blanks. */
export function foldedPhrase(text: string): string {
  return foldedWords(text).join(' ')
}

// Format characters that reorder or hide text; ZWJ (200D) and ZWNJ (200C) stay, emoji and Persian need them.
const FORMATS =
  '\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}'
const hidden = late(() => new RegExp(`[\\p{Cc}${FORMATS}]`, 'u'))
const hiddenFormats = late(() => new RegExp(`[${FORMATS}]`, 'gu'))
const hiddenInText = late(() => new RegExp(`(?![\\n\\t])[\\p{Cc}${FORMATS}]`, 'gu'))
const LINE_BREAKS = /\r\n|[\r\n\u0085\u2028\u2029]/g

/** Text for or from another program: line breaks as `\n`, tabs, and else nothing that cannot be seen. */
export function seenText(text: string): string {
  return text.toWellFormed().replace(LINE_BREAKS, '\n').replace(hiddenInText(), '')
}

/** One line with its control characters, and without the formats that hide or reorder text. */
export function withoutFormats(text: string): string {
  const line = text.toWellFormed().replace(LINE_BREAKS, ' ').replace(/\t/g, ' ')
  return line.replace(hiddenFormats(), '').replace(/ {2,}/g, ' ').trim()
}

/** The lines of a text, however each of them ends. */
export function linesOf(text: string): string[] {
  return text.split(LINE_BREAKS)
}

/** How many letters are typed or imported at most: a name, any other line, and a text with line breaks. */
export const LONGEST = { name: 300, line: 1_000, text: 1_048_576 } as const

/** One line of text: line breaks and tabs become a space; other control characters are refused. */
export function oneLine(text: string, what: string, longest: number = LONGEST.line): string {
  const line = text.replace(LINE_BREAKS, ' ').replace(/\t/g, ' ').replace(/ {2,}/g, ' ').trim()
  refuseLonger(line, what, longest)
  refuseHidden(line, what)
  return line
}

/** A name: any control or invisible character is refused. */
export function plainName(text: string, what: string): string {
  const name = text.trim().replace(/ {2,}/g, ' ')
  refuseLonger(name, what, LONGEST.name)
  refuseHidden(name, what)
  return name
}

/** A note: line breaks stay, as `\n`, and tabs; other control characters are refused. */
export function noteText(text: string, what: string): string {
  const note = text.replace(LINE_BREAKS, '\n').trim()
  refuseLonger(note, what, LONGEST.text)
  refuseHidden(note.replace(/[\n\t]/g, ''), what)
  return note
}

/** `1,048,576` */
export function figure(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** Fails on more letters than that, as what is read would slow every command after it. */
export function refuseLonger(text: string, what: string, longest: number): void {
  if (text.length <= longest) return
  throw new Failure(
    'usage',
    `The ${what} can have up to ${figure(longest)} letters, not ${figure(text.length)}.`,
    'Keep the rest in a separate file.',
  )
}

function refuseHidden(text: string, what: string): void {
  if (PLAIN.test(text)) return
  const found = hidden().exec(text) ?? (text.isWellFormed() ? null : ['\ufffd'])
  if (!found) return
  const code = (found[0].codePointAt(0) ?? 0).toString(16)
  throw new Failure(
    'usage',
    `The ${what} has an invisible character in it (\\u{${code}}).`,
    'Type it again without copying, or leave that character out.',
  )
}

/** The candidate with the fewest changed letters, when that is near enough to be a slip of the finger. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  // Of a short word most letters must be right: every name of three is two slips from another.
  const most = Math.min(Math.max(2, Math.floor(word.length / 3)), Math.floor(word.length / 2))
  let bestDistance = most + 1
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** How many letters are changed, added or left out; of lengths that differ by more than 8, 99. */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8) return 99
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      row.push(
        Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same),
      )
    }
    previous = row
  }
  return previous[b.length] ?? 99
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], and = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`
}

/** With a capital at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `1 person`, `3 people`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}

/** Text compared by code unit, the same everywhere; `localeCompare` differs by machine and costs 5 ms. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

// Letters that no mail program or URI reads as anything but part of an address: no quotes, commas,
// angle brackets, `?`, `&` or `%`, though the standard would allow some of them.
const LOCAL = /^[A-Za-z0-9!#$'*+/=^_`{|}~-]+(?:\.[A-Za-z0-9!#$'*+/=^_`{|}~-]+)*$/

const PLAIN_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/
const label = late(() => /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u)

/** True for exactly one address, `lena.hoff@example.org`, that is safe in a mail header and in a mailto link. */
export function isAddrSpec(text: string): boolean {
  if (text.length > 254) return false
  const at = text.indexOf('@')
  if (at < 1 || at > 64 || !LOCAL.test(text.slice(0, at))) return false
  const labels = text.slice(at + 1).split('.')
  return labels.length > 1 && labels.every(isLabel)
}

function isLabel(text: string): boolean {
  return text.length <= 63 && (PLAIN_LABEL.test(text) || label().test(text))
}
