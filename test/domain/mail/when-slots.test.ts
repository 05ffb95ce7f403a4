import { expect, it } from 'vitest'
import { withTimesSaid } from '../../../src/domain/mail/when-slots.ts'

const us = { today: '2026-11-21', style: 'us' } as const
const intl = { today: '2026-11-21', style: 'intl' } as const

function said(name: string, typed: string, mail: typeof us | typeof intl = us): string {
  return withTimesSaid({ name, meaning: name, required: false }, typed, mail).text
}

it.each([
  ['due', 'by 12/15', 'December 15'],
  ['due', 'fri', 'Friday'],
  ['due', 'in 2 weeks', 'December 5'],
  ['due', '1 feb 2028', 'February 1, 2028'],
  ['due', 'mid-May', 'mid-May'],
  ['due', 'next week', 'next week'],
  ['due', 'tomorrow', 'tomorrow'],
  ['until', 'until dec 15', 'December 15'],
  ['until', 'the middle of March', 'the middle of March'],
  ['was', 'on wed at 3', 'Wednesday at 3 pm'],
  ['times', 'tues 5 or thurs noon', 'Tuesday at 5 pm or Thursday at noon'],
  ['news', 'I start on jan 12', 'I start on January 12'],
  ['minutes', '20 min', '20'],
  ['minutes', '1 hour', '60'],
  ['minutes', 'half an hour', '30'],
  ['minutes', '20–30', '20–30'],
  ['minutes', 'a few minutes', 'a few'],
  ['place', 'Café 12 Mar', 'Café 12 Mar'],
  ['paper', 'your Jan 6 paper', 'your Jan 6 paper'],
])('%s typed as %s is said as %s', (slot, typed, words) => {
  expect(said(slot, typed)).toBe(words)
})

it.each([
  ['tues 3-5pm', 'on Tuesday from 3 to 5 pm', 'on Tuesday from 15:00 to 17:00'],
  ['12/15', 'on December 15', 'on 15 December'],
  ['dec 1-5', 'between December 1 and 5', 'between 1 and 5 December'],
  ['dec 28 to jan 3', 'between December 28 and January 3', 'between 28 December and 3 January'],
  ['3 to 5 weeks', '3 to 5 weeks', '3 to 5 weeks'],
  ['fridays', 'on Fridays', 'on Fridays'],
  ['january', 'in January', 'in January'],
  ['from 12/14 to 12/18', 'from December 14 to December 18', 'from 14 December to 18 December'],
  ['in the next few weeks', 'in the next few weeks', 'in the next few weeks'],
  ['next week', 'next week', 'next week'],
])('a window typed as %s is said as %s, or %s', (typed, american, other) => {
  expect(said('window', typed, us)).toBe(american)
  expect(said('window', typed, intl)).toBe(other)
})

it('what is not sure is asked with the whole value to type instead', () => {
  const slot = { name: 'due', meaning: 'by when', required: false }
  expect(withTimesSaid(slot, 'by 5/6 or 7/8', us).doubts).toEqual([
    '"5/6" is read as Thu 6 May 2027. If not: --set due="by 5 Jun or 7/8"',
    '"7/8" is read as Thu 8 Jul 2027. If not: --set due="by 5/6 or 7 Aug"',
  ])
})
