import { describe, expect, it } from 'vitest'
import { type FollowUp, named, type Occasion, type Role } from '../../../src/domain/data/model.ts'
import {
  detailFor,
  latest,
  logInteraction,
  rhythmOffers,
  whoseTurn,
} from '../../../src/domain/log/interactions.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

function opensAfter(kind: Occasion, role: Role | undefined, on = TODAY) {
  const db = database({ contacts: [{ id: 1, name: 'Ana Silva', ...(role && { role }) }] })
  const { opened } = changing(db, db => logInteraction(db, { kind, on, contacts: [1] }, TODAY))
  return opened.map(each => [each.kind, each.due])
}

describe('what an occasion opens', () => {
  it.each<[Occasion, Role | undefined, [string, string][]]>([
    ['office-hours', undefined, [['thank-you', '2026-11-22']]],
    ['office-hours', 'peer', [['thank-you', '2026-11-22']]],
    ['info-interview', 'alumni', [['thank-you', '2026-11-22']]],
    ['shadowing', 'nurse', [['thank-you', '2026-11-22']]],
    ['coffee', 'resident', [['thank-you', '2026-11-22']]],
    ['lunch', 'fellow', [['thank-you', '2026-11-22']]],
    ['walk', 'attending', [['thank-you', '2026-11-22']]],
    ['call', 'faculty', [['thank-you', '2026-11-22']]],
    ['video', 'alumni', [['thank-you', '2026-11-22']]],
    ['meeting', 'advisor', [['thank-you', '2026-11-22']]],
    ['coffee', 'peer', []],
    ['coffee', undefined, []],
    ['lecture', 'faculty', []],
    ['rotation', 'attending', []],
    ['study-session', 'resident', []],
    ['message', 'attending', []],
    ['email', 'attending', []],
    ['panel', undefined, [['event', '2026-11-28']]],
    ['conference', 'attending', [['event', '2026-11-28']]],
    ['seminar', undefined, [['event', '2026-11-28']]],
    ['grand-rounds', undefined, [['event', '2026-11-28']]],
    ['social', 'peer', [['event', '2026-11-28']]],
  ])('%s with %s opens %j', (kind, role, opened) => {
    expect(opensAfter(kind, role)).toEqual(opened)
  })

  it('is nothing for a contact more than fourteen days ago', () => {
    expect(opensAfter('panel', undefined, '2026-11-06')).toEqual([])
  })

  it('is due today when its day is past already', () => {
    expect(opensAfter('office-hours', undefined, '2026-11-10')).toEqual([['thank-you', TODAY]])
  })

  it('is no first-week note for somebody known before', () => {
    const db = database({
      contacts: [{ id: 1, name: 'Ana Silva' }],
      interactions: [{ id: 2, kind: 'class', on: '2026-01-10', contacts: [1] }],
    })
    const logged = logInteraction(db, { kind: 'panel', on: TODAY, contacts: [1] }, TODAY)
    expect(logged.opened).toEqual([])
  })

  it('is at most one thank-you a person in fourteen days, settled or not', () => {
    const db = database({
      contacts: [{ id: 1, name: 'Ana Silva', role: 'resident' }],
      interactions: [{ id: 2, kind: 'coffee', on: '2026-11-10', contacts: [1] }],
      followUps: [
        { id: 3, kind: 'thank-you', contact: 1, what: 'the coffee', from: 2, closed: 'done' },
      ],
    })
    const logged = logInteraction(db, { kind: 'lunch', on: TODAY, contacts: [1] }, TODAY)
    expect(logged.opened).toEqual([])
  })

  it('is a thank-you again after fourteen days', () => {
    const db = database({
      contacts: [{ id: 1, name: 'Ana Silva', role: 'resident' }],
      interactions: [{ id: 2, kind: 'coffee', on: '2026-11-07', contacts: [1] }],
      followUps: [
        { id: 3, kind: 'thank-you', contact: 1, what: 'the coffee', from: 2, closed: 'done' },
      ],
    })
    const logged = logInteraction(db, { kind: 'lunch', on: TODAY, contacts: [1] }, TODAY)
    expect(logged.opened.map(each => each.kind)).toEqual(['thank-you'])
  })

  it('is never a second of its kind while one is open', () => {
    const db = database({
      contacts: [{ id: 1, name: 'Ana Silva', role: 'resident' }],
      followUps: [{ id: 3, kind: 'thank-you', contact: 1, what: 'long ago' }],
    })
    const logged = logInteraction(db, { kind: 'lunch', on: TODAY, contacts: [1] }, TODAY)
    expect(logged.opened).toEqual([])
  })

  it('leaves a private detail out of what it opens', () => {
    const db = database({ contacts: [{ id: 1, name: 'Ana Silva' }] })
    const logged = logInteraction(
      db,
      { kind: 'shadowing', on: TODAY, contacts: [1], detail: 'how she cried', private: true },
      TODAY,
    )
    expect(logged.opened.map(each => [each.what, each.private])).toEqual([['the shadowing', true]])
  })
})

describe('what a contact settles', () => {
  function settledBy(
    loop: Partial<FollowUp> & Pick<FollowUp, 'kind'>,
    logged: { kind: Occasion; on?: string; by?: 'me' | 'them'; event?: number },
  ): boolean {
    const db = database({
      contacts: [{ id: 1, name: 'Ana Silva' }],
      interactions: [{ id: 2, kind: 'conference', on: '2026-11-18', contacts: [1], event: 9 }],
      followUps: [{ id: 3, contact: 1, what: 'her registry', from: 2, ...loop }],
    })
    const fields = { on: TODAY, ...logged, contacts: [1] }
    return changing(db, db => logInteraction(db, fields, TODAY)).settled.length > 0
  }

  it.each<[FollowUp['kind'], Parameters<typeof settledBy>[1], boolean]>([
    ['event', { kind: 'email' }, true],
    ['event', { kind: 'message' }, true],
    ['event', { kind: 'coffee' }, true],
    ['event', { kind: 'office-hours' }, true],
    ['event', { kind: 'email', by: 'them' }, false],
    ['event', { kind: 'conference', event: 9 }, false],
    ['event', { kind: 'coffee', event: 9 }, false],
    ['event', { kind: 'lecture' }, false],
    ['event', { kind: 'email', on: '2026-11-17' }, false],
    ['thank-you', { kind: 'email' }, true],
    ['thank-you', { kind: 'message' }, true],
    ['thank-you', { kind: 'coffee' }, false],
    ['thank-you', { kind: 'email', by: 'them' }, false],
    ['reply', { kind: 'email', by: 'them' }, true],
    ['reply', { kind: 'call' }, true],
    ['reply', { kind: 'video' }, true],
    ['reply', { kind: 'coffee' }, true],
    ['reply', { kind: 'email' }, false],
    ['reply', { kind: 'lecture' }, false],
    ['promise', { kind: 'email' }, false],
    ['advice', { kind: 'coffee' }, false],
    ['resource', { kind: 'email' }, false],
    ['offer', { kind: 'call' }, false],
    ['ask', { kind: 'email', by: 'them' }, false],
    ['reminder', { kind: 'email' }, false],
  ])('%s after %j: %s', (kind, logged, isSettled) => {
    expect(settledBy({ kind }, logged)).toBe(isSettled)
  })

  it('is a meeting on its day or later, by any of its people', () => {
    const plan = { kind: 'meeting' as const, due: '2026-11-20', contact: 8, others: [1] }
    expect(settledBy(plan, { kind: 'walk', on: '2026-11-20' })).toBe(true)
    expect(settledBy(plan, { kind: 'walk', on: '2026-11-19' })).toBe(false)
  })
})

it('the first logged contact makes a contact of a prospect', () => {
  const db = database({ contacts: [{ id: 1, name: 'Pat Moss', prospect: true, why: 'sepsis' }] })
  const { met } = changing(db, db =>
    logInteraction(db, { kind: 'email', on: TODAY, contacts: [1] }, TODAY),
  )
  expect(met.map(each => [each.name, each.prospect, each.why])).toEqual([
    ['Pat Moss', undefined, 'sepsis'],
  ])
})

it('any newer contact ends a rest, an older one does not', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Silva', quiet: 'until-woken', snoozes: 2 }],
    interactions: [{ id: 2, kind: 'coffee', on: '2026-11-10', contacts: [1] }],
  })
  logInteraction(db, { kind: 'walk', on: '2026-10-01', contacts: [1] }, TODAY)
  expect(db.contacts[0]?.quiet).toBe('until-woken')
  changing(db, db => logInteraction(db, { kind: 'walk', on: TODAY, contacts: [1] }, TODAY))
  expect(db.contacts[0]).not.toHaveProperty('quiet')
})

it('what was said in it opens a loop for each of its people, and a promise one for all', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'Ana Silva' },
      { id: 2, name: 'Omar Aziz' },
    ],
  })
  const opens = [
    { kind: 'promise', what: 'the notes' } as const,
    { kind: 'offer', what: 'a look at my slides' } as const,
  ]
  const { opened } = changing(db, db =>
    logInteraction(db, { kind: 'class', on: TODAY, contacts: [1, 2] }, TODAY, { opens }),
  )
  expect(opened.map(({ kind, contact, others, due }) => [kind, contact, others, due])).toEqual([
    ['promise', 1, [2], '2026-11-28'],
    ['offer', 1, undefined, '2026-11-28'],
    ['offer', 2, undefined, '2026-11-28'],
  ])
})

it('where only some loops are to be settled, no other is', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Silva' }],
    followUps: [
      { id: 2, kind: 'thank-you', contact: 1, what: 'the coffee' },
      { id: 3, kind: 'promise', contact: 1, what: 'the notes' },
    ],
  })
  const { settled, opened } = changing(db, db =>
    logInteraction(db, { kind: 'email', on: TODAY, contacts: [1] }, TODAY, {
      settlesOnly: [3],
      followUp: false,
    }),
  )
  expect(settled.map(each => each.id)).toEqual([3])
  expect([opened, db.followUps[0]?.closed]).toEqual([[], undefined])
})

it('a contact settles loops of its own people only, and none that is settled', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'Ana Silva' },
      { id: 2, name: 'Omar Aziz' },
    ],
    followUps: [
      { id: 3, kind: 'thank-you', contact: 2, what: 'the coffee' },
      { id: 4, kind: 'thank-you', what: 'the dean' },
      { id: 5, kind: 'thank-you', contact: 1, what: 'lunch', closed: 'done', closedBy: 9 },
    ],
  })
  const fields = { kind: 'email', on: TODAY, contacts: [1] } as const
  const { settled } = changing(db, db =>
    logInteraction(db, { ...fields, contacts: [...fields.contacts] }, TODAY),
  )
  expect(settled).toEqual([])
  expect(db.followUps[2]?.closedBy).toBe(9)
})

it('whoever neither rests nor was put off is left alone', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'Ana Silva' },
      { id: 2, name: 'Omar Aziz', snoozes: 1 },
    ],
  })
  changing(db, db => logInteraction(db, { kind: 'class', on: TODAY, contacts: [1, 2] }, TODAY))
  expect([...named(db).touched].map(each => each.id)).toEqual([2])
  expect(db.contacts[1]).not.toHaveProperty('snoozes')
})

it('a contact of the same day as the latest ends a rest', () => {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Silva', quiet: 'until-woken' }],
    interactions: [{ id: 2, kind: 'coffee', on: TODAY, contacts: [1] }],
  })
  logInteraction(db, { kind: 'walk', on: TODAY, contacts: [1] }, TODAY)
  expect(db.contacts[0]).not.toHaveProperty('quiet')
})

it.each([
  ['alone, the detail is theirs', { contacts: [1] }, 'her registry'],
  ['of several, it is nobody’s', { contacts: [1, 2] }, undefined],
  ['of several, it is whose it was said to be', { contacts: [1, 2], detailOf: 1 }, 'her registry'],
  ['of several, it is not the other’s', { contacts: [1, 2], detailOf: 2 }, undefined],
])('%s', (_, said, detail) => {
  const stamps = { id: 9, uid: 'x', createdAt: '2026-11-21T12:00:00.000Z' }
  const interaction = { ...stamps, kind: 'coffee', on: TODAY, detail: 'her registry' } as const
  expect(detailFor({ ...interaction, ...said }, 1)).toBe(detail)
})

it('the latest of several is the one of the last day, and of one day the one noted last', () => {
  const [first, second, third] = database({
    interactions: [
      { id: 1, kind: 'coffee', on: '2026-11-01', contacts: [1] },
      { id: 2, kind: 'coffee', on: '2026-11-02', contacts: [1] },
      { id: 3, kind: 'coffee', on: '2026-11-02', contacts: [1] },
    ],
  }).interactions
  if (!first || !second || !third) throw new Error('three interactions were expected')
  expect(latest([second, first])?.id).toBe(2)
  expect(latest([second, third])?.id).toBe(3)
  expect(latest([third, second])?.id).toBe(3)
  expect(latest([])).toBe(undefined)
})

it.each([
  ['the first time it is theirs', [], 'them'],
  ['after their side it is mine', ['them'], 'me'],
  ['after mine it is theirs', ['them', 'me'], 'them'],
  ['neither side does not count', ['them', 'neither', undefined], 'me'],
] as const)('whose side of town is next: %s', (_, sides, turn) => {
  const db = database({
    contacts: [
      { id: 1, name: 'Ana Silva' },
      { id: 2, name: 'Omar Aziz' },
    ],
    interactions: [
      ...sides.map((near, index) => ({
        id: 10 + index,
        kind: 'coffee' as const,
        on: `2026-11-0${index + 1}`,
        contacts: [1],
        ...(near && { near }),
      })),
      { id: 20, kind: 'coffee', on: '2026-11-20', contacts: [2], near: 'them' },
    ],
  })
  const ana = db.contacts[0]
  expect(ana && whoseTurn(db, ana)).toBe(turn)
})

it('a rhythm is offered to nobody who has one or wants none, or whose role offers none', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'Ana Silva', role: 'alumni', every: 0 },
      { id: 2, name: 'Omar Aziz', role: 'alumni', circles: ['mentor'] },
      { id: 3, name: 'Kai Berg' },
      { id: 4, name: 'Zoë Park', role: 'alumni' },
    ],
    interactions: [
      { id: 8, kind: 'class', on: '2026-11-01', contacts: [1, 2] },
      { id: 9, kind: 'class', on: '2026-11-01', contacts: [1, 2, 3, 4] },
    ],
  })
  const fields = { kind: 'class' as const, on: TODAY, contacts: [1, 2, 3, 4] }
  const offers = rhythmOffers(db, logInteraction(db, fields, TODAY).interaction)
  expect(offers.map(each => each.contact.id)).toEqual([4])
})

it('the second logged contact offers the rhythm of a role, once', () => {
  const db = database({ contacts: [{ id: 1, name: 'Ana Silva', role: 'alumni' }] })
  const offers = ['2026-10-01', '2026-10-02', '2026-10-03'].map(on =>
    rhythmOffers(
      db,
      logInteraction(db, { kind: 'class', on, contacts: [1] }, TODAY).interaction,
    ).map(each => each.every),
  )
  expect(offers).toEqual([[], [180], []])
})
