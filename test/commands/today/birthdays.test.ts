import { expect, it } from 'vitest'
import { type Answer, type World, world } from '../../support/netmed.ts'

/** A classmate, a mother, a mentor and an attending, with birthdays on the next days. */
async function network(): Promise<World> {
  const me = world()
  await me.run('add "Priya Nair" --role peer --birthday "24 nov"')
  await me.run('add "Rosa Ellis" --role family --birthday 1965-11-21')
  await me.run('add "Dr. Maya Chen" --role faculty --circle mentor --birthday "22 nov"')
  await me.run('add "Dr. Lena Hoff" --role attending --birthday "23 nov"')
  return me
}

it('birthdays of those who are near come up three days before', async () => {
  const me = await network()
  expect((await me.run('due')).out).toBe(
    [
      'Saturday 21 November',
      '',
      'Today',
      '    Rosa Ellis · birthday today  netmed log ellis --kind message',
      '',
      'Birthdays',
      '    Dr. Maya Chen · tomorrow     netmed log chen --kind message',
      '    Priya Nair · Tue 24 Nov      netmed log nair --kind message',
      '',
      '1 more later: netmed due --all',
      '',
    ].join('\n'),
  )
  expect((await me.json('due')).birthdays).toEqual([
    {
      contact: { id: 2, name: 'Rosa Ellis', role: 'family' },
      on: '2026-11-21',
      when: 'today',
      command: 'netmed log ellis --kind message',
    },
    {
      contact: { id: 3, name: 'Dr. Maya Chen', role: 'faculty' },
      on: '2026-11-22',
      when: 'tomorrow',
      command: 'netmed log chen --kind message',
    },
    {
      contact: { id: 1, name: 'Priya Nair', role: 'peer' },
      on: '2026-11-24',
      when: 'Tue 24 Nov',
      command: 'netmed log nair --kind message',
    },
  ])
})

const named = async (me: World, line = 'due', now?: string) => {
  const { out } = await me.run(line, now ? { now } : {})
  return ['Nair', 'Ellis', 'Chen', 'Hoff'].filter(name =>
    new RegExp(`${name} · (birthday|to|Mon|Tue)`).test(out),
  )
}

it('the setting says whose, and how long before', async () => {
  const me = await network()
  await me.run('settings birthdays all')
  expect(await named(me)).toEqual(['Nair', 'Ellis', 'Chen', 'Hoff'])
  await me.run('settings birthdays.days 1')
  expect(await named(me)).toEqual(['Ellis', 'Chen'])
  await me.run('settings birthdays none')
  expect(await named(me)).toEqual([])
})

it('a birthday goes once you were in touch on the day, or while they rest', async () => {
  const me = await network()
  await me.run('log ellis -k message')
  await me.run('snooze chen 2w')
  await me.run('archive nair')
  expect(await named(me)).toEqual([])
})

it('a birthday of someone on the page stands on their line', async () => {
  const me = await network()
  await me.run('remind ellis "call the garage" --due today')
  const { out } = await me.run('due')
  expect(out).toContain('birthday today')
  expect(out.match(/Ellis/g)).toHaveLength(1)
})

it('one of 29 February is kept on the 28th in other years', async () => {
  const me = world()
  await me.run('add "Kim Lee" --role peer --birthday "feb 29"')
  const days = async (now: string) => {
    const { birthdays } = JSON.parse((await me.run('due --json', { now })).out)
    return birthdays.map(({ on }: Answer) => on)
  }
  expect(await days('2027-02-26T12:00')).toEqual(['2027-02-28'])
  expect(await days('2028-02-26T12:00')).toEqual(['2028-02-29'])
  expect(await days('2028-02-25T12:00')).toEqual([])
})

it('the turn of the year is no end', async () => {
  const me = world()
  await me.run('add "Kim Lee" --role peer --birthday "2 jan 2001"')
  expect((await me.run('due', { now: '2026-12-31T12:00' })).out).toContain('Kim Lee · Sat 2 Jan')
})

it('whose circle is private has no birthday where private things do not show', async () => {
  const me = world()
  await me.run('add "Kim Lee" --circle support --birthday "24 nov"')
  expect((await me.run('due')).out).toContain('Kim Lee · Tue 24 Nov')
  expect((await me.json('due')).birthdays).toEqual([])
  expect((await me.json('due --private')).birthdays).toHaveLength(1)
})

it('the calendar has the day, and rings three days before', async () => {
  const me = await network()
  const { entries } = await me.json('export ics')
  expect(entries.filter(({ kind }: Answer) => kind === 'birthday')).toMatchObject(
    [
      { summary: "Dr. Maya Chen's birthday", start: '2026-11-22', end: '2026-11-23', alarm: null },
      { summary: "Priya Nair's birthday", start: '2026-11-24', alarm: 540 - 3 * 1440 },
      { summary: "Rosa Ellis's birthday", start: '2026-11-21', alarm: null },
    ].sort((a, b) => (a.start < b.start ? -1 : 1)),
  )
})

it('due of one person has theirs', async () => {
  const me = await network()
  expect(await named(me, 'due priya')).toEqual(['Nair'])
})
