import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import {
  type Contact,
  type Database,
  type Event,
  emptyDatabase,
  type FollowUp,
  type Interaction,
} from '../../../src/domain/data/model.ts'
import { type CalendarOptions, calendarEntries } from '../../../src/domain/due/calendar.ts'
import { calendarText } from '../../../src/formats/ics.ts'
import type { AnyFollowUp } from '../../support/database.ts'
import { lintIcs } from '../../support/ics-linter.ts'

const TODAY = '2026-11-21'
const WRITTEN = '2026-11-18T10:11:12.000Z'

const stamped = (id: number) => ({ id, uid: `uid${id}`, createdAt: WRITTEN })
const person = (id: number, name: string, fields: Partial<Contact> = {}): Contact => ({
  ...stamped(id),
  name,
  ...fields,
})
const loop = (id: number, fields: AnyFollowUp): FollowUp => {
  const plain = { kind: 'reminder', what: 'send the abstract', contact: 1, due: '2026-11-25' }
  // What a test says of it fits its kind.
  return { ...stamped(id), ...plain, ...fields } as FollowUp
}
const contacted = (id: number, fields: Partial<Interaction> = {}): Interaction => ({
  ...stamped(id),
  kind: 'conference',
  on: '2026-11-18',
  contacts: [1],
  ...fields,
})
const CHEN = person(1, 'Dr. Maya Chen')
const HOFF = person(2, 'Dr. Lena Hoff')
const SILVA = person(3, 'Ana Silva')
const LEE = person(4, 'Marcus Lee')

function database(lists: Partial<Database>): Database {
  return { ...emptyDatabase(), contacts: [CHEN, HOFF, SILVA, LEE], ...lists }
}

function entries(lists: Partial<Database>, options?: CalendarOptions, today = TODAY) {
  return calendarEntries(database(lists), today, options)
}

function uids(lists: Partial<Database>, options?: CalendarOptions, today = TODAY) {
  return entries(lists, options, today).map(entry => entry.uid)
}

it('a thank-you has the name, where it comes from and the command, not what was said', () => {
  const followUps = [loop(11, { kind: 'thank-you', from: 10, what: 'her advice on the grant' })]
  const interactions = [contacted(10, { kind: 'office-hours', detail: 'her advice on the grant' })]
  expect(entries({ followUps, interactions })).toEqual([
    {
      uid: 'uid11',
      sequence: 0,
      stamp: WRITTEN,
      kind: 'thank-you',
      followUps: [11],
      contacts: [{ id: 1, name: 'Dr. Maya Chen', role: null }],
      summary: 'Thank Dr. Maya Chen',
      description: 'Office hours on Wed 18 Nov 2026\nnetmed draft thanks chen',
      location: null,
      start: '2026-11-25T09:00',
      end: '2026-11-25T09:15',
      alarm: null,
      isBusy: false,
      isCancelled: false,
    },
  ])
})

it('with details it has what was said and noted', () => {
  const followUps = [loop(11, { kind: 'thank-you', from: 10, what: 'her advice' })]
  const interactions = [contacted(10, { detail: 'her advice', note: 'ask about IRB\nand funding' })]
  expect(entries({ followUps, interactions }, { details: true })[0]?.description).toBe(
    'Conference on Wed 18 Nov 2026\nher advice\nask about IRB\nand funding\nnetmed draft thanks chen',
  )
})

it('what a reminder is about was typed for it, and is said', () => {
  const followUps = [
    loop(11, { due: TODAY }),
    { ...stamped(12), kind: 'reminder' as const, what: 'renew AMWA', due: TODAY },
  ]
  expect(entries({ followUps }).map(entry => entry.summary)).toEqual([
    'Dr. Maya Chen: send the abstract',
    'renew AMWA',
  ])
})

it('the sequence counts the changes, the stamp is the last of them', () => {
  const followUps = [loop(11, { rev: 3, updatedAt: '2026-11-20T08:00:00.000Z' })]
  expect(entries({ followUps })[0]).toMatchObject({
    sequence: 3,
    stamp: '2026-11-20T08:00:00.000Z',
  })
})

it('a day already past stands on today', () => {
  expect(entries({ followUps: [loop(11, { due: '2026-10-01' })] })[0]?.start).toBe(
    '2026-11-21T09:00',
  )
})

it('a loop without a day, or beyond the horizon, has no entry', () => {
  const { due, ...undated } = loop(11, {})
  const followUps = [
    undated,
    loop(12, { due: '2026-11-28' }),
    loop(13, { due: '2026-11-29' }),
    loop(14, { due: '2026-11-20' }),
  ]
  expect(uids({ followUps }, { within: 7 })).toEqual(['uid14', 'uid12'])
  expect(due).toBe('2026-11-25')
})

it('entries stand in the order of time, then of words', () => {
  const followUps = [
    loop(11, { due: '2026-11-30', what: 'b' }),
    loop(12, { due: '2026-11-30', what: 'a' }),
    loop(13, { due: '2026-11-22', what: 'c' }),
  ]
  expect(uids({ followUps })).toEqual(['uid13', 'uid12', 'uid11'])
})

it('private loops, and loops from a private talk, are left out, closed ones too', () => {
  const followUps = [
    loop(11, { private: true }),
    loop(12, { from: 10 }),
    loop(13, { kind: 'event', private: true }),
    loop(14, { closed: 'done', private: true }),
    loop(15, { closed: 'done', from: 10 }),
  ]
  const interactions = [contacted(10, { private: true })]
  const db = publicPart(database({ followUps, interactions }))
  const options = { includeDone: true, details: true }
  expect(calendarEntries(db, TODAY, options)).toEqual([])
})

it('a waiting reply stands on the day it becomes due', () => {
  const followUps = [loop(11, { kind: 'reply', from: 10, what: 'Panel', due: '2026-12-02' })]
  const interactions = [contacted(10, { kind: 'email' })]
  expect(entries({ followUps, interactions })[0]).toMatchObject({
    summary: 'Any word from Dr. Maya Chen?',
    description: 'Email on Wed 18 Nov 2026\nnetmed heard chen',
    start: '2026-12-02T09:00',
  })
})

// Keep in touch

it('keep-in-touch counts the talks with the person and names no circle', () => {
  const contacts = [person(1, 'Dr. Maya Chen', { circles: ['support'] })]
  const interactions = [
    contacted(10, { on: '2026-11-01' }),
    contacted(11, { on: '2026-11-10', kind: 'coffee', updatedAt: '2026-11-12T08:00:00.000Z' }),
    contacted(12, { on: '2026-10-01', updatedAt: '2026-11-19T08:00:00.000Z' }),
  ]
  expect(entries({ contacts, interactions })).toEqual([
    {
      uid: 'uid1-keep-in-touch',
      sequence: 3,
      stamp: '2026-11-12T08:00:00.000Z',
      kind: 'keep-in-touch',
      followUps: [],
      contacts: [{ id: 1, name: 'Dr. Maya Chen', role: null }],
      summary: 'Keep in touch with Dr. Maya Chen',
      description: 'Last in touch: Coffee on Tue 10 Nov 2026\nnetmed draft check-in chen',
      location: null,
      start: '2026-11-24T09:00',
      end: '2026-11-24T09:15',
      alarm: null,
      isBusy: false,
      isCancelled: false,
    },
  ])
})

it('keep-in-touch before the first talk has the stamp of the contact', () => {
  const contacts = [person(1, 'Dr. Maya Chen', { every: 30, metOn: '2026-11-01' })]
  expect(entries({ contacts })[0]).toMatchObject({
    sequence: 0,
    stamp: WRITTEN,
    description: 'netmed draft check-in chen',
    start: '2026-12-01T09:00',
  })
})

it('keep-in-touch says nothing of a private talk', () => {
  const contacts = [person(1, 'Dr. Maya Chen', { every: 30 })]
  const interactions = [contacted(10, { private: true, detail: 'a bad week', note: 'hidden' })]
  const db = publicPart(database({ contacts, interactions }))
  expect(calendarEntries(db, TODAY, { details: true })[0]?.description).toBe(
    'netmed draft check-in chen',
  )
})

it('a date of keep-in-touch already past stands on today', () => {
  const contacts = [person(1, 'Dr. Maya Chen', { every: 7 })]
  const interactions = [contacted(10, { on: '2026-11-01' })]
  expect(entries({ contacts, interactions })[0]?.start).toBe('2026-11-21T09:00')
})

// Meetings

const meeting = (fields: AnyFollowUp = {}) =>
  loop(11, { kind: 'meeting', what: 'the grant', at: '15:00', minutes: 20, ...fields })

it('a meeting has start, end, place, everybody in it and an alarm', () => {
  const followUps = [meeting({ occasion: 'coffee', others: [3], place: 'Café Luna' })]
  expect(entries({ followUps })[0]).toMatchObject({
    summary: 'Coffee with Dr. Maya Chen and Ana Silva',
    description: 'the grant\nnetmed prep chen',
    location: 'Café Luna',
    start: '2026-11-25T15:00',
    end: '2026-11-25T15:20',
    alarm: -15,
    isBusy: true,
  })
})

it('a meeting without a length lasts half an hour, past midnight too', () => {
  const { minutes, ...late } = meeting({ at: '23:45', due: '2026-12-31' })
  expect(entries({ followUps: [late] })[0]).toMatchObject({
    start: '2026-12-31T23:45',
    end: '2027-01-01T00:15',
  })
  expect(minutes).toBe(20)
})

it('a meeting at 06:30 rings, all the same how reminders stand', () => {
  const options = { alarm: 0, time: '10:00', isAllDay: true }
  expect(entries({ followUps: [meeting({ at: '06:30' })] }, options)[0]).toMatchObject({
    start: '2026-11-25T06:30',
    end: '2026-11-25T06:50',
    alarm: 0,
  })
})

it('a meeting that was not logged is a reminder on today', () => {
  expect(entries({ followUps: [meeting({ due: '2026-11-18' })] })[0]).toMatchObject({
    summary: 'Log meeting with Dr. Maya Chen',
    start: '2026-11-21T09:00',
    end: '2026-11-21T09:15',
    alarm: null,
    isBusy: false,
  })
})

it('a meeting whose hour is not set yet is a reminder on its day', () => {
  const { at, ...unset } = meeting()
  expect(entries({ followUps: [unset] }, { alarm: 0 })[0]).toMatchObject({
    summary: 'Meeting with Dr. Maya Chen',
    start: '2026-11-25T09:00',
    alarm: 0,
    isBusy: false,
  })
  expect(at).toBe('15:00')
})

// Times and quiet hours

it.each([
  ['09:00', 0, 0],
  ['09:00', 60, -60],
  ['09:00', 61, -60],
  ['09:00', 120, -60],
  ['06:30', 0, 90],
  ['23:50', 0, -170],
  ['21:00', 0, 0],
  ['09:00', 1440, -1440],
  ['09:00', 720, -720],
  ['09:00', 660, -720],
])('a reminder at %s with an alarm %i minutes before rings at %i', (time, alarm, rings) => {
  expect(entries({ followUps: [loop(11, {})] }, { time, alarm })[0]).toMatchObject({
    start: `2026-11-25T${time}`,
    alarm: rings,
  })
})

it('a reminder of a whole day rings at the time of reminders', () => {
  expect(entries({ followUps: [loop(11, {})] }, { isAllDay: true, alarm: 0 })[0]).toMatchObject({
    start: '2026-11-25',
    end: '2026-11-26',
    alarm: 540,
  })
})

it.each([
  ['2028-02-28', '2028-02-29'],
  ['2028-02-29', '2028-03-01'],
  ['2027-02-28', '2027-03-01'],
  ['2026-12-31', '2027-01-01'],
  ['2027-03-14', '2027-03-15'],
])('the whole day %s ends on %s', (due, end) => {
  expect(entries({ followUps: [loop(11, { due })] }, { isAllDay: true })[0]).toMatchObject({
    start: due,
    end,
  })
})

it('the settings give time and length', () => {
  const settings = { 'calendar.time': '12:30', 'calendar.minutes': 5, 'meeting.alarm': 30 }
  const followUps = [loop(12, {}), meeting()]
  expect(
    entries({ settings, followUps }).map(({ start, end, alarm }) => [start, end, alarm]),
  ).toEqual([
    ['2026-11-25T12:30', '2026-11-25T12:35', null],
    ['2026-11-25T15:00', '2026-11-25T15:20', -30],
  ])
})

it('a reminder without a length ends a minute later', () => {
  const settings = { 'calendar.minutes': 0 }
  expect(entries({ settings, followUps: [loop(12, {})] })[0]).toMatchObject({
    start: '2026-11-25T09:00',
    end: '2026-11-25T09:01',
  })
})

it('what rests in a pause has no entry', () => {
  const season = { ...stamped(50), name: 'Boards', kind: 'boards', pace: 'pause' } as const
  const seasons = [{ ...season, from: '2026-11-20', until: '2026-12-10' }]
  const contacts = [{ ...CHEN, every: 1 }]
  expect(entries({ contacts })).toHaveLength(1)
  expect(entries({ contacts, seasons })).toEqual([])
})

it('the last day of the horizon is within it, of what is closed too', () => {
  const followUps = [
    loop(11, { due: '2026-11-28' }),
    loop(12, { due: '2026-11-28', closed: 'done' }),
    loop(13, { due: '2026-11-29' }),
    loop(14, { due: '2026-11-29', closed: 'done' }),
  ]
  expect(uids({ followUps }, { within: 7, includeDone: true })).toEqual(['uid11', 'uid12'])
})

it('of some people it has what is with them, alone or among others, open or closed', () => {
  const followUps = [
    loop(11, { contact: 1 }),
    loop(12, { contact: 2 }),
    meeting({ id: 13, uid: 'uid13', contact: 2, others: [3, 1] }),
    loop(14, { contact: 1, closed: 'done' }),
    loop(15, { contact: 2, closed: 'done' }),
  ]
  const mine = { ...stamped(16), kind: 'reminder', what: 'boards', due: '2026-11-25' } as const
  const options = { contacts: new Set([1]), includeDone: true }
  expect(uids({ followUps: [...followUps, mine] }, options)).toEqual(['uid11', 'uid14', 'uid13'])
})

it.each([
  [[1, 2], 'Dr. Maya Chen and Dr. Lena Hoff'],
  [[1, 2, 3], 'Dr. Maya Chen, Dr. Lena Hoff and Ana Silva'],
  [[1, 2, 3, 4], 'Dr. Maya Chen, Dr. Lena Hoff and 2 others'],
])('a meeting with %j is with %s', ([contact, ...others], names) => {
  const planned = meeting({ ...(contact && { contact }), others })
  expect(entries({ followUps: [planned] })[0]?.summary).toBe(`Meeting with ${names}`)
})

it.each<[AnyFollowUp, string]>([
  [{ kind: 'reply' }, 'Any word from Dr. Maya Chen?'],
  [{ kind: 'draft' }, 'Held draft to Dr. Maya Chen'],
  [{ kind: 'meeting', occasion: 'office-hours' }, 'Office hours with Dr. Maya Chen'],
  [{ kind: 'promise' }, 'You promised Dr. Maya Chen: send the abstract'],
])('%j reads "%s"', (fields, summary) => {
  expect(entries({ followUps: [loop(11, fields)] })[0]?.summary).toBe(summary)
})

// First-week notes

const ACC: Event = { ...stamped(20), name: 'ACC Meeting', kind: 'conference', on: '2026-11-17' }
const note = (id: number, contact: number, from: number, fields: AnyFollowUp = {}) =>
  loop(id, { kind: 'event', contact, from, what: 'the ablation registry', ...fields })
const AT_ACC = {
  events: [ACC],
  interactions: [
    contacted(10, { contacts: [1], event: 20, detail: 'the ablation registry' }),
    contacted(11, { contacts: [2], event: 20, on: '2026-11-17' }),
    contacted(12, { contacts: [3], event: 20 }),
    contacted(13, { contacts: [4], event: 20 }),
  ],
}

it('first-week notes from one event on one day are one entry', () => {
  const followUps = [note(31, 1, 10, { rev: 2 }), note(32, 2, 11), note(33, 3, 12), note(34, 4, 13)]
  expect(entries({ ...AT_ACC, followUps })).toMatchObject([
    {
      uid: 'uid31',
      sequence: 5,
      followUps: [33, 32, 31, 34],
      summary: 'Write to Ana Silva, Dr. Lena Hoff and 2 others',
      start: '2026-11-25T09:00',
    },
  ])
})

it('their entry names everybody and the command for each', () => {
  const followUps = [note(31, 1, 10), note(32, 2, 11)]
  expect(entries({ ...AT_ACC, followUps })[0]).toMatchObject({
    summary: 'Write to Dr. Lena Hoff and Dr. Maya Chen',
    description: [
      'Conference on Tue 17 Nov 2026, ACC Meeting',
      'Dr. Lena Hoff: netmed draft event-followup hoff',
      'Dr. Maya Chen: netmed draft event-followup chen',
    ].join('\n'),
  })
})

it('with details each has what was talked about', () => {
  const followUps = [note(31, 1, 10), note(33, 3, 12, { what: 'running' })]
  expect(entries({ ...AT_ACC, followUps }, { details: true })[0]?.description).toBe(
    [
      'Conference on Wed 18 Nov 2026, ACC Meeting',
      'Ana Silva: running',
      'Ana Silva: netmed draft event-followup silva',
      'Dr. Maya Chen: the ablation registry',
      'Dr. Maya Chen: netmed draft event-followup chen',
    ].join('\n'),
  )
})

it('notes from one event on two days are two entries, and one when both days are past', () => {
  const followUps = [note(31, 1, 10), note(32, 2, 11, { due: '2026-11-24' })]
  expect(uids({ ...AT_ACC, followUps })).toEqual(['uid32', 'uid31'])
  expect(uids({ ...AT_ACC, followUps }, {}, '2026-11-28')).toEqual(['uid32'])
})

it('without an event on file, the same occasion on the same day at the same place is one', () => {
  const interactions = [
    contacted(10, { contacts: [1], place: 'Chicago' }),
    contacted(11, { contacts: [2], place: 'Chicago' }),
    contacted(12, { contacts: [3], place: 'Boston' }),
    contacted(13, { contacts: [4], place: 'Chicago', kind: 'panel' }),
  ]
  const followUps = [note(31, 1, 10), note(32, 2, 11), note(33, 3, 12), note(34, 4, 13)]
  expect(entries({ interactions, followUps }).map(entry => entry.followUps)).toEqual([
    [33],
    [32, 31],
    [34],
  ])
})

it('the uid stays and the sequence grows while one note after the other is written', () => {
  const written = note(31, 1, 10, { closed: 'done', rev: 1 })
  const before = entries({ ...AT_ACC, followUps: [note(31, 1, 10), note(32, 2, 11)] })
  const after = entries({ ...AT_ACC, followUps: [written, note(32, 2, 11)] }, { includeDone: true })
  expect(before.map(({ uid, sequence }) => [uid, sequence])).toEqual([['uid31', 1]])
  expect(after.map(({ uid, sequence }) => [uid, sequence])).toEqual([['uid31', 2]])
  expect(after[0]).toMatchObject({ isCancelled: false, followUps: [32] })
})

it('their stamp is the latest of all of them', () => {
  const later = '2026-11-20T10:11:12.000Z'
  const followUps = [note(31, 1, 10, { updatedAt: later }), note(32, 2, 11), note(33, 3, 12)]
  expect(entries({ ...AT_ACC, followUps })[0]?.stamp).toBe(later)
})

it('a note that nothing on file opened stands alone', () => {
  const followUps = [note(31, 1, 10), note(32, 2, 98), note(33, 3, 99)]
  expect(entries({ ...AT_ACC, followUps }).map(entry => entry.followUps)).toEqual([
    [33],
    [32],
    [31],
  ])
})

it('a thank-you of the same occasion and day is no part of the notes and stands alone', () => {
  const thanks = loop(30, { kind: 'thank-you', contact: 1, from: 10, rev: 4 })
  expect(entries({ ...AT_ACC, followUps: [thanks, note(31, 1, 10)] })).toMatchObject([
    { uid: 'uid30', sequence: 4, summary: 'Thank Dr. Maya Chen' },
    { uid: 'uid31', sequence: 0, summary: 'Write to Dr. Maya Chen' },
  ])
})

// Closed ones

it('closed ones are left out, or cancelled on their own day when wanted', () => {
  const followUps = [
    loop(11, { closed: 'done', closedOn: '2026-10-03', due: '2026-10-02', rev: 1 }),
  ]
  expect(entries({ followUps })).toEqual([])
  expect(entries({ followUps }, { includeDone: true, alarm: 0 })[0]).toMatchObject({
    uid: 'uid11',
    sequence: 1,
    start: '2026-10-02T09:00',
    alarm: null,
    isCancelled: true,
  })
})

// Written out

it('everything together is a calendar that readers take, the same bytes each time', async () => {
  const contacts = [{ ...CHEN, every: 30 }, HOFF, SILVA, LEE]
  const followUps = [
    ...[note(31, 1, 10), note(32, 2, 11)],
    meeting({ id: 41, uid: 'uid41' }),
    loop(42, { closed: 'dropped' }),
  ]
  const all = { ...AT_ACC, contacts, followUps }
  const text = await calendarText(entries(all, { includeDone: true, alarm: 0, details: true }))
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event))
  expect(lintIcs(text)).toEqual([])
  expect(events.map(event => `${event.startDate} ${event.summary}`)).toEqual([
    '2026-11-25T09:00:00 Dr. Maya Chen: send the abstract',
    '2026-11-25T09:00:00 Write to Dr. Lena Hoff and Dr. Maya Chen',
    '2026-11-25T15:00:00 Meeting with Dr. Maya Chen',
    '2026-12-18T09:00:00 Keep in touch with Dr. Maya Chen',
  ])
  expect(await calendarText(entries(all, { includeDone: true, alarm: 0, details: true }))).toBe(
    text,
  )
})
