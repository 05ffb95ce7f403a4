import { FIELDS } from '../domain/data/fields.ts'
import type { Imported, ImportSkipped, LeftOut } from '../domain/data/imported.ts'
import type { Contact, Event, Interaction } from '../domain/data/model.ts'
import { idsIn } from '../domain/data/references.ts'
import { type FieldRow, isPublic, valueIn } from '../domain/data/rows.ts'
import { TITLES } from '../domain/people/names.ts'
import { folded, isAddrSpec, listed, nearest } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { type Column, columnOf, type Meaning } from './csv-headings.ts'
import { type CsvTable, csvText } from './csv-table.ts'
import {
  append,
  cleanLine,
  importedPerson,
  type NameParts,
  type RawPerson,
  type RawWork,
  rawPerson,
} from './imported.ts'

// Reading rows

/** A row while its cells are read; workplaces and towns by the columns that belong together. */
interface Draft {
  raw: RawPerson
  parts: NameParts
  work: Map<string, RawWork>
  towns: Map<string, Town>
  /** What kind the value of another column is: `Work Fax` of `phone 2`. */
  labels: Map<string, string>
  born: { year?: string; month?: string; day?: string }
}

interface Town {
  town: string
  region: string
  country: string
}

type Reader = (draft: Draft, cell: string) => void

/**
 * The people of a table, by what its headings or, without any, its cells say, and before that by a mapping
 * of columns to the flags of `add` (`email`, `met-on`; also `middle`, `suffix`, `position`; `-` leaves one
 * out). Yields how much is done, 0 to 1.
 */
export function* readPeopleCsv(
  table: CsvTable,
  mapping: ReadonlyMap<string, string> = new Map(),
): Generator<number, Imported> {
  const sheet = withFirstLine(table, mapping)
  const readers = readersOf(sheet, mapping)
  const missed = new Map<number, number>()
  const imported: Imported = { people: [], interactions: [], skipped: [...sheet.skipped] }
  const order = dayOrder(sheet)
  const isLastInName = namesInParts(sheet)
  for (const [at, cells] of sheet.rows.entries()) {
    if (at % 200 === 0) yield at / sheet.rows.length
    const line = sheet.lines[at] ?? 0
    const raw = rawOf(cells, readers, line, missed)
    if (isLastInName) moveFamilyName(raw)
    if (raw.birthday) raw.birthday = unconfused(raw.birthday, order)
    const person = importedPerson(raw)
    if (typeof person === 'string') imported.skipped.push({ line, why: person })
    else imported.people.push(person)
  }
  imported.skipped.sort((a, b) => a.line - b.line)
  if (!sheet.hasHeader) imported.remarks = [withoutHeader(sheet)]
  if (missed.size > 0) imported.leftOut = leftOut(sheet, missed)
  return imported
}

/** Columns that are mapped by their numbers have no headings: the first line is a person. */
function withFirstLine(table: CsvTable, mapping: ReadonlyMap<string, string>): CsvTable {
  const isByNumber = [...mapping.keys()].some(
    column => isNumber(column) && !table.header.includes(column),
  )
  if (!table.hasHeader || table.isKnown || !isByNumber) return table
  return {
    ...table,
    hasHeader: false,
    columns: [],
    rows: [table.header, ...table.rows],
    lines: [table.firstLine, ...table.lines],
  }
}

function isNumber(column: string): boolean {
  return /^\d{1,4}$/.test(column)
}

type Readers = readonly (Reader | undefined)[]

function readersOf(table: CsvTable, mapping: ReadonlyMap<string, string>): Readers {
  if (mapping.size === 0 && !table.isKnown) {
    throw new Failure(
      'usage',
      "netmed doesn't know the columns of this file.",
      'Say what they hold: --map "Full Name=name" --map "Mail=email"',
    )
  }
  const isOwn = table.kind === OWN_KIND
  const readers = isOwn
    ? table.header.map(ownReader)
    : table.columns.map(column => column && readerOf(column))
  for (const [column, field] of mapping) {
    const reader = mappedReader(field)
    for (const at of placesOf(column, table)) readers[at] = reader
  }
  return readers
}

function rawOf(
  cells: readonly string[],
  readers: Readers,
  line: number,
  missed: Map<number, number>,
): RawPerson {
  const raw = rawPerson(line)
  const parts: NameParts = { prefix: '', first: '', middle: '', last: '', suffix: '' }
  const groups = { work: new Map(), towns: new Map(), labels: new Map() }
  const draft: Draft = { raw, parts, ...groups, born: {} }
  for (const [at, written] of cells.entries()) {
    const cell = written.trim()
    if (cell === '') continue
    const read = readers[at]
    if (read) read(draft, cell)
    else if (!SAYS_NOTHING.test(cell)) missed.set(at, (missed.get(at) ?? 0) + 1)
  }
  raw.parts = parts
  raw.work = [...draft.work.values()]
  const [area, ...more] = [...draft.towns.values()].map(areaOf).filter(Boolean)
  raw.area ||= area
  if (more.some(each => each !== area)) missed.set(FURTHER, (missed.get(FURTHER) ?? 0) + 1)
  raw.birthday ||= bornOn(draft.born)
  return raw
}

/** Stands among the numbers of columns for a second town of one person. */
const FURTHER = -1

/** What programs write where nothing was said. */
const SAYS_NOTHING =
  /^(?:[0/.: -]+|normal|false|falsch|unspecified|keine angabe|nicht angegeben|smtp|ex)$/i

/** Whether a table has a first name and no last name, which then stands in `Name`. */
function namesInParts({ columns }: CsvTable): boolean {
  const has = (meaning: string) => columns.some(column => column?.meaning === meaning)
  return has('first') && has('name') && !has('last')
}

function moveFamilyName(raw: RawPerson): void {
  const { name = '', parts } = raw
  if (!parts?.first || name === '' || folded(name).includes(folded(parts.first))) return
  parts.last = name
  raw.name = ''
}

function areaOf({ town, region, country }: Town): string {
  const place = [town, region].map(part => part.trim()).filter(Boolean)
  return town.trim() ? place.join(', ') : region.trim() || country.trim()
}

function bornOn({ year, month, day }: Draft['born']): string | undefined {
  if (!month || !day) return undefined
  return `${year ?? '-'}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function withoutHeader({ lines, columns }: CsvTable): ImportSkipped {
  const told = columns.flatMap((column, at) =>
    column ? [`column ${at + 1} as ${column.meaning}`] : [],
  )
  const how = told.length > 0 ? `; netmed took ${listed(told)}` : ''
  return { line: lines[0] ?? 1, why: `This is taken as a person, not as a header${how}.` }
}

/** The columns that nothing was read from, as far as their cells say something. */
function leftOut({ header, hasHeader }: CsvTable, missed: ReadonlyMap<number, number>): LeftOut[] {
  return [...missed]
    .sort(([a], [b]) => a - b)
    .map(([at, count]) => {
      if (at === FURTHER) return { what: 'second towns', count }
      const heading = hasHeader ? header[at] : undefined
      return { what: heading ? `"${cleanLine(heading)}"` : `column ${at + 1}`, count }
    })
}

// What a cell is added to

type Listed = 'nicknames' | 'emails' | 'phones' | 'links' | 'tags' | 'notes'

/** The first one; another goes to the note. */
function only(which: 'name' | 'area', heading: string): Reader {
  return ({ raw }, cell) => {
    const known = raw[which] ?? ''
    if (known === '') raw[which] = cell
    else if (folded(known) !== folded(cell)) raw.leftOver.push(`${heading}: ${cell}`)
  }
}

const birthday: Reader = ({ raw, born }, cell) => {
  // `Birth Day` beside `Birth Month` is a day of it.
  if (/^\d{1,2}$/.test(cell)) born.day = cell
  else raw.birthday ||= cell
}

function born(which: 'year' | 'month'): Reader {
  return ({ born }, cell) => {
    if (/^\d{1,4}$/.test(cell)) born[which] = cell
  }
}

function part(which: keyof NameParts): Reader {
  return ({ parts }, cell) => {
    parts[which] ||= cell
  }
}

/** `Dr.` before the name; what is no form of address is a position. Mr and Mrs are no part of a German name. */
function title(key: string): Reader {
  const position = workAt(key, 'position')
  return (draft, cell) => {
    const isForm = cell.split(/\s+/).every(word => word.endsWith('.') || isTitle(word))
    if (isForm) draft.parts.prefix ||= cell.replace(/^(?:Herrn?|Frau)(?![\p{L}])\s*/u, '')
    else position(draft, cell)
  }
}

function isTitle(word: string): boolean {
  return (
    TITLES.has(word.toLowerCase()) ||
    /^(?:herrn?|frau|pd|med|univ|dra?|prof|sra?|mme|mlle)$/i.test(word)
  )
}

function add(to: Listed, valuesIn: (cell: string) => string[] = cell => [cell]): Reader {
  return ({ raw }, cell) => append(raw[to], valuesIn(cell))
}

function workAt(key: string, which: keyof RawWork): Reader {
  return ({ work }, cell) => {
    // A second company of the same key is a place of its own.
    let at = key
    while (work.get(at)?.[which]) at += '+'
    const place = work.get(at) ?? { institution: '', department: '', position: '' }
    place[which] = cell
    work.set(at, place)
  }
}

function townAt(key: string, which: keyof Town): Reader {
  return ({ towns }, cell) => {
    const place = towns.get(key) ?? { town: '', region: '', country: '' }
    place[which] ||= cell
    towns.set(key, place)
  }
}

function own(field: string, values: (cell: string) => string[] = cell => [cell]): Reader {
  return ({ raw }, cell) => {
    const known = raw.own.get(field)
    if (known) append(known, values(cell))
    else raw.own.set(field, values(cell))
  }
}

/** Lines for the end of the note; the label of the same key, where there is one, says what it is. */
function noted(word: string, what = '', key = ''): Reader {
  return ({ raw, labels }, cell) => {
    if (!SAYS_NOTHING.test(cell))
      raw.leftOver.push(`${labels.get(`${what} ${key}`) ?? word}: ${cell}`)
  }
}

function phone(key: string): Reader {
  const of = `phone ${key}`.trim()
  return ({ raw, labels }, cell) => {
    const label = labels.get(of) ?? ''
    const kind = /fax/i.test(label) ? 'Fax' : /pager/i.test(label) ? 'Pager' : undefined
    if (kind) raw.leftOver.push(`${kind}: ${cell}`)
    else append(raw.phones, phonesIn(cell))
  }
}

/** `Home`, `Work`: an address, a number, or a line of the note. */
function anyWay(heading: string): Reader {
  return ({ raw }, cell) => {
    if (cell.includes('@')) append(raw.emails, emailsIn(cell))
    else if (/\d{3}/.test(cell) && !/\p{L}{3}/u.test(cell)) append(raw.phones, phonesIn(cell))
    else if (!SAYS_NOTHING.test(cell)) raw.leftOver.push(`${heading}: ${cell}`)
  }
}

/** Google marks its own groups: `* myContacts ::: * starred ::: Cardiology`. */
function groupsIn(cell: string): string[] {
  const groups = cell.includes(':::') ? cell.split(SEVERAL) : cell.split(/\s*[;,\n]\s*/)
  return groups
    .filter(group => !/^\* (?:myContacts|starred)$/i.test(group))
    .map(group => group.replace(/^\* /, ''))
}

function connectedOn({ raw }: Draft, cell: string): void {
  raw.own.set('metOn', [cell])
  raw.own.set('met', ['online'])
}

function introducedBy({ raw }: Draft, cell: string): void {
  raw.introducedBy = { ...raw.introducedBy, name: cell.trim() }
}

// Cells of several values

const SEVERAL = /\s*:::\s*/

/** Every address of `a@x.org; Ana <b@x.org>`; the cell too when it says more than names and addresses. */
function emailsIn(cell: string): string[] {
  const words = cell
    .split(/[\s;,|<>"']+|:::/)
    .flatMap(parted)
    .map(word => word.replace(/\.$/, ''))
  const addresses = words.filter(word => isAddrSpec(word.replace(/^mailto:/i, '')))
  const rest = cell.replace(/"[^"]*"|[^<>;,]*<[^<>]*>/g, '').split(/[\s;,|:/]+/)
  const isAll = rest.every(word => word === '' || word.includes('@'))
  return addresses.length > 0 && isAll ? addresses : [...addresses, cell]
}

/** `a@x.org/b@x.org` are two, and a slash within one address is its own. */
function parted(word: string): string[] {
  const parts = word.split('/')
  return parts.every(each => each === '' || each.includes('@')) ? parts : [word]
}

const LEAST_FIGURES = 6

/** `555-0100; 555-0101` are two; a part too short for a number belongs to the other. */
function phonesIn(cell: string): string[] {
  const parts = cell.split(/\s*(?::::|[;,|\n]|\s\/\s)\s*/)
  const isEach = parts.every(each => each.replace(/\D/g, '').length >= LEAST_FIGURES)
  return isEach ? parts : [cell]
}

function linksIn(cell: string): string[] {
  const parts = cell.split(/,?[\s;]+|:::/).filter(Boolean)
  return parts.every(each => each.includes('.')) ? parts : [cell]
}

// What a column is read by

/** Of each meaning that is no field by itself; `key` tells columns that belong together. */
const READERS: Partial<Record<Meaning, (column: Column) => Reader>> = {
  name: ({ heading }) => only('name', heading),
  title: ({ key }) => title(numberIn(key)),
  first: () => part('first'),
  middle: () => part('middle'),
  last: () => part('last'),
  suffix: () => part('suffix'),
  nickname: () => add('nicknames', cell => cell.split(SEVERAL)),
  email: () => add('emails', emailsIn),
  phone: ({ key }) => phone(key),
  fax: () => noted('Fax'),
  pager: () => noted('Pager'),
  link: () => add('links', linksIn),
  institution: ({ key }) => workAt(numberIn(key), 'institution'),
  department: ({ key }) => workAt(numberIn(key), 'department'),
  position: ({ key }) => workAt(numberIn(key), 'position'),
  town: ({ key }) => townAt(key, 'town'),
  region: ({ key }) => townAt(key, 'region'),
  country: ({ key }) => townAt(key, 'country'),
  area: ({ heading }) => only('area', heading),
  birthday: () => birthday,
  birthYear: () => born('year'),
  birthMonth: () => born('month'),
  tag: () => add('tags', groupsIn),
  note: () => add('notes'),
  introducedBy: () => introducedBy,
  connected: () => connectedOn,
  nothing: () => () => undefined,
  label:
    ({ key }) =>
    ({ labels }, cell) =>
      labels.set(key, cell.replace(/^\* ?/, '')),
  related: ({ key, heading }) => noted(heading, 'related', key),
  event: ({ key, heading }) => noted(heading, 'event', key),
  chat: ({ key, heading }) => noted(heading, 'chat', key),
  custom: ({ key, heading }) => noted(heading, 'custom', key),
  noted: ({ heading }) => noted(heading),
  where: ({ heading }) => anyWay(heading),
}

/** Of `organization 2` the 2: home and work tell no two workplaces apart. */
function numberIn(key: string): string {
  return /\d+/.exec(key)?.[0] ?? ''
}

function readerOf(column: Column): Reader | undefined {
  const { meaning, field } = column
  return READERS[meaning]?.(column) ?? fieldReader(field ?? flagOf(meaning))
}

/** Of a field of netmed's own, by its name or flag. */
function fieldReader(field: string): Reader | undefined {
  const row = FIELDS.contacts.find(each => each.name === field || each.flag === field)
  return row && own(row.name, cell => (row.many ? cell.split(/[;\n]|:::/) : [cell]))
}

/** `met-on` of `metOn`. */
function flagOf(meaning: string): string {
  return meaning.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

// Columns that the user names

const OWN_KIND = 'CSV of netmed'
const ROWS = new Map(FIELDS.contacts.map(row => [headingOf(row), row]))
const EXTRA_FIELDS = ['middle', 'suffix', 'position']
/** What a column is mapped to that is left out. */
export const NO_FIELD = '-'

/** What a column can be mapped to, as it is typed: the flags of `add`, and the parts of a name or post. */
export function csvFields(): string[] {
  const flags = FIELDS.contacts.flatMap(row => row.flag ?? [])
  return [...flags, ...EXTRA_FIELDS]
}

/** Where the columns of that heading are, in a file without headings those of that first cell or number. */
function placesOf(column: string, { header, hasHeader }: CsvTable): number[] {
  const where = (isMeant: (heading: string) => boolean) =>
    header.flatMap((each, at) => (isMeant(each) ? [at] : []))
  const exact = where(each => each === column)
  const near = exact.length > 0 ? exact : where(each => folded(each) === folded(column))
  if (near.length > 0) return near
  const number = isNumber(column) && !hasHeader ? Number(column) : 0
  if (number > 0 && number <= header.length) return [number - 1]
  throw noColumn(column, header)
}

function mappedReader(field: string): Reader {
  const unread: Reader = () => undefined
  if (field === NO_FIELD) return unread
  // Whoever calls a column the title means it, whatever stands there.
  if (field === 'title') return part('prefix')
  const reader = csvFields().includes(field)
    ? readerOf({ meaning: meaningOf(field), field, key: '', heading: field })
    : undefined
  if (reader) return reader
  const near = nearest(field, csvFields())
  throw new Failure(
    'usage',
    `A column can't be mapped to "${field}".`,
    near ? `Did you mean ${near}?` : `Fields: ${listed(csvFields())}.`,
  )
}

function meaningOf(field: string): Meaning {
  const name = field.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return Object.hasOwn(READERS, name) ? (name as Meaning) : 'field'
}

function noColumn(column: string, header: readonly string[]): Failure {
  const near = nearest(column, header.slice(0, 100))
  return new Failure(
    'usage',
    `The file has no column "${column}".`,
    near ? `Did you mean "${near}"?` : `Its columns: ${listed(header.slice(0, 30))}.`,
  )
}

/** The field that a column of this name usually holds, to be offered when asking. */
export function suggestedField(column: string): string | null {
  const { meaning, field } = columnOf(column) ?? {}
  const row = FIELDS.contacts.find(each => each.name === field)
  const flag = row?.flag ?? flagOf(meaning === 'town' ? 'area' : (meaning ?? ''))
  return csvFields().includes(flag) ? flag : null
}

// Birthdays in figures

type DayOrder = 'day-first' | 'month-first' | undefined

const FIGURES = /^\s*(\d{1,2})([/.])(\d{1,2})[/.](\d{4})\s*$/

/** Which comes first in the dates of a file: told by the first one that leaves no choice. */
function dayOrder({ columns, rows }: CsvTable): DayOrder {
  const places = columns.flatMap((column, at) => (column?.meaning === 'birthday' ? [at] : []))
  for (const cells of rows) {
    for (const at of places) {
      const [, first, , second] = FIGURES.exec(cells[at] ?? '') ?? []
      if (Number(first) > 12) return 'day-first'
      if (Number(second) > 12) return 'month-first'
    }
  }
  return undefined
}

/** `9/3/1990` with the year first, where it is known which is the day; points stand after days. */
function unconfused(written: string, order: DayOrder): string {
  const [, first = '', sign, second = '', year] = FIGURES.exec(written) ?? []
  const sure = sign === '.' ? 'day-first' : order
  if (!sure || !year) return written
  const [day, month] = sure === 'day-first' ? [first, second] : [second, first]
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

// netmed's own

/** In the order of the table of fields. */
function ownRows(withPrivate: boolean): FieldRow[] {
  return FIELDS.contacts.filter(row => row.csv !== false && (withPrivate || isPublic(row)))
}

function headingOf({ name, csv }: FieldRow): string {
  return csv || name
}

function ownReader(column: string): Reader | undefined {
  const known = OWN.get(column)
  if (known) return known
  const row = ROWS.get(column)
  return row && own(row.name, cell => (row.many ? separated(cell) : [cell]))
}

const OWN: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['name', only('name', 'Name')],
  ['birthday', birthday],
  ['area', only('area', 'Area')],
  ['note', add('notes')],
  ['emails', ({ raw }, cell) => append(raw.emails, separated(cell))],
  ['phones', ({ raw }, cell) => append(raw.phones, separated(cell))],
  ['links', ({ raw }, cell) => append(raw.links, separated(cell))],
  ['tags', ({ raw }, cell) => append(raw.tags, separated(cell))],
  ['introducedBy', introducedBy],
  [
    'introducedByUid',
    ({ raw }, cell) => {
      raw.introducedBy = { ...raw.introducedBy, uid: cell.trim() }
    },
  ],
  [
    'uid',
    ({ raw }, cell) => {
      raw.uid = cell.trim()
    },
  ],
])

/** `a; b`, where a semicolon within a value stands after a backslash. */
function joined(values: readonly string[]): string {
  return values.map(value => value.replace(/[\\;]/g, '\\$&')).join('; ')
}

function separated(cell: string): string[] {
  const values = cell.match(/(?:\\[\s\S]|[^\\;])+/g) ?? []
  return values.map(value => value.trim().replace(/\\([\\;])/g, '$1'))
}

export interface CsvOptions {
  /** Also the columns of what is private, and of what acts here alone. */
  withPrivate?: boolean
  /** Everybody, to say who introduced whom. */
  everybody?: readonly Contact[]
}

/** The people, a row each; an import of it gives the same people. */
export function peopleCsv(contacts: readonly Contact[], options: CsvOptions = {}): string {
  const { withPrivate = false, everybody = contacts } = options
  const byId = new Map(everybody.map(contact => [contact.id, contact]))
  const rows = ownRows(withPrivate)
  return csvText(
    [...rows.map(headingOf), 'introducedByUid', 'uid'],
    contacts.map(contact => {
      const introducer = byId.get(contact.introducedBy ?? 0)
      const cells = rows.map(row =>
        row.name === 'introducedBy' ? (introducer?.name ?? '') : fieldCell(contact, row),
      )
      return [...cells, introducer?.uid ?? '', contact.uid]
    }),
  )
}

function fieldCell(contact: Contact, row: FieldRow): string {
  const value = valueIn(contact, row)
  if (value === undefined) return ''
  return Array.isArray(value) ? joined(value.map(String)) : String(value)
}

/** The interactions, a row each in their order. */
export function interactionsCsv(
  interactions: readonly Interaction[],
  { contacts, events }: { contacts: readonly Contact[]; events: readonly Event[] },
): string {
  const names = new Map([...contacts, ...events].map(record => [record.id, record.name]))
  const rows = FIELDS.interactions.filter(row => row.csv !== false)
  return csvText(
    [...rows.map(headingOf), 'uid'],
    interactions.map(each => [...rows.map(row => interactionCell(each, row, names)), each.uid]),
  )
}

function interactionCell(
  interaction: Interaction,
  row: FieldRow,
  names: ReadonlyMap<number, string>,
): string {
  const value = valueIn(interaction, row) ?? row.unsaid
  if (row.to) return joined(idsIn(interaction, { field: row.name }).map(id => names.get(id) ?? ''))
  return Array.isArray(value) ? joined(value.map(String)) : String(value ?? '')
}
