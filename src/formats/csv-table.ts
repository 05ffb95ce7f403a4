import type { CsvError } from 'csv-parse/sync'
import type { ImportSkipped } from '../domain/data/imported.ts'
import { folded } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { IMPORT_LIMITS, limitedText, limitField, limitRecords } from './decode.ts'

/** The cells of a file as they stand, but for the quotes and for what defusing put before them. */
export interface CsvTable {
  header: string[]
  /** Without the empty ones; each as long or short as the file has it. */
  rows: string[][]
  /** Where each row begins, from 1. */
  lines: number[]
  /** Where the header stands, from 1. */
  firstLine: number
  skipped: ImportSkipped[]
}

export type CsvKind = 'google' | 'linkedin' | 'outlook' | 'netmed'

/** How far down a header is looked for: LinkedIn writes notes above it. */
const PREAMBLE_ROWS = 20

/** Reads comma, semicolon or tab separated values, whatever their line ends and quotes. */
export async function csvRows(text: string): Promise<CsvTable> {
  const whole = limitedText(text)
  const told = /^sep=(.)\r?\n/.exec(whole.slice(0, 10))
  const body = told ? whole.slice(told[0].length) : whole
  refuseLongLines(body)
  const reading = await recordsOf(body, told?.[1] ?? delimiterOf(body), told ? 2 : 1)
  const filled = reading.records.filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
  const at = filled.slice(0, PREAMBLE_ROWS).findIndex(({ cells }) => recognized(cells) !== null)
  const [header, ...rows] = filled.slice(Math.max(0, at))
  limitRecords(rows.length, 'row')
  return {
    header: header?.cells.map(cell => cell.trim()) ?? [],
    rows: rows.map(row => row.cells),
    lines: rows.map(row => row.line),
    firstLine: header?.line ?? 1,
    skipped: reading.skipped,
  }
}

interface Records {
  records: { line: number; cells: string[] }[]
  skipped: ImportSkipped[]
}

const MOST_COLUMNS = 5_000

const LARGEST_ROW = 8 * IMPORT_LIMITS.field

async function recordsOf(text: string, delimiter: string, firstLine: number): Promise<Records> {
  const { parse } = await import('csv-parse/sync')
  const options = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LARGEST_ROW,
    on_record: refuseWide,
  }
  const found: Records = { records: [], skipped: [] }
  let rest = text
  let start = firstLine
  // A second round at most: behind a mark that nothing closes all marks come in pairs.
  while (rest !== '') {
    let line = start
    const left = IMPORT_LIMITS.records + PREAMBLE_ROWS + 2 - found.records.length
    if (left < 1) break
    const { rows, unclosed } = untilUnclosed(to => parse(rest, { ...options, to }), left)
    for (const row of rows) {
      found.records.push({ line, cells: row.map(cell => cellOf(cell, line)) })
      line += 1 + lineBreaks(row)
    }
    if (!unclosed) break
    found.skipped.push({ line, why: 'A quotation mark in this row is never closed.' })
    rest = withoutLines(rest, line - start + 1)
    start = line + 1
  }
  return found
}

/** A row of nothing but separators would be parsed whole before its columns are counted. */
function refuseLongLines(text: string): void {
  const breaks = /[\r\n]/g
  for (let start = 0; start < text.length; start = breaks.lastIndex) {
    const end = breaks.exec(text)?.index ?? text.length
    if (end - start > LARGEST_ROW) throw tooLargeRow()
    if (end === text.length) return
  }
}

function refuseWide(cells: string[]): string[] {
  if (cells.length <= MOST_COLUMNS) return cells
  throw new Failure(
    'not-understood',
    'The file has a row of more than 5,000 columns.',
    'Is it a CSV file? Open it in a spreadsheet and save the columns that matter.',
  )
}

/** The rows before the one whose quotation mark reaches to the end of the file. */
function untilUnclosed(
  parse: (to: number) => string[][],
  most: number,
): { rows: string[][]; unclosed: boolean } {
  try {
    return { rows: parse(most), unclosed: false }
  } catch (error) {
    if (error instanceof Failure) throw error
    // What the package throws is its own error; anything else has no such code.
    const { code, records = 0 } = error as Partial<CsvError> & { records?: number }
    if (code === 'CSV_MAX_RECORD_SIZE') throw tooLargeRow()
    if (code !== 'CSV_QUOTE_NOT_CLOSED') throw notCsv(error)
    return { rows: records > 0 ? parse(records) : [], unclosed: true }
  }
}

function tooLargeRow(): Failure {
  return new Failure(
    'not-understood',
    'The file has a row of more than 8 MB, or a quotation mark that is never closed.',
    'Is it a CSV file? Open it in a spreadsheet and save it as CSV again.',
  )
}

function notCsv(cause: unknown): Failure {
  return new Failure(
    'not-understood',
    "The file can't be read as CSV.",
    'Open it in a spreadsheet and save it as CSV again.',
    { cause },
  )
}

function cellOf(written: string, line: number): string {
  limitField(written.length, line)
  return undefused(written)
}

function lineBreaks(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    if (/[\r\n]/.test(cell)) count += cell.split(/\r\n|[\r\n]/).length - 1
  }
  return count
}

/** The text without so many of its first lines. */
function withoutLines(text: string, count: number): string {
  const breaks = /\r\n|[\r\n]/g
  for (let i = 0; i < count; i++) if (!breaks.test(text)) return ''
  return text.slice(breaks.lastIndex)
}

/** What stands most often in the first line that has any, outside of quotes. */
function delimiterOf(text: string): string {
  const counts = new Map([',', ';', '\t'].map(mark => [mark, 0]))
  let isQuoted = false
  let isFound = false
  for (const sign of text.slice(0, IMPORT_LIMITS.field)) {
    if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (isFound && (sign === '\n' || sign === '\r')) break
    const count = counts.get(sign)
    if (count === undefined) continue
    counts.set(sign, count + 1)
    isFound = true
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}

/** Which program wrote a file with this header. */
export function recognized(header: readonly string[]): CsvKind | null {
  const names = new Set(header.map(folded))
  const has = (...all: string[]) => all.every(name => names.has(name))
  if (has('name', 'emails', 'uid')) return 'netmed'
  if (has('first name', 'last name', 'connected on')) return 'linkedin'
  if (has('name', 'given name', 'family name')) return 'google'
  if (has('first name', 'organization name') || (has('first name', 'labels') && has('notes'))) {
    return 'google'
  }
  if (has('first name') && header.some(name => /^(?:e-mail|phone) 1 - /i.test(name)))
    return 'google'
  if (has('first name', 'last name') && OUTLOOK_SIGNS.some(name => names.has(name)))
    return 'outlook'
  return has('vorname', 'nachname', 'e-mail-adresse') ? 'outlook' : null
}

const OUTLOOK_SIGNS = ['e-mail address', 'e-mail display name', 'business phone', 'home phone']

// Cells

/** What a spreadsheet takes for a formula, also behind apostrophes that would be taken off. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

const DEFUSED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

const PHONE = /^\+\d[\d ()./-]*$/

/** All cells quoted, lines ended by CR LF, and a mark in front by which Excel knows the letters. */
export function csvText(header: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [csvLine(header)]
  for (const row of rows) lines.push(csvLine(row))
  return `\ufeff${lines.join('')}`
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell => `"${defused(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
}

function defused(cell: string): string {
  return FORMULA.test(cell) && !PHONE.test(cell) ? `'${cell}` : cell
}

/** Takes off exactly what `csvText` puts on. */
function undefused(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell
}
