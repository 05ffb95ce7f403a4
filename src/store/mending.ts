import fs from 'node:fs'
import { Failure } from '../failure.ts'
import { keepRescued, putSpoiltAside } from './copies.ts'
import { contentOf, NewerVersion, serialize, serialized } from './data-file.ts'
import { type Examined, examine, FIXES, type Patient, type Problem } from './examine.ts'
import { clearAsides, decoded, statOf } from './files.ts'
import type { Lock } from './lock.ts'
import { faultsIn, mendSafely, type Tools } from './rescue.ts'
import { scanJson } from './scan.ts'
import type { StoredFile } from './stored-file.ts'

export interface Fixed {
  /** What was done, in order. */
  did: Pick<Problem, 'where' | 'says' | 'isPrivate'>[]
  /** Where the bytes of the file as it was are kept, when it was written. */
  damaged: string | undefined
  /** Where what could be read of it is, when it could not be mended. */
  saved: string | undefined
}

/** What is wrong with the file and with what is kept beside it; reads it even when it is damaged. */
export function examineFile(file: StoredFile): Examined {
  return examine(patient(file))
}

/**
 * Mends what can be mended without a loss, after keeping the file as it was. Over a file that it cannot
 * mend whole nothing is written: what can be read of it goes to a new file.
 */
export async function fix(file: StoredFile): Promise<Fixed> {
  const { failure } = patient(file)
  if (failure) throw failure
  const before = examineFile(file)
  return file.whileLocked(lock => {
    // Taking the lock has removed those of dead commands.
    clearAsides(file.path)
    const did: Fixed['did'] = []
    for (const { kind, where, isPrivate, fix } of before.problems) {
      if (where === null || fix === null) continue
      if (kind === 'mode') fs.chmodSync(where, statOf(where)?.isDirectory() ? 0o700 : 0o600)
      else if (kind === 'kept copy') putSpoiltAside(where, file.latest)
      else if (kind !== 'left over') continue
      did.push({ where, says: `${where}: ${fix}.`, isPrivate })
    }
    const mended = mend(file, lock)
    return { ...mended, did: [...did, ...mended.did] }
  })
}

/** The data alone: mended in place when nothing of them is lost by it, else saved to a new file. */
function mend(file: StoredFile, lock: Lock): Fixed {
  const nothing: Fixed = { did: [], damaged: undefined, saved: undefined }
  const { failure, snapshot } = file.look()
  if (!failure || !snapshot || failure instanceof NewerVersion) return nothing
  const { saved, problems } = examineFile(file)
  if (problems.some(each => each.kind === 'broken') && !saved) return nothing
  if (saved) {
    const text = serialize(saved.db)
    const kept = { damaged: snapshot.bytes, now: file.latest }
    return { ...nothing, saved: keepRescued(file.folder, text, kept) }
  }
  const text = decoded(snapshot.bytes)
  if (text === undefined || scanJson(text).flaw) return nothing
  const { db } = contentOf(file.path, snapshot, { isChecked: false })
  const faults = mendSafely(db, toolsOf(file))
  if (!faults.length || faultsIn(db).length) return nothing
  const found = { snapshot, meta: undefined }
  const numbers = file.numbers(found)
  const { nextId, before: _, redo: __, ...rest } = db.meta
  const highest = Math.max(nextId, ...file.idsEverGiven(numbers.journal, found))
  const { command } = file.options
  db.meta = { ...rest, nextId: highest, rev: numbers.next, command, at: file.now }
  const damaged = file.commit({ db, bytes: serialized(db), numbers, isForced: true }, found, lock)
  const did = faults.map(({ path: where, kind, isPrivate }) => {
    return { where, says: `${where}: ${FIXES[kind]}.`, isPrivate }
  })
  return { ...nothing, did, damaged }
}

function toolsOf(file: StoredFile): Tools {
  return { uid: () => file.options.random(16), now: file.now }
}

function patient(file: StoredFile): Patient {
  const patient = {
    file: file.path,
    copiesFolder: file.folder,
    platform: file.options.platform,
    tools: toolsOf(file),
    failure: undefined,
  }
  try {
    return { ...patient, snapshot: file.snapshot() }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { ...patient, snapshot: undefined, failure: error }
  }
}
