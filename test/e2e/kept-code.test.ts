import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { places } from '../../src/store/places.ts'
import {
  BIN,
  builtEnvironment,
  emptyHome,
  type Finished,
  PACKAGE_FOLDER,
  runBuilt,
  runProgram,
} from '../support/built.ts'

const { version } = JSON.parse(fs.readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8'))
const BUNDLE = join(PACKAGE_FOLDER, 'dist', 'main.cjs')

/** What code says that is kept in place of ours, and could only have come from there. */
const FOREIGN = { code: 0, signal: null, stdout: 'not netmed\n', stderr: '' }
const OURS = { code: 0, signal: null, stdout: `${version}\n`, stderr: '' }

/** Compiles another program in the same number of letters, as V8 tells sources apart by no more. */
const COMPILE = `
  const length = require('node:fs').readFileSync(process.argv[1], 'latin1').length
  const body = "require('node:fs').writeSync(1, 'not netmed\\\\n'); process.exit(0)"
  const [start, end] = ['(function (exports, require, module) {', '})\\n']
  const source = start + body.padEnd(length - start.length - end.length) + end
  process.stdout.write(new (require('node:vm').Script)(source).createCachedData().toString('hex'))
`

it('the first run of each command keeps its compiled code, for this user alone', async () => {
  const home = emptyHome()
  expect(await runVersion(home)).toEqual(OURS)
  expect(mode(codeFolder(home))).toBe(0o700)
  expect(mode(dirname(codeFolder(home)))).toBe(0o700)
  const [name = ''] = kept(home)
  expect(mode(join(codeFolder(home), name))).toBe(0o600)
  expect(name).toMatch(
    new RegExp(`^${version}_[0-9a-f]{16}_[0-9a-z]+_${process.versions.v8}_${process.arch}_help$`),
  )
  expect(firstLine(home)).toBe(name)

  const file = join(home, 'a b.json')
  for (const [words, commands] of [
    [['add', '--help'], ['help']],
    [
      ['--file', file, 'add', 'Ana Silva'],
      ['add', 'help'],
    ],
    [
      ['--quiet', '--file', file],
      ['add', 'due', 'help'],
    ],
    [
      ['due', '--all'],
      ['add', 'due', 'help'],
    ],
    [
      ['help', 'add'],
      ['add', 'due', 'help'],
    ],
  ] as const) {
    await runBuilt([...words], { home })
    expect(kept(home).map(each => each.split('_').at(-1))).toEqual(commands)
  }
})

it('what is kept is what is run', async () => {
  const home = await homeWithForeignCode()
  expect(await runVersion(home)).toEqual(FOREIGN)
})

const isRoot = process.getuid?.() === 0
const NOT_ROOT = 'only root can give a file to someone else'
const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0

it.each<[string, (file: string, folder: string) => void]>([
  ['the group may write', file => fs.chmodSync(file, 0o660)],
  ['anybody may write', file => fs.chmodSync(file, 0o602)],
  ['stands in a folder where the group may write', (_, folder) => fs.chmodSync(folder, 0o770)],
  ['stands in a folder where anybody may write', (_, folder) => fs.chmodSync(folder, 0o1703)],
  [
    'is a symbolic link',
    (file, folder) => {
      fs.renameSync(file, join(folder, '..', 'elsewhere'))
      fs.symlinkSync(join(folder, '..', 'elsewhere'), file)
    },
  ],
  ['is cut short', file => fs.truncateSync(file, fs.statSync(file).size - 1000)],
  ['is empty', file => fs.truncateSync(file, 0)],
  ['was damaged', file => changeAt(file, fs.statSync(file).size - 100)],
  ['was damaged in its first copy', file => changeAt(file, 300)],
  ['names another build', file => changeAt(file, version.length + 1)],
  ['names another processor', file => changeAt(file, firstLineOf(file).lastIndexOf('_') - 1)],
  ['names another command', file => changeAt(file, firstLineOf(file).length - 1)],
  ['is no code', file => fs.writeFileSync(file, `${firstLineOf(file)}\n${'x'.repeat(20_000)}`)],
])('code that %s is not run, and is made again', async (_, spoil) => {
  const home = await homeWithForeignCode()
  const [name = ''] = kept(home)
  spoil(join(codeFolder(home), name), codeFolder(home))

  expect(await runVersion(home)).toEqual(OURS)
  expect([mode(codeFolder(home)), mode(join(codeFolder(home), name))]).toEqual([0o700, 0o600])
  expect(await runVersion(home)).toEqual(OURS)
  expect(firstLine(home)).toBe(name)
  expect(fs.statSync(join(codeFolder(home), name)).size).toBeGreaterThan(400_000)
})

it('a folder in which others could write loses all that was in it', async () => {
  const home = await homeWithForeignCode()
  fs.writeFileSync(join(codeFolder(home), `${version}_build_time_v8_x64`), '')
  fs.chmodSync(codeFolder(home), 0o777)
  expect(await runVersion(home)).toEqual(OURS)
  expect(kept(home)).toHaveLength(1)
})

it('code of another owner is not run', async ({ skip }) => {
  skip(!isRoot, NOT_ROOT)
  const home = await homeWithForeignCode()
  const [name = ''] = kept(home)
  fs.chownSync(join(codeFolder(home), name), 12_345, 12_345)
  expect(await runVersion(home)).toEqual(OURS)
})

it('where the folder is of another owner, nothing is run or kept', async ({ skip }) => {
  skip(!isRoot, NOT_ROOT)
  const home = await homeWithForeignCode()
  fs.chownSync(codeFolder(home), 12_345, 12_345)
  const { size } = fs.statSync(join(codeFolder(home), kept(home)[0] ?? ''))
  expect(await runVersion(home)).toEqual(OURS)
  expect(fs.statSync(join(codeFolder(home), kept(home)[0] ?? '')).size).toBe(size)
})

it('in the state folder of another user nothing is kept', async ({ skip }) => {
  skip(!isRoot, NOT_ROOT)
  const home = emptyHome()
  fs.mkdirSync(dirname(codeFolder(home)), { recursive: true })
  fs.chownSync(dirname(codeFolder(home)), 12_345, 12_345)
  expect(await runVersion(home)).toEqual(OURS)
  expect(fs.readdirSync(dirname(codeFolder(home)))).toEqual([])
})

it('where the folder is a symbolic link, nothing is run or kept', async () => {
  const home = await homeWithForeignCode()
  const elsewhere = join(home, 'elsewhere')
  fs.renameSync(codeFolder(home), elsewhere)
  fs.symlinkSync(elsewhere, codeFolder(home))
  const { size } = fs.statSync(join(elsewhere, kept(home)[0] ?? ''))
  expect(await runVersion(home)).toEqual(OURS)
  expect(fs.readlinkSync(codeFolder(home))).toBe(elsewhere)
  expect(fs.statSync(join(elsewhere, kept(home)[0] ?? '')).size).toBe(size)
})

it.each([
  ['by hand', (text: string) => text, 1],
  ['by a build', (text: string) => text.replace(/\w{16}\n/, 'anotherbuild0000\n'), 0],
])(
  'a bundle that was changed %s is not run from the code of what it was',
  async (_, name, later) => {
    const home = emptyHome()
    const copy = join(home, 'copy')
    for (const part of ['bin', 'dist']) {
      fs.cpSync(join(PACKAGE_FOLDER, part), join(copy, part), { recursive: true })
    }
    const bundle = join(copy, 'dist', 'main.cjs')
    const run = () =>
      runProgram([process.execPath, join(copy, 'bin', 'netmed.cjs'), '-V'], { home })
    const change = (text: string, time: number) => {
      fs.writeFileSync(bundle, text, 'latin1')
      fs.utimesSync(bundle, time, time)
    }
    const text = fs.readFileSync(bundle, 'latin1')
    change(text, 1_000_000)
    expect(await run()).toEqual(OURS)

    const other = version.replace(/^./, '7')
    change(name(text.replace(`"${version}"`, `"${other}"`)), 1_000_000 + later)
    expect(await run()).toEqual({ ...OURS, stdout: `${other}\n` })
  },
)

it.each([
  ['the state folder', (folder: string) => dirname(folder)],
  ['its folder', (folder: string) => folder],
])('where a file stands in place of %s, nothing is kept and nothing is said', async (_, place) => {
  const home = emptyHome()
  fs.mkdirSync(dirname(place(codeFolder(home))), { recursive: true })
  fs.writeFileSync(place(codeFolder(home)), '')
  expect(await runVersion(home)).toEqual(OURS)
  expect(await runBuilt(['due', '--quiet'], { home })).toMatchObject({ code: 0, stderr: '' })
})

it('on a read-only disk nothing is kept and nothing is said', async ({ skip }) => {
  skip(!mayMount, 'a disk of its own needs Linux and root')
  const home = emptyHome()
  fs.mkdirSync(dirname(codeFolder(home)), { recursive: true })
  const line = `mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "${process.execPath}" "${BIN}" -V`
  const words = ['unshare', '-m', 'sh', '-c', line, dirname(codeFolder(home))]
  expect(await runProgram(words, { home })).toEqual(OURS)
  expect(fs.readdirSync(dirname(codeFolder(home)))).toEqual([])
})

it('a command that fails keeps nothing', async () => {
  const home = emptyHome()
  expect(await runBuilt(['show', 'nobody'], { home })).toMatchObject({ code: 1 })
  expect(fs.existsSync(codeFolder(home))).toBe(false)
})

it('the code of other versions goes, and so does what killed runs left', async () => {
  const home = emptyHome()
  fs.mkdirSync(codeFolder(home), { recursive: true, mode: 0o700 })
  const names = [
    ['0.0.9_build_time_v8_x64', 1],
    ...Array.from({ length: 21 }, (_, i) => [`${version}_build_time_v8_${i + 1}`, i + 1] as const),
    [`${version}_build_time_v8_x64.aside.tmp`, 0],
    [`${version}_build_time_v8_x64.killed.tmp`, 2],
  ] as const
  const now = fs.statSync(codeFolder(home)).mtimeMs / 1000
  for (const [name, hoursAgo] of names) {
    fs.writeFileSync(join(codeFolder(home), name), '')
    fs.utimesSync(join(codeFolder(home), name), now, now - hoursAgo * 3600)
  }
  await runVersion(home)
  expect(kept(home).filter(name => name.includes('_build_'))).toEqual([
    ...Array.from({ length: 20 }, (_, i) => `${version}_build_time_v8_${i + 1}`).sort(),
    `${version}_build_time_v8_x64.aside.tmp`,
  ])
})

it('many first runs at once keep one whole code', async () => {
  const home = emptyHome()
  const answers = await Promise.all(Array.from({ length: 8 }, () => runVersion(home)))
  expect(answers).toEqual(Array.from({ length: 8 }, () => OURS))
  const [name = '', ...more] = kept(home)
  expect(more).toEqual([])
  const { mtimeMs } = fs.statSync(join(codeFolder(home), name))
  expect(await runVersion(home)).toEqual(OURS)
  expect(fs.statSync(join(codeFolder(home), name)).mtimeMs).toBe(mtimeMs)
})

it('the state folder can be thrown away at any time', async () => {
  const home = emptyHome()
  await runVersion(home)
  fs.rmSync(dirname(codeFolder(home)), { recursive: true })
  expect(await runVersion(home)).toEqual(OURS)
  expect(kept(home)).toHaveLength(1)
})

function runVersion(home: string): Promise<Finished> {
  return runBuilt(['--version'], { home })
}

/** As after a first run, but with another program in the code that was kept. */
async function homeWithForeignCode(): Promise<string> {
  foreign ??= makeForeign()
  const { name, bytes } = await foreign
  const home = emptyHome()
  fs.mkdirSync(codeFolder(home), { recursive: true, mode: 0o700 })
  fs.writeFileSync(join(codeFolder(home), name), bytes, { mode: 0o600 })
  return home
}

let foreign: ReturnType<typeof makeForeign> | undefined

async function makeForeign(): Promise<{ name: string; bytes: Buffer }> {
  const home = emptyHome()
  await runVersion(home)
  const { stdout } = await runProgram([process.execPath, '-e', COMPILE, BUNDLE], { home })
  const code = Buffer.from(stdout, 'hex')
  const bytes = Buffer.concat([Buffer.from(`${firstLine(home)}\n`), code, code])
  return { name: kept(home)[0] ?? '', bytes }
}

function codeFolder(home: string): string {
  const { platform } = process
  return join(places({ env: builtEnvironment(home), platform }).state, 'code')
}

function kept(home: string): string[] {
  return fs.readdirSync(codeFolder(home)).sort()
}

function firstLine(home: string): string {
  return firstLineOf(join(codeFolder(home), kept(home)[0] ?? ''))
}

function firstLineOf(file: string): string {
  return fs.readFileSync(file, 'latin1').split('\n')[0] ?? ''
}

function mode(file: string): number {
  return fs.statSync(file).mode & 0o7777
}

function changeAt(file: string, offset: number): void {
  const bytes = fs.readFileSync(file)
  bytes[offset] = (bytes[offset] ?? 0) ^ 1
  fs.writeFileSync(file, bytes)
}
