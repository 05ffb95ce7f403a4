import fs, { type BigIntStats } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { Failure } from '../failure.ts'
import {
  noteDown,
  notedDown,
  removeQuietly,
  resolveLinks,
  stateName,
  statQuietly,
} from './files.ts'
import { refuseForeignLinks } from './foreign-links.ts'

/** Where netmed keeps what is its own, and nothing that leaves may land. */
export interface OwnPlaces {
  /** Every file that netmed may take for the data. */
  dataFiles: readonly string[]
  stateFolder: string
  templateFolders: readonly string[]
}

/** What tells a file from every other, whatever its name. */
export type FileId = Pick<BigIntStats, 'dev' | 'ino'>

interface Cwd {
  cwd(): string
}

/** A file that something is to be written to. */
export interface Target {
  /** As it was named, whole; for what is said. */
  path: string
  /** What the path leads to, whether it is there yet or not. */
  file: string
  /** The file that is there now. */
  old: BigIntStats | undefined
}

/**
 * What a path for an output leads to. Fails when that is the data file, its lock or what is written
 * beside it, or lies in the state folder or a folder of templates: by device and inode, so that no
 * link, second name or other spelling leads there. Fails for folders, devices and pipes, too.
 */
export function outputFile(named: string, own: OwnPlaces, host: Cwd): Target {
  const target = targetOf(named, host)
  const { path: whole, file, old } = target
  refuseOwn(whole, file, own, host)
  if (old?.isDirectory() || named.endsWith('/') || named.endsWith(path.sep)) {
    throw new Failure('file', `${whole} is a folder.`, 'Name a file in it.')
  }
  if (old && !old.isFile()) {
    throw new Failure('file', `${whole} is not an ordinary file.`, 'To print it: --out -')
  }
  return target
}

/** What a path leads to, by no link that somebody else laid. */
export function targetOf(named: string, host: Cwd): Target {
  const whole = path.resolve(host.cwd(), named)
  refuseForeignLinks(whole)
  const file = resolveLinks(whole)
  return { path: whole, file, old: statQuietly(file) }
}

/** The same for a folder of single files; gives it whole. */
export function outputFolder(named: string, own: OwnPlaces, host: Cwd): string {
  const { path: whole, file, old } = targetOf(named, host)
  refuseOwn(whole, file, own, host)
  if (old && !old.isDirectory()) {
    throw new Failure('file', `${whole} is not a folder.`, 'Name a folder, or leave the file out.')
  }
  return whole
}

function refuseOwn(whole: string, file: string, own: OwnPlaces, host: Cwd): void {
  const { dataFiles, stateFolder, templateFolders } = own
  const isData = dataFiles.some(each =>
    isDataOrBesideIt(file, resolveLinks(path.resolve(host.cwd(), each))),
  )
  const second = secondName(file)
  const holdsIt = (folder: string) => second !== undefined && holds(folder, second)
  if (isData || isIn(stateFolder, file) || holdsIt(stateFolder)) {
    throw new Failure(
      'usage',
      `${whole} is where netmed keeps your data. Nothing was written.`,
      'Name another place.',
    )
  }
  if (templateFolders.some(each => isIn(each, file) || holdsIt(each))) {
    throw new Failure(
      'usage',
      `${whole} is in a folder of templates. Nothing was written.`,
      'Name another place.',
    )
  }
}

/** The data file itself, its lock, and the names under which it is written aside. */
function isDataOrBesideIt(file: string, dataFile: string): boolean {
  const { dir, base } = path.parse(dataFile)
  const lock = path.join(dir, `.${base}.lock`)
  if (isIn(dataFile, file) || isSameFile(file, lock)) return true
  // Some file systems know a name in capitals for the same one.
  const isBeside = path.basename(file).toLowerCase().startsWith(`.${base.toLowerCase()}.`)
  return isBeside && isSameFile(path.dirname(file), dir)
}

/**
 * Fails where what netmed prints would be appended to its own data: `netmed due >> netmed.json`. A
 * shell has emptied the file already when it was `>`.
 */
export function refuseOwnStream(stream: FileId, own: OwnPlaces, host: Cwd): void {
  const dataFiles = own.dataFiles.map(each => resolveLinks(path.resolve(host.cwd(), each)))
  const isOwn = dataFiles.some(each => isThat(each, stream)) || holds(own.stateFolder, stream)
  if (!isOwn) return
  throw new Failure(
    'usage',
    'What is printed here would go into the file where netmed keeps your data.',
    'Send it to another file.',
  )
}

/** The place itself, or anything under it. */
export function isIn(folder: string, file: string): boolean {
  const place = resolveLinks(folder)
  for (let here = file; ; here = path.dirname(here)) {
    if (isSameFile(here, place)) return true
    if (path.dirname(here) === here) return false
  }
}

/** By device and inode; by name only where one of them is not there yet. */
function isSameFile(one: string, other: string): boolean {
  if (one === other) return true
  const stat = statQuietly(one)
  const otherStat = statQuietly(other)
  return stat !== undefined && otherStat !== undefined && isSame(stat, otherStat)
}

/** Nothing too where it cannot be looked at: then the writing says why. */
function isSame(one: FileId, other: FileId): boolean {
  return one.dev === other.dev && one.ino === other.ino
}

/** The file, where it may have another name. */
function secondName(file: string): FileId | undefined {
  const stat = statQuietly(file)
  return stat?.isFile() && stat.nlink > 1n ? stat : undefined
}

/** Whether a file anywhere in the folder is that one, under whatever name. */
function holds(folder: string, file: FileId): boolean {
  // Folder by folder, as Node's recursive listing takes ten times as long, and a command waits for it.
  return entriesIn(folder).some(entry => {
    const each = path.join(folder, entry.name)
    return entry.isDirectory() ? holds(each, file) : isThat(each, file)
  })
}

function isThat(named: string, file: FileId): boolean {
  const stat = statQuietly(named)
  return stat !== undefined && isSame(stat, file)
}

function entriesIn(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** How many outputs are remembered; of more, the ones that were written longest ago are forgotten. */
const MOST_REMEMBERED = 200

/** Of one output: what was written last, and what two runs at once or a crash may have left instead. */
const MOST_VERSIONS = 3

/** Whether the file holds nothing, or byte for byte what `rememberOutput` was told of it. */
export function isAsWeLeftIt({ file, old }: Target, stateFolder: string): boolean {
  if (!old || old.size === 0n) return true
  const size = `${old.size} `
  const known = versionsOf(file, stateFolder).filter(each => each.startsWith(size))
  if (known.length === 0) return false
  try {
    return known.includes(versionOf(fs.readFileSync(file)))
  } catch {
    return false
  }
}

/**
 * Remembers what is about to be written, best effort: what is forgotten is asked about again. Before
 * and not after, so that no crash in between makes a stranger of what we wrote.
 */
export function rememberOutput(
  { file }: Target,
  content: string | Buffer,
  stateFolder: string,
): void {
  const version = versionOf(Buffer.from(content))
  const before = versionsOf(file, stateFolder).filter(each => each !== version)
  const versions = [version, ...before].slice(0, MOST_VERSIONS)
  noteDown(memoryOf(file, stateFolder), versions.join('\n'))
  forgetOldest(path.join(stateFolder, OUTPUTS))
}

/** Size and checksum, the latest first. */
function versionsOf(file: string, stateFolder: string): string[] {
  return notedDown(memoryOf(file, stateFolder))?.split('\n') ?? []
}

function versionOf(bytes: Buffer): string {
  return `${bytes.length} ${crc32(bytes)}`
}

const OUTPUTS = 'outputs'

function memoryOf(file: string, stateFolder: string): string {
  return path.join(stateFolder, OUTPUTS, stateName(file))
}

function forgetOldest(folder: string): void {
  const files = entriesIn(folder).map(({ name }) => path.join(folder, name))
  if (files.length <= MOST_REMEMBERED) return
  const timeOf = (each: string) => fs.lstatSync(each, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const newestFirst = files
    .map(each => ({ each, time: timeOf(each) }))
    .sort((a, b) => b.time - a.time)
  for (const { each } of newestFirst.slice(MOST_REMEMBERED)) removeQuietly(each)
}
