import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAsWeLeftIt, refuseOwnStream, rememberOutput, targetOf } from '../../src/store/outputs.ts'
import { saveText } from '../../src/store/own-files.ts'
import { adding, addPeople, modes, scratch, scratchFolder } from '../support/store.ts'

const isRoot = process.getuid?.() === 0
const NEEDS_ROOT = 'only root gives files to another user'
const SOMEBODY = 12_345

describe('the mode of a file that is replaced', () => {
  it.each([
    [0o600, '600'],
    [0o640, '640'],
    [0o644, '644'],
    [0o400, '400'],
    [0o4755, '755'],
    [0o660, '600'],
    [0o646, '600'],
    [0o777, '600'],
  ])('%o becomes %s', (mode, after) => {
    const folder = scratchFolder()
    const file = path.join(folder, 'out.ics')
    fs.writeFileSync(file, 'old')
    fs.chmodSync(file, mode)
    saveText(targetOf(file, { cwd: () => folder }), 'new')
    expect(modes(folder)).toEqual([`${after} out.ics`])
  })

  it('is ours alone where another user owned it', ({ skip }) => {
    skip(!isRoot, NEEDS_ROOT)
    const folder = scratchFolder()
    const file = path.join(folder, 'out.ics')
    fs.writeFileSync(file, 'old', { mode: 0o644 })
    fs.chownSync(file, SOMEBODY, SOMEBODY)
    saveText(targetOf(file, { cwd: () => folder }), 'new')
    expect(modes(folder)).toEqual(['600 out.ics'])
    expect(fs.statSync(file).uid).toBe(process.getuid?.())
  })

  it('of a data file that others could write is 0600', async () => {
    const place = scratch()
    await addPeople(place, 'Ana')
    fs.chmodSync(place.file, 0o666)
    await addPeople(place, 'Ben')
    expect(fs.statSync(place.file).mode & 0o777).toBe(0o600)
  })

  it('of a data file of another user is 0600, and it stays theirs', async ({ skip }) => {
    skip(!isRoot, NEEDS_ROOT)
    const place = scratch()
    await addPeople(place, 'Ana')
    fs.chmodSync(place.file, 0o644)
    fs.chownSync(place.file, SOMEBODY, SOMEBODY)
    await addPeople(place, 'Ben')
    const { mode, uid, gid } = fs.statSync(place.file)
    expect([mode & 0o777, uid, gid]).toEqual([0o600, SOMEBODY, SOMEBODY])
  })
})

describe('a link on the way', () => {
  it.for([
    ['of another user where others may write', 0o777, SOMEBODY, true],
    ['of another user where the group may write', 0o770, SOMEBODY, true],
    ['of our own there', 0o777, 0, false],
    ['of another user where nobody else may write', 0o755, SOMEBODY, false],
  ] as const)('%s', ([, mode, owner, isRefused], { skip }) => {
    skip(!isRoot, NEEDS_ROOT)
    const folder = scratchFolder()
    const open = path.join(folder, 'open')
    fs.mkdirSync(open)
    fs.chmodSync(open, mode)
    fs.symlinkSync(path.join(folder, 'victim'), path.join(open, 'out.vcf'))
    fs.symlinkSync(folder, path.join(open, 'sub'))
    for (const link of ['out.vcf', 'sub']) fs.lchownSync(path.join(open, link), owner, owner)
    for (const named of ['open/out.vcf', 'open/sub/new.vcf']) {
      const look = () => targetOf(named, { cwd: () => folder })
      if (isRefused) expect(look).toThrow('is a link that another user laid')
      else expect(look().old).toBeUndefined()
    }
  })

  it('of the owner of the folder is followed', ({ skip }) => {
    skip(!isRoot, NEEDS_ROOT)
    const folder = scratchFolder()
    const open = path.join(folder, 'open')
    fs.mkdirSync(open)
    fs.chmodSync(open, 0o777)
    fs.symlinkSync('../mine', path.join(open, 'out.vcf'))
    fs.chownSync(open, SOMEBODY, SOMEBODY)
    fs.lchownSync(path.join(open, 'out.vcf'), SOMEBODY, SOMEBODY)
    expect(targetOf('open/out.vcf', { cwd: () => folder }).file).toBe(path.join(folder, 'mine'))
  })

  it('that somebody else laid where the data should be is not written through', async ({
    skip,
  }) => {
    skip(!isRoot, NEEDS_ROOT)
    const place = scratch()
    const open = path.join(place.folder, 'open')
    fs.mkdirSync(open)
    fs.chmodSync(open, 0o1777)
    fs.symlinkSync('../victim', path.join(open, 'n.json'))
    fs.lchownSync(path.join(open, 'n.json'), SOMEBODY, SOMEBODY)
    const store = place.open({ path: path.join(open, 'n.json') })
    await expect(store.update(adding('Ana'))).rejects.toThrow('is a link that another user laid')
    expect(fs.readdirSync(place.folder)).toEqual(['open'])
  })

  it('that somebody else laid takes no backup either, to a file or a folder', async ({ skip }) => {
    skip(!isRoot, NEEDS_ROOT)
    const place = scratch()
    await addPeople(place, 'Ana')
    const open = path.join(place.folder, 'open')
    fs.mkdirSync(open)
    fs.chmodSync(open, 0o1777)
    fs.mkdirSync(path.join(place.folder, 'theirs'))
    for (const [link, target] of [
      ['out.json', '../victim'],
      ['sub', '../theirs'],
    ] as const) {
      fs.symlinkSync(target, path.join(open, link))
      fs.lchownSync(path.join(open, link), SOMEBODY, SOMEBODY)
    }
    for (const name of ['out.json', 'sub', 'sub/']) {
      const look = () => place.open().backupPlace(`${open}/${name}`)
      expect(look, name).toThrow('is a link that another user laid')
    }
  })

  it('that leads in a circle is said to', () => {
    const folder = scratchFolder()
    fs.symlinkSync('b', path.join(folder, 'a'))
    fs.symlinkSync('a', path.join(folder, 'b'))
    expect(() => targetOf('a', { cwd: () => folder })).toThrow('leads in a circle')
  })
})

describe('what is printed', () => {
  it.each(['data.json', 'state/data/12.json', 'state/edits/note.md', 'second.json'])(
    'never goes into a file of ours: %s',
    name => {
      expect(printingInto(name)).toThrow('would go into the file where netmed keeps your data.')
    },
  )

  it('goes into any other file', () => {
    expect(printingInto('out.txt')).not.toThrow()
  })
})

function printingInto(name: string): () => void {
  const folder = scratchFolder()
  const own = {
    dataFiles: ['data.json'],
    stateFolder: path.join(folder, 'state'),
    templateFolders: [],
  }
  for (const each of ['data.json', 'state/data/12.json', 'state/edits/note.md', 'out.txt']) {
    fs.mkdirSync(path.dirname(path.join(folder, each)), { recursive: true })
    fs.writeFileSync(path.join(folder, each), '')
  }
  fs.linkSync(path.join(folder, 'state/data/12.json'), path.join(folder, 'second.json'))
  const stream = fs.statSync(path.join(folder, name), { bigint: true })
  return () => refuseOwnStream(stream, own, { cwd: () => folder })
}

it('what was written is remembered in private, and the last two hundred of it', () => {
  const folder = scratchFolder()
  const state = path.join(folder, 'state')
  for (let count = 0; count < 205; count++) {
    const target = targetOf(`out-${count}`, { cwd: () => folder })
    saveText(target, 'text')
    rememberOutput(target, 'text', state)
  }
  const last = targetOf('out-204', { cwd: () => folder })
  expect(isAsWeLeftIt(last, state)).toBe(true)
  const kept = modes(state)
  expect(kept[0]).toMatch(/^600 outputs\/out-\d+-\w+$/)
  expect(kept).toHaveLength(201)
  expect(kept.at(-1)).toBe('700 outputs')
})
