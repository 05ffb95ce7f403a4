import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function network(): Promise<World> {
  const me = world()
  await me.run('add "Dr. Lena Hoff" --role attending --specialty cardiology')
  await me.run('add "José García" --role peer --note "Loves the ablation registry. Two cats."')
  await me.run('log hoff -k conference -o wed -d "the ablation registry she runs" --no-follow-up')
  return me
}

it('search shows the matching words in their sentence, best first', async () => {
  const me = await network()
  expect(
    (await me.run('search ablation registry --in people --in notes --in interactions')).out,
  ).toBe(
    [
      '#3  conference with Dr. Lena Hoff · 18 Nov',
      '    the *ablation* *registry* she runs',
      '#2  José García · peer',
      '    Loves the *ablation* *registry*.',
      '',
      '  netmed show <number>',
      '',
    ].join('\n'),
  )
})

it('on a terminal with color the words are marked by it alone', async () => {
  const me = await network()
  const { out } = await me.run('search cats', { colorLevel: 1, isTTY: true })
  expect(out).toContain('Two \u001b[1m\u001b[4mcats\u001b[24m\u001b[22m.')
})

it('a name shows what somebody is, and the one command to see all of them', async () => {
  const me = await network()
  expect((await me.run('search garcia')).out).toBe('#2  José *García* · peer\n\n  netmed show 2\n')
})

it('a match that is broken over two lines is marked on both', async () => {
  const me = await network()
  const { out } = await me.run('search "ablation registry" --in notes', {
    columns: 24,
    colorLevel: 1,
    isTTY: true,
  })
  expect(out).toContain(
    '    Loves the \u001b[1m\u001b[4mablation\u001b[24m\u001b[22m\n    \u001b[1m\u001b[4mregistry\u001b[24m\u001b[22m.',
  )
})

it('nothing found says what else to try', async () => {
  const me = await network()
  expect((await me.run('search zebra')).out).toBe('No matches.\n  netmed search <one> or <other>\n')
  expect((await me.run('search "cats ablation"')).out).toBe(
    'No matches for these words together. Without the quotes they can be anywhere.\n',
  )
})

it('templates are found by their text and named as templates', async () => {
  const me = await network()
  const { out } = await me.run('search "chart review" --in templates')
  expect(out).toMatch(
    /^ {2}template research\n.*\*chart review\*.*\n\n {2}netmed template research\n$/,
  )
})

it('json has every hit with where the words stand', async () => {
  const me = await network()
  const { hits, total } = await me.json('search cats')
  expect(total).toBe(1)
  expect(hits).toEqual([
    {
      place: 'notes',
      id: 2,
      name: 'José García',
      nameMatches: [],
      about: 'peer',
      day: null,
      field: 'note',
      sentence: 'Two cats.',
      matches: [[4, 8]],
      command: 'netmed show 2',
    },
  ])
})

it('what is private is found only with --private, on the screen too', async () => {
  const me = await network()
  await me.run('edit garcia --private-note "a quarrel" --circle support')
  expect((await me.run('search quarrel')).out).not.toContain('garcia')
  const { out } = await me.run('search quarrel --private')
  expect(out).toContain('private note: a *quarrel*')
  expect((await me.json('search quarrel')).hits).toEqual([])
  expect((await me.json('search support --in people')).hits).toEqual([])
  expect((await me.json('search quarrel --private')).total).toBe(1)
  expect((await me.run('search circle:support')).code).toBe(2)
})

it('more than a screenful is counted, and shown with --all', async () => {
  const me = world()
  for (let count = 0; count < 21; count++)
    await me.run(`add "Ana ${'abcdefghijklmnopqrstu'[count]}"`)
  const { out } = await me.run('search ana')
  expect(out).toContain('\n1 more: add --all, or another word.\n')
  expect((await me.run('search ana --all')).out).not.toContain('more:')
})

it('without words it asks for them, and reads what was typed as words', async () => {
  const me = await network()
  const { out } = await me.run('search', { answers: ['cats loves'] })
  expect(out).toContain('#2  José García')
  expect(await me.run('search')).toEqual({
    code: 2,
    out: '',
    err: 'Still needed: what to look for.\n  For example: netmed search ablation registry\n',
  })
})

it('what a terminal would obey is shown as text, marked or not', async () => {
  const me = await network()
  me.rewrite(data => {
    const [, garcia] = data.contacts
    if (garcia) garcia.note = 'red \u001b[31m alert\u0007 and \u2061more'
  })
  expect((await me.run('search alert')).out).toContain(
    'red \\u{1b}[31m *alert*\\u{7} and \\u{2061}more',
  )
})

it('a search that finds nothing speaks of quotes as soon as one of its words had them', async () => {
  const me = world()
  expect((await me.run('search cats "two dogs"')).out).toBe(
    'No matches for these words together. Without the quotes they can be anywhere.\n',
  )
  expect((await me.run('search cats dogs')).out).toBe(`No matches.
  netmed search <one> or <other>
`)
})

it('a template that comes with netmed is no match unless templates are asked for', async () => {
  const me = world()
  expect((await me.run('search registry --in templates')).out).toContain('template advice-update')
  expect((await me.run('search registry')).out).toContain('No matches.')
})

it('templates are looked at unless a day or another place is named', async () => {
  const me = world()
  const places = async (flags: string) => {
    const { hits } = await me.json(`search grateful${flags}`)
    return hits.some((hit: { place: string }) => hit.place === 'templates')
  }
  const plain = await places('')
  expect([await places(' --in people'), await places(' --since "1 nov"')]).toEqual([false, false])
  expect(await places(' --until today')).toBe(false)
  expect(await places(' --in templates')).toBe(plain)
})
