import packageWidth from 'fast-string-width'
import { late } from '../domain/words/late.ts'

// Letters and signs that are seen, one column wide and one unit long: Latin, Greek, Cyrillic, dashes, quotes.
const ONE_COLUMN_EACH =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u203a]*$/

// Everything that moves the cursor, reorders, hides or cannot be seen.
const neverShown = late(
  () =>
    /[\u034f\ufe00-\ufe0f]|[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu,
)
const emoji = late(() => /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}0-9#*]/u)
const picture = late(() => /\p{Extended_Pictographic}/u)
// Scripts whose spelling needs the joiners; elsewhere they only hide.
const joined = late(
  () =>
    /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u,
)
const han = late(() => /\p{Script=Han}/u)

/** One line for the terminal: what a terminal would obey or hide is shown as `\u{1b}`. */
export function visible(text: string): string {
  if (ONE_COLUMN_EACH.test(text)) return text
  return text.replace(neverShown(), (found, index: number) =>
    isHarmless(text, index, found) ? found : escaped(found),
  )
}

/** As `visible`, but line breaks stay and a tab is four blanks. */
export function visibleLines(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .split('\n')
    .map(line => visible(line.replace(/\t/g, '    ')))
    .join('\n')
}

/** A name that ends in a stop, "John Smith Jr.", needs no second one at the end of its sentence. */
export function withOneStop(text: string): string {
  if (!text.includes('..')) return text
  return text.replace(/(?<=\b(?:[A-Z][A-Za-z]{0,3}|[A-Z]\.[A-Z]|[Pp]h\.D))\.\.(?!\.)/g, '.')
}

/** The same JSON with nothing in it that a terminal would obey or reorder. */
export function visibleJson(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g,
    found =>
      found.replace(/[\s\S]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

function escaped(text: string): string {
  return `\\u{${(text.codePointAt(0) ?? 0).toString(16)}}`
}

/** Joiners and variation selectors are letters of a kind, in their place. */
function isHarmless(text: string, index: number, found: string): boolean {
  const code = found.codePointAt(0) ?? 0
  const before = characterBefore(text, index)
  if (code === 0x200c || code === 0x200d) {
    const after = String.fromCodePoint(text.codePointAt(index + 1) ?? 0)
    if (joined().test(before) && joined().test(after)) return true
    return code === 0x200d && (before === '\ufe0f' || emoji().test(before)) && picture().test(after)
  }
  if (code === 0xfe0e || code === 0xfe0f) return emoji().test(before)
  return (isVariant(code) && han().test(before)) || (code === 0x180e && joined().test(before))
}

function isVariant(code: number): boolean {
  return (code >= 0xfe00 && code <= 0xfe0d) || (code >= 0xe0100 && code <= 0xe01ef)
}

function characterBefore(text: string, index: number): string {
  if (index === 0) return ''
  const wholePair = index > 1 && (text.codePointAt(index - 2) ?? 0) > 0xffff
  return text.slice(wholePair ? index - 2 : index - 1, index)
}

/** Columns that the text takes on a terminal; colors take none. */
export function width(text: string): number {
  if (ONE_COLUMN_EACH.test(text)) return text.length
  // The package gives the joiners outside of emoji a column each; terminals give them none.
  return packageWidth(text.replace(/\u200c|(?<=[\u0600-\u18ff])\u200d/g, ''))
}

/** At most that many columns, the cut marked by `…`, never through the middle of a character. */
export function truncate(text: string, columns: number): string {
  if (width(text) <= columns) return text
  if (columns < 1) return ''
  return `${head(text, columns - 1).trimEnd()}…`
}

/**
 * The text in lines of at most that many columns, each behind `indent` blanks that count.
 * Its own line breaks stay; a word longer than a line is broken.
 */
export function wrap(text: string, columns: number, indent = 0): string {
  const room = Math.max(1, columns - indent)
  return text
    .split('\n')
    .flatMap(line => wrapLine(line, room))
    .map(line => (line === '' ? '' : ' '.repeat(indent) + line))
    .join('\n')
}

/** As `wrap`, of one line: its lines of at most so many columns, at least one. */
export function wrapLine(text: string, room: number): string[] {
  // Looked at once for the whole line, in place of once a word.
  const measure = ONE_COLUMN_EACH.test(text) ? lengthOf : width
  if (measure(text) <= room) return [text.trimEnd()]
  const lines: string[] = []
  const lead = /^ */.exec(text)?.[0] ?? ''
  let line = lead.length < room ? lead : ''
  let lineWidth = line.length
  let isFresh = true
  for (const word of text.split(' ')) {
    if (word === '') continue
    const wordWidth = measure(word)
    const gap = isFresh ? 0 : 1
    if (lineWidth + gap + wordWidth <= room) {
      line += ' '.repeat(gap) + word
      lineWidth += gap + wordWidth
      isFresh = false
      continue
    }
    if (!isFresh) lines.push(line)
    const parts = brokenWord(word, room)
    line = parts.pop() ?? ''
    for (const part of parts) lines.push(part)
    lineWidth = measure(line)
    isFresh = false
  }
  if (line.trimEnd() !== '') lines.push(line)
  return lines
}

/** A word in parts of at most so many columns, at least a character each. */
function brokenWord(word: string, room: number): string[] {
  const parts: string[] = []
  for (let from = 0; from < word.length; ) {
    const part = head(word, room, from) || firstCharacter(word, from)
    parts.push(part)
    from += part.length
  }
  return parts
}

/** No line for a terminal is longer: longer ones are hard to read. */
export const LONGEST_LINE = 99

/**
 * Text for a terminal: what is longer than a line is folded at blanks and keeps its indent. A command
 * is never broken and gets its own line; nor is a path or a word, however long.
 */
export function folded(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap(line => (width(line) <= columns ? [line] : foldedLine(line, columns)))
    .join('\n')
}

/** A line that is a command or names the path of a file: it is copied as a whole. */
const TO_COPY = /^ +\S*netmed |^Wrote .* to /
/** A sentence that ends in a command, at which it is parted. */
const ENDS_IN_COMMAND = /^(.*:) (\S*netmed .*)$/

function foldedLine(line: string, columns: number): string[] {
  if (TO_COPY.test(line)) return [line]
  const [, said, command] = ENDS_IN_COMMAND.exec(line) ?? []
  if (said && command) return [...foldedWords(said, columns), `  ${command}`]
  return foldedWords(line, columns)
}

function foldedWords(text: string, columns: number): string[] {
  const indent = /^ */.exec(text)?.[0] ?? ''
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ').filter(Boolean)) {
    const isFirst = line === indent
    if (!isFirst && width(line) + 1 + width(word) > columns) {
      lines.push(line)
      line = indent + word
    } else line += isFirst ? word : ` ${word}`
  }
  return [...lines, line]
}

function lengthOf(text: string): number {
  return text.length
}

// A character as people see it: a flag of two letters, or a sign with its marks, skin tone and joined pictures.
const wholeCharacter = late(
  () =>
    /[\u{1f1e6}-\u{1f1ff}]{2}|.(?:[\p{M}\p{Emoji_Modifier}\u1160-\u11ff\u200c]|\u200d\p{Extended_Pictographic}|\u200d)*/suy,
)

function firstCharacter(text: string, from = 0): string {
  const character = wholeCharacter()
  character.lastIndex = from
  return character.exec(text)?.[0] ?? ''
}

/** The longest part that begins there and fits; looks no further, as a text may be long. */
function head(text: string, columns: number, from = 0): string {
  const nearest = text.slice(from, from + columns + 1)
  if (ONE_COLUMN_EACH.test(nearest)) return nearest.slice(0, columns)
  let end = from
  let used = 0
  while (end < text.length) {
    const character = firstCharacter(text, end)
    used += width(character)
    if (used > columns) break
    end += character.length
  }
  return text.slice(from, end)
}
