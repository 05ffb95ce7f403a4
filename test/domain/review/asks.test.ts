import { describe, expect, it } from 'vitest'
import type { FollowUp, Interaction } from '../../../src/domain/data/model.ts'
import {
  askWarnings,
  type BigAsk,
  bigAskIn,
  bigAskOf,
  giveAndTake,
  isAsking,
  REQUESTS,
} from '../../../src/domain/review/asks.ts'
import { database } from '../../support/database.ts'

const TODAY = '2026-11-21'

describe('a big ask', () => {
  it.each([
    ['a letter for residency', 'letter'],
    ['a recommendation', 'letter'],
    ['an introduction to Dr. Moss', 'introduction'],
    ['a position in her lab', 'position'],
    ['a favor', 'favor'],
    ['20 minutes of her time', undefined],
    ['to shadow her for a morning', undefined],
    ['a place in the project', undefined],
  ])('%s is %s', (text, ask) => {
    expect(bigAskIn(text)).toBe(ask)
  })

  const warned = (ask: BigAsk, due: string, isKnown = true) => {
    const db = database({
      contacts: [{ id: 1, name: 'Maya Chen' }],
      interactions: isKnown ? [{ id: 2, kind: 'class', on: '2026-01-01', contacts: [1] }] : [],
    })
    const [contact] = db.contacts
    return contact ? askWarnings(db, contact, { ask, due }, TODAY) : []
  }

  it.each<[BigAsk, string, number]>([
    ['letter', '2026-12-18', 1],
    ['letter', '2026-12-19', 0],
    ['introduction', '2026-12-04', 1],
    ['introduction', '2026-12-05', 0],
    ['favor', '2026-12-04', 1],
  ])('for %s by %s warns %s times', (ask, due, times) => {
    expect(warned(ask, due)).toHaveLength(times)
  })

  it('as the very first contact warns', () => {
    expect(warned('letter', '2027-06-01', false)).toEqual([
      'You have not been in touch with Maya Chen yet; a first word could come before.',
    ])
  })

  it.each([
    [14, '2 weeks'],
    [28, '4 weeks'],
    [35, '5 weeks'],
    [56, '8 weeks'],
  ])('says what notice is usual where %s days are set: %s', (days, weeks) => {
    const db = database({
      contacts: [{ id: 1, name: 'Maya Chen' }],
      interactions: [{ id: 2, kind: 'class', on: '2026-01-01', contacts: [1] }],
      settings: { 'days.letter-ask': days },
    })
    const [contact] = db.contacts
    expect(
      contact && askWarnings(db, contact, { ask: 'letter', due: '2026-11-24' }, TODAY),
    ).toEqual([`That leaves Maya Chen 3 days; ${weeks} are usual, so say that a no is fine.`])
  })

  it('without a day, or of somebody not on file, says only what is known', () => {
    const db = database({
      contacts: [{ id: 1, name: 'Maya Chen' }],
      interactions: [{ id: 2, kind: 'class', on: '2026-01-01', contacts: [1] }],
    })
    expect(askWarnings(db, { id: 1, name: 'Maya Chen' }, { ask: 'letter' }, TODAY)).toEqual([])
    expect(askWarnings(db, { id: null, name: 'Omar' }, { ask: 'letter' }, TODAY)).toEqual([
      'You have not been in touch with Omar yet; a first word could come before.',
    ])
  })

  it.each<[object, boolean]>([
    [{}, true],
    [{ due: '2026-05-28' }, true],
    [{ due: '2026-05-29' }, false],
    [{ due: undefined }, false],
    [{ kind: 'promise' }, false],
    [{ contact: 4 }, false],
    [{ what: '20 minutes' }, false],
  ])('an earlier one with %j was late: %s', (fields, wasLate) => {
    const db = database({
      contacts: [
        { id: 1, name: 'Maya Chen' },
        { id: 4, name: 'Omar Aziz' },
      ],
      interactions: [{ id: 2, kind: 'class', on: '2026-01-01', contacts: [1] }],
      followUps: [
        {
          ...{ id: 3, kind: 'ask', contact: 1, what: 'a letter', due: '2026-05-10' },
          ...{ createdAt: '2026-05-01T10:00:00.000Z', ...fields },
        } as FollowUp,
      ],
    })
    const [contact] = db.contacts
    const said = contact && askWarnings(db, contact, { ask: 'letter', due: '2026-12-01' }, TODAY)
    expect(said?.[0]?.includes('second short-notice')).toBe(wasLate)
  })

  it('late a second time warns more', () => {
    const db = database({
      contacts: [{ id: 1, name: 'Maya Chen' }],
      interactions: [{ id: 2, kind: 'class', on: '2026-01-01', contacts: [1] }],
      followUps: [
        {
          id: 3,
          kind: 'ask',
          contact: 1,
          what: 'a letter',
          due: '2026-05-10',
          createdAt: '2026-05-01T10:00:00.000Z',
          closed: 'done',
        },
      ],
    })
    const [contact] = db.contacts
    const said = contact && askWarnings(db, contact, { ask: 'letter', due: '2026-12-01' }, TODAY)
    expect(said).toEqual([
      'This is the second short-notice ask to Maya Chen: 10 days. It may be kinder to ask someone else.',
    ])
  })
})

describe('give and take', () => {
  const said = (interactions: (Partial<Interaction> & { on: string })[]) => {
    const db = database({
      contacts: [
        { id: 1, name: 'Maya Chen' },
        { id: 2, name: 'Omar Aziz' },
      ],
      // Omar was asked, and given something, after all of it.
      interactions: [
        { id: 90, kind: 'email', contacts: [2], on: '2026-11-19', template: 'panel' },
        { id: 91, kind: 'email', contacts: [2], on: '2026-11-20', template: 'thanks' },
        ...interactions.map(each => ({ kind: 'email' as const, contacts: [1], ...each })),
      ],
    })
    const [contact] = db.contacts
    return contact && giveAndTake(db, contact, TODAY)
  }

  it('is silent when nothing was asked before', () => {
    expect(said([{ on: '2026-10-01', template: 'thanks' }])).toBeUndefined()
  })

  it('suggests thanks or news when nothing went back since', () => {
    expect(said([{ on: '2026-11-03', template: 'panel' }])).toBe(
      'You last asked Maya Chen for something on 3 Nov. A thank-you, or news of what came of it, could go first.',
    )
  })

  it.each([
    [{ template: 'thanks' }, 'thanked them'],
    [{ template: 'letter-thanks' }, 'thanked them'],
    [{ template: 'advice-update' }, 'told them what came of it'],
    [{ template: 'resource-followup' }, 'told them what came of it'],
    [{ gave: 'my notes' }, 'gave back (my notes)'],
  ])('%j counts as giving', (gift, words) => {
    expect(
      said([
        { on: '2026-11-03', template: 'panel' },
        { on: '2026-11-10', ...gift },
      ]),
    ).toBe(`You last asked Maya Chen for something on 3 Nov, and ${words} on 10 Nov.`)
  })
})

describe('give and take, in whatever order it was logged', () => {
  const gift = (interactions: (Partial<Interaction> & { id: number; on: string })[], from = 0) => {
    const db = database({
      contacts: [{ id: 1, name: 'Maya Chen' }],
      interactions: interactions.map(each => ({ kind: 'email' as const, contacts: [1], ...each })),
      followUps: from ? [{ id: 99, kind: 'ask', contact: 1, what: 'a letter', from }] : [],
    })
    const [contact] = db.contacts
    return contact && giveAndTake(db, contact, TODAY)
  }
  const ask = { template: 'panel' }
  const thanks = { template: 'thanks' }

  it.each<[string, number, string, number, string, boolean]>([
    ['after it', 10, '2026-11-03', 11, '2026-11-04', true],
    ['after it, logged before', 11, '2026-11-03', 10, '2026-11-04', true],
    ['before it, logged after', 10, '2026-11-03', 11, '2026-11-02', false],
    ['later that day', 10, '2026-11-03', 11, '2026-11-03', true],
    ['earlier that day', 11, '2026-11-03', 10, '2026-11-03', false],
  ])('thanks %s', (_, asked, askedOn, given, givenOn, isSince) => {
    const both = [
      { id: asked, on: askedOn, ...ask },
      { id: given, on: givenOn, ...thanks },
    ]
    expect(gift(both)?.includes('thanked them')).toBe(isSince)
    expect(gift(both.reverse())?.includes('thanked them')).toBe(isSince)
  })

  it('the last of several asks is named, and what was no gift is none', () => {
    const asks = [
      { id: 12, on: '2026-11-05', ...ask },
      { id: 10, on: '2026-11-03', ...ask },
      { id: 13, on: '2026-11-06' },
    ]
    expect(gift(asks)).toBe(
      'You last asked Maya Chen for something on 5 Nov. A thank-you, or news of what came of it, could go first.',
    )
  })

  it('what opened an ask counts as one, and what opened another does not', () => {
    const talks = [{ id: 10, on: '2026-11-03' }]
    expect(gift(talks, 10)).toContain('You last asked Maya Chen for something on 3 Nov')
    expect(gift(talks, 98)).toBeUndefined()
    expect(gift([{ id: 10, on: '2026-11-03', template: 'invite' }])).toBeUndefined()
  })
})

it.each<[BigAsk, string]>([
  ['letter', 'letter recommendation reference'],
  ['introduction', 'introduce introduction introducing'],
  ['position', 'position job spot post'],
  ['favor', 'favor favour'],
])('each word of a %s tells it: %s', (ask, words) => {
  const told = words.split(' ').map(word => bigAskIn(`a ${word.toUpperCase()} of hers`))
  expect(told).toEqual(told.map(() => ask))
})

it('of all templates these ask for something, and the inviting ones take nothing', () => {
  expect([...REQUESTS].filter(isAsking)).toEqual([
    ...['panel', 'research', 'office-hours', 'shadow-request', 'info-interview', 'alumni'],
    ...['ask-feedback', 'letter-request', 'intro-request', 'seek-advice'],
  ])
  expect([...REQUESTS].filter(name => !isAsking(name))).toEqual([
    ...['group-interview-invite', 'invite', 'meet-at-event'],
  ])
  expect(isAsking('thanks')).toBe(false)
})

it('these templates make a big ask', () => {
  expect(['letter-request', 'intro-request', 'panel', 'constructor'].map(bigAskOf)).toEqual([
    ...['letter', 'introduction', undefined, undefined],
  ])
})
