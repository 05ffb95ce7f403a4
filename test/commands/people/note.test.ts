import { expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

it('note appends a dated line and says where to see it', async () => {
  const me = world()
  await me.run('add "Priya Nair" --note "two cats"')
  expect((await me.run('note priya "climbs on Sundays"')).out).toBe(
    'Noted for Priya Nair: climbs on Sundays\n  netmed show nair\n',
  )
  expect(me.data().contacts[0]?.note).toBe('two cats\n2026-11-21: climbs on Sundays')
})

it('the words need no quotes, nor does a name of several words', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  await me.run('add "Ana Costa"')
  await me.run('note ana silva climbs on Sundays')
  expect(me.data().contacts[0]?.note).toBe('2026-11-21: climbs on Sundays')
})

it('when the name could end in two places it is not guessed', async () => {
  const me = world()
  await me.run('add "Lee Chen"')
  await me.run('add "Lee"')
  expect(await me.run('note lee chen is moving')).toEqual({
    code: 1,
    out: '',
    err:
      "I can't tell where the name ends: Lee (#2) or Lee Chen (#1).\n" +
      '  Use the number, 2 or 1, and put the text in quotes.\n',
  })
  await me.run('note lee "chen is moving"')
  expect(me.data().contacts.map(each => each.note)).toEqual([
    undefined,
    '2026-11-21: chen is moving',
  ])
})

it('note - reads the text from stdin, line breaks and all', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run('note priya -', { stdin: 'two cats\r\nand a dog\n' })
  expect(me.data().contacts[0]?.note).toBe('2026-11-21: two cats\nand a dog')
})

it('what is missing is asked for, or named', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  expect(await me.run('note')).toEqual({
    code: 2,
    out: '',
    err: 'Still needed: the person and what to write down.\n  For example: netmed note priya "two cats, climbs on Sundays"\n',
  })
  await me.run('note', { answers: ['priya', 'two cats'] })
  expect(me.data().contacts[0]?.note).toBe('2026-11-21: two cats')
})

it('a note that could identify a patient is kept, with a warning', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  const { code, err } = await me.run('note priya "told me about MRN 12345678"')
  expect(code).toBe(0)
  expect(err).toContain('12345678')
  expect(me.data().contacts[0]?.note).toContain('MRN 12345678')
})

it('a note holds no character that a terminal obeys', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  expect((await me.run(['note', 'priya', 'red \u001b[31m'])).code).toBe(2)
})

it('a note comes below the others with its day, and its lines stay', async () => {
  const me = world()
  await me.run('add "Ana Silva" --note "two cats"')
  await me.run('add "Omar Aziz"')
  expect(
    (await me.run('note ana "moved to Boston"')).out,
  ).toBe(`Noted for Ana Silva: moved to Boston
  netmed show silva
`)
  expect(
    (await me.run('note ana -', { stdin: 'one\ntwo\n' })).out,
  ).toBe(`Noted for Ana Silva: one two
  netmed show silva
`)
  expect(
    (await me.run('show ana')).out,
  ).toBe(`Ana Silva  #1                               known since November 2026
no rhythm · netmed edit silva --every 60d

Note
  two cats
  2026-11-21: moved to Boston
  2026-11-21: one
  two

Nothing logged yet.

  netmed log silva
`)
  expect(await me.run('note ana ""')).toEqual({
    code: 2,
    out: '',
    err: `<text> is empty.
  It is what to write down; with - type it next, or read it from a file.
`,
  })
  expect(await me.run('note nobody "x"')).toEqual({
    code: 1,
    out: '',
    err: `No one on file is called "nobody".
  If this is someone new: netmed add "nobody"
`,
  })
})
