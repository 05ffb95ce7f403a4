import { peopleAt, stateOf } from '../data/events.ts'
import type { Contact, Database, Event, FollowUp, Interaction, Occasion } from '../data/model.ts'
import { type FollowUpView, followUpViews } from '../due/loops.ts'
import { latestContacts } from '../due/rhythm.ts'
import { handlesOf, type LoopPerson, personOf } from '../people/people.ts'
import { TALK_FLAG } from '../people/talks.ts'
import { type Day, daysBetween } from '../words/days.ts'
import { byText, folded, foldedPhrase } from '../words/text.ts'
import {
  addDetail,
  isMetHere,
  type MetPerson,
  notesFrom,
  openAfter,
  peopleEntered,
} from './event-batch.ts'
import { type EventView, eventView, type Session, sessionsOf, speakersKnown } from './events.ts'

// Before

/** Somebody on file who will be there or lives there. */
export interface PersonThere extends LoopPerson {
  handle: string
  specialty: string | null
  institution: string | null
  area: string | null
  /** Speaks there. */
  speaks: boolean
  lastContact: Day | null
  lastKind: Occasion | null
  /** The day a `meet-at-event` mail for it went out. */
  writtenOn: Day | null
  /** The mail to write; null once it is written, they were met there, or it is over. */
  command: string | null
}

/** What to know before an event, on one screen. */
export interface EventPrep {
  today: Day
  event: EventView
  daysLeft: number
  read: string[]
  sessions: Session[]
  wants: string[]
  /** All who speak; those on file with their person. */
  speakers: { name: string; contact: LoopPerson | null }[]
  /** Speakers on file first, then who lives or works there, those seen lately first of each. */
  there: PersonThere[]
  /** Who is entered already. */
  met: MetPerson[]
  pitch: string | null
}

/** What to read, what to see, who will be there to write to, and the pitch. */
export function eventPrep(db: Database, event: Event, today: Day): EventPrep {
  const speakers = speakersKnown(db, event)
  const there = new Map<Contact, boolean>()
  for (const contact of speakers.values()) if (!contact.archived) there.set(contact, true)
  for (const contact of db.contacts) {
    if (!there.has(contact) && livesThere(contact, event)) there.set(contact, false)
  }
  return {
    today,
    event: eventView(db, event, today),
    daysLeft: daysBetween(today, event.on),
    read: event.read ?? [],
    sessions: sessionsOf(event),
    wants: event.wants ?? [],
    speakers: (event.speakers ?? []).map(name => {
      const contact = speakers.get(name)
      return { name, contact: contact ? personOf(contact) : null }
    }),
    there: peopleThere(db, event, { there, today }),
    met: peopleEntered(db, event),
    pitch: db.profile.pitch ?? null,
  }
}

function peopleThere(
  db: Database,
  event: Event,
  { there, today }: { there: ReadonlyMap<Contact, boolean>; today: Day },
): PersonThere[] {
  const latest = latestContacts(db)
  const ids = [...there.keys()].map(contact => contact.id)
  const handles = handlesOf(db, ids)
  const written = writtenBefore(db, event, ids)
  const met = peopleAt(db, event.id)
  const isOver = stateOf(event, today) === 'over'
  const people = [...there].map(([contact, speaks]): PersonThere => {
    const handle = handles.get(contact.id) ?? String(contact.id)
    const writtenOn = written.get(contact.id) ?? null
    const last = latest.get(contact.id)
    return {
      ...personOf(contact),
      handle,
      specialty: contact.specialty ?? null,
      institution: contact.institution ?? null,
      area: contact.area ?? null,
      speaks,
      lastContact: last?.on ?? null,
      lastKind: last?.kind ?? null,
      writtenOn,
      command:
        writtenOn || isOver || met.has(contact.id) ? null : `netmed draft meet-at-event ${handle}`,
    }
  })
  return people.sort(
    (a, b) =>
      Number(b.speaks) - Number(a.speaks) ||
      byText(b.lastContact ?? '', a.lastContact ?? '') ||
      byText(folded(a.name), folded(b.name)),
  )
}

/** How long before an event a mail about meeting there is about this one. */
const AHEAD = 120

function writtenBefore(db: Database, event: Event, ids: readonly number[]): Map<number, Day> {
  const wanted = new Set(ids)
  const written = new Map<number, Day>()
  for (const each of db.interactions) {
    if (each.template !== 'meet-at-event' || each.on > (event.until ?? event.on)) continue
    if (daysBetween(each.on, event.on) > AHEAD) continue
    for (const id of each.contacts) if (wanted.has(id)) written.set(id, each.on)
  }
  return written
}

/** Whether the area or institution of somebody fits the place of an event. */
export function livesThere(contact: Contact, event: Pick<Event, 'place'>): boolean {
  if (contact.archived || !event.place) return false
  const place = partsOf(event.place)
  const [area] = partsOf(contact.area ?? '')
  const institution = foldedPhrase(contact.institution ?? '')
  return place.some((part, index) => {
    // The last of several parts is a state or a country: too wide for a part of it to mean anything.
    const isWide = index > 0 && index === place.length - 1
    const fits = (other: string | undefined) =>
      other !== undefined &&
      other !== '' &&
      (other === part || (!isWide && (holds(part, other) || holds(other, part))))
    return fits(area) || fits(institution)
  })
}

function partsOf(text: string): string[] {
  return text.split(',').map(foldedPhrase).filter(Boolean)
}

/** Whole words within a longer phrase; one or two letters are too short to mean a place. */
function holds(long: string, short: string): boolean {
  return short.length > 2 && ` ${long} `.includes(` ${short} `)
}

// After

/** Somebody met there, and what is open with them from it. */
export interface DebriefPerson extends MetPerson {
  /** Met there for the first time. */
  isFirst: boolean
  followUp: FollowUpView | null
}

export interface EventDebrief {
  today: Day
  event: EventView
  people: DebriefPerson[]
  /** Those with whom nothing is noted that you talked about. */
  withoutDetail: { name: string; interaction: number }[]
  /** Speakers on file who are worth a question about readings, electives and projects. */
  askSpeakers: { contact: LoopPerson; command: string }[]
  wants: string[]
  opened: FollowUpView[]
  settled: FollowUpView[]
}

/** After which occasions the speaker is asked where to read on. */
const TALKS: ReadonlySet<Occasion> = new Set<Occasion>(['seminar', 'grand-rounds', 'lecture'])

/**
 * Notes what was talked about, by the number of the interaction, and opens the notes and thanks that are
 * not open yet.
 */
export function debriefed(
  db: Database,
  event: Event,
  details: ReadonlyMap<number, string>,
  today: Day,
): FollowUp[] {
  return metAt(db, event).flatMap(met => {
    addDetail(db, event, met, details.get(met.interaction.id))
    return openAfter(db, event, met, { today })
  })
}

function metAt(db: Database, event: Event): { contact: Contact; interaction: Interaction }[] {
  return [...peopleAt(db, event.id)].flatMap(([id, interaction]) => {
    const contact = db.contacts.find(each => each.id === id)
    return contact ? [{ contact, interaction }] : []
  })
}

/** What is known after an event, and what was opened. */
export function eventDebrief(
  db: Database,
  event: Event,
  opened: readonly FollowUp[],
  today: Day,
): EventDebrief {
  const there = metAt(db, event)
  const people = peopleEntered(db, event)
  return {
    today,
    event: eventView(db, event, today),
    people: people.map((person, index) => {
      const met = there[index]
      const open = met && openFrom(db, met.contact, met.interaction)
      const [followUp] = followUpViews(db, open ? [open] : [], today)
      return {
        ...person,
        isFirst: met !== undefined && isMetHere(db, met.contact, event),
        followUp: followUp ?? null,
      }
    }),
    withoutDetail: there
      .filter(({ interaction }) => interaction.detail === undefined)
      .map(({ contact, interaction }) => ({
        name: personOf(contact).name,
        interaction: interaction.id,
      })),
    askSpeakers: speakersToAsk(db, event, today),
    wants: event.wants ?? [],
    opened: followUpViews(db, opened, today),
    settled: [],
  }
}

function openFrom(
  db: Database,
  contact: Contact,
  { id }: Pick<Interaction, 'id'>,
): FollowUp | undefined {
  return db.followUps.find(
    each =>
      !each.closed &&
      each.from === id &&
      each.contact === contact.id &&
      (each.kind === 'event' || each.kind === 'thank-you'),
  )
}

/** Without those whose open note asks already. */
function speakersToAsk(db: Database, event: Event, today: Day): EventDebrief['askSpeakers'] {
  if (!TALKS.has(event.kind)) return []
  const contacts = [...speakersKnown(db, event).values()]
  const asked = new Set([
    ...notesFrom(db, event, today).map(note => note.contact?.id),
    ...db.interactions
      .filter(each => each.template === 'speaker-followup' && each.on >= event.on)
      .flatMap(each => each.contacts),
  ])
  const handles = handlesOf(
    db,
    contacts.map(contact => contact.id),
  )
  return contacts
    .filter(contact => !contact.archived && !asked.has(contact.id))
    .map(contact => ({
      contact: personOf(contact),
      // Where they spoke is on file; that you heard them is not.
      command: `netmed draft speaker-followup ${handles.get(contact.id) ?? contact.id} ${TALK_FLAG}`,
    }))
}
