import type { Meta } from '../domain/data/model.ts'
import { addDays, addMonths, type Day, dayOfMoment, type Moment } from '../domain/words/days.ts'
import type { Journal, Revision } from './journal.ts'
import { inTheirOrder, sureDay } from './wrong-clock.ts'

/** Why a copy is kept; the first that holds. */
export type Why = 'undo' | 'recent' | 'saved' | 'day' | 'month'

export const MOST_STEPS = 20
const DAYS = 30
/** How long anything is kept at the most. */
export const MOST_MONTHS = 12
export const MOST_BYTES = 200 * 1024 * 1024
const FEWEST_COPIES = 3

/**
 * The revisions whose copies are kept, with why: what undo and redo reach, the last twenty, what the user
 * asked for, the last of each day and of each month; in this order, the nearest first, as far as there is
 * room. None is kept longer than a year after another took its place, as far as it is sure that one passed.
 */
export function keptRevisions(journal: Journal, live: Meta, now: Moment): Map<number, Why> {
  const today = sureDay(journal, now)
  const told = inTheirOrder(journal, now)
  const oldest = today && addMonths(today, -MOST_MONTHS)
  const latestFirst = [...journal.keys()]
    .filter(rev => rev === live.rev || isThere(journal, rev))
    .sort((a, b) => b - a)
  const left = new Map(latestFirst.map(rev => [rev, dayLeft(told.get(rev))]))
  const written = new Map(latestFirst.map(rev => [rev, dayWritten(told.get(rev))]))
  const kept = new Map<number, Why>()
  const keep = (revs: readonly number[], why: Why, since: Day | undefined) => {
    for (const rev of revs) {
      const day = left.get(rev)
      const isYoung = day === undefined || since === undefined || day > since
      if (isYoung && !kept.has(rev) && journal.get(rev)?.kept) kept.set(rev, why)
    }
  }
  keep(reachable(journal, live), 'undo', oldest)
  // The same in most files; not where undo cannot lead, as to a file that was lost and begun anew.
  const others = latestFirst.filter(rev => rev !== live.rev)
  keep(others.slice(0, MOST_STEPS), 'recent', oldest)
  const saved = latestFirst.filter(rev => journal.get(rev)?.saved)
  keep(saved, 'saved', oldest)
  keep(lastOfEach(written, 'yyyy-mm-dd'), 'day', today && addDays(today, -DAYS))
  keep(lastOfEach(written, 'yyyy-mm'), 'month', oldest)
  return withinRoom(journal, kept)
}

/** The day from which on nothing is kept that was replaced today. */
export function lastDayOfCopies(today: Day): Day {
  return addMonths(today, MOST_MONTHS)
}

/** When another took its place; of one that is in force, or of which it was not noted, when it was written. */
function dayLeft(revision: Revision | undefined): Day | undefined {
  return dayOf(revision?.until ?? revision?.at)
}

function dayWritten(revision: Revision | undefined): Day | undefined {
  return dayOf(revision?.at)
}

function dayOf(moment: Moment | undefined): Day | undefined {
  return moment === undefined ? undefined : dayOfMoment(new Date(moment))
}

function isThere(journal: Journal, rev: number): boolean {
  return (journal.get(rev)?.kept?.[0] ?? 0) > 0
}

/** Of revisions, the latest first, those that were in force at the end of a day or month with changes. */
function lastOfEach(
  written: ReadonlyMap<number, Day | undefined>,
  span: 'yyyy-mm-dd' | 'yyyy-mm',
): number[] {
  const seen = new Set<string>()
  const last: number[] = []
  for (const [rev, day] of written) {
    const key = day?.slice(0, span.length)
    if (key === undefined || seen.has(key)) continue
    seen.add(key)
    last.push(rev)
  }
  return last
}

/** The revisions that undo and redo lead to, the nearest of either first. */
function reachable(journal: Journal, live: Meta): number[] {
  const reach = new Set<number>()
  const redo = [...(live.redo ?? [])].reverse()
  let before = live.before
  for (let step = 0; step < MOST_STEPS; step++) {
    const forward = redo[step]
    for (const rev of [before, forward, forward && journal.get(forward)?.before]) {
      if (rev !== undefined && journal.get(rev)?.kept) reach.add(rev)
    }
    before = before === undefined ? undefined : journal.get(before)?.before
  }
  return [...reach]
}

/** What nothing else than its place among days or months keeps goes first, the oldest of them first. */
function withinRoom(journal: Journal, kept: Map<number, Why>): Map<number, Why> {
  const near = new Map<number, Why>()
  let bytes = 0
  for (const [rev, why] of kept) {
    bytes += journal.get(rev)?.kept?.[0] ?? 0
    if (bytes > MOST_BYTES && near.size >= FEWEST_COPIES) break
    near.set(rev, why)
  }
  return near
}
