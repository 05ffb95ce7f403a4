import type { Choice, Context } from '../context.ts'
import { counted, listed } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'

/** A record that may be meant; its name says its number too. */
export interface Candidate<T> extends Choice<T> {
  id: number
}

/** What the candidates are; of kinds that are mixed nothing is said. */
const NOUNS = {
  people: ['person', 'people', 'Which one?'],
  events: ['event', 'events', 'Which one?'],
  seasons: ['season', 'seasons', 'Which one?'],
} as const

export interface Several<T> {
  /** What was typed; empty when nothing was. */
  words: string
  kind?: keyof typeof NOUNS
  candidates: readonly Candidate<T>[]
}

const MOST_NAMED = 12
const MOST_NUMBERS = 3
/** Of more the terminal lets one type a part of the name. */
const MOST_LISTED = 10

/** Which of several is meant: asked on a terminal, elsewhere refused with each one named, never guessed. */
export async function askWhich<T>(ctx: Context, several: Several<T>): Promise<T> {
  if (!ctx.ask) throw unclear(several)
  const choices = [...several.candidates]
  const message = questionFor(several)
  return choices.length > MOST_LISTED
    ? ctx.ask.search({ message, choices })
    : ctx.ask.select({ message, choices })
}

function questionFor({ words, kind, candidates }: Several<unknown>): string {
  if (!words) return kind ? `Which ${NOUNS[kind][0]}?` : 'Which one?'
  if (!kind) return `Which "${words}"?`
  const [one, more, question] = NOUNS[kind]
  return `"${words}" fits ${counted(candidates.length, one, more)}. ${question}`
}

function unclear({ words, kind, candidates }: Several<unknown>): Failure {
  const named = candidates.slice(0, MOST_NAMED)
  const left = candidates.length - named.length
  const names = [...named.map(({ name }) => name), ...(left ? [`${left} more`] : [])]
  const ids = named.slice(0, MOST_NUMBERS).map(({ id }) => String(id))
  const etc = candidates.length > MOST_NUMBERS ? ', …' : ''
  if (!words) {
    const one = kind ? ` ${NOUNS[kind][0]}` : ''
    return new Failure('usage', `Which${one}? A number or a name is needed.`, listed(names))
  }
  const said = kind
    ? `"${words}" fits ${counted(candidates.length, NOUNS[kind][0], NOUNS[kind][1])}: ${listed(names)}.`
    : `"${words}" can be ${listed(names, 'or')}.`
  return new Failure('ambiguous', said, `Use the number: ${listed(ids, 'or')}${etc}`)
}
