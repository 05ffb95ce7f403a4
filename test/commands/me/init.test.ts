import { expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

const SKIPPED = ['', '', '', '', '', '', '', '', '', '']

it('init asks for everything once and keeps what was answered', async () => {
  const me = world()
  const { code, out } = await me.run('init', {
    answers: [
      'Jo Park',
      'jo.park@example.org',
      'second year',
      'UCSF',
      '2029',
      'cardiology, medical education',
      '',
      'Oakland',
      'orcid.org/0000-0001',
      '',
      '',
    ],
  })
  expect(code).toBe(0)
  expect(out).toBe(`Kept: name, email, stage, school, graduation year, interests, area and links.
It is all in ${me.path('.local/share/netmed/netmed.json')}, on this machine only.

What to type next:
  netmed add "Priya Nair"         someone you met
  netmed log priya --kind coffee  when you were in touch
  netmed due                      what's due and who to check in with
`)
  expect(me.data().profile).toEqual({
    name: 'Jo Park',
    email: 'jo.park@example.org',
    stage: 'MS2',
    school: 'UCSF',
    graduationYear: 2029,
    interests: ['cardiology', 'medical education'],
    area: 'Oakland',
    links: ['https://orcid.org/0000-0001'],
  })
})

it('init makes the people who got you here your first network', async () => {
  const me = world()
  const answers = [...SKIPPED, 'Dr. Ruth Adeyemi', 'a teacher', 'Sam Ortiz', 'a letter', '']
  const { out } = await me.run('init', { answers })
  expect(out.split('\n')[0]).toBe('Added 2 people: Dr. Ruth Adeyemi (#1) and Sam Ortiz (#2).')
  expect(me.data().contacts).toMatchObject([
    { name: 'Dr. Ruth Adeyemi', role: 'teacher', met: 'pre-med', circles: ['pre-med'] },
    { name: 'Sam Ortiz', role: 'other', circles: ['letter-writer', 'pre-med'], every: 0 },
  ])
  expect((await me.json('due --all')).items).toEqual([])
})

it('leaving in the middle keeps what was answered and says so', async () => {
  const me = world()
  const { code, err } = await me.run('init', { answers: ['Jo Park', '', 'MS2', undefined] })
  expect(code).toBe(130)
  expect(err).toBe(`Enter skips a question. Ctrl-C stops; your answers are kept.

Kept: name and stage.
To go on: netmed init
`)
  expect(me.data().profile).toEqual({ name: 'Jo Park', stage: 'MS2' })
})

it('leaving while somebody is described keeps the name', async () => {
  const me = world()
  const { err } = await me.run('init', { answers: [...SKIPPED, 'Ruth Adeyemi', undefined] })
  expect(err).toContain('Kept: Ruth Adeyemi.\nTo go on: netmed init\n')
  expect(me.data().contacts).toMatchObject([{ name: 'Ruth Adeyemi', role: 'other' }])
})

it('leaving at the first question writes no file', async () => {
  const me = world()
  const { err } = await me.run('init', { answers: [undefined] })
  expect(err).toContain('Nothing was saved.\n')
  expect(() => me.data()).toThrow('ENOENT')
})

it('run again, init offers what is there, and - takes it away', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --interest "heart, lungs" --area Oakland')
  const answers = ['Jo Park', '', 'MS3', '', '', 'heart, lungs', '', '-', '', '', '']
  const { err } = await me.run('init', { answers })
  expect(err).toContain('Enter keeps it, - clears it.')
  expect(me.data().profile).toEqual({
    name: 'Jo Park',
    stage: 'MS3',
    interests: ['heart, lungs'],
  })
})

it('with nobody to ask, init names the flags of me', async () => {
  const { code, err } = await world().run('init')
  expect(code).toBe(2)
  expect(err).toBe(`There is no terminal to ask on. Use netmed me with any of these:
  --name <name>  your name, as you sign
  --email <email>  your email address
  --stage <stage>  your stage: pre-med, MS1 to MS4, PGY1, …
  --school <school>  your school
  --graduation-year <year>  the year you graduate
  --interest <interest>  a field or subject that interests you
  --skill <skill>  a skill you hope to gain
  --area <area>  where you live
  --link <link>  your own links
  --pitch <text>  who you are in 30 to 45 seconds
`)
})

it('init as JSON has the profile and the people added', async () => {
  const { out } = await world().run('init --json', { answers: ['Jo Park', ...SKIPPED] })
  expect(JSON.parse(out)).toMatchObject({
    profile: { name: 'Jo Park', stage: null },
    contacts: [],
    opened: [],
    settled: [],
  })
})

it('one undo takes back the whole form', async () => {
  const me = world()
  await me.run('init', { answers: ['Jo Park', '', 'MS2', '', '', '', '', '', '', '', ''] })
  expect(me.data().meta.rev).toBe(1)
})

it('init asks for one name after the other, and says how it wrote them', async () => {
  const me = world()
  const stopped = async (...people: string[]) =>
    (await me.run('init', { answers: [...SKIPPED, ...people] })).err
  expect(await stopped()).toContain('nobody expected the question "Their name:"')
  expect(await stopped('Ana Silva', 'a teacher')).toContain('"Who else:"')
  const { err } = await me.run('init', {
    answers: [...SKIPPED, 'ruth adeyemi', 'a teacher', 'Sam Ortiz', 'a letter', '  '],
  })
  expect(err).toContain('Written as Ruth Adeyemi.')
  expect(err).not.toContain('Written as Sam Ortiz.')
})
