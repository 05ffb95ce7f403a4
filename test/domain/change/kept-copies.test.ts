import { expect, it } from 'vitest'
import { type CopyFacts, copyMeant, copyType } from '../../../src/domain/change/kept-copies.ts'

const TODAY = '2026-11-21'

it('a copy is called by its minute, and by its second where two are of one minute', () => {
  const copies = [copyOf(3, '15:04:31'), copyOf(2, '15:04:07'), copyOf(1, '15:03:59')]
  expect(copies.map(copy => copyType(copy, copies, TODAY))).toEqual([
    '20 Nov 15:04:31',
    '20 Nov 15:04:07',
    '20 Nov 15:03',
  ])
})

it('what a copy is called leads to it, also in the hour that comes twice', () => {
  const copies = [
    { ...copyOf(2, '01:30:00'), at: '2026-11-01T09:30:00.000Z' },
    { ...copyOf(1, '01:45:00'), at: '2026-11-01T08:45:00.000Z' },
  ]
  const types = copies.map(copy => copyType(copy, copies, TODAY))
  expect(types).toEqual(['1 Nov 01:30', '2026-11-01T08:45:00.000Z'])
  expect(types.map(type => copyMeant(copies, type, TODAY).rev)).toEqual([2, 1])
})

function copyOf(rev: number, time: string): CopyFacts {
  const at = new Date(`2026-11-20T${time}`).toISOString()
  return { rev, path: `/kept/${rev}`, at, until: null, bytes: 400, command: 'add', why: 'undo' }
}
