import type {
  Circle,
  Contact,
  FollowUp,
  FollowUpKind,
  Interaction,
  Occasion,
  Role,
} from '../data/model.ts'
import { isAnswer, ONE_TO_ONE } from '../data/occasions.ts'
import type { Day } from '../words/days.ts'

/** Older in training or in office: waits are longer, greetings formal, meetings end in a thank-you. */
export const SENIOR_ROLES: ReadonlySet<Role> = new Set<Role>([
  'fellow',
  'attending',
  'faculty',
  'advisor',
  'alumni',
])

const SEEN_ROLES: ReadonlySet<Role | undefined> = new Set<Role>([
  'peer',
  'senior-student',
  'nurse',
  'allied-health',
  'staff',
  'family',
])

/** Without an address, and seen at work, in class or at home: thanks and news are said. */
export function isToldInPerson({ emails, role, circles }: Contact): boolean {
  return !emails?.length && (SEEN_ROLES.has(role) || circles?.includes('support') === true)
}

const THANKED_ROLES: ReadonlySet<Role> = new Set<Role>([
  'resident',
  'fellow',
  'attending',
  'faculty',
  'alumni',
  'advisor',
])

const TALKS: readonly Occasion[] = ['coffee', 'lunch', 'walk', 'call', 'video', 'meeting']

export interface Play {
  opens: FollowUpKind
  after: readonly Occasion[]
  /** Whom it is for; absent: anybody. */
  roles?: ReadonlySet<Role>
  /** Only for somebody never met before. */
  newOnly?: boolean
}

/** What an occasion opens, a thank-you or a note to somebody new; its days are settings. */
export const PLAYBOOK: readonly Play[] = [
  { opens: 'thank-you', after: ['office-hours', 'info-interview', 'shadowing'] },
  { opens: 'thank-you', after: TALKS, roles: THANKED_ROLES },
  {
    opens: 'event',
    after: ['panel', 'conference', 'seminar', 'grand-rounds', 'social'],
    newOnly: true,
  },
]

const WRITTEN: ReadonlySet<Occasion> = new Set<Occasion>(['email', 'message'])

/** An email or message from me. */
export function isOutgoing(interaction: Pick<Interaction, 'kind' | 'by'>): boolean {
  return WRITTEN.has(interaction.kind) && interaction.by !== 'them'
}

/** Whether a logged interaction settles a loop of this kind; kinds not named here are settled by hand. */
export function settles(
  kind: FollowUpKind,
  interaction: Pick<Interaction, 'kind' | 'by' | 'on' | 'event'>,
  opening: { on: Day; kind?: Occasion; event?: number | undefined } | undefined,
  due: Day | undefined,
): boolean {
  if (opening && interaction.on < opening.on) return false
  if (kind === 'thank-you') {
    // The team of a rotation is thanked on its last day: a mail about the schedule before it is no thanks.
    const isEarly = opening?.kind === 'rotation' && due !== undefined && interaction.on < due
    return isOutgoing(interaction) && !isEarly
  }
  if (kind === 'event') {
    const sameEvent = interaction.event !== undefined && interaction.event === opening?.event
    return !sameEvent && (isOutgoing(interaction) || ONE_TO_ONE.has(interaction.kind))
  }
  if (kind === 'reply') {
    return isAnswer(interaction)
  }
  if (kind === 'meeting') return due === undefined || interaction.on >= due
  return false
}

interface LoopFacts {
  kind: FollowUpKind | 'keep-in-touch'
  /** Of the interaction that opened it. */
  occasion?: Occasion | undefined
  /** A prospect, never written to. */
  isUnmet?: boolean
  stage?: FollowUp['stage'] | undefined
  outcome?: string | undefined
  role?: Role | undefined
  circles?: readonly Circle[] | undefined
  isPastDue: boolean
  /** Past one and a half rhythms. */
  isLong: boolean
}

/** The template that belongs to an open loop, or null when none does. */
export function suggestedTemplate(loop: LoopFacts): string | null {
  switch (loop.kind) {
    case 'event':
      // A classmate in the next chair gave no talk and sat on no panel.
      if (loop.role === 'peer') return 'event-followup'
      return AFTER_EVENT.get(loop.occasion ?? 'event') ?? 'event-followup'
    case 'thank-you':
      // Whom somebody pointed to has given nothing yet: the first mail comes before the thanks.
      return loop.isUnmet ? 'info-interview' : 'thanks'
    case 'advice':
      return loop.stage === 'tried' ? 'advice-update' : null
    case 'resource':
      return loop.outcome ? 'resource-followup' : null
    case 'reply':
      // Never a second nudge.
      return loop.isPastDue && loop.stage !== 'nudged' ? 'nudge' : null
    case 'keep-in-touch':
      return keepInTouchTemplate(loop)
    default:
      return null
  }
}

const AFTER_EVENT = new Map<Occasion, string>([
  ['panel', 'panel'],
  ['seminar', 'speaker-followup'],
  ['grand-rounds', 'speaker-followup'],
])

/** The emails about a talk, each with the slots that only the user can fill. */
export const TALK_EMAILS: ReadonlyMap<string, readonly string[]> = new Map([
  ['panel', ['topic']],
  ['speaker-followup', []],
])

function keepInTouchTemplate({ role, circles, isLong }: LoopFacts): string {
  if (role === 'peer' || role === 'family') return 'check-in'
  if (circles?.includes('pre-med')) return 'premed-update'
  return isLong ? 'reconnect' : 'check-in'
}
