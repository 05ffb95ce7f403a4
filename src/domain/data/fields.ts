import type { Day } from '../words/days.ts'
import { readComingDay, readEventDay, readPastDay, readRepeat } from '../words/read-days.ts'
import { readStage } from '../words/read-stage.ts'
import { readGraduationYear } from '../words/read-values.ts'
import { oneLine } from '../words/text.ts'
import { CIRCLES, FOLLOW_UP_KINDS, NEAR, OCCASIONS, PACES, ROLES, SEASON_KINDS } from './choices.ts'
import type { ListName } from './model.ts'
import {
  birthday,
  type Columns,
  choice,
  clock,
  count,
  day,
  email,
  type FieldRow,
  flag,
  line,
  link,
  minutes,
  moment,
  name,
  named,
  phone,
  quiet,
  reference,
  rhythm,
  text,
  words,
} from './rows.ts'
import { OCCASION_SYNONYMS, ROLE_SYNONYMS } from './synonyms.ts'

// One row a field. From it come its type, its check in the file, its schema, how it is typed, asked, edited,
// shown, searched, merged, and taken in and out; `rows.ts` says what each column means.

const role = <const C extends Columns>(help: string, columns: C) =>
  choice(ROLES, help, { noun: 'role', synonyms: ROLE_SYNONYMS, weight: 4, ...columns })

const occasion = <const C extends Columns>(help: string, columns: C) =>
  choice(OCCASIONS, help, { noun: 'occasion', synonyms: OCCASION_SYNONYMS, weight: 1, ...columns })

const CONTACT = {
  /** As typed; the parts below stand only where they were corrected. */
  name: name('the whole name', {
    required: true,
    flag: 'name',
    isOwn: true,
    isMine: true,
    page: 'head',
    weight: 10,
    vcard: 'by-hand',
  }),
  title: name('Dr., Prof., …', { flag: 'title', isOwn: true, page: 'head' }),
  first: name('first name', {
    flag: 'first',
    isOwn: true,
    page: 'nowhere',
    weight: 10,
  }),
  last: name('last name', {
    flag: 'last',
    isOwn: true,
    page: 'nowhere',
    weight: 10,
  }),
  nickname: name('what they are called', {
    flag: 'nickname',
    isOwn: true,
    weight: 10,
    vcard: 'by-hand',
  }),
  pronouns: line('pronouns: she/her, they/them, …', {
    flag: 'pronouns',
    isOwn: true,
    longest: 100,
    strict: true,
    vcard: ['X-PRONOUNS', 'PRONOUNS'],
  }),
  greeting: name('how an email begins, after "Dear"', {
    flag: 'greeting',
    isOwn: true,
    page: 'nowhere',
  }),
  role: role('who they are to you', {
    flag: 'role',
    isKept: true,
    page: 'head',
    vcard: 'by-hand',
  }),
  circles: choice(CIRCLES, 'their circle: support, mentor, research, …', {
    many: true,
    flag: 'circle',
    noun: 'circle',
    weight: 4,
  }),
  emails: email('email address', {
    many: true,
    flag: 'email',
    isOwn: true,
    newestFirst: true,
    page: 'head',
    weight: 10,
    vcard: 'by-hand',
  }),
  phones: phone('phone', {
    many: true,
    flag: 'phone',
    isOwn: true,
    newestFirst: true,
    page: 'head',
    weight: 10,
    vcard: 'by-hand',
  }),
  stage: line('training stage: MS1 to MS4, PGY1, …', { flag: 'stage', isKept: true, page: 'head' }),
  institution: line('school or hospital', {
    flag: 'institution',
    isKept: true,
    page: 'head',
    vcard: 'by-hand',
  }),
  department: line('department', { flag: 'department', page: 'head', vcard: 'by-hand' }),
  specialty: line('specialty', { flag: 'specialty', page: 'head' }),
  graduationYear: count('year of graduation', {
    flag: 'graduation-year',
    placeholder: 'year',
    read: readGraduationYear,
  }),
  /** `AMWA: treasurer`. */
  organizations: line('organization, with their role in it: "AMWA: treasurer"', {
    many: true,
    flag: 'organization',
  }),
  met: occasion('how you met: conference, rotation, …', {
    flag: 'met',
    placeholder: 'occasion',
    page: 'head',
  }),
  metOn: day('the day you met', {
    flag: 'met-on',
    placeholder: 'day',
    page: 'head',
    read: (text: string, today: Day) =>
      readPastDay(text, today, "The day you met can't be in the future."),
  }),
  metAt: line('the place or event where you met', {
    flag: 'met-at',
    placeholder: 'place',
    page: 'head',
  }),
  introducedBy: reference('contacts', 'who introduced you', {
    flag: 'introduced-by',
    placeholder: 'who',
    page: 'head',
    isMine: true,
    vcard: 'by-hand',
  }),
  hometown: line('hometown', { flag: 'hometown' }),
  interests: line('what they like', { many: true, flag: 'interest' }),
  background: line('background you share (private)', {
    many: true,
    flag: 'background',
    lens: 'private',
  }),
  worries: line('what worries them (private)', { many: true, flag: 'worry', lens: 'private' }),
  matters: line('what matters to them', { many: true, flag: 'matters', placeholder: 'text' }),
  links: link('LinkedIn, ORCID, web, …', {
    many: true,
    flag: 'link',
    isOwn: true,
    vcard: 'by-hand',
  }),
  area: line('where they live or work', {
    flag: 'area',
    vcard: 'by-hand',
  }),
  /** `1990-03-09`, or `--03-09` without the year. */
  birthday: birthday('birthday, the year optional', {
    flag: 'birthday',
    placeholder: 'day',
    isOwn: true,
    vcard: 'by-hand',
  }),
  tags: line('a tag of your own', {
    many: true,
    flag: 'tag',
    vcard: 'by-hand',
  }),
  /** Days of the rhythm that was set by hand; 0 means that none is wanted. */
  every: rhythm('keep in touch this often: 30d, 6w, monthly, or none', {
    flag: 'every',
    placeholder: 'time',
    page: 'head',
  }),
  /** Somebody to write to, not yet a contact. */
  prospect: flag('someone you want to write to', {
    flag: 'prospect',
    page: 'head',
    merge: 'both',
    isMine: true,
  }),
  why: line('why you want to write to them', { flag: 'why', page: 'head', isWatched: true }),
  found: line('where you found them', { flag: 'found', placeholder: 'where', page: 'head' }),
  /** Hides rhythm and nudges until this day, or until the user says so. */
  quiet: quiet('no reminders until then', {
    lens: 'local',
    page: 'head',
    merge: 'later',
    isMine: true,
  }),
  /** How often reminders were put off since the last contact. */
  snoozes: count('how often it was put off', {
    lens: 'local',
    page: 'nowhere',
    merge: 'larger',
    isMine: true,
  }),
  archived: flag('archived', { page: 'nowhere', merge: 'both', isMine: true }),
  /** What they were before, a dated line a change: `2026-11-21 role: resident -> attending`. */
  history: line('what role, stage and institution were before', {
    many: true,
    page: 'head',
    weight: 1,
    merge: 'sorted',
  }),
  note: text('a note; with - type it next, or read it from a file', {
    flag: 'note',
    short: 'n',
    placeholder: 'text',
    page: 'head',
    isWatched: true,
    vcard: 'by-hand',
  }),
  privateNote: text('a private note; drafts and exports leave it out', {
    flag: 'private-note',
    placeholder: 'text',
    lens: 'private',
    isWatched: true,
  }),
}

const INTERACTION = {
  on: day('the day (today)', {
    required: true,
    flag: 'on',
    short: 'o',
    placeholder: 'day',
    read: (text: string, today: Day) =>
      readPastDay(text, today, 'For something to come: netmed remind <who> "what" --due <day>'),
  }),
  kind: occasion('what kind of contact: coffee, call, … (if you leave it out: met)', {
    required: true,
    flag: 'kind',
    short: 'k',
    placeholder: 'occasion',
    page: 'head',
  }),
  contacts: reference('contacts', 'the people', {
    many: true,
    required: true,
    flag: 'with',
    placeholder: 'who',
    page: 'head',
    goesWith: true,
    csv: 'people',
  }),
  /** Who started it; absent means me. */
  by: choice(['me', 'them'], 'who started it (me)', {
    flag: 'by',
    placeholder: 'me|them',
    clearable: false,
    unsaid: 'me',
  }),
  event: reference('events', 'the event it belongs to', { flag: 'event', placeholder: 'name' }),
  place: line('where it was', { flag: 'place' }),
  near: choice(NEAR, 'who it was closer to', {
    flag: 'near',
    placeholder: 'me|them|neither',
  }),
  /** The one specific thing to mention next time. */
  detail: line('the one specific thing to mention next time', {
    flag: 'detail',
    short: 'd',
    placeholder: 'text',
    isWatched: true,
  }),
  /** Of several people the one it is about; absent: nobody said. */
  detailOf: reference('contacts', 'whose the detail is, of several people', {
    page: 'head',
    csv: false,
  }),
  note: text('a note; with - type it next, or read it from a file', {
    flag: 'note',
    short: 'n',
    placeholder: 'text',
    page: 'head',
    isWatched: true,
  }),
  /** Shown only to the user on screen, with its detail and note. */
  private: flag('only for you, never exported', {
    flag: 'private',
    page: 'head',
    csv: false,
  }),
  /** The template of an email that was sent. */
  template: line('the template of the email sent', { weight: 0, csv: false }),
  /** Something was given: notes shared, help, news. */
  gave: line('what you gave: notes, news, help', {
    flag: 'gave',
    placeholder: 'text',
    isWatched: true,
  }),
  /** What was seen and heard, by question, for the user alone; see `debrief.ts`. */
  debrief: words('what you saw and heard (private)', {
    lens: 'private',
    csv: false,
    isWatched: true,
  }),
}

const FOLLOW_UP = {
  kind: choice(FOLLOW_UP_KINDS, 'what kind of follow-up', { required: true, weight: 1 }),
  contact: reference('contacts', 'the person', {
    flag: 'who',
    placeholder: 'who',
    page: 'head',
    goesWith: true,
  }),
  what: line('what to do', {
    required: true,
    flag: 'what',
    placeholder: 'text',
    page: 'head',
    isWatched: true,
  }),
  /** Absent: no day. */
  due: day('by when', { flag: 'due', placeholder: 'day', read: readComingDay }),
  /** A reminder that comes again: `1 month`, `2 weeks`. */
  every: line('how often it comes again: weekly, 3 months, yearly', {
    flag: 'every',
    placeholder: 'time',
    weight: 0,
    read: (text: string) => readRepeat(text),
  }),
  /** The first of its days, from which the others are counted: the 31st is the 31st again after June. */
  since: day('the day it repeats from', { page: 'nowhere' }),
  /** Of what was asked: its day was said, and is not only when netmed comes back to it. */
  dated: flag('its day was said', { page: 'nowhere' }),
  /** Of a request that waits for its answer: the day it asked for. */
  neededBy: day('the day it is needed by'),
  /** Local start of a meeting, or the hour of a reminder, `15:00`. */
  at: clock('when a meeting starts'),
  /** Where it was moved: the day and time from before, as whoever was not `told` still knows them. */
  movedFrom: day('the day it was moved from'),
  movedFromAt: clock('the time it was moved from', { page: 'nowhere' }),
  /** Who was told of the move by mail. */
  told: reference('contacts', 'who was told of the move', { many: true, page: 'nowhere' }),
  minutes: minutes('how long a meeting lasts'),
  place: line('where a meeting is', { flag: 'place' }),
  /** Everybody of a meeting with more than one person; `contact` is the first. */
  others: reference('contacts', 'further people', { many: true, page: 'head' }),
  /** How the meeting will be held. */
  occasion: occasion('how a meeting is held', {}),
  /** The interaction that opened it. */
  from: reference('interactions', 'where it came from', { page: 'head' }),
  /**
   * Advice: `tried` once there is an outcome to tell; a reply: `nudged` after the one nudge; what was asked:
   * `agreed` once they said yes.
   */
  stage: choice(['tried', 'nudged', 'agreed'], 'how far it is'),
  /**
   * What came of advice, the takeaway of a resource, `taken` or `declined` for an offer, `declined` for what
   * was asked.
   */
  outcome: line('how it turned out', { flag: 'outcome', placeholder: 'text', isWatched: true }),
  /** The template that a reply waits on, or that a held draft was written from. */
  template: line('the template it waits on', { weight: 0 }),
  /** A held draft: the finished text, and the moment from which it may be released. */
  text: text('a draft that is held', { page: 'head', isWatched: true }),
  /** The words that its template was filled with, days as days; see `held.ts`. */
  said: words('what the draft was written from', { page: 'nowhere', weight: 0 }),
  holdUntil: moment('when the draft may go', { page: 'head' }),
  private: flag('only for you', { page: 'head' }),
  /** The day it was settled or let go; absent while open. */
  closedOn: day('the day it was settled', { page: 'head' }),
  /** Absent while open. */
  closed: choice(['done', 'dropped'], 'how it ended', { page: 'head' }),
  /** The interaction that settled it. */
  closedBy: reference('interactions', 'what settled it', { page: 'head' }),
}

const EVENT = {
  name: line('its name', {
    required: true,
    flag: 'name',
    page: 'head',
    weight: 10,
  }),
  kind: occasion('conference, panel, rotation, …', {
    required: true,
    flag: 'kind',
    short: 'k',
    placeholder: 'occasion',
    ask: 'What kind of event? (conference, panel, seminar, rotation, …)',
  }),
  on: day('its first day', {
    required: true,
    flag: 'on',
    short: 'o',
    placeholder: 'day',
    read: readEventDay,
    ask: 'When does it start?',
  }),
  until: day('its last day', { flag: 'until', placeholder: 'day', read: readEventDay }),
  place: line('where it is', { flag: 'place' }),
  read: line('what to read before', {
    many: true,
    flag: 'read',
    placeholder: 'text',
    isWatched: true,
  }),
  speakers: line('who speaks', { many: true, flag: 'speaker', placeholder: 'who' }),
  sessions: line('a session to see, with its time', {
    many: true,
    flag: 'session',
    placeholder: '"09:30 …"',
  }),
  wants: line('what you want out of it', {
    many: true,
    flag: 'want',
    placeholder: 'text',
    isWatched: true,
  }),
}

const SEASON = {
  name: line('its name', { required: true, flag: 'name', page: 'head', weight: 10 }),
  kind: choice(SEASON_KINDS, 'boards, exams, rotation, application, leave, rest', {
    required: true,
    flag: 'kind',
    short: 'k',
    noun: 'season',
    weight: 1,
  }),
  pace: choice(PACES, 'how often reminders to keep in touch come: normal, half or pause', {
    required: true,
    flag: 'pace',
    noun: 'pace',
  }),
  from: day('its first day', {
    required: true,
    flag: 'from',
    placeholder: 'day',
    read: readEventDay,
  }),
  /** Inclusive. */
  until: day('its last day', {
    required: true,
    flag: 'until',
    placeholder: 'day',
    read: readEventDay,
  }),
}

const QUESTION = {
  /** Absent: the user's own question for the bank. */
  contact: reference('contacts', 'who to ask', { goesWith: true }),
  role: role('for which role', {}),
  text: line('the question', { required: true, flag: 'text', page: 'head', isWatched: true }),
  career: flag('about the career, asked last', { flag: 'career' }),
  askedOn: day('when it was asked'),
}

const PROFILE = {
  name: name('your name, as you sign', { flag: 'name', ask: 'Your name, as you sign:' }),
  email: email('your email address', { flag: 'email', ask: 'Your email address:' }),
  stage: line('your stage: pre-med, MS1 to MS4, PGY1, …', {
    flag: 'stage',
    ask: 'Your stage (pre-med, MS1 to MS4, PGY1, …):',
    read: (text: string) => readStage(oneLine(text, 'stage')),
  }),
  school: line('your school', { flag: 'school', ask: 'Your school:' }),
  graduationYear: count('the year you graduate', {
    flag: 'graduation-year',
    placeholder: 'year',
    read: readGraduationYear,
    ask: 'The year you graduate:',
  }),
  interests: line('a field or subject that interests you', {
    many: true,
    flag: 'interest',
    ask: 'What interests you (commas between):',
  }),
  skills: line('a skill you hope to gain', {
    many: true,
    flag: 'skill',
    ask: 'Skills you hope to gain (commas between):',
  }),
  area: line('where you live', { flag: 'area', ask: 'Where you live:' }),
  links: link('your own links', { many: true, flag: 'link', ask: 'Your links (commas between):' }),
  pitch: text('who you are in 30 to 45 seconds', {
    flag: 'pitch',
    placeholder: 'text',
    ask: 'Who you are, in two or three sentences:',
  }),
  startTicks: line('first steps checked off by hand', { many: true }),
}

/** Every kind of record by the list that holds it, in the order of the file, which puts the long lists last. */
export const KINDS = {
  events: { noun: 'event', words: 'an event', rows: EVENT },
  seasons: { noun: 'season', words: 'a season', rows: SEASON },
  questions: { noun: 'question', words: 'a question', rows: QUESTION },
  contacts: { noun: 'contact', words: 'a person', rows: CONTACT },
  followUps: { noun: 'followUp', words: 'a follow-up', rows: FOLLOW_UP },
  interactions: { noun: 'interaction', words: 'something you logged', rows: INTERACTION },
} as const

export type Kinds = typeof KINDS
export type ProfileRows = typeof PROFILE

const ofRecords = Object.entries(KINDS).map(([list, { rows }]) => [list, named(rows)])

/** The rows of each kind of record, and of the profile, in the order in which they are typed and shown. */
export const FIELDS: Readonly<Record<ListName | 'profile', readonly FieldRow[]>> = {
  profile: named(PROFILE),
  // Each kind is there once.
  ...(Object.fromEntries(ofRecords) as Record<ListName, FieldRow[]>),
}
