import { describe, expect, it } from 'vitest'
import { removalOf, removed } from '../../../src/domain/change/removals.ts'
import type { Database } from '../../../src/domain/data/model.ts'
import { removeRecord } from '../../../src/domain/data/records.ts'
import { changing, database } from '../../support/database.ts'

const HOW = { today: '2026-11-21', withPrivate: true }

/** Ana (#1) and Omar (#2), a coffee with Ana (#3) that opened #5, a lunch with both (#4) that settled it. */
function net(): Database {
  return database({
    contacts: [{ name: 'Ana Silva' }, { name: 'Omar Aziz', introducedBy: 1 }],
    interactions: [
      { id: 3, kind: 'coffee', on: '2026-11-10', contacts: [1] },
      { id: 4, kind: 'email', on: '2026-11-12', contacts: [1, 2] },
    ],
    followUps: [
      {
        id: 5,
        kind: 'thank-you',
        contact: 1,
        what: 'the coffee',
        from: 3,
        closed: 'done',
        closedOn: '2026-11-12',
        closedBy: 4,
      },
    ],
  })
}

describe('removing a person', () => {
  it('takes along what was theirs alone and leaves no reference behind', () => {
    const db = net()
    const { gone, kept, introduced } = changing(db, () => removed(db, 1, HOW))
    expect({ gone, kept, introduced }).toEqual({
      gone: { followUps: 1, interactions: 1, questions: 0 },
      kept: 1,
      introduced: 1,
    })
    expect(db).toMatchObject({
      contacts: [{ id: 2 }],
      interactions: [{ id: 4, contacts: [2] }],
      followUps: [],
    })
    expect(db.contacts[0]?.introducedBy).toBe(undefined)
  })

  it('is told beforehand without being done', () => {
    const db = net()
    const before = structuredClone(db)
    const told = removalOf(db, 1, HOW)
    expect(db).toEqual(before)
    expect(told).toEqual(removed(db, 1, HOW))
  })
})

describe('removing an interaction', () => {
  it('opens again what it alone had settled', () => {
    const db = net()
    const { reopened } = changing(db, () => removed(db, 4, HOW))
    expect(reopened.map(loop => loop.id)).toEqual([5])
    expect(db.followUps[0]).not.toHaveProperty('closed')
    expect(db.followUps[0]).not.toHaveProperty('closedOn')
    expect(db.followUps[0]).not.toHaveProperty('closedBy')
  })

  it('leaves settled what another one would have settled', () => {
    const db = net()
    db.interactions.push({
      id: 6,
      uid: 'x'.repeat(16),
      createdAt: '2026-11-13T12:00:00.000Z',
      kind: 'message',
      on: '2026-11-13',
      contacts: [1],
    })
    const { reopened } = changing(db, () => removed(db, 4, HOW))
    expect(reopened).toEqual([])
    expect(db.followUps[0]).toMatchObject({ closed: 'done', closedBy: 6 })
  })

  it('keeps the loops it opened, without where they came from', () => {
    const db = net()
    changing(db, () => removed(db, 3, HOW))
    expect(db.followUps.map(each => [each.id, each.from])).toEqual([[5, undefined]])
  })

  it('names the open loops that stay', () => {
    const db = net()
    changing(db, () => removed(db, 4, HOW))
    expect(removalOf(db, 3, HOW).stillOpen).toEqual([5])
  })
})

it('a planned meeting outlives the first of its people, and goes with the last', () => {
  const db = database({
    contacts: [{ name: 'Ana Silva' }, { name: 'Omar Aziz' }],
    followUps: [{ id: 3, kind: 'meeting', contact: 1, others: [2], what: '' }],
  })
  changing(db, () => removeRecord(db, 'contacts', 1))
  expect(db.followUps).toMatchObject([{ id: 3, contact: 2 }])
  expect(db.followUps[0]).not.toHaveProperty('others')
  changing(db, () => removeRecord(db, 'contacts', 2))
  expect(db.followUps).toEqual([])
})
