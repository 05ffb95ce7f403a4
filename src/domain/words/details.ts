import { type Doubt, doubtOf, doubtOfTyped } from './doubts.ts'
import { KINDS, OTHERS, TITLES } from './persons.ts'
import { NOUNS, type Shape, shapeOf } from './shapes.ts'
import { type Part, partsOf, tidied } from './tidy.ts'
import { type Detail, turned } from './turning.ts'

/** Sorts a text about somebody, as a hurried student notes it, and turns it to them where that is sure. */
export function readDetail(text: string): Detail {
  return read(text, doubtOf)
}

/**
 * As `readDetail`, of what was typed for this very mail: more is sure, for whoever types "Dr. Stein" or "I"
 * into a mail means it.
 */
export function readTyped(text: string): Detail {
  const detail = read(text, doubtOfTyped)
  const { shape, said } = detail
  if (said === undefined || shape === 'advice' || !speaksOfAnother(said)) return detail
  if (NOUNS.includes(shape) || shape === 'quote') return { ...detail, said: tidied(text) }
  const isOfThird = tidied(text)
    .split(' ')
    .slice(1)
    .some(word => KINDS[partsOf(word).lower])
  return isOfThird ? { shape, said: undefined, doubt: 'whom' } : detail
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

function read(text: string, doubting: Doubting): Detail {
  const tidy = tidied(text)
  const words = tidy.split(' ').map(partsOf)
  const shape = shapeOf(tidy, words)
  const doubt = doubting(tidy, words, shape)
  if (doubt) return { shape, said: undefined, doubt }
  return turned(words, shape)
}
