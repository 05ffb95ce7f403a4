import { lineOf } from './line.ts'
import { holdsOwnName, type Named, withoutOwnName } from './own-name.ts'
import { KINDS, OTHERS, TITLES } from './persons.ts'
import { ADVERBS, NOUNS, type Shape, said as saidClause, shapeOf, withSubject } from './shapes.ts'
import { isOneThought, isSure } from './sure.ts'
import { type Part, partsOf, tidied } from './tidy.ts'
import { type Detail, turned } from './turning.ts'
import { baseOfPast } from './verbs.ts'
import { otherPerson } from './whom.ts'

/**
 * Sorts a text about somebody, as a hurried student notes it, and turns it to them where it is surely of a kind that
 * one says to them. With the name of the addressee, that name is theirs.
 */
export function readDetail(text: string, addressee?: Named): Detail {
  const detail = read(tidyOf(text, addressee), { names: false })
  return detail.isSure && !namesThem(detail, addressee)
    ? detail
    : { shape: detail.shape, said: undefined }
}

/**
 * As `readDetail`, of what was typed for this very mail: whoever types "Dr. Stein" or "I" into a mail means it. What
 * is turned and not sure is there too, for who types it once more.
 */
export function readTyped(text: string, addressee?: Named): Detail {
  const typed = tidyOf(text, addressee)
  const tidy = asNoted(typed)
  const detail = read(tidy, { names: true })
  const { shape, said } = detail
  if (namesThem(detail, addressee)) return { shape, said: undefined }
  if (
    said === undefined ||
    shape === 'advice' ||
    shape === 'line' ||
    tidy !== typed ||
    !speaksOfAnother(said)
  )
    return detail
  if (NOUNS.includes(shape) || shape === 'quote') return besideAnother(detail, tidy)
  const isOfThird = tidy
    .split(' ')
    .slice(1)
    .some(word => KINDS[partsOf(word).lower])
  return isOfThird ? { shape, said: undefined } : detail
}

function namesThem({ said }: Detail, addressee: Named | undefined): boolean {
  return said !== undefined && addressee !== undefined && holdsOwnName(said, addressee)
}

/** She or he who may be another, where no other is named. */
function isOfAnother(words: readonly Part[], shape: Shape): boolean {
  const isNamed = words.some(({ lower }) => OTHERS.has(lower) || TITLES.has(lower))
  return !isNamed && otherPerson(words, shape)
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
  return { shape: detail.shape, said: undefined }
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

function read(tidy: string, how: { names: boolean }): Detail {
  const words = withSubject(tidy.split(' ').map(partsOf))
  const shape = shapeOf(tidy, words)
  const isTurned =
    shape !== 'line' && shape !== 'question' && shape !== 'sentences' && !isOfAnother(words, shape)
  const detail = isTurned ? turned(words, shape) : { shape, said: undefined }
  const line =
    detail.said === undefined || !isOneThought(words) ? asLine(tidy, words, shape) : undefined
  if (line !== undefined) {
    const isKnown = isSure(line.replace(/[“”]/g, '').split(' ').map(partsOf), 'line', how)
    return { shape: 'line', said: line, ...(isKnown && { isSure: true }) }
  }
  return detail.said !== undefined && isSure(words, shape, how)
    ? { ...detail, isSure: true }
    : detail
}

/** What is no turned sentence may be one that is true of anyone. */
function asLine(tidy: string, words: readonly Part[], shape: Shape): string | undefined {
  if (!MAY_BE_LINE.includes(shape)) return undefined
  const clause = saidClause(words)
  return lineOf(clause?.map(({ start, core, end }) => `${start}${core}${end}`).join(' ') ?? tidy)
}

const MAY_BE_LINE: readonly Shape[] = ['line', 'advice', 'quote', 'thing', 'topic', 'sentences']
