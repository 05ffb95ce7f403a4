import { Failure } from '../../failure.ts'
import {
  type ClosedFollowUp,
  created,
  type Database,
  type FollowUp,
  type FollowUpKind,
  type Interaction,
  type Occasion,
  type OpenFollowUp,
  touch,
} from '../data/model.ts'
import { contactById, kindWords, present, recordByNumber } from '../data/records.ts'
import { numberSetting } from '../data/settings.ts'
import { close, isOpen } from '../due/opening.ts'
import { isToldInPerson } from '../due/playbook.ts'
import { addDays, type Day, longDay } from '../words/days.ts'
import { nextTime } from '../words/read-days.ts'
import { ANSWERS, owedFor, takeAnswer } from './answers.ts'
import { beganAfter, type Logged, logInteraction } from './interactions.ts'

/** An open loop of its own, without an occasion behind it. */
export function remind(
  db: Database,
  fields: {
    contact?: number | undefined
    what: string
    due: Day
    at?: string | undefined
    kind?: FollowUpKind
    /** How often it comes again, as `readRepeat` gives it. */
    every?: string | undefined
  },
): FollowUp {
  const since = fields.every === undefined ? undefined : fields.due
  return created(db, 'followUps', present({ ...fields, since, kind: fields.kind ?? 'reminder' }))
}

/** Opens the next one of a reminder that comes again; undefined for any other. */
function openNext(db: Database, followUp: FollowUp, today: Day): FollowUp | undefined {
  const {
    contact,
    others,
    what,
    at,
    every,
    due = today,
    since = due,
    private: isPrivate,
  } = followUp
  if (every === undefined || followUp.kind !== 'reminder') return undefined
  const next = nextTime(every, since, due > today ? due : today)
  return created(
    db,
    'followUps',
    present({
      ...{ kind: 'reminder' as const, contact, others, what, at, every, since },
      ...{ due: next, private: isPrivate },
    }),
  )
}

/** Fails with what the number is when it is no follow-up, or when the loop is closed already. */
export function openFollowUp(db: Database, id: number): OpenFollowUp {
  const { list, record } = recordByNumber(db, id)
  if (list !== 'followUps') {
    const words = list === 'contacts' ? `${kindWords(list)} (${record.name})` : kindWords(list)
    throw new Failure(
      'usage',
      `#${id} is ${words}, not a follow-up.`,
      list === 'contacts'
        ? `To see what is open with them: netmed due ${id}`
        : 'To see what is open: netmed due --all',
    )
  }
  if (!isOpen(record)) {
    throw new Failure(
      'already-there',
      `#${id} was ${closedWords(record)}.`,
      'To take that back: netmed undo',
    )
  }
  return record
}

function closedWords({ closed, closedOn, private: isPrivate }: ClosedFollowUp): string {
  const how = closed === 'done' ? 'settled' : 'let go'
  // What goes wrong is told under --json too.
  return closedOn && !isPrivate ? `${how} on ${longDay(closedOn)}` : how
}

export interface Done {
  followUp: FollowUp
  /** The contact that was logged with it; null when none was. */
  logged: Logged | null
  /** Still open, with a new day, because somebody has to be told. */
  movedOn: boolean
  /** The next one of what comes again. */
  next?: FollowUp | undefined
  /** What is owed once something agreed came: thanks. */
  owed?: FollowUp[]
}

/** How `done` logs the contact that it stands for. */
const LOGS: Partial<Record<FollowUpKind, Occasion>> = {
  'thank-you': 'email',
  event: 'email',
  meeting: 'meeting',
}

/**
 * Settles a loop. Advice with an outcome and a resource with a takeaway move on to "tell them", and what
 * was asked for, once `agreed`, is still to come;
 * a thank-you, a first note and a meeting log the contact too, in private when they are.
 */
export function finish(
  db: Database,
  id: number,
  { outcome, today }: { outcome?: string | undefined; today: Day },
): Done {
  const followUp = openFollowUp(db, id)
  const answer = followUp.kind === 'ask' ? ANSWERS.find(each => each === outcome) : undefined
  if (answer) {
    const answered = takeAnswer(db, followUp, answer, { today })
    return { followUp: answered, logged: null, movedOn: !answered.closed }
  }
  if (outcome !== undefined) {
    checkOutcome(followUp, outcome)
    touch(db, followUp).outcome = outcome
    if (isToBeTold(followUp))
      return { followUp: moveOn(db, followUp, today), logged: null, movedOn: true }
  }
  const kind = loggedAs(db, followUp)
  const by = kind === 'email' ? emailSince(db, followUp) : undefined
  if (!kind || by || followUp.contact === undefined) {
    const next = openNext(db, followUp, today)
    const owed = followUp.kind === 'ask' ? owedFor(db, followUp, today) : []
    return {
      followUp: close(db, followUp, today, { by }),
      logged: null,
      movedOn: false,
      next,
      owed,
    }
  }
  const logged = logInteraction(
    db,
    {
      kind: followUp.occasion ?? kind,
      on: dayOfDone(followUp, today),
      contacts: [followUp.contact, ...(followUp.others ?? [])],
      place: followUp.place,
      private: followUp.private,
    },
    today,
  )
  // What was logged may have settled it.
  if (isOpen(followUp)) {
    logged.settled.push(close(db, followUp, today, { by: logged.interaction }))
  }
  return { followUp, logged, movedOn: false }
}

/** Thanks to someone without an address were said, and no email went out. */
function loggedAs(db: Database, { kind, contact: id }: FollowUp): Occasion | undefined {
  if (kind !== 'thank-you' || id === undefined) return LOGS[kind]
  return isToldInPerson(contactById(db, id)) ? 'met' : LOGS[kind]
}

/** The latest email to them that was logged after what is to be done was opened: it was this one. */
function emailSince(db: Database, followUp: FollowUp): Interaction | undefined {
  return db.interactions.findLast(
    each =>
      each.kind === 'email' &&
      each.by !== 'them' &&
      each.createdAt >= followUp.createdAt &&
      each.contacts.includes(followUp.contact ?? 0) &&
      !beganAfter(db, followUp, each.on),
  )
}

function dayOfDone(followUp: FollowUp, today: Day): Day {
  const planned = followUp.kind === 'meeting' ? followUp.due : undefined
  return planned !== undefined && planned < today ? planned : today
}

/** Fails when it is no way for this loop to turn out. */
export function checkOutcome(followUp: FollowUp, outcome: string): void {
  if (followUp.kind === 'offer' && outcome !== 'taken' && outcome !== 'declined') {
    throw new Failure(
      'usage',
      `An offer ends as taken or declined, not as "${outcome}".`,
      `netmed done ${followUp.id} --outcome taken`,
    )
  }
}

type Told = Extract<FollowUp, { kind: 'advice' | 'resource' }>

function isToBeTold(followUp: FollowUp): followUp is Told {
  return followUp.kind === 'advice' || followUp.kind === 'resource'
}

function moveOn(db: Database, followUp: Told, today: Day): FollowUp {
  touch(db, followUp)
  followUp.stage = 'tried'
  followUp.due = addDays(today, numberSetting(db, 'days.tell'))
  return followUp
}

/** Closes a loop without it having been done; nothing counts that as a failure. */
export function letGo(db: Database, id: number, today: Day): FollowUp {
  return close(db, openFollowUp(db, id), today, { how: 'dropped' })
}

/** Moves a loop to another day, a meeting also to another time; where it was stays beside it. */
export function postpone(
  db: Database,
  id: number,
  to: { day: Day; time?: string | undefined },
): FollowUp {
  const open = openFollowUp(db, id)
  if (isThereAlready(open, to)) {
    throw new Failure(
      'already-there',
      `#${id} is on ${[longDay(to.day), open.at].filter(Boolean).join(' ')} already, so nothing was moved.`,
      `Give another day, such as: netmed snooze ${id} "${longDay(addDays(to.day, 7))}"`,
    )
  }
  const followUp = touch(db, open)
  const before = { ...followUp }
  followUp.due = to.day
  if (to.time) followUp.at = to.time
  // Put off, it is no longer the day that was said.
  delete followUp.dated
  keepFormerTime(before, followUp)
  return followUp
}

/** Whether moving it there would move nothing. */
export function isThereAlready(
  { due, at }: FollowUp,
  to: { day: Day; time?: string | undefined },
): boolean {
  return due === to.day && at === (to.time ?? at)
}

/**
 * Notes on a loop that was moved where it was before: as those know it who were not told yet, so that a
 * second move before they are keeps the first day.
 */
export function keepFormerTime(before: FollowUp, followUp: FollowUp): void {
  if (before.due === undefined) return
  if (before.due === followUp.due && before.at === followUp.at) return
  if (before.movedFrom === undefined || wereAllTold(before)) {
    followUp.movedFrom = before.due
    setOrClear(followUp, before.at)
  }
  delete followUp.told
  const isBack = followUp.movedFrom === followUp.due && followUp.movedFromAt === followUp.at
  if (!isBack) return
  delete followUp.movedFrom
  delete followUp.movedFromAt
}

function setOrClear(followUp: FollowUp, at: string | undefined): void {
  if (at === undefined) delete followUp.movedFromAt
  else followUp.movedFromAt = at
}

function wereAllTold({ contact, others = [], told = [] }: FollowUp): boolean {
  return [...(contact === undefined ? [] : [contact]), ...others].every(id => told.includes(id))
}
