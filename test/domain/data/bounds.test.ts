import { expect, it } from 'vitest'
import { excessesIn } from '../../../src/domain/data/bounds.ts'

it('names what holds more than is ever typed, and no more than that', () => {
  const full = { name: 'x'.repeat(300), stage: 'x'.repeat(1_000), tags: Array(200).fill('t') }
  expect(excessesIn('contacts', full)).toEqual([])
  const over = {
    name: 'x'.repeat(301),
    stage: 'x'.repeat(1_001),
    tags: Array(201).fill('t'),
    interests: ['chess', 'x'.repeat(1_002)],
    every: 30,
  }
  expect(excessesIn('contacts', over)).toEqual([
    { field: 'name', count: 301, most: 300, of: 'letters' },
    { field: 'stage', count: 1_001, most: 1_000, of: 'letters' },
    { field: 'interests', count: 1_002, most: 1_000, of: 'letters' },
    { field: 'tags', count: 201, most: 200, of: 'values' },
  ])
})
