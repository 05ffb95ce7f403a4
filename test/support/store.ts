import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type Contact, created, type Database } from '../../src/domain/data/model.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { StoreOptions } from '../../src/store/stored-file.ts'

/** A folder of its own that goes away when the test has ended. */
export function scratchFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'netmed-test-')))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Scratch {
  folder: string
  file: string
  stateFolder: string
  /** A store as one more run of the program would open it. */
  open(options?: Partial<StoreOptions>): Store
}

/** A data file that is not there yet, in a folder of its own. */
export function scratch(): Scratch {
  const folder = scratchFolder()
  const file = path.join(folder, 'data', 'netmed.json')
  const stateFolder = path.join(folder, 'state')
  const open = (options: Partial<StoreOptions> = {}): Store =>
    openStore({
      path: file,
      stateFolder,
      command: 'add',
      now: () => new Date('2026-11-21T09:00:00.000Z'),
      random: randomWord,
      platform: 'linux',
      user: 'ana',
      ...options,
    })
  return { folder, file, stateFolder, open }
}

export function randomWord(length: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), x => letters[x % 36]).join('')
}

/** A change that adds a person. */
export function adding(name: string): (db: Database) => Contact {
  return db => created(db, 'contacts', { name })
}

export async function addPeople(scratch: Scratch, ...names: string[]): Promise<void> {
  for (const name of names) await scratch.open().update(adding(name))
}

/** Puts text where the data file is, as an editor would. */
export function writeByHand({ file }: Scratch, text: string | Buffer): void {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}

export function names(db: Database | undefined): string[] {
  return db?.contacts.map(({ name }) => name) ?? []
}

/** The smallest file, with these parts on top. */
export function fileWith(parts: object): string {
  return JSON.stringify({ schemaVersion: 3, meta: { nextId: 100, rev: 1 }, ...parts })
}

/** A record as the file holds it. */
export function stamped(id: number, fields: object): object {
  const uid = String(id).padStart(16, 'a')
  return { id, uid, createdAt: '2026-11-01T08:00:00.000Z', ...fields }
}

/** The files of a folder and those below it, with their modes: `600 data/netmed.json`. */
export function modes(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(each => {
      const mode = (fs.lstatSync(each).mode & 0o777).toString(8)
      return `${mode} ${path.relative(folder, each)}`
    })
    .sort()
}

/** The kept copies, oldest first. */
export function copies({ stateFolder }: Scratch): string[] {
  const [folder = ''] = fs.readdirSync(path.join(stateFolder, 'files'))
  const files = path.join(stateFolder, 'files', folder)
  const revs = fs.readdirSync(files).flatMap(name => /^(\d+)\.json$/.exec(name)?.[1] ?? [])
  return revs.sort((a, b) => Number(a) - Number(b)).map(rev => path.join(files, `${rev}.json`))
}
