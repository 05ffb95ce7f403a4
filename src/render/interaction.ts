import type { LoggedView } from '../domain/log/log-plan.ts'
import { everyWords, longDay } from '../domain/words/days.ts'
import { listed } from '../domain/words/text.ts'
import { loopSentences, nextCommand } from './sentences.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

/** What a log understood, settled and opened, and what to type next. */
export function renderLogged(logged: LoggedView, screen: Screen): string {
  return [...loggedLines(logged), nextCommand(nextOf(logged), screen)].join('\n')
}

/** Several logs at once, without a command after each. */
export function renderLoggedLines({ logged }: { logged: LoggedView[] }, screen: Screen): string {
  const lines = logged.flatMap(each => loggedLines(each))
  return [...lines, nextCommand('netmed due', screen)].join('\n')
}

function loggedLines(logged: LoggedView): string[] {
  const who = listed(logged.contacts.map(contact => contact.name))
  if (!logged.interaction || !logged.kind || !logged.on) return []
  const kind = logged.kind.replaceAll('-', ' ')
  const fresh = logged.contacts.filter(contact => contact.isNew)
  const made = logged.madeEvent ? [logged.madeEvent] : []
  const where = logged.event ? ` at ${logged.event}` : ''
  return [
    ...fresh.map(contact => visible(`Added #${contact.id} ${contact.name}.`)),
    ...made.map(event => visible(`Noted the event #${event.id} ${event.name}.`)),
    visible(
      `Logged #${logged.interaction.id}: ${kind} with ${who}${where}, ${longDay(logged.on)}.`,
    ),
    ...logged.met.map(person => visible(`${person.name} is no longer a prospect.`)),
    ...loopSentences(logged, logged.today),
    ...(logged.kind === 'shadowing'
      ? [`What you saw, only for you: netmed debrief ${logged.interaction.id}`]
      : []),
    ...logged.offers.map(({ contact, every }) =>
      visible(
        `To be reminded about ${contact.name} every ${everyWords(every)}: netmed edit ${contact.handle} --every ${every}d`,
      ),
    ),
  ]
}

function nextOf(logged: LoggedView): string {
  const opened = logged.opened.find(loop => loop.command.startsWith('netmed draft'))
  return opened?.command ?? logged.opened[0]?.command ?? 'netmed due'
}
