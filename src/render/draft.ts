import type { LoopPerson } from '../domain/loops.ts'
import { visible, visibleLines } from './text.ts'
import type { Screen } from './theme.ts'

export interface DraftAnswer {
  draft: {
    template: string
    contact: LoopPerson
    to: string
    subject: string
    body: string
    warnings: string[]
  }
}

/** The mail as it will be read: To, Subject, a blank line, the text; or the text alone. */
export function renderDraft({ draft }: DraftAnswer, _screen: Screen, bodyOnly = false): string {
  const body = visibleLines(draft.body)
  if (bodyOnly) return body
  return `To: ${visible(draft.to)}\nSubject: ${visible(draft.subject)}\n\n${body}`
}
