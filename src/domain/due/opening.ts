import {
  type ClosedFollowUp,
  type Contact,
  created,
  type Database,
  type FollowUp,
  type FollowUpKind,
  type Interaction,
  type OpenFollowUp,
  touch,
} from '../data/model.ts'
import { contactById, present } from '../data/records.ts'
import { numberSetting, type SettingKey } from '../data/settings.ts'
import { addDays, type Day } from '../words/days.ts'
import { SENIOR_ROLES } from './playbook.ts'

/** Something said that must come back, with the day it was agreed for. */
export interface LoopToOpen {
  kind: FollowUpKind
  what: string
  due?: Day | undefined
  /** Further people with whom it is. */
  others?: readonly number[] | undefined
  /** Typed just now, however old the contact is: its days count from today. */
  isTyped?: boolean
}

/** Opens one loop; without a day it gets the days of its kind, and a day already past becomes today. */
export function openLoop(
  db: Database,
  loop: LoopToOpen,
  contact: number,
  interaction: Interaction | undefined,
  today: Day,
): OpenFollowUp {
  const person = contactById(db, contact)
  const start = loop.isTyped ? today : (interaction?.on ?? today)
  const due = loop.due ?? addDays(start, daysFor(db, loop.kind, person))
  return created(
    db,
    'followUps',
    present({
      kind: loop.kind,
      contact,
      others: loop.others && [...loop.others],
      what: loop.what,
      due: due < today ? today : due,
      dated: (loop.kind === 'ask' && loop.due !== undefined) || undefined,
      from: interaction?.id,
      private: interaction?.private,
    }),
  )
}

/** Days until a loop of this kind is due when nobody named a day. */
export function daysFor(db: Database, kind: FollowUpKind, contact: Contact): number {
  if (kind === 'reply') {
    const isSenior = contact.role !== undefined && SENIOR_ROLES.has(contact.role)
    return numberSetting(db, isSenior ? 'days.reply-senior' : 'days.reply')
  }
  const days = numberSetting(db, `days.${kind}` as SettingKey)
  return Number.isNaN(days) ? numberSetting(db, 'days.promise') : days
}

export function isOpen(followUp: FollowUp): followUp is OpenFollowUp {
  return followUp.closed === undefined
}

/** Ends a loop, as done when nothing else is said, and with the interaction that settled it. */
export function close(
  db: Database,
  followUp: OpenFollowUp,
  today: Day,
  { how = 'done', by }: { how?: ClosedFollowUp['closed']; by?: Interaction | undefined } = {},
): ClosedFollowUp {
  const ending = present({ closed: how, closedOn: today, closedBy: by?.id })
  // The same record, which was open and is closed with this; a type cannot follow it across.
  return Object.assign<object, object>(touch(db, followUp), ending) as ClosedFollowUp
}

/** Takes the ending of a loop back. */
export function reopen(db: Database, followUp: ClosedFollowUp): OpenFollowUp {
  // As in `close`, the other way.
  const record: Partial<Record<keyof ClosedFollowUp, unknown>> = touch(db, followUp)
  delete record.closed
  delete record.closedOn
  delete record.closedBy
  return record as OpenFollowUp
}
