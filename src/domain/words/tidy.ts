import { late } from './late.ts'
import { withProperNames } from './proper-names.ts'

function clauseStart(word: string): RegExp {
  return new RegExp(
    `(?<=^|[,;.!] |\\b(?:and|but|so|n|because|that|when|if|since|while|then|think|know) )${word}`,
    'g',
  )
}

const SHORT: readonly [RegExp, string][] = [
  [/(?<=^|\s)w\/o(?=\s)/gi, 'without'],
  [/(?<=^|\s)w\/ ?(?=\S)/gi, 'with '],
  [/(?<=^|\s)b\/?c(?=\s)/g, 'because'],
  [/(?<=^|\s)w(?=\s)/g, 'with'],
  [/(?<=^|\s)abt(?=\s|$)/gi, 'about'],
  [/(?<=^|\s)re:(?=\s)/gi, 'about'],
  [/(?<=^|\s)thru(?=\s|$)/gi, 'through'],
  [/(?<=^|\s)esp\b\.?(?=\s)/gi, 'especially'],
  [/(?<=^|\s)ppl(?=\s|$)/gi, 'people'],
  [/(?<=^|\s)yr(s?)\b/g, 'year$1'],
  [/(?<=^|\s)hrs\b/g, 'hours'],
  [/(?<=^|\s)mins\b/g, 'minutes'],
  [/(?<=^|\s)wk(s?)\b/g, 'week$1'],
  [/(?<=\s)vs\.(?=\s)/gi, 'vs'],
  [/\bhx\b/g, 'history'],
  [/(?<=^|\s)u(?=\s|$|[,.;!?])/g, 'you'],
  // "finals r over", and not the language: "in r", "r and python"
  [
    /(?<!\b(?:in|with|of|use|used|using|learn|learning|or|and|know|some|for|to))(?<=\s)r(?=\s(?!and\b|or\b|package|code|studio|script|vs\b))/g,
    'are',
  ],
  // "that ur leaving", and not "ur training"
  [
    /(?<=\b(?:that|if|when|since|because|while|hope|glad|think|said|know)\s)ur(?=\s\w+ing\b)/gi,
    "you're",
  ],
  [
    /(?<=^|\s)ur(?=\s(?:a|an|the|not|so|always|still|welcome|doing|going|coming|taking|feeling|working|in|at|on|free|busy|from|sure|ready|able|happy|done|here|there|also|never|really|too|just|only|into|leaving|moving|right(?=$|[,.]| (?:that|about|abt)))\b)/gi,
    "you're",
  ],
  [/(?<=^|\s)ur(?=\s)/gi, 'your'],
  [/(?<=^|\s)pl[sz](?=\s|$)/gi, 'please'],
  [/(?<=^|\s)(?:thx|tnx)(?=\s|$)/gi, 'thanks'],
  [/(?<=^|\s)(?:cuz|coz|bcs|becuz)(?=\s)/gi, 'because'],
  [/(?<=^|\s)b4(?=\s)/gi, 'before'],
  [/(?<=\s)(?:['’]?til|till)(?=\s)/gi, 'until'],
  [/(?<=^|\s)(?:tmrw|2morrow)(?=\s|$|[,.])/gi, 'tomorrow'],
  [/(?<=^|\s)(?:2nite|tonite)(?=\s|$|[,.])/gi, 'tonight'],
  [/(?<=^|\s)appt(s?)(?=\s|$|[,.])/gi, 'appointment$1'],
  [/(?<=^|\s)(?:rlly|rly)(?=\s)/gi, 'really'],
  [/(?<=^|\s)tho(?=\s|$)/gi, 'though'],
  // Where a clause begins it is no "IM": "im keeping it", "ill be there", "id love to".
  [
    clauseStart(
      'im(?= (?:so|not|a|the|in|at|on|still|now|really|very|free|excited|happy|glad|sorry|back|also|just|ready|sure|done|finally|down|doing|(?!(?:train|meet|teach|nurs)ing)[a-z]+ing)\\b)',
    ),
    "I'm",
  ],
  [
    /\bIm\b|(?<=\w )(?<!\b(?:the|an|in|of|for|my|your|our|her|his) )im(?= (?!(?:train|meet|teach|nurs)ing)[a-z]+ing\b)/g,
    "I'm",
  ],
  [
    clauseStart(
      'ill(?= (?:be|have|let|send|try|start|see|keep|get|do|make|bring|take|also|still|never|definitely|probably|finally|call|text|email|go|come|stay|look|ask|work|wait)\\b)',
    ),
    "I'll",
  ],
  [clauseStart('id(?= (?:love|like|be|rather|prefer|appreciate|have|want|never)\\b)'), "I'd"],
  [
    /\bits(?= (?:fine|ok|okay|not|just|a|the|all|mostly|only|really|so|good|normal|hard|too|about|like|always|never|more)\b)/g,
    "it's",
  ],
  [/(?<=^|\s)&(?=\s)/g, 'and'],
  [/(?<=\s)\+(?=\s)/g, 'and'],
  [/(?<=^|[\s(])i(?=$|[\s,;:)]|['’](?:m|ve|ll|d)\b)/g, 'I'],
  [/\b(do|does|did|is|was|are|were|could|should|would|must|has|have|had|ca|wo)nt\b/gi, "$1n't"],
  [/\b(you|they)(re|ve|ll)\b/gi, "$1'$2"],
  [/\bweve\b/gi, "we've"],
  [/\b(here|there)s(?= (?:a|an|the|no|so|my|some|more|what|how)\b)/gi, "$1's"],
  [/\b(that|what|she|he)s\b/gi, "$1's"],
  [/\bive\b/g, "I've"],
  [/\b(should|would|could|might)ve\b/gi, "$1've"],
  // "how 2 study", "told me 2 rest"; of two things one says "2 papers"
  [
    /(?<=\b(?:how|what|where|when|trying|going|able|ready|time|nice|good|great|happy|easy|hard|hope|hoping|wanted|(?:told|taught|asked|showed|helped|want|wants|wanted) (?:me|us|you)) )2(?= (?!\w+ \w+s\b)[a-z]+)/g,
    'to',
  ],
  [
    /(?<=[a-rt-z] )(?<!\b(?:step|the|these|those|my|all|last|first) )2(?= (?:me|us|you|your|ur|my|it)\b)/g,
    'to',
  ],
  [/(?<=^|\s)(in|on|up)2(?=\s)/gi, '$1to'],
  [
    /(?<=\s)4(?=\s(?:me|us|you|your|ur|the|my|everything|taking|helping|letting|showing|having|being|making)\b)/g,
    'for',
  ],
  [/(?<=^|\w\s)n(?=\s(?!of\b|[=<>\d]))/g, 'and'],
  [/(?<=^|\s)(every|some|any)1(?=\s|$|[,.!?])/gi, '$1one'],
  [/(?<=^|\s)2(day|gether)(?=\s|$|[,.!?])/gi, 'to$1'],
  [/^rn$/, 'right now'],
  [/(?<=\w\s)(?<!\b(?:an?|the|my|our|your|her|his|as|night|charge|other) )rn$/g, 'right now'],
  [/!+(?=\))/g, ''],
  [/\b(doesn't|never|isn't|not)\b([^,;.]+) (it (?:just|only))(?=\s)/g, '$1$2, $3'],
]
const LABEL =
  /^(?:(?:his|her|their|main) )?(?:advice|tip|topic|note|detail|point)(?:\s*:\s*|\s+[-–—]\s+)/i
/** Said while typing, of nothing. */
const FILLER = 'lol|lmao|tbh|idk|ngl|imo|btw|ha(?:ha)+|hehe|honestly'
const FILLER_FIRST = new RegExp(`^(?:(?:${FILLER})[,:]?\\s+)+`, 'i')
const FILLER_LAST = new RegExp(`(?:[\\s,.!]+(?:${FILLER}))+$`, 'i')
/** "mostly the part about …" */
const MOSTLY = /^(?:just|mostly|mainly|definitely)\s+(?=(?:the|her|his|their)\s)/i
/** "thx for staying": what is thanked for. */
const THANKING = /^(?:thank(?:s| you)(?: so much| again| a lot)?) (?=for \w)/i
const FOR_WHAT = /^for (?=(?:the|an?|her|his|their|your|ur|that|those)\s)/i
const NO_ARTICLE = /^(thing|bit|part|story|line|way|idea|point)(?=\s(?:about|of|that)\s)/i
const pictures = late(() => {
  const picture = '(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u200d|\\ufe0f)'
  return new RegExp(`^(?:${picture}\\s*)+|(?:\\s*${picture})+$`, 'gu')
})
/** On one line, with what is sure about its marks and short forms put right: no spelling is guessed. */
export function tidied(text: string): string {
  let tidy = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(pictures(), '')
    .replace(/^[-*•]\s+/, '')
  tidy = tidy.replace(LABEL, '').replace(FILLER_FIRST, '').replace(FILLER_LAST, '')
  tidy = quieted(tidy.replace(/[\s.!,;…-]+$/, ''))
  tidy = spelledOut(tidy)
  tidy = tidy
    .replace(THANKING, '')
    .replace(FOR_WHAT, '')
    .replace(MOSTLY, '')
    .replace(NO_ARTICLE, noun => `the ${noun.toLowerCase()}`)
  return withProperNames(tidy)
}

/** The short forms of hurried typing, `ur`, `w/`, `didnt`, as words; no spelling is guessed. */
export function spelledOut(text: string): string {
  let spelled = text
  for (const [written, meant] of SHORT) spelled = spelled.replace(written, meant)
  return spelled.replace(/\s{2,}/g, ' ').trim()
}

const SHOUTED_WORDS = 3
/** Written large however loud the rest is. */
const LARGE =
  /^(?:i|ms[1-4]|pgy-?\d|ed|er|icu|[smnpc]icu|em|ob|gyn|iv|ivs|ekg|ecg|eeg|ct|mri|eras|osce|vslo|img|imgs|md|phd|do|mph|pi|pd|cv|usmle|nrmp|aamc|va|us|usa|uk|dm|bp|cpr|abg|ai|er|tv|j1|h1b|pslf)$/i
/** Large they are something else: OR, IT, IM. */
const EITHER = /^(?:or|it|im|ed|us|do|pt|who|or's|ms|mr|mrs|dr|prof|he|she)$/i

/** What was typed all in capitals, in small letters; as it is where a word could be an abbreviation. */
function quieted(text: string): string {
  const words = text.split(' ')
  if (words.length < SHOUTED_WORDS || text !== text.toUpperCase() || !/[A-Z]{3}/.test(text))
    return text
  const loud = words.map(word => word.replace(/[^\w'’-]/g, ''))
  if (loud.some((word, index) => index > 0 && EITHER.test(word) && !/^(?:he|she)$/i.test(word)))
    return text
  return words
    .map((word, index) => (LARGE.test(loud[index] ?? '') ? word : word.toLowerCase()))
    .join(' ')
}

export interface Part {
  start: string
  core: string
  end: string
  /** The core in small letters, its apostrophe straight. */
  lower: string
}

/** A word and the marks around it. */
export function partsOf(word: string): Part {
  const start = /^[^\p{L}\p{N}]*/u.exec(word)?.[0] ?? ''
  const rest = word.slice(start.length)
  const core = /^[\p{L}\p{M}\p{N}'’/.&-]*[\p{L}\p{M}\p{N}]/u.exec(rest)?.[0] ?? ''
  return { start, core, end: rest.slice(core.length), lower: core.toLowerCase().replace('’', "'") }
}

/** Words parted by blanks. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
