import type { Contact, Database, FollowUpKind, Interaction, Occasion } from '../data/model.ts'
import { numberSetting } from '../data/settings.ts'
import { addDays, type Day, mondayOf } from '../words/days.ts'
import { inOrder, type LoopGroup, type Outline, type TouchOutline } from './outlines.ts'
import { isOutgoing, SENIOR_ROLES } from './playbook.ts'

/** The notes a week that netmed may think of by itself, and how many of them are written. */
export interface Budget {
  notes: number
  used: number
  /** Never negative. */
  left: number
}

/** The week from Monday to Sunday that holds this day. */
export function budgetOf(db: Database, today: Day): Budget {
  const notes = numberSetting(db, 'budget.notes')
  const used = notesWritten(db, mondayOf(today), addDays(mondayOf(today), 6))
  return { notes, used, left: Math.max(0, notes - used) }
}

/** What netmed may have thought of by itself, in words or before them. */
interface Idea {
  kind: FollowUpKind | 'keep-in-touch'
  contact: { id: number } | null | undefined
  due: Day | null | undefined
  group: LoopGroup
  hidden: boolean
}

/**
 * Those of these loops, in their order, that wait for a week with room in its budget: each counts for
 * the week that it is due in, but for people with whom something else is to be done. Only keep-in-touch with mentors and seniors is limited; nothing that was
 * said or agreed is.
 */
export function beyondBudget<I extends Idea>(
  db: Database,
  loops: readonly I[],
  today: Day,
): Set<I> {
  const beyond = new Set<I>()
  const ownIdeas = ownIdeasAmong(db, loops)
  if (!ownIdeas.size) return beyond
  const busy = busyAmong(loops)
  const budget = budgetOf(db, today)
  const thisWeek = mondayOf(today)
  const room = new Map([[thisWeek, budget.left]])
  for (const idea of ownIdeas) {
    if (!idea.due || busy.has(idea.contact?.id)) continue
    if (idea.hidden) {
      beyond.add(idea)
      continue
    }
    const week = idea.due < thisWeek ? thisWeek : mondayOf(idea.due)
    const left = room.get(week) ?? budget.notes
    if (left <= 0) beyond.add(idea)
    room.set(week, left - 1)
  }
  return beyond
}

/**
 * As `beyondBudget`, of people who are to be kept in touch with, in any order: those that stay. It orders no
 * further than there is room.
 */
export function withinBudget(
  db: Database,
  touches: readonly TouchOutline[],
  today: Day,
): Set<Outline> {
  const within = new Set<Outline>(touches.filter(({ contact }) => !isBudgeted(contact)))
  if (within.size === touches.length) return within
  const budget = budgetOf(db, today)
  const thisWeek = mondayOf(today)
  const weeks = new Map<Day, TouchOutline[]>()
  for (const touch of touches) {
    if (within.has(touch)) continue
    const week = touch.touch.due < thisWeek ? thisWeek : mondayOf(touch.touch.due)
    const ofWeek = weeks.get(week)
    if (ofWeek) ofWeek.push(touch)
    else weeks.set(week, [touch])
  }
  for (const [week, ofWeek] of weeks) {
    let room = week === thisWeek ? budget.left : budget.notes
    for (const touch of inOrder(ofWeek)) {
      if (room-- <= 0) break
      within.add(touch)
    }
  }
  return within
}

/** People with whom something else is to be done, or whose answer is waited for: no idea is needed. */
export function busyAmong(loops: readonly Idea[]): Set<number | undefined> {
  const busy = loops.filter(({ kind, group }) => {
    if (kind === 'keep-in-touch' || group === 'later') return false
    return group !== 'waiting' || kind === 'reply'
  })
  return new Set(busy.map(loop => loop.contact?.id))
}

/** Those that nobody but netmed thought of, in their order: keep-in-touch with mentors and seniors. */
export function ownIdeasAmong<I extends Idea>(db: Database, loops: readonly I[]): Set<I> {
  const touches = loops.filter(loop => loop.kind === 'keep-in-touch')
  if (!touches.length) return new Set()
  const ids = new Set(touches.map(loop => loop.contact?.id))
  const limited = new Set(
    db.contacts.filter(each => ids.has(each.id) && isBudgeted(each)).map(each => each.id),
  )
  return new Set(touches.filter(loop => limited.has(loop.contact?.id ?? 0)))
}

/** Mentors and seniors. */
export function isBudgeted(contact: Contact): boolean {
  const isSenior = contact.role !== undefined && SENIOR_ROLES.has(contact.role)
  return isSenior || contact.circles?.includes('mentor') === true
}

/** What is written to keep in touch, and not to answer, thank or ask. */
const KEEPING_IN_TOUCH = new Set([undefined, 'check-in', 'reconnect', 'premed-update'])

/** Mails to keep in touch with mentors and seniors, and first mails to prospects. */
function notesWritten(db: Database, from: Day, until: Day): number {
  const mails = db.interactions.filter(
    each => each.on >= from && each.on <= until && isOutgoing(each),
  )
  if (!mails.length) return 0
  const settling = new Set(db.followUps.map(followUp => followUp.closedBy))
  const people = new Set(mails.flatMap(mail => mail.contacts))
  const contacts = new Map(
    db.contacts.filter(contact => people.has(contact.id)).map(contact => [contact.id, contact]),
  )
  // Nobody is met by a mail of one's own: who was never met before it was a prospect.
  const unmet = [...contacts.values()].filter(contact => contact.met === undefined)
  const firsts = firstContacts(db, new Set(unmet.map(contact => contact.id)))
  return mails.filter(mail => {
    if (settling.has(mail.id)) return false
    return mail.contacts.some(id => {
      const contact = contacts.get(id)
      if (!contact) return false
      if (firsts.get(id) === mail) return true
      return KEEPING_IN_TOUCH.has(mail.template) && isBudgeted(contact)
    })
  }).length
}

function firstContacts(db: Database, people: ReadonlySet<number>): Map<number, Interaction> {
  const firsts = new Map<number, Interaction>()
  if (!people.size) return firsts
  for (const each of db.interactions) {
    for (const id of each.contacts) {
      if (!people.has(id)) continue
      const first = firsts.get(id)
      const isEarlier = !first || each.on < first.on || (each.on === first.on && each.id < first.id)
      if (isEarlier) firsts.set(id, each)
    }
  }
  return firsts
}

const EVENTS: ReadonlySet<Occasion> = new Set<Occasion>([
  'panel',
  'conference',
  'seminar',
  'grand-rounds',
  'volunteer',
  'social',
  'wellness',
  'event',
])

/** Whether this month has room for one more event. */
export function hasRoomForEvent(db: Database, today: Day): boolean {
  const month = today.slice(0, 7)
  const planned = db.events.filter(event => EVENTS.has(event.kind) && event.on.startsWith(month))
  const logged = db.interactions.filter(
    each => each.event === undefined && EVENTS.has(each.kind) && each.on.startsWith(month),
  )
  const days = new Set(logged.map(each => `${each.kind} ${each.on}`))
  return planned.length + days.size < numberSetting(db, 'budget.events')
}
