import { describe, expect, it } from 'vitest'
import type { Contact, Database, FollowUp, Occasion } from '../../../src/domain/data/model.ts'
import {
  attendees,
  meetingAnswer,
  meetingView,
  mustLieAhead,
  nextMeeting,
  placeTurn,
  planMeeting,
  usualMinutes,
} from '../../../src/domain/meet/meetings.ts'
import { type AnyFollowUp, changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

/** Ana (#1), Omar (#2) and Dr. Chen (#3), with meetings from #10 on. */
function net(...meetings: AnyFollowUp[]): Database {
  return database({
    contacts: [
      { id: 1, name: 'Ana Silva', role: 'peer', area: 'Oakland' },
      { id: 2, name: 'Omar Aziz', role: 'family' },
      { id: 3, name: 'Dr. Maya Chen', role: 'faculty' },
    ],
    followUps: meetings.map((meeting, index) => {
      return { id: 10 + index, kind: 'meeting', contact: 1, what: 'lunch', ...meeting }
    }),
  })
}

describe('a meeting that is planned', () => {
  const when = { day: '2026-11-25', time: '15:00' }
  const plan = (db: Database, contacts: number[], more: object = {}) =>
    changing(db, each => planMeeting(each, { when, contacts, ...more }))

  it('has its people, day, hour and usual length, and is called by its occasion', () => {
    expect(plan(net(), [1, 2], { occasion: 'study-session', place: 'the park' })).toMatchObject({
      ...{ kind: 'meeting', contact: 1, others: [2], due: '2026-11-25', at: '15:00' },
      ...{ minutes: 60, place: 'the park', occasion: 'study-session', what: 'study session' },
    })
    expect(plan(net(), [3], { about: 'the poster', minutes: 20 })).toMatchObject({
      ...{ what: 'the poster', minutes: 20 },
    })
    expect(plan(net(), [3])).not.toHaveProperty('others')
  })

  it('is refused when it is there already, in whatever order its people are said', () => {
    const at = { due: '2026-11-25', at: '15:00' }
    expect(() => plan(net({ ...at, others: [2] }), [2, 1])).toThrow(
      'That meeting is already there: #10.',
    )
  })

  it.each<[string, AnyFollowUp]>([
    ['on another day', { due: '2026-11-26', at: '15:00' }],
    ['at another hour', { due: '2026-11-25', at: '15:30' }],
    ['with one more', { due: '2026-11-25', at: '15:00', others: [2] }],
    ['with somebody else', { due: '2026-11-25', at: '15:00', contact: 2 }],
    ['that is over', { due: '2026-11-25', at: '15:00', closed: 'done' }],
    ['that is none', { due: '2026-11-25', at: '15:00', kind: 'reminder' }],
  ])('is another one beside one %s', (_, there) => {
    expect(plan(net(there), [1]).id).toBe(11)
  })
})

it.each<[Occasion | undefined, number[], number]>([
  ['coffee', [1], 60],
  ['coffee', [1, 2], 60],
  ['coffee', [1, 3], 30],
  [undefined, [3], 30],
  ['shadowing', [1], 240],
])('%s with %j usually lasts %i minutes', (occasion, contacts, minutes) => {
  expect(usualMinutes(net(), { occasion, contacts })).toBe(minutes)
})

describe('a day or hour', () => {
  const now = { today: TODAY, time: '15:00' }

  it.each([{ day: TODAY }, { day: TODAY, time: '15:00' }, { day: '2026-11-22', time: '08:00' }])(
    '%j lies ahead',
    when => {
      expect(mustLieAhead(when, now)).toBe(when)
    },
  )

  it.each([
    [{ day: TODAY, time: '14:59' }, 'Today at 14:59 is past; it is 15:00.'],
    [{ day: '2026-11-20' }, 'Fri 20 Nov 2026 is past (yesterday).'],
    [{ day: '2026-11-20', time: '16:00' }, 'Fri 20 Nov 2026 is past (yesterday).'],
  ])('%j is past', (when, message) => {
    expect(() => mustLieAhead(when, now)).toThrow(message)
  })
})

describe('the next meeting with somebody', () => {
  const next = (...meetings: AnyFollowUp[]) => nextMeeting(net(...meetings), 1, TODAY)?.id

  it('is the first that is not over, of one day the earlier, without an hour last', () => {
    const day = { due: '2026-11-25' }
    expect(next(day, { ...day, at: '15:00' }, { ...day, at: '09:00' })).toBe(12)
    expect(next({ due: '2026-11-26' }, { due: TODAY }, { due: '2026-11-20' })).toBe(11)
    expect(next({}, { due: '2026-12-01' })).toBe(11)
  })

  it('is else the last that is still to be logged', () => {
    expect(next({ due: '2026-11-20' }, { due: '2026-11-18' })).toBe(10)
  })

  it.each<AnyFollowUp>([
    { kind: 'reminder', due: TODAY },
    { due: TODAY, closed: 'done' },
    { due: TODAY, contact: 2 },
  ])('is not %j', meeting => {
    expect(next(meeting)).toBe(undefined)
  })

  it('may be one in which they are among others', () => {
    expect(next({ contact: 2, others: [1], due: TODAY })).toBe(10)
  })
})

it('those of a meeting are the first and the others, where there is a first', () => {
  const who = (loop: AnyFollowUp) => attendees({ kind: 'meeting', ...loop } as FollowUp)
  expect([who({ contact: 1, others: [2, 3] }), who({ contact: 1 }), who({ others: [2] })]).toEqual([
    [1, 2, 3],
    [1],
    [2],
  ])
})

describe('the answer', () => {
  const answer = (db: Database) => {
    const [meeting] = db.followUps
    if (!meeting) throw new Error('a meeting was expected')
    return meetingAnswer(db, meeting, TODAY)
  }

  it.each<[AnyFollowUp, boolean]>([
    [{ at: '14:00', minutes: 60 }, false],
    [{ at: '14:00', minutes: 61 }, true],
    [{ at: '15:29' }, true],
    [{ at: '15:30' }, false],
    [{ at: '14:45' }, true],
    [{ at: '14:30' }, false],
    [{ at: '15:00', due: '2026-11-26' }, false],
    [{}, false],
    [{ at: '15:00', closed: 'done' }, false],
    [{ at: '15:00', kind: 'reminder' }, false],
    [{ at: '23:45', due: '2026-11-24', minutes: 1440 }, true],
  ])('names beside 15:00 to 15:30 what is at the same time: %j %s', (other, isClash) => {
    const own = { due: '2026-11-25', at: '15:00', minutes: 30 }
    const { clashes } = answer(net(own, { due: '2026-11-25', contact: 2, ...other }))
    expect(clashes.map(({ id }) => id)).toEqual(isClash ? [11] : [])
  })

  it('names nothing beside a meeting without an hour', () => {
    expect(answer(net({ due: '2026-11-25' }, { due: '2026-11-25', at: '15:00' })).clashes).toEqual(
      [],
    )
  })

  it('counts the people, me too, where that is more than I like', () => {
    const crowd = (others: number[], settings: Database['settings']) => {
      const db = net({ due: '2026-11-25', others })
      db.settings = settings
      return answer(db).crowd
    }
    expect(crowd([2, 3], { style: 'small' })).toBe(4)
    expect(crowd([2], { style: 'small' })).toBe(null)
    expect(crowd([2], { style: 'small', 'style.people': 2 })).toBe(3)
    expect(crowd([2, 3], {})).toBe(null)
  })

  it('says whose turn it is for one person, and not for several', () => {
    expect(answer(net({ due: '2026-11-25' })).turn?.turn).toBe('them')
    expect(answer(net({ due: '2026-11-25', others: [2] })).turn).toBe(null)
  })

  it('has its end, or the usual one, where it has an hour', () => {
    const ends = (meeting: AnyFollowUp) => {
      const db = net({ due: '2026-11-25', ...meeting })
      const [first] = db.followUps
      return first && meetingView(db, first).ends
    }
    expect(ends({ at: '15:00', minutes: 45 })).toBe('15:45')
    expect(ends({ at: '23:45' })).toBe('00:15')
    expect(ends({})).toBe(null)
  })
})

describe('whose side of town', () => {
  function turn(met: ('me' | 'them' | 'neither')[], meeting: AnyFollowUp = {}) {
    const db = net()
    db.profile.area = 'Mission Bay'
    db.interactions = met.map((near, index) => {
      const stamps = { id: 20 + index, uid: 'x', createdAt: '' }
      return { ...stamps, kind: 'coffee', on: `2026-11-0${index + 1}`, contacts: [1], near }
    })
    const [ana] = db.contacts
    return ana ? placeTurn(db, ana as Contact, meeting as FollowUp) : null
  }

  it.each<[('me' | 'them' | 'neither')[], string]>([
    [[], 'Pick a place near them, around Oakland.'],
    [['neither'], 'Pick a place near them, around Oakland.'],
    [['them'], 'Last time was near them, so pick a place near you this time, around Mission Bay.'],
    [
      ['them', 'me'],
      'Last time was near you, so pick a place near them this time, around Oakland.',
    ],
  ])('after %j: %s', (met, words) => {
    expect(turn(met)?.words).toBe(words)
  })

  it.each<AnyFollowUp>([
    { place: 'the park' },
    { occasion: 'video' },
    { occasion: 'call' },
    { occasion: 'office-hours' },
    { occasion: 'shadowing' },
  ])('is no question for %j', meeting => {
    expect(turn([], meeting)).toBe(null)
  })
})
