import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BIN, dataFile, emptyHome, runProgram } from '../support/built.ts'
import { lintIcs } from '../support/ics-linter.ts'
import { CTRL_C, CTRL_D, ENTER, inTerminal, type TerminalRun } from '../support/pty.ts'

async function initUntilTheStage(home: string): Promise<TerminalRun> {
  const terminal = inTerminal(['init'], { home })
  await terminal.shows('Your name')
  terminal.type(`Jo Park${ENTER}`)
  await terminal.shows('Your email address')
  terminal.type(ENTER)
  await terminal.shows('Your stage')
  return terminal
}

function profile(home: string): unknown {
  return JSON.parse(readFileSync(dataFile(home), 'utf8')).profile
}

it.each([
  ['Ctrl-C', CTRL_C],
  ['Ctrl-D', CTRL_D],
])('%s in the middle of init keeps what was answered', async (_, key) => {
  const home = emptyHome()
  const terminal = await initUntilTheStage(home)
  terminal.type(key)
  expect(await terminal.ended).toEqual({ code: 130, signal: 0 })
  expect(terminal.screen()).toContain('Kept: name.')
  expect(profile(home)).toEqual({ name: 'Jo Park' })
})

it('a terminal that is closed in the middle of init keeps what was answered', async () => {
  const home = emptyHome()
  const terminal = await initUntilTheStage(home)
  process.kill(terminal.pid, 'SIGHUP')
  expect(await terminal.ended).toEqual({ code: 129, signal: 0 })
  expect(profile(home)).toEqual({ name: 'Jo Park' })
})

it('the demo runs with stdin closed, and its calendar has no fault', async () => {
  const line = `"${process.execPath}" "${BIN}" demo --json <&-`
  const { code, stdout, stderr } = await runProgram(['sh', '-c', line])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const { folder } = JSON.parse(stdout).demo
  expect(lintIcs(readFileSync(`${folder}/netmed-follow-ups.ics`))).toEqual([])
})
