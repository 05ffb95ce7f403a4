import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PACKAGE_FOLDER, runProgram } from '../support/built.ts'
import { programInTerminal } from '../support/pty.ts'

const BUNDLE = join(PACKAGE_FOLDER, 'dist', 'main.cjs')

/** Says how large the program takes each of its streams to be, again when that changes. */
const SAYS_SIZE = `
  const loaded = { exports: {} }
  const source = require('node:fs').readFileSync(${JSON.stringify(BUNDLE)}, 'latin1')
  require('node:vm').runInThisContext(source)(loaded.exports, require, loaded)
  const { stdout, stderr } = loaded.exports.realHost('.')
  const sizes = () => [stdout, stderr].map(({ columns, rows }) => columns + 'x' + rows).join(' ')
  const say = () => stdout.write('size ' + sizes() + '.\\n')
  // Asked for once, the streams have listeners of their own, in front of this one.
  sizes()
  process.on('SIGWINCH', say)
  process.stdin.resume()
  say()
`

it('a terminal is as large as its window, also after it was drawn larger', async () => {
  const terminal = programInTerminal([process.execPath, '-e', SAYS_SIZE])
  await terminal.shows('size 80x24 80x24.')
  terminal.resize(100, 40)
  await terminal.shows('size 100x40 100x40.')
})

it('in a pipe the size is what the environment says, else 80 columns and 24 rows', async () => {
  const words = [process.execPath, '-e', SAYS_SIZE]
  expect((await runProgram(words)).stdout).toBe('size 80x24 80x24.\n')
  expect((await runProgram(words, { env: { COLUMNS: '120', LINES: '50' } })).stdout).toBe(
    'size 120x50 120x50.\n',
  )
})
