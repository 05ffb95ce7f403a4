import type { PublicPart } from '../data/lens.ts'
import type { Contact, Database, FollowUp } from '../data/model.ts'
import type { Template } from '../data/templates.ts'
import { suggestedTemplate } from '../due/playbook.ts'
import { handlesOf } from '../people/people.ts'
import type { Day } from '../words/days.ts'
import { byText } from '../words/text.ts'

/** A meeting or a deadline is moved with this one. */
export const MOVING = 'timeline-change'
/** An answer, and what was agreed to, are reminded of with this one. */
export const REMINDING = 'nudge'

/** What a mail is written from, and to whom. */
interface MailTo {
  template: Template
  contact: Contact
  today: Day
}

/** The open loop that a mail from this template belongs to: the one due first, of moves the last. */
export function loopOf(db: PublicPart, { template, contact, today }: MailTo): FollowUp | undefined {
  if (template.name === MOVING) {
    return movesToTell(db, contact, today)[0] ?? movable(db, contact).sort(byMove).at(0)
  }
  const open = db.followUps.filter(each => !each.closed && each.contact === contact.id)
  const its = open.filter(each => isItsLoop(db, each, { template, contact }))
  // Where no answer waits, a reminder is about what they agreed to.
  const agreed = template.name === REMINDING ? open.filter(each => each.kind === 'ask') : []
  return (its.length ? its : agreed).sort(byDue).at(0)
}

/** Whether a mail from this template to them can be about this very loop. */
export function isAbout(
  db: PublicPart,
  loop: FollowUp,
  { template, contact }: Omit<MailTo, 'today'>,
): boolean {
  if (template.name === MOVING) return canMove(loop)
  const isAgreed = template.name === REMINDING && loop.kind === 'ask'
  // Advice and what they suggested can be written of before it is said how that went.
  const isGiven = template.needs.some(claim => claim === loop.kind)
  return isAgreed || isGiven || isItsLoop(db, loop, { template, contact })
}

/** Meetings and deadlines ahead that were moved since this person heard of them, the last move first. */
export function movesToTell(db: Database, contact: Contact, today: Day): FollowUp[] {
  return movable(db, contact)
    .filter(each => each.movedFrom !== undefined && !each.told?.includes(contact.id))
    .filter(each => each.due !== undefined && each.due >= today)
    .sort(byMove)
}

/** What to type to let everyone of a moved meeting know, one draft each; none for any other follow-up. */
export function draftsToTell(db: Database, meeting: FollowUp): string[] {
  if (meeting.kind !== 'meeting' || meeting.contact === undefined) return []
  const ids = [meeting.contact, ...(meeting.others ?? [])]
  const handles = handlesOf(db, ids)
  const handle = (id: number) => handles.get(id) ?? String(id)
  const draft = `netmed draft ${MOVING}`
  // A draft knows nothing of what is private.
  if (meeting.private) return ids.map(id => `${draft} ${handle(id)}`)
  const alone = ids.length === 1
  return ids.map(id => `${draft} ${meeting.id}${alone ? '' : ` ${handle(id)}`}`)
}

function movable({ followUps }: Database, { id }: Contact): FollowUp[] {
  return followUps.filter(each => !each.closed && canMove(each) && isWith(each, id))
}

/** Whoever else comes to a meeting has to hear of its move too. */
function isWith({ contact, others }: FollowUp, id: number): boolean {
  return contact === id || others?.includes(id) === true
}

function canMove({ kind }: FollowUp): boolean {
  return kind === 'meeting' || kind === 'deadline'
}

function isItsLoop(
  db: PublicPart,
  loop: FollowUp,
  { template, contact }: Omit<MailTo, 'today'>,
): boolean {
  const occasion = db.interactions.find(each => each.id === loop.from)?.kind
  const facts = { ...loop, occasion, role: contact.role, isPastDue: true, isLong: false }
  return suggestedTemplate(facts) === template.name
}

/** The last move first, and of moves in one moment that of the newer record. */
function byMove(a: FollowUp, b: FollowUp): number {
  return byText(b.updatedAt ?? '', a.updatedAt ?? '') || b.id - a.id
}

function byDue(a: FollowUp, b: FollowUp): number {
  return byText(a.due ?? '9', b.due ?? '9') || a.id - b.id
}
