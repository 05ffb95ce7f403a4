import { describe, expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import type { Database } from '../../../src/domain/data/model.ts'
import { carryOut, type LogPlan, loggedView } from '../../../src/domain/log/log-plan.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

/** Carries out a conference of yesterday with these people. */
function logged(db: Database, said: Partial<LogPlan>, isPrivate = false) {
  const plan: LogPlan = {
    contacts: [],
    fresh: [],
    person: {},
    interaction: { kind: 'conference', on: '2026-11-20', ...(isPrivate && { private: true }) },
    options: {},
    ...said,
  }
  return changing(db, () => carryOut(db, plan, TODAY))
}

function net(): Database {
  return database({
    contacts: [{ id: 1, name: 'Ana Silva' }],
    interactions: [{ id: 2, kind: 'conference', on: '2026-11-20', contacts: [1], event: 7 }],
    events: [
      {
        id: 7,
        uid: 'e'.repeat(16),
        createdAt: '2026-11-01T12:00:00.000Z',
        name: 'ACC Meeting',
        kind: 'conference',
        on: '2026-11-20',
      },
    ],
  })
}

describe('somebody new', () => {
  it('was met on that day, on that occasion, at the event of that name', () => {
    const { added, interaction } = logged(database({}), { fresh: ['Kai Berg'], eventName: 'ACC' })
    expect(added).toMatchObject([
      { name: 'Kai Berg', met: 'conference', metOn: '2026-11-20', metAt: 'ACC' },
    ])
    expect(interaction.contacts).toEqual([added[0]?.id])
  })

  it('was met at the event that is on file', () => {
    const { added } = logged(net(), { contacts: [1], fresh: ['Kai Berg', 'Omar Aziz'], event: 7 })
    expect(added.map(each => each.metAt)).toEqual(['ACC Meeting', 'ACC Meeting'])
  })

  it('was met where the line says, and has what it says of them', () => {
    const person = { role: 'peer', metAt: 'the gym' } as const
    const { added } = logged(database({}), { fresh: ['Kai Berg'], eventName: 'ACC', person })
    expect(added).toMatchObject([{ role: 'peer', metAt: 'the gym', met: 'conference' }])
  })

  it('of a private line is not said to have been met there', () => {
    const { added } = logged(net(), { fresh: ['Kai Berg'], event: 7 }, true)
    expect(added[0]).not.toHaveProperty('met')
    expect(added[0]).not.toHaveProperty('metOn')
    expect(added[0]).not.toHaveProperty('metAt')
  })
})

describe('its event', () => {
  it('is made when there is none of that name, and told as made', () => {
    const db = net()
    const { made, interaction } = logged(db, { contacts: [1], eventName: 'AHA 2026' })
    expect(made).toMatchObject({ name: 'AHA 2026', kind: 'conference', on: '2026-11-20' })
    expect(interaction.event).toBe(made?.id)
  })

  it('is the one on file, which is not made', () => {
    const { made, interaction } = logged(net(), { contacts: [1], event: 7 })
    expect([made, interaction.event]).toEqual([undefined, 7])
  })

  it('is none where none is said', () => {
    const { made, interaction } = logged(net(), { contacts: [1] })
    expect(made).toBe(undefined)
    expect(interaction).not.toHaveProperty('event')
  })
})

describe('the answer', () => {
  it('names its people, those who are new, the event and what it opened', () => {
    const db = net()
    const done = logged(db, {
      contacts: [1],
      fresh: ['Kai Berg', 'Omar Aziz'],
      eventName: 'AHA 2026',
    })
    const view = loggedView(db, done, TODAY)
    expect(view).toMatchObject({ kind: 'conference', on: '2026-11-20', event: 'AHA 2026' })
    expect(view.madeEvent).toEqual({ id: done.made?.id, name: 'AHA 2026' })
    expect(view.contacts.map(({ name, handle, isNew }) => [name, handle, isNew])).toEqual([
      ['Ana Silva', 'silva', false],
      ['Kai Berg', 'berg', true],
      ['Omar Aziz', 'aziz', true],
    ])
    expect(view.opened.map(each => each.kind)).toEqual(['event', 'event'])
    expect([view.met, view.offers]).toEqual([[], []])
  })

  it('offers the rhythm of a role at the second contact, and names who was a prospect', () => {
    const db = net()
    Object.assign(db.contacts[0] ?? {}, { role: 'alumni', prospect: true })
    const view = loggedView(
      db,
      logged(db, { contacts: [1], interaction: { kind: 'coffee', on: '2026-11-20' } }),
      TODAY,
    )
    expect(view.met.map(each => each.name)).toEqual(['Ana Silva'])
    expect(view.offers.map(({ contact, every }) => [contact.handle, every])).toEqual([
      ['silva', 180],
    ])
  })

  it('of a private one is empty outside the screen', () => {
    const db = net()
    Object.assign(db.contacts[0] ?? {}, { role: 'alumni', prospect: true })
    const done = logged(db, { contacts: [1], event: 7 }, true)
    expect(loggedView(publicPart(db), done, TODAY)).toMatchObject({
      interaction: null,
      kind: null,
      on: null,
      event: null,
      madeEvent: null,
      contacts: [],
      met: [],
      offers: [],
    })
  })
})
