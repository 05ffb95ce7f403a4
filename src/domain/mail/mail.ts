import { Failure } from '../../failure.ts'
import {
  type Contact,
  type Database,
  type FollowUp,
  type Interaction,
  type OpenFollowUp,
  touch,
} from '../data/model.ts'
import { contactById } from '../data/records.ts'
import { close, daysFor, isOpen, openLoop } from '../due/opening.ts'
import { beganAfter, type Logged, logInteraction } from '../log/interactions.ts'
import { displayName } from '../people/names.ts'
import { CLAIM_ROWS, type ClaimedOf, hasAgreed, isOnFile, openReply } from '../review/claims.ts'
import { addDays, type Day, dayOfMoment } from '../words/days.ts'
import { UNNAMED_MAIL } from './drafts.ts'
import { MOVING, REMINDING } from './mail-loops.ts'

/** A mail that the user says was sent. */
export interface SentMail {
  /** Whom it went to, at least one. */
  contacts: readonly number[]
  on: Day
  /** Absent: a mail written elsewhere. */
  template?: string | undefined
  subject?: string | undefined
  /** What the template opens: a `reply` for a request. */
  opens?: FollowUp['kind'] | undefined
  /** The day that a request asked for. */
  neededBy?: Day | undefined
  /** Loops that it settles besides what any mail settles. */
  settles?: readonly number[]
  /** Chosen by hand: it settles these and nothing else. */
  settlesOnly?: readonly number[] | undefined
}

/** Logs an outgoing email, settles what it settles, and opens the wait for an answer. */
export function recordSent(db: Database, mail: SentMail, today: Day): Logged {
  const people = mail.contacts.map(id => contactById(db, id))
  const logged = logInteraction(
    db,
    { kind: 'email', on: mail.on, contacts: [...mail.contacts], template: mail.template },
    today,
    { settlesOnly: mail.settlesOnly, isRequest: mail.opens === 'reply' },
  )
  for (const id of mail.settlesOnly ? [] : (mail.settles ?? [])) {
    const followUp = db.followUps.find(each => each.id === id)
    // A mail of mine never ends the wait for theirs: a nudge belongs to it and keeps it open.
    if (!followUp || !isOpen(followUp) || beganAfter(db, followUp, mail.on)) continue
    if (mail.template === MOVING) {
      if (!wasMadeAfter(followUp, mail.on))
        for (const contact of people) nowKnown(db, followUp, contact)
    } else if (!THEIRS.has(followUp.kind)) {
      logged.settled.push(close(db, followUp, today, { by: logged.interaction }))
    }
  }
  if (!mail.settlesOnly && mail.template) {
    for (const held of heldAlike(db, mail)) {
      logged.settled.push(close(db, held, today, { by: logged.interaction }))
    }
  }
  for (const contact of people) {
    if (mail.opens === 'reply') {
      logged.opened.push(...waitForReply(db, mail, contact, logged, today))
    } else if (mail.opens) {
      const loop = { kind: mail.opens, what: mail.subject ?? UNNAMED_MAIL }
      logged.opened.push(openLoop(db, loop, contact.id, logged.interaction, today))
    }
  }
  return logged
}

/** The numbers of what a mail would settle if it were logged as sent; nothing is changed. */
export function settledBySending(db: Database, mail: SentMail, today: Day): Set<number> {
  return new Set(recordSent(structuredClone(db), mail, today).settled.map(({ id }) => id))
}

/** The one draft of this template that is held for each of them; of several none is surely this mail. */
function heldAlike(db: Database, { contacts, template, on }: SentMail): OpenFollowUp[] {
  return contacts.flatMap(id => {
    const held = db.followUps
      .filter(isOpen)
      .filter(each => each.kind === 'draft' && each.contact === id && each.template === template)
      .filter(each => !wasMadeAfter(each, on))
    return held.length === 1 ? held : []
  })
}

/** What was first planned or drafted later was not in a mail of that day. */
function wasMadeAfter({ createdAt }: FollowUp, on: Day): boolean {
  return dayOfMoment(new Date(createdAt)) > on
}

/** A mail that moves a meeting settles nothing: it is still to come, at a time that they know now. */
function nowKnown(db: Database, followUp: FollowUp, { id }: Contact): void {
  if (followUp.movedFrom === undefined || followUp.told?.includes(id)) return
  touch(db, followUp).told = [...(followUp.told ?? []), id]
}

/** What lies with them: their answer, and what they agreed to. */
const THEIRS: ReadonlySet<FollowUp['kind']> = new Set<FollowUp['kind']>(['reply', 'ask'])

/**
 * One wait a person: a nudge and a further mail move the open one on instead of opening a second. A
 * reminder of what they agreed to waits for nothing else.
 */
function waitForReply(
  db: Database,
  mail: SentMail,
  contact: Contact,
  { interaction }: Logged,
  today: Day,
): FollowUp[] {
  const waiting = openReply(db, contact)
  const isNudge = mail.template === REMINDING
  if (!waiting && isNudge && hasAgreed(db, contact)) return []
  if (!waiting) {
    const loop = { kind: 'reply' as const, what: mail.subject ?? UNNAMED_MAIL }
    const reply = openLoop(db, loop, contact.id, interaction, today)
    if (mail.template) reply.template = mail.template
    if (mail.neededBy) reply.neededBy = mail.neededBy
    if (isNudge) reply.stage = 'nudged'
    return [reply]
  }
  // A mail from before the one that waits is neither its reminder nor a newer one.
  if (beganAfter(db, waiting, interaction.on)) return []
  touch(db, waiting)
  if (mail.neededBy && !isNudge) waiting.neededBy = mail.neededBy
  waiting.due = addDays(today, daysFor(db, 'reply', contact))
  if (isNudge) waiting.stage = 'nudged'
  return [waiting]
}

/** A second reminder in the same thread is refused as its draft is, with what to do instead. */
export function refuseSecondNudge(db: Database, of: ClaimedOf, template: string): void {
  if (template !== REMINDING || isOnFile('first-reminder', db, of)) return
  const row = CLAIM_ROWS['first-reminder']
  throw new Failure('already-there', `${row.lacks(db, of)}.`, row.else?.(db, of))
}

/** Kinds that a mail can settle, once there is something to say. */
const MAILABLE = new Set<FollowUp['kind']>(['thank-you', 'event', 'promise', 'offer', 'reminder'])

/** The email from me to the same people on that day that may be this very one. */
export function sentAlike(
  { interactions }: Pick<Database, 'interactions'>,
  { contacts, on, template }: SentMail,
): Interaction | undefined {
  return interactions.findLast(
    each =>
      each.kind === 'email' &&
      each.by !== 'them' &&
      each.on === on &&
      each.contacts.length === contacts.length &&
      each.contacts.every(id => contacts.includes(id)) &&
      (!template || !each.template || each.template === template),
  )
}

/** What a mail was to settle, and did not, as it began after the day of the mail. */
export function leftOpen(db: Database, { settles, settlesOnly, on }: SentMail): FollowUp[] {
  const ids = settlesOnly ?? settles ?? []
  return db.followUps.filter(
    each => !each.closed && ids.includes(each.id) && beganAfter(db, each, on),
  )
}

/** Open loops with somebody that a mail may settle: told advice and read resources among them. */
export function settleableByMail(db: Database, contact: number): FollowUp[] {
  return db.followUps.filter(
    each =>
      !each.closed &&
      each.contact === contact &&
      (MAILABLE.has(each.kind) || (each.outcome !== undefined && isTold(each.kind))),
  )
}

function isTold(kind: FollowUp['kind']): boolean {
  return kind === 'advice' || kind === 'resource'
}

/** The open loops of these numbers with this person; fails on any other number. */
export function loopsToSettle(db: Database, contact: Contact, ids: readonly number[]): FollowUp[] {
  return ids.map(id => {
    const followUp = db.followUps.find(each => each.id === id && !each.closed)
    if (followUp?.contact === contact.id) return followUp
    throw new Failure(
      'not-found',
      `#${id} is not open with ${displayName(contact)}.`,
      `netmed due ${contact.id}`,
    )
  })
}
