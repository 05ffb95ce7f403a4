import { counted } from '../domain/words/text.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

interface Saved {
  /** Null when nothing was written to a file. */
  path: string | null
  replaced: boolean
}

export function renderPeopleExported(
  { people, ...saved }: Saved & { people: number },
  _screen: Screen,
): string {
  return renderSaved(counted(people, 'person', 'people'), saved)
}

/** What went where; nothing when nothing was written. */
export function renderSaved(what: string, { path, replaced }: Saved): string {
  if (path === null) return ''
  // Last in its line, so that it can be copied.
  const lines = [visible(`Wrote ${what} to ${path}`)]
  if (replaced) lines.push(REPLACED)
  return lines.join('\n')
}

export const REPLACED = 'It replaced the file that was there.'

interface Folder {
  folder: string
  written: string[]
  removed: string[]
  same: number
  edited: string[]
}

/** What was touched in a folder of single files. */
export function renderVdir(answer: Folder, _screen: Screen): string {
  const { folder, written, removed, same, edited } = answer
  const parts = [`${written.length} written`, `${removed.length} removed`, `${same} as they were`]
  if (edited.length) parts.push(`${edited.length} changed there and left alone`)
  return visible(`${folder}: ${parts.join(', ')}.`)
}
