import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { acquireLock, type Lock } from '../../src/store/lock.ts'
import { randomWord, scratchFolder } from '../support/store.ts'

const isLinux = process.platform === 'linux'
const held: Lock[] = []
afterEach(() => {
  for (const lock of held.splice(0)) lock.release()
})

it('the lock says who holds it and what they do, without arguments', async () => {
  const { file, lockFile } = place()
  await acquire(file)
  const holder = JSON.parse(fs.readFileSync(lockFile, 'utf8'))
  expect(holder).toMatchObject({
    pid: process.pid,
    host: os.hostname(),
    user: 'ana',
    command: 'group add',
  })
  expect(Object.keys(holder)).toEqual([
    ...['token', 'pid', 'start', 'host', 'boot', 'space', 'user', 'command'],
  ])
  expect(fs.statSync(lockFile).mode & 0o777).toBe(0o600)
})

it('a released lock leaves nothing behind', async () => {
  const { file, folder } = place()
  const lock = await acquire(file)
  lock.release()
  expect(fs.readdirSync(folder)).toEqual([])
})

it('a live holder is waited for', async () => {
  const { file } = place()
  const first = await acquire(file)
  const second = acquire(file)
  first.release()
  expect((await second).isOurs()).toBe(true)
})

it('a live holder is named when patience ends', async () => {
  const { file } = place()
  await acquire(file)
  await expect(acquire(file, 20)).rejects.toMatchObject({
    kind: 'busy',
    message: `${file} is in use: netmed group add, process ${process.pid} by ana on ${os.hostname()}.`,
    hint: 'Nothing was changed. Try again in a moment.',
  })
})

it.for<[string, object]>([
  ['a process that is gone', { pid: 2 ** 22 + 1 }],
  ['an earlier process of the same number', { start: '1' }],
  ['the time before this machine was started', { boot: 'another-boot' }],
])('a lock of %s is taken over at once', async ([, part], { skip }) => {
  skip(!isLinux && !('pid' in part), 'only Linux tells when a process began')
  const { file, folder, lockFile } = place()
  await leaveBehind(file, part)
  const lock = await acquire(file, 0)
  expect(lock.isOurs()).toBe(true)
  expect(fs.readdirSync(folder)).toEqual([path.basename(lockFile)])
})

it.each([
  ['another machine', { host: 'elsewhere', boot: 'another-boot' }],
  ['another container', { space: 'pid:[1]' }],
])('a lock of %s is respected while it is young', async (_, part) => {
  const { file } = place()
  await leaveBehind(file, part)
  await expect(acquire(file, 20)).rejects.toMatchObject({ kind: 'busy' })
})

it.each([
  ['two minutes in the past', -121],
  ['two minutes in the future', 121],
])('a lock of another machine is taken over when it is %s', async (_, seconds) => {
  const { file, lockFile } = place()
  await leaveBehind(file, { host: 'elsewhere', boot: 'another-boot' })
  const then = fs.statSync(lockFile).mtimeMs / 1000 + seconds
  fs.utimesSync(lockFile, then, then)
  expect((await acquire(file, 0)).isOurs()).toBe(true)
})

it('a lock that cannot be understood is respected while it is young, then taken over', async () => {
  const { file, lockFile } = place()
  fs.writeFileSync(lockFile, 'not ours')
  await expect(acquire(file, 20)).rejects.toMatchObject({
    message: `${file} is in use by another program.`,
  })
  fs.utimesSync(lockFile, 1, 1)
  expect((await acquire(file, 0)).isOurs()).toBe(true)
})

it('a holder that was taken for dead notices and leaves the new lock alone', async () => {
  const { file, lockFile } = place()
  const first = await acquire(file)
  fs.rmSync(lockFile)
  const second = await acquire(file)
  first.release()
  expect([first.isOurs(), second.isOurs()]).toEqual([false, true])
})

it('a lock of another container is not judged by a process number that means another there', async () => {
  const { file } = place()
  await leaveBehind(file, { space: 'pid:[1]', pid: 2 ** 22 + 1 })
  await expect(acquire(file, 20)).rejects.toMatchObject({ kind: 'busy' })
})

it('a dead lock is not removed while somebody alive is at it', async () => {
  const { file, lockFile } = place()
  const token = await leaveBehind(file, { pid: 2 ** 22 + 1 })
  fs.writeFileSync(`${lockFile}.${token}.guard`, selfDescription(file))
  await expect(acquire(file, 20)).rejects.toMatchObject({ kind: 'busy' })
})

it('whoever died while removing a dead lock holds nobody up', async () => {
  const { file, folder, lockFile } = place()
  const token = await leaveBehind(file, { pid: 2 ** 22 + 1 })
  const guard = { ...JSON.parse(selfDescription(file)), token: 'dead-too', pid: 2 ** 22 + 2 }
  fs.writeFileSync(`${lockFile}.${token}.guard`, JSON.stringify(guard))
  expect((await acquire(file)).isOurs()).toBe(true)
  expect(fs.readdirSync(folder)).toEqual([path.basename(lockFile)])
})

it('a zombie holds nobody up', async ({ skip }) => {
  skip(!isLinux, 'only Linux tells a zombie from the living')
  const { file } = place()
  const { pid, parent } = await makeZombie()
  await leaveBehind(file, { pid, start: null })
  const lock = await acquire(file, 0).finally(() => parent.kill())
  expect(lock.isOurs()).toBe(true)
})

it('a dead lock that may not be removed is waited for, then named', async () => {
  const { file, lockFile } = place()
  await leaveBehind(file, { pid: 2 ** 22 + 1 })
  const unlink = fs.unlinkSync
  fs.unlinkSync = each => {
    if (each === lockFile) throw Object.assign(new Error('not yours'), { code: 'EPERM' })
    unlink(each)
  }
  const waiting = acquire(file, 20).finally(() => {
    fs.unlinkSync = unlink
  })
  await expect(waiting).rejects.toMatchObject({ kind: 'busy' })
})

it('what killed runs left beside the lock is cleared away', async () => {
  const { file, folder, lockFile } = place()
  fs.writeFileSync(`${lockFile}.${2 ** 22 + 1}-abc.new`, '')
  fs.writeFileSync(`${lockFile}.${process.pid}-abc.new`, '')
  await acquire(file)
  expect(fs.readdirSync(folder)).toEqual([
    path.basename(lockFile),
    `${path.basename(lockFile)}.${process.pid}-abc.new`,
  ])
})

it('without hard links the lock is made all the same', async () => {
  const { file, folder, lockFile } = place()
  const link = fs.linkSync
  fs.linkSync = () => {
    throw Object.assign(new Error('no links here'), { code: 'EPERM' })
  }
  const lock = await acquire(file).finally(() => {
    fs.linkSync = link
  })
  expect(lock.isOurs()).toBe(true)
  expect(fs.readdirSync(folder)).toEqual([path.basename(lockFile)])
})

it('a folder that is gone is said to be so', async () => {
  const { file, folder } = place()
  fs.rmSync(folder, { recursive: true })
  await expect(acquire(file)).rejects.toMatchObject({
    kind: 'file',
    message: `Your data was not changed: ${file} can't be locked, there is no such folder.`,
  })
})

function place(): { folder: string; file: string; lockFile: string } {
  const folder = scratchFolder()
  return {
    folder,
    file: path.join(folder, 'netmed.json'),
    lockFile: path.join(folder, '.netmed.json.lock'),
  }
}

async function acquire(file: string, patienceMs?: number): Promise<Lock> {
  const applicant = { command: 'group add', user: 'ana', random: randomWord }
  const lock = await acquireLock(file, applicant, patienceMs)
  held.push(lock)
  return lock
}

/** Leaves a lock as this process would have written it, but for these parts; gives its token. */
async function leaveBehind(file: string, parts: object): Promise<string> {
  const lock = await acquire(file)
  const holder = JSON.parse(selfDescription(file))
  lock.release()
  fs.writeFileSync(
    path.join(path.dirname(file), '.netmed.json.lock'),
    JSON.stringify({ ...holder, ...parts }),
  )
  return holder.token
}

let description = ''

/** What this process writes into a lock. */
function selfDescription(file: string): string {
  const lockFile = path.join(path.dirname(file), '.netmed.json.lock')
  const text = fs.readFileSync(lockFile, 'utf8')
  if (JSON.parse(text).pid === process.pid) description = text
  return description
}

/** A process that ended and whose parent never asks how. */
async function makeZombie(): Promise<{ pid: number; parent: ChildProcess }> {
  // A shell would ask; so what it started ends only after exec took its place. In the background a
  // shell reads from /dev/null instead of its own stdin, so that is kept under another number.
  const parent = spawn('sh', ['-c', 'exec 3<&0; cat <&3 >/dev/null & echo $!; exec sleep 60'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const [line] = await once(parent.stdout, 'data')
  const pid = Number(line)
  while (fs.readFileSync(`/proc/${parent.pid}/comm`, 'utf8') !== 'sleep\n') await setImmediate()
  parent.stdin.end()
  while (!/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))) await setImmediate()
  return { pid, parent }
}
