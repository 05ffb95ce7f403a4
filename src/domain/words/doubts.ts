import { isOfThem, KINDS, MINE, OTHERS, THIRD, TITLES } from './persons.ts'
import { isVerbFirst, type Shape, wantsArticle } from './shapes.ts'
import { type Part, wordSet } from './tidy.ts'
import { isBase } from './verbs.ts'

/** Why a text is not put into a mail without asking. */
export type Doubt =
  | 'whom' // a second person may be meant
  | 'verb' // a verb or contraction that the table does not know
  | 'several' // more than one sentence or thought
  | 'tone' // what one would not write to them
  | 'mine'
  | 'question'
  | 'unclear'

const TYPOS = /\b(?:teh|hte|adn|taht|thier|recieve\w*|definately|wich|becuase|alot|its)\b/i
const PATIENTS = /\b(?:patients?|pts?|donors?|cadavers?|\d+ ?(?:yo|y\/o|m|f))\b/i
const SLANG =
  /\b(?:lol|lmao|tbh|idk|omg|ngl|imo|haha+|hehe|wtf|rn|af|bc|ppl|rly|kinda|yrs?|wk|wks|hx|sx|tx|dx|asap|(?:after|for|until|till|in) like|like \d+|sorta|gonna|wanna|gotta|smth|sth|prob|def|fr|u|ur|r|cuz|cause|tho|pls|plz|thx|ty|dm|dms)\b|\?\?|!!/i
const CRUDE =
  /\b(?:boring|rude|intimidating|awkward|weird|annoying|scary|hate[sd]?|stupid|dumb|ugly|fat|drunk|divorced?|fired|failed|depress\w*|suicid\w*|cry(?:ing)?|cried|crap|shit\w*|fuck\w*|damn|hell|ass|bitch\w*|sucks?|hot|cute|crush|gossip|rumou?rs?|complain\w*|arrogant|disappoint\w*|unprepared|angry|mad|upset|yell\w*|scold\w*|died|death|dead|die[sd]?|miscarriage|cancer|chemo|rehab|lawsuit|sued|pregnan\w*|salary|debt|the guy|(?:bed|room) \d+)\b/i
/** Written without their apostrophe, or in a way that could be two words. */
const UNKNOWN_CONTRACTION =
  /\b(?:dont|doesnt|didnt|cant|wont|isnt|wasnt|arent|couldnt|shouldnt|wouldnt|hasnt|havent|im|ive|id|ill|youre|theyre|shes|hes|thats|whats|lets|wouldve|shouldve)\b/i

/** The same of what was typed for this very mail. */
export function doubtOfTyped(
  _tidy: string,
  words: readonly Part[],
  shape: Shape,
): Doubt | undefined {
  const isOfAnother = words.some(({ lower }) => OTHERS.has(lower) || TITLES.has(lower))
  return doubtOfShape(shape) ?? (isOfAnother ? undefined : otherPerson(words, shape))
}

function doubtOfShape(shape: Shape): Doubt | undefined {
  if (shape === 'question' || shape === 'mine') return shape
  return shape === 'sentences' ? 'several' : undefined
}

/** Why a noted text is asked about, if it is. */
export function doubtOf(tidy: string, words: readonly Part[], shape: Shape): Doubt | undefined {
  const doubt = doubtOfShape(shape)
  if (doubt) return doubt
  if (KINDS[words.at(-1)?.lower ?? ''] !== undefined && THIRD.has(words.at(-1)?.lower ?? ''))
    return 'several'
  if (words.some(({ lower }, index) => lower === 'said' && isOrder(words[index + 1]?.lower)))
    return 'several'
  if (shape === 'topic' && wantsArticle(words)) return 'unclear'
  // A comma as hurried people set it joins thoughts: "the OSCE feedback, even the bad part".
  if (/,(?! not )/.test(tidy)) return 'several'
  if (SLANG.test(tidy) || CRUDE.test(tidy) || PATIENTS.test(tidy)) return 'tone'
  if (UNKNOWN_CONTRACTION.test(tidy)) return 'verb'
  if (TYPOS.test(tidy)) return 'unclear'
  // A title in quotation marks is one.
  const text = tidy.replace(/(?<=^|\s)["“]([^"“”]+)["”](?=$|\s)/g, '$1')
  if (isOdd(text)) return 'unclear'
  if (isShouted(words)) return 'unclear'
  if (words.some(({ lower }) => TITLES.has(lower))) return 'whom'
  if (shape === 'did' && words.some(({ lower }) => lower === 'which')) return 'several'
  const mine = words.some(({ lower }) => MINE.has(lower))
  if (mine && shape !== 'did' && shape !== 'advice') return 'mine'
  return otherPerson(words, shape)
}

/** "said email me": what they said, without its marks. */
function isOrder(word = ''): boolean {
  return isBase(word) || word === "don't" || word === 'my'
}

function isOdd(text: string): boolean {
  return /["“”()[\]{}<>=+*#@|\\~^_$%]|->|\bvs\b|\d[ap]m\b|\bat \d\d\b/.test(text)
}

function isShouted(words: readonly Part[]): boolean {
  const letters = words.filter(({ core }) => /\p{L}/u.test(core))
  const loud = letters.filter(({ core }) => core.length > 1 && core === core.toUpperCase())
  if (letters.length > 1 && loud.length > letters.length / 2) return true
  return loud.some(({ lower }) => COMMON.has(lower))
}

const COMMON = wordSet(
  'me my not so never all always everyone and the you she he they really very no yes',
)

/** Whether a third person other than the addressee may be meant. */
function otherPerson(words: readonly Part[], shape: Shape): Doubt | undefined {
  const kinds = new Set<string>()
  let sawOther = false
  let sawYou = false
  const [first = '', second = ''] = words.map(({ lower }) => lower)
  const isPlural = [first, second].some(word => KINDS[word] === 'pl')
  for (const [index, { lower, core }] of words.entries()) {
    const kind = KINDS[lower]
    if (kind) {
      // "They" may be a team, and "them" its patients.
      if (kind === 'pl' && (!isPlural || lower.startsWith('them'))) return 'whom'
      kinds.add(kind)
      if (sawOther || OTHERS.has(words[index + 1]?.lower ?? '')) return 'whom'
    }
    if (lower === 'you' || lower === 'your' || lower === "you're") sawYou = true
    const isName = index > 0 && /^\p{Lu}\p{Ll}/u.test(core) && isPersonal(words, index)
    if (OTHERS.has(lower) || isName) sawOther = true
  }
  if (kinds.size > 1) return 'whom'
  if (kinds.size && sawYou) return 'whom'
  // Of something else than themselves: "her K08 got rejected".
  if (shape === 'fact' && !isOfThem(first) && !isVerbFirst(words) && first !== 'that')
    return 'unclear'
  return undefined
}

/** A capital inside that is no place's: "how Priya got her cat", not "from Ohio". */
function isPersonal(words: readonly Part[], index: number): boolean {
  return !BEFORE_PLACES.has(words[index - 1]?.lower ?? '')
}

const BEFORE_PLACES = wordSet('in at from of the to near around on our outside')
