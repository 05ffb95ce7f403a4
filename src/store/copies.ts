import fs from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import type { Meta } from '../domain/data/model.ts'
import { isObject } from './check.ts'
import {
  ASIDE,
  makeFolder,
  noteDown,
  notedDown,
  removeQuietly,
  type Snapshot,
  statOf,
} from './files.ts'

/** Size and checksum: tells whether a file is byte for byte what it was, whatever its times say. */
export type Signature = readonly [size: number, checksum: number]

/** What is known of one revision of the file, by its number. */
export interface Revision {
  /** What was written; something else in the file means a change from outside. */
  written: Signature
  /** What was put aside when the next one took its place; absent when there was no room. */
  kept?: Signature
  /** Copied from the file's own `meta`, so that what undo reaches is known without reading copies. */
  before?: number
}

/** By revision number. */
export type Journal = Map<number, Revision>

export const MOST_STEPS = 20
const MOST_BYTES = 200 * 1024 * 1024
const FEWEST_COPIES = 3

export function signatureOf(bytes: Uint8Array): Signature {
  return [bytes.length, crc32(bytes)]
}

export function isSame(one: Signature | undefined, other: Signature | undefined): boolean {
  return !!one && !!other && one[0] === other[0] && one[1] === other[1]
}

/** The journal of a folder of copies; empty when it is lost, which ends what undo can reach. */
export function readJournal(folder: string): Journal {
  try {
    const content: unknown = JSON.parse(notedDown(journalFile(folder)) ?? '{}')
    if (!isObject(content)) return new Map()
    const revisions = Object.entries(content).filter(([, entry]) => isObject(entry))
    // Written by us alone; whatever else it might say can only make undo refuse.
    return new Map(revisions.map(([rev, entry]) => [Number(rev), entry as unknown as Revision]))
  } catch {
    return new Map()
  }
}

export function writeJournal(folder: string, journal: Journal): boolean {
  return noteDown(journalFile(folder), JSON.stringify(Object.fromEntries(journal)))
}

function journalFile(folder: string): string {
  return path.join(folder, 'journal.json')
}

function copyFile(folder: string, rev: number): string {
  return path.join(folder, `${rev}.json`)
}

/** The latest copy that was kept; undefined when there is none. */
export function latestCopy(folder: string): string | undefined {
  const kept = [...readJournal(folder)].flatMap(([rev, { kept }]) => (kept?.[0] ? [rev] : []))
  return kept.length ? copyFile(folder, Math.max(...kept)) : undefined
}

/** Keeps the file as revision `rev`, as a second name where that is possible; false: no room. */
export function keepCopy(folder: string, rev: number, file: string): boolean {
  const copy = copyFile(folder, rev)
  try {
    makeFolder(folder)
    // What a killed command left here is a second name of the live file.
    removeQuietly(copy)
    try {
      fs.linkSync(file, copy)
    } catch {
      fs.copyFileSync(file, copy, fs.constants.COPYFILE_EXCL)
      fs.chmodSync(copy, 0o600)
    }
    return true
  } catch {
    removeQuietly(copy)
    return false
  }
}

/** The kept bytes of a revision; undefined when they are not there or not what was kept. */
export function readCopy(
  folder: string,
  rev: number,
  { kept }: Revision,
  live: Snapshot,
): Buffer | undefined {
  const copy = copyFile(folder, rev)
  try {
    if (kept?.[0] === 0) return Buffer.alloc(0)
    if (statOf(copy)?.ino === live.stat.ino) return undefined
    const bytes = fs.readFileSync(copy)
    return isSame(kept, signatureOf(bytes)) ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Forgets what neither undo nor redo can reach from `live`, then the farthest when it is too much. */
export function pruneCopies(folder: string, journal: Journal, live: Meta): void {
  const reach = withinRoom(journal, reachable(journal, live))
  for (const rev of journal.keys()) if (rev !== live.rev && !reach.has(rev)) journal.delete(rev)
  writeJournal(folder, journal)
  try {
    for (const name of fs.readdirSync(folder)) {
      const rev = /^(\d+)\.json$/.exec(name)?.[1]
      const isUnreached = rev !== undefined && !reach.has(Number(rev))
      if (isUnreached || name.endsWith(ASIDE)) removeQuietly(path.join(folder, name))
    }
  } catch {
    // No folder, no copies.
  }
}

/** The revisions that undo and redo lead to, the nearest of either first. */
function reachable(journal: Journal, live: Meta): Set<number> {
  const reach = new Set<number>()
  const redo = [...(live.redo ?? [])].reverse()
  let before = live.before
  for (let step = 0; step < MOST_STEPS; step++) {
    const forward = redo[step]
    for (const rev of [before, forward, forward && journal.get(forward)?.before]) {
      if (rev !== undefined && journal.get(rev)?.kept) reach.add(rev)
    }
    before = before === undefined ? undefined : journal.get(before)?.before
  }
  return reach
}

function withinRoom(journal: Journal, reach: Set<number>): Set<number> {
  const near = new Set<number>()
  let bytes = 0
  for (const rev of reach) {
    bytes += journal.get(rev)?.kept?.[0] ?? 0
    if (bytes > MOST_BYTES && near.size >= FEWEST_COPIES) break
    near.add(rev)
  }
  return near
}
