import fs from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { fileFailure, makeFolder, saveText } from './files.ts'

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
  /** The names of everything there that is ours; kept for the next time. */
  ours: Record<string, string>
}

const SAFE = /^[a-z0-9-]{1,80}\.(?:ics|vcf|md)$/

/**
 * Makes a folder hold these files: each written aside and renamed, only where its text differs. What is
 * gone is removed only when it is still as we wrote it (`ours`, from the last time); all else is left alone.
 */
export function writeVdir(
  folder: string,
  files: readonly VdirFile[],
  ours: Readonly<Record<string, unknown>>,
  host: { cwd(): string },
): VdirWritten {
  const whole = path.resolve(host.cwd(), folder)
  const result: VdirWritten = { folder: whole, written: [], removed: [], same: 0, ours: {} }
  try {
    makeFolder(whole)
    for (const { name, text } of files) {
      if (!SAFE.test(name)) throw new Failure('not-understood', `"${name}" cannot be a file name.`)
      result.ours[name] = fingerprint(text)
      if (textOf(path.join(whole, name)) === text) result.same++
      else {
        saveText(path.join(whole, name), text, host)
        result.written.push(name)
      }
    }
    for (const [name, print] of Object.entries(ours)) {
      if (Object.hasOwn(result.ours, name) || !SAFE.test(name)) continue
      const file = path.join(whole, name)
      const text = textOf(file)
      if (text === undefined || fingerprint(text) !== print) continue
      fs.unlinkSync(file)
      result.removed.push(name)
    }
  } catch (error) {
    throw fileFailure(error, why => `${whole} cannot be written: ${why}.`)
  }
  return result
}

function textOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
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
