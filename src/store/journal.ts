import path from 'node:path'
import { crc32 } from 'node:zlib'
import type { Moment } from '../domain/words/days.ts'
import { isObject } from './check.ts'
import { notedDown, whyNotNotedDown } from './files.ts'

/** Size and checksum: tells whether a file is byte for byte what it was, whatever its times say. */
export type Signature = readonly [size: number, checksum: number]

/** What is known of one revision of the file, by its number. */
export interface Revision {
  /** What was written; something else in the file means a change from outside. */
  written: Signature
  /** What was put aside when the next one took its place; absent when that could not be. */
  kept?: Signature
  /** Copied from the file's own `meta`, so that what undo reaches is known without reading copies. */
  before?: number
  /** When it was written, and when another took its place; journals of earlier versions do not say. */
  at?: Moment
  until?: Moment
  /** The latest moment that was known when it was written, if the clock was behind that. */
  latest?: Moment
  /** The words of the command that wrote it. */
  command?: string
  /** The counter of numbers as it was then: it is never lowered, also when the file is lost. */
  nextId?: number
  /** The user asked for its copy. */
  saved?: true
}

/** By revision number. */
export type Journal = Map<number, Revision>

/** Of bytes that nobody changes any more: a commit asks for it several times. */
export function signatureOf(bytes: Uint8Array): Signature {
  const known = signatures.get(bytes)
  if (known) return known
  const signature = [bytes.length, crc32(bytes)] as const
  signatures.set(bytes, signature)
  return signature
}

const signatures = new WeakMap<Uint8Array, Signature>()

export function isSame(one: Signature | undefined, other: Signature | undefined): boolean {
  return !!one && !!other && one[0] === other[0] && one[1] === other[1]
}

/** The journal of a folder of copies; empty when it is lost, and without what nobody could have written. */
export function readJournal(folder: string): Journal {
  try {
    const content: unknown = JSON.parse(notedDown(journalFile(folder)) ?? '{}')
    if (!isObject(content)) return new Map()
    return new Map(
      Object.entries(content).flatMap(([rev, entry]) => {
        const revision = revisionOf(entry)
        return revision && isCount(Number(rev)) ? [[Number(rev), revision]] : []
      }),
    )
  } catch {
    return new Map()
  }
}

function revisionOf(entry: unknown): Revision | undefined {
  if (!isObject(entry) || !isSignature(entry.written)) return undefined
  const { written, kept, before, at, until, latest, command, nextId, saved } = entry
  return {
    written,
    ...(isSignature(kept) && { kept }),
    ...(isCount(before) && { before }),
    ...(isMoment(at) && { at }),
    ...(isMoment(until) && { until }),
    ...(isMoment(latest) && { latest }),
    ...(typeof command === 'string' && { command }),
    ...(isCount(nextId) && { nextId }),
    ...(saved === true && { saved }),
  }
}

function isSignature(value: unknown): value is Signature {
  return Array.isArray(value) && value.length === 2 && value.every(isCount)
}

/** Far more than anybody reaches, and far less than what a number cannot count any further. */
const MOST = 1e12

/** Whether a number of a revision or record can be one that netmed gave. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < MOST
}

function isMoment(value: unknown): value is Moment {
  return typeof value === 'string' && /^\d{4}-/.test(value) && !Number.isNaN(Date.parse(value))
}

/** Gives what stood in the way; undefined when it is written. */
export function writeJournal(folder: string, journal: Journal): string | undefined {
  const file = journalFile(folder)
  // In one order, whoever made it: most commits have thinned nothing out when they write it again.
  const entries = [...journal].map(([rev, revision]) => [rev, revisionOf(revision)])
  const text = JSON.stringify(Object.fromEntries(entries))
  return notedDown(file) === text ? undefined : whyNotNotedDown(file, text)
}

export function journalFile(folder: string): string {
  return path.join(folder, 'journal.json')
}
