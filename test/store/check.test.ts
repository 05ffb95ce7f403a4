import { expect, it } from 'vitest'
import { type Database, emptyDatabase } from '../../src/domain/data/model.ts'
import { checkDatabase } from '../../src/store/check.ts'
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
  [{ every: 1.5 }, 'contacts[0].every: a whole number of days from 0'],
  [{ every: '30d' }, 'contacts[0].every: a whole number of days from 0'],
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
  [{ profile: { graduationYear: 'soon' } }, 'profile.graduationYear: a whole number from 0'],
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
