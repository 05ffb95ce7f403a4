import { expect, it } from 'vitest'
import {
  daysWords,
  dayThere,
  type EventFields,
  editionMeant,
  eventFor,
  eventSpokenOf,
  eventsMeant,
  peopleAt,
  stateOf,
  whenWords,
} from '../../../src/domain/data/events.ts'
import type { Database, Event } from '../../../src/domain/data/model.ts'
import {
  addEvent,
  eventViews,
  readLastDay,
  sessionsOf,
  speakerName,
} from '../../../src/domain/meet/events.ts'
import { readEventDay } from '../../../src/domain/words/read-days.ts'
import { database } from '../../support/database.ts'

const TODAY = '2026-11-21'
const ACC: EventFields = { name: 'ACC Meeting', kind: 'conference', on: '2026-11-18' }

function withEvents(...events: Partial<EventFields>[]): { db: Database; events: Event[] } {
  const db = database({ contacts: [{ name: 'Dr. Maya Chen' }] })
  return { db, events: events.map(fields => addEvent(db, { ...ACC, ...fields })) }
}

it.each([
  ['2', 'ACC Meeting'],
  ['#2', 'ACC Meeting'],
  ['acc meeting', 'ACC Meeting'],
  ['Meeting', 'ACC Meeting'],
  ['sep rou', 'Sepsis rounds'],
])('an event is meant by number, name, words or beginnings of words: %s', (text, name) => {
  const { db } = withEvents({}, { name: 'Sepsis rounds' })
  expect(eventsMeant(db, text).map(event => event.name)).toEqual([name])
})

it.each(['1', '99', 'gala', '', ' ', 'constructor'])('no event is meant by "%s"', text => {
  const { db } = withEvents({}, { name: 'Sepsis rounds' })
  expect(eventsMeant(db, text)).toEqual([])
})

it('of several editions the one that is spoken of now is meant', () => {
  const { events } = withEvents({ on: '2025-03-01' }, { on: '2026-11-18' }, { on: '2027-03-01' })
  expect(editionMeant(events, TODAY, 'back')?.on).toBe('2026-11-18')
  expect(editionMeant(events, TODAY, 'ahead')?.on).toBe('2027-03-01')
})

it('where none has begun the first is meant, and where all are over the last', () => {
  const { events } = withEvents({ on: '2025-03-01' }, { on: '2026-11-18' }, { on: '2027-03-01' })
  expect(editionMeant(events, '2024-01-01', 'back')?.on).toBe('2025-03-01')
  expect(editionMeant(events, '2028-01-01', 'ahead')?.on).toBe('2027-03-01')
  expect(editionMeant(events, '2026-11-18', 'back')?.on).toBe('2026-11-18')
  expect(editionMeant(events, '2026-11-18', 'ahead')?.on).toBe('2026-11-18')
  expect(editionMeant([], TODAY, 'back')).toBeUndefined()
})

it('of editions of one day the one noted first is the first', () => {
  const { events } = withEvents({}, { name: 'Rounds' })
  Object.assign(events[1] ?? {}, { name: 'acc meeting' })
  events.reverse()
  expect(editionMeant(events, TODAY, 'back')?.id).toBe(3)
  expect(editionMeant(events, '2026-11-18', 'ahead')?.id).toBe(2)
})

it.each([
  ['ACC meeting', '2026-11-20', 2],
  ['acc MEETING', '2026-12-01', 2],
  ['meeting', '2026-11-20', 2],
  ['acc', '2027-05-19', 2],
  ['acc', '2027-05-20', undefined],
  ['acc', '2026-11-17', undefined],
  ['acc meet', '2026-11-20', undefined],
  ['', '2026-11-20', undefined],
  ['rounds', '2026-11-20', undefined],
  ['Sepsis rounds', '2026-11-20', 4],
  ['Sepsis rounds', '2026-10-20', 3],
  ['Sepsis rounds', '2028-01-01', undefined],
  ['#3', '2026-11-20', 3],
])('a log that speaks of "%s" on %s means #%s', (text, on, id) => {
  const { db } = withEvents(
    {},
    { name: 'Sepsis rounds', on: '2026-10-01' },
    { name: 'Sepsis rounds', on: '2026-11-16' },
  )
  expect(eventSpokenOf(db, text, on)?.id).toBe(id)
})

it('a log that speaks of a number that is no event is refused', () => {
  expect(() => eventSpokenOf(withEvents({}).db, '#1', TODAY)).toThrow('#1 is not an event.')
})

it('on each of its days an event is as near as can be', () => {
  const { db } = withEvents({ on: '2026-11-01', until: '2026-11-20' }, { on: '2026-11-22' })
  expect(eventSpokenOf(db, 'ACC Meeting', '2026-11-10')?.id).toBe(2)
  expect(eventSpokenOf(db, 'ACC Meeting', '2026-11-22')?.id).toBe(3)
})

it('whoever was met at an event came in with the first contact there', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'Ana Silva' },
      { id: 2, name: 'Omar Aziz' },
    ],
    interactions: [
      { id: 3, kind: 'conference', on: '2026-11-18', contacts: [2], event: 8 },
      { id: 4, kind: 'conference', on: '2026-11-18', contacts: [1], event: 9 },
      { id: 5, kind: 'coffee', on: '2026-11-19', contacts: [1, 2], event: 9 },
    ],
  })
  expect([...peopleAt(db, 9)].map(([id, each]) => [id, each.id])).toEqual([
    [1, 4],
    [2, 5],
  ])
})

it('events of other names are no editions of one', () => {
  const { events } = withEvents({}, { name: 'AHA Meeting' })
  expect(editionMeant(events, TODAY, 'back')).toBeUndefined()
})

it('a log links to the event of that name at about that day and makes it when it is another year', () => {
  const { db, events } = withEvents({ on: '2026-01-02' })
  expect(eventFor(db, { ...ACC, on: '2025-12-30' })).toBe(events[0])
  expect(eventFor(db, { ...ACC, on: '2026-11-18' })).not.toBe(events[0])
  expect(db.events).toHaveLength(2)
})

it('a number that is no event never becomes the name of one', () => {
  const { db } = withEvents({})
  expect(() => eventFor(db, { ...ACC, name: '1' })).toThrow('#1 is not an event.')
  expect(() => addEvent(db, { ...ACC, name: '12' })).toThrow('A name needs more than a number')
})

it('an event that is there already on one of its days is refused', () => {
  const { db } = withEvents({ until: '2026-11-20' })
  expect(() => addEvent(db, { ...ACC, on: '2026-11-20', until: '2026-11-25' })).toThrow(
    'ACC Meeting (#2) is already there: Wed 18 to Fri 20 Nov 2026.',
  )
  expect(addEvent(db, { ...ACC, on: '2026-11-21' }).id).toBe(3)
})

it('an event cannot end before it begins, and one day needs no last day', () => {
  const { db } = withEvents()
  expect(() => addEvent(db, { ...ACC, until: '2026-11-17' })).toThrow(
    'It would end (Tue 17 Nov 2026) before it starts (Wed 18 Nov 2026).',
  )
  expect(addEvent(db, { ...ACC, until: '2026-11-18' }).until).toBeUndefined()
})

it.each([
  ['2026-11-18', '2026-11-20', 'Wed 18 to Fri 20 Nov 2026', 'yesterday', 'over'],
  ['2026-11-30', '2026-12-02', 'Mon 30 Nov to Wed 2 Dec 2026', 'in 9 days', 'coming'],
  ['2026-11-20', '2027-01-02', 'Fri 20 Nov 2026 to Sat 2 Jan 2027', 'now', 'running'],
  ['2026-11-21', undefined, 'Sat 21 Nov 2026', 'today', 'running'],
])('the days of an event from %s to %s are said', (on, until, days, when, state) => {
  const event = { on, ...(until && { until }) }
  expect(daysWords(event)).toBe(days)
  expect(whenWords(event, TODAY)).toBe(when)
  expect(stateOf(event, TODAY)).toBe(state)
})

it('a contact there is dated on its last day, or on today while it runs', () => {
  expect(dayThere({ on: '2026-11-18', until: '2026-11-20' }, TODAY)).toBe('2026-11-20')
  expect(dayThere({ on: '2026-11-18', until: '2026-11-25' }, TODAY)).toBe(TODAY)
  expect(dayThere({ on: '2026-11-18' }, TODAY)).toBe('2026-11-18')
})

it.each([
  ['18 nov', '2026-11-18'],
  ['1 mar', '2027-03-01'],
  ['wed', '2026-11-25'],
  ['yesterday', '2026-11-20'],
  ['2w', '2026-12-05'],
])('the first day "%s" may be over or coming: the nearer date, the next weekday', (text, day) => {
  expect(readEventDay(text, TODAY)).toBe(day)
})

it.each([
  ['fri', '2026-11-20'],
  ['wed', '2026-11-18'],
  ['4w', '2026-12-16'],
  ['today', '2026-11-21'],
  ['18 dec', '2026-12-18'],
])('the last day "%s" is counted from the first', (text, day) => {
  expect(readLastDay(text, '2026-11-18', TODAY)).toBe(day)
})

it('sessions stand in the order of time, those without one last', () => {
  const { events } = withEvents({
    until: '2026-11-20',
    sessions: ['Poster hall', 'thu 14:00 Registries', '9:30 Opening', '2026-11-20 8:00 - Awards'],
  })
  expect(events.map(sessionsOf)).toEqual([
    [
      { day: '2026-11-18', time: '09:30', text: 'Opening' },
      { day: '2026-11-19', time: '14:00', text: 'Registries' },
      { day: '2026-11-20', time: '08:00', text: 'Awards' },
      { day: null, time: null, text: 'Poster hall' },
    ],
  ])
})

it.each([
  ['chen', 'Dr. Maya Chen'],
  ['#1', 'Dr. Maya Chen'],
  ['Maya Chen', 'Dr. Maya Chen'],
  ['May Che', 'May Che'],
  ['Dr. Ola Berg', 'Dr. Ola Berg'],
])('the speaker "%s" is kept as %s', (typed, kept) => {
  expect(speakerName(withEvents().db, typed)).toBe(kept)
})

it('a speaker with a word that is not of their name is kept as typed', () => {
  const db = database({
    contacts: [
      { name: 'Dr. Maya Chen', nickname: 'May', emails: ['maya@x.org'] },
      { name: 'Ana Silva' },
    ],
  })
  const kept = (typed: string) => speakerName(db, typed)
  expect(kept('Chen Maya')).toBe('Dr. Maya Chen')
  expect(kept('May Chen')).toBe('Dr. Maya Chen')
  expect(kept('maya@x.org')).toBe('Dr. Maya Chen')
  expect(kept('Maya Ch')).toBe('Maya Ch')
})

it('what comes stands first, soonest first, then what is over, latest first', () => {
  const days = ['2026-01-10', '2026-12-10', '2026-11-21', '2026-10-10', '2026-11-30']
  const { db } = withEvents(...days.map(on => ({ name: `On ${on}`, on })))
  expect(eventViews(db, TODAY).map(event => event.on)).toEqual([
    '2026-11-21',
    '2026-11-30',
    '2026-12-10',
    '2026-10-10',
    '2026-01-10',
  ])
})

it('of what is over the one that ended last stands first, however long it was', () => {
  const { db } = withEvents(
    { name: 'Long', on: '2026-10-01', until: '2026-11-15' },
    { name: 'Short', on: '2026-11-10' },
    { name: 'Same day', on: '2026-11-10' },
    { name: 'Later', on: '2026-11-16' },
    { name: 'Early', on: '2026-09-01', until: '2026-10-10' },
  )
  expect(eventViews(db, TODAY).map(event => event.name)).toEqual([
    'Later',
    'Long',
    'Same day',
    'Short',
    'Early',
  ])
})
