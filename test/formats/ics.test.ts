import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterEach, describe, expect, it } from 'vitest'
import type { CalendarEntry } from '../../src/domain/due/calendar.ts'
import { calendarText } from '../../src/formats/ics.ts'
import { lintIcs } from '../support/ics-linter.ts'

const entry: CalendarEntry = {
  uid: 'abcdefgh12345678',
  sequence: 0,
  stamp: '2026-11-18T10:11:12.345Z',
  kind: 'thank-you',
  followUps: [11],
  contacts: [{ id: 4, name: 'Dr. Maya Chen', role: 'attending' }],
  summary: 'Thank Dr. Maya Chen',
  description: 'Office hours on Fri 20 Nov 2026\nnetmed draft thanks chen',
  location: null,
  start: '2026-11-21T09:00',
  end: '2026-11-21T09:15',
  alarm: null,
  isBusy: false,
  isCancelled: false,
}
const { TZ } = process.env

afterEach(() => {
  process.env.TZ = TZ
})

it('a reminder is a private event of fifteen minutes that takes no time', async () => {
  expect(await calendarText([entry])).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'PRODID:-//netmed//netmed//EN',
      'X-WR-CALNAME:netmed follow-ups',
      'BEGIN:VEVENT',
      'UID:abcdefgh12345678',
      'SUMMARY:Thank Dr. Maya Chen',
      'DTSTAMP:20261118T101112Z',
      'DTSTART:20261121T090000',
      'DTEND:20261121T091500',
      'SEQUENCE:0',
      'DESCRIPTION:Office hours on Fri 20 Nov 2026\\nnetmed draft thanks chen',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

it('a meeting takes time, has a place and rings', async () => {
  const meeting = { ...entry, alarm: -15, isBusy: true, location: 'Café Luna, 2nd floor; left' }
  const text = await calendarText([meeting])
  expect(text).toContain('\r\nTRANSP:OPAQUE\r\n')
  expect(text).toContain('\r\nLOCATION:Café Luna\\, 2nd floor\\; left\r\n')
  expect(text).toContain(
    '\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Thank Dr. Maya Chen\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n',
  )
  expect(lintIcs(text)).toEqual([])
})

it.each([
  [0, 'PT0S'],
  [-1, '-PT1M'],
  [-60, '-PT1H'],
  [-90, '-PT1H30M'],
  [-1440, '-P1D'],
  [-1441, '-P1DT1M'],
  [-1500, '-P1DT1H'],
  [-10080, '-P7D'],
  [540, 'PT9H'],
])('an alarm %i minutes from the start is written %s', async (alarm, trigger) => {
  const text = await calendarText([{ ...entry, alarm }])
  expect(text).toContain(`\r\nTRIGGER:${trigger}\r\n`)
  expect(lintIcs(text)).toEqual([])
})

it('a whole day ends on the next', async () => {
  const text = await calendarText([{ ...entry, start: '2028-02-29', end: '2028-03-01' }])
  expect(text).toContain('\r\nDTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n')
  expect(lintIcs(text)).toEqual([])
})

it('a closed one is cancelled', async () => {
  const text = await calendarText([{ ...entry, isCancelled: true }])
  expect(text).toContain('\r\nSTATUS:CANCELLED\r\n')
})

it('the header is not taken from the first entry, and no method is named', async () => {
  const text = await calendarText([entry, { ...entry, uid: 'second' }])
  expect(text).not.toContain('METHOD')
  expect(text.match(/PRODID:.*/g)).toEqual(['PRODID:-//netmed//netmed//EN'])
})

describe('text that would be a property', () => {
  it.each([
    ['CR LF', 'a\r\nATTACH:https://example.org', 'a\\nATTACH:https://example.org'],
    ['LF', 'a\nATTACH:x', 'a\\nATTACH:x'],
    ['CR', 'a\rATTACH:x', 'a\\nATTACH:x'],
    ['a line separator', 'a\u2028ATTACH:x', 'a\\nATTACH:x'],
    ['NEL', 'a\u0085ATTACH:x', 'a\\nATTACH:x'],
    ['escape sequences', 'a\u001b[31m\u009b1m\u0000b', 'a[31m1mb'],
    ['bidi overrides', 'a\u202egnp.exe\u2066', 'agnp.exe'],
    ['a written escape', 'a\\nb', 'a\\\\nb'],
    ['separators', 'a;b,c\\', 'a\\;b\\,c\\\\'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
    ['a word of ours', 'text-0', 'text-0'],
  ])('with %s stays text', async (_, hostile, written) => {
    const text = await calendarText([{ ...entry, summary: hostile, alarm: 0 }])
    expect(text).toContain(`\r\nSUMMARY:${written}\r\n`)
    expect(text).toContain(`\r\nDESCRIPTION:${written}\r\nTRIGGER`)
    expect(lintIcs(text)).toEqual([])
  })

  it.each(['a\r\nATTACH:x', 'a b', '', 'ä', 'x'.repeat(201)])(
    'as a uid is refused: %j',
    async uid => {
      await expect(calendarText([{ ...entry, uid }])).rejects.toThrow('which no calendar can take')
    },
  )
})

it('lines fold at 75 octets and not inside a character', async () => {
  const summary = 'é'.repeat(40)
  const text = await calendarText([{ ...entry, summary }])
  expect(text).toContain(`\r\nSUMMARY:${'é'.repeat(33)}\r\n ${'é'.repeat(7)}\r\n`)
})

it.each([
  ['東', [22, 24, 1]],
  ['東', [22, 3]],
  ['\u0800', [22, 24, 1]],
  ['🫀', [16, 18, 1]],
])('a line in %s folds at 75 octets too: %j', async (letter, counts) => {
  const parts = counts.map(count => letter.repeat(count))
  const text = await calendarText([{ ...entry, summary: parts.join('') }])
  expect(text).toContain(`\r\nSUMMARY:${parts.join('\r\n ')}\r\n`)
})

it('a line of 75 octets is whole, one of 76 is folded', async () => {
  const whole = await calendarText([{ ...entry, summary: 'x'.repeat(67) }])
  const longer = await calendarText([{ ...entry, summary: 'x'.repeat(68) }])
  expect(whole).toContain(`\r\nSUMMARY:${'x'.repeat(67)}\r\n`)
  expect(longer).toContain(`\r\nSUMMARY:${'x'.repeat(67)}\r\n x\r\n`)
})

it('a very long note takes no longer than its length asks', async () => {
  const text = await calendarText([{ ...entry, description: '東京, '.repeat(100_000) }])
  expect(lintIcs(text)).toEqual([])
})

it.each([
  'America/Los_Angeles',
  'UTC',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
])('in %s the bytes are the same, also where the clock jumps', async zone => {
  process.env.TZ = zone
  const text = await calendarText([
    { ...entry, uid: 'spring', start: '2026-03-08T02:30', end: '2026-03-08T02:45' },
    { ...entry, uid: 'autumn', start: '2026-11-01T01:30', end: '2026-11-01T01:45' },
    { ...entry, uid: 'europe', start: '2026-03-29T02:30', end: '2026-03-29T02:45' },
    { ...entry, uid: 'year', start: '2026-12-31T23:50', end: '2027-01-01T00:05' },
    { ...entry, uid: 'day', start: '2026-03-08', end: '2026-03-09' },
  ])
  expect(text.match(/^DT(START|END).*/gm)).toEqual([
    'DTSTART:20260308T023000',
    'DTEND:20260308T024500',
    'DTSTART:20261101T013000',
    'DTEND:20261101T014500',
    'DTSTART:20260329T023000',
    'DTEND:20260329T024500',
    'DTSTART:20261231T235000',
    'DTEND:20270101T000500',
    'DTSTART;VALUE=DATE:20260308',
    'DTEND;VALUE=DATE:20260309',
  ])
  expect(lintIcs(text)).toEqual([])
})

it('any text is well written and comes back from a reader of calendars', async () => {
  const text = fc.string({ unit: 'binary' })
  const lines = fc.array(fc.string({ unit: 'grapheme', maxLength: 120 })).map(all => all.join('\n'))
  await fc.assert(
    fc.asyncProperty(text, fc.oneof(text, lines), async (summary, description) => {
      const file = await calendarText([
        { ...entry, summary, description, location: summary, alarm: 0 },
      ])
      expect(lintIcs(file)).toEqual([])
      const calendar = new ICAL.Component(ICAL.parse(file))
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
      expect(event.summary).toBe(visible(summary))
      expect(event.location).toBe(visible(summary))
      expect(event.description).toBe(visible(description))
      expect(event.startDate.toString()).toBe('2026-11-21T09:00:00')
      expect(event.startDate.zone).toBe(ICAL.Timezone.localTimezone)
    }),
  )
})

/** What of a text can be seen, its line ends as LF. */
function visible(text: string): string {
  return text
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g, '')
    .replace(/[\u{e0000}-\u{e007f}]/gu, '')
}
