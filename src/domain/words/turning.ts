import type { Doubt } from './doubts.ts'
import { CONTRACTED, KINDS, MINE, THIRD } from './persons.ts'
import { ADVERBS, BEHIND_OBJECT, DETERMINERS, JOINS, type Shape, TO_ME } from './shapes.ts'
import { type Part, wordSet } from './tidy.ts'
import { AUXILIARIES, baseOfPast, baseOfPresent, gerundOf, isBase, isParticiple } from './verbs.ts'

export interface Detail {
  shape: Shape
  /**
   * How it is said to them in the middle of a sentence, without a closing mark: "your grant advice", "how you
   * picked EM", "you showed me how to place an IV"; of `advice` what stands after "your advice", "to eat when
   * I can", of `quote` what stands after "you said". Undefined: it has to be asked.
   */
  said: string | undefined
  /** Of `did`, after "thank you for": "showing me how to place an IV". */
  doing?: string
  doubt?: Doubt
}

/** The words as they are said to the addressee; undefined where a verb or a name is not sure. */
export function turned(words: readonly Part[], shape: Shape): Detail {
  const rest =
    words[0]?.lower === 'that' && (shape === 'did' || shape === 'fact') ? words.slice(1) : words
  if (shape === 'advice') return asAdvice(rest)
  if (shape === 'quote') return asQuote(words)
  const isDropped = (shape === 'did' || shape === 'fact') && !hasSubject(rest)
  const said = toThem(rest)
  if (said === undefined) return { shape, said, doubt: 'verb' }
  const small = startingSmall(said, rest)
  if (small === undefined) return { shape, said: undefined, doubt: 'unclear' }
  const sentence = isDropped ? `you ${small}` : small
  if (shape !== 'did') return { shape, said: sentence }
  // A second verb of theirs would have to change with the first.
  const isOne = !rest.some(
    ({ lower }, index) =>
      JOINS.has(lower) &&
      rest.slice(index + 1, index + 4).some(next => baseOfPast(next.lower) !== undefined),
  )
  const doing = isOne ? gerundOfClause(sentence) : undefined
  return doing ? { shape, said: sentence, doing } : { shape, said: sentence }
}

function hasSubject(words: readonly Part[]): boolean {
  const first = words[0]?.lower ?? ''
  return THIRD.has(first) || CONTRACTED.has(first) || DETERMINERS.has(first)
}

/** The words with every third person turned; undefined where a verb or a contraction is not known. */
function toThem(words: readonly Part[]): string | undefined {
  const said: string[] = []
  let verbIsNext = false
  for (const [index, part] of words.entries()) {
    const { start, core, end, lower } = part
    const next = words[index + 1]?.lower
    const isLast = end !== '' || next === undefined
    let changed: string | undefined = core
    if (verbIsNext) {
      changed = ADVERBS.has(lower) ? core : afterYou(lower, core)
      if (changed === undefined) return undefined
      verbIsNext = ADVERBS.has(lower)
    } else {
      changed = pronoun(lower, core, { isLast, next, before: words[index - 1]?.lower })
      if (changed === undefined) return undefined
      verbIsNext = THIRD.has(lower) && !isLast
    }
    said.push(`${start}${changed}${end}`)
  }
  return said.join(' ')
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
  next: string | undefined
  before: string | undefined
}

function pronoun(
  lower: string,
  core: string,
  { isLast, next, before }: Around,
): string | undefined {
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
      if (isLast || BEHIND_OBJECT.has(next ?? '')) return 'you'
      // "gave her time": whose, or to whom?
      return TO_ME.has(baseOfPast(before ?? '') ?? before ?? '') ? undefined : 'your'
    default:
      return core
  }
}

const SMALL_STARTS = wordSet(
  'the a an her his their this these those some all both how why what where when who which that she he they also never always just',
)

/** In the middle of a sentence; undefined where a capital may be a name's. */
function startingSmall(said: string, words: readonly Part[]): string | undefined {
  const [first] = words
  if (!first || !/^\p{Lu}/u.test(said)) return said
  if (first.lower === 'i' || (first.core.length > 1 && /^[\p{Lu}\p{N}]{2}/u.test(first.core)))
    return said
  const { lower } = first
  const isKnown =
    SMALL_STARTS.has(lower) ||
    KINDS[lower] !== undefined ||
    baseOfPast(lower) !== undefined ||
    lower.endsWith('ing')
  if (isKnown) return said.charAt(0).toLowerCase() + said.slice(1)
  // "Zebrafish" begins a line, "Fresno" is a place: only more capitals inside tell, and they seldom do.
  return said
}

/** "you showed me …" as "showing me …". */
function gerundOfClause(sentence: string): string | undefined {
  const [, verb, ...rest] = sentence.split(' ')
  const base = baseOfPast(verb ?? '')
  return base ? [gerundOf(base), ...rest].join(' ') : undefined
}

/** What stands after "you said"; whoever is "you" in it is not sure. */
function asQuote(words: readonly Part[]): Detail {
  const shape = 'quote'
  const isUnsure = words.some(({ lower }) => /^you/.test(lower) || KINDS[lower] !== undefined)
  if (isUnsure && words[0]?.lower === 'that') return { shape, said: undefined, doubt: 'whom' }
  const text = words.map(({ start, core, end }) => `${start}${core}${end}`).join(' ')
  return { shape, said: text.replace(/^That\b/, 'that').replace(/^["“](.*)["”]$/, '“$1”') }
}

/** "eat when you can" as "to eat when I can". */
function asAdvice(words: readonly Part[]): Detail {
  const shape = 'advice'
  const [first, ...rest] = words
  if (!first) return { shape, said: undefined, doubt: 'unclear' }
  const { lower } = first
  if (lower === 'please') return asAdvice(rest)
  if (words.some(({ lower: each }) => KINDS[each] !== undefined || MINE.has(each))) {
    return { shape, said: undefined, doubt: 'whom' }
  }
  const turnedRest = rest.map(
    ({ start, core, end, lower: each }) => `${start}${toMeWord(each, core)}${end}`,
  )
  if (
    rest.some(
      ({ lower: each }) =>
        each === "you're" || each === "you've" || each === "you'd" || each === "you'll",
    )
  ) {
    return { shape, said: undefined, doubt: 'verb' }
  }
  const text = turnedRest.join(' ').replace(/\bI are\b/g, 'I am')
  if (/\byou\b/i.test(text)) return { shape, said: undefined, doubt: 'whom' }
  if (lower === "don't" || (lower === 'do' && rest[0]?.lower === 'not')) {
    return { shape, said: `not to ${lower === 'do' ? text.replace(/^not /, '') : text}` }
  }
  if (lower === 'never' || lower === 'always') return { shape, said: `${lower} to ${text}` }
  return { shape, said: `to ${lower} ${text}` }
}

/** Said to me, and told by me: your notes are mine. "you" as an object stays, and is asked. */
function toMeWord(lower: string, core: string): string {
  if (lower === 'you') return 'I'
  if (lower === 'your') return 'my'
  if (lower === 'yourself') return 'myself'
  if (lower === 'yours') return 'mine'
  return core
}
