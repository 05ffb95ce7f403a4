import { expect, it } from 'vitest'
import { lintIcs } from './ics-linter.ts'

const ALARM = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:x', 'TRIGGER:-PT15M', 'END:VALARM']
const GOOD = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//x//y//EN',
  'BEGIN:VEVENT',
  'UID:one',
  'DTSTAMP:20261118T101112Z',
  'DTSTART:20261121T090000',
  'DTEND:20261121T091500',
  'SUMMARY:Thank Dr. Chen\\, soon',
  ...ALARM,
  'END:VEVENT',
  'END:VCALENDAR',
]

/** The good file with one line replaced by these. */
function changed(line: string, ...by: string[]): string {
  const at = GOOD.indexOf(line)
  expect(at).toBeGreaterThan(-1)
  return file(GOOD.toSpliced(at, 1, ...by))
}

function file(lines: readonly string[]): string {
  return lines.map(line => `${line}\r\n`).join('')
}

it('nothing is found in a good file', () => {
  expect(lintIcs(file(GOOD))).toEqual([])
})

it.each([
  ['a summary folded twice', ['SUMMARY:a', ' b', '\tc']],
  ['seconds of a leap second', ['SUMMARY:a', 'CREATED:20161231T235960Z']],
  ['an unknown property of somebody', ['SUMMARY:a', 'X-SOMEBODY;A="b:c",d:e\\;f']],
  ['a list of categories', ['SUMMARY:a', 'CATEGORIES:a,b\\,c']],
])('%s is allowed', (_, lines) => {
  expect(lintIcs(changed('SUMMARY:Thank Dr. Chen\\, soon', ...lines))).toEqual([])
})

it.each([
  ['LF alone', file(GOOD).replaceAll('\r\n', '\n'), 'line 1: an LF without CR'],
  ['a lone CR', changed('UID:one', 'UID:o\rne'), 'line 5: a CR without LF'],
  ['a last line without end', file(GOOD).slice(0, -2), 'the file does not end with CRLF'],
  ['an empty file', '', 'the file does not end with CRLF'],
  ['an empty line', changed('UID:one', 'UID:one', ''), 'line 6: empty'],
  ['a byte order mark', `\ufeff${file(GOOD)}`, 'line 1: a byte order mark'],
  ['76 octets', changed('UID:one', `UID:${'x'.repeat(72)}`), 'line 5: 76 octets, 75 are allowed'],
  [
    '76 octets of 2',
    changed('UID:one', `UID:${'é'.repeat(36)}`),
    'line 5: 76 octets, 75 are allowed',
  ],
  ['a NUL', changed('UID:one', 'UID:o\0ne'), 'line 5: control character "\\u0000"'],
  ['an escape', changed('UID:one', 'UID:o\u001bne'), 'line 5: control character "\\u001b"'],
  [
    'a line that is none',
    changed('UID:one', 'UID:one', 'rubbish'),
    'line 6: not a content line: rubbish',
  ],
  [
    'a control in a parameter',
    changed('UID:one', 'UID;A=";:one'),
    'line 5: not a content line: UID;A=";:one',
  ],
  ['no VERSION', changed('VERSION:2.0'), 'line 1: VCALENDAR has no VERSION'],
  ['VERSION 1.0', changed('VERSION:2.0', 'VERSION:1.0'), 'line 2: VERSION is no VERSION: 1.0'],
  [
    'VERSION twice',
    changed('VERSION:2.0', 'VERSION:2.0', 'VERSION:2.0'),
    'line 1: VCALENDAR has 2 times VERSION',
  ],
  ['no PRODID', changed('PRODID:-//x//y//EN'), 'line 1: VCALENDAR has no PRODID'],
  [
    'a METHOD',
    changed('VERSION:2.0', 'VERSION:2.0', 'METHOD:PUBLISH'),
    'line 1: VCALENDAR has 1 times METHOD',
  ],
  ['no UID', changed('UID:one'), 'line 4: VEVENT has no UID'],
  ['no DTSTAMP', changed('DTSTAMP:20261118T101112Z'), 'line 4: VEVENT has no DTSTAMP'],
  [
    'a local DTSTAMP',
    changed('DTSTAMP:20261118T101112Z', 'DTSTAMP:20261118T101112'),
    'line 6: DTSTAMP is no DATE-TIME: 20261118T101112',
  ],
  ['an unclosed event', changed('END:VEVENT'), 'line 15: END:VCALENDAR without its BEGIN'],
  ['something after the end', `${file(GOOD)}X-A:b\r\n`, 'line 17: X-A outside of a calendar'],
  ['two calendars', file(GOOD) + file(GOOD), '2 calendars, not one'],
  [
    '31 February',
    changed('DTEND:20261121T091500', 'DTEND:20270231T091500'),
    'line 8: DTEND is no DATE-TIME: 20270231T091500',
  ],
  [
    '29 February of no leap year',
    changed('DTEND:20261121T091500', 'DTEND:21000229T091500'),
    'line 8: DTEND is no DATE-TIME: 21000229T091500',
  ],
  [
    '24 o’clock',
    changed('DTEND:20261121T091500', 'DTEND:20261121T240000'),
    'line 8: DTEND is no DATE-TIME: 20261121T240000',
  ],
  [
    'a day without VALUE=DATE',
    changed('DTEND:20261121T091500', 'DTEND:20261122'),
    'line 8: DTEND is no DATE-TIME: 20261122',
  ],
  [
    'an end before the start',
    changed('DTEND:20261121T091500', 'DTEND:20261121T085959'),
    'line 8: DTEND not after DTSTART',
  ],
  [
    'an end at the start',
    changed('DTEND:20261121T091500', 'DTEND:20261121T090000'),
    'line 8: DTEND not after DTSTART',
  ],
  [
    'an end of another type',
    changed('DTEND:20261121T091500', 'DTEND;VALUE=DATE:20261122'),
    'line 8: DTEND of another type',
  ],
  [
    'an end in UTC',
    changed('DTEND:20261121T091500', 'DTEND:20261121T091500Z'),
    'line 8: DTEND of another type',
  ],
  [
    'a time zone',
    changed('DTEND:20261121T091500', 'DTEND;TZID=Europe/Berlin:20261121T091500'),
    'line 8: DTEND has a time zone',
  ],
  [
    'end and duration',
    changed('UID:one', 'UID:one', 'DURATION:PT1H'),
    'line 4: both DTEND and DURATION',
  ],
  [
    'a comma unescaped',
    changed('UID:one', 'UID:one', 'LOCATION:a,b'),
    'line 6: LOCATION is no TEXT: a,b',
  ],
  [
    'a semicolon unescaped',
    changed('UID:one', 'UID:one', 'X-WR-CALNAME:a;b'),
    'line 6: X-WR-CALNAME is not escaped',
  ],
  [
    'a wrong escape',
    changed('UID:one', 'UID:one', 'LOCATION:a\\tb'),
    'line 6: LOCATION is no TEXT: a\\tb',
  ],
  [
    'a lone backslash',
    changed('UID:one', 'UID:one', 'LOCATION:a\\'),
    'line 6: LOCATION is no TEXT: a\\',
  ],
  [
    'an unknown property',
    changed('UID:one', 'UID:one', 'BCC:x'),
    'line 6: BCC is not known in VEVENT',
  ],
  [
    'an unknown status',
    changed('UID:one', 'UID:one', 'STATUS:DONE'),
    'line 6: STATUS is no STATUS: DONE',
  ],
  [
    'a negative sequence',
    changed('UID:one', 'UID:one', 'SEQUENCE:-1'),
    'line 6: SEQUENCE is no SEQUENCE: -1',
  ],
  [
    'a huge sequence',
    changed('UID:one', 'UID:one', 'SEQUENCE:2147483648'),
    'line 6: SEQUENCE is no SEQUENCE: 2147483648',
  ],
  ['an alarm without action', changed('ACTION:DISPLAY'), 'line 10: VALARM has no ACTION'],
  ['an alarm without text', changed('DESCRIPTION:x'), 'line 10: DISPLAY without DESCRIPTION'],
  ['an alarm without trigger', changed('TRIGGER:-PT15M'), 'line 10: VALARM has no TRIGGER'],
  [
    'an alarm that repeats for no time',
    changed('ACTION:DISPLAY', 'ACTION:DISPLAY', 'REPEAT:2'),
    'line 10: DURATION and REPEAT stand together or not at all',
  ],
  [
    'a trigger of no time',
    changed('TRIGGER:-PT15M', 'TRIGGER:PT'),
    'line 13: TRIGGER is no DURATION: PT',
  ],
  [
    'a trigger of a day and T',
    changed('TRIGGER:-PT15M', 'TRIGGER:-P1DT'),
    'line 13: TRIGGER is no DURATION: -P1DT',
  ],
  [
    'a trigger of a week and T',
    changed('TRIGGER:-PT15M', 'TRIGGER:-P1WT'),
    'line 13: TRIGGER is no DURATION: -P1WT',
  ],
  [
    'a trigger without minutes between',
    changed('TRIGGER:-PT15M', 'TRIGGER:-PT1H5S'),
    'line 13: TRIGGER is no DURATION: -PT1H5S',
  ],
])('%s is found', (_, text, problem) => {
  expect(lintIcs(text)).toContain(problem)
})

it('the same UID twice is found', () => {
  const event = GOOD.slice(3, -1)
  expect(lintIcs(file([...GOOD.slice(0, -1), ...event, 'END:VCALENDAR']))).toEqual([
    'line 16: the UID one stands twice',
  ])
})

it('a calendar without entries is found', () => {
  expect(lintIcs(file([...GOOD.slice(0, 3), 'END:VCALENDAR']))).toEqual([
    'a calendar without entries',
  ])
})

it('a fold inside a character is found', () => {
  const bytes = Buffer.from(changed('UID:one', 'UID:é'))
  const inside = bytes.indexOf('é') + 1
  const folded = Buffer.concat([
    bytes.subarray(0, inside),
    Buffer.from('\r\n '),
    bytes.subarray(inside),
  ])
  expect(lintIcs(folded)).toEqual([
    'line 5: folded inside a character, or not UTF-8',
    'line 6: folded inside a character, or not UTF-8',
  ])
})
