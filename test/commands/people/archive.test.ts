import { expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

it('archive puts somebody aside and says how to bring them back', async () => {
  const me = world()
  await me.run('add "Pat Moss" --every 30d')
  expect((await me.run('archive pat')).out).toBe(
    'Pat Moss is archived; nothing was deleted.\nTo bring them back:\n  netmed archive 1 --back\n',
  )
  expect(me.data().contacts[0]?.archived).toBe(true)
})

it('whoever is archived is not due, and is listed only when asked for', async () => {
  const me = world()
  await me.run('add "Pat Moss" --every 30d --met-on "1 jan 2026"')
  expect((await me.json('due')).items.length).toBe(1)
  await me.run('archive pat')
  expect((await me.json('due')).items).toEqual([])
  expect((await me.json('list')).contacts).toEqual([])
  expect((await me.json('list --archived')).contacts).toMatchObject([{ id: 1, name: 'Pat Moss' }])
})

it('archive --back takes the full name or the number, and no part of the name', async () => {
  const me = world()
  await me.run('add "Pat Moss"')
  await me.run('archive pat')
  expect(await me.run('archive pat --back')).toEqual({
    code: 1,
    out: '',
    err: 'No one on file is called "pat".\n  Pat Moss (#1) is archived: netmed archive 1 --back\n',
  })
  expect((await me.run('archive Pat Moss --back')).out).toBe('Pat Moss is back.\n  netmed show 1\n')
  expect(me.data().contacts[0]?.archived).toBe(undefined)
})

it('archiving twice, or bringing back who is here, says so and exits 1', async () => {
  const me = world()
  await me.run('add "Pat Moss"')
  expect(await me.run('archive pat --back')).toEqual({
    code: 1,
    out: '',
    err: 'Pat Moss is not archived.\n',
  })
  await me.run('archive pat')
  expect(await me.run('archive 1')).toEqual({
    code: 1,
    out: '',
    err: 'Pat Moss is already archived.\n',
  })
})

it('the answer as JSON holds the person', async () => {
  const me = world()
  await me.run('add "Pat Moss"')
  expect(await me.json('archive pat')).toMatchObject({
    contact: { id: 1, name: 'Pat Moss', archived: true },
    archived: true,
    opened: [],
    settled: [],
  })
})

it('several are put aside and taken back by their terms, each named', async () => {
  const me = world()
  await me.run('add "Ana Silva" --tag one')
  await me.run('add "Omar Aziz" --tag one')
  await me.run('add "Priya Nair"')
  expect(
    (await me.run('archive tag:one --yes')).out,
  ).toBe(`2 people are archived; nothing was deleted: Ana Silva (#1) and Omar Aziz (#2).
  netmed undo   takes all of it back
`)
  expect((await me.run('list')).out).toBe(`#3  Priya Nair

  netmed show <number>
`)
  expect(
    (await me.run('archive tag:one --back --yes')).out,
  ).toBe(`2 people are back: Ana Silva (#1) and Omar Aziz (#2).
  netmed undo   takes all of it back
`)
  expect((await me.run('archive ana')).out).toBe(`Ana Silva is archived; nothing was deleted.
To bring them back:
  netmed archive 1 --back
`)
  expect(await me.run('archive ana')).toEqual({
    code: 1,
    out: '',
    err: `No one on file is called "ana".
  Ana Silva (#1) is archived: netmed archive 1 --back
`,
  })
  expect((await me.run('archive "Ana Silva" --back')).out).toBe(`Ana Silva is back.
  netmed show 1
`)
  expect(await me.run('archive tag:nothing --yes')).toEqual({
    code: 1,
    out: '',
    err: `No matches for tag:nothing.
  netmed list
`,
  })
})
