import { decodeShort, limitField } from './decode.ts'

/** A line of a vCard or calendar: `item1.TEL;TYPE=cell:+1 555 0100`. */
export interface ContentLine {
  /** In capitals, without the group. */
  name: string
  /** In capitals; what ties `item1.TEL` to `item1.X-ABLabel`. */
  group?: string
  /** By name in capitals; a bare word of vCard 2.1 stands under `TYPE`. */
  params: ReadonlyMap<string, readonly string[]>
  /** As it stands, its escapes too, but decoded where it was quoted-printable. */
  value: string
  /** From 1. */
  line: number
}

const NO_PARAMS: ReadonlyMap<string, readonly string[]> = new Map()
/** Pictures and keys are dropped unread, whatever their size. */
const DROPPED = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|ATTACH|X-MS-CARDPICTURE|X-ABCROP-\w+)[;:]/i

/** The lines of a vCard or calendar (RFC 5545, 6350 and vCard 2.1), unfolded; what is none is left out. */
export function* contentLines(text: string): Generator<ContentLine> {
  const lines = new PhysicalLines(text)
  for (let first = lines.take(); first !== undefined; first = lines.take()) {
    const line = lines.number
    if (DROPPED.test(first.slice(0, LONGEST_NAME))) {
      while (lines.continues()) lines.take()
      continue
    }
    const isEncoded = QUOTED_PRINTABLE.test(first.slice(0, LONGEST_HEAD))
    const whole = isEncoded ? first : unfolded(first, lines)
    limitField(whole.length, line)
    const read = contentLine(whole, line)
    if (!read) continue
    yield isEncoded ? decoded(read, lines) : read
  }
}

const LONGEST_NAME = 80
const LONGEST_HEAD = 300
const QUOTED_PRINTABLE = /^[^:]*[;=]quoted-printable[;:]/i

/** A text line by line, whatever ends its lines, each cut out once. */
class PhysicalLines {
  readonly #text: string
  #at = 0
  /** Of the line taken last, from 1. */
  number = 0

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
    return line
  }

  /** Whether the next line is a fold of this one: it begins with a blank. */
  continues(): boolean {
    const code = this.#text.charCodeAt(this.#at)
    return code === 0x20 || code === 0x09
  }

  /** Whether the next line begins so, in capitals or not. */
  nextIs(pattern: RegExp): boolean {
    return pattern.test(this.#text.slice(this.#at, this.#at + LONGEST_NAME))
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

function unfolded(first: string, lines: PhysicalLines): string {
  if (!lines.continues()) return first
  const parts = [first]
  while (lines.continues()) parts.push((lines.take() ?? '').slice(1))
  return parts.join('')
}

function contentLine(whole: string, line: number): ContentLine | undefined {
  const colon = endOfHead(whole)
  if (colon < 1) return undefined
  const value = whole.slice(colon + 1)
  const semicolon = whole.indexOf(';')
  const hasParams = semicolon >= 0 && semicolon < colon
  const path = whole.slice(0, hasParams ? semicolon : colon).toUpperCase()
  const dot = path.indexOf('.')
  const name = path.slice(dot + 1).trim()
  if (name === '') return undefined
  const params = hasParams ? paramsOf(whole.slice(semicolon + 1, colon)) : NO_PARAMS
  return { name, ...(dot > 0 && { group: path.slice(0, dot) }), params, value, line }
}

/** The colon before the value: not one in quotes, unless the quotes never close. */
function endOfHead(whole: string): number {
  let isQuoted = false
  for (let i = 0; i < whole.length; i++) {
    const code = whole.charCodeAt(i)
    if (code === 0x22) isQuoted = !isQuoted
    else if (code === 0x3a && !isQuoted) return i
  }
  return whole.indexOf(':')
}

function paramsOf(text: string): Map<string, string[]> {
  const params = new Map<string, string[]>()
  for (const part of splitOutsideQuotes(text, ';')) {
    const equals = part.indexOf('=')
    const name = equals < 0 ? bareName(part) : part.slice(0, equals).trim().toUpperCase()
    const values = splitOutsideQuotes(part.slice(equals + 1), ',').map(paramValue)
    const known = params.get(name)
    if (known) for (const value of values) known.push(value)
    else params.set(name, values)
  }
  return params
}

/** A bare word of vCard 2.1 names no parameter: `TEL;WORK`, `NOTE;QUOTED-PRINTABLE`. */
function bareName(word: string): string {
  return ENCODINGS.has(word.trim().toUpperCase()) ? 'ENCODING' : 'TYPE'
}

const ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT'])

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
function decoded(read: ContentLine, lines: PhysicalLines): ContentLine {
  const parts = [read.value]
  let length = read.value.length
  for (;;) {
    const isSoft = parts.at(-1)?.endsWith('=') && !lines.nextIs(CARD_EDGE)
    if (!isSoft && !lines.continues()) break
    const next = lines.take()
    if (next === undefined) break
    parts.push(isSoft ? next : next.slice(1))
    length += next.length
    limitField(length, read.line)
  }
  const text = parts.map(part => (part.endsWith('=') ? part.slice(0, -1) : part)).join('')
  return { ...read, value: fromQuotedPrintable(text, read.params.get('CHARSET')?.[0]) }
}

function fromQuotedPrintable(text: string, charset: string | undefined): string {
  // Letters that were never encoded stand among the encoded ones: each run is decoded by itself.
  return text.replace(/(?:=[0-9a-f]{2})+/gi, run => {
    const bytes = new Uint8Array(run.length / 3)
    for (let i = 0; i < bytes.length; i++)
      bytes[i] = Number.parseInt(run.slice(i * 3 + 1, i * 3 + 3), 16)
    return decodedAs(bytes, charset)
  })
}

function decodedAs(bytes: Uint8Array, charset: string | undefined): string {
  if (!charset || /^(?:utf-?8|us-ascii|iso-8859-1|windows-1252|latin1)$/i.test(charset)) {
    return decodeShort(bytes)
  }
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return decodeShort(bytes)
  }
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

// Format characters that reorder or hide text, and controls; the ones that emoji and Persian need stay.
const UNSEEN =
  /(?![\n\t])[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const PLAIN = /^[\x20-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/

/** A text that can begin no property of its own, on one line and without what cannot be seen. */
export function escapedText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
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
