import type { ImportSkipped } from '../domain/data/imported.ts'
import { type Day, dayOfMoment, isDay } from '../domain/words/days.ts'
import { isAddrSpec } from '../domain/words/text.ts'
import { type ContentLine, contentLines, paramOf, unescapedText } from './content-lines.ts'
import { limitedText, limitRecords } from './decode.ts'
import { cleanLine } from './imported.ts'

/** A meeting of a calendar, past or to come. */
export interface IcsMeeting {
  /** The calendar's; of a moved one of a series with the start that it had. */
  uid: string
  /** Of a start in a zone the day there; of one in UTC the day here. */
  on: Day
  summary: string
  place?: string
  /** The organizer too; nobody who declined, and no rooms. */
  attendees: IcsAttendee[]
  /** One of a series, of which only the first day is given. */
  isRecurring: boolean
  line: number
}

export interface IcsAttendee {
  name?: string
  email: string
}

/** The meetings of a calendar file; a cancelled one is left out without a word. */
export function icsMeetings(text: string): { meetings: IcsMeeting[]; skipped: ImportSkipped[] } {
  const meetings: IcsMeeting[] = []
  const skipped: ImportSkipped[] = []
  let count = 0
  for (const event of eventsOf(limitedText(text))) {
    limitRecords(++count, 'event')
    if (/^cancelled$/i.test(event.status)) continue
    const meeting = meetingOf(event)
    if (typeof meeting === 'string') skipped.push({ line: event.line, why: meeting })
    else meetings.push(meeting)
  }
  return { meetings, skipped }
}

interface RawEvent {
  line: number
  uid: string
  status: string
  summary: string
  location: string
  start: ContentLine | undefined
  recurrenceId: string
  isRecurring: boolean
  attendees: Map<string, IcsAttendee>
  declined: Set<string>
}

function* eventsOf(text: string): Generator<RawEvent> {
  let event: RawEvent | undefined
  /** Alarms, and whatever else stands within an event. */
  let inner = 0
  for (const line of contentLines(text)) {
    const component = line.value.trim().toUpperCase()
    if (line.name === 'BEGIN') {
      if (component === 'VEVENT') {
        event = rawEvent(line.line)
        inner = 0
      } else if (event) inner++
    } else if (line.name === 'END') {
      if (component === 'VEVENT' && event) {
        yield event
        event = undefined
      } else if (inner > 0) inner--
    } else if (event && inner === 0) readLine(event, line)
  }
}

function rawEvent(line: number): RawEvent {
  return {
    line,
    uid: '',
    status: '',
    summary: '',
    location: '',
    start: undefined,
    recurrenceId: '',
    isRecurring: false,
    attendees: new Map(),
    declined: new Set(),
  }
}

function readLine(event: RawEvent, line: ContentLine): void {
  switch (line.name) {
    case 'UID':
      event.uid ||= cleanLine(line.value)
      return
    case 'STATUS':
      event.status ||= line.value.trim()
      return
    case 'SUMMARY':
      event.summary ||= cleanLine(unescapedText(line.value))
      return
    case 'LOCATION':
      event.location ||= cleanLine(unescapedText(line.value))
      return
    case 'DTSTART':
      event.start ??= line
      return
    case 'RECURRENCE-ID':
      event.recurrenceId ||= line.value.trim()
      return
    case 'RRULE':
    case 'RDATE':
      event.isRecurring = true
      return
    case 'ATTENDEE':
    case 'ORGANIZER':
      readAttendee(event, line)
      return
    default:
  }
}

function readAttendee(event: RawEvent, line: ContentLine): void {
  const kind = paramOf(line, 'CUTYPE') ?? 'INDIVIDUAL'
  if (!/^(?:individual|unknown)$/i.test(kind)) return
  const email = addressOf(line.value) ?? addressOf(paramOf(line, 'EMAIL') ?? '')
  if (!email) return
  const key = email.toLowerCase()
  if (/^declined$/i.test(paramOf(line, 'PARTSTAT') ?? '')) event.declined.add(key)
  const name = cleanLine(paramOf(line, 'CN') ?? '')
  const known = event.attendees.get(key)
  if (known?.name) return
  // Many calendars write the address where a name belongs.
  event.attendees.set(key, {
    ...(name && !name.includes('@') && { name }),
    email: known?.email ?? email,
  })
}

function addressOf(value: string): string | undefined {
  const address = cleanLine(value).replace(/^mailto:/i, '')
  return isAddrSpec(address) ? address : undefined
}

function meetingOf(event: RawEvent): IcsMeeting | string {
  if (!event.start) return 'It has no start.'
  const on = dayOfStart(event.start.value.trim())
  if (!on) return "Its start can't be read as a day."
  const attendees = [...event.attendees].flatMap(([key, attendee]) =>
    event.declined.has(key) ? [] : [attendee],
  )
  return {
    uid: [event.uid, event.recurrenceId].filter(Boolean).join(' '),
    on,
    summary: event.summary,
    ...(event.location && { place: event.location }),
    attendees,
    isRecurring: event.isRecurring,
    line: event.line,
  }
}

/** `20260309`, `20260309T150000`, `20260309T230000Z`. */
function dayOfStart(value: string): Day | undefined {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?\d\d)?(Z?))?$/i.exec(value)
  if (!parts) return undefined
  const [, year, month, date, hour, minute, utc] = parts
  const day = `${year}-${month}-${date}`
  if (!isDay(day)) return undefined
  if (!utc) return day
  const here = dayOfMoment(
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hour), Number(minute))),
  )
  return isDay(here) ? here : undefined
}
