import { expect, it } from 'vitest'
import { openLoops } from '../../../src/domain/due/loops.ts'
import { database } from '../../support/database.ts'

it.each([
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

it.each([
  ['2026-11-28', '2026-11-21', 'waiting', 'netmed done 3'],
  ['2026-11-23', '2026-11-17', 'today', 'netmed draft nudge chen'],
  ['2026-11-23', '2026-11-21', 'waiting', 'netmed done 3'],
  ['2026-11-20', '2026-11-18', 'today', 'netmed done 3'],
])('reminded of what was agreed for %s on %s it is %s', (due, on, group, command) => {
  const db = database({
    contacts: [{ name: 'Dr. Maya Chen' }],
    interactions: [{ kind: 'email', on, contacts: [1], template: 'nudge' }],
    followUps: [{ kind: 'ask', contact: 1, what: 'a letter', due }],
  })
  expect(openLoops(db, '2026-11-21')).toMatchObject([{ kind: 'ask', group, command }])
})

it('advice leads to saying how it turned out', () => {
  const db = database({
    contacts: [{ name: 'Dr. Maya Chen' }],
    followUps: [{ kind: 'advice', contact: 1, what: 'one page a day', due: '2026-11-25' }],
  })
  expect(openLoops(db, '2026-11-21')[0]?.command).toBe('netmed done 2 --outcome "…"')
})
