import { describe, expect, it } from 'vitest'
import type { ClosedFollowUp, Database, FollowUp } from '../../../src/domain/data/model.ts'
import {
  finish,
  keepFormerTime,
  letGo,
  openFollowUp,
  postpone,
} from '../../../src/domain/log/follow-ups.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

/** This loop with Ana (#1) as #10, and beside it one of the same kind with Omar (#2), #5. */
function net(loop: Partial<FollowUp> & Pick<FollowUp, 'kind'>): Database {
  const { kind } = loop
  return database({
    contacts: [
      { id: 1, name: 'Ana Silva' },
      { id: 2, name: 'Omar Aziz' },
      { id: 3, name: 'Kai Berg' },
    ],
    followUps: [
      { id: 5, kind, contact: 2, what: 'lunch', due: '2026-11-25' },
      { id: 10, contact: 1, what: 'coffee', ...loop },
    ],
  })
}

function done(db: Database, outcome?: string) {
  return changing(db, () => finish(db, 10, { outcome, today: TODAY }))
}

describe('a meeting that is done', () => {
  it('before its day is over all the same, and was today', () => {
    const db = net({ kind: 'meeting', due: '2026-11-25' })
    const { logged } = done(db)
    expect(logged?.interaction).toMatchObject({ kind: 'meeting', on: TODAY, contacts: [1] })
    expect(logged?.settled.map(each => each.id)).toEqual([10])
    expect(db.followUps[1]).toMatchObject({ closed: 'done', closedOn: TODAY, closedBy: 11 })
  })

  it('after its day was on that day, once', () => {
    const { logged } = done(net({ kind: 'meeting', due: '2026-11-18' }))
    expect(logged?.interaction.on).toBe('2026-11-18')
    expect(logged?.settled.map(each => each.id)).toEqual([10])
  })

  it('on its day was on that day', () => {
    expect(done(net({ kind: 'meeting', due: TODAY })).logged?.interaction.on).toBe(TODAY)
  })

  it('and is private is logged in private', () => {
    const { logged } = done(net({ kind: 'meeting', private: true }))
    expect(logged?.interaction.private).toBe(true)
  })

  it('was with all who were to come, as what it was planned to be, at its place', () => {
    const db = net({ kind: 'meeting', occasion: 'walk', others: [3], place: 'the park' })
    const { logged } = done(db)
    expect(logged?.interaction).toMatchObject({ kind: 'walk', contacts: [1, 3], place: 'the park' })
  })
})

describe('a loop that is done', () => {
  it.each(['thank-you', 'event'] as const)('logs the mail of today for %s', kind => {
    const { logged } = done(net({ kind, due: '2026-11-18' }))
    expect(logged?.interaction).toMatchObject({ kind: 'email', on: TODAY, contacts: [1] })
  })

  it.each(['promise', 'reply', 'ask', 'offer', 'reminder', 'draft'] as const)(
    'logs nothing for %s',
    kind => {
      const db = net({ kind })
      expect(done(db).logged).toBeNull()
      expect(db.followUps.map(each => each.closed)).toEqual([undefined, 'done'])
    },
  )

  it('logs nothing where nobody is named', () => {
    const db = net({ kind: 'thank-you' })
    delete db.followUps[1]?.contact
    expect(done(db).logged).toBeNull()
  })

  it.each(['advice', 'resource'] as const)('moves %s with an outcome on to telling them', kind => {
    const db = net({ kind, due: '2026-11-18' })
    expect(done(db, 'it worked').movedOn).toBe(true)
    expect(db.followUps.map(each => [each.outcome, each.stage, each.due, each.closed])).toEqual([
      [undefined, undefined, '2026-11-25', undefined],
      ['it worked', 'tried', '2026-11-28', undefined],
    ])
  })

  it('closes advice without an outcome', () => {
    const db = net({ kind: 'advice' })
    expect(done(db).movedOn).toBe(false)
    expect(db.followUps[1]?.closed).toBe('done')
  })

  it.each(['taken', 'declined'])('is an offer that was %s', outcome => {
    const db = net({ kind: 'offer' })
    done(db, outcome)
    expect(db.followUps[1]).toMatchObject({ closed: 'done', outcome })
  })

  it('stays open where what was asked is agreed, and ends where it is declined', () => {
    const [agreed, declined] = [net({ kind: 'ask' }), net({ kind: 'ask' })]
    expect(done(agreed, 'agreed')).toMatchObject({ movedOn: true, logged: null })
    expect(agreed.followUps[1]).toMatchObject({ stage: 'agreed' })
    expect(agreed.followUps[1]).not.toHaveProperty('closed')
    expect(done(declined, 'declined').movedOn).toBe(false)
    expect(declined.followUps[1]).toMatchObject({ closed: 'dropped', outcome: 'declined' })
  })

  it('is no offer that ends in another way, and a promise ends in any', () => {
    const offer = net({ kind: 'offer' })
    expect(() => done(offer, 'maybe')).toThrow('An offer ends as taken or declined, not as "maybe"')
    expect(offer.followUps[1]).not.toHaveProperty('closed')
    expect(done(net({ kind: 'promise' }), 'maybe').followUp.closed).toBe('done')
  })
})

it('a loop that is let go is not done, and no other goes with it', () => {
  const db = net({ kind: 'promise' })
  changing(db, () => letGo(db, 10, TODAY))
  expect(db.followUps.map(each => [each.closed, each.closedOn])).toEqual([
    [undefined, undefined],
    ['dropped', TODAY],
  ])
})

it('put off, what was asked has no day that was said', () => {
  const db = net({ kind: 'ask', due: '2026-11-25', dated: true })
  changing(db, () => postpone(db, 10, { day: '2026-11-27' }))
  expect(db.followUps[1]).not.toHaveProperty('dated')
})

it('a loop moves to another day and keeps its time unless another is said', () => {
  const db = net({ kind: 'meeting', due: '2026-11-25', at: '10:00' })
  changing(db, () => postpone(db, 10, { day: '2026-11-27' }))
  expect(db.followUps[1]).toMatchObject({ due: '2026-11-27', at: '10:00' })
  changing(db, () => postpone(db, 10, { day: '2026-11-28', time: '11:00' }))
  expect(db.followUps.map(each => [each.due, each.at])).toEqual([
    ['2026-11-25', undefined],
    ['2026-11-28', '11:00'],
  ])
})

describe('where a meeting was before', () => {
  type Meeting = Partial<Extract<FollowUp, { kind: 'meeting' }>>

  /** Moved to these days, one after the other; with the last move its former time. */
  function moved(loop: Meeting, ...moves: { day: string; time?: string }[]) {
    const db = net({ due: '2026-11-25', ...loop, kind: 'meeting' })
    for (const to of moves) changing(db, () => postpone(db, 10, to))
    const { movedFrom, movedFromAt, told } = db.followUps[1] ?? {}
    return { movedFrom, movedFromAt, told }
  }

  it('is its first day, as long as nobody heard of the move', () => {
    expect(moved({}, { day: '2026-11-27' }, { day: '2026-11-30' }).movedFrom).toBe('2026-11-25')
    expect(moved({}, { day: '2026-11-27' }).movedFromAt).toBeUndefined()
  })

  it('is the day that everybody in it was told of, who are to be told again', () => {
    const told = { due: '2026-11-27', movedFrom: '2026-11-25', told: [1] }
    expect(moved(told, { day: '2026-11-30' })).toEqual({ movedFrom: '2026-11-27' })
  })

  it('is the first day while one of them was not told', () => {
    const told = { others: [3], due: '2026-11-27', movedFrom: '2026-11-25', told: [1] }
    expect(moved(told, { day: '2026-11-30' })).toEqual({ movedFrom: '2026-11-25' })
  })

  it('is its former hour too, which another day alone does not bring back', () => {
    const hour = { day: '2026-11-25', time: '11:00' }
    expect(moved({ at: '10:00' }, hour)).toMatchObject({
      movedFrom: '2026-11-25',
      movedFromAt: '10:00',
    })
    const away = { day: '2026-11-26', time: '11:00' }
    expect(moved({ at: '10:00' }, away, { day: '2026-11-25' })).toMatchObject({
      movedFrom: '2026-11-25',
      movedFromAt: '10:00',
    })
  })

  it('is forgotten once it is back there', () => {
    const back = { day: '2026-11-25', time: '10:00' }
    expect(moved({ at: '10:00' }, { day: '2026-11-27', time: '11:00' }, back)).toEqual({})
  })

  it('is nowhere where it had no day', () => {
    const db = net({ kind: 'meeting' })
    changing(db, () => postpone(db, 10, { day: '2026-11-27' }))
    expect(db.followUps[1]).not.toHaveProperty('movedFrom')
  })

  it('has no hour where the last one that they know of had none', () => {
    const told = { due: '2026-11-27', movedFrom: '2026-11-25', movedFromAt: '10:00', told: [1] }
    expect(moved(told, { day: '2026-11-30' })).toEqual({ movedFrom: '2026-11-27' })
  })

  it('and who was told stays as it is when nothing moves', () => {
    const loop = { due: '2026-11-25', at: '10:00', movedFrom: '2026-11-20', told: [1] }
    const [, meeting] = net({ kind: 'meeting', ...loop }).followUps
    const before = { ...meeting } as FollowUp
    keepFormerTime(before, meeting as FollowUp)
    expect(meeting).toEqual(before)
  })
})

it('a meeting that is on that day and hour already is not moved there', () => {
  const db = net({ kind: 'meeting', due: '2026-11-25', at: '10:00' })
  const again = '#10 is on Wed 25 Nov 2026 10:00 already, so nothing was moved.'
  expect(() => postpone(db, 10, { day: '2026-11-25' })).toThrow(again)
  expect(() => postpone(db, 10, { day: '2026-11-25', time: '10:00' })).toThrow(again)
  expect(changing(db, () => postpone(db, 10, { day: '2026-11-25', time: '9:00' })).at).toBe('9:00')
})

it('a number that is no follow-up is told as what it is', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Silva' }],
    interactions: [{ id: 2, kind: 'coffee', on: TODAY, contacts: [1] }],
  })
  const refused = (message: string, hint: string) => expect.objectContaining({ message, hint })
  expect(() => openFollowUp(db, 1)).toThrow(
    refused(
      '#1 is a person (Ana Silva), not a follow-up.',
      'To see what is open with them: netmed due 1',
    ),
  )
  expect(() => openFollowUp(db, 2)).toThrow(
    refused(
      '#2 is something you logged, not a follow-up.',
      'To see what is open: netmed due --all',
    ),
  )
})

it('the day on which a private loop ended is not told', () => {
  const db = net({ kind: 'promise', closed: 'done', closedOn: '2026-11-20', private: true })
  expect(() => openFollowUp(db, 10)).toThrow('#10 was settled.')
})

it('what is closed cannot be closed again, and is told how it ended', () => {
  const closed = (how: Pick<ClosedFollowUp, 'closed' | 'closedOn'>) =>
    net({ kind: 'promise', ...how })
  const dropped = closed({ closed: 'dropped', closedOn: '2026-11-20' })
  expect(() => openFollowUp(dropped, 10)).toThrow('#10 was let go on Fri 20 Nov 2026.')
  expect(() => openFollowUp(closed({ closed: 'done' }), 10)).toThrow('#10 was settled.')
})
