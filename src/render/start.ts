import type { StartList } from '../domain/due/start.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import type { Screen } from './theme.ts'

/** The steps that are left, each with what to type; none: that they are done. */
export function renderStart({ start }: { start: StartList }, screen: Screen): string {
  if (!start.left) return `The first steps are done.\n${nextCommand('netmed week', screen)}`
  const rows: Row[] = start.steps.map(step => [
    step.isDone ? 'done' : `${step.number}`,
    step.says,
    { text: step.isDone ? '' : step.command, paint: screen.theme.command },
  ])
  return columns([...rows, byHand(start, screen)], { width: screen.columns, shrink: 1 })
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
    byHand(start, screen),
  ]
  return columns(rows, { width: screen.columns, shrink: 1 })
}

function byHand({ steps }: StartList, { theme }: Screen): Row {
  const first = steps.find(step => !step.isDone)
  const command = `netmed start done ${first?.number}`
  return ['', 'already done, or not for you', { text: command, paint: theme.command }]
}
