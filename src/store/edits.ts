import fs from 'node:fs'
import path from 'node:path'
import { isObject } from './check.ts'
import {
  fileFailure,
  namesIn,
  newPrivateFolder,
  noteDown,
  notedDown,
  PRIVATE_FILE,
  stateName,
  statOf,
} from './files.ts'
import { loadText } from './own-files.ts'
import { isStillRunning, type ProcessId, thisProcess } from './processes.ts'

/**
 * A text that is in the user's editor, or was. It stays on the disk until the command that asked for
 * it is through, so that nothing ends it unseen: no crash, no signal, no text that does not read.
 */
export interface Edit {
  /** For this user alone; what the editor puts beside the text goes away with it. */
  folder: string
  file: string
  /** What the text was before anybody edited it. */
  given: string
}

const MOST_BYTES = 1024 * 1024
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** Lays a text out for the editor; clears away what earlier commands left a week ago or longer. */
export function layOut(
  text: string,
  options: { place: string; of: string; suffix: string; given?: string | undefined },
): Edit {
  const { place, of, suffix, given = text } = options
  const folder = newPrivateFolder(path.join(place, `${stateName(of)}.`))
  const edit = { folder, file: path.join(folder, `text${suffix}`), given }
  try {
    fs.writeFileSync(edit.file, text, { mode: PRIVATE_FILE, flag: 'wx' })
    noteOwner(edit, suffix)
  } catch (error) {
    putAway(edit)
    throw fileFailure(error, why => `No private file can be made in ${place}: ${why}.`)
  }
  clearOld(place, edit)
  return edit
}

/** What an earlier command about the same thing left, the latest first; none that is open still. */
export function leftBehind(place: string, of: string): Edit[] {
  return foldersIn(place)
    .filter(folder => path.basename(folder).startsWith(`${stateName(of)}.`))
    .flatMap(folder => {
      const left = readLeft(folder)
      return left && !isStillRunning(left.owner) && isWorthKeeping(left.edit) ? [left.edit] : []
    })
    .sort((one, other) => timeOf(other.folder) - timeOf(one.folder))
}

/** From now on it is ours. */
export function takeUp(edit: Edit): Edit {
  noteOwner(edit, path.extname(edit.file))
  return edit
}

/** The text as the editor left it, at most a megabyte of UTF-8. */
export function editedText({ folder, file }: Edit): string {
  return loadText(file, MOST_BYTES, { cwd: () => folder })
}

/** Whether there is something that was not there before: a changed text, or one the editor rescued. */
export function isWorthKeeping({ folder, file, given }: Edit): boolean {
  try {
    const bytes = fs.readFileSync(file)
    if (bytes.some(isInk) && !bytes.equals(Buffer.from(given))) return true
  } catch {
    // The editor may have put it elsewhere in the folder.
  }
  const own = [path.basename(file), ABOUT]
  return namesIn(folder).some(name => !own.includes(name))
}

/** Whether a byte is more than a blank or the end of a line. */
function isInk(byte: number): boolean {
  return byte > 0x20
}

/** Done with: removed, with all that the editor put beside it. */
export function putAway({ folder }: Edit): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true })
  } catch {
    // A later command removes it.
  }
}

const ABOUT = 'about.json'

function noteOwner({ folder, given }: Edit, suffix: string): void {
  noteDown(path.join(folder, ABOUT), JSON.stringify({ ...thisProcess(), suffix, given }))
}

function readLeft(folder: string): { edit: Edit; owner: ProcessId } | undefined {
  try {
    const about: unknown = JSON.parse(notedDown(path.join(folder, ABOUT)) ?? '')
    if (!isObject(about)) return undefined
    const { pid, start, suffix, given } = about
    const file = path.join(folder, `text${String(suffix)}`)
    const owner = { pid: Number(pid), start: typeof start === 'string' ? start : null }
    return { edit: { folder, file, given: String(given) }, owner }
  } catch {
    return undefined
  }
}

/** By the clock of the disk, which the folder that was just made tells. */
function clearOld(place: string, made: Edit): void {
  const now = timeOf(made.folder)
  for (const folder of foldersIn(place)) {
    const left = readLeft(folder)
    if (now - timeOf(folder) <= WEEK_MS || (left && isStillRunning(left.owner))) continue
    putAway({ folder, file: '', given: '' })
  }
}

/** When anything in it was last touched. */
function timeOf(folder: string): number {
  const files = [folder, ...namesIn(folder).map(name => path.join(folder, name))]
  return Math.max(...files.map(file => Number(statOf(file)?.mtimeMs ?? 0n)))
}

function foldersIn(place: string): string[] {
  return namesIn(place).map(name => path.join(place, name))
}
