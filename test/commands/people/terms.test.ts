import { describe, expect, test } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

/** Ana and Ben at UCSF, Omar elsewhere and in the support circle. */
async function network(): Promise<World> {
  const me = world()
  await me.run('add "Ana Silva" --role peer --institution UCSF --stage MS3 --tag research')
  await me.run('add "Ben Okafor" --role resident --institution "UCSF Medical Center"')
  await me.run('add "Omar Aziz" --role resident --institution "Mayo Clinic" --circle support')
  return me
}

/** The numbers of those whom `list` answers with. */
async function listed(me: World, line: string): Promise<number[]> {
  const { contacts } = await me.json(line)
  return contacts.map((contact: { id: number }) => contact.id)
}

describe('list takes terms', () => {
  test('and shows whoever fits all of them', async () => {
    const me = await network()
    expect((await me.run('list at:ucsf role:peer')).out).toBe(
      '#1  Ana Silva  peer, MS3, UCSF\n\n  netmed show <number>\n',
    )
    expect(await listed(me, 'list at:ucsf')).toEqual([1, 2])
    expect(await listed(me, 'list "at:Mayo Clinic"')).toEqual([3])
    expect(await listed(me, 'list at:ucsf not tag:research')).toEqual([2])
  })

  test('beside its own flags', async () => {
    const me = await network()
    expect(await listed(me, 'list at:ucsf --role resident')).toEqual([2])
  })

  test('and leaves nobody out who is still only to be written to', async () => {
    const me = await network()
    await me.run('add "Pat Moss" --prospect --institution UCSF')
    expect(await listed(me, 'list at:ucsf')).toEqual([1, 2, 4])
    expect(await listed(me, 'list at:ucsf --prospects')).toEqual([4])
    expect(await listed(me, 'list')).toEqual([1, 2, 3])
  })

  test('but bare words mean a person, or whoever has that name', async () => {
    const me = await network()
    await me.run('add "Ana Costa"')
    expect(await listed(me, 'list silva')).toEqual([1])
    expect(await listed(me, 'list ana')).toEqual([4, 1])
    expect(await me.run('list ucsf')).toEqual({
      code: 1,
      out: '',
      err: 'I know nobody called "ucsf".\n  To add them: netmed add "ucsf"\n',
    })
  })

  test('and shows the support circle on screen alone', async () => {
    const me = await network()
    expect((await me.run('list circle:support')).out).toContain('Omar Aziz')
    expect((await me.run('list circle:support --json')).code).toBe(2)
    expect((await me.run('list circle:mentor or not circle:support --json')).code).toBe(2)
    expect(await listed(me, 'list circle:support --private')).toEqual([3])
  })
})
