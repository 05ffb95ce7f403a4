import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  finished,
  type ImportedInteraction,
  type ImportedPerson,
} from '../../../src/domain/data/imported.ts'
import { type Contact, type Database, named } from '../../../src/domain/data/model.ts'
import {
  type ImportOptions,
  importCounts,
  importPeople,
} from '../../../src/domain/exchange/importing.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

type Fields = ImportedPerson['fields']

function imported(people: Fields[], more: Partial<ImportedPerson> = {}) {
  return {
    people: people.map((fields, index) => ({ fields, line: index + 1, ...more })),
    interactions: [],
    skipped: [],
  }
}

function run(db: Database, people: Fields[], options: Partial<ImportOptions> = {}) {
  return changing(db, db =>
    finished(importPeople(db, imported(people), { today: TODAY, ...options })),
  )
}

function withAna(fields: Partial<Contact> = {}): Database {
  return database({ contacts: [{ id: 1, name: 'Ana Silva', ...fields }] })
}

describe('somebody of a file', () => {
  it('who is not here is added, without a rhythm', () => {
    const db = withAna()
    const { entries } = run(db, [{ name: 'Omar Aziz', emails: ['omar@example.org'] }])
    expect(entries).toMatchObject([{ line: 1, status: 'new', contact: { id: 2 } }])
    expect(db.contacts[1]).toMatchObject({ name: 'Omar Aziz', emails: ['omar@example.org'] })
    expect(db.contacts[1]).not.toHaveProperty('every')
  })

  it.each<[string, Partial<Contact>, Fields, string]>([
    ['email', { emails: ['ANA@x.org'] }, { name: 'A. S.', emails: ['ana@x.org'] }, 'same'],
    [
      'profile link',
      { links: ['https://www.linkedin.com/in/ana-s/'] },
      { name: 'Ana S.', links: ['linkedin.com/in/ana-s'] },
      'same',
    ],
    [
      'name and institution',
      { institution: 'UCSF' },
      { name: 'ana silva', institution: 'ucsf' },
      'same',
    ],
    ['name alone, nothing else known', {}, { name: 'Dr. Ana Silva', area: 'Oakland' }, 'changed'],
  ])('is known again by %s', (_, here, there, status) => {
    const db = withAna(here)
    expect(run(db, [there]).entries).toMatchObject([{ status, contact: { id: 1 } }])
    expect(db.contacts).toHaveLength(1)
  })

  it('of the same name elsewhere is doubtful and left out', () => {
    const db = withAna({ institution: 'UCSF' })
    const { entries } = run(db, [{ name: 'Ana Silva', institution: 'Mayo' }])
    expect(entries).toMatchObject([{ status: 'doubtful', contact: null, candidates: [{ id: 1 }] }])
    expect(db.contacts).toHaveLength(1)
  })

  it('doubtful becomes whom the user says', () => {
    const db = withAna({ institution: 'UCSF' })
    const people = [{ name: 'Ana Silva', institution: 'Mayo', area: 'Rochester' }]
    run(db, people, { decisions: new Map([[1, 1]]) })
    expect(db.contacts[0]).toMatchObject({ institution: 'UCSF', area: 'Rochester' })
    run(db, people, { decisions: new Map([[1, 'new']]) })
    expect(db.contacts.map(each => each.institution)).toEqual(['UCSF', 'Mayo'])
  })

  it('with an address of two people is doubtful', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Ana Silva', emails: ['a@x.org'] },
        { id: 2, name: 'Omar Aziz', emails: ['o@x.org'] },
      ],
    })
    const { entries } = run(db, [{ name: 'Both', emails: ['a@x.org', 'o@x.org'] }])
    expect(entries[0]?.status).toBe('doubtful')
  })

  it('fills what is empty, adds to lists, and overwrites only with update', () => {
    const db = withAna({ emails: ['a@x.org'], institution: 'UCSF' })
    const people = [
      { name: 'Ana', emails: ['a@x.org', 'b@x.org'], institution: 'Mayo', area: 'SF' },
    ]
    expect(run(db, people).entries[0]?.fields).toEqual(['emails', 'area'])
    expect(db.contacts[0]).toMatchObject({ emails: ['a@x.org', 'b@x.org'], institution: 'UCSF' })
    run(db, people, { update: true })
    expect(db.contacts[0]).toMatchObject({
      institution: 'Mayo',
      history: ['2026-11-21 institution: UCSF -> Mayo'],
    })
  })

  it('meets another record of the same file only by uid or email', () => {
    const db = withAna()
    run(db, [
      { name: 'Omar Aziz', emails: ['o@x.org'] },
      { name: 'Omar Aziz' },
      { name: 'O. Aziz', emails: ['o@x.org'], area: 'SF' },
    ])
    expect(db.contacts.map(each => [each.name, each.area])).toEqual([
      ['Ana Silva', undefined],
      ['Omar Aziz', 'SF'],
      ['Omar Aziz', undefined],
    ])
  })

  it('gets the tag, once', () => {
    const db = withAna({ tags: ['phone'] })
    run(db, [{ name: 'Ana Silva' }, { name: 'Omar Aziz' }], { tag: 'phone' })
    expect(db.contacts.map(each => each.tags)).toEqual([['phone'], ['phone']])
  })
})

describe('a note of a file', () => {
  const NOTED = { name: 'Ana Silva' }
  /** Imports these lines for Ana, as a commit would name what it changed. */
  function noted(db: Database, ...notes: string[]) {
    const { entries } = changing(db, db =>
      finished(importPeople(db, imported([NOTED], { notes }), { today: TODAY })),
    )
    return { entry: entries[0], isNamed: named(db).touched.size > 0 }
  }

  it('is a change of the person, whose stamps the file moves then', () => {
    const { entry, isNamed } = noted(withAna({ note: 'Two cats.' }), 'A boat.')
    expect(entry).toMatchObject({ status: 'changed', fields: ['note'] })
    expect(isNamed).toBe(true)
  })

  it('comes below what stands there, and the first one has no empty line in front', () => {
    const db = withAna()
    noted(db, 'A boat.', 'Two cats.')
    expect(db.contacts[0]?.note).toBe('A boat.\nTwo cats.')
    noted(db, 'Two cats.', 'A dog.')
    expect(db.contacts[0]?.note).toBe('A boat.\nTwo cats.\nA dog.')
  })

  it('that stands there already is no change', () => {
    const { entry, isNamed } = noted(withAna({ note: 'One.\nA boat.' }), 'A boat.')
    expect(entry).toMatchObject({ status: 'same', fields: [] })
    expect(isNamed).toBe(false)
  })

  it('of someone new stands below their own', () => {
    const db = withAna()
    const people = imported([{ name: 'Omar Aziz', note: 'Own.' }, { name: 'Kai Berg' }], {
      notes: ['A boat.'],
    })
    finished(importPeople(db, people, { today: TODAY }))
    expect(db.contacts.map(each => each.note)).toEqual([undefined, 'Own.\nA boat.', 'A boat.'])
  })
})

describe('who introduced somebody', () => {
  /** Whom the file says to have introduced Kai Berg, where Ana, two Omars and Priya are on file. */
  function introducerOf(introducedBy: ImportedPerson['introducedBy'], here: Partial<Contact> = {}) {
    const db = database({
      contacts: [
        { id: 1, name: 'Ana Silva' },
        { id: 2, name: 'Omar Aziz' },
        { id: 3, name: 'Omar Aziz' },
        { id: 4, name: 'Priya Nair' },
        { id: 5, name: 'Kai Berg', ...here },
      ],
    })
    const file = imported([{ name: 'Kai Berg' }], introducedBy && { introducedBy })
    changing(db, db => finished(importPeople(db, file, { today: TODAY })))
    return db.contacts[4]?.introducedBy
  }

  it.each<[string, ImportedPerson['introducedBy'], number | undefined]>([
    ['by name', { name: 'priya nair' }, 4],
    ['by uid', { uid: '1'.padStart(16, 'u') }, 1],
    ['by uid before name', { uid: '1'.padStart(16, 'u'), name: 'Priya Nair' }, 1],
    ['by name where nobody has the uid', { uid: 'x', name: 'Priya Nair' }, 4],
    ['not by a name of two', { name: 'Omar Aziz' }, undefined],
    ['not by a name of nobody', { name: 'Lena Hoff' }, undefined],
    ['not by their own name', { name: 'Kai Berg' }, undefined],
    ['not when the file does not say', undefined, undefined],
  ])('is found %s', (_, introducedBy, id) => {
    expect(introducerOf(introducedBy)).toBe(id)
  })

  it('stays who it was', () => {
    expect(introducerOf({ name: 'Priya Nair' }, { introducedBy: 1 })).toBe(1)
  })
})

describe('an interaction of a file', () => {
  const lunch = { on: '2026-11-01', kind: 'lunch' as const }
  const two = ['Omar Aziz', 'Ana Silva']

  function adding(...interactions: ImportedInteraction[]): number {
    const db = database({
      contacts: [
        { id: 1, name: 'Ana Silva' },
        { id: 2, name: 'Omar Aziz' },
        { id: 12, name: 'Kai Berg' },
      ],
      interactions: [{ id: 20, ...lunch, contacts: [1, 12, 2], detail: 'tapas' }],
    })
    const file = { people: [], interactions, skipped: [] }
    return finished(importPeople(db, file, { today: TODAY })).interactions
  }

  it('is the same whatever the order of its people', () => {
    expect(adding({ ...lunch, with: [...two, 'Kai Berg'], detail: 'tapas' })).toBe(0)
    expect(adding({ ...lunch, with: two }, { ...lunch, with: two.toReversed() })).toBe(1)
  })

  it.each<[string, Partial<ImportedInteraction>]>([
    ['day', { on: '2026-11-02' }],
    ['kind', { kind: 'coffee' }],
    ['detail', { detail: 'sushi' }],
    ['note', { note: 'late' }],
    ['people', { with: two }],
  ])('is another one with another %s', (_, change) => {
    expect(adding({ ...lunch, with: [...two, 'Kai Berg'], detail: 'tapas', ...change })).toBe(1)
  })
})

it.each<[string, number[] | undefined]>([
  ['ana@x.org', [1]],
  ['Omar Aziz', [2]],
  ['PJ', [3]],
  ['Sam', undefined],
  ['Nobody', undefined],
])('somebody of an interaction is known by address, name or nickname: %s', (name, contacts) => {
  const db = database({
    contacts: [
      { id: 1, name: 'Ana Silva', emails: ['ana@x.org'] },
      { id: 2, name: 'Omar Aziz' },
      { id: 3, name: 'Priya Nair', nickname: 'pj' },
      { id: 4, name: 'Samuel Roth', nickname: 'Sam' },
      { id: 5, name: 'Samira Khan', nickname: 'Sam' },
    ],
  })
  const interaction = { on: '2026-11-01', kind: 'lunch' as const, with: [name] }
  const file = { people: [], interactions: [interaction], skipped: [] }
  finished(importPeople(db, file, { today: TODAY }))
  expect(db.interactions.map(each => each.contacts)).toEqual(contacts ? [contacts] : [])
})

it('interactions are added once, and those of nobody or of tomorrow are skipped', () => {
  const db = withAna()
  const file = {
    people: [],
    interactions: [
      { on: '2026-11-01', kind: 'lunch' as const, with: ['Ana Silva'], line: 1 },
      { on: '2026-11-22', kind: 'lunch' as const, with: ['Ana Silva'], line: 2 },
      { on: '2026-11-01', kind: 'lunch' as const, with: ['Nobody'], line: 3 },
    ],
    skipped: [],
  }
  const first = finished(importPeople(db, file, { today: TODAY }))
  const second = finished(importPeople(db, file, { today: TODAY }))
  expect([first.interactions, second.interactions]).toEqual([1, 0])
  expect(first.skipped.map(each => each.line)).toEqual([2, 3])
})

describe('a file that is made to take long', () => {
  const same = (more: (index: number) => Fields) =>
    Array.from({ length: 2000 }, (_, at) => more(at))

  /** Counts how often somebody's name is looked at. */
  const watched = (contacts: Contact[]) => {
    let looks = 0
    for (const contact of contacts) {
      const { name } = contact
      const get = () => {
        looks++
        return name
      }
      Object.defineProperty(contact, 'name', { get, enumerable: true })
    }
    return () => looks
  }

  it.each<[string, (at: number) => Fields]>([
    ['one name', () => ({ name: 'Ana Silva', area: 'Oakland' })],
    ['one link', at => ({ name: `A ${at}`, links: ['https://www.linkedin.com/in/ana'] })],
    ['one address', at => ({ name: 'A', emails: ['a@x.org', `a${at}@x.org`] })],
  ])('with %s in every record looks at few for each, and twice is once', (_, more) => {
    const db = database({})
    run(db, same(more))
    const before = JSON.stringify(db)
    const looks = watched(db.contacts)
    const { entries } = run(db, same(more))
    expect(looks() / entries.length).toBeLessThan(300)
    expect(Math.max(...entries.map(entry => entry.candidates.length))).toBeLessThanOrEqual(50)
    expect(JSON.stringify(db)).toBe(before)
  })
})

const person = fc.record(
  {
    name: fc.constantFrom('Ana Silva', 'Omar Aziz', 'Dr. José Nair', '王小明', 'X'),
    emails: fc.subarray(['a@x.org', 'b@x.org', 'c@x.org']),
    institution: fc.constantFrom('UCSF', 'Mayo'),
    area: fc.constantFrom('SF', 'Rochester'),
    links: fc.subarray(['https://x.com/ana', 'https://x.com/omar', 'https://example.org']),
    tags: fc.subarray(['one', 'two']),
    note: fc.string(),
  },
  { requiredKeys: ['name'] },
)

it('the same file twice is once', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 8 }), people => {
      const db = withAna({ institution: 'UCSF' })
      run(db, people)
      const after = structuredClone(db)
      const again = importCounts(run(db, people))
      expect(again.new).toBe(0)
      expect(db).toEqual(after)
    }),
  )
})
