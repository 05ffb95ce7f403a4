import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { created, type Database, emptyDatabase, touch } from '../../src/domain/data/model.ts'
import { Failure } from '../../src/failure.ts'
import {
  adding,
  addPeople,
  fileWith,
  modes,
  names,
  scratch,
  stamped,
  writeByHand,
} from '../support/store.ts'

it('a missing file is a new store', () => {
  const store = scratch().open()
  expect(store.exists()).toBe(false)
  expect(store.read()).toEqual(emptyDatabase())
})

it('looking at a new store makes no folder and no file', () => {
  const { folder, open } = scratch()
  open().read()
  expect([...open().steps()]).toEqual([])
  expect(fs.readdirSync(folder)).toEqual([])
})

it('a change is written as two-space JSON in the order of the model', async () => {
  const place = scratch()
  await place.open({ random: length => 'k'.repeat(length) }).update(adding('Ana Silva'))
  expect(fs.readFileSync(place.file, 'utf8')).toBe(`{
  "schemaVersion": 3,
  "meta": {
    "nextId": 2,
    "rev": 1,
    "before": 0,
    "command": "add",
    "at": "2026-11-21T09:00:00.000Z"
  },
  "profile": {},
  "settings": {},
  "events": [],
  "seasons": [],
  "questions": [],
  "contacts": [
    {
      "id": 1,
      "uid": "kkkkkkkkkkkkkkkk",
      "createdAt": "2026-11-21T09:00:00.000Z",
      "name": "Ana Silva"
    }
  ],
  "followUps": [],
  "interactions": []
}
`)
})

it('a change gives back what it returned, with uid and moment filled in', async () => {
  const { open } = scratch()
  const { db, answer } = await open().update(adding('Ana Silva'))
  expect(answer).toBe(db.contacts[0])
  expect(answer.uid).toMatch(/^[a-z0-9]{16}$/)
  expect(answer.createdAt).toBe('2026-11-21T09:00:00.000Z')
})

it('a record that is changed counts its changes behind its uid', async () => {
  const place = scratch()
  await addPeople(place, 'Ana Silva')
  const { answer } = await place.open().update(db => rename(db, 'Ana Costa'))
  expect(Object.keys(answer)).toEqual(['id', 'uid', 'createdAt', 'updatedAt', 'rev', 'name'])
  expect(answer).toMatchObject({ rev: 1, updatedAt: '2026-11-21T09:00:00.000Z' })
})

it('a change that throws saves nothing', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  const before = fs.readFileSync(place.file)
  const update = place.open().update((db: Database) => {
    adding('Ben')(db)
    throw new Failure('not-found', 'No such person.')
  })
  await expect(update).rejects.toThrow('No such person.')
  expect(fs.readFileSync(place.file)).toEqual(before)
})

it('a change that changes nothing writes nothing', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  const before = fs.statSync(place.file).ino
  await place.open().update(() => undefined)
  expect(fs.statSync(place.file).ino).toBe(before)
})

it('nothing changed in a new store makes no file', async () => {
  const place = scratch()
  await place.open().update(() => undefined)
  expect(fs.existsSync(place.file)).toBe(false)
})

it('a changed profile, setting or list of records is written without naming a record', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  await place.open().update(db => {
    db.profile.name = 'Zoë'
  })
  await place.open().update(db => {
    db.settings['days.promise'] = 5
  })
  await place.open().update(db => {
    db.contacts = []
  })
  const { profile, settings, contacts, meta } = place.open().read()
  expect({ profile, settings, contacts, rev: meta.rev }).toEqual({
    profile: { name: 'Zoë' },
    settings: { 'days.promise': 5 },
    contacts: [],
    rev: 4,
  })
})

it('a change that does not fit the fields is refused and saves nothing', async () => {
  const place = scratch()
  const update = place.open().update(db => created(db, 'contacts', { name: 'Ana', every: -1 }))
  await expect(update).rejects.toThrow(
    "This can't be saved: contacts[0].every would not be a whole number of days from 0 to 36,500.",
  )
  expect(fs.existsSync(place.file)).toBe(false)
})

it('removing a person whom something still refers to is refused', async () => {
  const place = scratch()
  await place.open().update(db => {
    const ana = adding('Ana')(db)
    created(db, 'followUps', { kind: 'promise', contact: ana.id, what: 'the paper' })
  })
  const update = place.open().update(db => {
    db.contacts = []
  })
  await expect(update).rejects.toThrow(
    "This can't be saved: followUps[0].contact would not be the number of a contact; there is no contact 1.",
  )
})

it('removing people whom something refers to is refused beside one who comes', async () => {
  const place = scratch()
  await place.open().update(db => {
    const ana = adding('Ana')(db)
    adding('Ben')(db)
    created(db, 'followUps', { kind: 'promise', contact: ana.id, what: 'the paper' })
  })
  const update = place.open().update(db => {
    db.contacts = []
    adding('Kai')(db)
  })
  await expect(update).rejects.toThrow('there is no contact 1')
})

it('a promise cannot be a change', () => {
  const { open } = scratch()
  // @ts-expect-error A change must be done when it returns.
  const wait = () => open().update(async (db: Database) => db)
  expect(wait).toBeTypeOf('function')
})

it('unknown fields survive a rewrite, at the top and in records', async () => {
  const place = scratch()
  const ana = stamped(1, { name: 'Ana', shoeSize: { left: 38 } })
  writeByHand(place, fileWith({ contacts: [ana], plugins: ['x'] }))
  await addPeople(place, 'Ben')
  const content = JSON.parse(fs.readFileSync(place.file, 'utf8'))
  expect(content.plugins).toEqual(['x'])
  expect(content.contacts[0]).toEqual(ana)
})

it('people added by hand without uid and date get theirs with the next change', async () => {
  const place = scratch()
  writeByHand(place, '{ "schemaVersion": 1, "contacts": [{ "id": 7, "name": "Ana" }] }')
  const { uid } = place.open().read().contacts[0] ?? {}
  const { answer, db } = await place.open().update(adding('Ben'))
  expect(uid).toMatch(/^[a-z0-9]{16}$/)
  expect(db.contacts[0]?.uid).toBe(uid)
  expect(Object.keys(db.contacts[0] ?? {})).toEqual(['id', 'uid', 'createdAt', 'name'])
  expect(answer.id).toBe(8)
})

it('the first person in a file that was begun by hand is number 1', async () => {
  const place = scratch()
  writeByHand(place, '{ "schemaVersion": 1 }')
  expect((await place.open().update(adding('Ana'))).answer.id).toBe(1)
})

it('a byte order mark and line ends of Windows are read', () => {
  const place = scratch()
  writeByHand(place, '\ufeff{\r\n  "schemaVersion": 1,\r\n  "contacts": []\r\n}\r\n')
  expect(place.open().read()).toEqual({ ...emptyDatabase(), meta: { nextId: 1, rev: 0 } })
})

it('two changes of one program wait for each other', async () => {
  const place = scratch()
  const store = place.open()
  await Promise.all([store.update(adding('Ana')), store.update(adding('Ben'))])
  expect(names(place.open().read()).sort()).toEqual(['Ana', 'Ben'])
})

it('when another program writes in between, the change is made on what it wrote', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  let runs = 0
  await place.open().update(db => {
    if (runs++ === 0) writeByHand(place, fileWith({ contacts: [stamped(1, { name: 'Eve' })] }))
    return adding('Ben')(db)
  })
  expect(names(place.open().read())).toEqual(['Eve', 'Ben'])
})

it('a program that never stops writing in between is told of after three tries', async () => {
  const place = scratch()
  let runs = 0
  const update = place.open().update(db => {
    writeByHand(place, fileWith({ profile: { name: `Eve ${++runs}` } }))
    return adding('Ben')(db)
  })
  await expect(update).rejects.toMatchObject({
    kind: 'busy',
    message: `${place.file} is being changed by another program.`,
  })
  expect(runs).toBe(3)
})

it('files and folders that netmed makes are for this user alone', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben')
  place.open().memory.write('last-export', '2026-11-21')
  expect(modes(place.folder).map(line => line.replace(/-\w+(?=\/|$)/, '-HASH'))).toEqual([
    '600 data/netmed.json',
    '600 state/files/netmed.json-HASH/1.json',
    '600 state/files/netmed.json-HASH/checked',
    '600 state/files/netmed.json-HASH/journal.json',
    '600 state/files/netmed.json-HASH/memory-last-export',
    '700 data',
    '700 state',
    '700 state/files',
    '700 state/files/netmed.json-HASH',
  ])
})

it('folders are for this user alone whatever the umask', async () => {
  const place = scratch()
  const umask = process.umask(0o277)
  await addPeople(place, 'Ana').finally(() => process.umask(umask))
  expect(modes(place.folder)).toContain('700 data')
})

it('a new record must refer to somebody who is there', async () => {
  const place = scratch()
  const update = place
    .open()
    .update(db => created(db, 'followUps', { kind: 'promise', contact: 9, what: 'the paper' }))
  await expect(update).rejects.toThrow(
    "This can't be saved: followUps[0].contact would not be the number of a contact; there is no contact 9.",
  )
})

it('the mode of an existing file is kept', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  fs.chmodSync(place.file, 0o640)
  await addPeople(place, 'Ben')
  expect(fs.statSync(place.file).mode & 0o777).toBe(0o640)
})

it('a chain of symbolic links stays and its end is written', async () => {
  const { folder, open, file } = scratch()
  fs.mkdirSync(path.join(folder, 'links'))
  fs.symlinkSync('../data', path.join(folder, 'links', 'inner'))
  fs.symlinkSync('links/inner/netmed.json', path.join(folder, 'here.json'))
  fs.symlinkSync('here.json', path.join(folder, 'there.json'))
  const store = open({ path: path.join(folder, 'there.json') })
  await store.update(adding('Ana'))
  expect(fs.lstatSync(path.join(folder, 'there.json')).isSymbolicLink()).toBe(true)
  expect(names(JSON.parse(fs.readFileSync(file, 'utf8')))).toEqual(['Ana'])
})

it('symbolic links in a circle are refused', () => {
  const { folder, open } = scratch()
  fs.symlinkSync('b.json', path.join(folder, 'a.json'))
  fs.symlinkSync('a.json', path.join(folder, 'b.json'))
  const file = path.join(folder, 'a.json')
  expect(() => open({ path: file }).read()).toThrow(
    `${file} is a symbolic link that leads in a circle.`,
  )
})

it('a relative path starts from the current folder', () => {
  const { folder, open } = scratch()
  expect(open({ path: 'my.json', cwd: () => folder }).path).toBe(path.join(folder, 'my.json'))
})

it('a folder in the place of the file is named as such', () => {
  const { folder, open } = scratch()
  expect(() => open({ path: folder }).read()).toThrow(`${folder} is a folder.`)
})

it('a change may fill the file to its limit, and one letter more is refused', async () => {
  const place = scratch()
  const mostBytes = 1024 * 1024
  await addPeople(place, 'Ana')
  const noting = (length: number) =>
    place
      .open({ mostBytes })
      .update(db => created(db, 'contacts', { name: 'Ben', note: 'x'.repeat(length) }))
  await noting(1)
  const { size } = fs.statSync(place.file)
  await place.open().undo()
  await noting(mostBytes - size + 1)
  expect(fs.statSync(place.file).size).toBe(mostBytes)
  expect(names(place.open({ mostBytes }).read())).toEqual(['Ana', 'Ben'])
  await place.open().undo()
  const before = fs.readFileSync(place.file)
  await expect(noting(mostBytes - size + 2)).rejects.toMatchObject({
    kind: 'file',
    message: `Your data was not changed: ${place.file} would grow beyond 1 MB.`,
  })
  expect(fs.readFileSync(place.file)).toEqual(before)
})

it('a record that a change has named counts as changed, whatever it says now', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  await place.open().update(db => rename(db, 'Ana'))
  expect(place.open().read().contacts[0]).toMatchObject({ name: 'Ana', rev: 1 })
})

it('lists that stand in another order are written in that of the model', async () => {
  const place = scratch()
  writeByHand(place, fileWith({ interactions: [], contacts: [], mine: 1, events: [] }))
  await addPeople(place, 'Ana')
  expect(Object.keys(JSON.parse(fs.readFileSync(place.file, 'utf8')))).toEqual([
    ...['schemaVersion', 'meta', 'profile', 'settings', 'mine'],
    ...['events', 'seasons', 'questions', 'contacts', 'followUps', 'interactions'],
  ])
})

it('a file that was checked or written by netmed is not checked again', async () => {
  const place = scratch()
  writeByHand(place, fileWith({ contacts: [stamped(1, { name: 'Ana' })] }))
  place.open().read()
  const stamp = fs.statSync(place.file, { bigint: true })
  expect(stampOf(place)).toBe(
    `3 ${stamp.dev}:${stamp.ino}:${stamp.size}:${stamp.mtimeNs}:${stamp.ctimeNs}`,
  )
  await addPeople(place, 'Ben')
  const next = fs.statSync(place.file, { bigint: true })
  const { dev, ino, size, mtimeNs, ctimeNs } = next
  expect(stampOf(place)).toBe(`3 ${dev}:${ino}:${size}:${mtimeNs}:${ctimeNs} unique`)
})

it('a file that was changed and given its old size and time is checked again', async () => {
  const place = scratch()
  await addPeople(place, 'Ana')
  place.open().read()
  const { atime, mtime } = fs.statSync(place.file)
  const text = fs.readFileSync(place.file, 'utf8')
  fs.writeFileSync(place.file, text.replace('"name": "Ana"', '"name":     7'))
  fs.utimesSync(place.file, atime, mtime)
  expect(() => place.open().read()).toThrow('contacts[0].name: expected a name')
})

it('what a question remembers is there at the next run and never fails', () => {
  const place = scratch()
  place.open().memory.write('last export', 'yesterday')
  expect(place.open().memory.read('last export')).toBe('yesterday')
  place.open().memory.forget('last export')
  expect(place.open().memory.read('last export')).toBeUndefined()
  const stateFolder = path.join(place.folder, 'file')
  fs.writeFileSync(stateFolder, '')
  expect(place.open({ stateFolder }).memory.read('x')).toBeUndefined()
  expect(() => place.open({ stateFolder }).memory.write('x', 'y')).not.toThrow()
  expect(() => place.open({ stateFolder }).memory.forget('x')).not.toThrow()
})

function rename(db: Database, name: string) {
  const [contact] = db.contacts
  if (!contact) throw new Error('nobody there')
  touch(db, contact).name = name
  return contact
}

function stampOf({ stateFolder }: { stateFolder: string }): string {
  const [folder = ''] = fs.readdirSync(path.join(stateFolder, 'files'))
  return fs.readFileSync(path.join(stateFolder, 'files', folder, 'checked'), 'utf8')
}
