import { expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import type { Contact, Database } from '../../../src/domain/data/model.ts'
import type { Template } from '../../../src/domain/data/templates.ts'
import { draftsToTell, isAbout, loopOf, movesToTell } from '../../../src/domain/mail/mail-loops.ts'
import { database, type GivenFollowUp } from '../../support/database.ts'

const TODAY = '2026-11-21'

/** These loops, from #10 on, with Dr. Hoff (#1) where they do not say another. */
function net(...loops: Partial<GivenFollowUp>[]): { db: Database; contact: Contact } {
  const db = database({
    contacts: [{ id: 1, name: 'Dr. Lena Hoff' }],
    followUps: loops.map((loop, index) => {
      return { id: 10 + index, kind: 'meeting' as const, contact: 1, what: 'coffee', ...loop }
    }),
  })
  const [contact] = db.contacts
  if (!contact) throw new Error('Dr. Hoff was expected')
  return { db, contact }
}

function template(name: string): Template {
  const empty = { for: [], slots: [], after: [], needs: [], subject: '', body: '', path: name }
  return { ...empty, name, title: name, source: 'packaged' }
}

function loopFor(name: string, ...loops: Partial<GivenFollowUp>[]): number | undefined {
  const { db, contact } = net(...loops)
  return loopOf(publicPart(db), { template: template(name), contact, today: TODAY })?.id
}

const moved = { due: '2026-11-27', movedFrom: '2026-11-25' }

it('a reminder is about the answer that waits, else about what they agreed to, what has a day first', () => {
  const ask = { kind: 'ask', what: 'the slides' } as const
  const reply = { kind: 'reply', what: 'my note', due: '2026-12-15' } as const
  expect(loopFor('nudge', ask, { ...ask, due: '2026-12-01' })).toBe(11)
  expect(loopFor('nudge', { ...ask, due: '2026-12-01' }, ask)).toBe(10)
  expect(loopFor('nudge', ask, ask)).toBe(10)
  expect(loopFor('nudge', { ...ask, due: TODAY }, reply)).toBe(11)
  expect(loopFor('nudge', { ...ask, closed: 'done' }, { ...ask, contact: 2 })).toBeUndefined()
  expect(loopFor('check-in', ask)).toBeUndefined()
})

it('a mail that moves something is about the last move that they have not heard of', () => {
  const early = { ...moved, updatedAt: '2026-11-20T10:00:00.000Z' }
  const late = { ...moved, updatedAt: '2026-11-20T11:00:00.000Z' }
  expect(loopFor('timeline-change', late, early)).toBe(10)
  expect(loopFor('timeline-change', early, late)).toBe(11)
  expect(loopFor('timeline-change', early, early)).toBe(11)
  expect(loopFor('timeline-change', early, { ...late, told: [1] })).toBe(10)
  expect(loopFor('timeline-change', { due: '2026-11-25' }, { kind: 'promise' })).toBe(10)
})

it('they are to hear of meetings and deadlines ahead that were moved, alone or among others', () => {
  const { db, contact } = net(
    moved,
    { ...moved, kind: 'deadline' },
    { ...moved, kind: 'promise' },
    { ...moved, contact: 2, others: [3, 1] },
    { ...moved, contact: 2 },
    { ...moved, told: [2] },
    { ...moved, told: [2, 1] },
    { ...moved, closed: 'done' },
    { ...moved, due: TODAY },
    { ...moved, due: '2026-11-20' },
    { due: '2026-11-27' },
  )
  expect(movesToTell(db, contact, TODAY).map(each => each.id)).toEqual([18, 15, 13, 11, 10])
})

it('each of a moved meeting is told by its number, of a private one by name alone', () => {
  const { db } = net({}, { others: [2] }, { private: true }, { kind: 'deadline' })
  expect(db.followUps.map(each => draftsToTell(db, each))).toEqual([
    ['netmed draft timeline-change 10'],
    ['netmed draft timeline-change 11 hoff', 'netmed draft timeline-change 11 2'],
    ['netmed draft timeline-change hoff'],
    [],
  ])
})

it('a mail can be about a loop of its own kind, and of no other', () => {
  const { db, contact } = net({ kind: 'ask' }, { kind: 'meeting' }, { kind: 'advice' })
  const about = (name: string, needs: Template['needs'] = []) =>
    db.followUps
      .filter(loop =>
        isAbout(publicPart(db), loop, { template: { ...template(name), needs }, contact }),
      )
      .map(each => each.kind)
  expect(about('nudge')).toEqual(['ask'])
  expect(about('timeline-change')).toEqual(['meeting'])
  expect(about('mine', ['advice'])).toEqual(['advice'])
  expect(about('mine')).toEqual([])
})
