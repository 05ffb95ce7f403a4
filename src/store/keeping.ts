import path from 'node:path'
import type { Meta } from '../domain/data/model.ts'
import type { Moment } from '../domain/words/days.ts'
import { byText } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { type BackupPlace, backupPlace, writeBackup } from './backup.ts'
import { besides, copyFile, journalOf, refuseUnreadable, saveCopy } from './copies.ts'
import { statOf } from './files.ts'
import { isSame, type Journal, signatureOf, writeJournal } from './journal.ts'
import type { StoredFile } from './stored-file.ts'
import { keptRevisions, type Why } from './thinning.ts'
import { inTheirOrder, putRight } from './wrong-clock.ts'

export interface KeptCopy {
  /** Null for what is not a revision of the data: the bytes of a damaged file, or what was saved of it. */
  rev: number | null
  path: string
  /** When it came into force. */
  at: Moment
  /** When another took its place; null while it is in force, or when that is not known. */
  until: Moment | null
  bytes: number
  /** The words of the command that wrote it. */
  command: string | null
  /** `over`: the next change removes it. */
  why: Why | 'over' | 'damaged' | 'rescued'
}

/** The copies that are kept, the latest first, and what was kept of damaged files. */
export function keptCopies(file: StoredFile): KeptCopy[] {
  refuseUnreadable(file.folder)
  const { snapshot, meta } = file.look()
  const journal = journalOf(file.folder, snapshot)
  const live = (snapshot && meta) ?? lastIn(journal)
  const kept = keptRevisions(putRight(journal, file.now), live, file.now)
  const told = inTheirOrder(journal, file.now)
  const inode = snapshot?.stat.ino
  const copies = [...told].flatMap(([rev, revision]): KeptCopy[] => {
    const path = copyFile(file.folder, rev)
    const stat = revision.kept?.[0] ? statOf(path) : undefined
    // A copy that is still the file itself was left by a command that was killed.
    if (!stat || stat.ino === inode) return []
    const { at = stat.mtime.toISOString(), until = null, command = null } = revision
    return [
      { rev, path, at, until, bytes: Number(stat.size), command, why: kept.get(rev) ?? 'over' },
    ]
  })
  const others = besides(file.folder).map(each => {
    return { ...each, rev: null, until: null, command: null }
  })
  return [...copies, ...others].sort((a, b) => byText(b.at, a.at) || (b.rev ?? 0) - (a.rev ?? 0))
}

/** Keeps a copy of the data as they are now, for a year; false when that very copy was asked for before. */
export function keepNow(file: StoredFile): Promise<{ path: string; isNew: boolean }> {
  return file.whileLocked(() => {
    const { snapshot, meta } = file.reading()
    if (!snapshot) throw nothingThere(file)
    const found = { snapshot, meta }
    const { journal, present } = file.numbers(found)
    const kept = signatureOf(snapshot.bytes)
    const path = copyFile(file.folder, present)
    const noted = journal.get(present)
    if (noted?.saved && isSame(noted.kept, kept) && statOf(path)) return { path, isNew: false }
    const revision = file.revision(journal, found, { kept, saved: true })
    journal.set(present, revision)
    if (saveCopy(file.folder, present, snapshot) && !writeJournal(file.folder, journal)) {
      return { path, isNew: true }
    }
    throw new Failure(
      'file',
      `No copy can be kept in ${file.folder}.`,
      'To write one elsewhere: netmed backup <folder>',
    )
  })
}

/** Where a backup to that file or folder is to go; nothing is written. */
export function placeOfBackup(file: StoredFile, target: string): BackupPlace {
  const { cwd } = file.options
  const named = path.isAbsolute(target) || !cwd ? target : path.join(cwd(), target)
  const isFolder = /[\\/]$/.test(target)
  return backupPlace(isFolder ? `${named}${path.sep}` : named, source(file), file.now)
}

/** Writes the data file's own bytes there, also over what is there. */
export function backUp(file: StoredFile, place: BackupPlace): void {
  writeBackup(place, source(file))
}

function source(file: StoredFile) {
  const { snapshot } = file.reading()
  if (!snapshot) throw nothingThere(file)
  return { file: file.path, snapshot, stateFolder: file.options.stateFolder }
}

function nothingThere(file: StoredFile): Failure {
  return new Failure('not-found', `There is nothing to back up: ${file.path} is not there yet.`)
}

/** What the journal knows of the last revision, of a file that does not say it itself. */
function lastIn(journal: Journal): Meta {
  const rev = Math.max(0, ...journal.keys())
  const { before, nextId = 1 } = journal.get(rev) ?? {}
  return { nextId, rev, ...(before !== undefined && { before }) }
}
