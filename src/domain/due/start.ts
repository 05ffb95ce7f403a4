import { Failure } from '../../failure.ts'
import type { Contact, Database, Interaction, Occasion } from '../data/model.ts'
import { numberSetting, textSetting } from '../data/settings.ts'
import { type Day, dayOfMoment, daysBetween } from '../words/days.ts'
import { isOutgoing, SENIOR_ROLES } from './playbook.ts'

/** A first step of somebody new, ticked by doing it or by hand. */
export interface Step {
  /** Stays the same, whatever is ticked. */
  number: number
  key: string
  says: string
  /** What to type once it is done, or to begin it. */
  command: string
  isDone: boolean
}

export interface StartList {
  steps: Step[]
  /** How many are not done. */
  left: number
}

type Does = (
  interaction: Pick<Interaction, 'kind' | 'by' | 'contacts'>,
  contacts: ReadonlyMap<number, Contact>,
) => boolean

interface StepRow {
  key: string
  says: string
  /** Said instead to those who like it small. */
  small?: string
  command: string
  /** Comes when the ones before it are done. */
  isLater?: boolean
  /** Not for residents, who are past it. */
  isForStudents?: boolean
  /** Whether a logged interaction does it; absent: only ticked by hand. */
  done?: Does
}

const STEPS: readonly StepRow[] = [
  {
    key: 'group',
    says: 'join one group',
    small: 'join one small group, or help behind the scenes of a larger one',
    command: 'netmed log <who> --kind club',
    done: ofKind('club', 'sport', 'volunteer'),
  },
  {
    key: 'mentor',
    says: 'write to one mentor',
    command: 'netmed draft info-interview <who>',
    done: (each, contacts) =>
      isOutgoing(each) && each.contacts.some(id => isMentor(contacts.get(id))),
  },
  {
    key: 'study',
    says: 'set up one study session',
    small: 'set up one study session for two or three',
    command: 'netmed meet <who> --kind study-session',
    done: ofKind('study-session'),
  },
  {
    key: 'event',
    says: 'go to one event',
    small: 'go to one small event',
    command: 'netmed event add "…" --on …',
    done: ofKind('panel', 'conference', 'seminar', 'grand-rounds', 'social', 'wellness', 'event'),
  },
  {
    key: 'instructor',
    says: 'sit down with an instructor',
    command: 'netmed meet <who> --kind office-hours',
    isLater: true,
    done: ofKind('office-hours'),
  },
  {
    key: 'shadow',
    says: 'shadow a physician once',
    command: 'netmed draft shadow-request <who>',
    isLater: true,
    isForStudents: true,
    done: ofKind('shadowing'),
  },
  {
    key: 'research',
    says: 'ask the research office, or someone a year ahead, how they found their mentor',
    command: 'netmed log <who> --kind info-interview',
    isLater: true,
    done: ofKind('research', 'info-interview'),
  },
  {
    key: 'pairing',
    says: 'ask whether the school pairs students with physicians',
    command: 'netmed start done 8',
    isLater: true,
    isForStudents: true,
  },
]

/** Everything that could be a first step; the later ones once the first are done. */
export function startList(db: Database): StartList {
  const ticked = doneSteps(db)
  const isSmall = textSetting(db, 'style') === 'small'
  const isResident = db.profile.stage?.startsWith('PGY') === true
  const rows = STEPS.filter(step => !isResident || !step.isForStudents)
  const first = rows.filter(step => !step.isLater)
  const shown = first.every(step => ticked.has(step.key)) ? rows : first
  const steps = shown.map(({ key, says, small, command }) => ({
    number: STEPS.findIndex(step => step.key === key) + 1,
    key,
    says: isSmall ? (small ?? says) : says,
    command,
    isDone: ticked.has(key),
  }))
  return { steps, left: steps.filter(step => !step.isDone).length }
}

/** Whether the first steps still stand under today's page: for two weeks from the first person on. */
export function isStarting(db: Database, today: Day): boolean {
  const [first] = db.contacts
  if (!first) return true
  return (
    daysBetween(dayOfMoment(new Date(first.createdAt)), today) < numberSetting(db, 'start.days')
  )
}

/** Ticks a step by hand, or all of them; fails when there is no step of that number. */
export function tickStep(db: Database, which: number | 'all'): void {
  const step = which === 'all' ? undefined : STEPS[which - 1]
  if (which !== 'all' && !step) {
    throw new Failure('not-found', `There is no first step ${which}.`, 'All of them: netmed start')
  }
  const keys = step ? [step.key] : STEPS.map(each => each.key)
  db.profile.startTicks = [...new Set([...(db.profile.startTicks ?? []), ...keys])]
}

function doneSteps(db: Database): Set<string> {
  const done = new Set(db.profile.startTicks ?? [])
  const open = STEPS.filter(step => step.done && !done.has(step.key))
  if (!open.length) return done
  const contacts = new Map(db.contacts.map(contact => [contact.id, contact]))
  for (const each of doneOrPlanned(db)) {
    const index = open.findIndex(step => step.done?.(each, contacts))
    if (index < 0) continue
    done.add(open[index]?.key ?? '')
    open.splice(index, 1)
    if (!open.length) break
  }
  return done
}

/** What was logged, and what is planned: a date in the calendar is a first step too. */
function* doneOrPlanned(db: Database): Generator<Parameters<Does>[0]> {
  yield* db.interactions
  for (const { kind, occasion, closed, contact, others = [] } of db.followUps) {
    if (kind !== 'meeting' || occasion === undefined || closed === 'dropped') continue
    yield { kind: occasion, contacts: contact === undefined ? others : [contact, ...others] }
  }
  for (const { kind } of db.events) yield { kind, contacts: [] }
}

function ofKind(...kinds: Occasion[]): Does {
  return ({ kind }) => kinds.includes(kind)
}

function isMentor(contact: Contact | undefined): boolean {
  const isSenior = contact?.role !== undefined && SENIOR_ROLES.has(contact.role)
  return isSenior || contact?.circles?.includes('mentor') === true
}
