import { describe, expect, it } from 'vitest'
import type { Contact, Database, Interaction, Stamped } from '../../../src/domain/data/model.ts'
import {
  beyondBudget,
  budgetOf,
  hasRoomForEvent,
  isBudgeted,
} from '../../../src/domain/due/budget.ts'
import { openLoops } from '../../../src/domain/due/loops.ts'
import { database } from '../../support/database.ts'

const TODAY = '2026-11-21'

type Given<R> = Omit<R, keyof Stamped>

const MENTOR = { name: 'Dr. Maya Chen', circles: ['mentor'], every: 30 } satisfies Given<Contact>

/** Mentors last seen so long ago that all are due, with these further interactions. */
function mentors(count: number, mails: Partial<Interaction>[] = []): Database {
  const contacts = Array.from({ length: count }, (_, index) => ({ ...MENTOR, id: index + 1 }))
  const seen = contacts.map(({ id }) => ({
    kind: 'coffee' as const,
    on: '2026-10-01',
    contacts: [id],
  }))
  const sent = mails.map(mail => ({ kind: 'email' as const, on: TODAY, contacts: [1], ...mail }))
  return database({ contacts, interactions: [...seen, ...sent] })
}

function fitting(db: Database, today = TODAY): boolean[] {
  return openLoops(db, today, { withFits: true }).map(loop => loop.fits)
}

describe('the budget of the week', () => {
  it('lets the first mentor fit and the next ones wait', () => {
    expect(fitting(mentors(3))).toEqual([true, false, false])
  })

  it('is one note, or what was set', () => {
    const db = mentors(3)
    db.settings['budget.notes'] = 2
    expect(fitting(db)).toEqual([true, true, false])
  })

  it('gives each coming week a note of its own', () => {
    const db = mentors(2)
    db.contacts.push({ ...db.contacts[0], id: 9, name: 'Dr. Eva Stein', uid: 'x', createdAt: '' })
    db.interactions.push({
      id: 10,
      uid: 'y',
      createdAt: '',
      kind: 'call',
      on: '2026-10-28',
      contacts: [9],
    })
    expect(fitting(db)).toEqual([true, false, true])
  })

  it('holds back the second of two in a coming week too', () => {
    const db = mentors(2)
    for (const talk of db.interactions) talk.on = '2026-10-28'
    expect(fitting(db)).toEqual([true, false])
  })

  it('never holds back what was said, nor a friend or a resident', () => {
    const db = mentors(1, [{ template: 'check-in', contacts: [1] }])
    db.contacts.push(
      {
        id: 20,
        uid: 'p',
        createdAt: '',
        name: 'Sam Roth',
        role: 'peer',
        every: 7,
        metOn: '2026-10-01',
      },
      {
        id: 21,
        uid: 'r',
        createdAt: '',
        name: 'Omar Aziz',
        role: 'resident',
        every: 7,
        metOn: '2026-10-01',
      },
    )
    db.followUps.push(
      {
        id: 30,
        uid: 'f',
        createdAt: '',
        kind: 'thank-you',
        contact: 1,
        what: 'the talk',
        due: TODAY,
      },
      {
        id: 31,
        uid: 'g',
        createdAt: '',
        kind: 'reminder',
        contact: 1,
        what: 'the form',
        due: TODAY,
      },
    )
    expect(budgetOf(db, TODAY).left).toBe(0)
    expect(fitting(db)).toEqual([true, true, true, true, true])
  })
})

describe('what uses the budget up', () => {
  const used = (db: Database, today = TODAY) => budgetOf(db, today).used

  it.each([
    ['a mail to keep in touch with a mentor', { template: 'check-in' }, 1],
    ['a mail to a mentor that was written elsewhere', {}, 1],
    ['a thank-you', { template: 'thanks' }, 0],
    ['their own mail', { by: 'them' }, 0],
    ['a call', { kind: 'call' }, 0],
    ['a mail of last Sunday', { on: '2026-11-15' }, 0],
    ['a mail of Monday', { on: '2026-11-16' }, 1],
  ] as const)('%s', (_, mail, count) => {
    expect(used(mentors(1, [mail]))).toBe(count)
  })

  it('a mail that settles something said does not', () => {
    const db = mentors(1, [{ id: 50 }])
    db.followUps.push({
      ...{ id: 30, uid: 'f', createdAt: '', kind: 'event', contact: 1, what: 'the talk' },
      ...{ closed: 'done', closedOn: TODAY, closedBy: 50 },
    })
    expect(used(db)).toBe(0)
  })

  it('the first mail to a prospect does, a mail to a friend does not', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Pat Moss', role: 'resident' },
        { id: 2, name: 'Sam Roth', role: 'peer', met: 'class' },
      ],
      interactions: [
        { kind: 'email', on: TODAY, contacts: [1], template: 'research' },
        { kind: 'email', on: TODAY, contacts: [2] },
      ],
    })
    expect(used(db)).toBe(1)
  })

  it('the first of two mails to a prospect does, of one day the one noted first', () => {
    const db = database({
      contacts: [{ id: 1, name: 'Pat Moss', role: 'resident' }],
      interactions: [
        { id: 12, kind: 'email', on: '2026-11-20', contacts: [1], template: 'thanks' },
        { id: 11, kind: 'email', on: '2026-11-20', contacts: [1], template: 'research' },
        { id: 10, kind: 'email', on: '2026-11-21', contacts: [1], template: 'nudge' },
      ],
    })
    expect(used(db)).toBe(1)
    expect(budgetOf(db, '2026-11-14').used).toBe(0)
  })

  it('a mail to somebody who was seen before does not, nor who was met', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Pat Moss', role: 'resident' },
        { id: 2, name: 'Kai Berg', role: 'resident', met: 'class' },
      ],
      interactions: [
        { id: 10, kind: 'class', on: '2026-11-20', contacts: [1] },
        { id: 11, kind: 'email', on: '2026-11-20', contacts: [1] },
        { id: 12, kind: 'email', on: '2026-11-20', contacts: [2] },
      ],
    })
    expect(used(db)).toBe(0)
  })

  it('a mail to several counts once', () => {
    expect(used(mentors(3, [{ contacts: [1, 2, 3] }]))).toBe(1)
  })

  it('a mail to somebody who is gone does not count', () => {
    expect(used(mentors(1, [{ contacts: [9] }]))).toBe(0)
  })

  it('more than the week has is no debt', () => {
    expect(budgetOf(mentors(1, [{}, {}]), TODAY)).toEqual({ notes: 1, used: 2, left: 0 })
  })

  it('a week begins on Monday and ends on Sunday', () => {
    const db = mentors(1, [{ on: '2026-11-22' }])
    expect([used(db, '2026-11-22'), used(db, '2026-11-23')]).toEqual([1, 0])
  })
})

it('a month has room for one event, planned or logged', () => {
  const db = database({})
  expect(hasRoomForEvent(db, TODAY)).toBe(true)
  db.events.push({
    id: 1,
    uid: 'e',
    createdAt: '',
    name: 'ACC',
    kind: 'conference',
    on: '2026-11-02',
  })
  expect(hasRoomForEvent(db, TODAY)).toBe(false)
  expect(hasRoomForEvent(db, '2026-12-01')).toBe(true)
})

it.each<[Partial<Contact>, boolean]>([
  [{ role: 'faculty' }, true],
  [{ role: 'resident' }, false],
  [{ circles: ['mentor'] }, true],
  [{ role: 'peer', circles: ['study', 'mentor'] }, true],
  [{ circles: ['study'] }, false],
  [{}, false],
])('%j is a mentor or senior: %s', (fields, isLimited) => {
  const [contact] = database({ contacts: [{ name: 'Ana Silva', ...fields }] }).contacts
  expect(contact && isBudgeted(contact)).toBe(isLimited)
})

it('what rests in a pause or has no day takes no room', () => {
  const db = mentors(3)
  const idea = (id: number, due: string | null, hidden = false) => ({
    kind: 'keep-in-touch' as const,
    contact: { id },
    due,
    group: 'today' as const,
    hidden,
  })
  const [resting, dayless, first, second] = [
    idea(1, TODAY, true),
    idea(2, null),
    idea(2, TODAY),
    idea(3, '2026-11-01'),
  ]
  const beyond = beyondBudget(db, [resting, dayless, first, second], TODAY)
  expect([...beyond]).toEqual([resting, second])
})

it.each<[string, Partial<Interaction>[], boolean]>([
  ['one logged panel', [{ kind: 'panel' }], false],
  ['a panel of another month', [{ kind: 'panel', on: '2026-10-31' }], true],
  ['a coffee', [{ kind: 'coffee' }], true],
])('%s leaves room for an event: %s', (_, talks, hasRoom) => {
  expect(hasRoomForEvent(mentors(1, talks), TODAY)).toBe(hasRoom)
})

it('people met on one occasion of one day, or at an event on file, are one event', () => {
  const panel = { kind: 'panel', on: '2026-11-03' } as const
  const db = mentors(3, [
    { ...panel, contacts: [1] },
    { ...panel, contacts: [2] },
    { ...panel, contacts: [3], event: 50 },
  ])
  db.settings['budget.events'] = 2
  expect(hasRoomForEvent(db, TODAY)).toBe(true)
  db.events.push({ id: 50, uid: 'e', createdAt: '', name: 'X', kind: 'panel', on: '2026-11-03' })
  expect(hasRoomForEvent(db, TODAY)).toBe(false)
  db.settings['budget.events'] = 3
  expect(hasRoomForEvent(db, TODAY)).toBe(true)
})
