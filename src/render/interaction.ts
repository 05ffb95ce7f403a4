import type { FollowUpKind } from '../domain/data/model.ts'
import type { FollowUpView } from '../domain/due/loops.ts'
import type { LoggedView } from '../domain/log/log-plan.ts'
import { everyWords, longDay } from '../domain/words/days.ts'
import { readDetail } from '../domain/words/details.ts'
import { inQuotes } from '../domain/words/quoting.ts'
import { dueDay, loopSentences, nextCommand, undoAll } from './sentences.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

/** What a log understood, settled and opened, and what to type next. */
export function renderLogged(logged: LoggedView, screen: Screen): string {
  return [...loggedLines(logged), nextCommand(nextOf(logged), screen)].join('\n')
}

/** The same of their answer, with what it makes of what they were asked for. */
export function renderHeard(heard: HeardView, screen: Screen): string {
  const next = heard.opened.length ? nextOf(heard) : undefined
  return [...heardLines(heard), nextCommand(next ?? 'netmed due', screen)].join('\n')
}

/** The answers of several people, and how to take all of them back. */
export function renderHeardLines({ logged }: { logged: HeardView[] }, screen: Screen): string {
  return [...logged.flatMap(heardLines), ...undoAll(screen)].join('\n')
}

type HeardView = LoggedView & Record<'agreed' | 'declined' | 'unclear', FollowUpView[]>

function heardLines(heard: HeardView): string[] {
  return [
    ...loggedLines(heard),
    ...heard.agreed.map(({ id, what, due }) =>
      visible(`Follow-up #${id} · ${what}${due ? ` · due ${dueDay(due, heard.today)}` : ''}`),
    ),
    ...heard.declined.map(({ id, what }) =>
      visible(`Let go of #${id}: ${what}, as they said no. That's fine.`),
    ),
    ...heard.unclear.map(({ id, what }) =>
      visible(
        `Still open, #${id}: ${what}. If they said yes: netmed done ${id} --outcome agreed. If no: netmed drop ${id}`,
      ),
    ),
  ]
}

/** Several logs at once, without a command after each. */
export function renderLoggedLines({ logged }: { logged: LoggedView[] }, screen: Screen): string {
  const lines = logged.flatMap(each => loggedLines(each))
  return [...lines, nextCommand('netmed due', screen)].join('\n')
}

/** What one log understood, settled and opened; none where the data do not show it. */
export function loggedLines(logged: LoggedView): string[] {
  if (!logged.interaction || !logged.kind || !logged.on) return []
  const fresh = logged.contacts.filter(contact => contact.isNew)
  const made = logged.madeEvent ? [logged.madeEvent] : []
  const where = logged.event ? ` at ${logged.event}` : ''
  return [
    ...fresh.map(contact => visible(`Added #${contact.id} ${contact.name}.`)),
    ...made.map(event => visible(`Noted the event #${event.id} ${event.name}.`)),
    visible(`Logged #${logged.interaction.id}: ${logged.said}${where}, ${longDay(logged.on)}.`),
    ...(logged.double
      ? [
          visible(
            `You also have #${logged.double.id}, ${logged.double.said} on that day. To take this one back: netmed undo`,
          ),
        ]
      : []),
    ...logged.met.map(person => visible(`${person.name} is no longer a prospect.`)),
    ...loopSentences(logged, logged.today),
    ...logged.stillOpen.map(({ id, what }) =>
      visible(`#${id} is still open, so this opened no second one: ${what}.`),
    ),
    ...echo(logged),
    ...whoseLine(logged),
    ...ofNoTalk(logged),
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

/** What the email is that a follow-up of that kind asks for, where it says the detail. */
const MAILS: Partial<Record<FollowUpKind, string>> = {
  'thank-you': 'thank-you email',
  event: 'first email',
}

/** How the detail will read in the mail that was opened, while it is fresh enough to be mended. */
function echo({ interaction, opened, contacts }: LoggedView): string[] {
  const { id, detail, detailOf }: Readonly<Record<string, unknown>> = { ...interaction }
  const mail = opened.map(({ kind }) => MAILS[kind]).find(Boolean)
  const isTheirs = typeof detailOf === 'number' || contacts.length === 1
  if (typeof detail !== 'string' || !mail || !isTheirs) return []
  const whose = contacts.find(({ id }) => id === detailOf) ?? contacts[0]
  const { said } = readDetail(detail, whose)
  if (said === detail) return []
  const how = said === undefined ? 'will ask how to say this' : `will say "${said}"`
  return [visible(`The ${mail} ${how}. To reword it: netmed edit ${id} --detail "…"`)]
}

/** A detail of several people stands in no email until it is said whose it is. */
function whoseLine({ interaction, whose, contacts: [first] }: LoggedView): string[] {
  const id = interaction?.id
  if (!whose || !first || typeof id !== 'number') return []
  const typed = inQuotes(`${first.handle}: ${whose}`)
  return [visible(`Whose is "${whose}"? If ${first.name}'s: netmed edit ${id} --detail ${typed}`)]
}

/** What to write instead where the mail speaks of a talk that is on no record. */
function ofNoTalk({ opened }: LoggedView): string[] {
  return opened.flatMap(({ ifNoTalk, contact }) =>
    ifNoTalk && contact ? [visible(`If ${contact.name} gave no talk there: ${ifNoTalk}`)] : [],
  )
}

function nextOf(logged: LoggedView): string {
  const opened = logged.opened.find(loop => loop.command.startsWith('netmed draft'))
  return opened?.command ?? logged.opened[0]?.command ?? 'netmed due'
}
