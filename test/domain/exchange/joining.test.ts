import { expect, it } from 'vitest'
import { emptyDatabase, named } from '../../../src/domain/data/model.ts'
import { joinDatabase, joining } from '../../../src/domain/exchange/joining.ts'
import { changing, database } from '../../support/database.ts'

function other() {
  return database({
    contacts: [
      { id: 1, name: 'Ana Silva', uid: 'a'.repeat(16) },
      { id: 2, name: 'Omar Aziz', uid: 'b'.repeat(16), introducedBy: 1 },
    ],
    interactions: [
      { id: 3, kind: 'lunch', on: '2026-11-01', contacts: [1, 2], uid: 'c'.repeat(16) },
    ],
    followUps: [
      { id: 4, kind: 'promise', what: 'the book', contact: 2, from: 3, uid: 'd'.repeat(16) },
    ],
  })
}

it('into an empty file gives the same records under the same numbers', () => {
  const db = emptyDatabase()
  joinDatabase(db, other())
  expect({ ...db, meta: null }).toEqual({ ...other(), meta: null })
  expect(db.meta.nextId).toBe(5)
})

it('twice is once', () => {
  const db = database({ contacts: [{ id: 1, name: 'Maya Chen' }] })
  joinDatabase(db, other())
  const after = structuredClone(db)
  const again = joinDatabase(db, other())
  expect(db).toEqual(after)
  expect(again.every(record => record.status === 'same')).toBe(true)
})

it('with nothing new moves no stamp, whatever the two sides changed', () => {
  const db = other()
  const there = other()
  const [ana, omar] = [db.contacts[0] ?? {}, db.contacts[1] ?? {}]
  // Changed there and here in the same way; then changed there and changed back.
  Object.assign(ana, { role: 'peer', area: 'SF', updatedAt: '2026-11-19T10:00:00.000Z', rev: 3 })
  Object.assign(there.contacts[0] ?? {}, {
    ...{ updatedAt: '2026-11-20T10:00:00.000Z', area: 'SF', role: 'peer' },
  })
  Object.assign(there.contacts[1] ?? {}, { updatedAt: '2026-11-20T10:00:00.000Z', rev: 2 })
  const before = structuredClone(db)
  const joined = changing(db, each => joinDatabase(each, there))
  expect(joined.map(record => record.status)).toEqual(['same', 'same', 'same', 'same'])
  expect(db).toEqual(before)
  expect(named(db).touched.size).toBe(0)
  expect(omar).not.toHaveProperty('rev')
})

it('what changed there keeps the stamps of here, and is named as changed', () => {
  const db = other()
  const there = other()
  const stamps = { createdAt: '2020-01-01T12:00:00.000Z', updatedAt: '2026-11-20T10:00:00.000Z' }
  Object.assign(there.contacts[0] ?? {}, { ...stamps, area: 'SF', rev: 7 })
  const joined = changing(db, each => joinDatabase(each, there))
  expect(joined.map(record => record.status)).toEqual(['changed', 'same', 'same', 'same'])
  expect(db.contacts[0]).toEqual({ ...other().contacts[0], area: 'SF' })
})

it('a change of the same moment, or without one, takes nothing away', () => {
  const db = other()
  const there = other()
  const updatedAt = '2026-11-20T10:00:00.000Z'
  Object.assign(db.contacts[0] ?? {}, { area: 'LA', updatedAt })
  Object.assign(there.contacts[0] ?? {}, { area: 'SF', updatedAt })
  Object.assign(there.contacts[1] ?? {}, { area: 'SF' })
  joinDatabase(db, there)
  expect(db.contacts.map(each => each.area)).toEqual(['LA', undefined])
})

it('takes of profile and settings only what is not said here', () => {
  const db = other()
  const there = other()
  db.profile = { name: 'Jo Park' }
  there.profile = { name: 'J. Park', stage: 'MS2' }
  db.settings = { 'days.fill': 30 }
  there.settings = { 'days.fill': 60, 'days.tell': 5 }
  joinDatabase(db, there)
  expect(db.profile).toEqual({ name: 'Jo Park', stage: 'MS2' })
  expect(db.settings).toEqual({ 'days.fill': 30, 'days.tell': 5 })
})

it('gives new numbers where they are taken, and every reference follows', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'Maya Chen' },
      { id: 2, name: 'Lee' },
    ],
  })
  joinDatabase(db, other())
  const ana = db.contacts.find(each => each.name === 'Ana Silva')?.id
  const omar = db.contacts.find(each => each.name === 'Omar Aziz')
  expect(omar?.introducedBy).toBe(ana)
  expect(db.interactions[0]?.contacts).toEqual([ana, omar?.id])
  expect(db.followUps[0]).toMatchObject({ contact: omar?.id, from: db.interactions[0]?.id })
})

it('a record that changed there later is taken over, one that changed here is kept', () => {
  const db = other()
  const there = other()
  Object.assign(there.contacts[0] ?? {}, { area: 'SF', updatedAt: '2026-11-20T10:00:00.000Z' })
  Object.assign(db.contacts[1] ?? {}, { area: 'LA', updatedAt: '2026-11-21T10:00:00.000Z' })
  Object.assign(there.contacts[1] ?? {}, { area: 'NY', updatedAt: '2026-11-20T10:00:00.000Z' })
  joinDatabase(db, there)
  expect(db.contacts.map(each => each.area)).toEqual(['SF', 'LA'])
})

it('how much is done is told every two hundred records', () => {
  const contacts = Array.from({ length: 401 }, (_, index) => {
    return { id: index + 1, name: `Person ${index}`, uid: `${index}`.padStart(16, 'x') }
  })
  expect([...joining(emptyDatabase(), database({ contacts }))]).toEqual([0, 200 / 401, 400 / 401])
})

it('numbers that are taken here are given anew, and the next record comes after all', () => {
  const db = database({ contacts: [{ id: 2, name: 'Maya Chen' }] })
  const joined = joinDatabase(db, other())
  expect(joined.map(({ list, id, status }) => [list, id, status])).toEqual([
    ['contacts', 1, 'new'],
    ['contacts', 5, 'new'],
    ['followUps', 4, 'new'],
    ['interactions', 3, 'new'],
  ])
  expect(db.interactions[0]?.contacts).toEqual([1, 5])
  expect(db.followUps[0]?.contact).toBe(5)
  expect(db.meta.nextId).toBe(6)
  expect([...named(db).created].map(each => each.id)).toEqual([1, 5, 4, 3])
})

it('a record that is here under another number keeps it, and what leads to it follows', () => {
  const db = database({ contacts: [{ id: 9, name: 'Ana Silva', uid: 'a'.repeat(16) }] })
  joinDatabase(db, other())
  expect(db.interactions[0]?.contacts).toEqual([9, 2])
  expect(db.contacts[1]?.introducedBy).toBe(9)
})

it('a reference to what neither file has stays as it is', () => {
  const there = other()
  Object.assign(there.followUps[0] ?? {}, { from: 77 })
  const db = emptyDatabase()
  joinDatabase(db, there)
  expect(db.followUps[0]?.from).toBe(77)
})
