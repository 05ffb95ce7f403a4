import type { YesOrNo } from '../context.ts'
import type { Joined, Merge } from '../domain/change/merge.ts'
import { counted, listed } from '../domain/words/text.ts'
import { nextCommand, undoLines } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** What one person of two would be, as the question is asked. */
export function mergeQuestion(merge: Merge): YesOrNo {
  const what = [...merge.joined.map(fieldWords), ...recordWords(merge)]
  const about = [headWords(merge), ...what].map(each => `${each}.`).join(' ')
  const rows = [
    ...merge.joined.map((each): FactRow => [each.label, HOW[each.how](each.value)]),
    ...recordWords(merge).map((each): FactRow => ['', each]),
  ]
  return {
    about: visible(about),
    facts: { head: `${wouldWords(merge)}:`, rows },
    question: 'Merge?',
  }
}

type FactRow = readonly [string, string]

export interface MergeAnswer {
  merge: Merge
  isMerged: boolean
  /** Only shown, as asked with `--dry-run`. */
  isDry: boolean
}

export function renderMerge({ merge, isMerged, isDry }: MergeAnswer, screen: Screen): string {
  if (!isMerged && !isDry) return 'Nothing was merged.'
  const { contact, gone } = merge
  const rows: Row[] = merge.joined.map(each => [each.label, HOW[each.how](each.value)])
  const records = recordWords(merge)
  return [
    wrap(visible(isMerged ? `${headWords(merge)}.` : `${wouldWords(merge)}:`), screen.columns),
    ...(rows.length ? [columns(rows, { width: screen.columns })] : []),
    ...records.map(each => wrap(visible(`${each}.`), screen.columns)),
    ...(isMerged
      ? undoLines(screen, 'makes them two people again')
      : [nextCommand(`netmed merge ${contact.id} ${gone.id}`, screen)]),
  ].join('\n')
}

const HOW: Record<Joined['how'], (value: string) => string> = {
  taken: value => value,
  added: value => `also ${value.replaceAll('\n', ' ')}`,
  noted: value => `${value} goes to the note`,
}

function fieldWords({ label, value, how }: Joined): string {
  return `${label}: ${HOW[how](value)}`
}

function wouldWords({ name, contact, gone }: Merge): string {
  return `${gone.name} (#${gone.id}) would be merged into ${name} (#${contact.id})`
}

function headWords({ name, contact, gone }: Merge): string {
  return `${gone.name} (#${gone.id}) is merged into ${name} (#${contact.id})`
}

function recordWords({ moved, settled }: Merge): string[] {
  const parts = [
    moved.interactions ? counted(moved.interactions, 'interaction') : '',
    moved.followUps ? counted(moved.followUps, 'follow-up') : '',
    moved.questions ? counted(moved.questions, 'question') : '',
    moved.contacts ? counted(moved.contacts, 'introduction') : '',
    moved.other ? counted(moved.other, 'other record') : '',
  ].filter(Boolean)
  return [
    ...(parts.length ? [`${listed(parts)} ${isOne(parts) ? 'moves' : 'move'} over`] : []),
    ...settled.map(loop => `#${loop.id} was there twice and is let go: ${loop.what}`),
  ]
}

function isOne(parts: readonly string[]): boolean {
  return parts.length === 1 && parts[0]?.startsWith('1 ') === true
}
