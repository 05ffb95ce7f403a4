import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../src/domain/data/model.ts'
import { greetingFor, nameAgain, salutationFor } from '../../../src/domain/people/greetings.ts'
import {
  displayName,
  familiarName,
  isCasual,
  isFormal,
  namesOf,
} from '../../../src/domain/people/names.ts'
import { trainingRank } from '../../../src/domain/people/stages.ts'

describe('a name as typed', () => {
  it.each([
    [
      'Dr. María José van der Berg, MD',
      { title: 'Dr.', first: 'María José', last: 'van der Berg', suffix: 'MD' },
    ],
    ['Priya Nair', { first: 'Priya', last: 'Nair' }],
    ['Hoff, Lena', { first: 'Lena', last: 'Hoff' }],
    ['van der Berg, Ana, PhD', { first: 'Ana', last: 'van der Berg', suffix: 'PhD' }],
    ['Smith Jr., John', { first: 'John', last: 'Smith', suffix: 'Jr.' }],
    ['Martin Luther King Jr.', { first: 'Martin Luther', last: 'King', suffix: 'Jr.' }],
    ['Henry Okafor III', { first: 'Henry', last: 'Okafor', suffix: 'III' }],
    ['Lena Hoff MD PhD', { first: 'Lena', last: 'Hoff', suffix: 'MD, PhD' }],
    ['Lena Hoff, M.D., MPH', { first: 'Lena', last: 'Hoff', suffix: 'M.D., MPH' }],
    ['Sam Ortiz, PA-C', { first: 'Sam', last: 'Ortiz', suffix: 'PA-C' }],
    ['Minh Do', { first: 'Minh', last: 'Do' }],
    ['YO-YO MA', { first: 'YO-YO', last: 'MA' }],
    ['Minh Anh Do, DO', { first: 'Minh Anh', last: 'Do', suffix: 'DO' }],
    ['Juan Carlos de la Torre', { first: 'Juan Carlos', last: 'de la Torre' }],
    ['Maria da Silva dos Santos', { first: 'Maria', last: 'da Silva dos Santos' }],
    ['Omar Al Farsi', { first: 'Omar', last: 'Al Farsi' }],
    ['Khalid al-Rashid', { first: 'Khalid', last: 'al-Rashid' }],
    ['Salman bin Abdul', { first: 'Salman', last: 'bin Abdul' }],
    ["Siobhán O' Brien", { first: 'Siobhán', last: "O' Brien" }],
    ["Siobhán O'Brien", { first: 'Siobhán', last: "O'Brien" }],
    ['Jill St. John', { first: 'Jill', last: 'St. John' }],
    ['Connor Mac Leod', { first: 'Connor', last: 'Mac Leod' }],
    ['Al Gore', { first: 'Al', last: 'Gore' }],
    ['Van Morrison', { first: 'Van', last: 'Morrison' }],
    ['Anne-Marie Lopez-Kim', { first: 'Anne-Marie', last: 'Lopez-Kim' }],
    ['Lena M. Hoff', { first: 'Lena', last: 'Hoff' }],
    ['J. Robert Moss', { first: 'J. Robert', last: 'Moss' }],
    ['Robert "Bob" Moss', { first: 'Robert', last: 'Moss' }],
    ['Alex Reed (they/them)', { first: 'Alex', last: 'Reed' }],
    ['Prof. Dr. Eva Stein', { title: 'Prof. Dr.', first: 'Eva', last: 'Stein' }],
    ['Dr. Hoff', { title: 'Dr.', last: 'Hoff' }],
    ['Madonna', { first: 'Madonna' }],
    ['Dr.', { first: 'Dr.' }],
    ['王小明', { first: '王小明' }],
    ['김 민준', { first: '민준', last: '김' }],
    ['Wei Zhang', { first: 'Wei', last: 'Zhang' }],
  ])('%s is understood in its parts', (name, parts) => {
    expect(namesOf({ name })).toEqual({ full: name, ...parts })
  })

  it('a corrected family name leaves the rest to the first name', () => {
    const contact = { name: 'María José García Márquez', last: 'García Márquez' }
    expect(namesOf(contact)).toMatchObject({ first: 'María José', last: 'García Márquez' })
  })

  it('a corrected first name leaves the rest to the family name', () => {
    const contact = { name: 'Ana Lucía Rojas Vega', first: 'Ana' }
    expect(namesOf(contact)).toMatchObject({ first: 'Ana', last: 'Lucía Rojas Vega' })
  })

  it('a corrected title replaces the typed one', () => {
    expect(namesOf({ name: 'Dr. Eva Stein', title: 'Prof.' }).title).toBe('Prof.')
  })
})

describe('a name as shown', () => {
  it.each([
    ['Dr. Lena Hoff, MD', 'Dr. Lena Hoff'],
    ['Lena M. Hoff MD PhD', 'Lena M. Hoff'],
    ['Hoff, Lena, MD', 'Lena Hoff'],
    ['John Smith, Jr., MD', 'John Smith Jr.'],
    ['김 민준', '김 민준'],
    ['Priya', 'Priya'],
  ])('%s is listed as %s', (name, shown) => {
    expect(displayName({ name })).toBe(shown)
  })

  it.each([
    [{ name: 'Priya Nair', nickname: 'Pri' }, 'Pri'],
    [{ name: 'Priya Nair' }, 'Priya'],
    [{ name: 'Dr. Hoff' }, 'Dr. Hoff'],
    [{ name: 'A. Lee' }, 'A. Lee'],
  ])('a friend says the nickname, else the first name: %o', (contact, name) => {
    expect(familiarName(contact)).toBe(name)
  })
})

describe('how a mail begins', () => {
  const me = { stage: 'MS2' }

  it.each<[Pick<Contact, 'name' | 'role' | 'title' | 'stage' | 'greeting' | 'nickname'>, string]>([
    [{ name: 'Priya Nair', role: 'peer' }, 'Hi Priya,'],
    [{ name: 'Priya Nair', role: 'peer', nickname: 'Pri' }, 'Hi Pri,'],
    [{ name: 'Marcus Lee', role: 'senior-student' }, 'Hi Marcus,'],
    [{ name: 'Omar Aziz', role: 'resident' }, 'Hi Omar,'],
    [{ name: 'Omar Aziz, MD', role: 'resident' }, 'Hi Omar,'],
    [{ name: 'Dr. Omar Aziz', role: 'resident' }, 'Dear Dr. Aziz,'],
    [{ name: 'Rosa Kim', role: 'family' }, 'Hi Rosa,'],
    [{ name: 'Dr. Rosa Kim', role: 'family' }, 'Hi Rosa,'],
    [{ name: 'Ines Roth', role: 'fellow' }, 'Dear Dr. Roth,'],
    [{ name: 'Lena Hoff', role: 'attending' }, 'Dear Dr. Hoff,'],
    [{ name: 'Hoff', role: 'attending' }, 'Dear Dr. Hoff,'],
    [{ name: 'Eva Stein, PhD', role: 'faculty' }, 'Dear Dr. Stein,'],
    [{ name: 'Prof. Eva Stein', role: 'faculty' }, 'Dear Professor Stein,'],
    [{ name: 'Eva Stein', title: 'Professor', role: 'advisor' }, 'Dear Professor Stein,'],
    [{ name: 'Dr. María José van der Berg, MD' }, 'Dear Dr. van der Berg,'],
    [{ name: 'Pat Moss, MD', role: 'alumni' }, 'Dear Dr. Moss,'],
    [{ name: 'Ana Silva, MD, MPH', role: 'alumni' }, 'Dear Dr. Silva,'],
    [{ name: 'Ana Silva MPH Ph.D.', role: 'alumni' }, 'Dear Dr. Silva,'],
    [{ name: 'Ana Silva, MPH, MBA', role: 'alumni' }, 'Dear Ana,'],
    [{ name: 'Pat Moss', role: 'alumni' }, 'Dear Pat,'],
    [{ name: 'Ms. Dana Park', role: 'teacher' }, 'Dear Ms. Park,'],
    [{ name: 'Joy Bell, RN', role: 'nurse' }, 'Hi Joy,'],
    [{ name: 'Lena Hoff', role: 'attending', greeting: 'Lena' }, 'Dear Lena,'],
    [{ name: 'Priya Nair', role: 'peer', greeting: 'P' }, 'Hi P,'],
  ])('%o is greeted with %s', (contact, salutation) => {
    expect(salutationFor([contact], me)).toBe(salutation)
  })

  it('somebody with the title who is not older in training is greeted by first name', () => {
    const contact = { name: 'Dr. Omar Aziz', role: 'resident', stage: 'PGY1' } as const
    expect(greetingFor(contact, { stage: 'PGY2' })).toBe('Omar')
    expect(greetingFor(contact, { stage: 'MS4' })).toBe('Dr. Aziz')
  })

  it.each([
    ['MS2', 2],
    ['M3', 3],
    ['OMS-4', 4],
    ['PGY1', 5],
    ['PGY-3', 7],
    ['pre-med', 0],
    ['attending', 20],
    ['on sabbatical', undefined],
    [undefined, undefined],
  ])('the stage %s ranks %s in training', (stage, rank) => {
    expect(trainingRank(stage)).toBe(rank)
  })
})

const DOCTORATES = [
  ...['MD', 'DO', 'PhD', 'MBBS', 'MBChB', 'MBBCh', 'DPhil', 'ScD', 'EdD', 'PsyD', 'PharmD', 'DDS'],
  ...['DMD', 'DPM', 'DPT', 'DNP', 'DrPH', 'DVM', 'M.D.', 'Ph.D.'],
]

it.each(DOCTORATES)('%s makes a Dr. of somebody older', degree => {
  const contact = { name: `Ana Silva, MPH, ${degree}`, role: 'alumni' } as const
  expect(greetingFor(contact, { stage: 'MS2' })).toBe('Dr. Silva')
})

it.each([
  ...[
    'MPH',
    'MS',
    'MSc',
    'MA',
    'MBA',
    'MHS',
    'MSCE',
    'MEd',
    'MSW',
    'LCSW',
    'BS',
    'BA',
    'BSc',
    'BSN',
  ],
  ...['MSN', 'RN', 'NP', 'PA', 'PA-C', 'FNP', 'FNP-C', 'CRNA', 'CNM', 'APRN', 'OTR', 'PT', 'RD'],
  ...['RPh', 'JD', 'FACP', 'FACS', 'FACC', 'FACEP', 'FAAP', 'FRCP', 'FRCS', 'FCCP', 'FAHA'],
])('%s is a degree, no name and no doctorate', degree => {
  const name = `Ana Silva ${degree}`
  expect(namesOf({ name })).toEqual({ full: name, first: 'Ana', last: 'Silva', suffix: degree })
  expect(greetingFor({ name, role: 'alumni' }, { stage: 'MS2' })).toBe('Ana')
})

it.each(['Jr.', 'Sr.', 'II', 'III', 'IV'])('%s is shown behind the name', generation => {
  expect(displayName({ name: `John Smith ${generation}, MD` })).toBe(`John Smith ${generation}`)
})

it.each([
  ...['Dr.', 'Doctor', 'Prof.', 'Professor', 'Mr.', 'Mrs.', 'Ms.', 'Miss', 'Mx.', 'Rev.', 'Sir'],
  'Dame',
])('%s is a title', title => {
  expect(namesOf({ name: `${title} Stein` })).toEqual({
    full: `${title} Stein`,
    title,
    last: 'Stein',
  })
})

it.each([
  ...['van', 'von', 'vom', 'der', 'den', 'de', 'het', 'ter', 'ten', 'te', 'zu', 'zur', 'la', 'las'],
  ...['los', 'le', 'del', 'della', 'dello', 'da', 'das', 'do', 'dos', 'di', 'du', 'bin', 'ibn'],
  ...['bint', 'al', 'el', 'abu', 'ap', 'af', 'av', 'st', 'St.', 'saint', 'mac', 'mc', "o'", 'o’'],
  ...["d'", 'd’'],
])('"%s" begins a family name, and is a first name before one', particle => {
  expect(namesOf({ name: `Ana ${particle} Berg` }).last).toBe(`${particle} Berg`)
  expect(namesOf({ name: `${particle} Berg` }).last).toBe('Berg')
})

it.each([
  ['peer', 'Hi Eva,'],
  ['senior-student', 'Hi Eva,'],
  ['family', 'Hi Eva,'],
  ['resident', 'Dear Dr. Stein,'],
  ['nurse', 'Dear Dr. Stein,'],
  ['allied-health', 'Dear Dr. Stein,'],
  ['staff', 'Dear Dr. Stein,'],
  ['teacher', 'Dear Dr. Stein,'],
  ['fellow', 'Dear Dr. Stein,'],
  ['attending', 'Dear Dr. Stein,'],
  ['faculty', 'Dear Dr. Stein,'],
  ['advisor', 'Dear Dr. Stein,'],
] as const)('with her title a %s is greeted with %s', (role, salutation) => {
  expect(salutationFor([{ name: 'Dr. Eva Stein', role }], { stage: 'MS2' })).toBe(salutation)
})

it.each([
  ['resident', 'Hi Eva,'],
  ['nurse', 'Hi Eva,'],
  ['allied-health', 'Hi Eva,'],
  ['staff', 'Hi Eva,'],
  ['teacher', 'Dear Eva,'],
  ['alumni', 'Dear Eva,'],
  ['other', 'Dear Eva,'],
  ['fellow', 'Dear Dr. Stein,'],
  ['attending', 'Dear Dr. Stein,'],
  ['faculty', 'Dear Dr. Stein,'],
  ['advisor', 'Dear Dr. Stein,'],
] as const)('without a title a %s is greeted with %s', (role, salutation) => {
  expect(salutationFor([{ name: 'Eva Stein', role }], { stage: 'MS2' })).toBe(salutation)
})

describe('who is greeted with Hi', () => {
  const me = { stage: 'MS2' }

  it.each<[Partial<Contact>, boolean]>([
    [{ role: 'peer' }, true],
    [{ role: 'senior-student' }, true],
    [{ role: 'resident' }, true],
    [{ role: 'nurse' }, true],
    [{ role: 'allied-health' }, true],
    [{ role: 'staff' }, true],
    [{ role: 'family' }, true],
    [{ role: 'fellow' }, false],
    [{ role: 'attending' }, false],
    [{ role: 'faculty' }, false],
    [{ role: 'advisor' }, false],
    [{ role: 'alumni' }, false],
    [{ role: 'teacher' }, false],
    [{}, false],
    [{ role: 'resident', title: 'Dr.' }, false],
    [{ role: 'peer', title: 'Dr.' }, true],
  ])('%j: %s', (fields, isHi) => {
    expect(isCasual({ name: 'Ana Silva', ...fields }, me)).toBe(isHi)
  })

  it.each([
    ['PGY2', 'PGY1', true],
    ['PGY1', 'PGY1', false],
    ['PGY1', 'PGY2', false],
    ['PGY1', undefined, true],
    [undefined, 'PGY1', true],
  ])('a title counts of who is further on: %s for %s', (stage, mine, isTitled) => {
    const contact = { name: 'Ana Silva, MD', role: 'resident' as const, ...(stage && { stage }) }
    expect(isFormal({ ...contact, title: 'Dr.' }, mine ? { stage: mine } : {})).toBe(isTitled)
  })
})

describe('degrees and generations behind a name', () => {
  it.each([
    ['Lena Hoff Phd', { first: 'Lena', last: 'Hoff', suffix: 'Phd' }],
    ['Lena Hoff phd', { first: 'Lena Hoff', last: 'phd' }],
    ['Lena Hoff Md', { first: 'Lena Hoff', last: 'Md' }],
    ['Henry Okafor iii', { first: 'Henry', last: 'Okafor', suffix: 'iii' }],
    ['Henry Okafor II', { first: 'Henry', last: 'Okafor', suffix: 'II' }],
    ['Henry Okafor ii', { first: 'Henry Okafor', last: 'ii' }],
    ['Dr. Do', { title: 'Dr.', last: 'Do' }],
    ['Dr. Ma MD', { title: 'Dr.', last: 'Ma', suffix: 'MD' }],
    ['Lena MD', { first: 'Lena', last: 'MD' }],
    ['Hoff MD, Lena PhD, MPH', { first: 'Lena', last: 'Hoff', suffix: 'MD, PhD, MPH' }],
    ['Dr. Hoff, Lena', { title: 'Dr.', first: 'Lena', last: 'Hoff' }],
    ['Hoff, Dr. Lena', { title: 'Dr.', first: 'Lena', last: 'Hoff' }],
    ['Lena J. M. Hoff', { first: 'Lena', last: 'Hoff' }],
    ['J. M. Hoff', { first: 'J.', last: 'Hoff' }],
    ['(they/them)', { first: '(they/them)' }],
    [' , Lena Hoff', { first: 'Lena', last: 'Hoff' }],
    ['de la Torre', { first: 'de', last: 'la Torre' }],
    ['Juan de la Torre', { first: 'Juan', last: 'de la Torre' }],
    ['Juan Torre de', { first: 'Juan Torre', last: 'de' }],
    ['田中 太郎', { first: '太郎', last: '田中' }],
    ['田中 Taro', { first: '田中', last: 'Taro' }],
  ])('%s', (name, parts) => {
    expect(namesOf({ name })).toEqual({ full: name, ...parts })
  })

  it.each([
    [
      { name: 'Ana J. Rojas Vega', first: 'Ana' },
      { first: 'Ana', last: 'Rojas Vega' },
    ],
    [
      { name: 'Ana M. Rojas', last: 'Rojas' },
      { first: 'Ana', last: 'Rojas' },
    ],
    [
      { name: 'Ana Rojas', first: 'Lucia', last: 'Vega' },
      { first: 'Lucia', last: 'Vega' },
    ],
    [
      { name: 'Ana Rojas', first: 'Lucia' },
      { first: 'Lucia', last: 'Rojas' },
    ],
    [
      { name: 'Ana Rojas', last: 'Vega' },
      { first: 'Ana', last: 'Vega' },
    ],
    [
      { name: 'Rojas', last: 'Rojas' },
      { first: 'Rojas', last: 'Rojas' },
    ],
    [
      { name: 'Anabel Rojas', first: 'Ana' },
      { first: 'Ana', last: 'Rojas' },
    ],
  ])('%j is corrected in its parts', (contact, parts) => {
    expect(namesOf(contact)).toMatchObject(parts)
  })
})

it.each([
  ['Dr. Eva Stein', 'Dr. Stein'],
  ['Prof. Eva Stein, PhD', 'Prof. Stein'],
  ['Dr. Rao', 'Dr. Rao'],
  ['Priya Nair', 'Priya'],
  ['Priya', 'Priya'],
  ['J. Moss', 'J. Moss'],
  ['Ludwig van der Berg', 'Ludwig'],
  ['Dr. Ludwig van der Berg', 'Dr. van der Berg'],
])('%s is %s the second time', (name, again) => {
  expect(nameAgain(name)).toBe(again)
})
