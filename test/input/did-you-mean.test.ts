import { describe, expect, it } from 'vitest'
import {
  asTyped,
  meantWord,
  saidOtherwise,
  wordsSaidOtherwise,
} from '../../src/input/did-you-mean.ts'

const instead = (line: string) => saidOtherwise(line.split(' ')).map(words => words.join(' '))

describe('what is said otherwise', () => {
  it.each([
    ['wake chen', ['snooze chen off']],
    ['wake', ['snooze <who> off']],
    ['wake pat moss', ['snooze pat moss off']],
    ['--json wake chen', ['snooze --json chen off']],
    ['dupes', ['merge']],
    ['pitch set I am Jo', ['pitch I am Jo']],
    ['pitch check x', ['pitch --draft x', 'pitch x']],
    ['settings reset due.lines', ['settings due.lines --reset']],
    ['settings reset all', ['settings --reset', 'settings all --reset']],
    ['list --role peer', ['list role:peer']],
    ['list --role=peer --json', ['list role:peer --json']],
    ['list x --tag chess y', ['list tag:chess x y']],
    ['list --role', ['list role:<value>']],
    ['list --color red', []],
    ['init --name Jo', ['me --name Jo']],
    ['init', []],
    ['heard 12 --note x', ['edit 12 --note x']],
    ['heard 12 --note x --on fri', []],
    ['heard 12', []],
    ['add Ana --organisation AMWA', ['add Ana --organization AMWA']],
    ['unarchive ana', ['archive ana --back']],
    ['log chen', []],
    ['', []],
  ])('for "%s" is %j', (line, lines) => {
    expect(instead(line)).toEqual(lines)
  })

  it('is known by its first words', () => {
    expect(wordsSaidOtherwise(['--json', 'wake', 'chen'])).toBe('wake')
    expect(wordsSaidOtherwise(['pitch', 'check', 'x'])).toBe('pitch check')
    expect(wordsSaidOtherwise(['pitch', 'x'])).toBe(undefined)
    expect(wordsSaidOtherwise(['list', '--role', 'peer'])).toBe(undefined)
  })
})

describe('the word that was meant', () => {
  const words = ['snooze', 'season', 'log', 'list', 'note', 'me']

  it.each([
    ['snoze', 'snooze'],
    ['snoooze', 'snooze'],
    ['snoize', 'snooze'],
    ['snozoe', 'snooze'],
    ['lgo', 'log'],
    ['lo', undefined],
    ['lst', 'list'],
    ['ist', 'list'],
    ['lis', 'list'],
    ['notebook', 'note'],
    ['logbook', undefined],
    ['meet', undefined],
    ['seasno', 'season'],
    ['saeson', 'season'],
    ['sesaonx', undefined],
    ['aaa', undefined],
    ['eton', undefined],
  ])('by %s is %s', (typed, word) => {
    expect(meantWord(typed, words)).toBe(word)
  })
})

it.each([
  [['snooze', 'Pat Moss', 'off'], 'netmed snooze "Pat Moss" off'],
  [['list', 'role:peer', '<who>', '--x=1'], 'netmed list role:peer <who> --x=1'],
  [['note', 'a "b" $c `d` \\e'], 'netmed note "a \\"b\\" \\$c \\`d\\` \\\\e"'],
  [['show', 'Zoë'], 'netmed show Zoë'],
  [['me', ''], 'netmed me ""'],
  [['x', 'a<b'], 'netmed x "a<b"'],
])('%j is typed as %s', (line, typed) => {
  expect(asTyped(line)).toBe(typed)
})
