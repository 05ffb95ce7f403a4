import type { Sentence, Word } from '../words/sentences.ts'
import type { ReadDraft } from './linted.ts'
import {
  apart,
  type Found,
  foundAt,
  foundSaid,
  phrases,
  phrasesIn,
  type Said,
  saidIn,
  sayings,
  set,
} from './phrases.ts'
import { hasTime } from './requests.ts'

// Vague words

const VAGUE = phrases(
  `sometime|some time soon|some time next|at some point|whenever you are free|whenever you have time|pick your brain
  |great talk|great lecture|great panel|great session|amazing talk|amazing lecture|interesting talk
  |interesting lecture|inspiring talk|inspiring lecture|wonderful talk|wonderful lecture|loved your talk
  |loved your lecture|enjoyed your talk|enjoyed your lecture|enjoyed the panel|touch base|touching base
  |circling back|circle back|finds you well|find you well|meet up soon
  |catch up soon|get together soon|hang out soon|your interesting work|your fascinating work
  |your fascinating research|your interesting research|any opportunities|hear your story|in the near future|near future
  |one of these days|when you get a chance|some day|anytime soon|any time soon|literally perfect|perfect at everything
  |just like you|exactly like you|visionary|luminary|needs no introduction|need no introduction|speaks for itself
  |unparalleled|most inspiring|most amazing|most brilliant|pure gold|your brilliance|in the world|incomparable|legendary|a legend|my idol|in awe of you|world-class|giant in the field|genius`,
)

export function vaguePhrases({ words, sentences, text }: ReadDraft): Found[] {
  const vague = phrasesIn(words, VAGUE)
    .filter(([, to]) => !saysWhich(words, to))
    .map(span => foundAt(words, span, text, said => `"${said}" is vague; name the one thing.`))
  const hollow = hollowPraise(sentences).map(said => foundSaid(said, asPraise))
  return apart([...vague, ...hollow])
}

const asPraise = (said: string) => `"${said}" could be said to anyone; name the one thing they did.`

const PRAISED = set('talk lecture panel session work research')

/** `your great talk on ablation` is specific. */
function saysWhich(words: readonly Word[], at: number): boolean {
  if (!PRAISED.has(words[at]?.lower ?? '')) return false
  const next = words[at + 1]?.lower ?? ''
  return next === 'about' || (next === 'on' && !hasTime(words.slice(at + 2, at + 4)))
}

// Praise without a matter

const HOLLOW = sayings(`
  (?:best|greatest|finest|smartest|kindest|nicest|coolest|wisest|most \\S+) (?!advice|tip|explanation|book
    |decision|day|week|month|part|question|hour|lesson|meal)(?:and \\S+ \\S+ )?(?:\\S+ ){0,3}?(?:of our time
    |of all time|of all|in the world|alive|on earth|in history|anywhere|of your generation|in the (?:field
    |country|state|whole)|who (?:has |have )?ever|to ever|(?:i have |i've |i )?ever (?:met|seen|known|lived
    |had|heard|been)|ever)
  you(?:'re| are| have been
    | were) (?:simply |truly |really |such |just |literally |absolutely |honestly )*(?:an?|my|our
    |the) (?:\\S+ ){0,2}?(?:gift|treasure|blessing|hero|icon|idol|god|goddess|angel|rock ?star|superstar
    |saint|beacon|titan|inspiration|force of nature|genius|legend|star|light)
  (?:an )?inspiration to (?:us all|all|everyone|me|so many|generations|students)
  (?:no ?one|nobody|no other \\S+|nothing) (?:else )?(?:even )?(?:compares?|comes close|can (?:match|compare)
    |could (?:match|compare)|equals|measures up|is like you)
  (?:second to none|without equal|beyond compare|like no other|unmatched|peerless|unrivaled|unrivalled
    |unsurpassed|one of a kind|larger than life|one in a million|the gold standard|the very best of the best
    |best of the best)
  (?:world famous|world-famous|world renowned|world-renowned|internationally (?:known|renowned|acclaimed)
    |esteemed|illustrious|renowned|eminent|preeminent|celebrated|acclaimed|highly (?:regarded|respected
    |accomplished)) (?:and \\S+ )?(?:physician|doctor|scholar|scientist|surgeon|researcher|clinician|career
    |professor|faculty|institution|lab|laboratory|program|work|mind|leader|expert|colleague|self|department
    |team|educator|teacher)
  (?:outstanding|extraordinary|remarkable|incredible|amazing|impressive|exceptional|tremendous|immense|great
    |countless|invaluable|brilliant|stellar|phenomenal|vast|unparalleled|many|illustrious|distinguished
    |wonderful|enormous|inspiring|legendary|storied|incomparable
    |magnificent) (?:and \\S+ )?(?:\\S+ )?(?:achievements?|accomplishments?|contributions?|career|gifts
    |talents?|mind|intellect|wisdom|legacy|reputation|credentials|successes|excellence|brilliance|greatness
    |knowledge|expertise)
  contributions? to (?:the|our|this|your) (?:field|world|profession|discipline)
  (?:changed|transformed|revolutionized|shaped|redefined) (?:medicine|the (?:field|world|profession)|science
    |everything|healthcare)(?: forever)?
  (?:biggest|number one|greatest|huge|massive|big) (?:fan|admirer) (?:of (?:you|yours|your work)|in)?
  (?:your|the) (?:biggest|number one|greatest) (?:fan|admirer)
  (?:i(?:'m| am)|we(?:'re| are)|left me) (?:\\S+ )?(?:in awe|awestruck|star ?struck|speechless|blown away)
  i (?:\\S+ )?(?:worship|idolize|revere)
  (?:every|each) (?:single )?(?:word|sentence) (?:that )?(?:you|out of|from your|of yours)
  (?:everything|anything) (?:that )?you (?:do|say|touch|write|said|teach|have done) (?:\\S+ )?(?:is|was|are
    |turns|shines)
  everything about you
  hang(?:ing)? on your every
  (?:honor|privilege|thrill) of (?:a|my) lifetime
  (?:the )?(?:greatest|highest) honor
  not worthy
  (?:as|like) (?:great|brilliant|talented|gifted|accomplished|amazing|inspiring|distinguished
    |wonderful) (?:a \\S+ )?as (?:you|yourself)
  (?:could|can) only (?:dream|hope) of (?:being|becoming) (?:half|even|like|as)
  half the (?:doctor|physician|surgeon|teacher|person|scientist|clinician|mentor) (?:that )?you are
  (?:changed|saved) my life
  (?:few|no|not many|hardly any) (?:people|doctors|teachers|minds|others|physicians
    |human beings) … (?:possess|have your|match|like you|your)
  (?:on|of) (?:this|the) (?:planet|earth|entire world|whole world)
  once in a (?:century|lifetime|generation|millennium)
  (?:the )?(?:entire|whole) (?:medical |scientific )?(?:world|field|profession|universe)
  rare (?:blend|gift|talent|combination|breed|genius|soul|gem)
  i (?:could|can) (?:ever )?(?:imagine|dream of)
  such an? (?:queen|king|legend|star|genius|inspiration|icon|hero|goddess)
  you(?:'re| are) (?:goals|everything|perfect|amazing|incredible|awesome|unreal|the best (?:ever|of))
  just wow
  words fail me
  you are the (?:sun|moon|star|light|soul|north star|glue|heart)
  (?:greatest|finest|best|most \\S+) living
  (?:in|of) any field
  role model (?:for|to) (?:humanity|us all|everyone|the world|mankind)
  (?:never|nobody|no one) … (?:of your (?:caliber|kind|stature|rank|like)|like you|such a mind)
  your (?:caliber|stature|greatness|presence)
  without (?:rival|peer|doubt the)
  you(?:'re| are| were) … the (?:finest|brightest|sharpest|greatest|smartest) (?:\\S+ )?(?:mind|doctor|teacher|physician|surgeon|professor|person|lecturer|clinician|scientist|mentor)
  words (?:can't|cannot|could never|fail to|don't) (?:describe|capture|do you)
  beyond (?:measure|words|compare)
  an? (?:mind|heart|person|doctor|teacher|talent|gift) like yours
  (?:people|doctors|teachers|mentors|minds) like you (?:are|come|make)
  you(?:r(?: \\S+)?)? (?:reputation|fame|name|greatness)? ?precedes? you
  (?:must be|are|'re|is|be) the (?:smartest|best|greatest|finest|coolest|kindest|wisest|most \\S+) (?:person
    |doctor|teacher|professor|physician|surgeon|lecturer|attending|mentor|mind|human|scientist|clinician
    |educator|speaker)
  (?:as|so) (?:gifted|brilliant|talented|wise|accomplished|inspiring|amazing) as you
  (?:was|is|are|were) (?:pure |sheer |absolute )*(?:perfection|magic|greatness|brilliance|genius|poetry)
  (?:your|such|sheer|pure) (?:greatness|genius|perfection|magnificence|awesomeness)
  what a (?:legend|hero|star|genius|icon|goddess|queen|king)
  (?:god's gift|a gift (?:from|to)|out of this world|one and only|10/10|a\\+\\+)
  (?:everyone|everybody|all of us|the whole (?:class|school|hospital)) (?:\\S+ )?(?:knows|agrees|says|thinks
    |worships|adores|loves) (?:that )?you(?:'re| are)? (?:the|so|an?|simply)
  the \\S+ \\S+ of (?:cardiology|surgery|medicine|nephrology|neurology|oncology|pediatrics|psychiatry|radiology)
  (?:true|living|absolute|real) (?:genius|legend|hero|master|visionary|inspiration|icon)
  (?:master|pioneer|giant|pillar|beacon|leader|titan) (?:of|in|among) (?:your|the|modern|our) (?:craft|field
    |profession|medicine|science|time|men|generation)
`)

const PRAISE = sayings(`
  amazing|awesome|incredible|incredibly|outstanding|brilliant|brilliantly|extraordinary|remarkable|phenomenal
    |fantastic|magnificent|unbelievable|exceptional|wonderful|inspiring|inspirational|inspired|impressive
    |perfect|perfectly|flawless|stunning|breathtaking|mind-?blowing|life-?changing|unforgettable|superb
    |marvelous|terrific|spectacular|fabulous|great|excellent|eye-?opening|gifted|talented|legendary
    |astonishing|best
`)
const VERY =
  /\b(?:so|truly|absolutely|simply|utterly|beyond|incredibly|totally|completely|super|really) $/
/** What the praise is for. */
const MATTER =
  /\b(?:about|on|how|when|why|because|where|what|that you|for (?:showing|taking|telling|staying|letting)|during|with|using|between|after|the way|idea|at)\b|["“\d]/

/** Praise of the reader that could be said to anyone: great words alone, or several in a sentence that names nothing. */
function hollowPraise(sentences: readonly Sentence[]): Said[] {
  const praised = saidIn(sentences, PRAISE).filter(({ plain }) => {
    if (!/\byour?\b|\byou're\b/.test(plain) || MATTER.test(plain)) return false
    return isPiledUp(plain)
  })
  const hollow = saidIn(sentences, HOLLOW).filter(({ plain }) => /\byou/.test(plain))
  return [...hollow, ...praised]
}

function isPiledUp(plain: string): boolean {
  const found = [...plain.matchAll(PRAISE())]
  const isLoud = found.some(({ index }) => VERY.test(plain.slice(0, index)))
  return isLoud || new Set(found.map(([word]) => word)).size > 1
}

// What is said to be there

const ATTACHED = phrases(
  `i have attached|i've attached|attached is|attached are|find attached|see attached|attached please|is attached
  |are attached|enclosed|photo below|picture below|see the attachment|the attachment`,
)

export function attachments({ words, text }: ReadDraft): Found[] {
  return phrasesIn(words, ATTACHED).map(span =>
    foundAt(
      words,
      span,
      text,
      said => `"${said}": attach it before it goes out, or leave this out.`,
    ),
  )
}

// Unkind words

const UNKIND = phrases(
  `waste|wasting|wasted|lazy|slow|annoying|annoyed|useless|pointless|unproductive|distracting|distracted by
  |your fault|you never|you always|you don't|you guys|because of you|complain|complains|complaining|hold me back
  |holding me back|held me back|dragging|drag|frustrating|frustrated|disappointed|disappointing|toxic|blame
  |not serious|unprepared|too much talking|stupid|fed up|sick of|negative energy`,
)

export function unkindWords({ template, words, text }: ReadDraft): Found[] {
  if (template !== 'step-back') return []
  return phrasesIn(words, UNKIND).map(span =>
    foundAt(words, span, text, said => `"${said}" may hurt; say only what you need to change.`),
  )
}

// Apologies

const APOLOGIES = sayings(`
  sorry|apology|apologies|apologize|apologise|apologizing|forgive me|forgiveness|pardon (?:me|the|my)
    |beg your pardon|excuse (?:me|my|the)
  (?:feel|felt|feeling) (?:\\S+ )?(?:terrible|awful|bad|horrible|guilty|embarrassed|ashamed|rotten)
  (?:ashamed|mortified|embarrassed) (?:to|of|that|about|by)
  (?:hate|hated|loath|don't mean|do not mean|didn't mean|don't want|do not want) to (?:bother|ask|trouble
    |impose|bug|pester|intrude|annoy|be a)
  (?:a|such a|being a|the) (?:\\S+ )?(?:nuisance|bother|burden|pest|pain)
  (?:inexcusable|unforgivable|my bad|my fault|mea culpa)
  (?:bothering|bugging|pestering|disturbing|interrupting) you
  (?:don't|please don't) (?:hate me|be mad|be angry|be upset)
`)
const ABASED = sayings(`
  (?:deepest|sincerest|humblest|a thousand|a million|so so|very very|endless|profuse) (?:\\S+ )?(?:apologies
    |sorry|regrets)
  for (?:even|daring to|having to) (?:ask|asking|write|writing)
`)
const MOST_APOLOGIES = 2

/** One apology is polite, the third weighs on who reads it. */
export function apologies({ sentences }: ReadDraft): Found[] {
  const all = saidIn(sentences, APOLOGIES)
  const isAbased = saidIn(sentences, ABASED).length > 0
  const over = all[isAbased ? MOST_APOLOGIES - 1 : MOST_APOLOGIES]
  if (!over) return []
  return [foundSaid(over, said => `"${said}" is one apology too many; once, briefly, is enough.`)]
}
