/** What the reader of shapes knows of verbs; of any other it is not sure, and what it is not sure of is asked. */

// Base, past and participle where they are not regular.
const IRREGULAR = `
  be was been|become became become|begin began begun|bend bent bent|bet bet bet|bite bit bitten|bleed bled bled
  blow blew blown|break broke broken|breed bred bred|bring brought brought|build built built|buy bought bought
  catch caught caught|choose chose chosen|come came come|cost cost cost|cut cut cut|deal dealt dealt|do did done
  draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
  fight fought fought|find found found|fly flew flown|forget forgot forgotten|forgive forgave forgiven
  freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung hung|have had had|hear heard heard
  hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lead led led
  learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost|make made made
  mean meant meant|meet met met|pay paid paid|put put put|quit quit quit|read read read|ride rode ridden
  ring rang rung|rise rose risen|run ran run|say said said|see saw seen|sell sold sold|send sent sent|set set set
  shake shook shaken|show showed shown|sing sang sung|sit sat sat|sleep slept slept|speak spoke spoken
  spend spent spent|split split split|spread spread spread|stand stood stood|stick stuck stuck
  strike struck struck|swear swore sworn|swim swam swum|take took taken|teach taught taught|tear tore torn
  tell told told|think thought thought|throw threw thrown|understand understood understood|wake woke woken
  wear wore worn|win won won|withdraw withdrew withdrawn|write wrote written|rebuild rebuilt rebuilt
  rewrite rewrote rewritten|proofread proofread proofread|retake retook retaken|redo redid redone|overcome overcame overcome
  undergo underwent undergone|shoot shot shot|bear bore born|seek sought sought|steal stole stolen`

const REGULAR = `
  accept accompany admire apologise recognise organise realise achieve act adapt add admit adopt advise affect age agree aim allow analyze answer apologize
  appear apply appreciate approach argue arrange arrive ask assign assist attend avoid bake balance base believe
  belong bike blame block book borrow bother breathe bump call cancel care carry cause challenge chair change chase
  chat check cheer claim clarify clean clear click climb close coach code collaborate collect combine comfort
  comment commit commute compare compete complain complete concentrate conduct connect consider contact continue
  convince cook copy correct count cover crash create cross cry cycle dance date debate decide dedicate define
  delay deliver demonstrate deploy describe design develop direct disagree discover discuss dislike distinguish divide donate
  double doubt dream dress drop earn edit email emigrate emphasize encourage end enjoy enroll enter escape
  establish evaluate examine exercise expect experience explain explore express face fail fake farm fill finish
  fix focus follow force form found function garden gather graduate guess guide hand handle happen hate head heal
  help highlight hike hire hope identify ignore imagine immigrate improve include inform insist inspire intend
  interpret interview introduce invest invite join joke judge jump kick kiss knit knock lack land last laugh
  launch like link list listen live look love lower manage map march marry master match matter measure mention
  mentor mind miss mix model motivate move name need nod note notice observe offer open operate order organize own
  pack paint park participate pass pause perform persuade phone pick place plan plant play point practice praise
  prefer prepare present press pretend prevent print prioritize produce promise promote propose protect prove
  provide publish pull push quiet quote race rank reach react realize receive recommend record recover reduce refer
  reflect refuse regret relate relax release relocate rely remain remember remind remove rent repeat replace reply
  report request rescue research resign respect respond rest restart retire return review reward rotate round
  row ruin rush save scare schedule scold scribble scrub search serve settle shadow share shift shop sign skip
  slow smile smoke solve sort sound specialize spell staff stare start state stay step stop stress stretch struggle
  study submit succeed suffer suggest supervise supply support surf surprise survive suspect suture swap switch talk
  tend test text thank tour trace trade train translate transfer travel treat trust try turn tutor type update
  grab vent chill palpate quiz tie coauthor negotiate auscultate percuss intubate chart diagnose prescribe consult google
  urge use value visit volunteer vote wait walk want warn wash waste watch welcome wish witness wonder work worry
  wrap yell`

/** They double their last letter before -ed and -ing. */
const DOUBLED = new Set(
  `admit begin bet chat grab commit cut drop forget get hit jog knit let nod occur pin plan put quit refer regret rob
  run scrub set shop sit skip split step stop swap swim transfer win prefer quiz`.split(/\s+/),
)

const bases = new Set<string>()
const pasts = new Map<string, string>()
const participles = new Set<string>()
const presents = new Map<string, string>()
const gerunds = new Map<string, string>()
const pastOfBases = new Map<string, string>()

function add(base: string, past: string, participle: string): void {
  bases.add(base)
  pasts.set(past, base)
  participles.add(participle)
  presents.set(presentOf(base), base)
  gerunds.set(gerundOf(base), base)
  pastOfBases.set(base, past)
}

let isReady = false

/** Made at the first use: a start that reads no detail has no need of it. */
function ready(): void {
  if (isReady) return
  isReady = true
  for (const entry of IRREGULAR.trim().split(/[|\n]\s*/)) {
    const [base = '', past = '', participle = ''] = entry.trim().split(' ')
    add(base, past, participle)
  }
  for (const base of REGULAR.trim().split(/\s+/)) add(base, pastOf(base), pastOf(base))
  pasts.set('were', 'be').set('learned', 'learn')
  participles.add('got').add('learned')
}

function pastOf(base: string): string {
  if (base.endsWith('e')) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return DOUBLED.has(base) ? `${base}${base.at(-1)}ed` : `${base}ed`
}

function presentOf(base: string): string {
  if (base === 'be') return 'is'
  if (base === 'have') return 'has'
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(?:s|sh|ch|x|z|o)$/.test(base) ? `${base}es` : `${base}s`
}

/** `told` gives `tell`; undefined for what is no known past form. In small letters, as all here. */
export function baseOfPast(word: string): string | undefined {
  ready()
  return pasts.get(word)
}

/** `runs` gives `run`. */
export function baseOfPresent(word: string): string | undefined {
  ready()
  return presents.get(word)
}

/** `showing` gives `show`. */
export function baseOfGerund(word: string): string | undefined {
  ready()
  return gerunds.get(word)
}

/** `show` gives `showed`. */
export function pastOfBase(base: string): string | undefined {
  ready()
  return pastOfBases.get(base)
}

export function isBase(word: string): boolean {
  ready()
  return bases.has(word)
}

export function isParticiple(word: string): boolean {
  ready()
  return participles.has(word)
}

/** `show` gives `showing`. */
export function gerundOf(base: string): string {
  if (base === 'be') return 'being'
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`
  return DOUBLED.has(base) ? `${base}${base.at(-1)}ing` : `${base}ing`
}

/** Verbs of the present or past that stand before another verb, and their form after "you". */
export const AUXILIARIES: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
  ["isn't", "aren't"],
  ["wasn't", "weren't"],
  ["hasn't", "haven't"],
  ["doesn't", "don't"],
  ...[
    ...['had', 'did', 'will', 'would', 'can', 'could', 'should', 'might', 'may', 'must', "hadn't"],
    ...["didn't", "won't", "wouldn't", "can't", "couldn't", "shouldn't"],
  ].map(word => [word, word] as const),
])

/** Whether it is a form that follows its subject: "told", "runs", "was". */
export function isVerbForm(word: string): boolean {
  return (
    word === 'are' ||
    AUXILIARIES.has(word) ||
    baseOfPast(word) !== undefined ||
    baseOfPresent(word) !== undefined
  )
}
