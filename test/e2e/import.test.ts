import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dataFile, emptyHome, runBuilt } from '../support/built.ts'
import { CTRL_C, ENTER, inTerminal } from '../support/pty.ts'

/** A clock that is a second later at each look: a bar comes once time has passed, on any machine. */
const CLOCK = `const Real = Date
let looks = 0
globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length ? given : [Real.UTC(2026, 10, 21, 18) + 1000 * looks++]))
  }
}`

/** From leaving the column out to the first field, the name. */
const DOWN = '\u001b[B'

function homeWith(name: string, text: string): string {
  const home = emptyHome()
  writeFileSync(join(home, name), text)
  return home
}

/** What lets the program see that clock. */
function withClock(home: string): Record<string, string> {
  const clock = join(home, 'clock.cjs')
  writeFileSync(clock, CLOCK)
  return { NETMED_NOW: '', NODE_OPTIONS: `--require ${JSON.stringify(clock)}` }
}

function cards(count: number): string {
  const card = (at: number) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:First${at} Last${at}\r\nORG:Hospital ${at % 50}\r\nEMAIL:p${at}@example.org\r\nEND:VCARD\r\n`
  return Array.from({ length: count }, (_, at) => card(at)).join('')
}

it.each([
  ['with --yes', ['--yes']],
  ['as a dry run', ['--dry-run']],
])('a long import shows a bar %s, and takes it away again', async (_, flags) => {
  const home = homeWith('phone.vcf', cards(1000))
  const terminal = inTerminal(['import', 'phone.vcf', ...flags], { home, env: withClock(home) })
  expect(await terminal.ended).toEqual({ code: 0, signal: 0 })
  expect(terminal.raw()).toMatch(/\r(?:Reading|Comparing) =+\.* \d+ %/)
  expect(terminal.raw()).toMatch(/\r +\r/)
})

it('Ctrl-C while the bar is shown leaves the file as it was', async () => {
  const home = homeWith('phone.vcf', cards(60_000))
  await runBuilt(['add', 'Ana Silva'], { home })
  const before = readFileSync(dataFile(home))
  const terminal = inTerminal(['import', 'phone.vcf', '--yes'], { home, env: withClock(home) })
  await terminal.shows('Reading =')
  terminal.type(CTRL_C)
  expect(await terminal.ended).toEqual({ code: 130, signal: 0 })
  expect(readFileSync(dataFile(home))).toEqual(before)
})

it('a table is asked about column by column, then whether to go on', async () => {
  const home = homeWith('people.csv', 'Wer;Shoe size\nAna Silva;38\n')
  const terminal = inTerminal(['import', 'people.csv'], { home })
  await terminal.shows('Is the first line a header')
  terminal.type(ENTER)
  await terminal.shows('What is "Wer" (for example: Ana Silva)?')
  terminal.type(`${DOWN}${ENTER}`)
  await terminal.shows('What is "Shoe size" (for example: 38)?')
  terminal.type(ENTER)
  await terminal.shows('Import 1 new person')
  terminal.type(`y${ENTER}`)
  expect(await terminal.ended).toEqual({ code: 0, signal: 0 })
  expect(JSON.parse(readFileSync(dataFile(home), 'utf8')).contacts).toMatchObject([
    { name: 'Ana Silva' },
  ])
})

it('a doubtful one is asked about, and Ctrl-C there changes nothing', async () => {
  const home = homeWith('a.vcf', 'BEGIN:VCARD\nFN:Ana Silva\nORG:Mayo\nEND:VCARD\n')
  await runBuilt(['add', 'Ana Silva', '--institution', 'UCSF'], { home })
  const before = readFileSync(dataFile(home))
  const terminal = inTerminal(['import', 'a.vcf'], { home })
  await terminal.shows('someone new')
  terminal.type(CTRL_C)
  expect(await terminal.ended).toEqual({ code: 130, signal: 0 })
  expect(readFileSync(dataFile(home))).toEqual(before)
})

it('with nobody there a table on stdin that nobody knows changes nothing', async () => {
  const home = emptyHome()
  const ran = await runBuilt(['import', '-'], { home, input: 'Wer\nAna Silva\n' })
  expect(ran.code).toBe(2)
  expect(existsSync(dataFile(home))).toBe(false)
})
