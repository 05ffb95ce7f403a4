import { Failure } from '../../failure.ts'
import type { MailStyle } from '../words/mail-days.ts'
import { nearest } from '../words/text.ts'
import type { Database } from './model.ts'

interface SettingRow {
  key: string
  fallback: number | string
  unit: string
  /** Where it acts, for `settings`. */
  acts: string
}

/** Every number that netmed goes by, with its default. */
export const SETTINGS = [
  row('rhythm.support', 14, 'days', 'how often to keep in touch with your support circle'),
  row('rhythm.mentor', 30, 'days', 'how often to keep in touch with mentors'),
  row('rhythm.mentee', 60, 'days', 'how often to keep in touch with mentees'),
  row('rhythm.letter-writer', 60, 'days', 'how often to keep in touch with letter writers'),
  row('rhythm.research', 60, 'days', 'how often to keep in touch with your research circle'),
  row('offer.peer', 21, 'days', 'how often netmed suggests keeping in touch with a peer'),
  row('offer.family', 21, 'days', 'how often netmed suggests keeping in touch with family'),
  row(
    'offer.senior-student',
    60,
    'days',
    'how often netmed suggests keeping in touch with a senior student',
  ),
  row('offer.resident', 90, 'days', 'how often netmed suggests keeping in touch with a resident'),
  row('offer.fellow', 90, 'days', 'how often netmed suggests keeping in touch with a fellow'),
  row(
    'offer.attending',
    90,
    'days',
    'how often netmed suggests keeping in touch with an attending',
  ),
  row('offer.faculty', 90, 'days', 'how often netmed suggests keeping in touch with faculty'),
  row('offer.advisor', 90, 'days', 'how often netmed suggests keeping in touch with an advisor'),
  row('offer.alumni', 180, 'days', 'how often netmed suggests keeping in touch with alumni'),
  row(
    'long.factor',
    1.5,
    'times the rhythm',
    'netmed says "it has been a while" after this many times the usual gap',
  ),
  row('days.thank-you', 1, 'days', 'when to send a thank-you'),
  row('days.thank-you-again', 14, 'days', 'at most one thank-you per person in this time'),
  row('days.event', 7, 'days', 'when to send the first email after an event'),
  row('days.promise', 7, 'days', 'when a promise with no date is due'),
  row(
    'days.resource',
    14,
    'days',
    'when a paper or book they suggested comes up again, with no date',
  ),
  row('days.advice', 21, 'days', 'when advice with no date comes up again'),
  row('days.tell', 7, 'days', 'when to tell someone how their advice worked out'),
  row('days.offer', 7, 'days', 'when an offer with no date comes up again'),
  row('days.ask', 14, 'days', 'when something you asked for comes up again, with no date'),
  row('days.reply', 7, 'days', 'how long to wait for an answer from peers, students and residents'),
  row(
    'days.reply-senior',
    14,
    'days',
    'how long to wait for an answer from fellows, attendings, faculty and alumni',
  ),
  row('days.backfill', 14, 'days', 'anything older opens no follow-up when you log it'),
  row('days.fill', 60, 'days', 'how far back a draft looks for what you talked about'),
  row('days.result', 60, 'days', 'when to tell whoever wrote you a letter how it turned out'),
  row('days.remind-first', 7, 'days', 'first reminder before an agreed date'),
  row('days.remind-last', 2, 'days', 'last reminder before an agreed date'),
  row('days.letter-ask', 28, 'days', 'the least notice for a letter'),
  row('days.big-ask', 14, 'days', 'the least notice for another big ask'),
  row('due.lines', 7, 'lines', 'the most people shown under Today, beside what comes up today'),
  row('due.within', 7, 'days', 'how far ahead netmed due looks'),
  row('due.older', 21, 'days', 'how long past its day a follow-up counts as older, for --older'),
  row('due.away', 21, 'days', 'netmed says "welcome back" after this long without a change'),
  row('start.days', 14, 'days', 'how long netmed shows the first steps under the page'),
  row('budget.notes', 1, 'a week', 'how many check-in emails to mentors and people ahead of you'),
  row('budget.events', 1, 'a month', 'how many events netmed week suggests'),
  row(
    'budget.much',
    2,
    'times the budget',
    'netmed week suggests writing less often at this many times budget.notes',
  ),
  row('slowed.per-day', 2, 'people', 'how many come due each day after a busy season'),
  row('meeting.minutes', 30, 'minutes', 'how long a meeting is, unless you say'),
  row(
    'meeting.minutes-peer',
    60,
    'minutes',
    'how long a meeting with peers, students or family is',
  ),
  row('meeting.minutes-shadowing', 240, 'minutes', 'how long shadowing is'),
  row('meeting.alarm', 15, 'minutes', 'how long before a meeting the alarm rings'),
  row('calendar.time', '09:00', 'time', 'the time of a reminder in the calendar'),
  row('calendar.minutes', 15, 'minutes', 'how long a reminder is in the calendar'),
  row('calendar.earliest', '08:00', 'time', 'no alarms before this time'),
  row('calendar.latest', '21:00', 'time', 'no alarms after this time'),
  row('prep.least', 2, 'questions', 'fewest specific questions on a prep sheet'),
  row('prep.most', 3, 'questions', 'most specific questions on a prep sheet'),
  row('prep.broader', 4, 'questions', 'broader questions on a prep sheet'),
  row('prep.ideas', 3, 'ideas', 'things to find out, on a prep sheet'),
  row('prep.times', 3, 'times', 'past contacts on a prep sheet'),
  row('pitch.shortest', 65, 'words', 'the shortest pitch'),
  row('pitch.longest', 110, 'words', 'the longest pitch'),
  row('pitch.slow', 130, 'words a minute', 'how fast you speak, when slow'),
  row('pitch.fast', 150, 'words a minute', 'how fast you speak, when fast'),
  row(
    'support.alone',
    6,
    'days',
    'how long a rotation can keep you from your people before netmed mentions support',
  ),
  row(
    'birthdays',
    'near',
    'near, all or none',
    'whose birthdays come up by themselves; near is peers, family, mentors and your support circle',
  ),
  row('birthdays.days', 3, 'days', 'how long before a birthday netmed tells you'),
  row(
    'snooze.times',
    3,
    'times',
    'how often you snooze someone before netmed suggests writing less often',
  ),
  row(
    'style',
    'any',
    'any or small',
    'what size of get-together to suggest; small is up to three people',
  ),
  row('style.people', 3, 'people', 'the most people at a meeting, if style is small'),
  row(
    'mail.style',
    'us',
    'us or intl',
    'how emails write days and times: November 27, 3 pm; or 27 November, 15:00',
  ),
  row('lint.off', 'none', 'rules', 'checks to turn off, by name: patient, for example'),
  row('lint.sentences', 8, 'sentences', 'the most in an email to someone new'),
  row(
    'crisis-line',
    'In danger? Call 911 (outside the US, your local emergency number). To talk to someone, call or text 988 (US).',
    'text',
    'the last line of netmed support',
  ),
] as const

/** The handful that people change: what `settings` shows unless all are asked for. */
export const USUAL_SETTINGS: ReadonlySet<string> = new Set<SettingKey>([
  'rhythm.mentor',
  'rhythm.support',
  'days.reply',
  'due.within',
  'budget.notes',
  'meeting.minutes',
  'calendar.time',
  'style',
  'mail.style',
  'crisis-line',
])

export type SettingKey = (typeof SETTINGS)[number]['key']

function row<K extends string, V extends number | string>(
  key: K,
  fallback: V,
  unit: string,
  acts: string,
): { key: K; fallback: V; unit: string; acts: string } {
  return { key, fallback, unit, acts }
}

const DEFAULTS = new Map<string, SettingRow>(SETTINGS.map(setting => [setting.key, setting]))

/** What tells of the support circle: outside the screen its defaults are in force. */
export function isPrivateSetting(key: string): boolean {
  return PRIVATE_SETTINGS.has(key)
}

const PRIVATE_SETTINGS: ReadonlySet<string> = new Set<SettingKey>([
  'rhythm.support',
  'support.alone',
])

/** The number in force: what the user set, else the default. */
export function numberSetting(db: Database, key: SettingKey): number {
  return Number(db.settings[key] ?? DEFAULTS.get(key)?.fallback)
}

/** The text in force. */
export function textSetting(db: Database, key: SettingKey): string {
  return String(db.settings[key] ?? DEFAULTS.get(key)?.fallback)
}

/** How mails write days and times. */
export function mailStyle(db: Database): MailStyle {
  return textSetting(db, 'mail.style') === 'intl' ? 'intl' : 'us'
}

/** Fails with the nearest key when there is none of that name. */
export function settingRow(key: string): SettingRow {
  const found = DEFAULTS.get(key)
  if (found) return found
  const near = nearest(key, [...DEFAULTS.keys()])
  throw new Failure(
    'usage',
    `There is no setting "${key}".`,
    `${near ? `Did you mean ${near}? ` : ''}All of them: netmed settings --all`,
  )
}
