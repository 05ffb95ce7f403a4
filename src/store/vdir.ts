import fs from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { fileFailure, makeFolder } from './files.ts'
import { type OwnPlaces, outputFile, outputFolder, type Target } from './outputs.ts'
import { saveText } from './own-files.ts'

/** What is kept in such a folder; the end of every name of that kind. */
export type VdirKind = 'ics' | 'vcf' | 'md'

/** One record as a file of a vdir. */
export interface VdirFile {
  /** `<uid>.ics`. */
  name: string
  text: string
}

export interface VdirWritten {
  folder: string
  written: string[]
  removed: string[]
  same: number
  /** Left as somebody else changed them there, for nothing has changed here since. */
  edited: string[]
  /** The names of everything there that is ours; kept for the next time. */
  ours: Record<string, string>
}

const SAFE = /^[a-z0-9-]{1,80}\.(?:ics|vcf|md)$/

/** What is to be done in a folder; nothing of it is done yet. */
export interface VdirPlan extends VdirWritten {
  /** Where each of `written` goes, and its text. */
  targets: readonly { target: Target; text: string }[]
  /** Of `written`, names that hold a text of which we know nothing. */
  unknown: string[]
}

/**
 * What makes a folder hold these files: each is written only where its text differs from the one of
 * the last time (`ours`). What is gone is removed only when it is still as we wrote it; all else is
 * left alone, what another program changed there too, until it changes here.
 */
export function planVdir(
  folder: string,
  files: readonly VdirFile[],
  {
    ours,
    own,
    host,
  }: {
    ours: Readonly<Record<string, unknown>>
    own: OwnPlaces
    host: { cwd(): string }
  },
): VdirPlan {
  const whole = outputFolder(folder, own, host)
  const nothing = { written: [], removed: [], same: 0, edited: [], unknown: [], ours: {} }
  const plan: Omit<VdirPlan, 'targets'> = { folder: whole, ...nothing }
  const targets: { target: Target; text: string }[] = []
  for (const { name, text } of files) {
    if (!SAFE.test(name)) throw new Failure('not-understood', `"${name}" can't be a file name.`)
    const print = fingerprint(text)
    plan.ours[name] = print
    const there = textIn(path.join(whole, name))
    if (there === text) plan.same++
    else if (there !== undefined && ours[name] === print) plan.edited.push(name)
    else {
      targets.push({ target: outputFile(path.join(whole, name), own, host), text })
      plan.written.push(name)
      if (there !== undefined && ours[name] === undefined) plan.unknown.push(name)
    }
  }
  plan.removed.push(...goneOf(whole, ours, plan.ours))
  return { ...plan, targets }
}

function goneOf(
  folder: string,
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const gone = Object.entries(before).filter(
    ([name]) => !Object.hasOwn(now, name) && SAFE.test(name),
  )
  return gone.flatMap(([name, print]) => {
    const text = textIn(path.join(folder, name))
    return text !== undefined && fingerprint(text) === print ? [name] : []
  })
}

/** What is said of a plan that nobody wanted: nothing was written or removed. */
export function vdirLeftAlone(plan: VdirPlan): VdirWritten {
  return { ...vdirWritten(plan), written: [], removed: [] }
}

/** Does what was planned: each file is written aside and renamed. */
export function writeVdir(plan: VdirPlan): VdirWritten {
  const { folder, removed, targets } = plan
  try {
    makeFolder(folder)
    for (const { target, text } of targets) saveText(target, text)
    for (const name of removed) fs.unlinkSync(path.join(folder, name))
  } catch (error) {
    throw fileFailure(error, why => `${folder} can't be written: ${why}.`)
  }
  return vdirWritten(plan)
}

/** The key under which `ours` of one kind in a folder is kept, however the path was written. */
export function vdirKey(folder: string, kind: VdirKind, host: { cwd(): string }): string {
  return `vdir-${kind}-${fingerprint(path.resolve(host.cwd(), folder))}`
}

/** As `vdirKey` was while one memory held all kinds; only names of the kind may be taken from it. */
export function olderVdirKey(folder: string, host: { cwd(): string }): string {
  return `vdir-${fingerprint(path.resolve(host.cwd(), folder))}`
}

/** What is said of a plan: without what only the writing needs. */
function vdirWritten({ targets: _, unknown: __, ...written }: VdirPlan): VdirWritten {
  return written
}

function textIn(file: string): string | undefined {
  try {
    // Reading a pipe would wait for ever.
    return fs.statSync(file).isFile() ? fs.readFileSync(file, 'utf8') : undefined
  } catch {
    return undefined
  }
}

/** Tells whether a text is still the one we wrote; no defence against anybody (FNV-1a and the length). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return `${text.length}-${(hash >>> 0).toString(36)}`
}
