import type { YesOrNo } from '../context.ts'
import { columns } from './table.ts'
import { visible, wrap } from './text.ts'

/** So many facts still read as a sentence. */
const MOST_IN_SENTENCE = 2
/** How far its rows are indented where they are shown. */
const INDENT = 2

/** What a question is about, as a table; null where a sentence says it. */
export function factTable(
  { facts }: YesOrNo,
  width: number,
): { head: string; rows: string[] } | null {
  if (!facts || facts.rows.length <= MOST_IN_SENTENCE) return null
  const rows = columns(facts.rows, { width: width - INDENT, indent: 0 })
  return { head: wrap(visible(facts.head), width), rows: rows.split('\n') }
}
