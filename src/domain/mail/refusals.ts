import { Failure } from '../../failure.ts'
import { eventsMeant, lastDay, whenWords } from '../data/events.ts'
import type { PublicPart } from '../data/lens.ts'
import type { Contact, Event } from '../data/model.ts'
import { withThe } from '../data/occasions.ts'
import type { Slot, Template } from '../data/templates.ts'
import { hasName, isSameName, nameWords } from '../people/identity.ts'
import { displayName, nameCore } from '../people/names.ts'
import { writtenName } from '../people/written-names.ts'
import { meetingWith } from '../review/claims.ts'
import { leftovers } from '../review/leftovers.ts'
import { type Day, daysBetween, onDay } from '../words/days.ts'
import { type Lean, readDay } from '../words/read-days.ts'
import { folded, foldedWords } from '../words/text.ts'

/** Someone is asked for an introduction with this one. */
const INTRODUCING = 'intro-request'

/** To whom a slot is said, and when. */
export interface SaidTo {
  people: readonly Contact[]
  today: Day
  template?: Pick<Template, 'name'> | undefined
}

/** Why what was typed for a slot can't stand in a mail to them, as a sentence; undefined where it can. */
export function refusalOf(
  db: PublicPart,
  slot: Slot,
  value: string,
  { people, today, template }: SaidTo,
): string | undefined {
  const [left] = slot.profile ? [] : leftovers(value)
  if (left) return left.says
  if (!slot.profile && /^[^\p{L}\p{N}]+$/u.test(value)) return `"${value}" says nothing yet.`
  if ((slot.takes || slot.name === 'person') && SCRAPS.test(value)) {
    return `Say more than "${value}".`
  }
  if (slot.name === 'person') {
    return wrongPerson(db, value, people) ?? knownPerson(db, value, { today, template })
  }
  if (slot.name === 'event') return pastEvent(db, value, { people, today })
  if (slot.name === 'takeaway' && UNREAD.test(value)) {
    return 'The email says that you went through it to the end.'
  }
  return undefined
}

const UNREAD =
  /\b(?:(?:have|had|did|could|do)(?:n['’]?t| not)|not|never) (?:\w+ )?(?:read|finish\w*|watch\w*|look\w*|open\w*|g[eo]t|start\w*)\b|\b(?:gave up|half ?way|only read)\b/i

/** What points at something and names nothing. */
const SCRAPS =
  /^(?:hers?|him|his|he|she|they|them|theirs?|its?|this|that|yours?|you|yourself|me|my|mine|myself|i|we|us|someone|something|stuff|things?|etc\.?)$/i

/** Nobody is introduced to themselves, nor by themselves; nor am I. */
function wrongPerson(
  db: PublicPart,
  value: string,
  people: readonly Contact[],
): string | undefined {
  const same = people.find(each =>
    isCalled(value, [each.name, each.nickname, each.first, each.last]),
  )
  const other = 'Someone else of that name? Give the whole name.'
  if (same) {
    const said = `"${value}" is who the email is to`
    return hasName(same, value) ? `${said}.` : `${said}, ${displayName(same)}. ${other}`
  }
  const { name } = db.profile
  if (!isCalled(value, [name])) return undefined
  return `"${value}" is you.${name && isSameName(name, value) ? '' : ` ${other}`}`
}

/** What is no name, or who needs no introduction to me. */
function knownPerson(
  db: PublicPart,
  value: string,
  { today, template }: Pick<SaidTo, 'today' | 'template'>,
): string | undefined {
  if (NO_NAME.test(value)) {
    return `"${value}" is no name.`
  }
  if (template?.name !== INTRODUCING) return undefined
  const known = onFile(db, value)
  const met = known && meetingWith(db, known)
  if (!met) return undefined
  const name = displayName(known)
  return `You know ${name}: ${met.kind.replaceAll('-', ' ')} ${onDay(met.on, today)}. To write to them: netmed draft info-interview ${known.id}.`
}

const NO_NAME = /^(?:your|ur|my|the|an?|her|his|their|our|some\w*|any\w*|one of) /i

/** The third person, named as on file, or as names are written. */
export function personSaid(db: PublicPart, value: string): string {
  const hasBoth = value !== value.toLowerCase() && value !== value.toUpperCase()
  if (hasBoth || NO_NAME.test(value)) return value
  const known = onFile(db, value)
  return known ? displayName(known) : writtenName(value)
}

function onFile(db: PublicPart, value: string): Contact | undefined {
  const [same, another] = db.contacts.filter(each => hasName(each, value))
  return another ? undefined : same
}

/** Whether every word of a typed name is one of theirs. */
function isCalled(typed: string, names: readonly (string | undefined)[]): boolean {
  const words = nameWords(nameCore(typed).core)
  const theirs = new Set(names.flatMap(name => (name ? nameWords(name) : [])))
  return words.length > 0 && words.every(word => theirs.has(word))
}

// Events

/** An event on file as a sentence has it, with what was typed behind its name: `the ACC Meeting`. */
export function eventSaid(db: PublicPart, value: string): string {
  const { name, rest } = eventParts(value)
  const same = db.events.find(each => folded(withoutThe(each.name)) === folded(name))
  return same ? `${withThe(same.name)}${rest}` : value
}

/** `ACC Meeting` and ` on March 12`. */
function eventParts(value: string): { name: string; rest: string } {
  const [, name = value, rest = ''] =
    /^(.*?\S)((?:,| on| in| from| this| next)\s.*)?$/i.exec(value) ?? []
  return { name: withoutThe(name), rest }
}

function withoutThe(name: string): string {
  return name.replace(/^the /i, '')
}

/** Days in which an event is still the one that is meant. */
const LATELY = 60

/** A mail that asks to meet at an event comes before it. */
function pastEvent(db: PublicPart, value: string, { people, today }: SaidTo): string | undefined {
  const { name, rest } = eventParts(value)
  const typed = rest && dayTyped(rest.replace(/^(?:,| on| in| from)\s/i, ''), today)
  if (typed === 'ahead') return undefined
  const [event, ...others] = eventsCalled(db, name)
  if (rest && typed === undefined && isAnotherTime(rest, event)) return undefined
  const isOver = (each: Event) => lastDay(each) < today
  const isLate =
    event && !others.length && isOver(event) && daysBetween(lastDay(event), today) <= LATELY
  if (isLate) return over(db, `${withThe(event.name)} was ${whenWords(event, today)}`, people)
  return typed ? over(db, `${value} was ${onDay(typed, today)}`, people) : undefined
}

/** "in april", "next year", "this spring": not the one that was, unless it is that very month. */
function isAnotherTime(rest: string, event: Event | undefined): boolean {
  const month = MONTHS.findIndex(each => new RegExp(`\\b${each}`, 'i').test(rest))
  if (month < 0)
    return /\b(?:next|this|coming|spring|summer|fall|autumn|winter|20\d\d)\b/i.test(rest)
  return event === undefined || Number(event.on.slice(5, 7)) !== month + 1
}

const MONTHS = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
]

function over(db: PublicPart, said: string, [contact]: readonly Contact[]): string {
  const what = said.charAt(0).toUpperCase() + said.slice(1)
  const met = db.interactions.some(each => each.contacts.includes(contact?.id ?? 0))
  const next = `netmed draft ${met ? 'event-followup' : 'info-interview'} ${contact?.id}`
  return `${what}, and this email comes before an event. Now: ${next}`
}

function eventsCalled(db: PublicPart, name: string): Event[] {
  const sought = foldedWords(name)
  return eventsMeant(db, name).filter(each =>
    sought.every(word => foldedWords(each.name).includes(word)),
  )
}

/** The day, where it was lately; `ahead` where it may be still to come; undefined for no day. */
function dayTyped(text: string, today: Day): Day | 'ahead' | undefined {
  const [back, ahead] = [dayRead(text, today, 'back'), dayRead(text, today, 'ahead')]
  if (!back || !ahead) return undefined
  const isSoon = ahead >= today && daysBetween(today, ahead) < 365 - LATELY
  return back < today && !isSoon && daysBetween(back, today) <= LATELY ? back : 'ahead'
}

function dayRead(text: string, today: Day, lean: Lean): Day | undefined {
  try {
    return readDay(text, today, { lean })
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
