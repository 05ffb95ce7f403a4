import { isUtf8 } from 'node:buffer'
import fs, { type BigIntStats } from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure.ts'

// fs is called through its default export throughout, so that a test can make the n-th call fail.

/** A file as it stood at one moment. */
export interface Snapshot {
  bytes: Buffer
  stat: BigIntStats
  /** The bytes as text, once somebody asked for it. */
  text?: string | undefined
}

/** A folder of its own for this user alone; its path begins with `prefix`. */
export function newPrivateFolder(prefix: string): string {
  const folder = path.dirname(prefix)
  try {
    makeFolder(folder)
    // mkdtemp makes it 0700.
    return fs.mkdtempSync(prefix)
  } catch (error) {
    throw fileFailure(error, why => `No private folder can be made in ${folder}: ${why}.`)
  }
}

export const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700

/**
 * The file read whole; undefined when there is none. Refuses folders, devices and pipes unread.
 * Gives back `known` without reading when the file is still what it was then; `ofPipe` says what to type
 * instead of what is no file.
 */
export function snapshotOf(
  file: string,
  limit: number,
  how: { known?: Snapshot | undefined; ofPipe?: string } = {},
): Snapshot | undefined {
  try {
    return readSnapshot(file, limit, how)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw fileFailure(error, why => `${file} can't be read: ${why}.`)
  }
}

function readSnapshot(
  file: string,
  limit: number,
  { known, ofPipe }: { known?: Snapshot | undefined; ofPipe?: string },
): Snapshot {
  // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
  const fd = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0))
  try {
    const stat = fs.fstatSync(fd, { bigint: true })
    if (stat.isDirectory()) throw new Failure('file', `${file} is a folder.`, 'Name a file in it.')
    if (!stat.isFile()) {
      throw new Failure('file', `${file} is not an ordinary file.`, ofPipe ?? 'Name another file.')
    }
    if (stat.size > limit) {
      const most = Math.floor(limit / 1024 / 1024)
      throw new Failure(
        'file',
        `${file} is larger than the ${most} MB that netmed reads.`,
        'Make it smaller: without pictures, or in parts.',
      )
    }
    if (known && versionOf(known.stat) === versionOf(stat)) return known
    return { bytes: readAll(fd, Number(stat.size)), stat }
  } finally {
    fs.closeSync(fd)
  }
}

/** Changes whenever a file is replaced or written: device, inode, size, time of the last change. */
export function versionOf({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return `${dev}:${ino}:${size}:${mtimeNs}`
}

function readAll(fd: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  let read = 0
  while (read < size) {
    const count = fs.readSync(fd, bytes, read, size - read, null)
    if (count === 0) break
    read += count
  }
  return bytes.subarray(0, read)
}

/** UTF-8 as text without its byte order mark; undefined when it is anything else. */
export function decoded(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes)) return undefined
  const text = bytes.toString('utf8')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/**
 * Texts one after the other as UTF-8. `Buffer.from` counts the bytes of a long text before it writes them, and
 * one text of two would be laid out anew.
 */
export function encoded(...texts: string[]): Buffer {
  const units = texts.reduce((sum, text) => sum + text.length, 0)
  const bytes = Buffer.allocUnsafeSlow(MOST_BYTES_A_UNIT * units)
  let end = 0
  for (const text of texts) end += bytes.write(text, end)
  return bytes.subarray(0, end)
}

/** What UTF-8 takes at most for a unit of a JavaScript text. */
const MOST_BYTES_A_UNIT = 3

/** What the path leads to in the end, whether it is there yet or not. */
export function resolveLinks(file: string): string {
  let here = file
  for (let hops = 0; hops < 40; hops++) {
    here = path.join(realFolder(path.dirname(here)), path.basename(here))
    const target = linkTarget(here)
    if (target === undefined) return here
    here = path.resolve(path.dirname(here), target)
  }
  throw new Failure('file', `${file} is a symbolic link that leads in a circle.`)
}

function realFolder(folder: string): string {
  try {
    return fs.realpathSync.native(folder)
  } catch {
    // It is not there yet, or leads through a link to what is not there yet.
    return path.dirname(folder) === folder ? folder : resolveLinks(folder)
  }
}

function linkTarget(file: string): string | undefined {
  try {
    return fs.readlinkSync(file)
  } catch {
    return undefined
  }
}

/** Makes the folder and those above it that are missing, for this user alone. */
export function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { mode: PRIVATE_FOLDER })
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || path.dirname(folder) === folder) throw error
    makeFolder(path.dirname(folder))
    makeFolder(folder)
    return
  }
  // The umask may have taken from the mode that mkdir was asked for.
  fs.chmodSync(folder, PRIVATE_FOLDER)
  syncFolder(path.dirname(folder))
}

export interface Aside {
  path: string
  stat: BigIntStats
}

/** The end of the names of files that are being written. */
export const ASIDE = '.tmp'

export interface Likeness {
  /** The file that is there now. */
  like?: BigIntStats | undefined
  /** Whether another user's file stays theirs, where we may give it to them. */
  staysTheirs?: boolean
}

/**
 * Writes `target`'s next content beside it and onto the disk, ready to be renamed over it: for this
 * user alone, or readable as `like` is. Nothing is left when it fails.
 */
export function writeAside(target: string, bytes: Buffer, likeness: Likeness = {}): Aside {
  const aside = `${asidePrefix(target)}${randomPart()}${ASIDE}`
  const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_WRONLY } = fs.constants
  const fd = fs.openSync(aside, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, PRIVATE_FILE)
  try {
    try {
      writeAll(fd, bytes)
      fs.fchmodSync(fd, takeAfter(fd, likeness))
      fs.fsyncSync(fd)
      const stat = fs.fstatSync(fd, { bigint: true })
      if (stat.size !== BigInt(bytes.length)) throw new ShortFile()
      return { path: aside, stat }
    } finally {
      fs.closeSync(fd)
    }
  } catch (error) {
    removeQuietly(aside)
    throw error
  }
}

class ShortFile extends Error {
  readonly code = 'EIO'
}

function randomPart(): string {
  return Math.random().toString(36).slice(2)
}

// Without a period: what stands beside `n` is never taken for what stands beside `n.json`.
const RANDOM_PART = /^[a-z0-9]*$/

function asidePrefix(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.`)
}

/** What writers of `target` that were killed left beside it, as paths. */
export function asidesOf(target: string): string[] {
  const prefix = path.basename(asidePrefix(target))
  const folder = path.dirname(target)
  const isAside = (name: string) =>
    name.startsWith(prefix) &&
    name.endsWith(ASIDE) &&
    RANDOM_PART.test(name.slice(prefix.length, -ASIDE.length))
  return namesIn(folder)
    .filter(isAside)
    .map(name => path.join(folder, name))
}

/** Removes what killed writers of `target` left; only its lock's holder may, as it alone writes. */
export function clearAsides(target: string): void {
  for (const aside of asidesOf(target)) removeQuietly(aside)
}

/** As `statOf`, but undefined also where it cannot be told. */
export function statQuietly(file: string): BigIntStats | undefined {
  try {
    return statOf(file)
  } catch {
    return undefined
  }
}

/** Whether this user may read, write and enter the folder, or make it where it is to be. */
export function mayKeepIn(folder: string): boolean {
  try {
    const { R_OK, W_OK, X_OK } = fs.constants
    fs.accessSync(folder, R_OK | W_OK | X_OK)
    return true
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || path.dirname(folder) === folder) return false
    return mayKeepIn(path.dirname(folder))
  }
}

/** The names in a folder, in their order; none where it cannot be listed. */
export function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort()
  } catch {
    return []
  }
}

function writeAll(fd: number, bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += fs.writeSync(fd, bytes, written)
}

/**
 * Gives the file the group of the one before, and its owner if it is to stay theirs, as far as we
 * may; gives the mode that nobody gains by. Who owned or could write the old file chose its mode, so
 * that is not taken over.
 */
function takeAfter(fd: number, { like, staysTheirs = false }: Likeness): number {
  if (!like) return PRIVATE_FILE
  const { uid, gid } = fs.fstatSync(fd, { bigint: true })
  const isTheirs = uid !== like.uid
  if (isTheirs && staysTheirs) mayOwn(fd, like)
  if (isTheirs || (like.mode & OTHERS_MAY_WRITE) !== 0n) return PRIVATE_FILE
  const mode = Number(like.mode & 0o777n)
  return gid === like.gid || mayOwn(fd, like) ? mode : mode & WITHOUT_GROUP
}

const OTHERS_MAY_WRITE = 0o022n
const WITHOUT_GROUP = 0o707

/** Only root gives files away; the group may still be ours to set. */
function mayOwn(fd: number, { uid, gid }: BigIntStats): boolean {
  try {
    fs.fchownSync(fd, Number(uid), Number(gid))
    return true
  } catch {
    return false
  }
}

/** Puts the folder's entries on the disk. */
export function syncFolder(folder: string): void {
  try {
    const fd = fs.openSync(folder, fs.constants.O_RDONLY)
    try {
      fs.fsyncSync(fd)
    } finally {
      fs.closeSync(fd)
    }
  } catch (error) {
    // Windows and some file systems know no fsync of a folder; that is all that may be passed over.
    if (errorCode(error) === 'EIO') throw error
  }
}

export function statOf(file: string): BigIntStats | undefined {
  return fs.statSync(file, { bigint: true, throwIfNoEntry: false })
}

export function removeQuietly(file: string): void {
  try {
    fs.unlinkSync(file)
  } catch {
    // It is gone already, or a later command removes it.
  }
}

/** Writes a small file of the state folder, best effort: false when it could not be. */
export function noteDown(file: string, text: string): boolean {
  return whyNotNotedDown(file, text) === undefined
}

/** As `noteDown`; gives what stood in the way. */
export function whyNotNotedDown(file: string, text: string): string | undefined {
  const aside = `${file}.${randomPart()}${ASIDE}`
  try {
    makeFolder(path.dirname(file))
    fs.writeFileSync(aside, text, { mode: PRIVATE_FILE, flag: 'wx' })
    fs.renameSync(aside, file)
    return undefined
  } catch (error) {
    removeQuietly(aside)
    return reasonOf(error)
  }
}

/** What `noteDown` wrote, if it can be read. */
export function notedDown(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** A name in the state folder that belongs to one path: readable, and told apart by a hash. */
export function stateName(file: string): string {
  let hash = 0xcbf29ce484222325n
  for (let i = 0; i < file.length; i++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(file.charCodeAt(i))) * 0x100000001b3n)
  }
  const readable = path
    .basename(file)
    .replace(/[^A-Za-z0-9._-]/g, '_')
    .slice(0, 40)
  return `${readable}-${hash.toString(36)}`
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const REASONS: Record<string, string> = {
  EACCES: "you don't have permission",
  EPERM: "you don't have permission",
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EFBIG: 'the file is too large for this disk',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program holds it',
}

/** An error of the file system as a plain sentence; anything else is given back as it is. */
export function fileFailure(error: unknown, sentence: (why: string) => string): unknown {
  const code = errorCode(error)
  // Node's own complaints about arguments are bugs.
  if (error instanceof Failure || !code || code.startsWith('ERR_')) return error
  return new Failure('file', sentence(reasonOf(error)), undefined, { cause: error })
}

/** What stands in the way, as the end of a sentence: `the disk is full`. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error)
  return REASONS[code] ?? `the system says ${code || String(error)}`
}

/** Whether that is for want of room. */
export function isForRoom(why: string): boolean {
  return why === REASONS.ENOSPC || why === REASONS.EDQUOT || why === REASONS.EFBIG
}
