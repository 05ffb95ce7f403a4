import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { Failure } from '../failure.ts'
import { errorCode, fileFailure, namesIn, removeQuietly } from './files.ts'
import { isRunning, processState, systemText, thisProcess } from './processes.ts'

/** The right to write a file; everybody else waits. */
export interface Lock {
  /** False when somebody took it for dead, as may happen to a sleeping process on another machine. */
  isOurs(): boolean
  release(): void
}

export interface Applicant {
  /** The words of the command, without its arguments. */
  command: string
  user: string | undefined
  random(length: number): string
  /** Ends the waiting, failing with its reason. */
  interrupted?: AbortSignal | undefined
}

const PATIENCE_MS = 10_000
/** From when on a holder that we cannot look up counts as dead. */
const STALE_MS = 120_000
const SHORTEST_STEP_MS = 1
const LONGEST_STEP_MS = 40

/** For how long a lock that we may not read is waited for: a change is over in less. */
const UNREADABLE_PATIENCE_MS = 1000

/**
 * Waits for the lock of `file`. Fails as busy, naming the holder, when patience is at its end; and at
 * once, saying what to remove, where a lock can neither be taken nor go away by itself.
 */
export async function acquireLock(
  file: string,
  applicant: Applicant,
  patienceMs = PATIENCE_MS,
): Promise<Lock> {
  const lockFile = lockFileOf(file)
  const me = describeSelf(applicant)
  const giveUpAt = performance.now() + patienceMs
  const giveUpUnreadAt = giveUpAt - patienceMs + Math.min(patienceMs, UNREADABLE_PATIENCE_MS)
  try {
    while (!claim(lockFile, lockFile, me)) {
      const found = readClaim(lockFile)
      const isDeadOne = found && isDead(found, lockFile, me)
      if (isDeadOne && removeDead(lockFile, lockFile, found.token, me)) continue
      const now = performance.now()
      if (found?.isForbidden && now >= giveUpUnreadAt) throw forbiddenFailure(file, lockFile)
      if (now >= giveUpAt) throw busyFailure(file, lockFile, found)
      await randomStep((giveUpAt - now) / patienceMs)
      applicant.interrupted?.throwIfAborted()
    }
  } catch (error) {
    const sentence = (why: string) => `Your data was not changed: ${file} can't be locked, ${why}.`
    throw fileFailure(error, sentence)
  }
  clearLeftovers(lockFile, me)
  const isOurs = () => isHeldBy(lockFile, me)
  return {
    isOurs,
    release: () => {
      if (isOurs()) removeQuietly(lockFile)
    },
  }
}

/** Whether a lock belongs to nobody any more; of one that cannot be looked up, only a change finds out. */
export function isLeftLock(lockFile: string): boolean {
  const found = readClaim(lockFile)
  if (!found?.holder) return false
  const me = describeSelf({ command: '', user: undefined, random: () => '' })
  const { holder } = found
  const isHere = holder.space === me.space && holder.host === me.host
  return isHere && isDead(found, lockFile, me)
}

/** Who holds a lock, as written in it. */
interface Holder {
  token: string
  pid: number
  /** When the process started, in the kernel's own count; tells it from a later one of the same pid. */
  start: string | null
  host: string
  boot: string | null
  /** The pid namespace: in another one the same pid is somebody else. */
  space: string | null
  user: string | null
  command: string
}

interface Claim {
  token: string
  /** Undefined when the lock cannot be understood. */
  holder: Holder | undefined
  /** Whether it is another user's, which we may not read. */
  isForbidden: boolean
  mtimeMs: number
}

function describeSelf({ command, user, random }: Applicant): Holder {
  const { pid, start } = thisProcess()
  return {
    // With the pid, a weak source of chance gives no token twice either.
    token: `${pid}-${random(16)}`,
    pid,
    start,
    host: os.hostname(),
    boot: systemText('/proc/sys/kernel/random/boot_id') ?? null,
    space: pidNamespace(),
    user: user ?? null,
    command,
  }
}

function pidNamespace(): string | null {
  try {
    return fs.readlinkSync('/proc/self/ns/pid')
  } catch {
    return null
  }
}

/**
 * Takes `claimFile` if nobody has it. It appears whole: a private file is written, then linked. It is
 * read back, as on some disks two may both be told that they have it.
 */
function claim(claimFile: string, lockFile: string, me: Holder): boolean {
  // It may be ours already, when reading it back failed the last time.
  if (fs.existsSync(claimFile)) return isHeldBy(claimFile, me)
  const draft = `${lockFile}.${me.token}${DRAFT}`
  try {
    fs.writeFileSync(draft, JSON.stringify(me), { mode: 0o600, flag: 'wx' })
    showToOwnerOfFolder(draft)
    fs.linkSync(draft, claimFile)
  } catch (error) {
    const code = errorCode(error)
    const isDraftGone = code === 'ENOENT' && fs.existsSync(path.dirname(draft))
    // Over NFS a link may be reported as failed and be made all the same.
    if (code !== 'EEXIST' && !isDraftGone) {
      if (!WITHOUT_LINKS.has(code)) throw error
      claimWithoutLink(claimFile, me)
    }
  } finally {
    removeQuietly(draft)
  }
  return readClaim(claimFile)?.token === me.token
}

const DRAFT = '.new'
const GUARD = '.guard'
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'])

function claimWithoutLink(claimFile: string, me: Holder): void {
  let fd: number
  try {
    fd = fs.openSync(claimFile, 'wx', 0o600)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    throw error
  }
  try {
    fs.writeFileSync(fd, JSON.stringify(me))
    showToOwnerOfFolder(claimFile)
  } catch (error) {
    removeQuietly(claimFile)
    throw error
  } finally {
    fs.closeSync(fd)
  }
}

/** With sudo in the folder of somebody else: should we be killed, they can tell whose lock that was. */
function showToOwnerOfFolder(claimFile: string): void {
  const us = process.geteuid?.()
  if (us !== undefined && fs.statSync(path.dirname(claimFile)).uid !== us) {
    fs.chmodSync(claimFile, 0o644)
  }
}

function isHeldBy(claimFile: string, { token }: Holder): boolean {
  try {
    return readClaim(claimFile)?.token === token
  } catch {
    return false
  }
}

/** Undefined when nobody has it; fails where something stands there that is no lock at all. */
function readClaim(claimFile: string): Claim | undefined {
  const stat = lstatQuietly(claimFile)
  if (!stat) return undefined
  if (!stat.isFile()) throw noLockFailure(claimFile, stat)
  const { ino, mtimeMs, size } = stat
  const text = size <= MOST_BYTES ? textOf(claimFile) : ''
  if (text === undefined) return undefined
  const holder = parseHolder(text ?? '')
  const token = holder?.token ?? `unknown-${ino}-${Math.floor(mtimeMs)}`
  return { token, holder, isForbidden: text === null, mtimeMs }
}

const MOST_BYTES = 10_000

function lstatQuietly(file: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Undefined when it is gone, null when we may not read it, empty when that fails. */
function textOf(file: string): string | null | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT') return undefined
    return code === 'EACCES' || code === 'EPERM' ? null : ''
  }
}

const TOKEN = /^[a-z0-9-]{1,64}$/

function parseHolder(text: string): Holder | undefined {
  try {
    const holder: Holder = JSON.parse(text)
    return TOKEN.test(holder.token) && Number.isSafeInteger(holder.pid) ? holder : undefined
  } catch {
    return undefined
  }
}

/** Known at once for a process of this machine; of others by the age of the lock. */
function isDead({ holder, mtimeMs }: Claim, lockFile: string, me: Holder): boolean {
  if (!holder) return isOlderThanBoot(mtimeMs) || isStale(mtimeMs, lockFile, me)
  if (holder.space !== me.space) return isStale(mtimeMs, lockFile, me)
  const isSameBoot = holder.boot !== null && holder.boot === me.boot
  if (!isSameBoot && holder.host !== me.host) return isStale(mtimeMs, lockFile, me)
  if (!isSameBoot && holder.boot !== null && me.boot !== null) return true
  if (!isRunning(holder.pid)) return true
  const now = processState(holder.pid)
  if (now && 'ZX'.includes(now.state)) return true
  if (now && holder.start) return now.start !== holder.start
  const isBootKnown = holder.boot !== null && me.boot !== null
  return (!isBootKnown && isOlderThanBoot(mtimeMs)) || isStale(mtimeMs, lockFile, me)
}

/** By this machine's clock: a power cut may leave a lock without a word in it. */
function isOlderThanBoot(mtimeMs: number): boolean {
  return mtimeMs < Date.now() - os.uptime() * 1000 - BOOT_MARGIN_MS
}

/** By how much the moment of the boot may be off. */
const BOOT_MARGIN_MS = 2000

/** By the clock of the file's own server, which a file written now tells. */
function isStale(mtimeMs: number, lockFile: string, me: Holder): boolean {
  const clock = `${lockFile}.${me.token}${DRAFT}`
  try {
    fs.writeFileSync(clock, '', { mode: 0o600, flag: 'wx' })
    return Math.abs(fs.statSync(clock).mtimeMs - mtimeMs) > STALE_MS
  } catch {
    return false
  } finally {
    removeQuietly(clock)
  }
}

/**
 * Removes what a dead process holds. Only who has the guard of its token may, and tokens never
 * repeat, so nobody can take away a lock that was made meanwhile. False when it is still there.
 */
function removeDead(claimFile: string, lockFile: string, token: string, me: Holder): boolean {
  const guard = `${lockFile}.${token}${GUARD}`
  if (claim(guard, lockFile, me)) {
    try {
      if (readClaim(claimFile)?.token === token) removeClaim(claimFile)
      return readClaim(claimFile)?.token !== token
    } finally {
      removeQuietly(guard)
    }
  }
  const other = readClaim(guard)
  return !!other && isDead(other, lockFile, me) && removeDead(guard, lockFile, other.token, me)
}

function removeClaim(claimFile: string): void {
  try {
    fs.unlinkSync(claimFile)
  } catch (error) {
    if (FOR_GOOD.has(errorCode(error))) throw leftBehindFailure(claimFile, error)
  }
}

/** Refusals that no waiting changes. */
const FOR_GOOD = new Set(['EACCES', 'EPERM', 'EROFS'])

/** Only for the holder: while its lock stands, nobody needs what others left. */
function clearLeftovers(lockFile: string, me: Holder): void {
  for (const { leftover, token, kind } of besideLock(lockFile)) {
    const isLeft = kind === DRAFT ? isAbandoned(token) : isDeadGuard(leftover, lockFile, me)
    if (isLeft) removeQuietly(leftover)
  }
}

/** The drafts and guards of a lock that stand beside it. */
function besideLock(lockFile: string): { leftover: string; token: string; kind: string }[] {
  const folder = path.dirname(lockFile)
  const prefix = `${path.basename(lockFile)}.`
  return namesIn(folder).flatMap(name => {
    const [, token = '', kind] = name.startsWith(prefix)
      ? (LEFTOVER.exec(name.slice(prefix.length)) ?? [])
      : []
    return kind ? [{ leftover: path.join(folder, name), token, kind }] : []
  })
}

function lockFileOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.lock`)
}

/** The lock of a data file and what belongs to it, whoever left it there, as paths. */
export function lockFilesOf(file: string): string[] {
  const lockFile = lockFileOf(file)
  const lock = namesIn(path.dirname(file)).includes(path.basename(lockFile)) ? [lockFile] : []
  return [...lock, ...besideLock(lockFile).map(({ leftover }) => leftover)]
}

// Nothing else: the data may be called `n`, and another data file `n.lock`.
const LEFTOVER = /^([a-z0-9-]{1,64})(\.new|\.guard)$/

function isDeadGuard(guard: string, lockFile: string, me: Holder): boolean {
  const found = readClaim(guard)
  return !!found && isDead(found, lockFile, me)
}

// A draft may have been left before anything was in it; its name begins with the pid. Should it be
// that of a process on another machine after all, that one writes it again.
function isAbandoned(token: string): boolean {
  const pid = Number.parseInt(token, 10)
  return Number.isNaN(pid) || !isRunning(pid)
}

function busyFailure(file: string, lockFile: string, claimed: Claim | undefined): Failure {
  const hint = 'Nothing was changed. Try again in a moment.'
  const holder = claimed?.holder
  if (!holder) {
    const lock = claimed ? `\nIf no netmed is running, remove ${lockFile}` : ''
    return new Failure('busy', `${file} is in use by another program.`, `${hint}${lock}`)
  }
  const who = holder.user ? ` by ${holder.user}` : ''
  return new Failure(
    'busy',
    `${file} is in use: netmed ${holder.command}, process ${holder.pid}${who} on ${holder.host}.`,
    hint,
  )
}

function forbiddenFailure(file: string, lockFile: string): Failure {
  return new Failure(
    'busy',
    `${file} is in use by another user, or was when their netmed ended: you may not read its lock.`,
    `Nothing was changed. If no netmed is running, remove it, with sudo if it must be: ${lockFile}`,
  )
}

function leftBehindFailure(claimFile: string, cause: unknown): Failure {
  return new Failure(
    'file',
    `A netmed that has ended left ${claimFile}, and you may not remove it.`,
    'Nothing was changed. Remove it as its owner or with sudo, then try again.',
    { cause },
  )
}

function noLockFailure(claimFile: string, stat: fs.Stats): Failure {
  const what = stat.isDirectory() ? 'a folder' : stat.isSymbolicLink() ? 'a link' : 'no file'
  return new Failure(
    'file',
    `${claimFile} is ${what}, and netmed's lock has to go there.`,
    'Nothing was changed. Remove it, then try again.',
  )
}

/** Shorter the longer one has waited, or among many the unlucky would wait for ever. */
function randomStep(patienceLeft: number): Promise<void> {
  const step = SHORTEST_STEP_MS + Math.random() * LONGEST_STEP_MS * patienceLeft ** 2
  return new Promise(resolve => setTimeout(resolve, step))
}
