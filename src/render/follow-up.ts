import type { FollowUpView } from '../domain/due/loops.ts'
import type { LoggedView } from '../domain/log/log-plan.ts'
import { dayEcho, fromNow, longDay } from '../domain/words/days.ts'
import { renderLogged } from './interaction.ts'
import { loopSentences, nextCommand } from './sentences.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

interface About {
  today: string
  followUp: FollowUpView | null
}

/** `Follow-up #12 · Dr. Maya Chen: send her the abstract · due Fri 27 Nov 2026, in 6 days` */
export function renderReminder(
  { today, followUp, every }: About & { every: string | null },
  screen: Screen,
): string {
  if (!followUp) return ''
  const at = followUp.at ? ` at ${followUp.at}` : ''
  const due = followUp.due ? ` · due ${dayEcho(followUp.due, today)}${at}` : ''
  const again = every ? ` · every ${every.replace(/^1 /, '')}` : ''
  const said = visible(`Follow-up #${followUp.id} · ${followUp.what}${due}${again}`)
  return `${said}\n${nextCommand(followUp.command, screen)}`
}

export interface MovedAnswer extends About {
  /** What to type to let them know of it. */
  tell: string[]
}

export function renderMoved({ today, followUp, tell }: MovedAnswer, screen: Screen): string {
  if (!followUp?.due) return ''
  const said = movedLine({ today, followUp, tell })
  return [
    said,
    ...(tell.length ? tell : ['netmed due']).map(each => nextCommand(each, screen)),
  ].join('\n')
}

/** Where one loop was moved to, and that somebody should know of it. */
export function movedLine({ today, followUp, tell }: MovedAnswer): string {
  if (!followUp?.due) return ''
  const { id, what, due, at } = followUp
  if (tell.length)
    return visible(`Moved #${id}: ${what}, ${fromNow(due, today)}. To let them know:`)
  return visible(`#${id} waits until ${dayEcho(due, today)}${at ? ` at ${at}` : ''}: ${what}.`)
}

export interface DoneAnswer extends About {
  movedOn: boolean
  logged: LoggedView | null
  /** The next one of what comes again. */
  next: FollowUpView | null
  /** Thanks and news that are owed now. */
  owed: FollowUpView[]
}

export function renderDone(answer: DoneAnswer, screen: Screen) {
  const { followUp, movedOn, logged } = answer
  if (logged) return renderLogged(logged, screen)
  if (!followUp) return ''
  const [first] = answer.owed
  const next = movedOn ? followUp.command : (first?.command ?? 'netmed due')
  const owed = loopSentences({ opened: answer.owed, settled: [] }, answer.today)
  return [doneLine(answer), ...owed, nextCommand(next, screen)].join('\n')
}

/** What became of one loop that logged nothing. */
export function doneLine({ followUp, movedOn, today, next }: DoneAnswer): string {
  if (!followUp) return ''
  const due = followUp.due ? `, due ${dayEcho(followUp.due, today)}` : ''
  const said = movedOn
    ? `Next for #${followUp.id}: ${followUp.what}${due}.`
    : `Done #${followUp.id}: ${followUp.what}.${next?.due ? ` Next on ${longDay(next.due)} (#${next.id}).` : ''}`
  return visible(said)
}

export function renderLetGo({ followUp }: { followUp: FollowUpView | null }, screen: Screen) {
  return followUp ? `${letGoLine(followUp)} That's fine.\n${nextCommand('netmed due', screen)}` : ''
}

export function letGoLine({ id, what }: FollowUpView): string {
  return visible(`Let go of #${id}: ${what}.`)
}
