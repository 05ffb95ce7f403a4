import { describe, expect, it } from 'vitest'
import {
  cleanLine,
  cleanText,
  importedPerson,
  type RawPerson,
  rawPerson,
} from '../../src/formats/imported.ts'

/** The fields of a person whom a file writes so; fails the test when nobody can be made of it. */
function fields(raw: Partial<RawPerson>) {
  const person = importedPerson({ ...rawPerson(1), name: 'Ana Silva', ...raw })
  if (typeof person === 'string') throw new Error(person)
  return person.fields
}

const parts = (given: Partial<RawPerson['parts'] & object>) => ({
  parts: { prefix: '', first: '', middle: '', last: '', suffix: '', ...given },
})
const own = (field: string, ...values: string[]) => fields({ own: new Map([[field, values]]) })

describe('the name of somebody', () => {
  it.each<[string, Partial<RawPerson>, string | undefined]>([
    ['as it is written', { name: 'Ana Silva' }, 'Ana Silva'],
    [
      'with the ending that its parts add',
      { ...parts({ suffix: 'MD, PhD' }) },
      'Ana Silva, MD, PhD',
    ],
    [
      'without an ending that stands there',
      { name: 'Ana Silva MD', ...parts({ suffix: 'MD' }) },
      'Ana Silva MD',
    ],
    [
      'of its parts',
      { name: '', ...parts({ prefix: 'Dr.', first: 'Ana', middle: 'M.', last: 'Silva' }) },
      'Dr. Ana M. Silva',
    ],
    ['of one part', { name: '', ...parts({ last: 'Silva' }) }, 'Silva'],
    ['of no title alone', { name: '', ...parts({ prefix: 'Dr.' }), nicknames: ['Annie'] }, 'Annie'],
    [
      'of a nickname before an address',
      { name: ' ', nicknames: ['Annie'], emails: ['a@x.org'] },
      'Annie',
    ],
    ['of an address before a phone', { name: '', emails: ['a@x.org'], phones: ['555'] }, 'a@x.org'],
    ['of a phone', { name: '', nicknames: [' '], phones: ['555 0100'] }, '555 0100'],
  ])('is %s', (_, raw, name) => {
    expect(fields(raw).name).toBe(name)
  })

  it('is needed, and holds nothing that steers a terminal', () => {
    expect(importedPerson(rawPerson(1))).toBe('It has no name, email address or phone number.')
    expect(importedPerson({ ...rawPerson(1), name: 'Ana\u001b[2J' })).toBe(
      'The name has an invisible character in it (\\u{1b}).',
    )
  })

  it.each<[string, Partial<RawPerson>, object]>([
    ['that say the same', parts({ first: 'Ana', last: 'Silva' }), {}],
    ['that say the same in other letters', parts({ first: 'ANA', last: 'SILVA' }), {}],
    ['with an initial that the name lacks', parts({ first: 'Ana M.', last: 'Silva' }), {}],
    ['with degrees behind the last name', parts({ first: 'Ana', last: 'Silva, MD' }), {}],
    [
      'with another last name',
      parts({ first: 'Ana', last: 'Costa' }),
      { first: 'Ana', last: 'Costa' },
    ],
    [
      'with another first name',
      parts({ first: 'Anabel', last: 'Silva' }),
      { first: 'Anabel', last: 'Silva' },
    ],
    [
      'with another last name and degrees',
      parts({ first: 'Ana', last: 'Costa, MD' }),
      { first: 'Ana', last: 'Costa' },
    ],
    ['of which one is missing', parts({ first: 'Anabel' }), {}],
    ['with a title', parts({ prefix: 'Prof.' }), { title: 'Prof.' }],
  ])('stands beside its parts %s', (_, raw, more) => {
    expect(fields(raw)).toStrictEqual({ name: 'Ana Silva', ...more })
  })

  it('keeps its own title', () => {
    expect(fields({ name: 'Dr. Ana Silva', ...parts({ prefix: 'Prof.' }) })).not.toHaveProperty(
      'title',
    )
  })

  it('is one nickname, and further ones stand in the note', () => {
    expect(fields({ nicknames: ['', 'Annie', 'An', 'Nan'] })).toMatchObject({
      nickname: 'Annie',
      note: 'Also called: An, Nan',
    })
    expect(fields({ nicknames: ['Annie'] })).not.toHaveProperty('note')
  })
})

describe('how somebody is reached', () => {
  it.each([
    ['ana@x.org', 'ana@x.org'],
    ['Ana <ana@x.org>', 'ana@x.org'],
    ['<ana@x.org>', 'ana@x.org'],
    ['Ana < ana@x.org >', 'ana@x.org'],
    ['mailto:ana@x.org', 'ana@x.org'],
  ])('the address in %j is %s', (written, email) => {
    expect(fields({ emails: [written] })).toStrictEqual({ name: 'Ana Silva', emails: [email] })
  })

  it('what is no address, number or link stands in the note', () => {
    expect(fields({ emails: ['ana at x'], phones: ['ask'], links: ['a b'] })).toStrictEqual({
      name: 'Ana Silva',
      note: 'Email: ana at x\nPhone: ask\nLink: a b',
    })
  })

  it('each address stands once, however it is written, and none of the house', () => {
    const emails = ['ana@x.org', 'ANA@x.org', ' /o=Example/cn=ana', 'a@y.org']
    expect(fields({ emails })).toStrictEqual({
      name: 'Ana Silva',
      emails: ['ana@x.org', 'a@y.org'],
    })
  })

  it('a number loses what marks it as one', () => {
    expect(fields({ phones: ['tel:+1-555;ext=12', '', '555'] }).phones).toStrictEqual([
      '+1-555 ext. 12',
      '555',
    ])
  })

  it('a whole link stays, and a short one is made whole', () => {
    expect(fields({ links: ['HTTP://x.org/A', 'x.org/b'] }).links).toStrictEqual([
      'HTTP://x.org/A',
      'https://x.org/b',
    ])
  })
})

describe('where somebody works', () => {
  const work = (...places: [string, string, string][]) =>
    fields({
      work: places.map(([institution, department, position]) => {
        return { institution, department, position }
      }),
    })

  it.each<[string, [string, string, string][], object]>([
    [
      'the first place is the one',
      [['UCSF', 'Surgery', '']],
      { institution: 'UCSF', department: 'Surgery' },
    ],
    [
      'a further one is an organization, its department is not kept',
      [
        ['UCSF', '', ''],
        ['Free Clinic', 'Front', ''],
      ],
      { institution: 'UCSF', organizations: ['Free Clinic'] },
    ],
    [
      'a department without a place is theirs where none is known',
      [['', 'Surgery', '']],
      { department: 'Surgery' },
    ],
    [
      'a department without a place is not, where one is known',
      [
        ['UCSF', 'Surgery', ''],
        ['', 'Front', ''],
      ],
      { institution: 'UCSF', department: 'Surgery' },
    ],
    [
      'a position is a role when it is exactly one',
      [['UCSF', '', 'Attending']],
      { institution: 'UCSF', role: 'attending' },
    ],
    ['or a year of training', [['UCSF', '', 'PGY-2']], { institution: 'UCSF', stage: 'PGY2' }],
    [
      'a second role stands with its place',
      [
        ['UCSF', '', 'Attending'],
        ['LSU', '', 'Faculty'],
        ['LSU', '', 'attending'],
      ],
      { institution: 'UCSF', role: 'attending', organizations: ['LSU: Faculty'] },
    ],
    [
      'any other stands with its place',
      [['UCSF', '', 'Dean']],
      { institution: 'UCSF', organizations: ['UCSF: Dean'] },
    ],
    ['and without a place in the note', [['', '', 'Dean']], { note: 'Position: Dean' }],
  ])('%s', (_, places, expected) => {
    expect(work(...places)).toStrictEqual({ name: 'Ana Silva', ...expected })
  })
})

describe('a birthday', () => {
  it.each([
    ['1990-03-09', '1990-03-09'],
    ['19900309', '1990-03-09'],
    ['1990-03-09T00:00:00Z', '1990-03-09'],
    ['1990-03-09 00:00', '1990-03-09'],
    ['1604-03-09', '--03-09'],
    ['0000-03-09', '--03-09'],
    ['--03-09', '--03-09'],
  ])('%s is %s', (written, birthday) => {
    expect(fields({ birthday: written })).toStrictEqual({ name: 'Ana Silva', birthday })
  })

  it('that is none is nothing, and one that cannot be read stands in the note', () => {
    expect(fields({ birthday: '00/00/0000' })).toStrictEqual({ name: 'Ana Silva' })
    expect(fields({ birthday: 'in May' })).toStrictEqual({
      name: 'Ana Silva',
      note: 'Birthday: in May',
    })
  })
})

describe('a field of netmed’s own', () => {
  it.each<[string, string, unknown]>([
    ['every', '30', 30],
    ['every', '6w', 42],
    ['every', 'None', 0],
    ['graduationYear', '2027', 2027],
    ['quiet', 'until-woken', 'until-woken'],
    ['quiet', '2026-12-01', '2026-12-01'],
    ['metOn', '21 Nov 2025', '2025-11-21'],
    ['prospect', 'Yes', true],
    ['met', 'Grand Rounds', 'grand-rounds'],
    ['privateNote', 'two\nlines', 'two\nlines'],
    ['why', 'two\nlines', 'two lines'],
    ['pronouns', 'x'.repeat(100), 'x'.repeat(100)],
  ])('%s holds %j as %j', (field, written, value) => {
    expect(own(field, written)).toStrictEqual({ name: 'Ana Silva', [field]: value })
  })

  it.each([
    ['every', 'often', 'Every: often'],
    ['graduationYear', 'soon', 'Graduation year: soon'],
    ['graduationYear', '1234567', 'Graduation year: 1234567'],
    ['quiet', 'a while', 'Quiet: a while'],
    ['metOn', '--03-09', 'Met on: --03-09'],
    ['prospect', 'perhaps', 'Prospect: perhaps'],
    ['met', 'somehow', 'Met: somehow'],
    ['pronouns', 'x'.repeat(101), `Pronouns: ${'x'.repeat(101)}`],
  ])('%s cannot hold %j, which stands in the note', (field, written, note) => {
    expect(own(field, written)).toStrictEqual({ name: 'Ana Silva', note })
  })

  it('that holds one value holds the first, and one of many all', () => {
    expect(own('why', 'sepsis', 'grants')).toStrictEqual({ name: 'Ana Silva', why: 'sepsis' })
    expect(own('interests', 'chess', '', 'boats').interests).toStrictEqual(['chess', 'boats'])
  })

  it('that netmed does not know is nothing', () => {
    expect(own('shoeSize', '38')).toStrictEqual({ name: 'Ana Silva' })
  })
})

it('the note is what was noted, then what no field can hold, and no empty line', () => {
  expect(fields({ notes: ['Two cats.', ' '], leftOver: ['bluesky: ana'] }).note).toBe(
    'Two cats.\nbluesky: ana',
  )
})

it('the group that holds everybody is no tag, and each tag stands once', () => {
  expect(fields({ tags: ['myContacts', 'chess', 'chess'] }).tags).toStrictEqual(['chess'])
  expect(fields({ tags: ['myContacts'] })).not.toHaveProperty('tags')
})

it('a uid is kept when it is one of ours', () => {
  const uid = (written: string) => importedPerson({ ...rawPerson(1), name: 'Ana', uid: written })
  expect(uid('abcdefgh12345678')).toMatchObject({ uid: 'abcdefgh12345678' })
  expect(uid('urn:uuid:1')).not.toHaveProperty('uid')
})

it.each([
  ['plain words', 'plain words', 'plain words'],
  ['  two   blanks ', 'two blanks', 'two   blanks'],
  ['a\u200bb\u0007', 'ab', 'ab'],
  ['one\ntwo', 'one two', 'one\ntwo'],
  ['\u0007 a', 'a', 'a'],
])('%j is the line %j and the text %j', (written, line, text) => {
  expect(cleanLine(written)).toBe(line)
  expect(cleanText(written)).toBe(text)
})

it('a name is as long as one that is typed, and no longer', () => {
  expect(importedPerson({ ...rawPerson(1), name: 'a'.repeat(300) })).toMatchObject({
    fields: { name: 'a'.repeat(300) },
  })
  expect(importedPerson({ ...rawPerson(1), name: 'a'.repeat(301) })).toBe(
    'The name is longer than 300 letters.',
  )
})
