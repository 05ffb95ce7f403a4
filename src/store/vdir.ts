import fs from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { fileFailure, makeFolder } from './files.ts'
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

/**
 * Makes a folder hold these files: each written aside and renamed, only where its text differs from the one
 * of the last time (`ours`). What is gone is removed only when it is still as we wrote it; all else is left
 * alone, what another program changed there too, until it changes here.
 */
export function writeVdir(
  folder: string,
  files: readonly VdirFile[],
  ours: Readonly<Record<string, unknown>>,
  host: { cwd(): string },
): VdirWritten {
  const whole = path.resolve(host.cwd(), folder)
  const result: VdirWritten = {
    folder: whole,
    written: [],
    removed: [],
    same: 0,
    edited: [],
    ours: {},
  }
  try {
    makeFolder(whole)
    for (const { name, text } of files) {
      if (!SAFE.test(name)) throw new Failure('not-understood', `"${name}" can't be a file name.`)
      const print = fingerprint(text)
      result.ours[name] = print
      const there = textIn(path.join(whole, name))
      if (there === text) result.same++
      else if (there !== undefined && ours[name] === print) result.edited.push(name)
      else {
        saveText(path.join(whole, name), text, host)
        result.written.push(name)
      }
    }
    for (const [name, print] of Object.entries(ours)) {
      if (Object.hasOwn(result.ours, name) || !SAFE.test(name)) continue
      const file = path.join(whole, name)
      const text = textIn(file)
      if (text === undefined || fingerprint(text) !== print) continue
      fs.unlinkSync(file)
      result.removed.push(name)
    }
  } catch (error) {
    throw fileFailure(error, why => `${whole} can't be written: ${why}.`)
  }
  return result
}

/** The key under which `ours` of one kind in a folder is kept, however the path was written. */
export function vdirKey(folder: string, kind: VdirKind, host: { cwd(): string }): string {
  return `vdir-${kind}-${fingerprint(path.resolve(host.cwd(), folder))}`
}

/** As `vdirKey` was while one memory held all kinds; only names of the kind may be taken from it. */
export function olderVdirKey(folder: string, host: { cwd(): string }): string {
  return `vdir-${fingerprint(path.resolve(host.cwd(), folder))}`
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
