import type { Context } from '../context.ts'
import type { Contact, Database } from '../domain/data/model.ts'
import { areTerms, readTerms, selectContacts } from '../domain/find/terms.ts'
import { Failure } from '../failure.ts'
import { pickPerson } from './pick.ts'

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

/** Whom an export means: those whom terms fit, one person, or, without words, nobody in particular. */
export async function chosenPeople(
  ctx: Context,
  db: Database,
  args: readonly string[],
  { withPrivate }: { withPrivate: boolean },
): Promise<Contact[] | undefined> {
  if (!args.length) return undefined
  if (areTerms(args)) return selectContacts(db, readTerms(args), { withPrivate })
  return [await pickPerson(ctx, db, args)]
}
