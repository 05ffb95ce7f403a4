import { Failure } from '../failure.ts'

/** What stands before a line that is logged. */
const MARK = new TextEncoder().encode('✓ ')

/** A line of a text file in which contacts are jotted down. */
export interface JottedFileLine {
  /** Counts from 1. */
  number: number
  /** Where a mark goes: the byte that the line begins with. */
  start: number
  /** Undefined where its bytes are no UTF-8. */
  text: string | undefined
  /** It has a mark already. */
  isMarked: boolean
}

const NEWLINE = 10
const RETURN = 13
/** The byte order mark: no line begins before it. */
const BOM = [0xef, 0xbb, 0xbf]

/** Its lines that say something, however each ends; fails when the file is no text of single bytes. */
export function jottedLines(bytes: Uint8Array): JottedFileLine[] {
  if (bytes.includes(0)) {
    throw new Failure('file', 'That is not text in UTF-8.', 'Save it as UTF-8 and try again.')
  }
  const lines: JottedFileLine[] = []
  let number = 0
  for (let start = BOM.every((byte, at) => bytes[at] === byte) ? BOM.length : 0; ; ) {
    let end = start
    while (end < bytes.length && bytes[end] !== NEWLINE && bytes[end] !== RETURN) end++
    number++
    const text = textOf(bytes.subarray(start, end))
    if (text === undefined || text.trim()) {
      lines.push({ number, start, text, isMarked: text !== undefined && MARKED.test(text) })
    }
    if (end >= bytes.length) return lines
    start = end + (bytes[end] === RETURN && bytes[end + 1] === NEWLINE ? 2 : 1)
  }
}

/** Also behind what begins the item of a list, where it may have been typed by hand. */
const MARKED = /^\s*(?:[-*•]\s+)?[✓✔]/

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The same bytes with a mark before each of these lines. */
export function withMarks(
  bytes: Uint8Array,
  lines: readonly Pick<JottedFileLine, 'start'>[],
): Uint8Array {
  const starts = lines.map(({ start }) => start).sort((a, b) => a - b)
  const marked = new Uint8Array(bytes.length + starts.length * MARK.length)
  let from = 0
  let to = 0
  for (const start of starts) {
    marked.set(bytes.subarray(from, start), to)
    to += start - from
    marked.set(MARK, to)
    to += MARK.length
    from = start
  }
  marked.set(bytes.subarray(from), to)
  return marked
}
