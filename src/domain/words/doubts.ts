import { KINDS, MINE, OTHERS, THIRD, TITLES } from './persons.ts'
import { articleOf, type Shape } from './shapes.ts'
import { type Part, partsOf, wordSet } from './tidy.ts'
import { isJudging, isOwnBusiness } from './unsaid.ts'
import { isBase } from './verbs.ts'
import { hasTitle, isOfOthers, isPerson, namesPerson, otherPerson, WAY_OF_OTHERS } from './whom.ts'

/** Why a text is not put into a mail without asking. */
export type Doubt =
  | 'whom' // a second person may be meant
  | 'verb' // a verb or contraction that the table does not know
  | 'several' // more than one sentence or thought
  | 'tone' // what one would not write to them
  | 'mine'
  | 'question'
  | 'unclear'

const TYPOS =
  /\b(?:teh|hte|adn|taht|thier|recieve\w*|definately|wich|becuase|alot|sugest\w*|helpfull|statment|seperate\w*|reccomend\w*|untill|truely|greatful)\b/i
/** One of them is told of; "patients", "every patient", "patient care" are no one. */
const PATIENTS =
  /\b(?:(?<!(?:every|each|any|your|so|very|really|being|how) )patient(?! (?:care|education|safety|advocacy|stories|communication|panel|experience))|pts?|donors?|cadavers?|(?:the|those|these|\d+) patients|patients['’]|\d+ ?(?:yo|y\/o|m|f))\b/i
/** In a line that is true of anyone, "the patient" is any. */
const ONE_PATIENT =
  /\b(?:(?<!(?:every|each|any|your|the|a) )patient(?! (?:care|education|safety|advocacy|stories|communication|panel|experience))|pts?|donors?|cadavers?|(?:those|these|\d+) patients|\d+ ?(?:yo|y\/o|m|f))\b/i
const SLANG =
  /\b(?:lol|lmao|tbh|idk|omg|ngl|imo|haha+|hehe|wtf|rn|af|bc|rly|kinda|sx|tx|dx|(?:after|for|until|till|in|it|just) like|like \d+|sorta|gonna|wanna|gotta|smth|sth|prob|probs|def|fr|u|ur|r|cuz|cause|tho|shd|pls|plz|thx|ty|dm|dms|stuff|whatever|omg)\b|\?\?|!!/i
/** What is not said to them, however it was meant, by what it speaks of. */
const UNSAID: readonly RegExp[] = [
  // how someone was
  /\b(?:boring(?! is)|rude|arrogant|mean to|(?:are|is|was|were|so|really|not) mean|lazy|cold|harsh|toxic|intimidating|annoying|stupid|dumb|weird(?:ly)?|awkward|filthy|dirty|drunk|hungover|unprepared|asleep|late again|made fun|teas(?:ed|ing)|mock(?:ed|ing)|wrong about)\b/i,
  // what was done to someone
  /\b(?:abuse\w*|harass\w*|racis\w*|sexis\w*|hates?|hated|yell\w*|scold\w*|complain\w*|gossip|rumou?rs?|fired|reject\w*|apologi[sz]ed|lawsuit|sued|in front of (?:everyone|everybody|the (?:whole )?team|the whole))\b/i,
  /\b(?:crap|shit\w*|fuck\w*|damn|hell|ass|bitch\w*|sucks?)\b/i,
  // looks, and what they wear
  /\b(?:ugly|fat|hot|cute|crush|face|hair|beard|eyes|outfit|laugh(?:ed|s)?|accent|(?:her|his|their) (?:\w+ )?(?:socks|shoes|boots|clogs|crocs|shirt|sweater|dress|jacket|earrings|tattoos?)|(?:she|he)(?:['’]s| is)(?: like| only)? \d\d)\b/i,
  // feelings, and hard times
  /\b(?:scary|scared|nervous|anxious|depress\w*|suicid\w*|cry(?:ing)?|cried|tears?|disappoint\w*|angry|mad|upset|tired of|burn(?:t|ed)[ -]?out|die[sd]?|dying|deaths?|dead|miscarriage|cancer|chemo|rehab|pregnan\w*|divorced?|grief|funeral|widow\w*|lost (?:a|her|his|their|the))\b/i,
  /\b(?:salary|the pay|pay cut|pay gap|underpaid|debt|\$?\d+k)\b/i,
  // what went badly, or less well
  /\b(?:fail(?:s|ed|ure)|didn't match|unmatched|worst|terrible|awful(?! page| night| shift| day)|horrible|bad (?:part|day|news about)|(?:second|third|fourth|2nd|3rd|4th) (?:try|attempt)|(?:better|worse|more|less) \w+ than (?:my|our|the other|google)|compared (?:to|with))\b/i,
  /\b(?:the guy|(?:bed|room) \d+|quote me|off the record|secret(?!ary))\b/i,
]
/** Written without their apostrophe, or in a way that could be two words. */
const UNKNOWN_CONTRACTION = /\b(?:im|id|ill|(?<!\b(?:she|he|who) )lets|wouldve|shouldve|couldve)\b/
/** Of the addressee too, though they told it: health, faith, love, votes. */
const PERSONAL =
  /\b(?:homeless|dyslexi\w*|autis\w*|adhd|c(?:a|o)me out|coming out|gay|lesbian|trans|queer|abortions?|faith|undocumented|daca|sober|alcoholic|addict\w*|bipolar|ocd|ptsd|ivf|infertil\w*|adopted|bankrupt\w*|religio\w*|pray(?:s|ed|ing)?|votes?|voted|eating disorder|(?:had|has|having|survived|surviving|beat|with|her|his) (?:a |an |own )?(?:stroke|heart attack|leukemia|lymphoma|lupus|crohn\S*|seizures?|diabetes|epilepsy|hiv|anxiety|tumou?r|transplant|concussion))\b|\b(?:had|has|with|her|his) MS\b/i

/** The same of what was typed for this very mail. */
export function doubtOfTyped(
  tidy: string,
  words: readonly Part[],
  shape: Shape,
): Doubt | undefined {
  if (shape === 'did' && WITHHELD.test(tidy)) return 'tone'
  const isOfAnother = words.some(({ lower }) => OTHERS.has(lower) || TITLES.has(lower))
  return doubtOfShape(shape) ?? (isOfAnother ? undefined : otherPerson(words, shape))
}

function doubtOfShape(shape: Shape): Doubt | undefined {
  if (shape === 'question') return 'question'
  return shape === 'sentences' ? 'several' : undefined
}

/** Why a noted text is asked about, if it is. */
export function doubtOf(tidy: string, words: readonly Part[], shape: Shape): Doubt | undefined {
  const doubt = doubtOfShape(shape)
  if (doubt) return doubt
  const last = words.at(-1)?.lower ?? ''
  if (THIRD.has(last) && KINDS[last] !== undefined) return 'several'
  if (words.some(({ lower }, index) => lower === 'said' && isOrder(words[index + 1]?.lower)))
    return 'several'
  if (NAMING.includes(shape) && (OPEN_END.test(last) || COMPARES.test(tidy))) return 'several'
  if (shape === 'thing' && /\b(?:that|this) one\b/i.test(tidy)) return 'unclear'
  if (shape === 'thing' && WAY_OF_OTHERS.test(tidy)) return 'whom'
  if (shape === 'how' && STANDS_ALONE.test(tidy)) return 'unclear'
  if (NAMING.includes(shape) && words.some(isLoud)) return 'unclear'
  if (shape === 'fact' && /\b(?:was|were|came|showed up|arrived|ran) (?:\w+ )?late\b/i.test(tidy))
    return 'tone'
  if (NAMING.includes(shape) && /,\s*\d+$/.test(tidy)) return 'several'
  if (shape === 'quote' && (pointsAt(tidy) || /\band I\b/.test(tidy))) return 'unclear'
  if (shape === 'topic' && articleOf(words) === undefined) return 'unclear'
  if (!hasCommasOfOneThought(tidy, shape)) return 'several'
  if (OF_THAT_DAY.test(tidy)) return 'unclear'
  // "her", "TODO": no word of what.
  if (
    words.length === 1 &&
    (KINDS[last] !== undefined || /^(?:todo|tbd|tba|fixme|xxx|n\/a|na|none|nothing)$/.test(last))
  )
    return 'unclear'
  const unfit = unfitness(tidy, words)
  if (unfit) return unfit
  if (shape !== 'topic' && shape !== 'advice' && PERSONAL.test(tidy)) return 'tone'
  if (shape === 'did' && WITHHELD.test(tidy)) return 'tone'
  if (hasTitle(words) || namesPerson(words)) return 'whom'
  if (shape === 'did' && words.some(({ lower }) => lower === 'which')) return 'several'
  if (
    shape === 'doing' &&
    (OF_MY_MIND.test(tidy) || words.some(({ lower }) => /^(?:me|us)$/.test(lower)))
  )
    return 'mine'
  if (shape === 'how' && isOfOthers(words)) return 'whom'
  if (shape === 'thing' && isPerson(words)) return 'whom'
  // What is still to come was promised; what they gave up may be a seat or a field.
  if (shape === 'fact' && /\bwill\b|['’]ll\b|\b(?:gave|gives?) up\b/i.test(tidy)) return 'unclear'
  const mine = words.some(({ lower }) => MINE.has(lower))
  const isOfBoth = words[0]?.lower === 'we' && shape === 'fact'
  // "why we stopped using it": all of medicine.
  const isOfAll =
    shape === 'how' && words[0]?.lower === 'why' && !words.some(({ lower }) => /^i\b/.test(lower))
  if (mine && !isOfAll && !isOfBoth && !OF_ME.includes(shape)) return 'mine'
  return otherPerson(words, shape) ?? (isUnsaid(tidy, shape) ? 'tone' : undefined)
}

/** Of a topic or of advice nobody's own business is told. */
function isUnsaid(tidy: string, shape: Shape): boolean {
  return isJudging(tidy) || (shape !== 'topic' && shape !== 'advice' && isOwnBusiness(tidy))
}

/** Done by me, or together: "thinking about anesthesia differently now", "laughing about the mannequin". */
const OF_MY_MIND =
  /^(?:thinking|wondering|feeling|wishing|hoping|realizing|noticing|laughing|joking|chatting|bonding|giggling)\b|\bnow$/i
/** "where you train matters less than who is with you": a sentence of its own. */
const STANDS_ALONE =
  /^(?:where|what|who|how|when) you\b.* (?:matters|counts|beats|depends|means|doesn['’]t|isn['’]t|is)\b/i

/** "APPLY BROADLY": capitals that are no abbreviation. */
function isLoud({ core }: Part): boolean {
  return (
    /^[A-Z]{5,}$/.test(core) &&
    !/^(?:ACGME|USMLE|COVID|AMCAS|OSCES|AMBOSS|NSAIDS|COMLEX|SOAP)$/.test(core)
  )
}

/** True on the day of the note alone: "her defense today", "his exam last night", "in two weeks". */
const OF_THAT_DAY =
  /\b(?:today|tonight|tomorrow|tmrw|tmw|yesterday|(?:this|last|next) (?:morning|afternoon|evening|night|week|weekend|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:on|by|due|until) (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:an?|two|three|four|a few|\d+) (?:days?|weeks?|months?|hours?)|(?:days|weeks) ago|on the \d{1,2}(?:st|nd|rd|th))\b/i

/** "never gave us the answer" may be praise, and may be a complaint. */
const WITHHELD =
  /\b(?:never|didn['’]t|doesn['’]t|wouldn['’]t|won['’]t) (?:gave|give|told|tell|let|helped|help|answered|answer|showed|show|explained|explain|called|call|wrote|write|came|come|asked|ask)\b/i
/** "the part where": it breaks off. */
const OPEN_END = /^(?:where|when|that|who|which|how|why|what|about|of|and|or|the|an?|than|because)$/
/** "the hallway talk more than the official one" */
const COMPARES = /\b(?:more|less|rather|better|worse) than\b/i
/** "that mnemonic is …": a thing that was there, and nothing that they said. */
export function pointsAt(text: string): boolean {
  return POINTS_AT.test(text)
}

const POINTS_AT =
  /^that (?:talk|mnemonic|drawing|story|slide|case|lecture|trick|question|answer|book|paper|line|tip|idea|joke|picture|analogy|photo|quote|example|moment|day|part|session|panel|room|chart|map|video|song|poem|handout|workshop) /i

/** In these "I" is the writer, and stays. */
const OF_ME: readonly Shape[] = ['did', 'advice', 'quote', 'mine']

/** Whether nothing in its words stands against saying it; what follows "line" is true of anyone. */
export function isPlain(tidy: string, words: readonly Part[], as?: 'line'): boolean {
  return unfitness(tidy, words, as) === undefined
}

function unfitness(tidy: string, words: readonly Part[], as?: 'line'): Doubt | undefined {
  const patients = as === 'line' ? ONE_PATIENT : PATIENTS
  if (SLANG.test(tidy) || UNSAID.some(each => each.test(tidy)) || patients.test(tidy)) return 'tone'
  if (UNKNOWN_CONTRACTION.test(tidy)) return 'verb'
  if (TYPOS.test(tidy) || isOdd(withoutMarks(tidy)) || isShouted(words)) return 'unclear'
  return undefined
}

/** What stands in quotation marks or parentheses is whole, and its marks are not odd. */
function withoutMarks(text: string): string {
  return text
    .replace(/(?<=^|\s)["“]([^"“”]+)["”](?=$|[\s,])/g, '$1')
    .replace(/(?<=\s)\(([^()!?]+)\)/g, '$1')
}

/** What may follow a comma of one thought; any other joins thoughts: "the OSCE feedback, so quick". */
const GOES_ON =
  /^(?:not|even (?:if|when|for|in|on|with|\d)|especially|then|with|without|in|at|on|from|for|to|by|during|after|before|since|until|while|and|or|one|early|first|how|what|why|where|who|(?:the|an?) (?:[\w-]+ )?one$)\b/i

function hasCommasOfOneThought(tidy: string, shape: Shape): boolean {
  const [beforeDash = ''] = tidy.split(/\s[-–—]\s|—/)
  const [head = '', ...tails] = beforeDash.replace(/["“][^"“”]*["”]|\([^()]*\)/g, 'x').split(/,\s*/)
  if (tails.length === 0) return true
  if (tails.some(tail => tail === '')) return false
  if (shape === 'quote') {
    return tails.length === 1 && (GOES_ON.test(tails[0] ?? '') || STATES.test(tails[0] ?? ''))
  }
  if (tails.length === 1 && tails[0] === 'x') return true
  if (
    tails.length > 1 &&
    NAMING.includes(shape) &&
    !/^(?:especially|not) /.test(tails.at(-1) ?? '')
  ) {
    const isLinked = /^and\b/.test(tails.at(-1) ?? '')
    return (isLinked || shape === 'topic') && [head, ...tails].every(isNamed)
  }
  return tails.every(tail => GOES_ON.test(tail) && !hasPronoun(tail) && !hasVerb(tail, shape))
}

/** What was said goes on: "…, it just gets quieter". */
const STATES = /^(?:it|they|that|the|a|an|just|because|so|but)\s\S/i

/** One of a list of names of things. */
function isNamed(text: string): boolean {
  const words = text.replace(/^and /, '').split(' ')
  return (
    words.length < 7 &&
    !hasPronoun(text) &&
    !isBase(words[0] ?? '') &&
    !/\b(?:then|so|now)\b/.test(text)
  )
}

const NAMING: readonly Shape[] = ['topic', 'thing']

function hasPronoun(text: string): boolean {
  return text.split(' ').some(word => {
    const { lower } = partsOf(word)
    return KINDS[lower] !== undefined || MINE.has(lower)
  })
}

function hasVerb(text: string, shape: Shape): boolean {
  if (/^especially (?:that|how|why|when) /.test(text)) return false
  if (shape === 'advice') return /^and (?!to)/i.test(text)
  return /\b(?:is|are|was|were|has|had|did|does|will|would|can|could)\b/.test(text)
}

/** "said email me": what they said, without its marks. */
function isOrder(word = ''): boolean {
  return isBase(word) || word === "don't"
}

function isOdd(text: string): boolean {
  return /["“”()[\]{}<>=+*#@|\\~^_$]|(?<!\d)%|->/.test(text)
}

function isShouted(words: readonly Part[]): boolean {
  const letters = words.filter(({ core }) => /\p{L}/u.test(core))
  const loud = letters.filter(({ core }) => core.length > 1 && core === core.toUpperCase())
  if (letters.length > 3 && loud.length > letters.length / 2) return true
  return loud.some(({ lower }) => COMMON.has(lower))
}

const COMMON = wordSet(
  'me my not so never all always everyone and the you she he they really very no yes',
)
