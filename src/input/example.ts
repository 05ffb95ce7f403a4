import type { Context } from '../context.ts'
import type { Database } from '../domain/data/model.ts'
import { latestContacts } from '../domain/due/rhythm.ts'
import { handlesOf, personMeant } from '../domain/people/people.ts'

/** The people of the examples in help. */
const MADE_UP = /\b(?:hoff|chen|lee|priya)\b/g

/**
 * The line that shows how the command is typed, with somebody who is on file in the place of a name
 * that is not: whoever was met last.
 */
export function exampleFor(ctx: Context): string | undefined {
  // What an example says about itself stands behind it.
  const example = ctx.example?.split(/ {2,}/)[0]
  if (!example?.match(MADE_UP)) return example
  const db = ctx.asked()
  const known = metLast(db)
  return example.replace(MADE_UP, name =>
    personMeant(db, name).is === 'one' ? name : (known ?? 'priya'),
  )
}

function metLast(db: Database): string | undefined {
  const here = new Set(db.contacts.filter(each => !each.archived).map(({ id }) => id))
  const seen = [...latestContacts(db)].filter(([id]) => here.has(id))
  seen.sort(([, a], [, b]) => (a.on < b.on || (a.on === b.on && a.id < b.id) ? 1 : -1))
  const [id] = seen[0] ?? [db.contacts.at(-1)?.id]
  return id === undefined ? undefined : handlesOf(db, [id]).get(id)
}
