import type { Support, SupportPerson } from '../domain/due/support.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** Services, then your people, and always, last, the line for a crisis. */
export function renderSupport({ support }: { support: Support }, screen: Screen): string {
  const people = support.people ?? []
  const rows: Row[] = [
    ...(support.services.length ? [heading('Services', screen)] : []),
    ...support.services.map(person => line(person, screen)),
    ...(support.services.length && people.length ? [''] : []),
    ...(people.length ? [heading('Your people', screen)] : []),
    ...people.map(person => line(person, screen)),
  ]
  const first = people[0] ?? support.services[0]
  const command = people.length
    ? `netmed log ${first?.handle} --kind call`
    : 'netmed edit <who> --circle support'
  return [
    rows.length ? columns(rows, { width: screen.columns, indent: 2, shrink: 2 }) : '',
    [
      people.length ? 'After you talk:' : 'No one is in your support circle yet.',
      nextCommand(command, screen),
    ]
      .filter(Boolean)
      .join('\n'),
    wrap(visible(support.crisisLine), screen.columns),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function heading(text: string, { theme }: Screen): Row {
  return { text, paint: theme.heading }
}

function line(person: SupportPerson, { theme }: Screen): Row {
  const reach = [...person.phones, ...person.emails][0] ?? ''
  return [{ text: person.name, paint: theme.name }, reach, person.lastWords]
}
