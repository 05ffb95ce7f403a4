import { expect, it } from 'vitest'
import type { EventFields } from '../../../src/domain/data/events.ts'
import { publicPart } from '../../../src/domain/data/lens.ts'
import type { Contact, Database, Event } from '../../../src/domain/data/model.ts'
import { letGo } from '../../../src/domain/log/follow-ups.ts'
import { enterPeople } from '../../../src/domain/meet/event-batch.ts'
import {
  debriefed,
  eventDebrief,
  eventPrep,
  livesThere,
} from '../../../src/domain/meet/event-prep.ts'
import { addEvent } from '../../../src/domain/meet/events.ts'
import { personLines } from '../../../src/input/event-lines.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

function coming(
  given: Parameters<typeof database>[0] = {},
  fields: Partial<EventFields> = {},
): { db: ReturnType<typeof database>; event: ReturnType<typeof addEvent> } {
  const db = database(given)
  const about = { name: 'ACC Meeting', kind: 'conference' as const, on: '2026-11-25' }
  return { db, event: addEvent(db, { ...about, ...fields }) }
}

it.each<[string, Partial<Contact>, boolean]>([
  ['Chicago', { area: 'Chicago, IL' }, true],
  ['Chicago', { institution: 'University of Chicago' }, true],
  ['Moscone Center, San Francisco', { area: 'San Francisco' }, true],
  ['UCSF Parnassus', { institution: 'UCSF' }, true],
  ['San Diego, California', { area: 'Oakland, California' }, false],
  ['San Diego, California', { institution: 'University of California, Davis' }, false],
  ['Chicago', { area: 'Chi' }, false],
  ['Chicago', { hometown: 'Chicago' }, false],
  ['Chicago', { area: 'Chicago', archived: true }, false],
  ['Chicago', {}, false],
])('at %s, somebody with %j lives there: %s', (place, fields, lives) => {
  const db = database({ contacts: [{ name: 'Maya Chen', ...fields }] })
  expect(db.contacts.map(contact => livesThere(contact, { place }))).toEqual([lives])
})

it('before an event stand its speakers on file, then who lives there, each with the mail to write', () => {
  const { db, event } = coming(
    {
      contacts: [
        { name: 'Priya Nair', area: 'Chicago' },
        { name: 'Dr. Maya Chen', role: 'attending' },
        { name: 'Sam Roth', area: 'Boston' },
      ],
    },
    { place: 'Chicago', speakers: ['Dr. Maya Chen', 'Dr. Ola Berg'] },
  )
  const prep = eventPrep(db, event, TODAY)
  expect(prep.speakers).toMatchObject([
    { name: 'Dr. Maya Chen', contact: { id: 2 } },
    { name: 'Dr. Ola Berg', contact: null },
  ])
  expect(prep.there).toMatchObject([
    { id: 2, speaks: true, command: 'netmed draft meet-at-event chen' },
    { id: 1, speaks: false, command: 'netmed draft meet-at-event nair' },
  ])
})

it('who was written to about meeting there is not asked again', () => {
  const { db, event } = coming(
    {
      contacts: [{ name: 'Dr. Maya Chen' }],
      interactions: [
        { kind: 'email', on: '2026-11-20', contacts: [1], template: 'meet-at-event' },
        { kind: 'email', on: '2026-01-20', contacts: [1], template: 'meet-at-event' },
      ],
    },
    { speakers: ['Dr. Maya Chen'] },
  )
  expect(eventPrep(db, event, TODAY).there).toMatchObject([
    { writtenOn: '2026-11-20', command: null },
  ])
})

it.each([
  ['2026-07-27', null],
  ['2026-07-28', '2026-07-28'],
  ['2026-11-27', '2026-11-27'],
  ['2026-11-28', null],
])(
  'a mail of %s about meeting there counts up to four months before and to the last day',
  (on, writtenOn) => {
    const { db, event } = coming(
      {
        contacts: [{ name: 'Dr. Maya Chen' }, { name: 'Dr. Ola Berg' }],
        interactions: [
          { kind: 'email', on, contacts: [1], template: 'meet-at-event' },
          { kind: 'email', on: '2026-11-20', contacts: [1, 2], template: 'thanks' },
        ],
      },
      { until: '2026-11-27', speakers: ['Dr. Maya Chen', 'Dr. Ola Berg'] },
    )
    expect(eventPrep(db, event, TODAY).there.map(each => [each.id, each.writtenOn])).toEqual([
      [1, writtenOn],
      [2, null],
    ])
  },
)

it('of those who speak, and of those who live there, who was seen last stands first', () => {
  const { db, event } = coming(
    {
      contacts: [
        { name: 'Zoe Adams', area: 'Chicago' },
        { name: 'Ana Silva', area: 'Chicago' },
        { name: 'Bo Ek', area: 'Chicago' },
        { name: 'Dr. Ola Berg' },
        { name: 'Dr. Maya Chen' },
        { name: 'Kai Berg', area: 'Boston' },
      ],
      interactions: [
        { kind: 'coffee', on: '2026-10-01', contacts: [3] },
        { kind: 'coffee', on: '2026-09-01', contacts: [5] },
      ],
    },
    { place: 'Chicago', speakers: ['Dr. Ola Berg', 'Dr. Maya Chen'] },
  )
  expect(eventPrep(db, event, TODAY).there.map(each => each.name)).toEqual([
    'Dr. Maya Chen',
    'Dr. Ola Berg',
    'Bo Ek',
    'Ana Silva',
    'Zoe Adams',
  ])
})

it('who was met there, or an event that is over, has no mail to write', () => {
  const there = { contacts: [{ name: 'Dr. Maya Chen' }, { name: 'Dr. Ola Berg' }] }
  const speakers = ['Dr. Maya Chen', 'Dr. Ola Berg']
  const running = coming(there, { on: TODAY, speakers })
  enterPeople(running.db, running.event, personLines(['Chen']).people, { today: TODAY })
  const over = coming(there, { on: '2026-11-20', speakers })
  const commands = ({ db, event }: typeof over) =>
    Object.fromEntries(eventPrep(db, event, TODAY).there.map(each => [each.id, each.command]))
  expect(commands(running)).toEqual({ 1: null, 2: 'netmed draft meet-at-event berg' })
  expect(commands(over)).toEqual({ 1: null, 2: null })
})

function afterwards(db: Database, event: Event, details: ReadonlyMap<number, string> = new Map()) {
  return eventDebrief(db, event, debriefed(db, event, details, TODAY), TODAY)
}

it('a debrief opens the notes that are missing, once', () => {
  const { db, event } = coming(
    {
      contacts: [{ name: 'Lena Hoff' }],
      interactions: [{ kind: 'conference', on: '2026-11-20', contacts: [1], event: 3 }],
    },
    { on: '2026-11-20' },
  )
  const debrief = () => changing(db, db => afterwards(db, event))
  expect(debrief()).toMatchObject({
    people: [{ name: 'Lena Hoff', isFirst: true, writeBy: '2026-11-27' }],
    withoutDetail: [{ name: 'Lena Hoff', interaction: 2 }],
    opened: [{ kind: 'event', due: '2026-11-27' }],
  })
  expect(debrief().opened).toEqual([])
})

it('a note that was let go is not missing', () => {
  const { db, event } = coming({}, { on: '2026-11-20' })
  enterPeople(db, event, personLines(['Lena Hoff']).people, { today: TODAY })
  for (const { id } of db.followUps) letGo(db, id, TODAY)
  expect(afterwards(db, event).opened).toEqual([])
})

it('what is said in a debrief is what the note speaks of', () => {
  const { db, event } = coming({}, { on: '2026-11-20' })
  const { entered } = enterPeople(db, event, personLines(['Lena Hoff']).people, { today: TODAY })
  const details = new Map([[entered[0]?.interaction.id ?? 0, 'the registry']])
  const debrief = changing(db, db => afterwards(db, event, details))
  expect(debrief).toMatchObject({
    withoutDetail: [],
    people: [{ detail: 'the registry', followUp: { what: 'Write to Lena Hoff: the registry' } }],
  })
})

it('after a seminar the speaker is asked where to read on, until that is written', () => {
  const { db, event } = coming(
    { contacts: [{ name: 'Dr. Maya Chen' }] },
    { kind: 'seminar', on: '2026-11-20', speakers: ['Dr. Maya Chen'] },
  )
  expect(afterwards(db, event).askSpeakers).toMatchObject([
    { contact: { id: 1 }, command: 'netmed draft speaker-followup chen --set talk=yes' },
  ])
  db.interactions.push({
    ...{ id: 9, uid: 'x', createdAt: '2026-11-21T00:00:00Z' },
    ...{ kind: 'email', on: TODAY, contacts: [1], template: 'speaker-followup' },
  })
  expect(afterwards(db, event).askSpeakers).toEqual([])
})

it('private words stay out of what is printed for others', () => {
  const { db, event } = coming(
    {
      contacts: [{ name: 'Lena Hoff', circles: ['support', 'mentor'] }],
      interactions: [
        {
          ...{ kind: 'conference', on: '2026-11-20', contacts: [1], event: 3 },
          ...{ detail: 'her divorce', private: true },
        },
      ],
    },
    { on: '2026-11-20' },
  )
  const debrief = eventDebrief(publicPart(db), event, [], TODAY)
  const prep = eventPrep(publicPart(db), event, TODAY)
  expect(JSON.stringify([debrief, prep])).not.toMatch(/divorce|support/)
  expect(debrief.withoutDetail).toEqual([])
})

it('a speaker whose note is open is not named a second time', () => {
  const { db, event } = coming(
    { contacts: [{ name: 'Dr. Maya Chen' }] },
    { kind: 'seminar', on: '2026-11-20', speakers: ['Dr. Maya Chen'] },
  )
  enterPeople(db, event, personLines(['Chen; her slide']).people, { today: TODAY })
  expect(afterwards(db, event).askSpeakers).toEqual([])
})
