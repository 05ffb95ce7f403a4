import { Failure } from '../../failure.ts'

/** Lower case, without accents, outer blanks cut and inner ones single: for comparing what people type. */
export function folded(text: string): string {
  // Most names are plain ASCII, and normalising costs ten times as much as looking.
  if (PLAIN.test(text)) return squeezed(text.toLowerCase())
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøłæœđ]/g, letter => PLAIN_LETTERS[letter] ?? letter)
  return squeezed(plain)
}

const PLAIN = /^[\x20-\x7e]*$/
/** Letters that normalising does not take apart. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
}

function squeezed(text: string): string {
  const trimmed = text.trim()
  return SEVERAL_BLANKS.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed
}

const SEVERAL_BLANKS = /\s\s|[^\S ]/

// Format characters that reorder or hide text; ZWJ (200D) and ZWNJ (200C) stay, emoji and Persian need them.
const HIDDEN =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u
const LINE_BREAKS = /\r\n|[\r\n\u0085\u2028\u2029]/g

/** One line of text: line breaks and tabs become a space; other control characters are refused. */
export function oneLine(text: string, what: string): string {
  const line = text.replace(LINE_BREAKS, ' ').replace(/\t/g, ' ').replace(/ {2,}/g, ' ').trim()
  refuseHidden(line, what)
  return line
}

/** A name: any control or invisible character is refused. */
export function plainName(text: string, what: string): string {
  const name = text.trim().replace(/ {2,}/g, ' ')
  refuseHidden(name, what)
  return name
}

/** A note: line breaks stay, as `\n`, and tabs; other control characters are refused. */
export function noteText(text: string, what: string): string {
  const note = text.replace(LINE_BREAKS, '\n').trim()
  refuseHidden(note.replace(/[\n\t]/g, ''), what)
  return note
}

function refuseHidden(text: string, what: string): void {
  const found = HIDDEN.exec(text) ?? (text.isWellFormed() ? null : ['\ufffd'])
  if (!found) return
  const code = (found[0].codePointAt(0) ?? 0).toString(16)
  throw new Failure(
    'usage',
    `The ${what} has a character in it that cannot be seen (\\u{${code}}).`,
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

function editDistance(a: string, b: string): number {
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

const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u

/** True for exactly one address, `lena.hoff@example.org`, that is safe in a mail header and in a mailto link. */
export function isAddrSpec(text: string): boolean {
  if (text.length > 254) return false
  const at = text.indexOf('@')
  if (at < 1 || at > 64 || !LOCAL.test(text.slice(0, at))) return false
  const labels = text.slice(at + 1).split('.')
  return labels.length > 1 && labels.every(label => label.length <= 63 && LABEL.test(label))
}
