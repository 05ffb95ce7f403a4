import type { Contact, Database, Event, FollowUp, FollowUpKind } from '../data/model.ts'
import { contactById, type RecordView } from '../data/records.ts'
import { numberSetting } from '../data/settings.ts'
import type { Loop } from '../due/loops.ts'
import { contactPage, type TimelineEntry } from '../pages/contact-page.ts'
import { greetingFor } from '../people/greetings.ts'
import { isFormal } from '../people/names.ts'
import { type LoopPerson, personOf } from '../people/people.ts'
import type { Day } from '../words/days.ts'
import { byText, counted, folded } from '../words/text.ts'
import { speakersKnown } from './events.ts'
import {
  attendees,
  meetingView,
  nextMeeting,
  placeTurn,
  type Turn,
  usualMinutes,
} from './meetings.ts'
import { type BankQuestion, type BankTopic, openQuestions, questionBank } from './questions.ts'

/** Everything to know before sitting down with somebody, on one screen. */
export interface Prep {
  today: Day
  contact: LoopPerson & { handle: string }
  /** Who they are, how you met, since when: null where nothing is known. */
  about: string | null
  met: string | null
  knownSince: Day | null
  /** What you know of them. */
  known: { label: string; text: string }[]
  note: string | null
  privateNote: string | null
  meeting: PrepMeeting | null
  /** Newest first. */
  lastTimes: TimelineEntry[]
  /** How often you were in touch. */
  times: number
  mine: Loop[]
  theirs: Loop[]
  read: ToRead[]
  /** The specific ones that you wrote. */
  questions: { id: number; text: string; career: boolean }[]
  /** What to do about their number; null when it is right. */
  advice: { words: string; command: string | null } | null
  broader: BankQuestion[]
  /** What is still unknown of them, as things to talk about. */
  ideas: string[]
  /** Null where nobody has to choose a place. */
  turn: Turn | null
  minutes: number
  greeting: string
  formal: boolean
}

type MeetingView = ReturnType<typeof meetingView>
type PrepMeeting = MeetingView & { others: MeetingView['contacts'] }

interface ToRead {
  text: string
  /** Where it comes from. */
  why: string
  followUp: number | null
}

export function prepSheet(db: Database, id: number, today: Day): Prep {
  const contact = contactById(db, id)
  const page = contactPage(db, contact, today)
  const meeting = nextMeeting(db, contact.id, today)
  const loops = page.open.filter(loop => !SET_ASIDE.has(loop.kind))
  const read = toRead(db, contact, today)
  const questions = openQuestions(db, contact.id).map(({ id, text, career = false }) => ({
    id,
    text,
    career,
  }))
  return {
    today,
    contact: { ...personOf(contact), handle: page.handle },
    about: page.about || null,
    met: page.met || null,
    knownSince: page.knownSince,
    known: knownOf(db, page.contact),
    note: page.note,
    privateNote: textUnder(page.contact, 'privateNote'),
    meeting: meeting ? prepMeeting(db, meeting, contact) : null,
    lastTimes: page.timeline.slice(0, numberSetting(db, 'prep.times')),
    times: page.timeline.length,
    mine: loops.filter(loop => !THEIRS.has(loop.kind)),
    theirs: loops.filter(loop => THEIRS.has(loop.kind)),
    read,
    questions,
    advice: adviceOn(db, questions.length, page.handle),
    broader: broaderFor(db, contact, meeting, page.timeline.length),
    ideas: ideasFor(db, page.contact),
    turn: placeTurn(db, contact, meeting ?? {}),
    minutes: meeting?.minutes ?? usualMinutes(db, planOf(meeting, contact)),
    greeting: greetingFor(contact, db.profile),
    formal: isFormal(contact, db.profile),
  }
}

function planOf(meeting: FollowUp | undefined, contact: Contact) {
  const contacts = meeting ? attendees(meeting) : [contact.id]
  return { contacts, occasion: meeting?.occasion }
}

/** The meeting itself and the rhythm that it answers. */
const SET_ASIDE: ReadonlySet<Loop['kind']> = new Set(['meeting', 'keep-in-touch'])
/** Theirs to do or to decide. */
const THEIRS: ReadonlySet<Loop['kind']> = new Set<FollowUpKind>(['reply', 'ask', 'offer'])

function prepMeeting(db: Database, meeting: FollowUp, contact: Contact): PrepMeeting {
  const view = meetingView(db, meeting)
  return { ...view, others: view.contacts.filter(person => person.id !== contact.id) }
}

// What is known, and what is not

interface Side {
  field: string
  label: string
  /** What to ask when nothing is known of it. */
  idea: string
}

/** Home town and hobbies come last: they are what everybody asks. */
const SIDES: readonly Side[] = [
  {
    field: 'matters',
    label: 'matters to them',
    idea: 'which part of their work they like most',
  },
  {
    field: 'background',
    label: 'background',
    idea: 'what they did before this, and how they got here',
  },
  {
    field: 'worries',
    label: 'worries',
    idea: 'what keeps them busy right now',
  },
  {
    field: 'organizations',
    label: 'organizations',
    idea: 'which groups or committees they are in, and why',
  },
  { field: 'interests', label: 'likes', idea: 'what they do with a free afternoon' },
  { field: 'hometown', label: 'from', idea: 'where they grew up, and what they miss about it' },
]

/** The view leaves out what is private where that is not asked for, so that nothing here gives it away. */
function knownOf(db: Database, view: RecordView): Prep['known'] {
  const known = SIDES.flatMap(({ field, label }) => {
    const texts = textsOf(view, field)
    return texts.length ? [{ label, text: texts.join(', ') }] : []
  })
  const mine = new Set((db.profile.interests ?? []).map(folded))
  const shared = [...textsOf(view, 'interests'), ...textsOf(view, 'specialty')].filter(text =>
    mine.has(folded(text)),
  )
  return shared.length ? [{ label: 'in common', text: shared.join(', ') }, ...known] : known
}

function ideasFor(db: Database, view: RecordView): string[] {
  return SIDES.filter(({ field }) => !textsOf(view, field).length)
    .map(side => side.idea)
    .slice(0, numberSetting(db, 'prep.ideas'))
}

function textsOf(view: RecordView, field: string): string[] {
  const value = view[field]
  if (Array.isArray(value)) return value.filter(each => typeof each === 'string')
  return typeof value === 'string' ? [value] : []
}

function textUnder(view: RecordView, field: string): string | null {
  return textsOf(view, field)[0] ?? null
}

// What to read first

/** What they suggested and what their event asks for; else their own page. */
function toRead(db: Database, contact: Contact, today: Day): ToRead[] {
  const suggested = db.followUps
    .filter(each => each.kind === 'resource' && !each.closed && each.contact === contact.id)
    .filter(each => each.outcome === undefined)
    .map(each => ({ text: each.what, why: 'they suggested it', followUp: each.id }))
  const forEvents = eventsOf(db, contact, today).flatMap(event =>
    (event.read ?? []).map(text => ({ text, why: `for ${event.name}`, followUp: null })),
  )
  const list = [...suggested, ...forEvents]
  const [link] = contact.links ?? []
  if (list.length || !link) return list
  return [{ text: link, why: 'their own page', followUp: null }]
}

/** Those at which they will speak, and the latest one where you were together. */
function eventsOf(db: Database, contact: Contact, today: Day): Event[] {
  const coming = db.events
    .filter(event => (event.until ?? event.on) >= today)
    .filter(event => [...speakersKnown(db, event).values()].includes(contact))
    .sort((a, b) => byText(a.on, b.on))
  const last = db.interactions
    .filter(each => each.event !== undefined && each.contacts.includes(contact.id))
    .sort((a, b) => byText(b.on, a.on) || b.id - a.id)[0]
  const been = db.events.filter(event => event.id === last?.event && !coming.includes(event))
  return [...coming, ...been]
}

// What to ask

function adviceOn(db: Database, count: number, handle: string): Prep['advice'] {
  const least = numberSetting(db, 'prep.least')
  const most = numberSetting(db, 'prep.most')
  const right = least === most ? counted(least, 'question') : `${least} or ${most}`
  if (count > most) {
    const words = `${count} are too many for one conversation; choose ${right}.`
    return { words, command: null }
  }
  if (count >= least) return null
  const have = count
    ? `You have ${counted(count, 'question')} ready`
    : 'You have no question ready yet'
  const words = `${have}; aim for ${right}.`
  return { words, command: `netmed prep ${handle} --question "…"` }
}

/**
 * From the bank, about the work first: the user's own always, netmed's in turn, so that a second
 * meeting brings others. Before shadowing it is the four for that.
 */
function broaderFor(
  db: Database,
  contact: Contact,
  meeting: FollowUp | undefined,
  times: number,
): BankQuestion[] {
  const isShadowing = meeting?.occasion === 'shadowing'
  const topic: BankTopic = isShadowing ? 'shadowing' : (contact.role ?? 'other')
  const asked = new Set(
    db.questions.filter(each => each.contact === contact.id).map(each => folded(each.text)),
  )
  const bank = questionBank(db, topic).filter(each => !asked.has(folded(each.text)))
  if (isShadowing) return bank
  const room = numberSetting(db, 'prep.broader')
  const career = bank.filter(each => each.career)
  const forCareer = Math.min(career.length, meeting?.occasion === 'info-interview' ? 2 : 1, room)
  const academic = inTurn(
    bank.filter(each => !each.career),
    room - forCareer,
    times,
  )
  return [...academic, ...inTurn(career, forCareer, times)]
}

function inTurn(questions: BankQuestion[], room: number, times: number): BankQuestion[] {
  const own = questions.filter(each => each.id !== null)
  const ours = questions.filter(each => each.id === null)
  const left = Math.max(0, room - own.length)
  const start = ours.length ? (times * Math.max(1, left)) % ours.length : 0
  const turned = [...ours.slice(start), ...ours.slice(0, start)]
  return [...own.slice(0, room), ...turned.slice(0, left)]
}
