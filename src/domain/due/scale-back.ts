import type { Contact, Database, Season } from '../data/model.ts'
import { mailStyle } from '../data/settings.ts'
import { handlesOf, type LoopPerson, personOf } from '../people/people.ts'
import type { Day } from '../words/days.ts'
import { mailWhen } from '../words/mail-days.ts'
import { byText } from '../words/text.ts'
import { keepInTouch } from './rhythm.ts'
import { slows, tieOf } from './seasons.ts'

/** Who has to do with you in a season, and may want to know that you will be quiet. */
export interface ScaleBack {
  /** Those due first before the others. */
  contacts: LoopPerson[]
  /** What writes the first of these mails; null when nobody is touched. */
  command: string | null
}

/**
 * Whose keep-in-touch day would fall into the season, who has a meeting in it, and the study circle;
 * never those whom it does not slow. Of a rest no one needs to know.
 */
export function scaleBack(db: Database, season: Season, today: Day): ScaleBack {
  const isNoMatter = season.pace === 'normal' || season.kind === 'rest'
  if (isNoMatter || season.until < today) return { contacts: [], command: null }
  const others = db.seasons.filter(each => each !== season)
  const touched = keepInTouch({ ...db, seasons: others }, today)
    .filter(each => each.due <= season.until)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.contact.id - b.contact.id))
    .map(each => each.contact)
  const met = peopleOfMeetings(db, season)
  const people = db.contacts.filter(
    contact =>
      !contact.archived &&
      !contact.prospect &&
      (met.has(contact.id) || contact.circles?.includes('study')),
  )
  const contacts = [...new Set([...touched, ...people])].filter(contact =>
    slows(season, tieOf(contact)),
  )
  return { contacts: contacts.map(personOf), command: commandFor(db, contacts[0], season, today) }
}

/** Whose check-in a season puts off, and to which day; the first ones first. */
export function movedCheckIns(
  db: Database,
  season: Season,
  today: Day,
): { contact: LoopPerson; due: Day }[] {
  const others = db.seasons.filter(each => each.id !== season.id)
  const before = keepInTouch({ ...db, seasons: others }, today)
  const days = new Map(before.map(({ contact, due }) => [contact.id, due]))
  return keepInTouch(db, today)
    .filter(({ contact, due }) => due > (days.get(contact.id) ?? due))
    .sort((a, b) => byText(a.due, b.due) || a.contact.id - b.contact.id)
    .map(({ contact, due }) => ({ contact: personOf(contact), due }))
}

function peopleOfMeetings(db: Database, { from, until }: Season): Set<number> {
  const planned = db.followUps.filter(
    ({ kind, closed, due = '' }) => kind === 'meeting' && !closed && due >= from && due <= until,
  )
  return new Set(planned.flatMap(({ contact = 0, others = [] }) => [contact, ...others]))
}

/** The template knows the end of a season that has begun. */
function commandFor(
  db: Database,
  contact: Contact | undefined,
  { from, until }: Season,
  today: Day,
): string | null {
  if (!contact) return null
  const who = handlesOf(db, [contact.id]).get(contact.id) ?? contact.id
  const mail = { today, style: mailStyle(db) }
  const slot = from > today ? ` --set until="${mailWhen({ day: until }, mail)}"` : ''
  return `netmed draft scale-back ${who}${slot}`
}
