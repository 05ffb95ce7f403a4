import { expect, it } from 'vitest'
import {
  mailDate,
  mailDates,
  mailTime,
  mailTimes,
  mailWhen,
  onMailDay,
  sinceMailDay,
} from '../../../src/domain/words/mail-days.ts'

const today = '2026-11-21'
const us = { today, style: 'us' } as const
const intl = { today, style: 'intl' } as const

it.each([
  ['2026-11-27', 'November 27', '27 November'],
  ['2027-02-15', 'February 15', '15 February'],
  // The 22nd that one thinks of first is tomorrow's.
  ['2027-11-22', 'November 22, 2027', '22 November 2027'],
  ['2026-02-03', 'February 3', '3 February'],
  ['2025-12-03', 'December 3', '3 December'],
  ['2025-11-20', 'November 20, 2025', '20 November 2025'],
  ['2028-02-01', 'February 1, 2028', '1 February 2028'],
])('a mail of 21 November 2026 says %s as %s, or %s', (day, american, other) => {
  expect(mailDate(day, us)).toBe(american)
  expect(mailDate(day, intl)).toBe(other)
})

it('days of one month have it once', () => {
  expect(mailDates('2026-12-01', '2026-12-05', us)).toBe('December 1–5')
  expect(mailDates('2026-12-01', '2026-12-05', intl)).toBe('1–5 December')
})

it.each([
  ['15:00', '3 pm', '15:00'],
  ['09:30', '9:30 am', '09:30'],
  ['12:00', 'noon', '12:00'],
  ['12:30', '12:30 pm', '12:30'],
  ['00:00', 'midnight', '00:00'],
  ['00:15', '12:15 am', '00:15'],
])('%s is said as %s, or %s', (time, american, other) => {
  expect(mailTime(time, 'us')).toBe(american)
  expect(mailTime(time, 'intl')).toBe(other)
})

it('two times name their half of the day once, where it is the same', () => {
  const joint = ' to '
  expect(mailTimes('15:00', '17:00', { style: 'us', joint })).toBe('3 to 5 pm')
  expect(mailTimes('09:00', '13:00', { style: 'us', joint })).toBe('9 am to 1 pm')
  expect(mailTimes('11:00', '12:00', { style: 'us', joint })).toBe('11 am to noon')
  expect(mailTimes('15:00', '17:00', { style: 'intl', joint })).toBe('15:00 to 17:00')
})

it('a meeting has its weekday, date and time', () => {
  const meeting = { day: '2026-12-02', time: '15:00' }
  expect(mailWhen(meeting, us)).toBe('Wednesday, December 2 at 3 pm')
  expect(mailWhen(meeting, intl)).toBe('Wednesday 2 December at 15:00')
  expect(mailWhen({ day: '2026-12-02' }, us)).toBe('Wednesday, December 2')
})

it.each([
  ['2026-11-21', 'today'],
  ['2026-11-20', 'yesterday'],
  ['2026-11-15', 'on Sunday'],
  ['2026-11-14', 'on November 14'],
  ['2026-10-03', 'on October 3'],
])('%s was %s', (day, words) => {
  expect(onMailDay(day, us)).toBe(words)
})

it.each([
  ['2026-11-01', 'on November 1'],
  ['2026-10-03', 'in October'],
  ['2025-12-20', 'in December 2025'],
])('the last time, %s, was %s', (day, words) => {
  expect(sinceMailDay(day, us)).toBe(words)
})
