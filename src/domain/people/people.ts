import { Failure } from '../../failure.ts'
import type { Contact, Database, Role } from '../data/model.ts'
import { kindWords, numberTyped, recordByNumber } from '../data/records.ts'
import { folded, foldedLetters, foldedWords, nearest } from '../words/text.ts'
import {
  addressKey,
  hasName,
  isWholeName,
  nameKey,
  nameWords,
  withoutParticles,
  withParticles,
} from './identity.ts'
import { displayName, namesOf } from './names.ts'

/** Whom some words mean: one person, several that fit equally well, or nobody. */
export type Meaning =
  | { is: 'one'; contact: Contact }
  | { is: 'several'; candidates: Contact[] }
  | { is: 'nobody' }

/**
 * Reads words as one person: number, email, full name, nickname, whole words, beginnings of words.
 * The first rule with exactly one match wins; archived people only by number or full name.
 * A number that belongs to another record fails and says what it is.
 */
export function personMeant(db: Database, text: string): Meaning {
  const typed = text.trim()
  const number = numberTyped(typed)
  if (number !== undefined) return { is: 'one', contact: contactByNumber(db, number) }
  const sought = foldedName(typed)
  const address = addressKey(typed)
  if (!sought) return { is: 'nobody' }

  const soughtWords = foldedWords(typed)
  const joinedWords = withParticles(soughtWords)
  const isMeant = (person: FoldedNames, fits: typeof isEqual) =>
    soughtWords.length > 0 &&
    (hasAll(person.words, soughtWords, fits) ||
      (joinedWords.length < soughtWords.length && hasAll(person.words, joinedWords, fits)))
  const people = db.contacts.map(contact => ({ contact, ...foldedNames(contact) }))
  const present = people.filter(person => !person.contact.archived)
  const rules = [
    () => present.filter(p => p.contact.emails?.some(email => addressKey(email) === address)),
    () => people.filter(p => isFullName(p, typed, sought)),
    () => present.filter(p => p.nickname === sought),
    () => present.filter(p => isMeant(p, isEqual)),
    () => present.filter(p => isMeant(p, isBeginning)),
  ]
  let several: Contact[] = []
  for (const rule of rules) {
    const found = rule().map(person => person.contact)
    if (found[0] && found.length === 1) return { is: 'one', contact: found[0] }
    if (!several.length) several = found
  }
  return several.length ? { is: 'several', candidates: several } : { is: 'nobody' }
}

/** The longest name that some words may begin with. */
const MOST_NAME_WORDS = 5

/**
 * Splits `ana silva two cats` into the person and the rest: the longest beginning that means one person,
 * leaving something to say. Undefined when none does; fails when a shorter one means somebody else.
 */
export function leadingPerson(
  db: Database,
  args: readonly string[],
): { contact: Contact; rest: string[] } | undefined {
  let found: { contact: Contact; rest: string[] } | undefined
  for (let count = 1; count < args.length && count <= MOST_NAME_WORDS; count++) {
    const words = args.slice(0, count).join(' ')
    const meaning = personMeant(db, words)
    if (meaning.is !== 'one') continue
    if (found && found.contact !== meaning.contact) throw endsTwice(found.contact, meaning.contact)
    found = { contact: meaning.contact, rest: args.slice(count) }
  }
  return found
}

function endsTwice(one: Contact, other: Contact): Failure {
  const named = [one, other].map(contact => `${displayName(contact)} (#${contact.id})`)
  return new Failure(
    'ambiguous',
    `I can't tell where the name ends: ${named.join(' or ')}.`,
    `Use the number, ${one.id} or ${other.id}, and put the text in quotes.`,
  )
}

interface FoldedNames {
  full: string
  nickname: string | undefined
  words: string[]
}

function foldedNames(contact: Contact): FoldedNames {
  const full = foldedName(contact.name)
  const nickname = contact.nickname === undefined ? undefined : foldedName(contact.nickname)
  return { full, nickname, words: wordsCalled(contact) }
}

function isFullName(
  person: FoldedNames & { contact: Contact },
  typed: string,
  sought: string,
): boolean {
  if (person.full === sought) return true
  // "Chen" alone is not the full name of "Dr. Chen".
  if (!isWholeName(typed)) return foldedName(displayName(person.contact)) === sought
  // Taking a name apart costs more than comparing words, so it is done only where it can fit.
  const last = nameKey(typed).split(' ').at(-1) ?? ''
  return person.words.includes(last) && hasName(person.contact, typed)
}

/** Every word that the person is called by, each once. */
function wordsCalled(contact: Contact): string[] {
  return nameWords(allNames(contact))
}

function allNames({ name, nickname = '', first = '', last = '' }: Contact): string {
  return nickname || first || last ? `${name} ${nickname} ${first} ${last}` : name
}

/** Apostrophes are typed straight, curly or not at all. */
function foldedName(text: string): string {
  return folded(text).replace(/['`]/g, '')
}

const isEqual = (word: string, sought: string) => word === sought
const isBeginning = (word: string, sought: string) => word.startsWith(sought)

/** Each sought word fits a name word of its own, so that `m m` does not mean Maya. */
function hasAll(
  words: string[],
  sought: string[],
  fits: (word: string, sought: string) => boolean,
): boolean {
  const left = [...words]
  // The longest first: `ma` may begin the very word that only `maya` fits.
  return [...sought]
    .sort((a, b) => b.length - a.length)
    .every(wanted => {
      const index = left.findIndex(word => fits(word, wanted))
      if (index >= 0) left.splice(index, 1)
      return index >= 0
    })
}

function contactByNumber(db: Database, id: number): Contact {
  const { list, record } = recordByNumber(db, id)
  if (list !== 'contacts') {
    throw new Failure(
      'not-found',
      `#${id} is ${kindWords(list)}, not a person.`,
      `netmed show ${id}`,
    )
  }
  return record as Contact
}

export type GroupMeaning =
  | { is: 'people'; contacts: Contact[] }
  | { is: 'several'; words: string; candidates: Contact[] }
  /** Both as one name, of one person or more, and part by part: refused, never guessed. */
  | { is: 'both'; asOne: Contact[]; each: Contact[] }
  /** Known ones and names that nobody has, in the order typed; unclear when bare words could belong together. */
  | { is: 'unknown'; parts: (Contact | string)[]; isClear: boolean }

/**
 * Reads the arguments of a command as people: all words as one person first, then argument by
 * argument and at commas. When both readings fit and differ, it says so.
 */
export function peopleMeant(db: Database, args: readonly string[]): GroupMeaning {
  const whole = args.join(' ').trim()
  const parts = partsOf(args)
  const asOne =
    whole.includes(',') && parts.length > 1 ? wholeName(db, whole) : personMeant(db, whole)
  if (parts.length < 2) return single(asOne, whole)

  const each = parts.map(part => personMeant(db, part))
  const found = each.flatMap(meaning => (meaning.is === 'one' ? [meaning.contact] : []))
  const distinct = [...new Set(found)]
  const candidates = candidatesOf(asOne)
  if (found.length < parts.length) {
    return candidates.length ? single(asOne, whole) : mixed(parts, each, whole)
  }
  const [only] = candidates
  const isSameOne = candidates.length === 1 && distinct.every(contact => contact === only)
  if (!candidates.length || isSameOne) return { is: 'people', contacts: distinct }
  return { is: 'both', asOne: candidates, each: distinct }
}

/** What is read as one person each: between commas where there are any, else argument by argument. */
export function partsOf(args: readonly string[]): string[] {
  const whole = args.join(' ')
  const parts = whole.includes(',') ? whole.split(',') : args
  return parts.map(part => part.trim()).filter(Boolean)
}

function candidatesOf(meaning: Meaning): Contact[] {
  if (meaning.is === 'one') return [meaning.contact]
  return meaning.is === 'several' ? meaning.candidates : []
}

/** `Hoff, Lena` is one person when that is the whole name of somebody; `Lena Hoff, MD` is one name with its degree. */
function wholeName(db: Database, whole: string): Meaning {
  const sought = foldedName(whole)
  const found = db.contacts.filter(contact =>
    isFullName({ contact, ...foldedNames(contact) }, whole, sought),
  )
  if (found[0])
    return found.length === 1
      ? { is: 'one', contact: found[0] }
      : { is: 'several', candidates: found }
  const [name = '', ...rest] = partsOf([whole])
  return rest.every(isDegree) ? personMeant(db, name) : { is: 'nobody' }
}

function isDegree(words: string): boolean {
  return namesOf({ name: `A B ${words}` }).suffix !== undefined
}

function single(meaning: Meaning, words: string): GroupMeaning {
  if (meaning.is === 'one') return { is: 'people', contacts: [meaning.contact] }
  if (meaning.is === 'several') return { is: 'several', words, candidates: meaning.candidates }
  return { is: 'unknown', parts: [words.trim()], isClear: true }
}

function mixed(parts: string[], each: Meaning[], whole: string): GroupMeaning {
  for (const [index, meaning] of each.entries()) {
    if (meaning.is === 'several') {
      return { is: 'several', words: parts[index] ?? '', candidates: meaning.candidates }
    }
  }
  const isOneName =
    !whole.includes(',') &&
    parts.every(part => !part.includes(' ')) &&
    each.every(meaning => meaning.is === 'nobody')
  if (isOneName) return { is: 'unknown', parts: [whole.trim()], isClear: true }
  return {
    is: 'unknown',
    parts: each.map((meaning, index) =>
      meaning.is === 'one' ? meaning.contact : (parts[index] ?? ''),
    ),
    isClear:
      whole.includes(',') ||
      parts.every((part, index) => each[index]?.is === 'one' || part.includes(' ')),
  }
}

const HANDLE = /^[a-z]{2,31}$/

const NOBODY: ReadonlySet<number> = new Set()

/** The shortest word to type for each of these people: the family or first name where it is theirs alone, else the number. */
export function handlesOf(
  db: Database,
  ids: readonly number[],
  byFirstName: ReadonlySet<number> = NOBODY,
): Map<number, string> {
  const wanted = new Set(ids)
  const wish = new Map<number, string>()
  const counts = new Map<string, number>()
  for (const contact of db.contacts.filter(({ id }) => wanted.has(id))) {
    if (contact.archived) continue
    const names = namesOf(contact)
    const called = byFirstName.has(contact.id) ? names.first : names.last
    const handle = withParticles(foldedWords(called ?? names.first ?? '')).at(-1) ?? ''
    if (HANDLE.test(handle) && !RESERVED.has(handle)) {
      wish.set(contact.id, handle)
      counts.set(handle, 0)
    }
  }
  if (counts.size) countWords(db, counts)
  const handles = new Map<number, string>()
  for (const id of wanted) {
    const handle = wish.get(id)
    handles.set(id, handle && counts.get(handle) === 1 ? handle : String(id))
  }
  return handles
}

/** Words that commands read before they look for a person. */
const RESERVED = new Set(['panel', 'research', 'thanks', 'alumni', 'nudge', 'invite', 'intro'])

/** Counts the people who are called by each of these words, up to two: then it is nobody's alone. */
function countWords(db: Database, counts: Map<string, number>): void {
  // Folded all at once and looked through for each word, as folding each name takes much longer.
  const names = foldedLetters(db.contacts.map(allNames).join('\n')).replace(/['`]/g, '')
  const starts = lineStarts(names)
  for (const word of counts.keys()) {
    let count = 0
    for (const index of linesWith(withoutParticles(word), names, starts)) {
      const contact = db.contacts[index]
      if (contact && wordsCalled(contact).includes(word)) count++
      if (count === 2) break
    }
    counts.set(word, count)
  }
}

/** The numbers of the lines that hold this text, each once. */
function* linesWith(sought: string, text: string, starts: readonly number[]): Generator<number> {
  let line = 0
  for (
    let at = text.indexOf(sought);
    at >= 0;
    at = text.indexOf(sought, starts[line] ?? text.length)
  ) {
    line = lineAt(starts, at)
    yield line++
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The number of the line that holds this place of the text. */
function lineAt(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}

const MOST_NEAR = 3

/** The people with a name, or a word of one, that is nearest to the text and near enough. */
export function nearPeople(db: Database, text: string): Contact[] {
  const here = db.contacts.filter(contact => !contact.archived)
  const namesOf = ({ name, nickname }: Contact) =>
    [name, ...name.split(' '), ...(nickname ? [nickname] : [])].map(folded)
  const near = nearest(folded(text), here.flatMap(namesOf))
  if (near === undefined) return []
  return here.filter(contact => namesOf(contact).includes(near)).slice(0, MOST_NEAR)
}

export interface LoopPerson {
  id: number
  name: string
  role: Role | null
}

export function personOf(contact: Contact): LoopPerson {
  return { id: contact.id, name: displayName(contact), role: contact.role ?? null }
}

/** The person, and what to type for them. */
export function whose(db: Database, contact: Contact) {
  const { id } = contact
  return { ...personOf(contact), handle: handlesOf(db, [id]).get(id) ?? String(id) }
}
