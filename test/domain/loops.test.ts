import { expect, test } from 'vitest'
import { openLoops } from '../../src/domain/loops.ts'
import { database } from '../support/database.ts'

test.each([
  ['2026-11-29', 'waiting', 'netmed done 2'],
  ['2026-11-28', 'next', 'netmed draft nudge chen'],
  ['2026-11-24', 'next', 'netmed draft nudge chen'],
  ['2026-11-23', 'today', 'netmed draft nudge chen'],
])('what was agreed for %s is %s on 21 November', (due, group, command) => {
  const db = database({
    contacts: [{ name: 'Dr. Maya Chen' }],
    followUps: [{ kind: 'ask', contact: 1, what: 'a letter', due }],
  })
  expect(openLoops(db, '2026-11-21')).toMatchObject([{ kind: 'ask', group, command }])
})
