import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  CIRCLES,
  FOLLOW_UP_KINDS,
  OCCASIONS,
  PACES,
  ROLES,
} from '../../../src/domain/data/choices.ts'
import type {
  Contact,
  Database,
  FollowUp,
  Interaction,
  Stamped,
} from '../../../src/domain/data/model.ts'
import { type AgendaOptions, agenda, agendaItems } from '../../../src/domain/due/agenda.ts'
import { type Loop, openLoops } from '../../../src/domain/due/loops.ts'
import { isQuiet } from '../../../src/domain/due/rhythm.ts'
import { addDays, type Day } from '../../../src/domain/words/days.ts'
import { folded } from '../../../src/domain/words/text.ts'
import { database, type GivenFollowUp } from '../../support/database.ts'
import { pageOf, plainItems, plainPage } from '../../support/plain-agenda.ts'

const TODAY = '2026-11-21'
const PEOPLE = 8
const TALKS = 12

type Given<R extends Stamped> = Partial<R> & Omit<R, keyof Stamped>

const around = (from: number, until: number) =>
  fc.integer({ min: from, max: until }).map(days => addDays(TODAY, days))
const somebody = fc.integer({ min: 1, max: PEOPLE })
const seldom = <T>(each: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: each })
const optional = { requiredKeys: [] }

// Few names, with and without accents, so that days, kinds and names are often the same.
const person: fc.Arbitrary<Given<Contact>> = fc
  .tuple(
    fc.constantFrom('Ana Silva', 'Ána Silva', 'Dr. Maya Chen', 'Omar Chen', 'Zoë Hoff', 'Bo'),
    fc.record(
      {
        role: fc.constantFrom(...ROLES),
        circles: fc.subarray([...CIRCLES], { minLength: 1, maxLength: 2 }),
        every: fc.constantFrom(0, 7, 14, 30),
        metOn: around(-60, -1),
      },
      optional,
    ),
    seldom(
      fc.oneof(
        fc.oneof(around(-3, 3), fc.constant('until-woken')).map(quiet => ({ quiet })),
        fc.constant({ prospect: true }),
        fc.constant({ archived: true }),
      ),
    ),
  )
  .map(([name, fields, rest]) => ({ name, ...fields, ...rest }))

const talk: fc.Arbitrary<Given<Interaction>> = fc
  .tuple(
    fc.constantFrom(...OCCASIONS),
    around(-60, 0),
    fc.uniqueArray(somebody, { minLength: 1, maxLength: 2 }),
    fc.record(
      {
        by: fc.constant('them' as const),
        event: fc.constantFrom(100, 101),
        template: fc.constantFrom('nudge', 'check-in'),
        private: fc.constant(true),
      },
      optional,
    ),
  )
  .map(([kind, on, contacts, fields]) => ({ kind, on, contacts, ...fields }))

const followUp: fc.Arbitrary<GivenFollowUp> = fc
  .tuple(
    // Three of them have rules of their own.
    fc.oneof(
      fc.constantFrom(...FOLLOW_UP_KINDS),
      fc.constantFrom('event', 'event', 'reply', 'ask'),
    ),
    fc.constantFrom('a letter', 'notes', 'Ana'),
    fc.record(
      {
        contact: somebody,
        others: fc.uniqueArray(somebody, { maxLength: 2 }),
        due: around(-12, 12),
        from: fc.integer({ min: PEOPLE + 1, max: PEOPLE + TALKS }),
        stage: fc.constantFrom('tried', 'nudged'),
        outcome: fc.constant('it worked'),
        closed: fc.constantFrom(undefined, undefined, undefined, 'done'),
      },
      { requiredKeys: ['from'] },
    ),
  )
  .map(([kind, what, { closed, ...fields }]) => ({
    kind,
    what,
    ...fields,
    ...(closed && { closed }),
  }))

const season = fc
  .tuple(
    fc.constantFrom(...PACES, 'pause' as const),
    fc.constantFrom('boards', 'rotation'),
    around(-20, 4),
    fc.nat(40),
  )
  .map(([pace, kind, from, days]) => ({
    name: 'Time',
    kind,
    pace,
    from,
    until: addDays(from, days),
  }))

/** A rhythm or an open follow-up for nearly everybody, two gatherings and a few seasons. */
const crowded: fc.Arbitrary<Database> = fc
  .record({
    contacts: fc.array(person, { minLength: PEOPLE, maxLength: PEOPLE }),
    interactions: fc.array(talk, { minLength: TALKS, maxLength: TALKS }),
    followUps: fc.array(followUp, { minLength: 4, maxLength: 16 }),
    seasons: fc.array(season, { maxLength: 2 }),
  })
  .map(({ seasons, ...given }) => {
    const stamps = { uid: '', createdAt: '2026-01-01T12:00:00.000Z' }
    return database({
      ...given,
      seasons: seasons.map((each, index) => ({ ...stamps, id: 200 + index, ...each })),
      events: [
        { ...stamps, id: 100, name: 'ACC Meeting', kind: 'conference', on: addDays(TODAY, -9) },
        {
          ...stamps,
          id: 101,
          name: 'Wards',
          kind: 'rotation',
          on: addDays(TODAY, -20),
          until: TODAY,
        },
      ],
    })
  })

const asked: fc.Arbitrary<AgendaOptions> = fc.oneof(
  fc.constant({}),
  fc.constant({ all: true }),
  fc.record({ within: fc.nat(30) }),
  fc.record({ kind: fc.constantFrom(...FOLLOW_UP_KINDS, 'keep-in-touch' as const) }),
  somebody.map(id => ({ contact: { id, name: 'Bo' } })),
)
const day = fc.constantFrom(TODAY, addDays(TODAY, -5), addDays(TODAY, 6))

function placeOf(db: Database, { due, kind, contact, followUp }: Loop): string {
  const what = db.followUps.find(each => each.id === followUp)?.what
  return [due ?? '9999', kind, folded(contact?.name ?? what ?? '')].join(' ')
}

function isRestingNudge(db: Database, { kind, due, contact }: FollowUp, today: Day): boolean {
  const person = db.contacts.find(each => each.id === contact)
  return kind === 'reply' && due !== undefined && due <= today && !!person && isQuiet(person, today)
}

it('shows on a page the first lines of everything open, and counts the rest', () => {
  fc.assert(
    fc.property(crowded, day, asked, (db, today, options) => {
      expect(pageOf(agenda(db, today, options))).toEqual(plainPage(db, today, options))
    }),
    { numRuns: 150 },
  )
})

it('gives as data every loop, each with whether the week has room for it', () => {
  fc.assert(
    fc.property(crowded, day, asked, (db, today, options) => {
      expect(agendaItems(db, today, options).items).toEqual(plainItems(db, today, options))
    }),
    { numRuns: 100 },
  )
})

it('orders everything open by day, then kind, then name', () => {
  fc.assert(
    fc.property(crowded, day, (db, today) => {
      const places = openLoops(db, today).map(loop => placeOf(db, loop))
      expect(places).toEqual(places.toSorted())
    }),
    { numRuns: 100 },
  )
})

it('leaves out no open follow-up but the nudges of somebody who rests', () => {
  fc.assert(
    fc.property(crowded, db => {
      const shown = openLoops(db, TODAY).flatMap(loop => loop.followUp ?? [])
      const open = db.followUps.filter(each => !each.closed && !isRestingNudge(db, each, TODAY))
      expect(shown.toSorted()).toEqual(open.map(each => each.id).toSorted())
    }),
    { numRuns: 100 },
  )
})
