import { isField as isFieldWord } from './known-words.ts'
import { isOfThem, KINDS, MINE, OTHERS, THIRD } from './persons.ts'
import { type Part, partsOf, wordSet } from './tidy.ts'
import {
  AUXILIARIES,
  baseOfGerund,
  baseOfPast,
  baseOfPresent,
  isBase,
  isParticiple,
} from './verbs.ts'

/**
 * What kind of text a detail is, and so where it fits a sentence: `thing` "her grant advice", `topic` "beta
 * blockers", `how` "how he picked EM", `doing` "choosing research", `did` what they did for or with me or before
 * my eyes, "showed me how to place an IV", `fact` what they did or are, "she grew up in Ohio", `advice` "eat when
 * you can", `quote` what they said, "that rural doesn't mean slow", `line` what holds whoever said it, "palliative
 * care isn't giving up", `mine` a sentence of mine, "learned what a huddle is for", `question`, and `sentences`
 * for everything else.
 */
export type Shape = (typeof SHAPES)[number] | 'question' | 'sentences'

/** Those for which a template can have a frame. */
export const SHAPES = [
  'thing',
  'topic',
  'how',
  'doing',
  'did',
  'fact',
  'advice',
  'quote',
  'line',
  'mine',
] as const
/** What stands after "about". */
export const NOUNS: readonly Shape[] = ['thing', 'topic', 'how', 'doing']

const ASKING = wordSet('how why what where who which')
export const DETERMINERS = wordSet('the a an her his their my our these those some all both your')
export const ADVERBS = wordSet(
  'also always already first just never now often once only perhaps sometimes still then too actually really',
)
export const NOT_DOING = wordSet(
  'morning evening meeting spring training teaching nursing boring surprising intimidating interesting nothing something everything anything during string king ring wing thing',
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
  if (isQuoted(tidy)) return 'line'
  if (isTitled(tidy)) return isSeveral(tidy, words, NONE) ? 'sentences' : 'thing'
  if (/\?/.test(tidy.replace(/["“][^"“”]*["”]/g, ''))) return 'question'
  if (ASKS.has(first) && second && ASKED.has(second)) return 'question'
  if (said(words)) return isSeveral(tidy, words, GENERAL) ? 'sentences' : 'quote'
  if (first === 'that' && !isOfThem(second)) {
    return isSeveral(tidy, words, GENERAL) ? 'sentences' : saidByThem(words)
  }
  if (isSeveral(tidy, words, isOfThem(first) ? new Set([first]) : NONE)) return 'sentences'
  if (ASKING.has(first)) return isAsked(second, third) ? 'question' : 'how'
  if (isOfBoth(first, second)) return 'fact'
  if (MINE.has(first) || MY_VERBS.has(first) || isClearNow(words)) return 'mine'
  if (first === 'me' || first === 'myself') return 'mine'
  if (first === 'that') return clauseOf(words.slice(1))
  if (isOfThem(first)) return clauseOf(words)
  if (isVerbFirst(words)) return clauseOf(words)
  if (isInfinitive(words) || isCommand(words)) return 'advice'
  if (first.endsWith('ing') && first.length > 4 && !NOT_DOING.has(first)) {
    return hasVerbOfItsOwn(words) ? 'sentences' : doingOf(words)
  }
  if (DETERMINERS.has(first) || /['’]s$/.test(words[0]?.core ?? '')) {
    if (!hasVerbOfItsOwn(words)) return 'thing'
    return isTheirs(first) ? 'fact' : first === 'my' || first === 'our' ? 'mine' : 'sentences'
  }
  return isTopic(words) ? 'topic' : 'sentences'
}

const ASKED = wordSet("she he they i we us i'm i've i'd i'll we're we've we'd we'll it there you")
const NONE: ReadonlySet<string> = new Set()
/** Of no one: these go on with what was said. */
const GENERAL = wordSet("it it's that that's this they they're there you you're")

/** "“Silence on Rounds,” the essay she wrote" */
function isTitled(tidy: string): boolean {
  return /^["“][^"“”]+(?:,["”]|["”],) (?:the|an?|her|his|their|your) /i.test(tidy)
}

/** What they said, after "said (that)", "she mentioned that", "when he said"; undefined for any other text. */
export function said(words: readonly Part[]): readonly Part[] | undefined {
  const lower = words.map(word => word.lower)
  let at = lower[0] === 'when' || lower[0] === 'that' ? 1 : 0
  const isTold = THIRD.has(lower[at] ?? '')
  if (at === 1 && !isTold) return undefined
  if (isTold) at += 1
  while (ADVERBS.has(lower[at] ?? '')) at += 1
  if (!/^(?:said|says|mentioned)$/.test(lower[at] ?? '')) return undefined
  const clause = words.slice(at + (lower[at + 1] === 'that' ? 2 : 1))
  // "when he said that, I relaxed": what I did then is no part of it.
  if (lower[0] === 'when' && clause.slice(1).some(word => MINE.has(word.lower))) return undefined
  return isClause(clause) ? clause : undefined
}

/** It has a subject, and a verb that belongs to it: not "something about sleep", "email me", "to call". */
function isClause(words: readonly Part[]): boolean {
  const [first, second] = words.map(({ lower }) => lower)
  if (!first || !second || words[0]?.start) return false
  if (/^(?:to|something|hi|hello|yes|no|sorry|thank|thanks|good|don't|never|always)$/.test(first))
    return false
  if (isBase(first) && !FINITE.has(second)) return false
  if (SUBJECTS.has(first) || ANYONE.test(first)) return true
  return words.slice(1).some(({ lower }) => FINITE.has(lower))
}

/** "keeps a notebook", "still calls her mom": the subject of a present was left out, and is theirs. */
export function withSubject(words: readonly Part[]): readonly Part[] {
  const at = words.findIndex(({ lower }) => !ADVERBS.has(lower))
  const [verb = '', next = ''] = [words[at]?.lower, words[at + 1]?.lower]
  const isTheirs = at > 0 || BEHIND_VERB.has(next) || NOUN_BEFORE.test(next)
  const isVerb = PRESENT_FIRST.has(verb)
    ? isTheirs
    : DETERMINERS.has(next) && next !== 'that' && baseOfPresent(verb) !== undefined
  if (!isVerb && !/^doesn't$/.test(verb)) return words
  const isHe = words.some(({ lower }) => KINDS[lower] === 'm')
  const subject = isHe ? 'he' : 'she'
  return [{ start: '', core: subject, end: '', lower: subject }, ...words]
}

const PRESENT_FIRST = wordSet(
  'keeps works teaches knows lives speaks loves makes gives writes lets brings goes remembers believes wants thinks has',
)
const NOUN_BEFORE = /^(?:my|every|each|no|one|two|three|\d+)$/

/** "the cascade finally makes sense", "can't stop thinking about it" */
export function isClearNow(words: readonly Part[]): boolean {
  return /^(?:[^,]+ finally (?:makes? sense|clicked|clicks)(?: to me)?|can't stop thinking about .+)$/.test(
    words.map(({ lower, end }) => `${lower}${end}`).join(' '),
  )
}

const ANYONE = /^(?:nobody|no-one|everyone|everybody|people|anyone)$/

/** "we both grew up in Ohio" */
function isOfBoth(first: string, second = ''): boolean {
  return first === 'we' && second === 'both'
}

/** "to see the consult myself", "not to rank by prestige" */
function isInfinitive(words: readonly Part[]): boolean {
  const at = words[0]?.lower === 'not' ? 1 : 0
  const verb = words[at + 1]?.lower ?? ''
  return (
    words[at]?.lower === 'to' &&
    isBase(verb) &&
    !/^(?:be honest|be fair)/.test(`${verb} ${words[at + 2]?.lower}`)
  )
}

/** Said to me, to do or to leave. */
export function isCommand(words: readonly Part[]): boolean {
  const [first = '', second, third] = words.map(({ lower }) => lower)
  if (first === 'never' || first === 'always') return isBase(second ?? '') || second === 'be'
  if (IMPERATIVE.has(first)) return words.length > 1
  if (second === 'your' && /^[a-z]+$/.test(first) && !NOT_BEFORE_YOUR.test(first)) return true
  if (PURE_VERBS.has(first) && words.length > 1) return true
  if (/^(?:quit|stop|start|keep|try)$/.test(first) && /..ing$/.test(second ?? '')) return true
  return isBase(first) && isImperative(second, third, words.length)
}

/** No noun is written so. */
const PURE_VERBS = wordSet(
  'wear get keep eat bring choose learn let avoid stay take give make find ask tell teach listen admit trust remember become prefer',
)

const NOT_BEFORE_YOUR =
  /^(?:about|after|and|as|at|before|behind|beyond|but|by|during|for|from|in|into|is|are|like|not|of|on|or|over|than|that|the|to|was|when|with|without|all|both|half|what|how|why|where|who|loved|liked)$|(?:ing|ed)$/

/** What I saw or went through: "watching her close", "being asked my name". */
const MY_DOING = wordSet('watching seeing hearing shadowing being getting meeting')

/** "being asked my name", not "being honest". */
function isUndergone([first, second]: readonly Part[]): boolean {
  return first?.lower !== 'being' || isParticiple(second?.lower ?? '')
}

function doingOf(words: readonly Part[]): Shape {
  const isMine = words.some(({ lower }) => /^(?:me|us|my|our)$/.test(lower))
  if (MY_DOING.has(words[0]?.lower ?? '')) return isUndergone(words) ? 'thing' : 'doing'
  const base = baseOfGerund(words[0]?.lower ?? '')
  if (!isMine) return 'doing'
  return base && words.slice(1, 3).some(({ lower }) => lower === 'me' || lower === 'us')
    ? 'did'
    : 'doing'
}

/** "how do I thank her", "what does a good day look like", "how come …". */
function isAsked(second = '', third = ''): boolean {
  if (/^(?:come|do|does|did|don't|doesn't|didn't)$/.test(second)) return true
  const isSubject = SUBJECTS.has(third) || DETERMINERS.has(third) || third === 'people'
  return ASKS.has(second) && isSubject
}

/** The whole text stands in one pair of quotation marks. */
export function isQuoted(tidy: string): boolean {
  return /^["“][^"“”]+["”]$/.test(tidy)
}

/** "that rural doesn't mean slow", not "that story about the parrot". */
function saidByThem(words: readonly Part[]): Shape {
  if (SUBJECTS.has(words[1]?.lower ?? '') || ANYONE.test(words[1]?.lower ?? '')) return 'quote'
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
  /(?:[^s]s|ia|ity|ness|ism|tion|omy|istry|logy|graphy|therapy|care|medicine|research|health|surgery|education|ing|(?:repay|manage|treat|enroll|employ|attach)ment|(?:insur|resili|pati|influ|ambival)[ae]nce|time|work|syndrome|residency|fellowship|internship|funding|feedback|advice|leave|call|housing|pain|balance|sleep|life|heme|onc|cards|neuro|endo|derm|ortho|psych|rads|uro|gyn|pulm|gi|id|em|im|fm|ob|med|emergency|failure|flow)$/

/** Of these a hurried note leaves "the" out. */
const WITH_ARTICLE = wordSet(
  'track pathway clinic program panel song study trial lecture talk tour mnemonic trick form policy elective lab approach framework analogy metaphor drawing slide demo case cascade exam simulation workshop consult cost price role future history importance power art burden impact',
)

/** What the noun of a topic wants before it, where that is sure: "the" for "rural track". */
export function articleOf(words: readonly Part[]): 'the ' | '' | undefined {
  const noun = headOf(words)
  if (words.some(({ lower }) => lower === 'vs')) return ''
  // "lunch" and "tacos" were had; "resilience" was spoken of.
  if (words.length === 1) return isField(words) ? '' : undefined
  if (MASS.test(noun) || COUNTED.test(words[0]?.lower ?? '')) return ''
  return WITH_ARTICLE.has(noun) ? 'the ' : isShort(words) ? '' : undefined
}

function isField([word]: readonly Part[]): boolean {
  if (!word || /^\p{Lu}/u.test(word.core) || isFieldWord(word.lower)) return true
  return MASS.test(word.lower) && !/[^sciu]s$/.test(word.lower)
}

const COUNTED = /^(?:one|two|three|another|next|last|\d+)$/

/** "EM vs IM", "VSLO": letters want none. */
function isShort(words: readonly Part[]): boolean {
  return words.every(({ core }) => core === core.toUpperCase() || core === 'vs' || core === 'and')
}

function headOf(words: readonly Part[]): string {
  const at = words.findIndex(
    ({ lower, end }, index) => end !== '' || (index > 0 && BEHIND_OBJECT.has(lower)),
  )
  const isMarked = at >= 0 && words[at]?.end !== ''
  const noun = words[at < 0 ? words.length - 1 : isMarked ? at : at - 1]?.lower ?? ''
  return noun.split('/').at(-1) ?? noun
}

/** What may stand behind "her" where it is an object: "let her down", "told her that". */
export const BEHIND_OBJECT = wordSet(
  'a about after again anytime anything everything something later soon there here too once twice instead tomorrow today an and as at because before but by during for from how if in into of on or over that the this through to until what when where while why with without',
)

function isTopic(words: readonly Part[]): boolean {
  const at = words.findIndex(
    ({ lower }, index) => index > 0 && lower === 'and' && ASKING.has(words[index + 1]?.lower ?? ''),
  )
  // "global surgery and why she stopped": what follows is turned as such a clause is.
  if (at > 0) return isTopic(words.slice(0, at)) && words.length - at > 2
  if (words.length > LONGEST_TOPIC || hasVerbOfItsOwn(words)) return false
  if (/^(?:i|you|we|they|it|she|he|there)['’](?:m|re|s|ve|ll|d)$/.test(words[0]?.lower ?? ''))
    return false
  if (words.length > 1 && ADVERBS.has(words[0]?.lower ?? '')) return false
  if (words.some(({ lower }) => TELLING.has(lower) || ANYONE.test(lower))) return false
  const isVague = ({ lower }: Part, index: number) =>
    KINDS[lower] !== undefined ||
    MINE.has(lower) ||
    (OTHERS.has(lower) && !OF_FAMILIES.test(words[index + 1]?.lower ?? '')) ||
    (OPENERS.has(lower) && !WITHIN_TOPIC.has(lower)) ||
    (NO_TOPIC.has(lower) && (index === 0 || !WITHIN_TOPIC.has(lower)))
  return !words.some(isVague) && !BEHIND_OBJECT.has(words.at(-1)?.lower ?? '')
}

/** "family medicine" is a field. */
export const OF_FAMILIES = /^(?:med|medicine|practice|physicians?|docs?|doctors?)$/

function isTheirs(word: string): boolean {
  return word === 'her' || word === 'his' || word === 'their'
}

/** A clause about them, with its subject or without. */
function clauseOf(words: readonly Part[]): Shape {
  const from = isOfThem(words[0]?.lower) ? 1 : 0
  const at = words.findIndex(({ lower }, index) => index >= from && !ADVERBS.has(lower))
  const [verb = '', next = ''] = [words[at]?.lower, words[at + 1]?.lower]
  const base = baseOfPast(verb) ?? ''
  if (SAYING.has(base) || (SEEN.has(base) && next !== 'up' && next !== 'birth')) return 'did'
  if (words.some(({ lower }) => lower === 'me' || lower === 'us')) return 'did'
  if (base && !ELSEWHERE.has(base) && hasMine(words)) return 'did'
  if (verb === 'was' && words.some(({ lower }) => WARM.has(lower))) return 'did'
  return toMe(words) ? 'did' : 'fact'
}

/** With what is mine, "wrote my name on the board", not with one of mine, "trained with my aunt". */
function hasMine(words: readonly Part[]): boolean {
  return words.some(
    ({ lower }, index) =>
      (lower === 'my' || lower === 'our') && !OTHERS.has(words[index + 1]?.lower ?? ''),
  )
}

/** What they did or were elsewhere. */
const ELSEWHERE = wordSet(
  'know train work study live grow go come meet be have join start found leave become attend graduate love',
)

/** What they do before my eyes: it was seen and not heard. */
export const SEEN = wordSet(
  `draw sit stand stay stop wait hold let listen notice catch smile thank apologize correct remember bring pause knock
  kneel give explain introduce handle treat show look walk check ask answer greet clean close`,
)
export const WARM = wordSet(
  'kind patient generous helpful warm encouraging welcoming thoughtful supportive calm gracious',
)

const SAYING = wordSet(
  'say tell ask mention offer promise suggest recommend explain describe advise',
)
/** What begins a line of one's own. */
const MY_VERBS = wordSet(
  'learned learnt realized realised noticed felt liked loved enjoyed appreciated thought wondered saw heard found hoped wanted wish glad happy excited grateful',
)

/** Whether its first verb is one that they do to somebody, and that one is me or us. */
function toMe(words: readonly Part[]): boolean {
  const at = words.findIndex(({ lower }) => TO_ME.has(baseOfPast(lower) ?? ''))
  if (at < 0 || at > 2) return false
  return words.slice(at + 1, at + 3).some(({ lower }) => lower === 'me' || lower === 'us')
}

/** A known past form that begins the text: who did it was left out. */
export function isVerbFirst(words: readonly Part[]): boolean {
  const at = /^(?:also|always|even|still|then)$/.test(words[0]?.lower ?? '') ? 1 : 0
  const [first = '', next = ''] = words.slice(at).map(({ lower }) => lower)
  const base = baseOfPast(first)
  if (!base || base === 'be') return false
  if (next === 'me' || next === 'us' || next === 'my') return true
  // "practiced interviews with me"
  if (
    words.length > 3 &&
    /^(?:me|us)$/.test(words.at(-1)?.lower ?? '') &&
    words.at(-2)?.lower === 'with'
  )
    return true
  // "protected time", "left brain": a noun behind it makes a noun phrase of it.
  return !isBase(first) && BEHIND_VERB.has(next)
}

const BEHIND_VERB = wordSet(
  'a about all an as at away back both by down each early every extra late like no one really some still two three everyone for from her him his how i in into it me my off on out over people that the their them there these this through to up us we what where who why with your',
)

const BEHIND_IMPERATIVE = wordSet(
  'me us it them yourself what how where when who if to up out for with on in at away back down off early less more often first last',
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
  "knows says goes gets makes takes keeps thinks feels wants gives tells seems teaches means is are was were am has had does did will would can could should must might may isn't aren't wasn't weren't doesn't didn't won't wouldn't can't couldn't it's that's there's went took gave wrote drove grew knew saw began chose spoke broke fell ate said told got don't have aren't wants loves gets eats becomes brings lets seems feels helps asks needs",
)
/** They open a clause, in which a verb may stand. */
const OPENERS = wordSet(
  "that who which whose where when why how what if because while since before after until she he they i we you it she's he's they're i'm",
)

/** "the residents love her": after a plural these are verbs. */
const LIKED = wordSet(
  'love hate like need want know think get have eat say tell ask learn teach adore trust follow call',
)

/** So may these: "being told my note was long". */
const TELLING = wordSet('told asked said mentioned knowing realizing hearing saying thinking')

/** A noun, and then a verb that belongs to it: "the hospital is hiring", not "the registry she was hired for". */
function hasVerbOfItsOwn(words: readonly Part[]): boolean {
  let open = 0
  let isInQuotes = false
  let before = ''
  for (const { lower, start, end } of words) {
    if (/["“]/.test(start)) isInQuotes = true
    const isQuoted = isInQuotes
    if (/["”]/.test(end)) isInQuotes = false
    if (isQuoted) continue
    const isPluralBefore = /[^su']s$/.test(before) && LIKED.has(lower)
    before = lower
    if (OPENERS.has(lower) || TELLING.has(lower)) open = 1
    else if (FINITE.has(lower) || (isPluralBefore && isBase(lower) && !open)) {
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

const ENDS = /[.!?…]["”')]?\s|[;\n]|:(?!\d)|\s[-–—]\s|—|–(?!\d)|\.\.|\s\/|\/\s/

/** More than one sentence, or a second clause with a subject other than those that go on. */
function isSeveral(tidy: string, words: readonly Part[], goesOn: ReadonlySet<string>): boolean {
  if (ENDS.test(withoutAside(withoutTitles(tidy)))) return true
  return words.some(({ lower }, index) => {
    if (!JOINS.has(lower)) return false
    const next = words[index + 1]?.lower ?? ''
    const isAim = lower === 'so' && /^you/.test(next)
    return index > 0 && SUBJECTS.has(next) && !goesOn.has(next) && !isAim
  })
}

/** "how he reads a paper — figures first, methods last": the dash goes on with the same thought. */
function withoutAside(text: string): string {
  const [head = '', tail = '', ...more] = text.split(/\s[-–—]\s|—/)
  if (!tail || more.length > 0 || head.split(' ').length < 3) return text
  const isSame = tail
    .split(' ')
    .map(partsOf)
    .every(({ lower }) => !GOES_OFF.has(lower) && KINDS[lower] === undefined)
  return isSame && !isBase(tail.split(' ')[0] ?? '') ? `${head} ${tail}` : text
}

const GOES_OFF = wordSet(
  "i i'm my me we us you your it it's that's this is are was were has had did does said can will would but so and then not never true same need",
)

function withoutTitles(text: string): string {
  return text.replace(/\b(?:Dr|Drs|Mr|Mrs|Ms|Mx|Prof|St|vs|e\.g|i\.e|[A-Z])\.(?=\s)/gi, '')
}
