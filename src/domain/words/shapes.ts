import { isOfThem, KINDS, MINE, OTHERS, THIRD } from './persons.ts'
import { type Part, wordSet } from './tidy.ts'
import { AUXILIARIES, baseOfPast, isBase } from './verbs.ts'

/**
 * What kind of text a detail is, and so where it fits a sentence: `thing` "her grant advice", `topic` "beta
 * blockers", `how` "how he picked EM", `doing` "choosing research", `did` what they did for or to me, "showed
 * me how to place an IV", `fact` what they did or are, "she grew up in Ohio", `advice` "eat when you can",
 * `quote` what they said, "that rural doesn't mean slow", `mine` "I should apply early", `question`, and
 * `sentences` for everything else.
 */
export type Shape = (typeof SHAPES)[number] | 'mine' | 'question' | 'sentences'

/** Those for which a template can have a frame. */
export const SHAPES = ['thing', 'topic', 'how', 'doing', 'did', 'fact', 'advice', 'quote'] as const
/** What stands after "about". */
export const NOUNS: readonly Shape[] = ['thing', 'topic', 'how', 'doing']

const ASKING = wordSet('how why what where who which')
export const DETERMINERS = wordSet('the a an her his their my our these those some all both your')
export const ADVERBS = wordSet(
  'also always already first just never now often once only perhaps sometimes still then too actually really',
)
const NOT_DOING = wordSet(
  'morning evening meeting spring training teaching nursing boring surprising intimidating interesting nothing something everything anything during string king ring wing thing being',
)
const IMPERATIVE = wordSet("don't never always please do be")
const ASKS = wordSet(
  "is are was were am do does did can could should would will have has had may might isn't aren't doesn't don't didn't can't couldn't wouldn't",
)
/** What they do to or for somebody. */
export const TO_ME = wordSet(
  'tell show teach ask give offer help let introduce invite promise send lend buy bring make advise encourage remind warn explain suggest recommend push connect correct thank recommend walk talk take tutor',
)

/** What kind of text that is, tidied and in words. */
export function shapeOf(tidy: string, words: readonly Part[]): Shape {
  const [first, second, third] = words.map(word => word.lower)
  if (!first) return 'sentences'
  if (/\?/.test(tidy)) return 'question'
  if (
    ASKS.has(first) &&
    second &&
    (THIRD.has(second) ||
      MINE.has(second) ||
      second === 'it' ||
      second === 'there' ||
      second === 'you')
  )
    return 'question'
  if (isSeveral(tidy, words)) return 'sentences'
  if (isQuoted(tidy)) return 'quote'
  if (ASKING.has(first)) return isAsked(second, third) ? 'question' : 'how'
  if (MINE.has(first) || MY_VERBS.has(first)) return 'mine'
  if (first === 'me' || first === 'myself') return 'mine'
  if (first === 'that') return isOfThem(second) ? clauseOf(words.slice(1)) : saidByThem(words)
  if (isOfThem(first)) return clauseOf(words)
  if (isVerbFirst(words)) return clauseOf(words)
  if (IMPERATIVE.has(first) && first !== 'no') return 'advice'
  if (isBase(first) && isImperative(second, third, words.length)) return 'advice'
  if (first.endsWith('ing') && first.length > 4 && !NOT_DOING.has(first)) return 'doing'
  if (DETERMINERS.has(first) || /['’]s$/.test(words[0]?.core ?? '')) {
    if (!hasVerbOfItsOwn(words)) return 'thing'
    return isTheirs(first) ? 'fact' : first === 'my' || first === 'our' ? 'mine' : 'sentences'
  }
  return isTopic(words) ? 'topic' : 'sentences'
}

/** "how do I thank her", "what would you do", "how come …". */
function isAsked(second = '', third = ''): boolean {
  return second === 'come' || (ASKS.has(second) && (SUBJECTS.has(third) || third === 'people'))
}

function isQuoted(tidy: string): boolean {
  return /^["“][^"“”]+["”]$/.test(tidy)
}

/** "that rural doesn't mean slow", not "that story about the parrot". */
function saidByThem(words: readonly Part[]): Shape {
  if (words.some(({ lower }) => FINITE.has(lower))) return 'quote'
  return VAGUE_NOUNS.has(words[1]?.lower ?? '') ? 'sentences' : 'thing'
}

const VAGUE_NOUNS = wordSet('thing one part')

const LONGEST_TOPIC = 10
const WITHIN_TOPIC = wordSet('from to about before after')
const NO_TOPIC = wordSet(
  'more less not no so if from to about because when while since before after until but than then there here just like maybe probably something everything nothing stuff thing things you your us me myself yes ok okay',
)

const MASS =
  /(?:[^s]s|ia|ity|ness|ism|tion|logy|graphy|therapy|care|medicine|research|health|surgery|education)$/

/** "rural track" wants an article, and which one is not said; "beta blockers" and "silent ischemia" want none. */
export function wantsArticle(words: readonly Part[]): boolean {
  const at = words.findIndex(({ lower }) => BEHIND_OBJECT.has(lower))
  const noun = words[at < 0 ? words.length - 1 : at - 1]?.lower ?? ''
  return words.length > 1 && !MASS.test(noun)
}

/** What may stand behind "her" where it is an object: "let her down", "told her that". */
export const BEHIND_OBJECT = wordSet(
  'a about after an and as at because before but by during for from how if in into of on or over that the this through to until what when where while why with without',
)

function isTopic(words: readonly Part[]): boolean {
  if (words.length > LONGEST_TOPIC || hasVerbOfItsOwn(words)) return false
  const isVague = ({ lower }: Part, index: number) =>
    KINDS[lower] !== undefined ||
    MINE.has(lower) ||
    OTHERS.has(lower) ||
    OPENERS.has(lower) ||
    (NO_TOPIC.has(lower) && (index === 0 || !WITHIN_TOPIC.has(lower)))
  return !words.some(isVague) && !BEHIND_OBJECT.has(words.at(-1)?.lower ?? '')
}

function isTheirs(word: string): boolean {
  return word === 'her' || word === 'his' || word === 'their'
}

/** A clause about them, with its subject or without. */
function clauseOf(words: readonly Part[]): Shape {
  const [first, second] = words.map(({ lower }) => lower)
  const verb = isOfThem(first) ? second : first
  if (SAYING.has(baseOfPast(verb ?? '') ?? '')) return 'did'
  return toMe(words) ? 'did' : 'fact'
}

const SAYING = wordSet(
  'say tell ask mention offer promise suggest recommend explain describe advise',
)
/** What begins a line of one's own. */
const MY_VERBS = wordSet(
  'learned learnt realized realised noticed felt liked loved thought wondered saw heard found hoped wanted wish glad happy excited grateful',
)

/** Whether its first verb is one that they do to somebody, and that one is me or us. */
function toMe(words: readonly Part[]): boolean {
  const at = words.findIndex(({ lower }) => TO_ME.has(baseOfPast(lower) ?? ''))
  if (at < 0 || at > 2) return false
  return words.slice(at + 1, at + 3).some(({ lower }) => lower === 'me' || lower === 'us')
}

/** A known past form that begins the text: who did it was left out. */
export function isVerbFirst(words: readonly Part[]): boolean {
  const [first = '', next = ''] = words.map(({ lower }) => lower)
  const base = baseOfPast(first)
  if (!base || base === 'be') return false
  if (next === 'me' || next === 'us' || next === 'my') return true
  // "protected time", "left brain": a noun behind it makes a noun phrase of it.
  return !isBase(first) && BEHIND_VERB.has(next)
}

const BEHIND_VERB = wordSet(
  'a about all an at away back both down everyone for from her him his how i in into it me my off on out over people that the their them there these this through to up us we what where who why with your',
)

const BEHIND_IMPERATIVE = wordSet(
  'me us it them yourself what how where when who if to up out for with on in at',
)

function isImperative(
  second: string | undefined,
  third: string | undefined,
  count: number,
): boolean {
  if (count < 2 || !second) return false
  if (DETERMINERS.has(second) || BEHIND_IMPERATIVE.has(second)) return true
  return (
    second === 'that' ||
    third === 'before' ||
    third === 'when' ||
    third === 'if' ||
    third === 'the' ||
    third === 'your'
  )
}

/** Forms that are a verb wherever they stand. */
const FINITE = wordSet(
  "knows says goes gets makes takes keeps thinks feels wants gives tells seems teaches means is are was were am has had does did will would can could should must might may isn't aren't wasn't weren't doesn't didn't won't wouldn't can't couldn't it's that's there's went took gave wrote drove grew knew saw began chose spoke broke fell ate said told got",
)
/** They open a clause, in which a verb may stand. */
const OPENERS = wordSet(
  "that who which whose where when why how what if because while since before after until she he they i we you it she's he's they're i'm",
)

/** A noun, and then a verb that belongs to it: "the hospital is hiring", not "the registry she was hired for". */
function hasVerbOfItsOwn(words: readonly Part[]): boolean {
  let open = 0
  for (const { lower, end } of words) {
    if (OPENERS.has(lower)) open = 1
    else if (FINITE.has(lower)) {
      if (!open) return true
      open = AUXILIARIES.has(lower) ? open : 0
    }
    if (end.includes(',')) open = 0
  }
  return false
}

export const JOINS = wordSet('and but so then or')
const SUBJECTS = wordSet(
  "i we you it she he they there this that i'm it's she's he's they're we're you're",
)

/** More than one sentence, or a second clause with a subject of its own. */
function isSeveral(tidy: string, words: readonly Part[]): boolean {
  if (/[.!?…]["”')]?\s|[;:\n/]|\s[-–—]\s|—|–|\.\./.test(withoutTitles(tidy))) return true
  return words.some(({ lower }, index) => {
    if (!JOINS.has(lower)) return false
    const next = words[index + 1]?.lower ?? ''
    return index > 0 && SUBJECTS.has(next)
  })
}

function withoutTitles(text: string): string {
  return text.replace(/\b(?:Dr|Drs|Mr|Mrs|Ms|Mx|Prof|St|vs|e\.g|i\.e|[A-Z])\.(?=\s)/gi, '')
}
