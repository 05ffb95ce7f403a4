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

  it('meets another record of the same file as one of another file', () => {
    const db = withAna()
    const { entries } = run(db, [
      { name: 'Omar Aziz', emails: ['o@x.org'] },
      { name: 'Omar Aziz', area: 'SF' },
      { name: 'O. Aziz', emails: ['o@x.org'], phones: ['555 0100'] },
      { name: 'Omar Aziz', institution: 'Mayo' },
      { name: 'Priya', links: ['https://www.linkedin.com/in/priya'] },
      { name: 'Priya Nair', links: ['linkedin.com/in/priya'] },
    ])
    expect(entries.map(each => [each.status, each.contact?.id])).toEqual([
      ['new', 2],
      ['changed', 2],
      ['changed', 2],
      ['doubtful', undefined],
      ['new', 3],
      ['same', 3],
    ])
    expect(entries[3]?.candidates).toMatchObject([{ name: 'Omar Aziz', line: 1 }])
    expect(db.contacts).toHaveLength(3)
  })

  it('is who an earlier line is when the user says so, or the uid of the card does', () => {
    const db = withAna()
    const people = [
      { name: 'Omar Aziz', institution: 'UCSF' },
      { name: 'Omar Aziz', institution: 'Mayo', area: 'SF' },
    ]
    run(db, people, { decisions: new Map([[2, { line: 1 }]]) })
    expect(db.contacts[1]).toMatchObject({ institution: 'UCSF', area: 'SF' })
    const cards = imported([{ name: 'Rosa Vidal' }, { name: 'Rosa Vidal-Marsh', area: 'Salem' }], {
      cardUid: 'urn:uuid:1',
    })
    const report = changing(db, db => finished(importPeople(db, cards, { today: TODAY })))
    expect(report.entries.map(each => each.contact?.id)).toEqual([3, 3])
  })

  it('is known again without the title of another language', () => {
    const db = withAna()
    const { entries } = run(db, [
      { name: 'Dra. Ana Silva', title: 'Dra.' },
      { name: 'Herr Max Muster', title: 'Herr' },
      { name: 'Max Muster' },
    ])
    expect(entries.map(each => each.contact?.id)).toEqual([1, 2, 2])
  })

  it('gets the tag, once', () => {
    const db = withAna({ tags: ['phone'] })
    run(db, [{ name: 'Ana Silva' }, { name: 'Omar Aziz' }], { tag: 'phone' })
    expect(db.contacts.map(each => each.tags)).toEqual([['phone'], ['phone']])
  })
})

describe('somebody of the same name', () => {
  /** How the file's Ana stands beside these of that name. */
  function statusOf(here: Partial<Contact>[], there: Partial<Fields>) {
    const db = database({ contacts: here.map(fields => ({ name: 'Ana Silva', ...fields })) })
    return run(db, [{ name: 'Ana Silva', area: 'Oakland', ...there }]).entries[0]?.status
  }

  it.each<[string, Partial<Contact>[], Partial<Fields>, string]>([
    ['at the same place', [{ institution: 'UCSF' }], { institution: 'ucsf' }, 'changed'],
    ['at another place', [{ institution: 'UCSF' }], { institution: 'Mayo' }, 'doubtful'],
    ['whose place only the file knows', [{}], { institution: 'UCSF' }, 'doubtful'],
    ['whose place only we know', [{ institution: 'UCSF' }], {}, 'doubtful'],
    ['with an address here alone', [{ emails: ['a@x.org'] }], {}, 'changed'],
    ['with an address there alone', [{}], { emails: ['a@x.org'] }, 'changed'],
    ['with two addresses', [{ emails: ['a@x.org'] }], { emails: ['b@x.org'] }, 'doubtful'],
    [
      'of whom two are here, one at that place',
      [{ institution: 'UCSF' }, { institution: 'Mayo' }],
      { institution: 'UCSF' },
      'doubtful',
    ],
    [
      'of whom two are here, and one is known to be so already',
      [{ area: 'Oakland' }, { area: 'SF' }],
      {},
      'same',
    ],
    [
      'of whom two are here and known to be so',
      [{ area: 'Oakland' }, { area: 'Oakland' }],
      {},
      'doubtful',
    ],
  ])('%s is %s', (_, here, there, status) => {
    expect(statusOf(here, there)).toBe(status)
  })

  it('is who a later record of the file tells', () => {
    const db = withAna({ institution: 'UCSF', emails: ['ana@x.org'] })
    const link = 'https://www.linkedin.com/in/ana-s'
    const { entries } = run(db, [
      { name: 'Ana Silva', links: [link], area: 'Oakland' },
      { name: 'Ana', emails: ['ana@x.org'], links: [link] },
    ])
    expect(entries.map(({ status, contact }) => [status, contact?.id])).toEqual([
      ['changed', 1],
      ['changed', 1],
    ])
    expect(db.contacts[0]).toMatchObject({ area: 'Oakland', links: [link] })
  })
})

describe('what the user says of a record', () => {
  it('counts only where it is doubtful, and for one of those who may be meant', () => {
    const db = database({
      contacts: [
        { id: 1, name: 'Ana Silva', institution: 'UCSF' },
        { id: 2, name: 'Omar Aziz' },
      ],
    })
    const people = [
      { name: 'Ana Silva', institution: 'Mayo' },
      { name: 'Omar Aziz', area: 'SF' },
    ]
    const decisions = new Map<number, number | 'new'>([
      [1, 2],
      [2, 'new'],
    ])
    const { entries } = run(db, people, { decisions })
    expect(entries.map(({ status }) => status)).toEqual(['doubtful', 'changed'])
    expect(db.contacts).toHaveLength(2)
  })
})

it('what a file leaves empty, and what is mine to say, changes nothing', () => {
  const db = withAna({ area: 'SF' })
  const there = { name: 'Ana Silva', area: '', stage: '', prospect: true, tags: [] } as Fields
  expect(run(db, [there], { update: true }).entries[0]).toMatchObject({
    status: 'same',
    fields: [],
  })
  expect(db.contacts[0]).toEqual(expect.not.objectContaining({ prospect: true, stage: '' }))
})

it('a list that is full already is left alone, and one that is not takes each value once', () => {
  const tags = Array.from({ length: 200 }, (_, index) => `tag ${index}`)
  const full = withAna({ tags })
  expect(run(full, [{ name: 'Ana Silva', tags: ['more'] }]).entries[0]?.status).toBe('same')
  const nearly = withAna({ tags: tags.slice(1) })
  run(nearly, [{ name: 'Ana Silva', tags: ['more', 'More', 'TAG 1'] }])
  expect(nearly.contacts[0]?.tags).toEqual([...tags.slice(1), 'more'])
})

it('how much is done is told every two hundred people, and once more at the end', () => {
  const people = Array.from({ length: 401 }, (_, index) => ({ name: `Person ${index}` }))
  const steps = importPeople(database({}), imported(people), { today: TODAY })
  expect([...steps]).toEqual([0, 200 / 401, 400 / 401, 1])
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

it('what was logged of one person is theirs, and told by its own line or theirs', () => {
  const db = withAna()
  const tomorrow = { on: '2026-11-22', kind: 'call' as const }
  const file = {
    people: [
      {
        fields: { name: 'Kai Berg' },
        line: 7,
        interactions: [{ on: '2026-11-01', kind: 'lunch' as const, with: ['Ana Silva'] }],
      },
      {
        fields: { name: 'Omar Aziz' },
        line: 9,
        interactions: [tomorrow, { ...tomorrow, line: 12 }],
      },
    ],
    interactions: [{ ...tomorrow, with: ['Ana Silva'] }],
    skipped: [{ line: 3, why: 'It has no name.' }],
  }
  const report = finished(importPeople(db, file, { today: TODAY }))
  expect(db.interactions.map(each => each.contacts)).toEqual([[2, 1]])
  expect(report.skipped.map(each => each.line)).toEqual([3, 9, 12, 0])
  expect(importCounts(report)).toEqual({ new: 2, changed: 0, same: 0, doubtful: 0, skipped: 4 })
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

it('a link that a doubtful record brings, once it is placed, tells who an earlier one is', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'Ana Silva', emails: ['a@x.org'] },
      { id: 2, name: 'Ana Silva' },
    ],
  })
  const links = ['linkedin.com/in/ana-s']
  const { entries } = run(db, [
    { name: 'Ana Silva', links, area: 'Lund' },
    { name: 'Ana Silva', links, emails: ['a@y.org'] },
    { name: 'Ana Silva', emails: ['a@x.org', 'a@y.org'] },
  ] as Fields[])
  expect(entries.map(each => each.contact?.id)).toEqual([1, 1, 1])
})
