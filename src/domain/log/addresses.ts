import { Failure } from '../../failure.ts'
import type { Contact, Database } from '../data/model.ts'
import { ownersOf } from '../people/identity.ts'
import { displayName } from '../people/names.ts'
import { readEmail } from '../words/read-values.ts'

const BRACKETED = /\s*<([^<>\s]+@[^<>\s]+)>/g

/** The words without the `<address>` behind a name, and those addresses. */
export function withoutAddresses(args: readonly string[]): { args: string[]; emails: string[] } {
  const emails = args.flatMap(arg =>
    [...arg.matchAll(BRACKETED)].map(([, email = '']) => readEmail(email)),
  )
  return { args: args.map(arg => arg.replace(BRACKETED, '')).filter(arg => arg.trim()), emails }
}

/**
 * The addresses that are of somebody new: those that nobody has yet. Fails when one belongs to somebody
 * who is not among the people meant, or when it cannot be told whose it is.
 */
export function newAddresses(
  db: Database,
  emails: readonly string[],
  { contacts, fresh }: { contacts: readonly Contact[]; fresh: readonly string[] },
): string[] {
  const unknown: string[] = []
  for (const email of emails) {
    const [owner] = ownersOf(db.contacts, [email])
    if (owner && !contacts.includes(owner)) {
      const who = `${displayName(owner)} (#${owner.id})`
      throw new Failure('ambiguous', `${email} belongs to ${who}.`, `Use the number: ${owner.id}`)
    }
    if (!owner) unknown.push(email)
  }
  if (!unknown.length || fresh.length === 1) return unknown
  const hint = 'Add it on its own: netmed edit <who> --email …'
  throw new Failure('usage', `I can't tell whose address ${unknown[0]} is.`, hint)
}
