import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import {
  BIN,
  dataFile,
  emptyHome,
  PACKAGE_FOLDER,
  runBuilt,
  runProgram,
  startBuilt,
} from '../support/built.ts'

const { version } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8'))

/** A lock that cannot be looked up, and so counts as alive. */
const HELD_ELSEWHERE = JSON.stringify({
  token: 'held-elsewhere',
  pid: 1,
  start: null,
  host: 'another-machine',
  boot: null,
  space: null,
  user: 'zoe',
  command: 'log',
})
/** Says so once the program listens for signals. */
const TELL_WHEN_READY = `process.on('newListener', name => {
  if (name === 'SIGTERM') setImmediate(() => require('node:fs').writeSync(2, 'ready\\n'))
})`

it('the version is that of the package', async () => {
  expect(await runBuilt(['--version'])).toEqual(answer(`${version}\n`))
})

it('an unknown command ends with 2', async () => {
  expect((await runBuilt(['shwo'])).code).toBe(2)
})

it('every command that help names is there when it is typed', async () => {
  const home = emptyHome()
  const { stdout } = await runBuilt(['help', 'all'], { home })
  const words = [...new Set(stdout.match(/^ {2}[a-z]+/gm)?.map(word => word.trim()))]
  const answers = await Promise.all(words.map(word => runBuilt([word, '--help'], { home })))
  expect(words.filter((_, index) => answers[index]?.code !== 0)).toEqual([])
  expect(words.length).toBeGreaterThan(30)
})

it('curly quotes in the patterns of the sources are the same in what was built', async () => {
  const home = emptyHome()
  await runBuilt(['add', 'Anna “Annie” Lee'], { home })
  const { code, stderr } = await runBuilt(['add', 'Anna Lee'], { home })
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('Anna Lee (#1)') })
})

it('somebody unknown ends with 1', async () => {
  expect((await runBuilt(['show', 'nobody'])).code).toBe(1)
})

it('a damaged file ends with 3', async () => {
  const home = emptyHome()
  await mkdir(dirname(dataFile(home)))
  writeFileSync(dataFile(home), '{ "schemaVersion": 1,')
  expect((await runBuilt(['due'], { home })).code).toBe(3)
})

it.each(['yesterday', '2026-02-30', '2026-02-30T08:00:00Z'])(
  'a moment that cannot be read, %s, is a mistake of usage',
  async moment => {
    const { code, stderr } = await runBuilt(['due'], { env: { NETMED_NOW: moment } })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'NETMED_NOW is not a date and time.\n  Write it as 2026-03-09T08:00:00Z, or unset it.\n',
    })
  },
)

it('a reader that stops early is not a failure', async () => {
  const home = emptyHome()
  const generate = join(PACKAGE_FOLDER, 'scripts', 'generate.mjs')
  const { stdout: network } = await runProgram([process.execPath, generate, '3000', '1'])
  await mkdir(dirname(dataFile(home)))
  writeFileSync(dataFile(home), network)
  const line = `"${process.execPath}" "${BIN}" list --json | head -c 1; echo "\${PIPESTATUS[0]}"`
  expect(await runProgram(['bash', '-c', line], { home })).toEqual(answer('{0\n'))
})

it('a closed stdin does not disturb a command that reads nothing', async () => {
  const line = `"${process.execPath}" "${BIN}" add "Ana Silva" --quiet <&-`
  expect((await runProgram(['sh', '-c', line])).code).toBe(0)
})

it('with nobody to ask, a missing value is named and nothing hangs', async () => {
  expect((await runBuilt(['add'])).code).toBe(2)
})

it('a signal ends a command that waits for its input', async () => {
  const { child, finished } = startBuilt(['log', '-'])
  child.kill('SIGTERM')
  expect((await finished).signal).toBe('SIGTERM')
})

it('a signal ends the waiting for someone else, and nothing is changed', async () => {
  const home = emptyHome()
  await runBuilt(['add', 'Ana Silva'], { home })
  const before = readFileSync(dataFile(home), 'utf8')
  writeFileSync(join(dirname(dataFile(home)), '.netmed.json.lock'), HELD_ELSEWHERE)
  writeFileSync(join(home, 'tell.cjs'), TELL_WHEN_READY)
  const env = { NODE_OPTIONS: `--require ${JSON.stringify(join(home, 'tell.cjs'))}` }

  const { child, finished } = startBuilt(['add', 'Omar Aziz'], { home, env })
  child.stderr?.once('data', () => child.kill('SIGTERM'))

  expect(await finished).toEqual({ code: 143, signal: null, stdout: '', stderr: 'ready\n' })
  expect(readFileSync(dataFile(home), 'utf8')).toBe(before)
})

it('prototypes closed off do not stop it', async () => {
  const home = emptyHome()
  const env = { NODE_OPTIONS: '--disable-proto=throw' }
  const added = await runBuilt(['add', 'Ana Silva', '--role', 'peer'], { home, env })
  const due = await runBuilt(['due', '--all', '--json'], { home, env })
  expect([added.code, due.code, due.stderr]).toEqual([0, 0, ''])
})

function answer(stdout: string) {
  return { code: 0, signal: null, stdout, stderr: '' }
}

it.each(['list', 'add Omar'])('the answer of %s is not printed into the data file', async words => {
  const home = emptyHome()
  await runBuilt(['add', 'Ana Silva'], { home })
  const before = readFileSync(dataFile(home), 'utf8')
  const line = `"${process.execPath}" "${BIN}" ${words} >> "${dataFile(home)}"`
  const { code, stderr } = await runProgram(['sh', '-c', line], { home })
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'What is printed here would go into the file where netmed keeps your data.\n  Send it to another file.\n',
  })
  expect(readFileSync(dataFile(home), 'utf8')).toBe(before)
})
