import { FIELDS } from '../data/fields.ts'
import { LISTS, type ListName, type Stamped } from '../data/model.ts'
import { type FieldRow, isPrivate, valueIn } from '../data/rows.ts'
import { searchable } from '../words/matching.ts'

/** A field that is searched, and how much a word there counts. */
export interface SearchedField {
  name: string
  row: FieldRow
  weight: number
}

/** The fields of a record of that kind that hold words. */
export function searchedFields(list: ListName, options: Options = {}): SearchedField[] {
  const { withPrivate = false, without } = options
  const fields = SEARCHED.get(list) ?? []
  return fields.filter(({ name, row }) => (withPrivate || !isPrivate(row)) && !without?.has(name))
}

interface Options {
  /** Also what is shown to the user on screen alone. */
  withPrivate?: boolean
  /** Fields that are left out. */
  without?: ReadonlySet<string> | undefined
}

/** All that is written in a record, as `searchable` gives it, a line a text. */
export function wholeText(list: ListName, record: Stamped, options: Options = {}): string {
  return searchable(
    partsOf(list, record, options)
      .map(part => part.text)
      .join('\n'),
  )
}

/**
 * The records of which a text as it is written fits the pattern. One loop over ten thousand records, and
 * so with nothing in it that could stand outside.
 */
export function holdersOf<R extends Stamped>(
  records: readonly R[],
  fields: readonly SearchedField[],
  pattern: RegExp,
): R[] {
  const holders: R[] = []
  for (const record of records) {
    for (const field of fields) {
      const value = valueIn(record, field)
      if (value === undefined) continue
      const isHeld = typeof value === 'string' ? pattern.test(value) : isInOne(value, pattern)
      if (!isHeld) continue
      holders.push(record)
      break
    }
  }
  return holders
}

function isInOne(value: unknown, pattern: RegExp): boolean {
  return Array.isArray(value) && value.some(text => pattern.test(String(text)))
}

/** One text of a record and the field it stands in. */
export interface Written {
  row: FieldRow
  text: string
}

/** The same texts apart, as they are written. */
export function partsOf(list: ListName, record: Stamped, options: Options = {}): Written[] {
  const { withPrivate = false } = options
  return searchedFields(list, options).flatMap(({ row, name }) => {
    return told(name, valueIn(record, row), withPrivate).map(text => ({ row, text }))
  })
}

/** The texts of a field; membership of the support circle is private, that of the others is not. */
export function told(name: string, value: unknown, withPrivate: boolean): string[] {
  const texts: unknown[] = Array.isArray(value) ? value : [value]
  return texts.filter(
    text => typeof text === 'string' && (withPrivate || name !== 'circles' || text !== 'support'),
  ) as string[]
}

const SEARCHED: ReadonlyMap<ListName, readonly SearchedField[]> = new Map(
  LISTS.map(list => {
    const rows = FIELDS[list].filter(row => row.weight > 0)
    return [list, rows.map(row => ({ name: row.name, row, weight: row.weight }))]
  }),
)
