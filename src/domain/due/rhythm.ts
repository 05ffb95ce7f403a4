import type { Contact, Database, Interaction } from '../data/model.ts'
import { numberSetting, type SettingKey } from '../data/settings.ts'
import { type Day, dayNumber, dayNumbered, dayOfMoment } from '../words/days.ts'
import {
  clockDay,
  daysAfterSeasons,
  NEVER,
  type Rhythmic,
  slowDays,
  slowedSeasons,
  tieOf,
} from './seasons.ts'

/** The latest interaction of each contact, by contact id: one pass, string comparison only. */
export function latestContacts(db: Database): Map<number, Interaction> {
  const latest = new Map<number, Interaction>()
  for (const interaction of db.interactions) {
    for (const id of interaction.contacts) {
      const known = latest.get(id)
      if (!known || isLater(interaction, known)) latest.set(id, interaction)
    }
  }
  return latest
}

function isLater(a: Interaction, b: Interaction): boolean {
  return a.on > b.on || (a.on === b.on && a.id > b.id)
}

const CIRCLE_RHYTHMS = new Set(['support', 'mentor', 'mentee', 'letter-writer', 'research'])

/** Days of somebody's rhythm: set by hand, else the shortest of their circles, else none. */
export function rhythmOf(db: Database, contact: Contact): number | null {
  if (contact.every !== undefined) return contact.every || null
  if (!contact.circles?.length) return null
  const days = contact.circles
    .filter(circle => CIRCLE_RHYTHMS.has(circle))
    .map(circle => numberSetting(db, `rhythm.${circle}` as SettingKey))
  return days.length ? Math.min(...days) : null
}

/** The rhythm that a role offers, in the echo of the second logged contact; null for light ties. */
export function offeredRhythm(db: Database, contact: Contact): number | null {
  if (!contact.role) return null
  const days = numberSetting(db, `offer.${contact.role}` as SettingKey)
  return Number.isNaN(days) ? null : days
}

export interface KeepInTouch {
  contact: Contact
  every: number
  due: Day
  /** Counted from this day: the latest contact, else the day you met, else of adding. */
  since: Day
  last: Interaction | undefined
  /** Past one and a half rhythms by today. */
  isLong: boolean
}

/** Somebody as one walk over the interactions finds them. */
export interface Seen {
  contact: Contact
  /** Their latest interaction. */
  last: Interaction | undefined
  /** The days of their rhythm; null for the archived too, whose clock is stopped. */
  every: number | null
  /**
   * The number of the last day on which they were seen up to the end of each slowed season and after
   * the one before, then since the last; none where no season slows or there is no rhythm.
   */
  days: number[] | undefined
  /** The rotation that they are on, or were on last. */
  team: OnTeam | undefined
}

/** Everybody by number, in the order of the file. */
export function everybodySeen(db: Database, today: Day): Map<number, Seen> {
  const ends = slowedSeasons(db).map(season => season.until)
  const rotations = rotationsBegun(db, today)
  const everybody = new Map<number, Seen>()
  for (const contact of db.contacts) {
    const every = contact.archived ? null : rhythmOf(db, contact)
    const days = every && ends.length ? new Array(ends.length + 1).fill(NEVER) : undefined
    everybody.set(contact.id, { contact, last: undefined, every, days, team: undefined })
  }
  let day: Day = ''
  let slot = 0
  let number = NEVER
  const { interactions } = db
  // By index: until its code is hot, `for … of` makes an object a step.
  for (let i = 0; i < interactions.length; i++) {
    const interaction = interactions[i] as Interaction
    const { on, contacts, event } = interaction
    if (on !== day && ends.length) {
      day = on
      slot = firstNotBefore(ends, on)
      number = dayNumber(on)
    }
    const until = event === undefined ? undefined : rotations.get(event)
    for (let j = 0; j < contacts.length; j++) {
      const person = everybody.get(contacts[j] as number)
      if (!person) continue
      if (!person.last || isLater(interaction, person.last)) person.last = interaction
      const { days } = person
      if (days && number > (days[slot] ?? NEVER)) days[slot] = number
      if (until !== undefined && on <= until)
        person.team = withTeam(person.team, { from: on, until })
    }
  }
  return everybody
}

interface KeptUp {
  /** Absent: a walk over all interactions. */
  seen?: ReadonlyMap<number, Seen>
  /** Who is due after this day is not in the answer; `later` is told of them. */
  until?: Day
  later?: (contact: Contact) => void
}

/** Everybody with a rhythm and the day it falls due; the quiet, archived and prospects are left out. */
export function keepInTouch(db: Database, today: Day, kept: KeptUp = {}): KeepInTouch[] {
  const seen = kept.seen ?? everybodySeen(db, today)
  const clock = clockOf(db, today, seen)
  const longer = numberSetting(db, 'long.factor')
  const now = dayNumber(today)
  const end = kept.until === undefined ? Number.POSITIVE_INFINITY : dayNumber(kept.until)
  const answer: KeepInTouch[] = []
  for (const { contact, last, every, team } of seen.values()) {
    if (!every || contact.prospect || isQuiet(contact, today)) continue
    const since = laterOf(last?.on ?? knownFrom(contact), team?.until)
    const running = { contact, every, since, longAfter: Math.ceil(every * longer) }
    const due = clock.due(running)
    if (due > end) {
      kept.later?.(contact)
      continue
    }
    const isLong = due <= now && clock.long(running) <= now
    answer.push({ contact, every, since, last, due: dayNumbered(due), isLong })
  }
  return answer
}

interface Running {
  contact: Contact
  every: number
  since: Day
  longAfter: number
}
/** The numbers of the day that somebody falls due, and of that from which it has been long. */
interface Clock {
  due: (running: Running) => number
  /** Asked only of who is due: it is never before. */
  long: (running: Running) => number
}

const plainClock: Clock = {
  due: ({ every, since }) => dayNumber(since) + every,
  long: ({ since, longAfter }) => dayNumber(since) + longAfter,
}

/** The day you met, else of adding. */
export function knownFrom(contact: Contact): Day {
  return contact.metOn ?? dayOfMoment(new Date(contact.createdAt))
}

function laterOf(day: Day, other: Day | undefined): Day {
  return other !== undefined && other > day ? other : day
}

// Rotations: the team counts as in touch until the last day

interface OnTeam {
  /** The first day logged with them there. */
  from: Day
  until: Day
}

/** The last days of the rotations that have begun, by event. */
function rotationsBegun(db: Database, today: Day): Map<number, Day> {
  const begun = db.events.filter(({ kind, on }) => kind === 'rotation' && on <= today)
  return new Map(begun.map(event => [event.id, event.until ?? event.on]))
}

/** The one that ends later counts, and of two that end together the earlier day there. */
function withTeam(known: OnTeam | undefined, seen: OnTeam): OnTeam {
  if (!known || seen.until > known.until) return seen
  return seen.until === known.until && seen.from < known.from ? seen : known
}

// Seasons: the clock runs slower, and who waited comes back two a day

function clockOf(db: Database, today: Day, seen: ReadonlyMap<number, Seen>): Clock {
  const seasons = slowedSeasons(db)
  if (!seasons.length) return plainClock
  const ends = seasons.map(season => season.until)
  // The quiet and prospects take part too: a contact with them must not move the others.
  const people: Rhythmic[] = []
  for (const person of seen.values()) {
    const { contact, every } = person
    if (!every) continue
    people.push({ id: contact.id, every, tie: tieOf(contact), seen: lastSeen(person, ends) })
  }
  const perDay = Math.max(1, numberSetting(db, 'slowed.per-day'))
  const days = daysAfterSeasons(seasons, people, { perDay, today })
  const slow = {
    support: slowDays(seasons, 'support'),
    near: slowDays(seasons, 'near'),
    other: slowDays(seasons, 'other'),
  }
  return {
    due: ({ contact, every, since }) => days.get(contact.id) ?? dayNumber(since) + every,
    long: ({ contact, since, longAfter }) =>
      clockDay(dayNumber(since), longAfter, slow[tieOf(contact)]),
  }
}

/** When they were last seen as of each of these days, the ends of the seasons, then as of now. */
function lastSeen({ contact, days, team }: Seen, ends: readonly Day[]): number[] {
  let last = NEVER
  return (days ?? []).map((day, slot) => {
    last = Math.max(last, day)
    const end = ends[slot]
    const known = last === NEVER ? dayNumber(knownFrom(contact)) : last
    if (!team || (end !== undefined && team.from > end)) return known
    const until = end !== undefined && end < team.until ? end : team.until
    return Math.max(known, dayNumber(until))
  })
}

/** The index of the first day that is not before this one; the days are in order. */
function firstNotBefore(days: readonly Day[], day: Day): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? '') < day) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether reminders of this person rest today. */
export function isQuiet(contact: Contact, today: Day): boolean {
  return contact.quiet === 'until-woken' || (contact.quiet !== undefined && today < contact.quiet)
}
