import type { Database, Meta } from '../domain/data/model.ts'
import { Failure } from '../failure.ts'
import { copyFile, journalOf, readCopy } from './copies.ts'
import { serialized, withMeta } from './data-file.ts'
import { encoded } from './files.ts'
import type { Found, Numbers, Restorable, StoredFile } from './stored-file.ts'

export interface Restored {
  /** Undefined when the file could not be understood. */
  before: Database | undefined
  after: Database
  /** Where the bytes of a file that could not be understood are kept. */
  damaged: string | undefined
}

/** A kept copy, by its revision; fails when its bytes are not what was kept. */
export function copied(file: StoredFile, rev: number): Restorable {
  const { snapshot } = file.look()
  const revision = journalOf(file.folder, snapshot).get(rev)
  const bytes = revision && readCopy(file.folder, rev, revision, snapshot)
  if (!revision || !bytes) {
    throw new Failure(
      'not-found',
      'That copy is gone or damaged.',
      'Take another: netmed backup list',
    )
  }
  return file.restorable(bytes, revision, copyFile(file.folder, rev))
}

/**
 * Puts other content in the place of the file, if that still has the bytes that were `seen`; fails as busy
 * otherwise. What the file held is kept, understood or not.
 */
export function restore(
  file: StoredFile,
  from: Restorable,
  seen: Buffer | undefined,
): Promise<Restored> {
  return file.whileLocked(lock => {
    const found = file.look()
    if (!isSameBytes(found.snapshot?.bytes, seen)) throw changedSince(file)
    const numbers = file.numbers(found)
    const meta = restoredMeta(file, { from, found, numbers })
    const db = { ...from.db, meta }
    const text = from.text && withMeta(from.text, meta)
    const bytes = text ? encoded(text) : serialized(db)
    const damaged = file.commit({ db, bytes, numbers, isForced: true }, found, lock)
    return { before: found.db, after: db, damaged }
  })
}

function restoredMeta(
  file: StoredFile,
  { from, found, numbers }: { from: Restorable; found: Found; numbers: Numbers },
): Meta {
  const { journal, present, next: rev } = numbers
  const { before, command, at, redo: _, ...rest } = from.db.meta
  const nextId = Math.max(rest.nextId, ...file.idsEverGiven(journal, found))
  const { command: own } = file.options
  if (found.meta) return { ...rest, nextId, rev, before: present, command: own, at: file.now }
  // Undo cannot lead back to what is not understood; it goes on from where the copy stood.
  const isChained = before !== undefined && from.text !== undefined && !from.isFromOutside
  const stood = { ...(command !== undefined && { command }), ...(at !== undefined && { at }) }
  if (isChained) return { ...rest, nextId, rev, before, ...stood }
  return { ...rest, nextId, rev, command: own, at: file.now }
}

function changedSince(file: StoredFile): Failure {
  return new Failure(
    'busy',
    `${file.path} was changed while netmed waited for your answer.`,
    'Nothing was restored. Look at it again: netmed restore',
  )
}

function isSameBytes(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one === other || (!!one && !!other && one.equals(other))
}
