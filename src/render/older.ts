import type { OlderPage } from '../domain/due/older.ts'
import { shortDay } from '../domain/words/days.ts'
import { counted } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import type { Screen } from './theme.ts'

/** What lies further back than the weeks set, and how to let go of all of it. */
export function renderOlder({ today, days, items }: OlderPage, screen: Screen): string {
  const long = days % 7 === 0 ? counted(days / 7, 'week') : counted(days, 'day')
  if (!items.length) {
    return `Nothing open is older than ${long}.\n${nextCommand('netmed due', screen)}`
  }
  const rows: Row[] = items.map(({ id, what, due, since, command }) => [
    `#${id}`,
    `${what} · ${due ? 'due' : 'since'} ${shortDay(since, today)}`,
    { text: command, paint: screen.theme.command },
  ])
  return [
    screen.theme.heading(`Older than ${long}, and unchanged since`),
    columns(rows, { width: screen.columns, shrink: 1 }),
    '',
    `To let go of all of these: ${screen.theme.command('netmed drop --older')}`,
  ].join('\n')
}
