import fs, { type BigIntStats } from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { clearAsides, snapshotOf, stateName, versionOf } from './files.ts'
import { isAnothers } from './foreign-links.ts'
import { type OwnPlaces, outputFile, type Target } from './outputs.ts'
import { saveText } from './own-files.ts'

const MOST_BYTES = 1024 * 1024

/** A text file of the user's own that is read now and will be marked once its lines are logged. */
export interface JottedFile {
  /** As it was named, whole. */
  path: string
  bytes: Buffer
  /** What tells it from other files in what is remembered. */
  key: string
  /** Puts these bytes in its place, unless it is no longer the file that was read: then false. */
  replace(bytes: Uint8Array): boolean
}

/** Reads the file; fails where marks could not be written, so that nothing is logged of it either. */
export function openJottedFile(named: string, own: OwnPlaces, host: { cwd(): string }): JottedFile {
  const whole = path.resolve(host.cwd(), named)
  const found = snapshotOf(whole, MOST_BYTES)
  if (!found) throw new Failure('file', `There is no file ${whole}.`, 'Check the name.')
  const target = outputFile(named, own, host)
  mustBeOurs(target)
  return {
    path: target.path,
    bytes: found.bytes,
    key: stateName(target.file),
    replace(bytes) {
      const now = snapshotOf(target.file, MOST_BYTES)
      const isSame = now && versionOf(now.stat) === versionOf(found.stat)
      if (!isSame || !now.bytes.equals(found.bytes)) return false
      // Of runs that were killed; who is writing just now finds that no mark was written.
      clearAsides(target.file)
      saveText({ ...target, old: now.stat }, Buffer.from(bytes))
      keepMode(target.file, now.stat)
      return true
    },
  }
}

/** It was ours before too, so nobody gains by it: whoever else may write to it goes on doing so. */
function keepMode(file: string, { mode }: Pick<BigIntStats, 'mode'>): void {
  try {
    fs.chmodSync(file, Number(mode & 0o777n))
  } catch {
    // Then it is for us alone.
  }
}

function mustBeOurs({ path: whole, file, old }: Target): void {
  if (old && isAnothers(old)) {
    throw new Failure(
      'file',
      `${whole} belongs to another user, so netmed won't mark lines in it.`,
      'Copy it and name the copy.',
    )
  }
  try {
    // The new file is written beside it and renamed.
    fs.accessSync(file, fs.constants.W_OK)
    fs.accessSync(path.dirname(file), fs.constants.W_OK)
  } catch {
    throw new Failure(
      'file',
      `${whole} can't be written to, so netmed couldn't mark its lines.`,
      'Copy it and name the copy.',
    )
  }
}
