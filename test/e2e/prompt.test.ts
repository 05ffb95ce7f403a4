import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BIN, dataFile, emptyHome, runBuilt } from '../support/built.ts'
import { CTRL_C, CTRL_D, ENTER, inTerminal, programInTerminal } from '../support/pty.ts'

const QUESTION = 'What is their name?'

it('a missing value is asked for and taken', async () => {
  const home = emptyHome()
  const terminal = inTerminal(['add'], { home })
  await terminal.shows(QUESTION)
  terminal.type(`Ana Silva${ENTER}`)
  expect(await terminal.ended).toEqual({ code: 0, signal: 0 })
  expect(readFileSync(dataFile(home), 'utf8')).toContain('"name": "Ana Silva"')
})

it('a question does not enter an answer that goes to a file', async () => {
  const home = emptyHome()
  const line = `exec "${process.execPath}" "${BIN}" add --json > answer.json`
  const terminal = programInTerminal(['sh', '-c', line], { home })
  await terminal.shows(QUESTION)
  terminal.type(`Ana Silva${ENTER}`)
  expect(await terminal.ended).toEqual({ code: 0, signal: 0 })
  expect(JSON.parse(readFileSync(join(home, 'answer.json'), 'utf8'))).toMatchObject({
    contact: { name: 'Ana Silva' },
  })
})

it('NO_COLOR holds for questions too', async () => {
  const terminal = inTerminal(['add'], { env: { NO_COLOR: '1' } })
  await terminal.shows(QUESTION)
  terminal.type(CTRL_C)
  await terminal.ended
  expect(terminal.raw()).not.toMatch(/\x1b\[[\d;]*m/)
})

it('Ctrl-C at a question ends with 130 and leaves the file as it was', async () => {
  const home = emptyHome()
  await runBuilt(['add', 'Ana Silva'], { home })
  const before = readFileSync(dataFile(home))
  const terminal = inTerminal(['add'], { home })
  await terminal.shows(QUESTION)
  terminal.type(CTRL_C)
  expect(await terminal.ended).toEqual({ code: 130, signal: 0 })
  expect(readFileSync(dataFile(home))).toEqual(before)
})

it('the end of input at a question ends it like Ctrl-C', async () => {
  const terminal = inTerminal(['add'])
  await terminal.shows(QUESTION)
  terminal.type(CTRL_D)
  expect(await terminal.ended).toEqual({ code: 130, signal: 0 })
})

it.each([
  ['SIGHUP', 129],
  ['SIGTERM', 143],
] as const)('%s at a question ends with %i and writes nothing', async (signal, code) => {
  const home = emptyHome()
  const terminal = inTerminal(['add'], { home })
  await terminal.shows(QUESTION)
  process.kill(terminal.pid, signal)
  expect(await terminal.ended).toEqual({ code, signal: 0 })
  expect(existsSync(dataFile(home))).toBe(false)
})
