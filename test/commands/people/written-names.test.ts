import fs from 'node:fs'
import { expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

it('add writes a name as names are written, says so, and keeps what is typed again', async () => {
  const me = world()
  const { out, err } = await me.run(['add', "mike o'neill"])
  expect(out).toContain("Added #1 Mike O'Neill.")
  expect(err).toBe(
    `Written as Mike O'Neill. To keep what you typed: netmed edit 1 --name "mike o'neill"\n`,
  )
  await me.run(['edit', '1', '--name', "mike o'neill"])
  expect(me.data().contacts[0]?.name).toBe("mike o'neill")
})

it('a name in mixed letters is kept, and nothing is said', async () => {
  const me = world()
  expect((await me.run('add "Lena de Hoff"')).err).toBe('')
  expect(me.data().contacts[0]?.name).toBe('Lena de Hoff')
})

it('one who is here is not written anew, whichever letters are typed', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  expect((await me.run('log "PRIYA NAIR" -k coffee')).err).toBe('')
  expect((await me.run('add "priya nair"')).err).toContain('already has that name')
})

it('log, heard and event met write new names', async () => {
  const me = world()
  expect((await me.run('log "DR SARAH KHAN" --new -k coffee')).err).toContain(
    'Written as Dr. Sarah Khan. To keep what you typed: netmed edit 1 --name "DR SARAH KHAN"\n',
  )
  const heard = await me.run('heard khan --referred "pat mckay <pat@example.org>"')
  expect(heard.err).toContain('Written as Pat McKay. To keep')
  await me.run('event add ACC -k conference -o wed --until fri', { now: '2026-11-16T09:00:00' })
  const met = await me.run('event met acc', { stdin: 'anna de luca; attending\nPAT MCKAY\n' })
  expect(met.err).toBe(
    'Written as Anna de Luca. To keep what you typed: netmed edit 8 --name "anna de luca"\n',
  )
  const names = me.data().contacts.map(({ name }) => name)
  expect(names).toEqual(['Dr. Sarah Khan', 'Pat McKay', 'Anna de Luca'])
})

it('a speaker is written as a name, and one on file as there', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role attending')
  const added = await me.run([
    ...['event', 'add', 'Rounds', '-k', 'grand-rounds', '-o', 'wed'],
    ...['--speaker', 'DR LENA HOFF', '--speaker', 'chen'],
  ])
  expect(added.err).toBe('Written as Dr. Lena Hoff.\n')
  expect(me.data().events[0]?.speakers).toEqual(['Dr. Lena Hoff', 'Dr. Maya Chen'])
})

it('an import keeps names as the file has them, so that the same file changes nothing', async () => {
  const me = world()
  fs.writeFileSync(me.path('people.csv'), 'Full name,Company\nbell hooks,UCSF\n')
  await me.run('import people.csv --map "Full name=name" --yes')
  expect(me.data().contacts.map(({ name }) => name)).toEqual(['bell hooks'])
})
