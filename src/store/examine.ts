import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Excess, excessesIn } from '../domain/data/bounds.ts'
import { type Database, LISTS } from '../domain/data/model.ts'
import { dayOfMoment, longDay } from '../domain/words/days.ts'
import { inQuotes } from '../domain/words/quoting.ts'
import { figure } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { copyFile, hasCopies, journalOf, readCopy, refuseUnreadable } from './copies.ts'
import { contentOf, NewerVersion } from './data-file.ts'
import { asidesOf, decoded, mayKeepIn, namesIn, type Snapshot, statQuietly } from './files.ts'
import { isLeftLock, lockFilesOf } from './lock.ts'
import { type Fault, faultsIn, mendSafely, privateAt, rescued, type Tools } from './rescue.ts'
import { salvage } from './salvage.ts'
import { lineAndColumn, scanJson } from './scan.ts'

/** Something that is not as it should be, around the data or in them. */
export interface Problem {
  kind:
    | 'missing'
    | 'unreadable'
    | 'broken'
    | 'key twice'
    | 'version'
    | Fault['kind']
    | 'length'
    | 'mode'
    | 'left over'
    | 'conflict copy'
    | 'kept copy'
    | 'state folder'
    | 'template'
  /** A file, or a place in the data such as `contacts[3].emails[0]`; null where that is private and not told. */
  where: string | null
  /** A sentence about it. */
  says: string
  /** What `--fix` does about it, `null` when a person has to. */
  fix: string | null
  /** What else to type. */
  command: string | null
  /** Told on the screen alone, unless private things are asked for. */
  isPrivate: boolean
}

/** The data file as it was found, and what it is to be compared with. */
export interface Patient {
  file: string
  snapshot: Snapshot | undefined
  /** Why it could not even be opened. */
  failure: Failure | undefined
  copiesFolder: string
  platform: string
  tools: Tools
}

export interface Examined {
  problems: Problem[]
  /** What can be read of a file that is not understood; undefined when it is, or is not there. */
  saved: { db: Database; leftOut: Fault[] } | undefined
}

/** Everything that is wrong with a data file, in the order in which it matters. */
export function examine(patient: Patient): Examined {
  const { problems, saved } = dataProblems(patient)
  return {
    problems: [
      ...problems,
      ...conflictCopies(patient),
      ...modeProblems(patient),
      ...leftOvers(patient),
      ...closedState(patient),
      ...spoiltCopies(patient),
    ],
    saved,
  }
}

function problem(kind: Problem['kind'], where: string, says: string): Problem {
  return { kind, where, says, fix: null, command: null, isPrivate: false }
}

function dataProblems(patient: Patient): Examined {
  const { file, snapshot, failure } = patient
  if (failure) {
    return { problems: [problem('unreadable', file, failure.message)], saved: undefined }
  }
  if (!snapshot) return { problems: missing(patient), saved: undefined }
  const text = decoded(snapshot.bytes)
  if (text === undefined) return brokenText(patient, snapshot, notUtf8(snapshot.bytes))
  try {
    return understoodText(patient, snapshot, text)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error instanceof NewerVersion) {
      const says = `${error.message} ${error.hint ?? ''}`
      return { problems: [problem('version', file, says.trim())], saved: undefined }
    }
    return brokenText(patient, snapshot, error.message)
  }
}

function missing({ file, copiesFolder }: Patient): Problem[] {
  if (!hasCopies(copiesFolder)) return []
  const says = `${file} is not there, and copies of it are.`
  return [{ ...problem('missing', file, says), command: 'netmed restore latest' }]
}

/** JSON of a version that we know: what of it does not pass the check, and what would be lost by writing it. */
function understoodText(patient: Patient, snapshot: Snapshot, text: string): Examined {
  const { file, tools } = patient
  const read = () => contentOf(file, snapshot, { isChecked: false }).db
  const faults = faultsIn(read())
  const twice = keyTwice(file, text)
  if (!faults.length) return { problems: [...twice, ...looks(read())], saved: undefined }
  const mended = read()
  mendSafely(mended, tools)
  // What is left of them is not safe to mend.
  const left = new Set(faultsIn(mended).map(each => each.path))
  const isWhole = left.size === 0
  const problems = faults.map(({ path: where, expected, kind, isPrivate }): Problem => {
    const fix = isWhole ? FIXES[kind] : null
    const says = `${where}: expected ${expected}.`
    return { kind, where, says, fix, command: null, isPrivate }
  })
  const saved = isWhole ? undefined : savedFrom(text, snapshot, tools)
  return { problems: [...problems, ...twice], saved }
}

/** How each kind is mended without a loss. */
export const FIXES: Record<Fault['kind'], string> = {
  shape: 'is put right',
  nobody: 'that number is taken out',
  'number twice': 'the later one gets a number of its own',
  'uid twice': 'the later one gets a uid of its own',
  'beyond the counter': 'the counter is raised',
}

/** Undefined when there is no record in it. */
function savedFrom(text: string, { stat }: Snapshot, tools: Tools): Examined['saved'] {
  const saved = rescued(salvage(text), stat, tools)
  return LISTS.some(list => saved.db[list].length) ? saved : undefined
}

function brokenText(patient: Patient, snapshot: Snapshot, says: string): Examined {
  const { file, tools, copiesFolder } = patient
  const text = decoded(snapshot.bytes) ?? snapshot.bytes.toString('utf8')
  const command = hasCopies(copiesFolder) ? 'netmed restore latest' : null
  const broken = { ...problem('broken', file, says), command }
  return { problems: [broken], saved: savedFrom(text, snapshot, tools) }
}

/** Where the first byte stands that is no UTF-8. */
function notUtf8(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  const at = Math.max(0, text.indexOf('\ufffd'))
  const { line, column } = lineAndColumn(text, at)
  return `The file is not text in UTF-8: at line ${line}, column ${column} a letter can't be read.`
}

function keyTwice(file: string, text: string): Problem[] {
  const { flaw } = scanJson(text)
  if (!flaw) return []
  const { line, column } = lineAndColumn(text, flaw.at)
  const says = `Line ${line}, column ${column}: ${flaw.what}. Take one of the two out by hand; until then nothing can be changed.`
  return [problem('key twice', file, says)]
}

/**
 * What the check of the file lets pass, as refusing it would lock its owner out, and a person should know all
 * the same: one function for each.
 */
const LOOKS: readonly ((db: Database) => Problem[])[] = [tooMuch]

function looks(db: Database): Problem[] {
  return LOOKS.flatMap(look => look(db))
}

/** Texts and lists that are longer than what is typed: they are read, and slow down what looks at them. */
function tooMuch(db: Database): Problem[] {
  const isPrivate = privateAt(db)
  const ofLists = LISTS.flatMap(list =>
    db[list].flatMap((record, index) =>
      excessesIn(list, record).map(excess => {
        const found = excessProblem(`${list}[${index}]`, excess)
        return { ...found, command: `netmed edit ${record.id}`, isPrivate: isPrivate(found.where) }
      }),
    ),
  )
  const ofProfile = excessesIn('profile', db.profile).map(each => excessProblem('profile', each))
  return [...ofLists, ...ofProfile]
}

function excessProblem(record: string, { field, count, most, of }: Excess) {
  const where = `${record}.${field}`
  const says = `${where} has ${figure(count)} ${of}; ${figure(most)} are the most that is typed.`
  return { ...problem('length', where, says), where }
}

const OTHERS = 0o077
const OTHERS_WRITE = 0o022

/** Who else may read or write; where the platform knows no modes, nothing is looked at. */
function modeProblems({ file, failure, copiesFolder, platform }: Patient): Problem[] {
  if (platform === 'win32') return []
  const wide: Problem[] = []
  const look = (place: string, bits: number, says: string) => {
    const mode = modeOf(place)
    if (mode === undefined || (mode & bits) === 0) return
    const fix = place === path.dirname(file) ? null : 'only you may read and write it'
    wide.push({ ...problem('mode', place, says), fix })
  }
  // Of what is no file that can be opened, a device, the mode is not ours to mend.
  if (!failure) look(file, OTHERS, `Others on this machine may open ${file}.`)
  const folder = path.dirname(file)
  const isSticky = (modeOf(folder) ?? 0) & 0o1000
  if (!isSticky) {
    const says = `Others on this machine may put another file in the place of ${file}: chmod go-w ${folder}`
    look(folder, OTHERS_WRITE, says)
  }
  for (const place of [copiesFolder, ...filesIn(copiesFolder)]) {
    look(place, OTHERS, `Others on this machine may open ${place}.`)
  }
  return wide
}

function modeOf(place: string): number | undefined {
  const mode = statQuietly(place)?.mode
  return mode === undefined ? undefined : Number(mode)
}

/** A state folder that can't be looked into, or written: nothing in it can be gone back to, or nothing kept. */
function closedState({ copiesFolder }: Patient): Problem[] {
  try {
    refuseUnreadable(copiesFolder)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return [problem('state folder', copiesFolder, error.message)]
  }
  if (mayKeepIn(copiesFolder)) return []
  const says = `No copies can be kept in ${copiesFolder}, so changes can't be undone: you don't have permission.`
  return [problem('state folder', copiesFolder, says)]
}

/** What killed commands left beside the file. */
function leftOvers({ file }: Patient): Problem[] {
  const locks = lockFilesOf(file)
  const [lock] = locks
  // Whoever holds the lock may be writing them now.
  if (lock?.endsWith('.lock') && !isLeftLock(lock)) return []
  return [...locks, ...asidesOf(file)].map(left => {
    const says = `${left} was left by a command that was stopped.`
    return { ...problem('left over', left, says), fix: 'is removed' }
  })
}

/** What Dropbox, Syncthing, Nextcloud, OneDrive, Google Drive and iCloud call the other of two versions. */
const CONFLICT = [
  /conflict/i,
  /^ \(\d+\)$/,
  /^ \d+$/,
  // OneDrive adds the name of the computer.
  /^-(?:DESKTOP|LAPTOP)-[A-Z0-9]+$/,
]

function conflictCopies({ file }: Patient): Problem[] {
  const folder = path.dirname(file)
  const { name: stem, ext } = path.parse(file)
  const host = `-${os.hostname()}`.toLowerCase()
  return namesIn(folder).flatMap(name => {
    const other = path.parse(name)
    if (other.ext !== ext || name === path.basename(file) || !other.name.startsWith(stem)) return []
    const more = other.name.slice(stem.length)
    const isConflict = CONFLICT.some(each => each.test(more)) || more.toLowerCase() === host
    const found = path.join(folder, name)
    if (!isConflict || !looksLikeOurs(found)) return []
    const says = `${found} looks like the other of two versions, put there by a sync service. What is in it and not here can be joined; then move it away.`
    const command = `netmed import ${inQuotes(found)} --dry-run`
    return [{ ...problem('conflict copy', found, says), command }]
  })
}

const HEAD_BYTES = 4096

function looksLikeOurs(file: string): boolean {
  try {
    if (!fs.statSync(file).isFile()) return false
    const head = Buffer.alloc(HEAD_BYTES)
    const fd = fs.openSync(file, 'r')
    try {
      fs.readSync(fd, head)
    } finally {
      fs.closeSync(fd)
    }
    return head.includes('"schemaVersion"')
  } catch {
    return false
  }
}

function spoiltCopies({ copiesFolder, snapshot }: Patient): Problem[] {
  return [...journalOf(copiesFolder, snapshot)].flatMap(([rev, revision]) => {
    const copy = copyFile(copiesFolder, rev)
    const stat = revision.kept?.[0] ? statQuietly(copy) : undefined
    if (!stat || stat.ino === snapshot?.stat.ino) return []
    if (readCopy(copiesFolder, rev, revision, snapshot)) return []
    const day = longDay(dayOfMoment(new Date(revision.at ?? stat.mtime)))
    const says = `The kept copy of ${day} is damaged: ${copy}`
    return [{ ...problem('kept copy', copy, says), fix: 'is moved out of the way' }]
  })
}

function filesIn(folder: string): string[] {
  return namesIn(folder).map(name => path.join(folder, name))
}
