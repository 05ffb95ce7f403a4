import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merged, mergeOf } from '../../../src/domain/change/merge.ts'
import { CIRCLES, ROLES } from '../../../src/domain/data/choices.ts'
import { publicPart } from '../../../src/domain/data/lens.ts'
import type { Contact, Database } from '../../../src/domain/data/model.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'
const HOW = { today: TODAY }
const ONE = { keep: 1, other: 2 }

/** The one who stays after #2 was merged into #1; Omar (#3) is neither of them and stays as he is. */
function joined(keep: Partial<Contact>, other: Partial<Contact>): Contact {
  const db = database({
    contacts: [
      { id: 1, name: 'Lena Hoff', ...keep },
      { id: 2, name: 'Lena Hoff', ...other },
      { id: 3, name: 'Omar Aziz', role: 'peer', note: 'Two dogs.' },
    ],
  })
  const before = structuredClone(db.contacts[2])
  changing(db, each => merged(each, ONE, HOW))
  const [contact, omar, ...rest] = db.contacts
  if (!contact || rest.length) throw new Error('one person was expected beside Omar')
  expect(omar).toEqual(before)
  return contact
}

describe('fields of two become one', () => {
  it('by taking what the one who stays has not', () => {
    const contact = joined({ role: 'faculty' }, { specialty: 'cardiology', every: 30 })
    expect(contact).toMatchObject({ role: 'faculty', specialty: 'cardiology', every: 30 })
    expect(contact.note).toBeUndefined()
  })

  it('by making lists longer, what stood there first', () => {
    const contact = joined(
      { emails: ['l@x.org'], circles: ['mentor'], history: ['2026-01-01 stage: MS3 -> MS4'] },
      {
        emails: ['L@X.org', 'lena@y.org'],
        circles: ['mentor', 'research'],
        history: ['2025-01-01 stage: MS2 -> MS3'],
      },
    )
    expect(contact.emails).toEqual(['l@x.org', 'lena@y.org'])
    expect(contact.circles).toEqual(['mentor', 'research'])
    expect(contact.history?.map(line => line.slice(0, 4))).toEqual(['2025', '2026'])
  })

  it('by keeping in the note what stands there otherwise', () => {
    const contact = joined(
      { role: 'faculty', note: 'Two cats.', every: 90, metOn: '2026-01-02' },
      { name: 'Léna Hoff, MD', role: 'attending', note: 'A boat.', every: 30, metOn: '2025-01-02' },
    )
    expect(contact.role).toBe('faculty')
    expect(contact.note).toBe(
      'Two cats.\nA boat.\n2026-11-21: merged with #2; name: Léna Hoff, MD; role: attending; ' +
        'met on: 2025-01-02; rhythm: 30d',
    )
  })

  it('with a birthday by the one that has its year', () => {
    expect(joined({ birthday: '--03-09' }, { birthday: '1990-03-09' }).birthday).toBe('1990-03-09')
    expect(joined({ birthday: '1990-03-09' }, { birthday: '--03-09' })).toMatchObject({
      birthday: '1990-03-09',
    })
    expect(joined({ birthday: '--03-09' }, { birthday: '--03-10' }).note).toContain('--03-10')
  })

  it('with the year of the birthday of the one who stays where both have one', () => {
    const contact = joined({ birthday: '1990-03-09' }, { birthday: '1991-03-09' })
    expect(contact.birthday).toBe('1990-03-09')
    expect(contact.note).toBe('2026-11-21: merged with #2; birthday: 1991-03-09')
  })

  it('and blanks or capitals are no difference, nor lines of a list that stand in both', () => {
    const contact = joined(
      { stage: 'MS3', tags: ['Chess ', 'boats'] },
      { stage: ' ms3', tags: [' chess', 'boats', 'cats'] },
    )
    expect(contact).toMatchObject({ stage: 'MS3', tags: ['Chess ', 'boats', 'cats'] })
    expect(contact).not.toHaveProperty('note')
  })

  it('and who introduced them otherwise is noted by name', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Lena Hoff', introducedBy: 3 },
        { id: 2, name: 'Lena Hoff', introducedBy: 4 },
        { id: 3, name: 'Omar Aziz' },
        { id: 4, name: 'Kai Berg' },
      ],
    })
    changing(db, each => merged(each, ONE, HOW))
    expect(db.contacts[0]).toMatchObject({
      introducedBy: 3,
      note: '2026-11-21: merged with #2; introduced by: Kai Berg (#4)',
    })
  })

  it('and a year of graduation like the number of the one who stays is taken', () => {
    expect(joined({}, { graduationYear: 1 })).toMatchObject({ graduationYear: 1 })
  })

  it('and whoever is a contact, or present, under one number is so under both', () => {
    expect(joined({ prospect: true, archived: true }, {})).toEqual(
      expect.not.objectContaining({ prospect: true, archived: true }),
    )
    expect(joined({ prospect: true }, { prospect: true }).prospect).toBe(true)
    expect(joined({ quiet: '2026-12-01' }, { quiet: 'until-woken' }).quiet).toBe('until-woken')
  })

  it('and put-offs are counted as for the one who was put off more', () => {
    expect(joined({ snoozes: 1 }, { snoozes: 3 }).snoozes).toBe(3)
    expect(joined({ snoozes: 3 }, { snoozes: 1 }).snoozes).toBe(3)
    expect(joined({ snoozes: 2 }, {}).snoozes).toBe(2)
    expect(joined({}, { snoozes: 2 }).snoozes).toBe(2)
    expect(joined({}, {})).not.toHaveProperty('snoozes')
  })

  it('and the one who stays keeps their own stamps, and none goes to the note', () => {
    const stamps = { createdAt: '2026-02-02T12:00:00.000Z', uid: 'k'.repeat(16), rev: 4 }
    const own = { ...stamps, updatedAt: '2026-11-20T10:00:00.000Z' }
    const contact = joined(own, { rev: 2, updatedAt: '2026-11-19T10:00:00.000Z' })
    expect(contact).toMatchObject({ id: 1, ...own })
    expect(contact).not.toHaveProperty('note')
    expect(joined({}, { rev: 2, updatedAt: own.updatedAt })).not.toHaveProperty('rev')
  })

  it('and what a later version wrote otherwise is kept in the note', () => {
    const pager = (number: string): Partial<Contact> & { pager: string } => ({ pager: number })
    expect(joined(pager('1'), pager('2')).note).toBe('2026-11-21: merged with #2; pager: "2"')
    expect(joined(pager('1'), pager('1'))).not.toHaveProperty('note')
  })

  it('and what a later version wrote is kept', () => {
    const other: Partial<Contact> & { pager?: string } = { pager: '4711' }
    expect(joined({}, other)).toMatchObject({ pager: '4711' })
  })
})

describe('records of both lead to one', () => {
  function network(): Database {
    return database({
      contacts: [
        { id: 1, name: 'Lena Hoff', introducedBy: 2 },
        { id: 2, name: 'Dr. L. Hoff', introducedBy: 1 },
        { id: 3, name: 'Omar Aziz', introducedBy: 2 },
      ],
      interactions: [
        { id: 10, kind: 'coffee', on: '2026-11-01', contacts: [2] },
        { id: 11, kind: 'lunch', on: '2026-11-02', contacts: [1, 2, 3] },
        { id: 12, kind: 'call', on: '2026-11-03', contacts: [3] },
      ],
      followUps: [
        { id: 20, kind: 'thank-you', contact: 1, what: 'the lunch', due: '2026-11-03', from: 11 },
        { id: 21, kind: 'thank-you', contact: 2, what: 'the lunch', due: '2026-11-03', from: 11 },
        { id: 22, kind: 'meeting', contact: 1, others: [2, 3], what: 'meeting' },
        { id: 23, kind: 'meeting', contact: 3, others: [2], what: 'meeting' },
        { id: 24, kind: 'promise', contact: 2, what: 'the abstract', closed: 'done' },
        { id: 25, kind: 'promise', contact: 2, what: 'the abstract' },
        { id: 26, kind: 'thank-you', contact: 3, what: 'the lunch', due: '2026-11-03', from: 11 },
        { id: 27, kind: 'thank-you', contact: 2, what: 'the lunch', due: '2026-11-04', from: 11 },
        { id: 28, kind: 'reminder', contact: 1, what: 'the abstract' },
      ],
      questions: [
        {
          id: 30,
          uid: 'q'.padStart(16, 'u'),
          createdAt: '2026-01-01T12:00:00.000Z',
          contact: 2,
          text: 'Why?',
        },
      ],
    })
  }

  it('each once, and nobody introduces themselves', () => {
    const db = network()
    changing(db, each => merged(each, ONE, HOW))
    expect(db.contacts.map(each => [each.id, each.introducedBy])).toEqual([
      [1, undefined],
      [3, 1],
    ])
    expect(db.interactions.map(each => each.contacts)).toEqual([[1], [1, 3], [3]])
    expect(db.followUps.map(each => [each.contact, each.others])).toEqual([
      [1, undefined],
      [1, undefined],
      [1, [3]],
      [3, [1]],
      [1, undefined],
      [1, undefined],
      [3, undefined],
      [1, undefined],
      [1, undefined],
    ])
    expect(db.questions[0]?.contact).toBe(1)
  })

  it('a loop that was open under both is let go once, and the answer counts it all', () => {
    const db = network()
    const answer = merged(db, ONE, HOW)
    expect(db.followUps[1]).toMatchObject({ closed: 'dropped', closedOn: '2026-11-21' })
    expect(answer.settled.map(each => each.id)).toEqual([21])
    expect(db.followUps.map(each => each.closed)).toEqual([
      ...[undefined, 'dropped', undefined, undefined, 'done', undefined, undefined, undefined],
      undefined,
    ])
    expect(answer.moved).toEqual({
      interactions: 2,
      followUps: 6,
      questions: 1,
      contacts: 1,
      other: 0,
    })
    expect(answer.gone).toEqual({ id: 2, name: 'Dr. L. Hoff' })
  })

  it('and an event or a follow-up of their number stays what it leads to', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'A' },
        { id: 2, name: 'B' },
      ],
      interactions: [{ id: 10, kind: 'coffee', on: '2026-11-01', contacts: [1], event: 2 }],
    })
    const { moved } = changing(db, each => merged(each, ONE, HOW))
    expect(db.interactions[0]?.event).toBe(2)
    expect(moved).toEqual({ interactions: 0, followUps: 0, questions: 0, contacts: 0, other: 0 })
  })

  it('asking what it would do changes nothing', () => {
    const db = network()
    const before = structuredClone(db)
    expect(mergeOf(db, ONE, TODAY).moved.interactions).toBe(2)
    expect(db).toEqual(before)
  })
})

it('nobody is merged with themselves, nor somebody who is gone or was changed meanwhile', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'A' },
      { id: 2, name: 'B' },
    ],
  })
  expect(() => merged(db, { keep: 1, other: 1 }, HOW)).toThrow('That is the same person twice: #1.')
  expect(() => merged(db, { keep: 1, other: 9 }, HOW)).toThrow('There is no person #9.')
  expect(() => merged(db, ONE, { ...HOW, shown: [{ id: 2, rev: 3 }] })).toThrow(
    'B (#2) was changed meanwhile, so nothing was merged.',
  )
})

it('outside the screen neither private fields nor the support circle are told', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'A' },
      { id: 2, name: 'A', worries: ['anatomy'], circles: ['support', 'mentor'], privateNote: 'x' },
    ],
  })
  const { joined, contact } = mergeOf(publicPart(db), ONE, TODAY)
  expect(joined.map(each => [each.name, each.value])).toEqual([['circles', 'mentor']])
  expect(contact.worries).toEqual([])
})

const line = fc
  .string({ unit: fc.constantFrom(...'abÄé 1'), minLength: 1, maxLength: 5 })
  .map(text => `x${text}`)
const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 3 })
const fields = fc.record(
  {
    nickname: line,
    role: fc.constantFrom(...ROLES),
    circles: fc.uniqueArray(fc.constantFrom(...CIRCLES), { minLength: 1 }),
    emails: fc.uniqueArray(fc.constantFrom('a@x.org', 'b@x.org', 'C@x.org'), { minLength: 1 }),
    stage: line,
    institution: line,
    graduationYear: fc.integer({ min: 2000, max: 2030 }),
    metOn: fc.constantFrom('2026-01-01', '2026-02-02'),
    interests: lines,
    worries: lines,
    tags: lines,
    every: fc.integer({ min: 1, max: 99 }),
    why: line,
    note: line,
    privateNote: line,
  },
  { requiredKeys: [] },
)
const talks = fc.array(fc.uniqueArray(fc.constantFrom(1, 2, 3), { minLength: 1 }), { maxLength: 8 })

it('a merge keeps every interaction and every value', () => {
  fc.assert(
    fc.property(fields, fields, line, talks, (keep, other, name, people) => {
      const db = database({
        contacts: [
          { id: 1, name: 'Lena Hoff', ...keep },
          { id: 2, name, ...other },
          { id: 3, name: 'Omar Aziz' },
        ],
        interactions: people.map((contacts, index) => {
          return { id: 10 + index, kind: 'coffee', on: '2026-11-01', contacts }
        }),
      })
      const before = structuredClone(db)
      changing(db, each => merged(each, ONE, HOW))
      const one = JSON.stringify(db.contacts[0]).toLowerCase()
      const values = before.contacts
        .slice(0, 2)
        .flatMap(contact =>
          Object.entries(contact).flatMap(([key, value]) =>
            key === 'id' || key === 'uid' || key === 'createdAt'
              ? []
              : Object.values(Object(value) === value ? value : [value]),
          ),
        )
      const lost = values.filter(value => !one.includes(String(value).trim().toLowerCase()))
      expect(lost).toEqual([])
      expect(db.interactions.map(each => each.contacts.toSorted())).toEqual(
        people.map(contacts => [...new Set(contacts.map(id => (id === 2 ? 1 : id)))].sort()),
      )
    }),
    { numRuns: 300 },
  )
})
