import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LISTS, type Stamped } from '../../src/domain/data/model.ts'
import { checkDatabase } from '../../src/store/check.ts'
import { serialize } from '../../src/store/data-file.ts'
import { rescued } from '../../src/store/rescue.ts'
import { mostIdIn, type Salvaged, salvage } from '../../src/store/salvage.ts'
import { database } from '../support/database.ts'
import { fileWith, stamped } from '../support/store.ts'

const WHOLE = database({
  contacts: Array.from({ length: 12 }, (_, i) => ({ name: `Person ${i}`, note: 'a "b" {c}\n[1]' })),
  interactions: Array.from({ length: 30 }, (_, i) => {
    return { contacts: [(i % 12) + 1, ((i + 5) % 12) + 1], kind: 'coffee', on: '2026-11-01' }
  }),
  followUps: Array.from({ length: 10 }, (_, i) => {
    return { kind: 'promise', what: 'the “paper” 😀', contact: i + 1, due: '2026-12-01' }
  }),
})
const TEXT = serialize(WHOLE)
const MINIFIED = JSON.stringify(WHOLE)
const STAT = { mtime: new Date('2026-11-21T09:00:00Z') } as never
const tools = { uid: () => 'z'.repeat(16), now: '2026-11-21T09:00:00.000Z' }

it('a whole text is read whole', () => {
  const found = salvage(TEXT)
  expect(found.flaws).toEqual([])
  expect(rescued(found, STAT, tools)).toEqual({ db: WHOLE, leftOut: [] })
})

it.each([
  ['as netmed writes it', TEXT],
  ['in one line', MINIFIED],
])('cut at any place, every record before the cut is there: %s', (_, text) => {
  const ends = recordEnds(text)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 2 }), at => {
      const found = salvage(text.slice(0, at))
      expect(found.flaws[0]?.at).toBeLessThanOrEqual(at)
      for (const { list, record, end } of ends) {
        if (end <= at) expect(found.records.get(list)).toContainEqual(record)
      }
      expect(isSound(found)).toBe(true)
    }),
    { numRuns: 400 },
  )
})

it('damaged at any place, every record before and, where that is clear, behind it is there', () => {
  const ends = recordEnds(TEXT)
  const junk = fc.constantFrom(
    '"',
    '{',
    '}',
    ']',
    '\\',
    ',',
    '\0',
    '\n',
    '<<<<<<< HEAD\n',
    '\ufffd',
  )
  fc.assert(
    fc.property(fc.nat(TEXT.length), fc.nat(40), junk, (at, length, put) => {
      const found = salvage(TEXT.slice(0, at) + put + TEXT.slice(at + length))
      const { db } = rescued(structuredClone(found), STAT, tools)
      const broken = found.flaws[0]?.at ?? TEXT.length
      for (const { list, record, end } of ends) {
        if (end <= Math.min(at, broken)) expect(found.records.get(list)).toContainEqual(record)
      }
      expect(LISTS.reduce((count, list) => count + db[list].length, 0)).toBeGreaterThan(
        ends.length - 12,
      )
      expect(isSound(found)).toBe(true)
    }),
    { numRuns: 400 },
  )
})

it('no text makes it fail, and what it saves can be read', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), text => isSound(salvage(text))))
})

it('a text that is broken everywhere is gone through once', () => {
  const text = `{"contacts": [${'{"id": 1, "note": {"'.repeat(50_000)}`
  expect(salvage(text).records.get('contacts')).toEqual([])
})

it('a record that lacks its end costs no other one', () => {
  const two = [1, 2, 3].map(id => JSON.stringify(stamped(id, { name: `Person ${id}` })))
  const text = `{"schemaVersion":3,"contacts":[${two[0]},${two[1]?.slice(0, -1)},${two[2]}]}`
  expect(salvage(text).records.get('contacts')).toHaveLength(2)
})

it('after a bad merge the newer of two is taken', () => {
  const [old, fresh] = ['Ana Ruiz', 'Ana Silva'].map((name, i) =>
    JSON.stringify(stamped(1, { updatedAt: `2026-11-2${i}T08:00:00.000Z`, name })),
  )
  const text = fileWith({}).replace(
    /}$/,
    `,"contacts":[\n<<<<<<< a\n${fresh}\n=======\n${old}\n>>>>>>> b\n]}`,
  )
  const { db } = rescued(salvage(text), STAT, tools)
  expect(db.contacts.map(each => each.name)).toEqual(['Ana Silva'])
})

it('what refers to a lost record is put right, and nothing else', () => {
  const talk = (id: number, contacts: number[]) =>
    stamped(id, { contacts, kind: 'coffee', on: '2026-11-01' })
  const text = fileWith({
    contacts: [stamped(1, { name: 'Ana' })],
    interactions: [
      talk(3, [1, 2]),
      talk(4, [2]),
      stamped(5, { contacts: [1], kind: 'coffee', on: '2026-11-31' }),
    ],
  })
  const { db, leftOut } = rescued(salvage(text), STAT, tools)
  expect(db.interactions.map(({ id, contacts }) => [id, contacts])).toEqual([[3, [1]]])
  expect(leftOut.map(each => each.path)).toEqual([
    'interactions[2].on',
    'interactions[0].contacts[1]',
    'interactions[1].contacts[0]',
  ])
})

it.each([
  ['{"id": 7, "x": "\\"id\\": 9"', 7],
  ['"nextId":12', 11],
  ['"id": 99999999999999999999, "id": 5', 5],
  ['', 0],
])('the largest number in %s is %i', (text, most) => {
  expect(mostIdIn(text)).toBe(most)
})

function isSound(found: Salvaged): boolean {
  const { db } = rescued(found, STAT, tools)
  const misfits: string[] = []
  checkDatabase(db, place => misfits.push(place))
  expect(misfits).toEqual([])
  return JSON.parse(serialize(db)) !== undefined
}

/** Where each record ends in the text. */
function recordEnds(text: string) {
  const ids = LISTS.flatMap(list =>
    ([...WHOLE[list]] as Stamped[]).map(record => ({ list, record })),
  )
  return ids.map(({ list, record }) => {
    const layouts = [JSON.stringify(record), indented(record)]
    const begin = Math.max(...layouts.map(each => text.indexOf(each)))
    return {
      list,
      record,
      end:
        begin +
        (text.includes(indented(record)) ? indented(record) : JSON.stringify(record)).length,
    }
  })
}

function indented(record: object): string {
  return JSON.stringify(record, null, 2).replaceAll('\n', '\n    ')
}
