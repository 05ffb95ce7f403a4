import { expect, it } from 'vitest'
import {
  type ClosedFollowUp,
  created,
  emptyDatabase,
  type FollowUp,
  type HeldDraft,
  type OpenFollowUp,
} from '../../../src/domain/data/model.ts'
import { close } from '../../../src/domain/due/opening.ts'

// What the type of a follow-up forbids: whoever loosens it makes a line below an error of its own.

const loop = { id: 1, uid: 'u', createdAt: '', what: 'send the paper' }

it('an open follow-up has no ending', () => {
  const open: OpenFollowUp = { ...loop, kind: 'promise' }
  const wrong: OpenFollowUp[] = [
    // @ts-expect-error not how it ended
    { ...loop, kind: 'promise', closed: 'done' },
    // @ts-expect-error nor the day
    { ...loop, kind: 'promise', closedOn: '2026-11-20' },
    // @ts-expect-error nor what ended it
    { ...loop, kind: 'promise', closedBy: 2 },
  ]
  // @ts-expect-error a day without how it ended is no ending
  const half: FollowUp = { ...loop, kind: 'promise', closedOn: '2026-11-20' }
  expect([open, half, ...wrong].map(each => each.what)).toHaveLength(5)
})

it('a closed one says how, and only close says it', () => {
  // @ts-expect-error it ended somehow
  const nohow: ClosedFollowUp = { ...loop, kind: 'promise', closedOn: '2026-11-20' }
  const db = emptyDatabase()
  const open = created(db, 'followUps', { kind: 'promise', what: 'send the paper' })
  const closed = close(db, open, '2026-11-20')
  // @ts-expect-error not by hand
  closed.closed = 'dropped'
  // @ts-expect-error nor the day alone
  closed.closedOn = '2026-11-21'
  expect([nohow.what, closed.what]).toEqual(['send the paper', 'send the paper'])
})

it('each kind holds what belongs to it alone', () => {
  const draft: HeldDraft = {
    ...loop,
    kind: 'draft',
    text: 'Dear',
    holdUntil: '2026-11-22T18:00:00Z',
  }
  const kinds: FollowUp[] = [
    { ...loop, kind: 'meeting', at: '15:00', minutes: 30, occasion: 'coffee' },
    { ...loop, kind: 'reply', template: 'panel', stage: 'nudged' },
    { ...loop, kind: 'advice', stage: 'tried' },
    { ...loop, kind: 'ask', stage: 'agreed' },
  ]
  const wrong: FollowUp[] = [
    // @ts-expect-error only a draft has a text
    { ...loop, kind: 'promise', text: 'Dear' },
    // @ts-expect-error and a moment to go
    { ...loop, kind: 'reply', holdUntil: '2026-11-22T18:00:00Z' },
    // @ts-expect-error only a meeting lasts
    { ...loop, kind: 'draft', minutes: 30 },
    // @ts-expect-error and is held some way
    { ...loop, kind: 'thank-you', occasion: 'coffee' },
    // @ts-expect-error only a mail has a template
    { ...loop, kind: 'meeting', template: 'panel' },
    // @ts-expect-error an answer is nudged, never tried
    { ...loop, kind: 'reply', stage: 'tried' },
    // @ts-expect-error advice is tried, never nudged
    { ...loop, kind: 'advice', stage: 'nudged' },
    // @ts-expect-error what was asked is agreed
    { ...loop, kind: 'ask', stage: 'nudged' },
    // @ts-expect-error and a promise is neither
    { ...loop, kind: 'promise', stage: 'tried' },
  ]
  expect([draft, ...kinds, ...wrong].map(each => each.what)).toHaveLength(14)
})
