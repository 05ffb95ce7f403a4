import { expect, it } from 'vitest'
import { numbersTyped, onlyNumber } from '../../../src/domain/data/numbers.ts'

it.each([
  ['45', [[45, 45]]],
  [
    '#45 51 39',
    [
      [45, 45],
      [51, 51],
      [39, 39],
    ],
  ],
  [
    '45,51',
    [
      [45, 45],
      [51, 51],
    ],
  ],
  [
    '45, 51',
    [
      [45, 45],
      [51, 51],
    ],
  ],
  ['45-48', [[45, 48]]],
  ['#45–#48', [[45, 48]]],
  ['45 - 48', [[45, 48]]],
  ['48-45', [[45, 48]]],
  [
    '39 45-48,60',
    [
      [39, 39],
      [45, 48],
      [60, 60],
    ],
  ],
])('%s is read as numbers and ranges', (text, pairs) => {
  expect(numbersTyped(text)?.map(({ from, to }) => [from, to])).toEqual(pairs)
})

it.each(['', 'chen', '45 chen', '45-', '-48', '45-48-50', '45.5', '45-fri', '4th', '45 51 fri'])(
  '"%s" is none',
  text => {
    expect(numbersTyped(text)).toBeUndefined()
  },
)

it('a number that is typed twice is one, and a range of one is that one', () => {
  const only = (text: string) => onlyNumber(numbersTyped(text) ?? [])
  expect([only('45 45'), only('45-45'), only('45 51'), only('45-46')]).toEqual([
    45,
    45,
    undefined,
    undefined,
  ])
})
