import type { FollowUpView } from '../domain/due/loops.ts'
import type { LoggedView } from '../domain/log/log-plan.ts'
import { dayEcho, fromNow } from '../domain/words/days.ts'
import { renderLogged } from './interaction.ts'
import { nextCommand } from './sentences.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

interface About {
  today: string
  followUp: FollowUpView | null
}

/** `Follow-up #12 · Dr. Maya Chen: send her the abstract · due Fri 27 Nov 2026, in 6 days` */
export function renderReminder({ today, followUp }: About, screen: Screen): string {
  if (!followUp) return ''
  const due = followUp.due ? ` · due ${dayEcho(followUp.due, today)}` : ''
  const said = visible(`Follow-up #${followUp.id} · ${followUp.what}${due}`)
  return `${said}\n${nextCommand(followUp.command, screen)}`
}

export function renderMoved({ today, followUp }: About, screen: Screen): string {
  if (!followUp?.due) return ''
  if (followUp.kind === 'meeting' && followUp.contact)
    return renderMovedMeeting(followUp, today, screen)
  const at = followUp.at ? ` at ${followUp.at}` : ''
  const said = `#${followUp.id} waits until ${dayEcho(followUp.due, today)}${at}: ${followUp.what}.`
  return `${visible(said)}\n${nextCommand('netmed due', screen)}`
}

/** With the message that tells each of them. */
function renderMovedMeeting(meeting: FollowUpView, today: string, screen: Screen): string {
  const people = [meeting.contact, ...meeting.others].filter(person => person !== null)
  const when = meeting.due ? `, ${fromNow(meeting.due, today)}` : ''
  return [
    visible(`Moved #${meeting.id}: ${meeting.what}${when}. To let them know:`),
    ...people.map(({ id }) => nextCommand(`netmed draft timeline-change ${id}`, screen)),
  ].join('\n')
}

interface DoneAnswer extends About {
  movedOn: boolean
  logged: LoggedView | null
}

export function renderDone({ followUp, movedOn, logged, today }: DoneAnswer, screen: Screen) {
  if (logged) return renderLogged(logged, screen)
  if (!followUp) return ''
  const due = followUp.due ? `, due ${dayEcho(followUp.due, today)}` : ''
  const said = movedOn
    ? `Next for #${followUp.id}: ${followUp.what}${due}.`
    : `Done #${followUp.id}: ${followUp.what}.`
  return `${visible(said)}\n${nextCommand(movedOn ? followUp.command : 'netmed due', screen)}`
}

export function renderLetGo({ followUp }: { followUp: FollowUpView | null }, screen: Screen) {
  const said = visible(`Let go of #${followUp?.id}: ${followUp?.what}. That's fine.`)
  return `${said}\n${nextCommand('netmed due', screen)}`
}
