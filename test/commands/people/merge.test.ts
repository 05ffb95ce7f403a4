import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

/** Lena twice: #1 with a role, #2 with an address, another role and a coffee. */
async function network(): Promise<World> {
  const me = world()
  await me.run('add "Dr. Lena Hoff" --role faculty --tag echo')
  await me.run('add "Lena Hoff" --force --role attending --email lena@x.org --tag registry')
  await me.run('log 2 -k coffee --no-follow-up')
  return me
}

describe('merge without names', () => {
  it('names who may be here twice, why, and what to type', async () => {
    const me = await network()
    expect((await me.run('merge')).out).toBe(
      [
        '#2  Lena Hoff      attending, 1 interaction',
        '#1  Dr. Lena Hoff  faculty',
        '    the same name',
        '    netmed merge 2 1 --dry-run',
        '',
      ].join('\n'),
    )
    const { pairs } = await me.json('merge')
    expect(pairs).toEqual([
      {
        a: { id: 2, name: 'Lena Hoff', role: 'attending', institution: null, interactions: 1 },
        b: { id: 1, name: 'Dr. Lena Hoff', role: 'faculty', institution: null, interactions: 0 },
        why: ['the same name'],
      },
    ])
  })

  it('says so when there are none', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    expect((await me.run('merge')).out).toBe('No duplicates found.\n')
  })
})

describe('merge', () => {
  const SAID = [
    '  role   attending goes to the note',
    '  email  lena@x.org',
    '  tag    also registry',
    '1 interaction moves over.',
  ]

  it('shows what it would do with --dry-run, and changes nothing', async () => {
    const me = await network()
    expect((await me.run('merge 1 2 --dry-run')).out).toBe(
      [
        'Lena Hoff (#2) would be merged into Dr. Lena Hoff (#1):',
        '  name   Lena Hoff goes to the note',
        ...SAID,
        '  netmed merge 1 2',
        '',
      ].join('\n'),
    )
    expect(me.data().contacts.length).toBe(2)
  })

  it('makes one of two in one step, after asking, and undo makes two again', async () => {
    const me = await network()
    const { out } = await me.run('merge 1 2', { answers: [true] })
    expect(out).toBe(
      [
        'Lena Hoff (#2) is merged into Dr. Lena Hoff (#1).',
        '  name   Lena Hoff goes to the note',
        ...SAID,
        '  netmed undo   makes them two people again',
        '',
      ].join('\n'),
    )
    const [only, ...rest] = me.data().contacts
    expect(rest).toEqual([])
    expect(only).toMatchObject({
      name: 'Dr. Lena Hoff',
      emails: ['lena@x.org'],
      tags: ['echo', 'registry'],
      note: '2026-11-21: merged with #2; name: Lena Hoff; role: attending',
    })
    expect(me.data().interactions[0]?.contacts).toEqual([1])
    await me.run('undo')
    expect(me.data().contacts.map(each => each.name)).toEqual(['Dr. Lena Hoff', 'Lena Hoff'])
  })

  it('does nothing when the answer is no, and names the plan where nobody can answer', async () => {
    const me = await network()
    expect((await me.run('merge 1 2', { answers: [false] })).out).toBe('Nothing was merged.\n')
    expect(await me.run('merge 1 2')).toEqual({
      code: 2,
      out: '',
      err:
        'Lena Hoff (#2) would be merged into Dr. Lena Hoff (#1):\n' +
        '  name   Lena Hoff goes to the note\n' +
        '  role   attending goes to the note\n' +
        '  email  lena@x.org\n' +
        '  tag    also registry\n' +
        '         1 interaction moves over\n' +
        '  Nothing was changed yet. To go ahead, type it again with --yes.\n',
    })
  })

  it('shows a table above the question, and little of it in the question itself', async () => {
    const me = await network()
    expect((await me.run('merge 1 2', { answers: [false] })).err).toContain(
      '  email  lena@x.org\n  tag    also registry\n',
    )
    await me.run('add "Kim Lee"')
    await me.run('add "Kim Li"')
    expect((await me.run('merge 4 5', { answers: [false] })).err).toBe('')
  })

  it('answers json with what was joined and moved', async () => {
    const me = await network()
    const answer = await me.json('merge 1 2 --yes')
    expect(answer).toMatchObject({
      contact: { id: 1, displayName: 'Dr. Lena Hoff' },
      gone: { id: 2, name: 'Lena Hoff' },
      moved: { interactions: 1, followUps: 0, questions: 0, contacts: 0, other: 0 },
      merged: true,
      opened: [],
      settled: [],
    })
    expect(
      answer.joined.map((each: { name: string; how: string }) => [each.name, each.how]),
    ).toEqual([
      ['name', 'noted'],
      ['role', 'noted'],
      ['emails', 'taken'],
      ['tags', 'added'],
    ])
  })

  it('wants two people', async () => {
    const me = await network()
    expect((await me.run('merge 1')).err).toBe(
      'Name two people: the one to keep, then the other.\n' +
        '  netmed merge 4 17; put quotes around a name of two words.\n',
    )
    expect((await me.run('merge 1 2 --all')).err).toBe(
      '--all is for the list of pairs.\n  netmed merge --all\n',
    )
    expect((await me.run('merge 1 1')).err).toBe(
      'That is the same person twice: #1.\n  netmed merge\n',
    )
    expect((await me.run('merge 1 lena')).code).toBe(1)
  })
})

it('two people may be merged in one word with a comma, and never one or three', async () => {
  const me = world()
  await me.run('add "Ana Silva" --tag one')
  await me.run('add "Omar Aziz" --tag two')
  await me.run('add "Priya Nair"')
  expect(
    (await me.run('merge 1,2 --dry-run')).out,
  ).toBe(`Omar Aziz (#2) would be merged into Ana Silva (#1):
  name  Omar Aziz goes to the note
  tag   also two
  netmed merge 1 2
`)
  expect(await me.run('merge 1,2,3 --dry-run')).toEqual({
    code: 2,
    out: '',
    err: `Name two people: the one to keep, then the other.
  netmed merge 4 17; put quotes around a name of two words.
`,
  })
  expect(await me.run('merge 1 2 3 --dry-run')).toEqual({
    code: 2,
    out: '',
    err: `netmed merge takes fewer words; quotes keep several together.
  How it works: netmed help merge
`,
  })
  expect(await me.run('merge ,2 --dry-run')).toEqual({
    code: 2,
    out: '',
    err: `Name two people: the one to keep, then the other.
  netmed merge 4 17; put quotes around a name of two words.
`,
  })
  expect(await me.run('merge 1, --dry-run')).toEqual({
    code: 2,
    out: '',
    err: `Name two people: the one to keep, then the other.
  netmed merge 4 17; put quotes around a name of two words.
`,
  })
})

it('of many likely pairs the first are shown, and all when that is asked or as data', async () => {
  const me = world()
  await me.run('add "aaaa silva"')
  me.rewrite(data => {
    const [first] = data.contacts
    if (!first) return
    data.contacts = Array.from({ length: 42 }, (_, index) => {
      const name = `${String.fromCharCode(97 + Math.floor(index / 2)).repeat(4)} silva`
      return { ...first, id: index + 1, uid: `${index}`.padStart(16, 'u'), name }
    })
    data.meta.nextId = 43
  })
  const shown = async (flags: string) =>
    (await me.run(`merge${flags}`)).out.split('\n').filter(line => line.includes('the same name'))
  const { pairs } = await me.json('merge')
  expect(pairs).toHaveLength(21)
  expect((await shown('')).length).toBeLessThan(21)
  expect(await shown(' --all')).toHaveLength(21)
})

it.each(['merge ana', 'merge "ana,bo,cy"', 'merge "ana,"'])('%s does not name two', async line => {
  const { code, err } = await world().run(line)
  expect(code).toBe(2)
  expect(err).toContain('Name two people: the one to keep, then the other.')
})
