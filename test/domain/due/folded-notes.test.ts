import { expect, it } from 'vitest'
import { withFoldedNotes } from '../../../src/domain/due/folded-notes.ts'
import { openLoops } from '../../../src/domain/due/loops.ts'
import { database } from '../../support/database.ts'

const TODAY = '2026-11-21'
const STAMP = { uid: 'e'.repeat(16), createdAt: '2026-11-01T12:00:00.000Z' }
const NOTE = { kind: 'event', what: 'the talk', due: '2026-11-25' } as const

it('notes from one occasion are one line where there are several, at the place of the first', () => {
  const db = database({
    contacts: [
      { id: 1, name: 'Ana Silva' },
      { id: 2, name: 'Bo Lee' },
      { id: 3, name: 'Cy Park' },
      { id: 4, name: 'Di Roth' },
    ],
    interactions: [
      { id: 11, kind: 'conference', on: '2026-11-18', contacts: [1], event: 90 },
      { id: 12, kind: 'conference', on: '2026-11-19', contacts: [2], event: 90 },
      { id: 13, kind: 'grand-rounds', on: '2026-11-18', contacts: [3] },
      { id: 14, kind: 'grand-rounds', on: '2026-11-18', contacts: [4] },
      { id: 15, kind: 'grand-rounds', on: '2026-11-19', contacts: [4] },
    ],
    followUps: [
      { id: 21, ...NOTE, contact: 1, from: 11 },
      { id: 22, ...NOTE, contact: 2, from: 12 },
      { id: 23, ...NOTE, contact: 3, from: 13 },
      { id: 24, ...NOTE, contact: 4, from: 14 },
      { id: 25, ...NOTE, contact: 4, from: 15 },
      { id: 26, ...NOTE, contact: 4, from: 99 },
      { id: 27, kind: 'thank-you', what: 'the talk', due: '2026-11-25', contact: 1, from: 11 },
    ],
    events: [{ ...STAMP, id: 90, name: 'ACC Meeting', kind: 'conference', on: '2026-11-18' }],
  })
  const lines = withFoldedNotes(db, openLoops(db, TODAY))
  expect(lines.map(({ followUp, what, command }) => [followUp, what, command])).toEqual([
    [null, 'Write to 2 people from the ACC Meeting', 'netmed draft --event acc'],
    [null, 'Write to 2 people from the grand rounds', 'netmed due --kind event'],
    [25, 'Write to Di Roth: the talk', 'netmed draft speaker-followup roth --set talk=yes'],
    [26, 'Write to Di Roth: the talk', 'netmed draft event-followup roth'],
    [27, 'Thank Ana Silva for the talk', 'netmed draft thanks silva'],
  ])
  expect(lines.slice(0, 2).map(({ ifNoTalk }) => ifNoTalk)).toEqual([null, null])
})
