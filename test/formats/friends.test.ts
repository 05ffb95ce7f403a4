import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeText } from '../../src/formats/decode.ts'
import { friendsPeople, isFriendsFile } from '../../src/formats/friends.ts'

const text = decodeText(readFileSync(new URL('../fixtures/friends/friends.md', import.meta.url)))

it('friends come with nicknames, places, tags and the notes that name them', () => {
  expect(friendsPeople(text).people).toEqual([
    { fields: { name: 'George Washington Carver' }, line: 15 },
    {
      fields: {
        name: 'Grace Hopper',
        nickname: 'The Admiral',
        area: 'Paris',
        tags: ['navy', 'science'],
        note: 'Also called: Amazing Grace',
      },
      line: 16,
      notes: [
        "2018-06-15: Grace Hopper found out she's getting a big building named after her. @navy",
      ],
    },
    {
      fields: { name: 'Marie Curie', area: 'Atlantis', tags: ['science:radium'] },
      line: 17,
      notes: ['2017-06-06: Marie Curie just got accepted into a PhD program in Paris. @school'],
    },
    { fields: { name: 'Lise Meitner' }, line: 8 },
  ])
})

it('activities become interactions with everybody they name', () => {
  expect(friendsPeople(text).interactions).toEqual([
    {
      on: '2018-11-01',
      kind: 'met',
      note: "Grace Hopper and I went to Marie's Diner. George had to cancel at the last minute. @food",
      place: "Marie's Diner",
      with: ['Grace Hopper'],
      line: 2,
    },
    {
      on: '2018-01-04',
      kind: 'lunch',
      note: 'Got lunch with Grace Hopper and George Washington Carver. @food',
      with: ['Grace Hopper', 'George Washington Carver'],
      line: 3,
    },
    {
      on: '2017-12-31',
      kind: 'met',
      note: 'Celebrated the new year in Paris with Marie Curie. @partying',
      place: 'Paris',
      with: ['Marie Curie'],
      line: 4,
    },
    {
      on: '2017-11-15',
      kind: 'call',
      note: 'Talked to George Washington Carver on the phone for an hour.',
      with: ['George Washington Carver'],
      line: 5,
    },
    {
      on: '2017-09-01',
      kind: 'walk',
      note: 'Met Lise Meitner for a walk around Lake Tegel, talked of snake_case names and Paris.',
      place: 'Lake Tegel',
      with: ['Lise Meitner'],
      line: 8,
    },
  ])
})

it.each([
  ['coffee', 'coffee'],
  ['tea', 'coffee'],
  ['lunch', 'lunch'],
  ['walk', 'walk'],
  ['phone', 'call'],
  ['called', 'call'],
  ['Zoom', 'video'],
  ['FaceTime', 'video'],
  ['Skype', 'video'],
  ['texted', 'message'],
  ['messaged', 'message'],
  ['emailed', 'email'],
  ['conference', 'conference'],
  ['seminar', 'seminar'],
  ['lecture', 'lecture'],
  ['party', 'social'],
  ['dinner', 'social'],
  ['teatime', 'met'],
  ['tea, and coffee, then lunch', 'coffee'],
])('an activity with the word %s is a %s', (words, kind) => {
  const file = `### Activities:\n- 2018-11-01: ${words} with **Ana Silva**.\n`
  expect(friendsPeople(file).interactions.map(each => each.kind)).toEqual([kind])
})

it('lines that name nobody, have no day or say a friend twice are told', () => {
  expect(friendsPeople(text).skipped).toEqual([
    { line: 6, why: 'It names no one.' },
    { line: 7, why: "It doesn't start with a day such as 2026-03-09." },
    { line: 18, why: 'Grace Hopper is listed twice.' },
  ])
})

it('the file is known by its first heading', () => {
  expect(isFriendsFile(text)).toBe(true)
  expect(isFriendsFile('\ufeff\n### Friends:\n')).toBe(true)
  expect(isFriendsFile('# Friends\n')).toBe(false)
})

it('a friend whose name could steer a terminal is skipped', () => {
  expect(friendsPeople('### Friends:\n- Evil \x1b[2J\n')).toEqual({
    people: [],
    interactions: [],
    skipped: [{ line: 2, why: 'The name has an invisible character in it (\\u{1b}).' }],
  })
})

it.each([
  ['Ana Silva', { name: 'Ana Silva' }],
  ['Ana Silva @peer', { name: 'Ana Silva', tags: ['peer'] }],
  ['Ana Silva [Lisbon]', { name: 'Ana Silva', area: 'Lisbon' }],
  ['Ana Silva (a.k.a. Annie)', { name: 'Ana Silva', nickname: 'Annie' }],
  ['Ana S@lva', { name: 'Ana S@lva' }],
])('of the friend "%s" each part is read, and a missing one is missing', (entry, fields) => {
  expect(friendsPeople(`### Friends:\n- ${entry}\n`).people).toEqual([{ fields, line: 2 }])
})

it('a friend who has a nickname and no name goes by it', () => {
  expect(friendsPeople('### Friends:\n- (a.k.a. Annie)\n').people).toEqual([
    { fields: { name: 'Annie', nickname: 'Annie' }, line: 2 },
  ])
})

it('no text makes the reader throw', () => {
  const piece = fc.constantFrom(
    ...[
      '### Friends:',
      '### Activities:',
      '### Notes:',
      '\n',
      '- 2018-01-01: ',
      '**',
      '_',
      '@',
      '(',
    ],
    ...['a.k.a. ', ')', '[', ']', '__proto__', '\\', ' '],
  )
  const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })))
  fc.assert(fc.property(text, pieces => Array.isArray(friendsPeople(pieces.join('')).people)))
})

it('a file of too many lines, or with one too long, is refused', () => {
  const notes = (text: string) => () => friendsPeople(`### Notes:\n${text}`)
  expect(notes('- x\n'.repeat(100_001))).toThrow('100')
  expect(notes(`- ${'x'.repeat(1024 * 1024)}`)).toThrow('line 2')
})
