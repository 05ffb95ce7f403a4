import { FIELDS } from '../data/fields.ts'
import { LISTS, type ListName, type Stamped } from '../data/model.ts'
import { type FieldRow, valueIn } from '../data/rows.ts'
import { searchable } from '../words/matching.ts'

/** A field that is searched, and how much a word there counts. */
export interface SearchedField {
  name: string
  row: FieldRow
  weight: number
}

/** The fields of a record of that kind that hold words. */
export function searchedFields(list: ListName, without?: Without): SearchedField[] {
  return (SEARCHED.get(list) ?? []).filter(({ name }) => !without?.has(name))
}

/** Names of fields that are left out. */
type Without = ReadonlySet<string>

/** All that is written in a record, as `searchable` gives it, a line a text. */
export function wholeText(list: ListName, record: Stamped, without?: Without): string {
  return searchable(
    partsOf(list, record, without)
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
  const names = new Set(fields.map(field => field.name))
  for (let index = 0; index < records.length; index++) {
    const record = records[index]
    if (record === undefined) continue
    // Most fields of the table are in few records: its own keys are fewer.
    for (const name in record) {
      if (!names.has(name)) continue
      const value = valueIn(record, { name })
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
export function partsOf(list: ListName, record: Stamped, without?: Without): Written[] {
  return searchedFields(list, without).flatMap(({ row }) => {
    return textsIn(valueIn(record, row)).map(text => ({ row, text }))
  })
}

/** The texts of a field, of one or of many. */
export function textsIn(value: unknown): string[] {
  const texts: unknown[] = Array.isArray(value) ? value : [value]
  return texts.filter(text => typeof text === 'string')
}

const SEARCHED: ReadonlyMap<ListName, readonly SearchedField[]> = new Map(
  LISTS.map(list => {
    const rows = FIELDS[list].filter(row => row.weight > 0)
    return [list, rows.map(row => ({ name: row.name, row, weight: row.weight }))]
  }),
)
