import { seenText } from '../domain/words/text.ts'
import { decodeAs, isUtf8, limitField } from './decode.ts'

/** A line of a vCard or calendar: `item1.TEL;TYPE=cell:+1 555 0100`. */
export interface ContentLine {
  /** In capitals, without the group before it. */
  name: string
  /** `ITEM1` of `item1.TEL`, in capitals; else empty. */
  group: string
  /** What stands between the name and the value; see `paramOf`. */
  params: string
  /** As it stands, its escapes too, but decoded where it was encoded as text; empty of pictures and keys. */
  value: string
  /** From 1. */
  line: number
}

/** The lines of a vCard or calendar (RFC 5545, 6350 and vCard 2.1), unfolded; what is none is left out. */
export function* contentLines(text: string): Generator<ContentLine> {
  const lines = new PhysicalLines(text)
  const names: Names = new Map()
  for (let first = lines.take(); first !== undefined; first = lines.take()) {
    const line = lines.number
    const head =
      headOf(first, names) ??
      (lines.continues() ? headOf(unfolded(first, lines, line), names) : undefined)
    if (!head) continue
    if (DROPPED.test(head.name)) {
      while (lines.continues()) lines.take()
      yield { ...head, value: '', line }
      continue
    }
    const { name, group, params } = head
    yield { name, group, params, value: readValue(head, lines, line), line }
    if (name === 'VERSION') lines.keepsBlanks = /^\s*2\.1\s*$/.test(head.value)
  }
}

function readValue(head: Head, lines: PhysicalLines, line: number): string {
  if (head.params === '') return unfolded(head.value, lines, line)
  if (QUOTED_PRINTABLE.test(head.params)) return decoded(head, lines, line)
  const value = unfolded(head.value, lines, line)
  return BASE64.test(head.params) ? fromBase64(value, paramOf(head, 'CHARSET')) : value
}

/** Pictures and keys, which are dropped unread whatever their size. */
const DROPPED = /^(?:PHOTO|LOGO|SOUND|KEY|ATTACH|X-MS-CARDPICTURE)$/
const QUOTED_PRINTABLE = /(?:^|[;=])quoted-printable(?:;|$)/i
const BASE64 = /(?:^|;)(?:encoding=)?(?:b|base64)(?:;|$)/i

type Head = Omit<ContentLine, 'line'>
type Names = Map<string, Pick<Head, 'name' | 'group'>>

/** Names met before, so that each is put in capitals once; a file of nothing but new ones stays small. */
const MOST_NAMES = 1_000

function headOf(written: string, names: Names): Head | undefined {
  const colon = endOfHead(written)
  if (colon < 1) return undefined
  const semicolon = written.indexOf(';')
  const end = semicolon >= 0 && semicolon < colon ? semicolon : colon
  const path = written.slice(0, end)
  let known = names.get(path)
  if (known === undefined) {
    const point = path.indexOf('.')
    const group = path.slice(0, Math.max(0, point)).trim().toUpperCase()
    known = {
      name: path
        .slice(point + 1)
        .trim()
        .toUpperCase(),
      group,
    }
    if (names.size < MOST_NAMES) names.set(path, known)
  }
  const { name, group } = known
  if (name === '') return undefined
  return { name, group, params: written.slice(end + 1, colon), value: written.slice(colon + 1) }
}

/** The colon before the value: not one in quotes, unless the quotes never close. */
function endOfHead(written: string): number {
  const colon = written.indexOf(':')
  const quote = written.indexOf('"')
  if (quote < 0 || colon < quote) return colon
  let isQuoted = false
  for (let i = quote; i < written.length; i++) {
    const code = written.charCodeAt(i)
    if (code === 0x22) isQuoted = !isQuoted
    else if (code === 0x3a && !isQuoted) return i
  }
  return colon
}

/** A text line by line, whatever ends its lines, each cut out once. */
class PhysicalLines {
  readonly #text: string
  #at = 0
  /** Of the line taken last, from 1. */
  number = 0
  /** Of the line taken last. */
  length = 0
  /** Whether a fold keeps its blank, as in vCard 2.1, which folds between words. */
  keepsBlanks = false

  constructor(text: string) {
    this.#text = text
  }

  take(): string | undefined {
    if (this.#at >= this.#text.length) return undefined
    const end = this.#endOfLine()
    const line = this.#text.slice(this.#at, end)
    const isPair = this.#text[end] === '\r' && this.#text[end + 1] === '\n'
    this.#at = end + (isPair ? 2 : 1)
    this.number++
    this.length = line.length
    return line
  }

  /** Whether the next line is a fold of this one: it begins with a blank. */
  continues(): boolean {
    const code = this.#text.charCodeAt(this.#at)
    return code === 0x20 || code === 0x09
  }

  /** Whether the next line begins so, in capitals or not. */
  nextIs(pattern: RegExp): boolean {
    return pattern.test(this.#text.slice(this.#at, this.#at + 20))
  }

  #lineFeed = -1
  #carriageReturn = -1

  // Each mark is searched once: without the memory, a file that has only one kind is searched whole for
  // the other at every line.
  #endOfLine(): number {
    if (this.#lineFeed < this.#at) this.#lineFeed = this.#find('\n')
    if (this.#carriageReturn < this.#at) this.#carriageReturn = this.#find('\r')
    return Math.min(this.#lineFeed, this.#carriageReturn)
  }

  #find(mark: string): number {
    const at = this.#text.indexOf(mark, this.#at)
    return at < 0 ? this.#text.length : at
  }
}

function unfolded(first: string, lines: PhysicalLines, line: number): string {
  if (!lines.continues()) {
    limitField(first.length, line)
    return first
  }
  const parts = [first]
  while (lines.continues()) {
    // Programs that cut a line by its length cut words too, whatever version they name.
    const isBetweenWords = lines.keepsBlanks && lines.length !== 75 && lines.length !== 76
    const next = lines.take() ?? ''
    parts.push(isBetweenWords ? next : next.slice(1))
  }
  const whole = parts.join('')
  limitField(whole.length, line)
  return whole
}

/** The first value of a parameter; a bare word of vCard 2.1, `TEL;WORK`, is a value of `TYPE`. */
export function paramOf(
  { params }: Pick<ContentLine, 'params'>,
  wanted: string,
): string | undefined {
  return paramsOf({ params }, wanted)[0]
}

export function paramsOf({ params }: Pick<ContentLine, 'params'>, wanted: string): string[] {
  const values: string[] = []
  if (params === '') return values
  for (const part of splitOutsideQuotes(params, ';')) {
    const equals = part.indexOf('=')
    const name = equals < 0 ? 'TYPE' : part.slice(0, equals).trim().toUpperCase()
    if (name !== wanted) continue
    for (const value of splitOutsideQuotes(part.slice(equals + 1), ','))
      values.push(paramValue(value))
  }
  return values
}

function splitOutsideQuotes(text: string, mark: string): string[] {
  if (!text.includes('"')) return text.split(mark)
  const parts: string[] = []
  let isQuoted = false
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') isQuoted = !isQuoted
    else if (text[i] === mark && !isQuoted) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/** Without its quotes, and with what RFC 6868 writes for quotes and line breaks. */
function paramValue(text: string): string {
  return text
    .trim()
    .replaceAll('"', '')
    .replace(/\^[n'^]/g, sign => (sign === '^n' ? '\n' : sign === "^'" ? '"' : '^'))
}

const CARD_EDGE = /^(?:BEGIN|END):VCARD/i

/** A soft line break is an equals sign at the very end; the next line is taken as it stands, blanks too. */
function decoded({ params, value }: Head, lines: PhysicalLines, line: number): string {
  const parts: string[] = []
  let part = value
  let length = 0
  for (;;) {
    const isSoft = part.endsWith('=')
    parts.push(isSoft ? part.slice(0, -1) : part)
    length += part.length
    limitField(length, line)
    if (isSoft ? lines.nextIs(CARD_EDGE) : !lines.continues()) break
    const next = lines.take()
    if (next === undefined) break
    part = isSoft ? next : next.slice(1)
  }
  return fromQuotedPrintable(parts.join(''), paramsOf({ params }, 'CHARSET')[0])
}

function fromQuotedPrintable(text: string, charset: string | undefined): string {
  // Letters that were never encoded stand among the encoded ones: each run is decoded by itself.
  return text.replace(/(?:=[0-9a-f]{2})+(=[0-9a-f]?$)?/gi, (run, torn = '', at: number) => {
    const figures = torn === '' ? run : run.slice(0, -torn.length)
    const bytes = new Uint8Array(figures.length / 3)
    for (let i = 0; i < bytes.length; i++)
      bytes[i] = Number.parseInt(figures.slice(i * 3 + 1, i * 3 + 3), 16)
    const isLast = at + run.length === text.length
    return decodeAs(isLast ? withoutHalfLetter(bytes, charset) : bytes, charset)
  })
}

/** Phones cut a value at a number of bytes, in UTF-8 also within a letter. */
function withoutHalfLetter(bytes: Uint8Array, charset: string | undefined): Uint8Array {
  let start = bytes.length - 1
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--
  const lead = bytes[start] ?? 0
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
  const whole = bytes.subarray(0, start)
  const isSure = charset ? /^utf-?8$/i.test(charset) : start > 0 && isUtf8(whole)
  return isSure && start + size > bytes.length ? whole : bytes
}

function fromBase64(text: string, charset: string | undefined): string {
  const letters = text.replace(/\s/g, '')
  if (!/^[a-z0-9+/]+={0,2}$/i.test(letters)) return text
  return decodeAs(
    Uint8Array.from(atob(letters.replace(/=+$/, '')), sign => sign.charCodeAt(0)),
    charset,
  )
}

/** The parts of a structured value, `Hoff;Lena;;Dr.;`, or of a list, still escaped. */
export function splitValue(value: string, mark: ';' | ','): string[] {
  if (!value.includes('\\')) return value.split(mark)
  const parts: string[] = []
  let start = 0
  for (let i = 0; i < value.length; i++) {
    if (value[i] === '\\') i++
    else if (value[i] === mark) {
      parts.push(value.slice(start, i))
      start = i + 1
    }
  }
  parts.push(value.slice(start))
  return parts
}

export function unescapedText(value: string): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\([\s\S])/g, (_, sign: string) =>
    sign === 'n' || sign === 'N' ? '\n' : sign,
  )
}

const PLAIN = /^[\x20-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/

/** A text that can begin no property of its own, on one line and without what cannot be seen. */
export function escapedText(text: string): string {
  if (PLAIN.test(text)) return text
  return seenText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
}

const LINE_OCTETS = 75

/** Folds a line at 75 octets, never inside a character. */
export function foldedLine(line: string): string {
  if (line.length <= LINE_OCTETS / 3) return line
  const parts: string[] = []
  let start = 0
  let octets = 0
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at) ?? 0
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (octets + size > LINE_OCTETS) {
      parts.push(line.slice(start, at))
      start = at
      // The blank that begins every further line counts too.
      octets = 1
    }
    octets += size
    at += code < 0x10000 ? 1 : 2
  }
  parts.push(line.slice(start))
  return parts.join('\r\n ')
}
