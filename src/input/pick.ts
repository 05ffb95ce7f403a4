import type { Context } from '../context.ts'
import { eventsMeant } from '../domain/data/events.ts'
import type { Contact, Database } from '../domain/data/model.ts'
import { type AnyRecord, kindWords, numberTyped, recordByNumber } from '../domain/data/records.ts'
import { seasonsMeant } from '../domain/due/seasons.ts'
import { displayName } from '../domain/people/names.ts'
import {
  type Meaning,
  nearPeople,
  partsOf,
  peopleMeant,
  personMeant,
} from '../domain/people/people.ts'
import type { Day } from '../domain/words/days.ts'
import { inQuotes } from '../domain/words/quoting.ts'
import { folded, listed } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { askWhich, type Candidate } from './ask-which.ts'

/** The one person that the words mean; asks which on a terminal, and never guesses. */
export async function pickPerson(
  ctx: Context,
  db: Database,
  words: readonly string[] | string,
): Promise<Contact> {
  const text = typeof words === 'string' ? words : words.join(' ')
  const meaning = personMeant(db, text)
  if (meaning.is === 'one') return meaning.contact
  if (meaning.is === 'several') return whichPerson(ctx, text, meaning.candidates)
  throw nobody(db, text)
}

/** One person, or of "priya, lee" each; at least one, nobody twice. */
export async function pickEach(
  ctx: Context,
  db: Database,
  words: readonly string[] | string,
): Promise<[Contact, ...Contact[]]> {
  const text = typeof words === 'string' ? words : words.join(' ')
  const [first = text, ...rest] = text.split(',').filter(each => each.trim())
  const people: [Contact, ...Contact[]] = [await pickPerson(ctx, db, first)]
  for (const each of rest) {
    const contact = await pickPerson(ctx, db, each)
    if (!people.includes(contact)) people.push(contact)
  }
  return people
}

/** The record of any kind that a number means, else the person, event or season of that name. */
export async function pickRecord(ctx: Context, db: Database, text: string): Promise<AnyRecord> {
  const number = numberTyped(text)
  if (number !== undefined) return recordByNumber(db, number)
  const meaning = personMeant(db, text)
  const named = recordsNamed(db, text, { inPart: meaning.is === 'nobody', today: ctx.today })
  if (!named.length) return { list: 'contacts', record: await pickPerson(ctx, db, text) }
  const people = meaning.is === 'one' ? [meaning.contact] : candidatesIn(meaning)
  const candidates: Candidate<AnyRecord>[] = [
    ...named.map(each => ({ id: each.record.id, name: recordWords(each), value: each })),
    ...people.map(contact => ({
      ...personCandidate(contact),
      value: { list: 'contacts', record: contact } as const,
    })),
  ]
  if (candidates[0] && candidates.length === 1) return candidates[0].value
  return askWhich(ctx, { words: text, candidates })
}

function candidatesIn(meaning: Meaning): Contact[] {
  return meaning.is === 'several' ? meaning.candidates : []
}

/** Events and seasons of exactly that name; where nobody else is meant, also of a part of it. */
function recordsNamed(
  db: Database,
  text: string,
  { inPart, today }: { inPart: boolean; today: Day },
): AnyRecord[] {
  const isExact = ({ name }: { name: string }) => folded(name) === folded(text)
  let events = db.events.filter(isExact)
  let seasons = db.seasons.filter(isExact)
  if (inPart && !events.length && !seasons.length) {
    events = eventsMeant(db, text)
    seasons = seasonsMeant(db, text, today)
  }
  return [
    ...events.map(record => ({ list: 'events', record }) as const),
    ...seasons.map(record => ({ list: 'seasons', record }) as const),
  ]
}

/** `ACC 2026 (#7, an event)`. */
function recordWords({ list, record }: AnyRecord): string {
  const name = 'name' in record ? `${record.name} ` : ''
  return `${name}(#${record.id}, ${kindWords(list)})`
}

export interface Picked {
  contacts: Contact[]
  /** Names that nobody has yet. */
  unknown: string[]
}

/** The people that the arguments mean, and, where `allowNew`, names of people still to be added. */
export async function pickPeople(
  ctx: Context,
  db: Database,
  args: readonly string[],
  { allowNew = false } = {},
): Promise<Picked> {
  const meaning = peopleMeant(db, args)
  if (meaning.is === 'people') return { contacts: meaning.contacts, unknown: [] }
  if (meaning.is === 'several') {
    const chosen = await whichPerson(ctx, meaning.words, meaning.candidates)
    if (meaning.words === args.join(' ').trim()) return { contacts: [chosen], unknown: [] }
    const rest = partsOf(args).map(part => (part === meaning.words ? String(chosen.id) : part))
    return pickPeople(ctx, db, [rest.join(', ')], { allowNew })
  }
  if (meaning.is === 'both') throw bothReadings(meaning.asOne, meaning.each, args)
  const unknown = meaning.parts.filter(part => typeof part === 'string')
  if (!allowNew) throw nobody(db, unknown[0] ?? '')
  if (!meaning.isClear) {
    throw new Failure(
      'ambiguous',
      `I can't tell where one name ends: ${args.join(' ')}.`,
      'Put commas between people, or quotes around each.',
    )
  }
  const contacts = meaning.parts.filter(part => typeof part !== 'string')
  return { contacts: [...new Set(contacts)], unknown }
}

/** Somebody as one of several who may be meant. */
export function personCandidate(contact: Contact): Candidate<Contact> {
  return { id: contact.id, name: oneOf(contact), value: contact }
}

function whichPerson(ctx: Context, words: string, people: readonly Contact[]): Promise<Contact> {
  return askWhich(ctx, { words, kind: 'people', candidates: people.map(personCandidate) })
}

/** `Ana Silva (#3, MS2)`. */
export function oneOf(contact: Contact): string {
  const more = contact.stage ?? contact.role ?? contact.institution
  return `${displayName(contact)} (#${contact.id}${more ? `, ${more}` : ''})`
}

function bothReadings(asOne: Contact[], each: Contact[], args: readonly string[]): Failure {
  const one = listed(asOne.map(oneOf), 'or')
  return new Failure(
    'ambiguous',
    `"${args.join(' ')}" can be ${one}, or ${listed(each.map(oneOf))} together.`,
    `Use numbers: ${asOne[0]?.id}, or ${each.map(contact => contact.id).join(', ')}`,
  )
}

function nobody(db: Database, text: string): Failure {
  const near = nearHints(db, text)
  const add = `If this is someone new: netmed add ${inQuotes(text)}`
  const hints = putAside(db, text) ? near : [...near, add]
  return new Failure('not-found', `No one on file is called "${text}".`, hints.join('\n'))
}

/** Who may be meant by a name that nobody has: somebody archived, or a name that is nearly it. */
export function nearHints(db: Database, text: string): string[] {
  const aside = putAside(db, text)
  if (aside) return [`${oneOf(aside)} is archived: netmed archive ${aside.id} --back`]
  const near = nearPeople(db, text).map(oneOf)
  return near.length ? [`Did you mean ${listed(near, 'or')}?`] : []
}

/** Whom the words would have meant, had they not been archived. */
function putAside(db: Database, text: string): Contact | undefined {
  const archived = db.contacts.filter(contact => contact.archived)
  const awake = archived.map(({ archived: _, ...contact }) => contact)
  const meaning = personMeant({ ...db, contacts: awake }, text)
  return meaning.is === 'one' ? meaning.contact : undefined
}
