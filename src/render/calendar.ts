import type { CalendarAnswer } from '../domain/due/calendar.ts'
import { counted } from '../domain/words/text.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** Where the calendar is, and how to take it in. */
export function renderExported({ entries, path }: CalendarAnswer, screen: Screen): string {
  const entriesWords = counted(entries.length, 'entry', 'entries')
  const advice = [
    'Import it into a separate calendar, so you can clear it before the next import.',
    'Entries are marked private, but a calendar that you share may still show them.',
  ]
  return [
    visible(`Wrote ${entriesWords} to ${path}`),
    ...advice.map(line => wrap(line, screen.columns)),
  ].join('\n')
}
