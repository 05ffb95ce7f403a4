import type { Contact } from '../data/model.ts'
import type { Slot, Template } from '../data/templates.ts'
import { type Day, isDay } from '../words/days.ts'

/** What was typed for one slot of a template, in a draft to one person. */
export interface TypedWords {
  /** The uid of the person: a number is somebody else's in another file. */
  person: string
  template: string
  slot: string
  text: string
  on: Day
}

/** One draft: to whom, from which template, and when. */
export interface DraftOf {
  template: Template
  contact: Contact
  today: Day
}

const MOST_PEOPLE = 200
const MOST_EACH = 20
const LONGEST = 2000

/** The words just typed and those from before, the newest first and no more than is kept. */
export function withTyped(
  before: readonly TypedWords[],
  { template, contact, today }: DraftOf,
  given: Readonly<Record<string, string>>,
): TypedWords[] {
  const person = contact.uid
  const fresh = Object.entries(given)
    .map(([slot, text]) => ({ slot, text: text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text)
    .map(words => ({ person, template: template.name, ...words, on: today }))
  return newest([...fresh, ...before].filter(isKept))
}

/** The words without those typed for drafts to this person. */
export function withoutPerson(before: readonly TypedWords[], { uid }: Contact): TypedWords[] {
  return before.filter(each => each.person !== uid)
}

/** What was typed last for this slot of this template to this person. */
export function typedLast(
  before: readonly TypedWords[],
  { template, contact, today }: DraftOf,
  slot: Pick<Slot, 'name' | 'from'>,
): TypedWords | undefined {
  const isSame = (each: TypedWords) =>
    each.person === contact.uid && each.template === template.name && each.slot === slot.name
  const found = before.find(isSame)
  return found && isOfTheMoment(slot) && found.on !== today ? undefined : found
}

/** What of the state folder is such words; it may have been damaged there. */
export function typedIn(words: unknown): TypedWords[] {
  return Array.isArray(words) ? words.filter(isTypedWords) : []
}

function isTypedWords(value: unknown): value is TypedWords {
  if (typeof value !== 'object' || value === null) return false
  const { person, template, slot, text, on }: Partial<Record<string, unknown>> = { ...value }
  const texts = [person, template, slot, text]
  const areLines = texts.every(each => typeof each === 'string' && !/\p{Cc}/u.test(each))
  return areLines && typeof on === 'string' && isDay(on)
}

function isKept({ text }: TypedWords): boolean {
  return text.length <= LONGEST
}

function newest(words: readonly TypedWords[]): TypedWords[] {
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  return words.filter(({ person, template, slot }) => {
    const key = JSON.stringify([person, template, slot])
    const count = counts.get(person) ?? 0
    const hasRoom = count > 0 ? count < MOST_EACH : counts.size < MOST_PEOPLE
    if (seen.has(key) || !hasRoom) return false
    seen.add(key)
    counts.set(person, count + 1)
    return true
  })
}

// True only now: said again on another day it could be a lie.
const MOMENTARY = new Set([
  ...['point', 'resource', 'takeaway', 'outcome', 'times', 'window', 'due', 'news', 'until'],
  ...['event', 'place', 'activity', 'name', 'stage', 'school', 'pitch', 'was', 'attached'],
  ...['promises', 'offer', 'next'],
])

function isOfTheMoment({ name, from }: Pick<Slot, 'name' | 'from'>): boolean {
  return MOMENTARY.has(name) || from !== undefined
}
