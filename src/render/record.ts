import type { YesOrNo } from '../context.ts'
import type { Edited } from '../domain/change/edits.ts'
import type { Removal } from '../domain/change/removals.ts'
import type { FieldChange, RecordPage } from '../domain/pages/record-page.ts'
import { type Day, longDay, plainDay } from '../domain/words/days.ts'
import { counted, listed } from '../domain/words/text.ts'
import { indented, nextCommand, undoLines } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** A small page for whatever is not a person. */
export function renderRecordPage(page: RecordPage, screen: Screen): string {
  const { theme, columns: width } = screen
  const facts: Row[] = page.facts.map(fact => [fact.label, fact.text])
  const links: Row[] = page.links.map(link => [
    link.how,
    `#${link.id}`,
    link.day ? plainDay(link.day, page.today) : '',
    link.name,
  ])
  const head: Row[] = [[{ text: page.title, paint: theme.name }, `#${page.record.id}`]]
  return [
    [
      columns(head, { width, indent: 0, shrink: 0 }),
      ...(facts.length ? [columns(facts, { width, indent: 0 })] : []),
    ].join('\n'),
    page.note ? `${theme.heading('Note')}\n${indented(page.note, screen)}` : '',
    links.length ? columns(links, { width, indent: 0 }) : '',
    nextCommand(page.command, screen),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** What goes and what stays, and then the question. */
export function removalQuestion(removal: Removal): YesOrNo {
  const goes = `This removes ${nameWithNumber(removal)}${withIt(removal)}.`
  const rows = [
    ...goneWith(removal).map((each): [string, string] => ['goes too', each]),
    ...staying(removal),
  ]
  return {
    about: visible([goes, ...whatStays(removal)].join(' ')),
    facts: { head: `This removes ${nameWithNumber(removal)}:`, rows },
    question: 'Remove?',
  }
}

/** `Removed Priya Nair (#5), with 2 follow-ups and 3 interactions.` */
export function renderRemoval(
  removal: Removal,
  { removed, copiesUntil }: { removed: boolean; copiesUntil: Day | null },
  screen: Screen,
): string {
  const { name, list, reopened } = removal
  if (!removed) return 'Nothing was removed.'
  const held = copiesUntil
    ? `Kept copies hold ${name} until ${longDay(copiesUntil)} at the latest.`
    : `Earlier copies may still hold ${name}.`
  const lines = [
    [`Removed ${nameWithNumber(removal)}${withIt(removal)}.`, ...whatStays(removal)].join(' '),
    ...reopened.map(loop => `Open again #${loop.id}: ${loop.what}.`),
    list === 'contacts' ? held : '',
  ]
  const said = lines.filter(Boolean).map(line => wrap(visible(line), screen.columns))
  const next = undoLines(screen, 'brings it all back')
  if (list === 'contacts') {
    next.push(`${nextCommand('netmed backup clear', screen)}   removes those copies now`)
  }
  return [...said, ...next].join('\n')
}

function nameWithNumber({ name, record }: Removal): string {
  return `${name} (#${record.id})`
}

function withIt(removal: Removal): string {
  const parts = goneWith(removal)
  return parts.length ? `, with ${listed(parts)}` : ''
}

function goneWith({ gone }: Removal): string[] {
  return [
    gone.followUps ? counted(gone.followUps, 'follow-up') : '',
    gone.interactions ? counted(gone.interactions, 'interaction') : '',
    gone.questions ? counted(gone.questions, 'question') : '',
  ].filter(Boolean)
}

/** What `whatStays` says, as rows. */
function staying({ list, kept, introduced, stillOpen }: Removal): [string, string][] {
  const how = list === 'events' ? 'without the event' : 'others were there too'
  const rows: [string, string][] = []
  if (kept) rows.push(['stays', `${counted(kept, 'interaction')}, ${how}`])
  if (introduced) {
    rows.push(['forgotten', `who introduced ${counted(introduced, 'person', 'people')} to you`])
  }
  if (stillOpen.length) rows.push(['stays open', listed(stillOpen.map(id => `#${id}`))])
  return rows
}

function whatStays({ list, kept, introduced, stillOpen }: Removal): string[] {
  const stay = kept === 1 ? 'stays' : 'stay'
  const how = list === 'events' ? 'without the event' : 'as others were there too'
  const open = stillOpen.map(id => `#${id}`)
  return [
    kept ? `${counted(kept, 'interaction')} ${stay}, ${how}.` : '',
    introduced
      ? `Who introduced ${counted(introduced, 'person', 'people')} to you is forgotten.`
      : '',
    open.length ? `What it opened stays: ${listed(open)}.` : '',
  ].filter(Boolean)
}

/** `Changed Dr. Lena Hoff (#4):` and a line for each field. */
export function renderEdited(
  { name, id, changes, along }: Edited,
  next: string,
  screen: Screen,
): string {
  const who = visible(`${name} (#${id})`)
  const then = nextCommand(next, screen)
  if (!changes.length) return `Nothing changed for ${who}.\n${then}`
  const rows: Row[] = changes.map(change => [change.label, changeWords(change)])
  const moved = along.map(each => wrap(visible(each), screen.columns))
  return [`Changed ${who}:`, columns(rows, { width: screen.columns }), ...moved, then].join('\n')
}

const LONGEST_TOLD = 60

function changeWords({ before, after, isMany, isText }: FieldChange): string {
  if (!after) return isMany || isText ? 'cleared' : `cleared (was ${before})`
  if (isText || after.length > LONGEST_TOLD) return before ? 'changed' : 'written'
  return before && !isMany ? `${after} (was ${before})` : after
}
