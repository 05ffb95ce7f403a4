import type { YesOrNo } from '../context.ts'
import type { RecordView } from '../domain/data/records.ts'
import type { FieldChange } from '../domain/pages/record-page.ts'
import { counted, listed } from '../domain/words/text.ts'
import { undoAll } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

interface Somebody {
  id: number
  displayName: string
}

const MOST_NAMED = 20

/** Shows the people before they are changed: `3 people: Ana (#1), Ben (#2) and Cy (#3). Archive them?` */
export function selectionQuestion(people: readonly Somebody[], question: string): YesOrNo {
  const about = `${counted(people.length, 'person', 'people')}: ${namesListed(people)}.`
  return { about: visible(about), question }
}

export interface ChangedMany {
  contacts: readonly (RecordView & { displayName: string; changed: readonly string[] })[]
  /** They were as they should be already. */
  unchanged: readonly Somebody[]
}

/** What a change did to each of several people. */
export function renderChangedMany(
  { contacts, unchanged }: ChangedMany,
  changes: ReadonlyMap<number, readonly FieldChange[]>,
  screen: Screen,
): string {
  const rows: Row[] = contacts.map(contact => [
    `#${contact.id}`,
    { text: contact.displayName, paint: screen.theme.name },
    (changes.get(contact.id) ?? []).map(changeWords).join(', '),
  ])
  const same = unchanged.length ? `Already so: ${namesListed(unchanged)}.` : ''
  if (!rows.length) return wrap(visible(same || 'Nothing was changed.'), screen.columns)
  return [
    `Changed ${counted(rows.length, 'person', 'people')}:`,
    columns(rows, { width: screen.columns, shrink: 2 }),
    ...(same ? [wrap(visible(same), screen.columns)] : []),
    ...undoAll(screen),
  ].join('\n')
}

export interface ArchivedMany {
  contacts: readonly Somebody[]
  archived: boolean
}

export function renderArchivedMany({ contacts, archived }: ArchivedMany, screen: Screen): string {
  if (!contacts.length) return 'Nothing was changed.'
  const what = archived ? 'archived; nothing was deleted' : 'back'
  const are = contacts.length === 1 ? 'is' : 'are'
  const said = `${counted(contacts.length, 'person', 'people')} ${are} ${what}: ${namesListed(contacts)}.`
  return [wrap(visible(said), screen.columns), ...undoAll(screen)].join('\n')
}

function changeWords({ label, before, after, isText }: FieldChange): string {
  if (!after) return `${label} cleared`
  if (isText) return `${label} ${before ? 'changed' : 'written'}`
  return `${label} ${after}`
}

function namesListed(people: readonly Somebody[]): string {
  const names = people.slice(0, MOST_NAMED).map(each => `${each.displayName} (#${each.id})`)
  const more = people.length - names.length
  return listed([...names, ...(more ? [`${more} more`] : [])])
}
