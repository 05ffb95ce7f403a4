import { describe, expect, it } from 'vitest'
import {
  type Database,
  emptyDatabase,
  type ListName,
  type Stamped,
} from '../../src/domain/data/model.ts'
import { checkChange, checkDatabase, type Doing } from '../../src/store/check.ts'
import { stamped } from '../support/store.ts'

it.each([
  [{ name: 7 }, 'contacts[0].name: a name'],
  [{ name: '' }, 'contacts[0].name: a name'],
  [{ name: 'A\u001b[2J' }, 'contacts[0].name: a name'],
  [{ hometown: 'a\nb' }, 'contacts[0].hometown: one line of text'],
  [{ note: ['a'] }, 'contacts[0].note: text'],
  [{ emails: ['a@b.edu', 'ana'] }, 'contacts[0].emails[1]: an email address'],
  [{ emails: 'a@b.edu' }, 'contacts[0].emails: a list in [ ]'],
  [{ metOn: '2026-02-29' }, 'contacts[0].metOn: a day such as 2026-03-09'],
  [{ metOn: '2026-3-9' }, 'contacts[0].metOn: a day such as 2026-03-09'],
  [{ metOn: '2026-06-31' }, 'contacts[0].metOn: a day such as 2026-03-09'],
  [{ birthday: '-03-09' }, 'contacts[0].birthday: a day such as 1990-03-09 or --03-09'],
  [{ birthday: '--02-30' }, 'contacts[0].birthday: a day such as 1990-03-09 or --03-09'],
  [{ every: 1.5 }, 'contacts[0].every: a whole number of days from 0 to 36,500'],
  [{ every: '30d' }, 'contacts[0].every: a whole number of days from 0 to 36,500'],
  [{ quiet: 'always' }, 'contacts[0].quiet: a day or "until-woken"'],
  [{ archived: 'yes' }, 'contacts[0].archived: true or false'],
  [
    { introducedBy: 99 },
    'contacts[0].introducedBy: the number of a contact; there is no contact 99',
  ],
  [{ introducedBy: 3 }, 'contacts[0].introducedBy: the number of a contact; there is no contact 3'],
  [{ uid: 'ABC' }, 'contacts[0].uid: 16 letters a-z or digits'],
  [{ createdAt: 'today' }, 'contacts[0].createdAt: a moment such as 2026-03-09T08:30:00.000Z'],
  [{ rev: -1 }, 'contacts[0].rev: a whole number from 0'],
  [{ id: 1.5 }, 'contacts[0].id: a whole number from 1'],
  [{ id: 500 }, 'contacts[0].id: a number below meta.nextId, which is 100'],
  [{ id: 3 }, 'interactions[0].id: a number that no other record has; 3 is there twice'],
  [{ uid: 'aaaaaaaaaaaaaaa2' }, 'contacts[1].uid: a uid that no other record has'],
  [JSON.parse('{"__proto__": 1}'), 'contacts[0].__proto__: another name for this field'],
  [{ extra: [{ constructor: 1 }] }, 'contacts[0].extra.0.constructor: another name for this field'],
  [{ extra: nested(60) }, `contacts[0].extra${'.in'.repeat(51)}: fewer levels`],
])('a contact with %j is found out', (fields, expected) => {
  const db = network()
  Object.defineProperties(db.contacts[0], Object.getOwnPropertyDescriptors(fields))
  expect(misfitOf(db)).toBe(expected)
})

const COFFEE = { kind: 'coffee', on: '2026-11-01' }

it.each([
  [{ contacts: {} }, 'contacts: a list in [ ]'],
  [{ contacts: [null] }, 'contacts[0]: a record in { }'],
  [{ contacts: [stamped(1, {})] }, 'contacts[0].name: a name'],
  [{ contacts: [{ id: 1, name: 'Ana' }] }, 'contacts[0].uid: 16 letters a-z or digits'],
  [
    { interactions: [stamped(9, { kind: 'tea', on: '2026-11-01', contacts: [1] })] },
    /^interactions\[0]\.kind: one of coffee, lunch, walk/,
  ],
  [
    { interactions: [stamped(9, { ...COFFEE, contacts: [1, 8] })] },
    'interactions[0].contacts[1]: the number of a contact; there is no contact 8',
  ],
  [
    { interactions: [stamped(9, { ...COFFEE, contacts: [1], debrief: { likes: 3 } })] },
    'interactions[0].debrief: a map of texts in { }',
  ],
  [
    { followUps: [stamped(9, { kind: 'reply', what: 'x', contact: 1, from: 2 })] },
    'followUps[0].from: the number of an interaction; there is no interaction 2',
  ],
  [
    { followUps: [stamped(9, { kind: 'meeting', what: 'x', at: '24:00' })] },
    'followUps[0].at: a time such as 15:00',
  ],
  [
    { profile: { graduationYear: 'soon' } },
    'profile.graduationYear: a whole number from 0 to 999,999',
  ],
  [{ profile: [] }, 'profile: fields in { }'],
  [{ settings: { style: true } }, 'settings.style: a number or text'],
  [{ settings: 5 }, 'settings: fields in { }'],
  [{ meta: { nextId: 0, rev: 0 } }, 'meta.nextId: a whole number from 1'],
  [{ meta: { nextId: 9, rev: 'x' } }, 'meta.rev: a whole number from 0'],
  [{ meta: { nextId: 9, rev: 1, redo: 3 } }, 'meta.redo: a list of whole numbers'],
  [{ meta: 'x' }, 'meta: fields in { }'],
  [{ plugins: { prototype: 1 } }, 'plugins.prototype: another name for this field'],
])('a file with %j is found out', (parts, expected) => {
  const db = { ...network(), ...parts }
  if (typeof expected === 'string') expect(misfitOf(db)).toBe(expected)
  else expect(misfitOf(db)).toMatch(expected)
})

it('everything that the program writes passes, and so do unknown fields', () => {
  const full = {
    name: 'Ana Silva',
    emails: ['ana@x.edu'],
    circles: ['mentor'],
    birthday: '--02-29',
    metOn: '2024-02-29',
    quiet: 'until-woken',
    introducedBy: 2,
    rev: 2,
    updatedAt: '2026-11-02T08:00:00.000Z',
    shoeSize: { left: [38] },
  }
  const db = { ...network(), plugins: ['x'] }
  Object.assign(db.contacts[0] ?? {}, full)
  expect(misfitOf(db)).toBeUndefined()
})

function network(): Database {
  return {
    ...emptyDatabase(),
    meta: { nextId: 100, rev: 1 },
    ...records({
      contacts: [stamped(1, { name: 'Ana' }), stamped(2, { name: 'Ben' })],
      interactions: [stamped(3, { kind: 'coffee', on: '2026-11-01', contacts: [1, 2] })],
    }),
  }
}

it('all that does not fit can be collected, each place once', () => {
  const db = {
    ...network(),
    ...records({
      contacts: [stamped(1, { name: 7, role: 'boss' }), [], stamped(2, { name: 'Ana', rev: -1 })],
      interactions: [stamped(2, { kind: 'coffee', on: 'monday', contacts: [1, 'x', 9] })],
      questions: [{ id: 'four', text: 'Why?' }],
    }),
  }
  const found: string[] = []
  checkDatabase(db, path => found.push(path))
  expect(found).toEqual([
    'questions[0].id',
    'questions[0].uid',
    'questions[0].createdAt',
    'contacts[0].name',
    'contacts[0].role',
    'contacts[1]',
    'contacts[2].rev',
    'interactions[0].on',
    'interactions[0].contacts[1]',
    'interactions[0].uid',
    'interactions[0].id',
    'interactions[0].contacts[2]',
  ])
})

it('a file without its parts is looked into no further', () => {
  const found: string[] = []
  checkDatabase({ ...network(), ...records({}), meta: [], contacts: {} } as never, path =>
    found.push(path),
  )
  expect(found).toEqual(['meta', 'contacts'])
})

/** As the check sees them: nobody has vouched for their types. */
function records(lists: Record<string, object[]>): Partial<Database> {
  return lists as Partial<Database>
}

function nested(depth: number): object {
  return depth === 0 ? {} : { in: nested(depth - 1) }
}

/** The path and what was expected there; undefined when everything fits. */
function misfitOf(db: object): string | undefined {
  try {
    // What a file holds is only known to be a database once it is checked.
    checkDatabase(db as Database, (path, expected) => {
      throw new Misfit(`${path}: ${expected}`)
    })
  } catch (error) {
    if (error instanceof Misfit) return error.message
    throw error
  }
  return undefined
}

class Misfit extends Error {}

describe('a day of the file', () => {
  it.each([
    ...['2026-01-31', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31'],
    ...['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31', '2026-02-28'],
    ...['2024-02-29', '2000-02-29', '1900-01-01', '2200-12-31', '2026-01-01', '2026-12-01'],
  ])('%s is one', metOn => {
    expect(withFields({ metOn })).toBe(undefined)
  })

  it.each([
    ...['2026-01-32', '2026-03-32', '2026-04-31', '2026-05-32', '2026-06-31', '2026-07-32'],
    ...['2026-08-32', '2026-09-31', '2026-10-32', '2026-11-31', '2026-12-32', '2026-02-29'],
    ...['1900-02-29', '2026-00-01', '2026-13-01', '2026-01-00', '2026-0a-01', '2026-01-0:'],
    ...[
      '2026/01/01',
      '2026-01/01',
      '20260101',
      '1899-12-31',
      '2201-01-01',
      '2026-01-011',
      ' 026-01-01',
      '',
    ],
  ])('%j is none', metOn => {
    expect(withFields({ metOn })).toBe('contacts[0].metOn: a day such as 2026-03-09')
  })

  it.each([[20_260_101], [['2026-01-01']], [true]])('%j is none', metOn => {
    expect(withFields({ metOn })).toBe('contacts[0].metOn: a day such as 2026-03-09')
  })
})

it.each(['0'.repeat(16), '9'.repeat(16), 'a'.repeat(16), 'z'.repeat(16)])('%s is a uid', uid => {
  expect(withFields({ uid })).toBe(undefined)
})

it.each([
  ...['a'.repeat(15), 'a'.repeat(17), `${'a'.repeat(15)}/`, `${'a'.repeat(15)}:`],
  ...[`${'a'.repeat(15)}\``, `${'a'.repeat(15)}{`, `A${'a'.repeat(15)}`, 7],
])('%j is no uid', uid => {
  expect(withFields({ uid })).toBe('contacts[0].uid: 16 letters a-z or digits')
})

it.each([
  [{ birthday: '--02-29' }, undefined],
  [{ birthday: '1990-03-09' }, undefined],
  [{ birthday: '--3-9' }, 'contacts[0].birthday: a day such as 1990-03-09 or --03-09'],
  [{ birthday: 309 }, 'contacts[0].birthday: a day such as 1990-03-09 or --03-09'],
  [{ every: 0 }, undefined],
  [{ every: -1 }, 'contacts[0].every: a whole number of days from 0 to 36,500'],
  [{ snoozes: 0 }, undefined],
  [{ snoozes: -1 }, 'contacts[0].snoozes: a whole number from 0'],
  [{ quiet: '2026-12-01' }, undefined],
  [{ archived: false }, undefined],
  [{ introducedBy: 0 }, 'contacts[0].introducedBy: the number of a record'],
  [
    { createdAt: '2026-02-30T08:00:00Z' },
    'contacts[0].createdAt: a moment such as 2026-03-09T08:30:00.000Z',
  ],
  [
    { updatedAt: '2026-02-28T08:00:00' },
    'contacts[0].updatedAt: a moment such as 2026-03-09T08:30:00.000Z',
  ],
  [{ rev: 0 }, undefined],
  [{ rev: 1.5 }, 'contacts[0].rev: a whole number from 0'],
  [{ id: 0 }, 'contacts[0].id: a whole number from 1'],
])('a contact with %j is judged by each value', (fields, expected) => {
  expect(withFields(fields)?.slice(0, expected?.length)).toBe(expected)
})

it.each<[object, string | undefined]>([
  [{ before: 0, redo: [0, 3], command: 'add', at: '2026-11-21T15:00:00Z' }, undefined],
  [{ before: -1 }, 'meta.before: a whole number from 0'],
  [{ redo: [1, -1] }, 'meta.redo: a list of whole numbers'],
  [{ redo: [-1, 1] }, 'meta.redo: a list of whole numbers'],
  [{ redo: [] }, undefined],
  [{ command: 3 }, 'meta.command: text'],
  [{ at: 'now' }, 'meta.at: a moment such as 2026-03-09T08:30:00.000Z'],
  [{ rev: -1 }, 'meta.rev: a whole number from 0'],
  [{ rev: 0 }, undefined],
  [{ further: { x: 1 } }, undefined],
  [{ further: { prototype: 1 } }, 'meta.further.prototype: another name for this field'],
])('what the file says of itself with %j is judged', (meta, expected) => {
  expect(misfitOf({ ...network(), meta: { nextId: 100, rev: 1, ...meta } })).toBe(expected)
})

it.each<[object, string | undefined]>([
  [JSON.parse('{"style": "any", "due.lines": 3}'), undefined],
  [{ style: null }, 'settings.style: a number or text'],
  [JSON.parse('{"__proto__": 1}'), 'settings.__proto__: another name'],
])('settings of %j are judged', (settings, expected) => {
  expect(misfitOf({ ...network(), settings } as Database)).toBe(expected)
})

describe('what the fields of one record are to each other', () => {
  const event = { name: 'ACC', kind: 'conference', on: '2026-11-20' }
  const season = { name: 'boards', kind: 'boards', pace: 'pause', from: '2026-11-20' }
  const loop = { kind: 'reminder', what: 'the form' }
  const met = { on: '2026-11-20', kind: 'coffee' }
  it.each<[ListName, object, string | undefined]>([
    ['events', { ...event, until: '2026-11-20' }, undefined],
    ['events', { ...event, until: '2026-11-19' }, 'until: a day that is not before its first'],
    ['seasons', { ...season, until: '2026-11-20' }, undefined],
    ['seasons', { ...season, until: '2026-11-19' }, 'until: a day that is not before its first'],
    ['followUps', { ...loop, closed: 'done', closedOn: '2026-11-20' }, undefined],
    ['followUps', { ...loop, closed: 'done' }, 'closedOn: the day it was closed'],
    ['followUps', { ...loop, closed: 'dropped' }, 'closedOn: the day it was closed'],
    ['interactions', { ...met, contacts: [1] }, undefined],
    ['interactions', { ...met, contacts: [] }, 'contacts: at least one person'],
    ['interactions', { ...met, contacts: [1, 1] }, 'contacts: each person once'],
    ['contacts', { name: 'Bo', introducedBy: 1 }, undefined],
    ['contacts', { name: 'Bo', introducedBy: 50 }, 'introducedBy: the number of another person'],
    ['contacts', { name: '\u00a0 ' }, 'name: a name'],
  ])('%s: %j', (list, fields, expected) => {
    const db = network()
    Object.assign(db, { [list]: [...db[list], stamped(50, fields)] })
    const where = `${list}[${db[list].length - 1}].`
    expect(misfitOf(db)).toBe(expected && where + expected)
  })
})

it.each<[object, string | undefined]>([
  [{ createdAt: '2026-01-01T23:59:59Z' }, undefined],
  [{ createdAt: '2026-01-01T24:00:00Z' }, 'createdAt: a moment such as 2026-03-09T08:30:00.000Z'],
  [{ createdAt: '2026-01-01T10:60:00Z' }, 'createdAt: a moment such as 2026-03-09T08:30:00.000Z'],
  [{ updatedAt: '2026-01-01T10:00:61Z' }, 'updatedAt: a moment such as 2026-03-09T08:30:00.000Z'],
  [{ every: 36_500 }, undefined],
  [{ every: 36_501 }, 'every: a whole number of days from 0 to 36,500'],
  [{ snoozes: 999_999 }, undefined],
  [{ snoozes: 1_000_000 }, 'snoozes: a whole number from 0 to 999,999'],
])('a contact with %j is as large as the calendar can hold', (fields, expected) => {
  expect(withFields(fields)).toBe(expected && `contacts[0].${expected}`)
})

it.each(['nextId', 'rev'])('meta.%s can still be counted on', key => {
  const db = network()
  const at = (value: number) => misfitOf({ ...db, meta: { ...db.meta, [key]: value } })
  expect(at(9_000_000_000_000_000)).toBe(undefined)
  expect(at(9_000_000_000_000_001)).toMatch(`meta.${key}: a whole number from `)
})

describe('the check of a change', () => {
  function changed(count: number, change: (db: Database) => Partial<Doing>) {
    const contacts = Array.from({ length: count }, (_, at) => stamped(10 + at, { name: `P${at}` }))
    const db = { ...network(), ...records({ contacts, interactions: [] }) }
    const found: string[] = []
    const doing = { named: new Set<Stamped>(), isAnythingGone: false, ...change(db) }
    checkChange(db, doing, (path, what) => found.push(`${path}: ${what}`))
    return found
  }
  const naming = (db: Database, count: number, fields: object) => {
    const named = db.contacts.slice(0, count)
    Object.assign(named.at(-1) ?? {}, fields)
    return { named: new Set<Stamped>(named) }
  }

  it.each([1, 10, 11, 12])('of %i records finds what is wrong in one of them', count => {
    const at = count - 1
    expect(changed(12, db => naming(db, count, { role: 'wizard' }))[0]).toContain(
      `contacts[${at}].role: one of `,
    )
    expect(changed(12, db => naming(db, count, { introducedBy: 99 }))).toEqual([
      `contacts[${at}].introducedBy: the number of a contact; there is no contact 99`,
    ])
    const other = count === 12 ? 10 : 21
    expect(changed(12, db => naming(db, count, { introducedBy: other }))).toEqual([])
  })

  it('does not look into those that the change has not named', () => {
    const wrong = (db: Database) => {
      Object.assign(db.contacts[1] ?? {}, { role: 'wizard' })
      return naming(db, 1, {})
    }
    expect(changed(12, wrong)).toEqual([])
    expect(changed(12, db => ({ ...wrong(db), isAnythingGone: true }))).toEqual([])
  })

  it('finds what refers to a record that is gone', () => {
    const gone = (db: Database) => {
      Object.assign(db.contacts[1] ?? {}, { introducedBy: 99 })
      return { isAnythingGone: true }
    }
    expect(changed(12, gone)).toEqual([
      'contacts[1].introducedBy: the number of a contact; there is no contact 99',
    ])
  })

  it('passes over a named record that is gone itself', () => {
    const ghost = (db: Database) => {
      const [first] = db.contacts.splice(0, 1)
      return { named: new Set<Stamped>(first ? [first] : []) }
    }
    expect(changed(3, ghost)).toEqual([])
  })

  it('looks at profile and settings', () => {
    const wrong = (db: Database) => {
      Object.assign(db, { profile: { name: 3 }, settings: { style: true } })
      return {}
    }
    expect(changed(1, wrong)).toEqual(['profile.name: a name', 'settings.style: a number or text'])
  })
})

it('every part that is missing is found out at once', () => {
  const found: string[] = []
  const broken = { ...network(), meta: 1, contacts: {} } as unknown as Database
  checkDatabase(broken, (path, what) => found.push(`${path}: ${what}`))
  expect(found).toEqual(['meta: fields in { }', 'contacts: a list in [ ]'])
})

/** What is wrong with a file whose first contact has these fields. */
function withFields(fields: object): string | undefined {
  const db = network()
  Object.assign(db.contacts[0] ?? {}, fields)
  return misfitOf(db)
}
