import { Failure } from '../failure.ts'

/** The most that an import takes: beyond it a file is refused whole, before anything is changed. */
export const IMPORT_LIMITS = {
  bytes: 64 * 1024 * 1024,
  records: 100_000,
  /** Characters of one field. */
  field: 1024 * 1024,
} as const

/**
 * The text of a file of unknown encoding: UTF-16 by its mark or its pattern of zeros, else UTF-8, else
 * Windows-1252 for the lines that are not UTF-8. Always well formed, and without the mark.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > IMPORT_LIMITS.bytes) throw tooLarge()
  const utf16 = utf16Of(bytes)
  if (utf16) return withoutMark(new TextDecoder(utf16).decode(bytes))
  return withoutMark(asUtf8(bytes) ?? asUtf8(withoutSplitLetters(bytes)) ?? lineByLine(bytes))
}

/** One line or value in the charset that it names; without one UTF-8, or else Windows-1252. */
export function decodeAs(bytes: Uint8Array, charset?: string): string {
  const other = charset && decoderOf(charset)
  return other ? other.decode(bytes) : (asUtf8(bytes) ?? asWindows1252(bytes))
}

export function isUtf8(bytes: Uint8Array): boolean {
  return asUtf8(bytes) !== undefined
}

/** None where the charset is one that is looked for anyway, or that nobody knows. */
function decoderOf(charset: string): InstanceType<typeof TextDecoder> | undefined {
  if (/^(?:utf-?8|us-ascii|iso-8859-1|windows-1252|latin1)$/i.test(charset)) return undefined
  try {
    return new TextDecoder(charset)
  } catch {
    return undefined
  }
}

/** The same text, refused when it is longer than any file may be. */
export function limitedText(text: string): string {
  if (text.length > IMPORT_LIMITS.bytes) throw tooLarge()
  return withoutMark(text)
}

export function limitRecords(count: number, what: string): void {
  if (count <= IMPORT_LIMITS.records) return
  throw new Failure(
    'not-understood',
    `The file holds more than 100,000 ${what}s.`,
    'Split it into smaller files.',
  )
}

/** Fails when one field is longer than anybody writes. */
export function limitField(length: number, line: number): void {
  if (length <= IMPORT_LIMITS.field) return
  throw new Failure(
    'not-understood',
    `The record at line ${line} has a field of more than 1 MB.`,
    'Take that record out of the file, or shorten the field.',
  )
}

function tooLarge(): Failure {
  return new Failure(
    'not-understood',
    'The file is larger than 64 MB.',
    'Export fewer people at once, or without their photos.',
  )
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

const LOOKED_AT = 1024

/** By the mark, else by zeros that stand at every other place, as they do for European letters. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length, LOOKED_AT) & ~1
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const most = length / 4
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : undefined
}

function asUtf8(bytes: Uint8Array, decoder = strictDecoder()): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function strictDecoder(): InstanceType<typeof TextDecoder> {
  return new TextDecoder('utf-8', { fatal: true })
}

/** Some programs fold a vCard line between the bytes of one letter. */
function withoutSplitLetters(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const fold = (kept[length - 1] ?? 0) >= 0x80 ? foldAt(bytes, i) : 0
    const next = bytes[i + fold] ?? 0
    if (fold > 0 && next >= 0x80 && next < 0xc0) i += fold
    kept[length++] = bytes[i] ?? 0
  }
  return kept.subarray(0, length)
}

/** How many bytes of a line break and the blank after it stand here. */
function foldAt(bytes: Uint8Array, at: number): number {
  const ending = bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : bytes[at] === 0x0a ? 1 : 0
  const blank = bytes[at + ending]
  return ending > 0 && (blank === 0x20 || blank === 0x09) ? ending + 1 : 0
}

const CHARSET = /^[^:\r\n]*;\s*charset="?([\w.-]+)/i

/**
 * Files that were put together from several hold lines in several encodings. Cards name the charset of a
 * line; the first one that is named is the guess for lines that are not UTF-8 and name none, and a fold is
 * read as the line that it goes on with.
 */
function lineByLine(bytes: Uint8Array): string {
  const lines: string[] = []
  const decoder = strictDecoder()
  const guess = firstCharset(bytes)
  let named: string | undefined
  for (let start = 0; start < bytes.length; ) {
    const at = bytes.indexOf(0x0a, start)
    const end = at < 0 ? bytes.length : at + 1
    const line = bytes.subarray(start, end)
    const isFold = line[0] === 0x20 || line[0] === 0x09
    if (guess && !isFold) named = CHARSET.exec(asWindows1252(line.subarray(0, LONGEST_HEAD)))?.[1]
    lines.push(asUtf8(line, decoder) ?? decodeAs(line, named ?? guess))
    start = end
  }
  return lines.join('')
}

const LONGEST_HEAD = 200

/** The first charset that a line names and that is no Unicode. */
function firstCharset(bytes: Uint8Array): string | undefined {
  const text = asWindows1252(bytes.subarray(0, GUESSED_FROM))
  const names = text.matchAll(/^[^:\r\n]{0,100};\s*charset="?([\w.-]+)/gim)
  for (const [, name = ''] of names) if (decoderOf(name)) return name
  return undefined
}

const GUESSED_FROM = 1024 * 1024

/** What Windows has between 0x80 and 0x9f; by hand, as the decoders of some Node versions differ there. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const CHUNK = 8192

function asWindows1252(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)))
  }
  return parts.join('').replace(/[\x80-\x9f]/g, sign => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign)
}
