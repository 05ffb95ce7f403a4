import type { Contact, Database, Occasion } from '../data/model.ts'
import { numberSetting, textSetting } from '../data/settings.ts'
import { displayName } from '../people/names.ts'
import { handlesOf } from '../people/people.ts'
import { type Day, daysBetween, onDay } from '../words/days.ts'
import { byText, folded } from '../words/text.ts'
import { knownFrom, latestContacts } from './rhythm.ts'
import { seasonsOn } from './seasons.ts'

/** Somebody to call on a bad day. */
export interface SupportPerson {
  id: number
  name: string
  handle: string
  role: string | null
  phones: string[]
  emails: string[]
  lastContact: Day | null
  lastKind: Occasion | null
  /** `last contact on 3 Oct`, or that nothing was logged. */
  lastWords: string
}

export interface Support {
  /** Counselling, advising and the like. */
  services: SupportPerson[]
  /** The support circle, longest unseen first. */
  people: SupportPerson[]
  crisisLine: string
}

/** The people you can call on a bad day. */
export function support(db: Database, today: Day): Support {
  const here = db.contacts.filter(contact => !contact.archived)
  const services = here.filter(isService)
  const circle = here.filter(contact => inCircle(contact, 'support') && !isService(contact))
  return {
    services: peopleViews(db, services, today).sort(byName),
    people: peopleViews(db, circle, today).sort(byLongestUnseen),
    crisisLine: textSetting(db, 'crisis-line'),
  }
}

const SERVICE_TAG =
  /^(counsell?(ing|or)|advising|adviser|advisor|wellness|wellbeing|well-being|therapy|therapist|mental-health|student-affairs|student-health|ombuds(man|person)?|chaplain(cy)?|crisis|helpline|peer-support)$/

/** An advisor, or whoever carries the tag of a service: `add "Student Counselling" --tag counselling`. */
function isService({ role, tags, circles }: Contact): boolean {
  const named = (tags ?? []).some(tag => SERVICE_TAG.test(folded(tag).replaceAll(' ', '-')))
  // An adviser from before medical school is nobody to call about this one.
  return named || (role === 'advisor' && !circles?.includes('pre-med'))
}

function inCircle({ circles }: Contact, ...wanted: string[]): boolean {
  return circles?.some(circle => wanted.includes(circle)) === true
}

function peopleViews(db: Database, contacts: readonly Contact[], today: Day): SupportPerson[] {
  const latest = latestContacts(db)
  const handles = handlesOf(
    db,
    contacts.map(contact => contact.id),
  )
  return contacts.map(contact => {
    const last = latest.get(contact.id)
    return {
      id: contact.id,
      name: displayName(contact),
      handle: handles.get(contact.id) ?? String(contact.id),
      role: contact.role ?? null,
      phones: contact.phones ?? [],
      emails: contact.emails ?? [],
      lastContact: last?.on ?? null,
      lastKind: last?.kind ?? null,
      lastWords: last ? `last contact ${onDay(last.on, today)}` : 'nothing logged yet',
    }
  })
}

function byName(a: SupportPerson, b: SupportPerson): number {
  return byText(folded(a.name), folded(b.name)) || a.id - b.id
}

function byLongestUnseen(a: SupportPerson, b: SupportPerson): number {
  return byText(a.lastContact ?? '', b.lastContact ?? '') || byName(a, b)
}

/**
 * Days since anybody of support or study was logged, when that is long for a rotation; null while it
 * is not, out of a rotation, or with nobody in these circles.
 */
export function daysAlone(db: Database, today: Day): number | null {
  if (!isOnRotation(db, today)) return null
  const circle = db.contacts.filter(
    contact => !contact.archived && inCircle(contact, 'support', 'study'),
  )
  if (!circle.length) return null
  const near = new Set(circle.map(contact => contact.id))
  let last: Day = ''
  for (const { on, contacts } of db.interactions) {
    if (on > last && contacts.some(id => near.has(id))) last = on
  }
  last ||= circle.map(knownFrom).sort(byText).at(-1) ?? today
  const days = daysBetween(last, today)
  return days >= numberSetting(db, 'support.alone') ? days : null
}

/** In a season of rotation, or in an event that is one. */
function isOnRotation(db: Database, today: Day): boolean {
  return (
    seasonsOn(db, today).some(season => season.kind === 'rotation') ||
    db.events.some(
      event => event.kind === 'rotation' && event.on <= today && today <= (event.until ?? event.on),
    )
  )
}
