import type { Contact, Database } from '../data/model.ts'
import { namesOf } from '../people/names.ts'
import { personMeant } from '../people/people.ts'
import { listed } from '../words/text.ts'
import type { Instead, Reading, Said } from './sentence-said.ts'
import { FILLERS, occasionsAt } from './sentence-words.ts'

/** What stands in flags, and whether people stand there by their numbers. */
interface Manner {
  byNumber?: boolean
  flags?: readonly Flag[]
}
type Flag = 'kind' | 'by' | 'on' | 'place' | 'event' | 'detail'

const ALL_FLAGS: readonly Flag[] = ['kind', 'by', 'on', 'place', 'event', 'detail']

/** From the way it would be said to the one that is sure. */
const MANNERS: readonly Manner[] = [
  {},
  { flags: ['detail'] },
  { flags: ['place'] },
  { flags: ['place', 'detail'] },
  { byNumber: true },
  { byNumber: true, flags: ['place', 'event', 'detail'] },
  { flags: ['kind', 'by', 'detail'] },
]
const SUREST: Manner = { byNumber: true, flags: ALL_FLAGS }

/**
 * The words of `log` that say this contact, as it would be said where that is read as it; what they cannot
 * say stands in flags.
 */
export function sayWords(
  { db, readAgain }: Pick<Reading, 'db' | 'readAgain'>,
  said: Said,
): Instead {
  const sure = MANNERS.find(manner => {
    const words = wordsOf(db, said, manner)
    // A command takes a word that begins with a dash for a flag.
    const read = words.some(word => word.startsWith('-')) ? undefined : readAgain(words)
    return read !== undefined && isSame(read, withoutFlagged(said, manner))
  })
  const manner = sure ?? SUREST
  return { verb: 'log', words: [...wordsOf(db, said, manner), ...flagsOf(said, manner)] }
}

function wordsOf(db: Database, said: Said, { byNumber = false, flags = [] }: Manner): string[] {
  const { kind = 'met', by, on, place, event, detail } = withoutFlagged(said, { flags })
  const names = said.contacts.map(each => (byNumber ? String(each.id) : nameToType(db, each)))
  const verb = kind === 'email' ? 'emailed' : kind === 'message' ? 'messaged' : undefined
  const isCallOfThem = kind === 'call' && by === 'them'
  const what =
    by === 'me' && verb
      ? [verb]
      : isCallOfThem
        ? ['call', 'from']
        : flags.includes('kind')
          ? []
          : [...kind.split('-'), 'with']
  return [
    ...what,
    ...listed(names).split(' '),
    ...(on ? ['on', on] : []),
    ...(event ? ['at', ...event.name.split(' ')] : place ? ['at', ...place.split(' ')] : []),
    ...aboutWords(detail),
  ]
}

function withoutFlagged(said: Said, { flags = [] }: Manner): Said {
  return { ...said, ...Object.fromEntries(flags.map(flag => [flag, undefined])) }
}

function flagsOf(said: Said, { flags = [] }: Manner): string[] {
  return flags.flatMap(flag => {
    const value = flag === 'event' ? said.event?.id : said[flag]
    return value === undefined ? [] : [`--${flag}`, String(value)]
  })
}

/** Whether both say the same; who it was from is me where nothing is said of it. */
function isSame(one: Said, other: Said): boolean {
  const key = ({ contacts, fresh, kind = 'met', by = 'me', on, place, event, detail }: Said) => {
    const ids = contacts.map(({ id }) => id).sort((a, b) => a - b)
    return JSON.stringify([ids, fresh, kind, by, on, place, event?.id, detail])
  }
  return key(one) === key(other)
}

/** Words that need no quotes are typed without them. */
export function aboutWords(detail: string | undefined): string[] {
  if (!detail) return []
  return /^[\p{L}\p{N} @:.,/+=%_-]+$/u.test(detail)
    ? ['about', ...detail.split(' ')]
    : ['about', detail]
}

/** What is typed for this person alone: the name they go by, the whole name, or the number. */
export function nameToType(db: Database, contact: Contact): string {
  const { title, first = '', last = '' } = namesOf(contact)
  const called = title ? last : first
  const whole = [first, last].filter(Boolean).join(' ')
  const candidates = [called, whole].map(text =>
    text.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, ''),
  )
  const isMeant = (text: string) => {
    const meaning = text ? personMeant(db, text) : undefined
    return meaning?.is === 'one' && meaning.contact.id === contact.id && !isTaken(text)
  }
  return candidates.find(isMeant) ?? String(contact.id)
}

/** A name that a sentence reads as something else, or could. */
function isTaken(name: string): boolean {
  return name.split(' ').some(word => FILLERS.has(word) || occasionsAt([word]).length > 0)
}
