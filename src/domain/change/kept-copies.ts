import { Failure } from '../../failure.ts'
import {
  type Day,
  dayOfMoment,
  exactTimeOfMoment,
  longDay,
  type Moment,
  momentAgo,
  plainDay,
  timeOfMoment,
} from '../words/days.ts'
import { readWhen } from '../words/read-days.ts'
import { byText } from '../words/text.ts'

/** A kept copy as the store lists it. */
export interface CopyFacts {
  /** Null for what was kept of a damaged file. */
  rev: number | null
  path: string
  at: Moment
  until: Moment | null
  bytes: number
  command: string | null
  why: 'undo' | 'recent' | 'saved' | 'day' | 'month' | 'over' | 'damaged' | 'rescued'
}

export interface CopyView extends Omit<CopyFacts, 'bytes'> {
  /** What `restore` takes for this very copy, as `copyType` says. */
  type: string
  /** `3 hours ago` */
  ago: string
  /** Null where the size would tell whether something private is there. */
  bytes: number | null
}

interface Moments {
  today: Day
  now: Moment
}

/** The copies as they are shown, in the same order. */
export function copyViews(
  copies: readonly CopyFacts[],
  { today, now }: Moments,
  isSizeTold: boolean,
): CopyView[] {
  return copies.map(copy => ({
    ...copy,
    bytes: isSizeTold ? copy.bytes : null,
    type: copyType(copy, copies, today),
    ago: momentAgo(copy.at, now),
  }))
}

/**
 * What is typed for this very copy: `20 Nov 15:04`, with the year when it is long ago; to the second, or
 * as it is stored, where that would be said of another of the list, or leads to it. A path for what is no
 * revision.
 */
export function copyType(copy: CopyFacts, copies: readonly CopyFacts[], today: Day): string {
  if (copy.rev === null) return copy.path
  const revisions = copies.filter(each => each.rev !== null)
  const tellsApart = (words: (at: Moment) => string) => {
    const said = words(copy.at)
    const alike = revisions.filter(each => words(each.at) === said)
    // In the hour that comes twice when clocks are set back, a later one may be said as an earlier time.
    return alike.length === 1 && inForce(revisions, said, today)?.rev === copy.rev
  }
  const toThe = (timeOf: (date: Date) => string) => (at: Moment) => {
    const date = new Date(at)
    return `${plainDay(dayOfMoment(date), today)} ${timeOf(date)}`
  }
  const words = [toThe(timeOfMoment), toThe(exactTimeOfMoment)].find(tellsApart)
  return words ? words(copy.at) : copy.at
}

/**
 * The copy that was in force at the moment that was typed (`yesterday`, `20 nov 15:04`, `latest`), as far as
 * it is kept: at the end of that day, minute or second. Copies come the latest first. Fails when all are younger.
 */
export function copyMeant<C extends CopyFacts>(copies: readonly C[], text: string, today: Day): C {
  const revisions = copies.filter(copy => copy.rev !== null)
  const [latest] = revisions
  if (!latest) {
    throw new Failure('not-found', 'No copies are kept yet.', 'Name a file: netmed restore <file>')
  }
  if (/^(?:latest|last)$/i.test(text.trim())) return latest
  const found = inForce(revisions, text, today)
  if (found) return found
  throw new Failure(
    'not-found',
    `No copy is as old as that: the oldest is from ${oldestDay(revisions)}.`,
    'All of them: netmed backup list',
  )
}

function inForce<C extends CopyFacts>(
  revisions: readonly C[],
  text: string,
  today: Day,
): C | undefined {
  const isInTime = isBefore(text, today)
  return revisions.find(copy => isInTime(copy.at))
}

/** Whether the words name a moment that netmed reads. */
export function isMoment(text: string, today: Day): boolean {
  try {
    isBefore(text, today)
    return true
  } catch (error) {
    if (error instanceof Failure) return /^(?:latest|last)$/i.test(text.trim())
    throw error
  }
}

function isBefore(text: string, today: Day): (at: Moment) => boolean {
  const exact = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) ? text : undefined
  if (exact) return at => Date.parse(at) <= Date.parse(exact)
  const [, minute = text, second = '59'] = /^(.*\d:\d\d):([0-5]\d)$/.exec(text.trim()) ?? []
  const { day, time = '23:59' } = readWhen(minute, today, { lean: 'back' })
  return at => {
    const date = new Date(at)
    const written = dayOfMoment(date)
    return written < day || (written === day && exactTimeOfMoment(date) <= `${time}:${second}`)
  }
}

function oldestDay(copies: readonly CopyFacts[]): string {
  const [first = ''] = copies.map(copy => copy.at).sort(byText)
  return longDay(dayOfMoment(new Date(first)))
}
