import { Failure } from '../failure.ts'
import { type RecordView, recordView } from './contacts.ts'
import { addDays, daysBetween, fromNow, longDay, readDay, readTime, readWhen } from './days.ts'
import {
  type Contact,
  created,
  type Database,
  type Day,
  type Event,
  type Interaction,
  type Occasion,
  type Stamped,
} from './model.ts'
import { displayName } from './names.ts'
import { personMeant } from './people.ts'
import { byText, folded } from './text.ts'

export type EventFields = Omit<Event, keyof Stamped>

// Which one is meant

/**
 * Every event that the words fit equally well: by number, whole name, whole words, beginnings of words;
 * the first rule that finds any wins. Never throws.
 */
export function eventsMeant(db: Database, text: string): Event[] {
  const number = numberIn(text)
  if (number !== undefined) return db.events.filter(event => event.id === number)
  const same = sameName(db, text)
  if (same.length) return same
  const sought = wordsOf(text)
  if (!sought.length) return []
  const whole = db.events.filter(event => hasAll(wordsOf(event.name), sought, (a, b) => a === b))
  if (whole.length) return whole
  return db.events.filter(event =>
    hasAll(wordsOf(event.name), sought, (word, part) => word.startsWith(part)),
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
  const number = numberIn(text)
  const found = eventsMeant(db, text)
  if (number !== undefined) return found[0] ?? notAnEvent(number)
  const same = sameName(db, text)
  if (same.length) return nearest(same, on)
  const sought = wordsOf(text)
  const fitting = db.events
    .filter(event => sought.length && hasAll(wordsOf(event.name), sought, (a, b) => a === b))
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
  throw new Failure('not-found', `#${number} is no event.`, 'netmed event list')
}

function numberIn(text: string): number | undefined {
  const digits = /^#?(\d{1,15})$/.exec(text.trim())?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function sameName(db: Database, text: string): Event[] {
  const sought = folded(text)
  return db.events.filter(event => folded(event.name) === sought)
}

function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

function hasAll(
  words: readonly string[],
  sought: readonly string[],
  fits: (word: string, sought: string) => boolean,
): boolean {
  return sought.every(wanted => words.some(word => fits(word, wanted)))
}

// Making one

/** The event of that number, or of that name at about that day; made when there is none yet. */
export function eventFor(db: Database, fields: EventFields): Event {
  const number = numberIn(fields.name)
  if (number !== undefined) return eventsMeant(db, fields.name)[0] ?? notAnEvent(number)
  return nearest(sameName(db, fields.name), fields.on) ?? created(db, 'events', fields)
}

/** Adds an event; fails when it ends before it begins, or stands there already on one of its days. */
export function addEvent(db: Database, fields: EventFields): Event {
  const { name, on, until = on } = fields
  if (until < on) {
    throw new Failure(
      'usage',
      `It would end (${longDay(until)}) before it begins (${longDay(on)}).`,
      'Give --until a day from the first one on.',
    )
  }
  if (numberIn(name) !== undefined) {
    throw new Failure('usage', 'A number alone is no name: netmed would read it as #…')
  }
  const there = sameName(db, name).find(event => event.on <= until && lastDay(event) >= on)
  if (there) {
    throw new Failure(
      'already-there',
      `${there.name} (#${there.id}) is there already: ${daysWords(there)}.`,
      `To change it: netmed edit ${there.id}`,
    )
  }
  const { until: last, ...rest } = fields
  return created(db, 'events', { ...rest, ...(last !== undefined && last > on && { until: last }) })
}

/**
 * A day of an event, which may be coming or over: `wed` and `2w` lie ahead, a date without its year is
 * the nearer one.
 */
export function readEventDay(text: string, today: Day): Day {
  const ahead = readDay(text, today, { lean: 'ahead' })
  const back = readDay(text, today, { lean: 'back' })
  const isYearApart = daysBetween(back, ahead) > 300
  return isYearApart && daysBetween(back, today) < daysBetween(today, ahead) ? back : ahead
}

/** `fri` and `4w` are counted from the first day, what is named from today is read so. */
export function readLastDay(text: string, on: Day, today: Day): Day {
  if (/^\s*(today|tomorrow|yesterday|day|next|this|last|end|in)\b/i.test(text)) {
    return readDay(text, today, { lean: 'ahead' })
  }
  // The first day itself may be the Friday that is meant.
  const isWeekday = /^\s*(on )?(mon|tue|wed|thu|fri|sat|sun)/i.test(text)
  return readDay(text, isWeekday ? addDays(on, -1) : on, { lean: 'ahead' })
}

/** A speaker who is known goes by the name on file, so that drafts and the prep sheet find them. */
export function speakerName(db: Database, typed: string): string {
  const meaning = personMeant(db, typed)
  if (meaning.is !== 'one') return typed
  const known = wordsOf(`${meaning.contact.name} ${meaning.contact.nickname ?? ''}`)
  const isNamed = numberIn(typed) !== undefined || typed.includes('@')
  return isNamed || wordsOf(typed).every(word => known.includes(word))
    ? displayName(meaning.contact)
    : typed
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

/** Those of the speakers who are on file. */
export function speakersKnown(db: Database, event: Event): Map<string, Contact> {
  const byName = new Map<string, Contact>()
  for (const contact of db.contacts) {
    for (const name of [contact.name, displayName(contact)]) byName.set(folded(name), contact)
  }
  const known = new Map<string, Contact>()
  for (const speaker of event.speakers ?? []) {
    const contact = byName.get(folded(speaker))
    if (contact) known.set(speaker, contact)
  }
  return known
}

// Sessions

export interface Session {
  /** Null when no time was written before it. */
  day: Day | null
  time: string | null
  text: string
}

/** The sessions in the order of time; those without a time come last. */
export function sessionsOf(event: Event): Session[] {
  return (event.sessions ?? [])
    .map(line => sessionOf(line, event))
    .sort((a, b) => byText(sessionKey(a), sessionKey(b)))
}

function sessionKey({ day, time }: Session): string {
  return time === null ? '~' : `${day} ${time}`
}

/** `09:30 Heart failure` and, on several days, `thu 14:00 Registries`. */
function sessionOf(line: string, event: Event): Session {
  const words = line.split(/\s+/)
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    const when = sessionTime(words.slice(0, count).join(' '), event)
    if (when)
      return {
        ...when,
        text: words
          .slice(count)
          .join(' ')
          .replace(/^[-–:·]\s+/, ''),
      }
  }
  return { day: null, time: null, text: line }
}

function sessionTime(text: string, event: Event): { day: Day; time: string } | undefined {
  if (!/\d|noon|midnight/i.test(text)) return undefined
  const alone = attempt(() => readTime(text))
  if (alone) return { day: event.on, time: alone }
  // Weekday names lie ahead of the day they are read on, and the first day counts.
  const when = attempt(() => readWhen(text, addDays(event.on, -1), { lean: 'ahead' }))
  return when?.time ? { day: when.day, time: when.time } : undefined
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

// Lists

/** An event as answers show it: the record, and what is true of it today. */
export interface EventView extends RecordView {
  name: string
  kind: Occasion
  on: Day
  until: Day | null
  place: string | null
  state: EventState
  /** `Wed 18 to Fri 20 Nov 2026`. */
  days: string
  /** `in 4 days`. */
  when: string
  /** How many people are entered. */
  people: number
  /** Numbers of the open first-week notes and thank-yous that it led to. */
  open: number[]
}

export function eventView(db: Database, event: Event, today: Day): EventView {
  const froms = new Set(
    db.interactions.filter(each => each.event === event.id).map(each => each.id),
  )
  return {
    ...recordView('events', event),
    name: event.name,
    kind: event.kind,
    on: event.on,
    until: event.until ?? null,
    place: event.place ?? null,
    state: stateOf(event, today),
    days: daysWords(event),
    when: whenWords(event, today),
    people: peopleAt(db, event.id).size,
    open: db.followUps
      .filter(each => !each.closed && each.from !== undefined && froms.has(each.from))
      .filter(each => each.kind === 'event' || each.kind === 'thank-you')
      .map(each => each.id),
  }
}

/** What runs and what comes, soonest first, then what is over, latest first. */
export function eventViews(db: Database, today: Day): EventView[] {
  const views = db.events.map(event => eventView(db, event, today))
  const over = views.filter(view => view.state === 'over')
  const ahead = views.filter(view => view.state !== 'over')
  return [
    ...ahead.sort((a, b) => byText(a.on, b.on) || a.id - b.id),
    ...over.sort((a, b) => byText(b.until ?? b.on, a.until ?? a.on) || b.id - a.id),
  ]
}
