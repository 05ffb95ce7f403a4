import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { finished, type Imported } from '../../src/domain/data/imported.ts'
import { publicFields } from '../../src/domain/data/lens.ts'
import type { Contact, Interaction } from '../../src/domain/data/model.ts'
import { Failure } from '../../src/failure.ts'
import {
  csvFields,
  interactionsCsv,
  peopleCsv,
  readPeopleCsv,
  suggestedField,
} from '../../src/formats/csv.ts'
import { csvRows, csvText } from '../../src/formats/csv-table.ts'
import { decodeText } from '../../src/formats/decode.ts'
import { contactArbitrary, fieldsOf } from '../support/contacts.ts'

const peopleFromCsv = (...args: Parameters<typeof readPeopleCsv>): Imported =>
  finished(readPeopleCsv(...args))
const fixture = (name: string) =>
  csvRows(decodeText(readFileSync(new URL(`../fixtures/csv/${name}`, import.meta.url))))
const people = async (name: string): Promise<Imported> => peopleFromCsv(await fixture(name))

// Programs that are known

it('an old Google file gives everything that a contact has a place for', async () => {
  expect(await people('google-old.csv')).toEqual({
    people: [
      {
        fields: {
          name: 'Dr. Ana María Silva',
          first: 'Ana',
          last: 'Silva',
          nickname: 'Anita',
          role: 'attending',
          emails: ['ana.silva@example.org', 'a.silva@example.net', 'ana@example.com'],
          phones: ['+1 555-010-0042'],
          links: ['https://www.linkedin.com/in/anasilva'],
          institution: 'St. Elmo Hospital',
          department: 'Cardiology',
          area: 'Berkeley, CA',
          birthday: '--03-09',
          interests: ['climbing'],
          tags: ['Cardiology'],
          note: 'Likes "real" coffee\nand long walks',
        },
        line: 2,
      },
    ],
    interactions: [],
    skipped: [],
    leftOut: [
      { what: '"Address 1 - Formatted"', count: 1 },
      { what: '"Address 1 - Street"', count: 1 },
      { what: '"Address 1 - Postal Code"', count: 1 },
    ],
  })
})

it('a new Google file reads, and somebody without a name goes by the address', async () => {
  expect((await people('google-new.csv')).people.map(person => person.fields)).toEqual([
    {
      name: 'Ben Okafor',
      emails: ['ben.okafor@example.edu'],
      phones: ['+1 555 010 0007', '+1 555 010 0008'],
      links: ['https://example.org/ben'],
      institution: 'Example University',
      stage: 'MS3',
      birthday: '1999-01-02',
      tags: ['Study'],
    },
    { name: 'only.mail@example.org', emails: ['only.mail@example.org'] },
  ])
})

it('LinkedIn connections were met online on the day they connected', async () => {
  expect(await people('linkedin.csv')).toEqual({
    people: [
      {
        fields: {
          name: 'Priya Nair',
          links: ['https://www.linkedin.com/in/priya-nair-42'],
          institution: 'Example University School of Medicine',
          organizations: ['Example University School of Medicine: Medical Student'],
          met: 'online',
          metOn: '2025-11-21',
        },
        line: 5,
      },
      {
        fields: {
          name: 'Samuel Okoye, MD, MPH',
          emails: ['sam.okoye@example.org'],
          links: ['https://www.linkedin.com/in/samokoye'],
          institution: 'Mercy, Hope & Partners',
          organizations: ['Mercy, Hope & Partners: Chief Resident'],
          met: 'online',
          metOn: '2024-02-03',
        },
        line: 6,
      },
      {
        fields: {
          name: 'Zoë 🩺 Lind',
          links: ['https://www.linkedin.com/in/zoe'],
          met: 'online',
          metOn: '2020-01-09',
        },
        line: 8,
      },
    ],
    interactions: [],
    skipped: [{ line: 7, why: 'It has no name, email address or phone number.' }],
  })
})

it('LinkedIn connections without the lines above read the same', async () => {
  const bare = await people('linkedin-bare.csv')
  const whole = await people('linkedin.csv')
  expect(bare.people.map(person => person.fields)).toEqual(
    whole.people.map(person => person.fields),
  )
  expect(bare.people.map(person => person.line)).toEqual([2, 3, 5])
})

it('a classic Outlook file in Windows letters reads, its dates by the one that is clear', async () => {
  expect((await people('outlook-classic.csv')).people.map(person => person.fields)).toEqual([
    {
      name: 'Dr. René Lefèvre, Jr.',
      role: 'fellow',
      emails: ['rene.lefevre@example.org'],
      phones: ['+1 555 010 0111', '+1 555 010 0222'],
      links: ['https://example.org/rene'],
      institution: 'Clinique “Exemple”',
      area: 'Montréal, QC',
      birthday: '1980-09-03',
      interests: ['chess'],
      tags: ['Research', 'Panel'],
      note: 'Fax: +1 555 010 0999',
    },
    { name: 'Amy Ng', area: 'Oakland, CA', birthday: '1990-12-25' },
    { name: 'Kim Lee', emails: ['kim@example.org'] },
  ])
})

it('a German Outlook file with semicolons reads', async () => {
  expect((await people('outlook-german.csv')).people.map(person => person.fields)).toEqual([
    {
      name: 'Jörg Weiß',
      emails: ['joerg.weiss@example.org'],
      phones: ['0221 5550100', '+49 170 5550100'],
      institution: 'Klinikum Beispiel; Haus 2',
      department: 'Chirurgie',
      organizations: ['Klinikum Beispiel; Haus 2: Oberarzt'],
      area: 'Köln, NRW',
      birthday: '1970-03-09',
      tags: ['Chirurgie', 'Famulatur'],
      note: 'Kennt das Register, ist nett',
    },
  ])
})

it('a new Outlook file reads', async () => {
  expect((await people('outlook-new.csv')).people.map(person => person.fields)).toEqual([
    {
      name: 'Noor Haddad',
      emails: ['noor.haddad@example.org'],
      phones: ['+1 555 010 0333'],
      area: 'Reno, NV',
      birthday: '2001-05-06',
    },
  ])
})

it('a birthday in figures that could be two days stays in the note as it is', async () => {
  const table = await csvRows('First Name,Last Name,E-mail Address,Birthday\nAna,Silva,,9/3/1990')
  expect(peopleFromCsv(table).people[0]?.fields).toEqual({
    name: 'Ana Silva',
    note: 'Birthday: 9/3/1990',
  })
})

it('one birthday of the file that can be read in one way decides about the others', async () => {
  const birthdays = async (...days: string[]) => {
    const rows = days.map(day => `Ana,Silva,,${day}`)
    const table = await csvRows(`First Name,Last Name,E-mail Address,Birthday\n${rows.join('\n')}`)
    return peopleFromCsv(table).people.map(({ fields }) => fields.birthday)
  }
  expect(await birthdays('9/3/1990', '3/13/1990')).toEqual(['1990-09-03', '1990-03-13'])
  expect(await birthdays('9/3/1990', '13/3/1990')).toEqual(['1990-03-09', '1990-03-13'])
  expect(await birthdays('9/3/1990', '12/12/1990')).toEqual([undefined, undefined])
})

it('blanks around one of several values do not count, nor does a cell of blanks', async () => {
  const table = await csvRows('name,circles,area,emails,uid\nAna Silva, mentor ; study ,   ,,')
  expect(peopleFromCsv(table).people[0]?.fields).toEqual({
    name: 'Ana Silva',
    circles: ['mentor', 'study'],
  })
})

// Any other file

it('a file of any columns reads by a mapping', async () => {
  const table = await csvRows(
    'Who\tMail\tWhere\tRole\tFields\nAna Silva\tana@x.org\tPanel\tPeer\tEM; IM',
  )
  const mapping = new Map([
    ['Who', 'name'],
    ['mail', 'email'],
    ['Where', 'met-at'],
    ['Role', 'role'],
    ['Fields', 'interest'],
  ])
  expect(peopleFromCsv(table, mapping).people).toEqual([
    {
      fields: {
        name: 'Ana Silva',
        emails: ['ana@x.org'],
        metAt: 'Panel',
        role: 'peer',
        interests: ['EM', 'IM'],
      },
      line: 2,
    },
  ])
})

it('a value that its field cannot hold goes into the note', async () => {
  const table = await csvRows('n,r,d\nAna,my neighbor,last summer')
  const mapping = new Map([
    ['n', 'name'],
    ['r', 'role'],
    ['d', 'met-on'],
  ])
  expect(peopleFromCsv(table, mapping).people[0]?.fields).toEqual({
    name: 'Ana',
    note: 'Role: my neighbor\nMet on: last summer',
  })
})

it('a role is understood by what people call it', async () => {
  const table = await csvRows('n,r\nAna,Preceptor\nBen,constructor\nCara,allied health')
  const mapping = new Map([
    ['n', 'name'],
    ['r', 'role'],
  ])
  expect(peopleFromCsv(table, mapping).people.map(({ fields }) => fields)).toEqual([
    { name: 'Ana', role: 'attending' },
    { name: 'Ben', note: 'Role: constructor' },
    { name: 'Cara', role: 'allied-health' },
  ])
})

it('a mapping to what is no field or from what is no column is refused', async () => {
  const table = await csvRows('Name,Mail\nAna,ana@x.org')
  expect(() => peopleFromCsv(table, new Map([['Name', 'nam']]))).toThrow(
    new Failure('usage', 'A column can\'t be mapped to "nam".', 'Did you mean name?'),
  )
  expect(() => peopleFromCsv(table, new Map([['Nome', 'name']]))).toThrow(
    'The file has no column "Nome".',
  )
  expect(() => peopleFromCsv(table, new Map([['Name', '__proto__']]))).toThrow(Failure)
  const unknown = await csvRows('Wer,Spital\nAna,UCSF')
  expect(() => peopleFromCsv(unknown)).toThrow("netmed doesn't know the columns of this file.")
})

it('the usual names of columns are offered their fields', () => {
  const columns = ['Full Name', 'E-Mail', 'met on', 'Specialty', 'constructor', '']
  expect(columns.map(suggestedField)).toEqual(['name', 'email', 'met-on', 'specialty', null, null])
  expect(csvFields().slice(0, 4)).toEqual(['name', 'title', 'first', 'last'])
})

// Odd files

it('torn, wide and badly quoted rows cost at most themselves', async () => {
  const table = await fixture('hostile.csv')
  const mapping = new Map([
    ['Name', 'name'],
    ['Mail', 'email'],
  ])
  const read = peopleFromCsv(table, mapping)
  expect(read.people.map(({ line, fields }) => [line, fields.name, fields.emails])).toEqual([
    [2, 'Ragged Row', undefined],
    [3, 'Wide Row', ['one@example.org', 'two@example.org']],
    [4, '"Quotes "inside" and " outside', ['three@example.org']],
    [5, 'Unclosed "quote here', ['four@example.org']],
    [10, 'After It', ['eight@example.org']],
  ])
  expect(read.skipped).toEqual([
    { line: 7, why: 'The name has an invisible character in it (\\u{1b}).' },
    { line: 8, why: 'The name has an invisible character in it (\\u{0}).' },
    { line: 9, why: 'A quotation mark in this row is never closed.' },
  ])
  expect(Object.keys(Object.prototype)).toEqual([])
})

it('rows are told by their lines, whatever ends them and whatever stands in their cells', async () => {
  const table = await csvRows('sep=;\r\nName;Note\r\rAna;"one\r\ntwo\nthree"\n\nBen;x\r\n')
  expect(table).toMatchObject({
    header: ['Name', 'Note'],
    rows: [
      ['Ana', 'one\r\ntwo\nthree'],
      ['Ben', 'x'],
    ],
    lines: [4, 8],
    firstLine: 2,
    skipped: [],
  })
})

it('a row that opens a quotation mark for ever costs itself alone', async () => {
  const table = await csvRows('Name,Note\nAna,a\nBen,"open\nCara,c\nDora,d\n')
  expect(table.rows.map(([name]) => name)).toEqual(['Ana', 'Cara', 'Dora'])
  expect(table.lines).toEqual([2, 4, 5])
  expect(table.skipped).toEqual([{ line: 3, why: 'A quotation mark in this row is never closed.' }])
})

it('blanks around the names of columns and before cells do not count', async () => {
  const table = await csvRows(' Name , E-Mail\t,\n Ana ,ana@x.org,\n')
  expect(table.header).toEqual(['Name', 'E-Mail', ''])
  expect(table.rows).toEqual([['Ana ', 'ana@x.org', '']])
})

it('rows of blanks alone are no rows, and no header', async () => {
  const table = await csvRows('\n , ,\nName,Mail\n  ,\nAna,\n')
  expect(table).toMatchObject({ header: ['Name', 'Mail'], rows: [['Ana', '']], lines: [5] })
  expect(table.firstLine).toBe(3)
})

it('an empty file has neither header nor rows', async () => {
  expect(await csvRows('')).toMatchObject({ header: [], rows: [], lines: [], isKnown: false })
})

it('too many rows, too long fields and too long rows are refused', async () => {
  await expect(csvRows(`Name\n${'A\n'.repeat(100_001)}`)).rejects.toThrow(
    'The file holds more than 100,000 rows.',
  )
  await expect(csvRows(`Name\nAna\n${'x'.repeat(1024 * 1024 + 1)}`)).rejects.toThrow(
    'The record at line 3 has a field of more than 1 MB.',
  )
  await expect(csvRows(`Name\n"${'x'.repeat(9 * 1024 * 1024)}"`)).rejects.toThrow(
    'The file has a row of more than 8 MB, or a quotation mark that is never closed.',
  )
  await expect(csvRows(`Name\r${';'.repeat(9 * 1024 * 1024)}\r`)).rejects.toThrow(
    'The file has a row of more than 8 MB, or a quotation mark that is never closed.',
  )
})

it('a row of three hundred thousand columns is refused, and one of five thousand reads', async () => {
  await expect(csvRows(`Name\nAna${',x'.repeat(300_000)}`)).rejects.toThrow(
    'The file has a row of more than 5,000 columns.',
  )
  const columns = `name${',interests'.repeat(4_000)},emails,uid`
  const table = await csvRows(`${columns}\nAna${',x'.repeat(4_000)},a@x.org,1`)
  const fields = peopleFromCsv(table).people[0]?.fields
  expect(fields?.interests).toHaveLength(200)
  expect(fields?.note).toBe(`Interest: ${Array(3_800).fill('x').join(', ')}`)
})

it('no bytes make the reader throw anything but a failure', async () => {
  const sign = fc.constantFrom(...['"', ',', ';', '\t', '\r', '\n', "'", '=', '\0', 'a', '\ufeff'])
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: sign }), fc.uint8Array(), async (signs, bytes) => {
      const table = await csvRows(signs + decodeText(bytes))
      const column = table.header[0]
      if (column !== undefined) peopleFromCsv(table, new Map([[column, 'name']]))
    }),
    { numRuns: 300 },
  )
})

// Out

const ana: Contact = {
  id: 7,
  uid: 'k3v9x2m4p7q1r8s5',
  createdAt: '2026-01-02T03:04:05.000Z',
  name: 'Ana Silva',
  circles: ['mentor', 'support'],
  phones: ['+1 (555) 010-0042', '+49 170 5550100'],
  introducedBy: 8,
  worries: ['the boards'],
  tags: ['a; b', 'c'],
  note: '=HYPERLINK("http://x")',
  privateNote: 'only mine',
}
const lena: Contact = {
  id: 8,
  uid: 'a1b2c3d4e5f6g7h8',
  createdAt: '2026-01-02T03:04:05.000Z',
  name: 'Lena "Leni" Hoff',
}

async function columnsOf(text: string): Promise<Record<string, string>> {
  const { header, rows } = await csvRows(text)
  const filled = header.flatMap((column, at) => (rows[0]?.[at] ? [[column, rows[0][at]]] : []))
  return Object.fromEntries(filled)
}

it('people are written without what is private', async () => {
  expect(
    await columnsOf(peopleCsv([publicFields('contacts', ana)], { everybody: [ana, lena] })),
  ).toEqual({
    name: 'Ana Silva',
    circles: 'mentor',
    phones: '+1 (555) 010-0042; +49 170 5550100',
    introducedBy: 'Lena "Leni" Hoff',
    introducedByUid: 'a1b2c3d4e5f6g7h8',
    tags: 'a\\; b; c',
    note: '=HYPERLINK("http://x")',
    uid: 'k3v9x2m4p7q1r8s5',
  })
})

it('what is private is written when it is asked for', async () => {
  expect(await columnsOf(peopleCsv([ana], { withPrivate: true }))).toMatchObject({
    circles: 'mentor; support',
    worries: 'the boards',
    privateNote: 'only mine',
  })
})

it('an import of exported people gives the same people', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(contactArbitrary, { maxLength: 3 }), async contacts => {
      const read = peopleFromCsv(await csvRows(peopleCsv(contacts, { withPrivate: true })))
      expect(read.people.map(person => person.fields)).toEqual(contacts.map(fieldsOf))
      expect(read.people.map(person => person.uid)).toEqual(contacts.map(each => each.uid))
      expect(read.skipped).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('an introducer is found again by uid', async () => {
  const table = await csvRows(peopleCsv([ana, lena]))
  expect(peopleFromCsv(table).people[0]?.introducedBy).toEqual({
    name: 'Lena "Leni" Hoff',
    uid: 'a1b2c3d4e5f6g7h8',
  })
})

it('cells that a spreadsheet would run are defused, and phone numbers are not', () => {
  const cells = [
    '=1+1',
    '+1-555 (010)',
    '+1+cmd',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '＝1',
    '＋1',
    "'=1",
    'a',
  ]
  expect(
    csvText(
      ['h'],
      cells.map(cell => [cell]),
    ),
  ).toBe(
    [
      '\ufeff"h"',
      `"'=1+1"`,
      '"+1-555 (010)"',
      `"'+1+cmd"`,
      `"'-1"`,
      `"'@x"`,
      `"'\tx"`,
      `"'\rx"`,
      `"'＝1"`,
      `"'＋1"`,
      `"''=1"`,
      '"a"',
      '',
    ].join('\r\n'),
  )
})

it('any cells come back as they were', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }).map(text => text.toWellFormed()),
    fc.string({ unit: fc.constantFrom(...'\'=+-@\t\r\n"\\;,＝') }),
  )
  const filled = fc.array(cell, { minLength: 2 }).filter(cells => cells.some(each => each.trim()))
  await fc.assert(
    fc.asyncProperty(fc.array(filled), async rows => {
      expect((await csvRows(csvText(['a', 'b'], rows))).rows).toEqual(rows)
    }),
    { numRuns: 300 },
  )
})

it('interactions are written with names, and private ones only when asked for', async () => {
  const talk: Interaction = {
    id: 9,
    uid: 'i1v9x2m4p7q1r8s5',
    createdAt: '2026-01-02T03:04:05.000Z',
    kind: 'panel',
    on: '2026-01-02',
    contacts: [7, 8],
    event: 10,
    detail: 'her registry',
  }
  const secret: Interaction = { ...talk, id: 11, uid: 'i2v9x2m4p7q1r8s5', private: true }
  const event = { ...lena, id: 10, name: 'ACC 2026', kind: 'conference', on: '2026-01-02' } as const
  const names = { contacts: [ana, lena], events: [event] }
  const text = interactionsCsv([talk], names)
  expect(text).toBe(
    [
      '\ufeff"on","kind","people","by","event","place","near","detail","note","gave","uid"',
      '"2026-01-02","panel","Ana Silva; Lena ""Leni"" Hoff","me","ACC 2026","","","her registry","","","i1v9x2m4p7q1r8s5"',
      '',
    ].join('\r\n'),
  )
  const whole = await csvRows(interactionsCsv([talk, secret], names))
  expect(whole.rows.length).toBe(2)
})

it.each([
  ['"Silva; Ana; MD",UCSF\n', ['Silva; Ana; MD', 'UCSF']],
  ['"a,b,c,d";UCSF\n', ['a,b,c,d', 'UCSF']],
  ['"one\ntwo;three;four",x\n', ['one\ntwo;three;four', 'x']],
  ['a;b;c,d\n', ['a', 'b', 'c,d']],
  ['a\tb\n;;;;\n', ['a', 'b']],
  ['plain\na;b\n', ['plain']],
])('the separator is what stands most often outside of quotes: %j', async (text, cells) => {
  expect((await csvRows(text)).header).toEqual(cells)
})

it('a file that names its separator is read by that, and its lines are counted with that line', async () => {
  const { header, rows, lines, firstLine } = await csvRows('sep=|\nName|Mail\nA,B|a@x.org\n')
  expect([header, rows, lines, firstLine]).toEqual([['Name', 'Mail'], [['A,B', 'a@x.org']], [3], 2])
})

it.each([
  ['Name,Mail;x\nA,B', ['Name', 'Mail;x']],
  ['one\nName;Mail\nA;B', ['Name', 'Mail']],
  ['one\nWer;Wo\nA;B', ['one']],
  ['Name\tMail\tx, y\nA', ['Name', 'Mail', 'x, y']],
  ['\n\nName;Mail\n', ['Name', 'Mail']],
  ['Name;Mail\rA,B,C,D\r', ['Name', 'Mail']],
  ['Name\n', ['Name']],
])('of %j the header is %j', async (text, header) => {
  expect((await csvRows(text)).header).toEqual(header)
})

it('blanks around a town and a region do not count, and a country stands alone', async () => {
  const area = async (town: string, region: string, country: string) => {
    const header = 'First Name,Last Name,Home Phone,Home City,Home State,Home Country/Region'
    const row = `Ana,Silva,,${town},${region},${country}`
    return peopleFromCsv(await csvRows(`${header}\n${row}\n`)).people[0]?.fields.area
  }
  expect(await area(' Berkeley ', ' CA ', 'USA')).toBe('Berkeley, CA')
  expect(await area('Berkeley', ' ', 'USA')).toBe('Berkeley')
  expect(await area(' ', ' CA ', 'USA')).toBe('CA')
  expect(await area('', '', ' USA ')).toBe('USA')
})
