import type {
  Differences,
  Holding,
  PeopleDifferences,
  RestoreChanges,
} from '../domain/change/restoring.ts'
import { quoted } from '../domain/words/quoting.ts'
import { listed } from '../domain/words/text.ts'
import { holdingWords, nextCommand, undoLines } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, visibleLines, wrap } from './text.ts'
import type { Screen } from './theme.ts'

interface Source {
  /** `the copy of 20 Nov 15:04`, or the path of a file. */
  name: string
  holds: Holding
  /** Null when the present file can't be understood, and so not be compared. */
  changes: RestoreChanges | null
}

interface Restored {
  restore: Source & {
    dryRun: boolean
    done: boolean
    /** What is there is the same already. */
    isSame: boolean
    /** Where a file that could not be understood is kept. */
    damaged: string | null
    /** The words to type for the same copy again. */
    type: string
  }
}

/** What a copy would change, before it is asked about. */
export function restoreSummary({ name, holds, changes }: Source, width: number): string {
  const head = wrap(visible(`${beginning(name)} holds ${holdingWords(holds)}.`), width)
  if (!changes) return head
  const rows: Row[] = [
    row('people', namesOf(changes.people)),
    row('interactions', numbersOf(changes.interactions)),
    row('follow-ups', numbersOf(changes.followUps)),
    row('other records', numbersOf(changes.others)),
    ...(changes.profile ? [['your profile', 'changed']] : []),
    ...(changes.settings ? [['settings', 'changed']] : []),
  ].filter(([, said]) => said)
  if (!rows.length) return `${head}\nThat is what you have now.`
  return [head, 'Compared with now:', columns(rows, { width })].join('\n')
}

export function renderRestored({ restore }: Restored, screen: Screen): string {
  const { done, dryRun, name, type, damaged, isSame } = restore
  if (!done) {
    const next = dryRun && !isSame ? [nextCommand(`netmed restore ${quoted(type)}`, screen)] : []
    const summary = dryRun || isSame ? [restoreSummary(restore, screen.columns)] : []
    return [...summary, 'Nothing was restored.', ...next].join('\n')
  }
  const said = [
    visibleLines(`Restored ${name}.`),
    ...(damaged ? ['The damaged file is kept, whole:', visible(`  ${damaged}`)] : []),
  ]
  const next = damaged
    ? [nextCommand('netmed doctor', screen)]
    : undoLines(screen, 'takes that back')
  return [...said, ...next].join('\n')
}

function row(label: string, said: string[]): string[] {
  return [label, listed(said)]
}

const MOST_NAMED = 5
const SAID = { added: 'back', removed: 'gone', changed: 'changed' } as const
const KINDS = ['added', 'removed', 'changed'] as const

/** `2 back (Ana Ruiz, Ben Li), 1 gone (Cho Kim)` */
function namesOf(people: PeopleDifferences): string[] {
  return KINDS.flatMap(kind =>
    words(
      people[kind].map(each => each.name),
      SAID[kind],
    ),
  )
}

function numbersOf(records: Differences): string[] {
  return KINDS.flatMap(kind =>
    words(
      records[kind].map(id => `#${id}`),
      SAID[kind],
    ),
  )
}

function words(names: readonly string[], what: string): string[] {
  if (!names.length) return []
  const more = names.length - MOST_NAMED
  const shown = more > 0 ? [...names.slice(0, MOST_NAMED), '…'] : names
  return [`${names.length} ${what} (${shown.join(', ')})`]
}

/** As the first words of a sentence; a path stays as it is. */
function beginning(name: string): string {
  return name.replace(/^the copy /, 'The copy ')
}
