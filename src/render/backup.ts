import type { CopyView } from '../domain/change/kept-copies.ts'
import { quoted } from '../domain/words/quoting.ts'
import { counted } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, visibleLines } from './text.ts'
import type { Screen } from './theme.ts'

interface Backup {
  /** The path is null of a copy among the kept ones. */
  backup: { path: string | null; isNew: boolean } & Counts
}

interface Counts {
  people: number
  interactions: number
}

export function renderBackup({ backup }: Backup, screen: Screen): string {
  const { path, isNew, people, interactions } = backup
  const holds = `${counted(people, 'person', 'people')}, ${counted(interactions, 'interaction')}`
  if (path === null) {
    const did = isNew ? 'Kept a copy of everything as it is now' : 'That copy is kept already'
    return [
      `${did}: ${holds}. It stays for a year, on the same disk as your data.`,
      'To write one to another disk, private notes and all:',
      nextCommand('netmed backup <folder>', screen),
    ].join('\n')
  }
  return [
    visible(isNew ? `Wrote ${holds} to ${path}` : `This very backup is there already: ${path}`),
    'It holds private notes too: keep it as private as your data.',
    nextCommand(`netmed restore ${quoted(path)} --dry-run`, screen),
  ].join('\n')
}

/** What is kept, the latest first, with why. */
export function renderCopies({ copies }: { copies: readonly CopyView[] }, screen: Screen): string {
  if (!copies.length) return 'No copies are kept yet: netmed keeps one before every change.'
  const rows: Row[] = copies.map(copy => [
    copy.rev === null ? copy.ago : copy.type,
    copy.command ? `after ${copy.command}` : '',
    copy.bytes === null ? '' : sizeWords(copy.bytes),
    WHY[copy.why],
  ])
  const beside = copies.filter(copy => copy.rev === null).map(copy => visible(`  ${copy.path}`))
  const latest = copies.find(copy => copy.rev !== null)
  return [
    columns(rows, { width: screen.columns }),
    ...beside,
    '',
    ...(latest ? [nextCommand(`netmed restore ${quoted(latest.type)} --dry-run`, screen)] : []),
    `${nextCommand('netmed backup clear', screen)}   removes them all, and what undo needs`,
  ].join('\n')
}

const WHY: Record<CopyView['why'], string> = {
  undo: 'for undo',
  recent: 'one of the last twenty',
  saved: 'you asked for it',
  day: 'the last of its day',
  month: 'the last of its month',
  over: 'goes with the next change',
  damaged: 'a damaged file',
  rescued: 'saved from a damaged file',
}

const KB = 1024

/** `12 KB`, `3.4 MB` */
function sizeWords(bytes: number): string {
  if (bytes < KB * KB) return `${Math.max(1, Math.round(bytes / KB))} KB`
  return `${(bytes / KB / KB).toFixed(1)} MB`
}

export function renderCleared({ cleared }: { cleared: number }): string {
  if (!cleared) return 'Nothing was removed.'
  return visibleLines(
    `Removed ${counted(cleared, 'copy', 'copies')}. Nothing before now can be undone.`,
  )
}
