import { describe, expect, it } from 'vitest'
import type { FollowUp, Occasion, Role } from '../../../src/domain/data/model.ts'
import { logInteraction, rhythmOffers } from '../../../src/domain/log/interactions.ts'
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
