import { type Doubt, doubtOf, doubtOfTyped } from './doubts.ts'
import { lineOf } from './line.ts'
import { holdsOwnName, type Named, withoutOwnName } from './own-name.ts'
import { KINDS, OTHERS, TITLES } from './persons.ts'
import { ADVERBS, NOUNS, type Shape, said as saidClause, shapeOf, withSubject } from './shapes.ts'
import { type Part, partsOf, tidied } from './tidy.ts'
import { type Detail, turned } from './turning.ts'
import { baseOfPast } from './verbs.ts'

/**
 * Sorts a text about somebody, as a hurried student notes it, and turns it to them where that is sure. With
 * the name of the addressee, that name is theirs.
 */
export function readDetail(text: string, addressee?: Named): Detail {
  const detail = read(tidyOf(text, addressee), doubtOf)
  const { shape, said } = detail
  if (said === undefined || !addressee || !holdsOwnName(said, addressee)) return detail
  return { shape, said: undefined, doubt: 'whom' }
}

/**
 * As `readDetail`, of what was typed for this very mail: more is sure, for whoever types "Dr. Stein" or "I"
 * into a mail means it.
 */
export function readTyped(text: string, addressee?: Named): Detail {
  const typed = tidyOf(text, addressee)
  const tidy = asNoted(typed)
  const detail = read(tidy, doubtOfTyped)
  const { shape, said } = detail
  if (said !== undefined && addressee && holdsOwnName(said, addressee)) {
    return { shape, said: undefined, doubt: 'whom' }
  }
  if (said === undefined || shape === 'advice' || tidy !== typed || !speaksOfAnother(said))
    return detail
  if (NOUNS.includes(shape) || shape === 'quote') return besideAnother(detail, tidy)
  const isOfThird = tidy
    .split(' ')
    .slice(1)
    .some(word => KINDS[partsOf(word).lower])
  return isOfThird ? { shape, said: undefined, doubt: 'whom' } : detail
}

/** "her paper with Dr. Stein" is theirs, "Dr. Stein and her team" is as it was typed, and of both it is asked. */
function besideAnother(detail: Detail, tidy: string): Detail {
  const words = tidy.split(' ').map(partsOf)
  const one = words.findIndex(
    ({ lower }) => TITLES.has(lower) || (OTHERS.has(lower) && !isMany(lower)),
  )
  const pronouns = words.flatMap(({ lower }, index) => (KINDS[lower] ? [index] : []))
  if (one < 0 || pronouns.every(index => index < one)) return detail
  if (pronouns.every(index => index > one)) return { ...detail, said: tidy }
  return { shape: detail.shape, said: undefined, doubt: 'whom' }
}

function isMany(word: string): boolean {
  return /^(?:team|family|parents|kids|children|twins|students|nurses)$/.test(word)
}

/** "you showed me …" as it would be noted, "she showed me …"; "you don't have to …" is true of anyone. */
function asNoted(tidy: string): string {
  const [, rest = ''] = /^(?:that )?you (.+)$/i.exec(tidy) ?? []
  const words = rest.split(' ').map(partsOf)
  const verb = words.find(({ lower }) => !ADVERBS.has(lower))?.lower ?? ''
  if (baseOfPast(verb) === undefined || words.some(({ lower }) => KINDS[lower])) return tidy
  const theirs = rest.replace(/\byour(s|self)?\b/g, (_, end = '') =>
    end === 's' ? 'hers' : `her${end}`,
  )
  if (/\byou\b|\byou['’]/i.test(theirs)) return tidy
  return `she ${theirs.replace(/^((?:\w+ )?)were\b/, '$1was')}`
}

/** Tidied, with the name of the addressee read as she or he. */
export function tidyOf(text: string, addressee: Named | undefined): string {
  const tidy = tidied(text)
  return addressee ? withoutOwnName(tidy, addressee) : tidy
}

/** "her team" beside "Dr. Stein" is hers. */
function speaksOfAnother(text: string): boolean {
  const withoutField = text.replace(/\bfamily (?=med|practice|doc|physician)/i, '')
  return withoutField.split(' ').some(word => {
    const { lower } = partsOf(word)
    return OTHERS.has(lower) || TITLES.has(lower)
  })
}

type Doubting = (tidy: string, words: readonly Part[], shape: Shape) => Doubt | undefined

function read(tidy: string, doubting: Doubting): Detail {
  const words = withSubject(tidy.split(' ').map(partsOf))
  const shape = shapeOf(tidy, words)
  const detail = readAs(shape, { tidy, words, doubting })
  if (detail.said !== undefined || !MAY_BE_LINE.includes(shape)) return detail
  const clause = saidClause(words)
  const line = lineOf(
    clause ? clause.map(({ start, core, end }) => `${start}${core}${end}`).join(' ') : tidy,
  )
  return line === undefined ? detail : { shape: 'line', said: line }
}

/** What is no turned sentence may be one that is true of anyone. */
const MAY_BE_LINE: readonly Shape[] = ['line', 'advice', 'quote', 'thing', 'topic', 'sentences']

function readAs(
  shape: Shape,
  { tidy, words, doubting }: { tidy: string; words: readonly Part[]; doubting: Doubting },
): Detail {
  if (shape === 'line') return { shape, said: undefined, doubt: 'unclear' }
  const doubt = doubting(tidy, words, shape)
  return doubt ? { shape, said: undefined, doubt } : turned(words, shape)
}
