import type { Context } from '../context.ts'
import type { Contact, Database } from '../domain/data/model.ts'
import {
  areTerms,
  readTerms,
  refusePrivate,
  selectContacts,
  type Terms,
} from '../domain/find/terms.ts'
import { Failure } from '../failure.ts'
import { pickPerson } from './pick.ts'

interface Selecting {
  archived?: boolean | undefined
  /** Terms see what is private only when that is said, on the screen too. */
  withPrivate?: boolean | undefined
}

/** The data as terms see them. */
export function seenByTerms(ctx: Context, terms: Terms, withPrivate = false): Database {
  if (!withPrivate) refusePrivate(terms)
  return ctx.asked(withPrivate)
}

/** Everybody whom the terms select. */
export function selectByTerms(
  ctx: Context,
  args: readonly string[],
  { archived, withPrivate }: Selecting = {},
): Contact[] {
  const terms = readTerms(args)
  return selectContacts(seenByTerms(ctx, terms, withPrivate), terms, { archived })
}

/** As `selectByTerms`; fails when that is nobody. */
export function pickByTerms(
  ctx: Context,
  args: readonly string[],
  options: Selecting = {},
): Contact[] {
  const contacts = selectByTerms(ctx, args, options)
  if (contacts.length) return contacts
  throw new Failure(
    'not-found',
    `No matches for ${args.join(' ')}.`,
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
  if (areTerms(args)) return selectByTerms(ctx, args, { withPrivate })
  return [await pickPerson(ctx, db, args)]
}
