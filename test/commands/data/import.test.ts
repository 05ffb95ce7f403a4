import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENTER, type World, world } from '../../support/netmed.ts'

const PHONE = `BEGIN:VCARD
VERSION:3.0
FN:Dr. Lena Hoff
ORG:UCSF;Cardiology
EMAIL:lena@example.org
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Omar Aziz
END:VCARD
BEGIN:VCARD
VERSION:3.0
END:VCARD
`

function withFile(name: string, content: string | Uint8Array): World {
  const me = world()
  fs.writeFileSync(me.path(name), content)
  return me
}

it('first says what would happen, and with nobody to ask changes nothing', async () => {
  const me = withFile('phone.vcf', PHONE)
  const ran = await me.run('import phone.vcf')
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toContain('2 new, 0 changed, 0 the same, 0 unclear and 1 skipped')
  expect(ran.err).toContain('line 11: ')
  expect(ran.err).toContain('--yes')
  expect(fs.existsSync(me.path('.local/share/netmed/netmed.json'))).toBe(false)
})

it('brings people in without a rhythm, and the same file again changes nothing', async () => {
  const me = withFile('phone.vcf', PHONE)
  const first = await me.json('import phone.vcf --yes')
  expect(first.import).toMatchObject({ kind: 'vCard', done: true, new: 2, skipped: 1 })
  const before = fs.readFileSync(me.path('.local/share/netmed/netmed.json'), 'utf8')
  const second = await me.json('import phone.vcf --yes')
  expect(second.import).toMatchObject({ done: false, new: 0, same: 2 })
  expect(fs.readFileSync(me.path('.local/share/netmed/netmed.json'), 'utf8')).toBe(before)
  expect((await me.json('due')).items).toEqual([])
})

it('reads stdin, and --dry-run changes nothing', async () => {
  const me = world()
  const ran = await me.run('import - --dry-run', { stdin: PHONE })
  expect(ran.code).toBe(0)
  expect(ran.out).toContain('Nothing was changed.')
})

it('a dry run names who is new and who changes, and what to type next', async () => {
  const me = withFile('phone.vcf', PHONE)
  await me.run('add "Omar Aziz"')
  await me.run('add "Lena Hoff" --email lena@example.org')
  const ran = await me.run('import phone.vcf --dry-run')
  expect(ran.out).toBe(
    'From phone.vcf (vCard): 0 new, 1 changed, 1 the same, 0 unclear and 1 skipped.\n' +
      '  changed: Lena Hoff (institution, department)\n' +
      '  line 11: It has no name, email address or phone number.\n' +
      'Nothing was changed.\n' +
      '  netmed import phone.vcf\n',
  )
})

it('no to the question changes nothing', async () => {
  const me = withFile('phone.vcf', PHONE)
  const ran = await me.run('import phone.vcf', { answers: [ENTER, false] })
  expect(ran.code).toBe(0)
  expect(ran.out).toContain('Nothing was changed.')
  expect((await me.json('list')).contacts).toEqual([])
})

it('one undo takes the whole import back', async () => {
  const me = withFile('phone.vcf', PHONE)
  await me.run('add "Priya Nair"')
  await me.run('import phone.vcf --yes')
  await me.run('undo')
  expect((await me.json('list')).contacts).toMatchObject([{ name: 'Priya Nair' }])
})

describe('a doubtful one', () => {
  const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nORG:Mayo\nTEL:555 0100\nEND:VCARD\n'

  it('is left out and listed in a script', async () => {
    const me = withFile('a.vcf', card)
    await me.run('add "Ana Silva" --institution UCSF')
    const ran = await me.run('import a.vcf --yes')
    expect(ran.out).toContain('line 1: Ana Silva may be Ana Silva (#1); left out')
    expect((await me.json('list')).contacts).toHaveLength(1)
  })

  it('is told apart by what is known of both', async () => {
    const me = withFile('a.vcf', card)
    await me.run('add "Ana Silva" --institution UCSF --email ana@x.org')
    const said = await me.run('import a.vcf', { answers: ['(#1) · UCSF · ana@x.org', true] })
    expect(said.out).toContain('Changed 1.')
    await me.run('undo')
    const asked = await me.run('import a.vcf', { answers: [undefined] })
    expect(asked.code).toBe(130)
    const other = await me.run('import a.vcf', { answers: ['who?'] })
    expect(other.err).toContain('Line 1: who is Ana Silva · Mayo · 555 0100?')
  })

  it('is asked about on a terminal', async () => {
    const me = withFile('a.vcf', card)
    await me.run('add "Ana Silva" --institution UCSF')
    await me.run('import a.vcf', { answers: ['Ana Silva (#1)', true] })
    expect(me.data().contacts).toMatchObject([{ phones: ['555 0100'], institution: 'UCSF' }])
  })
})

describe('a table that nobody knows', () => {
  const table = 'Wer;Spital\nAna Silva;UCSF\n'

  it('names its columns when nobody can be asked', async () => {
    const me = withFile('people.csv', table)
    const ran = await me.run('import people.csv --yes')
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('"Wer" and "Spital"')
    expect(ran.err).toContain('--map 1=name')
  })

  it('is read by --map', async () => {
    const me = withFile('people.csv', table)
    await me.run('import people.csv --yes --map Wer=name --map Spital=institution')
    expect(me.data().contacts).toMatchObject([{ name: 'Ana Silva', institution: 'UCSF' }])
  })

  it('has a first line that is a person when it is mapped by numbers', async () => {
    const me = withFile('people.csv', 'Ana Silva;UCSF\nOmar Aziz;Mayo\n')
    const ran = await me.run('import people.csv --yes --map 1=name')
    expect(ran.err).toContain('line 1: This is taken as a person, not as a header.')
    expect(ran.err).toContain('left out: column 2 (2)')
    expect(me.data().contacts.map(({ name }) => name)).toEqual(['Ana Silva', 'Omar Aziz'])
  })

  it('is asked about column by column on a terminal', async () => {
    const me = withFile('people.csv', table)
    await me.run('import people.csv', { answers: [true, 'name', 'institution', true] })
    expect(me.data().contacts).toMatchObject([{ name: 'Ana Silva', institution: 'UCSF' }])
  })

  it('is asked about by numbers when its first line is a person', async () => {
    const me = withFile('people.csv', 'Ana Silva;UCSF\nOmar Aziz;Mayo\n')
    await me.run('import people.csv', { answers: [false, 'name', 'leave it out', ENTER, true] })
    expect(me.data().contacts).toMatchObject([{ name: 'Ana Silva' }, { name: 'Omar Aziz' }])
  })
})

it('a LinkedIn file has its day of connecting', async () => {
  const me = withFile(
    'Connections.csv',
    'Notes:\n"some words"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
      'Ana,Silva,https://www.linkedin.com/in/ana,,UCSF,Resident,21 Nov 2025\n',
  )
  await me.run('import Connections.csv --yes --tag linkedin')
  expect(me.data().contacts).toMatchObject([
    {
      name: 'Ana Silva',
      met: 'online',
      metOn: '2025-11-21',
      tags: ['linkedin'],
      links: ['https://www.linkedin.com/in/ana'],
    },
  ])
})

it('past meetings of a calendar become interactions of known attendees', async () => {
  const me = withFile(
    'cal.ics',
    [
      'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTART:20261102T150000\n',
      'SUMMARY:Grant talk\nATTENDEE;CN=Ana:mailto:ana@example.org\nEND:VEVENT\nEND:VCALENDAR\n',
    ].join(''),
  )
  await me.run('add "Ana Silva" --email ana@example.org')
  await me.run('import cal.ics --yes')
  expect(me.data().interactions).toMatchObject([
    { kind: 'meeting', on: '2026-11-02', contacts: [1], note: 'Grant talk' },
  ])
  expect((await me.json('import cal.ics --yes')).import.interactions).toBe(0)
})

it('a netmed file is joined by uid', async () => {
  const other = world({ chance: 1000 })
  await other.run('log "Ana Silva" --new -k coffee -d "her grant"')
  const me = withFile('other.json', fs.readFileSync(other.path('.local/share/netmed/netmed.json')))
  await me.run('add "Priya Nair"')
  await me.run('import other.json --yes')
  expect((await me.json('list')).contacts).toMatchObject([
    { name: 'Priya Nair' },
    { name: 'Ana Silva' },
  ])
  expect((await me.json('import other.json --yes')).import).toMatchObject({ new: 0, changed: 0 })
})

it.each([
  ['an empty file', ''],
  ['an escape sequence', 'BEGIN:VCARD\nVERSION:3.0\nFN:Eve\u001b]0;x\u0007\nEND:VCARD\n'],
  ['a column called __proto__', '__proto__,name,constructor\nx,y,z\n'],
  ['a NUL', 'Name,Given Name,Family Name\n\0Ana,Ana,Silva\n'],
  ['half a quote', 'Name,Given Name,Family Name\n"Ana ""Silva,x,y\n'],
  ['JSON of something else', '{"a":1}'],
  ['JSON with a __proto__', '{"schemaVersion":1,"__proto__":{"x":1}}'],
])('%s harms nothing', async (_, content) => {
  const me = withFile('odd.txt', content)
  await me.run('add "Priya Nair"')
  const before = me.data()
  const ran = await me.run('import odd.txt --yes')
  expect(ran.code).toBeLessThan(70)
  expect(`${ran.out}${ran.err}`).not.toContain('\u001b')
  expect(me.data().contacts[0]).toEqual(before.contacts[0])
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
})

describe('what cannot be read is told from what can', () => {
  it.each<[string, string, number, string]>([
    ['a spreadsheet', 'PK\u0003\u0004\u0014\0\0\0', 3, 'Save it as CSV'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 3, 'Standard input is not text.'],
    ['another JSON', '{"contacts": []}', 3, 'JSON, but not a netmed file'],
    ['a list in JSON', '[{"name": "Ana"}]', 3, 'JSON, but not a netmed file'],
    ['nothing', ' \n', 2, 'Standard input is empty.'],
  ])('%s', async (_, stdin, code, words) => {
    const me = world()
    const ran = await me.run('import - --yes', { stdin })
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).toContain(words)
  })

  it('endless columns are named in few words', async () => {
    const stdin = `${'x'.repeat(100_000)},${'y,'.repeat(4_000)}\n1\n`
    const { err } = await world().run('import - --yes', { stdin })
    expect(err).toContain('and 3982 more.')
    expect(err.length).toBeLessThan(1_000)
  })

  it.each([
    ['--map a=name', PHONE, '--map is for the columns of a CSV file.'],
    ['--tag x', '{"schemaVersion": 1}', "--tag doesn't go with a netmed file"],
    ['--update', '{"schemaVersion": 1}', "--update doesn't go with a netmed file"],
  ])('%s is refused where it would do nothing', async (flag, stdin, words) => {
    const ran = await world().run(`import - --yes ${flag}`, { stdin })
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(words)
  })
})

it('of many doubtful ones the rest can be left out at once', async () => {
  const card = (org: string) => `BEGIN:VCARD\nFN:Ana Silva\nORG:${org}\nEND:VCARD\n`
  const me = withFile('a.vcf', card('Mayo') + card('Yale') + card('Duke'))
  await me.run('add "Ana Silva" --institution UCSF')
  await me.run('import a.vcf', { answers: ['someone new', 'and the rest', true] })
  expect(me.data().contacts.map(each => each.institution)).toEqual(['UCSF', 'Mayo'])
})

it('an import without anybody doubtful says nothing of doubts', async () => {
  const me = world()
  await me.run('add "Ana Silva" --institution UCSF')
  expect(
    await me.run('import - --yes', { stdin: 'BEGIN:VCARD\nFN:Omar Aziz\nEND:VCARD\n' }),
  ).toEqual({
    code: 0,
    out: `Added 1 person. New people have no rhythm yet, so none of them is due.
  netmed merge
  netmed undo
`,
    err: `From standard input (vCard): 1 new, 0 changed, 0 the same, 0 unclear and 0 skipped.
  new: Omar Aziz
`,
  })
  expect(
    await me.run('import - --yes', {
      stdin:
        'BEGIN:VCARD\nFN:Ana Silva\nORG:Mayo\nEND:VCARD\nBEGIN:VCARD\nFN:Kai Berg\nTEL:5550100\nNOTE:saw MRN 12345678\nEND:VCARD\n',
    }),
  ).toEqual({
    code: 0,
    out: `Added 1 person. New people have no rhythm yet, so none of them is due.
  netmed merge
  netmed undo
`,
    err: `1 note may identify a patient (line 5): netmed lint --all
From standard input (vCard): 1 new, 0 changed, 0 the same, 1 unclear and 0 skipped.
  new: Kai Berg
  line 1: Ana Silva may be Ana Silva (#1); left out
On a terminal, without --yes, netmed asks who the unclear ones are.
`,
  })
  expect(
    (
      await me.run('import -', {
        stdin: 'BEGIN:VCARD\nFN:Ana Silva\nORG:Mayo\nEND:VCARD\n',
        answers: ['leave out'],
      })
    ).out,
  ).toBe(`From standard input (vCard): 0 new, 0 changed, 0 the same, 1 unclear and 0 skipped.
  line 1: Ana Silva may be Ana Silva (#1); left out
Nothing to change.
`)
})

it('the columns of a table that nobody knows are asked for one by one', async () => {
  const me = world()
  expect(
    await me.run('import -', {
      stdin: 'Wer,Spital,Nothing\n,,\nAna Silva,UCSF,\nOmar Aziz,Mayo,\n',
      answers: [true, 'name', 'institution', 'leave it out', ENTER, true],
    }),
  ).toEqual({
    code: 0,
    out: `Added 2 people. New people have no rhythm yet, so none of them is due.
  netmed merge
  netmed undo
`,
    err: `From standard input (CSV): 2 new, 0 changed, 0 the same, 0 unclear and 0 skipped.
  new: Ana Silva and Omar Aziz
  1 Ana Silva, 2 Omar Aziz
`,
  })
  expect((await me.run('list')).out).toBe(`#2  Omar Aziz  Mayo
#1  Ana Silva  UCSF

  netmed show <number>
`)
})

it('the example of a column stands in the question', async () => {
  const file = { stdin: 'Wer,Spital\nAna Silva,UCSF Medical Center\n' }
  const { err } = await world().run('import -', { ...file, answers: [true, 'name'] })
  expect(err.replaceAll('\n', ' ')).toContain(
    'What is "Spital" (for example: UCSF Medical Center)?',
  )
})

it('a plain table needs no --map, and what it leaves out is named', async () => {
  const me = withFile('people.csv', 'Name,Email,Shoe size\nAna Silva,ana@x.org; a@y.org,38\n')
  const answer = await me.json('import people.csv --yes')
  expect(answer.leftOut).toEqual([{ what: '"Shoe size"', count: 1 }])
  expect(answer.remarks).toEqual([])
  expect(me.data().contacts).toMatchObject([{ emails: ['ana@x.org', 'a@y.org'] }])
  const said = await me.run('import people.csv --dry-run')
  expect(said.out).toContain('  left out: "Shoe size" (1)\n')
})

it('a file without a header loses nobody, and that is said', async () => {
  const me = withFile('people.csv', 'Ana Silva,ana@x.org\nOmar Aziz,omar@x.org\n')
  const ran = await me.run('import people.csv --yes')
  expect(ran.err).toContain('From people.csv (CSV without a header): 2 new')
  expect(ran.err).toContain(
    'line 1: This is taken as a person, not as a header; netmed took column 1 as name and column 2 as email.',
  )
  const unsure = await me.run('import - --yes', { stdin: 'Ana,Silva,ana@x.org\n' })
  expect(unsure.code).toBe(2)
  expect(unsure.err.replaceAll('\n', ' ')).toContain('The file has no header')
})

describe('on a terminal', () => {
  const named = (name: string, org: string) => `BEGIN:VCARD\nFN:${name}\nORG:${org}\nEND:VCARD\n`

  it('new people are left out by their numbers, with all their lines', async () => {
    const people = ['Mom,555-0100', 'Ana Silva,555-0101', 'Pizzeria,555-0102', 'Mom,', 'Omar Aziz,']
    const me = withFile('people.csv', ['Name,Phone', ...people].join('\n'))
    const ran = await me.run('import people.csv', { answers: ['1, 3', true] })
    expect(ran.err).toContain('  1 Mom, 2 Ana Silva, 3 Pizzeria, 4 Omar Aziz\n')
    expect(ran.out).toContain('Added 2 people.')
    expect(me.data().contacts.map(({ name }) => name)).toEqual(['Ana Silva', 'Omar Aziz'])
  })

  it.each([
    ['someone new, and', ['UCSF', 'Yale', 'Mayo', 'Kent']],
    ['(#1), and the same', ['UCSF', 'Yale']],
    ['and the rest', ['UCSF', 'Yale']],
  ])('all that are unclear can be answered alike: %s', async (answer, institutions) => {
    const me = withFile('a.vcf', named('Ana Silva', 'Mayo') + named('Omar Aziz', 'Kent'))
    await me.run('add "Ana Silva" --institution UCSF')
    await me.run('add "Omar Aziz" --institution Yale')
    await me.run('import a.vcf', { answers: [answer, ENTER, true] })
    expect(me.data().contacts.map(each => each.institution)).toEqual(institutions)
  })

  it('more than two facts of someone unclear stand side by side', async () => {
    const card = 'BEGIN:VCARD\nFN:Ana Silva\nORG:Mayo;Surgery\nTEL:555 0100\nEND:VCARD\n'
    const me = withFile('a.vcf', card)
    await me.run('add "Ana Silva" --institution UCSF --email ana@x.org')
    const ran = await me.run('import a.vcf', { answers: ['leave out'] })
    expect(ran.err).toContain(
      [
        '               line 1    #1',
        '  institution  Mayo      UCSF',
        '  department   Surgery',
        '  email                  ana@x.org',
        '  phone        555 0100',
      ].join('\n'),
    )
  })

  it('one who is unclear beside an earlier line is asked for by that line', async () => {
    const me = withFile('a.vcf', named('Ana Silva', 'Mayo') + named('Ana Silva', 'Yale'))
    await me.run('import a.vcf', { answers: ['(line 1)', true] })
    expect(me.data().contacts).toMatchObject([{ name: 'Ana Silva', institution: 'Mayo' }])
    const script = withFile('a.vcf', named('Ana Silva', 'Mayo') + named('Ana Silva', 'Yale'))
    const ran = await script.run('import a.vcf --yes')
    expect(ran.err).toContain('line 5: Ana Silva may be Ana Silva (line 1); left out')
  })
})

it('what no field of a card holds is named, in the summary and under leftOut', async () => {
  const me = withFile(
    'a.vcf',
    'BEGIN:VCARD\nFN:Ana Silva\nADR:;;1 Way;Salem;OR;;\nPHOTO;ENCODING=b:AAAA\nGENDER:F\n',
  )
  const said = await me.run('import a.vcf --dry-run')
  expect(said.out).toContain('  line 1: This card has no END:VCARD: it may be cut off.\n')
  expect(said.out).toContain('  left out: 1 streets, 1 pictures, 1 genders\n')
  const { leftOut } = await me.json('import a.vcf --yes')
  expect(leftOut[0]).toEqual({ what: 'streets', count: 1 })
})

describe('columns that netmed does not know', () => {
  const many = [...Array.from({ length: 22 }, (_, index) => `c${index}`), 'x'.repeat(41)]

  it('are named, twenty of them, each cut at forty letters', async () => {
    const wide = [...many].reverse().join(',')
    const { code, err } = await withFile('x.csv', `${wide}\n1,2\n`).run('import x.csv')
    const said = err.replaceAll('\n', ' ')
    expect(code).toBe(2)
    expect(said).toContain(`netmed doesn't know these columns: "${'x'.repeat(40)}…", "c21", `)
    expect(said).toContain('"c3" and 3 more.')
    expect(said).toContain(`--map "${'x'.repeat(40)}…=name"`)
  })

  it('of twenty are all named', async () => {
    const { err } = await withFile('x.csv', `${many.slice(0, 20).join(',')}\n1\n`).run(
      'import x.csv',
    )
    expect(err.replaceAll('\n', ' ')).toContain('"c18" and "c19".')
  })

  it('are read by what they are said to hold, blanks and equals signs aside', async () => {
    const me = withFile('x.csv', 'a=b,c\nAna Silva,ana@x.org\n')
    await me.run(['import', 'x.csv', '--yes', '--map', ' a=b = name ', '--map', 'c=email'])
    expect(me.data().contacts).toMatchObject([{ name: 'Ana Silva', emails: ['ana@x.org'] }])
  })

  it.each(['=name', 'name'])('are not said by "%s"', async map => {
    const { code, err } = await withFile('x.csv', 'a\n1\n').run(['import', 'x.csv', '--map', map])
    expect(code).toBe(2)
    expect(err).toContain(`--map takes column=field, not "${map}".`)
  })
})

describe('somebody unclear', () => {
  async function unclear() {
    const me = withFile('phone.vcf', 'BEGIN:VCARD\nFN:Ana Silva\nORG:Mayo\nEND:VCARD\n')
    await me.run('add "Ana Silva" --institution UCSF')
    return me
  }
  const HINT = 'On a terminal, without --yes, netmed asks who the unclear ones are.'

  it('is left out with a word where nobody is asked, and that is not said of a trial', async () => {
    const me = await unclear()
    expect((await me.run('import phone.vcf --yes')).err).toContain(HINT)
    expect((await me.run('import phone.vcf --dry-run')).err).not.toContain(HINT)
    expect(me.data().contacts).toHaveLength(1)
  })

  it('is asked about on a terminal, and not with --yes', async () => {
    const me = await unclear()
    const asked = await me.run('import phone.vcf', { answers: ['someone new', true] })
    expect(asked.err).not.toContain(HINT)
    expect(me.data().contacts).toHaveLength(2)
    const again = await unclear()
    expect((await again.run('import phone.vcf --yes', { answers: [] })).err).toContain(HINT)
  })
})

it('a file of netmed that holds nothing new asks nothing and joins nothing', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  fs.writeFileSync(me.path('same.json'), JSON.stringify(me.data()))
  const { code, out } = await me.run('import same.json --json', { answers: [] })
  expect(code).toBe(0)
  expect(JSON.parse(out).import).toMatchObject({ done: false, new: 0, changed: 0, same: 1 })
})
