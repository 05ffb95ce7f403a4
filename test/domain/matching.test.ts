import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitOf, isIn, placesOf, searchable } from '../../src/domain/matching.ts'

test('accents, case, apostrophes, dashes and quotes make no difference', () => {
  expect(searchable('José’s “Café” — Straße, O’Brien')).toBe('joses "cafe" - strasse, obrien')
})

test('a word counts most as a whole, then as a beginning, then within', () => {
  expect(fitOf('the ablation registry', 'ablation')).toBe(3)
  expect(fitOf('the ablation registry', 'abl')).toBe(2)
  expect(fitOf('the ablation registry', 'gist')).toBe(1)
  expect(fitOf('the ablation registry', 'grant')).toBe(0)
})

test('one or two letters must begin a word', () => {
  expect(isIn('remember them', 'em')).toBe(false)
  expect(isIn('em, and peds', 'em')).toBe(true)
})

test('a word is found in the text as it was written', () => {
  const text = 'Straße to José’s Café'
  const places = placesOf(text, ['joses', 'strasse', 'caf'])
  expect(places.map(([start, end]) => text.slice(start, end))).toEqual(['Straße', 'José’s', 'Caf'])
})

test('places that overlap are one', () => {
  expect(placesOf('banana', ['ana', 'nan'])).toEqual([[1, 5]])
})

test('a text always holds each of its own pieces, whatever they are written in', () => {
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
