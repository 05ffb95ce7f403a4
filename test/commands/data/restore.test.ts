import fs from 'node:fs'
import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

const DATA = '.local/share/netmed/netmed.json'

it('restore shows what would come, go and change, and with --dry-run does no more', async () => {
  const me = await threeDays()
  const { code, out } = await me.run('restore thu --dry-run')
  expect(out).toBe(
    'The copy of 19 Nov 09:30 holds 2 people, 0 interactions and 0 follow-ups.\n' +
      'Compared with now:\n' +
      '  people        1 back (Ben Li) and 1 changed (Ana Ruiz)\n' +
      '  interactions  1 gone (#3)\n' +
      '  follow-ups    1 gone (#4)\n' +
      'Nothing was restored.\n' +
      '  netmed restore "19 Nov 09:30"\n',
  )
  expect(code).toBe(0)
  expect(me.data().contacts.map(each => each.name)).toEqual(['Ana Ruiz'])
})

it('restore says so, asks, restores, and is undone', async () => {
  const me = await threeDays()
  const asked = await me.run('restore "19 nov 09:30"', { answers: [true] })
  expect(asked.err).toContain('people        1 back (Ben Li) and 1 changed (Ana Ruiz)')
  expect(asked.out).toBe('Restored the copy of 19 Nov 09:30.\n  netmed undo   takes that back\n')
  expect(me.data().contacts.map(each => each.name)).toEqual(['Ana Ruiz', 'Ben Li'])
  await me.run('undo')
  expect(me.data().contacts.map(each => each.name)).toEqual(['Ana Ruiz'])
})

it('undo of a restore is told as that, whoever comes back', async () => {
  const me = await threeDays()
  await me.run('restore thu --yes')
  expect((await me.run('undo')).out).toMatch(/^Undid: restore \(just now\)\. #4 and #3 are back\./)
})

it('a copy that is what is there is not restored', async () => {
  const me = await threeDays()
  await me.run('backup copy.json')
  const { rev } = me.data().meta
  const { code, out } = await me.run('restore copy.json')
  expect([code, out]).toEqual([
    0,
    expect.stringContaining('That is what you have now.\nNothing was restored.'),
  ])
  expect(me.data().meta.rev).toBe(rev)
})

it('restore in a script needs --yes, and no means no', async () => {
  const me = await threeDays()
  const before = me.data()
  expect((await me.run('restore latest')).code).toBe(2)
  expect((await me.run('restore latest', { answers: [false] })).out).toBe('Nothing was restored.\n')
  expect(me.data()).toEqual(before)
})

it('restore alone asks which copy; in a script it names the latest', async () => {
  const me = await threeDays()
  await me.run('restore', { answers: ['19 Nov 09:30', true] })
  expect(me.data().contacts.map(each => each.name)).toEqual(['Ana Ruiz', 'Ben Li'])
  const { code, err } = await me.run('restore')
  expect([code, err]).toEqual([2, expect.stringContaining('netmed restore latest')])
})

it('a day means the end of it, and before the first copy there is none', async () => {
  const me = await threeDays()
  expect((await me.json('restore yesterday --dry-run')).restore.type).toBe('20 Nov 15:04')
  expect((await me.json('restore "20 nov 15:03" --dry-run')).restore.type).toBe('19 Nov 09:30')
  const { code, err } = await me.run('restore "1 nov"')
  expect(code).toBe(1)
  expect(err).toContain('No copy is as old as that: the oldest is from Thu 19 Nov 2026.')
})

it('a backup in a file comes back, whatever was done since', async () => {
  const me = await threeDays()
  await me.run('backup copy.json')
  await me.run('rm ana --yes')
  const { restore } = await me.json('restore copy.json --yes')
  expect(restore).toMatchObject({
    done: true,
    changes: { people: { added: [{ id: 1, name: 'Ana Ruiz' }] } },
  })
  expect(me.data().contacts.map(each => each.name)).toEqual(['Ana Ruiz'])
  await me.run('undo')
  expect(me.data().contacts).toEqual([])
})

it('one number of two people is told as one who goes and one who comes', async () => {
  const me = await threeDays()
  const other = world({ chance: 900 })
  await other.run('add "Zoe Wu"')
  await other.run(['backup', me.path('zoe.json')])
  const { people } = (await me.json('restore zoe.json --dry-run')).restore.changes
  expect(people).toEqual({
    added: [{ id: 1, name: 'Zoe Wu' }],
    removed: [{ id: 1, name: 'Ana Ruiz' }],
    changed: [],
  })
})

it('over a damaged file it says why that is not compared, and keeps it', async () => {
  const me = await threeDays()
  fs.truncateSync(me.path(DATA), 500)
  const damaged = fs.readFileSync(me.path(DATA))
  const { code, err, out } = await me.run('restore latest --yes')
  expect(code).toBe(0)
  expect(err).toContain('is not understood at line')
  const kept = /^ {2}(\/.*damaged-2026-11-21-500-\d+\.json)$/m.exec(out)?.[1] ?? ''
  expect(fs.readFileSync(kept)).toEqual(damaged)
  expect((await me.run('list')).out).toContain('Ana Ruiz')
})

it.each([
  ['a word that is neither a day nor a file', 'restore blah', 2],
  ['a file that is not there', 'restore ./none.json', 4],
  ['a file of something else', 'restore other.json', 3],
])('restore of %s changes nothing', async (_, line, code) => {
  const me = await threeDays()
  fs.writeFileSync(me.path('other.json'), '[1]')
  const before = me.data()
  expect((await me.run(`${line} --yes`)).code).toBe(code)
  expect(me.data()).toEqual(before)
})

it('under --json a private record is not among what comes and goes', async () => {
  const me = world()
  await me.run('add "Ana Ruiz"', { now: '2026-11-19T09:30:00' })
  await me.run('log ana -k coffee --private --promise "a thing"', { now: '2026-11-20T09:30:00' })
  await me.run('note ana hello')
  const { changes, holds } = (await me.json('restore thu --dry-run')).restore
  expect([changes.interactions.removed, changes.followUps.removed]).toEqual([[], []])
  expect(holds).toEqual({ people: 1, interactions: 0, followUps: 0 })
  const whole = (await me.json('restore thu --dry-run --private')).restore.changes
  expect(whole.interactions.removed).toHaveLength(1)
})

/** On Thursday two people, on Friday one of them is gone, on Saturday the other had coffee. */
async function threeDays(): Promise<World> {
  const me = world()
  await me.run('add "Ana Ruiz"', { now: '2026-11-19T09:00:00' })
  await me.run('add "Ben Li"', { now: '2026-11-19T09:30:00' })
  await me.run('rm ben --yes', { now: '2026-11-20T15:04:00' })
  await me.run('log ana -k coffee --promise "a paper"')
  await me.run('edit ana --area Oakland')
  return me
}

it('the copies to choose from say after which command they were kept, where that is known', async () => {
  const me = await threeDays()
  const ran = await me.run('restore', { answers: ['nothing like this'] })
  expect(ran.err).toContain('20 Nov 15:04, after ')
})

it('copies of one minute are told apart, and each is restored by what is printed for it', async () => {
  const me = world()
  await me.run('add "Ana Ruiz"', { now: '2026-11-20T15:04:07' })
  await me.run('add "Ben Li"', { now: '2026-11-20T15:04:31.120' })
  await me.run('add "Cho Kim"', { now: '2026-11-20T15:04:31.450' })
  await me.run('add "Dee Park"')
  const { copies } = await me.json('backup list')
  expect(copies.map((copy: { type: string }) => copy.type)).toEqual([
    new Date('2026-11-20T15:04:31.450').toISOString(),
    new Date('2026-11-20T15:04:31.120').toISOString(),
    '20 Nov 15:04:07',
  ])
  const { out } = await me.run('restore "20 nov 15:04:07" --dry-run')
  expect(out).toContain('The copy of 20 Nov 15:04:07 holds 1 person')
  expect(out).toContain('netmed restore "20 Nov 15:04:07"\n')
  const middle = await me.json(`restore ${copies[1].type} --dry-run`)
  expect(middle.restore).toMatchObject({ type: copies[1].type, holds: { people: 2 } })
  const latest = await me.json('restore "20 nov 15:04" --dry-run')
  expect(latest.restore).toMatchObject({ type: copies[0].type, holds: { people: 3 } })
})
