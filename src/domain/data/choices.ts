// The closed lists of words that fields choose from.

export const ROLES = [
  'peer',
  'senior-student',
  'resident',
  'fellow',
  'attending',
  'faculty',
  'nurse',
  'allied-health',
  'staff',
  'alumni',
  'advisor',
  'teacher',
  'employer',
  'family',
  'other',
] as const

export const CIRCLES = [
  'mentor',
  'mentee',
  'study',
  'support',
  'letter-writer',
  'research',
  'pre-med',
] as const

/** How people meet: shared by `--met`, `log --kind` and events. */
export const OCCASIONS = [
  'coffee',
  'lunch',
  'walk',
  'call',
  'video',
  'message',
  'email',
  'meeting',
  'office-hours',
  'info-interview',
  'shadowing',
  'lecture',
  'panel',
  'seminar',
  'grand-rounds',
  'conference',
  'class',
  'club',
  'sport',
  'rotation',
  'research',
  'study-session',
  'group-interview',
  'volunteer',
  'social',
  'wellness',
  'online',
  'introduced',
  'pre-med',
  'event',
  'met',
] as const

export const FOLLOW_UP_KINDS = [
  'thank-you',
  'event',
  'reply',
  'promise',
  'advice',
  'resource',
  'offer',
  'ask',
  'meeting',
  'deadline',
  'reminder',
  'draft',
] as const

/**
 * What a mail may say only with the record that proves it; `review/claims.ts` has the records. `talk` they
 * spoke there, `mail` I wrote to them, `met` we met or spoke, `touch` that, or they gave or wrote something,
 * `advice`, `resource`, `introduction` and `letter` they gave it, `a-while` we were in touch and not this
 * month, `first-reminder` they had none of me yet, `unanswered` nor did they answer, unless they agreed,
 * `introduced` someone put us in touch, `unmet` we have not met or spoken, `talked` we spoke there, `pre-med` they helped me get to medical school, `role` they are one of those that the template is for.
 */
export const CLAIMS = [
  'talk',
  'mail',
  'met',
  'touch',
  'advice',
  'resource',
  'introduction',
  'letter',
  'a-while',
  'first-reminder',
  'unanswered',
  'introduced',
  'unmet',
  'talked',
  'pre-med',
  'role',
] as const

export const NEAR = ['me', 'them', 'neither'] as const

export const SEASON_KINDS = ['boards', 'exams', 'rotation', 'application', 'leave', 'rest'] as const
export const PACES = ['normal', 'half', 'pause'] as const
