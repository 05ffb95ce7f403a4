import type { EventAttributes } from 'ics'
import type { CalendarEntry } from '../domain/due/calendar.ts'
import type { Day, Moment } from '../domain/words/days.ts'
import { seenText } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'

/** The package accepts a timestamp; its types do not say so, and without one it looks at the clock. */
type Attributes = EventAttributes & { timestamp: string }

/**
 * The entries as an iCalendar file (RFC 5545) in floating local time, without METHOD: the same
 * entries give the same bytes on every machine and in every time zone.
 */
export async function calendarText(entries: readonly CalendarEntry[]): Promise<string> {
  const { createEvents } = await import('ics')
  const texts: string[] = []
  const events: Attributes[] = entries.map(entry => eventOf(entry, texts))
  const { value, error } = createEvents(events, {
    productId: '-//netmed//netmed//EN',
    method: '',
    calName: 'netmed follow-ups',
  })
  // What comes back as an error is no Error but a bare object.
  if (value === null) throw new Error('The calendar could not be written.', { cause: error })
  return finished(value, texts)
}

function eventOf(entry: CalendarEntry, texts: string[]): Attributes {
  // The package folds in quadratic time and by characters, escapes some texts and not others, and
  // lets a lone CR pass: it is handed a short word for each text, and `finished` sets the text in.
  const placed = (text: string): string => `text-${texts.push(escaped(text)) - 1}`
  return {
    uid: checkedUid(entry.uid),
    sequence: entry.sequence,
    timestamp: utcMoment(entry.stamp),
    start: localStart(entry.start),
    end: localStart(entry.end),
    title: placed(entry.summary),
    ...(entry.description !== null && { description: placed(entry.description) }),
    ...(entry.location !== null && { location: placed(entry.location) }),
    status: entry.isCancelled ? 'CANCELLED' : 'CONFIRMED',
    transp: entry.isBusy ? 'OPAQUE' : 'TRANSPARENT',
    classification: 'PRIVATE',
    ...(entry.alarm !== null && {
      alarms: [
        { action: 'display', description: placed(entry.summary), trigger: offset(entry.alarm) },
      ],
    }),
  }
}

/** In a file made by hand a uid could be anything, and a line break in it would begin a property. */
function checkedUid(uid: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(uid)) return uid
  throw new Failure(
    'not-understood',
    `A record has the uid ${JSON.stringify(uid)}, which no calendar can take.`,
    'A uid is 16 lower-case letters and digits. Fix it in the data file.',
  )
}

/** `20260309T080000Z` */
function utcMoment(moment: Moment): string {
  return moment.replace(/\.\d+|[-:]/g, '')
}

/** Text for a time, so that no time zone of this machine has a say; numbers for a whole day. */
function localStart(start: string): string | [number, number, number] {
  if (start.includes('T')) return `${start.replace(/[-:]/g, '')}00`
  return dayNumbers(start)
}

function dayNumbers(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

/** In days, hours and minutes: a day before is the same time on the clock, also when it changes. */
function offset(minutes: number): {
  before: boolean
  days: number
  hours: number
  minutes: number
} {
  const size = Math.abs(minutes)
  return {
    before: minutes < 0,
    days: Math.floor(size / 1440),
    hours: Math.floor((size % 1440) / 60),
    minutes: size % 60,
  }
}

function finished(calendar: string, texts: readonly string[]): string {
  return calendar
    .split('\r\n')
    .filter(line => !line.startsWith('X-PUBLISHED-TTL:'))
    .map(line =>
      line.replace(
        /(?<=^(?:SUMMARY|DESCRIPTION|LOCATION):)text-(\d+)$/,
        (_, at) => texts[at] ?? '',
      ),
    )
    .map(line => (line.startsWith('TRIGGER:') ? repaired(line) : line))
    .map(brokenLine)
    .join('\r\n')
}

/** The package writes `PT` for no time at all and `-P1DT` for a day. */
function repaired(trigger: string): string {
  return trigger.endsWith(':PT') ? `${trigger}0S` : trigger.replace(/T$/, '')
}

/** As RFC 5545 wants a text value (3.3.11), on one line and without what cannot be seen. */
function escaped(text: string): string {
  return seenText(text)
    .replace(/\t/g, ' ')
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replace(/\n/g, '\\n')
}

const LINE_OCTETS = 75

/** A line broken after 75 octets, never inside a character; what follows begins with a blank. */
function brokenLine(line: string): string {
  if (line.length <= LINE_OCTETS / 3) return line
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = utf8Octets(character)
    if (octets + size > LINE_OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}

function utf8Octets(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
