import { truncate, visible, width as widthOf, wrap, wrapLine } from './text.ts'

/** Text from anywhere, escaped here; `paint` colors it after it was measured. */
export type Cell = string | { text: string; paint: (text: string) => string }

/** The cells of a row, or one cell that stands on a line of its own without indent: a heading, a blank. */
export type Row = Cell | readonly Cell[]

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
  const shown = rows.map(row => (isCells(row) ? row.map(shownCell) : shownCell(row)))
  const widths = naturalWidths(shown)
  const layout = fitted(widths, options)
  return shown
    .map(row => (isCells(row) ? renderRow(row, layout) : painted(row, plain(row))))
    .join('\n')
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

function naturalWidths(rows: readonly Row[]): number[] {
  const widths: number[] = []
  for (const row of rows) {
    if (!isCells(row)) continue
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(plain(cell)))
    }
  }
  return widths
}

function isCells(row: Row): row is readonly Cell[] {
  return Array.isArray(row)
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
