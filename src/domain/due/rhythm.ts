import type { Contact, Database, Interaction, Season } from '../data/model.ts'
import { numberSetting, type SettingKey } from '../data/settings.ts'
import { addDays, type Day, dayNumber, dayNumbered, dayOfMoment } from '../words/days.ts'
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
  if (!contact.circles) return null
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

/** Everybody with a rhythm and the day it falls due; the quiet, archived and prospects are left out. */
export function keepInTouch(
  db: Database,
  today: Day,
  latest: ReadonlyMap<number, Interaction> = latestContacts(db),
): KeepInTouch[] {
  const seasons = slowedSeasons(db)
  const teams = rotationTeams(db, today)
  const dueDay = seasons.length ? slowedClock(db, today, { seasons, teams }) : plainClock
  const longer = numberSetting(db, 'long.factor')
  const answer: KeepInTouch[] = []
  for (const contact of db.contacts) {
    if (contact.archived || contact.prospect || isQuiet(contact, today)) continue
    const every = rhythmOf(db, contact)
    if (!every) continue
    const last = latest.get(contact.id)
    const since = laterOf(last?.on ?? knownFrom(contact), teams.get(contact.id)?.until)
    const { due, long } = dueDay({ contact, every, since, longAfter: Math.ceil(every * longer) })
    answer.push({ contact, every, since, last, due, isLong: long <= today })
  }
  return answer
}

interface Running {
  contact: Contact
  every: number
  since: Day
  longAfter: number
}
type Clock = (running: Running) => { due: Day; long: Day }

const plainClock: Clock = ({ every, since, longAfter }) => ({
  due: addDays(since, every),
  long: addDays(since, longAfter),
})

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

/** Who was logged on a rotation that has begun, with the last one's days. */
function rotationTeams(db: Database, today: Day): Map<number, OnTeam> {
  const teams = new Map<number, OnTeam>()
  const rotations = new Map(
    db.events
      .filter(event => event.kind === 'rotation' && event.on <= today)
      .map(event => [event.id, event.until ?? event.on]),
  )
  if (!rotations.size) return teams
  for (const { event, on, contacts } of db.interactions) {
    const until = event === undefined ? undefined : rotations.get(event)
    if (until === undefined || on > until) continue
    for (const id of contacts) {
      const known = teams.get(id)
      if (!known || until > known.until) teams.set(id, { from: on, until })
      else if (until === known.until && on < known.from) known.from = on
    }
  }
  return teams
}

// Seasons: the clock runs slower, and who waited comes back two a day

interface Slowed {
  /** In the order in which they end. */
  seasons: readonly Season[]
  teams: ReadonlyMap<number, OnTeam>
}

function slowedClock(db: Database, today: Day, { seasons, teams }: Slowed): Clock {
  const people = rhythmicPeople(db, { seasons, teams })
  const perDay = Math.max(1, numberSetting(db, 'slowed.per-day'))
  const days = daysAfterSeasons(seasons, people, { perDay, today })
  const slow = {
    support: slowDays(seasons, 'support'),
    near: slowDays(seasons, 'near'),
    other: slowDays(seasons, 'other'),
  }
  return ({ contact, every, since, longAfter }) => {
    const due = days.get(contact.id) ?? dayNumber(since) + every
    const long = clockDay(dayNumber(since), longAfter, slow[tieOf(contact)])
    return { due: dayNumbered(due), long: dayNumbered(Math.max(due, long)) }
  }
}

/** The quiet and prospects take part too: a contact with them must not move the others. */
function rhythmicPeople(db: Database, { seasons, teams }: Slowed): Rhythmic[] {
  const people = new Map<number, Rhythmic & { seen: Int32Array }>()
  for (const contact of db.contacts) {
    const every = contact.archived ? null : rhythmOf(db, contact)
    if (!every) continue
    const seen = new Int32Array(seasons.length + 1).fill(NEVER)
    people.set(contact.id, { id: contact.id, every, tie: tieOf(contact), seen })
  }
  const ends = seasons.map(season => season.until)
  for (const { on, contacts } of db.interactions) {
    const slot = firstNotBefore(ends, on)
    for (const id of contacts) {
      const seen = people.get(id)?.seen
      if (seen) seen[slot] = Math.max(seen[slot] ?? NEVER, numbered(on))
    }
  }
  for (const contact of db.contacts) {
    const person = people.get(contact.id)
    if (person) carryOn(person.seen, { contact, ends, team: teams.get(contact.id) })
  }
  return [...people.values()]
}

/** What was seen in the days of each season becomes what was last seen as of its end. */
function carryOn(
  seen: Int32Array,
  { contact, ends, team }: { contact: Contact; ends: readonly Day[]; team: OnTeam | undefined },
): void {
  let last = NEVER
  for (let slot = 0; slot < seen.length; slot++) {
    last = Math.max(last, seen[slot] ?? NEVER)
    const end = ends[slot]
    seen[slot] = last
    if (last === NEVER) seen[slot] = numbered(knownFrom(contact))
    if (team && (end === undefined || team.from <= end)) {
      const until = end !== undefined && end < team.until ? end : team.until
      seen[slot] = Math.max(seen[slot] ?? NEVER, numbered(until))
    }
  }
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

// The same few thousand days come back a hundred thousand times.
const numberedDays = new Map<Day, number>()

function numbered(day: Day): number {
  const known = numberedDays.get(day)
  if (known !== undefined) return known
  const number = dayNumber(day)
  numberedDays.set(day, number)
  return number
}

/** Whether reminders of this person rest today. */
export function isQuiet(contact: Contact, today: Day): boolean {
  return contact.quiet === 'until-woken' || (contact.quiet !== undefined && today < contact.quiet)
}
