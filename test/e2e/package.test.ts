import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BIN, PACKAGE_FOLDER, runProgram } from '../support/built.ts'

const { version } = JSON.parse(fs.readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8'))
const MOST_BYTES = 2_100_000
const BELONGS =
  /^(?:LICENSE|README\.md|package\.json|bin\/[\w-]+\.cjs|dist\/[\w-]+\.cjs|dist\/LICENSES\.txt|templates\/[\w-]+\.md)$/

const home = fs.mkdtempSync(join(tmpdir(), 'netmed-test-'))
const installed = join(home, 'lib', 'node_modules', 'netmed')
const netmed = join(home, 'bin', 'netmed')

beforeAll(async () => {
  const packed = await npm('pack', PACKAGE_FOLDER, '--pack-destination', home)
  const done = await npm('install', '--global', '--prefix', home, lastLine(packed.stdout))
  expect(done).toMatchObject({ code: 0 })
}, 60_000)

afterAll(() => fs.rmSync(home, { recursive: true }))

it('the packed program installs without a network and runs alone', async () => {
  expect(await runProgram([netmed, '--version'], { home })).toEqual({
    code: 0,
    signal: null,
    stdout: `${version}\n`,
    stderr: '',
  })
  expect(await runProgram([netmed, 'template', 'thanks'], { home })).toMatchObject({
    code: 0,
    stderr: '',
  })
})

it.each([
  ['installed', ['netmed', 'demo'], 'netmed'],
  ['by npx in the clone', ['sh', '-c', 'cd "$0" && npx netmed demo', PACKAGE_FOLDER], 'npx netmed'],
  ['by its file', [process.execPath, BIN, 'demo'], `node ${BIN}`],
])('%s, the demo ends with commands that work there', async (_, words, netmed) => {
  const env = {
    PATH: `${join(home, 'bin')}:${process.env.PATH}`,
    npm_config_ignore_scripts: 'true',
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  }
  const { stdout } = await runProgram(words, { home, env })
  expect(stdout.trim().split('\n').at(-1)).toBe(`  ${netmed} init`)
})

it('the package is small, and our own code in it can be read', () => {
  const sizes = files().map(name => fs.statSync(join(installed, name)).size)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(MOST_BYTES)
  const main = fs.readFileSync(join(installed, 'dist', 'main.cjs'), 'utf8')
  expect(main.includes('async function runCli(argv, host) {')).toBe(true)
})

it('the bundle is ASCII, since it is read as Latin-1', () => {
  const main = fs.readFileSync(join(installed, 'dist', 'main.cjs'), 'latin1')
  expect(/[^\x00-\x7f]+/.exec(main)).toBeNull()
})

it('the package holds no compiled code, and a run puts none there', async () => {
  await runProgram([netmed, 'due'], { home })
  expect(files().filter(name => !BELONGS.test(name))).toEqual([])
})

function npm(...words: string[]) {
  const quiet = ['--ignore-scripts', '--offline', '--no-audit', '--no-fund']
  return runProgram(['npm', ...words, ...quiet], { home })
}

function files(): string[] {
  const names = fs.readdirSync(installed, { recursive: true }).map(String)
  return names.filter(name => fs.statSync(join(installed, name)).isFile())
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
