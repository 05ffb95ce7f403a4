import { expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

it('me shows who I am and names what is not said yet', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage M2 --interest cardiology --interest sepsis')
  expect(await me.run('me')).toEqual({
    code: 0,
    out: [
      '  Name       Jo Park',
      '  Stage      MS2',
      '  Interests  cardiology, sepsis',
      '',
      'Not filled in yet: email, school, graduation year, skills to gain, area, links and pitch.',
      '  netmed me --email …',
      '',
    ].join('\n'),
    err: '',
  })
})

it('me with flags says what is different now', async () => {
  const me = world()
  await me.run('me --stage MS2 --area Oakland')
  const { out } = await me.run('me --stage "third year" --no-area --school UCSF')
  expect(out).toBe(
    'Stage: MS3\nSchool: UCSF\nArea is cleared.\nSaved. To see everything:\n  netmed me\n',
  )
  expect(me.data().profile).toEqual({ stage: 'MS3', school: 'UCSF' })
})

it('saying what is known already changes nothing', async () => {
  const me = world()
  await me.run('me --stage MS2')
  const { out } = await me.run('me --stage M2')
  expect(out).toBe('That was already there.\nSaved. To see everything:\n  netmed me\n')
  expect(me.data().meta.rev).toBe(1)
})

it('me without data leads to init', async () => {
  const { out } = await world().run('me')
  expect(out).toBe("netmed doesn't know you yet.\n  netmed init\n")
})

it('me as JSON has every key of the profile', async () => {
  const { profile } = await world().json('me --name "Jo Park" --graduation-year 2028')
  expect(profile).toEqual({
    name: 'Jo Park',
    email: null,
    stage: null,
    school: null,
    graduationYear: 2028,
    interests: [],
    skills: [],
    area: null,
    links: [],
    pitch: null,
    startTicks: [],
  })
})

it('a stage that could be two things is refused before anything is changed', async () => {
  const me = world()
  expect(await me.run('me --name "Jo Park" --stage 2')).toEqual({
    code: 2,
    out: '',
    err: '"2" could be a year of school or of residency.\n  Write MS2 or PGY2.\n',
  })
})

it('words of others are shown without what a terminal would obey', async () => {
  const me = world()
  await me.run(['me', '--school', 'UCSF 🏥 文'])
  expect((await me.run('me', { columns: 40 })).out).toContain('  School  UCSF 🏥 文\n')
  expect((await me.run(['me', '--school', 'UC\u001b[31mSF'])).code).toBe(2)
})

it('me advance takes me to the next stage and names whom I could help now', async () => {
  const me = world()
  await me.run('me --stage MS2')
  await me.run('add "Ana Silva" --stage MS1')
  await me.run('add "Priya Nair" --stage MS2 --role peer')
  expect((await me.run('me advance')).out).toBe(
    [
      'Stage: MS3',
      'Now a year behind you, and maybe glad to hear from you: Ana Silva (#1, MS1).',
      'Also MS2 until now: Priya Nair (#2, MS2). If they moved up with you:',
      '  netmed edit stage:MS2 role:peer --stage MS3',
      '  netmed draft check-in silva',
      '',
    ].join('\n'),
  )
  expect(me.data().profile.stage).toBe('MS3')
})

it('so does me --stage, and json has them', async () => {
  const me = world()
  await me.run('me --stage MS2')
  await me.run('add "Ana Silva" --stage MS1')
  const { advanced } = await me.json('me --stage MS3')
  expect(advanced).toEqual({
    from: 'MS2',
    to: 'MS3',
    juniors: [{ id: 1, name: 'Ana Silva', stage: 'MS1', handle: 'silva' }],
    classmates: [],
  })
  expect((await me.json('me --area Oakland')).advanced).toBeNull()
})

it('me advance is refused without a stage, and other words after me are not understood', async () => {
  const me = world()
  expect((await me.run('me advance')).err).toBe(
    "netmed doesn't know your stage yet.\n  netmed me --stage MS2\n",
  )
  expect((await me.run('me backwards')).err).toBe(
    'The only word after me is advance. Everything else takes flags.\n  netmed me --help\n',
  )
})

it('the profile says what is there, and a change what is new and what it was', async () => {
  const me = world()
  expect((await me.run('me')).out).toBe(`netmed doesn't know you yet.
  netmed init
`)
  await me.run(
    'me --name "Jo Park" --stage MS2 --school UCSF --interest cardiology --interest climbing --pitch "I am Jo."',
  )
  expect((await me.run('me')).out).toBe(`  Name       Jo Park
  Stage      MS2
  School     UCSF
  Interests  cardiology, climbing
  Pitch      I am Jo.

Not filled in yet: email, graduation year, skills to gain, area and links.
  netmed me --email …
`)
  expect((await me.run('me --stage MS3 --no-pitch --interest chess')).out).toBe(`Stage: MS3
Interests: chess
Pitch is cleared.
Saved. To see everything:
  netmed me
`)
  expect((await me.run('me')).out).toBe(`  Name       Jo Park
  Stage      MS3
  School     UCSF
  Interests  chess

Not filled in yet: email, graduation year, skills to gain, area, links and pitch.
  netmed me --email …
`)
})
