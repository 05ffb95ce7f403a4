import type { Sentence, Word } from '../words/sentences.ts'
import { isVerbForm } from '../words/verbs.ts'
import { key, type ReadDraft, TITLES } from './linted.ts'
import {
  apart,
  begins,
  type Found,
  foundAt,
  foundSaid,
  phrases,
  phrasesIn,
  saidIn,
  sayings,
  set,
} from './phrases.ts'

// What was told in confidence

const SECRETS = phrases(
  `between us,|between you and me|don't tell|do not tell|nobody in the department knows|nobody knows yet|told me in confidence
  |off the record|don't repeat|keep this to yourself|keep it to yourself|between us`,
)

const WHISPERED = sayings(`
  (?:in (?:strict |strictest )?confidence|confidentially|strictly between (?:us|you)|just between (?:us|you)
    |entre nous)
  (?:please )?(?:don't|do not|never) (?:mention|share|spread|forward|say) (?:this|it|that|a word|anything)
  keep (?:this|it|that) (?:quiet|secret|under wraps|private|on the down low|hush)
  (?:you didn't|you did not) hear (?:it|this|that) from me
  (?:i'm|i am|i was) not supposed to (?:say|tell|know|share)
  (?:not my|isn't my) (?:place|business|story) to (?:say|tell|share)
  (?:the )?(?:real |true )?reason (?:that |why )?(?:\\S+ ){1,2}?(?:left|transferred|quit|dropped|moved|switched|was|is|isn't|wasn't)
  i (?:probably )?(?:shouldn't|should not) (?:say|tell|be telling|be saying|share|mention)
  (?:nobody|no one) (?:else )?(?:is supposed to|knows|should know|must know|can know)
  (?:didn't|did not|doesn't|does not) want (?:anyone|anybody|people|the school|you) to (?:know|find out|hear)
  (?:hasn't|has not|haven't|have not) told (?:anyone|anybody|the school|the dean|her|his|their|people)
`)

/** What people tell of themselves, or nobody does. */
const PERSONAL = sayings(`
  (?:failed|failing|flunked|flunking|bombed|nearly failed|barely passed)(?! (?:to))
  (?:was|were|is|being|been|got|getting|gets|be|has been) (?:\\S+ )?(?:dismissed|expelled|suspended
    |kicked out|held back|fired|arrested|accused|disciplined|reported|written up|charged|sued|caught
    |hospitali[sz]ed|evicted|dumped|busted|thrown out|asked to leave)
  on (?:\\S+ )?probation
  (?:on|going on|taking|took|takes|needs|needed|into
    |onto) (?:an? )?(?:medical |mental health |stress |academic |personal )?leave
  leave of absence
  (?:repeat|repeats|repeating|repeated|redoing
    |redo) (?:the |his |her |a |first |second |third |m ?[1-4] |whole |entire )*(?:year|clerkship|rotation
    |course|block|exam|m[1-4]|anatomy)
  remediat(?:e|es|ed|ing|ion)
  (?:drop|drops|dropped|dropping|flunk|flunked|flunking) out
  (?:didn't|did not|never|failed to|doesn't|won't) match(?:ed)?
  (?:is|was|were|be|been|being|seems|so|he's|she's|they're) (?:\\S+ )?(?:depressed|suicidal|anorexic|bulimic
    |bipolar|manic|psychotic|overdosed|pregnant|expecting|gay|lesbian|trans|infertile|hiv positive
    |undocumented|broke|bankrupt|unstable|an alcoholic|addicted|an addict)
  on (?:antidepressants|lithium|adderall|meds|medication|suicide watch)
  (?:tried|attempted|threatened) (?:to (?:kill|hurt|end)|suicide)
  (?:in|back in|went to|going to|out of|through) (?:rehab|therapy|detox|counseling|treatment|the psych ward)
  (?:seeing|sees|saw|has been seeing) an? (?:therapist|psychiatrist|psychologist|counselor|shrink)
  (?:drunk|hung ?over|drinking (?:again|problem|too much|a lot|issue)|using again|high (?:at|on|in|during)
    |an? (?:drug|drinking|gambling) (?:problem|habit))
  (?:broke|broken|breaking|split) up|(?:a |the |her )?(?:miscarriage|miscarried|an abortion|divorcing|an affair|cheated on|broke up with
    |sleeping with|slept with|hooking up with|hooked up with|dating (?:a|an|her|his|the|one))
  (?:getting|going through|in the middle of) (?:a )?(?:divorced?|custody|breakup|messy \\S+)
  (?:cheat|cheats|cheated|cheating)(?! (?:death))
  (?:plagiari[sz]ed|plagiari[sz]ing|plagiarism|faked|fakes|forged|fabricated|falsified|copied (?:off|from|my
    |the|her|his)|lied|lies about|lying about|stole|steals|stealing|made up (?:data|her|his|the))
  (?:in|got into|getting into) (?:\\S+ )?trouble
  (?:has|have|had) (?:\\S+ )?(?:sold|stolen|lied|cheated) (?:things|stuff|before|on|to)
  (?:don't|do not) want to (?:point fingers|gossip|name names|talk behind|rat)
  (?:is|was|he's|she's) (?:\\S+ )?an? (?:\\S+ )?(?:wreck|mess|drunk|liar|cheater|thief|burden|disaster)
  (?:wife|husband|girlfriend|boyfriend|fianc[eé]e?|partner) (?:just |has |recently )?(?:left|dumped|cheated)
  (?:takes|took|taking|pops|popping|abuses) (?:pills|adderall|stimulants|drugs|something|ritalin|uppers)
  (?:got|gets|received|was given|on) an? (?:\\S+ )?(?:warning|reprimand|citation)
  (?:skipping|skipped|skips|ditching|ditched) (?:clinic|class|rounds|lab|shifts?|lecture|work|call)
  (?:step|board|shelf|exam|test|mcat) scores? (?:\\S+ ){1,3}?(?:below|lower|worse|low|under|terrible|bad)
  lost (?:their|his|her) (?:money|job|home|house|license|scholarship|funding)
  under investigation|an? (?:honor|conduct|title ix|honor code) (?:case|complaint|hearing|violation)
  (?:cried|crying|cries|sobbed|sobbing|melted down|breaks? down|broke down|a breakdown|nervous breakdown
    |panic attacks?|self[- ]harm)
  (?:never shows? up|doesn't show up|didn't show up|never (?:does|did|pulls)|didn't do (?:any|her|his|the)
    |lazy|not very (?:bright|smart|good)|the weakest|worst in|clueless|incompetent|a mess|falling apart
    |can't (?:handle|keep up|cope)|cannot (?:handle|keep up|cope)|is struggling|was struggling
    |been struggling|has been struggling|barely studies)
  (?:bottom of (?:the|our) class|(?:lowest|worst|failing) (?:\\S+ )?(?:score|scores|grade|grades|mark|marks|evaluation|evaluations)|low (?:score|scores|grades)|bad (?:grades|evaluations)
    |scored (?:a |only )*(?:\\d+|below|under)|got (?:only )?an? (?:\\d{3}|c|d|f)|(?:her|his) (?:step (?:1|2
    |one|two)|board|shelf|mcat) (?:score|grade)s?)
  (?:her|his) (?:diagnosis|medication|meds|disability|accommodations|illness|condition|divorce|pregnancy
    |breakup|drinking)
  (?:money|financial|drug|drinking|family|marital|marriage|relationship|boyfriend|girlfriend|health|legal
    |visa) (?:problems|troubles?|issues)
`)

const ILLNESS = sayings(`
  depression|an eating disorder|anorexia|bulimia|adhd|anxiety|overdose|mental health (?:issues|problems
    |crisis)|addiction|hiv|std|herpes|ptsd|ocd|schizophrenia|burnout
`)

/** Of an illness as a matter of work, and of what is anybody's news. */
const AS_WORK =
  /\b(?:research\w*|stud(?:y|ies|ied|ying)|paper|patients?|clinic|project|lecture|talks?|article|book|poster|teach\w*|treat\w*|trial|chapter|poem|podcast|film|novel|panel)\b/

export function secrets({ words, sentences, names, text }: ReadDraft): Found[] {
  const says = (said: string) => `"${said}" passes on what is not yours to tell.`
  const known = phrasesIn(words, SECRETS)
    .filter(([from]) => words[from]?.lower !== 'between' || begins(words, from, text))
    .map(span => foundAt(words, span, text, says))
  const whispered = saidIn(sentences, WHISPERED).filter(({ sentence, start }) =>
    isOfAnother(sentence, start),
  )
  const ill = saidIn(sentences, ILLNESS).filter(({ plain }) => !AS_WORK.test(plain))
  const told = [...saidIn(sentences, PERSONAL), ...ill].filter(({ sentence, start }) => {
    const before = sentences[sentences.indexOf(sentence) - 1]
    const isNamed = namesSomebody(sentence, names)
    const isNamedBefore = before !== undefined && namesSomebody(before, names)
    return (isNamed || isNamedBefore) && isOfAnother(sentence, start)
  })
  return apart([...known, ...[...whispered, ...told].map(said => foundSaid(said, says))])
}

const SELF = set("i i'm i've i'd my me we we're we've our us you you're you've your")
const THEY = set("she he they she's he's they're her his their who who's somebody someone")

/** Whoever was spoken of last before it is not I or you. */
function isOfAnother({ words }: Sentence, start: number): boolean {
  const before = words.filter(word => word.start < start)
  const last = before.findLast(
    (word, index) => SELF.has(word.lower) || THEY.has(word.lower) || isName(before, index),
  )
  return last !== undefined && !SELF.has(last.lower)
}

function namesSomebody({ words }: Sentence, names: ReadonlySet<string>): boolean {
  return words.some((word, index) => !names.has(key(word)) && isName(words, index))
}

/** A name of two words, or one that does something, has something or is somebody's classmate; no title before it. */
function isName(words: readonly Word[], index: number): boolean {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]]
  if (!word || !isCapital(word) || TITLES.has(key(before ?? word))) return false
  if (isCapital(before) && index > 1) return true
  if (next && isCapital(next)) return true
  if (/['’]s$/.test(word.text) || isVerbForm(next?.lower ?? '')) return true
  return PEOPLE.has(before?.lower ?? '')
}

const PEOPLE = set(
  `classmate roommate friend partner student resident intern colleague labmate teammate and with like about of told by from that because`,
)

function isCapital(word: Word | undefined): boolean {
  if (word === undefined || TITLES.has(key(word)) || NO_NAMES.has(word.lower)) return false
  return /^\p{Lu}\p{Ll}/u.test(word.text)
}

const NO_NAMES = set(
  `i step monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december the this that these those it he she they we you your my our her his their there
  what when where which who why how if in on at as for from to by with and but or so not no yes thank thanks dear hi hello
  hey could would can may might shall should will do does did is are was were have has had after before since because
  although though once while until everyone everybody someone somebody anyone nobody all both each every some many most
  hospital university school college clinic center medicine surgery pediatrics psychiatry neurology internal family
  emergency honors english spanish american between please sorry last next one two three`,
)

// What lets somebody in

const PASSWORDS =
  /\b(?:pass ?(?:word|code|phrase)|pw|pwd|pin(?: (?:code|number))?|(?:door|gate|access|entry|badge|alarm|safe|lock|key|room|building|garage|wi-?fi|login|security|lounge) (?:code|combination|combo|password|pin)|combination|code(?= (?:for|to) (?:the|our|my) (?:\w+ ){0,2}(?:door|lounge|lab|gate|room|safe|building|locker|office|house|fridge|clinic)))s?\b(?: (?:for|to|of) [\w' -]{1,30}?)?(?:\s*(?::|=|,|\bis\b|\bare\b)\s*|\s+)["“']?(?=\S*[\d!#$%@*])[^\s,"”]{3,}/giu
const CODES =
  /\bpass:? (?=[^\s,]*\d)(?=[^\s,]*[a-z])[^\s,]{6,}|(?<!\b(?:zip|area|postal|icd|cpt|billing|course|promo|discount|country|source|error|booking|confirmation)[ -])\bcode:? (?:is )?\d{3,8}\b#?|\b(?:wi-?fi|network)\b[^.?!\n]{0,30}? is (?=\S*[\d_!#$%@])\S{6,}/giu
const LOGINS =
  /\b(?:log(?:ging)? ?in|sign(?:ing)? in|user(?:name|id)?|credentials)\b[^.?!\n]{0,60}?[\w.@-]{2,}\s*[/|]\s*(?=\S*[\d!#$%@*])\S{4,}/giu
const ACCOUNTS =
  /\b(?:account|acct|routing|iban|card|visa|mastercard|amex|debit|credit|checking|savings|social security|ssn|passport|driver'?s licen[cs]e|tax id|member id|policy|license)(?:['’]s)?(?:\s(?:card|account|number|no\.?|num|is|are|security|it|#|nr\.?))*\s*[:#]?\s*(?:is )?[A-Z]{0,4}\d(?:[ -]?\d){5,}/giu
const BARE =
  /\b\d{3}-\d{2}-\d{4}\b|\b(?:\d{4}[ -]){3}\d{4}\b|\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}\b/gu
/** The code of a call is sent to everyone who is to come. */
const CALLS = /\b(?:zoom|webex|teams|meeting id|conference call|dial)\b/i

/** Passwords, codes of doors and numbers of accounts. */
export function passwords({ text, sentences }: ReadDraft): Found[] {
  const all = [PASSWORDS, CODES, LOGINS, ACCOUNTS, BARE].flatMap(pattern => [
    ...text.matchAll(pattern),
  ])
  return apart(
    all
      .filter(({ index }) => !CALLS.test(sentenceAt(sentences, index)))
      .map(({ 0: words, index }) => ({
        start: index,
        end: index + words.length,
        says: `"${words}" is safer told another way than in writing.`,
      })),
  )
}

function sentenceAt(sentences: readonly Sentence[], index: number): string {
  const at = sentences.find(({ start, text }) => start <= index && index < start + text.length)
  return at?.text ?? ''
}
