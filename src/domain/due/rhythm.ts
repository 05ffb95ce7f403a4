import type { Contact, Database, Interaction } from '../data/model.ts'
import { numberSetting, type SettingKey } from '../data/settings.ts'
import { type Day, dayNumber, dayNumbered, dayOfMoment } from '../words/days.ts'
import { clockDay, daysAfterSeasons, NEVER, slowClocks, slowedSeasons, tieOf } from './seasons.ts'

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
  return a.on === b.on ? a.id > b.id : a.on > b.on
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
  /** When they were last seen as of the end of each slowed season, then as of now; none without a rhythm. */
  days: number[]
  /** The rotation that they are on, or were on last. */
  team: OnTeam | undefined
}

const NO_DAYS: number[] = []
const NOBODY: ReadonlySet<number> = new Set()

/** By number, in the order of the file: everybody, or whoever has a rhythm and those whom `also` names. */
export function everybodySeen(
  db: Database,
  today: Day,
  also?: ReadonlySet<number>,
): Map<number, Seen> {
  const ends = slowedSeasons(db).map(season => season.until)
  const rotations = rotationsBegun(db, today)
  const everybody = new Map<number, Seen>()
  const unseen: number[] = new Array(ends.length + 1).fill(NEVER)
  // By index here and below: until its code is hot, `for … of` makes an object a step.
  for (let i = 0; i < db.contacts.length; i++) {
    const contact = db.contacts[i] as Contact
    const every = contact.archived ? null : rhythmOf(db, contact)
    if (!every && also && !also.has(contact.id)) continue
    const days = every ? unseen.slice() : NO_DAYS
    everybody.set(contact.id, { contact, last: undefined, every, days, team: undefined })
  }
  let day: Day = ''
  let slot = 0
  let number = NEVER
  const { interactions } = db
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
      if (days.length > 1 && number > (days[slot] ?? NEVER)) days[slot] = number
      if (until !== undefined && on <= until)
        person.team = withTeam(person.team, { from: on, until })
    }
  }
  everybody.forEach(person => {
    if (person.every) carryOn(person, ends)
  })
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
  const seen = kept.seen ?? everybodySeen(db, today, NOBODY)
  const people = [...seen.values()].filter(hasRhythm)
  const until = kept.until === undefined ? Number.POSITIVE_INFINITY : dayNumber(kept.until)
  const seasons = slowedSeasons(db)
  // The quiet and prospects take part too: a contact with them must not move the others.
  const days = daysAfterSeasons(seasons, people, {
    perDay: Math.max(1, numberSetting(db, 'slowed.per-day')),
    today,
    until,
  })
  const slow = slowClocks(seasons)
  const longer = numberSetting(db, 'long.factor')
  const now = dayNumber(today)
  const answer: KeepInTouch[] = []
  for (let i = 0; i < people.length; i++) {
    const { contact, last, every, team } = people[i] as SeenOften
    if (contact.prospect || isQuiet(contact, today)) continue
    const due = days[i] as number
    if (due > until) {
      kept.later?.(contact)
      continue
    }
    const since = laterOf(last?.on ?? knownFrom(contact), team?.until)
    // It is never before they are due.
    const isLong =
      due <= now &&
      clockDay(dayNumber(since), Math.ceil(every * longer), slow[tieOf(contact)]) <= now
    answer.push({ contact, every, since, last, due: dayNumbered(due), isLong })
  }
  return answer
}

interface SeenOften extends Seen {
  every: number
}

function hasRhythm(person: Seen): person is SeenOften {
  return Boolean(person.every)
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

/** Turns the last days between the ends of the seasons, and since, into the last ones as of each of these. */
function carryOn({ contact, last: latest, days, team }: Seen, ends: readonly Day[]): void {
  if (latest) days[ends.length] = dayNumber(latest.on)
  let last = NEVER
  for (let slot = 0; slot < days.length; slot++) {
    last = Math.max(last, days[slot] ?? NEVER)
    const known = last === NEVER ? dayNumber(knownFrom(contact)) : last
    days[slot] = team ? Math.max(known, lastWith(team, ends[slot])) : known
  }
}

/** The last day on which the team counts as seen up to this one. */
function lastWith({ from, until }: OnTeam, end: Day = until): number {
  if (from > end) return NEVER
  return dayNumber(end < until ? end : until)
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
