import { Failure } from '../../failure.ts'
import type { Contact, Database } from '../data/model.ts'
import { isRange, type Numbers } from '../data/numbers.ts'
import { personMeant } from './people.ts'

/** The people that numbers mean, each once; fails on a range, and on the number of anything else. */
export function peopleNumbered(db: Database, numbers: readonly Numbers[]): Contact[] {
  const people = new Set<Contact>()
  for (const each of numbers) {
    if (isRange(each)) {
      throw new Failure(
        'usage',
        `A range such as ${each.from}-${each.to} takes follow-ups, not people.`,
        'Give the number of each person.',
      )
    }
    const meaning = personMeant(db, String(each.from))
    if (meaning.is === 'one') people.add(meaning.contact)
  }
  return [...people]
}
