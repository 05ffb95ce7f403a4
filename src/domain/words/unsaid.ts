import { late } from './late.ts'

// What a note may hold and a mail does not say back unasked, in kinds rather than instances.

/** Whether it speaks ill of someone, of what is theirs or of what is mine: "a bad eval", "my essay was weak". */
export function isJudging(text: string): boolean {
  return judging().some(each => each.test(text)) || isVerdict(text)
}

/** Whether it is of what is someone's own business: "her hip", "his grades", "our fight", "she's retiring". */
export function isOwnBusiness(text: string): boolean {
  return business().some(each => each.test(text))
}

const THEIRS = 'her|his|their|your|our'
const OF_SOMEONE = `my|${THEIRS}`
const VERY = 'so|too|really|very|pretty|kinda|kind of|quite|always|just|a bit|a little'
const ILL =
  'bad|weak|poor|mean|dull|chaotic|messy|careless|clumsy|strict|bitter|miserable|unhappy|clueless|sexist'
const NOT_WELL =
  'slow|dry|thin|quiet|shy|behind|low|late|loud|stressed|difficult|negative|distracted|rushed|picky|tough on|hard on|rough|cheap|nosy'
const NOT = "(?<!\\bnot |n't |\\bnever |\\bno )"

const judging = late((): readonly RegExp[] =>
  [
    `boring(?! is)|lous[ey]|mediocre|sloppy|disorganized|unprofessional|incompetent|useless|pointless|unfair(?:ly)?|condescending|dismissive|patronizing|sarcas\\w+|micromanag\\w*|favoritism|snob\\w*|lame|grumpy|petty|pushy|moody|egos?|disrespect\\w*|belittl\\w*|critici\\w+|overrated|underwhelm\\w*|a waste|crappy|pissed|shady|sketchy|gaslight\\w*`,
    `${NOT}(?:${OF_SOMEONE}|how|so|too|a|an|the|some|such|${VERY}|is|was|are|were|being) (?:(?:${VERY}) )?(?:${ILL})\\b(?! (?:news|arterial|value|age|time))`,
    `(?:how|so|too|${VERY}) (?:${NOT_WELL})\\b(?! (?:is|can|do|does|to)\\b)`,
    `(?:she|he|they|you|i|it|${OF_SOMEONE})\\b[\\w' ]{0,30}\\b(?:is|am|are|was|were|seem(?:s|ed)?|look(?:s|ed)?|sound(?:s|ed)?) (?:(?:${VERY}) )*(?:${NOT_WELL})`,
    '(?:malignant (?:program|place|residency|culture|attending)|(?:program|place|residency|culture) (?:is|was|being) (?:so |really )?malignant)',
    `ignor(?:ed|es)|snapp(?:ed|s) at|forg(?:ot|ets) (?:my|me|to|about|our|who)|cancel(?:l?ed|s) (?:on|our|my)|stood me up|ghosted|interrupt(?:ed|s)|talk(?:ed|s) (?:over|too much|down)|blam(?:ed|es)|accus(?:ed|es)|shamed|roasted|grilled|pimped|lectured me|took credit|rolled (?:${OF_SOMEONE}) eyes|kicked (?:me|us) out`,
    'never (?:shows?|showed|came|comes|answers?|answered|replie[sd]|responds?|responded|listens?|listened|thanks?|thanked)',
    '(?:gave|gives|got) (?:me|us) (?:an? )?(?:[bcdf][+-]?|low|fail|pass)(?= |$)',
    "(?:(?:she|he|they|you|who)(?: \\w+)? |^)(?:doesn't|didn't|don't|does not|did not|won't)(?: really| even| much)? (?:like|love|care|trust|respect|get along|enjoy|recommend|believe)",
    "dislik\\w+|(?:can't|couldn't) stand|sick of|fed up|annoyed|(?:she|he|they|you) (?:\\w+ )?regret\\w*",
    "(?:i'm|i am|i was|im|is|was|are|were) not (?:\\w+ )?(?:competitive|ready|good|smart|qualified|impressed|strong|enough|confident|interested)",
  ].map(each => new RegExp(`\\b(?:${each})\\b`, 'i')),
)

/** "said my notes were …", "told me I was …": said back only where it is praise. */
function isVerdict(text: string): boolean {
  const [, verdict] =
    /\b(?:said|says|told me|thinks|thought|mentioned) (?:that )?(?:my (?:[\w-]+ ){1,3}|i )(?:am|is|are|was|were|look(?:s|ed)?|sound(?:s|ed)?|seem(?:s|ed)?|needs?|needed|lacks?|lacked)\b(.*)$/i.exec(
      text,
    ) ?? []
  return verdict !== undefined && !PRAISE.test(verdict)
}

const PRAISE =
  /^ (?:\w+ ){0,2}(?:great|good|strong|solid|fine|clear|excellent|ready|right|beautiful|impressive|wonderful|thoughtful|lovely|better|best|ok|okay|enough|welcome|allowed|worth|promising|on track|\w+ing)\b/i

/** Nouns that are theirs alone once "her" or "our" stands before them. */
const BUSINESS = [
  // body and health
  `hips?|knees?|back|shoulders?|neck|ankle|wrist|foot|feet|legs?|stomach|skin|teeth|bladder|body|belly|bp|blood pressure|a1c|cholesterol|headaches?|migraines?|allerg(?:y|ies)|rash|acne|flu|covid|cough|fever|injur(?:y|ies)|fracture|surgery|operation|biopsy|scan|mri|diagnosis|illness|symptoms|pain|period|cramps|iud|fertility|pregnancy|weight|diet|meds?|medications?|pills|therapy|therapist|counsel(?:or|ing)|psychiatrist|insomnia|vision|hearing|scars?|disability|adhd|anxiety|mood|mental health|health|breakdown|burnout|stress|breath`,
  // habits
  `smoking|drinking|vaping|gambling|snoring|habits?|weed|cigarettes?|hangover|addiction|sobriety|spending|swearing`,
  // family and love
  `breakup|divorce|marriage|wedding|honeymoon|ex|exes|dates?|dating(?: life)?|love life|relationship(?= ?$)|engagement(?= ?$)|boyfriend|girlfriend|in-laws|custody|affair|baby shower`,
  // money
  `rent|mortgage|(?:student )?loans?|debts?|finances|money|income|paycheck|bonus|inheritance|taxes|bills|savings|second job|raise`,
  // quarrels
  `fights?|arguments?|quarrel|beef|feud|drama|fallout|falling out|complaints?|grievance|misunderstanding|disagreement|conflict`,
  // grades, ranks, evaluations
  `grades?|gpa|(?:\\w+ )?scores?|rank(?:ing|s)?|rank list|evals?|evaluations?|mcat|transcript|probation|remediation|retakes?|exam results?|results?`,
  // leaving
  `retirement|resignation|departure|last (?:day|week|shift)|leave(?: of absence)?|loa|layoff|notice`,
  // looks, faith, papers, and what is nobody's talk
  `haircut|hairstyle|suit|tan|makeup|perfume|cologne|nails|height|looks|clothes|age|church|mosque|temple|synagogue|religion|politics|visa|green card|commute`,
].join('|')

/** No preposition stands between: of "her talk on pain" the pain is nobody's. */
const BETWEEN = '(?:(?!(?:on|of|about|for|to|in|with|and|or|from|at|who|that|re)\\b)[\\w-]+ ){0,2}'
/** Of "her knee clinic" the clinic is hers. */
const ENDS_HERE =
  '(?=$|[,.;!?]|\\s(?:and|is|was|are|were|when|after|before|since|that|which|who|in|on|at|with|from|for|about|of|she|he|they|this|last|next|again|thing)\\b)'

const business = late((): readonly RegExp[] => [
  new RegExp(`(?:\\b(?:${THEIRS})|^my) ${BETWEEN}(?:${BUSINESS})${ENDS_HERE}`, 'i'),
  new RegExp(
    `\\b(?:${THEIRS}|my) (?:mother|father|mom|dad|brother|sister|wife|husband|partner|son|daughter|kid)['’]s (?:${BUSINESS})\\b`,
    'i',
  ),
  /\b(?:she|he|they|you|who)(?:['’](?:s|re))?(?: \w+){0,2}? (?:smok(?:es?|ed|ing)|vap(?:es?|ing)|drinks?|drinking|gambl\w+|divorc\w+|dating|engaged|dumped|broke)(?= |$)/i,
  /\b(?:quit|quitting|stopp(?:ed|ing)) (?:smoking|drinking|vaping)|\b(?:los[et]|losing|gain(?:ed|ing)?) (?:\w+ )?weight|\b(?:broke|break|split) up\b|\bgot (?:married|divorced|engaged|dumped|fired)|\b(?:tore|broke|sprained|twisted|hurt|injured) (?:her|his|their|your)\b|\bon (?:probation|leave|meds|a diet)\b/i,
  LEAVING,
])

/** That they go: no good news, whatever they say of it. */
export function isLeaving(text: string): boolean {
  return LEAVING.test(text)
}

const LEAVING =
  /\b(?:she|he|they|you|who)(?:['’](?:s|re|ll)| is| are| was| were| will be)?(?: \w+)? (?:retir(?:es?|ed|ing)|resign(?:s|ed|ing)?|quits?|quitting|leaving|stepp(?:ed|ing) down)\b|\b(?:retiring|resigning|quitting medicine|leaving (?:medicine|academia|us|the))\b/i
