import type { Circle, FollowUp, FollowUpKind, Occasion, Role } from './model.ts'

interface LoopFacts {
  kind: FollowUpKind | 'keep-in-touch'
  /** Of the interaction that opened it. */
  occasion?: Occasion | undefined
  stage?: FollowUp['stage'] | undefined
  outcome?: string | undefined
  role?: Role | undefined
  circles?: readonly Circle[] | undefined
  isPastDue: boolean
  /** Past one and a half rhythms (practice K3). */
  isLong: boolean
}

/** The template that belongs to an open loop (practices §10), or null when none does. */
export function suggestedTemplate(loop: LoopFacts): string | null {
  switch (loop.kind) {
    case 'event':
      return AFTER_EVENT.get(loop.occasion ?? 'event') ?? 'event-followup'
    case 'thank-you':
      return 'thanks'
    case 'advice':
      return loop.stage === 'tried' ? 'advice-update' : null
    case 'resource':
      return loop.outcome ? 'resource-followup' : null
    case 'reply':
      // Never a second nudge (practice L7).
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

function keepInTouchTemplate({ role, circles, isLong }: LoopFacts): string {
  if (role === 'peer' || role === 'family') return 'check-in'
  if (circles?.includes('pre-med')) return 'premed-update'
  return isLong ? 'reconnect' : 'check-in'
}
