import type { Database } from '../data/model.ts'
import { nameCore } from '../people/names.ts'
import { late } from '../words/late.ts'
import { folded } from '../words/text.ts'

/** Whether a name, or initials in small letters, belong to somebody on file; the names are read when first asked for. */
export function colleaguesOf({ contacts }: Pick<Database, 'contacts'>): (name: string) => boolean {
  const known = late(() => new Set(contacts.flatMap(({ name }) => namesIn(name))))
  return name => known().has(folded(name))
}

function namesIn(name: string): string[] {
  const words = folded(nameCore(name).core).split(/\s+/).filter(Boolean)
  const initials = `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}`
  return [...words, ...(words.length > 1 ? [initials] : [])]
}
