import {
  type Contact,
  type Database,
  type Interaction,
  LISTS,
  type ListName,
  REFERENCES,
  type Stamped,
} from '../data/model.ts'
import type { AnyRecord } from '../data/records.ts'
import { idsIn } from '../data/references.ts'
import { valueIn } from '../data/rows.ts'
import { titleOf } from '../pages/record-page.ts'
import { displayName } from '../people/names.ts'
import { type Day, isDay } from '../words/days.ts'
import { fitOf, isIn, type Place, patternFor, placesOf, searchable } from '../words/matching.ts'
import { quoted } from '../words/quoting.ts'
import { byText, listed } from '../words/text.ts'
import { fits, keysIn, type Terms, wordsIn } from './terms.ts'
import {
  holdersOf,
  partsOf,
  type SearchedField,
  searchedFields,
  textsIn,
  wholeText,
} from './written.ts'

/** Where a search looks: every kind of record under its word, the notes of people apart, and templates. */
export const SEARCH_PLACES = ['people', 'notes', ...otherPlaces(), 'templates']

/** One thing that was found, with the sentence that holds the words. */
export interface Hit {
  /** One of `SEARCH_PLACES`. */
  place: string
  /** Null for a template. */
  id: number | null
  name: string
  nameMatches: Place[]
  /** What they are, where it is a person. */
  about: string | null
  day: Day | null
  /** The field of the sentence: `detail`, `note`; null when the name alone holds the words. */
  field: string | null
  sentence: string | null
  /** Where in the sentence the words stand. */
  matches: Place[]
  /** What to type to see all of it. */
  command: string
}

export interface Found {
  /** Best first. */
  hits: Hit[]
  /** How many there are, also beyond the limit. */
  total: number
}

export interface SearchOptions {
  today: Day
  /** Only there; everywhere when absent. */
  places?: readonly string[] | undefined
  /** Only what has a day, from or up to it. */
  since?: Day | undefined
  until?: Day | undefined
  templates?: readonly { name: string; text: string }[]
  /** How many hits are put into words. */
  limit?: number | undefined
}

/** Everything that holds the words, best first: one pass over the data, each text folded once. */
export function search(db: Database, terms: Terms, options: SearchOptions): Found {
  const { places, limit = Number.POSITIVE_INFINITY } = options
  const looking = lookingFor(db, terms, options)
  // A key alone means people; where a place is named, what belongs to them.
  const isOfPeople = !looking.words.length && !places
  const looksIn = (place: string) =>
    isOfPeople ? place === 'people' : (places?.includes(place) ?? true)
  const found = [
    ...(looksIn('people') ? amongPeople(looking) : []),
    ...(looksIn('notes') ? amongNotes(looking) : []),
    ...LISTS.flatMap(list => (looksIn(placeOf(list)) ? amongRecords(looking, list) : [])),
    ...(looksIn('templates') ? amongTemplates(looking) : []),
  ]
  found.sort(
    (a, b) => b.score - a.score || byText(b.day ?? '', a.day ?? '') || (a.id ?? 0) - (b.id ?? 0),
  )
  const shown = found.slice(0, limit)
  return { hits: shown.map(match => hitOf(looking, match)), total: found.length }
}

/** The word for each list, `follow-ups`; contacts are people. */
function placeOf(list: ListName): string {
  if (list === 'contacts') return 'people'
  return list.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

function otherPlaces(): string[] {
  return LISTS.filter(list => list !== 'contacts').map(placeOf)
}

interface Looking {
  db: Database
  terms: Terms
  words: readonly string[]
  tally: Tally
  /** Nothing but words that must all be there. */
  areWordsAlone: boolean
  options: SearchOptions
  people: ReadonlyMap<number, Contact>
  /** The people whom each key term fits. */
  ofKeys: ReadonlyMap<object, ReadonlySet<number>>
  /** The searchable name of a person, folded when it is first asked for. */
  nameOf(id: number): string
}

function lookingFor(db: Database, terms: Terms, options: SearchOptions): Looking {
  const people = new Map(db.contacts.map(contact => [contact.id, contact]))
  const names = new Map<number, string>()
  const nameOf = (id: number): string => {
    const known = names.get(id)
    if (known !== undefined) return known
    const contact = people.get(id)
    const name = contact ? searchable(`${contact.name}\n${contact.nickname ?? ''}`) : ''
    names.set(id, name)
    return name
  }
  const ofKeys = new Map(
    keysIn(terms).map(key => {
      const theirs = db.contacts.filter(contact => key.fits(contact, db.contacts))
      return [key, new Set(theirs.map(contact => contact.id))]
    }),
  )
  const areWordsAlone =
    terms.is === 'word' || (terms.is === 'and' && terms.of.every(each => each.is === 'word'))
  const words = wordsIn(terms)
  const tally = new Tally(words)
  return { db, terms, words, tally, areWordsAlone, options, people, ofKeys, nameOf }
}

// What fits

/** Something that fits, before it is put into words. */
interface Match {
  place: string
  id: number | null
  day: Day | null
  score: number
  thing: Thing
}

type Thing =
  | { is: 'record'; found: AnyRecord }
  | Note
  | { is: 'template'; name: string; text: string }

interface Note {
  is: 'note'
  contact: Contact
  text: string
  field: string
}

const NOTE_WEIGHT = 4
/** Next to what was found: the name of somebody who was there. */
const WEIGHT_AROUND = 1
/** Decides between equals. */
const PEOPLE_FIRST = 0.5

/**
 * Where each word stands best in the texts of one thing. One tally serves the whole search, begun anew
 * for each thing: what is done ten thousand times is written for speed here.
 */
class Tally {
  readonly #words: readonly string[]
  /** A first look at a text as it is written; absent: each has to be folded. */
  readonly pattern: RegExp | undefined
  readonly best: number[]
  /** Words are sought, and none stands there. */
  isEmpty = true

  constructor(words: readonly string[]) {
    this.#words = words
    this.pattern = patternFor(words)
    this.best = words.map(() => 0)
  }

  begin(): void {
    this.best.fill(0)
    this.isEmpty = this.#words.length > 0
  }

  /** Most texts are passed over as they are written; the others are folded, once. */
  add(text: string, weight: number): void {
    if (this.pattern && !this.pattern.test(text)) return
    const plain = searchable(text)
    for (let index = 0; index < this.#words.length; index++) {
      const value = fitOf(plain, this.#words[index] ?? '') * weight
      if (value <= (this.best[index] ?? 0)) continue
      this.best[index] = value
      this.isEmpty = false
    }
  }

  addRecord(record: Stamped, fields: readonly SearchedField[]): void {
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index]
      if (field === undefined) continue
      const value = valueIn(record, field)
      if (value === undefined) continue
      if (typeof value === 'string') this.add(value, field.weight)
      else for (const text of textsIn(value)) this.add(text, field.weight)
    }
  }
}

interface Surroundings {
  /** All of its own text, as it is searched. */
  whole(): string
  /** What stands around it, such as the names of its people. */
  around(): string
  people(): readonly number[]
}

/**
 * How well what was tallied fits, higher for better. Null when it does not: one of the words must stand
 * in its own text, the others may stand around it.
 */
function scoreOf(looking: Looking, surroundings: Surroundings): number | null {
  const { tally, words, ofKeys } = looking
  if (tally.isEmpty) return null
  let score = 0
  let isWhole = true
  for (let index = 0; index < words.length; index++) {
    const own = tally.best[index]
    const value = own || fitOf(surroundings.around(), words[index] ?? '') * WEIGHT_AROUND
    if (!value) isWhole = false
    score += value
  }
  if (looking.areWordsAlone) return isWhole ? score : null
  const doesFit = fits(looking.terms, leaf => {
    if (leaf.is === 'key') return surroundings.people().some(id => ofKeys.get(leaf)?.has(id))
    return isIn(surroundings.whole(), leaf.text) || isIn(surroundings.around(), leaf.text)
  })
  return doesFit ? score : null
}

const nothing = () => ''

function amongPeople(looking: Looking): Match[] {
  const { db, options, tally, words } = looking
  if (isDated(options)) return []
  const fields = searchedFields('contacts', NOTES)
  const isNumber = words.some(word => /^\d+$/.test(word))
  const matches: Match[] = []
  for (const record of isNumber ? db.contacts : holders(looking, db.contacts, fields)) {
    const { id, phones } = record
    tally.begin()
    tally.addRecord(record, fields)
    if (phones) for (const phone of phones) tally.add(digitsOf(phone), NUMBER_WEIGHT)
    if (tally.isEmpty) continue
    const score = scoreOf(looking, {
      whole: () => wholeText('contacts', record, NOTES),
      around: nothing,
      people: () => [id],
    })
    if (score === null) continue
    const thing = { is: 'record', found: { list: 'contacts', record } } as const
    matches.push({ place: 'people', id, day: null, score: score + PEOPLE_FIRST, thing })
  }
  return matches
}

/** Those that may hold one of the words. */
function holders<R extends Stamped>(
  { tally }: Looking,
  records: readonly R[],
  fields: readonly SearchedField[],
): readonly R[] {
  return tally.pattern ? holdersOf(records, fields, tally.pattern) : records
}

const NUMBER_WEIGHT = 10

/** A phone number is found by its digits, however it is written. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '')
}

function amongNotes(looking: Looking): Match[] {
  const { db, options, tally } = looking
  const matches: Match[] = []
  for (const contact of db.contacts) {
    for (const thing of notesOf(contact, options)) {
      const { id } = contact
      tally.begin()
      tally.add(thing.text, NOTE_WEIGHT)
      const score = scoreOf(looking, {
        whole: () => searchable(thing.text),
        around: () => wholeText('contacts', contact, NOTES),
        people: () => [id],
      })
      if (score === null) continue
      matches.push({ place: 'notes', id, day: lastDay(thing.text), score, thing })
    }
  }
  return matches
}

const NOTES: ReadonlySet<string> = new Set(['note', 'privateNote'])
function notesOf(contact: Contact, options: SearchOptions): Note[] {
  const { note, privateNote } = contact
  const notes: Note[] = []
  if (note) notes.push({ is: 'note', contact, text: note, field: 'note' })
  if (privateNote) {
    notes.push({ is: 'note', contact, text: privateNote, field: 'private note' })
  }
  if (!isDated(options)) return notes
  return notes
    .map(each => ({ ...each, text: linesWithin(each.text, options) }))
    .filter(each => each.text)
}

/** The dated lines of a note that fall between the days; `note` begins each with its day. */
function linesWithin(text: string, options: SearchOptions): string {
  return text
    .split('\n')
    .filter(line => isWithin(dayOfLine(line), options))
    .join('\n')
}

function lastDay(text: string): Day | null {
  const days = text.split('\n').flatMap(line => dayOfLine(line) ?? [])
  return days.sort(byText).at(-1) ?? null
}

function dayOfLine(line: string): Day | null {
  const day = /^(\d{4}-\d\d-\d\d): /.exec(line)?.[1]
  return day && isDay(day) ? day : null
}

function isDated({ since, until }: SearchOptions): boolean {
  return since !== undefined || until !== undefined
}

function isWithin(day: Day | null, { since, until }: SearchOptions): boolean {
  if (day === null) return false
  return (since === undefined || day >= since) && (until === undefined || day <= until)
}

function amongRecords(looking: Looking, list: ListName): Match[] {
  if (list === 'contacts') return []
  const { db, options, nameOf, tally } = looking
  const place = placeOf(list)
  const peopleOf = peopleReader(list)
  const events = list === 'interactions' ? eventNames(db) : NO_EVENTS
  const fields = searchedFields(list)
  const records: readonly Stamped[] = db[list]
  const matches: Match[] = []
  const atEvents = recordsAt(eventsHeld(looking, events), records)
  for (const record of new Set([...holders(looking, records, fields), ...atEvents])) {
    tally.begin()
    tally.addRecord(record, fields)
    const event = events.size ? events.get((record as Interaction).event) : undefined
    if (event !== undefined) tally.add(event, EVENT_WEIGHT)
    if (tally.isEmpty) continue
    const score = scoreOf(looking, {
      whole: () => `${wholeText(list, record)}\n${searchable(event ?? '')}`,
      around: () => peopleOf(record).map(nameOf).join('\n'),
      people: () => peopleOf(record),
    })
    if (score === null) continue
    const day = dayOf(record)
    if (isDated(options) && !isWithin(day, options)) continue
    // The record came from that very list.
    const thing = { is: 'record', found: { list, record } as AnyRecord } as const
    const isSettled = 'closed' in record
    matches.push({ place, id: record.id, day, score: isSettled ? score / 2 : score, thing })
  }
  return matches
}

const EVENT_WEIGHT = 1
const NO_EVENTS: ReadonlyMap<number | undefined, string> = new Map()

/** The name of an event is searched with each interaction there. */
function eventNames(db: Database): ReadonlyMap<number | undefined, string> {
  return new Map(db.events.map(event => [event.id, event.name]))
}

/** The events whose name may hold one of the words. */
function eventsHeld(
  { tally }: Looking,
  events: ReadonlyMap<number | undefined, string>,
): ReadonlySet<number | undefined> {
  const held = [...events].filter(([, name]) => tally.pattern?.test(name))
  return new Set(held.map(([id]) => id))
}

function recordsAt(
  events: ReadonlySet<number | undefined>,
  records: readonly Stamped[],
): readonly Stamped[] {
  return events.size ? records.filter(each => events.has((each as Interaction).event)) : []
}

function dayOf(record: Stamped): Day | null {
  for (const key of ['on', 'due', 'from', 'closedOn', 'askedOn']) {
    const day = valueIn(record, { name: key })
    if (typeof day === 'string') return day
  }
  return null
}

/** The numbers of the people of a record of that kind. */
function peopleReader(list: ListName): (record: Stamped) => number[] {
  const references = REFERENCES.filter(each => each.list === list && each.to === 'contacts')
  return record => references.flatMap(reference => idsIn(record, reference))
}

function amongTemplates(looking: Looking): Match[] {
  const { tally, options } = looking
  return (options.templates ?? []).flatMap((template): Match[] => {
    const { name, text } = template
    tally.begin()
    tally.add(name, NOTE_WEIGHT)
    tally.add(text, TEMPLATE_WEIGHT)
    const whole = () => searchable(`${name}\n${text}`)
    const score = scoreOf(looking, { whole, around: nothing, people: () => [] })
    const thing = { ...template, is: 'template' } as const
    return score === null ? [] : [{ place: 'templates', id: null, day: null, score, thing }]
  })
}

const TEMPLATE_WEIGHT = 1

// In words

function hitOf(looking: Looking, match: Match): Hit {
  const { words } = looking
  const { place, id, day } = match
  const name = nameOfMatch(looking, match)
  const said = sentenceOf(looking, match)
  const isPerson = place === 'people' || place === 'notes'
  const contact = isPerson && id !== null ? looking.people.get(id) : undefined
  return {
    place,
    id,
    name,
    nameMatches: placesOf(name, words),
    about: contact ? aboutWords(contact) : null,
    day,
    field: said?.label ?? null,
    sentence: said?.text ?? null,
    matches: said ? placesOf(said.text, words) : [],
    command: id === null ? `netmed template ${quoted(name)}` : `netmed show ${id}`,
  }
}

function aboutWords(contact: Contact): string | null {
  const { role, stage, specialty, institution, archived, prospect } = contact
  const about = [role?.replaceAll('-', ' '), stage, specialty, institution].filter(Boolean)
  const state = [prospect ? 'to write to' : '', archived ? 'archived' : '']
  return [about.join(', '), ...state].filter(Boolean).join(' · ') || null
}

function nameOfMatch({ db, people, options }: Looking, { thing }: Match): string {
  if (thing.is === 'note') return displayName(thing.contact)
  if (thing.is === 'template') return thing.name
  const { list, record: own } = thing.found
  if (list === 'contacts') return displayName(own)
  const names = peopleReader(list)(own).flatMap(id => {
    const contact = people.get(id)
    return contact ? [displayName(contact)] : []
  })
  if (list === 'interactions') {
    return [own.kind.replaceAll('-', ' '), listed(names)].filter(Boolean).join(' with ')
  }
  if (list === 'followUps') {
    const ended = own.closed ? `, ${own.closed === 'done' ? 'done' : 'let go'}` : ''
    const kind = `follow-up (${own.kind.replaceAll('-', ' ')}${ended})`
    return [kind, listed(names)].filter(Boolean).join(' · ')
  }
  if (list === 'questions') return `question${names.length ? ` for ${listed(names)}` : ''}`
  return titleOf(db, thing.found, options.today)
}

const LONGEST = 200
const BEFORE = 80

/** The sentence of the part that holds most of the words, cut where it is long. */
function sentenceOf(looking: Looking, match: Match): { label: string; text: string } | undefined {
  const { words } = looking
  let best: { label: string; text: string } | undefined
  let most = 0
  for (const { label, text } of textsOf(looking, match)) {
    for (const sentence of sentences(text)) {
      const plain = searchable(sentence)
      const count = words.filter(word => isIn(plain, word)).length
      if (count > most) {
        most = count
        best = { label, text: cutAround(sentence, words) }
      }
    }
  }
  return best
}

/** What may be shown of it, but for what its name says already. */
function textsOf({ db }: Looking, { thing }: Match): { label: string; text: string }[] {
  if (thing.is === 'note') return [{ label: thing.field, text: thing.text }]
  if (thing.is === 'template') {
    const body = thing.text.replace(/^---\n[\s\S]*?\n---\n/, '')
    return [body, thing.text].map(text => ({ label: 'text', text }))
  }
  const { list, record } = thing.found
  const without = list === 'contacts' ? NOTES : undefined
  const texts = partsOf(list, record, without)
    .filter(({ row }) => !IN_THE_NAME.has(row.name))
    .map(({ row, text }) => ({ label: row.flag ?? row.name, text }))
  if (list !== 'interactions') return texts
  const event = db.events.find(each => each.id === record.event)
  return event ? [...texts, { label: 'event', text: event.name }] : texts
}

const IN_THE_NAME: ReadonlySet<string> = new Set(['name', 'first', 'last', 'kind'])

/** At line breaks, and behind . ! ? when a blank follows that no title is the reason of. */
function sentences(text: string): string[] {
  const found: string[] = []
  for (const line of text.split(/[\r\n]+/)) {
    let start = 0
    for (const end of line.matchAll(/[.!?…]["”’)]*\s+/g)) {
      const next = end.index + end[0].length
      if (TITLE_END.test(line.slice(Math.max(start, end.index - 5), next))) continue
      found.push(line.slice(start, next).trim())
      start = next
    }
    found.push(line.slice(start).trim())
  }
  return found.filter(Boolean)
}

const TITLE_END = /(?:^|\s)(?:Dr|Drs|Prof|Mr|Mrs|Ms|Mx|St|vs|e\.g|i\.e|\p{Lu})\.\s+$/u

/** At most `LONGEST` characters around the first word, the cuts marked by `…`. */
function cutAround(sentence: string, words: readonly string[]): string {
  if (sentence.length <= LONGEST) return sentence
  const [first = 0] = placesOf(sentence, words)[0] ?? []
  const start = first > BEFORE ? wordBorder(sentence, first - BEFORE) : 0
  const end =
    start + LONGEST < sentence.length ? lastBorder(sentence, start + LONGEST) : sentence.length
  const head = start > 0 ? '…' : ''
  const tail = end < sentence.length ? '…' : ''
  return `${head}${sentence.slice(start, end).trim()}${tail}`.toWellFormed()
}

function wordBorder(text: string, from: number): number {
  const blank = text.indexOf(' ', from)
  return blank < 0 || blank > from + 20 ? from : blank + 1
}

function lastBorder(text: string, to: number): number {
  const blank = text.lastIndexOf(' ', to)
  return blank < to - 20 ? to : blank
}
