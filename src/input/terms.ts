import type { Context } from '../context.ts'
import type { Contact, Database } from '../domain/model.ts'
import { readTerms, selectContacts } from '../domain/terms.ts'
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
