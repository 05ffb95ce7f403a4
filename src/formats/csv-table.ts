import type { CsvError } from 'csv-parse/sync'
import type { ImportSkipped } from '../domain/data/imported.ts'
import { isAddrSpec } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { type Column, columnOf, namesPeople, programOf } from './csv-headings.ts'
import { IMPORT_LIMITS, limitedText, limitField, limitRecords } from './decode.ts'

/** The cells of a file as they stand, but for the quotes, blanks before them, and what defusing put there. */
export interface CsvTable {
  /** As it stands; of a file without one the first line, which is a row too. */
  header: string[]
  hasHeader: boolean
  /** What each column holds, as far as its heading says or, without one, its cells. */
  columns: (Column | undefined)[]
  /** Whether the columns name or reach somebody, so that the table reads without more being said. */
  isKnown: boolean
  /** `Google CSV`, `CSV`. */
  kind: string
  /** Without the empty ones; each as long or short as the file has it. */
  rows: string[][]
  /** Where each row begins, from 1. */
  lines: number[]
  /** Where the header stands, from 1. */
  firstLine: number
  skipped: ImportSkipped[]
}

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
  const hasHeader = !filled[0]?.cells.some(isWay)
  const at = hasHeader ? filled.slice(0, PREAMBLE_ROWS).findIndex(isHeader) : 0
  const [first, ...below] = filled.slice(Math.max(0, at))
  const header = first?.cells.map(cell => cell.trim()) ?? []
  const rows = hasHeader || !first ? below : [first, ...below]
  limitRecords(rows.length, 'row')
  const columns = hasHeader ? header.map(columnOf) : columnsByCells(rows.map(row => row.cells))
  return {
    header,
    hasHeader,
    columns,
    isKnown: hasHeader ? namesPeople(columns) : columns.some(isName) || columns.every(Boolean),
    kind: hasHeader ? programOf(header) : 'CSV without a header',
    rows: rows.map(row => row.cells),
    lines: rows.map(row => row.line),
    firstLine: first?.line ?? 1,
    skipped: reading.skipped,
  }
}

/** The first row, or one below notes, whose cells are headings. */
function isHeader({ cells }: CsvRecord, at: number): boolean {
  const columns = cells.slice(0, MOST_COLUMNS).map(columnOf)
  return namesPeople(columns) && (at === 0 || columns.filter(Boolean).length > 1)
}

const PHONE_ALONE = /^\+?[\d ()./-]{6,30}$/

/** Whether a cell is an address, a number or a page, which no heading is. */
function isWay(cell: string): boolean {
  return wayOf(cell) !== undefined
}

function wayOf(written: string): 'email' | 'phone' | 'link' | undefined {
  const cell = written.trim()
  if (isAddrSpec(cell)) return 'email'
  if (/^https?:\/\//i.test(cell)) return 'link'
  return PHONE_ALONE.test(cell) && cell.replace(/\D/g, '').length > 5 ? 'phone' : undefined
}

const isName = (column: Column | undefined) => column?.meaning === 'name'

/** How many rows tell what the columns of a file without a header hold. */
const LOOKED_AT = 50

/** By what most cells are; the first column of other words is the name, where it holds whole ones. */
function columnsByCells(rows: readonly (readonly string[])[]): (Column | undefined)[] {
  const some = rows.slice(0, LOOKED_AT)
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...some.map(cells => cells.length)))
  const columns = Array.from({ length: width }, (_, at): Column | undefined => {
    const cells = some.map(row => (row[at] ?? '').trim()).filter(Boolean)
    const meaning = (['email', 'phone', 'link'] as const).find(
      way => cells.filter(cell => wayOf(cell) === way).length * 2 > cells.length,
    )
    return meaning && { meaning, key: '', heading: '' }
  })
  const at = columns.findIndex((column, at) => !column && some.some(row => row[at]))
  const names = some.map(row => (row[at] ?? '').trim()).filter(Boolean)
  const isWhole = names.filter(name => name.includes(' ')).length * 2 > names.length
  if (at >= 0 && isWhole) columns[at] = { meaning: 'name', key: '', heading: '' }
  return columns
}

interface CsvRecord {
  line: number
  cells: string[]
}

interface Records {
  records: CsvRecord[]
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
    // Scripts write a blank behind the comma, and then a quotation mark.
    ltrim: true,
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
  // The parser takes `"Ana" ,` for a cell with its quotation marks.
  return undefused(/^"[^"]*" +$/.test(written) ? written.trimEnd().slice(1, -1) : written)
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
