import { Failure } from '../failure.ts'
import { created, type Database, type Event, type Stamped } from './model.ts'
import { recordByNumber } from './people.ts'
import { folded } from './text.ts'

/** The event of that number or name; the latest when several years share a name. Undefined when there is none. */
export function eventMeant(db: Database, text: string): Event | undefined {
  const number = /^#?(\d{1,15})$/.exec(text.trim())?.[1]
  if (number) {
    const { list, record } = recordByNumber(db, Number(number))
    if (list !== 'events') throw new Failure('not-found', `#${number} is no event.`)
    return record
  }
  const sought = folded(text)
  const same = db.events.filter(event => folded(event.name) === sought)
  return same.reduce<Event | undefined>(
    (latest, event) => (latest && latest.on > event.on ? latest : event),
    undefined,
  )
}

/** The event of that name on about that day, made when there is none yet. */
export function eventFor(db: Database, fields: Omit<Event, keyof Stamped>): Event {
  const known = eventMeant(db, fields.name)
  // Conferences come back every year under the same name.
  const isSameYear = known && known.on.slice(0, 4) === fields.on.slice(0, 4)
  return known && isSameYear ? known : created(db, 'events', fields)
}
