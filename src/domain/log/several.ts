import { Failure } from '../../failure.ts'
import type { Database, OpenFollowUp } from '../data/model.ts'
import { isRange, type Numbers } from '../data/numbers.ts'
import { isOpen } from '../due/opening.ts'
import type { Day } from '../words/days.ts'
import { counted } from '../words/text.ts'
import { type Done, finish, openFollowUp } from './follow-ups.ts'

/** More at once is too much to look through before a yes. */
const MOST = 100

interface InRange {
  /** The data as a range sees them; a number that is typed alone means what is there. */
  seen: Database
  takes?: ((loop: OpenFollowUp) => boolean) | undefined
}

/**
 * The open loops that numbers mean, each once. A number that was typed alone must be one; of a range only
 * those that are count, and of them those that it takes, as all kinds of records share one counter.
 */
export function loopsNumbered(
  db: Database,
  numbers: readonly Numbers[],
  { seen, takes = () => true }: InRange,
): OpenFollowUp[] {
  const ids = numbers.flatMap(each => {
    if (!isRange(each)) return [each.from]
    const found = openBetween(seen, each).filter(takes)
    if (!found.length) throw nothingOpen(each)
    return found.map(({ id }) => id)
  })
  const loops = [...new Set(ids)].map(id => openFollowUp(db, id))
  if (numbers.some(isRange) && loops.length > MOST) throw tooMany(loops.length)
  return loops
}

function openBetween({ followUps }: Database, { from, to }: Numbers): OpenFollowUp[] {
  return followUps
    .filter(isOpen)
    .filter(({ id }) => id >= from && id <= to)
    .sort((a, b) => a.id - b.id)
}

function nothingOpen({ from, to }: Numbers): Failure {
  return new Failure(
    'not-found',
    `There is no open follow-up from #${from} to #${to}.`,
    'To see what is open: netmed due --all',
  )
}

function tooMany(count: number): Failure {
  return new Failure(
    'usage',
    `These are ${counted(count, 'open follow-up')}; ${MOST} at once is the most.`,
    'Take a shorter range.',
  )
}

/** A loop that is done, and how it turned out. */
export interface LoopDone {
  id: number
  outcome?: string | undefined
}

/**
 * Settles several loops at once. One that was settled by the contact that an earlier one logged is told with
 * that contact alone.
 */
export function finishAll(db: Database, loops: readonly LoopDone[], today: Day): Done[] {
  const open = loops.map(loop => ({ ...loop, followUp: openFollowUp(db, loop.id) }))
  return open.flatMap(({ id, outcome, followUp }) =>
    isOpen(followUp) ? [finish(db, id, { outcome, today })] : [],
  )
}
