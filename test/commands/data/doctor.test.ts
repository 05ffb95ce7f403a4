import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Database } from '../../../src/domain/data/model.ts'
import { type World, world } from '../../support/netmed.ts'

const FOLDER = '.local/share/netmed'
const DATA = `${FOLDER}/netmed.json`

it('a healthy file is said to be in order, with what it holds, and exits 0', async () => {
  const me = await network()
  expect(await me.run('doctor')).toEqual({
    code: 0,
    err: '',
    out: `Everything is in order: 2 people, 1 interaction and 1 follow-up.\n  ${me.path(DATA)}\n`,
  })
})

it('where there is no file yet nothing is wrong', async () => {
  expect((await world().json('doctor')).healthy).toBe(true)
})

it('a file that is gone while its copies are there is found', async () => {
  const me = await network()
  fs.rmSync(me.path(DATA))
  const { code, out } = await me.run('doctor')
  expect([code, out]).toEqual([1, expect.stringContaining('netmed restore latest')])
})

it('a cut file is explained by line and column, with what can be saved; nothing is written', async () => {
  const me = await network()
  const cut = cutIn(me, '"followUps"')
  const { code, out } = await me.run('doctor')
  expect(out).toBe(
    `${me.path(DATA)} is not understood at line 29, column 3: a key in double quotes was expected.\n` +
      '  netmed restore latest\n' +
      'What can be saved of it: 2 people, 0 interactions and 0 follow-ups.\n' +
      '  netmed doctor --fix   writes that to a new file; the damaged one stays as it is\n',
  )
  expect([code, fs.readFileSync(me.path(DATA), 'utf8')]).toEqual([1, cut])
})

it('doctor --fix saves what can be read to a new file, which restore takes', async () => {
  const me = await network()
  const cut = cutIn(me, '"followUps"')
  const { out } = await me.run('doctor --fix')
  expect(fs.readFileSync(me.path(DATA), 'utf8')).toBe(cut)
  const saved = /^Saved to (.*)$/m.exec(out)?.[1] ?? ''
  expect(fs.statSync(saved).mode & 0o777).toBe(0o600)
  const { restore } = await me.json(`restore ${saved} --yes`)
  expect(restore.done).toBe(true)
  expect(me.data().contacts.map(each => each.name)).toEqual(['Ana Ruiz', 'Ben Li'])
  expect(me.data().meta.nextId).toBe(5)
  expect((await me.run('doctor')).code).toBe(0)
})

it.each([
  ['a file of zeros', Buffer.alloc(500), 'a value was expected|an opening'],
  ['an empty file', Buffer.from(''), 'is empty'],
  [
    'Latin-1',
    Buffer.from('{"schemaVersion": 3, "profile": {"name": "Jos\xe9"}}', 'latin1'),
    'not text in UTF-8: at line 1, column 46',
  ],
  ['another program’s JSON', Buffer.from('[1]'), "expected netmed's data"],
  ['a newer version', Buffer.from('{"schemaVersion": 99}'), 'newer netmed'],
])('doctor explains %s and leaves it', async (_, bytes, said) => {
  const me = await network()
  fs.writeFileSync(me.path(DATA), bytes)
  for (const line of ['doctor', 'doctor --fix']) {
    const { code, out } = await me.run(line)
    expect([code, out]).toEqual([1, expect.stringMatching(said)])
  }
  expect(fs.readFileSync(me.path(DATA))).toEqual(bytes)
  expect(JSON.parse((await me.run('doctor --json')).out).saved).toBeNull()
})

it('what can be mended without a loss is mended in place, and the file kept as it was', async () => {
  const me = await network()
  me.rewrite(data => {
    const [ana, ben] = data.contacts
    if (ana && ben) Object.assign(ben, { uid: ana.uid, introducedBy: 77 })
    data.meta.nextId = 2
  })
  const before = fs.readFileSync(me.path(DATA), 'utf8')
  expect((await me.run('list')).code).toBe(3)
  const { code, out } = await me.run('doctor --fix')
  expect(out).toContain('  contacts[1].uid: the later one gets a uid of its own.\n')
  expect(out).toContain('  contacts[1].introducedBy: that number is taken out.\n')
  expect(code).toBe(0)
  const kept = /\n {2}(\/.*damaged-.*\.json)\n/.exec(out)?.[1] ?? ''
  expect(fs.readFileSync(kept, 'utf8')).toBe(before)
  expect(me.data().meta.nextId).toBe(5)
  expect((await me.run('list')).out).toContain('Ben Li')
})

it('of a value that does not fit, the file stays and the rest goes to a new one', async () => {
  const me = await network()
  me.rewrite(data => Object.assign(data.contacts[1] ?? {}, { birthday: '2026-02-30' }))
  const before = fs.readFileSync(me.path(DATA), 'utf8')
  const { out } = await me.run('doctor --fix')
  expect(out).toContain('contacts[1].birthday: expected a day such as 1990-03-09 or --03-09.')
  expect(fs.readFileSync(me.path(DATA), 'utf8')).toBe(before)
  const { saved } = JSON.parse((await me.run('doctor --json')).out)
  expect(saved.holds).toEqual({ people: 2, interactions: 1, followUps: 1 })
  expect(saved.leftOut).toMatchObject([{ where: 'contacts[1].birthday' }])
})

it('where many people are missing, who they were is not forgotten in place', async () => {
  const me = await network()
  for (let i = 0; i < 11; i++) await me.run('log ben -k coffee --no-follow-up')
  me.rewrite(data => {
    data.contacts = data.contacts.slice(0, 1)
    for (const each of data.interactions) each.contacts = [1, 2]
  })
  const before = fs.readFileSync(me.path(DATA), 'utf8')
  const { code, out } = await me.run('doctor --fix')
  expect(code).toBe(1)
  expect(out).toContain(
    'interactions[0].contacts[1]: expected the number of a contact; there is no',
  )
  expect(fs.readFileSync(me.path(DATA), 'utf8')).toBe(before)
})

it('a key that stands twice is named, and never chosen between', async () => {
  const me = await network()
  const twice = fs
    .readFileSync(me.path(DATA), 'utf8')
    .replace('"name": "Ana Ruiz"', '"name": "Ana",\n      "name": "Ana Ruiz"')
  fs.writeFileSync(me.path(DATA), twice)
  const { out } = await me.run('doctor --fix')
  expect(out).toContain('the key "name" is there twice in one record')
  expect(fs.readFileSync(me.path(DATA), 'utf8')).toBe(twice)
})

it('what others may open is closed, and what stopped commands left is removed', async () => {
  const me = await network()
  fs.chmodSync(me.path(DATA), 0o644)
  const left = me.path(`${FOLDER}/.netmed.json.4kq.tmp`)
  fs.writeFileSync(left, '{')
  const { problems } = JSON.parse((await me.run('doctor --json')).out)
  expect(problems.map((each: { kind: string }) => each.kind)).toEqual(['mode', 'left over'])
  expect((await me.run('doctor --fix')).code).toBe(0)
  expect([fs.statSync(me.path(DATA)).mode & 0o777, fs.existsSync(left)]).toEqual([0o600, false])
})

it.each([
  "netmed (Ana's conflicted copy 2026-11-21).json",
  'netmed.sync-conflict-20261121-101500-ABCDEFG.json',
  'netmed_conflict-20261121-101500.json',
  'netmed-DESKTOP-A1B2C3.json',
  'netmed (1).json',
  'netmed 2.json',
])('the other version that a sync service left is found: %s', async name => {
  const me = await network()
  fs.copyFileSync(me.path(DATA), me.path(`${FOLDER}/${name}`))
  const { code, out } = await me.run('doctor')
  expect(code).toBe(1)
  expect(out).toContain(`netmed import "${me.path(`${FOLDER}/${name}`)}" --dry-run`)
})

it('a backup or another file beside the data is no such version', async () => {
  const me = await network()
  await me.run(['backup', me.path(FOLDER)])
  fs.writeFileSync(me.path(`${FOLDER}/netmed (2).json`), '{}')
  fs.writeFileSync(me.path(`${FOLDER}/notes.json`), '{}')
  expect((await me.run('doctor')).code).toBe(0)
})

it('a kept copy that was spoilt is found and put aside', async () => {
  const me = await network()
  const [copy] = (await me.json('backup list')).copies
  fs.appendFileSync(copy.path, ' ')
  expect((await me.run('doctor')).out).toContain('The kept copy of Sat 21 Nov 2026 is damaged')
  expect((await me.run('doctor --fix')).code).toBe(0)
  expect(fs.existsSync(copy.path)).toBe(false)
})

it('a template that can’t be read is found', async () => {
  const me = await network()
  fs.mkdirSync(me.path('.config/netmed/templates'), { recursive: true })
  fs.writeFileSync(
    me.path('.config/netmed/templates/mine.md'),
    '---\nsubject: {{ x }}\n---\n{% if %}',
  )
  expect((await me.run('doctor')).out).toContain('netmed template check mine')
})

it('what is private is not named under --json', async () => {
  const me = await network()
  me.rewrite(data => {
    Object.assign(data.contacts[1] ?? {}, { worries: 'boards' })
    Object.assign(data.interactions[0] ?? {}, { private: true, on: 'zanzibar' })
  })
  const ran = await me.run('doctor --json')
  expect(ran.code).toBe(1)
  expect(ran.out).not.toMatch(/worries|interactions\[0\]|zanzibar/)
  expect(JSON.parse(ran.out).problems).toMatchObject([{ where: null }, { where: null }])
  expect((await me.run('doctor --json --private')).out).toContain('interactions[0].on')
})

it('a damaged file is answered with what to type', async () => {
  const me = await network()
  cutIn(me, '"followUps"')
  const { code, err } = await me.run('due')
  expect(code).toBe(3)
  expect(err.split('\n').slice(1)).toEqual([
    '  What can be saved of it: netmed doctor',
    '  Back to the last kept copy: netmed restore latest',
    '  netmed leaves the file as it is.',
    '',
  ])
})

/** Two people, a coffee and a promise. */
async function network(): Promise<World> {
  const me = world()
  await me.run('add "Ana Ruiz"')
  await me.run('add "Ben Li"')
  await me.run('log ana -k coffee --promise "the paper"')
  return me
}

/** Cuts the file off before these words; gives what is left. */
function cutIn(me: World, words: string): string {
  const text = fs.readFileSync(me.path(DATA), 'utf8')
  const cut = text.slice(0, text.indexOf(words))
  fs.writeFileSync(me.path(DATA), cut)
  return cut
}

it('names what is longer than anybody types, and what is private of it on the screen alone', async () => {
  const me = await network()
  me.rewrite(data =>
    Object.assign(data.contacts[0] ?? {}, {
      name: 'x'.repeat(301),
      privateNote: 'x'.repeat(1_048_577),
    }),
  )
  const { code, out } = await me.run('doctor')
  expect([code, out]).toEqual([
    1,
    expect.stringContaining(
      'contacts[0].name has 301 letters; 300 are the most that is typed.\n  netmed edit 1\n',
    ),
  ])
  expect(out).toContain('contacts[0].privateNote has 1,048,577 letters')
  const told = await me.run('doctor --json')
  expect(told.out).toContain('contacts[0].name has 301 letters')
  expect(told.out).not.toContain('privateNote')
})

it.each<[string, (data: Database) => unknown, (data: Database) => unknown, unknown]>([
  [
    'someone twice in an interaction',
    data => Object.assign(data.interactions[0] ?? {}, { contacts: [1, 1], note: 'long' }),
    data => data.interactions.map(({ contacts, note }) => ({ contacts, note })),
    [{ contacts: [1], note: 'long' }],
  ],
  [
    'a follow-up closed on no day',
    data => Object.assign(data.followUps[0] ?? {}, { closed: 'done' }),
    data => data.followUps.map(({ closed, closedOn }) => ({ closed, closedOn })),
    [{ closed: 'done', closedOn: '2026-11-21' }],
  ],
  [
    'someone introduced by themselves',
    data => Object.assign(data.contacts[0] ?? {}, { introducedBy: 1 }),
    data => data.contacts.map(({ introducedBy }) => introducedBy),
    [undefined, undefined],
  ],
])('%s is put right without a loss', async (_, spoil, look, expected) => {
  const me = await network()
  me.rewrite(spoil)
  expect((await me.run('due')).code).toBe(3)
  expect((await me.run('doctor')).code).toBe(1)
  await me.run('doctor --fix')
  expect((await me.run('doctor')).code).toBe(0)
  expect(look(me.data())).toEqual(expected)
})

it.each<[string, (data: Database) => void]>([
  [
    'a season that ends before it begins',
    data => Object.assign(data.seasons[0] ?? {}, { from: '2026-12-20', until: '2026-12-01' }),
  ],
  [
    'an interaction with no one',
    data => Object.assign(data.interactions[0] ?? {}, { contacts: [] }),
  ],
  ['a name of blanks', data => Object.assign(data.contacts[1] ?? {}, { name: ' ' })],
])('what is saved of a file with %s can be restored', async (_, spoil) => {
  const me = await network()
  await me.run('season add boards --until "18 dec"')
  me.rewrite(spoil)
  const { out } = await me.run('doctor --fix')
  const saved = /^Saved to (.*)$/m.exec(out)?.[1] ?? ''
  expect((await me.json(`restore ${saved} --yes`)).restore.done).toBe(true)
  expect((await me.run('doctor')).code).toBe(0)
  expect(me.data().seasons).toHaveLength(1)
})

it('takes nothing of another data file for something left over', async () => {
  const me = await network()
  const folder = me.path(FOLDER)
  for (const name of [
    '.netmed.json.json.lock',
    '.netmed.json.bak.abc.tmp',
    '.netmed.json.x.lock',
  ]) {
    fs.writeFileSync(path.join(folder, name), '{}')
  }
  expect((await me.run('doctor')).code).toBe(0)
  fs.writeFileSync(path.join(folder, '.netmed.json.abc.tmp'), '{}')
  expect((await me.run('doctor')).code).toBe(1)
  await me.run('doctor --fix')
  expect((await me.run('doctor')).code).toBe(0)
})

it('says under --json no number of what is private', async () => {
  const me = await network()
  await me.run('log ana --private -k call -d "a hard week"')
  me.rewrite(data => Object.assign(data.interactions.at(-1) ?? {}, { detail: 'x'.repeat(1_001) }))
  const { problems } = JSON.parse((await me.run('doctor --json')).out)
  expect(problems).toMatchObject([{ where: null, command: null }])
})

it('a state folder that can’t be looked into is named, with and without --fix', async () => {
  const me = world()
  await me.run('add "Ana Ruiz"')
  fs.rmSync(me.path('.local/state'), { recursive: true })
  fs.writeFileSync(me.path('.local/state'), 'not a folder')
  for (const line of ['doctor', 'doctor --fix']) {
    const { code, out } = await me.run(line)
    expect([code, out]).toEqual([1, expect.stringContaining('The kept copies in ')])
  }
})

it('a templates folder that can’t be read is one of the things found', async () => {
  const me = world()
  await me.run('add "Ana Ruiz"')
  fs.mkdirSync(me.path('.config/netmed'), { recursive: true })
  fs.writeFileSync(me.path('.config/netmed/templates'), 'not a folder')
  const { code, out } = await me.run('doctor')
  expect([code, out]).toEqual([1, expect.stringContaining('The folder of templates')])
})

it('--fix is advised for no device or folder, and refuses it as doctor reads it', async () => {
  const me = world()
  fs.mkdirSync(me.path('a folder'), { mode: 0o755 })
  for (const file of ['/dev/null', '/dev/zero', me.path('a folder')]) {
    const looked = await me.run(['--file', file, 'doctor'])
    expect([looked.code, looked.out]).toEqual([1, expect.not.stringContaining('--fix')])
    const fixed = await me.run(['--file', file, 'doctor', '--fix'])
    expect([fixed.code, fixed.err]).toEqual([4, expect.not.stringContaining('pipe')])
  }
})
