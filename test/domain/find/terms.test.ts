import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
} from '../../../src/domain/data/model.ts'
import {
  areTerms,
  readTerms,
  refusePrivate,
  selectContacts,
} from '../../../src/domain/find/terms.ts'
import { Failure } from '../../../src/failure.ts'

type Somebody = { name: string } & Partial<Contact>

/** A database of these people, numbered from 1. */
function people(...somebodies: Somebody[]): Database {
  const db = emptyDatabase()
  for (const each of somebodies) created(db, 'contacts', each)
  return db
}

const ana: Somebody = {
  name: 'Ana Silva',
  role: 'peer',
  stage: 'MS3',
  institution: 'UCSF',
  tags: ['Research'],
  interests: ['clinical research', 'climbing'],
  note: 'Knows the grant office.',
}
const hoff: Somebody = {
  name: 'Dr. Lena Hoff',
  role: 'attending',
  specialty: 'emergency medicine',
  institution: 'University of California San Francisco',
  department: 'Surgery',
  met: 'conference',
  metAt: 'ACC Meeting',
  metOn: '2026-11-18',
}
const omar: Somebody = {
  name: 'Omar Aziz',
  role: 'resident',
  stage: 'PGY2',
  institution: 'Mayo Clinic',
  circles: ['mentor', 'support'],
}

/** The names of those whom the words select. */
function selected(db: Database, ...args: string[]): string[] {
  return selectContacts(db, readTerms(args)).map(contact => contact.name)
}

/** What the words are refused with. */
function refusal(...args: string[]): string {
  try {
    readTerms(args)
  } catch (error) {
    return error instanceof Failure ? `${error.kind}: ${error.message} | ${error.hint}` : 'a fault'
  }
  return 'nothing'
}

describe('one term selects', () => {
  const db = people(ana, hoff, omar)

  it.each([
    ['tag:research', ['Ana Silva']],
    ['TAG:résearch', ['Ana Silva']],
    ['tag:resea', []],
    ['role:resident', ['Omar Aziz']],
    ['role:intern', ['Omar Aziz']],
    ['role:attend', ['Dr. Lena Hoff']],
    ['at:ucsf', ['Ana Silva', 'Dr. Lena Hoff']],
    ['at:Mayo Clinic', ['Omar Aziz']],
    ['institution:mayo', ['Omar Aziz']],
    ['specialty:em', ['Dr. Lena Hoff']],
    ['specialty:medicine', ['Dr. Lena Hoff']],
    ['met:conference', ['Dr. Lena Hoff']],
    ['met:congress', ['Dr. Lena Hoff']],
    ['met:acc', ['Dr. Lena Hoff']],
    ['met:2026-11', ['Dr. Lena Hoff']],
    ['stage:ms3', ['Ana Silva']],
    ['stage:m3', ['Ana Silva']],
    ['stage:third year', ['Ana Silva']],
    ['stage:pgy', ['Omar Aziz']],
    ['stage:ms', ['Ana Silva']],
    ['likes:research', ['Ana Silva']],
    ['circle:mentor', ['Omar Aziz']],
    ['circle:support', ['Omar Aziz']],
    ['dept:surgery', ['Dr. Lena Hoff']],
  ])('by %s', (term, names) => {
    expect(selected(db, term)).toEqual(names)
  })

  it('nobody by a word that only stands within another', () => {
    expect(selected(people({ name: 'A', specialty: 'medicine' }), 'specialty:dic')).toEqual([])
  })
})

describe('terms are joined', () => {
  const db = people(ana, hoff, omar)

  it('by standing next to each other, as all of them', () => {
    expect(selected(db, 'at:ucsf', 'role:peer')).toEqual(['Ana Silva'])
  })

  it('by and, or, not, in letters of any size', () => {
    expect(selected(db, 'role:peer', 'or', 'role:resident')).toEqual(['Ana Silva', 'Omar Aziz'])
    expect(selected(db, 'at:ucsf', 'AND', 'NOT', 'role:peer')).toEqual(['Dr. Lena Hoff'])
    expect(selected(db, 'not', 'not', 'role:peer')).toEqual(['Ana Silva'])
  })

  it('with and before or, unless parentheses say otherwise', () => {
    expect(selected(db, 'role:resident or role:peer and at:mayo')).toEqual(['Omar Aziz'])
    expect(selected(db, '(role:resident or role:peer) at:ucsf')).toEqual(['Ana Silva'])
    expect(selected(db, '(role:resident', 'or', 'role:peer)', 'at:ucsf')).toEqual(['Ana Silva'])
  })

  it('with words of what is written about them', () => {
    expect(selected(db, 'at:ucsf', 'grant')).toEqual(['Ana Silva'])
    expect(selected(db, 'at:ucsf', 'not', 'grant')).toEqual(['Dr. Lena Hoff'])
    expect(selected(db, 'at:ucsf', 'grant office')).toEqual(['Ana Silva'])
    expect(selected(db, 'at:ucsf', 'office grant')).toEqual([])
  })

  it('with blanks around them, which mean nothing', () => {
    expect(selected(db, ' at:mayo ')).toEqual(['Omar Aziz'])
    expect(selected(db, 'at:ucsf', ' grant ')).toEqual(['Ana Silva'])
    expect(selected(db, 'at:ucsf', ' grant office ')).toEqual(['Ana Silva'])
  })

  it('with a value of two words that stays one in spite of blanks around it', () => {
    const mayo = people(omar, { name: 'Sam Roth', institution: 'Mayo', note: 'runs a clinic' })
    expect(selected(mayo, 'at:Mayo Clinic')).toEqual(['Omar Aziz'])
    expect(selected(mayo, ' at:Mayo Clinic ')).toEqual(['Omar Aziz'])
    expect(selected(mayo, 'at:Mayo', 'clinic')).toEqual(['Omar Aziz', 'Sam Roth'])
  })

  it('with quotes of our own inside those of the shell', () => {
    expect(selected(db, 'at:"Mayo Clinic" or tag:research')).toEqual(['Ana Silva', 'Omar Aziz'])
    expect(selected(db, 'at:ucsf "office grant"')).toEqual([])
  })
})

it('the archived are selected only when they are asked for', () => {
  const db = people(ana, { ...hoff, archived: true })
  expect(selected(db, 'at:ucsf')).toEqual(['Ana Silva'])
  expect(selectContacts(db, readTerms(['at:ucsf']), { archived: true })).toEqual([db.contacts[1]])
})

it('the support circle is neither told outside the screen nor told by who is left', () => {
  const db = people(ana, omar)
  const refused = /^Who is in the support circle is private; terms match it only with --private\.$/
  expect(() => refusePrivate(readTerms(['circle:support']))).toThrow(refused)
  expect(() => refusePrivate(readTerms(['at:mayo', 'not', 'circle:sup']))).toThrow(refused)
  expect(selected(publicPart(db), 'at:mayo', 'support')).toEqual([])
  expect(selected(db, 'at:mayo', 'support')).toEqual(['Omar Aziz'])
})

it('what is private of somebody is found where the data have it', () => {
  const db = people({ name: 'Ana', role: 'peer', worries: ['anatomy'], privateNote: 'a quarrel' })
  expect(selected(db, 'role:peer', 'anatomy', 'quarrel')).toEqual(['Ana'])
  expect(selected(publicPart(db), 'role:peer', 'anatomy')).toEqual([])
  expect(selected(publicPart(db), 'role:peer', 'quarrel')).toEqual([])
})

describe('terms are told from a name', () => {
  it.each(['at:ucsf', 'rol:peer', 'not at:ucsf', '(at:ucsf', 'x at:ucsf'])('by %s', arg => {
    expect(areTerms([arg])).toBe(true)
  })

  it.each(['Lena Hoff', 'at', 'hoff:', 'Hoff: Lena', 'https://x.org', '12:30', ':x'])(
    'not by %s',
    arg => {
      expect(areTerms([arg])).toBe(false)
    },
  )
})

describe('what cannot be read is refused with how it is written', () => {
  it.each([
    [['rol:peer'], 'usage: There is no term "rol:". | Did you mean role:?'],
    [['role:wizard'], 'usage: netmed doesn\'t know the role "wizard". | One of: peer,'],
    [['tag:'], 'usage: tag: needs a word right after it. | For example: tag:research'],
    [['a', 'or'], 'usage: Something is missing after or. |'],
    [['or', 'a'], 'usage: Something is missing before or. |'],
    [['and', 'a'], 'usage: Something is missing before and. |'],
    [['a', 'and', 'or', 'b'], 'usage: Something is missing after and. |'],
    [['not'], 'usage: Something is missing after not. |'],
    [['()'], 'usage: Something is missing between ( ). |'],
    [['(a'], 'usage: A closing parenthesis is missing. |'],
    [['"a'], 'usage: A quotation mark is missing. |'],
    [[' '], 'usage: Type what to look for. |'],
    [['('.repeat(100_000)], 'usage: There are too many parentheses inside each other. |'],
  ])('%j', (args, message) => {
    expect(refusal(...args).startsWith(message)).toBe(true)
  })

  it('a closing parenthesis, a smiley and a colon in a text are text', () => {
    const db = people({ name: 'Ana', role: 'peer', note: 're: your letter :)' })
    expect(selected(db, 'role:peer', 're:', ':)')).toEqual(['Ana'])
  })
})

it('no words whatever end in anything but a selection or a refusal', () => {
  const db = people(ana, hoff, omar)
  const piece = fc.oneof(
    fc.constantFrom('and', 'or', 'not', '(', ')', '"', '“', 'tag:', 'at:x', 'role:a', 'x:', ' '),
    fc.constantFrom('__proto__:x', 'constructor:x', 'met:2026', 'circle:support', "'", '\u0000'),
    fc.string({ unit: 'binary' }),
  )
  const words = fc.array(fc.array(piece, { maxLength: 6 }).map(parts => parts.join('')))
  fc.assert(
    fc.property(words, args => {
      try {
        selectContacts(db, readTerms(args))
      } catch (error) {
        if (!(error instanceof Failure) || error.kind !== 'usage') throw error
      }
    }),
    { numRuns: 400 },
  )
})

it.each([
  ['met:confer', ['Dr. Lena Hoff']],
  ['met:conference', ['Dr. Lena Hoff']],
  ['met:nference', []],
  ['met:grand rounds', ['Kai Berg']],
  ['met:grand', ['Kai Berg']],
])('how you met is meant by the beginning of an occasion: %s', (term, names) => {
  const db = people(hoff, { name: 'Kai Berg', met: 'grand-rounds' }, omar)
  expect(selected(db, term)).toEqual(names)
})
