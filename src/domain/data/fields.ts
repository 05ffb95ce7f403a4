import {
  CIRCLES,
  FOLLOW_UP_KINDS,
  type ListName,
  NEAR,
  OCCASIONS,
  PACES,
  ROLES,
  SEASON_KINDS,
} from './model.ts'

/**
 * How a value is written in the file, and so how it is read and checked:
 * `name`, `line` one line of text (names refuse every control character), `text` may have line breaks,
 * `day` `2026-03-09`, `moment` ISO in UTC, `clock` `15:00`, `birthday` a day with or without its year,
 * `count` a whole number from 0, `rhythm` a count of days typed as `30d`, `6w` or `none`,
 * `quiet` a day or `until-woken`, `reference` the id of a record of the list `to`, `words` a map of lines.
 */
export type FieldType =
  | 'name'
  | 'line'
  | 'text'
  | 'email'
  | 'phone'
  | 'link'
  | 'day'
  | 'moment'
  | 'clock'
  | 'birthday'
  | 'count'
  | 'rhythm'
  | 'quiet'
  | 'flag'
  | 'choice'
  | 'reference'
  | 'words'

export interface FieldRow {
  /** The key in the record. */
  name: string
  type: FieldType
  /** What the value is, for help and for questions. */
  help: string
  choices?: readonly string[]
  /** The list that a reference points into. */
  to?: ListName
  many?: boolean
  required?: boolean
  /** The option that sets it, without dashes; absent: not typed on the command line. */
  flag?: string
  /** One letter. */
  short?: string
  /** What stands for the value in help, `day` in `--on <day>`. */
  placeholder?: string
  /** `--no-<flag>` takes it away. */
  clearable?: boolean
  /** Who sees it; absent: `public`. */
  lens?: Lens
}

/**
 * Who sees a field. `public`: everybody. `private`: the user on screen; elsewhere as if it were not in the
 * file. `local`: it acts everywhere and is printed only here, as whoever rests must rest everywhere.
 */
export type Lens = 'public' | 'private' | 'local'

export function isPublic({ lens = 'public' }: Pick<FieldRow, 'lens'>): boolean {
  return lens === 'public'
}

export function isPrivate({ lens }: Pick<FieldRow, 'lens'>): boolean {
  return lens === 'private'
}

const PERSON: readonly FieldRow[] = [
  { name: 'name', type: 'name', required: true, flag: 'name', help: 'the whole name' },
  { name: 'title', type: 'name', flag: 'title', clearable: true, help: 'Dr., Prof., …' },
  { name: 'first', type: 'name', flag: 'first', clearable: true, help: 'first name' },
  { name: 'last', type: 'name', flag: 'last', clearable: true, help: 'family name' },
  {
    name: 'nickname',
    type: 'name',
    flag: 'nickname',
    clearable: true,
    help: 'what they are called',
  },
  {
    name: 'greeting',
    type: 'name',
    flag: 'greeting',
    clearable: true,
    help: 'how a mail begins, after "Dear"',
  },
  {
    name: 'role',
    type: 'choice',
    choices: ROLES,
    flag: 'role',
    clearable: true,
    help: 'what they are to you',
  },
  {
    name: 'circles',
    type: 'choice',
    choices: CIRCLES,
    many: true,
    flag: 'circle',
    clearable: true,
    help: 'closer circles',
  },
  {
    name: 'emails',
    type: 'email',
    many: true,
    flag: 'email',
    clearable: true,
    help: 'email address',
  },
  { name: 'phones', type: 'phone', many: true, flag: 'phone', clearable: true, help: 'phone' },
  {
    name: 'stage',
    type: 'line',
    flag: 'stage',
    clearable: true,
    help: 'training stage: MS1 to MS4, PGY1, …',
  },
  {
    name: 'institution',
    type: 'line',
    flag: 'institution',
    clearable: true,
    help: 'school or hospital',
  },
  {
    name: 'department',
    type: 'line',
    flag: 'department',
    clearable: true,
    help: 'department',
  },
  { name: 'specialty', type: 'line', flag: 'specialty', clearable: true, help: 'specialty' },
  {
    name: 'graduationYear',
    type: 'count',
    flag: 'graduation-year',
    placeholder: 'year',
    clearable: true,
    help: 'year of graduation',
  },
  {
    name: 'organisations',
    type: 'line',
    many: true,
    flag: 'organisation',
    clearable: true,
    help: 'organisation, with their role in it: "AMWA: treasurer"',
  },
  {
    name: 'met',
    type: 'choice',
    choices: OCCASIONS,
    flag: 'met',
    placeholder: 'occasion',
    clearable: true,
    help: 'the occasion on which you met',
  },
  {
    name: 'metOn',
    type: 'day',
    flag: 'met-on',
    placeholder: 'day',
    clearable: true,
    help: 'the day you met',
  },
  {
    name: 'metAt',
    type: 'line',
    flag: 'met-at',
    placeholder: 'place',
    clearable: true,
    help: 'the place or event where you met',
  },
  {
    name: 'introducedBy',
    type: 'reference',
    to: 'contacts',
    flag: 'introduced-by',
    placeholder: 'who',
    clearable: true,
    help: 'who introduced you',
  },
  {
    name: 'hometown',
    type: 'line',
    flag: 'hometown',
    clearable: true,
    help: 'home town',
  },
  {
    name: 'interests',
    type: 'line',
    many: true,
    flag: 'interest',
    clearable: true,
    help: 'what they like',
  },
  {
    name: 'background',
    type: 'line',
    many: true,
    flag: 'background',
    clearable: true,
    lens: 'private',
    help: 'background you share (private)',
  },
  {
    name: 'worries',
    type: 'line',
    many: true,
    flag: 'worry',
    clearable: true,
    lens: 'private',
    help: 'what worries them (private)',
  },
  {
    name: 'matters',
    type: 'line',
    many: true,
    flag: 'matters',
    placeholder: 'text',
    clearable: true,
    help: 'what matters to them',
  },
  {
    name: 'links',
    type: 'link',
    many: true,
    flag: 'link',
    clearable: true,
    help: 'LinkedIn, ORCID, web, …',
  },
  {
    name: 'area',
    type: 'line',
    flag: 'area',
    clearable: true,
    help: 'where they live or work',
  },
  {
    name: 'birthday',
    type: 'birthday',
    flag: 'birthday',
    placeholder: 'day',
    clearable: true,
    help: 'birthday, the year optional',
  },
  {
    name: 'tags',
    type: 'line',
    many: true,
    flag: 'tag',
    clearable: true,
    help: 'a word of your own',
  },
  {
    name: 'every',
    type: 'rhythm',
    flag: 'every',
    placeholder: 'time',
    clearable: true,
    help: 'keep in touch this often: 30d, 6w, or none',
  },
  { name: 'prospect', type: 'flag', flag: 'prospect', help: 'somebody you want to write to' },
  {
    name: 'why',
    type: 'line',
    flag: 'why',
    clearable: true,
    help: 'why you want to write to them',
  },
  {
    name: 'found',
    type: 'line',
    flag: 'found',
    placeholder: 'where',
    clearable: true,
    help: 'where you found them',
  },
  { name: 'quiet', type: 'quiet', lens: 'local', help: 'no reminders until then' },
  { name: 'snoozes', type: 'count', lens: 'local', help: 'how often it was put off' },
  { name: 'archived', type: 'flag', help: 'put aside' },
  {
    name: 'history',
    type: 'line',
    many: true,
    help: 'what role, stage and institution were before',
  },
  { name: 'slots', type: 'words', help: 'what was last given for their drafts' },
  {
    name: 'note',
    type: 'text',
    flag: 'note',
    short: 'n',
    placeholder: 'text',
    clearable: true,
    help: 'a note; - reads it from stdin',
  },
  {
    name: 'privateNote',
    type: 'text',
    flag: 'private-note',
    placeholder: 'text',
    clearable: true,
    lens: 'private',
    help: 'a note that no export or draft ever sees',
  },
]

const INTERACTION: readonly FieldRow[] = [
  {
    name: 'kind',
    type: 'choice',
    choices: OCCASIONS,
    required: true,
    flag: 'kind',
    short: 'k',
    placeholder: 'occasion',
    help: 'the occasion (met, when nothing is said)',
  },
  {
    name: 'on',
    type: 'day',
    required: true,
    flag: 'on',
    short: 'o',
    placeholder: 'day',
    help: 'the day (today)',
  },
  {
    name: 'contacts',
    type: 'reference',
    to: 'contacts',
    many: true,
    required: true,
    flag: 'with',
    placeholder: 'who',
    help: 'the people',
  },
  {
    name: 'by',
    type: 'choice',
    choices: ['me', 'them'],
    flag: 'by',
    placeholder: 'me|them',
    help: 'who started it (me)',
  },
  {
    name: 'event',
    type: 'reference',
    to: 'events',
    flag: 'event',
    placeholder: 'name',
    clearable: true,
    help: 'the event it belongs to',
  },
  { name: 'place', type: 'line', flag: 'place', clearable: true, help: 'where it was' },
  {
    name: 'near',
    type: 'choice',
    choices: NEAR,
    flag: 'near',
    placeholder: 'me|them|neither',
    clearable: true,
    help: 'whose side of town it was',
  },
  {
    name: 'detail',
    type: 'line',
    flag: 'detail',
    short: 'd',
    placeholder: 'text',
    clearable: true,
    help: 'the one specific thing to mention next time',
  },
  {
    name: 'note',
    type: 'text',
    flag: 'note',
    short: 'n',
    placeholder: 'text',
    clearable: true,
    help: 'a note; - reads it from stdin',
  },
  { name: 'private', type: 'flag', flag: 'private', help: 'shown to you alone, never exported' },
  { name: 'template', type: 'line', help: 'the template of the email sent' },
  {
    name: 'gave',
    type: 'line',
    flag: 'gave',
    placeholder: 'text',
    clearable: true,
    help: 'what you gave: notes, news, help',
  },
  { name: 'debrief', type: 'words', lens: 'private', help: 'what you saw and heard (private)' },
]

const FOLLOW_UP: readonly FieldRow[] = [
  {
    name: 'kind',
    type: 'choice',
    choices: FOLLOW_UP_KINDS,
    required: true,
    help: 'which kind of loop',
  },
  {
    name: 'contact',
    type: 'reference',
    to: 'contacts',
    flag: 'who',
    placeholder: 'who',
    clearable: true,
    help: 'the person',
  },
  {
    name: 'what',
    type: 'line',
    required: true,
    flag: 'what',
    placeholder: 'text',
    help: 'what to do',
  },
  {
    name: 'due',
    type: 'day',
    flag: 'due',
    placeholder: 'day',
    clearable: true,
    help: 'by which day',
  },
  { name: 'at', type: 'clock', help: 'when a meeting starts' },
  { name: 'minutes', type: 'count', help: 'how long a meeting lasts' },
  { name: 'place', type: 'line', flag: 'place', clearable: true, help: 'where a meeting is' },
  { name: 'others', type: 'reference', to: 'contacts', many: true, help: 'further people' },
  { name: 'occasion', type: 'choice', choices: OCCASIONS, help: 'how a meeting is held' },
  { name: 'from', type: 'reference', to: 'interactions', help: 'where it came from' },
  { name: 'stage', type: 'choice', choices: ['tried', 'nudged'], help: 'how far it is' },
  {
    name: 'outcome',
    type: 'line',
    flag: 'outcome',
    placeholder: 'text',
    clearable: true,
    help: 'what came of it',
  },
  { name: 'template', type: 'line', help: 'the template it waits on' },
  { name: 'text', type: 'text', help: 'a draft that is held' },
  { name: 'holdUntil', type: 'moment', help: 'when the draft may go' },
  { name: 'private', type: 'flag', help: 'shown to you alone' },
  { name: 'closedOn', type: 'day', help: 'the day it was settled' },
  { name: 'closed', type: 'choice', choices: ['done', 'dropped'], help: 'how it ended' },
  { name: 'closedBy', type: 'reference', to: 'interactions', help: 'what settled it' },
]

const EVENT: readonly FieldRow[] = [
  { name: 'name', type: 'line', required: true, flag: 'name', help: 'its name' },
  {
    name: 'kind',
    type: 'choice',
    choices: OCCASIONS,
    required: true,
    flag: 'kind',
    short: 'k',
    placeholder: 'occasion',
    help: 'conference, panel, rotation, …',
  },
  {
    name: 'on',
    type: 'day',
    required: true,
    flag: 'on',
    short: 'o',
    placeholder: 'day',
    help: 'its first day',
  },
  {
    name: 'until',
    type: 'day',
    flag: 'until',
    placeholder: 'day',
    clearable: true,
    help: 'its last day',
  },
  { name: 'place', type: 'line', flag: 'place', clearable: true, help: 'where it is' },
  {
    name: 'read',
    type: 'line',
    many: true,
    flag: 'read',
    placeholder: 'text',
    clearable: true,
    help: 'what to read before',
  },
  {
    name: 'speakers',
    type: 'line',
    many: true,
    flag: 'speaker',
    placeholder: 'who',
    clearable: true,
    help: 'who speaks',
  },
  {
    name: 'sessions',
    type: 'line',
    many: true,
    flag: 'session',
    placeholder: '"09:30 …"',
    clearable: true,
    help: 'a session to see, with its time',
  },
  {
    name: 'goals',
    type: 'line',
    many: true,
    flag: 'goal',
    placeholder: 'text',
    clearable: true,
    help: 'what you want from it',
  },
]

const SEASON: readonly FieldRow[] = [
  { name: 'name', type: 'line', required: true, flag: 'name', help: 'its name' },
  {
    name: 'kind',
    type: 'choice',
    choices: SEASON_KINDS,
    required: true,
    flag: 'kind',
    short: 'k',
    help: 'boards, exams, rotation, application, leave, rest',
  },
  {
    name: 'pace',
    type: 'choice',
    choices: PACES,
    required: true,
    flag: 'pace',
    help: 'how fast the rhythms run',
  },
  {
    name: 'from',
    type: 'day',
    required: true,
    flag: 'from',
    placeholder: 'day',
    help: 'its first day',
  },
  {
    name: 'until',
    type: 'day',
    required: true,
    flag: 'until',
    placeholder: 'day',
    help: 'its last day',
  },
]

const QUESTION: readonly FieldRow[] = [
  { name: 'contact', type: 'reference', to: 'contacts', help: 'whom to ask' },
  { name: 'role', type: 'choice', choices: ROLES, help: 'for which role' },
  { name: 'text', type: 'line', required: true, flag: 'text', help: 'the question' },
  { name: 'career', type: 'flag', flag: 'career', help: 'about the career, asked last' },
  { name: 'askedOn', type: 'day', help: 'when it was asked' },
]

const PROFILE: readonly FieldRow[] = [
  { name: 'name', type: 'name', flag: 'name', clearable: true, help: 'your name, as you sign' },
  { name: 'email', type: 'email', flag: 'email', clearable: true, help: 'your email address' },
  {
    name: 'stage',
    type: 'line',
    flag: 'stage',
    clearable: true,
    help: 'your stage: pre-med, MS1 to MS4, PGY1, …',
  },
  { name: 'school', type: 'line', flag: 'school', clearable: true, help: 'your school' },
  {
    name: 'graduationYear',
    type: 'count',
    flag: 'graduation-year',
    placeholder: 'year',
    clearable: true,
    help: 'the year you graduate',
  },
  {
    name: 'interests',
    type: 'line',
    many: true,
    flag: 'interest',
    clearable: true,
    help: 'a field or subject that interests you',
  },
  {
    name: 'skills',
    type: 'line',
    many: true,
    flag: 'skill',
    clearable: true,
    help: 'a skill you hope to gain',
  },
  { name: 'area', type: 'line', flag: 'area', clearable: true, help: 'where you live' },
  {
    name: 'links',
    type: 'link',
    many: true,
    flag: 'link',
    clearable: true,
    help: 'your own links',
  },
  {
    name: 'pitch',
    type: 'text',
    flag: 'pitch',
    placeholder: 'text',
    clearable: true,
    help: 'who you are in 30 to 45 seconds',
  },
  { name: 'startTicks', type: 'line', many: true, help: 'first steps ticked by hand' },
]

/** Each field of each record once: flags, questions, the editor's form, the check and the schema read it. */
export const FIELDS: Record<ListName | 'profile', readonly FieldRow[]> = {
  profile: PROFILE,
  events: EVENT,
  seasons: SEASON,
  questions: QUESTION,
  contacts: PERSON,
  followUps: FOLLOW_UP,
  interactions: INTERACTION,
}
