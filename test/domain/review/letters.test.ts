import { describe, expect, it } from 'vitest'
import { lettersFrom } from '../../../src/domain/review/letters.ts'
import { database, type GivenFollowUp } from '../../support/database.ts'

function stages(given: { loop?: Partial<GivenFollowUp>; detail?: string }): string[] {
  const db = database({
    contacts: [{ id: 1, name: 'Dr. Lena Hoff' }],
    interactions: [
      { id: 2, kind: 'coffee', on: '2026-11-18', contacts: [1], detail: given.detail ?? '' },
    ],
    followUps: given.loop ? [{ kind: 'offer', contact: 1, what: 'a letter', ...given.loop }] : [],
  })
  return db.contacts.flatMap(contact => lettersFrom(db, contact).map(({ stage }) => stage))
}

describe('an offer or a yes is a letter for me', () => {
  it.each([
    'a letter',
    'a strong letter by dec 1',
    'write me a letter',
    'to write a letter of rec for aways',
    'LOR for residency',
    'a letter for my cardiology fellowship',
    'a letter to programs',
  ])('%s', what => {
    expect(stages({ loop: { what } })).toEqual(['offered'])
    expect(stages({ loop: { kind: 'ask', what, stage: 'agreed' } })).toEqual(['promised'])
    expect(stages({ loop: { kind: 'ask', what, closed: 'done' } })).toEqual(['written'])
  })

  it('unless it was only asked for, dropped or declined', () => {
    expect(stages({ loop: { kind: 'ask' } })).toEqual([])
    expect(stages({ loop: { kind: 'ask', stage: 'agreed', closed: 'dropped' } })).toEqual([])
    expect(stages({ loop: { closed: 'done', outcome: 'declined' } })).toEqual([])
    expect(stages({ loop: { kind: 'promise' } })).toEqual([])
  })
})

it.each([
  'maybe a letter if i pass',
  'a letter once I rotate with her',
  'a letter to her landlord by dec 1',
  'write priya a letter',
  'a letter for priya',
  'write him a letter',
  'a letter for her daughter',
  'look over my cover letter',
  'my letter of intent',
  'no letter this year',
  'could do a letter',
  'her slides',
])('"%s" is none that is sure', what => {
  expect(stages({ loop: { what } })).toEqual([])
  expect(stages({ loop: { kind: 'ask', what, stage: 'agreed' } })).toEqual([])
})

it.each([
  ['offered to write me a letter', ['offered']],
  ['she said yes to the letter', ['promised']],
  ["he'll write me a letter for aways", ['promised']],
  ['agreed to write my LOR', ['promised']],
  ['she wrote my letter', ['written']],
  ['he uploaded my lor to ERAS', ['written']],
  ['my letter is in', ['written']],
  ["said she won't write a letter", []],
  ['will write a letter if I pass', []],
  ['asked her for a letter', []],
  ['I sent her my letter draft', []],
  ['she wrote priya a letter', []],
  ['she will think about the letter', []],
  ['her letter to the editor', []],
  ['she wrote a letter to her landlord', []],
  ['how to ask for a letter', []],
])('noted as "%s" it is %j', (detail, expected) => {
  expect(stages({ detail })).toEqual(expected)
})
