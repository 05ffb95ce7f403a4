import type { PublicPart } from '../data/lens.ts'
import { type Contact, created, type Database, type FollowUp, touch } from '../data/model.ts'
import { type Done, finish, openFollowUp } from '../log/follow-ups.ts'
import { interactionsWith, latest } from '../log/interactions.ts'
import { CLAIM_ROWS, isOnFile } from '../review/claims.ts'
import { type Day, dayOfMoment, isDay, type Moment } from '../words/days.ts'
import type { MailDays } from '../words/mail-days.ts'
import { type DraftFor, type DraftView, dayAs } from './drafts.ts'

/** A finished mail that rests until a moment. */
export interface Held {
  contact: number
  template: string
  subject: string
  body: string
  /** What it was written from. */
  said: Record<string, string>
  until: Moment
}

/** Keeps it as an open loop. */
export function hold(db: Database, held: Held): FollowUp {
  return created(db, 'followUps', {
    kind: 'draft',
    contact: held.contact,
    what: held.subject,
    text: held.body,
    said: held.said,
    template: held.template,
    holdUntil: held.until,
    due: dayOfMoment(new Date(held.until)),
  })
}

/** Settles a held draft, which has become this mail. */
export function release(
  db: Database,
  id: number,
  { subject, body }: Pick<Held, 'subject' | 'body'>,
  today: Day,
): Done {
  const held = openFollowUp(db, id)
  if (held.kind === 'draft') Object.assign(touch(db, held), { what: subject, text: body })
  return finish(db, id, { today })
}

/** Everything that a mail was written from, its days as days: "yesterday" is true for one day. */
export function saidIn({ view, days }: Pick<DraftView, 'view' | 'days'>): Record<string, string> {
  const said = { ...view }
  for (const [name, day] of Object.entries(days)) if (day) said[name] = day
  return said
}

/** The same as a template takes it, its days in words that are true on that day. */
export function saidOn(
  said: Readonly<Record<string, string>>,
  mail: MailDays,
): Record<string, string> {
  const view: Record<string, string> = Object.create(null)
  for (const [name, text] of Object.entries(said)) {
    view[name] = (isDay(text) ? dayAs(name, text, mail) : undefined) ?? text
  }
  return view
}

/** The same with the day on which you were last in touch, as it is by now. */
export function saidSince(
  db: PublicPart,
  said: Readonly<Record<string, string>>,
  contact: Contact,
): Record<string, string> {
  const last = latest(interactionsWith(db, contact))
  return said.last_time === undefined || !last ? { ...said } : { ...said, last_time: last.on }
}

/** What it claims and nothing on file bears out by now, nor was typed for it, in sentences. */
export function unprovenSince(
  db: PublicPart,
  { template, contact, today }: Pick<DraftFor, 'template' | 'contact' | 'today'>,
  said: Readonly<Record<string, string>> = {},
): string[] {
  const of = { contact, today, roles: template.for }
  return template.needs.flatMap(claim => {
    const row = CLAIM_ROWS[claim]
    const isTyped = row.typed !== undefined && said[row.typed.slot] !== undefined
    if (isTyped || isOnFile(claim, db, of)) return []
    return [`The ${template.name} email ${row.says(of)}, and ${row.lacks(db, of)}.`]
  })
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const DAY_SAID = new RegExp(
  `\\b(?:today|tonight|yesterday|tomorrow|(?:this|last) (?:morning|afternoon|evening|night)|(?:this|last|next) week` +
    `|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!,? (?:the )?(?:\\d|(?:${MONTHS}))))\\b`,
  'gi',
)

/** The days that a text says by how far off they are: "tomorrow", "on Friday" without its date. */
export function nearDaysIn(text: string): string[] {
  return [...new Set(text.match(DAY_SAID))]
}
