import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEASON_KINDS } from '../../../src/domain/data/choices.ts'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
  type Season,
  type Stamped,
} from '../../../src/domain/data/model.ts'
import { keepInTouch, latestContacts, offeredRhythm } from '../../../src/domain/due/rhythm.ts'
import { slows, tieOf } from '../../../src/domain/due/seasons.ts'
import { logInteraction } from '../../../src/domain/log/interactions.ts'
import { addDays, type Day, daysBetween } from '../../../src/domain/words/days.ts'

const TODAY = '2026-11-21'

type Fields = Partial<Contact> & { seen?: Day }

function network(people: Fields[], seasons: Partial<Season>[] = []): Database {
  const db = emptyDatabase()
  for (const { seen, ...fields } of people) {
    const contact = created(db, 'contacts', { name: `Person ${db.meta.nextId}`, ...fields })
    contact.createdAt = '2020-01-01T12:00:00.000Z'
    if (seen) created(db, 'interactions', { kind: 'coffee', on: seen, contacts: [contact.id] })
  }
  for (const season of seasons) addSeason(db, season)
  return db
}

function addSeason(db: Database, season: Partial<Season>): Season {
  const fields: Omit<Season, keyof Stamped> = {
    name: 'Boards',
    kind: 'boards',
    pace: 'pause',
    from: '2026-11-10',
    until: '2026-12-18',
  }
  return created(db, 'seasons', { ...fields, ...season })
}

/** Everybody's day by number, as of the day after the last season. */
function dueDays(db: Database, today: Day = TODAY): Record<number, Day> {
  return Object.fromEntries(keepInTouch(db, today).map(each => [each.contact.id, each.due]))
}

function dueDay(person: Fields, ...seasons: Partial<Season>[]): Day | undefined {
  return dueDays(network([person], seasons))[1]
}

describe('the clock of a rhythm', () => {
  it.each([
    ['runs every day when there is no season', '2026-11-01', 30, [], '2026-12-01'],
    [
      'stands still in a pause that it meets',
      '2026-11-01',
      30,
      [{ from: '2026-11-10', until: '2026-11-19' }],
      '2026-12-11',
    ],
    [
      'misses only the days left when the last contact fell into a pause',
      '2026-11-15',
      30,
      [{ from: '2026-11-10', until: '2026-11-19' }],
      '2026-12-19',
    ],
    [
      'does not tick on the first and the last day of a pause',
      '2026-11-09',
      1,
      [{ from: '2026-11-10', until: '2026-11-10' }],
      '2026-11-11',
    ],
    [
      'is due on the day before a pause as ever',
      '2026-11-01',
      8,
      [{ from: '2026-11-10', until: '2026-11-29' }],
      '2026-11-09',
    ],
    [
      'runs at half its pace',
      '2026-11-09',
      10,
      [{ pace: 'half', from: '2026-11-10', until: '2026-12-18' }],
      '2026-11-29',
    ],
    [
      'takes a whole day for half a day that is left over',
      '2026-11-09',
      10,
      [{ pace: 'half', from: '2026-11-10', until: '2026-11-12' }],
      '2026-11-21',
    ],
    [
      'goes with the slower pace where seasons overlap',
      '2026-11-09',
      10,
      [
        { pace: 'half', from: '2026-11-10', until: '2026-11-19' },
        { pace: 'pause', from: '2026-11-14', until: '2026-11-16' },
      ],
      '2026-11-26',
    ],
    [
      'is not slowed by a season of normal pace',
      '2026-11-09',
      10,
      [{ kind: 'rotation', pace: 'normal' }],
      '2026-11-19',
    ],
    [
      'counts the end of a month',
      '2026-01-31',
      30,
      [{ from: '2026-02-01', until: '2026-02-28' }],
      '2026-03-30',
    ],
    [
      'counts a leap day',
      '2028-02-01',
      30,
      [{ from: '2028-02-20', until: '2028-02-29' }],
      '2028-03-12',
    ],
  ] as const)('%s', (_, seen, every, seasons, due) => {
    expect(dueDay({ every, seen }, ...seasons)).toBe(due)
  })

  it('never slows the support circle', () => {
    expect(dueDay({ circles: ['support'], seen: '2026-11-09' }, { pace: 'pause' })).toBe(
      '2026-11-23',
    )
  })

  it.each(['peer', 'family'] as const)('is not slowed for a %s in a rotation', role => {
    expect(dueDay({ role, every: 10, seen: '2026-11-09' }, { kind: 'rotation' })).toBe('2026-11-19')
  })

  it('is slowed for a peer in any other season, and for a resident in a rotation', () => {
    const peer = { role: 'peer', every: 10, seen: '2026-11-09' } as const
    expect(dueDay(peer, { kind: 'boards' })).toBe('2026-12-28')
    expect(dueDay({ ...peer, role: 'resident' }, { kind: 'rotation' })).toBe('2026-12-28')
  })

  it('shifts by exactly the days of a pause that lies before the due day', () => {
    fc.assert(
      fc.property(day(), length(400), length(60), length(60), (seen, every, after, days) => {
        const from = addDays(seen, after)
        const until = addDays(from, days - 1)
        const due = addDays(seen, every)
        const shifted = from <= due ? addDays(due, days) : due
        expect(dueDays(network([{ every, seen }], [{ from, until }]), until)[1]).toBe(shifted)
      }),
    )
  })

  it('calls it a while only half a rhythm after the day it gives', () => {
    const db = network([{ every: 10, seen: '2026-11-09' }], [{ pace: 'pause' }])
    const isLong = (today: Day) => keepInTouch(db, today)[0]?.isLong
    expect([isLong('2027-01-01'), isLong('2027-01-02')]).toEqual([false, true])
  })
})

describe('after a slowed season', () => {
  const many = (count: number, fields: Fields): Fields[] =>
    Array.from({ length: count }, () => fields)

  it('two people a day become due, the longest unseen first', () => {
    const people: Fields[] = [
      ...many(4, { every: 20, seen: '2026-11-01' }),
      { every: 21, seen: '2026-10-31' },
    ]
    expect(dueDays(network(people, [{}]))).toEqual({
      1: '2026-12-30',
      3: '2026-12-31',
      5: '2026-12-31',
      7: '2027-01-01',
      9: '2026-12-30',
    })
  })

  it('who was due before a pause stays so in it, and takes a turn after it', () => {
    const db = network(many(3, { every: 5, seen: '2026-11-01' }), [{}])
    expect(Object.values(dueDays(db, '2026-12-18'))).toEqual(many3('2026-11-06'))
    expect(Object.values(dueDays(db, '2026-12-19'))).toEqual([
      '2026-12-19',
      '2026-12-19',
      '2026-12-20',
    ])
  })

  it('who fell due at half pace stays due', () => {
    const db = network(many(3, { every: 10, seen: '2026-11-09' }), [{ pace: 'half' }])
    expect(Object.values(dueDays(db, '2026-12-19'))).toEqual(many3('2026-11-29'))
  })

  it('a contact on the last day or later is outside of the count', () => {
    const db = network(
      [...many(2, { every: 10, seen: '2026-12-17' }), { every: 10, seen: '2026-12-18' }],
      [{}],
    )
    expect(Object.values(dueDays(db))).toEqual(many3('2026-12-28'))
  })

  it('the support circle keeps its days, and the others go around it', () => {
    const people: Fields[] = [
      ...many(2, { every: 40, circles: ['support'], seen: '2026-11-19' }),
      { every: 20, seen: '2026-11-29' },
      { every: 10, seen: '2026-11-29' },
      { every: 11, seen: '2026-11-29' },
    ]
    expect(Object.values(dueDays(network(people, [{}])))).toEqual([
      '2026-12-29',
      '2026-12-29',
      '2027-01-07',
      '2026-12-28',
      '2026-12-30',
    ])
  })

  it('two people a day become due also when the seasons were noted out of order', () => {
    const people = many(5, { every: 20, seen: '2026-11-01' })
    const seasons = [
      { from: '2027-01-10', until: '2027-01-20' },
      { from: '2026-11-10', until: '2026-12-18' },
    ]
    const days = ['2026-12-30', '2026-12-30', '2026-12-31', '2026-12-31', '2027-01-01']
    expect(Object.values(dueDays(network(people, seasons)))).toEqual(days)
    expect(Object.values(dueDays(network(people, seasons.toReversed())))).toEqual(days)
  })

  it('no season yet to come takes back a day that is due before it', () => {
    const db = network(
      [{ every: 5, seen: '2026-11-01' }],
      [{ from: '2027-01-01', until: '2027-02-01' }],
    )
    expect(dueDays(db)).toEqual({ 1: '2026-11-06' })
  })

  it('a person put to rest takes a turn, so that waking moves nobody', () => {
    const people: Fields[] = [
      { every: 20, seen: '2026-11-01', quiet: 'until-woken' },
      ...many(2, { every: 20, seen: '2026-11-01' }),
    ]
    expect(dueDays(network(people, [{}]))).toEqual({ 3: '2026-12-30', 5: '2026-12-31' })
  })

  it('no day has more than two, nobody is forgotten, and contacts move nobody else', () => {
    fc.assert(
      fc.property(
        fc.array(person(), { minLength: 1, maxLength: 25 }),
        fc.array(season(), { minLength: 1, maxLength: 4 }),
        fc.nat(24),
        length(90),
        (people, seasons, chosen, later) => {
          const db = network(people, seasons)
          const last =
            seasons
              .map(each => each.until)
              .sort()
              .at(-1) ?? TODAY
          const today = addDays(last, later)
          const before = dueDays(db, today)

          expect(Object.keys(before)).toHaveLength(people.length)
          expect(crowdedDays(db, last, before)).toEqual([])

          const contact = db.contacts[chosen % people.length]
          const id = contact?.id ?? 0
          logInteraction(db, { kind: 'coffee', on: today, contacts: [id] }, today)
          const after = dueDays(db, today)
          expect({ ...after, [id]: '' }).toEqual({ ...before, [id]: '' })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('who is due up to a day is the same without working out the later ones', () => {
    fc.assert(
      fc.property(
        fc.array(person(), { minLength: 1, maxLength: 25 }),
        fc.array(season(), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(24), length(120)), { maxLength: 20 }),
        length(120),
        fc.nat(60),
        (people, seasons, contacts, past, within) => {
          const db = network(people, seasons)
          for (const [index, days] of contacts) {
            const id = db.contacts[index % people.length]?.id ?? 0
            const on = addDays('2026-11-15', days)
            created(db, 'interactions', { kind: 'coffee', on, contacts: [id] })
          }
          const today = addDays('2026-11-15', past)
          const until = addDays(today, within)
          const later: Contact[] = []
          const kept = { until, later: (contact: Contact) => later.push(contact) }
          const whole = keepInTouch(db, today)
          expect(keepInTouch(db, today, kept)).toEqual(whole.filter(each => each.due <= until))
          const beyond = whole.filter(each => each.due > until)
          expect(later).toEqual(beyond.map(each => each.contact))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('nobody is due before the clock says so', () => {
    fc.assert(
      fc.property(fc.array(person(), { minLength: 1, maxLength: 25 }), season(), (people, one) => {
        const today = addDays(one.until, 1)
        const shown = dueDays(network(people, [one]), today)
        for (const contact of network(people, []).contacts) {
          const alone = dueDays(network([people[(contact.id - 1) / 2] ?? {}], [one]), today)
          expect(daysBetween(alone[1] ?? '', shown[contact.id] ?? '')).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

describe('a rotation', () => {
  const rotation = (db: Database, on: Day, until: Day) =>
    created(db, 'events', { name: 'Medicine', kind: 'rotation', on, until })
  const logged = (db: Database, on: Day, event: number | undefined) =>
    logInteraction(db, { kind: 'rotation', on, contacts: [1], event }, TODAY, { followUp: false })

  it('counts its team as in touch until its last day', () => {
    const db = network([{ every: 10 }])
    logged(db, '2026-11-03', rotation(db, '2026-11-02', '2026-11-27').id)
    expect(dueDays(db)).toEqual({ 1: '2026-12-07' })
  })

  it('does so after it too, until the next contact', () => {
    const db = network([{ every: 10 }])
    logged(db, '2026-10-06', rotation(db, '2026-10-05', '2026-10-30').id)
    expect(dueDays(db)).toEqual({ 1: '2026-11-09' })
    logged(db, '2026-11-15', undefined)
    expect(dueDays(db)).toEqual({ 1: '2026-11-25' })
  })

  it('of one day counts on that day', () => {
    const db = network([{ every: 10 }])
    const { id } = created(db, 'events', { name: 'Clinic', kind: 'rotation', on: '2026-11-10' })
    logged(db, '2026-11-09', id)
    expect(dueDays(db)).toEqual({ 1: '2026-11-20' })
  })

  it('that begins today counts, and a contact on its last day', () => {
    const begun = network([{ every: 10 }])
    logged(begun, TODAY, rotation(begun, TODAY, '2026-11-30').id)
    expect(dueDays(begun)).toEqual({ 1: '2026-12-10' })
    const ending = network([{ every: 10 }])
    logged(ending, '2026-11-20', rotation(ending, '2026-11-02', '2026-11-20').id)
    expect(dueDays(ending)).toEqual({ 1: '2026-11-30' })
  })

  it('that ended later counts of two, whichever was logged first', () => {
    const due = (...ends: Day[]) => {
      const db = network([{ every: 10 }])
      for (const end of ends) logged(db, '2026-11-03', rotation(db, '2026-11-02', end).id)
      return dueDays(db)[1]
    }
    expect(due('2026-11-10', '2026-11-18')).toBe('2026-11-28')
    expect(due('2026-11-18', '2026-11-10')).toBe('2026-11-28')
  })

  it('that has not begun changes nothing', () => {
    const db = network([{ every: 10 }])
    logged(db, '2026-11-15', rotation(db, '2026-12-01', '2026-12-30').id)
    expect(dueDays(db)).toEqual({ 1: '2026-11-25' })
  })
})

describe('a rhythm', () => {
  it('is the shortest of the circles, unless one was set', () => {
    expect(dueDay({ circles: ['mentor', 'research'], seen: '2026-11-01' })).toBe('2026-12-01')
    expect(dueDay({ circles: ['mentor'], every: 7, seen: '2026-11-01' })).toBe('2026-11-08')
  })

  it('does not exist for a role alone, nor where none is wanted', () => {
    expect(dueDay({ role: 'attending', seen: '2026-11-01' })).toBeUndefined()
    expect(dueDay({ circles: ['mentor'], every: 0, seen: '2026-11-01' })).toBeUndefined()
  })

  it('is that of a circle which has one, beside others which have none', () => {
    expect(dueDay({ circles: ['study', 'mentor'], seen: '2026-11-01' })).toBe('2026-12-01')
    expect(dueDay({ circles: ['study'], seen: '2026-11-01' })).toBeUndefined()
  })

  it('rests until the day that was said, and begins on it', () => {
    const person = { every: 10, seen: '2026-11-01' }
    expect(dueDay({ ...person, quiet: '2026-11-22' })).toBeUndefined()
    expect(dueDay({ ...person, quiet: TODAY })).toBe('2026-11-11')
    expect(dueDay({ ...person, quiet: 'until-woken' })).toBeUndefined()
  })

  it('is none for a prospect, nor for the archived', () => {
    expect(dueDay({ every: 10, prospect: true })).toBeUndefined()
    expect(dueDay({ every: 10, archived: true })).toBeUndefined()
  })

  it('has been long from one and a half of it on, or from what was set', () => {
    const isLong = (seen: Day, factor?: number) => {
      const db = network([{ every: 10, seen }])
      if (factor) db.settings['long.factor'] = factor
      return keepInTouch(db, TODAY)[0]?.isLong
    }
    expect([isLong('2026-11-06'), isLong('2026-11-07')]).toEqual([true, false])
    expect([isLong('2026-11-01', 2), isLong('2026-11-02', 2)]).toEqual([true, false])
  })

  it.each([
    ['alumni', 180],
    ['peer', 21],
    ['nurse', null],
    [undefined, null],
  ] as const)('that a %s is offered has %s days', (role, days) => {
    const [contact] = network([role ? { role } : {}]).contacts
    expect(contact && offeredRhythm(emptyDatabase(), contact)).toBe(days)
  })

  it('counts from the latest contact, of one day from the one noted last', () => {
    const db = network([{}])
    const on = (day: Day) => created(db, 'interactions', { kind: 'call', on: day, contacts: [1] })
    const [, , last] = [on('2026-11-01'), on('2026-11-02'), on('2026-11-02'), on('2026-10-01')]
    expect(latestContacts(db).get(1)).toBe(last)
    db.interactions.reverse()
    expect(latestContacts(db).get(1)).toBe(last)
  })

  it('is not moved back by an older contact that is logged later', () => {
    const db = network([{ every: 10, seen: '2026-11-15' }])
    logInteraction(db, { kind: 'call', on: '2026-11-01', contacts: [1] }, TODAY)
    expect(dueDays(db)).toEqual({ 1: '2026-11-25' })
  })

  it('counts a joint contact for everyone in it', () => {
    const db = network([{ every: 10 }, { every: 20 }])
    logInteraction(db, { kind: 'lunch', on: '2026-11-15', contacts: [1, 2] }, TODAY)
    expect(dueDays(db)).toEqual({ 1: '2026-11-25', 2: '2026-12-05' })
  })

  it('runs from the day you met, else from the day of adding', () => {
    expect(dueDay({ every: 10, metOn: '2026-11-15' })).toBe('2026-11-25')
    expect(dueDay({ every: 10 })).toBe('2020-01-11')
  })
})

function many3(due: Day): Day[] {
  return [due, due, due]
}

function day(): fc.Arbitrary<Day> {
  return fc.integer({ min: 0, max: 1500 }).map(days => addDays('2024-01-20', days))
}

function length(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max })
}

function person(): fc.Arbitrary<Fields> {
  const recent = fc.integer({ min: 0, max: 120 }).map(days => addDays('2027-01-31', -days))
  const fields = {
    every: length(60),
    seen: recent,
    role: fc.constantFrom('peer', 'attending', 'family'),
  } as const
  return fc.record(fields)
}

function season(): fc.Arbitrary<Partial<Season> & { until: Day }> {
  return fc
    .record({
      from: fc.integer({ min: 0, max: 90 }).map(days => addDays('2026-11-15', days)),
      days: length(40),
      kind: fc.constantFrom(...SEASON_KINDS),
      pace: fc.constantFrom('half', 'pause'),
    } as const)
    .map(({ from, days, kind, pace }) => ({ kind, pace, from, until: addDays(from, days - 1) }))
}

/** Days after the last season on which more than two people, whom it slows, become due. */
function crowdedDays(db: Database, last: Day, due: Record<number, Day>): Day[] {
  const ending = db.seasons.find(each => each.until === last)
  const lastSeen = new Map(db.interactions.map(each => [each.contacts[0], each.on]))
  const counts = new Map<Day, number>()
  for (const contact of db.contacts) {
    const on = due[contact.id] ?? ''
    const seen = lastSeen.get(contact.id) ?? ''
    if (!ending || !slows(ending, tieOf(contact)) || on <= last || seen >= last) continue
    counts.set(on, (counts.get(on) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 2).map(([on]) => on)
}
