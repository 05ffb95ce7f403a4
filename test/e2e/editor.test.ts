import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dataFile, emptyHome, runBuilt } from '../support/built.ts'
import { CTRL_C, ENTER, inTerminal, type TerminalRun } from '../support/pty.ts'

const SAVES = 'sed -i.bak \'s/role: peer/role: resident/\' "$1" && rm "$1.bak"'
const WAITS = 'echo "it is open"; read answer'

interface Place {
  home: string
  env: { EDITOR: string }
}

/** A home with Priya in it, and an editor that runs these lines. */
async function withEditor(...lines: string[]): Promise<Place> {
  const home = emptyHome()
  await runBuilt(['add', 'Priya Nair', '--role', 'peer'], { home })
  return { home, env: editorOf(home, lines) }
}

function editorOf(home: string, lines: string[]): { EDITOR: string } {
  const editor = join(home, 'editor')
  writeFileSync(editor, `#!/bin/sh\n${lines.join('\n')}\n`)
  chmodSync(editor, 0o700)
  return { EDITOR: editor }
}

function leftIn({ home }: Place): string[] {
  const edits = join(home, 'state', 'netmed', 'edits')
  return existsSync(edits) ? readdirSync(edits) : []
}

/** The text that was kept, by the path on the screen, which folds it. */
function keptOf(terminal: TerminalRun): string {
  const [, file = ''] = /What you typed is kept in\s+(\S+)/.exec(terminal.screen()) ?? []
  return readFileSync(file, 'utf8')
}

function roleIn({ home }: Place): string {
  return JSON.parse(readFileSync(dataFile(home), 'utf8')).contacts[0].role
}

it.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  '%s while the editor is open keeps what was saved, and names it',
  async (name, code) => {
    const place = await withEditor(SAVES, WAITS)
    const terminal = inTerminal(['edit', 'priya'], place)
    await terminal.shows('it is open')
    process.kill(terminal.pid, name)
    expect(await terminal.ended).toEqual({ code, signal: 0 })
    expect(keptOf(terminal)).toContain('role: resident')
    expect(roleIn(place)).toBe('peer')
  },
)

it('SIGTERM while a text is open that nobody changed leaves nothing behind', async () => {
  const place = await withEditor(WAITS)
  const terminal = inTerminal(['edit', 'priya'], place)
  await terminal.shows('it is open')
  process.kill(terminal.pid, 'SIGTERM')
  expect(await terminal.ended).toEqual({ code: 143, signal: 0 })
  expect(leftIn(place)).toEqual([])
})

it('an editor that does not end of the signal keeps its file', async () => {
  const place = await withEditor("trap '' TERM", 'exec 0</dev/null', 'echo "it is open"', 'sleep 3')
  const terminal = inTerminal(['edit', 'priya'], place)
  await terminal.shows('it is open')
  process.kill(terminal.pid, 'SIGTERM')
  await terminal.ended
  expect(leftIn(place)).toHaveLength(1)
})

it('Ctrl-C belongs to the editor, and what it saved is taken', async () => {
  const place = await withEditor("trap 'echo got it' INT", SAVES, WAITS, WAITS)
  const terminal = inTerminal(['edit', 'priya'], place)
  await terminal.shows('it is open')
  terminal.type(CTRL_C)
  await terminal.shows('got it')
  terminal.type(`x${ENTER}y${ENTER}`)
  expect(await terminal.ended).toEqual({ code: 0, signal: 0 })
  expect(roleIn(place)).toBe('resident')
})

it('an editor that Ctrl-C ends loses nothing', async () => {
  const place = await withEditor(SAVES, WAITS)
  const terminal = inTerminal(['edit', 'priya'], place)
  await terminal.shows('it is open')
  terminal.type(CTRL_C)
  expect((await terminal.ended).code).not.toBe(0)
  expect(keptOf(terminal)).toContain('role: resident')
})

it('what kill -9 left is offered by the next edit, which takes it', async () => {
  const place = await withEditor(SAVES, WAITS)
  const killed = inTerminal(['edit', 'priya'], place)
  await killed.shows('it is open')
  process.kill(killed.pid, 'SIGKILL')
  await killed.ended
  editorOf(place.home, ['true'])
  const next = inTerminal(['edit', 'priya'], place)
  await next.shows('Go on with it?')
  next.type(ENTER)
  expect(await next.ended).toEqual({ code: 0, signal: 0 })
  expect(roleIn(place)).toBe('resident')
  expect(leftIn(place)).toEqual([])
})

it('after a question, every key goes to the editor', async () => {
  const place = await withEditor(
    ...['echo "it is open"', 'read answer', 'echo "Subject: x" > "$1"', 'echo "$answer" >> "$1"'],
  )
  await runBuilt(['me', '--name', 'Jo Park', '--stage', 'MS2'], place)
  const said = ['--set', 'activity=coffee', '--set', 'place=the library']
  const terminal = inTerminal(['draft', 'invite', 'priya', ...said, '--edit', '--body'], place)
  await terminal.shows('concrete time')
  terminal.type(`Tuesday at 5${ENTER}`)
  await terminal.shows('it is open')
  terminal.type(`a whole line of keys${ENTER}`)
  expect(await terminal.ended).toEqual({ code: 0, signal: 0 })
  expect(terminal.screen().split('a whole line of keys')).toHaveLength(3)
})

it('a dozen rounds in the editor say nothing of themselves', async () => {
  const place = await withEditor(
    ...[': $((n = $(cat "$HOME/n" 2>/dev/null || echo 0) + 1))', 'echo $n > "$HOME/n"'],
    ...['if [ $n -lt 13 ]; then role=round$n; else role=resident; fi'],
    'sed -i "s/^role: .*/role: $role/" "$1"',
  )
  const terminal = inTerminal(['edit', 'priya'], place)
  expect(await terminal.ended).toEqual({ code: 0, signal: 0 })
  expect(roleIn(place)).toBe('resident')
  expect(terminal.screen()).not.toContain('Warning')
})
