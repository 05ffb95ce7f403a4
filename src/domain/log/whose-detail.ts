import type { Contact, Database } from '../data/model.ts'
import { nameWords } from '../people/identity.ts'
import { personMeant } from '../people/people.ts'
import { foldedWords } from '../words/text.ts'

/** What was noted, and of several people the one it is about where it says so. */
export interface DetailOf {
  detail: string
  detailOf?: number
}

/** `priya: her cardiology rotation` says whose it is. */
export function detailOfOne(db: Database, people: readonly Contact[], detail: string): DetailOf {
  if (people.length < 2) return { detail }
  const [, name = '', rest = ''] = /^([^:]{1,40}):\s+(\S.*)$/.exec(detail) ?? []
  const isNumber = /^#?\d+$/.test(name.trim())
  const meaning = isNumber
    ? people.find(({ id }) => id === Number(name.trim().replace('#', '')))
    : oneOf(db, people, name)
  return meaning ? { detail: rest, detailOf: meaning.id } : { detail }
}

function oneOf(db: Database, people: readonly Contact[], name: string): Contact | undefined {
  const meaning = personMeant({ ...db, contacts: [...people] }, name)
  return meaning.is === 'one' ? meaning.contact : undefined
}

const HE_OR_SHE = /\b(?:he|she|his|her|hers|him)\b/i

/** Whether it is about one of these people, and it cannot be told which. */
export function isAboutOne(people: readonly Contact[], detail: string): boolean {
  if (people.length < 2) return false
  const words = new Set(foldedWords(detail))
  const called = people.flatMap(({ name, nickname = '' }) => nameWords(`${name} ${nickname}`))
  return HE_OR_SHE.test(detail) || called.some(word => word.length > 1 && words.has(word))
}
