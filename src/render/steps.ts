import type { FieldNow, RecordName, StepView } from '../domain/change/steps.ts'
import type { FollowUpView } from '../domain/due/loops.ts'
import { counted, listed } from '../domain/words/text.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

interface Loops {
  opened: readonly FollowUpView[]
  settled: readonly FollowUpView[]
}
type Told = Omit<StepView, 'opened' | 'settled'>

/** `Took back: log conference with Dr. Lena Hoff (4 minutes ago). #12 is gone too.` */
export function renderStepBack({ undone, ...loops }: { undone: Told } & Loops, screen: Screen) {
  const said = ['Took back', what(undone), ...whatElse(undone, loops, 'too')]
  return step(said, ['netmed redo', 'brings it back'], screen)
}

/** `Brought back: add Priya Nair (just now).` */
export function renderStepForward({ redone, ...loops }: { redone: Told } & Loops, screen: Screen) {
  const said = ['Brought back', what(redone), ...whatElse(redone, loops, 'again')]
  return step(said, ['netmed undo', 'takes it back again'], screen)
}

function step([did, about, ...rest]: string[], next: [string, string], screen: Screen): string {
  const [command, does] = next
  const sentences = wrap(visible([`${did}: ${about}`, ...rest].join(' ')), screen.columns)
  return `${sentences}\n  ${screen.theme.command(command)}   ${does}`
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
    ...(told.profile ? [`Your profile is as it was${also === 'too' ? ' before' : ' then'}.`] : []),
    ...(told.settings
      ? [`The settings are as they were${also === 'too' ? ' before' : ' then'}.`]
      : []),
  ]
}

/** `role attending`, `no nickname`, `the note as it was`. */
function fieldWords({ label, now, isText }: FieldNow): string {
  if (!now) return `no ${label}`
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

interface StepLine {
  command: string
  subject: string | null
  ago: string | null
}

/** What `undo` would take back, the nearest first. */
export function renderSteps({ steps }: { steps: readonly StepLine[] }, screen: Screen): string {
  if (!steps.length) return 'There is nothing to undo.'
  const rows: Row[] = steps.map(({ command, subject, ago }, index) => {
    return [`${index + 1}`, [command, subject].filter(Boolean).join(' '), ago ?? '']
  })
  const next = `  ${screen.theme.command('netmed undo')}   takes back the first`
  return `${columns(rows, { width: screen.columns, shrink: 1 })}\n\n${next}`
}
