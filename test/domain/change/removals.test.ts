import { describe, expect, it } from 'vitest'
import { removalOf, removalTried, remove } from '../../../src/domain/change/removals.ts'
import type { Database } from '../../../src/domain/data/model.ts'
import { removeRecord } from '../../../src/domain/data/records.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

/** Removes it, and tells what that did. */
function removed(db: Database, id: number) {
  return removalOf({ before: remove(db, id), after: db }, id, TODAY)
}

/**
 * Ana (#1) and Omar (#2), a coffee with Ana (#3) that opened #5, a mail to both (#4) that settled it.
 * Beside them Kai (#7), written to later (#8), with a loop that this settled and one that it opened.
 */
function net(): Database {
  return database({
    contacts: [
      { id: 1, name: 'Ana Silva' },
      { id: 2, name: 'Omar Aziz', introducedBy: 1 },
      { id: 7, name: 'Kai Berg' },
    ],
    interactions: [
      { id: 3, kind: 'coffee', on: '2026-11-10', contacts: [1] },
      { id: 4, kind: 'email', on: '2026-11-12', contacts: [1, 2] },
      { id: 8, kind: 'message', on: '2026-11-14', contacts: [7] },
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
      {
        id: 9,
        kind: 'promise',
        contact: 7,
        what: 'the notes',
        closed: 'done',
        closedOn: '2026-11-14',
        closedBy: 8,
      },
      { id: 10, kind: 'promise', contact: 7, what: 'the slides', from: 8 },
    ],
  })
}

/** Puts a message to these people after everything else. */
function later(db: Database, contacts: number[]): void {
  const on = '2026-11-15'
  const stamps = { id: 16, uid: 'x'.repeat(16), createdAt: `${on}T12:00:00.000Z` }
  db.interactions.push({ ...stamps, kind: 'message', on, contacts })
}

describe('removing a person', () => {
  it('takes along what was theirs alone and leaves no reference behind', () => {
    const db = net()
    const { gone, kept, introduced } = changing(db, () => removed(db, 1))
    expect({ gone, kept, introduced }).toEqual({
      gone: { followUps: 1, interactions: 1, questions: 0 },
      kept: 1,
      introduced: 1,
    })
    expect(db).toMatchObject({
      contacts: [{ id: 2 }, { id: 7 }],
      interactions: [{ id: 4, contacts: [2] }, { id: 8 }],
      followUps: [{ id: 9 }, { id: 10 }],
    })
    expect(db.contacts[0]?.introducedBy).toBe(undefined)
  })

  it('is told beforehand without being done', () => {
    const db = net()
    const before = structuredClone(db)
    const told = removalOf(removalTried(db, 1), 1, TODAY)
    expect(db).toEqual(before)
    expect(told).toEqual(removed(db, 1))
  })
})

describe('removing an interaction', () => {
  it('opens again what it alone had settled', () => {
    const db = net()
    const { reopened } = changing(db, () => removed(db, 4))
    expect(reopened.map(loop => loop.id)).toEqual([5])
    expect(db.followUps[0]).not.toHaveProperty('closed')
    expect(db.followUps[0]).not.toHaveProperty('closedOn')
    expect(db.followUps[0]).not.toHaveProperty('closedBy')
  })

  it('leaves settled what another one would have settled', () => {
    const db = net()
    later(db, [7, 1])
    const { reopened } = changing(db, () => removed(db, 4))
    expect(reopened).toEqual([])
    expect(db.followUps[0]).toMatchObject({ closed: 'done', closedBy: 16 })
  })

  it('leaves alone what another one settled', () => {
    const db = net()
    changing(db, () => removed(db, 4))
    expect(db.followUps[1]).toMatchObject({ closed: 'done', closedBy: 8 })
  })

  it('leaves a meeting settled that one of its people came to later', () => {
    const db = net()
    const what = { kind: 'meeting', contact: 1, others: [2], what: 'lunch' } as const
    Object.assign(db.followUps[0] ?? {}, what)
    later(db, [2])
    expect(changing(db, () => removed(db, 4)).reopened).toEqual([])
  })

  it('opens a meeting again that was only planned before', () => {
    const db = net()
    Object.assign(db.followUps[0] ?? {}, { kind: 'meeting', what: 'lunch' })
    const { reopened } = changing(db, () => removed(db, 4))
    expect(reopened.map(loop => loop.id)).toEqual([5])
  })

  it('keeps the loops it opened, without where they came from', () => {
    const db = net()
    changing(db, () => removed(db, 3))
    expect(db.followUps.map(each => [each.id, each.from])).toEqual([
      [5, undefined],
      [9, undefined],
      [10, 8],
    ])
  })

  it('keeps to itself what a private one opened', () => {
    const db = net()
    Object.assign(db.interactions[2] ?? {}, { private: true })
    changing(db, () => removed(db, 8))
    expect(db.followUps.map(each => each.private)).toEqual([undefined, undefined, true])
  })

  it('leaves open what an open one opened', () => {
    const db = net()
    changing(db, () => removed(db, 8))
    expect(db.followUps[2]).toEqual(expect.not.objectContaining({ private: true, from: 8 }))
  })

  it('opens again what a contact of before the occasion cannot have settled', () => {
    const db = net()
    later(db, [1])
    Object.assign(db.interactions[3] ?? {}, { on: '2026-11-09' })
    db.interactions.reverse()
    expect(changing(db, () => removed(db, 4)).reopened.map(loop => loop.id)).toEqual([5])
  })

  it('names the open loops that stay, and only its own', () => {
    const db = net()
    expect(removalOf(removalTried(db, 3), 3, TODAY).stillOpen).toEqual([])
    changing(db, () => removed(db, 4))
    expect(removalOf(removalTried(db, 3), 3, TODAY).stillOpen).toEqual([5])
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
