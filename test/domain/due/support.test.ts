import { describe, expect, it } from 'vitest'
import type { Contact, Database } from '../../../src/domain/data/model.ts'
import { daysAlone, support } from '../../../src/domain/due/support.ts'
import { database } from '../../support/database.ts'

const TODAY = '2026-11-21'
const STAMP = { uid: 'e'.repeat(16), createdAt: '2026-11-01T12:00:00.000Z' }
const WARDS = { ...STAMP, id: 90, name: 'Wards', kind: 'rotation', on: '2026-11-01' } as const

/** Somebody of the circle on a rotation, last seen on this day. */
function onWards(seen: string | undefined, event: { on?: string; until?: string } = {}): Database {
  return database({
    contacts: [
      { id: 1, name: 'Sam Roth', circles: ['study'], metOn: '2026-11-02' },
      { id: 2, name: 'Dr. Maya Chen', circles: ['mentor'] },
      { id: 3, name: 'Rosa Kim', circles: ['support'], archived: true },
    ],
    interactions: [
      ...(seen ? [{ id: 4, kind: 'coffee' as const, on: seen, contacts: [2, 1] }] : []),
      { id: 5, kind: 'coffee', on: '2026-11-01', contacts: [1] },
      { id: 6, kind: 'rotation', on: TODAY, contacts: [2, 3] },
    ],
    events: [{ ...WARDS, until: '2026-12-01', ...event }],
  })
}

describe('the days without one’s people in a rotation', () => {
  it.each([
    ['2026-11-15', 6],
    ['2026-11-14', 7],
    ['2026-11-16', null],
    [TODAY, null],
    [undefined, 20],
  ])('last seen on %s are %s', (seen, days) => {
    expect(daysAlone(onWards(seen), TODAY)).toBe(days)
  })

  it.each<[string, { on?: string; until?: string }, number | null]>([
    ['on its last day', { until: TODAY }, 11],
    ['after it', { until: '2026-11-20' }, null],
    ['on its first day', { on: TODAY }, 11],
    ['before it', { on: '2026-11-22' }, null],
  ])('%s', (_, event, days) => {
    expect(daysAlone(onWards('2026-11-10', event), TODAY)).toBe(days)
  })

  it('are counted beside an event that is none', () => {
    const db = onWards('2026-11-10')
    db.events.push({ ...WARDS, id: 91, name: 'Gala', kind: 'social', on: '2026-11-05' })
    expect(daysAlone(db, TODAY)).toBe(11)
  })

  it('are counted in a season of rotation too, and in no other event', () => {
    const db = onWards('2026-11-10')
    db.events = [{ ...WARDS, kind: 'conference', on: '2026-11-01', until: '2026-12-01' }]
    expect(daysAlone(db, TODAY)).toBe(null)
    db.seasons = [
      {
        ...{ ...STAMP, id: 91, name: 'Surgery', kind: 'rotation', pace: 'half' },
        ...{ from: '2026-11-01', until: TODAY },
      },
    ]
    expect(daysAlone(db, TODAY)).toBe(11)
  })

  it('of a rotation of one day are counted on that day', () => {
    const db = onWards('2026-11-10', { on: TODAY })
    delete db.events[0]?.until
    expect([daysAlone(db, TODAY), daysAlone(db, '2026-11-22')]).toEqual([11, null])
  })

  it('begin with the last of them to be known where nobody was seen, and are none without a circle', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Sam Roth', circles: ['study'], metOn: '2026-11-10' },
        { id: 2, name: 'Rosa Kim', circles: ['support'], metOn: '2026-11-02' },
      ],
      events: [{ ...WARDS, until: '2026-12-01' }],
    })
    expect(daysAlone(db, TODAY)).toBe(11)
    for (const contact of db.contacts) delete contact.circles
    expect(daysAlone(db, TODAY)).toBe(null)
  })
})

describe('whom to call', () => {
  const named = (people: { name: string }[]) => people.map(({ name }) => name)
  const circle = ['support' as const]

  it('are the services by name, then the circle, longest unseen first and of one day by name', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Wellness Office', tags: ['Well Being'] },
        { id: 2, name: 'Ána Silva', circles: circle },
        { id: 3, name: 'Bo Lee', circles: circle },
        { id: 4, name: 'Zoë Park', circles: circle },
        { id: 5, name: 'Dean Okafor', role: 'advisor', circles: circle },
        { id: 6, name: 'Omar Aziz', circles: ['mentor'] },
        { id: 7, name: 'Kai Berg', circles: circle },
        { id: 8, name: 'Kai Berg', circles: circle },
      ],
      interactions: [
        { id: 9, kind: 'coffee', on: '2026-11-02', contacts: [2, 3] },
        { id: 10, kind: 'call', on: '2026-11-01', contacts: [4] },
      ],
    })
    const { services, people } = support(db, TODAY)
    expect(named(services)).toEqual(['Dean Okafor', 'Wellness Office'])
    expect(people.map(({ id }) => id)).toEqual([7, 8, 4, 2, 3])
  })

  it('say how to reach them and when they were seen, or that nothing was logged', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Rosa Kim', role: 'family', circles: circle, phones: ['555 0101'] },
        { id: 2, name: 'Bo Lee', circles: circle, emails: ['bo@x.org'] },
      ],
      interactions: [{ id: 3, kind: 'call', on: '2026-11-20', contacts: [1] }],
    })
    expect(support(db, TODAY).people).toEqual([
      {
        ...{ id: 2, name: 'Bo Lee', handle: 'lee', role: null, phones: [], emails: ['bo@x.org'] },
        ...{ lastContact: null, lastKind: null, lastWords: 'nothing logged yet' },
      },
      {
        ...{ id: 1, name: 'Rosa Kim', handle: 'kim', role: 'family', phones: ['555 0101'] },
        ...{ emails: [], lastContact: '2026-11-20', lastKind: 'call' },
        lastWords: 'last contact yesterday',
      },
    ])
  })

  it.each<[Partial<Contact>, boolean]>([
    [{ tags: ['counselling'] }, true],
    [{ tags: ['chess', 'Student Health'] }, true],
    [{ tags: ['chess'] }, false],
    [{ role: 'advisor' }, true],
    [{ role: 'advisor', circles: ['pre-med'] }, false],
    [{ role: 'faculty' }, false],
  ])('%j is a service: %s', (fields, isService) => {
    const db = database({ contacts: [{ name: 'Alex Moss', ...fields }] })
    expect(support(db, TODAY).services).toHaveLength(isService ? 1 : 0)
  })
})
