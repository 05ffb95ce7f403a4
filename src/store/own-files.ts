import fs from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { decoded, fileFailure, removeQuietly, snapshotOf, syncFolder, writeAside } from './files.ts'
import type { Target } from './outputs.ts'

interface Cwd {
  cwd(): string
}

/** The text of a file the user named, at most `limit` bytes, without its byte order mark. */
export function loadText(file: string, limit: number, host: Cwd): string {
  const text = decoded(loadBytes(file, limit, host))
  if (text !== undefined) return text
  const whole = path.resolve(host.cwd(), file)
  throw new Failure('file', `${whole} is not text in UTF-8.`, 'Save it as UTF-8 and try again.')
}

/** The bytes of a file the user named, at most `limit`. */
export function loadBytes(file: string, limit: number, host: Cwd): Buffer {
  const whole = path.resolve(host.cwd(), file)
  const found = snapshotOf(whole, limit, { ofPipe: 'To read from a pipe, use -' })
  if (found) return found.bytes
  throw new Failure('file', `There is no file ${whole}.`, 'Check the name.')
}

/**
 * Writes a file whole or not at all; gives its full path. A new one is for this user alone, and so
 * is one that another user owned or could write; else the mode stays.
 */
export function saveText({ path: whole, file, old }: Target, text: string | Buffer): string {
  try {
    const aside = writeAside(file, Buffer.from(text), { like: old })
    try {
      fs.renameSync(aside.path, file)
    } catch (error) {
      removeQuietly(aside.path)
      throw error
    }
    syncFolder(path.dirname(file))
  } catch (error) {
    throw fileFailure(error, why => `${whole} can't be written: ${why}.`)
  }
  return whole
}
