import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { afterEach, expect, it } from 'vitest'
import { outputFile, targetOf } from '../../src/store/outputs.ts'
import { loadText, saveText } from '../../src/store/own-files.ts'
import { modes, scratchFolder } from '../support/store.ts'

const umask = process.umask()
afterEach(() => {
  process.umask(umask)
})

it('a text is read without its byte order mark', () => {
  const { folder, host } = place()
  fs.writeFileSync(path.join(folder, 'a.csv'), '\ufeffname\r\nAna\r\n')
  expect(loadText('a.csv', 100, host)).toBe('name\r\nAna\r\n')
})

it('what cannot be read as text is refused by name', () => {
  const { folder, host } = place()
  const at = (name: string) => path.join(folder, name)
  fs.writeFileSync(at('latin1.csv'), Buffer.from([0x4a, 0xe9]))
  fs.writeFileSync(at('big.csv'), '')
  fs.truncateSync(at('big.csv'), 2 ** 20 + 1)
  execFileSync('mkfifo', [at('pipe')])
  expect(() => loadText('latin1.csv', 100, host)).toThrow(
    `${at('latin1.csv')} is not text in UTF-8.`,
  )
  expect(() => loadText('big.csv', 2 ** 20, host)).toThrow(
    `${at('big.csv')} is larger than the 1 MB that netmed reads.`,
  )
  expect(() => loadText('pipe', 100, host)).toThrow(`${at('pipe')} is not an ordinary file.`)
  expect(() => loadText('/dev/zero', 100, host)).toThrow('/dev/zero is not an ordinary file.')
  expect(() => loadText('.', 100, host)).toThrow(`${folder} is a folder.`)
  expect(() => loadText('none', 100, host)).toThrow(`There is no file ${at('none')}.`)
})

it('a new file is for this user alone, whatever the umask', () => {
  const { folder, host } = place()
  process.umask(0o277)
  expect(saveText(targetOf('out.ics', host), 'BEGIN')).toBe(path.join(folder, 'out.ics'))
  expect(modes(folder)).toEqual(['600 out.ics'])
})

it('an existing file keeps its mode and gets its new text whole', () => {
  const { folder, host } = place()
  fs.writeFileSync(path.join(folder, 'out.ics'), 'a longer old text', { mode: 0o644 })
  saveText(targetOf('out.ics', host), 'new')
  expect(modes(folder)).toEqual(['644 out.ics'])
  expect(loadText('out.ics', 100, host)).toBe('new')
})

it('a file behind a symbolic link is written where it is', () => {
  const { folder, host } = place()
  fs.writeFileSync(path.join(folder, 'real.ics'), 'old')
  fs.symlinkSync('real.ics', path.join(folder, 'link.ics'))
  saveText(targetOf('link.ics', host), 'new')
  expect(fs.readlinkSync(path.join(folder, 'link.ics'))).toBe('real.ics')
  expect(loadText('real.ics', 100, host)).toBe('new')
})

it('folders and devices are not written over', () => {
  const { folder, host } = place()
  const pipe = path.join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const nothing = { dataFiles: [], stateFolder: '/nowhere', templateFolders: [] }
  expect(() => outputFile('.', nothing, host)).toThrow(`${folder} is a folder.`)
  expect(() => outputFile('new/', nothing, host)).toThrow(
    `${path.join(folder, 'new')} is a folder.`,
  )
  expect(() => outputFile('pipe', nothing, host)).toThrow(`${pipe} is not an ordinary file.`)
  expect(() => saveText(targetOf('no/such/file', host), 'x')).toThrow(
    `${path.join(folder, 'no/such/file')} can't be written: there is no such folder.`,
  )
})

function place() {
  const folder = scratchFolder()
  return { folder, host: { cwd: () => folder } }
}
