import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finished } from '../../../src/domain/data/imported.ts'
import type { Contact, Database } from '../../../src/domain/data/model.ts'
import { importPeople } from '../../../src/domain/exchange/importing.ts'
import { enterPeople } from '../../../src/domain/meet/event-batch.ts'
import { addEvent, speakersKnown } from '../../../src/domain/meet/events.ts'
import { addContact } from '../../../src/domain/people/contacts.ts'
import { doubles } from '../../../src/domain/people/dupes.ts'
import {
  addressKey,
  hasName,
  isSameName,
  linkKey,
  nameIndex,
  nameWords,
  phoneKey,
  profileKey,
} from '../../../src/domain/people/identity.ts'
import { personMeant } from '../../../src/domain/people/people.ts'
import { addEarlyPeople } from '../../../src/domain/people/profile.ts'
import { personLines } from '../../../src/input/event-lines.ts'
import { changing, database } from '../../support/database.ts'

const TODAY = '2026-11-21'

/** Each line one person, however the name is typed. */
const ONE_PERSON = [
  ["Pat O'Brien", 'Pat O’Brien', 'pat obrien', 'Pat OBrien', "O'Brien, Pat", 'Pat O Brien'],
  ['Siobhán O’Neill', "Siobhan O'Neill", 'SIOBHAN ONEILL', 'Siobhán O` Neill', 'Siobhán Oʼneill'],
  ["Asha D'Souza", 'Asha D’Souza', 'Asha Dsouza', 'Asha DSouza', "D'souza, Asha"],
  ['Nguyễn Thị Hoa', 'Nguyen Thi Hoa', 'NGUYỄN THỊ HOA', 'Nguye\u0302\u0303n Thi\u0323 Hoa'],
  ['Jürgen Müller', 'Jurgen Muller', 'Prof. Dr. Jürgen Müller', 'Müller, Jürgen'],
  [
    'Ann Smith-Jones',
    'Ann Smith Jones',
    'Ann Smith‐Jones',
    'Ann Smith–Jones',
    'Ann Smith\u2011Jones',
  ],
  ['Ewan MacDonald', 'Ewan Macdonald', 'Ewan Mac Donald', 'ewan macdonald'],
  [
    'Ana Silva',
    'Dr. Ana Silva, MD',
    'Silva, Ana',
    'ana  silva',
    'Ana Silva, MD, PhD',
    'Ana M. Silva',
  ],
  ['Jan van der Berg', 'Jan Van Der Berg', 'van der Berg, Jan', 'Dr. Jan van der Berg'],
  ['Straße Łukasz Ødegård', 'Strasse Lukasz Odegard'],
  ['Þóra Æsardóttir', 'Thora Aesardottir'],
  ['İpek Yıldız', 'Ipek Yildiz', 'IPEK YILDIZ'],
  ['John Smith Jr.', 'John Smith', 'John Smith, Jr., MD', 'John Q. Smith'],
  ['Robert "Bo" Moss', 'Robert Moss', 'Robert (Bo) Moss'],
  ['Dr. Chen', 'Chen', 'Prof. Chen'],
  ['김 민준', '김 민준'],
] as const

/** Two people each. */
const TWO_PEOPLE = [
  ['Ana Silva', 'Ana Souza'],
  ['Maria Garcia-Lopez', 'Maria Garcia'],
  ['Maya Chen', 'Dr. Chen'],
  ['Lena Hoff', 'Lena Hoffmann'],
  ['Lena Hoff', 'Lena Maria Hoff'],
  ['John A. Smith', 'John B. Smith'],
  ['John Smith Jr.', 'John Smith Sr.'],
  ['Jürgen Müller', 'Jürgen Mueller'],
  ['Li An Wei', 'Lian Wei'],
  ['Ann Amiller', 'Anna Miller'],
  ['राम शर्मा', 'रम शर्मा'],
  ['かわだ ゆき', 'かわた ゆき'],
  ['王 小明', '王 小红'],
] as const

describe('one name', () => {
  it.each(ONE_PERSON.map(group => [...group]))(
    'is %s, however it is typed',
    (first = '', ...spellings) => {
      expect(spellings.filter(each => !isSameName(first, each))).toEqual([])
    },
  )

  it.each(TWO_PEOPLE)('is not both %s and %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false)
  })

  it('is also the corrected one, and the nickname with the family name', () => {
    const contact = { name: 'Xu Wei', first: 'Wei', last: 'Xu', nickname: 'Vivian' }
    expect(['Xu Wei', 'Wei Xu', 'Vivian Xu'].filter(name => hasName(contact, name))).toHaveLength(3)
    expect(hasName(contact, 'Vivian')).toBe(false)
  })
})

describe('one of', () => {
  it('two addresses is another in any letter with an accent, and none in case', () => {
    expect(addressKey(' ANA@X.org ')).toBe(addressKey('ana@x.org'))
    expect(addressKey('ana@köln.de')).not.toBe(addressKey('ana@koln.de'))
  })

  it.each([
    ['+1 (415) 555-0100', '415.555.0100'],
    ['0041 44 555 01 00', '+41 44 555 01 00'],
    ['415 555 0100 ext. 12', '+1 415 555 0100 x12'],
  ])('the phones %s and %s is the other', (one, other) => {
    expect(phoneKey(one)).toBe(phoneKey(other))
    expect(phoneKey(one)).toBeDefined()
  })

  it('two extensions is not the other, and of few digits nobody’s own', () => {
    expect(phoneKey('415 555 0100 x12')).not.toBe(phoneKey('415 555 0100 x13'))
    expect(phoneKey('55-0100')).toBeUndefined()
  })

  it.each([
    ['https://www.linkedin.com/in/Ana-Silva/', 'http://de.linkedin.com/in/ana-silva?trk=x'],
    ['https://twitter.com/ana', 'https://x.com/@Ana'],
    ['https://orcid.org/0000-0002-1825-0097', 'orcid.org/0000-0002-1825-0097/'],
    ['https://bsky.app/profile/ana.bsky.social', 'bsky.app/profile/ana.bsky.social#posts'],
  ])('the profiles %s and %s is the other', (one, other) => {
    expect(profileKey(one)).toBe(profileKey(other))
    expect(profileKey(one)).toBeDefined()
  })

  it('two pages that differ behind the question mark is not the other, and nobody’s profile', () => {
    const scholar = 'https://scholar.google.com/citations?user='
    expect(linkKey(`${scholar}a`)).not.toBe(linkKey(`${scholar}b`))
    expect(profileKey('https://ucsf.edu/team')).toBeUndefined()
    expect(linkKey('https://UCSF.edu/Team/')).toBe(linkKey('www.ucsf.edu/Team#top'))
  })
})

/** What each door says of a name, with somebody of another spelling here: true where it means them. */
const DOORS: Record<string, (here: string, typed: string) => boolean> = {
  'add refuses': (here, typed) => throws(() => addContact(withOne(here), { name: typed })),
  'an import knows them': (here, typed) => {
    const imported = {
      people: [{ fields: { name: typed }, line: 1 }],
      interactions: [],
      skipped: [],
    }
    const report = finished(importPeople(withOne(here), imported, { today: TODAY }))
    return report.entries[0]?.contact?.id === 1
  },
  'a line of an event means them': (here, typed) => {
    const db = withOne(here)
    const event = addEvent(db, { name: 'ACC', kind: 'conference', on: '2026-11-18' })
    const { people } = personLines([typed])
    return enterPeople(db, event, people, { today: TODAY }).entered[0]?.contact.id === 1
  },
  'a speaker is them': (here, typed) => {
    const db = withOne(here)
    const fields = { name: 'ACC', kind: 'conference', on: '2026-11-18', speakers: [typed] } as const
    return speakersKnown(db, addEvent(db, { ...fields, speakers: [typed] })).has(typed)
  },
  'the first network has them': (here, typed) =>
    !changing(withOne(here), db => addEarlyPeople(db, [{ name: typed, part: 'other' }])).length,
  'doubles are suspected by name': (here, typed) =>
    doubles(database({ contacts: [{ name: here }, { name: typed }] })).some(({ why }) =>
      why.includes('the same name'),
    ),
}

function withOne(name: string): Database {
  return database({ contacts: [{ id: 1, name }] })
}

function throws(act: () => Contact): boolean {
  try {
    act()
    return false
  } catch {
    return true
  }
}

describe('every door agrees', () => {
  // A family name alone is no whole name: a line of an event may mean somebody by it, a double is not suspected.
  const whole = ONE_PERSON.map(group => group.filter(name => !/Chen/.test(name))).filter(
    group => group.length,
  )
  const others = TWO_PEOPLE.filter(names => !names.some(name => name === 'Dr. Chen'))
  const names = [...new Set([...whole, ...others].flat())]

  it.each(Object.keys(DOORS))('%s exactly when the name is the same', door => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (here, typed) => {
        expect(DOORS[door]?.(here, typed)).toBe(isSameName(here, typed))
      }),
      { numRuns: 400, examples: [...pairs(whole), ...pairs(others)] },
    )
  })

  it.each(pairs(whole))('%s is found by typing %s', (here, typed) => {
    const meaning = personMeant(withOne(here), typed)
    expect(meaning).toMatchObject({ is: 'one', contact: { id: 1 } })
  })
})

/** Every spelling of each group with every other one. */
function pairs(groups: readonly (readonly string[])[]): [string, string][] {
  return groups.flatMap(group =>
    group.flatMap(one => group.map(other => [one, other] as [string, string])),
  )
}

describe('the words of a name', () => {
  it.each([
    ["Kate O'Neill", ['kate', 'oneill']],
    ['Kate O Neill', ['kate', 'o', 'neill', 'oneill']],
    ['O Neill', ['o', 'neill', 'oneill']],
    ['Connor Mac Leod', ['connor', 'mac', 'leod', 'macleod']],
    ['Connor Mc Leod', ['connor', 'mc', 'leod', 'mcleod']],
    ['Mac Leod', ['mac', 'leod']],
    ['Connor Leod Mac', ['connor', 'leod', 'mac']],
    ['Kate Kate', ['kate']],
  ])('%s', (name, words) => {
    expect(nameWords(name)).toEqual(words)
  })

  it.each<[Partial<Contact>, string, boolean]>([
    [{ first: 'Lucia' }, 'Lucia Rojas', true],
    [{ first: 'Lucia' }, 'Ana Rojas', true],
    [{ last: 'Vega' }, 'Ana Vega', true],
    [{ nickname: 'Nita' }, 'Nita Rojas', true],
    [{ nickname: 'Nita' }, 'Nita', false],
    [{ nickname: 'Nita', last: 'Vega' }, 'Nita Vega', true],
    [{}, 'Nita Rojas', false],
  ])('%j goes by %s: %s', (fields, name, isTheirs) => {
    expect(hasName({ name: 'Ana Rojas', ...fields }, name)).toBe(isTheirs)
  })

  it('an index gives everybody of a name as they were added, and no more than asked for', () => {
    const { contacts } = database({
      contacts: [
        { name: 'Ana Silva' },
        { name: 'Omar Aziz' },
        { name: 'Dr. Ana Silva' },
        { name: 'Ana B. Silva' },
        { name: 'Ana C. Silva' },
      ],
    })
    const index = nameIndex(contacts)
    const ids = (name: string, most?: number) => index.of(name, most).map(each => each.id)
    expect([ids('ana silva'), ids('Ana B. Silva'), ids('Silva')]).toEqual([
      [1, 3, 4, 5],
      [1, 3, 4],
      [],
    ])
    expect([ids('ana silva', 2), ids('ana silva', 1)]).toEqual([[1, 3], [1]])
  })
})

it('of several middle initials one in common is enough', () => {
  expect(isSameName('Ana M. R. Silva', 'Ana R. Silva')).toBe(true)
  expect(isSameName('Ana R. Silva', 'Ana M. R. Silva')).toBe(true)
  expect(isSameName('Ana M. R. Silva', 'Ana T. Silva')).toBe(false)
})
