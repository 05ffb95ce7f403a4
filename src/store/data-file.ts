import {
  type Database,
  emptyDatabase,
  LISTS,
  type Meta,
  named,
  SCHEMA_VERSION,
} from '../domain/data/model.ts'
import type { Moment } from '../domain/words/days.ts'
import { Failure } from '../failure.ts'
import { checkChange, checkDatabase, isObject } from './check.ts'
import { decoded, encoded, type Snapshot } from './files.ts'
import { migrate } from './migrations.ts'
import { lineAndColumn, scanJson } from './scan.ts'

/** More would be read and written too slowly to be of use. */
export const MOST_BYTES = 64 * 1024 * 1024

export interface Understood {
  db: Database
  /** False when something that the next change writes was filled in. */
  isComplete: boolean
}

/** The database in a file; fails, naming the place, on anything that is not understood whole. */
export function understand(
  file: string,
  snapshot: Snapshot,
  { isChecked }: { isChecked: boolean },
): Understood {
  const { db, isFilled } = contentOf(file, snapshot, { isChecked })
  if (!isChecked) {
    checkDatabase(db, (path, expected) => {
      throw notUnderstood(`${file} is not understood at ${path}: expected ${expected}.`)
    })
  }
  return { db, isComplete: !isFilled }
}

/** What the text holds, brought to the newest version and not checked yet; fails when it is no JSON of netmed. */
export function contentOf(
  file: string,
  snapshot: Snapshot,
  { isChecked }: { isChecked: boolean },
): { db: Database; isFilled: boolean } {
  return completed(versioned(file, parse(file, decodedText(file, snapshot))), snapshot, isChecked)
}

/** The same of records and parts that were read one by one. */
export function completed(
  content: Record<string, unknown> & { schemaVersion: number },
  { stat }: Pick<Snapshot, 'stat'>,
  isChecked = false,
): { db: Database; isFilled: boolean } {
  migrate(content)
  addMissingParts(content)
  const isFilled = !isChecked && fillIn(content, stat.mtime.toISOString())
  // What its check holds it to be; a checked file has been held so before.
  return { db: content as unknown as Database, isFilled }
}

/** The database in the text of another netmed file, read as strictly as our own; `now` dates what has no date. */
export function foreignDatabase(name: string, text: string, now: Moment): Database {
  const bytes = Buffer.from(text)
  // Of a file's state only its date is looked at, for hand-made records.
  const stat = { mtime: new Date(now) } as Snapshot['stat']
  const snapshot = { bytes, text, stat }
  refuseDoubleKeys(name, snapshot)
  return understand(name, snapshot, { isChecked: false }).db
}

/** Refuses a file in which a key stands twice: writing it back would lose one of the two. */
export function refuseDoubleKeys(file: string, snapshot: Snapshot): void {
  const text = decodedText(file, snapshot)
  const { flaw } = scanJson(text)
  if (flaw) throw flawed(file, text, flaw)
}

/** What a netmed file says, in the order and layout in which it is always written. */
export function serialize(db: Database): string {
  return `${jsonOf(db)}\n`
}

/** The same in UTF-8. */
export function serialized(db: Database): Buffer {
  return encoded(jsonOf(db), '\n')
}

function jsonOf(db: Database): string {
  const { schemaVersion, meta, profile, settings, ...rest } = db
  const known = new Set<string>(LISTS)
  const unknown = Object.entries(rest).filter(([key]) => !known.has(key))
  const ordered = {
    schemaVersion,
    meta,
    profile,
    settings,
    ...Object.fromEntries(unknown),
    ...Object.fromEntries(LISTS.map(list => [list, db[list]])),
  }
  return JSON.stringify(ordered, null, 2)
}

/** The same text with another `meta`; undefined when the layout of the text does not allow it. */
export function withMeta(text: string, meta: Meta): string | undefined {
  const { flaw, spans } = scanJson(text)
  const span = spans.get('meta')
  if (flaw || !span) return undefined
  const indented = JSON.stringify(meta, null, 2).replaceAll('\n', '\n  ')
  return text.slice(0, span[0]) + indented + text.slice(span[1])
}

/** Gives what a change named its uid and moments, and fails when it does not fit its fields. */
export function stampNamed(
  db: Database,
  { now, uid, countBefore }: { now: Moment; uid: () => string; countBefore: number },
): void {
  const { created, touched } = named(db)
  for (const record of created) {
    record.uid ||= uid()
    record.createdAt ||= now
  }
  for (const record of touched) {
    record.updatedAt = now
    record.rev = (record.rev ?? 0) + 1
    stampsFirst(record)
  }
  const isAnythingGone = countRecords(db) !== countBefore + created.size
  const doing = { named: new Set([...created, ...touched]), isAnythingGone }
  checkChange(db, doing, (path, expected) => {
    throw new Failure('usage', `This can't be saved: ${path} would not be ${expected}.`)
  })
}

export function countRecords(db: Database): number {
  return LISTS.reduce((count, list) => count + db[list].length, 0)
}

/** Keeps a record's fields in the order in which it has them, behind those of the store. */
function stampsFirst(record: object): void {
  const entries = Object.entries(record)
  const stamps = STAMPS.flatMap(stamp => entries.filter(([key]) => key === stamp))
  const fields = entries.filter(([key]) => !STAMPS.includes(key))
  // Taken out and put back, as the order of keys is the order of their coming.
  for (const key in record) Reflect.deleteProperty(record, key)
  Object.assign(record, Object.fromEntries([...stamps, ...fields]))
}

const STAMPS = ['id', 'uid', 'createdAt', 'updatedAt', 'rev']

function decodedText(file: string, snapshot: Snapshot): string {
  snapshot.text ??= decoded(snapshot.bytes)
  if (snapshot.text !== undefined) return snapshot.text
  throw notUnderstood(`${file} is not text in UTF-8.`)
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (text.trim() === '') throw notUnderstood(`${file} is empty.`)
    const { flaw } = scanJson(text)
    if (flaw) throw flawed(file, text, flaw)
    throw cause
  }
}

function flawed(file: string, text: string, flaw: { at: number; what: string }): Failure {
  const { line, column } = lineAndColumn(text, flaw.at)
  return notUnderstood(`${file} is not understood at line ${line}, column ${column}: ${flaw.what}.`)
}

function notUnderstood(message: string): Failure {
  return new Failure(
    'not-understood',
    message,
    'Fix it in an editor, or put a copy of it in its place. netmed leaves the file as it is.',
  )
}

/** Nothing is wrong with the file: it is for a later program. */
export class NewerVersion extends Failure {}

function versioned(
  file: string,
  content: unknown,
): Record<string, unknown> & { schemaVersion: number } {
  if (!isObject(content)) {
    throw notUnderstood(`${file} is not understood: expected netmed's data in { }.`)
  }
  const { schemaVersion } = content
  if (!Number.isSafeInteger(schemaVersion) || Number(schemaVersion) < 1) {
    throw notUnderstood(`${file} is not understood at schemaVersion: expected ${SCHEMA_VERSION}.`)
  }
  if (Number(schemaVersion) > SCHEMA_VERSION) {
    throw new NewerVersion(
      'not-understood',
      `${file} was written by a newer netmed: its version is ${schemaVersion}, this program reads ${SCHEMA_VERSION}.`,
      'Install the newer netmed. This one leaves the file as it is.',
    )
  }
  return Object.assign(content, { schemaVersion: Number(schemaVersion) })
}

function addMissingParts(content: Record<string, unknown>): void {
  content.meta ??= {}
  if (isObject(content.meta)) content.meta.rev ??= 0
  const empty: Record<string, unknown> = { ...emptyDatabase() }
  for (const key in empty) if (content[key] === undefined) content[key] = empty[key]
}

/** Puts in what a file written by hand may leave out; true when the next change is to write it. */
function fillIn(content: Record<string, unknown>, writtenAt: Moment): boolean {
  const meta = isObject(content.meta) ? content.meta : {}
  let isFilled = meta.nextId === undefined
  let mostId = 0
  for (const list of LISTS) {
    const records = content[list]
    if (!Array.isArray(records)) continue
    for (const record of records) {
      if (!isObject(record)) continue
      mostId = Math.max(mostId, Number(record.id) || 0)
      if (record.uid !== undefined && record.createdAt !== undefined) continue
      record.uid ??= uidFrom(JSON.stringify(record))
      record.createdAt ??= writtenAt
      stampsFirst(record)
      isFilled = true
    }
  }
  meta.nextId ??= mostId + 1
  return isFilled
}

/** The same for the same text, so that it holds from one question to the next. */
function uidFrom(text: string): string {
  let uid = ''
  for (let round = 0; uid.length < 16; round++) {
    let hash = 0x811c9dc5 ^ round
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    uid += (hash >>> 0).toString(36)
  }
  return uid.slice(0, 16)
}
