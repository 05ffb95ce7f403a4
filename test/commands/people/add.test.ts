import { describe, expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

it('a name alone works, and the echo says what to type next', async () => {
  const me = world()
  expect(await me.run('add "Priya Nair"')).toEqual({
    code: 0,
    out: 'Added #1 Priya Nair.\nEach time you meet, talk or write:\n  netmed log nair\n',
    err: '',
  })
})

it('a name without quotes is one name', async () => {
  const me = world()
  await me.run('add Priya Nair')
  expect(me.data().contacts[0]?.name).toBe('Priya Nair')
})

it('keeps the name as typed and shows it without its degrees', async () => {
  const me = world()
  const { contact } = await me.json('add "Dr. María José van der Berg, MD"')
  expect(contact.name).toBe('Dr. María José van der Berg, MD')
  expect(contact.displayName).toBe('Dr. María José van der Berg')
  expect(me.data().contacts[0]).not.toHaveProperty('first')
})

it('every flag of a person reaches the file', async () => {
  const me = world()
  await me.run('add "Omar Aziz"')
  await me.run([
    ...['add', 'Lena Hoff', '--title', 'Dr.', '--nickname', 'Leni', '--greeting', 'Lena'],
    ...['--role', 'preceptor', '--circle', 'mentor', '--circle', 'research'],
    ...['--email', 'a@example.org', '--email', 'b@example.org', '--phone', '555 0100'],
    ...['--stage', 'PGY5', '--institution', 'UCSF', '--department', 'Medicine'],
    ...['--specialty', 'cardiology', '--graduation-year', '2012'],
    ...['--organization', 'ACC: registry chair', '--met', 'conference', '--met-on', '3 oct'],
    ...['--met-at', 'ACC Meeting', '--introduced-by', 'omar', '--hometown', 'Graz'],
    ...['--interest', 'climbing', '--background', 'first in the family', '--worry', 'grants'],
    ...['--matters', 'teaching', '--link', 'orcid.org/0000', '--area', 'Parnassus'],
    ...['--birthday', '9 mar', '--tag', 'acc', '--every', '6w', '--note', 'two cats'],
  ])
  expect(me.data().contacts[1]).toMatchObject({
    name: 'Lena Hoff',
    title: 'Dr.',
    nickname: 'Leni',
    greeting: 'Lena',
    role: 'attending',
    circles: ['mentor', 'research'],
    emails: ['a@example.org', 'b@example.org'],
    phones: ['555 0100'],
    stage: 'PGY5',
    institution: 'UCSF',
    department: 'Medicine',
    specialty: 'cardiology',
    graduationYear: 2012,
    organizations: ['ACC: registry chair'],
    met: 'conference',
    metOn: '2026-10-03',
    metAt: 'ACC Meeting',
    introducedBy: 1,
    hometown: 'Graz',
    interests: ['climbing'],
    background: ['first in the family'],
    worries: ['grants'],
    matters: ['teaching'],
    links: ['https://orcid.org/0000'],
    area: 'Parnassus',
    birthday: '--03-09',
    tags: ['acc'],
    every: 42,
    note: 'two cats',
  })
})

it('keeps worries, background and the support circle out of --json', async () => {
  const me = world()
  const { contact } = await me.json(
    'add "Ana Silva" --worry grants --background "first in the family" --circle support --circle study',
  )
  expect(contact).toMatchObject({ worries: [], background: [], circles: ['study'] })
})

describe('somebody who is there already', () => {
  it('by name, accents ignored, is refused with the number', async () => {
    const me = world()
    await me.run('add "José Silva"')
    const ran = await me.run('add "Dr. jose silva"')
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toBe(
      'José Silva (#1) already has that name.\n  netmed show 1, or add anyway with --force\n',
    )
  })

  it.each(['"Pat O’Brien"', '"O\'Brien, Pat"', '"Dr. Pat OBrien, MD"'])(
    "as Pat O'Brien is refused as %s, and added all the same with --force",
    async typed => {
      const me = world()
      await me.run(['add', "Pat O'Brien"])
      expect(await me.run(`add ${typed}`)).toEqual({
        code: 1,
        out: '',
        err: "Pat O'Brien (#1) already has that name.\n  netmed show 1, or add anyway with --force\n",
      })
      expect((await me.run(`add ${typed} --force`)).code).toBe(0)
    },
  )

  it('by email is refused, and added all the same with --force', async () => {
    const me = world()
    await me.run('add "Ana Silva" --email ana@example.org')
    expect((await me.run('add "A. Silva" --email ANA@example.org')).code).toBe(1)
    expect((await me.run('add "A. Silva" --email ANA@example.org --force')).code).toBe(0)
  })

  it('by their own profile is refused, and added all the same with --force', async () => {
    const me = world()
    await me.run('add "Ana Silva" --link https://www.linkedin.com/in/ana-silva')
    expect(await me.run('add "A. S." --link linkedin.com/in/Ana-Silva/')).toEqual({
      code: 1,
      out: '',
      err: 'Ana Silva (#1) already has that profile.\n  netmed show 1, or add anyway with --force\n',
    })
    expect((await me.run('add "A. S." --link linkedin.com/in/ana-silva --force')).code).toBe(0)
  })

  it('not by the page of a group, which many share', async () => {
    const me = world()
    await me.run('add "Ana Silva" --link https://lab.example.org/people')
    expect((await me.run('add "Omar Aziz" --link https://lab.example.org/people')).code).toBe(0)
  })
})

it.each([
  ['--role astronaut', 'One of: peer'],
  ['--email nobody', 'is not an email address'],
  ['--every 30', '"30" needs a unit'],
  ['--met-on tomorrow', 'has not come yet'],
  ['--met-on "31 feb"', 'Feb'],
  ['--birthday 2026-11-22', 'Sun 22 Nov 2026 has not come yet'],
  ['--introduced-by zzz', 'No one on file is called "zzz"'],
])('%s is refused and nobody is added', async (flags, said) => {
  const me = world()
  await me.run('add "Omar Aziz"')
  const ran = await me.run(`add "Ana Silva" ${flags}`)
  expect(ran.code).toBeGreaterThan(0)
  expect(ran.err).toContain(said)
  expect(me.data().contacts).toHaveLength(1)
})

it('asks for the name on a terminal and names it as missing elsewhere', async () => {
  const me = world()
  expect((await me.run('add', { answers: ['Ana Silva'] })).out).toContain('Added #1 Ana Silva.')
  const alone = await me.run('add')
  expect(alone).toMatchObject({ code: 2, out: '' })
  expect(alone.err).toContain('Still needed: the name.')
})

it('a prospect is noted apart and never due', async () => {
  const me = world()
  await me.run('add "Pat Moss" --prospect --why "works on sepsis alerts" --every 1d')
  expect((await me.json('list')).contacts).toEqual([])
  expect((await me.json('list --prospects')).contacts).toMatchObject([{ name: 'Pat Moss' }])
  expect((await me.json('due')).items).toEqual([])
})

it('a note about a record number is saved and warned of', async () => {
  const me = world()
  const ran = await me.run('add "Ana Silva" --note "her patient, MRN 12345678"')
  expect(ran.code).toBe(0)
  expect(ran.err).toContain('12345678')
  expect(me.data().contacts[0]?.note).toBe('her patient, MRN 12345678')
})

it('--note - reads stdin', async () => {
  const me = world()
  await me.run('add "Ana Silva" --note -', { stdin: 'two cats\nclimbs\n' })
  expect(me.data().contacts[0]?.note).toBe('two cats\nclimbs')
})

it('hostile names are refused, and harmless ones with emoji and wide letters kept', async () => {
  const me = world()
  expect((await me.run(['add', 'Eve\u202e'])).code).toBe(2)
  expect((await me.run(['add', 'Eve\nBcc: x'])).code).toBe(2)
  expect((await me.run(['add', '王小明 👩‍⚕️'])).code).toBe(0)
})

it('$(touch x), quotes and a leading dash are only text', async () => {
  const me = world()
  await me.run(['add', '--', '-$(touch x) "Eve"'])
  expect(me.data().contacts[0]?.name).toBe('-$(touch x) "Eve"')
})

it('a year of graduation is written whole', async () => {
  const ran = await world().run('add "Al Bee" --graduation-year 28')
  expect(ran).toEqual({
    code: 2,
    out: '',
    err: '"28" is not a graduation year.\n  Write all digits: 2028.\n',
  })
})

it('somebody is added with everything that is said of them, and echoed in words', async () => {
  const me = world()
  await me.run('add "Omar Aziz"')
  expect(
    (
      await me.run(
        'add "Dr. Maya Chen, MD" --role faculty --specialty cardiology --institution UCSF --email maya@x.org --phone "555 0101" --met conference --met-at ACC --met-on "18 nov" --introduced-by omar --every 6w --circle mentor --tag echo --note "two cats"',
      )
    ).out,
  ).toBe(`Added #2 Dr. Maya Chen · faculty, cardiology, UCSF.
Each time you meet, talk or write:
  netmed log chen
`)
  expect((await me.run('show chen')).out).toBe(`Dr. Maya Chen  #2
faculty, cardiology · UCSF
maya@x.org · 555 0101
every 6 weeks, check in by Wed 30 Dec
counted from Wed 18 Nov, when you met
met at ACC, 18 Nov, introduced by Omar Aziz
known since November 2026

circle  mentor
tag     echo

Open
    check in by Wed 30 Dec  netmed draft check-in chen

Note
  two cats

Nothing logged yet.

  netmed log chen
`)
  expect(await me.run('add "Maya Chen"')).toEqual({
    code: 1,
    out: '',
    err: `Dr. Maya Chen (#2) already has that name.
  netmed show 2, or add anyway with --force
`,
  })
  expect((await me.run('add "Maya Chen" --force')).out).toBe(`Added #3 Maya Chen.
Each time you meet, talk or write:
  netmed log 3
`)
  expect((await me.run('add "Pat Moss" --prospect --why sepsis')).out).toBe(`Noted #4 Pat Moss.
To write to them:
  netmed draft moss
`)
  expect(await me.run('add ""')).toEqual({
    code: 2,
    out: '',
    err: `<name> is empty.
  It is the name, with title and degrees if you like.
`,
  })
  expect(await me.run('add "Kai" --role wizard')).toEqual({
    code: 2,
    out: '',
    err: `netmed doesn't know the role "wizard".
  One of: peer, senior-student, resident, fellow, attending, faculty, nurse, allied-health, staff, alumni, advisor, teacher, employer, family, other
`,
  })
  expect(await me.run('add "Kai" --email nope')).toEqual({
    code: 2,
    out: '',
    err: `"nope" is not an email address.
  Write it as name@example.org
`,
  })
})

it('a name that ends in a stop ends its sentence', async () => {
  const me = world()
  expect((await me.run('add "John Smith Jr."')).out).toMatch(/^Added #1 John Smith Jr\.\n/)
  const again = await me.run('archive 1')
  expect(again.out).not.toContain('..')
})

it('a rhythm in months says at once how many days that is', async () => {
  const me = world()
  expect((await me.run('add "Maya Chen" --every "1 month"')).err).toBe(
    '"1 month" counts as 30 days.\n',
  )
  expect((await me.run('edit chen --every yearly')).err).toBe('"yearly" counts as 365 days.\n')
  expect((await me.run('edit chen --every weekly')).err).toBe('')
  expect(me.data().contacts[0]?.every).toBe(7)
})
