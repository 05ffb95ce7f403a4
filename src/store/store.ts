import path from 'node:path'
import { LowSync, type SyncAdapter } from 'lowdb'
import { type Database, emptyDatabase, named } from '../domain/data/model.ts'
import { type Day, dayOfMoment } from '../domain/words/days.ts'
import type { Failure } from '../failure.ts'
import type { BackupPlace } from './backup.ts'
import { clearCopies, hasCopies, refuseUnreadable } from './copies.ts'
import { serialize, serialized, stampNamed, understand } from './data-file.ts'
import type { Examined } from './examine.ts'
import { noteDown, notedDown, removeQuietly } from './files.ts'
import { redo, type Step, type StepInfo, steps, undo } from './history.ts'
import { backUp, type KeptCopy, keepNow, keptCopies, placeOfBackup } from './keeping.ts'
import type { Lock } from './lock.ts'
import { examineFile, type Fixed, fix } from './mending.ts'
import { copied, type Restored, restore } from './restoring.ts'
import {
  type Draft,
  type Reading,
  type Restorable,
  StoredFile,
  type StoreOptions,
} from './stored-file.ts'
import { lastDayOfCopies } from './thinning.ts'

export interface Store {
  /** The data file, symbolic links followed. */
  readonly path: string
  /** False for a new store, of which nothing is on the disk yet. */
  exists(): boolean
  /** The database as it is now, without waiting for anybody; empty when there is no file. */
  read(): Database
  /**
   * Runs the change on a fresh copy while nobody else may write, and puts it on the disk; gives the
   * database as written, with what the change returned. The change may run again when another
   * program wrote in between. When it throws, nothing is written; when it changes nothing, neither.
   */
  update<T>(change: (db: Database) => NotAPromise<T>): Promise<{ db: Database; answer: T }>
  /** Takes back the last change; fails as not found, or as busy after a change from outside. */
  undo(): Promise<Step>
  /** Brings back what undo took last, until the next change. */
  redo(): Promise<Step>
  /** What undo would take back, the nearest first; each costs the reading of a kept copy. */
  steps(): Generator<StepInfo>
  /** Whether any copy is kept, as far as that can be seen. */
  hasCopies(): boolean
  /** The copies that are kept, the latest first, and what was kept of damaged files. */
  copies(): KeptCopy[]
  /** Keeps a copy of the data as they are now, for a year; false when that very copy was asked for before. */
  keepNow(): Promise<{ path: string; isNew: boolean }>
  /** Where a backup to that file or folder is to go; nothing is written. */
  backupPlace(target: string): BackupPlace
  /** Writes the data file's own bytes there, also over what is there. */
  backup(place: BackupPlace): void
  /** Removes every kept copy, after which nothing can be undone; gives how many there were. */
  clearCopies(): Promise<number>
  /**
   * From that day on no kept copy holds what was removed today, once further changes were made; null when the
   * change could not be kept, and so neither be counted on to remove an earlier one.
   */
  copiesUntil(): Day | null
  /** The file as it is now, whether it can be understood or not. */
  look(): Look
  /** A kept copy, by its revision; fails when its bytes are not what was kept. */
  copied(rev: number): Restorable
  /**
   * Puts other content in the place of the file, if that is still as it was `seen`; fails as busy otherwise.
   * What the file held is kept, understood or not.
   */
  restore(from: Restorable, seen: Look): Promise<Restored>
  /** What is wrong with the file and with what is kept beside it; reads it even when it is damaged. */
  examine(): Examined
  /**
   * Mends what can be mended without a loss, after keeping the file as it was. Over a file that it cannot
   * mend whole nothing is written: what can be read of it goes to a new file.
   */
  fix(): Promise<Fixed>
  /** Small things that a question remembers, best effort: may be forgotten, never fails. */
  memory: {
    read(key: string): string | undefined
    write(key: string, text: string): void
    forget(key: string): void
  }
}

/** A change must be done when it returns: nothing may wait while the lock is held. */
export type NotAPromise<T> = T & (T extends PromiseLike<unknown> ? never : unknown)

/** What was seen of the file. */
export interface Look {
  /** Undefined when it cannot be understood, and then `failure` says why. */
  db: Database | undefined
  failure: Failure | undefined
  /** Its bytes; undefined while there is no file. */
  bytes: Buffer | undefined
}

/** Opens the data file; nothing is read or made until it is asked for. */
export function openStore(options: StoreOptions): Store {
  return new FileStore(new StoredFile(options))
}

class FileStore implements Store {
  readonly #file: StoredFile

  constructor(file: StoredFile) {
    this.#file = file
  }

  get path(): string {
    return this.#file.path
  }

  exists(): boolean {
    return this.#file.exists()
  }

  read(): Database {
    return this.#file.read()
  }

  undo(): Promise<Step> {
    return undo(this.#file)
  }

  redo(): Promise<Step> {
    return redo(this.#file)
  }

  steps(): Generator<StepInfo> {
    return steps(this.#file)
  }

  hasCopies(): boolean {
    return hasCopies(this.#file.folder)
  }

  copies(): KeptCopy[] {
    return keptCopies(this.#file)
  }

  keepNow(): Promise<{ path: string; isNew: boolean }> {
    return keepNow(this.#file)
  }

  backupPlace(target: string): BackupPlace {
    return placeOfBackup(this.#file, target)
  }

  backup(place: BackupPlace): void {
    backUp(this.#file, place)
  }

  copied(rev: number): Restorable {
    return copied(this.#file, rev)
  }

  restore(from: Restorable, { bytes }: Look): Promise<Restored> {
    return restore(this.#file, from, bytes)
  }

  fix(): Promise<Fixed> {
    return fix(this.#file)
  }

  look(): Look {
    const { snapshot, meta: _, ...look } = this.#file.look()
    return { ...look, bytes: snapshot?.bytes }
  }

  async update<T>(change: (db: Database) => NotAPromise<T>): Promise<{ db: Database; answer: T }> {
    // What was read and not changed yet serves as the fresh copy, once; a second try reads anew.
    let unused = this.#file.memo
    return this.#file.whileLocked(lock => {
      const low = this.#lowdb(lock, unused)
      unused = undefined
      low.read()
      const answer = change(low.data)
      low.write()
      this.#file.memo = low.data
      return { db: low.data, answer }
    })
  }

  async clearCopies(): Promise<number> {
    refuseUnreadable(this.#file.folder)
    return this.#file.whileLocked(() => clearCopies(this.#file.folder, this.#file.look().meta?.rev))
  }

  copiesUntil(): Day | null {
    if (!this.#file.isKept) return null
    return lastDayOfCopies(dayOfMoment(new Date(this.#file.latest)))
  }

  examine(): Examined {
    return examineFile(this.#file)
  }

  readonly memory = {
    read: (key: string): string | undefined => notedDown(this.#memoryFile(key)),
    write: (key: string, text: string): void => {
      noteDown(this.#memoryFile(key), text)
    },
    forget: (key: string): void => removeQuietly(this.#memoryFile(key)),
  }

  #memoryFile(key: string): string {
    return path.join(this.#file.folder, `memory-${key.replace(/[^a-z0-9-]/g, '-')}`)
  }

  // lowdb's own adapters neither lock nor fsync, and take a file that holds null for a new one.
  #lowdb(lock: Lock, unused: Database | undefined): LowSync<Database> {
    let found: Reading | undefined
    const adapter: SyncAdapter<Database> = {
      read: () => {
        found = this.#file.reading(unused)
        return found.db
      },
      write: db => {
        if (!found || this.#isUnchanged(db, found)) return
        this.#file.commit(this.#draft(db, found), found, lock)
      },
    }
    return new LowSync(adapter, emptyDatabase())
  }

  /** Records that were named are taken to be changed; all else is compared as it would be written. */
  #isUnchanged(db: Database, { snapshot }: Reading): boolean {
    const { created, touched } = named(db)
    if (created.size > 0 || touched.size > 0) return false
    const before = snapshot
      ? understand(this.#file.path, snapshot, { isChecked: false }).db
      : emptyDatabase()
    return serialize({ ...db, meta: before.meta }) === serialize(before)
  }

  #draft(db: Database, found: Reading): Draft {
    const { now, random, command } = this.#file.options
    const at = now().toISOString()
    stampNamed(db, { now: at, uid: () => random(16), countBefore: found.count })
    const numbers = this.#file.numbers(found)
    const { nextId, rev: _, before: __, redo: ___, command: ____, at: _____, ...unknown } = db.meta
    const { next: rev, present: before } = numbers
    db.meta = { nextId, rev, before, command, at, ...unknown }
    return { db, bytes: serialized(db), numbers }
  }
}
