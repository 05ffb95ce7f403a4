import fs from 'node:fs'
import path from 'node:path'
import type { Meta } from '../domain/data/model.ts'
import { addMonths, type Day, dayOfMoment, type Moment } from '../domain/words/days.ts'
import { byText } from '../domain/words/text.ts'
import {
  ASIDE,
  errorCode,
  fileFailure,
  makeFolder,
  namesIn,
  PRIVATE_FILE,
  reasonOf,
  removeQuietly,
  type Snapshot,
  snapshotOf,
  statOf,
  statQuietly,
  syncFolder,
  writeAside,
} from './files.ts'
import {
  isSame,
  type Journal,
  journalFile,
  type Revision,
  readJournal,
  signatureOf,
  writeJournal,
} from './journal.ts'
import { mostIdIn } from './salvage.ts'
import { keptRevisions, MOST_BYTES, MOST_MONTHS } from './thinning.ts'
import { latestMoment, putRight, sureDay } from './wrong-clock.ts'

/** Where the copy of a revision is, if it is there. */
export function copyFile(folder: string, rev: number): string {
  return path.join(folder, `${rev}.json`)
}

/**
 * The journal of a folder of copies, with those that it does not know, as after a crash or when it was lost
 * itself. Of earlier versions it has no moments; a copy has those of the file that it was.
 */
export function journalOf(folder: string, live: Snapshot | undefined): Journal {
  const journal = readJournal(folder)
  for (const name of namesIn(folder)) {
    const rev = Number(COPY.exec(name)?.[1] ?? Number.NaN)
    const known = journal.get(rev)
    if (!Number.isSafeInteger(rev) || (known?.kept && known.at !== undefined)) continue
    const stat = statQuietly(path.join(folder, name))
    if (!stat || stat.ino === live?.stat.ino) continue
    const at = stat.mtime.toISOString()
    if (known?.kept) known.at = at
    else if (!known) adopt(journal, rev, { at, file: path.join(folder, name) })
  }
  return journal
}

function adopt(journal: Journal, rev: number, { at, file }: { at: Moment; file: string }): void {
  try {
    const bytes = fs.readFileSync(file)
    const written = signatureOf(bytes)
    journal.set(rev, { written, kept: written, at, nextId: mostIdIn(bytes.toString()) + 1 })
  } catch {
    // What cannot be read is no copy.
  }
}

/** Fails where copies may be that can't be looked at: nobody may then say that there are none. */
export function refuseUnreadable(folder: string): void {
  try {
    fs.readdirSync(folder)
    // Without leave to enter the folder, its names alone can be read.
    fs.closeSync(fs.openSync(journalFile(folder), fs.constants.O_RDONLY))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw fileFailure(error, why => `The kept copies in ${folder} can't be read: ${why}.`)
  }
}

/** Whether anything is kept that can be gone back to. */
export function hasCopies(folder: string): boolean {
  return namesIn(folder).some(name => COPY.test(name))
}

/** Keeps the file as revision `rev`, as a second name where that is possible; gives what stood in the way. */
export function keepCopy(folder: string, rev: number, file: string): string | undefined {
  const copy = copyFile(folder, rev)
  try {
    makeFolder(folder)
    // What a killed command left here is a second name of the live file.
    removeQuietly(copy)
    try {
      fs.linkSync(file, copy)
    } catch {
      fs.copyFileSync(file, copy, fs.constants.COPYFILE_EXCL)
      fs.chmodSync(copy, PRIVATE_FILE)
    }
    return undefined
  } catch (error) {
    removeQuietly(copy)
    return reasonOf(error)
  }
}

/** Keeps a copy that shares nothing with the file; false: no room. */
export function saveCopy(folder: string, rev: number, { bytes }: Snapshot): boolean {
  try {
    makeFolder(folder)
    const aside = writeAside(copyFile(folder, rev), bytes)
    fs.renameSync(aside.path, copyFile(folder, rev))
    syncFolder(folder)
    return true
  } catch {
    return false
  }
}

/** Keeps the bytes of a file that is not understood, named by day and content; gives where, if there is room. */
export function keepDamaged(
  folder: string,
  file: string,
  { bytes }: Snapshot,
  now: Moment,
): string | undefined {
  const [size, checksum] = signatureOf(bytes)
  const kept = path.join(folder, `damaged-${dayOfMoment(new Date(now))}-${size}-${checksum}.json`)
  try {
    makeFolder(folder)
    const there = snapshotOf(kept, size)?.bytes
    if (there?.equals(bytes)) return kept
    removeQuietly(kept)
    try {
      fs.linkSync(file, kept)
    } catch {
      fs.copyFileSync(file, kept, fs.constants.COPYFILE_EXCL)
      fs.chmodSync(kept, PRIVATE_FILE)
    }
    syncFolder(folder)
    return kept
  } catch {
    return undefined
  }
}

/** Writes what was saved of damaged bytes beside the copies, named by those; gives where. */
export function keepRescued(
  folder: string,
  text: string,
  { damaged, now }: { damaged: Buffer; now: Moment },
): string {
  const [size, checksum] = signatureOf(damaged)
  const kept = path.join(folder, `rescued-${dayOfMoment(new Date(now))}-${size}-${checksum}.json`)
  try {
    makeFolder(folder)
    const aside = writeAside(kept, Buffer.from(text))
    fs.renameSync(aside.path, kept)
    syncFolder(folder)
    return kept
  } catch (error) {
    throw fileFailure(error, why => `What was saved can't be written to ${kept}: ${why}.`)
  }
}

/** Puts a copy that is not what was kept where no command takes it. */
export function putSpoiltAside(copy: string, now: Moment): void {
  const day = dayOfMoment(new Date(now))
  const name = `damaged-${day}-copy-${path.basename(copy)}`
  fs.renameSync(copy, path.join(path.dirname(copy), name))
}

/** What was kept of damaged files, beside the copies. */
export function besides(
  folder: string,
): { path: string; at: Moment; bytes: number; why: 'damaged' | 'rescued' }[] {
  return namesIn(folder).flatMap(name => {
    const why = DATED.exec(name)?.[1]
    const file = path.join(folder, name)
    const stat = why ? statQuietly(file) : undefined
    if (!stat || (why !== 'damaged' && why !== 'rescued')) return []
    return [{ path: file, at: stat.mtime.toISOString(), bytes: Number(stat.size), why }]
  })
}

/** Removes every copy but what is known of the revision that is in force; gives how many there were. */
export function clearCopies(folder: string, live: number | undefined): number {
  const copies = namesIn(folder).filter(name => COPY.test(name) || DATED.test(name))
  try {
    for (const name of copies) fs.unlinkSync(path.join(folder, name))
  } catch (error) {
    throw fileFailure(error, why => `The copies in ${folder} can't be removed: ${why}.`)
  }
  const journal = readJournal(folder)
  const last = Math.max(...journal.keys())
  for (const [rev, revision] of journal) {
    const { kept: _, saved: __, ...rest } = revision
    // What is left says only how far the numbers went.
    if (rev === live || rev === last) journal.set(rev, rest)
    else journal.delete(rev)
  }
  writeJournal(folder, journal)
  return copies.length
}

/** The kept bytes of a revision; undefined when they are not there or not what was kept. */
export function readCopy(
  folder: string,
  rev: number,
  { kept }: Revision,
  live: Snapshot | undefined,
): Buffer | undefined {
  const copy = copyFile(folder, rev)
  try {
    if (kept?.[0] === 0) return Buffer.alloc(0)
    if (live && statOf(copy)?.ino === live.stat.ino) return undefined
    const bytes = fs.readFileSync(copy)
    return isSame(kept, signatureOf(bytes)) ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Removes the copies that are not to be kept any longer, and what killed commands left. */
export function pruneCopies(folder: string, journal: Journal, live: Meta, now: Moment): void {
  const right = putRight(journal, now)
  const kept = keptRevisions(right, live, now)
  for (const rev of right.keys()) if (rev !== live.rev && !kept.has(rev)) right.delete(rev)
  writeJournal(folder, right)
  if (latestMoment(right, now) === now) dateAnew(folder, now)
  const besidesKept = besidesWithinRoom(folder, sureDay(right, now))
  for (const name of namesIn(folder)) {
    const rev = COPY.exec(name)?.[1]
    const isOver =
      rev !== undefined ? !kept.has(Number(rev)) : DATED.test(name) && !besidesKept.has(name)
    if (isOver || name.endsWith(ASIDE)) removeQuietly(path.join(folder, name))
  }
}

/** What a clock that was ahead has named by a day to come would be kept longer than a year. */
function dateAnew(folder: string, now: Moment): void {
  const today = dayOfMoment(new Date(now))
  for (const name of namesIn(folder)) {
    const day = DATED.exec(name)?.[2] ?? today
    if (day <= today) continue
    try {
      fs.renameSync(path.join(folder, name), path.join(folder, name.replace(day, today)))
    } catch {
      // A later change does it.
    }
  }
}

/** Of damaged files those of the last year, the latest first, as far as there is room beside the copies. */
function besidesWithinRoom(folder: string, today: Day | undefined): Set<string> {
  const near = new Set<string>()
  let bytes = 0
  for (const name of namesIn(folder)
    .filter(each => DATED.test(each))
    .sort(byDayOfName)) {
    if (today !== undefined && isPastItsYear(name, today)) continue
    bytes += Number(statQuietly(path.join(folder, name))?.size ?? 0)
    if (bytes > MOST_BYTES && near.size > 0) break
    near.add(name)
  }
  return near
}

function byDayOfName(one: string, other: string): number {
  return byText(DATED.exec(other)?.[2] ?? '', DATED.exec(one)?.[2] ?? '')
}

const COPY = /^(\d+)\.json$/

/** Files beside the copies that are named by a day: `damaged-2026-11-21-…`. */
const DATED = /^(damaged|rescued)-(\d{4}-\d\d-\d\d)-[\w-]*\.json$/

function isPastItsYear(name: string, today: Day): boolean {
  const day: Day | undefined = DATED.exec(name)?.[2]
  return day !== undefined && addMonths(day, MOST_MONTHS) <= today
}
