import { describe, expect, it } from 'vitest'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
} from '../../../src/domain/data/model.ts'
import { doubles } from '../../../src/domain/people/dupes.ts'

type Somebody = string | ({ name: string } & Partial<Contact>)

/** A database of these people, numbered from 1. */
function people(...somebodies: Somebody[]): Database {
  const db = emptyDatabase()
  for (const each of somebodies) {
    created(db, 'contacts', typeof each === 'string' ? { name: each } : each)
  }
  return db
}

/** `1 2: why` for each suspected pair. */
function suspected(...somebodies: Somebody[]): string[] {
  return doubles(people(...somebodies)).map(({ a, b, why }) => `${a.id} ${b.id}: ${why.join('; ')}`)
}

describe('two are suspected to be one', () => {
  it('by an address, whatever its case', () => {
    expect(
      suspected({ name: 'Ana', emails: ['a@x.org'] }, { name: 'B. Silva', emails: ['A@X.org'] }),
    ).toEqual(['1 2: the same address, a@x.org'])
  })

  it('by a profile, however the link is written', () => {
    expect(
      suspected(
        { name: 'Ana', links: ['https://www.linkedin.com/in/ana-silva/'] },
        { name: 'Bea', links: ['http://de.linkedin.com/in/Ana-Silva?trk=x'] },
      ),
    ).toEqual(['1 2: the same profile, linkedin.com/in/ana-silva'])
  })

  it('by a phone number, with or without the code of the country', () => {
    expect(
      suspected(
        { name: 'Ana', phones: ['+1 (415) 555-0100'] },
        { name: 'B', phones: ['415.555.0100'] },
      ),
    ).toEqual(['1 2: the same phone number'])
  })

  it.each([
    ['José Peña', 'Jose Pena', 'the same name'],
    ['Dr. Lena Hoff, MD', 'lena hoff', 'the same name'],
    ['O’Brien, Kate', "Kate O'Brien", 'the same name'],
    ['Ana Silva', 'Silva Ana', 'the same name in another order'],
    ['Lena Hoff', 'Lena Maria Hoff', 'one name is part of the other'],
    ['Bob Miller', 'Robert Miller', 'Bob and Robert can be one name'],
    ['L. Hoff', 'Lena Hoff', 'L. can be Lena'],
    ['Robert "Bo" Miller', 'Bo Miller', 'Robert and Bo can be one name'],
  ])('by name: %s and %s', (one, other, why) => {
    expect(suspected(one, other)).toEqual([`1 2: ${why}`])
  })

  it('by a nickname that is on file', () => {
    expect(suspected({ name: 'Guadalupe Rojas', nickname: 'Lupe' }, 'Lupe Rojas')).toEqual([
      '1 2: Guadalupe and Lupe can be one name',
    ])
  })

  it('by one name without another only where they are at one place', () => {
    expect(suspected('Priya', 'Priya')).toEqual([])
    expect(
      suspected({ name: 'Priya', institution: 'UCSF' }, { name: 'Priya', institution: 'ucsf' }),
    ).toEqual(['1 2: the same name, both at UCSF'])
  })

  it('by several things at once, and the surest pair comes first', () => {
    expect(
      suspected(
        'Omar Aziz',
        'Omar Aziz',
        { name: 'Lena Hoff', emails: ['l@x.org'] },
        { name: 'Lena Hoff', emails: ['l@x.org'] },
      ),
    ).toEqual(['3 4: the same address, l@x.org; the same name', '1 2: the same name'])
  })
})

describe('two are taken for two', () => {
  it.each([
    ['Maya Chen', 'Wei Chen'],
    ['Dr. Chen', 'Maya Chen'],
    ['Dr. Chen', 'Prof. Chen'],
    ['John Smith Jr.', 'John Smith Sr.'],
    ['John A. Smith', 'John B. Smith'],
    ['Christopher Lee', 'Christina Lee'],
    ['Jan Berg', 'Jane Berg'],
    ['Bob Lee Miller', 'Robert Lee Smith'],
  ])('%s and %s', (one, other) => {
    expect(suspected(one, other)).toEqual([])
  })

  it('by an initial that could be either of several', () => {
    expect(suspected('J. Lee', 'James Lee', 'Jane Lee')).toEqual([])
  })

  it('by profiles of one site, or birthdays, that differ', () => {
    const link = (name: string) => [`https://linkedin.com/in/${name}`]
    expect(
      suspected({ name: 'Ana Silva', links: link('a1') }, { name: 'Ana Silva', links: link('a2') }),
    ).toEqual([])
    expect(
      suspected(
        { name: 'Ana Silva', birthday: '--03-09' },
        { name: 'Ana Silva', birthday: '1990-03-10' },
      ),
    ).toEqual([])
  })

  it('when a hospital’s site or switchboard is all they share', () => {
    expect(
      suspected(
        { name: 'A', links: ['https://ucsf.edu'] },
        { name: 'B', links: ['https://ucsf.edu/'] },
      ),
    ).toEqual([])
    const staff = ['A', 'B', 'C', 'D', 'E'].map(name => ({ name, phones: ['415 555 0100'] }))
    expect(suspected(...staff)).toEqual([])
  })

  it('when both are archived', () => {
    expect(
      suspected({ name: 'Ana Silva', archived: true }, { name: 'Ana Silva', archived: true }),
    ).toEqual([])
  })
})

it('the one with more logged is the one to keep', () => {
  const db = people('Ana Silva', 'Ana Silva')
  created(db, 'interactions', { kind: 'coffee', on: '2026-11-01', contacts: [2] })
  expect(doubles(db)[0]).toEqual({
    a: { id: 2, name: 'Ana Silva', role: null, institution: null, interactions: 1 },
    b: { id: 1, name: 'Ana Silva', role: null, institution: null, interactions: 0 },
    why: ['the same name'],
  })
})

it('three of one name are two pairs, enough to make them one', () => {
  expect(suspected('Ana Silva', 'Ana Silva', 'ana silva')).toEqual([
    '1 2: the same name',
    '1 3: the same name',
  ])
})

it('ten thousand of one name are gone through by their neighbors, not each with each', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => ({
    name: `Maria ${String.fromCodePoint(0x4e00 + index)} Garcia`,
    emails: ['office@ucsf.edu'],
  }))
  expect(suspected(...names)).toEqual([])
})

it.each(
  Object.entries({
    alexander: 'alex al sasha xander',
    alexandra: 'alex sandra sasha lexi',
    alejandro: 'alex ale',
    andrew: 'andy drew',
    anthony: 'tony',
    antonio: 'tony toni',
    barbara: 'barb',
    benjamin: 'ben benji',
    catherine: 'cathy kate katie cat',
    charles: 'charlie chuck',
    christina: 'chris tina christy',
    christine: 'chris tina christy',
    christopher: 'chris kit',
    daniel: 'dan danny',
    danielle: 'dani',
    david: 'dave davy',
    deborah: 'deb debbie',
    dorothy: 'dot dottie',
    edward: 'ed eddie ted ned',
    elizabeth: 'liz lizzie beth betty eliza lisa libby',
    emily: 'em emmy',
    eugene: 'gene',
    francisco: 'paco pancho fran',
    frederick: 'fred freddie',
    gabriel: 'gabe',
    gabriela: 'gaby gabi',
    geoffrey: 'geoff jeff',
    gregory: 'greg',
    guillermo: 'memo',
    isabella: 'bella izzy isa',
    jacob: 'jake',
    jacqueline: 'jackie',
    james: 'jim jimmy jamie',
    jeffrey: 'jeff',
    jennifer: 'jen jenny',
    jessica: 'jess jessie',
    jesus: 'chuy',
    jonathan: 'jon johnny jonny',
    john: 'johnny jack jon',
    jose: 'pepe',
    joseph: 'joe joey',
    joshua: 'josh',
    katherine: 'kate katie kathy kat kay',
    kathleen: 'kathy kate',
    kenneth: 'ken kenny',
    kimberly: 'kim',
    lawrence: 'larry',
    leonard: 'leo len lenny',
    madeline: 'maddie',
    margaret: 'maggie meg peggy marge greta',
    matthew: 'matt',
    megan: 'meg',
    michael: 'mike mick mickey',
    michelle: 'shelly',
    mohammed: 'mo mohamed muhammad mohammad',
    natalie: 'nat',
    nathaniel: 'nate nathan nat',
    nicholas: 'nick nico',
    nicole: 'nikki nicki',
    pamela: 'pam',
    patricia: 'pat patty trish tricia',
    patrick: 'pat paddy',
    peter: 'pete',
    philip: 'phil phillip',
    priscilla: 'cilla',
    rachel: 'rach',
    raymond: 'ray',
    rebecca: 'becky becca',
    richard: 'rick ricky rich dick',
    robert: 'rob bob bobby robbie bert',
    roberto: 'beto',
    ronald: 'ron ronnie',
    samantha: 'sam',
    samuel: 'sam sammy',
    sarah: 'sara sally',
    stephanie: 'steph',
    stephen: 'steve steven',
    steven: 'steve stephen',
    susan: 'sue susie',
    theodore: 'ted teddy theo',
    theresa: 'terry tess',
    thomas: 'tom tommy',
    timothy: 'tim timmy',
    valerie: 'val',
    veronica: 'ronnie vero',
    victoria: 'vicky tori',
    vincent: 'vince vinny',
    walter: 'walt wally',
    william: 'will bill billy willie liam',
    zachary: 'zach zack',
  }),
)('%s is also called %s', (long, shorts) => {
  const alone = shorts
    .split(' ')
    .filter(short => !suspected(`${short} Miller`, `${long} Miller`)[0])
  expect(alone).toEqual([])
})

it('two who are both archived are no pair, one of them still is', () => {
  const ana = { name: 'Ana Silva' }
  expect(suspected({ ...ana, archived: true }, { ...ana, archived: true })).toEqual([])
  expect(suspected({ ...ana, archived: true }, ana)).toEqual(['1 2: the same name'])
  expect(suspected(ana, { ...ana, archived: true })).toEqual(['1 2: the same name'])
})

const LINKED = 'https://www.linkedin.com/in/'

it.each<[string, Somebody, Somebody]>([
  ['one introduced the other', 'Ana Silva', { name: 'Ana Silva', introducedBy: 1 }],
  ['the other introduced the one', { name: 'Ana Silva', introducedBy: 2 }, 'Ana Silva'],
  [
    'their birthdays differ',
    { name: 'Ana Silva', birthday: '1990-03-09' },
    { name: 'Ana Silva', birthday: '--03-10' },
  ],
  [
    'their profiles of one site differ',
    { name: 'Ana Silva', links: [`${LINKED}ana1`, `${LINKED}ana3`] },
    { name: 'Ana Silva', links: [`${LINKED}ana2`] },
  ],
  ['one is Jr. and the other Sr.', 'Ana Silva Jr.', 'Ana Silva Sr.'],
  ['their middle initials differ', 'Ana M. Silva', 'Ana T. Silva'],
  ['only their family is the same', 'Ana Silva', 'Bea Silva'],
  ['only their given name is the same', 'Ana Silva', 'Ana Costa'],
])('namesakes are two when %s', (_, one, other) => {
  expect(suspected(one, other)).toEqual([])
})

it.each<[string, Somebody, Somebody, string]>([
  [
    'one birthday has the year',
    { name: 'Ana Silva', birthday: '1990-03-09' },
    { name: 'Ana Silva', birthday: '--03-09' },
    'the same name',
  ],
  [
    'one profile of a site is the same',
    { name: 'Ana Silva', links: [`${LINKED}ana1`, `${LINKED}ana2`] },
    { name: 'Ana Silva', links: [`${LINKED}ana2`] },
    'the same profile, linkedin.com/in/ana2; the same name',
  ],
  [
    'their profiles are of two sites',
    { name: 'Ana Silva', links: [`${LINKED}ana1`] },
    { name: 'Ana Silva', links: ['https://orcid.org/0000-0001'] },
    'the same name',
  ],
  [
    'only one has a profile there',
    { name: 'Ana Silva', links: [`${LINKED}ana1`] },
    { name: 'Ana Silva', links: ['https://x.org/ana'] },
    'the same name',
  ],
  ['only one is Jr.', 'Ana Silva Jr.', 'Ana Silva', 'the same name'],
  ['one of their initials is the same', 'Ana M. T. Silva', 'Ana T. Silva', 'the same name'],
])('namesakes may be one when %s', (_, one, other, why) => {
  expect(suspected(one, other)).toEqual([`1 2: ${why}`])
})

it.each([
  ['Lena Maria Hoff', 'Lena Hoff', '1 2: one name is part of the other'],
  ['Lena Hoff', 'L. Hoff', '1 2: L. can be Lena'],
])('the longer name may stand first: %s and %s', (one, other, pair) => {
  expect(suspected(one, other)).toEqual([pair])
})

it('pairs of the same weight stand in the order of their numbers', () => {
  expect(suspected('Bo Lee', 'Ana Silva', 'Ana Silva', 'Bo Lee', 'ana silva')).toEqual([
    '1 4: the same name',
    '2 3: the same name',
    '2 5: the same name',
  ])
})

it.each([
  [20, 19],
  [21, 0],
])('an address that %i people share makes %i pairs', (count, pairs) => {
  const letters = (index: number) => `${'abcdefghijklmnopqrstuvwxyz'[index]}`.repeat(3)
  const office = Array.from({ length: count }, (_, index) => {
    return { name: letters(index), emails: ['office@x.org'] }
  })
  expect(suspected(...office)).toHaveLength(pairs)
})

it('a nickname alone, and one in brackets, are names that somebody goes by', () => {
  expect(suspected({ name: 'Roberta Miller', nickname: 'Bo' }, 'Bo Miller')).toEqual([
    '1 2: Roberta and Bo can be one name',
  ])
  expect(suspected('Roberta (Bo) Miller', 'Bo Miller')).toEqual([
    '1 2: Roberta and Bo can be one name',
  ])
})
