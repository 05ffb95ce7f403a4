import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

it('bare netmed welcomes someone new', async () => {
  const me = world()
  const ran = await me.run('')
  expect(ran.out).toContain(
    'netmed helps you keep up with the people you meet. Everything stays on this computer.',
  )
  expect(ran.code).toBe(0)
})

it('bare netmed is today’s page once there is data', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  expect((await me.run('')).out).toContain('Saturday 21 November')
})

async function sampleWorld(): Promise<World> {
  const me = world()
  await me.run('add "Priya Nair" --role peer --every 28d')
  await me.run('log priya -k coffee -o "3 oct"')
  await me.run('add "Dr. Lena Hoff" --role attending')
  await me.run('log hoff -k conference -o wed -d "the ablation registry she runs"')
  await me.run('remind "register for boards" --due "1 dec"')
  return me
}

it('shows what is due in groups, each with the command that settles it', async () => {
  const me = await sampleWorld()
  expect((await me.run('due', { columns: 110 })).out).toBe(
    `Saturday 21 November

Today
      Priya Nair · coffee on 3 Oct                                     netmed log priya

Next 7 days
  #5  Write to Dr. Lena Hoff: the ablation registry she runs, by Wed   netmed draft event-followup hoff --body
      25 Nov · conference Wednesday

1 more later: netmed due --all
`,
  )
})

it('gives every open loop under --json, ordered by day, then kind, then name', async () => {
  const me = await sampleWorld()
  const { today, items } = await me.json('due')
  expect(today).toBe('2026-11-21')
  expect(items).toMatchObject([
    {
      followUp: null,
      kind: 'keep-in-touch',
      contact: { id: 1, name: 'Priya Nair', role: 'peer' },
      due: '2026-10-31',
      daysLeft: -21,
      lastContact: '2026-10-03',
      template: 'check-in',
      command: 'netmed draft check-in nair',
      group: 'today',
    },
    { followUp: 5, kind: 'event', due: '2026-11-25', daysLeft: 4, group: 'next' },
    { followUp: 6, kind: 'reminder', contact: null, due: '2026-12-01', group: 'later' },
  ])
})

it('shows one line a person under today, seven at most', async () => {
  const me = world()
  for (const name of 'ABCDEFGHI') await me.run(['add', `${name}na Silva`, '--every', '1d'])
  await me.run('remind 1 "send the book" --due "24 dec"')
  await me.run('remind 1 "bring the deck" --due "23 dec"')
  const later = await me.run('due', { now: '2026-12-24T09:00:00' })
  expect(later.out).toContain('2 more can wait')
  expect(later.out).toContain('(and 1 more)')
})

it('shows fifteen of the next days and of what waits, and all when asked for by name', async () => {
  const me = world()
  for (let day = 1; day <= 17; day++) await me.run(`remind "read ${day}" --due 2026-11-24`)
  const page = await me.run('due')
  expect(page.out.match(/read \d/g)).toHaveLength(15)
  expect(page.out).toMatch(/^ +and 2 more +netmed due --all$/m)
  for (const words of ['due --all', 'due --within 7d', 'due -k reminder']) {
    expect((await me.run(words)).out.match(/read \d/g)).toHaveLength(17)
  }
  expect((await me.json('due')).items).toHaveLength(17)
})

it('looks as far ahead as asked', async () => {
  const me = await sampleWorld()
  const { items } = await me.json('due --within 2w')
  expect(items.map((item: { group: string }) => item.group)).toEqual(['today', 'next', 'next'])
})

it('of one person shows everything open with them', async () => {
  const me = await sampleWorld()
  const ran = await me.run('due hoff')
  expect(ran.out).toContain('#5')
  expect(ran.out).not.toContain('Priya')
})

it('says so kindly when nobody is waiting', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  expect((await me.run('due')).out).toContain('Nothing is waiting.')
})

it('a word of nobody exits 1 and suggests whom it may have meant', async () => {
  const me = await sampleWorld()
  const ran = await me.run('due pria')
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(ran.err).toContain('Priya Nair (#1')
})

it('a mistyped flag exits 2 and is JSON under --json', async () => {
  const me = world()
  const ran = await me.run('due --al --json')
  expect(ran.code).toBe(2)
  expect(JSON.parse(ran.err)).toEqual({
    error: { kind: 'usage', message: 'Unknown option "--al".', hint: 'Did you mean --all?' },
  })
})

it.each(['due kane', 'due --all'])('%s folds nothing away', async line => {
  const me = world()
  await me.run('add "Al Kane" --role attending')
  await me.run('log kane -k shadowing -d "knots" -o yesterday')
  await me.run('log kane -k call --next "send the form, by today"')
  const { out } = await me.run(line)
  expect(out).toContain('send the form')
  expect(out).toContain('Thank Al Kane')
  expect(out).not.toContain('(and 1 more)')
})

it('bare netmed begins with the first steps once it knows who you are', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  const { out } = await me.run('')
  expect(out).not.toContain('netmed init')
  expect(out).toContain('netmed add "Priya Nair"')
  expect(out).toContain('First steps\n  1  join one group')
})

it('somebody with whom nothing is open leads back to everybody', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  expect((await me.run('due priya')).out).toBe(
    'Saturday 21 November\n\nNothing is open with Priya Nair.\n  netmed due\n',
  )
})

it('due tells each kind of loop in its words with the command that settles it', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Dr. Maya Chen" --role faculty --email maya@x.org')
  await me.run('add "Sam Roth" --role peer --email sam@x.org')
  await me.run('add "Priya Nair" --role resident')
  await me.run(
    'log chen -k office-hours -o "20 nov" -d "the grant" --promise "the abstract, by 23 nov" --advice "read more, by 24 nov" --resource "a review, by 25 nov" --offer "my CV, by 26 nov"',
  )
  await me.run('log priya -k conference -o "18 nov" -d "her poster"')
  await me.run('remind "renew AMWA" --due "20 nov"')
  await me.run('meet sam --on "wed 15:00" --kind lunch --place Greens')
  await me.run('draft check-in sam --set news="I passed" --sent')
  expect((await me.run('due')).out).toBe(`Saturday 21 November

Today
  #5   Thank Dr. Maya Chen for office    netmed draft thanks chen
       hours yesterday · the grant (and
       4 more)

Next 7 days
  #11  Write to Priya Nair: her poster,  netmed draft event-followup nair --body
       by Wed 25 Nov · conference
       Wednesday
  #13  Lunch with Sam Roth at Greens,    netmed prep roth
       Wed 25 Nov 15:00

1 more later: netmed due --all
`)
  expect((await me.run('due --all')).out).toBe(`Saturday 21 November

Today
  #5   Thank Dr. Maya Chen for office    netmed draft thanks chen
       hours yesterday · the grant

Next 7 days
  #8   Dr. Maya Chen: the abstract, by   netmed done 8
       Mon 23 Nov · promised yesterday
  #6   Dr. Maya Chen's advice: read      netmed done 6 --outcome "…"
       more, by Tue 24 Nov · office
       hours yesterday
  #11  Write to Priya Nair: her poster,  netmed draft event-followup nair --body
       by Wed 25 Nov · conference
       Wednesday
  #13  Lunch with Sam Roth at Greens,    netmed prep roth
       Wed 25 Nov 15:00
  #7   Dr. Maya Chen suggested: a        netmed done 7 --outcome "…"
       review, by Wed 25 Nov · office
       hours yesterday
  #9   Dr. Maya Chen offered: my CV, by  netmed done 9
       Thu 26 Nov · office hours
       yesterday

Later
  #12  renew AMWA, by Sat 20 Nov 2027    netmed done 12
`)
  expect((await me.run('due --kind promise')).out).toBe(`Saturday 21 November

Next 7 days
  #8  Dr. Maya Chen: the abstract, by Mon 23 Nov · promised        netmed done 8
      yesterday
`)
  expect((await me.json('due --kind meeting')).items).toMatchObject([
    {
      followUp: 13,
      contact: { id: 2 },
      others: [],
      at: '15:00',
      occasion: 'lunch',
      daysLeft: 4,
      lastContact: '2026-11-21',
      lastKind: 'email',
      every: null,
      template: null,
    },
  ])
  expect((await me.run('due', { now: '2026-12-20T10:00:00' })).out).toBe(`Sunday 20 December

Welcome back.

Today
  #13  Lunch with Sam Roth at Greens  netmed log roth --kind lunch --on "25 Nov"
       on 25 Nov. Did it happen?
       If not:                        netmed drop 13
  #8   Dr. Maya Chen: the abstract ·  netmed done 8
       promised on 20 Nov

1 more later: netmed due --all
5 older, from before December: netmed due --older
To let them go, after a look: netmed drop --older
`)
})

it('an event that is near stands in due, in week and in the calendar, a later one in due --all', async () => {
  const me = world()
  await me.run('event add "ACC Meeting" --kind conference --on fri --until sun')
  await me.run('event add "AMSA" --kind conference --on "20 dec"')
  const line = 'ACC Meeting · Fri 27 to Sun 29 Nov 2026, in 6 days  netmed prep 1'
  expect((await me.run('due')).out).toContain(`\nEvents\n  #1  ${line}\n`)
  expect((await me.run('due')).out).not.toContain('AMSA')
  expect((await me.run('due --all')).out).toContain('AMSA · Sun 20 Dec 2026, in 4 weeks')
  expect((await me.run('week')).out).toContain(`\nEvents\n  #1  ${line}\n`)
  expect((await me.run('due --kind promise')).out).not.toContain('ACC')
  const calendar = (await me.run('export ics --out -')).out
  expect(calendar).toContain('SUMMARY:ACC Meeting')
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261127\r\nDTEND;VALUE=DATE:20261130')
})
