import { describe, expect, it } from 'vitest'
import { folded, foldedWords, isAddrSpec, nearest } from '../../../src/domain/words/text.ts'

describe('folded', () => {
  it.each([
    ['  José  PEÑA ', 'jose pena'],
    [
      'Straße, Łódź, Øre, Ærø, cœur, đại, Guðrún, Þór, Ħal, Yıldız, Ŋala, ſo',
      'strasse, lodz, ore, aero, coeur, dai, gudrun, thor, hal, yildiz, nala, so',
    ],
    ['İpek Ǽlfric Ǿrsted', 'ipek aelfric orsted'],
    ['O’Brien, OʼBrien, O´Brien, O′Brien', "o'brien, o'brien, o'brien, o'brien"],
    ['Smith‐Jones Smith–Jones Smith−Jones', 'smith-jones smith-jones smith-jones'],
    ['Smith\u00adJones\u200d', 'smithjones'],
    ['“Bo”\u00a0Li', '"bo" li'],
    ['राम が', 'राम か\u3099'],
  ])('%s is %s', (text, plain) => {
    expect(folded(text)).toBe(plain)
  })

  it('words are parted by all that is no letter and no digit, and by no apostrophe', () => {
    expect(foldedWords("St. Mary's – Smith-Jones (2026) राम")).toEqual([
      ...['st', 'marys', 'smith', 'jones', '2026', 'राम'],
    ])
  })
})

describe('an email address', () => {
  it.each([
    'lena.hoff@example.org',
    "o'neill@example.edu",
    'ana+netmed@med.example.edu',
    'a@b.co',
    'maria@uni-köln.de',
    'lee@病院.jp',
    `${'a'.repeat(64)}@example.org`,
  ])('is %s', address => {
    expect(isAddrSpec(address)).toBe(true)
  })

  it.each([
    [''],
    ['ana'],
    ['ana@ucsf'],
    ['@example.org'],
    ['ana@'],
    ['ana@example..org'],
    ['ana@-example.org'],
    ['ana.@example.org'],
    ['ana chen@example.org'],
    [' ana@example.org'],
    ['ana@example.org '],
    ['ana@example.org\r\nBcc: all@example.org'],
    ['ana@example.org\n'],
    ['ana\u0000@example.org'],
    ['ana@exam\u202eple.org'],
    ['ana@exam\u200bple.org'],
    ['ana@example.org,bob@example.org'],
    ['ana@example.org;bob@example.org'],
    ['ana@bob@example.org'],
    ['Ana <ana@example.org>'],
    ['"ana"@example.org'],
    ['ana@example.org?bcc=bob@example.org'],
    ['ana?bcc=x@example.org'],
    ['ana&bcc=x@example.org'],
    ['ana%0d%0a@example.org'],
    ['ana(bob)@example.org'],
    ['ana\\@example.org'],
    ['jürgen@example.org'],
    [`${'a'.repeat(65)}@example.org`],
    [`ana@${'a.'.repeat(130)}org`],
    [`ana@${'a'.repeat(64)}.org`],
  ])('is not %j', text => {
    expect(isAddrSpec(text)).toBe(false)
  })
})

describe('the nearest of several words', () => {
  it.each([
    ['rol', ['role', 'rhythm'], 'role'],
    ['ROLE', ['role', 'rhythm'], 'role'],
    ['specialti', ['stage', 'specialty'], 'specialty'],
    ['taf', ['tag'], 'tag'],
    ['tyf', ['tag'], undefined],
    ['xy', ['tag'], undefined],
    ['ta', ['tag'], 'tag'],
    ['institutoin', ['institution'], 'institution'],
    ['instxxxtion', ['institution'], 'institution'],
    ['inxxxxxtion', ['institution'], undefined],
    ['abc', ['abd', 'abe'], 'abd'],
    ['a', ['b'], undefined],
    ['event', ['events', 'even'], 'events'],
    ['graduationyearx', ['graduation'], 'graduation'],
    ['letters', ['letter-writer', 'mentor'], undefined],
  ])('to "%s" of %j is %s', (word, words, near) => {
    expect(nearest(word, words)).toBe(near)
  })

  it('is none where most of it would have to be written anew', () => {
    expect(nearest('x'.repeat(30), ['y'.repeat(30)])).toBeUndefined()
    expect(nearest(`${'x'.repeat(27)}${'y'.repeat(8)}`, ['x'.repeat(27)])).toBe('x'.repeat(27))
    expect(nearest(`${'x'.repeat(27)}${'y'.repeat(9)}`, ['x'.repeat(27)])).toBeUndefined()
  })
})
