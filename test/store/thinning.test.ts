import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Meta } from '../../src/domain/data/model.ts'
import { dayOfMoment } from '../../src/domain/words/days.ts'
import type { Journal } from '../../src/store/journal.ts'
import { keptRevisions, lastDayOfCopies, type Why } from '../../src/store/thinning.ts'
import { latestMoment, putRight } from '../../src/store/wrong-clock.ts'

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
  const { kept } = walk([...Array(60).fill(24), 24 * 4000, -24 * 4000, 1])
  expect(kept.filter(([, why]) => why === 'day').length).toBeGreaterThan(5)
})

/** Hours by which a clock is wrong: minutes, months and years, behind and ahead. */
const WRONG = [0.1, 3, 24 * 20, 24 * 100, 24 * 400, 24 * 4000, 24 * 9000].flatMap(by => [by, -by])

it('whatever the clock says for some changes, undo goes twenty steps back, then and later', () => {
  const right = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 30 })
  const wrong = fc.record({
    by: fc.constantFrom(...WRONG),
    gaps: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }),
  })
  const spells = fc.array(fc.tuple(right, wrong, right), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(spells, tried => {
      const hours = tried.flatMap(([before, { by, gaps }, after]) => [
        ...before,
        ...gaps.map((gap, at) => (at ? gap : gap + by)),
        ...after.map((gap, at) => (at ? gap : gap - by)),
      ])
      walk(hours, {
        check: ({ live, journal }) => {
          const most = Math.min(20, live.rev - 1)
          const steps = Array.from({ length: most }, (_, back) => live.rev - 1 - back)
          expect(steps.filter(rev => !journal.get(rev)?.kept)).toEqual([])
        },
      })
    }),
    { numRuns: 25 },
  )
})

it('clocks that are wrong after each other, and long ones that are behind, take no step of undo', () => {
  const year = 24 * 365
  const start = Array(25).fill(24)
  const behind = [-year, ...Array(25).fill(1)]
  for (const wrong of [
    behind,
    [2 * year, 3 * year],
    [-year, 400],
    [-9 * year, year, year],
    [3 * year],
  ]) {
    const back = -wrong.reduce((sum, gap) => sum + gap, 0) + 1
    for (const later of [[], [back], [back, 1, 24 * 9], [back, 1, 1, 1, 1, 24 * 9]]) {
      const { kept } = walk([...start, ...wrong, ...later])
      expect(kept.filter(([, why]) => why === 'undo')).toHaveLength(20)
    }
  }
})

it('what was removed is held no longer than was said, whatever the clock said before and after', () => {
  const few = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 30 })
  const spell = fc.record({ by: fc.constantFrom(0, ...WRONG), gaps: few })
  fc.assert(
    fc.property(few, spell, few, (before, { by, gaps }, after) => {
      const hours = [
        ...before,
        ...gaps.slice(0, 8).map((gap, at) => (at ? gap : gap + by)),
        ...after.map((gap, at) => (at ? gap : gap - by)),
      ]
      const { moments, said } = walk(hours)
      const until = said.at(-1) ?? ''
      const rest = Date.parse(until) - Date.parse(moments.at(-1) ?? '')
      const daily = Array(8).fill(24)
      const { kept } = walk([...hours, rest / 3600_000 - 24 * 8, ...daily, 24])
      for (const [rev] of kept) expect(rev).toBeGreaterThan(hours.length - 1)
    }),
    { numRuns: 40 },
  )
})

it('a year that nobody changed anything in has passed after five changes in a week', () => {
  const kept = (...later: number[]) => walk([24, 24, 24 * 800, ...later]).kept.map(([rev]) => rev)
  expect(kept(1, 1, 24 * 6)).toContain(1)
  expect(kept(24 * 8, 24, 24)).toContain(1)
  expect(kept(1, 1, 24 * 6, 24)).toEqual([6, 5, 4, 3, 2])
})

const DAY_MS = 24 * 60 * 60_000

interface Walked {
  journal: Journal
  live: Meta
  moments: string[]
  /** Until when, as was said after each change, copies hold what it removed. */
  said: string[]
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
    /** Looks at what is kept after each change. */
    check?: (after: { journal: Journal; live: Meta }) => void
  } = {},
): Walked {
  const { start = Date.parse('2026-01-01T08:00:00'), bytes = 1000, saved, check } = options
  let journal: Journal = new Map()
  const moments: string[] = []
  const said: string[] = []
  let time = start
  let live: Meta = { nextId: 1, rev: 0 }
  let kept = new Map<number, Why>()
  for (const gap of hours) {
    time += gap * 60 * 60_000
    const at = new Date(time).toISOString()
    const old = journal.get(live.rev)
    if (old) Object.assign(old, { kept: [bytes, live.rev], until: at })
    if (old && saved === live.rev) old.saved = true
    live = { nextId: 1, rev: live.rev + 1, before: live.rev }
    const latest = latestMoment(journal, at)
    const behind = latest > at ? { latest } : {}
    journal.set(live.rev, { written: [bytes, live.rev], at, ...behind, before: live.rev - 1 })
    moments.push(at)
    journal = putRight(journal, at)
    kept = keptRevisions(journal, live, at)
    for (const rev of journal.keys()) if (rev !== live.rev && !kept.has(rev)) journal.delete(rev)
    check?.({ journal, live })
    said.push(lastDayOfCopies(dayOfMoment(new Date(latestMoment(journal, at)))))
  }
  const dayOf = (rev: number) => dayOfMoment(new Date(journal.get(rev)?.at ?? ''))
  return {
    journal,
    live,
    moments,
    said,
    kept: [...kept].map(([rev, why]) => [rev, why, dayOf(rev)]),
  }
}
