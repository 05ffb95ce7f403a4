import { FIELDS } from '../domain/data/fields.ts'
import type { Imported, ImportedPerson, ImportSkipped } from '../domain/data/imported.ts'
import type { Contact } from '../domain/data/model.ts'
import { type FieldRow, isPublic, valueIn } from '../domain/data/rows.ts'
import { namePartsOf } from '../domain/people/names.ts'
import type { Moment } from '../domain/words/days.ts'
import {
  type ContentLine,
  contentLines,
  escapedText,
  foldedLine,
  paramOf,
  paramsOf,
  splitValue,
  unescapedText,
} from './content-lines.ts'
import { limitedText, limitRecords } from './decode.ts'
import {
  append,
  importedPerson,
  type NameParts,
  type RawPerson,
  type RawWork,
  rawPerson,
} from './imported.ts'

// The lines are read by hand and not by ical.js, which takes six times as long over 10,000 cards, refuses
// a whole card for one bare `TEL;WORK` or one line without a colon, does not know quoted-printable, and
// makes `nons-en-se` of a birthday that it cannot read. Its reading of what is written here is tested.

/**
 * Everybody in a file of vCards 2.1, 3.0 or 4.0; a card that cannot be read is skipped by itself.
 * Yields how much is done, 0 to 1.
 */
export function* readVcards(text: string): Generator<number, Imported> {
  const remarks: ImportSkipped[] = []
  const imported: Imported = { people: [], interactions: [], skipped: [] }
  const leftOut = new LeftOut()
  const all = text.match(/^begin:vcard/gim)?.length ?? 0
  limitRecords(all, 'card')
  let cards = 0
  for (const card of cardsOf(limitedText(text))) {
    if (cards % 200 === 0) yield cards / Math.max(all, cards)
    limitRecords(++cards, 'card')
    const { line } = card
    const person = personOnCard(card, leftOut)
    if (typeof person === 'string') imported.skipped.push({ line, why: person })
    else imported.people.push(person)
    if (!card.isClosed) remarks.push({ line, why: NO_END })
  }
  const left = leftOut.listed()
  return {
    ...imported,
    ...(remarks.length > 0 && { remarks }),
    ...(left.length > 0 && { leftOut: left }),
  }
}

const NO_END = 'This card has no END:VCARD: it may be cut off.'

/** Of one card; more of them were not written by an address book. */
const MOST_LINES = 5_000

interface Card {
  line: number
  lines: ContentLine[]
  isClosed: boolean
}

/** A card that has no end reaches to the next one. */
function* cardsOf(text: string): Generator<Card> {
  let card: Card | undefined
  for (const line of contentLines(text)) {
    const isEdge =
      (line.name === 'BEGIN' || line.name === 'END') && /^\s*vcard\s*$/i.test(line.value)
    if (!isEdge) {
      if (card && card.lines.length <= MOST_LINES) card.lines.push(line)
      continue
    }
    if (card) yield { ...card, isClosed: line.name === 'END' }
    card = line.name === 'BEGIN' ? { line: line.line, lines: [], isClosed: false } : undefined
  }
  if (card) yield card
}

function personOnCard(card: Card, leftOut: LeftOut): ImportedPerson | string {
  if (card.lines.length > MOST_LINES) return 'It has more than 5,000 lines.'
  const raw = rawPerson(card.line)
  const work = new Positions()
  const labels = labelsOn(card)
  for (const line of card.lines) {
    const why = whyNoPerson(line)
    if (why) return why
    readLine(raw, work, line)
    noteLine(raw, line, labels)
  }
  raw.work = work.listed(ownTitle(raw))
  dropCircleTags(raw)
  const person = importedPerson(raw)
  if (typeof person !== 'string') leftOut.count(card.lines)
  return person
}

/** What the card is instead, if this line says so. */
function whyNoPerson({ name, value }: ContentLine): string | undefined {
  switch (name) {
    case 'KIND':
      if (/^\s*org\s*$/i.test(value)) return 'It is a company, not a person.'
      return /^\s*group\s*$/i.test(value) ? 'It is a list, not a person.' : undefined
    case 'X-ADDRESSBOOKSERVER-KIND':
      return /^\s*group\s*$/i.test(value) ? 'It is a list, not a person.' : undefined
    case 'X-ABSHOWAS':
      return /^\s*company\s*$/i.test(value) ? 'It is a company, not a person.' : undefined
    default:
      return undefined
  }
}

function readLine(raw: RawPerson, work: Positions, line: ContentLine): void {
  const { name, value } = line
  switch (name) {
    case 'FN':
      raw.name ||= unescapedText(value)
      return
    case 'N':
      raw.parts ??= nameParts(value)
      return
    case 'NICKNAME':
      append(raw.nicknames, listOf(value))
      return
    case 'EMAIL':
      raw.emails.push(unescapedText(value))
      return
    case 'TEL':
      readPhone(raw, line)
      return
    case 'URL':
      raw.links.push(unescapedText(value))
      return
    case 'X-SOCIALPROFILE':
    case 'SOCIALPROFILE':
      readProfile(raw, line)
      return
    case 'ORG':
    case 'TITLE':
    case 'ROLE':
      work.add(name, value)
      return
    case 'BDAY':
      raw.birthday ||= birthdayOf(line)
      return
    case 'ADR':
      raw.area ||= areaOf(value)
      return
    case 'NOTE':
      raw.notes.push(unescapedText(value))
      return
    case 'CATEGORIES':
      append(raw.tags, listOf(value))
      return
    case 'UID':
      raw.uid ??= value.trim()
      return
    case 'REV':
      raw.changedAt ??= momentOf(value)
      return
    case INTRODUCED_BY:
      readIntroduction(raw, value)
      return
    default:
      readOwn(raw, name, value)
  }
}

function listOf(value: string): string[] {
  return splitValue(value, ',').map(unescapedText)
}

function nameParts(value: string): NameParts {
  const [last = '', first = '', middle = '', prefix = '', suffix = ''] = splitValue(value, ';')
  const words = (part: string) => listOf(part).join(' ')
  return {
    prefix: words(prefix),
    first: words(first),
    middle: words(middle),
    last: words(last),
    suffix: listOf(suffix).join(', '),
  }
}

/** A fax or a pager is no phone. */
function readPhone(raw: RawPerson, line: ContentLine): void {
  const number = unescapedText(line.value)
  const isOther = line.params !== '' && /fax|pager/i.test(line.params)
  const types = isOther ? paramsOf(line, 'TYPE').map(type => type.toUpperCase()) : []
  const isCalled = types.includes('VOICE') || types.includes('CELL')
  const other = isCalled ? undefined : types.find(type => type === 'FAX' || type === 'PAGER')
  if (!other) raw.phones.push(number)
  else raw.leftOver.push(`${other === 'FAX' ? 'Fax' : 'Pager'}: ${number.replace(/^tel:/i, '')}`)
}

/** What stands in the note, by its property: a word, or the label that Apple puts beside it. */
const NOTED = new Map([
  ['ANNIVERSARY', 'Anniversary'],
  ['X-ANNIVERSARY', 'Anniversary'],
  ['X-EVOLUTION-ANNIVERSARY', 'Anniversary'],
  ['X-KADDRESSBOOK-X-ANNIVERSARY', 'Anniversary'],
  ['X-ABDATE', 'Date'],
  ['RELATED', 'Related'],
  ['X-ABRELATEDNAMES', 'Related'],
  ['X-SPOUSE', 'Spouse'],
  ['X-EVOLUTION-SPOUSE', 'Spouse'],
  ['X-KADDRESSBOOK-X-SPOUSESNAME', 'Spouse'],
  ['X-ASSISTANT', 'Assistant'],
  ['X-EVOLUTION-ASSISTANT', 'Assistant'],
  ['X-KADDRESSBOOK-X-ASSISTANTSNAME', 'Assistant'],
  ['X-MANAGER', 'Manager'],
  ['X-EVOLUTION-MANAGER', 'Manager'],
  ['X-KADDRESSBOOK-X-MANAGERSNAME', 'Manager'],
  ['X-CHILD', 'Child'],
  ['IMPP', 'Chat'],
  ['X-KADDRESSBOOK-X-IMADDRESS', 'Chat'],
  ['X-MS-IMADDRESS', 'Chat'],
  ...['AIM', 'ICQ', 'JABBER', 'MSN', 'SKYPE', 'YAHOO', 'QQ', 'GADUGADU', 'GROUPWISE'].map(
    (name): [string, string] => [`X-${name}`, inCapital(name)],
  ),
  ['X-SKYPE-USERNAME', 'Skype'],
  ['X-GOOGLE-TALK', 'Google Talk'],
  ['X-TWITTER', 'Twitter'],
])

function noteLine(raw: RawPerson, line: ContentLine, labels: ReadonlyMap<string, string>): void {
  const word = NOTED.get(line.name)
  if (!word) return
  const value = unescapedText(line.value).trim()
  if (value === '') return
  const type = [...paramsOf(line, 'X-SERVICE-TYPE'), ...paramsOf(line, 'TYPE')].find(
    each => !/^(?:pref|home|work|text|voice|internet|\d)$/i.test(each),
  )
  const label = labels.get(line.group) ?? (type ? inCapital(type) : word)
  const said = word === 'Anniversary' || word === 'Date' ? value.replace(/[T ]\d\d.*$/, '') : value
  raw.leftOver.push(`${label}: ${said.replace(/^(?:x-apple|urn:uuid):/i, '')}`)
}

/** `Spouse` of `item1.X-ABLabel:_$!<Spouse>!$_`, by group. */
function labelsOn({ lines }: Card): Map<string, string> {
  const labels = new Map<string, string>()
  for (const { name, group, value } of lines) {
    if (name !== 'X-ABLABEL' || group === '') continue
    const label = unescapedText(value)
      .replace(/^_\$!<(.*)>!\$_$/, '$1')
      .trim()
    if (label) labels.set(group, inCapital(label))
  }
  return labels
}

function inCapital(word: string): string {
  const isLoud = word === word.toUpperCase()
  return word.charAt(0).toUpperCase() + (isLoud ? word.slice(1).toLowerCase() : word.slice(1))
}

/** What no field and no note holds, by property. */
const LEFT_OUT: readonly (readonly [words: string, property: RegExp])[] = [
  ['pictures', /^(?:PHOTO|X-MS-CARDPICTURE)$/],
  ['logos', /^LOGO$/],
  ['sounds', /^SOUND$/],
  ['keys', /^KEY$/],
  ['attachments', /^ATTACH$/],
  ['genders', /^(?:GENDER|X-GENDER)$/],
  ['time zones', /^TZ$/],
  ['places on the map', /^GEO$/],
  ['languages', /^LANG$/],
  ['phonetic names', /^X-PHONETIC-/],
  ['calendar links', /^(?:CALURI|FBURL|CALADRURI)$/],
]
/** Lines that tell of the card and not of the person, or that say a second time what another says. */
const OF_THE_CARD =
  /^(?:VERSION|PRODID|REV|UID|KIND|N|SORT-STRING|CLASS|MAILER|PROFILE|SOURCE|NAME|XML|CLIENTPIDMAP|LABEL|BEGIN|END|X-ABLABEL|X-ABADR|X-ABUID|X-ABSHOWAS|X-ADDRESSBOOKSERVER-.*|X-EVOLUTION-FILE-AS|X-MOZILLA-HTML|X-NETMED-.*|X-MS-OL-.*|CREATED)$/
const READ =
  /^(?:FN|NICKNAME|EMAIL|TEL|URL|X-SOCIALPROFILE|SOCIALPROFILE|ORG|TITLE|ROLE|BDAY|NOTE|CATEGORIES|ADR)$/

class LeftOut {
  readonly #counts = new Map<string, number>()

  /** Of the lines of one card. */
  count(lines: readonly ContentLine[]): void {
    let addresses = 0
    for (const { name, value } of lines) {
      if (name === 'ADR') this.#addAddress(value, addresses++)
      else {
        const what = this.#whatIs(name)
        if (what !== '') this.#add(what)
      }
    }
  }

  #addAddress(value: string, before: number): void {
    const [box = '', more = '', street = ''] = splitValue(value, ';')
    if (before > 0) this.#add('second addresses')
    else if (box.trim() || more.trim() || street.trim()) this.#add('streets')
  }

  // The same few properties stand on every card.
  readonly #kinds = new Map<string, string>()

  /** Empty where a field or the note holds it, or nothing is lost. */
  #whatIs(property: string): string {
    const known = this.#kinds.get(property)
    if (known !== undefined) return known
    const isHeld = READ.test(property) || NOTED.has(property) || OWN_FIELDS.has(property)
    const named = LEFT_OUT.find(([, pattern]) => pattern.test(property))?.[0]
    const other = `lines ${property.slice(0, LONGEST_PROPERTY)}`
    const what = isHeld || OF_THE_CARD.test(property) ? '' : (named ?? other)
    if (this.#kinds.size < MOST_KINDS) this.#kinds.set(property, what)
    return what
  }

  #add(what: string): void {
    const count = this.#counts.get(what)
    if (count !== undefined || this.#counts.size < MOST_KINDS) {
      this.#counts.set(what, (count ?? 0) + 1)
    }
  }

  /** The most frequent first. */
  listed(): { what: string; count: number }[] {
    const all = [...this.#counts].map(([what, count]) => ({ what, count }))
    return all.sort((a, b) => b.count - a.count)
  }
}

const LONGEST_PROPERTY = 40
const MOST_KINDS = 200

/** A link, or the service and the name there. */
function readProfile(raw: RawPerson, line: ContentLine): void {
  const profile = unescapedText(line.value).trim()
  if (/^https?:/i.test(profile)) {
    raw.links.push(profile)
    return
  }
  const types = [...paramsOf(line, 'SERVICE-TYPE'), ...paramsOf(line, 'TYPE')]
  const service = types.find(type => !/^pref$/i.test(type))
  const known = profile.replace(/^x-apple:/i, '') || paramOf(line, 'X-USER') || ''
  if (known) raw.leftOver.push(service ? `${service}: ${known}` : `Profile: ${known}`)
}

/** Apple writes the year 1604 and says that it means none. */
function birthdayOf(line: ContentLine): string {
  const birthday = unescapedText(line.value).trim()
  const omitted = paramOf(line, 'X-APPLE-OMIT-YEAR')
  return omitted && birthday.startsWith(`${omitted}-`)
    ? `--${birthday.slice(omitted.length + 1)}`
    : birthday
}

/** Town and region, or what there is of an address without them; never the street. */
function areaOf(value: string): string {
  const [, , , town = '', region = '', , country = ''] = splitValue(value, ';').map(unescapedText)
  if (town.trim())
    return [town, region]
      .map(part => part.trim())
      .filter(Boolean)
      .join(', ')
  return region.trim() || country.trim()
}

function momentOf(value: string): Moment | undefined {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?Z$/.exec(value.trim())
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second] = parts
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}

/** The organizations of a card, each with the title that stands at the same place. */
class Positions {
  readonly #organizations: string[] = []
  readonly #titles: string[] = []
  readonly #roles: string[] = []

  add(name: 'ORG' | 'TITLE' | 'ROLE', value: string): void {
    const values =
      name === 'ORG' ? this.#organizations : name === 'TITLE' ? this.#titles : this.#roles
    values.push(value)
  }

  /** Without the title that netmed makes of stage and specialty. */
  listed(ownTitle: string): RawPerson['work'] {
    const titles = this.#titles
      .map(unescapedText)
      .filter(title => title !== ownTitle || title === '')
    const roles = this.#roles.map(unescapedText).filter(role => !titles.includes(role))
    const places = this.#organizations.map(placeOf)
    if (titles.length + roles.length === 0) return places
    const first = places[0] ?? { institution: '', department: '', position: '' }
    return [
      ...(places.length > 0 ? [first] : []),
      ...roles.map(position => ({ ...first, position })),
      ...titles.map((position, at) => ({ ...(places[at] ?? first), position })),
      ...places.slice(Math.max(1, titles.length)),
    ]
  }
}

/** Of `Mayo Clinic;Medicine;Cardiology`: the place, and the units in it. */
function placeOf(value: string): RawWork {
  const [institution = '', ...units] = splitValue(value, ';').map(unescapedText)
  const department = units.filter(unit => unit.trim()).join(', ')
  return { institution, department, position: '' }
}

// Fields of netmed's own

const INTRODUCED_BY = 'X-NETMED-INTRODUCED-BY'
/** The fields of which each property is a text; the others are put together by hand. */
const OWN_ROWS = FIELDS.contacts.filter(row => row.vcard !== 'by-hand' && row.vcard !== 'none')
const OWN_FIELDS = new Map(OWN_ROWS.flatMap(row => properties(row).map(each => [each, row.name])))

/** The first is the one that is written. */
function properties({ name, vcard }: FieldRow): readonly string[] {
  if (typeof vcard === 'object') return vcard
  return [`X-NETMED-${name.replace(/[A-Z]/g, '-$&').toUpperCase()}`]
}

function readOwn(raw: RawPerson, property: string, value: string): void {
  const field = OWN_FIELDS.get(property)
  if (!field) return
  const values = raw.own.get(field)
  if (values) values.push(unescapedText(value))
  else raw.own.set(field, [unescapedText(value)])
}

function readIntroduction(raw: RawPerson, value: string): void {
  const [uid = '', name = ''] = splitValue(value, ';').map(unescapedText)
  raw.introducedBy = { ...(uid && { uid }), ...(name && { name }) }
}

/** Circles stand behind the tags among the categories, for programs that know only those. */
function dropCircleTags(raw: RawPerson): void {
  for (const circle of raw.own.get('circles') ?? []) {
    const at = raw.tags.lastIndexOf(circle)
    if (at >= 0) raw.tags.splice(at, 1)
  }
}

function ownTitle({ own }: RawPerson): string {
  return titleOf(own.get('stage')?.[0], own.get('specialty')?.[0])
}

function titleOf(stage: string | undefined, specialty: string | undefined): string {
  return [stage, specialty].filter(Boolean).join(', ')
}

// Out

export interface VcardOptions {
  /** Also the properties of what is private, and of what acts here alone. */
  withPrivate?: boolean
  /** Everybody, to say who introduced whom. */
  everybody?: readonly Contact[]
}

/**
 * The people as vCards 3.0 (RFC 2426), one after the other in their order; the same people give the same
 * bytes. What has no property of its own stands in X-NETMED-…, so that an import gives the same people.
 */
export function vcardText(contacts: readonly Contact[], options: VcardOptions = {}): string {
  const { withPrivate = false, everybody = contacts } = options
  const byId = new Map(everybody.map(contact => [contact.id, contact]))
  return contacts
    .map(contact => cardText(contact, byId.get(contact.introducedBy ?? 0), withPrivate))
    .join('')
}

function cardText(contact: Contact, introducer: Contact | undefined, withPrivate: boolean): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//netmed//netmed//EN',
    ...property('UID', contact.uid),
    `REV:${contact.updatedAt ?? contact.createdAt}`,
    ...property('FN', contact.name),
    `N:${structured(nameComponents(contact))}`,
    ...property('NICKNAME', contact.nickname),
    ...organization(contact),
    ...property('TITLE', titleOf(contact.stage, contact.specialty)),
    ...property('ROLE', contact.role),
    ...each('EMAIL;TYPE=INTERNET', contact.emails),
    ...each('TEL', contact.phones),
    ...(contact.area ? [`ADR:${structured(['', '', '', contact.area, '', '', ''])}`] : []),
    ...(contact.links ?? []).map(link => `URL:${uriOf(link)}`),
    ...birthday(contact.birthday),
    ...categories(contact),
    ...property('NOTE', contact.note),
    ...(introducer ? [`${INTRODUCED_BY}:${structured([introducer.uid, introducer.name])}`] : []),
    ...OWN_ROWS.flatMap(row => ownLines(contact, row, withPrivate)),
    'END:VCARD',
  ]
  return lines.map(line => `${foldedLine(line)}\r\n`).join('')
}

function property(name: string, value: string | undefined): string[] {
  const text = escapedText(value ?? '')
  return text === '' ? [] : [`${name}:${text}`]
}

function each(name: string, values: readonly string[] = []): string[] {
  return values.flatMap(value => property(name, value))
}

function structured(components: readonly string[]): string {
  return components.map(escapedText).join(';')
}

function nameComponents(contact: Contact): string[] {
  const { title, first, last, middle, suffix } = namePartsOf(contact)
  return [last, first, middle, title, suffix]
}

function organization({ institution = '', department = '' }: Contact): string[] {
  if (!institution && !department) return []
  return [`ORG:${structured(department ? [institution, department] : [institution])}`]
}

/** A link is no text: only what could not stand in one at all is taken out of it. */
function uriOf(link: string): string {
  return escapedText(link).replace(/\\([;,])/g, '$1')
}

function birthday(day: string | undefined): string[] {
  if (!day) return []
  return [day.startsWith('--') ? `BDAY;X-APPLE-OMIT-YEAR=1604:1604-${day.slice(2)}` : `BDAY:${day}`]
}

function categories({ tags = [], circles = [] }: Contact): string[] {
  const all = [...tags, ...circles]
  return all.length > 0 ? [`CATEGORIES:${all.map(escapedText).join(',')}`] : []
}

function ownLines(contact: Contact, row: FieldRow, withPrivate: boolean): string[] {
  if (!withPrivate && !isPublic(row)) return []
  const value = valueIn(contact, row)
  const values: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const [name = ''] = properties(row)
  return values.flatMap(one => property(name, String(one)))
}
