import { excessesIn } from '../domain/data/bounds.ts'
import { ROLES } from '../domain/data/choices.ts'
import { FIELDS } from '../domain/data/fields.ts'
import type { ImportedPerson } from '../domain/data/imported.ts'
import { type FieldRow, setValue, valueIn } from '../domain/data/rows.ts'
import { hasSuffix, type Names, namesOf } from '../domain/people/names.ts'
import { isDay, type Moment } from '../domain/words/days.ts'
import { readBirthday } from '../domain/words/read-days.ts'
import { trainingYear } from '../domain/words/read-stage.ts'
import { readLink, readRhythm } from '../domain/words/read-values.ts'
import {
  folded,
  foldedWords,
  isAddrSpec,
  LONGEST,
  seenText,
  withoutFormats,
} from '../domain/words/text.ts'

/** Somebody as a file writes them, before anything is cleaned or understood. */
export interface RawPerson {
  line: number
  name?: string | undefined
  parts?: NameParts
  nicknames: string[]
  emails: string[]
  phones: string[]
  links: string[]
  /** Where they work, the first one first. */
  work: RawWork[]
  area?: string | undefined
  birthday?: string | undefined
  tags: string[]
  notes: string[]
  /** Lines for the end of the note: what no field can hold. */
  leftOver: string[]
  uid?: string | undefined
  changedAt?: Moment | undefined
  introducedBy?: { uid?: string; name?: string }
  /** Values of fields of netmed's own, by their names in the table of fields. */
  own: Map<string, string[]>
}

export interface NameParts {
  prefix: string
  first: string
  middle: string
  last: string
  suffix: string
}

export interface RawWork {
  institution: string
  department: string
  /** The position there. */
  position: string
}

export function rawPerson(line: number): RawPerson {
  return {
    line,
    nicknames: [],
    emails: [],
    phones: [],
    links: [],
    work: [],
    tags: [],
    notes: [],
    leftOver: [],
    own: new Map(),
  }
}

/** As `push`, which takes no more values at once than fit on the stack. */
export function append(list: string[], values: readonly string[]): void {
  for (const value of values) list.push(value)
}

const NO_PARTS: NameParts = { prefix: '', first: '', middle: '', last: '', suffix: '' }

/** The person in the fields of a contact, or in a sentence why nobody can be made of it. */
export function importedPerson(raw: RawPerson): ImportedPerson | string {
  const name = wholeName(raw)
  if (name === '') return 'It has no name, email address or phone number.'
  const control = CONTROL.exec(name)?.[0]
  if (control) {
    return `The name has an invisible character in it (\\u{${control.charCodeAt(0).toString(16)}}).`
  }
  if (name.length > LONGEST.name) return `The name is longer than ${LONGEST.name} letters.`
  const fields: ImportedPerson['fields'] = { name }
  const leftOver: string[] = []
  append(leftOver, raw.leftOver.map(cleanLine))
  setWays(fields, raw, leftOver)
  setWork(fields, raw.work, leftOver)
  set(fields, 'area', cleanLine(raw.area ?? ''))
  setBirthday(fields, raw.birthday, leftOver)
  for (const [field, values] of raw.own) setOwn(fields, field, values, leftOver)
  setNames(fields, raw.parts ?? NO_PARTS, raw.nicknames, leftOver)
  setMany(fields, 'tags', raw.tags.map(tagOf))
  moveExcess(fields, leftOver)
  const note = [...raw.notes.map(cleanText), ...leftOver].filter(Boolean).join('\n')
  if (note.length > LONGEST.text) return 'It has more than 1 MB of notes.'
  set(fields, 'note', note)
  return {
    fields,
    line: raw.line,
    ...(raw.uid && (OWN_UID.test(raw.uid) ? { uid: raw.uid } : { cardUid: raw.uid })),
    ...(raw.changedAt && { changedAt: raw.changedAt }),
    ...(raw.introducedBy && { introducedBy: raw.introducedBy }),
  }
}

const OWN_UID = /^[a-z0-9]{16}$/

type Fields = ImportedPerson['fields']
type LineField = 'area' | 'note' | 'nickname' | 'title' | 'institution' | 'department'
type ManyField = 'emails' | 'phones' | 'links' | 'organizations' | 'tags'

function set(fields: Fields, field: LineField, value: string): void {
  if (value !== '') fields[field] = value
}

/** Each value once. */
function setMany(fields: Fields, field: ManyField, values: Iterable<string>): void {
  const kept = new Set(values)
  kept.delete('')
  if (kept.size > 0) fields[field] = [...kept]
}

/** What is more than a field takes goes to the end of the note. */
function moveExcess(fields: Fields, leftOver: string[]): void {
  for (const { field, most, of } of excessesIn('contacts', fields)) {
    const row = ROWS.get(field)
    const value = row && valueIn(fields, row)
    if (!row || value === undefined) continue
    const values = Array.isArray(value) ? value.map(String) : [String(value)]
    const isFit = (each: string, at: number) =>
      each.length <= row.longest && (of === 'letters' || at < most)
    const kept = values.filter(isFit)
    const rest = values.filter((each, at) => !isFit(each, at))
    setValue(fields, row, kept.length === 0 ? undefined : row.many ? kept : kept[0])
    leftOver.push(`${label(row)}: ${rest.join(', ')}`)
  }
}

// Names

/** As written, else put together, else what stands for somebody whom nobody named. */
function wholeName({ name = '', parts = NO_PARTS, nicknames, emails, phones }: RawPerson): string {
  const { prefix, first, middle, last, suffix } = parts
  const isInParts = [first, middle, last].some(part => cleanName(part) !== '')
  const core = [prefix, first, middle, last].map(cleanName).filter(Boolean).join(' ')
  const written = cleanName(name) || (isInParts ? core : '')
  const ending = cleanName(suffix)
  if (written !== '') {
    const isThere = ending.split(/[ ,]+/).every(word => written.includes(word))
    return isThere ? written : `${written}, ${ending}`
  }
  const others = [nicknames[0], emails[0], phones[0]]
  return others.map(other => cleanName(other ?? '')).find(Boolean) ?? ''
}

/** The parts stand only where they say more than the name. */
function setNames(
  fields: Fields,
  { prefix, first, middle, last }: NameParts,
  nicknames: readonly string[],
  leftOver: string[],
): void {
  const written = namesOf(nameable(fields))
  if (!written.title) set(fields, 'title', cleanLine(prefix))
  const known = fields.title ? namesOf(nameable(fields)) : written
  const given = cleanLine(first)
  const family = cleanLine(last)
  if (given && family && !isKnown(known, given, family)) {
    fields.first = given
    fields.last = withoutDegrees(family)
  }
  const between = cleanLine(middle)
  if (between && !isSaid(between, fields.name)) leftOver.push(`Middle name: ${between}`)
  const [nickname = '', ...more] = nicknames.map(cleanLine).filter(Boolean)
  set(fields, 'nickname', nickname)
  if (more.length > 0) leftOver.push(`Also called: ${more.join(', ')}`)
}

function isSaid(words: string, name: string): boolean {
  const said = new Set(foldedWords(name))
  return foldedWords(words).every(word => said.has(word))
}

/** Initials belong to the given name in one program and not in the other. */
function isKnown({ first = '', last = '' }: Names, given: string, family: string): boolean {
  if (given === first && family === last) return true
  const known = folded(first)
  const isFirst = folded(given) === known || folded(given).startsWith(`${known} `)
  return isFirst && (folded(family) === folded(last) || withoutDegrees(family) === last)
}

/** People write `Okoye, MD, MPH` where LinkedIn asks for a last name. */
function withoutDegrees(family: string): string {
  if (!hasSuffix(family)) return family
  const { first = '', last = '', suffix } = namesOf({ name: `X ${family}` })
  return suffix ? `${first} ${last}`.slice('X '.length) : family
}

function nameable({ name, title, first, last }: Fields): Parameters<typeof namesOf>[0] {
  return { name, ...(title && { title }), ...(first && { first }), ...(last && { last }) }
}

// How they are reached

function setWays(fields: Fields, raw: RawPerson, leftOver: string[]): void {
  setRead(fields, 'emails', raw.emails, leftOver)
  setRead(fields, 'phones', raw.phones, leftOver)
  setRead(fields, 'links', raw.links, leftOver)
}

type WayField = 'emails' | 'phones' | 'links'

/** Of each way its word at the end of a note, where a value cannot be read, and how one is read. */
const WAYS: Record<WayField, { label: string; read: (written: string) => string }> = {
  emails: { label: 'Email', read: emailOf },
  phones: { label: 'Phone', read: phoneOf },
  links: { label: 'Link', read: linkOf },
}

function setRead(
  fields: Fields,
  field: WayField,
  values: readonly string[],
  leftOver: string[],
): void {
  if (values.length === 0) return
  const { label, read } = WAYS[field]
  const kept = new Map<string, string>()
  for (const written of values) {
    const line = cleanLine(written)
    // Outlook writes the address that a colleague has within the house in a form of its own.
    if (line === '' || (field === 'emails' && line.startsWith('/o='))) continue
    const value = read(line)
    if (value === '') leftOver.push(`${label}: ${line}`)
    else keepFirst(kept, field === 'emails' ? value.toLowerCase() : value, value)
  }
  if (kept.size > 0) fields[field] = [...kept.values()]
}

function keepFirst(kept: Map<string, string>, key: string, value: string): void {
  if (!kept.has(key)) kept.set(key, value)
}

/** `Ana <ana@example.org>` and `mailto:ana@example.org` are the address alone. */
function emailOf(written: string): string {
  const email = written.replace(/^mailto:/i, '')
  const open = email.lastIndexOf('<')
  const address = open >= 0 && email.endsWith('>') ? email.slice(open + 1, -1).trim() : email
  return isAddrSpec(address) ? address : ''
}

function phoneOf(written: string): string {
  const phone = cleanLine(written).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ')
  return /\d/.test(phone) ? phone : ''
}

function linkOf(link: string): string {
  // What another program wrote whole stays as it is.
  if (/^https?:\/\/[^\s/]+\.\S+$/i.test(link)) return link
  try {
    return readLink(link)
  } catch {
    return ''
  }
}

// Work

function setWork(fields: Fields, work: readonly RawWork[], leftOver: string[]): void {
  const organizations: string[] = []
  for (const { institution, department, position } of work) {
    const place = cleanLine(institution)
    const isMain = fields.institution === undefined && place !== ''
    if (isMain) set(fields, 'institution', place)
    if (isMain || (place === '' && !fields.department))
      set(fields, 'department', cleanLine(department))
    const what = cleanLine(position)
    if (what === '') {
      if (place !== '' && !isMain) organizations.push(place)
    } else if (!setStanding(fields, what)) {
      if (place !== '') organizations.push(`${place}: ${what}`)
      else leftOver.push(`Position: ${what}`)
    }
  }
  setMany(fields, 'organizations', organizations)
}

/** A position that is exactly a role or a stage of training is that; anything more is not guessed at. */
function setStanding(fields: Fields, position: string): boolean {
  const role = ROLES.find(each => each === folded(position).replaceAll(' ', '-'))
  if (role) {
    fields.role ??= role
    return fields.role === role
  }
  const year = trainingYear(position)
  if (!year) return false
  fields.stage ??= `${year.of}${year.count}`
  return true
}

// Birthdays and days

function setBirthday(fields: Fields, written: string | undefined, leftOver: string[]): void {
  const words = cleanLine(written ?? '')
  if (words === '' || /^[0/.-]+$/.test(words)) return
  const birthday = birthdayOf(words)
  const early = birthday ? undefined : /^(1[0-8]\d\d)(-?\d\d-?\d\d)(?!\d)/.exec(words)
  if (early) {
    // netmed's days begin in 1900: the day comes back each year, and the year stands in the note.
    setBirthday(fields, `--${early[2]?.replace(/^-/, '')}`, leftOver)
    leftOver.push(`Born in ${early[1]}`)
  } else if (birthday) fields.birthday = birthday
  else leftOver.push(`Birthday: ${words}`)
}

/** `1990-03-09` or `--03-09`, from any way of writing it in which day and month cannot be confused. */
function birthdayOf(words: string): string | undefined {
  const date = words
    .replace(/[;,\s]+$/, '')
    .replace(/(?<=\d)T(?:\d\d.*)?$| \d\d:.*$/, '')
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  // The year that some programs write for a year that is not known.
  const yearless = date.replace(/^(?:0000|0001|1604)-/, '--')
  try {
    return readBirthday(yearless)
  } catch {
    return undefined
  }
}

// Fields of netmed's own

const ROWS = new Map(FIELDS.contacts.map(row => [row.name, row]))

function setOwn(
  fields: Fields,
  field: string,
  values: readonly string[],
  leftOver: string[],
): void {
  const row = ROWS.get(field)
  if (!row) return
  const read = values.flatMap(value => {
    const one = ownValue(row, value)
    if (one === undefined && cleanLine(value)) leftOver.push(`${label(row)}: ${cleanLine(value)}`)
    return one === undefined ? [] : [one]
  })
  if (read.length === 0) return
  setValue(fields, row, row.many ? read : read[0])
}

function label({ flag, name }: FieldRow): string {
  const words = (flag ?? name).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function ownValue(row: FieldRow, written: string): string | number | boolean | undefined {
  const value = row.type === 'text' ? cleanText(written) : cleanLine(written)
  if (value === '' || (row.strict && value.length > row.longest)) return undefined
  switch (row.type) {
    case 'name':
    case 'line':
    case 'text':
    case 'phone':
      return value
    case 'email':
      return isAddrSpec(value) ? value : undefined
    case 'link':
      return linkOf(value) || undefined
    case 'choice':
      return choiceOf(row, folded(value).replaceAll(' ', '-'))
    case 'day':
      return dayOf(value)
    case 'birthday':
      return birthdayOf(value)
    case 'count':
    case 'minutes':
      return /^\d{1,6}$/.test(value) ? Number(value) : undefined
    case 'rhythm':
      return rhythmOf(value)
    case 'quiet':
      return value === 'until-woken' ? value : dayOf(value)
    case 'flag':
      return /^(?:true|yes|y|x|1)$/i.test(value) ? true : undefined
    default:
      return undefined
  }
}

/** One of the words known, or what people call it. */
function choiceOf({ choices, synonyms = {} }: FieldRow, word: string): string | undefined {
  if (choices?.includes(word)) return word
  return Object.hasOwn(synonyms, word) ? synonyms[word] : undefined
}

/** A day with its year, in figures from the year on or with the month in words: `21 Nov 2025`. */
function dayOf(value: string): string | undefined {
  const day = birthdayOf(cleanLine(value))
  return day !== undefined && isDay(day) ? day : undefined
}

function rhythmOf(value: string): number | undefined {
  if (value === '0') return 0
  try {
    return readRhythm(/^\d{1,4}$/.test(value) ? `${value}d` : value)
  } catch {
    return undefined
  }
}

// Tags

/** Everybody is in the group that Google calls so. */
function tagOf(written: string): string {
  const tag = cleanLine(written)
  return tag === 'myContacts' ? '' : tag
}

// Text that others wrote

/** Of letters and signs that are seen, also accented ones, with single blanks: nearly every line. */
const PLAIN_LINE =
  /^[\x21-\x7e\u00a1-\u00ac\u00ae-\u024f]+(?: [\x21-\x7e\u00a1-\u00ac\u00ae-\u024f]+)*$/
const CONTROL = /\p{Cc}/u
const CONTROLS = /\p{Cc}/gu

/** One line without what cannot be seen. */
export function cleanLine(written: string): string {
  return PLAIN_LINE.test(written) ? written : cleanName(written).replace(CONTROLS, '').trim()
}

/** As a line, but a control character stays, for a name that holds one is refused. */
function cleanName(written: string): string {
  if (PLAIN_LINE.test(written)) return written
  return withoutFormats(written)
}

/** Lines of text, without what cannot be seen. */
export function cleanText(written: string): string {
  if (PLAIN_LINE.test(written)) return written
  return seenText(written).trim()
}
