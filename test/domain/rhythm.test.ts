import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/days.ts'
import { logInteraction } from '../../src/domain/interactions.ts'
import type { Circle, Contact } from '../../src/domain/model.ts'
import { keepInTouch, rhythmOf } from '../../src/domain/rhythm.ts'
import { database } from '../support/database.ts'

const TODAY = '2026-11-21'

function rhythm(fields: Partial<Contact>): number | null {
  const db = database({ contacts: [{ name: 'Ana Silva', ...fields }] })
  return db.contacts[0] ? rhythmOf(db, db.contacts[0]) : null
}

describe('a rhythm', () => {
  it.each<[Circle[], number | null]>([
    [['support'], 14],
    [['mentor'], 30],
    [['mentee'], 60],
    [['letter-writer'], 60],
    [['research'], 60],
    [['mentor', 'support', 'research'], 14],
    [['study'], null],
    [['pre-med'], null],
  ])('from the circles %j is %s days', (circles, days) => {
    expect(rhythm({ circles })).toBe(days)
  })

  it('never comes from a role alone', () => {
    expect(rhythm({ role: 'attending' })).toBeNull()
  })

  it('set by hand wins over the circles, and none ends it', () => {
    expect(rhythm({ circles: ['mentor'], every: 90 })).toBe(90)
    expect(rhythm({ circles: ['mentor'], every: 0 })).toBeNull()
  })
})

describe('keep-in-touch', () => {
  const due = (contact: Partial<Contact>, days: string[]) => {
    const db = database({
      contacts: [{ id: 1, name: 'Ana Silva', every: 30, ...contact }],
      interactions: days.map(on => ({ kind: 'class' as const, on, contacts: [1] })),
    })
    return keepInTouch(db, TODAY)[0]?.due
  }

  it('counts from the latest contact, of any kind and in any order', () => {
    expect(due({}, ['2026-10-01', '2026-11-01', '2026-09-01'])).toBe('2026-12-01')
  })

  it('counts from the day you met when nothing was logged, else from the day of adding', () => {
    expect(due({ metOn: '2026-03-01' }, [])).toBe('2026-03-31')
    expect(due({}, [])).toBe('2026-01-31')
  })

  it('leaves out the archived, prospects and those who rest', () => {
    expect(due({ archived: true }, [])).toBeUndefined()
    expect(due({ prospect: true }, [])).toBeUndefined()
    expect(due({ quiet: 'until-woken' }, [])).toBeUndefined()
    expect(due({ quiet: '2026-11-22' }, [])).toBeUndefined()
    expect(due({ quiet: TODAY }, [])).toBe('2026-01-31')
  })

  it('is long at one and a half rhythms', () => {
    const db = database({
      contacts: [{ id: 1, name: 'Ana Silva', every: 30 }],
      interactions: [{ kind: 'walk', on: '2026-10-07', contacts: [1] }],
    })
    expect(keepInTouch(db, '2026-11-20')[0]?.isLong).toBe(false)
    expect(keepInTouch(db, '2026-11-21')[0]?.isLong).toBe(true)
  })

  it('is never moved back by logging something older', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 400 }),
        (daysAgo, older) => {
          const db = database({ contacts: [{ id: 1, name: 'Ana Silva', every: 30 }] })
          const log = (ago: number) =>
            logInteraction(db, { kind: 'class', on: addDays(TODAY, -ago), contacts: [1] }, TODAY)
          for (const ago of daysAgo) log(ago)
          const before = keepInTouch(db, TODAY)[0]?.due ?? ''
          log(older)
          expect((keepInTouch(db, TODAY)[0]?.due ?? '') >= before).toBe(true)
        },
      ),
    )
  })
})
