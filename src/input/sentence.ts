import type { Context } from '../context.ts'
import type { Database } from '../domain/data/model.ts'
import { readSentence } from '../domain/log/sentence.ts'
import { knownOf } from '../domain/log/sentence-parts.ts'
import type { Asked, Instead, Said } from '../domain/log/sentence-said.ts'
import { oneLine, plainName } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { asTyped } from './did-you-mean.ts'
import type { Typed } from './form.ts'
import { nearHints } from './pick.ts'

/** What was typed after `log`: names alone, which every command reads, or a sentence that is clear. */
export type ReadWords =
  | { is: 'names'; args: readonly string[]; detail?: string }
  | { is: 'read'; said: Said }

/**
 * Reads the words of `log` as a sentence. What is missing or not clear is asked for on a terminal, where
 * no answer makes somebody new unless it says so; elsewhere it fails with the whole line to type.
 */
export async function readWords(
  ctx: Context,
  db: Database,
  args: readonly string[],
  typed: Typed,
): Promise<ReadWords> {
  const known = knownOf(db, ctx.today)
  let words = args
  let allowNew = typed.fresh === true
  for (;;) {
    const sentence = readSentence(known, words, { allowNew })
    if (sentence.is === 'names') return sentence
    if (sentence.is === 'read') {
      refuseSaidTwice(sentence.said, typed)
      return { is: 'read', said: withNames(sentence.said) }
    }
    const answer = ctx.ask ? await answerTo(ctx, sentence) : undefined
    if (answer === 'none') throw nothingLogged()
    if (!answer) throw notClear(db, sentence, { args: words, typed })
    words = answer.words ?? words
    allowNew ||= answer.areNew === true
  }
}

function withNames(said: Said): Said {
  return { ...said, fresh: said.fresh.map(name => plainName(name, 'name')) }
}

const SAID_BY = {
  kind: 'kind',
  on: 'on',
  place: 'place',
  event: 'event',
  detail: 'detail',
  by: 'by',
} as const

/** A flag beside the same thing in the sentence would win in silence. */
export function refuseSaidTwice(said: Partial<Said>, typed: Typed): void {
  const keys = Object.keys(SAID_BY) as (keyof typeof SAID_BY)[]
  const isWeak = (key: string) =>
    key === 'kind' && (said.kind === 'met' || said.event !== undefined)
  const twice = keys.find(
    key => said[key] !== undefined && typed[key] !== undefined && !isWeak(key),
  )
  if (!twice) return
  throw new Failure(
    'usage',
    `The sentence says it already, so leave out --${SAID_BY[twice]}.`,
    `Or take it out of the sentence and keep --${SAID_BY[twice]}.`,
  )
}

interface Answer {
  words?: readonly string[]
  areNew?: boolean
}

/** Asks only for what is open; undefined where no answer would make it clear, and `none` where all were refused. */
export async function answerTo(
  ctx: Context,
  sentence: Asked,
): Promise<Answer | 'none' | undefined> {
  const { ask } = ctx
  if (!ask) return undefined
  const [first] = sentence.instead
  const lines = sentence.instead.filter(each => each.verb === 'log')
  if (sentence.open === 'who' && first) {
    const who = oneLine(await ask.text({ message: sentence.why, check: needed }), 'name')
    return { words: first.words.flatMap(word => (word === '…' ? [who] : [word])) }
  }
  if (sentence.open === 'names') return askedNew(ctx, sentence)
  if (!lines.length) return undefined
  const isWho = sentence.open === 'which'
  const message = isWho ? sentence.why : `${sentence.why} What do you mean?`
  const choices = [
    ...lines.map(each => ({ name: (isWho ? each.label : undefined) ?? lineOf(each), value: each })),
    { name: 'none of these', value: undefined },
  ]
  const chosen = await ask.select<Instead | undefined>({ message, choices })
  return chosen ? { words: chosen.words } : 'none'
}

function needed(text: string): string | undefined {
  return text.trim() ? undefined : 'A name or a number is needed.'
}

async function askedNew(ctx: Context, { why, instead, unknown }: Asked): Promise<Answer | 'none'> {
  const them = unknown.length > 1 ? 'them' : 'this person'
  if (!ctx.ask) return 'none'
  if (!instead.length) {
    const isYes = await ctx.ask.confirm({ message: `${why} Add ${them}?`, fallback: false })
    return isYes ? { areNew: true } : 'none'
  }
  const chosen = await ctx.ask.select<Instead | undefined>({
    message: `${why} Who do you mean?`,
    choices: [
      ...instead.map(each => ({ name: each.label ?? lineOf(each), value: each })),
      { name: `someone new: ${unknown.join(', ')}`, value: undefined },
    ],
  })
  return chosen ? { words: chosen.words } : { areNew: true }
}

function nothingLogged(): Failure {
  return new Failure('not-found', 'Nothing was logged.', 'netmed list shows who is here.')
}

function lineOf({ words }: Instead): string {
  return words.join(' ')
}

const KINDS = {
  who: 'usage',
  which: 'ambiguous',
  names: 'not-found',
  ends: 'ambiguous',
  line: 'usage',
  ahead: 'usage',
} as const

/** What was understood, what was not, and the whole lines to type. */
function notClear(
  db: Database,
  { open, why, understood, instead, unknown }: Asked,
  { args, typed }: { args: readonly string[]; typed: Typed },
): Failure {
  const isPart = understood && (open === 'line' || open === 'names')
  const message = isPart ? `${why} Understood: ${understood}.` : why
  const more = Object.keys(typed).length ? ' …' : ''
  const isNew = open === 'names'
  const hints = [
    ...(open === 'ends' ? ['Put commas between people, or quotes around each.'] : []),
    ...(isNew ? unknown.flatMap(name => nearHints(db, name)) : []),
    ...instead.map(({ verb, words }) => `${asTyped([verb, ...words])}${more}`),
    ...(isNew ? [`If this is someone new: ${asTyped(['log', ...args, '--new'])}${more}`] : []),
  ]
  return new Failure(KINDS[open], message, hints.join('\n') || 'How it works: netmed help log')
}
