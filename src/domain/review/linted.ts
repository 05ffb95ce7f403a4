import type { Contact, Database } from '../data/model.ts'
import { numberSetting } from '../data/settings.ts'
import { type Sentence, sentencesOf, type Word, wordsOf } from '../words/sentences.ts'
import { folded } from '../words/text.ts'
import { REQUESTS } from './asks.ts'
import { set } from './phrases.ts'

type Person = Pick<
  Contact,
  'name' | 'title' | 'first' | 'last' | 'nickname' | 'greeting' | 'institution' | 'role'
>

/** A message as its rules see it. */
export interface LintedDraft {
  subject: string
  body: string
  template: string
  contact: Person
  /** Everybody else on file: their names do not belong in it. */
  others: readonly Person[]
  /** Names and places that do belong: my own school, who introduced us. */
  belonging: readonly string[]
  /** It is about someone else too, as an introduction is. */
  isOfAnother?: boolean
  /** Nothing was ever logged with them. */
  isStranger: boolean
  isRequest: boolean
  /** The most sentences to a stranger. */
  mostSentences: number
}

/** Whom a message is to: somebody on file, or a name that nobody there has. */
export type Addressee = Contact | { name: string; id?: never; introducedBy?: never }

/** A draft with what the file knows around it. */
export function linted(
  db: Database,
  contact: Addressee,
  draft: { subject: string; body: string; template: string; isOfAnother?: boolean },
): LintedDraft {
  const introducer = db.contacts.find(other => other.id === contact.introducedBy)
  const belonging = [db.profile.name, db.profile.school, introducer?.name, introducer?.institution]
  return {
    ...draft,
    contact,
    others: db.contacts.filter(other => other.id !== contact.id && other.id !== introducer?.id),
    belonging: belonging.filter(name => name !== undefined),
    isStranger: !isKnown(db, contact),
    isRequest: REQUESTS.has(draft.template),
    mostSentences: numberSetting(db, 'lint.sentences'),
  }
}

function isKnown(db: Database, { id }: Addressee): boolean {
  return id !== undefined && db.interactions.some(each => each.contacts.includes(id))
}

/** A message taken apart for its rules. */
export interface ReadDraft extends LintedDraft {
  text: string
  words: Word[]
  sentences: Sentence[]
  /** The words of the addressee's name, from the file or the greeting. */
  names: ReadonlySet<string>
}

/** Takes a message apart. */
export function readDraft(draft: LintedDraft): ReadDraft {
  const text = `${draft.subject}\n\n${draft.body}`
  const words = wordsOf(text)
  const names = namesIn(draft, words, text)
  return { ...draft, text, words, sentences: sentencesOf(text), names }
}

/** Who is greeted in the first line, as written; empty where no one is. */
export function greetedIn(body: string): string {
  return (
    /^\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))[ \t]+([^,:;!\n–—]{1,60})/i
      .exec(body)?.[1]
      ?.trim() ?? ''
  )
}

/** Whoever is greeted is the addressee, where the file does not say who it is. */
function namesIn(
  { contact, subject, body }: LintedDraft,
  words: readonly Word[],
  text: string,
): ReadonlySet<string> {
  const { name, first, last, nickname, greeting: called } = contact
  const onFile = [name, first, last, nickname, called].flatMap(each => keysOf(each ?? ''))
  if (onFile.length) return new Set(onFile.filter(each => !TITLES.has(each)))
  const greeting = words.findIndex((_, index) => isGreeting(words, index))
  const at = greeting < 0 ? calledAt(words, subject, body) : greeting
  if (at < 0) return new Set()
  const greeted: string[] = []
  for (const word of words.slice(at + 1, at + 5)) {
    if (!/^\p{Lu}/u.test(word.text) && !PARTICLES.has(word.lower)) break
    greeted.push(key(word))
    if (word.stop || /^[,:;!–—-]/.test(text.slice(word.end))) break
  }
  return new Set(greeted.filter(name => !TITLES.has(name)))
}

/** Before "Novak" in "Dr. Novak, all the others", which begins a mail without a greeting. */
function calledAt(words: readonly Word[], subject: string, body: string): number {
  const isCall = /^\s*(?:dr|prof|professor|mr|mrs|ms)\b\.?(?: [\p{L}'’-]+){1,2},/iu.test(body)
  return isCall ? words.findIndex(({ start }) => start > subject.length) : -1
}

/** "Dear", "Good evening" */
function isGreeting(words: readonly Word[], index: number): boolean {
  const lower = words[index]?.lower ?? ''
  const isOfDay = /^(?:morning|afternoon|evening)$/.test(lower)
  return GREETINGS.has(lower) || (isOfDay && words[index - 1]?.lower === 'good')
}

const GREETINGS = set('dear hi hello hey hej hola')
const PARTICLES = set('van von der de la del di da le den')

export const TITLES = set('dr doctor prof professor mr mrs ms')
export const ASCII = /^[ -~]*$/

/** The words of a name as they are compared. */
export function keysOf(name: string): string[] {
  return wordsOf(name).map(key)
}

export function key(word: Word): string {
  const lower = ASCII.test(word.lower) ? word.lower : folded(word.lower)
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower
}
