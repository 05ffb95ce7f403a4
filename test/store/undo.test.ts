import fs from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { created, type Database } from '../../src/domain/data/model.ts'
import {
  adding,
  addPeople,
  copies,
  names,
  type Scratch,
  scratch,
  writeByHand,
} from '../support/store.ts'

it('undo takes back the last change and says which it was', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  await place.open({ command: 'log' }).update(adding('Ben'))
  const step = await place.open({ command: 'undo' }).undo()
  expect(step).toMatchObject({ command: 'log', at: '2026-11-21T09:00:00.000Z' })
  expect([names(step.before), names(step.after)]).toEqual([['Ana', 'Ben'], ['Ana']])
  expect(peopleOf(place)).toEqual(['Ana'])
})

it('undo goes back to the byte, but for meta', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  const before = withoutMeta(place)
  await addPeople(place, 'Ben')
  await place.open().undo()
  expect(withoutMeta(place)).toBe(before)
})

it('undo keeps the layout of a file written by hand', async () => {
  const place = scratch()
  writeByHand(place, '{"schemaVersion":1, "meta":{"nextId":1,"rev":4},\n\n"contacts" : []}')
  await addPeople(place, 'Ana')
  await place.open().undo()
  expect(withoutMeta(place)).toBe('{"schemaVersion":1, "meta":…,\n\n"contacts" : []}')
})

it('undo brings back a file written by hand that says nothing of itself', async () => {
  const place = scratch()
  writeByHand(place, '{"schemaVersion":1, "contacts":[{"id":1,"name":"Ana"}]}')
  await addPeople(place, 'Ben')
  await place.open().undo()
  expect(peopleOf(place)).toEqual(['Ana'])
})

it('undo goes back step by step, as far as the empty store', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben', 'Cho')
  const seen = await undoing(place, 3)
  expect(seen).toEqual([['Ana', 'Ben'], ['Ana'], []])
  await expect(place.open().undo()).rejects.toMatchObject({
    kind: 'not-found',
    message: 'There is nothing to undo.',
  })
})

it('redo comes forward step by step', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben', 'Cho')
  await undoing(place, 3)
  const seen = [await redo(place), await redo(place), await redo(place)]
  expect(seen).toEqual([['Ana'], ['Ana', 'Ben'], ['Ana', 'Ben', 'Cho']])
  await expect(place.open().redo()).rejects.toMatchObject({
    kind: 'not-found',
    message: 'There is nothing to redo.',
  })
})

it('undo after redo takes back what redo brought', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben', 'Cho')
  await undoing(place, 2)
  await redo(place)
  expect(await undoing(place, 2)).toEqual([['Ana'], []])
  expect([await redo(place), await redo(place), await redo(place)]).toEqual([
    ['Ana'],
    ['Ana', 'Ben'],
    ['Ana', 'Ben', 'Cho'],
  ])
})

it('redo names the command that is in force again', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  await place.open({ command: 'log' }).update(adding('Ben'))
  await place.open({ command: 'undo' }).undo()
  const { command } = await place.open({ command: 'redo' }).redo()
  expect(command).toBe('log')
})

it('an ordinary change ends what redo could bring back', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  await place.open().undo()
  await addPeople(place, 'Cho')
  await expect(place.open().redo()).rejects.toThrow('There is nothing to redo.')
  expect(await undoing(place, 2)).toEqual([['Ana'], []])
})

it('numbers are not given out again after undo', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  await place.open().undo()
  const { answer } = await place.open().update(adding('Cho'))
  expect(answer.id).toBe(3)
})

it('the steps are listed nearest first, and undo shortens the list', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  await place.open({ command: 'group add' }).update(adding('Ben'))
  const at = '2026-11-21T09:00:00.000Z'
  expect(stepsOf(place)).toEqual([
    { rev: 2, command: 'group add', at },
    { rev: 1, command: 'add', at },
  ])
  await place.open({ command: 'undo' }).undo()
  expect(stepsOf(place)).toEqual([{ rev: 3, command: 'add', at }])
})

it('twenty steps are kept and no more', async () => {
  const place = scratch()
  const people = Array.from({ length: 25 }, (_, i) => `Person ${i + 1}`)
  await addPeople(place, ...people)
  expect(stepsOf(place)).toHaveLength(20)
  expect(copies(place)).toHaveLength(20)
  const last = (await undoing(place, 20)).at(-1)
  expect(last).toEqual(people.slice(0, 5))
  await expect(place.open().undo()).rejects.toThrow('There is nothing to undo.')
  expect(await redoing(place, 20)).toEqual(people)
})

it('a change made outside is not taken back unseen', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  const text = fs.readFileSync(place.file, 'utf8').replace('Ben', 'Bea')
  writeByHand(place, text)
  await expect(place.open().undo()).rejects.toMatchObject({
    kind: 'busy',
    message: `${place.file} was changed outside netmed since its last command, and this would lose that.`,
  })
  await expect(place.open().redo()).rejects.toMatchObject({ kind: 'busy' })
  expect(fs.readFileSync(place.file, 'utf8')).toBe(text)
})

it('undo stops at a change that was made outside', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  writeByHand(place, fs.readFileSync(place.file, 'utf8').replace('Ben', 'Bea'))
  await addPeople(place, 'Cho')
  expect(stepsOf(place)).toHaveLength(1)
  expect(await undoing(place, 1)).toEqual([['Ana', 'Bea']])
  await expect(place.open().undo()).rejects.toThrow('There is nothing to undo.')
  expect(await redo(place)).toEqual(['Ana', 'Bea', 'Cho'])
})

it('a file that only got new times was not changed', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  fs.utimesSync(place.file, 1, 1)
  expect(await undoing(place, 1)).toEqual([['Ana']])
})

it('a kept copy that was spoilt is not brought back', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  const [copy = ''] = copies(place)
  fs.appendFileSync(copy, ' ')
  await expect(place.open().undo()).rejects.toThrow('There is nothing to undo.')
})

it('a copy that is still the live file is not brought back', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  const [copy = ''] = copies(place)
  fs.rmSync(copy)
  fs.linkSync(place.file, copy)
  forgeKept(copy, fs.readFileSync(copy))
  await expect(place.open().undo()).rejects.toThrow('There is nothing to undo.')
})

it('where copies can’t be kept a change is made, and it is said that undo cannot take it back', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  const notes: string[] = []
  const stateFolder = path.join(place.file, 'state')
  const store = place.open({ stateFolder, cannotUndo: why => notes.push(why) })
  await store.update(adding('Ben'))
  const [said = ''] = notes
  expect(said).toContain("(a part of the path is not a folder), so this can't be undone.")
  expect(peopleOf(place)).toEqual(['Ana', 'Ben'])
  await expect(store.undo()).rejects.toThrow("can't be read: a part of the path is not a folder.")
})

it('a data file that was removed begins anew and its old copies are forgotten', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben', 'Cho')
  fs.rmSync(place.file)
  await addPeople(place, 'Dee')
  expect(await undoing(place, 1)).toEqual([[]])
  await expect(place.open().undo()).rejects.toThrow('There is nothing to undo.')
})

it('an older copy put in the place of the file can be changed and that be undone', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  const old = fs.readFileSync(place.file, 'utf8')
  await addPeople(place, 'Ben', 'Cho')
  writeByHand(place, old)
  await addPeople(place, 'Dee')
  expect(await undoing(place, 1)).toEqual([['Ana']])
  expect(await redo(place)).toEqual(['Ana', 'Dee'])
})

it('undo brings back a record that was removed with all that it held', async () => {
  const place = scratch()
  await place.open().update((db: Database) => created(db, 'contacts', { name: 'Ana', tags: ['x'] }))
  const before = place.open().read().contacts
  await place.open().update(db => {
    db.contacts = []
  })
  await place.open().undo()
  expect(place.open().read().contacts).toEqual(before)
})

function stepsOf(place: Scratch): { rev: number; command: string; at: string }[] {
  return [...place.open().steps()].map(({ rev, command, at }) => ({ rev, command, at }))
}

function peopleOf(place: Scratch): string[] {
  return names(place.open().read())
}

async function undoing(place: Scratch, times: number): Promise<string[][]> {
  const seen: string[][] = []
  for (let i = 0; i < times; i++) seen.push(names((await place.open().undo()).after))
  expect(peopleOf(place)).toEqual(seen.at(-1))
  return seen
}

async function redo(place: Scratch): Promise<string[]> {
  await place.open().redo()
  return peopleOf(place)
}

async function redoing(place: Scratch, times: number): Promise<string[]> {
  for (let i = 0; i < times; i++) await place.open().redo()
  return peopleOf(place)
}

function withoutMeta({ file }: Scratch): string {
  return fs.readFileSync(file, 'utf8').replace(/"meta": ?\{[^}]*\}/, '"meta":…')
}

/** Makes the journal hold that these bytes were kept. */
function forgeKept(copy: string, bytes: Buffer): void {
  const file = path.join(path.dirname(copy), 'journal.json')
  const journal = JSON.parse(fs.readFileSync(file, 'utf8'))
  journal[path.basename(copy, '.json')].kept = [bytes.length, crc32(bytes)]
  fs.writeFileSync(file, JSON.stringify(journal))
}
