import { isPublicPart } from '../data/lens.ts'
import type { Contact, Database } from '../data/model.ts'
import { contactPhrase } from '../data/occasions.ts'
import { numberSetting, textSetting } from '../data/settings.ts'
import { type AgendaLine, agenda, type Older } from '../due/agenda.ts'
import {
  type Budget,
  budgetOf,
  busyAmong,
  hasRoomForEvent,
  isBudgeted,
  ownIdeasAmong,
} from '../due/budget.ts'
import { type EventAhead, eventsAhead } from '../due/events-ahead.ts'
import { withFoldedNotes } from '../due/folded-notes.ts'
import { type FollowUpView, followUpViews, type Loop, openLoops } from '../due/loops.ts'
import { olderLoops } from '../due/older.ts'
import { isQuiet, offeredRhythm, rhythmOf } from '../due/rhythm.ts'
import { paceOn, type SeasonView, seasonsOn, seasonView } from '../due/seasons.ts'
import { startList } from '../due/start.ts'
import { displayName } from '../people/names.ts'
import { handlesOf } from '../people/people.ts'
import { addDays, type Day, fullDay, mondayOf } from '../words/days.ts'
import { byText, capital, listed } from '../words/text.ts'

/** One look at the week: what closed, what is open, one small step. */
export interface Week {
  today: Day
  /** `Saturday 21 November`. */
  heading: string
  /** Monday and Sunday. */
  from: Day
  until: Day
  seasons: SeasonView[]
  /** What ended in the last seven days, the latest first. */
  closed: FollowUpView[]
  /** What was logged in these days and closed none of them, the latest first. */
  logged: LoggedLately[]
  /** Yours, due now or within the week that comes. */
  open: Loop[]
  /** Those that begin within the week that comes. */
  events: EventAhead[]
  /** What others have to answer. */
  waiting: Loop[]
  /** The most lines of a list on one screen. */
  lines: number
  budget: Budget
  /** Keep-in-touch that fits what is left of the budget. */
  fits: Loop[]
  prospect: Prospect | null
  step: Step
  offers: LongerRhythm[]
  /** Why longer rhythms are offered to mentors and seniors; null when there is time for all. */
  asked: { aWeek: number; budget: number } | null
}

export interface LoggedLately {
  interaction: number
  on: Day
  /** `coffee with Priya Nair`. */
  what: string
}

/** Somebody to write to, not yet a contact. */
export interface Prospect {
  id: number
  name: string
  why: string | null
  found: string | null
  command: string
}

/** The one doable thing of the week. */
export interface Step {
  says: string
  command: string | null
}

export interface LongerRhythm {
  contact: { id: number; name: string }
  every: number
  longer: number
  /** Put off so often since the last contact; null when it is offered for the budget's sake. */
  snoozes: number | null
  command: string
}

const CLOSED_DAYS = 7

/** The week: what closed, what is open, what fits, somebody to write to and one small step. */
export function week(db: Database, today: Day): Week {
  const loops = openLoops(db, today, { within: 7, withFits: true })
  const isPaused = paceOn(db, today) === 'pause'
  const from = mondayOf(today)
  const parts = partsOf(db, today, { loops, isPaused })
  return {
    today,
    heading: fullDay(today),
    from,
    until: addDays(from, 6),
    seasons: seasonsOn(db, today).map(season => seasonView(season, today)),
    lines: numberSetting(db, 'due.lines'),
    closed: closedLately(db, today),
    logged: loggedLately(db, today),
    events: eventsAhead(db, today, 7),
    ...parts,
    step: smallStep(db, today, { ...parts, isPaused }),
    ...(isPaused ? { offers: [], asked: null } : longerRhythms(db, today)),
  }
}

/** The lists of a week as far as one screen holds them. */
export interface WeekPage {
  open: AgendaLine[]
  openMore: number
  waiting: AgendaLine[]
  waitingMore: number
  older: Older
}

/** What is open, in the order of today's page and each person once; today's own lines are never left out. */
export function weekPage(
  db: Database,
  week: Week,
  { time, all = false }: { time?: string | undefined; all?: boolean | undefined },
): WeekPage {
  const page = agenda(db, week.today, { within: 7, time })
  const most = all ? Number.POSITIVE_INFINITY : week.lines
  // They are told of apart, where there is room for them.
  const ideas = new Set(week.fits.map(({ contact }) => contact?.id))
  const isOpen = ({ kind, contact }: AgendaLine) =>
    kind !== 'keep-in-touch' || !ideas.has(contact?.id)
  const now = page.parts.flatMap(part => part.lines).filter(isOpen)
  const next = page.next.filter(isOpen)
  const room = Math.max(0, most - now.length)
  return {
    open: [...now, ...next.slice(0, room)],
    openMore: page.canWait + Math.max(0, next.length - room) + page.nextMore,
    waiting: page.waiting.slice(0, most),
    waitingMore: Math.max(0, page.waiting.length - most) + page.waitingMore,
    older: page.older,
  }
}

type Parts = Pick<Week, 'open' | 'waiting' | 'budget' | 'fits' | 'prospect'>

function partsOf(
  db: Database,
  today: Day,
  { loops, isPaused }: { loops: Loop[]; isPaused: boolean },
): Parts {
  const ownIdeas = ownIdeasAmong(db, loops)
  const busy = busyAmong(loops)
  const shown = loops.filter(loop => !loop.hidden && loop.group !== 'later')
  const mine = shown.filter(loop => loop.group !== 'waiting' && !ownIdeas.has(loop))
  const budget = budgetOf(db, today)
  return {
    open: isPaused ? withFoldedNotes(db, mine) : mine,
    waiting: shown.filter(loop => loop.group === 'waiting'),
    budget,
    fits: shown.filter(loop => loop.fits && ownIdeas.has(loop) && !busy.has(loop.contact?.id)),
    prospect: isPaused || !budget.left ? null : nextProspect(db, today),
  }
}

function closedLately(db: Database, today: Day): FollowUpView[] {
  const since = addDays(today, 1 - CLOSED_DAYS)
  // A held draft ends when it is printed to be sent: the email itself is what was done.
  const closed = db.followUps.filter(
    ({ kind, closed, closedOn = '' }) =>
      closed && kind !== 'draft' && closedOn >= since && closedOn <= today,
  )
  closed.sort((a, b) => ((a.closedOn ?? '') < (b.closedOn ?? '') ? 1 : -1))
  return followUpViews(db, closed, today)
}

function loggedLately(db: Database, today: Day): LoggedLately[] {
  const since = addDays(today, 1 - CLOSED_DAYS)
  const lately = db.interactions.filter(({ on }) => on >= since && on <= today)
  if (!lately.length) return []
  const closing = new Set(db.followUps.map(followUp => followUp.closedBy))
  const logged = lately.filter(({ id }) => !closing.has(id))
  const ids = new Set(logged.flatMap(({ contacts }) => contacts))
  const names = new Map(
    db.contacts.filter(({ id }) => ids.has(id)).map(each => [each.id, displayName(each)]),
  )
  return logged
    .sort((a, b) => byText(b.on, a.on) || b.id - a.id)
    .map(({ id, on, kind, by, contacts }) => {
      const people = listed(contacts.flatMap(each => names.get(each) ?? []))
      return { interaction: id, on, what: contactPhrase(kind, by, people) }
    })
}

/** The one that has stood on the list longest. */
function nextProspect(db: Database, today: Day): Prospect | null {
  const contact = db.contacts.find(each => each.prospect && !each.archived && !isQuiet(each, today))
  if (!contact) return null
  const handle = handlesOf(db, [contact.id]).get(contact.id) ?? String(contact.id)
  return {
    id: contact.id,
    name: displayName(contact),
    why: contact.why ?? null,
    found: contact.found ?? null,
    command: `netmed draft ${firstMail(contact)} ${handle}`,
  }
}

const RESEARCH = /\b(research|paper|project|lab|trial|study|registry|publication|dataset)\b/i

function firstMail({ role, why, circles }: Contact): string {
  if (role === 'alumni') return 'alumni'
  return circles?.includes('research') || RESEARCH.test(why ?? '') ? 'research' : 'info-interview'
}

/** The kindest first: thanks, then a first note, then what was promised, then whatever is first. */
const STEP_KINDS = ['thank-you', 'event', 'promise'] as const

function smallStep(db: Database, today: Day, parts: Parts & { isPaused: boolean }): Step {
  const older = new Set(olderLoops(db, today).map(({ followUp }) => followUp.id))
  const now = parts.open.filter(loop => loop.group === 'today' && !older.has(loop.followUp ?? 0))
  const kind = STEP_KINDS.find(each => now.some(loop => loop.kind === each))
  const loop = now.find(each => each.kind === kind) ?? now[0]
  if (loop) return { says: stepWords(loop), command: loop.ifNoAddress ?? loop.command }
  if (parts.isPaused) return { says: 'Rest.', command: null }
  const next = parts.fits[0]
  if (next) return { says: stepWords(next), command: next.ifNoAddress ?? next.command }
  const { prospect } = parts
  if (prospect) return { says: `A first email to ${prospect.name}`, command: prospect.command }
  const first = startList(db).steps.find(step => !step.isDone)
  if (first) return { says: capital(first.says), command: first.command }
  if (hasRoomForEvent(db, today)) {
    const isSmall = textSetting(db, 'style') === 'small'
    const what = isSmall ? 'a small one, or a job behind the scenes' : 'a talk, a club, a panel'
    return { says: `Look for one event this month: ${what}`, command: null }
  }
  return { says: 'Write down one conversation from this week', command: 'netmed log' }
}

function stepWords(loop: Loop): string {
  return loop.kind === 'keep-in-touch' ? `Write a few lines to ${loop.what}` : loop.what
}

// Rhythms that ask for more than there is

const MOST_OFFERED = 3
const LONGEST = 365

function longerRhythms(db: Database, today: Day): Pick<Week, 'offers' | 'asked'> {
  const awake = db.contacts.filter(contact => !contact.archived && !contact.prospect)
  const times = numberSetting(db, 'snooze.times')
  const snoozed = awake.filter(contact => (contact.snoozes ?? 0) >= times && rhythmOf(db, contact))
  const asking = awake
    .filter(contact => isBudgeted(contact) && !isQuiet(contact, today))
    .flatMap(contact => {
      const every = rhythmOf(db, contact)
      return every ? [{ contact, every }] : []
    })
    .sort((a, b) => a.every - b.every || a.contact.id - b.contact.id)
  const aWeek = Math.round(asking.reduce((sum, { every }) => sum + 7 / every, 0))
  const budget = numberSetting(db, 'budget.notes')
  const isMuch = aWeek > budget * numberSetting(db, 'budget.much')
  const offered = isMuch ? asking.slice(0, MOST_OFFERED).map(({ contact }) => contact) : []
  const both = [...new Set([...snoozed, ...offered])]
  const handles = handlesOf(
    db,
    both.map(contact => contact.id),
  )
  return {
    offers: both.flatMap(contact => {
      const handle = handles.get(contact.id) ?? String(contact.id)
      return longerFor(db, contact, { handle, isSnoozed: snoozed.includes(contact) })
    }),
    asked: isMuch ? { aWeek, budget } : null,
  }
}

/** Twice as long, or what the role offers when that is longer still. */
function longerFor(
  db: Database,
  contact: Contact,
  { handle, isSnoozed }: { handle: string; isSnoozed: boolean },
): LongerRhythm[] {
  const every = rhythmOf(db, contact) ?? 0
  const longer = Math.min(LONGEST, Math.max(2 * every, offeredRhythm(db, contact) ?? 0))
  if (longer <= every) return []
  return [
    {
      contact: { id: contact.id, name: displayName(contact) },
      every,
      longer,
      snoozes: isSnoozed && !isPublicPart(db) ? (contact.snoozes ?? 0) : null,
      command: `netmed edit ${handle} --every ${everyFlag(longer)}`,
    },
  ]
}

function everyFlag(days: number): string {
  return days % 7 === 0 ? `${days / 7}w` : `${days}d`
}
