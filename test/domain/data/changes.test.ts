import { expect, it } from 'vitest'
import { changesBetween } from '../../../src/domain/data/changes.ts'
import { type Database, emptyDatabase } from '../../../src/domain/data/model.ts'

const STAMP = { uid: 'aaaaaaaaaaaaaaaa', createdAt: '2026-11-01T08:00:00.000Z' }
const ANA = { ...STAMP, id: 1, name: 'Ana Silva' }
const COFFEE = { ...STAMP, id: 2, kind: 'coffee', on: '2026-11-18', contacts: [1] } as const
const PROMISE = { ...STAMP, id: 3, kind: 'promise', what: 'the paper', contact: 1 } as const

it('a record that is only there afterwards was added', () => {
  const after = {
    ...emptyDatabase(),
    contacts: [ANA],
    interactions: [{ ...COFFEE, contacts: [1] }],
  }
  expect(changesBetween(emptyDatabase(), after)).toEqual({
    ...NOTHING,
    added: [
      { list: 'contacts', id: 1, label: 'Ana Silva', contacts: [1], day: null },
      { list: 'interactions', id: 2, label: 'coffee', contacts: [1], day: '2026-11-18' },
    ],
  })
})

it('a record that is only there before was removed', () => {
  const before = { ...emptyDatabase(), followUps: [{ ...PROMISE, others: [4], due: '2026-11-20' }] }
  expect(changesBetween(before, emptyDatabase())).toEqual({
    ...NOTHING,
    removed: [
      { list: 'followUps', id: 3, label: 'the paper', contacts: [1, 4], day: '2026-11-20' },
    ],
  })
})

it('a record that differs was changed, and one that is the same was not', () => {
  const before = { ...emptyDatabase(), contacts: [ANA], followUps: [PROMISE] }
  const after = {
    ...emptyDatabase(),
    contacts: [{ ...ANA, name: 'Ana Costa' }],
    followUps: [PROMISE],
  }
  expect(changesBetween(before, after)).toEqual({
    ...NOTHING,
    changed: [{ list: 'contacts', id: 1, label: 'Ana Costa', contacts: [1], day: null }],
  })
})

it('other kinds of record are described by their own words', () => {
  const after: Database = {
    ...emptyDatabase(),
    events: [{ ...STAMP, id: 5, name: 'AHA 2026', kind: 'conference', on: '2026-11-07' }],
    seasons: [
      {
        ...STAMP,
        id: 6,
        name: 'Step 1',
        kind: 'boards',
        pace: 'pause',
        from: '2026-12-01',
        until: '2026-12-20',
      },
    ],
    questions: [
      { ...STAMP, id: 7, text: 'Why surgery?', contact: 1 },
      { ...STAMP, id: 8, text: 'Which elective?' },
    ],
  }
  expect(changesBetween(emptyDatabase(), after).added).toEqual([
    { list: 'events', id: 5, label: 'AHA 2026', contacts: [], day: '2026-11-07' },
    { list: 'seasons', id: 6, label: 'Step 1', contacts: [], day: '2026-12-01' },
    { list: 'questions', id: 7, label: 'Why surgery?', contacts: [1], day: null },
    { list: 'questions', id: 8, label: 'Which elective?', contacts: [], day: null },
  ])
})

it('profile and settings are told apart from records, and meta does not count', () => {
  const after = {
    ...emptyDatabase(),
    meta: { nextId: 9, rev: 3 },
    profile: { name: 'Zoë' },
    settings: { style: 'small' },
  }
  expect(changesBetween(emptyDatabase(), after)).toEqual({
    ...NOTHING,
    profile: true,
    settings: true,
  })
})

const NOTHING = { added: [], removed: [], changed: [], profile: false, settings: false }
