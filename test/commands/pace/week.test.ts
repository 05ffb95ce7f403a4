import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function busyWeek(): Promise<World> {
  const me = world()
  await me.run('add "Dr. Maya Chen" --circle mentor')
  await me.run('log chen -k office-hours -o "1 oct" --no-follow-up')
  await me.run('add "Dr. Lena Hoff" --role attending --every 30d')
  await me.run('log hoff -k call -o "2 oct" --no-follow-up')
  await me.run('add "Sam Roth" --role peer')
  await me.run('remind sam "send the deck" --due today')
  await me.run('remind sam "bring the book" --due wed')
  await me.run('add "Pat Moss" --prospect --why "works on sepsis alerts"')
  return me
}

describe('week', () => {
  it('shows what closed, what is open, what fits, a prospect and one small step', async () => {
    const me = await busyWeek()
    await me.run('done 6')
    expect((await me.run('week', { columns: 100 })).out).toBe(
      `Your week · Saturday 21 November

One small step
  Write a few lines to Dr. Maya Chen
    netmed draft reconnect chen --body

Done in the last 7 days
  #6  Sam Roth: send the deck

Open, with the next 7 days
  #7  Sam Roth: bring the book, by Wed 25 Nov                     netmed done 7

Fits this week: 1 email
      Dr. Maya Chen · office hours on Thu 1 Oct; it has been a    netmed draft reconnect chen --body
      while

Someone to write to
      Pat Moss · works on sepsis alerts                           netmed draft info-interview moss
`,
    )
  })

  it('gives the same under --json', async () => {
    const { week } = await (await busyWeek()).json('week')
    expect(week).toMatchObject({
      from: '2026-11-16',
      until: '2026-11-22',
      seasons: [],
      closed: [],
      open: [{ followUp: 6 }, { followUp: 7 }],
      budget: { notes: 1, used: 0, left: 1 },
      fits: [{ contact: { name: 'Dr. Maya Chen' } }],
      prospect: { name: 'Pat Moss' },
      step: { says: 'Sam Roth: send the deck', command: 'netmed done 6' },
      offers: [],
      asked: null,
    })
  })

  it('thinks of nobody more once the note of the week is written', async () => {
    const me = await busyWeek()
    await me.run('log chen -k email')
    const { week } = await me.json('week')
    expect(week).toMatchObject({ budget: { used: 1, left: 0 }, fits: [], prospect: null })
  })

  it('takes the small step that is kindest first', async () => {
    const me = await busyWeek()
    expect((await me.json('week')).week.step.command).toBe('netmed done 6')
    await me.run('log chen -k office-hours -o fri')
    expect((await me.json('week')).week.step.command).toBe('netmed draft thanks chen --body')
  })

  it('suggests nothing in a pause', async () => {
    const me = await busyWeek()
    await me.run('done 6')
    await me.run('season add exams --until "4 dec"')
    const { week } = await me.json('week')
    expect(week).toMatchObject({
      fits: [],
      prospect: null,
      offers: [],
      seasons: [{ name: 'exams' }],
    })
    expect(week.step).toEqual({ says: 'Rest.', command: null })
  })

  it('on an empty page offers a first step, small where that is liked', async () => {
    const me = world()
    await me.run('add "Sam Roth"')
    expect((await me.json('week')).week.step.says).toBe('Join one group')
    await me.run('settings style small')
    expect((await me.json('week')).week.step.says).toBe(
      'Join one small group, or help behind the scenes of a larger one',
    )
  })

  it('says nothing private under --json unless asked', async () => {
    const me = await busyWeek()
    await me.run('log chen -k call --private --promise "call about the complaint, by mon"')
    expect((await me.run('week --json')).out).not.toContain('complaint')
    expect((await me.run('week --json --private')).out).toContain('complaint')
  })
})

describe('week offers a longer rhythm', () => {
  it('when the rhythms ask for much more than the budget, and says so once', async () => {
    const me = world()
    for (const name of ['Chen', 'Hoff', 'Adeyemi', 'Stein', 'Moss']) {
      await me.run(`add "Dr. ${name}" --role attending --every 7d`)
    }
    const { week } = await me.json('week')
    expect(week.asked).toEqual({ aWeek: 5, budget: 1 })
    expect(week.offers[0]).toMatchObject({
      contact: { name: 'Dr. Chen' },
      every: 7,
      longer: 90,
      command: 'netmed edit chen --every 90d',
    })
    const { out } = await me.run('week', { columns: 100 })
    expect(out).toContain(
      'Keeping in touch this often takes 5 emails a week; you planned 1. Less often:',
    )
    expect(out).toContain('Dr. Chen: every week; every 90 days instead?')
  })

  it('to somebody put off three times since the last contact', async () => {
    const me = world()
    await me.run('add "Priya Nair" --role peer --every 3w')
    for (const day of ['mon', 'tue', 'wed']) await me.run(`snooze priya ${day}`)
    const longer = { contact: { name: 'Priya Nair' }, every: 21, longer: 42 }
    const { week } = await me.json('week --private')
    expect(week.offers).toMatchObject([{ ...longer, snoozes: 3 }])
    const told = await me.json('week')
    expect(told.week.offers).toMatchObject([{ ...longer, snoozes: null }])
    expect((await me.run('week', { columns: 100 })).out).toContain(
      'Priya Nair: every 3 weeks, put off lately; every 6 weeks instead?',
    )
    await me.run('log priya -k call')
    expect((await me.json('week')).week.offers).toEqual([])
  })

  it('that it names can be typed', async () => {
    const me = world()
    await me.run('add "Priya Nair" --role peer --every 3w')
    for (const day of ['mon', 'tue', 'wed']) await me.run(`snooze priya ${day}`)
    const { week } = await me.json('week')
    expect((await me.run(week.offers[0].command.replace('netmed ', ''))).code).toBe(0)
  })
})

describe('the edge of a week', () => {
  const zone = process.env.TZ
  afterEach(() => {
    process.env.TZ = zone
  })

  it.each([
    ['America/Los_Angeles', '2026-11-22', 1],
    ['Asia/Tokyo', '2026-11-23', 0],
  ])('is midnight in %s', async (here, day, used) => {
    const me = world()
    await me.run('add "Dr. Maya Chen" --circle mentor')
    await me.run('log chen -k call -o "1 oct" --no-follow-up')
    await me.run('log chen -k email -o "2026-11-20"')
    process.env.TZ = here
    const { out } = await me.run('week --json', { now: '2026-11-23T06:30:00Z' })
    expect(JSON.parse(out).week).toMatchObject({ today: day, budget: { used } })
  })
})

it.each([
  ['America/Los_Angeles', 'Your week · Sunday 22 November', { notes: 1, used: 1, left: 0 }],
  ['Europe/Berlin', 'Your week · Monday 23 November', { notes: 1, used: 0, left: 1 }],
])('at its edge a week has the budget of where you are: %s', async (zone, heading, budget) => {
  vi.stubEnv('TZ', zone)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const me = world({ now: '2026-11-23T03:00:00Z' })
  await me.run('me --name "Jo Park"')
  for (const name of ['Maya Chen', 'Eva Stein']) {
    await me.run(['add', name, '--circle', 'mentor', '--role', 'faculty', '--met-on', '2026-09-01'])
  }
  await me.run('log chen -k email -o 2026-11-22')
  expect((await me.run('week')).out).toContain(heading)
  expect((await me.json('week')).week.budget).toMatchObject(budget)
})

it('a step that is longer than the screen keeps its margin', async () => {
  const me = world()
  await me.run('add "Somebody With A Rather Long Name" --every 7d --met-on "1 sep"')
  const { out } = await me.run('week', { columns: 40 })
  expect(out).toContain('  Write a few lines to Somebody With A\n  Rather Long Name\n')
})

it('with nothing due the small step is the next keep-in-touch, then a prospect, then the start list', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('add "Pat Moss" --prospect --why "sepsis research"')
  await me.run('add "Ana Silva" --circle mentor')
  await me.run('log ana -k coffee -o "1 oct"')
  expect((await me.run('week')).out).toBe(`Your week · Saturday 21 November

One small step
  Write a few lines to Ana Silva
    netmed draft reconnect silva --body

Fits this week: 1 email
    Ana Silva · coffee on Thu 1 Oct; it has  netmed draft reconnect silva --body
    been a while

Someone to write to
    Pat Moss · sepsis research               netmed draft research moss
`)
  await me.run('log ana -k call')
  expect((await me.run('week')).out).toBe(`Your week · Saturday 21 November

One small step
  A first email to Pat Moss
    netmed draft research moss

Done in the last 7 days
    Call with Ana Silva, today

Someone to write to
    Pat Moss · sepsis research  netmed draft research moss
`)
  await me.run('rm 2 --yes')
  await me.run('rm 1 --yes')
  expect((await me.run('week')).out).toBe(`Your week · Saturday 21 November

One small step
  Join one group
    netmed log <who> --kind club
`)
})

it('the week tells of what closed, of what is open and of each kind of person to write to', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('add "Dr. Maya Chen" --role faculty --circle mentor')
  await me.run('add "Sam Roth" --role peer --every 2w')
  await me.run('add "Ana Silva" --role alumni --prospect --why "works in Boston"')
  await me.run('log chen -k coffee -o "10 sep" -d "her lab"')
  await me.run('log sam -k call -o "1 oct" --promise "the notes, by 12 nov"')
  await me.run('remind "renew AMWA" --due "20 nov"')
  await me.run('log chen -k office-hours -o "17 nov" -d "the grant"')
  await me.run('log sam -k message -o "18 nov"')
  await me.run('done 7')
  expect((await me.run('week')).out).toBe(`Your week · Saturday 21 November

One small step
  Thank Dr. Maya Chen (the grant)
    netmed draft thanks chen --body

Done in the last 7 days
  #7  renew AMWA
      Message to Sam Roth, Wednesday
      Office hours with Dr. Maya Chen, Tuesday

Open, with the next 7 days
  #9  Thank Dr. Maya Chen for office hours       netmed draft thanks chen --body
      Tuesday · the grant

Someone to write to
      Ana Silva · works in Boston                netmed draft alumni silva
`)
  await me.run('season add exams --until "5 dec"')
  expect((await me.run('week')).out).toBe(`Your week · Saturday 21 November
exams until Sat 5 Dec: reminders to keep in touch are paused.

One small step
  Thank Dr. Maya Chen (the grant)
    netmed draft thanks chen --body

Done in the last 7 days
  #7  renew AMWA
      Message to Sam Roth, Wednesday
      Office hours with Dr. Maya Chen, Tuesday

Open, with the next 7 days
  #9  Thank Dr. Maya Chen for office hours       netmed draft thanks chen --body
      Tuesday · the grant
`)
})

it('a longer rhythm is offered in weeks where they are whole, else in days', async () => {
  const me = world()
  await me.run('add "Ana Silva" --every 7d')
  await me.run('add "Bo Ek" --every 10d')
  await me.run('add "Kai Berg" --every 4w')
  me.rewrite(data => {
    for (const contact of data.contacts) contact.snoozes = 3
  })
  const { offers } = (await me.json('week')).week
  expect(offers.map((offer: { command: string }) => offer.command)).toEqual([
    'netmed edit silva --every 2w',
    'netmed edit ek --every 20d',
    'netmed edit berg --every 8w',
  ])
})

it('a long list ends with where the rest is, and --all cuts none', async () => {
  const me = world()
  await me.run('add "Sam Roth" --role peer')
  for (let count = 1; count <= 9; count++) await me.run('log sam -k call')
  for (let day = 1; day <= 9; day++) await me.run(`remind "read ${day}" --due wed`)
  const { out } = await me.run('week')
  expect(out.match(/Call with Sam Roth, today/g)).toHaveLength(7)
  expect(out).toMatch(/and 2 more +netmed week --all\n\nOpen/)
  expect(out.match(/read \d/g)).toHaveLength(7)
  expect(out).toMatch(/and 2 more +netmed due --all\n/)
  const all = (await me.run('week --all')).out
  expect(all.match(/Call with Sam Roth/g)).toHaveLength(9)
  expect(all.match(/read \d/g)).toHaveLength(9)
  expect((await me.json('week')).week.logged).toHaveLength(9)
})
