import fs from 'node:fs'
import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

const DATA = '.local/share/netmed/netmed.json'

it('backup list names the kept copies, what wrote each, and why it is kept', async () => {
  const me = world()
  await me.run('add "Ana Ruiz"', { now: '2026-11-19T09:30:00' })
  await me.run('add "Ben Li"', { now: '2026-11-20T15:04:00' })
  await me.run('log ana -k coffee')
  expect((await me.run('backup list')).out).toBe(
    '  20 Nov 15:04  after add  1 KB  for undo\n' +
      '  19 Nov 09:30  after add  1 KB  for undo\n' +
      '\n  netmed restore "20 Nov 15:04" --dry-run\n' +
      '  netmed backup clear   removes them all, and what undo needs\n',
  )
})

it('backup list as JSON has no sizes unless --private is typed', async () => {
  const me = world()
  await me.run('add "Ana Ruiz"', { now: '2026-11-20T15:04:00' })
  await me.run('add "Ben Li"')
  const { copies } = await me.json('backup list')
  expect(copies).toMatchObject([
    { rev: 1, type: '20 Nov 15:04', command: 'add', why: 'undo', bytes: null, ago: '23 hours ago' },
  ])
  expect((await me.json('backup list --private')).copies[0].bytes).toBeGreaterThan(300)
})

it('backup alone keeps a copy for a year, once', async () => {
  const me = await withAna()
  const { out } = await me.run('backup')
  expect(out).toBe(
    'Kept a copy of everything as it is now: 1 person, 0 interactions. It stays for a year, on the same disk as your data.\n' +
      'To write one to another disk, private notes and all:\n  netmed backup <folder>\n',
  )
  expect((await me.json('backup')).backup).toMatchObject({ isNew: false, people: 1 })
  expect((await me.json('backup list')).copies).toMatchObject([{ why: 'saved' }])
})

it('backup to a folder names the file by day and time, and writes the very bytes, private', async () => {
  const me = await withAna()
  fs.mkdirSync(me.path('usb'))
  await me.run('backup usb')
  const file = me.path('usb/netmed-2026-11-21-1500.json')
  expect(fs.readFileSync(file)).toEqual(fs.readFileSync(me.path(DATA)))
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect((await me.json('backup usb')).backup).toMatchObject({ isNew: false })
  await me.run('add "Ben Li"')
  await me.run('backup usb')
  expect(fs.readdirSync(me.path('usb')).sort()).toEqual([
    'netmed-2026-11-21-1500-2.json',
    'netmed-2026-11-21-1500.json',
  ])
})

it('backup replaces another file only when it is told to', async () => {
  const me = await withAna()
  fs.writeFileSync(me.path('mine.json'), 'mine')
  const refused = await me.run('backup mine.json')
  expect(refused.err).toContain('mine.json is there already. Nothing was changed yet.')
  expect(refused.code).toBe(2)
  expect(fs.readFileSync(me.path('mine.json'), 'utf8')).toBe('mine')
  expect((await me.run('backup mine.json', { answers: [false] })).code).toBe(1)
  expect((await me.run('backup mine.json --yes')).code).toBe(0)
  expect(fs.readFileSync(me.path('mine.json'))).toEqual(fs.readFileSync(me.path(DATA)))
})

it('backup replaces one of its own unasked, and asks about one that was changed since', async () => {
  const me = await withAna()
  await me.run('backup mine.json')
  await me.run('add "Ben Li"')
  expect((await me.run('backup mine.json')).code).toBe(0)
  expect(fs.readFileSync(me.path('mine.json'))).toEqual(fs.readFileSync(me.path(DATA)))
  fs.chmodSync(me.path('mine.json'), 0o644)
  await me.run('add "Cho Kim"')
  await me.run('backup mine.json')
  expect(fs.statSync(me.path('mine.json')).mode & 0o777).toBe(0o600)
  fs.appendFileSync(me.path('mine.json'), 'x')
  expect((await me.run('backup mine.json')).code).toBe(2)
})

it.each([
  ['itself', DATA],
  ['a link to it', 'link.json'],
  ['a second name of it', 'second.json'],
])('backup never writes over the data: %s', async (_, name) => {
  const me = await withAna()
  fs.symlinkSync(me.path(DATA), me.path('link.json'))
  fs.linkSync(me.path(DATA), me.path('second.json'))
  const before = fs.readFileSync(me.path(DATA))
  const { code, err } = await me.run(`backup ${name} --yes`)
  expect([code, err]).toEqual([2, expect.stringContaining('is where netmed keeps your data.')])
  expect(fs.readFileSync(me.path(DATA))).toEqual(before)
})

it('backup writes nothing among the kept copies by name', async () => {
  const me = await withAna()
  await me.run('backup')
  const kept = (await me.json('backup list')).copies[0].path
  expect((await me.run(['backup', kept])).code).toBe(2)
  expect((await me.run('backup -')).code).toBe(2)
})

it('backup of a damaged file is refused, as it would look like a good one', async () => {
  const me = await withAna()
  fs.writeFileSync(me.path(DATA), '{')
  expect((await me.run('backup')).code).toBe(3)
  expect((await me.run('backup copy.json')).code).toBe(3)
  expect(fs.existsSync(me.path('copy.json'))).toBe(false)
})

it('backup clear removes the copies after asking, and with them what undo needs', async () => {
  const me = await withAna()
  await me.run('add "Ben Li"')
  await me.run('rm ben --yes')
  expect((await me.run('backup clear')).code).toBe(2)
  expect((await me.run('backup clear', { answers: [false] })).out).toBe('Nothing was removed.\n')
  expect((await me.run('backup clear', { answers: [true] })).out).toBe(
    'Removed 2 copies. Nothing before now can be undone.\n',
  )
  expect((await me.run('undo')).err).toBe('There is nothing to undo.\n')
  expect((await me.run('backup list')).out).toContain('No copies are kept yet')
})

async function withAna(): Promise<World> {
  const me = world()
  await me.run('add "Ana Ruiz"')
  return me
}

it('backup clear asks nothing where nothing is kept', async () => {
  const me = world()
  await me.run('settings style small')
  await me.run('backup clear', { answers: [true] })
  expect((await me.run('backup clear', { answers: [] })).out).toBe('Nothing was removed.\n')
})
