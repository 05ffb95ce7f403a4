import { describe, expect, it } from 'vitest'
import type { Event, Season } from '../../../src/domain/data/model.ts'
import { eventQuestions, specialDay } from '../../../src/domain/due/special-days.ts'
import { database } from '../../support/database.ts'

const STAMP = { uid: 'e'.repeat(16), createdAt: '2026-11-01T12:00:00.000Z' }

function event(fields: Partial<Event>): Event {
  return { ...STAMP, id: 90, name: 'ACC Meeting', kind: 'conference', on: '2026-11-18', ...fields }
}

function season(fields: Partial<Season>): Season {
  const days = { from: '2026-11-02', until: '2026-11-20' }
  return { ...STAMP, id: 91, name: 'Step 1', kind: 'boards', pace: 'pause', ...days, ...fields }
}

describe('the one fact that makes a day special', () => {
  const three = { until: '2026-11-20' }
  it.each<[string, string, Partial<Event>, string | null]>([
    ['2026-11-17', '09:00', three, null],
    ['2026-11-18', '09:00', three, 'the ACC Meeting begins today'],
    ['2026-11-19', '09:00', three, null],
    ['2026-11-20', '16:59', three, 'last day of the ACC Meeting'],
    ['2026-11-20', '17:00', three, 'the ACC Meeting ended today'],
    ['2026-11-21', '09:00', three, null],
    ['2026-11-18', '09:00', {}, 'the ACC Meeting today'],
    [
      '2026-11-18',
      '09:00',
      { ...three, kind: 'rotation', name: 'Medicine' },
      'first day of Medicine',
    ],
    [
      '2026-11-20',
      '18:00',
      { ...three, kind: 'rotation', name: 'Medicine' },
      'last day of Medicine',
    ],
  ])('on %s at %s of %j is %j', (today, time, fields, said) => {
    expect(specialDay(database({ events: [event(fields)] }), { today, time })).toBe(said)
  })

  it.each([
    ['2026-11-02', 'first day of Step 1'],
    ['2026-11-03', null],
    ['2026-11-20', 'last day of Step 1'],
  ])('on %s of a season is %j', (today, said) => {
    expect(specialDay(database({ seasons: [season({})] }), { today })).toBe(said)
  })

  it('is of an event rather than of a season', () => {
    const db = database({ events: [event({ on: '2026-11-20' })], seasons: [season({})] })
    expect(specialDay(db, { today: '2026-11-20' })).toBe('the ACC Meeting today')
  })
})

it.each([
  ['2026-11-18', '11:59', 0],
  ['2026-11-18', '12:00', 1],
  ['2026-11-19', '07:00', 1],
])('on %s at %s an event of one day asks %i times whom you met', (today, time, count) => {
  const db = database({ events: [event({})] })
  expect(eventQuestions(db, { today, time })).toHaveLength(count)
})

it('an event with someone entered asks nothing, and one whose word is of a person is named by its number', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Gala' }],
    interactions: [{ id: 2, kind: 'conference', on: '2026-11-18', contacts: [1], event: 90 }],
    events: [event({}), event({ id: 92, name: 'Gala', kind: 'social' })],
  })
  expect(eventQuestions(db, { today: '2026-11-19' })).toEqual([
    { event: 92, asks: 'Who did you meet at Gala?', command: 'netmed event met 92' },
  ])
})
