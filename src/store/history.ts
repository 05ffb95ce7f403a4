import type { Database, Meta } from '../domain/data/model.ts'
import type { Moment } from '../domain/words/days.ts'
import { Failure } from '../failure.ts'
import { refuseUnreadable } from './copies.ts'
import { serialized, withMeta } from './data-file.ts'
import { encoded } from './files.ts'
import { isSame, type Journal, readJournal, signatureOf } from './journal.ts'
import type { Lock } from './lock.ts'
import type { Numbers, Reading, Restorable, StoredFile } from './stored-file.ts'
import { MOST_STEPS } from './thinning.ts'

export interface Step {
  /** The command that was taken back, or that is in force again. */
  command: string
  at: Moment
  before: Database
  after: Database
}

export interface StepInfo extends Step {
  rev: number
}

/** Takes back the last change; fails as not found, or as busy after a change from outside. */
export function undo(file: StoredFile): Promise<Step> {
  return file.whileLocked(lock => {
    const reading = file.reading()
    const { meta } = reading.db
    const journal = unlessChangedOutside(file, reading)
    const kept = file.kept(journal, meta.before, reading)
    if (!kept) throw new Failure('not-found', 'There is nothing to undo.')
    const numbers = file.numbers(reading)
    const redo = [...(meta.redo ?? []), numbers.present]
    const after = goTo(file, kept, { reading, numbers, redo, lock })
    return { command: meta.command ?? '', at: meta.at ?? '', before: reading.db, after }
  })
}

/** Brings back what undo took last, until the next change. */
export function redo(file: StoredFile): Promise<Step> {
  return file.whileLocked(lock => {
    const reading = file.reading()
    const redo = reading.db.meta.redo ?? []
    const journal = unlessChangedOutside(file, reading)
    const kept = file.kept(journal, redo.at(-1), reading)
    if (!kept) throw new Failure('not-found', 'There is nothing to redo.')
    const { command = '', at = '' } = kept.db.meta
    const numbers = file.numbers(reading)
    const after = goTo(file, kept, { reading, numbers, redo: redo.slice(0, -1), lock })
    return { command, at, before: reading.db, after }
  })
}

/** What undo would take back, the nearest first; each costs the reading of a kept copy. */
export function* steps(file: StoredFile): Generator<StepInfo> {
  const reading = file.reading()
  refuseUnreadable(file.folder)
  const journal = readJournal(file.folder)
  let { db } = reading
  for (let count = 0; count < MOST_STEPS; count++) {
    const { rev, before, command = '', at = '' } = db.meta
    const kept = file.kept(journal, before, reading)
    if (!kept) return
    yield { rev, command, at, before: db, after: kept.db }
    if (kept.isFromOutside) return
    db = kept.db
  }
}

/** Writes what was kept as a new revision that stands where the kept one stood. */
function goTo(
  file: StoredFile,
  kept: Restorable,
  {
    reading,
    numbers,
    redo,
    lock,
  }: { reading: Reading; numbers: Numbers; redo: number[]; lock: Lock },
): Database {
  const { nextId } = reading.db.meta
  const { before, command, at } = kept.db.meta
  const meta: Meta = { nextId: Math.max(nextId, kept.db.meta.nextId), rev: numbers.next }
  // Behind a change from outside the chain ends: going on would take that change back unseen.
  if (before !== undefined && !kept.isFromOutside) meta.before = before
  if (redo.length) meta.redo = redo
  if (command !== undefined) meta.command = command
  if (at !== undefined) meta.at = at
  const db = { ...kept.db, meta }
  const text = kept.text && withMeta(kept.text, meta)
  file.commit({ db, bytes: text ? encoded(text) : serialized(db), numbers }, reading, lock)
  return db
}

/** The journal, when the file is what it was written as. */
function unlessChangedOutside(file: StoredFile, { snapshot, db }: Reading): Journal {
  refuseUnreadable(file.folder)
  const journal = readJournal(file.folder)
  const written = journal.get(db.meta.rev)?.written
  if (!snapshot || !written || isSame(written, signatureOf(snapshot.bytes))) return journal
  throw new Failure(
    'busy',
    `${file.path} was changed outside netmed since its last command, and this would lose that.`,
    'Fix it by hand, or with the next command; then undo works again.',
  )
}
