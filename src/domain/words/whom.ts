import { hasMany, isOfThem, isTheyOne, KINDS, OTHERS } from './persons.ts'
import { ADVERBS, isVerbFirst, type Shape } from './shapes.ts'
import { type Part, wordSet } from './tidy.ts'
import { baseOfPast, isBase, isVerbForm } from './verbs.ts'

// Whom a text is about: the one it is said to, or someone else.

/** A capital inside that does something, owns something or comes with a title: "Javier explaining", "Minh's". */
export function namesPerson(words: readonly Part[]): boolean {
  return words.some(({ core, lower, start }, index) => {
    const isBehindDash = /^(?:[-–—]+)$/.test(markOf(words[index - 1]))
    if (isBehindDash && /^\p{Lu}\p{Ll}/u.test(core) && !NO_NAMES.has(lower)) return true
    if (!/^\p{Lu}[\p{Ll}\p{M}]+(?:['’]s|-\p{Lu}\p{Ll}+)?$/u.test(core) || start !== '') return false
    const next = words[index + 1]?.lower ?? ''
    if (/['’]s$/.test(core))
      return !NO_NAMES.has(lower) && !/^(?:it|that|what|there|here|he|she|who)['’]s$/i.test(core)
    if (index === 0) return isActing(next) && !isFirstWord(lower)
    const before = words[index - 1]?.lower ?? ''
    if (NO_NAMES.has(lower)) return false
    return isActing(next) || COMPANY.has(before)
  })
}

/** A word that is marks alone, " - ". */
function markOf(word: Part | undefined): string {
  return word && word.core === '' ? `${word.start}${word.end}` : ''
}

const COMPANY = wordSet(
  'with told asked introduced thanked email emailing text call contact tell ask meet me and by nurse resident fellow',
)
const NO_NAMES = wordSet(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december english spanish french german arabic mandarin portuguese hindi italian korean
  japanese vietnamese tagalog swahili russian parkinson's alzheimer's crohn's cushing's anki uworld amboss pathoma pubmed uptodate redcap i step black african
  american asian latino latina hispanic native muslim jewish christian catholic hindu swiss indian chinese
  nature science lancet netflix zoom google epic cerner medicaid medicare`,
)

/** Capitals that only begin the text. */
function isFirstWord(lower: string): boolean {
  return (
    isOfThem(lower) ||
    isBase(lower) ||
    isVerbForm(lower) ||
    lower.endsWith('ing') ||
    lower.length < 3 ||
    FIRST_WORDS.has(lower) ||
    /(?:ia|ity|ness|ism|tion|logy|graphy|therapy|cine|health|gery|ment|ence|ance|ics|ship)$/.test(
      lower,
    )
  )
}

const FIRST_WORDS = wordSet(
  'the that this these those how why what where when who which her his their your you nobody everyone everybody people there here everything nothing less more most not never always anyone peds psych it',
)

function isActing(next: string): boolean {
  return (
    (isVerbForm(next) && next !== 'left') ||
    (next.endsWith('ing') &&
      next.length > 4 &&
      !/^(?:during|training|teaching|nursing|morning|evening|meeting)$/.test(next))
  )
}

/** Whether a third person other than the addressee may be meant. */
export function otherPerson(words: readonly Part[], shape: Shape): boolean {
  const kinds = new Set<string>()
  const isOne = isTheyOne(words)
  let sawOther = false
  let sawYou = false
  const [first = ''] = words.map(({ lower }) => lower)
  for (const [index, { lower, core }] of words.entries()) {
    const kind = KINDS[lower]
    const isOfMany = kind === 'pl' && !isOne
    // "They" may be a team, and "them" its patients.
    if (isOfMany && !hasMany(words.slice(0, index))) return true
    if (kind === 'pl' && isOne && (lower.startsWith('them') || isOfNow(words, index))) return true
    if (kind && !isOfMany) {
      kinds.add(kind)
      if (sawOther || isKinAlone(words, index)) return true
    }
    if (/^you(?:r|'re)?$/.test(lower) && !isAnyone(words[index - 1]?.lower)) sawYou = true
    const isName = index > 0 && /^\p{Lu}\p{Ll}/u.test(core) && isPersonal(words, index)
    if (OTHERS.has(lower) || isName) sawOther = true
  }
  if (kinds.size > 1 || (kinds.size > 0 && sawYou)) return true
  // Of something else than themselves: "her K08 got rejected".
  return shape === 'fact' && !isOfThem(first) && !isVerbFirst(words) && !/^(?:that|we)$/.test(first)
}

/** "they pay for it": whoever they are. What is past was told of oneself. */
function isOfNow(words: readonly Part[], index: number): boolean {
  if (words[index]?.lower !== 'they') return /^they'/.test(words[index]?.lower ?? '')
  const verb = words.slice(index + 1).find(({ lower }) => !ADVERBS.has(lower))?.lower ?? ''
  // "they met": the two of them.
  if (verb === 'met') return true
  return (
    baseOfPast(verb) === undefined &&
    !/^(?:was|were|did|had|didn't|wasn't|weren't|couldn't)$/.test(verb)
  )
}

/** "her kids", "his daughter's asthma": not hers alone, or not hers. */
function isKinAlone(words: readonly Part[], index: number): boolean {
  const next = words[index + 1]
  if (!next || !/^(?:her|his|their)$/.test(words[index]?.lower ?? '')) return false
  const isKin = OTHERS.has(next.lower.replace(/'s$/, ''))
  return isKin && index === 0
}

/** "when you give bad news", "than you think": you are anyone. */
function isAnyone(before = ''): boolean {
  return /^(?:when|if|while|before|after|until|than|where|how|once|as|what|because|like|things|people|days)$/.test(
    before,
  )
}

/** A capital inside that is no place's: "how Priya got her cat", not "from Ohio". */
function isPersonal(words: readonly Part[], index: number): boolean {
  const { lower = '' } = words[index] ?? {}
  return (
    !BEFORE_PLACES.has(words[index - 1]?.lower ?? '') &&
    !NO_NAMES.has(lower) &&
    !/days?$/.test(lower)
  )
}

const BEFORE_PLACES = wordSet(
  'in at from of the to near around on our outside for as learning speaking speaks spoke learned called',
)
