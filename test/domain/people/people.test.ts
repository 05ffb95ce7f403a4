import { describe, expect, it } from 'vitest'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
} from '../../../src/domain/data/model.ts'
import { handlesOf, peopleMeant, personMeant } from '../../../src/domain/people/people.ts'

type Somebody = string | ({ name: string } & Partial<Contact>)

/** A database of these people, numbered from 1. */
function people(...somebodies: Somebody[]): Database {
  const db = emptyDatabase()
  for (const each of somebodies) {
    created(db, 'contacts', typeof each === 'string' ? { name: each } : each)
  }
  return db
}

/** The name of the one person meant, the names of several, or null for nobody. */
function meant(db: Database, text: string): string | string[] | null {
  const meaning = personMeant(db, text)
  if (meaning.is === 'one') return meaning.contact.name
  return meaning.is === 'several' ? meaning.candidates.map(contact => contact.name) : null
}

/** As `meant`, for the arguments of a command that takes several people. */
function group(db: Database, ...args: string[]): unknown {
  const meaning = peopleMeant(db, args)
  if (meaning.is === 'people') return meaning.contacts.map(contact => contact.name)
  if (meaning.is === 'several') return { ask: meaning.words }
  if (meaning.is === 'both') return 'refused'
  const parts = meaning.parts.map(part => (typeof part === 'string' ? part : part.id))
  return { unknown: parts, isClear: meaning.isClear }
}

describe('one person is meant by', () => {
  it('a number, with or without its sign', () => {
    const db = people('Priya Nair', 'Omar Aziz')
    expect(meant(db, '2')).toBe('Omar Aziz')
    expect(meant(db, ' #1 ')).toBe('Priya Nair')
  })

  it('a number, even when a name holds that figure', () => {
    expect(meant(people('Priya Nair', '1 Stop Clinic'), '1')).toBe('Priya Nair')
  })

  it('an email address in any case', () => {
    const db = people('Ana Silva', { name: 'Ana Costa', emails: ['a@x.org', 'Ana.C@uni.edu'] })
    expect(meant(db, 'ana.c@UNI.edu')).toBe('Ana Costa')
  })

  it('the full name before any part of a name', () => {
    expect(meant(people('Ana', 'Ana Silva'), 'ana')).toBe('Ana')
  })

  it('the full name without its title and degrees', () => {
    const db = people('Dr. Lena Hoff, MD', 'Lena Hoffmann')
    expect(meant(db, 'lena hoff')).toBe('Dr. Lena Hoff, MD')
    expect(meant(db, 'dr. lena hoff')).toBe('Dr. Lena Hoff, MD')
    expect(meant(db, 'Dr. Lena Hoff, MD')).toBe('Dr. Lena Hoff, MD')
  })

  it('a nickname before the words of other names', () => {
    const db = people({ name: 'Robert Chen', nickname: 'Sam' }, 'Sam Roth')
    expect(meant(db, 'sam')).toBe('Robert Chen')
  })

  it('a whole word before the beginning of one', () => {
    expect(meant(people('Lee Park', 'Leela Rao'), 'lee')).toBe('Lee Park')
  })

  it('whole words in any order', () => {
    expect(meant(people('Maria Garcia Lopez', 'Maria Rao'), 'lopez maria')).toBe(
      'Maria Garcia Lopez',
    )
  })

  it('the beginning of a word', () => {
    expect(meant(people('Priya Nair', 'Omar Aziz'), 'pri')).toBe('Priya Nair')
    expect(meant(people('Priya Nair', 'Omar Aziz'), 'az om')).toBe('Omar Aziz')
  })

  it('the beginnings of words, each with a word of its own', () => {
    expect(meant(people('Maya Chen'), 'm m')).toBe(null)
    expect(meant(people('Maya Mae'), 'ma maya')).toBe('Maya Mae')
    expect(meant(people({ name: 'Maya Chen', first: 'Maya' }), 'm m')).toBe(null)
  })

  it('a corrected first or last name', () => {
    const db = people({ name: 'Xu Wei', first: 'Wei', last: 'Xu', nickname: 'Vivian' })
    expect(meant(db, 'wei xu')).toBe('Xu Wei')
    expect(meant(db, 'viv')).toBe('Xu Wei')
  })
})

describe('a name is understood whatever', () => {
  it('its case and accents', () => {
    const db = people('María José Núñez', 'Søren Løvdal')
    expect(meant(db, 'maria jose')).toBe('María José Núñez')
    expect(meant(db, 'NÚÑEZ')).toBe('María José Núñez')
    expect(meant(db, 'nunez')).toBe('María José Núñez')
    expect(meant(db, 'soren')).toBe('Søren Løvdal')
  })

  it('its hyphens and apostrophes', () => {
    const db = people('Anna Smith-Jones', 'Pat O’Brien')
    expect(meant(db, 'jones')).toBe('Anna Smith-Jones')
    expect(meant(db, 'smith-jones')).toBe('Anna Smith-Jones')
    expect(meant(db, "o'brien")).toBe('Pat O’Brien')
    expect(meant(db, 'obrien')).toBe('Pat O’Brien')
  })

  it('the form of its accented letters', () => {
    expect(meant(people('Zoe\u0308 Park'), 'zo\u00eb park')).toBe('Zoe\u0308 Park')
  })
})

describe('no guess is made', () => {
  it('when several fit, the candidates of the first rule that fits are given', () => {
    expect(meant(people('Ana Silva', 'Ana Costa', 'Anabel Ruiz'), 'ana')).toEqual([
      'Ana Silva',
      'Ana Costa',
    ])
  })

  it('when two have the very same name', () => {
    expect(meant(people('Ana Silva', 'Ana Silva'), 'ana silva')).toEqual(['Ana Silva', 'Ana Silva'])
  })

  it('a family name alone is not the full name of a doctor', () => {
    expect(meant(people('Dr. Chen', 'Maya Chen'), 'chen')).toEqual(['Dr. Chen', 'Maya Chen'])
  })

  it('nothing, blanks and marks mean nobody', () => {
    const db = people('Ana Silva')
    expect(meant(db, '')).toBe(null)
    expect(meant(db, '   ')).toBe(null)
    expect(meant(db, '.,-')).toBe(null)
  })

  it('the middle of a word means nobody', () => {
    expect(meant(people('Ana Silva'), 'ilva')).toBe(null)
  })

  it('a number of another record says what it is', () => {
    const db = people('Ana Silva')
    created(db, 'followUps', { kind: 'reminder', what: 'register' })
    expect(() => personMeant(db, '2')).toThrow('#2 is a follow-up, not a person.')
  })

  it('a number that nobody has says so', () => {
    expect(() => personMeant(people('Ana Silva'), '99')).toThrow('There is no #99.')
  })
})

describe('archived people', () => {
  const aside = { name: 'Pat Moss', archived: true, nickname: 'Patty', emails: ['pat@x.org'] }

  it('are found by number and by full name', () => {
    expect(meant(people(aside), '1')).toBe('Pat Moss')
    expect(meant(people(aside), 'pat moss')).toBe('Pat Moss')
  })

  it('are not found by anything else', () => {
    expect(meant(people(aside), 'pat')).toBe(null)
    expect(meant(people(aside), 'moss')).toBe(null)
    expect(meant(people(aside), 'patty')).toBe(null)
    expect(meant(people(aside), 'pat@x.org')).toBe(null)
  })

  it('stand in nobody’s way', () => {
    expect(meant(people(aside, 'Pat Lee'), 'pat')).toBe('Pat Lee')
    expect(meant(people(aside, 'Pat Moss'), 'pat moss')).toBe('Pat Moss')
  })
})

describe('several people are meant by', () => {
  it('all words together as one person first', () => {
    const db = people('Jan van der Berg', 'Der Li')
    expect(group(db, 'van', 'der', 'berg')).toEqual(['Jan van der Berg'])
  })

  it('one argument each, when the words together are nobody', () => {
    expect(group(people('Ana Silva', 'Maya Chen'), 'ana', 'chen')).toEqual([
      'Ana Silva',
      'Maya Chen',
    ])
    expect(group(people('Ana Silva', 'Maya Chen'), 'Ana Silva', '2')).toEqual([
      'Ana Silva',
      'Maya Chen',
    ])
  })

  it('what stands between commas, in one argument or several', () => {
    const db = people('Ana Silva', 'Maya Chen')
    expect(group(db, 'ana silva, chen')).toEqual(['Ana Silva', 'Maya Chen'])
    expect(group(db, 'ana', 'silva,', 'chen,')).toEqual(['Ana Silva', 'Maya Chen'])
  })

  it('a name with its degree behind a comma, as the one person it is', () => {
    const db = people('Dr. Lena Hoff, MD', 'Kim Wu, MD')
    expect(group(db, 'Dr. Lena Hoff, MD')).toEqual(['Dr. Lena Hoff, MD'])
    expect(group(db, 'Lena Hoff, MD, PhD')).toEqual(['Dr. Lena Hoff, MD'])
  })

  it('a name that was stored with its family name first', () => {
    expect(group(people('Hoff, Lena', 'Lena Park'), 'Hoff, Lena')).toEqual(['Hoff, Lena'])
  })

  it('a name that is typed with its family name first', () => {
    const db = people('Dr. Ana Silva, MD', 'Bo Silva', 'Ana Costa')
    expect(group(db, 'Silva, Ana')).toEqual(['Dr. Ana Silva, MD'])
    expect(group(db, 'Silva,', 'Ana')).toEqual(['Dr. Ana Silva, MD'])
  })

  it('each person once', () => {
    expect(group(people('Ana Silva', 'Maya Chen'), 'ana,', 'silva,', 'chen')).toEqual([
      'Ana Silva',
      'Maya Chen',
    ])
  })
})

describe('of several people no guess is made', () => {
  it('when both readings fit, it is refused', () => {
    const db = people('Ana Chen', { name: 'Maya Chen', nickname: 'Chen' }, 'Ana')
    expect(group(db, 'ana', 'chen')).toBe('refused')
  })

  it('when several fit the whole and others fit the parts, it is refused', () => {
    const db = people('Ana Chen', 'Ana Chen', 'Chen', 'Ana')
    expect(group(db, 'ana', 'chen')).toBe('refused')
  })

  it('when a family name first fits one and its parts two others, it is refused', () => {
    const db = people('Ana Chen', { name: 'Maya Lee', nickname: 'Chen' }, 'Ana')
    expect(group(db, 'Chen, Ana')).toBe('refused')
  })

  it('when both readings mean the same person, it is that person', () => {
    expect(group(people('Ana Chen', 'Maya Lee'), 'ana', 'chen')).toEqual(['Ana Chen'])
  })

  it('one part that fits several is asked about', () => {
    const db = people('Ana Silva', 'Ana Costa', 'Maya Chen')
    expect(group(db, 'chen', 'ana')).toEqual({ ask: 'ana' })
    expect(group(db, 'chen, ana')).toEqual({ ask: 'ana' })
  })

  it('words that nobody is called are one new name', () => {
    expect(group(people('Ana Silva'), 'Sam', 'Roth')).toEqual({
      unknown: ['Sam Roth'],
      isClear: true,
    })
  })

  it('quotes and commas say where new names end', () => {
    const db = people('Ana Silva')
    expect(group(db, 'ana', 'Sam Roth')).toEqual({ unknown: [1, 'Sam Roth'], isClear: true })
    expect(group(db, 'Sam,', 'ana')).toEqual({ unknown: ['Sam', 1], isClear: true })
  })

  it('bare words beside somebody known could belong together', () => {
    expect(group(people('Ana Silva'), 'Sam', 'silva')).toEqual({
      unknown: ['Sam', 1],
      isClear: false,
    })
    expect(group(people('Ana Silva'), 'ana', 'Bo Lee', 'Sam')).toEqual({
      unknown: [1, 'Bo Lee', 'Sam'],
      isClear: false,
    })
  })
})

describe('the word to type for somebody', () => {
  it('is the family name where nobody else has that word, else the number', () => {
    const db = people('Dr. Lena Hoff, MD', 'Maya Chen', 'Chen Wu', 'Anna Smith-Jones')
    expect([...handlesOf(db, [1, 2, 3, 4])]).toEqual([
      [1, 'hoff'],
      [2, '2'],
      [3, 'wu'],
      [4, 'jones'],
    ])
  })

  it('is never the name of a template or of somebody archived', () => {
    const db = people('Ann Panel', { name: 'Bo Lund', archived: true })
    expect([...handlesOf(db, [1, 2])]).toEqual([
      [1, '1'],
      [2, '2'],
    ])
  })

  it('means that person again', () => {
    const db = people('Pat O’Brien', 'Jean-Luc de la Tour', 'Mononym')
    const handles = handlesOf(db, [1, 2, 3])
    expect([1, 2, 3].map(id => meant(db, handles.get(id) ?? ''))).toEqual([
      'Pat O’Brien',
      'Jean-Luc de la Tour',
      'Mononym',
    ])
  })
})

describe('the shortest word for somebody', () => {
  const handles = (...somebodies: Somebody[]) => {
    const db = people(...somebodies)
    return [
      ...handlesOf(
        db,
        db.contacts.map(each => each.id),
      ).values(),
    ]
  }

  it.each<[Somebody[], string[]]>([
    [
      ['Ana Silva', 'Omar Aziz'],
      ['silva', 'aziz'],
    ],
    [
      ['Ana Silva', 'Bo Silva'],
      ['1', '2'],
    ],
    [
      ['Ana Silva', 'Silva Costa'],
      ['1', 'costa'],
    ],
    [
      ['Ana Silva', { name: 'Bo Ek', nickname: 'Silva' }],
      ['1', 'ek'],
    ],
    [
      ['Ana Thanks', 'Bo Research'],
      ['1', '2'],
    ],
    [
      ['Kate O Neill', 'Jan van der Berg'],
      ['neill', 'berg'],
    ],
    [
      ['Priya', '王小明'],
      ['priya', '2'],
    ],
    [
      ['Ana X', 'Bo Li'],
      ['1', 'li'],
    ],
    [
      ['Ana Silva', { name: 'Bo Silva', archived: true }],
      ['1', '2'],
    ],
  ])('of %j', (somebodies, words) => {
    expect(handles(...somebodies)).toEqual(words)
  })
})

describe('several people in one line', () => {
  it('of two parts the one that fits several is asked about, by its own word', () => {
    const db = people('Ana Silva', 'Ana Costa', 'Omar Aziz')
    expect(group(db, 'omar, ana')).toEqual({ ask: 'ana' })
    expect(group(db, 'ana, omar')).toEqual({ ask: 'ana' })
  })

  it('of words without a comma somebody known beside bare words is unclear', () => {
    const db = people('Ana Silva', 'Omar Aziz')
    expect(group(db, 'omar', 'Bo Ek')).toEqual({ unknown: [2, 'Bo Ek'], isClear: true })
    expect(group(db, 'omar', 'bo')).toEqual({ unknown: [2, 'bo'], isClear: false })
    expect(group(db, 'omar, bo')).toEqual({ unknown: [2, 'bo'], isClear: true })
    expect(group(db, 'kai', 'bo')).toEqual({ unknown: ['kai bo'], isClear: true })
    expect(group(db, 'kai lee', 'bo')).toEqual({ unknown: ['kai lee', 'bo'], isClear: false })
  })
})
