import { addDays, addMonths, type Day, dayOfMoment, type Moment } from '../domain/words/days.ts'
import type { Journal, Revision } from './journal.ts'

// A clock may be wrong for a while, behind or ahead, by minutes or years; the numbers of revisions are not.

/** A clock that is wrong for less than that, or for fewer changes, makes nothing old. */
const WEEK_DAYS = 7
const FEW_CHANGES = 5
/** A leap as long as this makes everything old at once, so a week alone is not enough for it. */
const LEAP_MONTHS = 12
const DAY_MS = 24 * 60 * 60_000

/**
 * The journal with moments that agree with the order of its revisions: one that is still to come is as early as
 * the next that is not, and one before an earlier revision's is as late as that.
 */
export function inTheirOrder(journal: Journal, now: Moment): Journal {
  let next = now
  let top = ''
  const notToCome = (moment: Moment): Moment => {
    if (moment <= now) next = moment
    return moment > now ? next : moment
  }
  const notBefore = (moment: Moment): Moment => {
    top = later(top, moment)
    return top
  }
  return new Map(
    ordered(journal)
      .reverse()
      .map(([rev, { at, until, ...rest }]): [number, Revision] => {
        const ended = until && { until: notToCome(until) }
        return [rev, { ...rest, ...ended, ...(at && { at: notToCome(at) }) }]
      })
      .reverse()
      .map(([rev, { at, until, ...rest }]): [number, Revision] => {
        // What was known then of the time, by a clock that is not ahead.
        if (rest.latest && rest.latest <= now) notBefore(rest.latest)
        const begun = at && { at: notBefore(at) }
        return [rev, { ...rest, ...begun, ...(until && { until: notBefore(until) }) }]
      }),
  )
}

/** The journal with what is still to come set to now, once several changes since, over a week, tell of now. */
export function putRight(journal: Journal, now: Moment): Journal {
  const revisions = ordered(journal)
  const lastOld = revisions.findLastIndex(([, { at = now }]) => at <= weekBefore(now))
  const isContradicted = revisions.map((_, index) => {
    const since = revisions.slice(index + 1).filter(([, { at = now }]) => at <= now)
    return index < lastOld && since.length >= FEW_CHANGES
  })
  return new Map(
    revisions.map(([rev, { at, until, latest, ...rest }], index) => {
      const most = isContradicted[index] ? now : undefined
      const revision: Revision = {
        ...rest,
        ...(at && { at: noLaterThan(most, at) }),
        ...(until && { until: noLaterThan(most, until) }),
        // It was taken over from those before.
        ...(latest && { latest: noLaterThan(isContradicted[0] ? now : undefined, latest) }),
      }
      return [rev, revision]
    }),
  )
}

function noLaterThan(most: Moment | undefined, moment: Moment): Moment {
  return most === undefined ? moment : earlier(most, moment)
}

/**
 * The latest day that has surely come, at most today: a week after a change that was made a week ago or longer,
 * and that no later one contradicts. Undefined when there is none.
 */
export function sureDay(journal: Journal, now: Moment): Day | undefined {
  const moments = ordered(journal).flatMap(([, { at, until }]) => at ?? until ?? [])
  const uncontradicted = earliestFromThereOn([...moments, now])
  const few = Math.max(0, moments.length - FEW_CHANGES)
  const beforeFew = uncontradicted[Math.max(0, few - 1)] ?? now
  const leap = addMonths(dayOf(beforeFew), LEAP_MONTHS)
  const sure = uncontradicted.findLast(
    (at, index) => at <= weekBefore(now) && (index <= few || dayOf(at) < leap),
  )
  return sure === undefined ? undefined : addDays(dayOf(sure), WEEK_DAYS)
}

/** The latest moment that the journal or the clock knows of. */
export function latestMoment(journal: Journal, now: Moment): Moment {
  return [...journal.values()].reduce((last, { at = now, until = now, latest = now }) => {
    return [last, at, until, latest].reduce(later)
  }, now)
}

function ordered(journal: Journal): [rev: number, Revision][] {
  return [...journal].sort(([one], [other]) => one - other)
}

/** Of moments in their order, each with the earliest of it and those behind it. */
function earliestFromThereOn(moments: readonly Moment[]): Moment[] {
  let least = moments.at(-1) ?? ''
  return [...moments]
    .reverse()
    .map(at => {
      least = earlier(least, at)
      return least
    })
    .reverse()
}

function weekBefore(now: Moment): Moment {
  return new Date(Date.parse(now) - WEEK_DAYS * DAY_MS).toISOString()
}

function dayOf(moment: Moment): Day {
  return dayOfMoment(new Date(moment))
}

function earlier(one: Moment, other: Moment): Moment {
  return one <= other ? one : other
}

function later(one: Moment, other: Moment): Moment {
  return one >= other ? one : other
}
