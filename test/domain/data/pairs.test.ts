import { expect, expectTypeOf, it } from 'vitest'
import { FIELDS } from '../../../src/domain/data/fields.ts'
import {
  type Database,
  emptyDatabase,
  type Reference,
  type Stamped,
} from '../../../src/domain/data/model.ts'
import { readValue } from '../../../src/domain/data/reading.ts'
import { dropReference } from '../../../src/domain/data/records.ts'
import { idsIn, replaceIds } from '../../../src/domain/data/references.ts'
import { type Fields, named, type Pair, pairs } from '../../../src/domain/data/rows.ts'
import { checkDatabase, shapesOf } from '../../../src/store/check.ts'
import { stamped } from '../../support/store.ts'

// No field of the file holds pairs yet, so this table has one: who is good at what.

const ROWS = { strengths: pairs('contacts', 'who is good at what', { flag: 'strength' }) }
const TABLE = { ...FIELDS, events: [...FIELDS.events, ...named(ROWS)] }
const STRENGTHS: Reference = {
  list: 'events',
  field: 'strengths',
  to: 'contacts',
  many: true,
  goesWith: false,
}
const [ROW = FIELDS.events[0]] = named(ROWS)

it('the type of a field of pairs is a list of them that may be absent', () => {
  expectTypeOf<Fields<typeof ROWS>>().toEqualTypeOf<{ strengths?: Pair[] }>()
})

it('a pair is typed as a name and words', () => {
  expect(ROW && readValue(ROW, 'Priya: renal physiology', '2026-11-21')).toEqual({
    who: 'Priya',
    text: 'renal physiology',
  })
  expect(() => ROW && readValue(ROW, 'Priya', '2026-11-21')).toThrow(
    '"Priya" doesn\'t say who and what.',
  )
})

it('whom pairs speak of is found, and follows into another file', () => {
  const group = study(['physiology', 1], ['anatomy', 2])
  expect(idsIn(group, STRENGTHS)).toEqual([1, 2])
  replaceIds(group, STRENGTHS, id => id + 10)
  expect(group.strengths).toEqual([
    { contact: 11, text: 'physiology' },
    { contact: 12, text: 'anatomy' },
  ])
})

it('two people who become one keep what was said of both, once each', () => {
  const group = study(['physiology', 1], ['physiology', 2], ['anatomy', 2])
  replaceIds(group, STRENGTHS, () => 1)
  expect(group.strengths).toEqual([
    { contact: 1, text: 'physiology' },
    { contact: 1, text: 'anatomy' },
  ])
})

it('whoever is removed goes from the pairs, and the last one takes the field along', () => {
  const group = study(['physiology', 1], ['anatomy', 2])
  const db = emptyDatabase()
  dropReference(db, group, STRENGTHS, 1)
  expect(group.strengths).toEqual([{ contact: 2, text: 'anatomy' }])
  dropReference(db, group, STRENGTHS, 2)
  expect('strengths' in group).toBe(false)
})

it.each([
  [[], undefined],
  [[{ contact: 1, text: 'physiology' }], undefined],
  [
    [{ contact: 5, text: 'x' }],
    'strengths[0].contact: the number of a contact; there is no contact 5',
  ],
  [[{ text: 'x' }], 'strengths[0]: a person and a word or two, { contact, text }'],
  [[{ contact: 1, text: '' }], 'strengths[0]: a person and a word or two, { contact, text }'],
  ['physiology', 'strengths: a list in [ ]'],
  [[{ contact: 1, text: 'x'.repeat(2001) }], 'strengths[0]: a person and a word or two'],
  [Array.from({ length: 201 }, () => ({ contact: 1, text: 'x' })), 'strengths: up to 200 of them'],
])('the check of the file looks into pairs (%#)', (strengths, expected) => {
  const group = stamped(2, { name: 'Study', kind: 'study-session', on: '2026-11-01', strengths })
  const lists: object = { contacts: [stamped(1, { name: 'Priya' })], events: [group] }
  const db: Database = { ...emptyDatabase(), meta: { nextId: 9, rev: 1 }, ...lists }
  const found: string[] = []
  checkDatabase(db, (path, what) => found.push(`${path}: ${what}`), shapesOf(TABLE))
  expect(found[0]?.slice(0, 'events[0].'.length + (expected?.length ?? 0))).toBe(
    expected && `events[0].${expected}`,
  )
})

function study(...said: [string, number][]): Stamped & { strengths?: Pair[] } {
  const strengths = said.map(([text, contact]) => ({ contact, text }))
  return { id: 9, uid: 'x', createdAt: '2026-11-01T10:00:00.000Z', strengths }
}
