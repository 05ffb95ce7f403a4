import { Failure } from '../../failure.ts'
import { type Day, daysBetween, fromNow, longDay } from '../words/days.ts'
import { byText, folded, foldedLetters, foldedWords } from '../words/text.ts'
import { created, type Database, type Event, type Interaction, type Stamped } from './model.ts'
import { numberTyped } from './records.ts'

export type EventFields = Omit<Event, keyof Stamped>

// Which one is meant

/**
 * Every event that the words fit equally well: by number, whole name, whole words, beginnings of words;
 * the first rule that finds any wins. Never throws.
 */
export function eventsMeant(db: Database, text: string): Event[] {
  const number = numberTyped(text)
  if (number !== undefined) return db.events.filter(event => event.id === number)
  const same = sameName(db, text)
  if (same.length) return same
  const sought = foldedWords(text)
  if (!sought.length) return []
  const whole = db.events.filter(event =>
    hasAll(foldedWords(event.name), sought, (a, b) => a === b),
  )
  if (whole.length) return whole
  return db.events.filter(event =>
    hasAll(foldedWords(event.name), sought, (word, part) => word.startsWith(part)),
  )
}

/**
 * Of several editions of one event the one that is spoken of now: looking back the latest that has
 * begun, looking ahead the first that is not over. Undefined when the names differ.
 */
export function editionMeant(
  events: readonly Event[],
  today: Day,
  lean: 'ahead' | 'back',
): Event | undefined {
  const [first] = events
  if (!first || events.some(event => folded(event.name) !== folded(first.name))) return undefined
  const inOrder = [...events].sort((a, b) => byText(a.on, b.on) || a.id - b.id)
  if (lean === 'ahead') {
    return inOrder.find(event => stateOf(event, today) !== 'over') ?? inOrder.at(-1)
  }
  return inOrder.filter(event => event.on <= today).at(-1) ?? inOrder[0]
}

/**
 * The event that a log speaks of: by number, whole name, or, where only one that has begun half a year
 * ago at most fits, whole words of its name. Fails for a number that is no event; undefined for a new name.
 */
export function eventSpokenOf(db: Database, text: string, on: Day): Event | undefined {
  const number = numberTyped(text)
  const found = eventsMeant(db, text)
  if (number !== undefined) return found[0] ?? notAnEvent(number)
  const same = sameName(db, text)
  if (same.length) return nearest(same, on)
  const sought = foldedWords(text)
  const fitting = db.events
    .filter(event => sought.length && hasAll(foldedWords(event.name), sought, (a, b) => a === b))
    .filter(event => event.on <= on && daysAway(event, on) <= SAME_WITHIN)
  return fitting.length === 1 ? fitting[0] : undefined
}

/** A conference comes back every year, so the same name half a year apart is another one. */
const SAME_WITHIN = 182

function nearest(events: readonly Event[], on: Day): Event | undefined {
  const [first] = [...events].sort((a, b) => daysAway(a, on) - daysAway(b, on))
  return first && daysAway(first, on) <= SAME_WITHIN ? first : undefined
}

function notAnEvent(number: number): never {
  throw new Failure('not-found', `#${number} is not an event.`, 'netmed event list')
}

export function sameName(db: Database, text: string): Event[] {
  const sought = folded(text)
  return db.events.filter(event => folded(event.name) === sought)
}

function hasAll(
  words: readonly string[],
  sought: readonly string[],
  fits: (word: string, sought: string) => boolean,
): boolean {
  return sought.every(wanted => words.some(word => fits(word, wanted)))
}

const WORD = /^[a-z]{3,20}$/
const COMMON = new Set(['the', 'our', 'and', 'for', 'meeting', 'event', 'first', 'last', 'next'])

/** The shortest way to name an event: a word of its name that is of no other event and no person, else its number. */
export function eventWord(db: Database, event: Event): string {
  const words = foldedWords(event.name).filter(each => WORD.test(each) && !COMMON.has(each))
  // All at once, as folding each name takes ten times as long.
  const names = foldedLetters(
    db.contacts.map(({ name, nickname = '' }) => `${name} ${nickname}`).join('\n'),
  )
  const word = words.find(each => !names.includes(each) && eventsMeant(db, each).length === 1)
  return word ?? String(event.id)
}

// Making one

/**
 * The event of that number, or of that name at about that day; made when there is none yet. For a private
 * interaction none is made, as an event is there for all to see.
 */
export function eventFor(
  db: Database,
  fields: EventFields,
  { isPrivate = false }: { isPrivate?: boolean } = {},
): Event {
  const number = numberTyped(fields.name)
  if (number !== undefined) return eventsMeant(db, fields.name)[0] ?? notAnEvent(number)
  const known = nearest(sameName(db, fields.name), fields.on)
  if (known) return known
  if (!isPrivate) return created(db, 'events', fields)
  throw new Failure(
    'usage',
    'An event made for it would show where you were, and this is private.',
    'Say --place instead, or note the event first: netmed event add',
  )
}

// What is true of one

export type EventState = 'coming' | 'running' | 'over'

export function stateOf(event: Pick<Event, 'on' | 'until'>, today: Day): EventState {
  if (event.on > today) return 'coming'
  return lastDay(event) >= today ? 'running' : 'over'
}

export function lastDay(event: Pick<Event, 'on' | 'until'>): Day {
  return event.until ?? event.on
}

/** The day of a contact that was made there: its last day, or today while it runs. */
export function dayThere(event: Pick<Event, 'on' | 'until'>, today: Day): Day {
  const last = lastDay(event)
  return last < today ? last : today
}

/** 0 on each of its days. */
function daysAway(event: Event, day: Day): number {
  if (day < event.on) return daysBetween(day, event.on)
  return Math.max(0, daysBetween(lastDay(event), day))
}

/** `Wed 18 to Fri 20 Nov 2026`, as short as it stays clear; one day alone is `Wed 18 Nov 2026`. */
export function daysWords(event: Pick<Event, 'on' | 'until'>): string {
  const last = lastDay(event)
  if (last === event.on) return longDay(last)
  const [weekday, date, month, year] = longDay(event.on).split(' ')
  const begins =
    event.on.slice(0, 4) !== last.slice(0, 4)
      ? [weekday, date, month, year]
      : event.on.slice(0, 7) !== last.slice(0, 7)
        ? [weekday, date, month]
        : [weekday, date]
  return `${begins.join(' ')} to ${longDay(last)}`
}

/** `in 4 days`, `now`, `yesterday`. */
export function whenWords(event: Pick<Event, 'on' | 'until'>, today: Day): string {
  const state = stateOf(event, today)
  if (state === 'coming') return fromNow(event.on, today)
  if (state === 'over') return fromNow(lastDay(event), today)
  return event.until === undefined ? 'today' : 'now'
}

/** The interaction that entered each person who was met there, the first one of each; by contact id. */
export function peopleAt(db: Database, event: number): Map<number, Interaction> {
  const there = new Map<number, Interaction>()
  for (const interaction of db.interactions) {
    if (interaction.event !== event) continue
    for (const id of interaction.contacts) if (!there.has(id)) there.set(id, interaction)
  }
  return there
}
