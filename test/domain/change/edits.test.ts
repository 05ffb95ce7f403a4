import { describe, expect, it } from 'vitest'
import { type Edit, editFields } from '../../../src/domain/change/edits.ts'
import type { Database } from '../../../src/domain/data/model.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

/** Edits a record of this database; an edit says only what the test is about. */
function edit(
  db: Database,
  id: number,
  said: Partial<Edit>,
  options: {
    shown?: { rev?: number; updatedAt?: string }
    force?: boolean
    wasWrong?: boolean
  } = {},
) {
  const whole = { set: {}, add: {}, ...said }
  return changing(db, () => editFields(db, id, whole, { today: TODAY, ...options }))
}

function ana(): Database {
  return database({
    contacts: [
      { name: 'Ana Silva', emails: ['ana@x.org'], tags: ['chess'], role: 'peer', rev: 2 },
      { name: 'Omar Aziz', emails: ['omar@x.org'] },
    ],
  })
}

describe('an edit of a person', () => {
  it('sets and takes away, and tells each field', () => {
    const db = ana()
    const { changes } = edit(db, 1, { set: { role: null, stage: 'MS3' } })
    expect(changes.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['role', 'peer', ''],
      ['stage', '', 'MS3'],
    ])
    expect(db.contacts[0]).toMatchObject({ stage: 'MS3' })
    expect(db.contacts[0]?.role).toBe(undefined)
  })

  it('lets a list grow without doubles, in any case and accent', () => {
    const db = ana()
    edit(db, 1, { add: { tags: ['CHESS', 'Café', 'cafe'], emails: ['new@x.org'] } })
    expect(db.contacts[0]).toMatchObject({
      tags: ['chess', 'Café'],
      emails: ['new@x.org', 'ana@x.org'],
    })
  })

  it('moves an address that is named again to the front', () => {
    const db = ana()
    edit(db, 1, { set: { emails: ['a@x.org', 'b@x.org'] } })
    edit(db, 1, { add: { emails: ['b@x.org'] } })
    expect(db.contacts[0]?.emails).toEqual(['b@x.org', 'a@x.org'])
  })

  it('that says nothing new leaves the record alone', () => {
    const db = ana()
    const before = structuredClone(db)
    expect(edit(db, 1, { set: { role: 'peer' }, add: { tags: ['chess'] } }).changes).toEqual([])
    expect(db).toEqual(before)
  })

  it('refuses someone else’s address, and keeps its own', () => {
    expect(() => edit(ana(), 1, { add: { emails: ['OMAR@x.org'] } })).toThrow(
      'Omar Aziz (#2) already has that email address.',
    )
    expect(edit(ana(), 1, { set: { emails: ['ana@x.org', 'a@x.org'] } }).changes.length).toBe(1)
  })

  it('takes someone else’s name or address when forced', () => {
    const db = ana()
    edit(db, 1, { set: { name: 'Omar Aziz' }, add: { emails: ['omar@x.org'] } }, { force: true })
    expect(db.contacts[0]).toMatchObject({ name: 'Omar Aziz', emails: ['omar@x.org', 'ana@x.org'] })
  })

  it('keeps what a role was, unless that was a slip', () => {
    const kept = ana()
    edit(kept, 1, { set: { role: 'resident' } })
    expect(kept.contacts[0]?.history).toEqual(['2026-11-21 role: peer -> resident'])
    const slip = ana()
    edit(slip, 1, { set: { role: 'resident' } }, { wasWrong: true })
    expect(slip.contacts[0]?.history).toBeUndefined()
  })

  it('takes as many of a list as it may hold, and lets a longer one of before shrink', () => {
    const tags = (count: number) => Array.from({ length: count }, (_, index) => `tag ${index}`)
    const db = ana()
    edit(db, 1, { set: { tags: tags(200) } })
    expect(() => edit(db, 1, { add: { tags: ['more'] } })).toThrow(
      '--tag takes up to 200 values, and there would be 201.',
    )
    const long = database({ contacts: [{ name: 'Ana Silva', tags: tags(203) }] })
    edit(long, 1, { set: { tags: tags(202) } })
    expect(long.contacts[0]?.tags).toHaveLength(202)
    expect(() => edit(long, 1, { set: { tags: tags(204) } })).toThrow('--tag takes up to 200')
  })

  it('takes tags away and adds others at once, in any case', () => {
    const db = database({ contacts: [{ name: 'Ana Silva', tags: ['one', 'two', 'three'] }] })
    edit(db, 1, { add: { tags: ['four'] }, untag: ['ONE', 'three'] })
    expect(db.contacts[0]?.tags).toEqual(['two', 'four'])
    edit(db, 1, { untag: ['two'] })
    expect(db.contacts[0]?.tags).toEqual(['four'])
  })

  it('that takes a tag away from somebody without tags is none', () => {
    const db = database({ contacts: [{ name: 'Ana Silva' }] })
    expect(edit(db, 1, { untag: ['one'] }).changes).toEqual([])
  })

  it('looks for doubles only among what is new', () => {
    const db = database({
      contacts: [
        { name: 'Ana Silva', emails: ['both@x.org'] },
        { name: 'Omar Aziz', emails: ['both@x.org'] },
      ],
    })
    edit(db, 1, { add: { emails: ['ana@x.org'] } })
    expect(db.contacts[0]?.emails).toEqual(['ana@x.org', 'both@x.org'])
  })

  it('never empties what is required', () => {
    expect(() => edit(ana(), 1, { set: { name: null } })).toThrow('person needs the whole name.')
  })
})

describe('an edit of what was shown', () => {
  it('is written when the record is still that one', () => {
    expect(edit(ana(), 1, { set: { stage: 'MS3' } }, { shown: { rev: 2 } }).changes.length).toBe(1)
  })

  it('is refused as busy when it was changed meanwhile', () => {
    expect(() => edit(ana(), 1, { set: { stage: 'MS3' } }, { shown: { rev: 1 } })).toThrow(
      expect.objectContaining({ kind: 'busy', exitCode: 5 }),
    )
  })

  it('is refused as busy when it was removed meanwhile', () => {
    expect(() => edit(ana(), 9, { set: {} }, { shown: { rev: 1 } })).toThrow(
      expect.objectContaining({
        kind: 'busy',
        message: '#9 was removed meanwhile, so your changes were not saved.',
      }),
    )
  })
})

describe('an edit of an interaction', () => {
  function coffee(): Database {
    return database({
      contacts: [{ name: 'Ana Silva' }, { name: 'Pat Moss', prospect: true }],
      interactions: [{ kind: 'coffee', on: '2026-11-20', contacts: [1] }],
    })
  }

  it('finds or makes its event', () => {
    const db = coffee()
    edit(db, 3, { eventName: 'ACC Meeting' })
    expect(db.events).toMatchObject([
      { id: 4, name: 'ACC Meeting', kind: 'coffee', on: '2026-11-20' },
    ])
    expect(db.interactions[0]?.event).toBe(4)
  })

  it('makes a contact of a prospect who is in it now', () => {
    const db = coffee()
    edit(db, 3, { set: { contacts: [1, 2] } })
    expect(db.contacts[1]?.prospect).toBe(undefined)
  })

  it('never leaves it without people', () => {
    expect(() => edit(coffee(), 3, { set: { contacts: [] } })).toThrow('needs the people')
  })

  it('made private takes along what it opened, and made open gives it back', () => {
    const db = database({
      contacts: [{ name: 'Ana Silva' }],
      interactions: [
        { id: 2, kind: 'coffee', on: '2026-11-20', contacts: [1] },
        { id: 3, kind: 'walk', on: '2026-11-20', contacts: [1] },
      ],
      followUps: [
        { id: 4, kind: 'promise', contact: 1, what: 'the notes', from: 2 },
        { id: 5, kind: 'promise', contact: 1, what: 'the slides', from: 3 },
        { id: 6, kind: 'reminder', contact: 1, what: 'the abstract', private: true },
      ],
    })
    edit(db, 2, { set: { private: true } })
    expect(db.followUps.map(each => each.private)).toEqual([true, undefined, true])
    edit(db, 2, { set: { private: null } })
    expect(db.followUps.map(each => each.private)).toEqual([undefined, undefined, true])
  })

  it('leaves what it opened as it is when it says nothing of private', () => {
    const db = database({
      contacts: [{ name: 'Ana Silva' }],
      interactions: [{ id: 2, kind: 'coffee', on: '2026-11-20', contacts: [1] }],
      followUps: [{ id: 4, kind: 'promise', contact: 1, what: 'a', from: 2, private: true }],
    })
    edit(db, 2, { set: { place: 'the park' } })
    expect(db.followUps[0]).toMatchObject({ private: true })
    expect(db.followUps[0]).not.toHaveProperty('rev')
  })
})

it('a season may not end before it begins, and may last one day', () => {
  const db = database({
    seasons: [
      {
        id: 1,
        uid: 'aaaaaaaaaaaaaaaa',
        createdAt: '2026-11-01T12:00:00.000Z',
        name: 'Step 1',
        kind: 'boards',
        pace: 'pause',
        from: '2026-11-10',
        until: '2026-11-30',
      },
    ],
  })
  expect(() => edit(db, 1, { set: { until: '2026-11-09' } })).toThrow(
    'It would end on Mon 9 Nov 2026, before it starts on Tue 10 Nov 2026.',
  )
  expect(edit(db, 1, { set: { until: '2026-11-10' } }).changes).toHaveLength(1)
})
