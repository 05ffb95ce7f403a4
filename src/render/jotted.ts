import type { PlanView } from '../domain/log/log-lines.ts'
import type { LoggedView } from '../domain/log/log-plan.ts'
import { longDay } from '../domain/words/days.ts'
import { counted, listed } from '../domain/words/text.ts'
import { loggedLines } from './interaction.ts'
import { nextCommand, undoAll } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

type ShownLine = PlanView & { number: number; there: number | null }

/** The lines of a file as they would be logged, before it is asked. */
export function jottedShown(lines: readonly ShownLine[], width: number): string {
  const rows: Row[] = lines.map(line => [`Line ${line.number}`, wordsOf(line)])
  return columns(rows, { width })
}

function wordsOf({ said, on, at, detail, note, fresh, there }: ShownLine): string {
  const where = at ? ` at ${at}` : ''
  const isNew = fresh.length ? ` (${listed(fresh)} will be added)` : ''
  const texts = [note, detail].filter(Boolean).map(text => ` · ${text}`)
  const known = there === null ? '' : ` · already there as #${there}`
  return `${said}${where}, ${longDay(on)}${isNew}${texts.join('')}${known}`
}

/** `Log these 3?` */
export function jottedQuestion(lines: readonly ShownLine[]): string {
  const fresh = lines.filter(({ there }) => there === null).length
  if (!fresh) return `Only mark ${lines.length === 1 ? 'this line' : 'these lines'}?`
  return fresh === 1 ? 'Log this one?' : `Log these ${fresh}?`
}

interface LoggedFile {
  logged: LoggedView[]
  already: { line: number; id: number }[]
  marked: number[]
  markedBefore: number
}

export function renderLoggedFile(answer: LoggedFile, screen: Screen): string {
  const { logged, already, marked, markedBefore } = answer
  const lines = [
    ...logged.flatMap(each => loggedLines(each)),
    ...already.map(({ line, id }) => visible(`Line ${line} is already there, as #${id}.`)),
    ...(marked.length ? [`${counted(marked.length, 'line')} marked with ✓.`] : []),
  ]
  if (!lines.length) {
    const are = markedBefore === 1 ? 'line is' : 'lines are'
    return `Nothing new was logged: ${markedBefore} ${are} marked already. To log one again, take its ✓ away.`
  }
  return [
    ...lines,
    ...(logged.length > 1 ? undoAll(screen) : []),
    nextCommand('netmed due', screen),
  ].join('\n')
}
