import type { CalendarAnswer } from '../domain/due/calendar.ts'
import { counted } from '../domain/words/text.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** Where the calendar is, and how to take it in. */
export function renderExported({ entries, path }: CalendarAnswer, screen: Screen): string {
  const entriesWords = counted(entries.length, 'entry', 'entries')
  const advice = [
    'Make a calendar of its own in your calendar program (netmed, say) and import the file there: then it can be emptied before the next import.',
    'Entries are marked private, but a calendar that you share may show them all the same.',
  ]
  return [
    visible(`Wrote ${entriesWords} to ${path}`),
    ...advice.map(line => wrap(line, screen.columns)),
  ].join('\n')
}
