import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Meta } from '../../src/domain/data/model.ts'
import { dayOfMoment } from '../../src/domain/words/days.ts'
import type { Journal } from '../../src/store/journal.ts'
import { keptRevisions, lastDayOfCopies, type Why } from '../../src/store/thinning.ts'

const MB = 1024 * 1024

it('the last state of each of thirty days is kept, and no other of them', () => {
  const { kept } = afterChanges(90, { perDay: 3 })
  const days = [...kept].filter(([, why]) => why === 'day').map(([, , day]) => day)
  // Undo's twenty steps reach seven days back.
  expect(days).toHaveLength(24)
  expect(new Set(days).size).toBe(24)
  expect([days[0], days.at(-1)]).toEqual(['2026-11-14', '2026-10-22'])
})

it('the last state of each of twelve months is kept, and nothing older', () => {
  const { kept } = afterChanges(800, { perDay: 1 })
  const months = [...kept].filter(([, why]) => why === 'month').map(([, , day]) => day)
  expect(months).toEqual([
    ...['2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30'],
    ...['2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31', '2025-11-30'],
  ])
  expect(kept.length).toBeLessThan(20 + 30 + 12)
})

it('undo’s steps come before days and months when room is short', () => {
  const { kept } = afterChanges(90, { perDay: 1, bytes: 9 * MB })
  expect(kept.map(([, why]) => why)).toEqual([...Array(20).fill('undo'), 'day', 'day'])
})

it('a copy that the user asked for stays a year among the others', () => {
  const { kept } = afterChanges(300, { perDay: 1, saved: 17 })
  expect(kept.find(([, why]) => why === 'saved')?.[0]).toBe(17)
  const later = afterChanges(500, { perDay: 1, saved: 17 })
  expect(later.kept.find(([rev]) => rev === 17)).toBeUndefined()
})

it('whenever things are changed, the end of each day of the last month can be gone back to', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 40 * 60 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(gaps, hours => {
      const { journal, live, moments, kept } = walk(hours.map(each => each / 10))
      const today = dayOfMoment(new Date(moments.at(-1) ?? ''))
      const there = new Set(kept.map(([rev]) => rev)).add(live.rev)
      const lastOn = new Map(moments.map((at, i) => [dayOfMoment(new Date(at)), i + 1]))
      for (const [day, rev] of lastOn) {
        const until = journal.get(rev)?.until
        const left = until ? dayOfMoment(new Date(until)) : today
        if (Date.parse(left) > Date.parse(today) - 30 * DAY_MS) expect(there, day).toContain(rev)
      }
      for (const [rev] of kept) {
        const until = dayOfMoment(new Date(journal.get(rev)?.until ?? ''))
        expect(lastDayOfCopies(until) > today).toBe(true)
      }
    }),
  )
})

it('a clock that is wrong for one change makes no copy old', () => {
  const { kept } = walk([...Array(60).fill(24), 24 * 4000, -24 * 4000, 1], {
    isPrunedEachTime: true,
  })
  expect(kept.filter(([, why]) => why === 'day').length).toBeGreaterThan(5)
})

const DAY_MS = 24 * 60 * 60_000

interface Walked {
  journal: Journal
  live: Meta
  moments: string[]
  kept: [rev: number, why: Why, day: string][]
}

/** As many days of changes, the last of them on 21 November 2026, with copies thinned after each. */
function afterChanges(
  days: number,
  { perDay, bytes = 1000, saved }: { perDay: number; bytes?: number; saved?: number },
): Walked {
  const gaps = Array.from({ length: days * perDay }, () => 24 / perDay)
  const start = Date.parse('2026-11-21T22:00:00') - days * DAY_MS
  return walk(gaps, { start, bytes, saved })
}

/** Changes so many hours after each other, thinned after each as the store does. */
function walk(
  hours: readonly number[],
  options: {
    start?: number
    bytes?: number
    saved?: number | undefined
    isPrunedEachTime?: boolean
  } = {},
): Walked {
  const { start = Date.parse('2026-01-01T08:00:00'), bytes = 1000, saved } = options
  const journal: Journal = new Map()
  const moments: string[] = []
  let time = start
  let previous = ''
  let live: Meta = { nextId: 1, rev: 0 }
  let kept = new Map<number, Why>()
  for (const gap of hours) {
    time += gap * 60 * 60_000
    const at = new Date(time).toISOString()
    const old = journal.get(live.rev)
    if (old) Object.assign(old, { kept: [bytes, live.rev], until: at, before: live.before })
    if (old && saved === live.rev) old.saved = true
    live = { nextId: 1, rev: live.rev + 1, before: live.rev }
    journal.set(live.rev, { written: [bytes, live.rev], at })
    moments.push(at)
    const reference = previous && previous < at ? previous : at
    kept = keptRevisions(journal, live, reference)
    for (const rev of journal.keys()) if (rev !== live.rev && !kept.has(rev)) journal.delete(rev)
    previous = at
  }
  const dayOf = (rev: number) => dayOfMoment(new Date(journal.get(rev)?.at ?? ''))
  return { journal, live, moments, kept: [...kept].map(([rev, why]) => [rev, why, dayOf(rev)]) }
}
