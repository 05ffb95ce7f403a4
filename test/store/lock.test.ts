import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, it, onTestFinished } from 'vitest'
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
  expect(holder.start).toEqual(isLinux ? expect.stringMatching(/^\d+$/) : null)
  expect(holder.boot).toEqual(isLinux ? expect.stringMatching(/^\S+$/) : null)
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
  ['another machine that tells no boot', { host: 'elsewhere', boot: null }],
  ['another container', { space: 'pid:[1]' }],
  ['a process that tells no start', { start: null }],
])('a lock of %s is respected until it is two minutes old', async (_, part) => {
  const { file, lockFile } = place()
  await leaveBehind(file, part)
  await expect(acquire(file, 20)).rejects.toMatchObject({ kind: 'busy' })
  makeOlder(lockFile, 110)
  await expect(acquire(file, 0)).rejects.toMatchObject({ kind: 'busy' })
  makeOlder(lockFile, 11)
  expect((await acquire(file, 0)).isOurs()).toBe(true)
})

it('a lock of a process that is looked up is respected however old it is', async ({ skip }) => {
  skip(!isLinux, 'only Linux tells when a process began')
  const { file, lockFile } = place()
  await leaveBehind(file, { boot: null })
  makeOlder(lockFile, 1000)
  await expect(acquire(file, 0)).rejects.toMatchObject({ kind: 'busy' })
})

it('a process of another user, which may not be signaled, counts as alive', async () => {
  const { file } = place()
  await leaveBehind(file, {})
  replace(process, 'kill', () => {
    throw fault('EPERM')
  })
  await expect(acquire(file, 0)).rejects.toMatchObject({ kind: 'busy' })
})

it('an old lock is respected where nothing tells what the time is there', async () => {
  const { file, lockFile } = place()
  await leaveBehind(file, { host: 'elsewhere', boot: 'another-boot' })
  makeOlder(lockFile, 1000)
  replace(fs, 'writeFileSync', () => {
    throw fault('EROFS')
  })
  await expect(acquire(file, 0)).rejects.toMatchObject({ kind: 'busy' })
})

it('a lock of another machine is taken over when it is two minutes in the future', async () => {
  const { file, lockFile } = place()
  await leaveBehind(file, { host: 'elsewhere', boot: 'another-boot' })
  makeOlder(lockFile, -121)
  expect((await acquire(file, 0)).isOurs()).toBe(true)
})

it.each(['not ours', '{"token":"../A B","pid":1}', '{"token":"abc","pid":"x"}'])(
  'a lock that holds %s is respected while it is young, then taken over',
  async text => {
    const { file, lockFile } = place()
    fs.writeFileSync(lockFile, text)
    await expect(acquire(file, 20)).rejects.toMatchObject({
      message: `${file} is in use by another program.`,
    })
    fs.utimesSync(lockFile, 1, 1)
    expect((await acquire(file, 0)).isOurs()).toBe(true)
  },
)

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

it('a lock that was made while a dead one was being removed stands', async () => {
  const { file, lockFile } = place()
  const token = await leaveBehind(file, { pid: 2 ** 22 + 1 })
  const other = selfDescription(file).replace(token, 'made-meanwhile')
  const { linkSync } = fs
  replace(fs, 'linkSync', (from, to) => {
    linkSync(from, to)
    fs.writeFileSync(lockFile, other)
  })
  await expect(acquire(file, 20)).rejects.toMatchObject({ kind: 'busy' })
  expect(fs.readFileSync(lockFile, 'utf8')).toBe(other)
})

it('a zombie holds nobody up', async ({ skip }) => {
  skip(!isLinux, 'only Linux tells a zombie from the living')
  const { file } = place()
  const { pid, parent } = await makeZombie()
  await leaveBehind(file, { pid, start: null })
  const lock = await acquire(file, 0).finally(() => parent.kill())
  expect(lock.isOurs()).toBe(true)
})

it.each(['EPERM', 'EACCES', 'EROFS'])(
  'a dead lock that may not be removed, with %s, is named at once with what to do',
  async code => {
    const { file, lockFile } = place()
    await leaveBehind(file, { pid: 2 ** 22 + 1 })
    const { unlinkSync } = fs
    replace(fs, 'unlinkSync', each => {
      if (each === lockFile) throw fault(code)
      unlinkSync(each)
    })
    await expect(acquire(file)).rejects.toMatchObject({
      kind: 'file',
      message: `A netmed that has ended left ${lockFile}, and you may not remove it.`,
      hint: 'Nothing was changed. Remove it as its owner or with sudo, then try again.',
    })
  },
)

it('a dead lock that cannot be removed just now is tried again', async () => {
  const { file, lockFile } = place()
  await leaveBehind(file, { pid: 2 ** 22 + 1 })
  const { unlinkSync } = fs
  let refusals = 2
  replace(fs, 'unlinkSync', each => {
    if (each === lockFile && refusals-- > 0) throw fault('EBUSY')
    unlinkSync(each)
  })
  expect((await acquire(file)).isOurs()).toBe(true)
})

it.each<[string, (lockFile: string) => void]>([
  ['a folder', lockFile => fs.mkdirSync(lockFile)],
  ['a link', lockFile => fs.symlinkSync('nowhere', lockFile)],
  ['a link', lockFile => fs.symlinkSync('netmed.json', lockFile)],
  ['no file', lockFile => execFileSync('mkfifo', [lockFile])],
])('%s in the place of the lock is named at once', async (what, lay) => {
  const { file, lockFile } = place()
  fs.writeFileSync(file, '{}')
  lay(lockFile)
  await expect(acquire(file)).rejects.toMatchObject({
    kind: 'file',
    message: `${lockFile} is ${what}, and netmed's lock has to go there.`,
    hint: 'Nothing was changed. Remove it, then try again.',
  })
})

it('a lock that another user may not show us is named with what to do', async () => {
  const { file, lockFile } = place()
  await leaveBehind(file, {})
  const { readFileSync } = fs
  replace(fs, 'readFileSync', ((each: string, ...rest: [BufferEncoding]) => {
    if (each === lockFile) throw fault('EACCES')
    return readFileSync(each, ...rest)
  }) as typeof fs.readFileSync)
  await expect(acquire(file, 20)).rejects.toMatchObject({
    kind: 'busy',
    message: `${file} is in use by another user, or was when their netmed ended: you may not read its lock.`,
    hint: `Nothing was changed. If no netmed is running, remove it, with sudo if it must be: ${lockFile}`,
  })
})

it('in the folder of another user the lock may be read by them', async ({ skip }) => {
  skip(process.getuid?.() !== 0, 'only root gives folders to another user')
  const { file, folder, lockFile } = place()
  fs.chownSync(folder, 12_345, 12_345)
  await acquire(file)
  expect(fs.statSync(lockFile).mode & 0o777).toBe(0o644)
})

it.each(['', '{"token":'])(
  'a lock of before this boot that holds "%s", as after a power cut, is taken over at once',
  async text => {
    const { file, lockFile } = place()
    fs.writeFileSync(lockFile, text)
    // Beyond two minutes any lock that says nothing is dead: this is about a boot just now.
    replace(os, 'uptime', () => 60)
    const justBefore = Date.now() / 1000 - 63
    fs.utimesSync(lockFile, justBefore, justBefore)
    expect((await acquire(file, 0)).isOurs()).toBe(true)
  },
)

it('a lock that says nothing and was made since the boot is respected, and its path named', async () => {
  const { file, lockFile } = place()
  fs.writeFileSync(lockFile, '')
  makeOlder(lockFile, 50)
  replace(os, 'uptime', () => 60)
  await expect(acquire(file, 20)).rejects.toMatchObject({
    kind: 'busy',
    hint: `Nothing was changed. Try again in a moment.\nIf no netmed is running, remove ${lockFile}`,
  })
})

it('where no boot has a name, a lock of before it is taken over at once', async () => {
  const { file, lockFile } = place()
  await leaveBehind(file, { boot: null, start: null })
  makeOlder(lockFile, 63)
  replace(os, 'uptime', () => 60)
  expect((await acquire(file, 0)).isOurs()).toBe(true)
})

it('a lock that somebody else took in the same moment is not ours, whatever the disk says', async () => {
  const { file, lockFile } = place()
  const token = await leaveBehind(file, {})
  const other = selfDescription(file).replace(token, 'made-meanwhile')
  fs.rmSync(lockFile)
  const { linkSync } = fs
  replace(fs, 'linkSync', (from, to) => {
    linkSync(from, to)
    fs.writeFileSync(lockFile, other)
  })
  await expect(acquire(file, 0)).rejects.toMatchObject({ kind: 'busy' })
})

it('a lock whose reading back fails once is ours all the same', async () => {
  const { file, lockFile } = place()
  const { readFileSync } = fs
  let refusals = 1
  replace(fs, 'readFileSync', ((each: string, ...rest: [BufferEncoding]) => {
    if (each === lockFile && refusals-- > 0) throw fault('EIO')
    return readFileSync(each, ...rest)
  }) as typeof fs.readFileSync)
  expect((await acquire(file)).isOurs()).toBe(true)
})

it('a large file in the place of the lock is not read', async () => {
  const { file, lockFile } = place()
  fs.writeFileSync(lockFile, '')
  fs.truncateSync(lockFile, 2 ** 33)
  await expect(acquire(file, 20)).rejects.toMatchObject({ kind: 'busy' })
})

it('what killed runs left beside the lock is cleared away', async () => {
  const { file, folder, lockFile } = place()
  fs.writeFileSync(`${lockFile}.${2 ** 22 + 1}-abc.new`, '')
  fs.writeFileSync(`${lockFile}.${process.pid}-abc.new`, '')
  await leaveBehind(file, {})
  const alive = selfDescription(file)
  fs.writeFileSync(`${lockFile}.one.guard`, alive)
  fs.writeFileSync(`${lockFile}.two.guard`, alive.replace(/"pid":\d+/, `"pid":${2 ** 22 + 1}`))
  fs.rmSync(lockFile)
  await acquire(file)
  expect(fs.readdirSync(folder).sort()).toEqual([
    path.basename(lockFile),
    `${path.basename(lockFile)}.${process.pid}-abc.new`,
    `${path.basename(lockFile)}.one.guard`,
  ])
})

it('a file of another name in the folder stays', async () => {
  const { file, folder } = place()
  fs.writeFileSync(path.join(folder, 'a-long-name-of-my-own.new'), '')
  await acquire(file)
  expect(fs.readdirSync(folder)).toContain('a-long-name-of-my-own.new')
})

it.each(['EPERM', 'ENOTSUP'])(
  'where a hard link fails with %s, the lock is made all the same',
  async code => {
    const { file, folder, lockFile } = place()
    replace(fs, 'linkSync', () => {
      throw fault(code)
    })
    const lock = await acquire(file)
    expect(lock.isOurs()).toBe(true)
    expect(fs.readdirSync(folder)).toEqual([path.basename(lockFile)])
  },
)

it.each(['EEXIST', 'EPERM'])('who is overtaken at the last moment, with %s, waits', async code => {
  const { file, lockFile } = place()
  await leaveBehind(file, {})
  fs.rmSync(lockFile)
  replace(fs, 'linkSync', () => {
    fs.writeFileSync(lockFile, selfDescription(file))
    throw fault(code)
  })
  await expect(acquire(file, 0)).rejects.toMatchObject({ kind: 'busy' })
})

it('a link that is reported as failed, and was made all the same, is the lock', async () => {
  const { file } = place()
  const { linkSync } = fs
  replace(fs, 'linkSync', (from, to) => {
    linkSync(from, to)
    throw fault('EEXIST')
  })
  expect((await acquire(file, 0)).isOurs()).toBe(true)
})

it('who had the draft of a lock cleared away writes it again', async () => {
  const { file } = place()
  const { linkSync } = fs
  replace(fs, 'linkSync', (from, to) => {
    fs.linkSync = linkSync
    fs.rmSync(from)
    linkSync(from, to)
  })
  expect((await acquire(file)).isOurs()).toBe(true)
})

it('a holder that is gone when patience ends is not named', async () => {
  const { file } = place()
  replace(fs, 'linkSync', () => {
    throw fault('EEXIST')
  })
  await expect(acquire(file, 0)).rejects.toMatchObject({
    message: `${file} is in use by another program.`,
  })
})

it('a disk that fails is no lock of somebody else', async () => {
  const { file, lockFile } = place()
  const { writeFileSync } = fs
  const message = `Your data was not changed: ${file} can't be locked, the disk is full.`
  replace(fs, 'linkSync', () => {
    throw fault('ENOSPC')
  })
  await expect(acquire(file, 0)).rejects.toMatchObject({ message })
  replace(fs, 'linkSync', () => {
    throw fault('EPERM')
  })
  replace(fs, 'writeFileSync', (each, ...rest) => {
    if (typeof each === 'number') throw fault('ENOSPC')
    writeFileSync(each, ...rest)
  })
  await expect(acquire(file, 0)).rejects.toMatchObject({ message })
  expect(fs.existsSync(lockFile)).toBe(false)
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

/** Lets a call of the system do something else until the test has ended. */
function replace<Of, Name extends keyof Of>(of: Of, name: Name, call: Of[Name]): void {
  const original = of[name]
  of[name] = call
  onTestFinished(() => {
    of[name] = original
  })
}

function fault(code: string): Error {
  return Object.assign(new Error(code), { code })
}

function makeOlder(file: string, seconds: number): void {
  const then = fs.statSync(file).mtimeMs / 1000 - seconds
  fs.utimesSync(file, then, then)
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
