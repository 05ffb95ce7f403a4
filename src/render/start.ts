import type { StartList } from '../domain/due/start.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import type { Screen } from './theme.ts'

/** The steps that are left, each with what to type; none: that they are done. */
export function renderStart({ start }: { start: StartList }, screen: Screen): string {
  if (!start.left) return `The first steps are done.\n${nextCommand('netmed week', screen)}`
  const rows: Row[] = [
    { text: 'First steps', paint: screen.theme.heading },
    ...start.steps.map(
      (step): Row => [
        `${step.number}`,
        step.isDone ? `${step.says} (done)` : step.says,
        { text: step.isDone ? '' : step.command, paint: screen.theme.command },
      ],
    ),
  ]
  return withSkip(rows, start, screen)
}

/** The steps that are left, to stand under today's page. */
export function startLines(start: StartList, screen: Screen): string {
  const open = start.steps.filter(step => !step.isDone)
  const rows: Row[] = [
    '',
    { text: 'First steps', paint: screen.theme.heading },
    ...open.map(
      (step): Row => [
        `${step.number}`,
        step.says,
        { text: step.command, paint: screen.theme.command },
      ],
    ),
  ]
  return withSkip(rows, start, screen)
}

function withSkip(rows: readonly Row[], { steps }: StartList, screen: Screen): string {
  const first = steps.find(step => !step.isDone)
  return [
    columns(rows, { width: screen.columns, shrink: 1 }),
    'Did one already, or want to skip it?',
    nextCommand(`netmed start done ${first?.number}`, screen),
  ].join('\n')
}
