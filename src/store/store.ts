import fs, { type BigIntStats } from 'node:fs'
import path from 'node:path'
import { LowSync, type SyncAdapter } from 'lowdb'
import {
  type Database,
  emptyDatabase,
  type Meta,
  named,
  SCHEMA_VERSION,
} from '../domain/data/model.ts'
import type { Moment } from '../domain/words/days.ts'
import { Failure } from '../failure.ts'
import {
  isSame,
  type Journal,
  keepCopy,
  latestCopy,
  MOST_STEPS,
  pruneCopies,
  readCopy,
  readJournal,
  signatureOf,
  writeJournal,
} from './copies.ts'
import {
  countRecords,
  MOST_BYTES,
  refuseDoubleKeys,
  serialize,
  stampNamed,
  understand,
  withMeta,
} from './data-file.ts'
import {
  clearAsides,
  decoded,
  errorCode,
  fileFailure,
  makeFolder,
  noteDown,
  notedDown,
  removeQuietly,
  resolveLinks,
  type Snapshot,
  snapshotOf,
  stateName,
  statOf,
  syncFolder,
  versionOf,
  writeAside,
} from './files.ts'
import { refuseForeignLinks } from './foreign-links.ts'
import { acquireLock, type Lock } from './lock.ts'

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
  /** Small things that a question remembers, best effort: may be forgotten, never fails. */
  memory: {
    read(key: string): string | undefined
    write(key: string, text: string): void
    forget(key: string): void
  }
}

/** A change must be done when it returns: nothing may wait while the lock is held. */
export type NotAPromise<T> = T & (T extends PromiseLike<unknown> ? never : unknown)

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

export interface StoreOptions {
  /** Relative to `cwd`. */
  path: string
  stateFolder: string
  /** The words of the command without its arguments, which are private: "group add". */
  command: string
  now(): Date
  random(length: number): string
  platform: string
  cwd?: () => string
  user?: string
  /** Is told, as a sentence, when a change could be made but not be kept for undo. */
  note?: (text: string) => void
  /** Asked for before a change: from then on a signal ends the waiting, and never cuts a commit. */
  interrupted?: () => AbortSignal
  /** How long to wait for others, in milliseconds. */
  patience?: number
  /** How large the file may be. */
  mostBytes?: number
}

/** Opens the data file; nothing is read or made until it is asked for. */
export function openStore(options: StoreOptions): Store {
  return new FileStore(options)
}

/** The file as one reading of it found it. */
interface Reading {
  /** Undefined while there is no file. */
  snapshot: Snapshot | undefined
  db: Database
  /** As they were in the file, whatever a change does to `db`. */
  meta: Meta
  count: number
}

/** What is to be written in the place of a reading. */
interface Draft {
  db: Database
  text: string
}

function reading(snapshot: Snapshot | undefined, db: Database): Reading {
  return { snapshot, db, meta: { ...db.meta }, count: countRecords(db) }
}

/** Somebody wrote meanwhile: read and change again. */
class ChangedMeanwhile extends Error {}

const MOST_TRIES = 3

class FileStore implements Store {
  readonly #options: StoreOptions
  #path: string | undefined
  #folder: string | undefined
  #memo: Database | undefined
  // Spares a change the second reading of the file; weak, as it is large and most commands only look.
  #lately: WeakRef<Snapshot> | undefined

  constructor(options: StoreOptions) {
    this.#options = options
  }

  get path(): string {
    this.#path ??= resolveLinks(this.#named)
    return this.#path
  }

  get #named(): string {
    const { path: named, cwd } = this.#options
    return cwd && !path.isAbsolute(named) ? path.resolve(cwd(), named) : named
  }

  exists(): boolean {
    try {
      return statOf(this.path) !== undefined
    } catch (error) {
      throw fileFailure(error, why => `${this.path} can't be read: ${why}.`)
    }
  }

  read(): Database {
    this.#memo ??= this.#reading().db
    return this.#memo
  }

  async update<T>(change: (db: Database) => NotAPromise<T>): Promise<{ db: Database; answer: T }> {
    // What was read and not changed yet serves as the fresh copy, once; a second try reads anew.
    let unused = this.#memo
    return this.#whileLocked(lock => {
      const low = this.#lowdb(lock, unused)
      unused = undefined
      low.read()
      const answer = change(low.data)
      low.write()
      this.#memo = low.data
      return { db: low.data, answer }
    })
  }

  async undo(): Promise<Step> {
    return this.#whileLocked(lock => {
      const reading = this.#reading()
      const { meta } = reading.db
      const journal = this.#unlessChangedOutside(reading)
      const kept = this.#kept(journal, meta.before, reading)
      if (!kept) throw new Failure('not-found', 'There is nothing to undo.')
      const after = this.#goTo(kept, reading, [...(meta.redo ?? []), meta.rev], lock)
      return { command: meta.command ?? '', at: meta.at ?? '', before: reading.db, after }
    })
  }

  async redo(): Promise<Step> {
    return this.#whileLocked(lock => {
      const reading = this.#reading()
      const redo = reading.db.meta.redo ?? []
      const journal = this.#unlessChangedOutside(reading)
      const kept = this.#kept(journal, redo.at(-1), reading)
      if (!kept) throw new Failure('not-found', 'There is nothing to redo.')
      const { command = '', at = '' } = kept.db.meta
      const after = this.#goTo(kept, reading, redo.slice(0, -1), lock)
      return { command, at, before: reading.db, after }
    })
  }

  *steps(): Generator<StepInfo> {
    const reading = this.#reading()
    const journal = readJournal(this.#copies)
    let { db } = reading
    for (let count = 0; count < MOST_STEPS; count++) {
      const { rev, before, command = '', at = '' } = db.meta
      const kept = this.#kept(journal, before, reading)
      if (!kept) return
      yield { rev, command, at, before: db, after: kept.db }
      if (kept.isFromOutside) return
      db = kept.db
    }
  }

  readonly memory = {
    read: (key: string): string | undefined => notedDown(this.#memoryFile(key)),
    write: (key: string, text: string): void => {
      noteDown(this.#memoryFile(key), text)
    },
    forget: (key: string): void => removeQuietly(this.#memoryFile(key)),
  }

  #memoryFile(key: string): string {
    return path.join(this.#copies, `memory-${key.replace(/[^a-z0-9-]/g, '-')}`)
  }

  /** This file's part of the state folder: kept copies, journal, stamp. */
  get #copies(): string {
    const { stateFolder } = this.#options
    this.#folder ??= path.join(stateFolder, 'files', stateName(this.path))
    return this.#folder
  }

  get #mostBytes(): number {
    return this.#options.mostBytes ?? MOST_BYTES
  }

  /** What was written or checked last: such a file needs no second check. */
  get #stampFile(): string {
    return path.join(this.#copies, 'checked')
  }

  // lowdb's own adapters neither lock nor fsync, and take a file that holds null for a new one.
  #lowdb(lock: Lock, unused: Database | undefined): LowSync<Database> {
    let found: Reading | undefined
    const adapter: SyncAdapter<Database> = {
      read: () => {
        found = this.#reading(unused)
        return found.db
      },
      write: db => {
        if (!found || this.#isUnchanged(db, found)) return
        this.#commit(this.#draft(db, found.count), found, lock)
      },
    }
    return new LowSync(adapter, emptyDatabase())
  }

  /** The file as it is now; `unused`, the last reading of it, serves when it is still the same. */
  #reading(unused?: Database): Reading {
    const lately = this.#lately?.deref()
    const snapshot = snapshotOf(this.path, this.#mostBytes, lately)
    if (!snapshot) return reading(undefined, emptyDatabase())
    if (unused && snapshot === lately) return reading(snapshot, unused)
    this.#lately = new WeakRef(snapshot)
    const stamp = stampOf(snapshot.stat)
    const noted = notedDown(this.#stampFile)
    const isChecked = noted === stamp || noted === `${stamp}${UNIQUE}`
    const { db, isComplete } = this.#understood(snapshot, isChecked)
    if (!isChecked && isComplete) noteDown(this.#stampFile, stamp)
    return reading(snapshot, db)
  }

  #understood(snapshot: Snapshot, isChecked: boolean): ReturnType<typeof understand> {
    try {
      return understand(this.path, snapshot, { isChecked })
    } catch (error) {
      const copy = latestCopy(this.#copies)
      if (!(error instanceof Failure) || !copy) throw error
      const hint = `${error.hint}\nThe latest copy that netmed kept: ${copy}`
      throw new Failure(error.kind, error.message, hint, { cause: error })
    }
  }

  /** Records that were named are taken to be changed; all else is compared as it would be written. */
  #isUnchanged(db: Database, { snapshot }: Reading): boolean {
    const { created, touched } = named(db)
    if (created.size > 0 || touched.size > 0) return false
    const before = snapshot
      ? understand(this.path, snapshot, { isChecked: false }).db
      : emptyDatabase()
    return serialize({ ...db, meta: before.meta }) === serialize(before)
  }

  #draft(db: Database, countBefore: number): Draft {
    const { now, random, command } = this.#options
    const at = now().toISOString()
    stampNamed(db, { now: at, uid: () => random(16), countBefore })
    const { nextId, rev, before: _, redo: __, command: ___, at: ____, ...unknown } = db.meta
    db.meta = { nextId, rev: rev + 1, before: rev, command, at, ...unknown }
    return { db, text: serialize(db) }
  }

  /** Writes what was kept as a new revision that stands where the kept one stood. */
  #goTo(kept: Kept, reading: Reading, redo: number[], lock: Lock): Database {
    const { nextId, rev } = reading.db.meta
    const { before, command, at } = kept.db.meta
    const meta: Meta = { nextId: Math.max(nextId, kept.db.meta.nextId), rev: rev + 1 }
    // Behind a change from outside the chain ends: going on would take that change back unseen.
    if (before !== undefined && !kept.isFromOutside) meta.before = before
    if (redo.length) meta.redo = redo
    if (command !== undefined) meta.command = command
    if (at !== undefined) meta.at = at
    const db = { ...kept.db, meta }
    this.#commit({ db, text: withMeta(kept.text, meta) ?? serialize(db) }, reading, lock)
    this.#memo = db
    return db
  }

  /** The journal, when the file is what it was written as. */
  #unlessChangedOutside({ snapshot, db }: Reading): Journal {
    const journal = readJournal(this.#copies)
    const written = journal.get(db.meta.rev)?.written
    if (!snapshot || !written || isSame(written, signatureOf(snapshot.bytes))) return journal
    throw new Failure(
      'busy',
      `${this.path} was changed outside netmed since its last command, and this would lose that.`,
      'Fix it by hand, or with the next command; then undo works again.',
    )
  }

  #kept(journal: Journal, rev: number | undefined, { snapshot }: Reading): Kept | undefined {
    const revision = rev === undefined ? undefined : journal.get(rev)
    if (rev === undefined || !revision || !snapshot) return undefined
    const bytes = readCopy(this.#copies, rev, revision, snapshot)
    if (!bytes) return undefined
    if (bytes.length === 0) {
      const db = emptyDatabase()
      return { db, text: serialize(db), isFromOutside: false }
    }
    const { db } = understand(this.path, { bytes, stat: snapshot.stat }, { isChecked: false })
    const isFromOutside = !isSame(revision.kept, revision.written)
    return { db, text: decoded(bytes) ?? '', isFromOutside }
  }

  /** Runs while nobody else may write; again, three times at most, when somebody wrote all the same. */
  async #whileLocked<T>(act: (lock: Lock) => T): Promise<T> {
    const { command, user, random, patience } = this.#options
    const interrupted = this.#options.interrupted?.()
    this.#memo = undefined
    refuseForeignLinks(this.#named)
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      this.#makeDataFolder()
      const applicant = { command, user, random, interrupted }
      const lock = await acquireLock(this.path, applicant, patience)
      // Synchronous from here to the release: a signal cannot fall between two steps.
      try {
        return act(lock)
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error
      } finally {
        lock.release()
      }
    }
    throw new Failure(
      'busy',
      `${this.path} is being changed by another program.`,
      'Nothing was changed. Try again in a moment.',
    )
  }

  #makeDataFolder(): void {
    try {
      makeFolder(path.dirname(this.path))
    } catch (error) {
      throw fileFailure(error, this.#notWritten)
    }
  }

  readonly #notWritten = (why: string): string =>
    `Your data was not changed: ${this.path} can't be written, ${why}.`

  #commit({ db, text }: Draft, reading: Reading, lock: Lock): void {
    const file = this.path
    const bytes = Buffer.from(text)
    if (bytes.length > this.#mostBytes) {
      const most = Math.floor(this.#mostBytes / 1024 / 1024)
      throw new Failure(
        'file',
        `Your data was not changed: ${file} would grow beyond ${most} MB.`,
        'Keep long notes in separate files.',
      )
    }
    const { snapshot } = reading
    if (snapshot && !this.#isKnownUnique(snapshot)) refuseDoubleKeys(file, snapshot)
    clearAsides(file)
    const journal = readJournal(this.#copies)
    try {
      const aside = writeAside(file, bytes, { like: snapshot?.stat, staysTheirs: true })
      try {
        this.#keep(journal, reading, { db, bytes })
        if (!lock.isOurs() || !this.#isStill(snapshot)) throw new ChangedMeanwhile()
        this.#rename(aside.path, file)
        noteDown(this.#stampFile, `${stampOf(aside.stat)}${UNIQUE}`)
      } catch (error) {
        removeQuietly(aside.path)
        throw error
      }
    } catch (error) {
      throw fileFailure(error, this.#notWritten)
    }
    this.#confirm()
    pruneCopies(this.#copies, journal, db.meta)
  }

  /** What we wrote ourselves has no key twice. */
  #isKnownUnique(snapshot: Snapshot): boolean {
    return notedDown(this.#stampFile) === `${stampOf(snapshot.stat)}${UNIQUE}`
  }

  /** Keeps the file that is about to be replaced, and notes down what replaces it. */
  #keep(
    journal: Journal,
    { snapshot, meta }: Reading,
    next: { db: Database; bytes: Buffer },
  ): void {
    const { rev, before } = meta
    const kept = snapshot ? signatureOf(snapshot.bytes) : EMPTY
    const hasRoom = !snapshot || keepCopy(this.#copies, rev, this.path)
    const previous = journal.get(rev)
    journal.set(rev, {
      ...(before !== undefined && { before }),
      written: snapshot && previous ? previous.written : kept,
      ...(hasRoom && { kept }),
    })
    journal.set(next.db.meta.rev, { written: signatureOf(next.bytes) })
    if (!writeJournal(this.#copies, journal) || !hasRoom) {
      this.#options.note?.("There was no room to keep the old data, so this can't be undone.")
    }
  }

  #isStill(snapshot: Snapshot | undefined): boolean {
    const stat = statOf(this.path)
    if (!stat || !snapshot) return !stat && !snapshot
    return versionOf(stat) === versionOf(snapshot.stat)
  }

  #rename(from: string, to: string): void {
    for (let tries = 0; ; tries++) {
      try {
        fs.renameSync(from, to)
        return
      } catch (error) {
        // On Windows, whoever reads a file for a moment (a virus scanner, a search) is in the way.
        const isInTheWay = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))
        if (this.#options.platform !== 'win32' || !isInTheWay || tries === WINDOWS_TRIES)
          throw error
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WINDOWS_STEP_MS)
      }
    }
  }

  #confirm(): void {
    try {
      syncFolder(path.dirname(this.path))
    } catch (error) {
      throw fileFailure(
        error,
        why => `${this.path} is written, but netmed can't be sure it will last: ${why}.`,
      )
    }
  }
}

interface Kept {
  db: Database
  text: string
  /** Something else than netmed wrote it. */
  isFromOutside: boolean
}

/** Names a file in the state it is in, and the rules it was checked by. */
function stampOf(stat: BigIntStats): string {
  return `${SCHEMA_VERSION} ${versionOf(stat)}`
}

/** Ends the stamp of a file in which no key stands twice. */
const UNIQUE = ' unique'

/** What is kept of a file that was not there. */
const EMPTY = [0, 0] as const
const WINDOWS_STEP_MS = 20
const WINDOWS_TRIES = 100
