import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { emptyDatabase } from '../../src/domain/data/model.ts'
import type { Store } from '../../src/store/store.ts'
import {
  adding,
  addPeople,
  copies,
  fileWith,
  names,
  type Scratch,
  scratch,
  stamped,
  writeByHand,
} from '../support/store.ts'

it('a kept copy comes back, and undo takes that back', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben', 'Cho')
  const { before, after } = await restoring(place.open(), 1)
  expect([names(before), names(after)]).toEqual([['Ana', 'Ben', 'Cho'], ['Ana']])
  const { before: restored, after: undone } = await place.open().undo()
  expect([names(restored), names(undone)]).toEqual([['Ana'], ['Ana', 'Ben', 'Cho']])
  await place.open().redo()
  expect(peopleOf(place)).toEqual(['Ana'])
})

it('a restored file is written byte for byte but for its meta', async () => {
  const place = scratch()
  writeByHand(place, fileWith({ contacts: [stamped(1, { name: 'Ana' })], added: { by: 'hand' } }))
  await addPeople(place, 'Ben')
  const [copy = ''] = copies(place)
  await restoring(place.open(), 1)
  const bare = (text: string) => text.replace(/"meta": ?\{[^}]*\}/, '"meta"')
  expect(bare(fs.readFileSync(place.file, 'utf8'))).toBe(bare(fs.readFileSync(copy, 'utf8')))
})

it('numbers are not given out again after a restore', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben', 'Cho')
  await restoring(place.open(), 1)
  const { answer } = await place.open().update(adding('Dee'))
  expect(answer.id).toBe(4)
})

it('over a damaged file a copy comes back too, and the damaged bytes are kept', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  const damaged = fs.readFileSync(place.file, 'utf8').slice(0, 300)
  writeByHand(place, damaged)
  const { before, after, damaged: kept = '' } = await restoring(place.open(), 1)
  expect([before, names(after)]).toEqual([undefined, ['Ana']])
  expect(fs.readFileSync(kept, 'utf8')).toBe(damaged)
  expect(peopleOf(place)).toEqual(['Ana'])
})

it.each([
  ['the journal', (text: string) => text.slice(0, 20)],
  ['the text', () => '{"id": 77, "nextId": 12'],
  [
    'a copy',
    (_: string, place: Scratch) => {
      const folder = path.dirname(copies(place)[0] ?? '')
      fs.rmSync(path.join(folder, 'journal.json'))
      return 'x'
    },
  ],
])('over a damaged file the next number is the largest that %s knows', async (_, damage) => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben', 'Cho')
  const backup = path.join(place.folder, 'backup.json')
  fs.writeFileSync(
    backup,
    fileWith({ contacts: [stamped(1, { name: 'Ana' })], meta: { rev: 1, nextId: 2 } }),
  )
  const db = place.open({ path: backup, stateFolder: place.folder }).read()
  writeByHand(place, damage(fs.readFileSync(place.file, 'utf8'), place))
  const store = place.open()
  const { after } = await store.restore({ db }, store.look())
  expect(after.meta.nextId).toBe({ 'the journal': 4, 'the text': 78, 'a copy': 3 }[_])
})

it('a file that was changed since it was shown is not replaced', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  const store = place.open()
  const from = store.copied(1)
  const seen = store.look()
  await addPeople(place, 'Cho')
  await expect(store.restore(from, seen)).rejects.toMatchObject({ kind: 'busy' })
  expect(peopleOf(place)).toEqual(['Ana', 'Ben', 'Cho'])
})

it('a file that is gone comes back from its copies', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  fs.rmSync(place.file)
  await restoring(place.open(), 1)
  expect(peopleOf(place)).toEqual(['Ana'])
  const { answer } = await place.open().update(adding('Cho'))
  expect(answer.id).toBe(3)
})

it('copies of a file that was removed and begun anew are kept', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  fs.rmSync(place.file)
  await addPeople(place, 'Dee')
  await restoring(place.open(), 1)
  expect(peopleOf(place)).toEqual(['Ana'])
})

it('an older file put in place by hand takes no copy’s number', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  const old = fs.readFileSync(place.file, 'utf8').replace('Ana', 'Bea')
  await addPeople(place, 'Ben', 'Cho')
  writeByHand(place, old)
  await addPeople(place, 'Dee')
  expect(
    place
      .open()
      .copies()
      .map(({ rev }) => names(place.open().copied(rev ?? 0).db)),
  ).toEqual(expect.arrayContaining([['Bea'], ['Ana', 'Ben'], ['Ana']]))
  expect(names((await place.open().undo()).after)).toEqual(['Bea'])
})

it.each([
  ['what reads', (text: string) => text],
  ['what is damaged', (text: string) => text.slice(0, 200)],
])('where %s cannot be kept, nothing is restored', async (_, damage) => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  const { db } = place.open().copied(1)
  const before = damage(fs.readFileSync(place.file, 'utf8'))
  writeByHand(place, before)
  const store = place.open({ stateFolder: path.join(place.file, 'state') })
  await expect(store.restore({ db }, store.look())).rejects.toMatchObject({ kind: 'file' })
  expect(fs.readFileSync(place.file, 'utf8')).toBe(before)
  expect(fs.readdirSync(path.dirname(place.file))).toEqual(['netmed.json'])
})

it('damaged bytes that are kept already are left alone', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  writeByHand(place, 'x')
  const { damaged: first = '' } = await restoring(place.open(), 1)
  const { ino } = fs.statSync(first)
  writeByHand(place, 'x')
  const store = place.open()
  const { damaged } = await store.restore({ db: emptyDatabase() }, store.look())
  expect([damaged, fs.statSync(first).ino]).toEqual([first, ino])
})

it('a copy that was spoilt is not restored', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  fs.appendFileSync(copies(place)[0] ?? '', ' ')
  expect(() => place.open().copied(1)).toThrow('That copy is gone or damaged.')
})

it('a copy that was asked for is the file’s own no longer, and kept when it changes', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  const { path: kept } = await place.open().keepNow()
  expect(fs.statSync(kept).ino).not.toBe(fs.statSync(place.file).ino)
  expect(await place.open().keepNow()).toEqual({ path: kept, isNew: false })
  await addPeople(place, 'Ben')
  expect(place.open().copies()).toMatchObject([{ rev: 1, why: 'undo' }])
  expect(names(place.open().copied(1).db)).toEqual(['Ana'])
})

it('cleared copies are gone, and numbers still go on', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  writeByHand(place, 'x')
  await restoring(place.open(), 1)
  expect(await place.open().clearCopies()).toBe(2)
  const [folder = ''] = fs.readdirSync(path.join(place.stateFolder, 'files'))
  const left = fs.readdirSync(path.join(place.stateFolder, 'files', folder)).sort()
  expect(left).toEqual(['checked', 'journal.json'])
  await expect(place.open().undo()).rejects.toThrow('There is nothing to undo.')
  expect((await place.open().update(adding('Cho'))).answer.id).toBe(3)
})

async function restoring(store: Store, rev: number) {
  return store.restore(store.copied(rev), store.look())
}

function peopleOf(place: Scratch): string[] {
  return names(place.open().read())
}

it('what a damaged file held is kept, though the clock was behind or goes ahead for a change', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  writeByHand(place, '{"contacts": [{"id": 1, "name": "Ana"')
  const behind = place.open({ now: () => new Date('2024-01-01T09:00:00.000Z') })
  const [latest] = behind.copies()
  const from = behind.copied(latest?.rev ?? 0)
  const { damaged = '' } = await behind.restore(from, behind.look())
  const ahead = place.open({ now: () => new Date('2035-01-01T09:00:00.000Z') })
  await ahead.update(adding('Ben'))
  await addPeople(place, 'Cho')
  expect(fs.existsSync(damaged)).toBe(true)
})

it('what was kept of a damaged file while the clock was ahead goes a year after that is seen', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  writeByHand(place, '{"contacts": [')
  const ahead = place.open({ now: () => new Date('2035-01-01T09:00:00.000Z') })
  await ahead.restore(ahead.copied(ahead.copies().find(each => each.rev)?.rev ?? 0), ahead.look())
  for (const day of [21, 22, 23, 24, 25, 29]) {
    const now = () => new Date(`2026-11-${day}T09:00:00.000Z`)
    await place.open({ now }).update(adding(`On ${day}`))
  }
  const kept = fs.readdirSync(path.dirname(copies(place)[0] ?? ''))
  expect(kept.filter(name => name.startsWith('damaged')).join()).toMatch(/^damaged-2026-11-29-/)
})
