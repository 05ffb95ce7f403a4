import { counted } from '../domain/words/text.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

export function renderPeopleExported(
  { path, people }: { path: string; people: number },
  _screen: Screen,
): string {
  return visible(`Wrote ${counted(people, 'person', 'people')} to ${path}`)
}

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
