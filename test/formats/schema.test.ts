import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { dataSchema } from '../../src/formats/schema.ts'
import { world } from '../support/netmed.ts'

function problemsOf(data: unknown): unknown {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(dataSchema())
  validate(data)
  return validate.errors
}

it('the data file and every JSON export validate against the schema', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('log "Ana Silva" --new -k conference --event ACC --circle support --every 6w')
  await me.run('log ana --private -d "x" --promise "the book, by fri"')
  await me.run('season add boards --until "1 dec"')
  await me.run('question ana "How did you choose?"')
  const plain = JSON.parse((await me.run('export json')).out)
  const whole = JSON.parse((await me.run('export json --private')).out)
  expect([problemsOf(me.data()), problemsOf(plain), problemsOf(whole)]).toEqual([null, null, null])
})

it('the schema refuses what the check of the file refuses', () => {
  const bare = { schemaVersion: 3, meta: { nextId: 2, rev: 0 }, followUps: [], interactions: [] }
  const contact = { id: 1, uid: 'a'.repeat(16), createdAt: '2026-01-01T00:00:00Z' }
  expect(
    problemsOf({ ...bare, contacts: [{ ...contact, name: 'Ana', role: 'astronaut' }] }),
  ).not.toBe(null)
  expect(problemsOf({ ...bare, contacts: [contact] })).not.toBe(null)
  const withRhythm = (every: number) =>
    problemsOf({ ...bare, contacts: [{ ...contact, name: 'Ana', every }] })
  expect(withRhythm(36_500)).toBe(null)
  expect(withRhythm(36_501)).not.toBe(null)
})
