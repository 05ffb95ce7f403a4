import type { Finding } from '../domain/review/checked-texts.ts'
import { counted } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

interface Found {
  checked: number
  findings: Finding[]
  question: string | null
}

/**
 * What was found, a line each with where it stands and the check that found it; or that nothing was, in
 * what is saved or in a text that was typed.
 */
export function renderFindings(
  { checked, findings, question }: Found,
  screen: Screen,
  { isSaved }: { isSaved: boolean },
): string {
  const asked = question === null ? [] : [question]
  if (!findings.length) {
    const texts = counted(checked, 'saved note or draft', 'saved notes and drafts')
    const said = isSaved
      ? `Checked ${texts}: nothing found. The check can miss things, so reread before you send anything.`
      : 'Nothing found. The check can miss things, so reread it before you send it.'
    return [said, ...asked].join('\n')
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
