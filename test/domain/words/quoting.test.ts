import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { inQuotes, quoted } from '../../../src/domain/words/quoting.ts'

it.each([
  ['/tmp/copy-1.json', '/tmp/copy-1.json'],
  ['tag:skills', 'tag:skills'],
  ['/tmp/my notes.json', '"/tmp/my notes.json"'],
  ['', '""'],
  ['~ana', '"~ana"'],
  ['a "b" $(c) `d` \\e', '"a \\"b\\" \\$(c) \\`d\\` \\\\e"'],
  ["Jo's talk!", "'Jo'\\''s talk!'"],
])('%j is typed as %s', (text, typed) => {
  expect(quoted(text)).toBe(typed)
})

it('what is usually several words is in quotes as one word too', () => {
  expect(inQuotes('Ana')).toBe('"Ana"')
})

it.skipIf(process.platform === 'win32')('a shell gives back the very text', () => {
  const texts = ['$HOME `id` "x" \\', "O'Hara!", 'a\\\\b', '<rm> & ;|*?', '~']
  const line = `printf '%s\\n' ${texts.map(quoted).join(' ')}`
  expect(execFileSync('/bin/sh', ['-c', line], { encoding: 'utf8' })).toBe(`${texts.join('\n')}\n`)
})
