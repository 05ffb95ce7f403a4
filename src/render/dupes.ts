import type { Double, DoublePerson } from '../domain/people/dupes.ts'
import { counted } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import type { Screen } from './theme.ts'

interface Pairs {
  pairs: readonly Double[]
  /** Of how many the first are shown. */
  total: number
}

/** Each pair in two lines, why they are suspected below, and how to make one of them. */
export function renderDoubles({ pairs, total }: Pairs, screen: Screen): string {
  if (!pairs.length) return 'No duplicates found.'
  const blocks = pairs.map(({ a, b, why }) => {
    const rows: Row[] = [a, b].map(person => personRow(person, screen))
    const reasons = columns([[why.join('; ')]], { width: screen.columns, indent: 4 })
    return [
      columns(rows, { width: screen.columns, indent: 0 }),
      reasons,
      `  ${nextCommand(`netmed merge ${a.id} ${b.id} --dry-run`, screen)}`,
    ].join('\n')
  })
  const more = total - pairs.length
  const rest = more ? [`${counted(more, 'pair')} more: netmed merge --all`] : []
  return [...blocks, ...rest].join('\n\n')
}

function personRow(
  { id, name, role, institution, interactions }: DoublePerson,
  screen: Screen,
): Row {
  const known = interactions ? counted(interactions, 'interaction') : ''
  const about = [role?.replaceAll('-', ' '), institution, known].filter(Boolean).join(', ')
  return [`#${id}`, { text: name, paint: screen.theme.name }, about]
}
