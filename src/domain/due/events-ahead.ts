import { daysWords, whenWords } from '../data/events.ts'
import type { Database, Event } from '../data/model.ts'
import { addDays, type Day } from '../words/days.ts'
import { byText } from '../words/text.ts'

/** An event that is near, as a line of today's page and of the week. */
export interface EventAhead {
  id: number
  name: string
  on: Day
  until: Day | null
  /** `Fri 27 to Sun 29 Nov 2026`. */
  days: string
  /** `in 6 days`. */
  when: string
  /** What to type to be ready for it. */
  command: string
}

/** The events that begin today or within so many days, without it all that come; soonest first. */
export function eventsAhead(db: Database, today: Day, within?: number): EventAhead[] {
  return eventsBeginning(db, today, within).map(event => ({
    id: event.id,
    name: event.name,
    on: event.on,
    until: event.until ?? null,
    days: daysWords(event),
    when: whenWords(event, today),
    command: `netmed prep ${event.id}`,
  }))
}

/** Their records, in the same order. */
export function eventsBeginning(db: Database, today: Day, within?: number): Event[] {
  const last = within === undefined ? undefined : addDays(today, within)
  return db.events
    .filter(({ on }) => on >= today && (last === undefined || on <= last))
    .sort((a, b) => byText(a.on, b.on) || a.id - b.id)
}
