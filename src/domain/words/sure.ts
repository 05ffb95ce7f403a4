import { isField, isKnown, isWarmth, isWork, isWorkVerb } from './known-words.ts'
import { KINDS, OTHERS, TITLES } from './persons.ts'
import { ADVERBS, articleOf, BEHIND_OBJECT, NOT_DOING, OF_FAMILIES, type Shape } from './shapes.ts'
import { type Part, wordSet } from './tidy.ts'
import {
  AUXILIARIES,
  baseOfGerund,
  baseOfPast,
  baseOfPresent,
  isBase,
  isParticiple,
} from './verbs.ts'

interface Text {
  words: readonly Part[]
  lower: readonly string[]
  shape: Shape
  /** A capital inside is meant as a name: nobody who takes notes in a hurry writes one. */
  names: boolean
}

/**
 * Whether a text about somebody is surely of one of the few kinds that are said to them unasked: something of their
 * work, how or why they came to it, a field, advice, or what they did to help or to teach. Everything else is asked
 * about: most of what students note cannot be said to the one it is about, and no list of what cannot is ever whole.
 */
export function isSure(
  words: readonly Part[],
  shape: Shape,
  { names }: { names: boolean },
): boolean {
  const text = { words, lower: words.map(({ lower }) => lower), shape, names }
  return (
    words.every((_, index) => isSaid(text, index)) &&
    hasSureMarks(text) &&
    hasOneOwner(text) &&
    !isDenial(text) &&
    (KINDS_OF_TEXT[shape]?.(text) ?? false)
  )
}

const KINDS_OF_TEXT: Partial<Record<Shape, (text: Text) => boolean>> = {
  thing: isSureThing,
  topic: isSureTopic,
  how: text => isSureHow(text, 0),
  doing: isSureDoing,
  did: isSureDeed,
  fact: isSureFact,
  advice: isSureAdvice,
  quote: isOfNoOne,
  line: isOfNoOne,
}

// Words

/** A word that says nothing but what it says. */
function isSaid(text: Text, index: number): boolean {
  const { lower = '', core = '' } = text.words[index] ?? {}
  if (text.names && index > 0 && /^\p{Lu}/u.test(core)) return true
  return (
    /^(?:19|20)\d\d$/.test(core) ||
    isPlain(lower) ||
    lower.split(/[-/]/).every(piece => isPlain(piece.replace(/'s$/, ''))) ||
    isPlainThere(text, index)
  )
}

function isPlain(word: string): boolean {
  return (
    isKnown(word) || isWorkVerb(baseOf(word)) || /^[1-3]?$/.test(word) || OF_MEDICINE.test(word)
  )
}

/** Learned words of medicine: "nephritis", "hyponatremia". */
const OF_MEDICINE =
  /..(?:itis|emia|aemia|uria|osis|opathy|ectomy|ostomy|otomy|oscopy|ography|ology|plasty|algia|graphic|scopic)$/

/** Beside the word next to it: "family medicine", "every patient", "stayed late to help", "in Oakland". */
function isPlainThere({ words, lower, shape, names }: Text, index: number): boolean {
  const { core = '', end = '' } = words[index] ?? {}
  const [before = '', word, next = ''] = [lower[index - 1], lower[index], lower[index + 1]]
  if (word === 'family') return end === '' && OF_FAMILIES.test(next)
  if (word === 'hard') return HARD.test(next)
  if (/^\d{1,2}$/.test(word ?? ''))
    return (
      names &&
      (NUMBERED.test(before) ||
        /^[a-z]{3,8}(?:uary|ember|ober)$|^(?:march|april|may|june|july|august)$/.test(next))
    )
  if (word === 'late') return /^stay(?:ed|ing)?$/.test(before)
  if (word === 'patient') {
    if (/^(?:every|each)$/.test(before) || OF_PATIENTS.test(next)) return true
    return /^(?:an?|the)$/.test(before) && (shape === 'advice' || lower[1] === 'to')
  }
  return /^\p{Lu}\p{Ll}+$/u.test(core) && /^(?:in|near)$/.test(before)
}

const HARD =
  /^(?:nights?|days?|weeks?|cases?|questions?|conversations?|parts?|shifts?|rotations?|choices?|decisions?)$/
const NUMBERED =
  /^(?:chapters?|step|week|year|block|aim|table|figure|page|part|case|slide|lecture|day|[a-z]{3,8}(?:uary|ember|ober)|march|april|may|june|july|august)$/
const OF_PATIENTS = /^(?:care|education|safety|communication|advocacy)$/

/** The base of a verb in any form; empty for none. */
function baseOf(word: string): string {
  if (isBase(word)) return word
  return baseOfPast(word) ?? baseOfPresent(word) ?? baseOfGerund(word) ?? ''
}

/** Not "never called back", but "pick the mentor, not the project". */
function isDenial({ words, lower, shape }: Text): boolean {
  if (shape === 'advice' || shape === 'quote' || shape === 'line') return false
  return lower.some(
    (word, index) => /^(?:not|never)$|n't$/.test(word) && words[index - 1]?.end !== ',',
  )
}

/** Whether a comma parts nothing that would have to be said by itself. */
export function isOneThought(words: readonly Part[]): boolean {
  return words.every(
    ({ end }, index) => !end.includes(',') || GOES_ON.has(words[index + 1]?.lower ?? ''),
  )
}

/** Whole, in words without marks, and a comma only before what goes on with the same thought. */
function hasSureMarks({ words, lower, names }: Text): boolean {
  if (OPEN_END.has(lower.at(-1) ?? '')) return false
  return words.every(({ start, end }, index) => {
    if (names && /^["“]?$/.test(start) && /^["”]?,?$/.test(end))
      start = end = end.replace(/["”]/, '')
    if (start !== '' && start !== end) return false
    return end === '' || (end === ',' && GOES_ON.has(lower[index + 1] ?? ''))
  })
}

const OPEN_END = wordSet(
  'where when that who which how why what about of and or the a an than because if from to their my she he they',
)
const GOES_ON = wordSet(
  'twice once again step especially even with without in at on from for to by during after before then and or one first how what why not',
)

// Whose

const POSSESSIVE = wordSet('her his their your')

/** One she or one he, who owns nothing but work; "they" is them only where it begins. */
function hasOneOwner(text: Text): boolean {
  const { lower, names, shape } = text
  // In advice "your people" are mine.
  if (shape === 'advice') return true
  const kinds = new Set(lower.flatMap(word => KINDS[word] ?? []))
  const isMixed = kinds.size + Number(lower.some(word => /^you(?:r|rs|rself)?$/.test(word))) > 1
  const isNamed = names && lower.some(word => TITLES.has(word) || OTHERS.has(word))
  if ((isMixed && !isNamed) || (kinds.has('pl') && lower[0] !== 'they')) return false
  return lower.every(
    (word, index) =>
      !POSSESSIVE.has(word) || isObject(lower, index) || isTheirWork(phraseAt(text, index + 1)),
  )
}

/** "the paper with her": she herself. */
function isObject(lower: readonly string[], index: number): boolean {
  return lower[index] === 'her' && BEHIND_OBJECT.has(lower[index + 1] ?? 'a')
}

function isTheirWork(phrase: readonly string[]): boolean {
  // Their last week somewhere is a farewell.
  if (phrase.length > 1 && phrase[0] === 'last') return false
  const head = phrase.at(-1) ?? ''
  return isWork(head) || isWarmth(head) || THEIRS_TOO.has(head)
}

const THEIRS_TOO = wordSet('own patients students residents interns first last')

/** The words up to the first that cannot belong to the noun: "grant advice" of "grant advice on aims". */
function phraseAt({ words, lower }: Pick<Text, 'words' | 'lower'>, from: number): string[] {
  const phrase: string[] = []
  for (let at = from; at < words.length; at += 1) {
    const word = lower[at] ?? ''
    if (ENDS_PHRASE.has(word)) break
    phrase.push(word)
    if (words[at]?.end) break
  }
  return phrase
}

const ENDS_PHRASE = wordSet(
  `of on in at to for from with without about by into through over during before after between within across around
  behind beside under up out down as than like vs while when where if because since until so how what which who why
  whether it she he they you we i that this and or is are was were has have had do does did can could will would should
  must may might twice once again together alone even especially not`,
)

// Clauses

const ADDRESSEE = wordSet('she he they you')
const SUBJECTS = wordSet(
  'she he they you i we who that which it people everyone someone students residents interns',
)
const BEFORE_BASE = wordSet(
  'to me us let help helped can could will would should must may might do does did and or not',
)
const BEFORE_PARTICIPLE = wordSet('be been being is are and have')

/** Every verb from there on has a subject, or another verb that it belongs to. */
function hasSureVerbs({ lower }: Text, from: number): boolean {
  return lower.every((word, index) => {
    const isAuxiliary = AUXILIARIES.has(word) || word === 'are'
    const isOther = isKnown(word) || !isWorkVerb(baseOf(word)) || baseOfGerund(word) !== undefined
    if (index < from || (isOther && !isAuxiliary)) return true
    let at = index - 1
    while (at > 0 && ADVERBS.has(lower[at] ?? '')) at -= 1
    const before = lower[at] ?? ''
    if (isBase(word) && BEFORE_BASE.has(before)) return true
    if (SUBJECTS.has(before)) return true
    return !isAuxiliary && (AUXILIARIES.has(before) || BEFORE_PARTICIPLE.has(before))
  })
}

/** Where the verb stands whose subject ends before here. */
function verbAt({ lower }: Text, from: number): number {
  let at = from
  while (ADVERBS.has(lower[at] ?? '')) at += 1
  return at
}

/** "she explained …", "they chose …": the addressee, and a verb of work. */
function isSureClause(text: Text, from: number): boolean {
  if (!ADDRESSEE.has(text.lower[from] ?? '')) return false
  const at = verbAt(text, from + 1)
  const verb = text.lower[at] ?? ''
  // Of leaving, the field alone is sure: "why she left ortho", not "why she left".
  if (/^(?:left|leaves?)$/.test(verb) && !isField(text.lower[at + 1] ?? '')) return false
  return isPredicate(verb) && hasSureVerbs(text, at + 1)
}

function isPredicate(word: string): boolean {
  return baseOfGerund(word) === undefined && isWorkVerb(baseOf(word))
}

// Kinds

const DETERMINER = wordSet('the a an her his their your that this these those my our')

/** "her grant advice", "the registry she runs", "what she said about aims", "the way she explains consent". */
function isSureThing(text: Text): boolean {
  const { words, lower } = text
  const [first = '', second = '', third = ''] = lower
  if (first === 'how') return isSureClause(text, 1)
  if (first === 'what') return isWhatTheySaid(text)
  if (first === 'the' && second === 'way' && ADDRESSEE.has(third)) return isSureClause(text, 2)
  // "shadowing", typed for a mail of mine
  if (text.names && isWorkVerb(baseOfGerund(first) ?? '')) return hasSureVerbs(text, 1)
  if (!DETERMINER.has(first)) return false
  const phrase = phraseAt(text, 1)
  if (!isSureHead(text, phrase.at(-1) ?? '')) return false
  const isName = (word: string, index: number) =>
    index === phrase.length - 1 ||
    isKnown(word) ||
    isParticiple(word) ||
    baseOfGerund(word) !== undefined ||
    !isWorkVerb(baseOf(word)) ||
    /^\p{Lu}/u.test(words[index + 1]?.core ?? '')
  if (!phrase.every(isName)) return false
  const next = phrase.length + 1
  const clause = /^(?:that|which)$/.test(lower[next] ?? '') ? next + 1 : next
  return ADDRESSEE.has(lower[clause] ?? '') ? isSureClause(text, clause) : hasSureVerbs(text, next)
}

/** Theirs is work alone; what is mine, or nobody's, may be anything that is studied. */
function isSureHead({ lower, names }: Text, head: string): boolean {
  const determiner = lower[0] ?? ''
  if (isWork(head)) return true
  if (POSSESSIVE.has(determiner)) return isWarmth(head)
  const isOurs = determiner === 'my' || determiner === 'our'
  return (
    isField(head) || (isOurs && isWorkVerb(baseOf(head))) || ((isOurs || names) && isKnown(head))
  )
}

function isWhatTheySaid(text: Text): boolean {
  const { lower } = text
  const isTold =
    ADDRESSEE.has(lower[1] ?? '') && /^(?:said|told|taught|shared|wrote)$/.test(lower[2] ?? '')
  return (
    isTold &&
    lower.slice(3, 5).some(word => word === 'about' || word === 'on') &&
    hasSureVerbs(text, 4)
  )
}

/** "rural family medicine", "choosing a lab" apart: every word is one of the field, or stands between two. */
function isSureTopic(text: Text): boolean {
  // Of what is noted a hurried hand leaves "the" out; what is typed for a mail is as it is meant.
  if (text.names) return hasSureVerbs(text, 1)
  if (articleOf(text.words) === undefined) return false
  return text.lower.some(word => word.split(/[-/]/).some(isField)) && hasSureVerbs(text, 1)
}

/** "how she chose cardiology", "why he left ortho", "how to read a strip", "how your group trains its students". */
function isSureHow(text: Text, from: number): boolean {
  const [first = '', second = '', third = '', fourth = ''] = text.lower.slice(from)
  if (!/^(?:how|why|what)$/.test(first)) return false
  if (second === 'to')
    return first !== 'why' && isBase(third) && isWorkVerb(third) && hasSureVerbs(text, from + 3)
  if (POSSESSIVE.has(second) && GROUP.has(third)) {
    return isPredicate(fourth) && hasSureVerbs(text, from + 4)
  }
  if (DETERMINER.has(second)) return isHowItWorks(text, from)
  return isSureClause(text, from + 1)
}

const GROUP = wordSet('group lab team clinic program department practice school')

/** "how the match works", "what an intern day looks like" */
function isHowItWorks(text: Text, from: number): boolean {
  const phrase = phraseAt(text, from + 2)
  return (
    /^(?:works|looks)$/.test(phrase.at(-1) ?? '') &&
    phrase.some(isField) &&
    hasSureVerbs(text, from + 2 + phrase.length)
  )
}

function isSureDoing(text: Text): boolean {
  const [first = ''] = text.lower
  // With me, it was I who did it.
  if (isMe(text, text.lower.indexOf('me')) || text.lower.includes('us')) return false
  return !NOT_DOING.has(first) && isWorkVerb(baseOfGerund(first) ?? '') && hasSureVerbs(text, 1)
}

const CAREER = wordSet(
  'grow run teach study research build start found train switch lead direct work write mentor publish combine design',
)

/** What their work is: "she runs the registry". */
function isSureFact(text: Text): boolean {
  const verb = text.lower[verbAt(text, 1)] ?? ''
  return CAREER.has(baseOfPast(verb) ?? baseOfPresent(verb) ?? '') && isSureClause(text, 0)
}

const BEFORE_ORDER = /^(?:to|not|don't|always|never|please|do)$/

function isSureAdvice(text: Text): boolean {
  const at = text.lower.findIndex(word => !BEFORE_ORDER.test(word))
  const verb = text.lower[at] ?? ''
  const isOfThem = text.lower.some(word => KINDS[word] !== undefined)
  return !isOfThem && isBase(verb) && isWorkVerb(verb) && hasSureVerbs(text, at + 1)
}

/** What holds whoever says it, and of whomever. */
function isOfNoOne({ lower }: Text): boolean {
  // "that talk was …" is of one talk.
  if (lower[0] === 'that' && isWork(lower[1] ?? '')) return false
  return lower.every(word => !PERSONS.has(word) && KINDS[word] === undefined)
}

const PERSONS = wordSet(
  'i me my we us our you your people person everyone someone student students resident residents intern interns fellows attendings seniors chiefs nurses doctors surgeons mentor mentors team teams applicants applicant patients',
)

// What they did for me

interface Deed {
  text: Text
  base: string
  /** Where the words behind the verb begin. */
  from: number
}

function isSureDeed(text: Text): boolean {
  const at = verbAt(text, ADDRESSEE.has(text.lower[0] ?? '') ? 1 : 0)
  const verb = text.lower[at] ?? ''
  const base = baseOfPast(verb) ?? baseOfGerund(verb) ?? ''
  const deed = { text, base, from: at + 1 }
  return hasSureVerbs(text, at + 1) && DEEDS.some(each => each(deed))
}

const DEEDS: readonly ((deed: Deed) => boolean)[] = [
  ({ base, text, from }) => base === 'tell' && isMe(text, from) && isSurelyTold(text, from + 1),
  ({ base, text, from }) => /^(?:show|teach|walk|guide)$/.test(base) && isMe(text, from),
  ({ base, text, from }) => base === 'explain' && text.lower.length > from,
  ({ base, text, from }) =>
    base === 'introduce' && isMe(text, from) && text.lower[from + 1] === 'to',
  ({ base, text, from }) =>
    (/^(?:let|help)$/.test(base) &&
      isMe(text, from) &&
      /^(?:with|to)$/.test(text.lower[from + 1] ?? '')) ||
    (/^(?:let|help)$/.test(base) && isMe(text, from) && isWorkVerb(text.lower[from + 1] ?? '')),
  ({ base, text, from }) =>
    base === 'quiz' && isMe(text, from) && /^(?:on|about)$/.test(text.lower[from + 1] ?? ''),
  ({ base, text, from }) => base === 'cover' && text.lower[from] === 'for' && isMe(text, from + 1),
  ({ base, text, from }) =>
    /^(?:practice|sit)$/.test(base) &&
    /(?:with|for) (?:me|us)$/.test(text.lower.slice(from).join(' ')),
  ({ base, text, from }) =>
    base === 'offer' && text.lower[from] === 'to' && isWorkVerb(text.lower[from + 1] ?? ''),
  ({ base, text, from }) =>
    /^(?:stay|come)$/.test(base) &&
    /\bto (?:help|teach|explain|show|talk|answer)\b/.test(text.lower.slice(from).join(' ')),
  // A gift is of work: "gave me feedback", not "gave me a look".
  ({ base, text, from }) =>
    GIVING.has(base) && isTheirWork(objectAt(text, isMe(text, from) ? from + 1 : from)),
  // "read my abstract twice", "went over my slides"
  ({ base, text, from }) => READING.has(base) && isMine(text, from),
]

const GIVING = wordSet('give send lend share bring recommend suggest offer draw write')
const READING = wordSet('read review edit proofread answer check look go remember')

function isMe({ lower }: Text, at: number): boolean {
  return lower[at] === 'me' || lower[at] === 'us'
}

/** "about the lab", "how she chose peds", "to read one paper a week" */
function isSurelyTold(text: Text, from: number): boolean {
  const [first = '', second = ''] = text.lower.slice(from)
  if (first === 'about') return true
  return first === 'to' ? isWorkVerb(second) : isSureHow(text, from)
}

function objectAt(text: Text, from: number): string[] {
  const isLed = DETERMINER.has(text.lower[from] ?? '')
  return phraseAt(text, isLed ? from + 1 : from)
}

function isMine(text: Text, from: number): boolean {
  const at = text.lower.slice(from, from + 4).findIndex(word => word === 'my' || word === 'our')
  const head = at < 0 ? '' : (phraseAt(text, from + at + 1).at(-1) ?? '')
  return isWork(head) || isField(head) || head === 'name'
}
