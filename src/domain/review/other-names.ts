import { namesOf } from '../people/names.ts'
import type { Word } from '../words/sentences.ts'
import { folded } from '../words/text.ts'
import { ASCII, key, keysOf, type ReadDraft, TITLES } from './linted.ts'
import { type Found, set } from './phrases.ts'

/** Names of others on file, and of where they work. */
export function otherNames(draft: ReadDraft): Found[] {
  const keys = draft.words.map(key)
  const places = positions(keys)
  const own = new Set(
    [...Object.values(draft.contact), ...draft.belonging]
      .filter(value => typeof value === 'string')
      .flatMap(keysOf),
  )
  const isForeign = (words: readonly string[]) => words.some(word => !own.has(word))
  const found: Found[] = []
  const told = new Set<number>()
  const tell = (from: number, to: number, says: (words: string) => string) => {
    if (told.has(from)) return
    told.add(from)
    const [start, end] = [draft.words[from]?.start ?? 0, draft.words[to]?.end ?? 0]
    found.push({ start, end, says: says(draft.text.slice(start, end)) })
  }
  for (const other of draft.others) {
    if (!mayStandIn(other.name, places)) continue
    const name = namesOf(other)
    const family = keysOf(name.last ?? '')
    const first = keysOf(name.first ?? '')
    const whole = [...first, ...family]
    const isMeant = (at: number) => draft.isOfAnother === true || isOfThird(draft.words, at)
    for (const at of starts(whole, keys, places)) {
      const from = TITLES.has(keys[at - 1] ?? '') ? at - 1 : at
      if (whole.length > 1 && isForeign(whole) && !isMeant(from))
        tell(at, at + whole.length - 1, sayPerson)
    }
    for (const at of starts(family, keys, places)) {
      const isTitled = TITLES.has(keys[at - 1] ?? '') && isForeign(family) && !isMeant(at - 1)
      if (isTitled) tell(at - 1, at + family.length - 1, sayPerson)
    }
    for (const at of starts(first.slice(0, 1), keys, places)) {
      if (isGreeted(draft.words, at) && isForeign(first.slice(0, 1))) tell(at, at, sayPerson)
    }
  }
  const institutions = new Set(draft.others.map(other => other.institution))
  for (const institution of institutions) {
    if (!institution || !mayStandIn(institution, places)) continue
    const words = keysOf(institution)
    if (!isForeign(words)) continue
    for (const at of starts(words, keys, places)) {
      if (!draft.isOfAnother && /^[\p{Lu}\d]/u.test(draft.words[at]?.text ?? '')) {
        tell(at, at + words.length - 1, sayInstitution)
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** "I wrote to Dr. Stein": told of a third person, who is not mistaken for the reader. */
function isOfThird(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  return before !== undefined && before.stop === '' && THIRD.has(before.lower)
}

const THIRD = set(
  'to with from by through emailed messaged texted called contacted told asked thanked introduced',
)

const sayPerson = (words: string) =>
  `"${words}" is someone else you know, not the person this is to.`
const sayInstitution = (words: string) =>
  `"${words}" is where someone else you know works, not the person this is to.`

function isGreeted(words: readonly Word[], at: number): boolean {
  return ['dear', 'hi', 'hello'].includes(words[at - 1]?.lower ?? '')
}

/** Cheap look before the name is taken apart: ten thousand people are on file, few are in the text. */
export function mayStandIn(name: string, places: ReadonlyMap<string, readonly number[]>): boolean {
  const words = ASCII.test(name) ? name.toLowerCase() : folded(name)
  return words.split(/[ ,.]+/).some(word => places.has(word) && !TITLES.has(word))
}

/** Where the words stand one after the other. */
export function starts(
  words: readonly string[],
  keys: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
): number[] {
  const [first] = words
  if (first === undefined) return []
  return (places.get(first) ?? []).filter(at =>
    words.every((word, index) => keys[at + index] === word),
  )
}

/** Where each word stands. */
export function positions(keys: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [index, word] of keys.entries()) {
    const list = places.get(word)
    if (list) list.push(index)
    else places.set(word, [index])
  }
  return places
}
