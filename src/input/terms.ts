import type { Context } from '../context.ts'
import type { Contact, Database } from '../domain/model.ts'
import { displayName } from '../domain/names.ts'
import { readTerms, selectContacts } from '../domain/terms.ts'
import { counted, listed } from '../domain/text.ts'
import { Failure } from '../failure.ts'

/** Everybody whom the terms select, for the screen or for JSON; fails when that is nobody. */
export function pickByTerms(
  ctx: Context,
  db: Database,
  args: readonly string[],
  options: { archived?: boolean; withPrivate?: boolean } = {},
): Contact[] {
  const withPrivate = options.withPrivate ?? !ctx.options.json
  const contacts = selectContacts(db, readTerms(args), { ...options, withPrivate })
  if (contacts.length) return contacts
  throw new Failure(
    'not-found',
    `Nobody fits ${args.join(' ')}.`,
    options.archived ? 'netmed list --archived' : 'netmed list',
  )
}

const MOST_NAMED = 20

/** Shows several people and asks before they are changed; `ask` is the question, `Archive them?`. */
export function confirmMany(
  ctx: Context,
  contacts: readonly Contact[],
  ask: string,
): Promise<boolean> {
  const named = contacts.slice(0, MOST_NAMED).map(each => `${displayName(each)} (#${each.id})`)
  const more = contacts.length - named.length
  const names = listed([...named, ...(more ? [`${more} more`] : [])])
  return ctx.confirm(`${counted(contacts.length, 'person', 'people')}: ${names}. ${ask}`)
}
