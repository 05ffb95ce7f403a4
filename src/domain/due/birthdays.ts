import type { Contact, Database } from '../data/model.ts'
import { numberSetting, textSetting } from '../data/settings.ts'
import { displayName } from '../people/names.ts'
import { handlesOf, type LoopPerson, personOf } from '../people/people.ts'
import {
  addDays,
  type Day,
  daysBetween,
  exists,
  fromNow,
  isoDay,
  shortDay,
  yearOf,
} from '../words/days.ts'
import { byText } from '../words/text.ts'
import { isQuiet } from './rhythm.ts'

/** A birthday that comes up; of how old they are nothing is said. */
export interface BirthdayAhead {
  contact: LoopPerson
  /** The day it is kept: of 29 February the 28th where the year has none. */
  on: Day
  /** `today`, `tomorrow`, `Tue 24 Nov`. */
  when: string
  /** What to type once you have wished them well. */
  command: string
}

export interface BirthdayOptions {
  /** Days ahead; absent: as it was set. */
  within?: number | undefined
  /** Only this person's. */
  contact?: number | undefined
}

/** Birthdays of today and of the next days, the nearest first; none of whom something was logged on the day. */
export function birthdaysAhead(
  db: Database,
  today: Day,
  { within = numberSetting(db, 'birthdays.days'), contact }: BirthdayOptions = {},
): BirthdayAhead[] {
  const last = addDays(today, within)
  const found = birthdaysBy(db, today, last).filter(
    each => contact === undefined || each.contact.id === contact,
  )
  if (!found.length) return []
  const seen = seenOn(db, today)
  const ids = found.map(each => each.contact.id)
  const handles = handlesOf(db, ids)
  return found
    .filter(each => each.on !== today || !seen.has(each.contact.id))
    .map(each => ({
      contact: personOf(each.contact),
      on: each.on,
      when: whenWords(each.on, today),
      command: `netmed log ${handles.get(each.contact.id) ?? each.contact.id} --kind message`,
    }))
}

/** Those that fall on one of these days, of whoever is to be told of; nearest first, then by name. */
export function birthdaysBy(db: Database, from: Day, until: Day): { contact: Contact; on: Day }[] {
  const whose = textSetting(db, 'birthdays')
  if (whose === 'none') return []
  const found: { contact: Contact; on: Day }[] = []
  for (const contact of db.contacts) {
    // Of most nothing is known, and the day is worked out for the others alone.
    if (contact.birthday === undefined || contact.archived || contact.prospect) continue
    if ((whose === 'near' && !isNear(contact)) || isQuiet(contact, from)) continue
    const on = nextBirthday(contact.birthday, from)
    if (on <= until) found.push({ contact, on })
  }
  return found.sort(
    (a, b) =>
      byText(a.on, b.on) ||
      byText(displayName(a.contact), displayName(b.contact)) ||
      a.contact.id - b.contact.id,
  )
}

function whenWords(on: Day, today: Day): string {
  return daysBetween(today, on) < 2 ? fromNow(on, today) : shortDay(on, today)
}

function isNear({ role, circles }: Contact): boolean {
  if (role === 'peer' || role === 'family') return true
  return circles?.some(circle => circle === 'support' || circle === 'mentor') === true
}

/** The first day from there on. */
function nextBirthday(birthday: string, from: Day): Day {
  const [month = 1, date = 1] = birthday.split('-').slice(-2).map(Number)
  const inYear = (year: number) => isoDay(year, month, exists(year, month, date) ? date : 28)
  const year = yearOf(from)
  const here = inYear(year)
  return here >= from ? here : inYear(year + 1)
}

function seenOn(db: Database, day: Day): Set<number> {
  return new Set(db.interactions.flatMap(each => (each.on === day ? each.contacts : [])))
}
