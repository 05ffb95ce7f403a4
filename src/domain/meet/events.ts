import { Failure } from '../../failure.ts'
import {
  daysWords,
  type EventFields,
  type EventState,
  lastDay,
  peopleAt,
  sameName,
  stateOf,
  whenWords,
} from '../data/events.ts'
import {
  type Contact,
  created,
  type Database,
  type Event,
  type Occasion,
  type Season,
} from '../data/model.ts'
import { numberTyped, type RecordView, recordView } from '../data/records.ts'
import { addSeason, isSeasonOf } from '../due/seasons.ts'
import { nameIndex, nameWords } from '../people/identity.ts'
import { displayName } from '../people/names.ts'
import { personMeant } from '../people/people.ts'
import { writtenName } from '../people/written-names.ts'
import { addDays, type Day, longDay } from '../words/days.ts'
import { readDay, readEventDay, readTime, readWhen } from '../words/read-days.ts'
import { byText, foldedWords } from '../words/text.ts'

// Which one is meant
// Making one

/** Adds an event; fails when it ends before it begins, or stands there already on one of its days. */
export function addEvent(db: Database, fields: EventFields): Event {
  const { name, on, until = on } = fields
  if (until < on) {
    throw new Failure(
      'usage',
      `It would end (${longDay(until)}) before it starts (${longDay(on)}).`,
      'Give --until a day from the first one on.',
    )
  }
  if (numberTyped(name) !== undefined) {
    throw new Failure('usage', 'A name needs more than a number: netmed would read it as #…')
  }
  const there = sameName(db, name).find(event => event.on <= until && lastDay(event) >= on)
  if (there) {
    throw new Failure(
      'already-there',
      `${there.name} (#${there.id}) is already there: ${daysWords(there)}.`,
      `To change it: netmed edit ${there.id}`,
    )
  }
  const { until: last, ...rest } = fields
  return created(db, 'events', { ...rest, ...(last !== undefined && last > on && { until: last }) })
}

/** A rotation is a busy time too: an event of that kind makes its season, unless it is over or there is one. */
export function addRotationSeason(db: Database, event: Event, today: Day): Season | undefined {
  const until = lastDay(event)
  if (event.kind !== 'rotation' || until < today) return undefined
  if (db.seasons.some(season => isSeasonOf(season, event))) return undefined
  return addSeason(db, { name: event.name, kind: 'rotation', from: event.on, until })
}

/** `fri` and `4w` are counted from the first day, what is named from today is read so. */
export function readLastDay(text: string, on: Day, today: Day): Day {
  if (/^\s*(today|tomorrow|yesterday|day|next|this|last|end|in)\b/i.test(text)) {
    return readDay(text, today, { lean: 'ahead' })
  }
  // The first day itself may be the Friday that is meant.
  const isWeekday = /^\s*(on )?(mon|tue|wed|thu|fri|sat|sun)/i.test(text)
  // A date without its year is the nearer one: `1 dec` of what begins on 10 December is a slip.
  return isWeekday ? readDay(text, addDays(on, -1), { lean: 'ahead' }) : readEventDay(text, on)
}

/**
 * A speaker who is known goes by the name on file, so that drafts and the prep sheet find them; another as
 * names are written.
 */
export function speakerName(db: Database, typed: string): string {
  const meaning = personMeant(db, typed)
  if (meaning.is !== 'one') return writtenName(typed)
  const known = nameWords(`${meaning.contact.name} ${meaning.contact.nickname ?? ''}`)
  const isNamed = numberTyped(typed) !== undefined || typed.includes('@')
  return isNamed || foldedWords(typed).every(word => known.includes(word))
    ? displayName(meaning.contact)
    : writtenName(typed)
}

// What is true of one

/** Those of the speakers who are on file. */
export function speakersKnown(db: Database, event: Event): Map<string, Contact> {
  const index = nameIndex(event.speakers?.length ? db.contacts : [])
  const known = new Map<string, Contact>()
  for (const speaker of event.speakers ?? []) {
    const contact = index.of(speaker).at(-1)
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
    ...recordView(db, 'events', event),
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
