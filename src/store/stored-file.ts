import fs, { type BigIntStats } from 'node:fs'
import path from 'node:path'
import { type Database, emptyDatabase, type Meta, SCHEMA_VERSION } from '../domain/data/model.ts'
import type { Moment } from '../domain/words/days.ts'
import { Failure } from '../failure.ts'
import {
  copyFile,
  hasCopies,
  journalOf,
  keepCopy,
  keepDamaged,
  pruneCopies,
  readCopy,
} from './copies.ts'
import {
  countRecords,
  MOST_BYTES,
  NewerVersion,
  refuseDoubleKeys,
  serialize,
  understand,
} from './data-file.ts'
import {
  clearAsides,
  decoded,
  errorCode,
  fileFailure,
  isForRoom,
  makeFolder,
  noteDown,
  notedDown,
  removeQuietly,
  resolveLinks,
  type Snapshot,
  snapshotOf,
  stateName,
  statOf,
  statQuietly,
  syncFolder,
  versionOf,
  writeAside,
} from './files.ts'
import { refuseForeignLinks } from './foreign-links.ts'
import {
  isCount,
  isSame,
  type Journal,
  type Revision,
  readJournal,
  signatureOf,
  writeJournal,
} from './journal.ts'
import { acquireLock, type Lock } from './lock.ts'
import { isIn } from './outputs.ts'
import { mostIdIn } from './salvage.ts'
import { latestMoment } from './wrong-clock.ts'

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
  cannotUndo?: (why: string) => void
  /** Asked for before a change: from then on a signal ends the waiting, and never cuts a commit. */
  interrupted?: () => AbortSignal
  /** How long to wait for others, in milliseconds. */
  patience?: number
  /** How large the file may be. */
  mostBytes?: number
}

/** What can be put in the place of the file. */
export interface Restorable {
  db: Database
  /** Its text, to be written as it is but for `meta`; absent for what was not written by this store. */
  text?: string
  isFromOutside?: boolean
}

/** The file as one reading of it found it. */
export interface Reading {
  /** Undefined while there is no file. */
  snapshot: Snapshot | undefined
  db: Database
  /** As they were in the file, whatever a change does to `db`. */
  meta: Meta
  count: number
}

/** The file as it stands, understood when it has a `meta`. */
export type Found = Pick<Reading, 'snapshot'> & { meta: Meta | undefined }

/** The file read as far as that goes. */
export interface Seen extends Found {
  /** Undefined when it cannot be understood, and then `failure` says why. */
  db: Database | undefined
  failure: Failure | undefined
}

/** What is to be written in the place of what was found. */
export interface Draft {
  db: Database
  bytes: Buffer
  numbers: Numbers
  /** Whether it may be written over what is there, however that reads. */
  isForced?: boolean
}

/** Of two revisions; no number is given twice while the journal knows it. */
export interface Numbers {
  journal: Journal
  /** Under which the present file is kept: its own, unless other bytes are kept under that. */
  present: number
  next: number
}

function reading(snapshot: Snapshot | undefined, db: Database): Reading {
  return { snapshot, db, meta: { ...db.meta }, count: countRecords(db) }
}

/** Somebody wrote meanwhile: read and change again. */
class ChangedMeanwhile extends Error {}

const MOST_TRIES = 3

/** The data file, its kept copies and its journal: read by anybody, written by who holds the lock. */
export class StoredFile {
  readonly options: StoreOptions
  /** The last reading of a command that changed nothing since, or what it wrote. */
  memo: Database | undefined
  /** Whether undo can lead back to what the last commit replaced. */
  isKept = true
  #path: string | undefined
  #folder: string | undefined
  // Spares a change the second reading of the file; weak, as it is large and most commands only look.
  #lately: WeakRef<Snapshot> | undefined

  constructor(options: StoreOptions) {
    this.options = options
  }

  /** Symbolic links followed. */
  get path(): string {
    this.#path ??= resolveLinks(this.#named)
    return this.#path
  }

  get #named(): string {
    const { path: named, cwd } = this.options
    return cwd && !path.isAbsolute(named) ? path.resolve(cwd(), named) : named
  }

  exists(): boolean {
    try {
      return statOf(this.path) !== undefined
    } catch (error) {
      throw fileFailure(error, why => `${this.path} can't be read: ${why}.`)
    }
  }

  /** This file's part of the state folder: kept copies, journal, stamp. */
  get folder(): string {
    const { stateFolder } = this.options
    this.#folder ??= path.join(stateFolder, 'files', stateName(this.path))
    return this.#folder
  }

  /** Its bytes as they are now, undefined while there is no file; fails when it cannot be opened. */
  snapshot(): Snapshot | undefined {
    return snapshotOf(this.path, this.#mostBytes)
  }

  get #mostBytes(): number {
    return this.options.mostBytes ?? MOST_BYTES
  }

  /** Names what was written or checked last: such a file needs no second check. */
  get #stampFile(): string {
    return path.join(this.folder, 'checked')
  }

  get now(): Moment {
    return this.options.now().toISOString()
  }

  /** Now, or the latest moment that the journal knows of: a clock that is behind makes nothing old. */
  get latest(): Moment {
    return latestMoment(readJournal(this.folder), this.now)
  }

  /** The data; the same object until a change begins. Empty when there is no file. */
  read(): Database {
    this.memo ??= this.reading().db
    return this.memo
  }

  /** The file as it is now; `unused`, the last reading of it, serves when it is still the same. */
  reading(unused?: Database): Reading {
    const lately = this.#lately?.deref()
    const snapshot = snapshotOf(this.path, this.#mostBytes, { known: lately })
    if (!snapshot) return reading(undefined, this.#begun())
    if (unused && snapshot === lately) return reading(snapshot, unused)
    this.#lately = new WeakRef(snapshot)
    const stamp = stampOf(snapshot.stat)
    const noted = notedDown(this.#stampFile)
    const isChecked = noted === stamp || noted === `${stamp}${UNIQUE}`
    const { db, isComplete } = this.#understood(snapshot, isChecked)
    if (!isChecked && isComplete) noteDown(this.#stampFile, stamp)
    return reading(snapshot, db)
  }

  /** Without a record; of a file that was there before, its numbers are not given again. */
  #begun(): Database {
    const db = emptyDatabase()
    const noted = [...journalOf(this.folder, undefined).values()].map(each => each.nextId ?? 1)
    db.meta.nextId = Math.max(db.meta.nextId, ...noted)
    return db
  }

  #understood(snapshot: Snapshot, isChecked: boolean): ReturnType<typeof understand> {
    try {
      return understand(this.path, snapshot, { isChecked })
    } catch (error) {
      if (!(error instanceof Failure) || error instanceof NewerVersion) throw error
      const back = 'Back to the last kept copy: netmed restore latest'
      const hint = [
        'What can be saved of it: netmed doctor',
        ...(hasCopies(this.folder) ? [back] : []),
        'netmed leaves the file as it is.',
      ]
      throw new Failure(error.kind, error.message, hint.join('\n'), { cause: error })
    }
  }

  /** The file read as far as that goes; fails only when it cannot be opened at all. */
  look(): Seen {
    try {
      const { snapshot, db, meta } = this.reading()
      return { snapshot, meta, db, failure: undefined }
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'not-understood') throw error
      const snapshot = this.snapshot()
      return { snapshot, meta: undefined, db: undefined, failure: error }
    }
  }

  /** A file that was put here from outside may say a number that was given to another one before. */
  numbers({ snapshot, meta }: Found): Numbers {
    const journal = journalOf(this.folder, snapshot)
    const rev = meta?.rev ?? 0
    const last = Math.max(0, ...[rev, ...journal.keys()].filter(isCount))
    const kept = journal.get(rev)?.kept
    const isTaken = kept !== undefined && snapshot && !isSame(kept, signatureOf(snapshot.bytes))
    const present = isTaken || !isCount(rev) ? last + 1 : rev
    return { journal, present, next: Math.max(last, present) + 1 }
  }

  /** What the journal says of the file as it is. */
  revision(
    journal: Journal,
    { snapshot, meta }: { snapshot: Snapshot | undefined; meta: Meta },
    more: Pick<Revision, 'kept' | 'saved'>,
  ): Revision {
    const { before, command, nextId } = meta
    const previous = snapshot && journal.get(meta.rev)
    return {
      ...(before !== undefined && { before }),
      written: previous?.written ?? (snapshot ? signatureOf(snapshot.bytes) : EMPTY),
      at: momentOf(snapshot, previous, this.now),
      ...(command !== undefined && { command }),
      nextId,
      ...(previous?.latest !== undefined && { latest: previous.latest }),
      ...(previous?.saved && { saved: true }),
      ...more,
    }
  }

  /** The counter as the file, the journal and, of a file that is not understood, copies and text know it. */
  idsEverGiven(journal: Journal, { snapshot, meta }: Found): number[] {
    const noted = [...journal.values()].map(each => each.nextId ?? 1)
    if (meta) return [meta.nextId, ...noted]
    const copies = [...journal.keys()].map(rev => notedDown(copyFile(this.folder, rev)) ?? '')
    const texts = [snapshot?.bytes.toString('utf8') ?? '', ...copies]
    return [...noted, ...texts.map(text => mostIdIn(text) + 1)]
  }

  /** The copy of a revision; undefined when there is none, or its bytes are not what was kept. */
  kept(journal: Journal, rev: number | undefined, { snapshot }: Reading): Restorable | undefined {
    const revision = rev === undefined ? undefined : journal.get(rev)
    if (rev === undefined || !revision || !snapshot) return undefined
    const bytes = readCopy(this.folder, rev, revision, snapshot)
    return bytes && this.restorable(bytes, revision, this.path)
  }

  /** Understands the bytes of a kept copy; none are a file that was not there. `name` stands in what fails. */
  restorable(bytes: Buffer, revision: Revision, name: string): Restorable {
    if (bytes.length === 0) {
      const db = emptyDatabase()
      return { db, text: serialize(db) }
    }
    const mtime = new Date(revision.at ?? this.now)
    // Of its state only the date is looked at, for hand-made records.
    const stat = { mtime } as Snapshot['stat']
    const { db } = understand(name, { bytes, stat }, { isChecked: false })
    const isFromOutside = !isSame(revision.kept, revision.written)
    return { db, text: decoded(bytes) ?? serialize(db), isFromOutside }
  }

  /** Runs while nobody else may write; again, three times at most, when somebody wrote all the same. */
  async whileLocked<T>(act: (lock: Lock) => T): Promise<T> {
    const { command, user, random, patience } = this.options
    const interrupted = this.options.interrupted?.()
    this.memo = undefined
    refuseForeignLinks(this.#named)
    this.#refuseCopies()
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

  /** A change there would take from another file what its undo goes back to. */
  #refuseCopies(): void {
    if (!isIn(this.options.stateFolder, this.path)) return
    throw new Failure(
      'usage',
      `Nothing was changed: ${this.path} is a copy that netmed keeps.`,
      'Copy it to another place, and change that.',
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

  /**
   * Keeps what was found and puts the draft in its place, onto the disk. Gives where the bytes of a file that
   * is not understood were kept. Fails when the file is no more what was found, and `whileLocked` tries again.
   */
  commit(draft: Draft, found: Found, lock: Lock): string | undefined {
    const { db, bytes, numbers, isForced = false } = draft
    const file = this.path
    if (bytes.length > this.#mostBytes) {
      const most = Math.floor(this.#mostBytes / 1024 / 1024)
      throw new Failure(
        'file',
        `Your data was not changed: ${file} would grow beyond ${most} MB.`,
        'Keep long notes in separate files.',
      )
    }
    const { snapshot } = found
    if (snapshot && !isForced && !this.#isKnownUnique(snapshot)) refuseDoubleKeys(file, snapshot)
    clearAsides(file)
    const { journal } = numbers
    const now = this.now
    let damaged: string | undefined
    try {
      const aside = writeAside(file, bytes, { like: snapshot?.stat, staysTheirs: true })
      try {
        damaged = this.#keep(numbers, found, { db, bytes, now, isForced })
        if (!lock.isOurs() || !this.#isStill(snapshot)) throw new ChangedMeanwhile()
        this.#rename(aside.path, file)
        this.#stampWritten(aside.stat)
        this.memo = db
      } catch (error) {
        removeQuietly(aside.path)
        throw error
      }
    } catch (error) {
      throw fileFailure(error, this.#notWritten)
    }
    this.#confirm()
    pruneCopies(this.folder, journal, db.meta, now)
    return damaged
  }

  /** What we wrote ourselves has no key twice. */
  #isKnownUnique(snapshot: Snapshot): boolean {
    return notedDown(this.#stampFile) === `${stampOf(snapshot.stat)}${UNIQUE}`
  }

  /** Renaming and linking move the time of change, so the file is asked for it when all is done. */
  #stampWritten(written: BigIntStats): void {
    const stat = statQuietly(this.path)
    if (!stat || versionOf(stat) !== versionOf(written)) return
    noteDown(this.#stampFile, `${stampOf(stat)}${UNIQUE}`)
  }

  /** Keeps the file that is about to be replaced, and notes down what replaces it. */
  #keep(
    { journal, present, next: rev }: Numbers,
    { snapshot, meta }: Found,
    next: { db: Database; bytes: Buffer; now: Moment; isForced: boolean },
  ): string | undefined {
    const { nextId, before, command = '' } = next.db.meta
    const damaged = snapshot && !meta ? this.#keepDamaged(snapshot) : undefined
    let why: string | undefined
    if (meta) {
      const kept = snapshot ? signatureOf(snapshot.bytes) : EMPTY
      const isKept = !snapshot || this.#hasCopy(journal, present, snapshot)
      why = isKept ? undefined : this.#keepPresent(present)
      if (why && next.isForced) throw this.#notKept('what you have now')
      const revision = this.revision(journal, { snapshot, meta }, why ? {} : { kept })
      journal.set(present, { ...revision, until: next.now })
    }
    const written = signatureOf(next.bytes)
    const chain = before === undefined ? {} : { before }
    const latest = latestMoment(journal, next.now)
    const behind = latest > next.now ? { latest } : {}
    journal.set(rev, { written, at: next.now, ...behind, command, nextId, ...chain })
    why ??= writeJournal(this.folder, journal)
    this.isKept = !why
    if (why) this.options.cannotUndo?.(this.#whyNotKept(why))
    return damaged
  }

  #whyNotKept(why: string): string {
    if (isForRoom(why)) return "There was no room to keep the old data, so this can't be undone."
    return `The old data can't be kept in ${this.folder} (${why}), so this can't be undone.`
  }

  /** A copy that was asked for is there already, and is no second name of the file. */
  #hasCopy(journal: Journal, rev: number, snapshot: Snapshot): boolean {
    const noted = journal.get(rev)
    return noted?.saved === true && readCopy(this.folder, rev, noted, snapshot) !== undefined
  }

  #keepPresent(rev: number): string | undefined {
    return keepCopy(this.folder, rev, this.path)
  }

  #keepDamaged(snapshot: Snapshot): string {
    const kept = keepDamaged(this.folder, this.path, snapshot, this.latest)
    if (kept !== undefined) return kept
    throw this.#notKept('the damaged file')
  }

  #notKept(what: string): Failure {
    return new Failure(
      'file',
      `Your data was not changed: ${what} can't be kept in ${this.folder}.`,
      `Copy ${this.path} to another place, and make room.`,
    )
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
        if (this.options.platform !== 'win32' || !isInTheWay || tries === WINDOWS_TRIES) throw error
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

/**
 * Names a file in the state it is in, and the rules it was checked by. The time of change is in it: whoever
 * writes may set the time of writing back.
 */
function stampOf(stat: BigIntStats): string {
  return `${SCHEMA_VERSION} ${versionOf(stat)}:${stat.ctimeNs}`
}

/** Ends the stamp of a file in which no key stands twice. */
const UNIQUE = ' unique'

/** When a file came into force: as noted, or by its date when something else than netmed wrote it since. */
function momentOf(
  snapshot: Snapshot | undefined,
  noted: Revision | undefined,
  now: Moment,
): Moment {
  if (!snapshot) return now
  const at = noted?.at ?? ''
  const isOurs = noted?.at && isSame(noted.written, signatureOf(snapshot.bytes))
  const written = snapshot.stat.mtime.toISOString()
  // Some programs put a file in place with the date of the one that it was copied from.
  return isOurs || at > written ? at : written
}

/** What is kept of a file that was not there. */
const EMPTY = [0, 0] as const
const WINDOWS_STEP_MS = 20
const WINDOWS_TRIES = 100
