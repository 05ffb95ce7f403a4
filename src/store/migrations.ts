/** Changes the parsed file of one version, in place, into that of the next. */
export type Migration = (content: Record<string, unknown>) => void

/** The first leads from version 1 to version 2; there is one less than `SCHEMA_VERSION`. */
export const MIGRATIONS: readonly Migration[] = []

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
