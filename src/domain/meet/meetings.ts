import { Failure } from '../../failure.ts'
import {
  type Contact,
  created,
  type Database,
  type FollowUp,
  type Near,
  type Occasion,
  type Role,
} from '../data/model.ts'
import { contactById, present } from '../data/records.ts'
import { numberSetting, textSetting } from '../data/settings.ts'
import { followUpViews } from '../due/loops.ts'
import { whoseTurn } from '../log/interactions.ts'
import { handlesOf, personOf } from '../people/people.ts'
import type { When } from '../words/days.ts'
import { addMinutes, type Day, fromNow, longDay } from '../words/days.ts'
import { byText } from '../words/text.ts'

export interface MeetingPlan {
  contacts: readonly number[]
  when: When
  minutes?: number | undefined
  place?: string | undefined
  occasion?: Occasion | undefined
  /** What it is about; without it the occasion stands there. */
  about?: string | undefined
}

/**
 * Plans a meeting: an open loop of that kind. The day and time must lie ahead of now; the same
 * people at the same time again are refused.
 */
export function planMeeting(db: Database, plan: MeetingPlan): FollowUp {
  const { when, contacts } = plan
  const [contact, ...others] = contacts
  const known = db.followUps.find(each => isSameMeeting(each, plan))
  if (known) {
    throw new Failure(
      'already-there',
      `That meeting is already there: #${known.id}.`,
      `To move it: netmed snooze ${known.id} "fri 10:00"`,
    )
  }
  return created(
    db,
    'followUps',
    present({
      kind: 'meeting' as const,
      contact,
      what: plan.about ?? occasionNoun(plan.occasion),
      due: when.day,
      at: when.time,
      minutes: plan.minutes ?? usualMinutes(db, plan),
      place: plan.place,
      others: others.length ? others : undefined,
      occasion: plan.occasion,
    }),
  )
}

function isSameMeeting(followUp: FollowUp, { contacts, when }: MeetingPlan): boolean {
  if (followUp.kind !== 'meeting' || followUp.closed) return false
  const people = attendees(followUp)
  return (
    followUp.due === when.day &&
    followUp.at === when.time &&
    people.length === contacts.length &&
    people.every(id => contacts.includes(id))
  )
}

/** Fails when the day, or the time of today, is over. */
export function mustLieAhead(when: When, now: { today: Day; time: string }): When {
  const isPast =
    when.day < now.today ||
    (when.day === now.today && when.time !== undefined && when.time < now.time)
  if (!isPast) return when
  const isToday = when.day === now.today && when.time !== undefined
  throw new Failure(
    'usage',
    isToday
      ? `Today at ${when.time} is past; it is ${now.time}.`
      : `${longDay(when.day)} is past (${fromNow(when.day, now.today)}).`,
    'For something past: netmed log <who> --on <day>',
  )
}

/** Everybody of a meeting, by id. */
export function attendees({ contact, others = [] }: FollowUp): number[] {
  return contact === undefined ? [...others] : [contact, ...others]
}

const UNHURRIED: ReadonlySet<Role | undefined> = new Set<Role>(['peer', 'senior-student', 'family'])

/** How long a meeting with these people lasts when nobody said; somebody senior gives less time. */
export function usualMinutes(
  db: Database,
  { contacts, occasion }: Pick<MeetingPlan, 'contacts' | 'occasion'>,
): number {
  if (occasion === 'shadowing') return numberSetting(db, 'meeting.minutes-shadowing')
  const isUnhurried = contacts.every(id => UNHURRIED.has(contactById(db, id).role))
  return numberSetting(db, isUnhurried ? 'meeting.minutes-peer' : 'meeting.minutes')
}

/** The next planned meeting with somebody, else the last one that is still to be logged. */
export function nextMeeting(db: Database, contact: number, today: Day): FollowUp | undefined {
  const open = db.followUps
    .filter(each => each.kind === 'meeting' && !each.closed && attendees(each).includes(contact))
    .sort((a, b) => byText(moment(a), moment(b)))
  return open.find(({ due = '9999' }) => due >= today) ?? open.at(-1)
}

function moment({ due = '9999', at = '99:99' }: FollowUp): string {
  return `${due} ${at}`
}

/** Other open meetings at the same time. */
function clashes(db: Database, meeting: FollowUp): FollowUp[] {
  const own = span(db, meeting)
  if (!own) return []
  return db.followUps.filter(each => {
    if (each.id === meeting.id || each.kind !== 'meeting' || each.closed) return false
    const other = span(db, each)
    return other !== undefined && other.start < own.end && own.start < other.end
  })
}

function span(db: Database, { due, at, minutes }: FollowUp) {
  if (due === undefined || at === undefined) return undefined
  const end = addMinutes({ day: due, time: at }, minutes || numberSetting(db, 'meeting.minutes'))
  return { start: `${due} ${at}`, end: `${end.day} ${end.time}` }
}

/** The occasion as a word in a sentence: `office hours`. */
function occasionNoun(occasion: Occasion | undefined): string {
  return (occasion ?? 'meeting').replaceAll('-', ' ')
}

const FROM_AFAR: ReadonlySet<Occasion | undefined> = new Set<Occasion>([
  ...(['call', 'video', 'online', 'email', 'message'] as const),
])
/** Occasions that stand where the other person works. */
const THEIRS: ReadonlySet<Occasion | undefined> = new Set<Occasion>([
  ...(['office-hours', 'shadowing', 'lecture', 'grand-rounds', 'rotation', 'class'] as const),
])

/** On whose side of town to meet, and why; null where nobody has to choose. */
export interface Turn {
  turn: Exclude<Near, 'neither'>
  words: string
}

export function placeTurn(
  db: Database,
  contact: Contact,
  { occasion, place }: Pick<FollowUp, 'occasion' | 'place'> = {},
): Turn | null {
  if (place !== undefined || FROM_AFAR.has(occasion) || THEIRS.has(occasion)) return null
  const turn = whoseTurn(db, contact)
  const area = turn === 'them' ? contact.area : db.profile.area
  const [here, there] = turn === 'them' ? ['near them', 'near you'] : ['near you', 'near them']
  const around = area ? `, around ${area}` : ''
  const before = db.interactions.some(
    each =>
      each.contacts.includes(contact.id) && each.near !== undefined && each.near !== 'neither',
  )
  const words = before
    ? `Last time was ${there}, so pick a place ${here} this time${around}.`
    : `Pick a place ${here}${around}.`
  return { turn, words }
}

/** What `meet` answers. */
export function meetingAnswer(db: Database, meeting: FollowUp, today: Day) {
  const people = attendees(meeting).map(id => contactById(db, id))
  const [first, another] = people
  const [view] = followUpViews(db, [meeting], today)
  return {
    today,
    meeting: meetingView(db, meeting),
    turn: first && !another ? placeTurn(db, first, meeting) : null,
    /** People in it with the user, when that is more than the user likes. */
    crowd: isCrowd(db, people.length + 1) ? people.length + 1 : null,
    clashes: followUpViews(db, clashes(db, meeting), today).map(({ id, what }) => ({ id, what })),
    opened: view ? [view] : [],
    settled: [],
  }
}
export type MeetingAnswer = ReturnType<typeof meetingAnswer>

function isCrowd(db: Database, people: number): boolean {
  return textSetting(db, 'style') === 'small' && people > numberSetting(db, 'style.people')
}

/** A planned meeting as JSON has it. */
export function meetingView(db: Database, meeting: FollowUp) {
  const ids = attendees(meeting)
  const handles = handlesOf(db, ids)
  return {
    id: meeting.id,
    what: meeting.what,
    contacts: ids.map(id => ({
      ...personOf(contactById(db, id)),
      handle: handles.get(id) ?? String(id),
    })),
    occasion: meeting.occasion ?? null,
    due: meeting.due ?? null,
    at: meeting.at ?? null,
    ends: span(db, meeting)?.end.slice(-5) ?? null,
    minutes: meeting.minutes ?? null,
    place: meeting.place ?? null,
  }
}
