import { expect, it } from 'vitest'
import {
  copyOf,
  isPublicPart,
  namedUnseen,
  type PublicPart,
  publicFields,
  publicPart,
} from '../../../src/domain/data/lens.ts'
import { created, touch } from '../../../src/domain/data/model.ts'
import { removeRecord } from '../../../src/domain/data/records.ts'
import { database } from '../../support/database.ts'

it('what is not private is shared, and nothing is made where nothing is private', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Silva', circles: ['mentor'] }],
    interactions: [{ id: 2, kind: 'coffee', on: '2026-11-20', contacts: [1] }],
  })
  const part = publicPart(db)
  expect(structuredClone(part)).toEqual(db)
  expect(part.contacts).toBe(db.contacts)
  expect(part.interactions).toBe(db.interactions)
})

it('private fields and the support circle are gone, and the whole keeps them', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'Ana Silva', circles: ['support'], worries: ['boards'], privateNote: 'x' },
      { id: 2, name: 'Omar Aziz', circles: ['mentor', 'support'], background: ['Ohio'] },
      { id: 3, name: 'Lena Hoff' },
    ],
  })
  const before = structuredClone(db)
  const { contacts } = publicPart(db)
  expect(contacts.map(({ id, name, circles, ...rest }) => [circles, Object.keys(rest)])).toEqual([
    [undefined, ['uid', 'createdAt']],
    [['mentor'], ['uid', 'createdAt']],
    [undefined, ['uid', 'createdAt']],
  ])
  expect(contacts[0]).not.toHaveProperty('circles')
  expect(contacts[2]).toBe(db.contacts[2])
  expect(db).toEqual(before)
})

it('what a private talk opened is gone with it, and what it settled stays settled unnamed', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Silva' }],
    interactions: [{ id: 2, kind: 'walk', on: '2026-11-20', contacts: [1], private: true }],
    followUps: [
      { id: 3, kind: 'promise', contact: 1, what: 'call her', from: 2 },
      { id: 4, kind: 'promise', contact: 1, what: 'tell nobody', private: true },
      {
        ...{ id: 5, kind: 'reply', contact: 1, what: 'the mail' },
        ...{ closed: 'done', closedOn: '2026-11-20', closedBy: 2 },
      },
    ],
  })
  const { interactions, followUps } = publicPart(db)
  expect(interactions).toEqual([])
  expect(followUps).toMatchObject([{ id: 5, closed: 'done', closedOn: '2026-11-20' }])
  expect(followUps[0]).not.toHaveProperty('closedBy')
})

it('an open talk keeps what it opened and settled', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Silva' }],
    interactions: [
      { id: 2, kind: 'walk', on: '2026-11-20', contacts: [1] },
      { id: 6, kind: 'walk', on: '2026-11-20', contacts: [1], private: true },
    ],
    followUps: [{ id: 3, kind: 'promise', contact: 1, what: 'call her', from: 2, closedBy: 2 }],
  })
  expect(publicPart(db).followUps).toEqual(db.followUps)
})

it('of one record alone no reference is gone, as nobody says what else is', () => {
  const [loop] = database({
    followUps: [{ id: 3, kind: 'promise', what: 'call her', from: 2, private: true }],
  }).followUps
  expect(loop && publicFields('followUps', loop)).toBe(loop)
})

it('what a change named and the public part does not show is told by its numbers', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Silva' }],
    interactions: [
      { id: 2, kind: 'walk', on: '2026-11-20', contacts: [1], private: true },
      { id: 3, kind: 'walk', on: '2026-11-20', contacts: [1] },
      { id: 4, kind: 'walk', on: '2026-11-20', contacts: [1], private: true },
    ],
  })
  for (const record of [...db.contacts, ...db.interactions.slice(0, 2)]) touch(db, record)
  created(db, 'followUps', { kind: 'promise', contact: 1, what: 'the notes' })
  removeRecord(db, 'interactions', 3)
  removeRecord(db, 'interactions', 4)
  expect([...namedUnseen(db, publicPart(db))].sort()).toEqual([2, 4])
})

it('a debrief is gone from the day that stays', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Silva' }],
    interactions: [
      { id: 2, kind: 'shadowing', on: '2026-11-20', contacts: [1], debrief: { likes: 'it' } },
    ],
  })
  const [interaction] = publicPart(db).interactions
  expect(interaction).toMatchObject({ id: 2, kind: 'shadowing' })
  expect(interaction).not.toHaveProperty('debrief')
})

it('the settings of the support circle are at their defaults, the others as they are', () => {
  const db = database({})
  db.settings = { 'rhythm.support': 7, 'support.alone': 3, 'due.within': 9 }
  expect(publicPart(db).settings).toEqual({ 'due.within': 9 })
})

it('whoever rests does so in the public part too', () => {
  const db = database({ contacts: [{ id: 1, name: 'Ana', quiet: 'until-woken', snoozes: 2 }] })
  expect(publicPart(db).contacts).toMatchObject([{ quiet: 'until-woken', snoozes: 2 }])
})

it('no other data fit where only the public part may go', () => {
  const wordDraft = (part: PublicPart) => part.contacts
  const db = database({})
  expect(wordDraft({ ...publicPart(db) })).toEqual([])
  // @ts-expect-error the whole is no public part
  expect(wordDraft(db)).toEqual([])
})

it('the public part knows itself, and its copies do', () => {
  const db = database({})
  const part = publicPart(db)
  for (const each of [part, { ...part }, copyOf(part)]) expect(isPublicPart(each)).toBe(true)
  for (const each of [db, copyOf(db)]) expect(isPublicPart(each)).toBe(false)
  expect(JSON.stringify(part)).toBe(JSON.stringify(db))
})
