import type { FollowUpView } from '../domain/due/loops.ts'
import type { LoopPerson } from '../domain/people/people.ts'
import { dayOfMoment, longDay, type Moment, timeOfMoment } from '../domain/words/days.ts'
import { nextCommand } from './sentences.ts'
import { visible, visibleLines } from './text.ts'
import type { Screen } from './theme.ts'

export interface DraftAnswer {
  draft: {
    template: string
    contact: LoopPerson | null
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

/** A draft that rests. */
export function renderHeld(
  { followUp, draft, until }: DraftAnswer & { followUp: FollowUpView | undefined; until: Moment },
  screen: Screen,
): string {
  if (!followUp) return ''
  const end = new Date(until)
  const rest = `until ${longDay(dayOfMoment(end))} ${timeOfMoment(end)}`
  const mail = `to ${draft.contact?.name}, ${draft.subject}`
  return [
    visible(`Held as #${followUp.id} ${rest}: ${mail}`),
    'Nothing was sent. After that it comes up in netmed due.',
    'To read it:',
    nextCommand(`netmed show ${followUp.id}`, screen),
    'When you want to send it, this prints the email and ends the hold:',
    nextCommand(`netmed done ${followUp.id}`, screen),
  ].join('\n')
}

/** A held draft that still rests, because the answer was no. */
export function renderKept({ followUp }: { followUp: FollowUpView | undefined }, screen: Screen) {
  const said = `It is still on hold. To write a new one, let this one go:`
  return `${said}\n${nextCommand(`netmed drop ${followUp?.id}`, screen)}`
}
