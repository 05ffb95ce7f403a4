import { FIELDS } from '../domain/data/fields.ts'
import type { Imported } from '../domain/data/imported.ts'
import type { Contact, Event, Interaction } from '../domain/data/model.ts'
import { idsIn } from '../domain/data/references.ts'
import { type FieldRow, isPublic, valueIn } from '../domain/data/rows.ts'
import { folded, listed, nearest } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { type CsvKind, type CsvTable, csvText, recognized } from './csv-table.ts'
import {
  append,
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
}

interface Town {
  town: string
  region: string
  country: string
}

type Reader = (draft: Draft, cell: string) => void

/**
 * The people of a table: by the header of a program that is known, or by a mapping of columns to the flags
 * of `add` (`email`, `met-on`; also `middle`, `suffix`, `position`). Columns of one name are all read.
 * Yields how much is done, 0 to 1.
 */
export function* readPeopleCsv(
  table: CsvTable,
  mapping?: ReadonlyMap<string, string>,
): Generator<number, Imported> {
  const readers = mapping ? mappedReaders(table.header, mapping) : knownReaders(table.header)
  const imported: Imported = { people: [], interactions: [], skipped: [...table.skipped] }
  const order = dayOrder(table)
  for (const [at, cells] of table.rows.entries()) {
    if (at % 200 === 0) yield at / table.rows.length
    const line = table.lines[at] ?? 0
    const person = importedPerson(rawOf(cells, readers, order, line))
    if (typeof person === 'string') imported.skipped.push({ line, why: person })
    else imported.people.push(person)
  }
  imported.skipped.sort((a, b) => a.line - b.line)
  return imported
}

function rawOf(
  cells: readonly string[],
  readers: ReadonlyMap<number, Reader>,
  order: DayOrder,
  line: number,
): RawPerson {
  const raw = rawPerson(line)
  const parts: NameParts = { prefix: '', first: '', middle: '', last: '', suffix: '' }
  const draft: Draft = { raw, parts, work: new Map(), towns: new Map() }
  for (const [at, read] of readers) {
    const cell = cells[at] ?? ''
    if (cell.trim() !== '') read(draft, cell)
  }
  raw.parts = parts
  raw.work = [...draft.work.values()]
  raw.area ||= [...draft.towns.values()].map(areaOf).find(area => area !== '')
  if (raw.birthday) raw.birthday = unconfused(raw.birthday, order)
  return raw
}

function areaOf({ town, region, country }: Town): string {
  const place = [town, region].map(part => part.trim()).filter(Boolean)
  return town.trim() ? place.join(', ') : region.trim() || country.trim()
}

function knownReaders(header: readonly string[]): Map<number, Reader> {
  const kind = recognized(header)
  if (kind) return readersBy(header, READERS[kind])
  throw new Failure(
    'usage',
    "netmed doesn't know the columns of this file.",
    'Say what they hold: --map "Full Name=name" --map "Mail=email"',
  )
}

function readersBy(
  header: readonly string[],
  readerOf: (column: string) => Reader | undefined,
): Map<number, Reader> {
  const readers = new Map<number, Reader>()
  header.forEach((column, at) => {
    const reader = readerOf(column)
    if (reader) readers.set(at, reader)
  })
  return readers
}

// What a cell is added to

type Listed = 'nicknames' | 'emails' | 'phones' | 'links' | 'tags' | 'notes'

const name: Reader = ({ raw }, cell) => {
  raw.name ||= cell
}

const birthday: Reader = ({ raw }, cell) => {
  raw.birthday ||= cell
}

const area: Reader = ({ raw }, cell) => {
  raw.area ||= cell
}

function part(which: keyof NameParts): Reader {
  return ({ parts }, cell) => {
    parts[which] ||= cell
  }
}

function add(to: Listed, separator?: RegExp): Reader {
  return ({ raw }, cell) => append(raw[to], separator ? cell.split(separator) : [cell])
}

function workAt(key: string, which: keyof RawWork): Reader {
  return ({ work }, cell) => {
    const place = work.get(key) ?? { institution: '', department: '', position: '' }
    place[which] ||= cell
    work.set(key, place)
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

// Google

const SEVERAL = /\s*:::\s*/

const GOOGLE: ReadonlyMap<string, Reader> = new Map([
  ['name', name],
  ['given name', part('first')],
  ['first name', part('first')],
  ['additional name', part('middle')],
  ['middle name', part('middle')],
  ['family name', part('last')],
  ['last name', part('last')],
  ['name prefix', part('prefix')],
  ['name suffix', part('suffix')],
  ['nickname', add('nicknames', SEVERAL)],
  ['birthday', birthday],
  ['notes', add('notes')],
  ['location', area],
  ['occupation', workAt('occupation', 'position')],
  ['hobby', own('interests', cell => cell.split(SEVERAL))],
  ['organization name', workAt('1', 'institution')],
  ['organization title', workAt('1', 'position')],
  ['organization department', workAt('1', 'department')],
  ['group membership', groups],
  ['labels', groups],
])

/** Google marks its own groups: `* myContacts ::: * starred ::: Cardiology`. */
function groups({ raw }: Draft, cell: string): void {
  const names = cell.split(SEVERAL).filter(group => !/^\* (?:myContacts|starred)$/i.test(group))
  append(
    raw.tags,
    names.map(group => group.replace(/^\* /, '')),
  )
}

function googleReader(column: string): Reader | undefined {
  const known = GOOGLE.get(folded(column))
  if (known) return known
  const numbered = /^([a-z-]+) (\d{1,3}) - ([a-z ]+)$/.exec(folded(column))
  const [, what, number = '', which] = numbered ?? []
  switch (`${what} ${which}`) {
    case 'e-mail value':
      return add('emails', SEVERAL)
    case 'phone value':
      return add('phones', SEVERAL)
    case 'website value':
      return add('links', SEVERAL)
    case 'organization name':
      return workAt(number, 'institution')
    case 'organization title':
      return workAt(number, 'position')
    case 'organization department':
      return workAt(number, 'department')
    case 'address city':
      return townAt(number, 'town')
    case 'address region':
      return townAt(number, 'region')
    case 'address country':
      return townAt(number, 'country')
    default:
      return undefined
  }
}

// LinkedIn

const LINKEDIN: ReadonlyMap<string, Reader> = new Map([
  ['first name', part('first')],
  ['last name', part('last')],
  ['url', add('links')],
  ['email address', add('emails')],
  ['company', workAt('1', 'institution')],
  ['position', workAt('1', 'position')],
  ['connected on', connectedOn],
])

function connectedOn({ raw }: Draft, cell: string): void {
  raw.own.set('metOn', [cell])
  raw.own.set('met', ['online'])
}

// Outlook, in English and German

const OUTLOOK: ReadonlyMap<string, Reader> = new Map([
  ['title', part('prefix')],
  ['anrede', germanTitle],
  ['first name', part('first')],
  ['vorname', part('first')],
  ['middle name', part('middle')],
  ['weitere vornamen', part('middle')],
  ['last name', part('last')],
  ['nachname', part('last')],
  ['suffix', part('suffix')],
  ['nickname', add('nicknames')],
  ['spitzname', add('nicknames')],
  ['company', workAt('1', 'institution')],
  ['firma', workAt('1', 'institution')],
  ['department', workAt('1', 'department')],
  ['abteilung', workAt('1', 'department')],
  ['job title', workAt('1', 'position')],
  ['position', workAt('1', 'position')],
  ['business city', townAt('business', 'town')],
  ['ort geschaftlich', townAt('business', 'town')],
  ['business state', townAt('business', 'region')],
  ['region geschaftlich', townAt('business', 'region')],
  ['business country/region', townAt('business', 'country')],
  ['land/region geschaftlich', townAt('business', 'country')],
  ['home city', townAt('home', 'town')],
  ['ort privat', townAt('home', 'town')],
  ['home state', townAt('home', 'region')],
  ['region privat', townAt('home', 'region')],
  ['home country/region', townAt('home', 'country')],
  ['land/region privat', townAt('home', 'country')],
  ['birthday', birthday],
  ['geburtstag', birthday],
  ['web page', add('links')],
  ['personal web page', add('links')],
  ['webseite', add('links')],
  ['notes', add('notes')],
  ['notizen', add('notes')],
  ['categories', add('tags', /\s*;\s*/)],
  ['kategorien', add('tags', /\s*;\s*/)],
  ['hobby', own('interests')],
])

const OUTLOOK_PHONE =
  /^(?:(?:business|home|mobile|primary|other|car) phone(?: 2)?|telefon (?:geschaftlich|privat)(?: 2)?|mobiltelefon(?: 2)?|weiteres telefon|haupttelefon)$/
const OUTLOOK_EMAIL = /^(?:e-mail(?: [23])? address|e-mail-adresse|e-mail [23]: adresse)$/

function outlookReader(column: string): Reader | undefined {
  const title = folded(column)
  if (OUTLOOK_EMAIL.test(title)) return add('emails')
  return OUTLOOK_PHONE.test(title) ? add('phones') : OUTLOOK.get(title)
}

/** Mr and Mrs are no part of a German name. */
function germanTitle({ parts }: Draft, cell: string): void {
  parts.prefix = cell.replace(/^(?:Herrn?|Frau)\b\s*/, '')
}

const READERS: Record<CsvKind, (column: string) => Reader | undefined> = {
  google: googleReader,
  linkedin: column => LINKEDIN.get(folded(column)),
  outlook: outlookReader,
  netmed: ownReader,
}

// Columns that the user names

const ROWS = new Map(FIELDS.contacts.map(row => [headingOf(row), row]))
const EXTRA_FIELDS = ['middle', 'suffix', 'position']

/** What a column can be mapped to, as it is typed: the flags of `add`, and the parts of a name or post. */
export function csvFields(): string[] {
  const flags = FIELDS.contacts.flatMap(row => row.flag ?? [])
  return [...flags, ...EXTRA_FIELDS]
}

function mappedReaders(
  header: readonly string[],
  mapping: ReadonlyMap<string, string>,
): Map<number, Reader> {
  const readers = new Map<number, Reader>()
  for (const [column, field] of mapping) {
    const places = header.flatMap((each, at) => (each === column ? [at] : []))
    const near =
      places.length > 0
        ? places
        : header.flatMap((each, at) => (folded(each) === folded(column) ? [at] : []))
    if (near.length === 0) throw noColumn(column, header)
    const reader = mappedReader(field)
    for (const at of near) readers.set(at, reader)
  }
  return readers
}

const MAPPED: ReadonlyMap<string, Reader> = new Map([
  ['name', name],
  ['title', part('prefix')],
  ['first', part('first')],
  ['middle', part('middle')],
  ['last', part('last')],
  ['suffix', part('suffix')],
  ['nickname', add('nicknames')],
  ['email', add('emails', /[\s;,]+|:::/)],
  ['phone', add('phones', /[;\n]|:::/)],
  ['link', add('links', /[\s;]+/)],
  ['institution', workAt('1', 'institution')],
  ['department', workAt('1', 'department')],
  ['position', workAt('1', 'position')],
  ['area', area],
  ['birthday', birthday],
  ['tag', add('tags', /[;,\n]|:::/)],
  ['note', add('notes')],
  ['introduced-by', introducedBy],
])

function mappedReader(field: string): Reader {
  const known = MAPPED.get(field)
  if (known) return known
  const row = FIELDS.contacts.find(each => each.flag === field)
  if (!row) {
    const near = nearest(field, csvFields())
    throw new Failure(
      'usage',
      `A column can't be mapped to "${field}".`,
      near ? `Did you mean ${near}?` : `Fields: ${listed(csvFields())}.`,
    )
  }
  return own(row.name, cell => (row.many ? cell.split(/[;\n]|:::/) : [cell]))
}

function introducedBy({ raw }: Draft, cell: string): void {
  raw.introducedBy = { ...raw.introducedBy, name: cell.trim() }
}

function noColumn(column: string, header: readonly string[]): Failure {
  const near = nearest(column, header.slice(0, 100))
  return new Failure(
    'usage',
    `The file has no column "${column}".`,
    near ? `Did you mean "${near}"?` : `Its columns: ${listed(header.slice(0, 30))}.`,
  )
}

const USUAL_NAMES: ReadonlyMap<string, string> = new Map([
  ...FIELDS.contacts.flatMap(({ name, flag = name, headings = [] }) =>
    headings.map((heading): [string, string] => [heading, flag]),
  ),
  ...['job title', 'job', 'occupation'].map((heading): [string, string] => [heading, 'position']),
])

/** The field that a column of this name usually holds, to be offered when asking. */
export function suggestedField(column: string): string | null {
  const words = folded(column)
  return (
    USUAL_NAMES.get(words) ??
    csvFields().find(field => field.replaceAll('-', ' ') === words) ??
    null
  )
}

// Birthdays in figures

type DayOrder = 'day-first' | 'month-first' | undefined

const FIGURES = /^\s*(\d{1,2})([/.])(\d{1,2})[/.](\d{4})\s*$/

/** Which comes first in the dates of a file: told by the first one that leaves no choice. */
function dayOrder({ header, rows }: CsvTable): DayOrder {
  const columns = header
    .flatMap((column, at) => (/birth|geburt|dob/i.test(column) ? [at] : []))
    .slice(0, 5)
  for (const cells of rows) {
    for (const at of columns) {
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
  ['name', name],
  ['birthday', birthday],
  ['area', area],
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
