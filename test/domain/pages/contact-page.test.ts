import { describe, expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import type { Contact, Database } from '../../../src/domain/data/model.ts'
import { contactPage, contactRows } from '../../../src/domain/pages/contact-page.ts'
import { database } from '../../support/database.ts'

const TODAY = '2026-11-21'

function page(db: Database, id: number) {
  const contact = db.contacts.find(each => each.id === id)
  if (!contact) throw new Error(`no #${id}`)
  return contactPage(db, contact, TODAY)
}

function one(contact: Partial<Contact>, on: string[] = []): Database {
  return database({
    contacts: [{ id: 1, name: 'Ana Silva', ...contact }],
    interactions: on.map(day => ({ kind: 'coffee', on: day, contacts: [1] })),
  })
}

describe('the page of a person', () => {
  it('lists what was, newest first, the later number first on one day', () => {
    const { timeline } = page(one({}, ['2026-11-01', '2026-11-20', '2026-11-20']), 1)
    expect(timeline.map(each => [each.id, each.on])).toEqual([
      [4, '2026-11-20'],
      [3, '2026-11-20'],
      [2, '2026-11-01'],
    ])
  })

  it('says since when they are known: the day you met, or an earlier contact', () => {
    expect(page(one({ metOn: '2026-03-09' }, ['2026-11-01']), 1).knownSince).toBe('2026-03-09')
    expect(page(one({ metOn: '2026-03-09' }, ['2026-02-01']), 1).knownSince).toBe('2026-02-01')
  })

  it('of somebody never met they are known since they were added, a prospect not at all', () => {
    expect(page(one({}), 1).knownSince).toBe('2026-01-01')
    expect(page(one({ prospect: true }), 1).knownSince).toBe(null)
  })

  it('names the next day and what it is counted from', () => {
    const { next, nextWhy, everyWords } = page(one({ every: 30 }, ['2026-11-01']), 1)
    expect({ next, nextWhy, everyWords }).toEqual({
      next: '2026-12-01',
      nextWhy: 'counted from the coffee on Sun 1 Nov',
      everyWords: '30 days',
    })
  })

  it('has no next day without a rhythm, but the one that the role offers', () => {
    const { next, every, offered } = page(one({ role: 'resident' }), 1)
    expect({ next, every, offered }).toEqual({ next: null, every: null, offered: 90 })
  })

  it('names the other people of a joint contact', () => {
    const db = database({
      contacts: [{ name: 'Ana Silva' }, { name: 'Dr. Omar Aziz' }],
      interactions: [{ kind: 'lunch', on: '2026-11-20', contacts: [1, 2] }],
    })
    expect(page(db, 1).timeline[0]?.with).toEqual([{ id: 2, name: 'Dr. Omar Aziz' }])
  })

  it('has nothing of what is private where the data have not', () => {
    const db = database({
      contacts: [
        { name: 'Ana Silva', circles: ['support', 'study'], worries: ['visa'], privateNote: 'x' },
      ],
      interactions: [{ kind: 'walk', on: '2026-11-20', contacts: [1], private: true, detail: 'd' }],
      followUps: [{ kind: 'promise', contact: 1, what: 'tell nobody', private: true }],
    })
    const { facts, timeline, open } = page(publicPart(db), 1)
    expect(facts).toEqual([{ label: 'circle', text: 'study' }])
    expect([timeline, open]).toEqual([[], []])
  })
})

describe('the list of people', () => {
  const names = (db: Database, filter: Parameters<typeof contactRows>[2]) =>
    contactRows(db, TODAY, filter).map(row => row.displayName)

  it('is in the order of the names, accents ignored', () => {
    const db = database({
      contacts: [{ name: 'Zoë' }, { name: 'Émile' }, { name: 'anna' }, { name: 'Eve' }],
    })
    expect(names(db, {})).toEqual(['anna', 'Émile', 'Eve', 'Zoë'])
  })

  it('leaves out prospects and whoever is archived, unless they are asked for', () => {
    const db = database({
      contacts: [{ name: 'A' }, { name: 'B', prospect: true }, { name: 'C', archived: true }],
    })
    expect(names(db, {})).toEqual(['A'])
    expect(names(db, { prospects: true })).toEqual(['B'])
    expect(names(db, { archived: true })).toEqual(['C'])
  })

  it('by recency those never met come last, by the next day those without one', () => {
    const db = database({
      contacts: [{ name: 'A' }, { name: 'B' }, { name: 'C', every: 30 }],
      interactions: [
        { kind: 'walk', on: '2026-11-01', contacts: [3] },
        { kind: 'walk', on: '2026-11-09', contacts: [2] },
      ],
    })
    expect(names(db, { sort: 'recency' })).toEqual(['B', 'C', 'A'])
    expect(names(db, { sort: 'next' })).toEqual(['C', 'A', 'B'])
  })

  it('holds null under every field that is not known', () => {
    const [row] = contactRows(database({ contacts: [{ name: 'A' }] }), TODAY, {})
    expect(row).toMatchObject({
      id: 1,
      name: 'A',
      role: null,
      emails: [],
      lastContact: null,
      next: null,
    })
  })
})
