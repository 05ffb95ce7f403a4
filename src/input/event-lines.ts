import type { Context } from '../context.ts'
import type { PersonLine, SkippedLine } from '../domain/meet/event-batch.ts'
import { readPersonLine } from '../domain/meet/person-line.ts'
import { Failure } from '../failure.ts'
import { readEach, typedLines } from './lines.ts'

const MOST_PEOPLE = 500

export interface ReadLines {
  people: PersonLine[]
  skipped: SkippedLine[]
  /** Lines that stood behind the empty one that ends the list. */
  behind: number
}

/** Lines from stdin, or asked for one by one on a terminal, until an empty one. */
export async function readPeople(ctx: Context, options: { hint: string }): Promise<ReadLines> {
  return personLines(await typedLines(ctx, { ...options, read: line => readPersonLine(line, 1) }))
}

/** The people of those lines, up to the first empty one, and the lines that name nobody. */
export function personLines(lines: readonly string[]): ReadLines {
  const first = lines.findIndex(line => line.trim())
  if (first < 0) return { people: [], skipped: [], behind: 0 }
  const length = lines.slice(first).findIndex(line => !line.trim())
  const end = length < 0 ? lines.length : first + length
  if (end - first > MOST_PEOPLE) {
    throw new Failure(
      'usage',
      `${end - first} lines are too many at once.`,
      `Enter at most ${MOST_PEOPLE} at a time.`,
    )
  }
  const { values: people, skipped } = readEach(lines.slice(0, end), readPersonLine)
  return { people, skipped, behind: lines.slice(end).filter(line => line.trim()).length }
}
