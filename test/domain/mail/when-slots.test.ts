import { expect, it } from 'vitest'
import { timeLed, withTimesSaid } from '../../../src/domain/mail/when-slots.ts'

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
  ['due', 'eod fri', 'the end of the day on Friday'],
  ['due', 'fri by noon', 'Friday at noon'],
  ['due', 'end of nov', 'the end of November'],
  ['due', 'mid dec', 'mid-December'],
  ['due', 'the 15th', 'December 15'],
  ['due', 'tomorrow', 'tomorrow'],
  ['due', 'jan 5ish', 'around January 5'],
  ['due', 'dec 18-ish', 'around December 18'],
  ['due', '5ish jan', 'around January 5'],
  ['due', 'jan 5th ish', 'around January 5'],
  ['due', 'jan 5 or so', 'around January 5'],
  ['due', '1/5ish', 'around January 5'],
  ['due', 'the 5thish', 'around December 5'],
  ['due', 'mid janish', 'around mid-January'],
  ['due', 'fri ish', 'around Friday'],
  ['due', 'thursish', 'around Thursday'],
  ['due', 'circa jan 5', 'around January 5'],
  ['until', 'dec 18ish', 'around December 18'],
  ['was', 'jan 5ish', 'around January 5'],
  ['times', 'fri 5ish', 'Friday around 5 pm'],
  ['times', 'dec 3 5ish', 'December 3 around 5 pm'],
  ['times', 'sat noonish', 'Saturday around noon'],
  ['until', 'until dec 15', 'December 15'],
  ['until', 'the middle of March', 'the middle of March'],
  ['until', 'finals are over', 'finals are over'],
  ['until', 'after step 1', 'after Step 1'],
  ['was', 'on wed at 3', 'Wednesday at 3 pm'],
  ['was', 'wed nov 18 at 3', 'Wednesday, November 18 at 3 pm'],
  ['was', 'yesterday at 3', 'yesterday at 3 pm'],
  ['was', 'the 18th at 3', 'the 18th at 3 pm'],
  ['times', "I'm free tues after 4", 'Tuesday after 4 pm'],
  ['times', 'either tues 5 or weds 6', 'Tuesday at 5 pm or Wednesday at 6 pm'],
  ['times', 'noon-1', 'from noon to 1 pm'],
  ['times', 'midnight', 'at midnight'],
  ['times', '6 tonight', 'at 6 tonight'],
  ['times', 'lunch tues', 'for lunch Tuesday'],
  ['times', 'wknd', 'over the weekend'],
  ['when', 'fri 5', 'Friday at 5 pm'],
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
  ['mon-fri', 'between Monday and Friday', 'between Monday and Friday'],
  ['week of dec 15', 'during the week of December 15', 'during the week of 15 December'],
  ['july-aug', 'between July and August', 'between July and August'],
  ['summer', 'in the summer', 'in the summer'],
  ['after the 1st of dec', 'after December 1', 'after 1 December'],
  ['m/w afternoons', 'on Monday or Wednesday afternoons', 'on Monday or Wednesday afternoons'],
  ['mid december', 'in mid-December', 'in mid-December'],
  ['5pm', 'at 5 pm', 'at 17:00'],
  ['weekends', 'on weekends', 'on weekends'],
  ['mornings', 'in the mornings', 'in the mornings'],
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
    '"5/6" is read as Thu 6 May 2027. If not: --set due="5 Jun or 7/8"',
    '"7/8" is read as Thu 8 Jul 2027. If not: --set due="5/6 or 7 Aug"',
  ])
})

it.each([
  ['due', 'asap', '"asap" doesn\'t say when. For example: --set due="Friday at 3 pm"'],
  [
    'due',
    'yesterday',
    '"yesterday" is past: Fri 20 Nov 2026. For example: --set due="Friday at 3 pm"',
  ],
  ['due', '5', 'netmed can\'t read "5" in "5". Meant: --set due="5 Dec"'],
  ['until', 'nov 1', '"nov 1" is past: Sun 1 Nov 2026. Meant: --set until="1 Nov 2027"'],
  ['window', 'nov 1', '"nov 1" is past: Sun 1 Nov 2026. Meant: --set window="1 Nov 2027"'],
  [
    'times',
    'my week is full',
    '"my week is full" doesn\'t say when. For example: --set times="Friday at 3 pm"',
  ],
  [
    'event',
    'the ACC on nov 18',
    '"nov 18" is past: Wed 18 Nov 2026. Meant: --set event="the ACC on 18 Nov 2027"',
  ],
])('%s typed as %s is asked', (name, typed, ask) => {
  const slot = { name, meaning: name, required: false }
  expect(withTimesSaid(slot, typed, us).ask).toBe(ask)
})

it('an invitation names a day, and a meeting that moves may keep its own', () => {
  const slot = { name: 'times', meaning: 'when', required: true }
  expect(withTimesSaid(slot, '12-1', us).ask).toBe(
    '"12-1" names no day. Meant: --set times="tomorrow 12-1"',
  )
  expect(withTimesSaid({ ...slot, from: 'loop' }, '12-1', us)).toEqual({
    text: 'from noon to 1 pm',
    doubts: [],
    ask: undefined,
  })
})

it.each([
  ['due', 'early-ish jan', '"-ish" leaves open when.'],
  ['due', 'jan 5 maybe', '"maybe" leaves open when.'],
  ['times', 'fri maybe', '"maybe" leaves open when.'],
])('%s typed as %s is asked: %s', (name, typed, says) => {
  expect(withTimesSaid({ name, meaning: name, required: false }, typed, us).ask).toContain(says)
})

it.each([
  ['January', 'in January'],
  ['Wednesday at 3 pm', 'on Wednesday at 3 pm'],
  ['January 5', 'on January 5'],
  ['15 December', 'on 15 December'],
  ['the 18th at 3 pm', 'on the 18th at 3 pm'],
  ['3 pm', 'at 3 pm'],
  ['noon on Friday', 'at noon on Friday'],
  ['mid-December', 'in mid-December'],
  ['yesterday at 3 pm', 'yesterday at 3 pm'],
  ['tomorrow', 'tomorrow'],
  ['next week', 'next week'],
  ['tonight', 'tonight'],
  ['around January 5', 'around January 5'],
  ['the weekend', 'over the weekend'],
  ['spring break', 'over spring break'],
])('%j as it stands behind a noun is %j', (text, led) => {
  expect(timeLed(text)).toBe(led)
})
