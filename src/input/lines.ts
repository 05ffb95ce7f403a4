import type { Context } from '../context.ts'
import { linesOf, oneLine } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { complaint } from './interview.ts'

const LIMIT = 1_000_000

/** A line that could not be read. */
export interface SkippedLine {
  /** Counts from 1. */
  number: number
  why: string
}

/**
 * Lines from stdin, however each of them ends, or asked for one by one on a terminal until an empty one.
 * There `read` says at once of a line that it does not read.
 */
export async function typedLines(
  ctx: Context,
  { hint, read }: { hint?: string; read?: (line: string) => unknown } = {},
): Promise<string[]> {
  if (!ctx.ask || !ctx.host.stdin.isTTY) return linesOf(ctx.load('-', LIMIT))
  if (hint) ctx.note(hint)
  const lines: string[] = []
  for (;;) {
    const line = await ctx.ask.text({
      message: `${lines.length + 1}`,
      check: text => (read && text.trim() ? complaint(() => read(cleanLine(text))) : undefined),
    })
    if (!line.trim()) return lines
    lines.push(line)
  }
}

/** Reads each line that says something; those that do not read are given back with the reason. */
export function readEach<T>(
  lines: readonly string[],
  read: (line: string, number: number) => T,
): { values: T[]; skipped: SkippedLine[] } {
  const values: T[] = []
  const skipped: SkippedLine[] = []
  for (const [index, line] of lines.entries()) {
    if (!line.trim()) continue
    try {
      values.push(read(cleanLine(line), index + 1))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      skipped.push({ number: index + 1, why: error.message })
    }
  }
  return { values, skipped }
}

/** Several fields stand in it, each with a bound of its own. */
const LONGEST_LINE = 10_000

/** Whatever is read out of a line holds no character that cannot be seen. */
export function cleanLine(line: string): string {
  return oneLine(line, 'line', LONGEST_LINE)
}
