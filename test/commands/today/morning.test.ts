import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function worldWith(...lines: string[]): Promise<World> {
  const me = world()
  for (const line of lines) await me.run(line)
  return me
}

describe('what comes up today', () => {
  it('is on the page however much there is, before anything older', async () => {
    const me = world()
    for (let day = 1; day <= 9; day++) await me.run(`remind "read ${day}" --due "24 nov"`)
    for (const word of ['one', 'two', 'three']) await me.run(`remind "old ${word}" --due "23 nov"`)
    const { out } = await me.run('due', { now: '2026-11-24T09:00' })
    expect(out.match(/read \d · due today/g)).toHaveLength(9)
    expect(out).not.toContain('old')
    expect(out).toMatch(/^ +3 more can wait +netmed due --all$/m)
  })

  it('is there on a terminal that is too low for it; what lies ahead gives way', async () => {
    const me = world()
    for (let day = 1; day <= 16; day++) await me.run(`remind "read ${day}" --due "24 nov"`)
    for (let day = 1; day <= 12; day++) await me.run(`remind "later ${day}" --due "26 nov"`)
    const { out } = await me.run('due', { now: '2026-11-24T09:00', isTTY: true })
    expect(out.match(/read \d/g)).toHaveLength(16)
    expect(out.match(/later \d/g)).toHaveLength(1)
    expect(out).toMatch(/and 11 more +netmed due --all/)
    const piped = await me.run('due', { now: '2026-11-24T09:00' })
    expect(piped.out.match(/later \d/g)).toHaveLength(12)
    const asked = await me.run('due --within 3d', { now: '2026-11-24T09:00', isTTY: true })
    expect(asked.out.match(/later \d/g)).toHaveLength(12)
  })

  it('of one person stands under their line', async () => {
    const me = await worldWith(
      'add "Dr. Maya Chen" --role faculty --email maya@example.org',
      'meet chen --on "tue 14:00" --kind coffee',
      'remind chen "send the abstract" --due tue',
      'remind chen "ask about the grant" --due mon',
    )
    const { out } = await me.run('due', { now: '2026-11-24T09:00' })
    expect(out).toBe(`Tuesday 24 November

Today
  14:00  Coffee with Dr. Maya Chen, 30 minutes (and 1 more)  netmed prep chen
  #3  send the abstract                                      netmed done 3
`)
  })

  it('begins with the latest day', async () => {
    const me = await worldWith(
      'remind "first" --due "23 nov"',
      'remind "second" --due "24 nov"',
      'remind "third" --due "25 nov"',
    )
    const { out } = await me.run('due', { now: '2026-11-25T09:00' })
    expect(out.match(/first|second|third/g)).toEqual(['third', 'second', 'first'])
  })
})

describe('a person stands on the page once', () => {
  it('with what was promised, and is not to be kept in touch with as well', async () => {
    const me = await worldWith(
      'add "Dr. Maya Chen" --circle mentor --email maya@example.org',
      'log chen -k call -o "1 oct" --no-follow-up',
      'remind chen "send the abstract" --due wed',
    )
    expect((await me.run('due')).out).toBe(`Saturday 21 November

Next 7 days
  #3  Dr. Maya Chen: send the abstract, by Wed 25 Nov  netmed done 3
`)
  })

  it('however much is open, with how much else there is', async () => {
    const me = await worldWith(
      'add "Sam Roth" --role alumni --email sam@example.org',
      'remind sam "send the deck" --due today',
      'remind sam "bring the book" --due wed',
      'sent research sam',
    )
    const { out } = await me.run('due')
    expect(out).toContain('Sam Roth: send the deck · due today (and 2 more)')
    expect(out.match(/Sam Roth/g)).toHaveLength(1)
    expect((await me.run('due sam')).out.match(/Sam Roth/g)).toHaveLength(3)
  })
})

describe('keeping in touch', () => {
  const mentors = () =>
    worldWith(
      ...['Chen', 'Hoff', 'Stein'].flatMap(name => [
        `add "Dr. ${name}" --circle mentor --email ${name}@example.org`,
        `log ${name} -k call -o "1 oct" --no-follow-up`,
      ]),
    )

  it('that the week has no room for is not shown, but with --all', async () => {
    const me = await mentors()
    expect((await me.run('due')).out.match(/Dr\. \w+/g)).toEqual(['Dr. Chen'])
    expect((await me.run('due --all')).out.match(/Dr\. \w+/g)).toHaveLength(3)
    const { items } = await me.json('due')
    expect(items.map((item: { fits: boolean }) => item.fits)).toEqual([true, false, false])
  })

  it('leaves its room to the next one where something else is to be done', async () => {
    const me = await mentors()
    await me.run('remind chen "send the abstract" --due wed')
    const { out } = await me.run('due')
    expect(out).toContain('Dr. Hoff · call on 1 Oct')
    expect(out).not.toContain('Stein')
    expect((await me.run('week')).out).toContain('Dr. Hoff · call on')
  })

  it('with a friend of long ago counts no days', async () => {
    const me = await worldWith('add "Ana Silva" --circle support', 'log ana -k call')
    const seen = await me.run('due', { now: '2026-12-12T09:00' })
    expect(seen.out).toContain('Ana Silva · call on 21 Nov  netmed log ana')
    const long = await me.run('due', { now: '2027-02-12T09:00' })
    expect(long.out).toMatch(/^ +Ana Silva +netmed log ana$/m)
  })
})

describe('with no address on file', () => {
  it('thanks are said, a friend is met, and a first note is text for a message', async () => {
    const me = await worldWith(
      'add "Joy Okafor" --role nurse',
      'add "Ana Silva" --role peer --every 7d --met-on "1 nov"',
      'add "Dr. Lena Hoff" --role attending',
      'log okafor -k shadowing -o yesterday',
      'log hoff -k conference -o wed -d "the registry"',
    )
    const { items } = await me.json('due')
    const instead = items.map((each: { ifNoAddress: string }) => each.ifNoAddress)
    expect(instead).toEqual([
      'netmed log silva',
      'netmed done 5',
      'netmed draft event-followup hoff --body',
    ])
    const { out } = await me.run('due')
    expect(out.match(/netmed .*$/gm)).toEqual([
      'netmed done 5',
      'netmed log ana',
      'netmed draft event-followup hoff --body',
    ])
  })

  it('what was said in person is logged as no email', async () => {
    const me = await worldWith('add "Joy Okafor" --role nurse', 'log okafor -k shadowing -o fri')
    await me.run('done 3')
    expect(me.data().interactions.map(each => each.kind)).toEqual(['shadowing', 'met'])
  })
})

describe('a meeting', () => {
  const planned = () =>
    worldWith(
      'add "Sam Roth" --role peer',
      'meet sam --on "wed 15:00" --kind lunch --place Greens --for 45m',
    )

  it.each([
    ['2026-11-24T09:00', 'Lunch with Sam Roth at Greens, Wed 25 Nov 15:00', 'netmed prep roth'],
    ['2026-11-25T14:59', 'Lunch with Sam Roth at Greens, 45 minutes', 'netmed prep roth'],
    [
      '2026-11-25T15:00',
      'Lunch with Sam Roth at Greens, 45 minutes',
      'netmed log roth --kind lunch',
    ],
  ])('at %s is said as it is', async (now, says, command) => {
    const me = await planned()
    const { out } = await me.run('due', { now, columns: 120 })
    expect(out).toContain(says)
    expect(out.match(/netmed .*$/gm)).toEqual([command])
    expect(JSON.parse((await me.run('due --json', { now })).out).items[0].command).toBe(command)
  })

  it('of an earlier day is asked about', async () => {
    const me = await planned()
    const now = '2026-11-26T09:00'
    expect((await me.run('due', { now, columns: 120 })).out).toBe(`Thursday 26 November

Today
  #2  Lunch with Sam Roth at Greens yesterday. Did it happen?  netmed log roth --kind lunch --on "25 Nov"
      If not:                                                  netmed drop 2
`)
    await me.run('log roth --kind lunch --on "25 Nov"', { now })
    expect(me.data().interactions[0]?.on).toBe('2026-11-25')
    expect((await me.run('due', { now })).out).toContain('Nothing is waiting.')
  })
})

describe('an event', () => {
  const meeting = () =>
    worldWith('event add "ACC Meeting" --kind conference --on "23 nov" --until "25 nov"')

  it('asks for three days from its last one whom you met', async () => {
    const me = await meeting()
    const asked = []
    for (const day of [24, 25, 26, 27, 28]) {
      const { out } = await me.run('due', { now: `2026-11-${day}T08:00` })
      asked.push(/^ {4}Who did you meet at the ACC Meeting\? {2}netmed event met acc$/m.test(out))
    }
    expect(asked).toEqual([false, true, true, true, false])
  })

  it('asks no more once someone is entered', async () => {
    const me = await meeting()
    const now = '2026-11-25T18:00'
    await me.run('event met acc', { now, stdin: 'Dr. Lena Hoff' })
    expect((await me.run('due', { now })).out).not.toContain('Who did you meet')
    expect(JSON.parse((await me.run('due --json', { now })).out).questions).toEqual([])
  })
})

describe('after three weeks without a change', () => {
  it('the page says welcome back, until the first one', async () => {
    const me = await worldWith('remind "register" --due "20 dec"')
    const page = async () => (await me.run('due', { now: '2026-12-12T16:00' })).out
    expect((await me.run('due', { now: '2026-12-11T16:00' })).out).not.toContain('Welcome')
    expect(await page()).toContain('Saturday 12 December\n\nWelcome back.\n')
    await me.run('remind "pack" --due "21 dec"', { now: '2026-12-12T16:00' })
    expect(await page()).not.toContain('Welcome')
  })

  it('what was promised comes back as it is, and the rest is one line', async () => {
    const me = await worldWith(
      'add "Dr. Maya Chen" --email maya@example.org',
      'log chen -k call --no-follow-up --promise "send Maya Chen the notes, by 25 nov"',
      'remind "read" --due "25 nov"',
    )
    const now = '2026-12-28T09:00'
    expect((await me.run('due', { now })).out).toBe(`Monday 28 December

Welcome back.

Today
  #3  Send Maya Chen the notes · promised on 21 Nov  netmed done 3

1 older, from before December: netmed due --older
To let them go, after a look: netmed drop --older
`)
    const { older, items, welcome } = JSON.parse((await me.run('due --json', { now })).out)
    expect({ older, count: items.length, welcome }).toEqual({ older: [4], count: 2, welcome: true })
    expect((await me.run('due --all', { now })).out).toContain('read · due on 25 Nov')
  })
})

it('bare netmed shows the first steps for two weeks, and whenever nothing else is there', async () => {
  const me = await worldWith('add "Ana Silva"', 'remind "read" --due "10 dec"')
  const steps = async (now: string) => (await me.run('', { now })).out.includes('First steps')
  expect(await steps('2026-12-04T16:00')).toBe(true)
  expect(await steps('2026-12-10T16:00')).toBe(false)
  await me.run('done 2', { now: '2026-12-10T16:00' })
  expect(await steps('2026-12-11T16:00')).toBe(true)
})
