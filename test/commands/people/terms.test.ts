import { describe, expect, it } from 'vitest'
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
  it('and shows whoever fits all of them', async () => {
    const me = await network()
    expect((await me.run('list at:ucsf role:peer')).out).toBe(
      '#1  Ana Silva  peer, MS3, UCSF\n\n  netmed show <number>\n',
    )
    expect(await listed(me, 'list at:ucsf')).toEqual([2, 1])
    expect(await listed(me, 'list "at:Mayo Clinic"')).toEqual([3])
    expect(await listed(me, 'list at:ucsf not tag:research')).toEqual([2])
  })

  it('beside its own flags', async () => {
    const me = await network()
    expect(await listed(me, 'list at:ucsf role:resident')).toEqual([2])
    await me.run('archive 2')
    expect(await listed(me, 'list at:ucsf --archived')).toEqual([2])
  })

  it('and leaves nobody out who is still only to be written to', async () => {
    const me = await network()
    await me.run('add "Pat Moss" --prospect --institution UCSF')
    expect(await listed(me, 'list at:ucsf')).toEqual([4, 2, 1])
    expect(await listed(me, 'list at:ucsf --prospects')).toEqual([4])
    expect(await listed(me, 'list')).toEqual([3, 2, 1])
  })

  it('but bare words mean a person, or whoever has that name', async () => {
    const me = await network()
    await me.run('add "Ana Costa"')
    expect(await listed(me, 'list silva')).toEqual([1])
    expect(await listed(me, 'list ana')).toEqual([4, 1])
    expect(await me.run('list ucsf')).toEqual({
      code: 1,
      out: '',
      err: 'No one on file is called "ucsf".\n  If this is someone new: netmed add "ucsf"\n',
    })
  })

  it('and see the support circle only with --private, on the screen too', async () => {
    const me = await network()
    expect((await me.run('list circle:support --private')).out).toContain('Omar Aziz')
    expect((await me.run('list circle:support')).err).toBe(
      'Who is in the support circle is private; terms match it only with --private.\n' +
        '  For example: netmed list circle:support --private\n',
    )
    expect((await me.run('list circle:support --json')).code).toBe(2)
    expect((await me.run('list circle:mentor or not circle:support --json')).code).toBe(2)
    expect(await listed(me, 'list circle:support --private')).toEqual([3])
  })
})

describe('edit takes terms', () => {
  it('shows whom it would change, and changes them all in one step', async () => {
    const me = await network()
    const said = await me.run('edit role:resident --every 90d --tag clinic', { answers: [true] })
    expect(said.out).toBe(
      [
        'Changed 2 people:',
        '  #2  Ben Okafor  tag clinic, rhythm every 90 days',
        '  #3  Omar Aziz   tag clinic, rhythm every 90 days',
        '  netmed undo   takes all of it back',
        '',
      ].join('\n'),
    )
    expect(me.data().contacts.map(each => [each.every, each.tags])).toEqual([
      [undefined, ['research']],
      [90, ['clinic']],
      [90, ['clinic']],
    ])
    await me.run('undo')
    expect(me.data().contacts.map(each => each.every)).toEqual([undefined, undefined, undefined])
  })

  it('changes nobody when the answer is no', async () => {
    const me = await network()
    const said = await me.run('edit role:resident --every 90d', { answers: [false] })
    expect(said.out).toBe('Nothing was changed.\n')
    expect(me.data().contacts.map(each => each.every)).toEqual([undefined, undefined, undefined])
  })

  it('names them and fails where nobody can answer', async () => {
    const me = await network()
    expect(await me.run('edit at:ucsf --every 90d')).toEqual({
      code: 2,
      out: '',
      err:
        '2 people: Ana Silva (#1) and Ben Okafor (#2). Nothing was changed yet.\n' +
        '  To go ahead, type it again with --yes.\n',
    })
  })

  it('says of a note whether it is the first or one more', async () => {
    const me = await network()
    await me.run('edit ben --note "two cats"')
    const line = 'edit role:resident --note "met on the ward" --yes'
    expect((await me.run(line)).out).toBe(
      [
        'Changed 2 people:',
        '  #2  Ben Okafor  note changed',
        '  #3  Omar Aziz   note written',
        '  netmed undo   takes all of it back',
        '',
      ].join('\n'),
    )
  })

  it('takes a tag away, from one person too, and says who was so already', async () => {
    const me = await network()
    const said = await me.json('edit at:ucsf --untag RESEARCH --yes')
    expect(said.contacts.map((each: { id: number; changed: string[] }) => each)).toMatchObject([
      { id: 1, displayName: 'Ana Silva', tags: [], changed: ['tags'] },
    ])
    expect(said.unchanged).toEqual([{ id: 2, displayName: 'Ben Okafor' }])
    await me.run('edit omar --tag a --tag b')
    await me.run('edit omar --untag a')
    expect(me.data().contacts[2]?.tags).toEqual(['b'])
  })

  it('refuses what is one person’s own, and a change of nothing', async () => {
    const me = await network()
    expect((await me.run('edit at:ucsf --email a@b.org --yes')).err).toBe(
      '--email is for one person.\n  netmed list at:ucsf\n',
    )
    expect((await me.run('edit at:ucsf --yes')).err).toBe(
      'Say what to change.\n  For example: --every 90d --tag research\n',
    )
    expect((await me.run('edit at:nowhere --tag x --yes')).err).toBe(
      'No matches for at:nowhere.\n  netmed list\n',
    )
  })

  it('sees the support circle only with --private', async () => {
    const me = await network()
    expect((await me.run('edit circle:support --tag x --yes --json')).code).toBe(2)
    expect((await me.run('edit circle:support --tag x --yes')).code).toBe(2)
    const { out } = await me.run('edit circle:support --tag x --yes --private')
    expect(out).toContain('#3  Omar Aziz')
    expect((await me.run('archive circle:support --yes')).code).toBe(2)
    expect((await me.run('archive circle:support --yes --private')).out).toContain('Omar Aziz')
  })
})

describe('archive takes terms', () => {
  it('and puts several people aside in one step, and takes them back', async () => {
    const me = await network()
    const said = await me.run('archive at:ucsf', { answers: [true] })
    expect(said.out).toBe(
      '2 people are archived; nothing was deleted: Ana Silva (#1) and Ben Okafor (#2).\n' +
        '  netmed undo   takes all of it back\n',
    )
    expect(await listed(me, 'list')).toEqual([3])
    const back = await me.json('archive at:ucsf role:peer --back --yes')
    expect(back).toMatchObject({ archived: false, contacts: [{ id: 1 }] })
    expect(await listed(me, 'list')).toEqual([3, 1])
    expect(await listed(me, 'list at:ucsf --archived')).toEqual([2])
  })

  it('but nobody when the answer is no', async () => {
    const me = await network()
    const said = await me.run('archive at:ucsf', { answers: [false] })
    expect(said.out).toBe('Nothing was changed.\n')
    expect(await listed(me, 'list')).toEqual([3, 2, 1])
  })
})

describe('a change of role is kept', () => {
  it('and shown with the day it ended', async () => {
    const me = await network()
    await me.run('edit okafor --role attending')
    expect(me.data().contacts[1]?.history).toEqual(['2026-11-21 role: resident -> attending'])
    expect((await me.run('show okafor')).out).toContain('before  resident until 21 Nov\n')
    expect((await me.json('show okafor')).past).toEqual([
      { until: '2026-11-21', field: 'role', was: 'resident', became: 'attending' },
    ])
  })

  it('but not that of a slip', async () => {
    const me = await network()
    const said = await me.run('edit okafor --role fellow --was-wrong')
    expect(said.out).toContain('role  fellow (was resident)\n')
    expect(me.data().contacts[1]?.history).toBeUndefined()
  })

  it('nor is one asked of what is not a person', async () => {
    const me = await network()
    await me.run('log okafor -k coffee --no-follow-up')
    expect(await me.run('edit 4 --was-wrong --place x')).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^#4 is something you logged, which has no --was-wrong\.\n/),
    })
  })
})
