import type { Day, FollowUpKind, Interaction, Occasion, Role } from './model.ts'

/** Older in training or in office: waits are longer, greetings formal, meetings end in a thank-you. */
export const SENIOR_ROLES: ReadonlySet<Role> = new Set<Role>([
  'fellow',
  'attending',
  'faculty',
  'advisor',
  'alumni',
])

const THANKED_ROLES: ReadonlySet<Role> = new Set<Role>([
  'resident',
  'fellow',
  'attending',
  'faculty',
  'alumni',
  'advisor',
])

const TALKS: readonly Occasion[] = ['coffee', 'lunch', 'walk', 'call', 'video', 'meeting']

interface Play {
  opens: FollowUpKind
  after: readonly Occasion[]
  /** Whom it is for; absent: anybody. */
  roles?: ReadonlySet<Role>
  /** Only for somebody never met before. */
  newOnly?: boolean
}

/** What an occasion opens (practices L1 and L2); its days are settings. */
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
const ONE_TO_ONE: ReadonlySet<Occasion> = new Set<Occasion>([
  ...TALKS,
  'office-hours',
  'info-interview',
])
/** Occasions on which they can speak for themselves, so that a wait for their word is over. */
const TOGETHER: ReadonlySet<Occasion> = new Set<Occasion>([
  ...ONE_TO_ONE,
  'shadowing',
  'study-session',
  'research',
  'rotation',
  'group-interview',
  'social',
  'wellness',
  'club',
  'sport',
  'met',
])

/** An email or message from me. */
export function isOutgoing(interaction: Pick<Interaction, 'kind' | 'by'>): boolean {
  return WRITTEN.has(interaction.kind) && interaction.by !== 'them'
}

/** Whether a logged interaction settles a loop of this kind (practices, section 3, "What settles what"). */
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
    return interaction.by === 'them' || TOGETHER.has(interaction.kind)
  }
  if (kind === 'meeting') return due === undefined || interaction.on >= due
  return false
}
