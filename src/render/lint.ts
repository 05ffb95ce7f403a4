import type { Finding } from '../domain/review/checked-texts.ts'
import { counted } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

/** What was found, a line each with where it stands and the check that found it; or that nothing was. */
export function renderFindings(
  {
    checked,
    findings,
    question,
  }: { checked: number; findings: Finding[]; question: string | null },
  screen: Screen,
): string {
  const texts = counted(checked, 'text')
  const asked = question === null ? [] : [question]
  if (!findings.length) {
    return [
      `Nothing found in ${texts}. The check can miss things, so reread it before you send it.`,
      ...asked,
    ].join('\n')
  }
  const lines = findings.map(each => {
    const where = each.id === null ? each.name : `#${each.id} ${each.name}`
    const said = visible(`${where.trim()}: ${each.message}`)
    return `${said} ${screen.theme.aside(`(${each.rule})`)}`
  })
  const first = findings.find(each => each.id !== null)
  return [
    ...lines,
    ...asked,
    ...(first ? [nextCommand(`netmed edit ${first.id}`, screen)] : []),
  ].join('\n')
}
