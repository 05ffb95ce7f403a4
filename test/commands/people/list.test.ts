import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function three(): Promise<World> {
  const me = world()
  await me.run(
    'add "Dr. Lena Hoff" --role attending --specialty Cardiology --institution UCSF --circle mentor',
  )
  await me.run('add "Øyvind Aas" --role peer --stage MS3 --tag climbing --circle support')
  await me.run('add "Pat Moss" --prospect --why "works on sepsis alerts" --institution UCSF')
  await me.run('log hoff -k coffee -o "1 nov" --no-follow-up')
  await me.run('log aas -k walk -o fri')
  return me
}

/** The names that a listing answers with, in order. */
async function names(me: World, line: string): Promise<string[]> {
  const { contacts } = await me.json(line)
  return contacts.map((contact: { displayName: string }) => contact.displayName)
}

it('list shows a line a person, by family name, prospects apart', async () => {
  const me = await three()
  expect((await me.run('list')).out).toBe(
    [
      '#2  Øyvind Aas     peer, MS3                 walk 20 Nov   check in by Fri 4 Dec',
      '#1  Dr. Lena Hoff  attending, Cardiology,    coffee 1 Nov  check in by Tue 1 Dec',
      '                   UCSF',
      '',
      '  netmed show <number>',
      '',
    ].join('\n'),
  )
})

it('prospects are listed with why', async () => {
  const me = await three()
  expect((await me.run('list --prospects')).out).toBe(
    '#3  Pat Moss  UCSF · works on sepsis alerts\n\n  netmed show <number>\n',
  )
})

it.each([
  ['role:attending', ['Dr. Lena Hoff']],
  ['role:preceptor', ['Dr. Lena Hoff']],
  ['circle:mentor', ['Dr. Lena Hoff']],
  ['tag:Climbing', ['Øyvind Aas']],
  ['at:ucsf', ['Dr. Lena Hoff', 'Pat Moss']],
  ['at:ucsf --prospects', ['Pat Moss']],
  ['specialty:cardio', ['Dr. Lena Hoff']],
  ['stage:ms3', ['Øyvind Aas']],
  ['role:peer tag:chess', []],
])('list %s shows only who fits', async (terms, expected) => {
  expect(await names(await three(), `list ${terms}`)).toEqual(expected)
})

it('list sorts by recency and by the next day', async () => {
  const me = await three()
  expect(await names(me, 'list --sort recency')).toEqual(['Øyvind Aas', 'Dr. Lena Hoff'])
  expect(await names(me, 'list --sort next')).toEqual(['Dr. Lena Hoff', 'Øyvind Aas'])
})

it('the support circle is private in JSON', async () => {
  const me = await three()
  expect((await me.run('list circle:support --json')).code).toBe(2)
  expect(await names(me, 'list circle:support --private')).toEqual(['Øyvind Aas'])
  expect(JSON.stringify(await me.json('list'))).not.toContain('support')
})

it('with nobody, and with nobody who fits, it says so and exits 0', async () => {
  const me = world()
  expect(await me.run('list')).toEqual({
    code: 0,
    out: 'No one here yet.\n  netmed add "Priya Nair"\n',
    err: '',
  })
  expect(await me.json('list')).toEqual({ today: '2026-11-21', contacts: [], warnings: [] })
  await me.run('add "Priya Nair"')
  expect((await me.run('list role:nurse')).out).toBe('No matches.\n  netmed list\n')
})

it('on a narrow terminal nothing is lost and no line is too long', async () => {
  const me = await three()
  const { out } = await me.run('list', { columns: 40 })
  expect(out.split('\n').filter(line => line.length > 40)).toEqual([])
  expect(out.replace(/\s+/g, ' ')).toContain('attending, Cardiology, UCSF')
})

it.each([
  [
    'add "Pat Moss" --prospect',
    'Only people you want to write to so far.\n  netmed list --prospects\n',
  ],
  ['add "Pat Moss"; archive pat', 'Everyone is archived.\n  netmed list --archived\n'],
])('an empty list leads to where people are: %s', async (lines, out) => {
  const me = world()
  for (const line of lines.split('; ')) await me.run(line)
  expect((await me.run('list')).out).toBe(out)
  expect((await me.run('list role:peer')).out).toBe('No matches.\n  netmed list\n')
})

it('a list says who they are, when last and when next, and of a prospect why', async () => {
  const me = world()
  await me.run(
    'add "Dr. Maya Chen" --role faculty --specialty cardiology --institution UCSF --every 30d',
  )
  await me.run('add "Sam Roth" --role peer --stage MS2')
  await me.run('add "Pat Moss" --prospect --why "works on sepsis alerts" --found "her paper"')
  await me.run('add "Old Friend"')
  await me.run('log chen -k coffee -o "1 nov"')
  await me.run('archive 4')
  expect(
    (await me.run('list')).out,
  ).toBe(`#1  Dr. Maya Chen  faculty, cardiology,      coffee 1 Nov  check in by Tue 1 Dec
                   UCSF
#2  Sam Roth       peer, MS2

  netmed show <number>
`)
  expect((await me.run('list --prospects')).out).toBe(`#3  Pat Moss  works on sepsis alerts

  netmed show <number>
`)
  expect((await me.run('list --archived')).out).toBe(`#4  Old Friend

  netmed show <number>
`)
  expect(
    (await me.run('list --sort recency')).out,
  ).toBe(`#1  Dr. Maya Chen  faculty, cardiology,      coffee 1 Nov  check in by Tue 1 Dec
                   UCSF
#2  Sam Roth       peer, MS2

  netmed show <number>
`)
  expect(
    (await me.run('list', { columns: 50 })).out,
  ).toBe(`#1  Dr. Maya Chen · faculty, cardiology, UCSF ·
    coffee 1 Nov · check in by Tue 1 Dec
#2  Sam Roth · peer, MS2

  netmed show <number>
`)
})

it('a list without anybody says where they are', async () => {
  const me = world()
  await me.run('add "Pat Moss" --prospect')
  const prospects = (await me.run('list')).out
  expect(prospects).toContain('--prospects')
  await me.run('archive moss --yes')
  expect((await me.run('list')).out).toContain('--archived')
})
