import { expect, it } from 'vitest'
import { olderLoops } from '../../../src/domain/due/older.ts'
import { database, type GivenFollowUp } from '../../support/database.ts'

const TODAY = '2026-11-21'
const OLD = '2026-10-30'

const made = (day: string) => `${day}T12:00:00.000Z`

function olderOf(...followUps: GivenFollowUp[]): [number, string][] {
  return olderLoops(database({ followUps }), TODAY).map(each => [each.followUp.id, each.since])
}

it('is what was due more than three weeks ago, and not on the very day', () => {
  expect(
    olderOf(
      { kind: 'reminder', what: 'a', due: '2026-10-31' },
      { kind: 'reminder', what: 'b', due: OLD },
    ),
  ).toEqual([[2, OLD]])
})

it('goes by the day it was made where it has no day', () => {
  expect(
    olderOf(
      { kind: 'reminder', what: 'a', createdAt: made('2026-11-01') },
      { kind: 'reminder', what: 'b', createdAt: made('2026-09-01') },
    ),
  ).toEqual([[2, '2026-09-01']])
})

it('leaves out what was changed since, and what is closed', () => {
  expect(
    olderOf(
      { kind: 'reminder', what: 'a', due: OLD, updatedAt: made('2026-11-10') },
      { kind: 'reminder', what: 'b', due: OLD, updatedAt: made('2026-10-01') },
      { kind: 'reminder', what: 'c', due: OLD, closed: 'done' },
    ),
  ).toEqual([[2, OLD]])
})

it('spares promises, deadlines, meetings and held drafts', () => {
  const kinds = [
    ...(['promise', 'deadline', 'meeting', 'draft'] as const),
    ...(['thank-you', 'event', 'reply', 'advice', 'resource', 'offer', 'reminder', 'ask'] as const),
  ]
  const older = olderOf(...kinds.map(kind => ({ kind, what: 'it', due: OLD })))
  expect(older.map(([id]) => kinds[id - 1])).toEqual([
    'thank-you',
    'event',
    'reply',
    'advice',
    'resource',
    'offer',
    'reminder',
    'ask',
  ])
})

it('spares what they agreed to, and not what they left open', () => {
  expect(
    olderOf(
      { kind: 'ask', what: 'a letter', due: OLD, stage: 'agreed' },
      { kind: 'ask', what: 'a chat', due: OLD },
    ),
  ).toEqual([[2, OLD]])
})

it('comes oldest first, and of one day by number', () => {
  expect(
    olderOf(
      { kind: 'reminder', what: 'a', due: OLD },
      { kind: 'reminder', what: 'b', due: '2026-09-01' },
      { kind: 'reminder', what: 'c', due: OLD },
    ).map(([id]) => id),
  ).toEqual([2, 1, 3])
})

it('goes by the setting', () => {
  const followUps: GivenFollowUp[] = [{ kind: 'reminder', what: 'a', due: '2026-11-10' }]
  const db = database({ followUps, settings: { 'due.older': 10 } })
  expect(olderLoops(db, TODAY)).toHaveLength(1)
})
