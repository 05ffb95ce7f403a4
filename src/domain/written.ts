import { FIELDS, type FieldRow } from './fields.ts'
import { searchable } from './matching.ts'
import { LISTS, type ListName, type Stamped } from './model.ts'

/** A field that is searched, and how much a word there counts. */
export interface SearchedField {
  row: FieldRow
  weight: number
}

/** The fields of a record that hold words, by their name. */
export function searchedFields(list: ListName): ReadonlyMap<string, SearchedField> {
  return SEARCHED.get(list) ?? new Map()
}

interface Options {
  /** Also what is shown to the user on screen alone (practice V2). */
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

/** One text of a record and the field it stands in. */
export interface Written {
  row: FieldRow
  text: string
}

/** The same texts apart, as they are written. */
export function partsOf(list: ListName, record: Stamped, options: Options = {}): Written[] {
  const { withPrivate = false, without } = options
  return [...searchedFields(list).values()].flatMap(({ row }) => {
    if ((row.private && !withPrivate) || without?.has(row.name)) return []
    const value: unknown = Reflect.get(record, row.name)
    return told(row.name, value, withPrivate).map(text => ({ row, text }))
  })
}

/** The texts of a field; membership of the support circle is private, that of the others is not. */
export function told(name: string, value: unknown, withPrivate: boolean): string[] {
  const texts: unknown[] = Array.isArray(value) ? value : [value]
  return texts.filter(
    text => typeof text === 'string' && (withPrivate || name !== 'circles' || text !== 'support'),
  ) as string[]
}

const TEXTS: ReadonlySet<string> = new Set(['name', 'line', 'text', 'email', 'phone', 'link'])
/** Of what is chosen from a list, only what people look for. */
const CHOICES: ReadonlySet<string> = new Set(['role', 'circles', 'met', 'kind', 'occasion'])
const NOT_WRITTEN: ReadonlySet<string> = new Set(['template'])
/** Who somebody is counts first, then what was said, then what it was. */
const WEIGHTS: Readonly<Record<string, number>> = {
  name: 10,
  first: 10,
  last: 10,
  nickname: 10,
  emails: 10,
  phones: 10,
  kind: 1,
  occasion: 1,
  met: 1,
  history: 1,
}
const PLAIN_WEIGHT = 4

const SEARCHED: ReadonlyMap<ListName, ReadonlyMap<string, SearchedField>> = new Map(
  LISTS.map(list => {
    const rows = FIELDS[list].filter(isSearched)
    const fields = rows.map(row => ({ row, weight: WEIGHTS[row.name] ?? PLAIN_WEIGHT }))
    return [list, new Map(fields.map(field => [field.row.name, field]))]
  }),
)

function isSearched({ name, type }: FieldRow): boolean {
  return !NOT_WRITTEN.has(name) && (TEXTS.has(type) || CHOICES.has(name))
}
