import { describe, expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import { created, emptyDatabase } from '../../../src/domain/data/model.ts'
import {
  hold,
  nearDaysIn,
  release,
  saidIn,
  saidOn,
  saidSince,
} from '../../../src/domain/mail/held.ts'

const MAIL = { contact: 1, template: 'thanks', subject: 'Thank you', body: 'Dear Dr. Hoff' }
const UNTIL = '2026-11-22T18:00:00.000Z'

function network() {
  const db = emptyDatabase()
  return { db, hoff: created(db, 'contacts', { name: 'Dr. Lena Hoff' }) }
}

it('a mail that rests is an open loop until its moment', () => {
  const { db } = network()
  const held = hold(db, { ...MAIL, said: { topic: 'a mentor' }, until: UNTIL })
  expect(held).toMatchObject({
    ...{ kind: 'draft', contact: 1, what: 'Thank you', text: 'Dear Dr. Hoff' },
    ...{ said: { topic: 'a mentor' }, holdUntil: UNTIL, due: '2026-11-22' },
  })
})

it('a released mail is kept as it was printed', () => {
  const { db } = network()
  const { id } = hold(db, { ...MAIL, said: {}, until: UNTIL })
  release(db, id, { subject: 'Thanks', body: 'Dear Dr. Hoff,' }, '2026-11-23')
  expect(db.followUps[0]).toMatchObject({
    ...{ what: 'Thanks', text: 'Dear Dr. Hoff,', closed: 'done', closedOn: '2026-11-23' },
  })
})

describe('the days of a held mail', () => {
  const days = {
    ...{ occasion_day: '2026-11-20', met_day: '2026-11-18', wrote_day: '2026-09-03' },
    ...{ asked_day: undefined, last_time: undefined },
  }
  const view = { occasion_day: 'yesterday', met_day: 'on Wednesday', point: '2026-11-20' }
  const said = saidIn({ view, days })

  it('are kept as days', () => {
    expect(said).toEqual({
      ...{ occasion_day: '2026-11-20', met_day: '2026-11-18', wrote_day: '2026-09-03' },
      point: '2026-11-20',
    })
  })

  it('are said as of the day that it is printed', () => {
    expect({ ...saidOn(said, { today: '2026-11-21', style: 'us' }) }).toEqual({
      ...{ occasion_day: 'yesterday', met_day: 'on Wednesday', wrote_day: 'in September' },
      point: '2026-11-20',
    })
    expect(saidOn(said, { today: '2026-11-28', style: 'us' })).toMatchObject({
      ...{ occasion_day: 'on November 20', met_day: 'on November 18' },
    })
  })
})

it('when you were last in touch is as it is by now, where the mail says it', () => {
  const { db, hoff } = network()
  created(db, 'interactions', { kind: 'call', on: '2026-11-25', contacts: [hoff.id] })
  const since = (said: Record<string, string>) => saidSince(publicPart(db), said, hoff)
  expect(since({ last_time: '2026-09-03' })).toEqual({ last_time: '2026-11-25' })
  expect(since({ point: 'x' })).toEqual({ point: 'x' })
})

it.each([
  ['Thank you for today. I was glad yesterday, and Today too.', ['today', 'yesterday', 'Today']],
  ['Tomorrow or tonight? This morning it rained, last night too.', undefined],
  ['Thank you for speaking on Wednesday.', ['on Wednesday']],
  ['Would Tuesday at 5 pm or Thursday at noon work?', ['Tuesday', 'Thursday']],
  ['See you next week.', ['next week']],
  ['It is on Tuesday, 24 November, or Friday, November 27.', []],
  ['I am free on Mondays; Sundays are for family. In the next few weeks?', []],
  ['Thank you for speaking on 18 November.', []],
])('near days in %j', (text, days = ['Tomorrow', 'tonight', 'This morning', 'last night']) => {
  expect(nearDaysIn(text)).toEqual(days)
})
