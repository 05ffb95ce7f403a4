import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
    { line: 62, why: "Its start can't be read as a day." },
    { line: 67, why: 'It has no start.' },
  ])
})

describe('a damaged calendar', () => {
  const START = 'DTSTART:20251103T120000'
  function read(...lines: string[]) {
    const { meetings, skipped } = icsMeetings(lines.join('\r\n'))
    return { uids: meetings.map(({ uid, on }) => [uid, on]), skipped }
  }

  it('loses an event that is never closed, and the next one is its own', () => {
    const open = ['BEGIN:VEVENT', 'UID:one', START, 'BEGIN:VALARM']
    const next = ['BEGIN:VEVENT', 'UID:two', 'DTSTART:20251104', 'END:VEVENT']
    expect(read(...open, ...next)).toEqual({ uids: [['two', '2025-11-04']], skipped: [] })
    expect(read(...next, ...open)).toEqual({ uids: [['two', '2025-11-04']], skipped: [] })
  })

  it('takes nothing of an alarm for the event, whatever stands in it', () => {
    const alarm = [
      'BEGIN:VALARM',
      'UID:alarm',
      'BEGIN:X',
      'END:X',
      'DTSTART:20200101',
      'END:VALARM',
    ]
    expect(read('BEGIN:VEVENT', ...alarm, 'UID:one', START, 'END:VEVENT').uids).toEqual([
      ['one', '2025-11-03'],
    ])
  })

  it('reads on after an end too many', () => {
    expect(
      read('END:VEVENT', 'END:VALARM', 'BEGIN:VEVENT', 'END:VALARM', 'UID:one', START, 'END:VEVENT')
        .uids,
    ).toEqual([['one', '2025-11-03']])
  })

  it('gives nothing of what stands outside of an event, or in a task', () => {
    expect(read('UID:none', START, 'BEGIN:VTODO', 'UID:task', START, 'END:VTODO')).toEqual({
      uids: [],
      skipped: [],
    })
  })

  it.each(['20251399', '20250230', '2025', '20251103T12', 'tomorrow', '20251103T120000+0100'])(
    'tells a start that is no day: %s',
    start => {
      expect(read('BEGIN:VEVENT', 'UID:one', `DTSTART:${start}`, 'END:VEVENT').skipped).toEqual([
        { line: 1, why: "Its start can't be read as a day." },
      ])
    },
  )

  it.each([
    ['20251103', '2025-11-03'],
    ['2025-11-03', '2025-11-03'],
    ['20251103T120000', '2025-11-03'],
    ['2025-11-03T12:00', '2025-11-03'],
    ['20251103t070000z', '2025-11-02'],
  ])('reads the start %s', (start, on) => {
    expect(read('BEGIN:VEVENT', 'UID:one', `DTSTART:${start}`, 'END:VEVENT').uids).toEqual([
      ['one', on],
    ])
  })

  it('keeps the first of what stands twice', () => {
    const twice = ['UID:two', 'DTSTART:20251104', 'SUMMARY:Second', 'LOCATION:There']
    const once = ['UID:one', START, 'SUMMARY:First', 'LOCATION:Here']
    const { meetings } = icsMeetings(['BEGIN:VEVENT', ...once, ...twice, 'END:VEVENT'].join('\n'))
    expect(meetings).toMatchObject([
      { uid: 'one', on: '2025-11-03', summary: 'First', place: 'Here' },
    ])
  })

  it('leaves out rooms, and whoever has no address or declined under either name', () => {
    const people = [
      'ATTENDEE;CUTYPE=ROOM:mailto:room@x.org',
      'ATTENDEE;CN=Nobody:urn:uuid:1',
      'ATTENDEE;CN=Bo;EMAIL=bo@x.org:urn:uuid:2',
      'ATTENDEE;CN=cy@x.org:mailto:Cy@x.org',
      'ATTENDEE;CN=Cy Lee;CUTYPE=UNKNOWN:MAILTO:cy@x.org',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:DI@x.org',
      'ORGANIZER;CN=Di:mailto:di@x.org',
    ]
    const { meetings } = icsMeetings(['BEGIN:VEVENT', START, ...people, 'END:VEVENT'].join('\n'))
    expect(meetings[0]?.attendees).toEqual([
      { name: 'Bo', email: 'bo@x.org' },
      { name: 'Cy Lee', email: 'Cy@x.org' },
    ])
  })
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
