import { eventWord, lastDay, peopleAt } from '../data/events.ts'
import type { Database, Event, Season } from '../data/model.ts'
import { withThe } from '../data/occasions.ts'
import { numberSetting } from '../data/settings.ts'
import { addDays, type Day, dayOfMoment, daysBetween } from '../words/days.ts'
import type { Now } from './loops.ts'
import { seasonsOn } from './seasons.ts'

/** The one fact that makes a day special: `the ACC Meeting ended today`, `last day of Medicine`. */
export function specialDay(db: Database, now: Now): string | null {
  const { today } = now
  const events = db.events.filter(event => event.on <= today && lastDay(event) >= today)
  const ending = events.filter(event => lastDay(event) === today)
  const beginning = events.filter(event => event.on === today)
  const seasons = seasonsOn(db, today)
  const said = [
    ...ending.map(event => endingWords(event, now)),
    ...beginning.map(beginningWords),
    ...seasons.filter(({ until }) => until === today).map(lastDayOf),
    ...seasons.filter(({ from }) => from === today).map(firstDayOf),
  ]
  return said[0] ?? null
}

const EVENING = '17:00'

function endingWords(event: Event, { time = '' }: Now): string {
  if (event.kind === 'rotation') return lastDayOf(event)
  if (event.on === lastDay(event)) return `${withThe(event.name)} today`
  return time >= EVENING
    ? `${withThe(event.name)} ended today`
    : `last day of ${withThe(event.name)}`
}

function beginningWords(event: Event): string {
  return event.kind === 'rotation' ? firstDayOf(event) : `${withThe(event.name)} begins today`
}

function lastDayOf({ name }: Pick<Event | Season, 'name'>): string {
  return `last day of ${name}`
}

function firstDayOf({ name }: Pick<Event | Season, 'name'>): string {
  return `first day of ${name}`
}

/** Who was met at an event that nobody was entered for. */
export interface EventQuestion {
  event: number
  /** `Who did you meet at the ACC Meeting?` */
  asks: string
  command: string
}

/** Its last day and the two after it. */
const DAYS_ASKED = 3
const NOON = '12:00'

/** Asked from the last day of an event on, of one that takes a day from noon on. */
export function eventQuestions(db: Database, { today, time = NOON }: Now): EventQuestion[] {
  const oldest = addDays(today, 1 - DAYS_ASKED)
  return db.events
    .filter(event => lastDay(event) <= today && lastDay(event) >= oldest)
    .filter(event => event.on !== today || time >= NOON)
    .filter(event => !peopleAt(db, event.id).size)
    .map(event => ({
      event: event.id,
      asks: `Who did you meet at ${withThe(event.name)}?`,
      command: `netmed event met ${eventWord(db, event)}`,
    }))
}

/** Whether nothing was changed for so long that a welcome is due. */
export function isBackAfterLong(db: Database, today: Day): boolean {
  const { at } = db.meta
  if (at === undefined) return false
  return daysBetween(dayOfMoment(new Date(at)), today) >= numberSetting(db, 'due.away')
}
