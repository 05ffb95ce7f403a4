import type { FieldNow, RecordName, StepDone, StepView } from '../domain/change/steps.ts'
import type { FollowUpView } from '../domain/due/loops.ts'
import { counted, listed } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

interface Loops {
  opened: readonly FollowUpView[]
  settled: readonly FollowUpView[]
}
type Told = Omit<StepView, 'opened' | 'settled'>

/** `Undid: log conference with Dr. Lena Hoff (4 minutes ago). #12 is gone too.` */
export function renderStepBack({ undone, ...loops }: { undone: Told } & Loops, screen: Screen) {
  const said = ['Undid', what(undone), ...whatElse(undone, loops, 'too')]
  return step(said, ['To do it again:', 'netmed redo'], screen)
}

/** `Redid: add Priya Nair (just now).` */
export function renderStepForward({ redone, ...loops }: { redone: Told } & Loops, screen: Screen) {
  const said = ['Redid', what(redone), ...whatElse(redone, loops, 'again')]
  return step(said, ['To undo it again:', 'netmed undo'], screen)
}

function step([did, about, ...rest]: string[], next: [string, string], screen: Screen): string {
  const [does, command] = next
  const sentences = wrap(visible([`${did}: ${about}`, ...rest].join(' ')), screen.columns)
  if (screen.cannotUndo) return sentences
  return `${sentences}\n${does}\n${nextCommand(command, screen)}`
}

function what({ command, subject, ago }: Told): string {
  const when = ago ? ` (${ago})` : ''
  return `${[command, subject].filter(Boolean).join(' ')}${when}.`
}

/** What came and went besides what the command was about. */
function whatElse(told: Told, { opened, settled }: Loops, also: string): string[] {
  const { back, gone, subject } = told
  const others = (records: readonly RecordName[]) => records.filter(each => each.name !== subject)
  const isBack = (loop: FollowUpView) => back.some(each => each.id === loop.id)
  const reopened = opened.filter(loop => !isBack(loop)).map(loop => `#${loop.id}`)
  const closed = settled.map(loop => `#${loop.id}`)
  return [
    ...sentence(numbersOf(others(back)), 'back'),
    ...sentence(numbersOf(others(gone)), `gone ${also}`),
    ...sentence(reopened, 'open again'),
    ...sentence(closed, 'done again'),
    ...(told.fields.length ? [`Now: ${told.fields.map(fieldWords).join('; ')}.`] : []),
    ...sentence(
      numbersOf(likeSubject(told)),
      also === 'too' ? 'changed back too' : 'changed again',
    ),
    ...(told.profile ? [`Your profile is as it was${also === 'too' ? ' before' : ' then'}.`] : []),
    ...(told.settings
      ? [`The settings are as they were${also === 'too' ? ' before' : ' then'}.`]
      : []),
  ]
}

/** The other records that the command changed as it did the one whose fields are told. */
function likeSubject({ subject, changed, fields }: Told): RecordName[] {
  const own = changed.find(each => each.name === subject)
  if (!own || !fields.length) return []
  return changed.filter(each => each !== own && each.kind === own.kind)
}

/** Fields that are or are not so, and have no value to say. */
const FLAGS: ReadonlySet<string> = new Set(['archived', 'prospect', 'private'])

/** `role attending`, `no nickname`, `not archived`, `the note as it was`. */
function fieldWords({ label, now, isText }: FieldNow): string {
  if (!now) return `${FLAGS.has(label) ? 'not' : 'no'} ${label}`
  if (FLAGS.has(label)) return label
  return isText ? `the ${label} as it was` : `${label} ${now}`
}

const MOST_NUMBERS = 6

function numbersOf(records: readonly RecordName[]): string[] {
  const numbers = records.map(each => (each.kind === 'contact' ? each.name : `#${each.id}`))
  const shown = numbers.slice(0, MOST_NUMBERS)
  const more = numbers.length - shown.length
  return more ? [...shown, counted(more, 'other')] : shown
}

function sentence(who: readonly string[], what: string): string[] {
  if (!who.length) return []
  return [`${listed(who)} ${who.length === 1 ? 'is' : 'are'} ${what}.`]
}

type StepLine = Omit<StepDone, 'at'>

/** What was done, the latest first: by which command, when, and what it changed. */
export function renderSteps(
  { steps, about }: { steps: readonly StepLine[]; about: { name: string } | null },
  screen: Screen,
): string {
  if (!steps.length) {
    if (!about) return 'There is nothing to undo.'
    return visible(`Nothing that can be undone is about ${about.name}.`)
  }
  const rows: Row[] = steps.map((line, index) => {
    const { command, subject, ago } = line
    const what = [command, subject].filter(Boolean).join(' ')
    return [...(about ? [] : [`${index + 1}`]), what, ago ?? '', doneWords(line)]
  })
  const table = columns(rows, { width: screen.columns })
  if (about) return `${table}\n\n${nextCommand('netmed undo --list', screen)}`
  return `${table}\n\nTo undo the latest (1):\n${nextCommand('netmed undo', screen)}`
}

/** `#6 new; role faculty` */
function doneWords({ subject, added, removed, changed, fields, profile, settings }: StepLine) {
  const others = (records: readonly RecordName[]) =>
    listed(numbersOf(records.filter(each => each.name !== subject)))
  const says = (who: string, what: string) => (who ? [`${who} ${what}`] : [])
  return [
    ...says(others(added), 'new'),
    ...says(others(removed), 'removed'),
    ...says(others(changed), 'changed'),
    ...fields.map(fieldNowWords),
    ...(profile ? ['your profile'] : []),
    ...(settings ? ['the settings'] : []),
  ].join('; ')
}

/** A text is long, and that it was changed is enough. */
function fieldNowWords(field: FieldNow): string {
  return field.now && field.isText ? field.label : fieldWords(field)
}
