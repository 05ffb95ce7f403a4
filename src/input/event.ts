import type { Context } from '../context.ts'
import { daysWords, editionMeant, eventsMeant } from '../domain/data/events.ts'
import type { Database, Event } from '../domain/data/model.ts'
import { kindWords, recordByNumber } from '../domain/data/records.ts'
import { peopleEntered } from '../domain/meet/event-batch.ts'
import { listed, oneLine } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { isNumber, readNumber } from './number.ts'

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
  if (!text) return choose(ctx, [...db.events].reverse(), 'Which event?')
  const found = eventsMeant(db, text)
  const one = editionMeant(found, ctx.today, lean)
  if (one) return one
  if (found.length) return choose(ctx, found, `"${text}" fits ${found.length} events. Which one?`)
  if (isNumber(text)) {
    const number = readNumber(text)
    const { list } = recordByNumber(db, number)
    throw new Failure(
      'not-found',
      `#${number} is ${kindWords(list)}, not an event.`,
      'netmed event list',
    )
  }
  throw new Failure('not-found', `I know no event called "${text}".`, HOW_TO_ADD)
}

const HOW_TO_ADD = 'netmed event list shows them; netmed event add makes one.'

async function choose(ctx: Context, events: Event[], message: string): Promise<Event> {
  const named = events.map(event => ({
    name: `${event.name} (#${event.id}, ${daysWords(event)})`,
    value: event,
  }))
  if (!named.length) throw new Failure('not-found', 'There is no event yet.', HOW_TO_ADD)
  if (ctx.ask) return ctx.ask.search({ message, choices: named })
  const names = listed(named.slice(0, 12).map(each => each.name))
  throw message.startsWith('Which')
    ? new Failure('usage', 'Which event? A number or a name is needed.', names)
    : new Failure(
        'ambiguous',
        message.replace(' Which one?', ` They are ${names}.`),
        'Use the number.',
      )
}

/** What you talked about with those of whom nothing is noted, asked one by one where somebody is there. */
export async function askDetails(
  ctx: Context,
  db: Database,
  event: Event,
): Promise<Map<number, string>> {
  const details = new Map<number, string>()
  if (!ctx.ask || ctx.options.json) return details
  for (const { name, interaction } of peopleEntered(db, event, { withPrivate: true })) {
    const logged = db.interactions.find(each => each.id === interaction)
    if (!logged || logged.detail !== undefined || details.has(interaction)) continue
    const message = `What did you talk about with ${name}? (empty: nothing to note)`
    const said = oneLine(await ctx.ask.text({ message }), 'text')
    if (said) details.set(interaction, said)
  }
  return details
}
