import fs from 'node:fs'
import { expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

const SHORT = 'I am Jo Park, a second-year medical student drawn to cardiology.'

it('without one it says what belongs in it, and how to begin', async () => {
  const me = world()
  await me.run('init --name "Jo Park" --stage MS2 --interest cardiology --no-input')
  expect((await me.run('pitch', { columns: 100 })).out).toBe(
    `You have no pitch yet. Three things belong in it: who you are, your stage, and what interests you.
To begin with:
  I am Jo Park, a second-year medical student. What draws me most is cardiology, because …
  netmed pitch set "…"
`,
  )
  expect((await me.json('pitch')).pitch).toBeNull()
})

it('set keeps it and says how long it takes', async () => {
  const me = world()
  const ran = await me.run(`pitch set "${SHORT}"`)
  expect(ran.out).toBe(
    `Your pitch is kept.
11 words, 4 to 5 seconds aloud.
It is short: 11 words, and 65 to 110 are easy to hear.
  netmed pitch set "…"
`,
  )
  expect(me.data().profile.pitch).toBe(SHORT)
})

it('reads it from stdin, and asks for it on a terminal', async () => {
  const me = world()
  await me.run('pitch set -', { stdin: `${SHORT}\n` })
  expect(me.data().profile.pitch).toBe(SHORT)
  await me.run('pitch set', { answers: ['Another one.'] })
  expect(me.data().profile.pitch).toBe('Another one.')
})

it('shows it with its length in JSON', async () => {
  const me = world()
  await me.run(`pitch set "${SHORT}"`)
  expect((await me.json('pitch')).pitch).toEqual({
    text: SHORT,
    words: 11,
    seconds: { least: 4, most: 5 },
    missing: [],
    says: ['It is short: 11 words, and 65 to 110 are easy to hear.'],
  })
})

it('check looks at a draft without keeping it; --strict exits 1', async () => {
  const me = world()
  fs.writeFileSync(me.path('draft.txt'), 'Hello there.')
  const ran = await me.run(['pitch', 'check', me.path('draft.txt'), '--strict'])
  expect(ran.code).toBe(1)
  expect(ran.out).toContain('It does not say your name.')
  expect((await me.json('pitch')).pitch).toBeNull()
})

it('check without a pitch says how to write one', async () => {
  const me = world()
  expect(await me.run('pitch check')).toEqual({
    code: 1,
    out: '',
    err: 'There is no pitch yet.\n  netmed pitch set\n',
  })
})

it('warns of words that could identify a patient', async () => {
  const me = world()
  const ran = await me.run('pitch set "I am Jo and I met a patient in room 12."')
  expect(ran.err).toContain('"room 12"')
})
