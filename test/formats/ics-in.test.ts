import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeText } from '../../src/formats/decode.ts'
import { icsMeetings } from '../../src/formats/ics-in.ts'

const text = decodeText(readFileSync(new URL('../fixtures/ics/meetings.ics', import.meta.url)))
const { meetings, skipped } = icsMeetings(text)

it('a meeting in a zone stands on its day there, with everybody who did not decline', () => {
  expect(meetings[0]).toEqual({
    uid: 'one@example.org',
    on: '2025-11-03',
    summary: 'Coffee, registry talk',
    place: 'Café Anger; first floor',
    attendees: [
      { name: 'Me', email: 'me@example.edu' },
      { name: 'Hoff, Lena', email: 'Lena.Hoff@example.org' },
      { name: 'Tomoko Sato', email: 'tomoko@example.org' },
    ],
    isRecurring: false,
    line: 14,
  })
})

it('a meeting in UTC stands on the day that it is here', () => {
  // In Los Angeles, where the tests run, it is still the evening before.
  expect(meetings[1]).toMatchObject({ uid: 'utc@example.org', on: '2025-11-03' })
})

it('a whole day is that day', () => {
  expect(meetings[2]).toMatchObject({ uid: 'day@example.org', on: '2025-11-05' })
})

it('a series is its first day and says so, and one that was moved is its own', () => {
  expect(meetings.slice(3).map(({ uid, on, isRecurring }) => [uid, on, isRecurring])).toEqual([
    ['series@example.org', '2025-09-01', true],
    ['series@example.org 20250908T120000', '2025-09-09', false],
  ])
})

it('a cancelled one and a task are left out, and an unreadable start is told', () => {
  expect(skipped).toEqual([
    { line: 62, why: 'Its start cannot be read as a day.' },
    { line: 67, why: 'It has no start.' },
  ])
})

it('no text makes the reader throw', () => {
  const piece = fc.constantFrom(
    ...[
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'DTSTART:20251399',
      'DTSTART:2',
    ],
    ...[
      'DTSTART:99991231T235959Z',
      'ATTENDEE;CN="',
      'ATTENDEE;X:mailto:',
      ' ',
      'RRULE',
      ':',
      'UID:',
    ],
  )
  const lines = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })))
  fc.assert(fc.property(lines, all => Array.isArray(icsMeetings(all.join('\n')).meetings)))
})
