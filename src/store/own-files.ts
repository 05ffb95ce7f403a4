import fs from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure.ts'
import {
  decoded,
  fileFailure,
  newPrivateFolder,
  PRIVATE_FILE,
  removeQuietly,
  snapshotOf,
  syncFolder,
  writeAside,
} from './files.ts'
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
  const found = snapshotOf(whole, limit)
  if (found) return found.bytes
  throw new Failure('file', `There is no file ${whole}.`, 'Check the name.')
}

/**
 * Writes a file whole or not at all; gives its full path. A new one is for this user alone, and so
 * is one that another user owned or could write; else the mode stays.
 */
export function saveText({ path: whole, file, old }: Target, text: string): string {
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

interface EditorHost {
  run(words: string[], options: { terminal: boolean }): { code: number | null }
}

/** The text after the user's editor, given as words; the file is private and gone afterwards. */
export function editPrivately(
  text: string,
  options: {
    suffix: string
    host: EditorHost
    words: string[]
    where: { runtime: string | undefined; state: string }
  },
): string {
  const { suffix, host, words, where } = options
  const temp = savePrivateTemp(text, suffix, where.runtime ?? where.state)
  try {
    const { code } = host.run([...words, temp.path], { terminal: true })
    if (code !== 0) {
      const what = code === null ? 'could not be started' : `ended with ${code}`
      throw new Failure('usage', `The editor ${words[0] ?? ''} ${what}.`, 'Set VISUAL or EDITOR.')
    }
    return loadText(temp.path, EDITED_MOST_BYTES, { cwd: () => path.dirname(temp.path) })
  } finally {
    temp.remove()
  }
}

const EDITED_MOST_BYTES = 1024 * 1024

/** A file of its own in a folder of its own under `folder`, both for this user alone. */
export function savePrivateTemp(
  text: string,
  suffix: string,
  folder: string,
): { path: string; remove(): void } {
  try {
    // What the editor puts beside the file goes away with it.
    const own = newPrivateFolder(path.join(folder, 'netmed-'))
    const file = path.join(own, `text${suffix}`)
    fs.writeFileSync(file, text, { mode: PRIVATE_FILE, flag: 'wx' })
    return { path: file, remove: () => fs.rmSync(own, { recursive: true, force: true }) }
  } catch (error) {
    throw fileFailure(error, why => `No private file can be made in ${folder}: ${why}.`)
  }
}
