import { describe, expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

const NAME = 'N'.repeat(301)
const LINE = 'x'.repeat(1_001)

describe('what is longer than a field is refused on every road on which it is typed', () => {
  it.each([
    ['add', NAME, '--role peer'],
    ['log', NAME, '--new -k coffee'],
    ['log', 'ana', `-k coffee -d ${LINE}`],
    ['log', 'ana', `-k coffee --place ${LINE}`],
    ['remind', LINE, '--due fri'],
    ['question', 'ana', `"Why ${LINE}?"`],
    ['season add', NAME.repeat(4), '--until "1 dec"'],
    ['event add', LINE, '--kind panel --on fri'],
    ['edit ana', `--institution ${LINE}`, ''],
    ['edit ana', `--nickname ${NAME}`, ''],
    ['meet ana', `--on fri --place ${LINE}`, ''],
    ['me', `--name ${NAME}`, ''],
  ])('%s …', async (words, text, rest) => {
    const me = world()
    await me.run('add "Ana Silva"')
    const before = me.data()
    const { code, err } = await me.run(`${words} ${text} ${rest}`)
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/can have up to (300|1,000) letters, not /),
    ])
    expect(me.data()).toEqual(before)
  })
})

it('a note grows to a million letters and no further', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  me.rewrite(data => Object.assign(data.contacts[0] ?? {}, { note: 'x'.repeat(1_048_570) }))
  expect(await me.run('note ana "more of it"')).toMatchObject({
    code: 2,
    err: expect.stringContaining('The note can have up to 1,048,576 letters, not 1,048,593.'),
  })
  expect((await me.run('edit ana --tag kind')).code).toBe(0)
})

it('what a card has too much of stands in the note, and the same card again changes nothing', async () => {
  const me = world()
  const card = (name: string, lines: string) =>
    `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\n${lines}\nEND:VCARD\n`
  const stdin = card('Ana', `NICKNAME:${NAME}\nORG:${LINE}`) + card(NAME, 'TEL:5551234567')
  const { err } = await me.run('import - --yes', { stdin })
  expect(err).toContain('The name is longer than 300 letters.')
  const [ana] = me.data().contacts
  expect(ana).toMatchObject({ name: 'Ana', note: `Nickname: ${NAME}\nInstitution: ${LINE}` })
  expect(me.data().contacts).toHaveLength(1)
  expect((await me.run('import - --yes', { stdin })).out).toContain('1 the same')
})

it('a file of netmed that holds too much is refused whole, with the place', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  const other = me.data()
  const [ana] = other.contacts
  if (ana) other.contacts.push({ ...ana, id: 2, uid: 'b'.repeat(16), name: NAME })
  other.meta.nextId = 3
  const before = me.data()
  expect(await me.run('import - --yes', { stdin: JSON.stringify(other) })).toMatchObject({
    code: 3,
    err: expect.stringContaining(
      'contacts[1].name in that file has 301 letters; netmed takes up to 300.',
    ),
  })
  expect(me.data()).toEqual(before)
})

it('a message quotes no more than 120 letters, and cuts no character in two', async () => {
  const { code, err } = await world().run(['show', `${'x'.repeat(119)}😀${'y'.repeat(8_000)}`])
  expect([code, err]).toEqual([1, expect.stringContaining(`"${'x'.repeat(119)}…"`)])
  expect(err.length).toBeLessThan(2_000)
})

it.each([
  [['search', 'x'.repeat(8_000)]],
  [['list', `role:${'x'.repeat(8_000)}`]],
  [['search', `"${'x '.repeat(8_000)}"`]],
])('a search word of thousands of letters is refused', async words => {
  const { code, err } = await world().run(words)
  expect([code, err]).toEqual([2, expect.stringContaining('can have up to 1,000 letters')])
})

it('a search for words as long as a line is answered', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  expect((await me.run(['search', 'x'.repeat(1_000)])).code).toBe(0)
})

it('a name in the file that is longer than any is shown cut', async () => {
  const me = world()
  await me.run('add "Ana Silva" --every 30d')
  me.rewrite(data => Object.assign(data.contacts[0] ?? {}, { name: 'x'.repeat(200_000) }))
  for (const question of ['due --all', 'list', 'show 1', 'week', 'search xxx']) {
    expect((await me.run(question)).out.length, question).toBeLessThan(5_000)
  }
})
