import fs from 'node:fs'
import { expect, it } from 'vitest'
import { type Database, SCHEMA_VERSION } from '../../src/domain/data/model.ts'
import { adding, scratch, writeByHand } from '../support/store.ts'

const VERSION_1 = fs.readFileSync('test/fixtures/data/version-1.json', 'utf8')
const VERSION_2 = fs.readFileSync('test/fixtures/data/version-2.json', 'utf8')

it('in a file of version 1, what a private talk opened becomes private', () => {
  const place = scratch()
  writeByHand(place, VERSION_1)
  const { schemaVersion, followUps } = place.open().read()
  expect(schemaVersion).toBe(SCHEMA_VERSION)
  expect(followUps.map(each => [each.id, each.private])).toEqual([
    [3, true],
    [5, undefined],
    [6, undefined],
  ])
})

it('looking at an older file leaves it as it is', () => {
  const place = scratch()
  writeByHand(place, VERSION_1)
  place.open().read()
  expect(fs.readFileSync(place.file, 'utf8')).toBe(VERSION_1)
})

it('the first change writes the newest version, and undo gives the old file back', async () => {
  const place = scratch()
  writeByHand(place, VERSION_1)
  await place.open().update(adding('Ben Okafor'))
  const written: Database = JSON.parse(fs.readFileSync(place.file, 'utf8'))
  expect(written.schemaVersion).toBe(SCHEMA_VERSION)
  expect(written.followUps[0]).toMatchObject({ id: 3, private: true })
  await place.open().undo()
  const { meta: _, ...back } = JSON.parse(fs.readFileSync(place.file, 'utf8'))
  const { meta: __, ...old } = JSON.parse(VERSION_1)
  expect(back).toEqual(old)
})

it('a file of version 2 loses what was typed for drafts, and nothing of the user', async () => {
  const place = scratch()
  writeByHand(place, VERSION_2)
  await place.open().update(adding('Ben Okafor'))
  const { contacts } = JSON.parse(fs.readFileSync(place.file, 'utf8'))
  const [, { slots: _, ...lena }] = JSON.parse(VERSION_2).contacts
  expect(contacts.slice(0, 2)).toEqual([
    { ...JSON.parse(VERSION_2).contacts[0], slots: 'two on Fridays' },
    lena,
  ])
})

it('undoing the first change to a file of version 2 gives its bytes back whole, but for meta', async () => {
  const place = scratch()
  writeByHand(place, VERSION_2)
  await place.open().update(adding('Ben Okafor'))
  expect(fs.readFileSync(place.file, 'utf8')).not.toContain('the 2025 ablation paper')
  await place.open().undo()
  const bare = (text: string) => text.replace(/"meta": \{[^}]*\}/, '"meta": …')
  expect(bare(fs.readFileSync(place.file, 'utf8'))).toBe(bare(VERSION_2))
})
