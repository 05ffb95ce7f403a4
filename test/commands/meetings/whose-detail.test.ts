import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function three(): Promise<World> {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  for (const name of ['Priya Nair', 'Omar Aziz', 'Zoe Kim']) {
    await me.run(['add', name, '--role', 'resident'])
  }
  return me
}

const LOG = ['log', 'priya,', 'omar', '--kind', 'shadowing', '--detail']

it('a detail of several people is of the one it names', async () => {
  const me = await three()
  await me.run([...LOG, 'priya: her cardiology rotation'])
  const { interactions } = me.data()
  expect(interactions[0]).toMatchObject({ detail: 'her cardiology rotation', detailOf: 1 })

  const { out } = await me.run('due --all')
  expect(out).toContain('Saturday 21 November')
  expect(out).toContain('Thank Omar Aziz for shadowing')
  expect((await me.json('draft thanks priya')).draft.body).toContain('Your cardiology rotation')
  const omar = await me.run('draft thanks omar')
  expect(omar).toMatchObject({ code: 2, out: '' })
  expect(omar.err).toContain('her cardiology rotation')
  expect((await me.run('show omar')).out).toContain('Priya Nair: her cardiology rotation')
  expect((await me.run('show priya')).out).toContain('shadowing  her cardiology rotation')
})

it('whose it is is asked for on a terminal, and may be no one’s', async () => {
  const me = await three()
  await me.run([...LOG, 'her cardiology rotation'], { answers: ['Omar Aziz'] })
  await me.run([...LOG, 'the match list'], { answers: ['no one in particular'] })
  const { interactions } = me.data()
  expect(interactions[0]).toMatchObject({ detailOf: 2 })
  expect(interactions[1]).not.toHaveProperty('detailOf')
})

it('a name that is none of theirs, and one person alone, leave the words as they are', async () => {
  const me = await three()
  await me.run([...LOG, 'zoe: her cardiology rotation'])
  await me.run(['log', 'zoe', '--detail', 'zoe: her cat'])
  const { interactions } = me.data()
  expect(interactions[0]).toMatchObject({ detail: 'zoe: her cardiology rotation' })
  expect(interactions[1]).toMatchObject({ detail: 'zoe: her cat' })
  expect(interactions.some(each => 'detailOf' in each)).toBe(false)
})

it('log says that a detail which may not fit a sentence will be asked for', async () => {
  const me = await three()
  const said = await me.run([
    'log',
    'zoe',
    '--kind',
    'shadowing',
    '-d',
    'her husband who quit his job',
  ])
  expect(said.out).toContain(
    'The thank-you email will ask how to say this. To reword it: netmed edit 4',
  )
  const plain = await me.run(['log', 'omar', '--kind', 'shadowing', '-d', 'beta blockers'])
  expect(plain.out).not.toContain('The email')
})

it('whoever a detail is about stands once among the people', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role attending')
  await me.run('add "Priya Nair" --role peer')
  await me.run('log chen, priya -k coffee -d "priya: her rotation"')
  expect((await me.run('show 3')).out).toContain('coffee with Dr. Maya Chen and Priya Nair  #3\n')
})

it('in a script log says that it cannot be told whose a detail is, and edit takes the name', async () => {
  const me = await three()
  const line = 'log coffee with priya and omar yesterday about her cardiology rotation'
  expect((await me.run(line)).out).toContain(
    'Whose is "her cardiology rotation"? If Priya Nair\'s: netmed edit 4 --detail "nair: her cardiology rotation"\n',
  )
  expect((await me.json(`${line}s`)).whose).toBe('her cardiology rotations')
  expect((await me.run('draft thanks omar')).err).toContain('her cardiology rotation')
  await me.run(['edit', '4', '--detail', 'nair: her cardiology rotation'])
  expect(me.data().interactions[0]).toMatchObject({
    detail: 'her cardiology rotation',
    detailOf: 1,
  })
  await me.run(['edit', '4', '--detail', 'her rotation'])
  expect(me.data().interactions[0]).toMatchObject({ detail: 'her rotation', detailOf: 1 })
  await me.run('edit 4 --no-detail')
  expect(me.data().interactions[0]).not.toHaveProperty('detailOf')
})

it('a detail that names one of them is asked about, and one of no one in particular is not', async () => {
  const me = await three()
  const named = await me.run('log coffee with priya and omar about omar leaving for Boston')
  expect(named.out).toContain('Whose is "omar leaving for Boston"?')
  const none = await me.run('log lunch with priya and omar about the match list')
  expect(none.out).not.toContain('Whose is')
  const one = await me.run('log walk with zoe about her cat')
  expect(one.out).not.toContain('Whose is')
})

it('a line of log - says whose its detail is as a sentence does', async () => {
  const me = await three()
  await me.run('log -', { stdin: 'coffee with priya and omar about omar: his rotation\n' })
  expect(me.data().interactions[0]).toMatchObject({ detail: 'his rotation', detailOf: 2 })
})
