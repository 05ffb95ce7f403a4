import { describe, expect, it } from 'vitest'
import { named } from '../../../src/domain/data/model.ts'
import {
  applyChanges,
  contactById,
  numberTyped,
  present,
  recordByNumber,
  recordView,
  removeRecord,
} from '../../../src/domain/data/records.ts'
import { changing, database } from '../../support/database.ts'

it.each([
  ['12', 12],
  ['#12', 12],
  [' #12 ', 12],
  ['999999999999999', 999_999_999_999_999],
  ['9999999999999999', undefined],
  ['12a', undefined],
  ['##1', undefined],
  ['-1', undefined],
  ['', undefined],
])('%j is typed for the number %s', (text, number) => {
  expect(numberTyped(text)).toBe(number)
})

it('a change sets, and null, false or an empty list takes away', () => {
  const record = { role: 'peer', tags: ['chess'], archived: true, note: 'x' }
  applyChanges<Record<string, unknown>>(record, {
    role: null,
    tags: [],
    archived: false,
    note: undefined,
    stage: 'MS3',
    every: 0,
  })
  expect(record).toEqual({ note: 'x', stage: 'MS3', every: 0 })
  expect(Object.keys(record)).toEqual(['note', 'stage', 'every'])
})

it('fields without a value are left out, and nothing else', () => {
  expect(present({ a: undefined, b: false, c: 0, d: '', e: null })).toStrictEqual({
    c: 0,
    d: '',
    e: null,
  })
})

describe('a record that is removed', () => {
  it('is named, and is named no more when it was never there', () => {
    const db = database({ contacts: [{ name: 'Ana Silva' }, { name: 'Omar Aziz' }] })
    const [ana] = db.contacts
    changing(db, () => removeRecord(db, 'contacts', 1))
    removeRecord(db, 'contacts', 9)
    expect([...named(db).removed]).toEqual([ana])
    expect(db.contacts.map(each => each.id)).toEqual([2])
  })

  it('leaves what has its number in another list alone', () => {
    const db = database({
      contacts: [{ id: 1, name: 'Ana Silva' }],
      interactions: [{ id: 2, kind: 'coffee', on: '2026-11-01', contacts: [1], event: 3 }],
      followUps: [{ id: 4, kind: 'promise', contact: 1, what: 'the notes', from: 2 }],
    })
    changing(db, () => removeRecord(db, 'events', 2))
    expect(db.followUps[0]?.from).toBe(2)
  })

  it('takes the first of a meeting, and the next one stands in their place', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Ana Silva' },
        { id: 2, name: 'Omar Aziz' },
        { id: 3, name: 'Kai Berg' },
      ],
      followUps: [
        { id: 4, kind: 'meeting', contact: 1, others: [2, 3], what: 'lunch' },
        { id: 5, kind: 'promise', contact: 1, what: 'the notes' },
      ],
    })
    changing(db, () => removeRecord(db, 'contacts', 1))
    expect(db.followUps).toMatchObject([{ id: 4, contact: 2, others: [3] }])
    expect(db.followUps).toHaveLength(1)
  })
})

it('a record as JSON has every key, null or an empty list where nothing is', () => {
  const db = database({ contacts: [{ id: 1, name: 'Ana Silva', role: 'peer' }] })
  const [ana] = db.contacts
  expect(ana && recordView(db, 'contacts', ana)).toMatchObject({
    name: 'Ana Silva',
    role: 'peer',
    stage: null,
    tags: [],
    createdAt: '2026-01-01T12:00:00.000Z',
    updatedAt: null,
  })
})

it('what is not there is said with its number', () => {
  const db = database({ contacts: [{ id: 1, name: 'Ana Silva' }] })
  expect(contactById(db, 1).name).toBe('Ana Silva')
  expect(() => contactById(db, 2)).toThrow('There is no person #2.')
  expect(() => recordByNumber(db, 2)).toThrow('There is no #2.')
})
