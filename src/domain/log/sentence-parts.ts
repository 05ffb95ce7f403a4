import { eventSpokenOf, lastDay } from '../data/events.ts'
import type { Contact, Database, Event } from '../data/model.ts'
import { numberTyped } from '../data/records.ts'
import { mailStyle } from '../data/settings.ts'
import { nameWords, withParticles } from '../people/identity.ts'
import { type GroupMeaning, type Meaning, peopleMeant, personMeant } from '../people/people.ts'
import type { Day } from '../words/days.ts'
import { late } from '../words/late.ts'
import { foldedWords } from '../words/text.ts'
import {
  BEFORE_NAMES,
  BEFORE_OCCASIONS,
  type DaySaid,
  dayAt,
  FILLERS,
  hourAt,
  type OccasionSaid,
  occasionsAt,
  TITLE_WORDS,
  type Token,
} from './sentence-words.ts'

// What stands before the detail of a sentence, cut into its parts in every way that uses each word once.

/** What some of the words are. */
export type Part = { at: number; length: number } & (
  | { is: 'filler' }
  | { is: 'hour' }
  | ({ is: 'occasion' } & Omit<OccasionSaid, 'length'>)
  | ({ is: 'day' } & Omit<DaySaid, 'length'>)
  | { is: 'person'; contact: Contact }
  | { is: 'several'; candidates: readonly Contact[] }
  /** `named` are people whose names stand in it. */
  | { is: 'place'; text: string; named: readonly Contact[] }
  /** Events on file of that name: those that ran on the day, where a day is said, are meant. */
  | { is: 'event'; text: string; events: readonly Event[] }
  | { is: 'me' | 'from' | 'ahead' }
  /** `12` after "on": a person's number, or a day of the month. */
  | { is: 'number'; number: number }
  | { is: 'unknown' }
)

/** One way to read all the words, and how far it is from a clear one: 0 is clear. */
export interface Parse {
  parts: Part[]
  cost: number
}

/** What the words are looked up in, made once for a sentence. */
export interface Known {
  db: Database
  today: Day
  /** Whether somebody on file is called by this word. */
  isName(word: string): boolean
  /** Those of whom a word of the name begins so. */
  called(word: string): readonly Contact[]
  /** As `personMeant`, which looks at everybody each time that it is asked. */
  meant(text: string): Meaning
  /** As `peopleMeant`, which does so for each of the arguments. */
  people(args: readonly string[]): GroupMeaning
}

export function knownOf(db: Database, today: Day): Known {
  // A number needs no name, and parting thousands takes as long as writing the file.
  const names = late(() => wordsOfNames(db))
  const called = remembered((word: string) => {
    const found = new Set([...names()].flatMap(([name, who]) => (name.startsWith(word) ? who : [])))
    return [...found].sort((a, b) => a.id - b.id)
  })
  const meant = remembered((text: string) => personMeant(amongCalled(db, text, called), text))
  const people = (args: readonly string[]) =>
    peopleMeant(amongCalled(db, args.join(' '), called), args)
  return { db, today, isName: word => names().has(word), called, meant, people }
}

/** Every word that somebody on file is called by, and who is. */
function wordsOfNames(db: Database): Map<string, Contact[]> {
  const names = new Map<string, Contact[]>()
  for (const contact of db.contacts) {
    const { name, nickname = '', first = '', last = '' } = contact
    for (const word of nameWords(`${name} ${nickname} ${first} ${last}`)) {
      const others = names.get(word)
      if (others) others.push(contact)
      else names.set(word, [contact])
    }
  }
  return names
}

/** The data with nobody but those who are called by one of the words. */
function amongCalled(db: Database, text: string, called: Known['called']): Database {
  const typed = foldedWords(text)
  // An address may be anybody's, and a number some other record's.
  if (!typed.length || text.includes('@') || /\d/.test(text)) return db
  const isTelling = (word: string) => word.length > 1 && !TITLE_WORDS.has(word)
  const words = typed.some(isTelling) ? typed.filter(isTelling) : typed
  const found = new Set([...words, ...withParticles(typed)].flatMap(called))
  return { ...db, contacts: [...found].sort((a, b) => a.id - b.id) }
}

function remembered<T>(look: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = look(text)
    known.set(text, found)
    return found
  }
}

const COSTS = { unknown: 100, several: 20, nobody: 10 } as const
/** Nobody types so many words before what it was about, and each costs a look at all names. */
export const MOST_WORDS = 60
const MOST_NAME_WORDS = 5
const MOST_PARSES = 200

/** The clearest ways to read the words, all of the same cost; one at least. */
export function parsesOf(tokens: readonly Token[], known: Known): Parse[] {
  let best = Number.POSITIVE_INFINITY
  let found: Parse[] = []
  const candidates = tokens.map((_, at) => partsAt(tokens, at, known))
  const go = (at: number, parts: Part[], cost: number) => {
    if (cost > best || found.length > MOST_PARSES) return
    if (at < tokens.length) {
      for (const part of candidates[at] ?? []) {
        if (!fitsBehind(part, parts, tokens)) continue
        go(at + part.length, [...parts, part], cost + costOf(part))
      }
      return
    }
    const total = cost + (parts.some(isSomebody) ? 0 : COSTS.nobody)
    if (total > best) return
    if (total < best) found = []
    best = total
    found.push({ parts, cost: total })
  }
  go(0, [], 0)
  return found
}

function costOf({ is }: Part): number {
  return is === 'unknown' ? COSTS.unknown : is === 'several' ? COSTS.several : 0
}

function isSomebody({ is }: Part): boolean {
  return is === 'person' || is === 'several' || is === 'number'
}

/** What stands before decides on some parts: "for" wants an occasion, and a beginning of a name a place for one. */
function fitsBehind(part: Part, before: readonly Part[], tokens: readonly Token[]): boolean {
  const last = before.at(-1)
  const word = last ? (tokens[last.at]?.word ?? '') : ''
  if (last?.is === 'filler' && BEFORE_OCCASIONS.has(word) && part.is !== 'occasion') {
    return part.is === 'filler' && /^(?:the|a|an|our)$/.test(tokens[part.at]?.word ?? '')
  }
  // "talked research with chen": what it was about, and no research meeting.
  if (part.is === 'occasion' && last?.is === 'occasion' && last.isTalk) return false
  return true
}

/** Whatever can begin there; the last is always that the word is not understood. */
export function partsAt(tokens: readonly Token[], at: number, known: Known): Part[] {
  const token = tokens[at]
  if (!token) return []
  const rest = tokens.slice(at)
  const words = rest.map(each => each.word)
  const parts: Part[] = []
  if (!token.isWhole) parts.push(...plainParts(words, at, known))
  parts.push(...peopleAt(tokens, at, known))
  parts.push(...placesAt(tokens, at, known))
  return [...parts, { is: 'unknown', at, length: 1 }]
}

/** Occasions, days, hours and fillers. */
function plainParts(words: readonly string[], at: number, known: Known): Part[] {
  const [word = '', next = ''] = words
  const parts: Part[] = []
  for (const said of occasionsIn(words, known)) parts.push({ is: 'occasion', at, ...said })
  const day = dayAt(words, { today: known.today, style: mailStyle(known.db) })
  if (day) parts.push({ is: 'day', at, ...day })
  const hour = hourAt(words)
  if (hour) parts.push({ is: 'hour', at, length: hour })
  if (FILLERS.has(word) || BEFORE_OCCASIONS.has(word)) parts.push({ is: 'filler', at, length: 1 })
  if ((word === 'at' || word === '@') && occasionBehind(words)) {
    parts.push({ is: 'filler', at, length: 1 })
  }
  if (word === 'me') parts.push({ is: 'me', at, length: 1 })
  if (word === 'from') parts.push({ is: 'from', at, length: 1 })
  if (word === 'on' && numberTyped(next) !== undefined && !day) {
    parts.push({ is: 'number', at, length: 2, number: numberTyped(next) ?? 0 })
  }
  // "will call chen": still to come, unless somebody is called Will.
  if ((word === 'will' || word === 'may') && occasionsAt(words.slice(1)).length) {
    parts.push({ is: 'ahead', at, length: 1 })
  }
  return parts
}

/** "conference call" is a call, and where somebody is called Call, a conference with them as well. */
function occasionsIn(words: readonly string[], { isName: isOfName }: Known): OccasionSaid[] {
  const longest = occasionsAt(words)
  const length = longest[0]?.length ?? 0
  const isName = length > 1 && isOfName(words[length - 1] ?? '')
  return isName ? [...longest, ...occasionsAt(words.slice(0, length - 1))] : longest
}

/** "at the panel", "at lunch": the occasion itself, and no place. */
function occasionBehind(words: readonly string[]): boolean {
  const from = /^(?:the|a|an|our)$/.test(words[1] ?? '') ? 2 : 1
  return occasionsAt(words.slice(from)).length > 0
}

/** Of the words of one sentence: each is asked for again by every name that it could be in. */
const lengths = new WeakMap<readonly Token[], Map<number, number>>()

/** How many of the words are an occasion, a day, an hour or a filler, before they are anything else. */
function specialLength(tokens: readonly Token[], at: number, known: Known): number {
  const counted = lengths.get(tokens) ?? new Map<number, number>()
  lengths.set(tokens, counted)
  const before = counted.get(at)
  if (before !== undefined) return before
  const length = lengthOfSpecial(tokens, at, known)
  counted.set(at, length)
  return length
}

function lengthOfSpecial(tokens: readonly Token[], at: number, known: Known): number {
  if (tokens[at]?.isWhole) return 0
  const words = tokens.slice(at).map(each => each.word)
  const day = dayAt(words, { today: known.today, style: mailStyle(known.db) })
  const [occasion] = occasionsAt(words)
  const [word = ''] = words
  const filler = FILLERS.has(word) || BEFORE_OCCASIONS.has(word) || /^(?:me|at|@|on)$/.test(word)
  return Math.max(day?.length ?? 0, occasion?.length ?? 0, hourAt(words), filler ? 1 : 0)
}

// People

function peopleAt(tokens: readonly Token[], at: number, known: Known): Part[] {
  const parts: Part[] = []
  const titles = TITLE_WORDS.has(tokens[at]?.word ?? '') ? 1 : 0
  for (
    let length = titles ? 2 : 1;
    length <= MOST_NAME_WORDS && at + length <= tokens.length;
    length++
  ) {
    const span = tokens.slice(at, at + length)
    if (length > 1 && span.some(token => token.isWhole)) break
    if (span.some(token => token.word === ',')) break
    const names = span.slice(titles)
    if (!names.every((_, index) => mayBeName(tokens, at + titles + index, known))) break
    const part = personIn(span, names, { tokens, at, known })
    if (part) parts.push({ ...part, at, length })
  }
  return parts
}

/** Whether the word, or its beginning, is one of a name; one that is something else as well must be a whole one. */
function mayBeName(tokens: readonly Token[], at: number, known: Known): boolean {
  const token = tokens[at]
  if (!token) return false
  if (token.isWhole || token.text.includes('@')) return true
  if (numberTyped(token.text) !== undefined) return true
  const words = foldedWords(token.text)
  const particle = tokens[at - 1]?.word ?? ''
  // "o neill" is one word of the name O'Neill.
  if (/^(?:o|mac|mc)$/.test(particle) && known.isName(`${particle}${token.word}`)) return true
  const isElse = specialLength(tokens, at, known) > 0
  const isName = (word: string) => known.isName(word) || (!isElse && isBeginning(word, known))
  return words.length > 0 && words.every(isName)
}

function isBeginning(word: string, { called }: Known): boolean {
  return called(word).length > 0
}

interface Where {
  tokens: readonly Token[]
  at: number
  known: Known
}

type Somebody =
  | { is: 'person'; contact: Contact }
  | { is: 'several'; candidates: readonly Contact[] }

function personIn(
  span: readonly Token[],
  names: readonly Token[],
  where: Where,
): Somebody | undefined {
  const { known } = where
  const [only] = span
  if (only && span.length === 1 && numberTyped(only.text) !== undefined)
    return numbered(only, where)
  for (const words of span === names ? [names] : [span, names]) {
    const text = words.map(token => token.text).join(' ')
    if (words.some(token => numberTyped(token.text) !== undefined)) continue
    const meaning = known.meant(text)
    if (meaning.is === 'nobody') continue
    if (!isNamedHere(words, where)) continue
    return meaning.is === 'one'
      ? { is: 'person', contact: meaning.contact }
      : { is: 'several', candidates: meaning.candidates }
  }
  return undefined
}

/** A number is somebody's where a name can stand; what else is counted is not. */
function numbered({ text }: Token, { tokens, at, known }: Where): Somebody | undefined {
  const contact = known.db.contacts.find(each => each.id === numberTyped(text))
  const before = tokens[at - 1]?.word
  const isPlace =
    before === undefined || BEFORE_NAMES.has(before) || occasionsAt([before]).length > 0
  const isCounted = at > 0 && tokens[at - 1]?.word === 'on'
  return contact && isPlace && !isCounted ? { is: 'person', contact } : undefined
}

/**
 * Whole words of a name stand anywhere. A beginning of one may be any word ("lab" is not Labib), so it stands
 * only where a name does, is no single letter, and is not followed by "with".
 */
function isNamedHere(words: readonly Token[], { tokens, at, known }: Where): boolean {
  const all = words.flatMap(token => foldedWords(token.text))
  if (words.some(token => token.isWhole || token.text.includes('@'))) return true
  const begun = all.filter(word => !known.isName(word))
  if (!begun.length) return true
  if (begun.length < all.length) return true
  if (all.join('').length < 2) return false
  const before = tokens[at - 1]?.word
  const after = tokens[at + words.length]?.word
  if (after !== undefined && /^(?:with|w|w\/)$/.test(after)) return false
  return (
    before === undefined ||
    BEFORE_NAMES.has(before) ||
    TITLE_WORDS.has(before) ||
    occasionsAt([before]).length > 0 ||
    occasionsAt([tokens[at - 2]?.word ?? '', before]).some(said => said.length === 2)
  )
}

// Places and events

const MOST_PLACE_WORDS = 8

function placesAt(tokens: readonly Token[], at: number, known: Known): Part[] {
  const word = tokens[at]?.word
  if (word !== 'at' && word !== '@') return []
  const event = eventBehind(tokens, at, known)
  const lead = /^(?:the|a|an|our)$/.test(tokens[at + 1]?.word ?? '') ? 2 : 1
  let end = at + lead
  while (end < tokens.length && !specialLength(tokens, end, known)) end++
  const span = tokens.slice(at + lead, end)
  if (!span.length || span.length > MOST_PLACE_WORDS) return event ? [event] : []
  const place: Part = {
    is: 'place',
    at,
    length: end - at,
    text: span.map(token => token.text).join(' '),
    named: namedIn(span, known),
  }
  // "at alumni panel": the panel's name rather than a place, so it is left to be asked.
  const next = occasionsAt(tokens.slice(end).map(token => token.word))[0]
  const isNameOfOne = next !== undefined && !next.isVerb && NAMED_OCCASIONS.has(next.kind)
  if (event) return [event]
  return isNameOfOne ? [] : [place]
}

/** Occasions with many people, which go by a name of their own. */
const NAMED_OCCASIONS = new Set<string>(
  'lecture panel seminar grand-rounds conference class club sport rotation social wellness volunteer event meeting'.split(
    ' ',
  ),
)

/** The event that the most words behind "at" name. */
function eventBehind(tokens: readonly Token[], at: number, { db, today }: Known): Part | undefined {
  if (!db.events.length) return undefined
  const lead = /^(?:the|a|an|our)$/.test(tokens[at + 1]?.word ?? '') ? 2 : 1
  for (let length = MOST_PLACE_WORDS; length > 0; length--) {
    const span = tokens.slice(at + lead, at + lead + length)
    if (span.length < length || span.some(token => token.word === ',')) continue
    const text = span.map(token => token.text).join(' ')
    if (numberTyped(text) !== undefined) continue
    const known = eventSpokenOf(db, text, today)
    if (!known) continue
    const events = db.events.filter(event => event.name === known.name && event.on <= today)
    return { is: 'event', at, length: lead + length, text, events }
  }
  return undefined
}

export function ranOn(event: Event, day: Day): boolean {
  return event.on <= day && day <= lastDay(event)
}

/** The people of whom a whole word of the name stands there, also with its 's. */
function namedIn(span: readonly Token[], { isName, meant }: Known): Contact[] {
  return span.flatMap(token => {
    const word = token.word.replace(/['’`]s$/, '')
    const [folded = ''] = foldedWords(word)
    if (!isName(folded)) return []
    const meaning = meant(word)
    return meaning.is === 'one'
      ? [meaning.contact]
      : meaning.is === 'several'
        ? meaning.candidates
        : []
  })
}
