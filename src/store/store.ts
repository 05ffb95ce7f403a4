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
import { type Day, dayOfMoment, type Moment } from '../domain/words/days.ts'
import { byText } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { type BackupPlace, backupPlace, writeBackup } from './backup.ts'
import {
  besides,
  clearCopies,
  copyFile,
  hasCopies,
  journalOf,
  keepCopy,
  keepDamaged,
  keepRescued,
  pruneCopies,
  putSpoiltAside,
  readCopy,
  saveCopy,
} from './copies.ts'
import {
  contentOf,
  countRecords,
  MOST_BYTES,
  NewerVersion,
  refuseDoubleKeys,
  serialize,
  stampNamed,
  understand,
  withMeta,
} from './data-file.ts'
import { type Examined, examine, FIXES, type Patient, type Problem } from './examine.ts'
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
import { faultsIn, mendSafely, type Tools } from './rescue.ts'
import { mostIdIn } from './salvage.ts'
import { scanJson } from './scan.ts'
import { keptRevisions, lastDayOfCopies, MOST_STEPS, type Why } from './thinning.ts'

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
  /** From that day on no kept copy holds what was removed today, once a further change was made. */
  copiesUntil(): Day
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

/** What was seen of the file. */
export interface Look {
  /** Undefined when it cannot be understood, and then `failure` says why. */
  db: Database | undefined
  failure: Failure | undefined
  /** Its bytes; undefined while there is no file. */
  bytes: Buffer | undefined
}

/** What can be put in the place of the file. */
export interface Restorable {
  db: Database
  /** Its text, to be written as it is but for `meta`; absent for what was not written by this store. */
  text?: string
  isFromOutside?: boolean
}

export interface Restored {
  /** Undefined when the file could not be understood. */
  before: Database | undefined
  after: Database
  /** Where the bytes of a file that could not be understood are kept. */
  damaged: string | undefined
}

export interface Fixed {
  /** What was done, in order. */
  did: Pick<Problem, 'where' | 'says' | 'isPrivate'>[]
  /** Where the bytes of the file as it was are kept, when it was written. */
  damaged: string | undefined
  /** Where what could be read of it is, when it could not be mended. */
  saved: string | undefined
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

/** The file as it stands, understood when it has a `meta`. */
type Found = Pick<Reading, 'snapshot'> & { meta: Meta | undefined }

/** What is to be written in the place of what was found. */
interface Draft {
  db: Database
  text: string
  numbers: Numbers
  /** Whether it may be written over what is there, however that reads. */
  isForced?: boolean
}

/** Of two revisions; no number is given twice while the journal knows it. */
interface Numbers {
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
      const numbers = this.#numbers(reading)
      const redo = [...(meta.redo ?? []), numbers.present]
      const after = this.#goTo(kept, { reading, numbers, redo, lock })
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
      const numbers = this.#numbers(reading)
      const after = this.#goTo(kept, { reading, numbers, redo: redo.slice(0, -1), lock })
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

  copies(): KeptCopy[] {
    const { snapshot, meta } = this.#look()
    const journal = journalOf(this.#copies, snapshot)
    const live = (snapshot && meta) ?? lastIn(journal)
    const kept = keptRevisions(journal, live, this.#now)
    const inode = snapshot?.stat.ino
    const copies = [...journal].flatMap(([rev, revision]): KeptCopy[] => {
      const path = copyFile(this.#copies, rev)
      const stat = revision.kept?.[0] ? statOf(path) : undefined
      // A copy that is still the file itself was left by a command that was killed.
      if (!stat || stat.ino === inode) return []
      const { at = stat.mtime.toISOString(), until = null, command = null } = revision
      return [
        { rev, path, at, until, bytes: Number(stat.size), command, why: kept.get(rev) ?? 'over' },
      ]
    })
    const others = besides(this.#copies).map(each => {
      return { ...each, rev: null, until: null, command: null }
    })
    return [...copies, ...others].sort((a, b) => byText(b.at, a.at) || (b.rev ?? 0) - (a.rev ?? 0))
  }

  async keepNow(): Promise<{ path: string; isNew: boolean }> {
    return this.#whileLocked(() => {
      const { snapshot, meta } = this.#reading()
      if (!snapshot) throw this.#nothingThere()
      const found = { snapshot, meta }
      const { journal, present } = this.#numbers(found)
      const kept = signatureOf(snapshot.bytes)
      const path = copyFile(this.#copies, present)
      const noted = journal.get(present)
      if (noted?.saved && isSame(noted.kept, kept) && statOf(path)) return { path, isNew: false }
      const revision = this.#revision(journal, found, { kept, saved: true })
      journal.set(present, revision)
      if (saveCopy(this.#copies, present, snapshot) && writeJournal(this.#copies, journal)) {
        return { path, isNew: true }
      }
      throw new Failure(
        'file',
        `No copy can be kept in ${this.#copies}.`,
        'To write one elsewhere: netmed backup <folder>',
      )
    })
  }

  backupPlace(target: string): BackupPlace {
    const { cwd } = this.#options
    const named = path.isAbsolute(target) || !cwd ? target : path.join(cwd(), target)
    const isFolder = /[\\/]$/.test(target)
    return backupPlace(isFolder ? `${named}${path.sep}` : named, this.#source(), this.#now)
  }

  backup(place: BackupPlace): void {
    writeBackup(place, this.#source())
  }

  async clearCopies(): Promise<number> {
    return this.#whileLocked(() => clearCopies(this.#copies, this.#look().meta?.rev))
  }

  copiesUntil(): Day {
    return lastDayOfCopies(dayOfMoment(this.#options.now()))
  }

  look(): Look {
    const { snapshot, meta: _, ...look } = this.#look()
    return { ...look, bytes: snapshot?.bytes }
  }

  copied(rev: number): Restorable {
    const { snapshot } = this.#look()
    const revision = journalOf(this.#copies, snapshot).get(rev)
    const bytes = revision && readCopy(this.#copies, rev, revision, snapshot)
    if (!revision || !bytes) {
      throw new Failure(
        'not-found',
        'That copy is gone or damaged.',
        'Take another: netmed backup list',
      )
    }
    return this.#restorable(bytes, revision, copyFile(this.#copies, rev))
  }

  async restore(from: Restorable, seen: Look): Promise<Restored> {
    return this.#whileLocked(lock => {
      const found = this.#look()
      if (!isSameBytes(found.snapshot?.bytes, seen.bytes)) throw this.#changedSince()
      const numbers = this.#numbers(found)
      const meta = this.#restoredMeta(from, found, numbers)
      const db = { ...from.db, meta }
      const text = (from.text !== undefined && withMeta(from.text, meta)) || serialize(db)
      const damaged = this.#commit({ db, text, numbers, isForced: true }, found, lock)
      this.#memo = db
      return { before: found.db, after: db, damaged }
    })
  }

  examine(): Examined {
    return examine(this.#patient())
  }

  async fix(): Promise<Fixed> {
    const before = this.examine()
    return this.#whileLocked(lock => {
      // Taking the lock has removed those of dead commands.
      clearAsides(this.path)
      const did: Fixed['did'] = []
      for (const { kind, where, isPrivate, fix } of before.problems) {
        if (where === null || fix === null) continue
        if (kind === 'mode') fs.chmodSync(where, statOf(where)?.isDirectory() ? 0o700 : 0o600)
        else if (kind === 'kept copy') putSpoiltAside(where, this.#now)
        else if (kind !== 'left over') continue
        did.push({ where, says: `${where}: ${fix}.`, isPrivate })
      }
      const mended = this.#mend(lock)
      return { ...mended, did: [...did, ...mended.did] }
    })
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
        this.#commit(this.#draft(db, found), found, lock)
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
      if (!(error instanceof Failure) || error instanceof NewerVersion) throw error
      const back = 'Back to the last kept copy: netmed restore latest'
      const hint = [
        'What can be saved of it: netmed doctor',
        ...(hasCopies(this.#copies) ? [back] : []),
        'netmed leaves the file as it is.',
      ]
      throw new Failure(error.kind, error.message, hint.join('\n'), { cause: error })
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

  #draft(db: Database, found: Reading): Draft {
    const { now, random, command } = this.#options
    const at = now().toISOString()
    stampNamed(db, { now: at, uid: () => random(16), countBefore: found.count })
    const numbers = this.#numbers(found)
    const { nextId, rev: _, before: __, redo: ___, command: ____, at: _____, ...unknown } = db.meta
    const { next: rev, present: before } = numbers
    db.meta = { nextId, rev, before, command, at, ...unknown }
    return { db, text: serialize(db), numbers }
  }

  /** A file that was put here from outside may say a number that was given to another one before. */
  #numbers({ snapshot, meta }: Found): Numbers {
    const journal = journalOf(this.#copies, snapshot)
    const rev = meta?.rev ?? 0
    const last = Math.max(0, ...[rev, ...journal.keys()].filter(isCount))
    const kept = journal.get(rev)?.kept
    const isTaken = kept !== undefined && snapshot && !isSame(kept, signatureOf(snapshot.bytes))
    const present = isTaken || !isCount(rev) ? last + 1 : rev
    return { journal, present, next: Math.max(last, present) + 1 }
  }

  /** Writes what was kept as a new revision that stands where the kept one stood. */
  #goTo(
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
    this.#commit(
      { db, text: (kept.text && withMeta(kept.text, meta)) || serialize(db), numbers },
      reading,
      lock,
    )
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

  #kept(journal: Journal, rev: number | undefined, { snapshot }: Reading): Restorable | undefined {
    const revision = rev === undefined ? undefined : journal.get(rev)
    if (rev === undefined || !revision || !snapshot) return undefined
    const bytes = readCopy(this.#copies, rev, revision, snapshot)
    return bytes && this.#restorable(bytes, revision, this.path)
  }

  #restorable(bytes: Buffer, revision: Revision, name: string): Restorable {
    if (bytes.length === 0) {
      const db = emptyDatabase()
      return { db, text: serialize(db) }
    }
    const mtime = new Date(revision.at ?? this.#now)
    // Of its state only the date is looked at, for hand-made records.
    const stat = { mtime } as Snapshot['stat']
    const { db } = understand(name, { bytes, stat }, { isChecked: false })
    const isFromOutside = !isSame(revision.kept, revision.written)
    return { db, text: decoded(bytes) ?? serialize(db), isFromOutside }
  }

  /** The data alone: mended in place when nothing of them is lost by it, else saved to a new file. */
  #mend(lock: Lock): Fixed {
    const nothing: Fixed = { did: [], damaged: undefined, saved: undefined }
    const { failure, snapshot } = this.#look()
    if (!failure || !snapshot || failure instanceof NewerVersion) return nothing
    const { saved, problems } = this.examine()
    if (problems.some(each => each.kind === 'broken') && !saved) return nothing
    if (saved) {
      const text = serialize(saved.db)
      const kept = { damaged: snapshot.bytes, now: this.#now }
      return { ...nothing, saved: keepRescued(this.#copies, text, kept) }
    }
    const text = decoded(snapshot.bytes)
    if (text === undefined || scanJson(text).flaw) return nothing
    const { db } = contentOf(this.path, snapshot, { isChecked: false })
    const faults = mendSafely(db, this.#tools)
    if (!faults.length || faultsIn(db).length) return nothing
    const found = { snapshot, meta: undefined }
    const numbers = this.#numbers(found)
    const { nextId, before: _, redo: __, ...rest } = db.meta
    const highest = Math.max(nextId, ...this.#idsEverGiven(numbers.journal, found))
    const { command } = this.#options
    db.meta = { ...rest, nextId: highest, rev: numbers.next, command, at: this.#now }
    const damaged = this.#commit({ db, text: serialize(db), numbers, isForced: true }, found, lock)
    const did = faults.map(({ path: where, kind, isPrivate }) => {
      return { where, says: `${where}: ${FIXES[kind]}.`, isPrivate }
    })
    return { ...nothing, did, damaged }
  }

  get #tools(): Tools {
    return { uid: () => this.#options.random(16), now: this.#now }
  }

  #patient(): Patient {
    const patient = {
      file: this.path,
      copiesFolder: this.#copies,
      platform: this.#options.platform,
      tools: this.#tools,
      failure: undefined,
    }
    try {
      return { ...patient, snapshot: snapshotOf(this.path, this.#mostBytes) }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return { ...patient, snapshot: undefined, failure: error }
    }
  }

  /** The file read as far as that goes; fails only when it cannot be opened at all. */
  #look(): Found & Pick<Look, 'db' | 'failure'> {
    try {
      const { snapshot, db, meta } = this.#reading()
      return { snapshot, meta, db, failure: undefined }
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'not-understood') throw error
      const snapshot = snapshotOf(this.path, this.#mostBytes)
      return { snapshot, meta: undefined, db: undefined, failure: error }
    }
  }

  #restoredMeta(from: Restorable, found: Found, { journal, present, next: rev }: Numbers): Meta {
    const { before, command, at, redo: _, ...rest } = from.db.meta
    const nextId = Math.max(rest.nextId, ...this.#idsEverGiven(journal, found))
    const { command: own } = this.#options
    if (found.meta) return { ...rest, nextId, rev, before: present, command: own, at: this.#now }
    // Undo cannot lead back to what is not understood; it goes on from where the copy stood.
    const isChained = before !== undefined && from.text !== undefined && !from.isFromOutside
    const stood = { ...(command !== undefined && { command }), ...(at !== undefined && { at }) }
    if (isChained) return { ...rest, nextId, rev, before, ...stood }
    return { ...rest, nextId, rev, command: own, at: this.#now }
  }

  /** The counter as the file, the journal and, of a file that is not understood, copies and text know it. */
  #idsEverGiven(journal: Journal, { snapshot, meta }: Found): number[] {
    const noted = [...journal.values()].map(each => each.nextId ?? 1)
    if (meta) return [meta.nextId, ...noted]
    const copies = [...journal.keys()].map(rev => notedDown(copyFile(this.#copies, rev)) ?? '')
    const texts = [snapshot?.bytes.toString('utf8') ?? '', ...copies]
    return [...noted, ...texts.map(text => mostIdIn(text) + 1)]
  }

  #source() {
    const { snapshot } = this.#reading()
    if (!snapshot) throw this.#nothingThere()
    return { file: this.path, snapshot }
  }

  get #now(): Moment {
    return this.#options.now().toISOString()
  }

  #nothingThere(): Failure {
    return new Failure('not-found', `There is nothing to back up: ${this.path} is not there yet.`)
  }

  #changedSince(): Failure {
    return new Failure(
      'busy',
      `${this.path} was changed while netmed waited for your answer.`,
      'Nothing was restored. Look at it again: netmed restore',
    )
  }

  /** Runs while nobody else may write; again, three times at most, when somebody wrote all the same. */
  async #whileLocked<T>(act: (lock: Lock) => T): Promise<T> {
    const { command, user, random, patience } = this.#options
    const interrupted = this.#options.interrupted?.()
    this.#memo = undefined
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
    if (!isIn(this.#options.stateFolder, this.path)) return
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

  /** Gives where the bytes of a file that is not understood were kept. */
  #commit(draft: Draft, found: Found, lock: Lock): string | undefined {
    const { db, text, numbers, isForced = false } = draft
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
    const { snapshot } = found
    if (snapshot && !isForced && !this.#isKnownUnique(snapshot)) refuseDoubleKeys(file, snapshot)
    clearAsides(file)
    const { journal } = numbers
    const now = this.#now
    let damaged: string | undefined
    try {
      const aside = writeAside(file, bytes, { like: snapshot?.stat, staysTheirs: true })
      try {
        damaged = this.#keep(numbers, found, { db, bytes, now, isForced })
        if (!lock.isOurs() || !this.#isStill(snapshot)) throw new ChangedMeanwhile()
        this.#rename(aside.path, file)
        this.#stampWritten(aside.stat)
      } catch (error) {
        removeQuietly(aside.path)
        throw error
      }
    } catch (error) {
      throw fileFailure(error, this.#notWritten)
    }
    this.#confirm()
    // Of two moments the earlier: a clock that is wrong for once makes nothing old.
    const before = journal.get(numbers.present)?.at ?? now
    pruneCopies(this.#copies, journal, db.meta, earlier(before, now))
    return damaged
  }

  /** Renaming and linking move the time of change, so the file is asked for it when all is done. */
  #stampWritten(written: BigIntStats): void {
    const stat = statQuietly(this.path)
    if (!stat || versionOf(stat) !== versionOf(written)) return
    noteDown(this.#stampFile, `${stampOf(stat)}${UNIQUE}`)
  }

  /** What we wrote ourselves has no key twice. */
  #isKnownUnique(snapshot: Snapshot): boolean {
    return notedDown(this.#stampFile) === `${stampOf(snapshot.stat)}${UNIQUE}`
  }

  /** Keeps the file that is about to be replaced, and notes down what replaces it. */
  #keep(
    { journal, present, next: rev }: Numbers,
    { snapshot, meta }: Found,
    next: { db: Database; bytes: Buffer; now: Moment; isForced: boolean },
  ): string | undefined {
    const { nextId, before, command = '' } = next.db.meta
    const damaged = snapshot && !meta ? this.#keepDamaged(snapshot) : undefined
    let hasRoom = true
    if (meta) {
      const kept = snapshot ? signatureOf(snapshot.bytes) : EMPTY
      hasRoom = !snapshot || this.#hasCopy(journal, present, snapshot) || this.#keepPresent(present)
      if (!hasRoom && next.isForced) throw this.#notKept('what you have now')
      const revision = this.#revision(journal, { snapshot, meta }, hasRoom ? { kept } : {})
      journal.set(present, { ...revision, until: next.now })
    }
    const written = signatureOf(next.bytes)
    const chain = before === undefined ? {} : { before }
    journal.set(rev, { written, at: next.now, command, nextId, ...chain })
    if (!writeJournal(this.#copies, journal) || !hasRoom) {
      this.#options.note?.("There was no room to keep the old data, so this can't be undone.")
    }
    return damaged
  }

  /** What the journal says of the file as it is. */
  #revision(
    journal: Journal,
    { snapshot, meta }: { snapshot: Snapshot | undefined; meta: Meta },
    more: Pick<Revision, 'kept' | 'saved'>,
  ): Revision {
    const { before, command, nextId } = meta
    const previous = snapshot && journal.get(meta.rev)
    return {
      ...(before !== undefined && { before }),
      written: previous?.written ?? (snapshot ? signatureOf(snapshot.bytes) : EMPTY),
      at: momentOf(snapshot, previous, this.#now),
      ...(command !== undefined && { command }),
      nextId,
      ...(previous?.saved && { saved: true }),
      ...more,
    }
  }

  /** A copy that was asked for is there already, and is no second name of the file. */
  #hasCopy(journal: Journal, rev: number, snapshot: Snapshot): boolean {
    const noted = journal.get(rev)
    return noted?.saved === true && readCopy(this.#copies, rev, noted, snapshot) !== undefined
  }

  #keepPresent(rev: number): boolean {
    return keepCopy(this.#copies, rev, this.path)
  }

  #keepDamaged(snapshot: Snapshot): string {
    const kept = keepDamaged(this.#copies, this.path, snapshot, this.#now)
    if (kept !== undefined) return kept
    throw this.#notKept('the damaged file')
  }

  #notKept(what: string): Failure {
    return new Failure(
      'file',
      `Your data was not changed: ${what} can't be kept in ${this.#copies}.`,
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

/** What the journal knows of the last revision, of a file that does not say it itself. */
function lastIn(journal: Journal): Meta {
  const rev = Math.max(0, ...journal.keys())
  const { before, nextId = 1 } = journal.get(rev) ?? {}
  return { nextId, rev, ...(before !== undefined && { before }) }
}

function earlier(one: Moment, other: Moment): Moment {
  return one <= other ? one : other
}

function isSameBytes(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one === other || (!!one && !!other && one.equals(other))
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
