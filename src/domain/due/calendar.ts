import { lastDay } from '../data/events.ts'
import type {
  Contact,
  Database,
  FollowUp,
  FollowUpKind,
  Interaction,
  Stamped,
} from '../data/model.ts'
import { numberSetting, textSetting } from '../data/settings.ts'
import { type LoopPerson, personOf } from '../people/people.ts'
import { addDays, addMinutes, type Day, daysBetween, longDay, type Moment } from '../words/days.ts'
import { byText, capital, counted, listed } from '../words/text.ts'
import { birthdaysBy } from './birthdays.ts'
import { eventsBeginning } from './events-ahead.ts'
import { type Loop, loopWords, openLoops } from './loops.ts'
import { latestContacts } from './rhythm.ts'

/** What one entry of the calendar says; `formats/ics.ts` writes it down. */
export interface CalendarEntry {
  /** Stays the same while the record does, so that a second import makes no double. */
  uid: string
  sequence: number
  stamp: Moment
  kind: FollowUpKind | 'keep-in-touch' | 'event-days' | 'birthday'
  /** Numbers of the follow-ups in it; none for keep-in-touch and for the days of an event. */
  followUps: number[]
  contacts: LoopPerson[]
  summary: string
  description: string | null
  location: string | null
  /** Local, `2026-03-09T09:00`, or the day alone for a whole day. */
  start: string
  /** Later than the start; for a whole day the day after. */
  end: string
  /** Minutes from the start to the alarm, negative before it; null: none. */
  alarm: number | null
  /** A meeting takes time; a reminder does not. */
  isBusy: boolean
  isCancelled: boolean
}

/** What `export ics --json` prints. */
export interface CalendarAnswer {
  entries: CalendarEntry[]
  /** Null when nothing was written to a file. */
  path: string | null
  /** Whether it took the place of a file that was there. */
  replaced: boolean
}

/** Changes whenever what the calendar shows of it does. */
export function calendarPrint(entry: CalendarEntry): string {
  const { sequence, stamp, start, end, summary, alarm, isCancelled } = entry
  return [sequence, stamp, start, end, alarm, isCancelled, summary].join(' ')
}

/** Those that are new or changed since an export that wrote these prints, by uid. */
export function newSince(
  entries: readonly CalendarEntry[],
  last: ReadonlyMap<string, string>,
): CalendarEntry[] {
  return entries.filter(entry => last.get(entry.uid) !== calendarPrint(entry))
}

export interface CalendarOptions {
  /** Days ahead; without it there is no end. */
  within?: number | undefined
  /** When reminders stand, `09:00`; else the setting. */
  time?: string | undefined
  isAllDay?: boolean | undefined
  /** Minutes before; without it only meetings ring. */
  alarm?: number | undefined
  /** With what was talked about. */
  details?: boolean | undefined
  /** Closed ones too, cancelled. */
  includeDone?: boolean | undefined
  /** Only what is with these people; absent: everything. */
  contacts?: ReadonlySet<number> | undefined
}

/**
 * The open loops that have a day, and the events to come unless people are chosen, as calendar
 * entries in the order of time; a day already past stands on today.
 */
export function calendarEntries(
  db: Database,
  today: Day,
  options: CalendarOptions = {},
): CalendarEntry[] {
  const desk = deskOf(db, today, options)
  const until = options.within === undefined ? '9999-12-31' : addDays(today, options.within)
  const { contacts } = options
  const loops = openLoops(db, today)
    .filter(loop => !loop.hidden)
    .filter(loop => loop.due !== null && loop.due <= until)
    .filter(
      loop => !contacts || [loop.contact, ...loop.others].some(who => contacts.has(who?.id ?? 0)),
    )
  const parts = [
    ...openParts(desk, loops),
    ...(options.includeDone ? closedParts(desk, until) : []),
  ]
  const groups = groupedBy(parts, part => groupKey(desk, part.followUp))
  const entries = new Map<string, CalendarEntry>()
  for (const group of groups) {
    const entry = followUpEntry(desk, group)
    // Of notes written together the first may be closed and others open: the open ones speak.
    if (!entries.has(entry.uid)) entries.set(entry.uid, entry)
  }
  const days = [...(contacts ? [] : eventEntries(desk)), ...birthdayEntries(desk)]
  return [...entries.values(), ...keepInTouchEntries(desk, loops), ...days].sort(
    (a, b) => byText(a.start, b.start) || byText(a.summary, b.summary) || byText(a.uid, b.uid),
  )
}

/** What the entries are made from, looked up once. */
interface Desk {
  db: Database
  today: Day
  options: CalendarOptions
  contacts: Map<number, Contact>
  followUps: Map<number, FollowUp>
  /** The interactions that opened one. */
  opening: Map<number, Interaction>
  /** All first-week notes, closed ones too, by event and day. */
  notes: Map<string, FollowUp[]>
}

/** A follow-up in an entry, and what to type to settle it. */
interface Part {
  followUp: FollowUp
  command: string | null
}

function deskOf(db: Database, today: Day, options: CalendarOptions): Desk {
  const froms = new Set(db.followUps.map(followUp => followUp.from))
  const opening = new Map<number, Interaction>()
  for (const each of db.interactions) if (froms.has(each.id)) opening.set(each.id, each)
  const notes = db.followUps.filter(followUp => followUp.kind === 'event')
  return {
    db,
    today,
    options,
    contacts: new Map(db.contacts.map(contact => [contact.id, contact])),
    followUps: new Map(db.followUps.map(followUp => [followUp.id, followUp])),
    opening,
    notes: new Map(
      groupedBy(notes, note => noteKey(opening, note)).map(group => [
        noteKey(opening, group[0]),
        group,
      ]),
    ),
  }
}

function openParts(desk: Desk, loops: readonly Loop[]): Part[] {
  return loops.flatMap(({ followUp: id, command }) => {
    const followUp = desk.followUps.get(id ?? 0)
    return followUp ? [{ followUp, command }] : []
  })
}

function closedParts(desk: Desk, until: Day): Part[] {
  return [...desk.followUps.values()]
    .filter(({ closed, due }) => closed && due !== undefined && due <= until)
    .filter(({ contact = 0 }) => desk.options.contacts?.has(contact) ?? true)
    .map(followUp => ({ followUp, command: null }))
}

// What stands together: first-week notes from one event on one day

function groupKey(desk: Desk, followUp: FollowUp): string {
  if (followUp.kind !== 'event') return String(followUp.id)
  const state = followUp.closed ? 'closed' : 'open'
  return `${state} ${shownDay(desk, followUp)} ${occasionKey(desk.opening, followUp)}`
}

function noteKey(opening: Desk['opening'], note: FollowUp): string {
  return `${note.due} ${occasionKey(opening, note)}`
}

/** One event by its number, else by what it was, on which day and where. */
function occasionKey(opening: Desk['opening'], note: FollowUp): string {
  const from = opening.get(note.from ?? 0)
  if (!from) return `note ${note.id}`
  return from.event ? `event ${from.event}` : `${from.kind} ${from.on} ${from.place ?? ''}`
}

function shownDay({ today }: Desk, { due = today, closed }: Pick<FollowUp, 'due' | 'closed'>): Day {
  return due < today && !closed ? today : due
}

/**
 * The records that give an entry its uid, sequence and stamp. Notes already written count too: so
 * the uid stays, and the sequence grows, while one after the other is settled.
 */
function recordsOf(desk: Desk, group: Group): Group<FollowUp> {
  const [{ followUp }] = group
  if (followUp.kind !== 'event') return [followUp]
  const keys = new Set(group.map(part => noteKey(desk.opening, part.followUp)))
  const notes = [...keys].sort(byText).flatMap(key => desk.notes.get(key) ?? [])
  const [first = followUp, ...rest] = notes
  return [first, ...rest]
}

// Entries

function followUpEntry(desk: Desk, group: Group): CalendarEntry {
  const [{ followUp }] = group
  const records = recordsOf(desk, group)
  const day = shownDay(desk, followUp)
  const at = day === followUp.due ? followUp.at : undefined
  const times =
    followUp.kind === 'meeting' && at
      ? meetingTimes(desk, { day, time: at }, followUp.minutes)
      : reminderTimes(desk, day, at)
  return {
    uid: records[0].uid,
    sequence: sum(records.map(record => record.rev ?? 0)) + records.length - 1,
    stamp: records.map(stampOf).sort(byText).at(-1) ?? stampOf(followUp),
    kind: followUp.kind,
    followUps: group.map(part => part.followUp.id),
    contacts: peopleOf(desk, group),
    summary: summaryOf(desk, group),
    description: lines([
      ...reasonsOf(desk, followUp),
      ...group.flatMap(part => partLines(desk, part, { isOne: group.length === 1 })),
    ]),
    location: followUp.place ?? null,
    ...times,
    ...(followUp.closed && { alarm: null, isBusy: false }),
    isCancelled: followUp.closed !== undefined,
  }
}

function keepInTouchEntries(desk: Desk, loops: readonly Loop[]): CalendarEntry[] {
  const touches = loops.filter(loop => loop.kind === 'keep-in-touch')
  if (!touches.length) return []
  const latest = latestContacts(desk.db)
  const counts = interactionCounts(desk.db)
  return touches.flatMap(({ contact: person, due, command }) => {
    const contact = desk.contacts.get(person?.id ?? 0)
    if (!contact || !person || due === null) return []
    const last = latest.get(contact.id)
    return {
      uid: `${contact.uid}-keep-in-touch`,
      sequence: counts.get(contact.id) ?? 0,
      stamp: stampOf(last ?? contact),
      kind: 'keep-in-touch' as const,
      followUps: [],
      contacts: [person],
      summary: `Keep in touch with ${person.name}`,
      description: lines([
        last && `Last in touch: ${occasionOf(desk, last)}`,
        desk.options.details && last?.detail,
        desk.options.details && last?.note,
        command,
      ]),
      location: null,
      ...reminderTimes(desk, shownDay(desk, { due })),
      isCancelled: false,
    }
  })
}

/** The days of what is to come, whole; a rotation is no appointment and would cover weeks. */
function eventEntries({ db, today, options }: Desk): CalendarEntry[] {
  return eventsBeginning(db, today, options.within)
    .filter(event => event.kind !== 'rotation')
    .map(event => ({
      uid: event.uid,
      sequence: event.rev ?? 0,
      stamp: stampOf(event),
      kind: 'event-days' as const,
      followUps: [],
      contacts: [],
      summary: event.name,
      description: `netmed prep ${event.id}`,
      location: event.place ?? null,
      start: event.on,
      end: addDays(lastDay(event), 1),
      alarm: null,
      isBusy: false,
      isCancelled: false,
    }))
}

/** The next one of each, a whole day; it rings as long before as `due` tells of it. */
function birthdayEntries(desk: Desk): CalendarEntry[] {
  const { db, today, options } = desk
  const { within = A_YEAR, contacts } = options
  const early = numberSetting(db, 'birthdays.days')
  const time = options.time ?? textSetting(db, 'calendar.time')
  return birthdaysBy(db, today, addDays(today, within))
    .filter(({ contact }) => !contacts || contacts.has(contact.id))
    .map(({ contact, on }) => {
      const rings = { day: addDays(on, -early), time }
      return {
        uid: `${contact.uid}-birthday`,
        sequence: contact.rev ?? 0,
        stamp: stampOf(contact),
        kind: 'birthday' as const,
        followUps: [],
        contacts: [personOf(contact)],
        summary: `${personOf(contact).name}'s birthday`,
        description: null,
        location: null,
        start: on,
        end: addDays(on, 1),
        alarm: rings.day < today ? null : minutesBetween({ day: on, time: '00:00' }, rings),
        isBusy: false,
        isCancelled: false,
      }
    })
}

/** The next birthday is never further off. */
const A_YEAR = 366

function interactionCounts(db: Database): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { contacts } of db.interactions) {
    for (const id of contacts) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

function stampOf(record: Stamped): Moment {
  return record.updatedAt ?? record.createdAt
}

// Times

type Times = Pick<CalendarEntry, 'start' | 'end' | 'alarm' | 'isBusy'>
interface LocalTime {
  day: Day
  time: string
}

/** At the hour that was typed, which is then neither a whole day nor moved to waking hours. */
function reminderTimes({ db, options }: Desk, day: Day, hour?: string): Times {
  const isAllDay = options.isAllDay && hour === undefined
  const at = { day, time: hour ?? options.time ?? textSetting(db, 'calendar.time') }
  const start = isAllDay ? { day, time: '00:00' } : at
  const early = options.alarm ?? (hour === undefined ? undefined : 0)
  const rung = early === undefined ? null : addMinutes(at, -early)
  const rings = rung && hour === undefined ? quiet(db, rung) : rung
  return {
    start: isAllDay ? day : wallTime(at),
    end: isAllDay
      ? addDays(day, 1)
      : wallTime(addMinutes(at, Math.max(1, numberSetting(db, 'calendar.minutes')))),
    alarm: rings && minutesBetween(start, rings),
    isBusy: false,
  }
}

/** An hour that was agreed rings, however early it is. */
function meetingTimes({ db, options }: Desk, start: LocalTime, minutes?: number): Times {
  const length = minutes || numberSetting(db, 'meeting.minutes')
  const early = options.alarm ?? numberSetting(db, 'meeting.alarm')
  return {
    start: wallTime(start),
    end: wallTime(addMinutes(start, length)),
    alarm: 0 - early,
    isBusy: true,
  }
}

/** Moved to the same day's waking hours. */
function quiet(db: Database, rings: LocalTime): LocalTime {
  const earliest = textSetting(db, 'calendar.earliest')
  const latest = textSetting(db, 'calendar.latest')
  if (rings.time < earliest) return { ...rings, time: earliest }
  return rings.time > latest ? { ...rings, time: latest } : rings
}

function minutesBetween(start: LocalTime, end: LocalTime): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return daysBetween(start.day, end.day) * 1440 + minutes(end.time) - minutes(start.time)
}

function wallTime({ day, time }: LocalTime): string {
  return `${day}T${time}`
}

// Words: a name and a short reason

function summaryOf(desk: Desk, group: Group): string {
  const [{ followUp }] = group
  const people = peopleOf(desk, group)
  if (!people.length) return followUp.what
  const names = namesOf(people)
  const { kind } = followUp
  if (kind === 'thank-you') return `Thank ${names}`
  if (kind === 'event') return `Write to ${names}`
  if (kind === 'reply') return `Any word from ${names}?`
  if (kind === 'draft') return `Held draft to ${names}`
  if (kind === 'meeting') {
    const how = (followUp.occasion ?? 'meeting').replaceAll('-', ' ')
    const isPast = shownDay(desk, followUp) !== followUp.due
    return isPast ? `Log ${how} with ${names}` : `${capital(how)} with ${names}`
  }
  return loopWords(followUp, names, desk.opening.get(followUp.from ?? 0), desk.today).what
}

/** Three names at most. */
function namesOf(people: readonly LoopPerson[]): string {
  const names = people.map(person => person.name)
  if (names.length <= 3) return listed(names)
  return listed([...names.slice(0, 2), counted(names.length - 2, 'other')])
}

function peopleOf(desk: Desk, group: Group): LoopPerson[] {
  const ids = group.flatMap(({ followUp }) => [followUp.contact ?? 0, ...(followUp.others ?? [])])
  return [...new Set(ids)].flatMap(id => {
    const contact = desk.contacts.get(id)
    return contact ? [personOf(contact)] : []
  })
}

function reasonsOf(desk: Desk, followUp: FollowUp): string[] {
  if (followUp.kind === 'meeting') {
    const how = (followUp.occasion ?? 'meeting').replaceAll('-', ' ')
    return followUp.contact && followUp.what !== how ? [followUp.what] : []
  }
  const from = desk.opening.get(followUp.from ?? 0)
  return from ? [occasionOf(desk, from)] : []
}

/** `Conference on Wed 18 Nov 2026, ACC Meeting` */
function occasionOf({ db }: Desk, { kind, on, event: id }: Interaction): string {
  const event = id === undefined ? undefined : db.events.find(each => each.id === id)
  const words = `${capital(kind.replaceAll('-', ' '))} on ${longDay(on)}`
  return event ? `${words}, ${event.name}` : words
}

/** Details when they are wanted, and the command; with the name before them where there are several. */
function partLines(desk: Desk, part: Part, { isOne }: { isOne: boolean }): string[] {
  const { followUp, command } = part
  const from = desk.opening.get(followUp.from ?? 0)
  const said = summaryOf(desk, [part])
  const details = [followUp.what, from?.detail, from?.note, followUp.outcome]
  const texts = [...(desk.options.details ? details : []), command]
  const names = listed(peopleOf(desk, [part]).map(person => person.name))
  return texts
    .filter(text => text !== undefined && text !== null && !said.includes(text))
    .map(text => (isOne ? `${text}` : `${names}: ${text}`))
}

/** One a line, none twice; null when there is none. */
function lines(texts: readonly (string | null | false | undefined)[]): string | null {
  return [...new Set(texts.filter(Boolean))].join('\n') || null
}

/** Never empty. */
type Group<T = Part> = [T, ...T[]]

/** In the order in which their first ones stand. */
function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Group<T>[] {
  const groups = new Map<string, Group<T>>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
