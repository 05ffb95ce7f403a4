import { Failure } from '../../failure.ts'
import {
  type Contact,
  created,
  type Database,
  type Event,
  type Pace,
  type Season,
  type SeasonKind,
  touch,
} from '../data/model.ts'
import { numberTyped, recordByNumber } from '../data/records.ts'
import { addDays, type Day, dayNumber, daysBetween, longDay } from '../words/days.ts'
import { readDay } from '../words/read-days.ts'
import { byText, folded } from '../words/text.ts'

/** How near somebody is: nobody slows the support circle, and no rotation slows peers and family. */
export type Tie = 'support' | 'near' | 'other'

export function tieOf(contact: Pick<Contact, 'role' | 'circles'>): Tie {
  if (contact.circles?.includes('support')) return 'support'
  return contact.role === 'peer' || contact.role === 'family' ? 'near' : 'other'
}

/**
 * Whether the clock of somebody so near runs slower in this season: never in the support circle, nor for
 * peers and family in a rotation, when they matter most.
 */
export function slows(season: Season, tie: Tie): boolean {
  if (season.pace === 'normal' || tie === 'support') return false
  return tie !== 'near' || season.kind !== 'rotation'
}

/** The seasons that hold this day, first begun first. */
export function seasonsOn(db: Database, day: Day): Season[] {
  return db.seasons
    .filter(season => season.from <= day && day <= season.until)
    .sort((a, b) => byText(a.from, b.from) || a.id - b.id)
}

/** The pace of everything that may wait; where seasons overlap the slower one wins. */
export function paceOn(db: Database, day: Day): Pace {
  return paceFor(seasonsOn(db, day), 'other')
}

/** The slowest pace of these seasons for somebody so near. */
export function paceFor(seasons: readonly Season[], tie: Tie): Pace {
  const paces = seasons.filter(season => slows(season, tie)).map(season => season.pace)
  if (paces.includes('pause')) return 'pause'
  return paces.includes('half') ? 'half' : 'normal'
}

// The clock of a rhythm

/** Days, as numbers, on which a clock runs slower, with the half days that it gains on each. */
export interface SlowDays {
  from: number
  /** The last one. */
  until: number
  gains: 0 | 1
}

/** When the clock of somebody so near runs slower: in order, and apart from each other. */
function slowDays(seasons: readonly Season[], tie: Tie): SlowDays[] {
  const slowing = seasons
    .filter(season => slows(season, tie))
    .map(({ pace, from, until }) => ({
      pace,
      from: dayNumber(from),
      after: dayNumber(until) + 1,
    }))
  const edges = [...new Set(slowing.flatMap(({ from, after }) => [from, after]))]
  edges.sort((a, b) => a - b)
  return edges.slice(0, -1).flatMap((from, index) => {
    const after = edges[index + 1] ?? from
    const held = slowing.filter(season => season.from <= from && after <= season.after)
    if (!held.length) return []
    const gains = held.some(season => season.pace === 'pause') ? 0 : 1
    return [{ from, until: after - 1, gains } as const]
  })
}

/** The same for everybody. */
export function slowClocks(seasons: readonly Season[]): Record<Tie, readonly SlowDays[]> {
  return { support: [], near: slowDays(seasons, 'near'), other: slowDays(seasons, 'other') }
}

/** The first day on which so many days have run since that one; a slow day counts half or nothing. */
export function clockDay(since: number, days: number, slow: readonly SlowDays[]): number {
  let day = since
  let left = 2 * days
  // By index here and below: until its code is hot, `for … of` makes an object a step.
  for (let i = 0; i < slow.length; i++) {
    const { from, until, gains } = slow[i] as SlowDays
    if (until <= day) continue
    const start = Math.max(from, day + 1)
    const before = start - 1 - day
    if (left <= 2 * before) break
    left -= 2 * before
    const gained = gains * (until - start + 1)
    if (left <= gained) return start - 1 + left
    left -= gained
    day = until
  }
  return day + Math.ceil(left / 2)
}

// After a slowed season

/** Somebody with a rhythm, as the seasons see them. */
export interface Rhythmic {
  contact: Pick<Contact, 'id' | 'role' | 'circles'>
  every: number
  /**
   * The day of the last contact as of the last day of each slowed season, then as of now; with no
   * contact yet the day from which they are known.
   */
  days: readonly number[]
}

/** Before any day that netmed knows; small, as whole numbers of 32 bits are not kept as such. */
export const NEVER = -30_000

/** The seasons that slow anybody, in the order in which they end. */
export function slowedSeasons(db: Database): Season[] {
  return db.seasons
    .filter(season => season.pace !== 'normal')
    .sort((a, b) => byText(a.until, b.until) || a.id - b.id)
}

interface Place {
  person: Rhythmic
  tie: Tie
  since: number
  due: number
  /** What is shown: who was due before a season began stays so until it is over. */
  shown: number
  isFrozen: boolean
}

interface Settling {
  perDay: number
  today: Day
  /** The last day that matters: of who is due after it, only that is sure. Absent: every day does. */
  until?: number
}

/**
 * The days that these people fall due. After every slowed season at most `perDay` people a day do:
 * settled as of its last day over everybody last seen before that, so that a later contact with one
 * of them moves nobody else. Those a pause never slows keep their days and take a place.
 */
export function daysAfterSeasons(
  seasons: readonly Season[],
  people: readonly Rhythmic[],
  { perDay, today, until = Number.POSITIVE_INFINITY }: Settling,
): number[] {
  const slow = slowClocks(seasons)
  const places = people.map(startingPlace)
  const inOrder = places.toSorted((a, b) => a.person.contact.id - b.person.contact.id)
  const now = dayNumber(today)
  for (const [index, season] of seasons.entries()) {
    seeAll(places, index, { slow, until })
    settle(inOrder, { season, perDay, slow, now, until })
  }
  seeAll(places, seasons.length, { slow, until })
  return places.map(place => place.shown)
}

function startingPlace(person: Rhythmic): Place {
  const tie = tieOf(person.contact)
  return { person, tie, since: NEVER, due: NEVER, shown: NEVER, isFrozen: false }
}

/** A newer contact starts the clock again. */
function seeAll(
  places: readonly Place[],
  index: number,
  { slow, until }: Pick<Ending, 'slow' | 'until'>,
): void {
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as Place
    const { every, days } = place.person
    const since = days[index] ?? NEVER
    if (since === place.since) continue
    place.since = since
    // A season never makes it earlier.
    place.due = since + every > until ? since + every : clockDay(since, every, slow[place.tie])
    place.shown = place.due
    place.isFrozen = false
  }
}

interface Ending {
  season: Season
  perDay: number
  slow: Record<Tie, readonly SlowDays[]>
  now: number
  until: number
}

function settle(places: readonly Place[], { season, perDay, slow, now, until }: Ending): void {
  const begin = dayNumber(season.from)
  const end = dayNumber(season.until)
  const isSlowed = {
    support: slows(season, 'support'),
    near: slows(season, 'near'),
    other: slows(season, 'other'),
  }
  const isAtRest = {
    support: false,
    near: rests(end, slow.near),
    other: rests(end, slow.other),
  }
  /** How many fall due so many days after the end. */
  const taken: number[] = []
  const take = (day: number) => {
    taken[day - end] = (taken[day - end] ?? 0) + 1
  }
  const waiting: Place[] = []
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as Place
    // Whoever is due after the last day only ever moves on, and takes no room before it.
    if (place.since >= end || place.due > until) continue
    const { tie } = place
    if (!isSlowed[tie]) {
      if (place.due > end) take(place.due)
    } else if (place.due > end || isAtRest[tie]) waiting.push(place)
  }
  const order = byDue(waiting)
  let day = end + 1
  for (let i = 0; i < order.length; i++) {
    const place = order[i] as Place
    if (day <= until) {
      // Every day from an earlier one's wish to its place is full, so the search goes on from there.
      day = Math.max(day, place.due)
      while ((taken[day - end] ?? 0) >= perDay) day++
      take(day)
    }
    if (end >= now && place.due < begin) place.isFrozen = true
    if (!place.isFrozen) place.shown = day
    place.due = day
  }
}

/** By the day they are due, then by the last contact, then as they come. */
function byDue(waiting: readonly Place[]): Place[] {
  // One number holds all three: numbers sort ten times as fast as a comparison of ours.
  const keys = new Float64Array(waiting.length)
  for (let i = 0; i < waiting.length; i++) {
    const { due, since } = waiting[i] as Place
    keys[i] = (inRange(due) * DAYS + inRange(since)) * MOST_PEOPLE + i
  }
  keys.sort()
  const order: Place[] = []
  for (let i = 0; i < keys.length; i++) {
    order.push(waiting[(keys[i] as number) % MOST_PEOPLE] as Place)
  }
  return order
}

/** From `NEVER` on, into the year 2246. The two and the place of half a million people fit a number. */
const DAYS = 2 ** 17
const MOST_PEOPLE = 2 ** 19

function inRange(day: number): number {
  return Math.min(day - NEVER, DAYS - 1)
}

function rests(day: number, slow: readonly SlowDays[]): boolean {
  return slow.some(({ from, until, gains }) => gains === 0 && from <= day && day <= until)
}

// Adding and ending

/** What a name says of the kind of season, in the order in which it is tried. */
const NAMED_KINDS: readonly [SeasonKind, RegExp][] = [
  ['boards', /\b(boards?|usmle|comlex|step ?[123]|level ?[123]|nbme|licens(e|ing))\b/],
  ['rotation', /\b(rotations?|clerkships?|sub-?i|subinternship|elective|away|wards?|icu)\b/],
  ['application', /\b(applications?|applying|eras|match|interviews?|interview season)\b/],
  ['leave', /\b(leave|vacation|holidays?|break|sick|parental|maternity|paternity|travel)\b/],
  ['exams', /\b(exams?|examination|finals?|midterms?|shelf|osces?|tests?|quiz|block)\b/],
  ['rest', /\b(rest|day off|off day|free day|sabbath|sunday off|recovery)\b/],
]

/** The kind that a name tells; undefined when it does not. */
export function kindOfName(name: string): SeasonKind | undefined {
  const words = folded(name)
  return NAMED_KINDS.find(([, pattern]) => pattern.test(words))?.[0]
}

const PACE_OF: Record<SeasonKind, Pace> = {
  boards: 'pause',
  exams: 'pause',
  leave: 'pause',
  rest: 'pause',
  application: 'half',
  rotation: 'normal',
}

export interface SeasonToAdd {
  name: string
  kind: SeasonKind
  from: Day
  /** Only a rest can go without: it lasts a day. */
  until: Day
  /** Absent: as its kind has it. */
  pace?: Pace | undefined
}

/** Fails when it would end before it begins, or when one of that name holds some of its days. */
export function addSeason(db: Database, { pace, ...fields }: SeasonToAdd): Season {
  if (fields.until < fields.from) {
    throw new Failure(
      'usage',
      `${fields.name} would end on ${longDay(fields.until)}, before it starts on ${longDay(fields.from)}.`,
      'Give its last day after --until, and its first after --from.',
    )
  }
  const same = db.seasons.find(
    season =>
      folded(season.name) === folded(fields.name) &&
      season.from <= fields.until &&
      fields.from <= season.until,
  )
  if (same) {
    throw new Failure(
      'already-there',
      `${same.name} (#${same.id}) is already there, until ${longDay(same.until)}.`,
      `netmed edit ${same.id} --until …, or netmed season end ${same.id}`,
    )
  }
  return created(db, 'seasons', { ...fields, pace: pace ?? PACE_OF[fields.kind] })
}

/** Whether it is of that name and holds some of the event's days. */
export function isSeasonOf(season: Season, event: Event): boolean {
  return (
    folded(season.name) === folded(event.name) &&
    season.from <= (event.until ?? event.on) &&
    event.on <= season.until
  )
}

/** Longer before its end, a day without its year is a slip, not a season of nearly a year. */
const LONGEST_GUESSED = 300

/** The first day that was typed for a season with this last day. It may be past: `1 nov` is the one before the end. */
export function firstDay(text: string, today: Day, until: Day | undefined): Day {
  const ahead = readDay(text, today, { lean: 'ahead' })
  if (until === undefined || ahead <= until) return ahead
  const back = readDay(text, today, { lean: 'back' })
  return daysBetween(back, until) <= LONGEST_GUESSED ? back : ahead
}

/** The season that was ended; it is gone when none of its days was over. */
export interface Ended {
  season: Season
  isGone: boolean
}

/** Ends a season yesterday, so that today is an ordinary day; one that began today or later goes whole. */
export function endSeason(db: Database, id: number, today: Day): Ended {
  const { list, record } = recordByNumber(db, id)
  if (list !== 'seasons')
    throw new Failure('usage', `#${id} is not a season.`, 'netmed season list')
  if (record.until < today) {
    throw new Failure('already-there', `${record.name} was over on ${longDay(record.until)}.`)
  }
  if (record.from >= today) {
    // No record refers to a season, so nothing else goes with it.
    db.seasons.splice(db.seasons.indexOf(record), 1)
    return { season: record, isGone: true }
  }
  touch(db, record).until = addDays(today, -1)
  return { season: record, isGone: false }
}

/** The seasons that the words mean: by number or name; without words those that hold today. */
export function seasonsMeant(db: Database, text: string, today: Day): Season[] {
  const number = numberTyped(text)
  if (number !== undefined) return db.seasons.filter(season => season.id === number)
  const sought = folded(text)
  if (!sought) return seasonsOn(db, today)
  const open = db.seasons.filter(season => season.until >= today)
  for (const fits of [
    (name: string) => name === sought,
    (name: string) => name.startsWith(sought),
    (name: string) => name.includes(sought),
  ]) {
    const found = open.filter(season => fits(folded(season.name)))
    if (found.length) return found
  }
  return []
}

// Views

export interface SeasonView {
  id: number
  uid: string
  name: string
  kind: SeasonKind
  pace: Pace
  from: Day
  /** The last day, inclusive. */
  until: Day
  /** How many days it lasts. */
  days: number
  state: 'on' | 'coming' | 'past'
}

export function seasonView(season: Season, today: Day): SeasonView {
  const { id, uid, name, kind, pace, from, until } = season
  const state = until < today ? 'past' : from > today ? 'coming' : 'on'
  return { id, uid, name, kind, pace, from, until, days: daysBetween(from, until) + 1, state }
}

/** Those on now first, then those to come, then the past, latest first. */
export function seasonViews(db: Database, today: Day): SeasonView[] {
  const views = db.seasons.map(season => seasonView(season, today))
  const inState = (state: SeasonView['state']) => views.filter(view => view.state === state)
  const byBegin = (a: SeasonView, b: SeasonView) => byText(a.from, b.from) || a.id - b.id
  return [
    ...inState('on').sort(byBegin),
    ...inState('coming').sort(byBegin),
    ...inState('past').sort((a, b) => byBegin(b, a)),
  ]
}
