import { expect, it } from 'vitest'
import { finishAll, loopsNumbered } from '../../../src/domain/log/several.ts'
import { changing, database } from '../../support/database.ts'

it('what the contact of an earlier one settled is told with that contact alone', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Maya Chen' }],
    followUps: [
      { id: 2, kind: 'thank-you', contact: 1, what: 'her time' },
      { id: 3, kind: 'event', contact: 1, what: 'the gala' },
      { id: 4, kind: 'reminder', what: 'boards' },
    ],
  })
  const loops = [{ id: 2 }, { id: 3 }, { id: 4 }]
  const done = changing(db, db => finishAll(db, loops, '2026-11-21'))
  expect(done.map(each => each.followUp.id)).toEqual([2, 4])
  expect(done[0]?.logged?.settled.map(each => each.id)).toEqual([2, 3])
  expect(db.interactions).toHaveLength(1)
})

it('a loop that several numbers and ranges mean is there once', () => {
  const db = database({
    followUps: [
      { id: 2, kind: 'reminder', what: 'a' },
      { id: 4, kind: 'reminder', what: 'b', closed: 'done' },
      { id: 5, kind: 'reminder', what: 'c' },
    ],
  })
  const numbers = [
    { from: 5, to: 5 },
    { from: 1, to: 9 },
  ]
  expect(loopsNumbered(db, numbers, { seen: db }).map(each => each.id)).toEqual([5, 2])
})
