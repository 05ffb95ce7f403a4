import { truncate, visible, width as widthOf, wrap, wrapLine } from './text.ts'

/** Text from anywhere, escaped here; `paint` colors it after it was measured. */
export type Cell = string | { text: string; paint: (text: string) => string }

/** The cells of a row, or one cell that stands on a line of its own without indent: a heading, a blank. */
export type Row = Cell | readonly Cell[] | WideRow

/** A text across all columns but the last. */
export interface WideRow {
  /** Stands before it, and its further lines are indented by it. */
  head?: string
  wide: string
  last: Cell
}

export interface ColumnOptions {
  /** Columns of the terminal. */
  width: number
  /** Blanks between columns, 2 when not said. */
  gap?: number
  /** Blanks before every row, 2 when not said. */
  indent?: number
  /** The column that wraps when the rows are too wide; the last when not said. */
  shrink?: number
  /** Cuts the shrinking column with `…` instead of wrapping it. */
  cut?: boolean
}

const NARROW = 60
const LEAST = 24
const LEAST_OTHER = 8

/**
 * Rows in aligned columns that fit the width, joined by `\n`. When they are too wide the shrinking column
 * wraps; under 60 columns, or when too little is left for it, the last column goes to a line of its own.
 */
export function columns(rows: readonly Row[], options: ColumnOptions): string {
  const shown = rows.map(shownRow)
  const layout = fitted(naturalWidths(shown, options), options)
  return shown.map(row => rendered(row, layout)).join('\n')
}

function shownRow(row: Row): Row {
  if (isCells(row)) return row.map(shownCell)
  if (!isWide(row)) return shownCell(row)
  const { head = '', wide, last } = row
  return { head: visible(head), wide: visible(wide), last: shownCell(last) }
}

function rendered(row: Row, layout: Layout): string {
  if (isCells(row)) return renderRow(row, layout)
  return isWide(row) ? renderWide(row, layout) : painted(row, plain(row))
}

interface Layout {
  widths: number[]
  gap: number
  indent: number
  shrink: number
  cut: boolean
  width: number
  /** The column that stands below its row; none when everything fits. */
  below?: number
}

function fitted(natural: number[], options: ColumnOptions): Layout {
  const { gap = 2, indent = 2, cut = false } = options
  const last = natural.length - 1
  const shrink = Math.min(options.shrink ?? last, last)
  const room = (count: number) => options.width - indent - gap * Math.max(0, count - 1)
  const layout: Layout = { widths: natural, gap, indent, shrink, cut, width: options.width }
  const excess = sum(natural) - room(natural.length)
  if (excess <= 0) return layout
  const own = natural[shrink] ?? 0
  const isTight = own - excess < Math.min(own, LEAST)
  if (last > 0 && (isTight || (shrink < last && options.width < NARROW))) {
    const widths = squeezed(natural.slice(0, last), shrink, room(last))
    return { ...layout, widths, below: last }
  }
  return { ...layout, widths: squeezed(natural, shrink, room(natural.length)) }
}

/** Takes from the shrinking column first, then from whichever is widest. */
function squeezed(natural: number[], shrink: number, room: number): number[] {
  const widths = [...natural]
  const take = (column: number, least: number) => {
    const own = widths[column] ?? 0
    widths[column] = Math.max(Math.min(own, least), own - Math.max(0, sum(widths) - room))
  }
  if (shrink < widths.length) take(shrink, LEAST)
  const widestFirst = widths
    .map((_, column) => column)
    .filter(column => column !== shrink)
    .sort((a, b) => (natural[b] ?? 0) - (natural[a] ?? 0))
  for (const column of widestFirst) take(column, LEAST_OTHER)
  if (shrink < widths.length) take(shrink, 1)
  return widths
}

function renderRow(cells: readonly Cell[], layout: Layout): string {
  const { widths, below } = layout
  const stacks = widths.map((columns, column) => linesOf(cells[column], column, columns, layout))
  const height = Math.max(1, ...stacks.map(stack => stack.length))
  const lines: string[] = []
  for (let index = 0; index < height; index++) {
    lines.push(renderLine(cells, stacks, index, layout))
  }
  const moved = below === undefined ? undefined : cells[below]
  if (moved !== undefined && plain(moved) !== '') {
    lines.push(...linesBelow(moved, layout))
  }
  return lines.join('\n')
}

function renderWide({ head = '', wide, last }: WideRow, layout: Layout): string {
  const { widths, gap, indent, shrink, below } = layout
  const before = widths.slice(0, shrink + 1)
  const room = sum(before) + gap * (before.length - 1)
  const margin = ' '.repeat(indent + widthOf(head))
  const lines = wrapLine(wide, Math.max(1, room - widthOf(head)))
  const beside = below === undefined ? last : ''
  const first = `${' '.repeat(indent)}${head}${lines[0] ?? ''}`
  const space = ' '.repeat(Math.max(0, indent + room + gap - widthOf(first)))
  return [
    plain(beside) === '' ? first : `${first}${space}${painted(beside, plain(beside))}`,
    ...lines.slice(1).map(line => `${margin}${line}`),
    ...(below !== undefined && plain(last) !== '' ? linesBelow(last, layout) : []),
  ].join('\n')
}

function renderLine(
  cells: readonly Cell[],
  stacks: string[][],
  index: number,
  { widths, gap, indent }: Layout,
): string {
  let line = ''
  let written = 0
  let position = indent
  for (const [column, stack] of stacks.entries()) {
    const text = stack[index] ?? ''
    if (text !== '') {
      line += ' '.repeat(Math.max(0, position - written)) + painted(cells[column] ?? '', text)
      written = position + widthOf(text)
    }
    position += (widths[column] ?? 0) + gap
  }
  return line
}

function linesOf(
  cell: Cell | undefined,
  column: number,
  columns: number,
  { shrink, cut }: Layout,
): string[] {
  if (cell === undefined) return []
  const text = plain(cell)
  if (column === shrink && !cut) return wrapLine(text, columns)
  return [truncate(text, columns)]
}

/** A command stands whole under the text it belongs to; a text that explains wraps under its row. */
function linesBelow(cell: Cell, { widths, shrink, gap, indent, width }: Layout): string[] {
  const text = plain(cell)
  if (shrink < widths.length) {
    const from = indent + sum(widths.slice(0, shrink)) + gap * shrink
    return [' '.repeat(from) + painted(cell, text)]
  }
  const from = ' '.repeat(indent + 4)
  return wrap(text, width - from.length)
    .split('\n')
    .map(line => from + painted(cell, line))
}

function naturalWidths(rows: readonly Row[], { shrink = 0, gap = 2 }: ColumnOptions): number[] {
  const widths: number[] = []
  const widen = (column: number, width: number) => {
    widths[column] = Math.max(widths[column] ?? 0, width)
  }
  for (const row of rows) {
    if (!isCells(row)) continue
    for (const [column, cell] of row.entries()) widen(column, widthOf(plain(cell)))
  }
  for (const row of rows) {
    if (isCells(row) || !isWide(row)) continue
    for (let column = 0; column <= shrink; column++) widen(column, 0)
    const before = sum(widths.slice(0, shrink)) + gap * shrink
    widen(shrink, widthOf(row.head ?? '') + widthOf(row.wide) - before)
    widen(shrink + 1, widthOf(plain(row.last)))
  }
  return widths
}

function isCells(row: Row): row is readonly Cell[] {
  return Array.isArray(row)
}

function isWide(row: Cell | WideRow): row is WideRow {
  return typeof row === 'object' && 'wide' in row
}

/** Escaped once, for its text is measured, wrapped and painted. */
function shownCell(cell: Cell): Cell {
  return typeof cell === 'string' ? visible(cell) : { ...cell, text: visible(cell.text) }
}

function plain(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}

function painted(cell: Cell, text: string): string {
  return typeof cell === 'string' || text === '' ? text : cell.paint(text)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
