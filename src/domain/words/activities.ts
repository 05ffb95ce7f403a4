import { isKnown } from './known-words.ts'
import { BEHIND_OBJECT, DETERMINERS, isCommand, NOT_DOING } from './shapes.ts'
import { type Part, partsOf, tidied, wordSet } from './tidy.ts'
import type { Detail } from './turning.ts'
import { baseOfGerund, isBase } from './verbs.ts'

/**
 * What is proposed to them: `advice` what one does, "to hang out", `doing` "climbing", `thing` and `topic` what one
 * has, "a walk" and "coffee". Undefined where a word could be either: "study skills".
 */
export function readActivity(text: string): Detail {
  const tidy = tidied(text).replace(ASKING, '')
  const words = tidy.split(' ').map(partsOf)
  const detail = asActivity(tidy, words)
  const isSure =
    detail.said !== undefined && words.every(({ lower, core }) => isOfActivity(lower, core))
  return isSure ? { ...detail, isSure } : detail
}

function isOfActivity(lower: string, core: string): boolean {
  const word = lower.replace(/s$/, '')
  return (
    [lower, word].some(each => isKnown(each) || isBase(each) || ACTIVITIES.has(each)) ||
    isBase(baseOfGerund(lower) ?? '') ||
    /^\p{Lu}/u.test(core)
  )
}

const ACTIVITIES = wordSet(
  `meal dinner tea brunch boba beer ice cream pizza ramen taco noodles bbq picnic hike jog yoga gym climbing concert
  trivia groceries trip party hang out outside downtown dog grab chill cook eat play bit drink snacks while home food`,
)

function asActivity(tidy: string, words: readonly Part[]): Detail {
  const [first, second] = words.map(({ lower }) => lower)
  if (!first || /\?/.test(tidy)) return UNSURE
  if (first === 'to') return { shape: 'advice', said: tidy }
  if (DETERMINERS.has(first) || /^(?:one|two|some|any|\d+)$/.test(first))
    return { shape: 'thing', said: tidy }
  if (first.endsWith('ing') && first.length > 4 && !NOT_DOING.has(first)) {
    return { shape: 'doing', said: tidy }
  }
  if (!second) {
    if (AN_ACT.has(first)) return { shape: 'thing', said: `a ${first}` }
    return isBase(first) && !MEALS.has(first)
      ? { shape: 'advice', said: `to ${first}` }
      : { shape: 'topic', said: tidy }
  }
  if (VERBS.has(first) || isCommand(words)) return { shape: 'advice', said: `to ${tidy}` }
  if (!isBase(first)) return { shape: 'topic', said: tidy }
  if (BEHIND_OBJECT.has(second) || BEHIND.has(second))
    return { shape: 'advice', said: `to ${tidy}` }
  return { ...UNSURE, instead: [`to ${tidy}`, `a ${tidy}`] }
}

const UNSURE: Detail = { shape: 'sentences', said: undefined }
/** Said before what is proposed, which the mail begins itself. */
const ASKING =
  /^(?:(?:hey,? )?(?:please|(?:can|could|would|do|should|want)(?: (?:we|you))?|maybe|let['’]?s|how about|what about|just|wanna|we)(?: (?=\S)))+(?=\S)/i
const AN_ACT = wordSet('walk run hike talk call drink chat movie swim ride visit jog dance meal')
const MEALS = wordSet('lunch dinner coffee tea brunch breakfast study')
const VERBS = wordSet('grab get go hang chill eat cook do watch see catch meet hit play')
const BEHIND = wordSet(
  'together lunch dinner coffee food me us my your outside downtown home up out around ramen pizza',
)
