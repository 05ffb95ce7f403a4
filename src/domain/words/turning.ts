import { CONTRACTED, hasMany, isTheyOne, KINDS, MINE, THIRD } from './persons.ts'
import {
  ADVERBS,
  articleOf,
  BEHIND_OBJECT,
  DETERMINERS,
  isClearNow,
  JOINS,
  SEEN,
  type Shape,
  said as saidClause,
  TO_ME,
  WARM,
} from './shapes.ts'
import { type Part, partsOf, wordSet } from './tidy.ts'
import {
  AUXILIARIES,
  baseOfGerund,
  baseOfPast,
  baseOfPresent,
  gerundOf,
  isBase,
  isParticiple,
  pastOfBase,
} from './verbs.ts'

export interface Detail {
  shape: Shape
  /**
   * How it is said to them in the middle of a sentence, without a closing mark: "your grant advice", "how you
   * picked EM", "you showed me how to place an IV"; of `advice` what stands after "your advice", "to eat when
   * I can", of `quote` what stands after "you said", of `line` what stands after a colon, of `mine` a sentence
   * of its own. Undefined: it has to be asked.
   */
  said: string | undefined
  /** Of `did`, after "thank you for": "showing me how to place an IV". */
  doing?: string
  /** It is of a kind that is said without asking. */
  isSure?: true
  /** What is asked: how it may be typed instead. */
  instead?: readonly string[]
}

/** The words as they are said to the addressee; undefined where a verb or a name is not sure. */
export function turned(words: readonly Part[], shape: Shape): Detail {
  const [first] = words
  switch (shape) {
    case 'advice':
      return asAdvice(words)
    case 'quote':
      return asQuote(words)
    case 'mine':
      return asMine(words)
    case 'topic':
      return asTopic(words)
    case 'how':
      return asHow(words)
    case 'did':
    case 'fact':
      if (shape === 'did' && baseOfGerund(first?.lower ?? '')) return asDone(words)
      return asWarm(words) ?? asClause(first?.lower === 'that' ? words.slice(1) : words, shape)
    default:
      return ofWords(words, shape)
  }
}

function ofWords(words: readonly Part[], shape: Shape): Detail {
  const said = toThem(words)
  return { shape, said: said && startingSmall(said, words) }
}

function asClause(words: readonly Part[], shape: 'did' | 'fact'): Detail {
  const { said } = ofWords(words, shape)
  if (said === undefined) return { shape, said }
  const sentence = hasSubject(words) ? said : `you ${said}`
  if (shape === 'fact') return { shape, said: sentence }
  // A second verb of theirs would have to change with the first.
  const isOne = !words.some(
    ({ lower }, index) =>
      JOINS.has(lower) &&
      words
        .slice(index + 1, index + 4)
        .some(({ lower: next }) => baseOfPast(next) !== undefined || /..ed$/.test(next)),
  )
  const doing = isOne ? gerundOfClause(sentence) : undefined
  return doing ? { shape, said: sentence, doing } : { shape, said: sentence }
}

function hasSubject(words: readonly Part[]): boolean {
  const first = words[0]?.lower ?? ''
  return THIRD.has(first) || CONTRACTED.has(first) || DETERMINERS.has(first) || first === 'we'
}

/** "she was just really kind" is said as "how kind you were". */
function asWarm(words: readonly Part[]): Detail | undefined {
  const text = words.map(({ start, core, end }) => `${start}${core}${end}`).join(' ')
  const found =
    /^(?:she|he) was (?:(?:also|just|so|really|very|always|incredibly|super) )*(\w+)((?: (?:with|about|to|when) .+)?)$/i.exec(
      text,
    )
  const quality = found?.[1]?.toLowerCase() ?? ''
  if (!WARM.has(quality)) return undefined
  const rest = toThem((found?.[2] ?? '').trim().split(' ').map(partsOf))
  return rest === undefined
    ? undefined
    : { shape: 'thing', said: `how ${quality} you were ${rest}`.trim() }
}

/** "walking me through the note": they walked me through it. */
function asDone(words: readonly Part[]): Detail {
  const shape = 'did'
  const doing = toThem(words)
  const [gerund = '', ...rest] = doing?.split(' ') ?? []
  const base = baseOfGerund(gerund.toLowerCase()) ?? ''
  const past = base === 'be' ? 'were' : pastOfBase(base)
  // "so patient" joins nothing, and "us" is whom it was done for.
  const isSure = words.every(
    ({ lower }) => /^(?:so|us)$/.test(lower) || !(JOINS.has(lower) || MINE.has(lower)),
  )
  if (!past || !isSure) {
    return { shape, said: undefined }
  }
  return {
    shape,
    said: ['you', past, ...rest].join(' '),
    doing: [gerund.toLowerCase(), ...rest].join(' '),
  }
}

/** What was seen is said as their way: "how she sat down" is "the way you sat down". */
function asHow(words: readonly Part[]): Detail {
  const detail = ofWords(words, 'how')
  const [how, subject, ...rest] = words.map(({ lower }) => lower)
  const verb = rest.find(word => !ADVERBS.has(word)) ?? ''
  const base = baseOfPast(verb) ?? baseOfPresent(verb) ?? ''
  // "how calm she was" may have been seen as well as told.
  const isQuality = how === 'how' && THIRD.has(rest[0] ?? '') && /^(?:is|was)$/.test(rest[1] ?? '')
  if (isQuality && subject !== 'much' && subject !== 'many') return { ...detail, shape: 'thing' }
  if (how !== 'how' || !THIRD.has(subject ?? '') || !SEEN.has(base) || !detail.said) return detail
  return { shape: 'thing', said: detail.said.replace(/^how /, 'the way ') }
}

/** With the article and the "and" that a hurried note leaves out. */
function asTopic(words: readonly Part[]): Detail {
  const { shape, said } = ofWords(words, 'topic')
  const parts = said?.split(', ') ?? []
  const isList = parts.length > 2 && !/^(?:and|or|not|especially) /.test(parts.at(-1) ?? '')
  const whole = isList ? `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}` : said
  return { shape, said: whole && `${articleOf(words) ?? ''}${whole}` }
}

/** A sentence of mine, its "I" put in where it was left out. */
function asMine(words: readonly Part[]): Detail {
  const shape = 'mine'
  const text = words.map(({ lower }) => lower).join(' ')
  if (isClearNow(words)) return asClear(words)
  if (!SURE_OF_ME.test(text) || /\b(?:that|it|this|them)$/.test(text) || /\byou\b/.test(text)) {
    return { shape, said: undefined }
  }
  const { said } = ofWords(words, shape)
  if (said === undefined) return { shape, said }
  return { shape, said: MINE.has(words[0]?.lower ?? '') ? said : `I ${said}` }
}

/** "complement cascade finally makes sense" with its article, and "I can't stop …". */
function asClear(words: readonly Part[]): Detail {
  const { said } = ofWords(words, 'mine')
  const at = words.findIndex(({ lower }) => lower === 'finally')
  const article =
    at < 0 ? 'I ' : DETERMINERS.has(words[0]?.lower ?? '') ? '' : articleOf(words.slice(0, at))
  if (said === undefined || article === undefined) return { shape: 'mine', said: undefined }
  return { shape: 'mine', said: `${article}${said}` }
}

/** What may stand in a mail to them as it is: what I learned and liked, and what we talked about. */
const SURE_OF_ME =
  /^(?:(?:i )?(?:really |also |finally )?(?:learned|learnt|loved|liked|enjoyed|appreciated) (?!it$|that$)|i'd never (?:heard|seen|thought) |i (?:hadn't known|didn't know|never knew|had no idea) (?:that |how |what |why |\S+ \S+ )|(?:i )?wish i'd asked (?:more )?about |we (?:talked|spoke|chatted) (?:for |about ))/

/** The words with every third person turned to them; undefined where a verb or a contraction is not known. */
export function toThem(words: readonly Part[]): string | undefined {
  const said: string[] = []
  const isOne = isTheyOne(words)
  let verbIsNext = false
  let hasSubject = false
  for (const [index, part] of words.entries()) {
    const { start, core, end, lower } = part
    const next = words[index + 1]?.lower
    const isLast = end !== '' || next === undefined
    let changed: string | undefined = core
    if (verbIsNext) {
      changed = ADVERBS.has(lower) ? core : afterYou(lower, core)
      verbIsNext = ADVERBS.has(lower)
    } else if (hasSubject && isJoined(words, index) && baseOfPresent(lower)) {
      changed = isSurelyVerb(words, index) ? afterYou(lower, core) : undefined
    } else if (KINDS[lower] !== 'pl' || isOne) {
      const before = words[index - 1]?.lower
      changed = pronoun(lower, core, { isLast, next, before, behind: words[index + 2]?.lower })
      verbIsNext = THIRD.has(lower) && !isLast
      if (THIRD.has(lower) || CONTRACTED.has(lower)) hasSubject = true
    }
    if (changed === undefined) return undefined
    said.push(`${start}${changed}${end}`)
  }
  return said.join(' ')
}

/** "talks and listens", "and still takes": a second verb of the same subject, or a noun. */
function isJoined(words: readonly Part[], index: number): boolean {
  const before = words[index - 1]?.lower ?? ''
  return JOINS.has(before) || (ADVERBS.has(before) && JOINS.has(words[index - 2]?.lower ?? ''))
}

function isSurelyVerb(words: readonly Part[], index: number): boolean {
  const next = words[index + 1]?.lower ?? ''
  return (
    ADVERBS.has(words[index - 1]?.lower ?? '') || DETERMINERS.has(next) || KINDS[next] !== undefined
  )
}

/** A verb as it stands after "you". */
function afterYou(lower: string, core: string): string | undefined {
  const auxiliary = AUXILIARIES.get(lower)
  if (auxiliary) return auxiliary
  if (baseOfPast(lower) !== undefined) return core
  const base = baseOfPresent(lower)
  if (base) return base
  return isBase(lower) ? core : undefined
}

interface Around {
  isLast: boolean
  before: string | undefined
  next: string | undefined
  /** The word after the next one. */
  behind: string | undefined
}

function pronoun(lower: string, core: string, around: Around): string | undefined {
  const { isLast, next } = around
  switch (lower) {
    case 'she':
    case 'he':
    case 'they':
      return 'you'
    case "she's":
    case "he's":
      if (!next) return undefined
      return isParticiple(next) || next === 'been' ? "you've" : "you're"
    case "they're":
      return "you're"
    case "they've":
      return "you've"
    case "she'll":
    case "he'll":
      return "you'll"
    case "she'd":
    case "he'd":
    case "they'd":
      return undefined
    case 'him':
    case 'them':
      return 'you'
    case 'herself':
    case 'himself':
      return 'yourself'
    case 'hers':
    case 'theirs':
      return 'yours'
    case 'their':
      return 'your'
    case 'his':
      return isLast ? 'yours' : 'your'
    case 'her':
      return isLast || BEHIND_OBJECT.has(next ?? '') ? 'you' : herBefore(around)
    default:
      return core
  }
}

const PERCEIVED = wordSet('watching seeing hearing letting saw heard watched let watch see hear')

/** "watching her close", "her clinic"; undefined where it could be either: "gave her time". */
function herBefore({ before = '', next = '', behind = '' }: Around): string | undefined {
  if (PERCEIVED.has(before)) {
    if (next.endsWith('ing')) return 'you'
    return isBase(next) && (behind === '' || BEHIND_OBJECT.has(behind)) ? 'you' : undefined
  }
  return TO_ME.has(baseOfPast(before) ?? before) ? undefined : 'your'
}

const SMALL_STARTS = wordSet(
  'the a an her his their this these those some all both how why what where when who which that she he they we also never always just being loved liked learned',
)

/** In the middle of a sentence; a capital that may be a name's stays. */
function startingSmall(said: string, words: readonly Part[]): string {
  const [first] = words
  if (!first || !/^\p{Lu}/u.test(said)) return said
  if (first.lower === 'i' || (first.core.length > 1 && /^[\p{Lu}\p{N}]{2}/u.test(first.core)))
    return said
  const { lower } = first
  const isKnown =
    SMALL_STARTS.has(lower) ||
    KINDS[lower] !== undefined ||
    baseOfPast(lower) !== undefined ||
    lower.endsWith('ing') ||
    /(?:ology|iatry|iatrics|urgery|edicine|hesia|athology|cology)$/.test(lower)
  if (isKnown) return said.charAt(0).toLowerCase() + said.slice(1)
  // "Zebrafish" begins a line, "Fresno" is a place: only more capitals inside tell, and they seldom do.
  return said
}

/** "you showed me …" as "showing me …", "you told me to …" as "your advice to …". */
function gerundOfClause(sentence: string): string | undefined {
  const [, advice] = /^you (?:told|advised|encouraged) me ((?:not )?to .+)$/.exec(sentence) ?? []
  if (advice) return `your advice ${advice}`
  const [, verb, ...rest] = sentence.split(' ')
  const base = baseOfPast(verb ?? '')
  return base && base !== 'be' ? [gerundOf(base), ...rest].join(' ') : undefined
}

/** What stands after "you said"; whoever is "you" in it is not sure. */
function asQuote(words: readonly Part[]): Detail {
  const shape = 'quote'
  const clause = saidClause(words) ?? words
  if (clause.some(({ lower }) => /^you/.test(lower))) return { shape, said: undefined }
  const isOfMany = clause.every(
    ({ lower }, index) => KINDS[lower] !== 'pl' || hasMany(clause.slice(0, index)),
  )
  if (!isOfMany) return { shape, said: undefined }
  const { said } = ofWords(clause, shape)
  return { shape, said }
}

/** "eat when you can" as "to eat when I can". */
function asAdvice(words: readonly Part[]): Detail {
  const shape = 'advice'
  const [first, ...rest] = words
  if (!first) return { shape, said: undefined }
  const { lower } = first
  if (lower === 'please') return asAdvice(rest)
  if (words.some(({ lower: each }, index) => isOfAnother(words, each, index))) {
    return { shape, said: undefined }
  }
  if (words.some(({ lower: each }) => /^you'(?:re|ve|d|ll)$/.test(each))) {
    return { shape, said: undefined }
  }
  // "trust your gut trust your hands": a second order.
  const verb = lower === "don't" ? rest[0]?.lower : lower
  if (rest.slice(1).some(word => word.lower === verb && isBase(word.lower))) {
    return { shape, said: undefined }
  }
  if (
    rest.some((word, index) => word.lower === "don't" && JOINS.has(rest[index - 1]?.lower ?? ''))
  ) {
    return { shape, said: undefined }
  }
  const text = rest
    .map(({ start, core, end, lower: each }) => `${start}${toMeWord(each, core)}${end}`)
    .join(' ')
    .replace(/\bI are\b/g, 'I am')
  if (OBJECT_I.test(text)) return { shape, said: undefined }
  if (lower === 'to' || lower === 'not') return { shape, said: `${lower} ${text}` }
  if (lower === "don't" || (lower === 'do' && rest[0]?.lower === 'not')) {
    return { shape, said: `not to ${lower === 'do' ? text.replace(/^not /, '') : text}` }
  }
  if (lower === 'never' || lower === 'always') return { shape, said: `${lower} to ${text}` }
  return { shape, said: `to ${lower} ${text}` }
}

/** "who taught I", "for I": an object that "you" was, and no "I". */
const OBJECT_I =
  /\b(?:to|for|with|of|from|about|at|by|on|taught|told|gave|teach|tell|give|tells|gives|teaches|makes|help|helps|let|lets|make|asks?|asked|shows?|sees?|remembers?|trusts?|needs?|wants?) I\b|\bI(?:$|[,.]| (?:something|anything|everything|about|to|for|with|at|in|on|more|well)\b)|\byou\b/

function isOfAnother(words: readonly Part[], word: string, index: number): boolean {
  if (KINDS[word] === 'pl') return !hasMany(words.slice(0, index))
  return KINDS[word] !== undefined || (MINE.has(word) && words[0]?.lower !== 'to')
}

/** Said to me, and told by me: your notes are mine. "you" as an object stays, and is asked. */
function toMeWord(lower: string, core: string): string {
  if (lower === 'you') return 'I'
  if (lower === 'your') return 'my'
  if (lower === 'yourself') return 'myself'
  if (lower === 'yours') return 'mine'
  return core
}
