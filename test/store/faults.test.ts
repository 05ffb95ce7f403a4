import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { Failure } from '../../src/failure.ts'
import { snapshotOf } from '../../src/store/files.ts'
import { adding, addPeople, names, type Scratch, scratch } from '../support/store.ts'
import { tell } from '../support/tally.ts'

/** Every call of the file system that a change makes, but for those that only tidy up. */
const CALLS = [
  ...['openSync', 'fstatSync', 'readSync', 'closeSync', 'statSync', 'readFileSync', 'mkdirSync'],
  ...['writeFileSync', 'writeSync', 'fchmodSync', 'fsyncSync', 'linkSync', 'renameSync'],
  ...['readdirSync', 'chmodSync'],
] as const

const originals = { ...fs }
function restore(): void {
  Object.assign(
    fs,
    Object.fromEntries([...CALLS, 'fchownSync' as const].map(name => [name, originals[name]])),
  )
}
afterEach(restore)

it.each(['EIO', 'ENOSPC', 'EROFS'])(
  'whichever call fails with %s, the file is the old or the new one and the next change works',
  async code => {
    const outcomes = new Map<string, number>()
    for (let call = 1; ; call++) {
      const place = scratch()
      await addPeople(place, 'Ana')
      const made = failAt(call, code)
      const outcome = await outcomeOfAdding(place, 'Ben')
      restore()
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      endProcess(place)
      await addPeople(place, 'Cho')
      expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
      if (made() < call) break
    }
    expect([...outcomes.keys()].sort()).toEqual(OUTCOMES[code])
    tell(
      `calls of the file system that failed with ${code}`,
      [...outcomes.values()].reduce((a, b) => a + b),
    )
    expect(outcomes.get('failed, old')).toBeGreaterThan(10)
  },
)

const OUTCOMES: Record<string, string[]> = {
  // A disk that reports an error for the folder's fsync: the change is there, and that is said.
  EIO: ['done, new', 'failed, old', 'unsure, new'],
  ENOSPC: ['done, new', 'failed, old'],
  EROFS: ['done, new', 'failed, old'],
}

it('a disk that fills up in the middle of the file leaves the old one and no litter', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  const before = fs.readFileSync(place.file)
  let left = 100
  fs.writeSync = ((fd: number, bytes: Buffer, begin: number) => {
    if (!bytes.includes('schemaVersion')) return originals.writeSync(fd, bytes, begin)
    if (left === 0) throw fault('ENOSPC')
    const count = Math.min(left, bytes.length - begin)
    left -= count
    return originals.writeSync(fd, bytes, begin, count)
  }) as typeof fs.writeSync
  await expect(place.open().update(adding('Ben'))).rejects.toMatchObject({
    kind: 'file',
    message: `Your data was not changed: ${place.file} can't be written, the disk is full.`,
  })
  expect(fs.readFileSync(place.file)).toEqual(before)
  expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
})

it('writes that take a few bytes at a time come to a whole file', async () => {
  const place = scratch()
  fs.writeSync = ((fd: number, bytes: Buffer, begin: number) =>
    originals.writeSync(fd, bytes, begin, Math.min(7, bytes.length - begin))) as typeof fs.writeSync
  await addPeople(place, 'Ana')
  expect(names(place.open().read())).toEqual(['Ana'])
})

it('reads that give a few bytes at a time come to the whole file', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  const whole = fs.readFileSync(place.file)
  fs.readSync = ((fd: number, bytes: Buffer, begin: number, length: number, at: null) =>
    originals.readSync(fd, bytes, begin, Math.min(7, length), at)) as typeof fs.readSync
  expect(snapshotOf(place.file, 1_000_000)?.bytes).toEqual(whole)
  expect(names(place.open().read())).toEqual(['Ana', 'Ben'])
})

it('a file that becomes shorter while it is read ends where it ends', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  const begin = fs.readFileSync(place.file).subarray(0, 20)
  let left = 20
  fs.readSync = ((fd: number, bytes: Buffer, from: number, length: number, at: null) => {
    const count = originals.readSync(fd, bytes, from, Math.min(left, length), at)
    left -= count
    return count
  }) as typeof fs.readSync
  expect(snapshotOf(place.file, 1_000_000)?.bytes).toEqual(begin)
})

it('a disk that loses bytes without a word is found out before the rename', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  const before = fs.readFileSync(place.file)
  fs.writeSync = ((fd: number, bytes: Buffer, begin: number) => {
    if (!bytes.includes('schemaVersion')) return originals.writeSync(fd, bytes, begin)
    originals.writeSync(fd, bytes, begin, 10)
    return bytes.length - begin
  }) as typeof fs.writeSync
  await expect(place.open().update(adding('Ben'))).rejects.toMatchObject({ kind: 'file' })
  expect(fs.readFileSync(place.file)).toEqual(before)
})

it('a file system that knows no fsync of folders is fine', async () => {
  const place = scratch()
  fs.fsyncSync = fd => {
    if (fs.fstatSync(fd).isDirectory()) throw fault('EINVAL')
  }
  await addPeople(place, 'Ana')
  expect(names(place.open().read())).toEqual(['Ana'])
})

it('where hard links are not possible, what undo needs is copied', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  fs.linkSync = () => {
    throw fault('EPERM')
  }
  await addPeople(place, 'Ben')
  expect(names((await place.open().undo()).after)).toEqual(['Ana'])
})

it('on Windows a file that somebody reads for a moment is tried again', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  let refusals = 3
  fs.renameSync = (from, to) => {
    if (to === place.file && refusals-- > 0) throw fault('EPERM')
    originals.renameSync(from, to)
  }
  await place.open({ platform: 'win32' }).update(adding('Ben'))
  expect(names(place.open().read())).toEqual(['Ana', 'Ben'])
})

it('elsewhere such a refusal is final', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  let refusals = 0
  fs.renameSync = (from, to) => {
    if (to === place.file && refusals++ === 0) throw fault('EACCES')
    originals.renameSync(from, to)
  }
  await expect(place.open().update(adding('Ben'))).rejects.toMatchObject({
    message: `Your data was not changed: ${place.file} can't be written, you don't have permission.`,
  })
  expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
})

it('what a killed run was writing is cleared away by the next change', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  fs.writeFileSync(path.join(path.dirname(place.file), '.netmed.json.4kq.tmp'), '{')
  await addPeople(place, 'Ben')
  expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
})

it('data files of nearly the same name leave each other’s temporary files alone', async () => {
  const place = scratch()
  const folder = path.dirname(place.file)
  fs.mkdirSync(folder)
  const foreign = [
    ...['.n.json.4kq.tmp', '.n.json.lock', '.n.json.lock.1-abc.new', '.n.lock.4kq.tmp'],
    ...['.n.lock.lock', '.n.lock.lock.1-abc.new', '.n.lock.lock.abc.guard', '.n.4kq.tmp.old'],
  ]
  for (const name of foreign) {
    fs.writeFileSync(path.join(folder, name), '')
    fs.utimesSync(path.join(folder, name), 1, 1)
  }
  fs.writeFileSync(path.join(folder, '.n.4kq.tmp'), '{')
  await place.open({ path: path.join(folder, 'n') }).update(adding('Ana'))
  expect(fs.readdirSync(folder).sort()).toEqual([...foreign, 'n'].sort())
})

it('a file written over one of another group is closed to groups when it cannot be given back', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  fs.chmodSync(place.file, 0o644)
  fs.fchownSync = () => {
    throw fault('EPERM')
  }
  fs.fstatSync = ((fd: number, options: object) => {
    const stat = originals.fstatSync(fd, options)
    // What is read belongs to another group than what is written.
    return Object.assign(stat, { gid: BigInt(stat.size) })
  }) as unknown as typeof fs.fstatSync
  await addPeople(place, 'Ben')
  restore()
  expect(fs.statSync(place.file).mode & 0o777).toBe(0o604)
})

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code })
}

/** Makes the call of that number fail; gives how many were made. */
function failAt(number: number, code: string): () => number {
  let count = 0
  const failing = CALLS.map(name => {
    const original = originals[name] as (...args: unknown[]) => unknown
    const call = (...args: unknown[]): unknown => {
      if (++count === number) throw fault(code)
      return original(...args)
    }
    return [name, call]
  })
  Object.assign(fs, Object.fromEntries(failing))
  return () => count
}

/** What became of the command, and which file is there. */
async function outcomeOfAdding(place: Scratch, name: string): Promise<string> {
  const before = originals.readFileSync(place.file, 'utf8')
  const end = await place
    .open()
    .update(adding(name))
    .then(
      () => 'done',
      error => {
        if (!(error instanceof Failure) || error.kind !== 'file') throw error
        return error.message.includes("can't be sure") ? 'unsure' : 'failed'
      },
    )
  const after = originals.readFileSync(place.file, 'utf8')
  if (after === before) return `${end}, old`
  expect(names(JSON.parse(after))).toEqual(['Ana', name])
  return `${end}, new`
}

/** A command whose release of the lock failed would be over now, and its lock dead. */
function endProcess({ file }: Scratch): void {
  fs.rmSync(path.join(path.dirname(file), '.netmed.json.lock'), { force: true })
}
