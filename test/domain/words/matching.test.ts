import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fitOf,
  isIn,
  patternFor,
  placesOf,
  searchable,
  soughtText,
} from '../../../src/domain/words/matching.ts'

it('accents, case, apostrophes, dashes and curly quotes make no difference', () => {
  expect(searchable('José’s “Café” — Straße, O’Brien')).toBe('joses "cafe"   strasse, obrien')
})

it('letters are those that Unicode takes the accents from', () => {
  const letters = Array.from({ length: 0x180 - 0xc0 }, (_, index) =>
    String.fromCodePoint(0xc0 + index),
  )
  const decomposed = letters.filter(letter => /^[a-z]\p{M}+$/iu.test(letter.normalize('NFD')))
  expect(decomposed.map(searchable)).toEqual(
    decomposed.map(letter => letter.normalize('NFD').charAt(0).toLowerCase()),
  )
})

it('a word counts most as a whole, then as a beginning, then within', () => {
  expect(fitOf('the ablation registry', 'ablation')).toBe(3)
  expect(fitOf('the ablation registry', 'abl')).toBe(2)
  expect(fitOf('the ablation registry', 'gist')).toBe(1)
  expect(fitOf('the ablation registry', 'grant')).toBe(0)
})

it('one or two letters must begin a word', () => {
  expect(isIn('remember them', 'em')).toBe(false)
  expect(isIn('em, and peds', 'em')).toBe(true)
})

it('a word is found in the text as it was written', () => {
  const text = 'Straße to José’s Café'
  const places = placesOf(text, ['joses', 'strasse', 'caf'])
  expect(places.map(([start, end]) => text.slice(start, end))).toEqual(['Straße', 'José’s', 'Caf'])
})

it('places that overlap are one', () => {
  expect(placesOf('banana', ['ana', 'nan'])).toEqual([[1, 5]])
})

it('a text always holds each of its own pieces, whatever they are written in', () => {
  const texts = fc.tuple(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(texts, ([piece, rest]) => {
      const text = `${rest} ${piece} ${rest}`
      expect(searchable(text)).toContain(searchable(piece))
      for (const [start, end] of placesOf(text, [searchable(piece)])) {
        expect(searchable(text.slice(start, end))).toContain(searchable(piece))
      }
    }),
  )
})

describe('the first look at a text', () => {
  const isSeen = (text: string, ...words: string[]) => patternFor(words)?.test(text)

  it.each(['Straße', 'STRASSE', 's’trasse', 'śţřāšșé', 'ｓｔｒａｓｓｅ'])(
    'sees a word in %s',
    text => {
      expect(isSeen(text, 'strasse')).toBe(true)
    },
  )

  it('passes over a text without it', () => {
    expect(isSeen('Strabe', 'strasse')).toBe(false)
  })

  it('sees any of several words, and the first of a phrase', () => {
    expect(isSeen('the letter', 'letter of intent', 'grant')).toBe(true)
    expect(isSeen('the grant', 'letter of intent', 'grant')).toBe(true)
  })

  it('is left out for words in another script, and without words', () => {
    expect(patternFor(['明'])).toBeUndefined()
    expect(patternFor([])).toBeUndefined()
  })

  it('never passes over a text that holds the word', () => {
    const letters = fc.constantFrom(..."aàåeéoœøsß́tþi'’ -\n", 'ǅ', 'ﬁ', 'Ⅳ', 'ế', 'K', 'İ', 'ſ')
    const parts = fc.oneof(letters, fc.string({ unit: 'grapheme', maxLength: 2 }))
    const text = fc.array(parts, { maxLength: 8 }).map(each => each.join(''))
    const word = fc.string({ unit: fc.constantFrom(...'aeosthi'), minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(text, word, (each, sought) => {
        expect(!isIn(searchable(each), sought) || isSeen(each, sought)).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  it('sees every character of Unicode that is a letter or digit once folded', () => {
    const codes = Array.from({ length: 0x110000 }, (_, code) => code).filter(isCharacter)
    const passedOver = codes
      .map(code => String.fromCodePoint(code))
      .filter(character => /[a-z0-9]/.test(character.normalize('NFKD').toLowerCase()))
      .filter(character => {
        const [first = ''] = /[a-z0-9]/.exec(searchable(character)) ?? []
        return first !== '' && !isSeen(character, first)
      })
    expect(passedOver).toEqual([])
  })
})

function isCharacter(code: number): boolean {
  return code < 0xd800 || code > 0xdfff
}

it.each([
  ['em', 'rem', 0],
  ['em', 'r em', 3],
  ['em', 'ems', 2],
  ['emx', 'remx', 1],
  ['em', 'zem', 0],
  ['em', '0em', 0],
  ['em', '9em', 0],
  ['em', '\u00e9em', 0],
  ['em', '(em', 3],
  ['em', 'em)', 3],
  ['em', 'em:', 3],
  ['em', 'em/', 3],
  ['em', 'em\u007f', 3],
  ['em', 'em\u0080', 2],
  ['em', 'ema', 2],
  ['em', 'em0', 2],
  ['em', 'em9', 2],
  ['em', 'em{', 3],
  ['em', 'em', 3],
  ['cat', 'scat cat', 3],
  ['cat', 'scat cats', 2],
  ['cat', 'cats scat', 2],
  ['cat', '', 0],
])('%j fits %j by %i', (word, text, fit) => {
  expect(fitOf(text, word)).toBe(fit)
})

it('a phrase may stand over a line break, a word may not', () => {
  expect([isIn('the registry\nof hers', 'registry of'), isIn('a\nb', 'ab')]).toEqual([true, false])
  expect(fitOf('the registry\nof hers', 'registry of')).toBe(3)
})

it('what is sought has its blanks cut and made single', () => {
  expect(soughtText('  Her \u2014  Registry\u2019s ')).toBe('her registrys')
  expect(soughtText(' ')).toBe('')
})

it('places stand in order, and those that overlap are one', () => {
  expect(placesOf('ablation registry', ['registry', 'ablation'])).toEqual([
    [0, 8],
    [9, 17],
  ])
  expect(placesOf('ablation', ['abl', 'ablat', 'bla'])).toEqual([[0, 5]])
  expect(placesOf('ablation', ['ablat', 'lation'])).toEqual([[0, 8]])
  expect(placesOf('abab', ['ab'])).toEqual([[0, 2]])
  expect(placesOf('catcat', ['cat'])).toEqual([
    [0, 3],
    [3, 6],
  ])
  expect(placesOf('ablation', ['', 'x'])).toEqual([])
})

it('there is a pattern for plain words alone, and it lets nothing pass that fits', () => {
  expect(patternFor([])).toBe(undefined)
  expect(patternFor(['caf\u00e9'])).toBe(undefined)
  expect(patternFor(['cafe', '\u674e'])).toBe(undefined)
  expect(patternFor(['registry of'])?.test('REGI\u2019STRY\nof')).toBe(true)
  expect(patternFor(['registry'])?.test('regis try')).toBe(false)
})
