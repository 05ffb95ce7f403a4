import type { CalendarAnswer } from '../domain/due/calendar.ts'
import { counted } from '../domain/words/text.ts'
import { renderSaved } from './export.ts'
import { wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** Where the calendar is, and how to take it in. */
export function renderExported({ entries, ...saved }: CalendarAnswer, screen: Screen): string {
  if (saved.path === null) return ''
  const advice = [
    'Import it into a separate calendar, so you can clear it before the next import.',
    'Entries are marked private, but a calendar that you share may still show them.',
  ]
  return [
    renderSaved(counted(entries.length, 'entry', 'entries'), saved),
    ...advice.map(line => wrap(line, screen.columns)),
  ].join('\n')
}
