import { describe, expect, it } from 'vitest'
import type { Contact, Database, Interaction, Occasion } from '../../../src/domain/data/model.ts'
import { startList, tickStep } from '../../../src/domain/due/start.ts'
import { database } from '../../support/database.ts'

/** The keys of the first steps that are done after these contacts with somebody. */
function doneAfter(kinds: Occasion[], person: Partial<Contact> = {}, by?: Interaction['by']) {
  const db = database({
    contacts: [{ id: 1, name: 'Ana Silva', ...person }],
    interactions: kinds.map((kind, index) => {
      return { id: 10 + index, kind, on: '2026-11-01', contacts: [1], ...(by && { by }) }
    }),
  })
  return startList(db)
    .steps.filter(step => step.isDone)
    .map(step => step.key)
}

function firstTicked(): Database {
  const db = database({})
  for (const number of [1, 2, 3, 4]) tickStep(db, number)
  return db
}

describe('a first step', () => {
  it.each<[Occasion, string[]]>([
    ['club', ['group']],
    ['sport', ['group']],
    ['volunteer', ['group']],
    ['study-session', ['study']],
    ['panel', ['event']],
    ['grand-rounds', ['event']],
    ['wellness', ['event']],
    ['coffee', []],
    ['office-hours', []],
  ])('is done by %s: %j', (kind, keys) => {
    expect(doneAfter([kind])).toEqual(keys)
  })

  it('is done by each of several contacts, each of its own', () => {
    expect(doneAfter(['club', 'study-session'])).toEqual(['group', 'study'])
    expect(doneAfter(['club', 'email'], { role: 'faculty' })).toEqual(['group', 'mentor'])
  })

  it.each<[Partial<Contact>, Interaction['by'], string[]]>([
    [{ role: 'faculty' }, undefined, ['mentor']],
    [{ circles: ['mentor'] }, undefined, ['mentor']],
    [{ role: 'peer' }, undefined, []],
    [{}, undefined, []],
    [{ role: 'faculty' }, 'them', []],
  ])('is done by a mail with %j, started by %s: %j', (person, by, keys) => {
    expect(doneAfter(['email'], person, by)).toEqual(keys)
  })

  it('to write to a mentor is done by a mail to one among others', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Ana Silva' },
        { id: 2, name: 'Dr. Maya Chen', role: 'faculty' },
      ],
      interactions: [{ id: 3, kind: 'email', on: '2026-11-01', contacts: [9, 1, 2] }],
    })
    expect(startList(db).steps[1]).toMatchObject({ key: 'mentor', isDone: true })
  })
})

describe('the list of first steps', () => {
  it('counts those that are left', () => {
    const db = database({})
    tickStep(db, 2)
    expect(startList(db).left).toBe(3)
    expect(db.profile.startTicks).toEqual(['mentor'])
  })

  it('has the later ones once the first are done, each with its number', () => {
    const { steps, left } = startList(firstTicked())
    expect(steps.map(({ number, key }) => [number, key])).toEqual([
      [1, 'group'],
      [2, 'mentor'],
      [3, 'study'],
      [4, 'event'],
      [5, 'instructor'],
      [6, 'shadow'],
      [7, 'research'],
      [8, 'pairing'],
    ])
    expect(left).toBe(4)
  })

  it('leaves out for residents what they are past, and keeps the numbers', () => {
    const db = firstTicked()
    db.profile.stage = 'PGY2'
    expect(startList(db).steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 7])
  })

  it('is worded small for those who like it small, where it has words for that', () => {
    const db = database({ settings: { style: 'small' } })
    expect(startList(db).steps.map(({ says }) => says)).toEqual([
      'join one small group, or help behind the scenes of a larger one',
      'write to one mentor',
      'set up one study session for two or three',
      'go to one small event',
    ])
  })

  it('holds each tick once, and all of them at once', () => {
    const db = database({ profile: { startTicks: ['study'] } })
    tickStep(db, 3)
    expect(db.profile.startTicks).toEqual(['study'])
    tickStep(db, 'all')
    expect(db.profile.startTicks).toHaveLength(8)
    expect(startList(db).left).toBe(0)
  })

  it('has no step 0 and no step 9', () => {
    for (const number of [0, 9]) {
      expect(() => tickStep(database({}), number)).toThrow(`There is no first step ${number}.`)
    }
  })
})
