import path from 'node:path'
import { dayOfMoment, type Moment, timeOfMoment } from '../domain/words/days.ts'
import { Failure } from '../failure.ts'
import { fileFailure, resolveLinks, type Snapshot, snapshotOf, statOf } from './files.ts'
import { refuseForeignLinks } from './foreign-links.ts'
import { isSame, signatureOf } from './journal.ts'
import { isAsWeLeftIt, rememberOutput } from './outputs.ts'
import { saveText } from './own-files.ts'

/** Where a backup that was asked for is to be written. */
export interface BackupPlace {
  path: string
  /** Another file is there: neither this very backup nor what netmed wrote there before. */
  isTaken: boolean
  /** The same bytes are there already. */
  isDone: boolean
}

interface Source {
  /** The data file. */
  file: string
  snapshot: Snapshot
  stateFolder: string
}

/** The place that was named: a file, or in a folder a new file named by the day and time. */
export function backupPlace(target: string, source: Source, now: Moment): BackupPlace {
  try {
    const isFolder = /[\\/]$/.test(target) || statOf(target)?.isDirectory() === true
    const named = isFolder ? freeName(target, source, now) : target
    refuseForeignLinks(named)
    const whole = resolveLinks(named)
    const there = statOf(whole)
    if (there && !there.isFile()) {
      throw new Failure('file', `${whole} is not an ordinary file.`, 'Name another one.')
    }
    const isDone = there !== undefined && holdsTheSame(whole, source.snapshot)
    const isOurs = isAsWeLeftIt({ path: whole, file: whole, old: there }, source.stateFolder)
    return { path: whole, isTaken: !isDone && !isOurs, isDone }
  } catch (error) {
    throw fileFailure(error, why => `No backup can be written to ${target}: ${why}.`)
  }
}

/** Writes the bytes there and onto the disk, for this user alone, and reads them back. */
export function writeBackup({ path: file }: BackupPlace, { snapshot, stateFolder }: Source): void {
  const target = { path: file, file, old: undefined }
  rememberOutput(target, snapshot.bytes, stateFolder)
  saveText(target, snapshot.bytes)
  if (holdsTheSame(file, snapshot)) return
  throw new Failure(
    'file',
    `${file} was written, but reads back as something else.`,
    'Try another disk.',
  )
}

function freeName(folder: string, { file, snapshot }: Source, now: Moment): string {
  const date = new Date(now)
  const name = path.basename(file).replace(/\.json$/i, '')
  const time = timeOfMoment(date).replace(':', '')
  for (let count = 1; ; count++) {
    const more = count > 1 ? `-${count}` : ''
    const free = path.join(folder, `${name}-${dayOfMoment(date)}-${time}${more}.json`)
    if (!statOf(free) || holdsTheSame(free, snapshot)) return free
  }
}

function holdsTheSame(file: string, { bytes }: Snapshot): boolean {
  const there = snapshotOf(file, bytes.length + 1)
  return there !== undefined && isSame(signatureOf(there.bytes), signatureOf(bytes))
}
