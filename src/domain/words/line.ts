import { hasMany, KINDS, TITLES } from './persons.ts'
import { articleOf, isCommand, isQuoted } from './shapes.ts'
import { type Part, partsOf, wordSet } from './tidy.ts'
import { AUXILIARIES, baseOfPast, baseOfPresent, isBase, isParticiple } from './verbs.ts'
import { namesPerson } from './whom.ts'

const MOST_WORDS = 32
const MOST_SENTENCES = 2

/**
 * The text as a line that is true of no one in particular, "palliative care isn't giving up", and so needs no
 * turning whoever said it; undefined where someone may be meant, or only this day.
 */
export function lineOf(tidy: string): string | undefined {
  if (POINTS_AT.test(tidy)) return undefined
  const isWhole = isQuoted(tidy)
  const text = isWhole ? tidy.slice(1, -1) : tidy.replace(/^that\s+/i, '')
  // What is quoted inside is whole, whoever "I" is in it.
  const bare = isWhole ? text : text.replace(/["“][^"“”]*["”]/g, 'that')
  const words = bare.split(' ').map(partsOf)
  if (words.length > MOST_WORDS || isOfSomeone(words)) {
    return undefined
  }
  if (isWhole) return words.length > 1 ? `“${upFirst(text)}”` : undefined
  if (words.some(({ lower }) => ABOUT_ME.has(lower))) return undefined
  const sentences = bare.split(/(?<=[.!;])\s+/)
  if (sentences.length > MOST_SENTENCES || OF_THIS_DAY.test(text)) return undefined
  if (!sentences.every(each => isGeneral(each.split(' ').map(partsOf)))) return undefined
  if (sentences.length === 1) return startingSmall(text, words)
  return text
    .split(/(?<=[.!;])\s+/)
    .map(upFirst)
    .join(' ')
}

/** "that mnemonic is …": a thing that was there, and nothing that they said. */
const POINTS_AT =
  /^that (?:talk|mnemonic|drawing|story|slide|case|lecture|trick|question|answer|book|paper|line|tip|idea|joke|picture|analogy|photo|quote|example|moment|day|part|session|panel|room|chart|map|video|song|poem|handout|workshop) /i

const ABOUT_ME = wordSet(
  "i me my mine myself we us our ours i'm i've i'd i'll we're we've we'd we'll",
)
/** A day, an hour, a place to be: what holds on that day only. */
const OF_THIS_DAY =
  /:(?!\d)|\s[-–—]\s|—|\.\.|\d ?[ap]m\b|\b(?:today|tomorrow|tonight|yesterday|now|finally|makes? sense|deadline|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|october|november|december|jan|feb|sept?|oct|nov|dec|\d+(?:st|nd|rd|th) floor)\b/i

/** She or he, a title or a name; "they" where no one was named before them. */
function isOfSomeone(words: readonly Part[]): boolean {
  return (
    words.some(({ lower }) => TITLES.has(lower) || (KINDS[lower] && KINDS[lower] !== 'pl')) ||
    namesPerson(words) ||
    words.some(({ lower }, index) => KINDS[lower] === 'pl' && !hasMany(words.slice(0, index)))
  )
}

/** Advice, or what holds for you, for everyone, for every one of a kind. */
function isGeneral(words: readonly Part[]): boolean {
  const [first = '', second = ''] = words.map(({ lower }) => lower)
  if (/\bbe an? [^,;]+ be an? /.test(words.map(({ lower, end }) => lower + end).join(' ')))
    return false
  if (isCommand(words)) return !TO_DO.has(first) || second === 'your'
  if (isMotto(words)) return true
  if (saysPast(words)) return false
  if (first === 'you') return OF_YOU.has(second)
  if (first === "you're") return /^(?:allowed|supposed|never|always|not)$/.test(second)
  if (ANYONE.has(first)) return true
  if (first === "it's" || first === 'it' || first === "there's") return isComfort(words)
  return isStatement(words)
}

/** "less imposter syndrome, more sleep", "progress, not perfection" */
function isMotto(words: readonly Part[]): boolean {
  const text = words.map(({ lower, end }) => `${lower}${end}`).join(' ')
  return /^less (?!about )[^,]+, more [^,]+$|^more (?!about )[^,]+, less [^,]+$|^[\w-]+,? not [\w-]+$/.test(
    text,
  )
}

/** Errands of my own are noted the same way. */
const TO_DO = wordSet(
  'please email text call contact send register schedule apply follow look find google thank sign check return reply remind bring buy',
)
const OF_YOU = wordSet(
  "can can't don't cannot should shouldn't need needn't never have always learn get do won't will only",
)
const ANYONE = wordSet('nobody no-one everyone everybody anyone people')

/** "it's ok to not know yet", "there's no shame in asking". */
function isComfort(words: readonly Part[]): boolean {
  return /^(?:it's|it is|there's|there is) (?:always |never )?(?:ok|okay|fine|normal|not|no|about|possible|never)\b/.test(
    words.map(({ lower }) => lower).join(' '),
  )
}

const OF_ONE = wordSet(
  'the this that these those there here and but so then or if when while because with in at on from for what which who how why where not maybe probably something some also plus like compared',
)
const OF_KIND = wordSet('a an every each no most any')
const LINKS = wordSet(
  "is isn't are aren't can can't doesn't don't won't means beats should shouldn't",
)
const WHERE_OR_WHEN = wordSet(
  'on in at from near open closed hiring due full free next here there only around up',
)
const LONGEST_SUBJECT = 7

/** "imposter syndrome doesn't go away": a kind of thing, and what holds of it. */
function isStatement(words: readonly Part[]): boolean {
  const [subject] = words
  if (!subject) return false
  const at = words.findIndex(
    ({ lower }, index) =>
      index > 0 && (LINKS.has(lower) || (isOfKind(words) && isSaid(words, index))),
  )
  if (at < 1 || at > LONGEST_SUBJECT) return false
  if (words.slice(0, at).some(({ lower }) => /^(?:who|that|which|when|where|what)$/.test(lower)))
    return false
  if (subject.lower === 'the') {
    const isNot = /^(?:isn't|aren't|doesn't|don't)$/.test(words[at]?.lower ?? '')
    const isMost = /(?:est|best|first|last|most|only|hardest)$/.test(words[1]?.lower ?? '')
    if (!isNot && words[at + 1]?.lower !== 'not' && !isMost) return false
  } else if (OF_ONE.has(subject.lower) || isNameLike(subject) || lacksArticle(words.slice(0, at))) {
    return false
  }
  const next = words[at + 1]?.lower ?? ''
  return (
    next !== '' && !WHERE_OR_WHEN.has(next) && words.slice(0, at).every(({ end }) => end === '')
  )
}

/** "match rate isn't …" */
function lacksArticle(subject: readonly Part[]): boolean {
  if (isOfKind(subject) || /ing$/.test(subject[0]?.lower ?? '')) return false
  return articleOf(subject) !== ''
}

function isOfKind(words: readonly Part[]): boolean {
  return OF_KIND.has(words[0]?.lower ?? '')
}

function isSaid(words: readonly Part[], index: number): boolean {
  return index > 1 && baseOfPresent(words[index]?.lower ?? '') !== undefined
}

/** A capital that begins a line, or a name's: "Marisol is …", and not "Medicine is …". */
function isNameLike({ core }: Part): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(core) && !KIND_OF_THING.test(core)
}

const KIND_OF_THING =
  /(?:ia|ity|ness|ism|tion|logy|graphy|therapy|care|cine|search|health|gery|ing|ment|ence|ance|ics|ship|most|less|more|imposter|rural|residency|academic|global|palliative|primary|peds|psych)$/i

/** A past that tells of once, not "to have finished", "is not lost", "who taught you". */
function saysPast(words: readonly Part[]): boolean {
  return words.some(({ lower }, index) => {
    if (/^(?:was|were|did|had|went|came|said|told|wasn't|didn't|weren't|got|took)$/.test(lower))
      return true
    if (baseOfPast(lower) === undefined || isBase(lower)) return false
    const before = words.slice(Math.max(0, index - 3), index).map(word => word.lower)
    const isOpen = before.some(
      each =>
        AUXILIARIES.has(each) ||
        /^(?:be|being|been|are|have|having|get|who|that|\w+'(?:re|ve|s)|\w+n't)$/.test(each),
    )
    return (
      !isOpen && !(isParticiple(lower) && index > 0 && lower.endsWith('ed') && before.length > 1)
    )
  })
}

function upFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function startingSmall(text: string, [first]: readonly Part[]): string {
  if (!first || !/^\p{Lu}[\p{Ll}'’]+$/u.test(first.core)) return text
  return text.charAt(0).toLowerCase() + text.slice(1)
}
