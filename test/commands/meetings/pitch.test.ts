import fs from 'node:fs'
import { expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

const SHORT = 'I am Jo Park, a second-year medical student drawn to cardiology.'

it('without one it says what belongs in it, and how to begin', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --interest cardiology')
  expect((await me.run('pitch', { columns: 100 })).out).toBe(
    `You have no pitch yet. Say three things: who you are, your stage, and what interests you.
You could start like this:
  I'm Jo Park, a second-year medical student. I'm most interested in cardiology, because …
  netmed pitch "…"
`,
  )
  expect((await me.json('pitch')).pitch).toBeNull()
})

it('a text keeps it and says how long it takes', async () => {
  const me = world()
  const ran = await me.run(`pitch "${SHORT}"`)
  expect(ran.out).toBe(
    `Your pitch is saved.
11 words, 4 to 5 seconds aloud.
It is short: 11 words. Aim for 65 to 110.
  netmed pitch "…"
`,
  )
  expect(me.data().profile.pitch).toBe(SHORT)
})

it('reads it from stdin, and takes words without quotes', async () => {
  const me = world()
  await me.run('pitch -', { stdin: `${SHORT}\n` })
  expect(me.data().profile.pitch).toBe(SHORT)
  await me.run('pitch Another one.')
  expect(me.data().profile.pitch).toBe('Another one.')
})

it('shows it with its length in JSON', async () => {
  const me = world()
  await me.run(`pitch "${SHORT}"`)
  expect((await me.json('pitch')).pitch).toEqual({
    text: SHORT,
    words: 11,
    seconds: { least: 4, most: 5 },
    missing: [],
    says: ['It is short: 11 words. Aim for 65 to 110.'],
  })
})

it('--draft looks at one without keeping it; --strict exits 1', async () => {
  const me = world()
  fs.writeFileSync(me.path('draft.txt'), 'Hello there.')
  const ran = await me.run(['pitch', '--draft', me.path('draft.txt'), '--strict'])
  expect(ran.code).toBe(1)
  expect(ran.out).toContain("It doesn't say your name.")
  expect((await me.json('pitch')).pitch).toBeNull()
})

it('--strict without a pitch says how to write one', async () => {
  const me = world()
  expect(await me.run('pitch --strict')).toEqual({
    code: 1,
    out: '',
    err: 'There is no pitch yet.\n  netmed pitch "…"\n',
  })
})

it('warns of words that could identify a patient', async () => {
  const me = world()
  const ran = await me.run('pitch "I am Jo and I met a patient in room 12."')
  expect(ran.err).toContain('"room 12"')
})

it('a slip of one word never takes the place of a pitch', async () => {
  const me = world()
  await me.run(`pitch "${SHORT}"`)
  expect(await me.run('pitch draft.txt')).toEqual({
    code: 2,
    out: '',
    err: '"draft.txt" is only one word, not a pitch.\n  netmed pitch "I am …"\n',
  })
  expect((await me.run('pitch Another one. --strict')).err).toBe(
    '--strict checks a pitch; a text saves one.\n  Do one at a time.\n',
  )
  expect(me.data().profile.pitch).toBe(SHORT)
})

it('a pitch is read for its length and its parts', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  expect((await me.run('pitch "I am Jo Park."')).out).toBe(`Your pitch is saved.
4 words, 2 seconds aloud.
It doesn't say where you are in your training.
It doesn't say what interests you.
It is short: 4 words. Aim for 65 to 110.
  netmed pitch "…"
`)
  expect((await me.run('pitch')).out).toBe(`  I am Jo Park.

4 words, 2 seconds aloud.
It doesn't say where you are in your training.
It doesn't say what interests you.
It is short: 4 words. Aim for 65 to 110.
  netmed pitch "…"
`)
})
