import { describe, expect, it } from 'vitest'
import { withDaysSaid } from '../../../src/domain/words/typed-days.ts'

/** A Saturday. */
const today = '2026-11-21'
const us = { today, style: 'us' } as const
const intl = { today, style: 'intl' } as const

const READ: [typed: string, american: string, other: string][] = [
  [
    'tues 5 or thurs noon',
    'Tuesday at 5 pm or Thursday at noon',
    'Tuesday at 17:00 or Thursday at 12:00',
  ],
  ['15 dec', 'December 15', '15 December'],
  ['Dec. 15, 2026', 'December 15', '15 December'],
  ['dec 1 2027', 'December 1, 2027', '1 December 2027'],
  ['9/17', 'September 17', '17 September'],
  ['12/15/27', 'December 15, 2027', '15 December 2027'],
  ['15.12.', 'December 15', '15 December'],
  ['2026-12-15', 'December 15', '15 December'],
  ['before 12/15', 'before December 15', 'before 15 December'],
  ['week of 12/15', 'week of December 15', 'week of 15 December'],
  ['wed 3p', 'Wednesday at 3 pm', 'Wednesday at 15:00'],
  ['Wed. 3pm', 'Wednesday at 3 pm', 'Wednesday at 15:00'],
  ['thurs @ 5', 'Thursday at 5 pm', 'Thursday at 17:00'],
  ['wed 9:30', 'Wednesday at 9:30 am', 'Wednesday at 09:30'],
  ['wed 4:30', 'Wednesday at 4:30 pm', 'Wednesday at 16:30'],
  ['wed 04:30', 'Wednesday at 4:30 am', 'Wednesday at 04:30'],
  ['wed 15:30', 'Wednesday at 3:30 pm', 'Wednesday at 15:30'],
  ['11/30 at 14:00', 'November 30 at 2 pm', '30 November at 14:00'],
  ['tues dec 15 at 5', 'Tuesday, December 15 at 5 pm', 'Tuesday 15 December at 17:00'],
  ['mon 2 or tues 4pm', 'Monday at 2 pm or Tuesday at 4 pm', 'Monday at 14:00 or Tuesday at 16:00'],
  ['mon/wed 4pm', 'Monday/Wednesday at 4 pm', 'Monday/Wednesday at 16:00'],
  [
    'tues, thurs or fri at 5',
    'Tuesday, Thursday or Friday at 5 pm',
    'Tuesday, Thursday or Friday at 17:00',
  ],
  ['tues 5 or 6', 'Tuesday at 5 or 6 pm', 'Tuesday at 17:00 or 18:00'],
  ['tues 8 or 9 pm', 'Tuesday at 8 or 9 pm', 'Tuesday at 20:00 or 21:00'],
  ['3 or 4 pm tuesday', '3 or 4 pm Tuesday', '15:00 or 16:00 Tuesday'],
  ['tmr 3pm', 'tomorrow at 3 pm', 'tomorrow at 15:00'],
  ['may 2027', 'May 2027', 'May 2027'],
  ['next wed 3', 'next Wednesday at 3 pm', 'next Wednesday at 15:00'],
  ['fridays at 4', 'Fridays at 4 pm', 'Fridays at 16:00'],
  ['dec 1-5', 'December 1–5', '1–5 December'],
  ['1-5 dec', 'December 1–5', '1–5 December'],
  ['dec 28 - jan 3', 'December 28 to January 3', '28 December to 3 January'],
  ['june to aug', 'June to August', 'June to August'],
  ['in may', 'in May', 'in May'],
  ['tues 3-5pm', 'Tuesday from 3 to 5 pm', 'Tuesday from 15:00 to 17:00'],
  ['tues 10-2pm', 'Tuesday from 10 am to 2 pm', 'Tuesday from 10:00 to 14:00'],
  ['between 3 and 5pm', 'between 3 and 5 pm', 'between 15:00 and 17:00'],
  ['sat 10am-12pm', 'Saturday from 10 am to noon', 'Saturday from 10:00 to 12:00'],
  ['any day 1-3pm', 'any day 1–3 pm', 'any day 13:00–15:00'],
]

describe('what is typed for a time', () => {
  it.each(READ)('%s is said as %s, or as %s', (typed, american, other) => {
    expect(withDaysSaid(typed, us).text).toBe(american)
    expect(withDaysSaid(typed, intl).text).toBe(other)
  })

  it.each(READ)('%s said once stays so', (_, american, other) => {
    expect(withDaysSaid(american, us).text).toBe(american)
    expect(withDaysSaid(other, intl).text).toBe(other)
  })

  it.each([
    ...['next week', 'tonight or tomorrow after six', 'on Friday mornings', 'mid-May'],
    ...['after the Thursday session', 'until the end of the renal block', 'the middle of March'],
    ...['tomorrow morning at 6', 'tonight at 8', 'at the noon conference', 'any time after 3'],
    ...['24/7', 'in 1/2 hour', '3-4 weeks', '20 minutes', '1-3', 'the 15th', '9/31', '13/13'],
    ...['version 2.5', 'as soon as you can'],
  ])('%s stays as typed', typed => {
    expect(withDaysSaid(typed, us)).toEqual({ text: typed, doubts: [] })
  })
})

describe('what can be read in two ways', () => {
  const doubtsOf = (typed: string, style: 'us' | 'intl' = 'us') =>
    withDaysSaid(typed, { today, style }).doubts

  it('is named with its weekday, and with the other day', () => {
    expect(doubtsOf('by 5/6')).toEqual([
      { typed: '5/6', says: '"5/6" is read as Thu 6 May 2027.', other: '5 Jun' },
    ])
    expect(doubtsOf('by 5/6', 'intl')).toEqual([
      { typed: '5/6', says: '"5/6" is read as Sat 5 Jun 2027.', other: '6 May' },
    ])
    expect(doubtsOf('9/17 or 5/5')).toEqual([])
  })

  it('is no question beside its weekday', () => {
    expect(withDaysSaid('wed 12/2', intl)).toEqual({ text: 'Wednesday 2 December', doubts: [] })
    expect(withDaysSaid('wed 12/2', us)).toEqual({ text: 'Wednesday, December 2', doubts: [] })
  })

  it('an hour may be a date', () => {
    expect(doubtsOf('wed 2')).toEqual([
      { typed: 'wed 2', says: '"wed 2" is read as Wednesday at 2 pm.', other: 'Wed 2 Dec' },
    ])
    expect(doubtsOf('wed at 2')).toEqual([])
    expect(doubtsOf('wed 3')).toEqual([])
  })

  it('a weekday beside another date stays as typed', () => {
    expect(withDaysSaid('mon dec 15', us)).toEqual({
      text: 'mon dec 15',
      doubts: [
        {
          typed: 'mon dec 15',
          says: '"mon dec 15" stays as typed: 15 Dec 2026 is a Tuesday.',
          other: 'Tue 15 Dec',
        },
      ],
    })
  })
})

describe('in a text that says something else', () => {
  it.each([
    ['the ACC Meeting on 12 mar', 'the ACC Meeting on March 12'],
    ['I start on jan 12 at 8 am', 'I start on January 12 at 8 am'],
    ['send the aims by fri', 'send the aims by Friday'],
    ['call friday at 4 pm', 'call Friday at 4 pm'],
    ['due 4/5 of the way', 'due 4/5 of the way'],
    ['I sat 2 exams', 'I sat 2 exams'],
    ['my talk is at 15:00', 'my talk is at 15:00'],
    ['PGY 2 PM&R residents', 'PGY 2 PM&R residents'],
    ['20 May minutes', 'May 20 minutes'],
  ])('%s is said as %s', (typed, said) => {
    expect(withDaysSaid(typed, us, { reads: 'else' }).text).toBe(said)
  })
})
