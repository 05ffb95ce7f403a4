import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineAndColumn, scanJson } from '../../src/store/scan.ts'

it.each([
  ['{"a" 1}', 5, 'a colon was expected'],
  ['{"a": 1,}', 8, 'a key in double quotes was expected'],
  ["{'a': 1}", 1, 'a key in double quotes was expected'],
  ['{"a": 1 "b": 2}', 8, 'a comma or } was expected'],
  ['[1 2]', 3, 'a comma or ] was expected'],
  ['[1, // no\n2]', 4, 'a value was expected'],
  ['["a\nb"]', 3, 'a text has a line break in it'],
  ['["a', 3, 'a text is not closed'],
  ['["\\x"]', 2, 'an escape in a text is not one that JSON knows'],
  ['[1] 2', 4, 'there is something after the end'],
  ['{"a": ', 6, 'the file ends too early'],
  ['{"a": 1, "b": {"c": 2, "\\u0063": 3}}', 23, 'the key "c" is there twice in one record'],
  ['['.repeat(300), 201, 'values are nested too deeply'],
])('in %j the flaw is found at %d', (text, at, what) => {
  expect(scanJson(text).flaw).toEqual({ at, what })
})

it('the values of the outermost object are found', () => {
  const text = '{ "a": [1, {"b": 2}], "meta": {"x": "}"} }'
  const { spans } = scanJson(text)
  expect([...spans].map(([key, [begin, end]]) => [key, text.slice(begin, end)])).toEqual([
    ['a', '[1, {"b": 2}]'],
    ['meta', '{"x": "}"}'],
  ])
})

it('a flaw is found in exactly the texts that JSON.parse refuses', () => {
  const pieces = fc.constantFrom(
    ...'{}[]:,"\\ \n',
    '"a"',
    '"b"',
    '1',
    '-0.5e3',
    '01',
    'true',
    'nul',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
      const { flaw } = scanJson(parts.join(''))
      // JSON.parse has nothing against a key that stands twice.
      fc.pre(!flaw?.what.startsWith('the key'))
      expect(flaw === undefined).toBe(parses(parts.join('')))
    }),
    { numRuns: 2000 },
  )
})

it('whatever JSON.stringify writes has no flaw', () => {
  fc.assert(
    fc.property(fc.json(), text => {
      expect(scanJson(text).flaw).toBeUndefined()
    }),
  )
})

it('lines and columns are counted from one', () => {
  expect(lineAndColumn('ab\r\ncd\n\nx', 0)).toEqual({ line: 1, column: 1 })
  expect(lineAndColumn('ab\r\ncd\n\nx', 5)).toEqual({ line: 2, column: 2 })
  expect(lineAndColumn('ab\r\ncd\n\nx', 8)).toEqual({ line: 4, column: 1 })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
