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

interface MovedAnswer extends About {
  /** What to type to let them know of it. */
  tell: string[]
}

export function renderMoved({ today, followUp, tell }: MovedAnswer, screen: Screen): string {
  if (!followUp?.due) return ''
  if (tell.length) {
    const when = `, ${fromNow(followUp.due, today)}`
    const said = visible(`Moved #${followUp.id}: ${followUp.what}${when}. To let them know:`)
    return [said, ...tell.map(command => nextCommand(command, screen))].join('\n')
  }
  const at = followUp.at ? ` at ${followUp.at}` : ''
  const said = `#${followUp.id} waits until ${dayEcho(followUp.due, today)}${at}: ${followUp.what}.`
  return `${visible(said)}\n${nextCommand('netmed due', screen)}`
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
