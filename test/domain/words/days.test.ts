import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import {
  addDays,
  addMinutes,
  addMonths,
  birthdayWords,
  byDay,
  dayEcho,
  dayOfMoment,
  daysBetween,
  durationWords,
  everyWords,
  fromNow,
  fullDay,
  isDay,
  longDay,
  momentAgo,
  momentLater,
  mondayOf,
  monthAndYear,
  onDay,
  plainDay,
  shortDay,
  timeOfMoment,
  weekdayOf,
} from '../../../src/domain/words/days.ts'
import {
  isTime,
  mustNotBePast,
  readBirthday,
  readDay,
  readDays,
  readDuration,
  readMinutes,
  readTime,
  readWhen,
} from '../../../src/domain/words/read-days.ts'
import { Failure } from '../../../src/failure.ts'

const SATURDAY = '2026-11-21'
const MONDAY = '2026-11-23'
const FRIDAY = '2026-11-20'
const ahead = { lean: 'ahead' } as const
const back = { lean: 'back' } as const

/** Every day from 1950 to 2150. */
const someDay = fc.integer({ min: 0, max: 73_000 }).map(count => addDays('1950-01-01', count))

function refusal(read: () => unknown): string {
  try {
    read()
  } catch (failure) {
    if (failure instanceof Failure && failure.kind === 'usage') {
      return `${failure.message} ${failure.hint}`
    }
    throw failure
  }
  return 'was read'
}

describe('typed days that lean ahead, on Saturday 21 November 2026', () => {
  it.each([
    ['today', '2026-11-21'],
    ['tomorrow', '2026-11-22'],
    ['yesterday', '2026-11-20'],
    ['the day after tomorrow', '2026-11-23'],
    ['day before yesterday', '2026-11-19'],
    ['wed', '2026-11-25'],
    ['weds', '2026-11-25'],
    ['Wednesday', '2026-11-25'],
    ['on wed', '2026-11-25'],
    ['thurs', '2026-11-26'],
    ['sat', '2026-11-28'],
    ['sun', '2026-11-22'],
    ['next wed', '2026-11-25'],
    ['next sun', '2026-11-29'],
    ['this sun', '2026-11-22'],
    ['this wed', '2026-11-18'],
    ['last wed', '2026-11-18'],
    ['last friday', '2026-11-20'],
    ['last sat', '2026-11-14'],
    ['3d', '2026-11-24'],
    ['2w', '2026-12-05'],
    ['1m', '2026-12-21'],
    ['3d 2w 1m', '2027-01-07'],
    ['1y', '2027-11-21'],
    ['0d', '2026-11-21'],
    ['+10', '2026-12-01'],
    ['+2w', '2026-12-05'],
    ['in six weeks', '2027-01-02'],
    ['six weeks', '2027-01-02'],
    ['in 10 days', '2026-12-01'],
    ['10 days from now', '2026-12-01'],
    ['in a month and two days', '2026-12-23'],
    ['a fortnight', '2026-12-05'],
    ['in a fortnight', '2026-12-05'],
    ['3 days ago', '2026-11-18'],
    ['two weeks ago', '2026-11-07'],
    ['a week ago', '2026-11-14'],
    ['a month ago', '2026-10-21'],
    ['next week', '2026-11-23'],
    ['next month', '2026-12-01'],
    ['end of month', '2026-11-30'],
    ['end of the month', '2026-11-30'],
    ['end of week', '2026-11-22'],
    ['eom', '2026-11-30'],
    ['eow', '2026-11-22'],
    ['this morning', '2026-11-21'],
    ['tonight', '2026-11-21'],
    ['last night', '2026-11-20'],
    ['1 Dec', '2026-12-01'],
    ['1dec', '2026-12-01'],
    ['Dec 1', '2026-12-01'],
    ['Dec 1 2027', '2027-12-01'],
    ['Dec. 1st, 2027', '2027-12-01'],
    ['1 December', '2026-12-01'],
    ['1st of December', '2026-12-01'],
    ['the 22nd of January', '2027-01-22'],
    ['December the 11th', '2026-12-11'],
    ['3 Oct', '2027-10-03'],
    ['21 Nov', '2026-11-21'],
    ['20 Nov', '2027-11-20'],
    ['29 Feb 2028', '2028-02-29'],
    ['Wed 25 Nov', '2026-11-25'],
    ['Wednesday, 25 November 2026', '2026-11-25'],
    ['2026-12-01', '2026-12-01'],
    ['2026-3-9', '2026-03-09'],
    ['Tue 2026-12-01', '2026-12-01'],
    ['  TOMORROW. ', '2026-11-22'],
    ['Tómorrow', '2026-11-22'],
    ['in   10    days,', '2026-12-01'],
  ])('reads "%s" as %s', (text, day) => {
    expect(readDay(text, SATURDAY, ahead)).toBe(day)
  })
})

describe('typed days that lean back, on Friday 20 November 2026', () => {
  it.each([
    ['fri', '2026-11-20'],
    ['thu', '2026-11-19'],
    ['sat', '2026-11-14'],
    ['last fri', '2026-11-13'],
    ['next fri', '2026-11-27'],
    ['today', '2026-11-20'],
    ['3d', '2026-11-17'],
    ['a fortnight', '2026-11-06'],
    ['+10', '2026-11-30'],
    ['in 10 days', '2026-11-30'],
    ['3 Oct', '2026-10-03'],
    ['20 Nov', '2026-11-20'],
    ['1 Dec', '2025-12-01'],
    ['Wed 18 Nov', '2026-11-18'],
  ])('reads "%s" as %s', (text, day) => {
    expect(readDay(text, FRIDAY, back)).toBe(day)
  })
})

describe('weekdays', () => {
  it.each([
    ['wed', MONDAY, '2026-11-25'],
    ['next wed', MONDAY, '2026-12-02'],
    ['mon', MONDAY, '2026-11-30'],
    ['next mon', MONDAY, '2026-11-30'],
    ['next week', MONDAY, '2026-11-30'],
    ['next mon', '2026-11-22', '2026-11-23'],
    ['next week', '2026-11-22', '2026-11-23'],
    ['end of week', '2026-11-22', '2026-11-22'],
  ])('reads "%s" on %s as %s', (text, today, day) => {
    expect(readDay(text, today, ahead)).toBe(day)
  })

  it('lie one to seven days ahead, and zero to six back', () => {
    const names = fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')
    fc.assert(
      fc.property(someDay, names, (today, name) => {
        const coming = readDay(name, today, ahead)
        const past = readDay(name, today, back)
        expect(longDay(coming).slice(0, 3).toLowerCase()).toBe(name)
        expect(daysBetween(today, coming)).toBeGreaterThanOrEqual(1)
        expect(daysBetween(today, coming)).toBeLessThanOrEqual(7)
        expect(daysBetween(past, coming)).toBe(7)
      }),
    )
  })

  it('with "next" lie in the week from Monday that comes', () => {
    const names = fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')
    fc.assert(
      fc.property(someDay, names, (today, name) => {
        const day = readDay(`next ${name}`, today, ahead)
        expect(mondayOf(day)).toBe(readDay('next week', today, ahead))
      }),
    )
  })
})

describe('month ends and leap days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', -48, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('moves %s by %i months to %s', (day, count, moved) => {
    expect(addMonths(day, count)).toBe(moved)
  })

  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-01-01', 365, '2027-01-01'],
  ])('moves %s by %i days to %s', (day, count, moved) => {
    expect(addDays(day, count)).toBe(moved)
  })

  it.each([
    ['in a month', '2026-01-31', '2026-02-28'],
    ['next month', '2026-01-31', '2026-02-01'],
    ['end of month', '2028-02-10', '2028-02-29'],
    ['29 Feb', '2027-12-01', '2028-02-29'],
    ['1 Jan', '2026-12-31', '2027-01-01'],
  ])('reads "%s" on %s as %s', (text, today, day) => {
    expect(readDay(text, today, ahead)).toBe(day)
  })
})

describe('what is not understood whole is refused', () => {
  const likeThis = 'Write it like: wed, next wed, tomorrow, in 10 days, 2w, 1 Dec, 2026-12-01.'

  it.each([
    [
      '3/4',
      '"3/4" reads differently in different countries. Write the month as a word: 3 Apr or 4 Mar.',
    ],
    [
      '25/12',
      '"25/12" reads differently in different countries. Write the month as a word: 25 Dec.',
    ],
    [
      '3.4.2027',
      '"3.4.2027" reads differently in different countries. Write the month as a word: 3 Apr or 4 Mar.',
    ],
    ['10', '"10" is only a number. Write 10d for days, or 10 Nov for a day of the month.'],
    ['2027', `"2027" is only a number. ${likeThis}`],
    ['20261201', `"20261201" is only a number. ${likeThis}`],
    ['31 Feb', '"31 Feb" is not a day: February 2027 has 28 days. Check the day and the month.'],
    ['29 Feb', '"29 Feb" is not a day: February 2027 has 28 days. Check the day and the month.'],
    [
      '29 Feb 2027',
      '"29 Feb 2027" is not a day: February 2027 has 28 days. Check the day and the month.',
    ],
    [
      '2026-02-31',
      '"2026-02-31" is not a day: February 2026 has 28 days. Check the day and the month.',
    ],
    ['2026-13-01', '"2026-13-01" is not a day: there is no month 13. Check the day and the month.'],
    ['Tue 25 Nov 2026', '25 Nov 2026 is a Wednesday, not a Tuesday. Correct one of the two.'],
    ['Wed 18 Nov', '18 Nov 2027 is a Thursday, not a Wednesday. Correct it, or add the year.'],
    ['1 Dec 2500', '"1 Dec 2500" is outside the years 1900 to 2200. Check the year.'],
    ['1899-12-31', '"1899-12-31" is outside the years 1900 to 2200. Check the year.'],
    ['in 999999 days', '"in 999999 days" is outside the years 1900 to 2200. Check the year.'],
    ['in 175 years', '"in 175 years" is outside the years 1900 to 2200. Check the year.'],
    ['127 years ago', '"127 years ago" is outside the years 1900 to 2200. Check the year.'],
    ['tomorow', '"tomorow" can\'t be read as a day. Did you mean tomorrow?'],
    ['wendesday', '"wendesday" can\'t be read as a day. Did you mean wednesday?'],
    ['', `No day was given. ${likeThis}`],
    ['   ', `No day was given. ${likeThis}`],
  ])('"%s"', (text, words) => {
    expect(refusal(() => readDay(text, SATURDAY, ahead))).toBe(words)
  })

  it.each([
    'wed maybe',
    'maybe wed',
    'next',
    'last week',
    'this week',
    'next year',
    'soon',
    'on',
    'on 3 days ago',
    'mon wed',
    'wed 15',
    'wed 15:00',
    '1 Dec 27',
    '2nt Dec',
    '1nd Dec',
    'Dec',
    'Dec 2027',
    'thirteen days',
    '3 days 2 days',
    'in 3 days ago',
    'in 3',
    '3 hours',
    'in 20 minutes',
    '-3d',
    '++3',
    '+',
    '1.5 weeks',
    '1,5 weeks',
    '1 000 days',
    '2026/12/01',
    '2026-12',
    '2026-12-01T15:00',
    'constructor',
    '__proto__',
    'wed\u200b',
    '…',
  ])('"%s", with how to write it', text => {
    expect(refusal(() => readDay(text, SATURDAY, ahead))).toBe(
      `"${text}" can't be read as a day. ${likeThis}`,
    )
  })

  it('shows past examples where the past is meant', () => {
    expect(refusal(() => readDay('maybe wed', SATURDAY, back))).toBe(
      '"maybe wed" can\'t be read as a day. Write it like: wed, yesterday, 3 days ago, 2w, 1 Dec, 2026-11-11.',
    )
  })

  it('a text of any length, shortened in the message', () => {
    expect(refusal(() => readDay('1'.repeat(1_000_000), SATURDAY, ahead))).toBe(
      `"${'1'.repeat(40)}…" can't be read as a day. ${likeThis}`,
    )
  })

  it('any text at all with a usage failure, or reads it as a real day', () => {
    const words = fc.constantFrom(
      ...'in on a an 3 10 29 31 2027 999999 six days weeks m y ago next last this wed sat dec feb 1st of the and end month from now today +5 . , 2026-02-29'.split(
        ' ',
      ),
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 6 }).map(list => list.join(' ')),
    )
    fc.assert(
      fc.property(texts, someDay, (text, today) => {
        let day = today
        const said = refusal(() => {
          day = readDay(text, today, ahead)
        })
        expect(said).not.toBe('')
        expect(isDay(day)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a day and a time', () => {
  it.each([
    ['wed 15:00', { day: '2026-11-25', time: '15:00' }],
    ['next wed at 15:00', { day: '2026-11-25', time: '15:00' }],
    ['tomorrow 9am', { day: '2026-11-22', time: '09:00' }],
    ['tomorrow, 9 a.m.', { day: '2026-11-22', time: '09:00' }],
    ['tomorrow 9:30 PM', { day: '2026-11-22', time: '21:30' }],
    ['today noon', { day: '2026-11-21', time: '12:00' }],
    ['today 12am', { day: '2026-11-21', time: '00:00' }],
    ['today 12pm', { day: '2026-11-21', time: '12:00' }],
    ['wed 9:05', { day: '2026-11-25', time: '09:05' }],
    ['1 Dec 2026 15:00', { day: '2026-12-01', time: '15:00' }],
    ['2026-12-01 15:00', { day: '2026-12-01', time: '15:00' }],
    ['2026-12-01T15:00', { day: '2026-12-01', time: '15:00' }],
    ['wed', { day: '2026-11-25' }],
    ['2026-12-01', { day: '2026-12-01' }],
  ])('reads "%s"', (text, when) => {
    expect(readWhen(text, SATURDAY, ahead)).toEqual(when)
  })

  it.each([
    ['15:00', '"15:00" is a time without a day. Write the day first: today 15:00, wed 15:00.'],
    ['at 3pm', '"at 3pm" is a time without a day. Write the day first: today 15:00, wed 15:00.'],
    [
      'wed 25:00',
      'netmed can\'t read the time in "wed 25:00". Write it like: 15:00, 9am, 9:30 pm.',
    ],
    ['wed 13pm', 'netmed can\'t read the time in "wed 13pm". Write it like: 15:00, 9am, 9:30 pm.'],
    ['wed 0am', 'netmed can\'t read the time in "wed 0am". Write it like: 15:00, 9am, 9:30 pm.'],
    [
      'wed 15',
      '"wed 15" can\'t be read as a day. Write it like: wed 15:00, tomorrow 9am, 2026-12-01 15:00.',
    ],
    [
      'maybe wed 15:00',
      '"maybe wed 15:00" can\'t be read as a day. Write it like: wed 15:00, tomorrow 9am, 2026-12-01 15:00.',
    ],
    [
      '3/4 15:00',
      '"3/4 15:00" reads differently in different countries. Write the month as a word: 3 Apr or 4 Mar.',
    ],
  ])('refuses "%s"', (text, words) => {
    expect(refusal(() => readWhen(text, SATURDAY, ahead))).toBe(words)
  })

  it.each([
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['9am', '09:00'],
    ['noon', '12:00'],
    ['11:59 pm', '23:59'],
  ])('reads "%s" alone where a time is wanted', (text, time) => {
    expect(readTime(text)).toBe(time)
  })

  it.each(['9', 'wed 9:00', '24:00', '9:60', ''])('refuses "%s" where a time is wanted', text => {
    expect(refusal(() => readTime(text))).toBe(
      `netmed can't read the time in "${text}". Write it like: 15:00, 9am, 9:30 pm.`,
    )
  })

  it.each([
    ['15:00', true],
    ['00:00', true],
    ['24:00', false],
    ['9:00', false],
    ['15:60', false],
  ])('knows whether "%s" is a time as it is stored', (text, right) => {
    expect(isTime(text)).toBe(right)
  })
})

describe('lengths of time', () => {
  it.each([
    ['30m', { minutes: 30 }],
    ['0m', { minutes: 0 }],
    ['2h', { minutes: 120 }],
    ['1h30m', { minutes: 90 }],
    ['24h', { minutes: 1440 }],
    ['1d', { days: 1 }],
    ['0d', { days: 0 }],
    ['6w', { days: 42 }],
    ['1d 2h', { days: 1, minutes: 120 }],
    ['a month', { days: 30 }],
  ])('reads "%s" where both days and minutes will do', (text, length) => {
    expect(readDuration(text)).toEqual(length)
  })

  it.each([
    ['30d', 30],
    ['6w', 42],
    ['3 weeks', 21],
    ['1d', 1],
    ['0d', 0],
    ['2 months', 60],
    ['a fortnight', 14],
    ['Six Weeks', 42],
    ['1 year', 365],
    ['1w 3d', 10],
  ])('reads "%s" as %i days', (text, days) => {
    expect(readDays(text)).toBe(days)
  })

  it.each([
    ['30m', 30],
    ['2h', 120],
    ['1h30m', 90],
    ['1 hour and 30 minutes', 90],
    ['90 min', 90],
    ['an hour', 60],
    ['0m', 0],
  ])('reads "%s" as %i minutes', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes)
  })

  it.each([
    ['30', '"30" needs a unit. Write it like: 30d, 6w, 3 weeks, 2 months.'],
    ['2m', '"2m" could mean months or minutes. Write 2 months or 60d.'],
    ['1h', '"1h" can\'t be read as a number of days. Write it like: 30d, 6w, 3 weeks, 2 months.'],
    [
      'often',
      '"often" can\'t be read as a number of days. Write it like: 30d, 6w, 3 weeks, 2 months.',
    ],
    ['-3d', '"-3d" can\'t be read as a number of days. Write it like: 30d, 6w, 3 weeks, 2 months.'],
    ['', '"" can\'t be read as a number of days. Write it like: 30d, 6w, 3 weeks, 2 months.'],
    ['101y', '"101y" can\'t be read as a number of days. The most is a hundred years: 36500d.'],
  ])('refuses "%s" as days', (text, words) => {
    expect(refusal(() => readDays(text))).toBe(words)
  })

  it('refuses days as minutes', () => {
    expect(refusal(() => readMinutes('1d'))).toBe(
      '"1d" can\'t be read as a length of time. Write it like: 30m, 2h, 1h30m, 90 min.',
    )
  })

  it('names what was wanted', () => {
    expect(refusal(() => readDuration('later', 'waiting time'))).toBe(
      '"later" can\'t be read as a waiting time. Write it like: 30m, 2h, 1d, 6w.',
    )
  })
})

describe('birthdays', () => {
  it.each([
    ['9 Mar', '--03-09'],
    ['Mar 9', '--03-09'],
    ['9th of March', '--03-09'],
    ['--03-09', '--03-09'],
    ['29 Feb', '--02-29'],
    ['9 Mar 1990', '1990-03-09'],
    ['March 9, 1990', '1990-03-09'],
    ['1990-03-09', '1990-03-09'],
    ['29 Feb 1996', '1996-02-29'],
  ])('reads "%s" as %s', (text, birthday) => {
    expect(readBirthday(text)).toBe(birthday)
  })

  it.each([
    [
      '29 Feb 1999',
      '"29 Feb 1999" is not a day: February 1999 has 28 days. Check the day and the month.',
    ],
    ['--02-30', '"--02-30" is not a day: February 2000 has 29 days. Check the day and the month.'],
    ['3/9', '"3/9" can\'t be read as a birthday. Write it like: 9 Mar, 9 Mar 1990, 1990-03-09.'],
    [
      'today',
      '"today" can\'t be read as a birthday. Write it like: 9 Mar, 9 Mar 1990, 1990-03-09.',
    ],
    ['9 Mar 1850', '"9 Mar 1850" is outside the years 1900 to 2200. Check the year.'],
  ])('refuses "%s"', (text, words) => {
    expect(refusal(() => readBirthday(text))).toBe(words)
  })

  it('are today at the latest, and one without its year at any time', () => {
    expect(readBirthday('2026-11-21', '2026-11-21')).toBe('2026-11-21')
    expect(readBirthday('9 mar', '2026-01-01')).toBe('--03-09')
    expect(refusal(() => readBirthday('9 mar 2027', '2026-11-21'))).toBe(
      'Tue 9 Mar 2027 has not come yet. A birthday is in the past. You can leave out the year: 9 Mar.',
    )
  })

  it('are shown with the year when it is known', () => {
    expect([birthdayWords('1990-03-09'), birthdayWords('--02-29')]).toEqual([
      '9 Mar 1990',
      '29 Feb',
    ])
  })
})

describe('wording', () => {
  it('writes a day long, full, plain and as month and year', () => {
    expect(longDay('2026-11-25')).toBe('Wed 25 Nov 2026')
    expect(fullDay('2026-11-21')).toBe('Saturday 21 November')
    expect(plainDay('2026-10-03', SATURDAY)).toBe('3 Oct')
    expect(monthAndYear('2026-11-21')).toBe('November 2026')
  })

  it.each([
    ['2026-11-25', 'Wed 25 Nov'],
    ['2027-01-02', 'Sat 2 Jan'],
    ['2027-05-23', 'Sun 23 May'],
    ['2027-05-24', 'Mon 24 May 2027'],
    ['2026-01-02', 'Fri 2 Jan'],
    ['2025-12-31', 'Wed 31 Dec 2025'],
  ])('names the year of %s only when it is another and far: %s', (day, words) => {
    expect(shortDay(day, SATURDAY)).toBe(words)
  })

  it.each([
    ['2026-11-21', 'today', 'today', 'today'],
    ['2026-11-22', 'tomorrow', 'tomorrow', 'on 22 Nov'],
    ['2026-11-23', 'in 2 days', 'Mon', 'on 23 Nov'],
    ['2026-11-27', 'in 6 days', 'Fri', 'on 27 Nov'],
    ['2026-11-28', 'in 7 days', 'Sat 28 Nov', 'on 28 Nov'],
    ['2026-12-11', 'in 20 days', 'Fri 11 Dec', 'on 11 Dec'],
    ['2026-12-12', 'in 3 weeks', 'Sat 12 Dec', 'on 12 Dec'],
    ['2027-01-29', 'in 9 weeks', 'Fri 29 Jan', 'on 29 Jan'],
    ['2027-01-30', 'in 2 months', 'Sat 30 Jan', 'on 30 Jan'],
    ['2028-11-20', 'in 23 months', 'Mon 20 Nov 2028', 'on 20 Nov 2028'],
    ['2028-11-21', 'in 2 years', 'Tue 21 Nov 2028', 'on 21 Nov 2028'],
    ['2026-11-20', 'yesterday', 'Fri 20 Nov', 'yesterday'],
    ['2026-11-19', '2 days ago', 'Thu 19 Nov', 'on Thu'],
    ['2026-11-18', '3 days ago', 'Wed 18 Nov', 'on Wed'],
    ['2026-11-15', '6 days ago', 'Sun 15 Nov', 'on Sun'],
    ['2026-11-14', '7 days ago', 'Sat 14 Nov', 'on 14 Nov'],
    ['2026-10-03', '7 weeks ago', 'Sat 3 Oct', 'on 3 Oct'],
    ['2024-11-22', '23 months ago', 'Fri 22 Nov 2024', 'on 22 Nov 2024'],
    ['2023-11-21', '3 years ago', 'Tue 21 Nov 2023', 'on 21 Nov 2023'],
  ])('says of %s: %s, by %s, %s', (day, distance, by, on) => {
    expect([fromNow(day, SATURDAY), byDay(day, SATURDAY), onDay(day, SATURDAY)]).toEqual([
      distance,
      by,
      on,
    ])
  })

  it('echoes a day with its weekday and distance', () => {
    expect(dayEcho('2026-12-01', SATURDAY)).toBe('Tue 1 Dec 2026, in 10 days')
    expect(dayEcho(SATURDAY, SATURDAY)).toBe('Sat 21 Nov 2026, today')
  })

  it.each([
    [1, 'day'],
    [7, 'week'],
    [10, '10 days'],
    [14, '2 weeks'],
    [28, '4 weeks'],
    [30, '30 days'],
  ])('says a rhythm of %i days as every %s', (days, words) => {
    expect(everyWords(days)).toBe(words)
  })

  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [30, '30 minutes'],
    [60, '1 hour'],
    [90, '1 hour 30 minutes'],
    [1440, '24 hours'],
  ])('says %i minutes as %s', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words)
  })

  it.each([
    ['2026-11-21T11:59:30.000Z', 'just now'],
    ['2026-11-21T11:56:00.000Z', '4 minutes ago'],
    ['2026-11-21T10:59:00.000Z', '1 hour ago'],
    ['2026-11-18T12:00:00.000Z', '3 days ago'],
    ['2026-11-21T12:30:00.000Z', 'just now'],
  ])('says how long ago %s was: %s', (moment, words) => {
    expect(momentAgo(moment, '2026-11-21T12:00:00.000Z')).toBe(words)
  })

  it('refuses a day that is past with the distance', () => {
    expect(refusal(() => mustNotBePast('2026-11-18', SATURDAY, 'To log it: netmed log'))).toBe(
      'Wed 18 Nov 2026 is past (3 days ago). To log it: netmed log',
    )
    expect(refusal(() => mustNotBePast(SATURDAY, SATURDAY, ''))).toBe('was read')
  })
})

describe('days as values', () => {
  it.each([
    ['2026-11-21', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2100-02-29', false],
    ['2000-02-29', true],
    ['2026-04-31', false],
    ['2026-00-10', false],
    ['2026-10-00', false],
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['2200-12-31', true],
    ['2201-01-01', false],
    ['2026-3-9', false],
    ['2026-11-21T00:00:00.000Z', false],
    ['2026-11-21\n', false],
    ['', false],
  ])('knows whether "%s" is one', (text, real) => {
    expect(isDay(text)).toBe(real)
  })

  it('count from Sunday, and weeks from Monday', () => {
    expect(weekdayOf('2026-11-22')).toBe(0)
    expect(weekdayOf('2026-11-21')).toBe(6)
    expect(weekdayOf('1950-01-01')).toBe(0)
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  })

  it('are as far apart as was added', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
        expect(addDays(addDays(day, count), -count)).toBe(day)
      }),
    )
  })

  it('come in the order of their text', () => {
    fc.assert(
      fc.property(someDay, someDay, (one, other) => {
        expect(Math.sign(daysBetween(one, other))).toBe(one < other ? 1 : one > other ? -1 : 0)
      }),
    )
  })

  it('are read back from every form that holds the year', () => {
    fc.assert(
      fc.property(someDay, someDay, (day, today) => {
        expect(readDay(longDay(day), today, ahead)).toBe(day)
        expect(readDay(`${fullDay(day)} ${day.slice(0, 4)}`, today, back)).toBe(day)
        expect(readDay(day, today, back)).toBe(day)
      }),
    )
  })

  it('keep their date in another month unless that month is shorter', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -240, max: 240 }), (day, count) => {
        const moved = addMonths(day, count)
        const shortened = moved.slice(8) < day.slice(8)
        expect(isDay(moved)).toBe(true)
        expect(moved.slice(8) <= day.slice(8)).toBe(true)
        expect(shortened && addDays(moved, 1).slice(8) !== '01').toBe(false)
      }),
    )
  })
})

describe('times on the wall', () => {
  it.each([
    ['2026-11-25', '15:00', 30, '2026-11-25', '15:30'],
    ['2026-11-25', '23:45', 30, '2026-11-26', '00:15'],
    ['2026-11-25', '00:10', -15, '2026-11-24', '23:55'],
    ['2026-12-31', '09:00', 2_880, '2027-01-02', '09:00'],
  ])('%s %s and %i minutes is %s %s', (day, time, minutes, laterDay, laterTime) => {
    expect(addMinutes({ day, time }, minutes)).toEqual({ day: laterDay, time: laterTime })
  })

  it('moments move by whole minutes', () => {
    expect(momentLater('2026-11-21T22:00:00.000Z', 1440)).toBe('2026-11-22T22:00:00.000Z')
  })
})

describe.each(['Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'])(
  'in %s',
  zone => {
    const before = process.env.TZ
    afterEach(() => {
      process.env.TZ = before
    })

    it('no change of the clock and no skipped day moves a day', () => {
      process.env.TZ = zone
      expect([
        addDays('2026-03-07', 1),
        addDays('2026-03-08', 1),
        addDays('2026-11-01', 1),
        addDays('2026-04-04', 1),
        addDays('2026-09-26', 1),
        addDays('2011-12-29', 1),
        addMonths('2011-11-30', 1),
        addMonths('2026-02-08', 1),
        readDay('wed', SATURDAY, ahead),
        readDay('in six weeks', '2026-10-01', ahead),
        longDay('2026-03-08'),
        fromNow('2026-11-05', '2026-10-25'),
      ]).toEqual([
        '2026-03-08',
        '2026-03-09',
        '2026-11-02',
        '2026-04-05',
        '2026-09-27',
        '2011-12-30',
        '2011-12-30',
        '2026-03-08',
        '2026-11-25',
        '2026-11-12',
        'Sun 8 Mar 2026',
        'in 11 days',
      ])
    })
  },
)

describe('the local day and time of a moment', () => {
  const before = process.env.TZ
  afterEach(() => {
    process.env.TZ = before
  })

  it.each([
    ['Pacific/Auckland', '2026-11-21T11:30:00Z', '2026-11-22', '00:30'],
    ['America/Los_Angeles', '2026-11-21T07:30:00Z', '2026-11-20', '23:30'],
    ['America/Los_Angeles', '2026-03-08T10:00:00Z', '2026-03-08', '03:00'],
    ['America/Los_Angeles', '2026-11-01T09:30:00Z', '2026-11-01', '01:30'],
    ['Asia/Kathmandu', '2026-11-21T18:14:00Z', '2026-11-21', '23:59'],
    ['Asia/Kathmandu', '2026-11-21T18:15:00Z', '2026-11-22', '00:00'],
    ['UTC', '2026-11-21T09:05:00Z', '2026-11-21', '09:05'],
  ])('in %s at %s is %s %s', (zone, moment, day, time) => {
    process.env.TZ = zone
    expect(dayOfMoment(new Date(moment))).toBe(day)
    expect(timeOfMoment(new Date(moment))).toBe(time)
  })
})

it.each([
  ...['a 1', 'an 1', 'one 1', 'two 2', 'three 3', 'four 4', 'five 5', 'six 6', 'seven 7'],
  ...['eight 8', 'nine 9', 'ten 10', 'eleven 11', 'twelve 12'],
])('a number may be said as a word: %s', said => {
  const [word, count] = said.split(' ')
  expect(readDay(`in ${word} days`, SATURDAY, { lean: 'ahead' })).toBe(
    addDays(SATURDAY, Number(count)),
  )
})
