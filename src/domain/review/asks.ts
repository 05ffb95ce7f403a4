import type { Contact, Database, Interaction } from '../data/model.ts'
import { numberSetting } from '../data/settings.ts'
import { displayName } from '../people/names.ts'
import { type Day, daysBetween, onDay } from '../words/days.ts'
import { folded } from '../words/text.ts'

/** An ask that costs them something: it has a day it is needed by. */
export type BigAsk = 'letter' | 'introduction' | 'position' | 'favor'

const BIG_WORDS: readonly [BigAsk, RegExp][] = [
  ['letter', /\b(letter|recommendation|reference)\b/],
  ['introduction', /\bintroduc/],
  ['position', /\b(position|job|spot|post)\b/],
  ['favor', /\bfavou?r\b/],
]

/** The big ask that some words are; undefined for a talk, shadowing or a place in a project. */
export function bigAskIn(text: string): BigAsk | undefined {
  const words = folded(text)
  return BIG_WORDS.find(([, pattern]) => pattern.test(words))?.[0]
}

const BIG_TEMPLATES: Readonly<Record<string, BigAsk>> = {
  'letter-request': 'letter',
  'intro-request': 'introduction',
}

/** The big ask that a template makes. */
export function bigAskOf(template: string): BigAsk | undefined {
  return Object.hasOwn(BIG_TEMPLATES, template) ? BIG_TEMPLATES[template] : undefined
}

/** What a mail from a template asked for, after "my note about"; undefined where it asked for nothing. */
export function askedFor(template: string): string | undefined {
  return Object.hasOwn(ASKED_FOR, template) ? ASKED_FOR[template] : undefined
}

const ASKED_FOR: Readonly<Record<string, string>> = {
  'accept-intro': 'a quick call',
  alumni: 'a quick call',
  'ask-feedback': 'your feedback',
  'ask-help': 'getting together',
  'group-interview-invite': 'talking with a few students',
  'info-interview': 'a quick call',
  intro: 'an introduction',
  'intro-request': 'an introduction',
  invite: 'getting together',
  'letter-request': 'a letter',
  'meet-at-event': 'talking at the event',
  'office-hours': 'coming to your office hours',
  panel: 'a short conversation',
  research: 'helping with your research',
  'seek-advice': 'your advice',
  'shadow-request': 'shadowing you',
  'speaker-followup': 'what to read next',
  'timeline-change': 'a new time',
}

/** The same from the student's side: what they said yes to, for a page of mine. */
export function askedForMine(template: string): string | undefined {
  return Object.hasOwn(MINE, template) ? MINE[template] : askedFor(template)
}

const MINE: Readonly<Record<string, string>> = {
  'ask-feedback': 'feedback',
  'office-hours': 'office hours',
  research: 'a place in a research project',
  'seek-advice': 'advice',
  'shadow-request': 'shadowing',
}

export interface Asked {
  ask: BigAsk
  /** The day it is needed by; absent when none was named. */
  due?: Day | undefined
}

/** By the name that is shown; without a number while nobody of that name is on file. */
export interface AskedPerson {
  id: number | null
  name: string
}

/** What to think of before a big ask: its day, the last one like it, and that it is no first word. */
export function askWarnings(
  db: Database,
  { id, name }: AskedPerson,
  { ask, due }: Asked,
  today: Day,
): string[] {
  const warnings: string[] = []
  if (id === null || !db.interactions.some(each => each.contacts.includes(id))) {
    warnings.push(`You have not been in touch with ${name} yet; a first word could come before.`)
  }
  if (!due) return warnings
  const least = numberSetting(db, ask === 'letter' ? 'days.letter-ask' : 'days.big-ask')
  const left = daysBetween(today, due)
  if (left >= least) return warnings
  const weeks = `${Math.round(least / 7)} weeks`
  warnings.push(
    lateBefore(db, id)
      ? `This is the second short-notice ask to ${name}: ${left} days. It may be kinder to ask someone else.`
      : `That leaves ${name} ${left} days; ${weeks} are usual, so say that a no is fine.`,
  )
  return warnings
}

/** An earlier ask of the same person that came late too. */
function lateBefore(db: Database, id: number | null): boolean {
  const least = numberSetting(db, 'days.big-ask')
  return db.followUps.some(
    each =>
      each.kind === 'ask' &&
      each.contact === id &&
      each.due !== undefined &&
      bigAskIn(each.what) !== undefined &&
      daysBetween(each.createdAt.slice(0, 10), each.due) < least * 2,
  )
}

/** Mails that give something back. */
const GIVING = new Set(['thanks', 'advice-update', 'resource-followup', 'letter-thanks'])
/** Templates that ask for something, and so need a time, one ask only, and an easy no. */
export const REQUESTS: ReadonlySet<string> = new Set([
  'panel',
  'research',
  'office-hours',
  'shadow-request',
  'info-interview',
  'alumni',
  'group-interview-invite',
  'ask-feedback',
  'letter-request',
  'intro-request',
  'invite',
  'meet-at-event',
  'seek-advice',
])

/** Asking somebody along is no taking. */
const INVITING = new Set(['invite', 'meet-at-event', 'group-interview-invite'])

export function isAsking(template: string): boolean {
  return REQUESTS.has(template) && !INVITING.has(template)
}

/** What went back since the last ask, in words; undefined when nothing was asked before. */
export function giveAndTake(db: Database, contact: Contact, today: Day): string | undefined {
  const theirs = db.interactions
    .filter(each => each.contacts.includes(contact.id))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id))
  const asked = theirs.filter(each => isAsk(db, each)).at(-1)
  if (!asked) return undefined
  const name = displayName(contact)
  const given = theirs.filter(each => isLater(each, asked) && isGift(each)).at(-1)
  const since = `You last asked ${name} for something ${onDay(asked.on, today)}`
  return given
    ? `${since}, and ${giftWords(given)} ${onDay(given.on, today)}.`
    : `${since}. A thank-you, or news of what came of it, could go first.`
}

function isAsk(db: Database, { id, template }: Interaction): boolean {
  const opensAsk = db.followUps.some(each => each.kind === 'ask' && each.from === id)
  return opensAsk || (template !== undefined && isAsking(template))
}

function isGift({ template, gave }: Interaction): boolean {
  return gave !== undefined || (template !== undefined && GIVING.has(template))
}

function isLater(a: Interaction, b: Interaction): boolean {
  return a.on > b.on || (a.on === b.on && a.id > b.id)
}

function giftWords({ gave, template }: Interaction): string {
  if (gave) return `gave back (${gave})`
  return template === 'thanks' || template === 'letter-thanks'
    ? 'thanked them'
    : 'told them what came of it'
}
