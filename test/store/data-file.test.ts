import fs from 'node:fs'
import { expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../../src/domain/data/model.ts'
import { Failure } from '../../src/failure.ts'
import { MIGRATIONS, migrate } from '../../src/store/migrations.ts'
import {
  adding,
  addPeople,
  fileWith,
  names,
  scratch,
  stamped,
  writeByHand,
} from '../support/store.ts'

const HINT = 'What can be saved of it: netmed doctor\nnetmed leaves the file as it is.'

it.each([
  ['', 'FILE is empty.'],
  [' \n', 'FILE is empty.'],
  ['null', "FILE is not understood: expected netmed's data in { }."],
  ['0', "FILE is not understood: expected netmed's data in { }."],
  ['""', "FILE is not understood: expected netmed's data in { }."],
  ['[]', "FILE is not understood: expected netmed's data in { }."],
  ['{}', 'FILE is not understood at schemaVersion: expected 3.'],
  ['{"schemaVersion": "1"}', 'FILE is not understood at schemaVersion: expected 3.'],
  ['{"schemaVersion": 0}', 'FILE is not understood at schemaVersion: expected 3.'],
  [
    '{\n  "schemaVersion": 1,\n  "contacts": [,]\n}',
    'FILE is not understood at line 3, column 16: a value was expected.',
  ],
  [
    '{"schemaVersion": 1',
    'FILE is not understood at line 1, column 20: a comma or } was expected.',
  ],
  [Buffer.from([0x7b, 0xff, 0x7d]), 'FILE is not text in UTF-8.'],
  [Buffer.alloc(100), 'FILE is not understood at line 1, column 1: a value was expected.'],
])('a file that holds %j is refused and left as it is', async (text, message) => {
  const place = scratch()
  writeByHand(place, text)
  const bytes = fs.readFileSync(place.file)
  const expected = {
    kind: 'not-understood',
    message: message.replace('FILE', place.file),
    hint: HINT,
  }
  expect(failureOf(() => place.open().read())).toMatchObject(expected)
  await expect(place.open().update(adding('Ana'))).rejects.toMatchObject(expected)
  expect(fs.readFileSync(place.file)).toEqual(bytes)
})

it('a file of a newer netmed is refused', () => {
  const place = scratch()
  writeByHand(place, '{"schemaVersion": 4}')
  expect(failureOf(() => place.open().read())).toMatchObject({
    kind: 'not-understood',
    message: `${place.file} was written by a newer netmed: its version is 4, this program reads 3.`,
    hint: 'Install the newer netmed. This one leaves the file as it is.',
  })
})

it('a file beyond 64 MB is refused unread', () => {
  const place = scratch()
  writeByHand(place, '')
  fs.truncateSync(place.file, 64 * 1024 * 1024 + 1)
  expect(failureOf(() => place.open().read())).toMatchObject({
    kind: 'file',
    message: `${place.file} is larger than the 64 MB that netmed reads.`,
  })
})

it('a file in which a key stands twice is read, but refused before it is written', async () => {
  const place = scratch()
  const text = fileWith({ contacts: [stamped(1, { name: 'Ana' })] }).replace(
    '"name":"Ana"',
    '"name":"Ana",\n"note":"one","note":"two"',
  )
  writeByHand(place, text)
  expect(names(place.open().read())).toEqual(['Ana'])
  await expect(place.open().update(adding('Ben'))).rejects.toMatchObject({
    kind: 'not-understood',
    message: `${place.file} is not understood at line 2, column 14: the key "note" is there twice in one record.`,
  })
  expect(fs.readFileSync(place.file, 'utf8')).toBe(text)
})

it('a damaged copy of a file is refused bit by bit, or read whole, and never crashes', () => {
  const place = scratch()
  const whole = Buffer.from(fileWith({ contacts: [stamped(1, { name: 'Zoë', every: 30 })] }))
  const outcomes = new Set<string>()
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const damaged = Buffer.from(whole)
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    writeByHand(place, damaged)
    outcomes.add(outcomeOf(() => place.open().read()))
  }
  expect([...outcomes].sort()).toEqual(['not-understood', 'read'])
})

it('a file cut short anywhere is refused', () => {
  const place = scratch()
  const whole = fileWith({ contacts: [stamped(1, { name: 'Ana' })] })
  const outcomes = new Set<string>()
  for (let length = 0; length < whole.length; length++) {
    writeByHand(place, whole.slice(0, length))
    outcomes.add(outcomeOf(() => place.open().read()))
  }
  expect([...outcomes]).toEqual(['not-understood'])
})

it('an older file is brought forward one version at a time, in memory', () => {
  const content = { schemaVersion: 1, steps: [] as string[] }
  migrate(content, [() => content.steps.push('1 to 2'), () => content.steps.push('2 to 3')])
  expect(content).toEqual({ schemaVersion: 3, steps: ['1 to 2', '2 to 3'] })
})

it('a file of version 1 is read as of today, and stays as it is until it is written to', async () => {
  const place = scratch()
  const old = fs.readFileSync('test/fixtures/data/version-1.json', 'utf8')
  writeByHand(place, old)
  const { contacts, events } = place.open().read()
  const [event] = events
  expect(contacts.flatMap(each => each.organizations ?? [])).toEqual(['AMWA: treasurer'])
  expect(event).toMatchObject({ wants: ['two names', 'the ablation registry'] })
  expect(Object.keys(event ?? {})).not.toContain('goals')
  expect(fs.readFileSync(place.file, 'utf8')).toBe(old)
})

it('undoing the first change to a file of version 1 gives its bytes back whole, but for meta', async () => {
  const place = scratch()
  writeByHand(place, fs.readFileSync('test/fixtures/data/version-1.json'))
  const before = withoutMeta(fs.readFileSync(place.file, 'utf8'))
  await place.open().update(adding('Ben'))
  expect(JSON.parse(fs.readFileSync(place.file, 'utf8'))).toMatchObject({
    schemaVersion: 3,
    events: [{ wants: ['two names', 'the ablation registry'] }],
  })
  await place.open().undo()
  expect(withoutMeta(fs.readFileSync(place.file, 'utf8'))).toBe(before)
})

it('there is a migration to every version but the first', () => {
  expect(MIGRATIONS).toHaveLength(SCHEMA_VERSION - 1)
})

function failureOf(act: () => unknown): Failure {
  try {
    act()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('it did not fail')
}

function outcomeOf(act: () => unknown): string {
  try {
    act()
    return 'read'
  } catch (error) {
    if (error instanceof Failure) return error.kind
    throw error
  }
}

it('a file that is not understood is answered with how to go back to the last copy', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben', 'Cho')
  writeByHand(place, '')
  expect(() => place.open().read()).toThrow(
    expect.objectContaining({
      kind: 'not-understood',
      hint: HINT.replace('\n', '\nBack to the last kept copy: netmed restore latest\n'),
    }),
  )
})

/** What was said of the last command is the store's own. */
function withoutMeta(text: string): string {
  return text.replace(/"meta": ?\{[^}]*\}/, '"meta":…')
}
