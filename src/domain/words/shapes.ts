import { late } from './late.ts'
import { AUXILIARIES, baseOfPast, baseOfPresent, gerundOf, isBase, isParticiple } from './verbs.ts'

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

/** Why a text is not put into a mail without asking. */
export type Doubt =
  | 'whom' // a second person may be meant
  | 'verb' // a verb or contraction that the table does not know
  | 'several' // more than one sentence or thought
  | 'tone' // what one would not write to them
  | 'mine'
  | 'question'
  | 'unclear'

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

/** Sorts a text about somebody, as a hurried student notes it, and turns it to them where that is sure. */
export function readDetail(text: string): Detail {
  return read(text, doubtOf)
}

/**
 * As `readDetail`, of what was typed for this very mail: more is sure, for whoever types "Dr. Stein" or "I"
 * into a mail means it.
 */
export function readTyped(text: string): Detail {
  const detail = read(text, doubtOfTyped)
  const { shape, said } = detail
  if (said === undefined || shape === 'advice' || !speaksOfAnother(said)) return detail
  if (NOUNS.includes(shape) || shape === 'quote') return { ...detail, said: tidied(text) }
  const isOfThird = tidied(text)
    .split(' ')
    .slice(1)
    .some(word => KINDS[partsOf(word).lower])
  return isOfThird ? { shape, said: undefined, doubt: 'whom' } : detail
}

/** "her team" beside "Dr. Stein" is hers. */
function speaksOfAnother(text: string): boolean {
  const withoutField = text.replace(/\bfamily (?=med|practice|doc|physician)/i, '')
  return withoutField.split(' ').some(word => {
    const { lower } = partsOf(word)
    return OTHERS.has(lower) || TITLES.has(lower)
  })
}

type Doubting = (tidy: string, words: readonly Part[], shape: Shape) => Doubt | undefined

function read(text: string, doubting: Doubting): Detail {
  const tidy = tidied(text)
  const words = tidy.split(' ').map(partsOf)
  const shape = shapeOf(tidy, words)
  const doubt = doubting(tidy, words, shape)
  if (doubt) return { shape, said: undefined, doubt }
  return turned(words, shape)
}

// Tidying: small and sure

const SHORT: readonly [RegExp, string][] = [
  [/(?<=^|\s)w\/o(?=\s)/gi, 'without'],
  [/(?<=^|\s)w\/ ?(?=\S)/gi, 'with '],
  [/(?<=^|\s)b\/c(?=\s)/gi, 'because'],
  [/(?<=^|\s)abt(?=\s)/gi, 'about'],
  [/(?<=^|\s)thru(?=\s|$)/gi, 'through'],
  [/(?<=^|\s)&(?=\s)/g, 'and'],
  [/(?<=^|[\s(])i(?=$|[\s,;:)]|['’](?:m|ve|ll|d)\b)/g, 'I'],
]
const LABEL =
  /^(?:(?:his|her|their|main) )?(?:advice|tip|topic|note|detail|point)(?:\s*:\s*|\s+[-–—]\s+)/i
const pictures = late(
  () => /(?:\s*(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f))+$/u,
)
const PROPER =
  /\b(mon|tues|wednes|thurs|fri|satur|sun)day(s?)\b|\b(english|spanish|french|german|arabic|mandarin|portuguese|hindi|italian|korean|japanese|vietnamese|tagalog|swahili|russian)\b|\b(january|february|april|june|july|august|september|october|november|december)\b/g

function tidied(text: string): string {
  let tidy = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(pictures(), '')
    .replace(/^[-*•]\s+/, '')
  tidy = tidy.replace(LABEL, '').replace(/[\s.!,;…-]+$/, '')
  for (const [written, meant] of SHORT) tidy = tidy.replace(written, meant)
  tidy = tidy.replace(/\s{2,}/g, ' ').trim()
  return tidy.replace(PROPER, name => name.charAt(0).toUpperCase() + name.slice(1))
}

interface Part {
  start: string
  core: string
  end: string
  /** The core in small letters, its apostrophe straight. */
  lower: string
}

/** A word and the marks around it. */
function partsOf(word: string): Part {
  const start = /^[^\p{L}\p{N}]*/u.exec(word)?.[0] ?? ''
  const rest = word.slice(start.length)
  const core = /^[\p{L}\p{M}\p{N}'’/.&-]*[\p{L}\p{M}\p{N}]/u.exec(rest)?.[0] ?? ''
  return { start, core, end: rest.slice(core.length), lower: core.toLowerCase().replace('’', "'") }
}

// Shape

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const ASKING = set('how why what where who which')
const THIRD = set('she he they')
const MINE = set("i we us i'm i've i'd i'll we're we've we'd we'll")
const DETERMINERS = set('the a an her his their my our these those some all both your')
const CONTRACTED = set("she's he's they're they've she'll he'll they'll she'd he'd they'd")
const ADVERBS = set(
  'also always already first just never now often once only perhaps sometimes still then too actually really',
)
const NOT_DOING = set(
  'morning evening meeting spring training teaching nursing boring surprising intimidating interesting nothing something everything anything during string king ring wing thing being',
)
const IMPERATIVE = set("don't never always please do be")
const ASKS = set(
  "is are was were am do does did can could should would will have has had may might isn't aren't doesn't don't didn't can't couldn't wouldn't",
)
/** What they do to or for somebody. */
const TO_ME = set(
  'tell show teach ask give offer help let introduce invite promise send lend buy bring make advise encourage remind warn explain suggest recommend push connect correct thank recommend walk talk take tutor',
)

function shapeOf(tidy: string, words: readonly Part[]): Shape {
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

function isOfThem(word = ''): boolean {
  return THIRD.has(word) || CONTRACTED.has(word)
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

const VAGUE_NOUNS = set('thing one part')

const LONGEST_TOPIC = 10
const WITHIN_TOPIC = set('from to about before after')
const NO_TOPIC = set(
  'more less not no so if from to about because when while since before after until but than then there here just like maybe probably something everything nothing stuff thing things you your us me myself yes ok okay',
)

const MASS =
  /(?:[^s]s|ia|ity|ness|ism|tion|logy|graphy|therapy|care|medicine|research|health|surgery|education)$/

/** "rural track" wants an article, and which one is not said; "beta blockers" and "silent ischemia" want none. */
function wantsArticle(words: readonly Part[]): boolean {
  const at = words.findIndex(({ lower }) => BEHIND_OBJECT.has(lower))
  const noun = words[at < 0 ? words.length - 1 : at - 1]?.lower ?? ''
  return words.length > 1 && !MASS.test(noun)
}

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

const SAYING = set('say tell ask mention offer promise suggest recommend explain describe advise')
/** What begins a line of one's own. */
const MY_VERBS = set(
  'learned learnt realized realised noticed felt liked loved thought wondered saw heard found hoped wanted wish glad happy excited grateful',
)

/** Whether its first verb is one that they do to somebody, and that one is me or us. */
function toMe(words: readonly Part[]): boolean {
  const at = words.findIndex(({ lower }) => TO_ME.has(baseOfPast(lower) ?? ''))
  if (at < 0 || at > 2) return false
  return words.slice(at + 1, at + 3).some(({ lower }) => lower === 'me' || lower === 'us')
}

/** A known past form that begins the text: who did it was left out. */
function isVerbFirst(words: readonly Part[]): boolean {
  const [first = '', next = ''] = words.map(({ lower }) => lower)
  const base = baseOfPast(first)
  if (!base || base === 'be') return false
  if (next === 'me' || next === 'us' || next === 'my') return true
  // "protected time", "left brain": a noun behind it makes a noun phrase of it.
  return !isBase(first) && BEHIND_VERB.has(next)
}

const BEHIND_VERB = set(
  'a about all an at away back both down everyone for from her him his how i in into it me my off on out over people that the their them there these this through to up us we what where who why with your',
)

const BEHIND_IMPERATIVE = set(
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
const FINITE = set(
  "knows says goes gets makes takes keeps thinks feels wants gives tells seems teaches means is are was were am has had does did will would can could should must might may isn't aren't wasn't weren't doesn't didn't won't wouldn't can't couldn't it's that's there's went took gave wrote drove grew knew saw began chose spoke broke fell ate said told got",
)
/** They open a clause, in which a verb may stand. */
const OPENERS = set(
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

const JOINS = set('and but so then or')
const SUBJECTS = set(
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

// Doubt

const OTHERS = set(
  `husband wife partner boyfriend girlfriend fiance fiancée spouse dad father mom mum mother parents brother sister
  son daughter kid kids child children baby twins cousin uncle aunt grandmother grandfather grandma grandpa friend
  roommate mentor mentee boss chief chair dean attending resident intern fellow student students nurse nurses pi
  colleague partner coordinator secretary reg registrar consultant professor prof dr mr mrs ms sister family team`
    .split(/\s+/)
    .join(' '),
)
const TITLES = set("dr drs prof professor mr mrs ms sister sir ma'am maam mister")
const TYPOS = /\b(?:teh|hte|adn|taht|thier|recieve\w*|definately|wich|becuase|alot|its)\b/i
const PATIENTS = /\b(?:patients?|pts?|donors?|cadavers?|\d+ ?(?:yo|y\/o|m|f))\b/i
const SLANG =
  /\b(?:lol|lmao|tbh|idk|omg|ngl|imo|haha+|hehe|wtf|rn|af|bc|ppl|rly|kinda|yrs?|wk|wks|hx|sx|tx|dx|asap|(?:after|for|until|till|in) like|like \d+|sorta|gonna|wanna|gotta|smth|sth|prob|def|fr|u|ur|r|cuz|cause|tho|pls|plz|thx|ty|dm|dms)\b|\?\?|!!/i
const CRUDE =
  /\b(?:boring|rude|intimidating|awkward|weird|annoying|scary|hate[sd]?|stupid|dumb|ugly|fat|drunk|divorced?|fired|failed|depress\w*|suicid\w*|cry(?:ing)?|cried|crap|shit\w*|fuck\w*|damn|hell|ass|bitch\w*|sucks?|hot|cute|crush|gossip|rumou?rs?|complain\w*|arrogant|disappoint\w*|unprepared|angry|mad|upset|yell\w*|scold\w*|died|death|dead|die[sd]?|miscarriage|cancer|chemo|rehab|lawsuit|sued|pregnan\w*|salary|debt|the guy|(?:bed|room) \d+)\b/i
/** Written without their apostrophe, or in a way that could be two words. */
const UNKNOWN_CONTRACTION =
  /\b(?:dont|doesnt|didnt|cant|wont|isnt|wasnt|arent|couldnt|shouldnt|wouldnt|hasnt|havent|im|ive|id|ill|youre|theyre|shes|hes|thats|whats|lets|wouldve|shouldve)\b/i

function doubtOfTyped(_tidy: string, words: readonly Part[], shape: Shape): Doubt | undefined {
  const isOfAnother = words.some(({ lower }) => OTHERS.has(lower) || TITLES.has(lower))
  return doubtOfShape(shape) ?? (isOfAnother ? undefined : otherPerson(words, shape))
}

function doubtOfShape(shape: Shape): Doubt | undefined {
  if (shape === 'question' || shape === 'mine') return shape
  return shape === 'sentences' ? 'several' : undefined
}

function doubtOf(tidy: string, words: readonly Part[], shape: Shape): Doubt | undefined {
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

const COMMON = set(
  'me my not so never all always everyone and the you she he they really very no yes',
)

/** Pronouns by what they say of the one they mean. */
const KINDS: Readonly<Record<string, 'f' | 'm' | 'pl'>> = {
  ...{ she: 'f', her: 'f', hers: 'f', herself: 'f', "she's": 'f', "she'll": 'f', "she'd": 'f' },
  ...{ he: 'm', him: 'm', his: 'm', himself: 'm', "he's": 'm', "he'll": 'm', "he'd": 'm' },
  ...{
    they: 'pl',
    them: 'pl',
    their: 'pl',
    theirs: 'pl',
    "they're": 'pl',
    "they've": 'pl',
    "they'd": 'pl',
  },
}

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

const BEFORE_PLACES = set('in at from of the to near around on our outside')

// Turning to them

function turned(words: readonly Part[], shape: Shape): Detail {
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

const BEHIND_OBJECT = set(
  'a about after an and as at because before but by during for from how if in into of on or over that the this through to until what when where while why with without',
)

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

const SMALL_STARTS = set(
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

/** Whether the word, in small letters, is a relation, a role or a title of somebody. */
export function isPersonWord(word: string): boolean {
  return OTHERS.has(word) || TITLES.has(word)
}

/** Whether it is a form that follows its subject: "told", "runs", "was". */
export function isVerbForm(word: string): boolean {
  return (
    word === 'are' ||
    AUXILIARIES.has(word) ||
    baseOfPast(word) !== undefined ||
    baseOfPresent(word) !== undefined
  )
}
