import { describe, expect, it } from 'vitest'
import type { Database } from '../../../src/domain/data/model.ts'
import { refer } from '../../../src/domain/log/referral.ts'
import type { GivenFollowUp } from '../../support/database.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

/** Dr. Ana Silva (#1), who answered (#3) and points to somebody; beside her Omar (#2). */
function net(
  given: { followUps?: GivenFollowUp[]; isPrivate?: boolean; introducedBy?: number } = {},
): Database {
  const { followUps = [], isPrivate, introducedBy } = given
  return database({
    contacts: [
      { id: 1, name: 'Dr. Ana Silva' },
      {
        id: 2,
        name: 'Omar Aziz',
        emails: ['omar@x.org'],
        ...(introducedBy && { introducedBy }),
      },
    ],
    interactions: [
      {
        id: 3,
        kind: 'email',
        by: 'them',
        on: '2026-11-20',
        contacts: [1],
        ...(isPrivate && { private: true }),
      },
    ],
    followUps,
  })
}

function referred(db: Database, to: { name: string; email?: string }) {
  return changing(db, () => refer(db, to, { contact: 1, interaction: 3 }, TODAY))
}

describe('whoever somebody points to', () => {
  it('becomes a prospect who remembers them, and both are to be thanked', () => {
    const { prospect, opened } = referred(net(), { name: 'Kai Berg', email: 'kai@x.org' })
    expect(prospect).toMatchObject({
      name: 'Kai Berg',
      prospect: true,
      emails: ['kai@x.org'],
      introducedBy: 1,
    })
    expect(opened.map(({ contact, what, due, from }) => [contact, what, due, from])).toEqual([
      [1, 'pointing you to Kai Berg', '2026-11-22', 3],
      [4, 'their time, when you write (Dr. Ana Silva pointed you to them)', '2026-11-28', 3],
    ])
  })

  it('needs no address', () => {
    const { prospect } = referred(net(), { name: 'Kai Berg' })
    expect(prospect).not.toHaveProperty('emails')
  })

  it('is kept as they are when the address is known', () => {
    const db = net()
    const { prospect } = referred(db, { name: 'O. Aziz', email: 'OMAR@x.org' })
    expect(prospect).toMatchObject({ id: 2, name: 'Omar Aziz', introducedBy: 1 })
    expect(prospect).not.toHaveProperty('prospect')
    expect(db.contacts).toHaveLength(2)
  })

  it('keeps who introduced them before', () => {
    const { prospect } = referred(net({ introducedBy: 9 }), { name: 'O', email: 'omar@x.org' })
    expect(prospect.introducedBy).toBe(9)
  })

  it('does not remember who in private, and what that opens is private', () => {
    const { prospect, opened } = referred(net({ isPrivate: true }), { name: 'Kai Berg' })
    expect(prospect).not.toHaveProperty('introducedBy')
    expect(opened.map(each => each.private)).toEqual([true, true])
  })
})

describe('a thank-you', () => {
  it('is not opened twice while one is open', () => {
    const thanks = { id: 5, kind: 'thank-you', contact: 1, what: 'the coffee' } as const
    const { opened } = referred(net({ followUps: [thanks] }), { name: 'Kai Berg' })
    expect(opened.map(each => each.contact)).toEqual([6])
  })

  it.each<[string, GivenFollowUp]>([
    ['settled', { kind: 'thank-you', contact: 1, what: 'x', closed: 'done' }],
    ['of another kind', { kind: 'promise', contact: 1, what: 'x' }],
    ['somebody else’s', { kind: 'thank-you', contact: 2, what: 'x' }],
  ])('is opened beside one that is %s', (_, followUp) => {
    const { opened } = referred(net({ followUps: [{ id: 5, ...followUp }] }), { name: 'Kai Berg' })
    expect(opened.map(each => each.contact)).toEqual([1, 6])
  })
})
