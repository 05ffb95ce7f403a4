import { FIELDS } from './fields.ts'
import type { ListName } from './model.ts'
import { type FieldRow, isPair, valueIn } from './rows.ts'

/** Days of a rhythm in the file: a hundred years, as `readDays` takes; the calendar holds no more. */
export const MOST_DAYS = 36_500
/** What is counted in the file, minutes too: more than is ever typed. */
export const MOST_COUNT = 999_999

/** A field that holds more than is typed or imported; the file may, so that nobody is locked out of it. */
export interface Excess {
  field: string
  /** How many letters, or values of a list, there are. */
  count: number
  most: number
  of: 'letters' | 'values'
}

/** The fields of a record that hold too much, in the order of the table. */
export function excessesIn(list: ListName | 'profile', record: object): Excess[] {
  return FIELDS[list].flatMap(row => excessOf(row, valueIn(record, row)) ?? [])
}

/** Too many values, else the longest of them where that is too long. */
function excessOf(row: FieldRow, value: unknown): Excess | undefined {
  const { name: field, most, longest } = row
  if (!Array.isArray(value)) return tooLong(field, lettersOf(value), longest)
  if (value.length > most) return { field, count: value.length, most, of: 'values' }
  return tooLong(field, Math.max(0, ...value.map(lettersOf)), longest)
}

function tooLong(field: string, count: number, most: number): Excess | undefined {
  return count > most ? { field, count, most, of: 'letters' } : undefined
}

function lettersOf(value: unknown): number {
  if (isPair(value)) return value.text.length
  return typeof value === 'string' ? value.length : 0
}
