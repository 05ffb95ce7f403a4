import { describe, expect, it } from 'vitest'
import { elseSaid, whenSaid } from '../../../src/domain/words/typed-when.ts'

/** A Saturday. */
const today = '2026-11-21'
const offer = { today, side: 'ahead', isHours: true, isChoice: true } as const
const us = { ...offer, style: 'us' } as const
const intl = { ...offer, style: 'intl' } as const

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
  ['mon/wed 4pm', 'Monday or Wednesday at 4 pm', 'Monday or Wednesday at 16:00'],
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
  ['any day 1-3pm', 'any day from 1 to 3 pm', 'any day from 13:00 to 15:00'],
  ['mon-wed after 5', 'Monday to Wednesday after 5 pm', 'Monday to Wednesday after 17:00'],
  ['m-f 9-5', 'Monday to Friday from 9 am to 5 pm', 'Monday to Friday from 09:00 to 17:00'],
  ['m/w/f at 4', 'Monday, Wednesday or Friday at 4 pm', 'Monday, Wednesday or Friday at 16:00'],
  ['T/Th 3-5', 'Tuesday or Thursday from 3 to 5 pm', 'Tuesday or Thursday from 15:00 to 17:00'],
  [
    'mwf 10-12',
    'Monday, Wednesday or Friday from 10 am to noon',
    'Monday, Wednesday or Friday from 10:00 to 12:00',
  ],
  [
    'tues 3-5pm or wed 15-16',
    'Tuesday from 3 to 5 pm or Wednesday from 3 to 4 pm',
    'Tuesday from 15:00 to 17:00 or Wednesday from 15:00 to 16:00',
  ],
  ['tues 6-8', 'Tuesday from 6 to 8 pm', 'Tuesday from 18:00 to 20:00'],
  ['10am-2', 'from 10 am to 2 pm', 'from 10:00 to 14:00'],
  ['12-1', 'from noon to 1 pm', 'from 12:00 to 13:00'],
  ['8-11', 'from 8 to 11 am', 'from 08:00 to 11:00'],
  ['noon-1', 'from noon to 1 pm', 'from 12:00 to 13:00'],
  ['between 6 and 8 tues', 'between 6 and 8 pm Tuesday', 'between 18:00 and 20:00 Tuesday'],
  ['sat or sun 10ish', 'Saturday or Sunday around 10 am', 'Saturday or Sunday around 10:00'],
  ['this sat ~10', 'this Saturday around 10 am', 'this Saturday around 10:00'],
  ['tonight 7', 'tonight at 7', 'tonight at 19:00'],
  ['6 tonight', '6 tonight', '18:00 tonight'],
  ['fri evening 6-8', 'Friday evening from 6 to 8', 'Friday evening from 18:00 to 20:00'],
  ['tomorrow morning at 6', 'tomorrow morning at 6', 'tomorrow morning at 06:00'],
  ['weekday evenings after 8', 'weekday evenings after 8', 'weekday evenings after 20:00'],
  ['lunch tues at 1', 'lunch Tuesday at 1 pm', 'lunch Tuesday at 13:00'],
  [
    'thurs am or fri aft',
    'Thursday morning or Friday afternoon',
    'Thursday morning or Friday afternoon',
  ],
  ['any time after 3', 'any time after 3 pm', 'any time after 15:00'],
  ['from 5 on', 'after 5 pm', 'after 17:00'],
  ['17h30', '5:30 pm', '17:30'],
  ['9.30', '9:30 am', '09:30'],
  ['wed half past 4', 'Wednesday at 4:30 pm', 'Wednesday at 16:30'],
  ['5 or 6', '5 or 6 pm', '17:00 or 18:00'],
  ['tues 5pm et', 'Tuesday at 5 pm ET', 'Tuesday at 17:00 ET'],
  ['2026-12-01T17:00', 'December 1 at 5 pm', '1 December at 17:00'],
  ['the 15th', 'December 15', '15 December'],
  ['fri 27th at 3', 'Friday, November 27 at 3 pm', 'Friday 27 November at 15:00'],
  ['dec 8 (tues) at 5', 'Tuesday, December 8 at 5 pm', 'Tuesday 8 December at 17:00'],
  ['dec 1st or 2nd', 'December 1 or 2', '1 December or 2 December'],
  [
    'tues 5 thurs 6',
    'Tuesday at 5 pm or Thursday at 6 pm',
    'Tuesday at 17:00 or Thursday at 18:00',
  ],
  [
    'tues 5/thurs 6',
    'Tuesday at 5 pm or Thursday at 6 pm',
    'Tuesday at 17:00 or Thursday at 18:00',
  ],
  [
    'dec 1 12:30, dec 2 1',
    'December 1 at 12:30 pm or December 2 at 1 pm',
    '1 December at 12:30 or 2 December at 13:00',
  ],
  [
    'TUES 5PM OR THURS NOON',
    'Tuesday at 5 pm or Thursday at noon',
    'Tuesday at 17:00 or Thursday at 12:00',
  ],
  ['nov 24/25', 'November 24 or 25', '24 November or 25 November'],
  ['nov 20-25', 'November 20–25', '20–25 November'],
  ['the 30th or the 1st', 'November 30 or December 1', '30 November or 1 December'],
  ['wed 25 at 2', 'Wednesday, November 25 at 2 pm', 'Wednesday 25 November at 14:00'],
  [
    'mon 11/30: 2-4; tue 12/1: 10-12',
    'Monday, November 30 from 2 to 4 pm or Tuesday, December 1 from 10 am to noon',
    'Monday 30 November from 14:00 to 16:00 or Tuesday 1 December from 10:00 to 12:00',
  ],
  [
    'mon morning, tues all day, thurs after 2',
    'Monday morning, Tuesday all day or Thursday after 2 pm',
    'Monday morning, Tuesday all day or Thursday after 14:00',
  ],
  ['mon am/tues pm', 'Monday morning or Tuesday afternoon', 'Monday morning or Tuesday afternoon'],
  ['btwn 3-5 tues', 'between 3 and 5 pm Tuesday', 'between 15:00 and 17:00 Tuesday'],
  ['tues from 3', 'Tuesday after 3 pm', 'Tuesday after 15:00'],
  ['quarter to 5 mon', '4:45 pm Monday', '16:45 Monday'],
  ['2nd tues of dec', 'the second Tuesday of December', 'the second Tuesday of December'],
  ['tues 3 @ the cafe', 'Tuesday at 3 pm @ the cafe', 'Tuesday at 15:00 @ the cafe'],
  ['xmas eve', 'Christmas Eve', 'Christmas Eve'],
  ['tmw @ 3', 'tomorrow at 3 pm', 'tomorrow at 15:00'],
  ['tues 5 at UCSF', 'Tuesday at 5 pm at UCSF', 'Tuesday at 17:00 at UCSF'],
  ['3 weeks from dec 1', '3 weeks from December 1', '3 weeks from 1 December'],
]

describe('what is typed for a time', () => {
  it.each(READ)('%s is said as %s, or as %s', (typed, american, other) => {
    expect(whenSaid(typed, us).text).toBe(american)
    expect(whenSaid(typed, intl).text).toBe(other)
  })

  it.each(READ)('%s said once stays so', (_, american, other) => {
    expect(whenSaid(american, us)).toEqual(right(american))
    expect(whenSaid(other, intl)).toEqual(right(other))
  })

  it.each([
    ...[
      'next week',
      'tonight or tomorrow after six',
      'on Friday mornings',
      'mid-May',
      'after work',
    ],
    ...['after the Thursday session', 'until the end of the renal block', 'the middle of March'],
    ...['tonight at 8', 'at the noon conference', 'any afternoon next week', 'when the sun is out'],
    ...['24/7', 'in 1/2 hour', '3-4 weeks', '20 minutes', 'as soon as you can', 'Sunday evenings'],
    ...[
      'two afternoons a week',
      'after Step 1',
      'the 2nd week of block 3',
      'whenever works for you',
    ],
    ...['spring 2027', 'until I finish my MS2 year'],
  ])('%s stays as typed', typed => {
    expect(whenSaid(typed, us)).toEqual(right(typed))
  })
})

function right(text: string) {
  return { text, doubts: [], asks: [] }
}

describe('what cannot be meant', () => {
  it.each<[string, string, string[]]>([
    ['nov 3 at 5', '"nov 3" is past: Tue 3 Nov 2026.', ['3 Nov 2027 at 5']],
    ['11/3/2026', '"11/3/2026" is past: Tue 3 Nov 2026.', []],
    ['sun 1 nov 2pm', '"1 nov" is past: Sun 1 Nov 2026.', ['Mon 1 Nov 2027 2pm']],
    ['yesterday at 5', '"yesterday" is past.', []],
    ['last friday', '"last friday" is past.', []],
    ['nov 31', '"nov 31" is not a day: November has 30 days.', ['30 Nov', '1 Dec']],
    ['2/30 at 5', '"2/30" is not a day: February 2027 has 28 days.', ['28 Feb at 5', '1 Mar at 5']],
    ['13/13', '"13/13" is not a day: there is no month 13.', []],
    ['24:00 fri', '"24:00" is not a time of day.', ['midnight fri']],
    ['tues 13pm', '"13pm" is not a time of day.', ['tues 13:00']],
    [
      'fri 11/28 3pm',
      '28 Nov 2026 is a Saturday, not a Friday.',
      ['Sat 28 Nov 3pm', 'Fri 27 Nov 3pm'],
    ],
    ['tues 29 feb', '"29 feb" is not a day: February 2027 has 28 days.', ['28 Feb', '1 Mar']],
    ['nov 14-16', '"nov 14-16" is past: Mon 16 Nov 2026.', ['nov 14-16 2027']],
    ['mon dec 15', '15 Dec 2026 is a Tuesday, not a Monday.', ['Tue 15 Dec', 'Mon 14 Dec']],
    ['14/12 or 12/14', '"14/12" and "12/14" put day and month in different orders.', []],
    ['tues 15', `netmed can't read "15" in "tues 15".`, ['tues at 15:00', 'tues 15 Dec']],
    ['tues 6 or 8', `netmed can't read "8" in "tues 6 or 8".`, ['tues 6 or 8 pm']],
    ['tues 5-3', `netmed can't read "5-3" in "tues 5-3".`, []],
    ['I may 5 pm', `netmed can't read "may" in "I may 5 pm".`, []],
    [
      'friday night at 12',
      `netmed can't read "12" in "friday night at 12".`,
      ['friday night at midnight'],
    ],
    [
      '2026-12-01T17:00Z',
      '"2026-12-01T17:00Z" is the time of another clock. Write it as it is where you are.',
      ['2026-12-01 17:00'],
    ],
    ['nov 3 or 13pm', '"nov 3" is past: Tue 3 Nov 2026.', ['3 Nov 2027 or 13pm']],
    ['tue 11/28', '28 Nov 2026 is a Saturday, not a Tuesday.', ['Sat 28 Nov', 'Tue 1 Dec']],
    ['fri 11/23', '23 Nov 2026 is a Monday, not a Friday.', ['Mon 23 Nov']],
    ['sat 11/22', '22 Nov 2026 is a Sunday, not a Saturday.', ['Sun 22 Nov', 'Sat 21 Nov']],
    [
      'friday night at 3',
      `netmed can't read "3" in "friday night at 3".`,
      ['friday night at 3 am'],
    ],
    ['tues 5 or 12', `netmed can't read "12" in "tues 5 or 12".`, ['tues 5 or 12 pm']],
    ['tues 23', `netmed can't read "23" in "tues 23".`, ['tues at 23:00', 'tues 23 Nov']],
    ['tues 0', `netmed can't read "0" in "tues 0".`, []],
    ['tues 99', `netmed can't read "99" in "tues 99".`, []],
    ['1/32', '"1/32" is not a day: January has 31 days.', []],
    ['12/32', '"12/32" is not a day: December has 31 days.', []],
    ['nov 32', `netmed can't read "32" in "nov 32".`, []],
    ['tues 24pm', '"24pm" is not a time of day.', ['tues midnight']],
    ['25:00', '"25:00" is not a time of day.', []],
    ['12:60 fri', '"12:60" is not a time of day.', []],
    ['0 pm fri', '"0 pm" is not a time of day.', []],
    ['flexible', `"flexible" doesn't say when.`, []],
    ['?', `"" doesn't say when.`, []],
  ])('%s is asked', (typed, says, instead) => {
    expect(whenSaid(typed, us).asks).toEqual([{ says, instead }])
  })

  it.each([
    ...['nov 3 at 5', 'nov 31', '2/30 at 5', '24:00 fri', 'tues 13pm', 'fri 11/28 3pm', 'tues 15'],
    ...['tues 6 or 8', 'sun 1 nov 2pm', '2026-12-01T17:00Z', 'mon dec 15', 'friday night at 12'],
  ])('what is offered for %s is read', typed => {
    const offered = whenSaid(typed, us).asks.flatMap(({ instead }) => instead)
    expect(offered.flatMap(each => whenSaid(each, us).asks)).toEqual([])
  })

  it.each([
    ['2028-02-10', 'February 2028 has 29 days', '29 Feb'],
    ['2028-03-01', 'February 2029 has 28 days', '28 Feb'],
  ])('on %s a day of the next February is none: %s', (day, says, last) => {
    expect(whenSaid('feb 30', { ...us, today: day }).asks).toEqual([
      { says: `"feb 30" is not a day: ${says}.`, instead: [last, '1 Mar'] },
    ])
  })

  it('an ordinal without its month was plain to whoever planned it, and is asked ahead', () => {
    expect(whenSaid('the 40th', { today, style: 'us', side: 'either' })).toEqual(right('the 40th'))
    expect(whenSaid('the 40th', us).asks).toHaveLength(1)
  })

  it('a day that was planned may be past', () => {
    expect(whenSaid('wed nov 18 at 3', { today, style: 'us', side: 'either' })).toEqual(
      right('Wednesday, November 18 at 3 pm'),
    )
  })

  it('a day of next year whose name is just past has its year', () => {
    expect(whenSaid('3 nov 2027', us).text).toBe('November 3, 2027')
  })
})

it('days are a choice only where one can be chosen', () => {
  expect(whenSaid('dec 15, dec 16', us).text).toBe('December 15 or December 16')
  const due = { today, side: 'ahead', style: 'us' } as const
  expect(whenSaid('dec 15, dec 16', due).text).toBe('December 15, December 16')
})

describe('what can be read in two ways', () => {
  const doubtsOf = (typed: string, style: 'us' | 'intl' = 'us') =>
    whenSaid(typed, { ...offer, style }).doubts

  it('is named with its weekday, and with the other day', () => {
    expect(doubtsOf('by 5/6')).toEqual([
      { says: '"5/6" is read as Thu 6 May 2027.', instead: ['by 5 Jun'] },
    ])
    expect(doubtsOf('by 5/6', 'intl')).toEqual([
      { says: '"5/6" is read as Sat 5 Jun 2027.', instead: ['by 6 May'] },
    ])
    expect(doubtsOf('9/17 or 5/5')).toEqual([])
  })

  it('is no question beside its weekday', () => {
    expect(whenSaid('wed 12/2', intl)).toEqual(right('Wednesday 2 December'))
    expect(whenSaid('wed 12/2', us)).toEqual(right('Wednesday, December 2'))
  })

  it('an hour may be a date', () => {
    expect(doubtsOf('wed 2')).toEqual([
      { says: '"wed 2" is read as Wednesday at 2 pm.', instead: ['Wed 2 Dec'] },
    ])
    expect(doubtsOf('wed at 2')).toEqual([])
    expect(doubtsOf('wed 3')).toEqual([])
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
    ['SNMA in april', 'SNMA in April'],
    ['grand rounds wed', 'grand rounds Wednesday'],
    ['our coffee wed', 'our coffee Wednesday'],
    ['I start fri 11/27', 'I start Friday, November 27'],
    ['PGY 2 PM&R residents', 'PGY 2 PM&R residents'],
    ['20 May minutes', 'May 20 minutes'],
  ])('%s is said as %s', (typed, said) => {
    expect(elseSaid(typed, us).text).toBe(said)
  })

  it('a date that no month has is asked', () => {
    expect(elseSaid('I start mon nov 31', us).asks).toEqual([
      {
        says: '"nov 31" is not a day: November has 30 days.',
        instead: ['I start 30 Nov', 'I start 1 Dec'],
      },
    ])
    expect(elseSaid('we start on the 31st of sept', us).asks).toHaveLength(1)
    expect(elseSaid('may 30 people come', us).asks).toEqual([])
  })

  it('a weekday beside another date is asked', () => {
    expect(elseSaid('our coffee fri 11/28', { today, style: 'us', side: 'either' }).asks).toEqual([
      {
        says: '28 Nov 2026 is a Saturday, not a Friday.',
        instead: ['our coffee Sat 28 Nov', 'our coffee Fri 27 Nov'],
      },
    ])
  })
})
