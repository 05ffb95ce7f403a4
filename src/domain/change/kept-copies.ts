import { Failure } from '../../failure.ts'
import {
  type Day,
  dayOfMoment,
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
  /** What `restore` takes: `20 Nov 15:04`; a path for what is no revision. */
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

export function copyView(copy: CopyFacts, moments: Moments, isSizeTold: boolean): CopyView {
  return {
    ...copy,
    bytes: isSizeTold ? copy.bytes : null,
    type: copy.rev === null ? copy.path : typedMoment(copy.at, moments.today),
    ago: momentAgo(copy.at, moments.now),
  }
}

/** `20 Nov 15:04`, with the year when it is long ago. */
export function typedMoment(at: Moment, today: Day): string {
  const date = new Date(at)
  return `${plainDay(dayOfMoment(date), today)} ${timeOfMoment(date)}`
}

/**
 * The copy that was in force at the moment that was typed (`yesterday`, `20 nov 15:04`, `latest`), as far as
 * it is kept: at the end of that day or minute. Copies come the latest first. Fails when all are younger.
 */
export function copyMeant<C extends CopyFacts>(copies: readonly C[], text: string, today: Day): C {
  const revisions = copies.filter(copy => copy.rev !== null)
  const [latest] = revisions
  if (!latest) {
    throw new Failure('not-found', 'No copies are kept yet.', 'Name a file: netmed restore <file>')
  }
  if (/^(?:latest|last)$/i.test(text.trim())) return latest
  const isInTime = isBefore(text, today)
  const found = revisions.find(copy => isInTime(copy.at))
  if (found) return found
  throw new Failure(
    'not-found',
    `No copy is as old as that: the oldest is from ${oldestDay(revisions)}.`,
    'All of them: netmed backup list',
  )
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
  const { day, time = '23:59' } = readWhen(text, today, { lean: 'back' })
  return at => {
    const date = new Date(at)
    const written = dayOfMoment(date)
    return written < day || (written === day && timeOfMoment(date) <= time)
  }
}

function oldestDay(copies: readonly CopyFacts[]): string {
  const [first = ''] = copies.map(copy => copy.at).sort(byText)
  return longDay(dayOfMoment(new Date(first)))
}
