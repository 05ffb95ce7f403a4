import type { Context } from '../context.ts'
import { daysWords, editionMeant, eventsMeant } from '../domain/data/events.ts'
import type { Database, Event } from '../domain/data/model.ts'
import { kindWords, numberTyped, recordByNumber } from '../domain/data/records.ts'
import { peopleEntered } from '../domain/meet/event-batch.ts'
import { oneLine } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { askWhich, type Candidate } from './ask-which.ts'

/**
 * The one event that the words mean; of several editions the one that `lean` looks at. Asks which on a
 * terminal, and never guesses.
 */
export async function pickEvent(
  ctx: Context,
  db: Database,
  args: readonly string[],
  lean: 'ahead' | 'back',
): Promise<Event> {
  const text = args.join(' ').trim()
  if (!text && !db.events.length) {
    throw new Failure('not-found', 'There is no event yet.', HOW_TO_ADD)
  }
  const found = text ? eventsMeant(db, text) : [...db.events].reverse()
  const one = text ? editionMeant(found, ctx.today, lean) : undefined
  if (one) return one
  if (found.length) {
    return askWhich(ctx, { words: text, kind: 'events', candidates: found.map(eventCandidate) })
  }
  const number = numberTyped(text)
  if (number !== undefined) {
    const { list } = recordByNumber(db, number)
    throw new Failure(
      'not-found',
      `#${number} is ${kindWords(list)}, not an event.`,
      'netmed event list',
    )
  }
  throw new Failure('not-found', `There is no event called "${text}".`, HOW_TO_ADD)
}

const HOW_TO_ADD = 'netmed event list shows them; netmed event add makes one.'

/** An event as one of several that may be meant. */
export function eventCandidate(event: Event): Candidate<Event> {
  return { id: event.id, name: `${event.name} (#${event.id}, ${daysWords(event)})`, value: event }
}

/** What you talked about with those of whom nothing is noted, asked one by one where somebody is there. */
export async function askDetails(
  ctx: Context,
  db: Database,
  event: Event,
): Promise<Map<number, string>> {
  const details = new Map<number, string>()
  if (!ctx.ask || ctx.options.json) return details
  for (const { name, interaction } of peopleEntered(db, event)) {
    const logged = db.interactions.find(each => each.id === interaction)
    if (!logged || logged.detail !== undefined || details.has(interaction)) continue
    const message = `What did you talk about with ${name}? (Enter: nothing to add)`
    const said = oneLine(await ctx.ask.text({ message }), 'text')
    if (said) details.set(interaction, said)
  }
  return details
}
