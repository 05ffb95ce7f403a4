import type { Contact, Database } from '../data/model.ts'
import { namesOf } from '../people/names.ts'
import { personMeant } from '../people/people.ts'
import { listed } from '../words/text.ts'
import type { Instead, Reading, Said } from './sentence-said.ts'
import { FILLERS, occasionsAt } from './sentence-words.ts'

/** The words of `log` that say this contact; what they cannot say stands in flags. */
export function sayWords(reading: Pick<Reading, 'db' | 'today'>, said: Said): Instead {
  const { db } = reading
  const { kind = 'met', by, on, place, event, detail } = said
  const names = said.contacts.map(contact => nameToType(db, contact))
  const verb = kind === 'email' ? 'emailed' : kind === 'message' ? 'messaged' : undefined
  const what = by === 'me' && verb ? [verb] : [...kind.split('-'), 'with']
  const words = [
    ...what,
    ...listed(names).split(' '),
    ...(on ? ['on', on] : []),
    ...(event ? ['at', ...event.name.split(' ')] : place ? ['at', ...place.split(' ')] : []),
    ...aboutWords(detail),
  ]
  return { verb: 'log', words }
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
