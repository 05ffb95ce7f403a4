import { isObject } from './check.ts'

/** Changes the parsed file of one version, in place, into that of the next. */
export type Migration = (content: Record<string, unknown>) => void

/** The first leads from version 1 to version 2; there is one less than `SCHEMA_VERSION`. */
export const MIGRATIONS: readonly Migration[] = [toVersion2, toVersion3]

/** Brings the content of an older file to the newest version, in memory. */
export function migrate(
  content: Record<string, unknown> & { schemaVersion: number },
  migrations = MIGRATIONS,
): void {
  for (const migration of migrations.slice(content.schemaVersion - 1)) {
    migration(content)
    content.schemaVersion++
  }
}

/**
 * What is wanted of an event was called its goals, an organization was spelled as in Britain, and what a
 * private interaction opened is private itself.
 */
function toVersion2(content: Record<string, unknown>): void {
  rename(content, 'events', { goals: 'wants' })
  rename(content, 'contacts', { organisations: 'organizations' })
  const secret = new Set(
    recordsIn(content.interactions)
      .filter(each => each.private === true)
      .map(each => each.id),
  )
  for (const followUp of recordsIn(content.followUps)) {
    if (followUp.from !== undefined && secret.has(followUp.from)) followUp.private = true
  }
}

/** What was typed for drafts is no part of the data any more. */
function toVersion3(content: Record<string, unknown>): void {
  for (const contact of recordsIn(content.contacts))
    if (isObject(contact.slots)) delete contact.slots
}

function recordsIn(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** Gives fields another name, each at its place; what is no record is for the check to say. */
function rename(
  content: Record<string, unknown>,
  list: string,
  names: Readonly<Record<string, string>>,
): void {
  const records = content[list]
  if (!Array.isArray(records)) return
  for (const [index, record] of records.entries()) {
    if (isObject(record)) records[index] = renamed(record, names)
  }
}

function renamed(
  record: Record<string, unknown>,
  names: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const old = Object.keys(names).filter(name => Object.hasOwn(record, name))
  if (!old.length) return record
  const nameOf = (key: string) => (old.includes(key) ? (names[key] ?? key) : key)
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [nameOf(key), value]))
}
