import { late } from '../words/late.ts'
import type { Kind } from './patient-kinds.ts'
import { lexicon } from './patient-lexicon.ts'

/**
 * What is told by its form: numbers, ages, rooms, days. The first pattern that finds a place keeps it. Each
 * repetition is bounded, so that a long line is read once.
 */
export const PATTERNS = late((): readonly Form[] => [
  // MRN ends in 0418 · 4471920 is her MRN · hospital no. H1023345 · chart # 3348120
  form(
    'record',
    any`(?:\b|/)(?:mrns?|m\.r\.n\.?|emrn|csn|urn|uhid)\b[^\d\n]{0,30}[a-z]?${DIGITS}{3,15}`,
    any`\b(?:mrn|csn|fin)-?\d[\d-]{4,14}`,
    any`\b\d[\d-]{4,12}[\s,(]{1,3}(?:(?:is|was|${WHOSE}) ){0,3}mrn\b`,
    exact`\b[SCHNF]\d{2}-\d{3,6}\b`,
    exact`\b(?:MR|FIN|HN|UR)\b ?[#:.]{0,2} ?\d[\d-]{4,12}`,
    any`\b(?:${FILED}|medical|records?|account|visit|case|specimen|[oi]pd)\b\.? ?(?:record )?(?:no|nr|num|number|id|#|identifier)(?:[.:# ]|is|was){1,5}[a-z]{0,2}\d(?:[\d./-]| (?=\d)){3,15}`,
    any`\b(?:${FILED}|epic|cerner)\b\.?:? ?[a-z]?${DIGITS}{4,15}`,
  ),
  // DOB 3/14/51 · date of birth is 1939-11-02 · 3/14/1951 DOB
  form(
    'birth',
    any`(?:\b|/)(?:d\.o\.b\.?|dob|birth ?date|date of birth)\b[^\d\n]{0,30}\d\w{0,8}(?:[ ,./-]{1,2}\w{1,9}){0,2}`,
    any`\b${DATE}(?: is)?(?: ${WHOSE})? (?:dob|date of birth)\b`,
  ),
  // Social security, Medicare, National Insurance, CURP, codice fiscale; and what has its label.
  form(
    'identity',
    exact`\b\d{3}-\d{2}-\d{4}\b|\b\d{3} \d{2} \d{4}\b(?! ?\d)`,
    exact`\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}\b`,
    exact`\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b|\b[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d\b|\b[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]\b`,
    any`\b(?:${NATIONAL})(?:[ .:#]|no|number|id|is|was|sheet){0,6}[a-z]?${DIGITS}{5,15}[a-z]?\b`,
    any`\b${DIGITS}{6,14} is ${WHOSE} (?:ssn|nhs|social|medicare|health card)\b`,
    any`\blast four of ${WHOSE} (?:ssn|social)[^\d\n]{0,12}\d{4}\b`,
    any`\b(?:pt|patient|her|his)(?:'s)? (?:insurance|member|policy) ?(?:id|no|number|#)?[^\d\n]{0,6}\d{6,12}\b`,
  ),
  // As only a chart has it: 67M
  fitting('age', isNoOther, exact`\b\d{1,3}[MF]\b`),
  // 34 yo · 38/M · G4P2 · 27+3
  form(
    'age',
    any`\b${YEARS}[ -]?(?:yo|y\/o|y\.o)[mfwgb]?\b(?:\.? old\b)?|\b\d{1,3}(?:\/[mf]|y[mf])\b|\b\d\d[mf](?= w\b| w\/| with )`,
    any`\bg\d{1,2}p\d{1,4}\b|\b[2-4]\d\+[0-6]\b`,
    exact`\b\d{1,3} [MF]\b`,
  ),
  // sixteen year old · 23 yr female · aged 93 · journalist, 47, blinks
  fitting(
    'age',
    isNoColleagues,
    any`\b${YEARS}[ -](?:years?|yrs?|y|months?|mo|weeks?|wks?|days?)[ -](?:old|young|of age|${SEX}|[mf])\b`,
    any`\b${YEARS} (?:${SEX})\b|\b(?:aged|age|turned) ${YEARS}\b`,
    any`\b[1-9]\d(?=\s?[,)])(?<=[a-z]\.?(?:, ?| \()\d\d)`,
  ),
  // she's 94 · a man of 92 · at 97 she
  fitting(
    'elder',
    isNoColleagues,
    any`\b(?:he|she|who|pt)(?:'s| is| was)? (?:(?:just|almost|nearly|turned|turns|only) ){0,2}${OLD}\b`,
    any`\b(?:is|was|of|at) ${OLD}\b(?=$|[.,;!?]| (?:and|he|she|in|with|w\/|on)\b)`,
  ),
  // Ninety-four, on hospice · her late 90s · 100th birthday
  form(
    'elder',
    any`^${OLD}(?=,)|\b(?:his|her|their) (?:early |mid |late )?(?:90'?s|nineties)\b|\b(?:9\d|1[01]\d)(?:st|nd|rd|th) birthday\b`,
  ),
  // the farmer, 58
  fitting('age', isBehindSomebody, any`\b\d{1,2}\b(?<=, \d{1,2})`),
  // bed 12 · ICU 9 · room 22's daughter · outside 614 · 31-2
  fitting(
    'bed',
    isNotCounted,
    any`\b(?:beds?|bay|cubicle|hallway|bassinet|isolette|crib|chair)[ -]?(?:no\.? ?)?(?:[a-z]?\d{1,3}(?:-?[a-z])?|${ONES}|ten)\b`,
    any`\b(?:[smcnp]?icu|cvicu|ed|er|ward|unit|pacu|tele|l&d|stepdown|resus|trauma|pod|postpartum|triage|tower) \d{1,2}(?:-?[a-z]|-\d{1,2})?\b`,
    any`\b(?:room|rm)\.? ?\d{1,4}(?:'s|-?[a-d])\b|^(?:room|rm)\.? ?\d{1,4}\b`,
    any`\b\d{3}\b(?<=\b(?:in|from|outside|had) \d{3})|\b\d{1,2}-\d{1,2}\b(?<=\b(?:in|from|on) \d{1,2}-\d{1,2})`,
  ),
  // ICU-9 · 5 West 12 · OR 11
  form(
    'bed',
    exact`\b[Bb]ed [A-H]\b|\b\d{1,2}[NSEW]-?\d{1,3}\b|\b[SMCNP]?ICU-\d{1,2}\b|\bOR \d{1,2}\b`,
    any`\b\d{1,2} (?:west|east|north|south|w|e|n|s)\b(?:,? \d{1,2}[a-z]?\b)?`,
    exact`\bOR \d{1,2}\b`,
  ),
  // 412A
  fitting('bed', isNoOther, exact`\b\d{1,4}-?[A-D]\b`),
  // the lady in room 9 · the guy in 9
  fitting('bed', isWhereSomebodyIs, any`\b(?:(?:room|rm)\.? ?)?(?!(?:19|20)\d\d\b)\d{1,4}\b`),
  fitting('room', isNotCounted, any`\b(?:rooms?|rms?)\.? ?[a-z]?\d{1,4}(?:[.-]\d{1,2})?\b`),
  // born 7 Nov 1951 · bday 12/1/39 · born in 1931
  form(
    'born',
    any`\b(?:born|birthday|bday|b-day|b\.)[^\d\n]{0,25}(?:${DATE}|${DAY_AND_MONTH},? (?:19|20)\d\d)\b|\bborn in 19[0-4]\d\b`,
  ),
  form('stay', any`\b(?:pod|hd|hod) ?#?-?\d{1,2}\b`),
  form(
    'date',
    any`\b${DATE}\b|\b(?:0?[1-9]|1[0-2])\/(?:[0-2]?\d|3[01])\b(?! (?:systolic|diastolic|murmur|strength|pain|reflexes|pulses|dose))`,
    any`\b${DAY_AND_MONTH}\b(?:,? (?:19|20)\d\d\b)?|\bthe \d{1,2}(?:st|nd|rd|th)\b(?! (?:floor|time|year|street|grade))`,
  ),
  // in six · on 11 for
  fitting(
    'spot',
    isNotCounted,
    any`\b(?<=\b(?:in|on|from|of) )(?!(?:19|20)\d\d\b)(?:\d{1,3}[a-z]?|${ONES})\b(?=$|[,.;:)](?!\d)| (?:again|who|with|w|for|by|has|had|is|was|when|and|bc)\b| w/)`,
  ),
  // 803's husband · 8W
  form('spot', any`\b(?!(?:19|20)\d\ds)\d{3}'s\b|\b\d{1,2}[nsew]\b`),
  // 6'9" · 400 lb
  form('look', any`\b\d['’]\d{1,2}\b|\b\d ?ft \d\b|\b\d{1,3} ?(?:lbs?|pounds?|kilos?|kg)\b`),
  form(
    'symptom',
    any`\b\d{2} ?(?:wks?|weeks?|weekers?)\b(?! (?:ago|rotation|elective|course|block|of))|\bunder \d{3,4} grams\b`,
  ),
  // 38 patients · n=212 · 41%
  form(
    'study',
    any`\b\d[\d,.]*k? (?:patients|pts|cases|trials|charts|admissions|participants|subjects|women|men|adults)\b|\bn ?= ?\d+|\b\d[\d.]*(?: ?%| percent)`,
  ),
  form('fiction', any`\b(?:1[5-8]\d\d|19[0-5]\d)(?:s|\b)(?!\d)|\bs\d{1,2}e\d{1,2}\b`),
  fitting('number', isUnlabeled, any`\b(?!(?:19|20)\d{6}\b)\d{6,10}\b(?<!000)`),
  form('address', exact`(?<![\w.])@[A-Za-z]\w{3,30}|\b(?:\d{3}-)?\d{3}-\d{4}\b`),
])

/** Patterns of a kind, and what decides beside them. */
interface Form {
  kind: Kind
  patterns: readonly RegExp[]
  isFit: Fit
}

function form(kind: Kind, ...patterns: RegExp[]): Form {
  return { kind, patterns, isFit: () => true }
}

function fitting(kind: Kind, isFit: Fit, ...patterns: RegExp[]): Form {
  return { kind, patterns, isFit }
}

const DIGITS = String.raw`\d(?:[\d-]| (?=\d))`
const DATE = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}`
const MONTH = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?`
const DAY_AND_MONTH = String.raw`(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[ -](?:of )?${MONTH}|${MONTH} (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d))`
const WHOSE = "(?:the|her|his|their|my|pt's|patient's)"
const FILED = 'chart|hosp(?:ital)?|patient|pt|encounter|accession|accn|acct'
const NATIONAL =
  'ssns?|ss(?=#)|sin|social security|nhs|nino|aadhaar|curp|dni|passport|medicare|medicaid|mbi|hicn|ohip|chi|phn|pesel|bsn|ihi|personnummer|cpf|rut|kimlik|health card|national (?:id|identity|insurance)'
const TENS = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)'
const ONES = '(?:one|two|three|four|five|six|seven|eight|nine)'
const YEARS = String.raw`(?:\d{1,3}|${TENS}(?:-${ONES})?|${ONES}|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|hundred(?: and ${ONES})?)`
const OLD = String.raw`(?:9\d|1[01]\d|ninety(?:-${ONES})?)`
const SEX = 'male|female|man|woman|boy|girl|lady|gentleman|guy'

/** What decides beside the pattern: the text before what was found, and behind it. */
type Fit = (before: string, behind: string) => boolean

/** `34 kids`, `room 4 percent`. */
function isNotCounted(_: string, behind: string): boolean {
  const next = /^ ([a-z]+)/i.exec(behind)?.[1] ?? ''
  return !/^(?:[%/]|:\d)/.test(behind) && !lexicon().counted.has(next.toLowerCase())
}

/** Not the age of a doctor or of somebody's relative: `Dr. Roy, 91`, `her dad is 92`. */
function isNoColleagues(before: string, behind: string): boolean {
  if (/\b(?:dr|prof|professor)\b\.?(?: [^\s.!?]{1,20}){0,2} \(?$/i.test(before)) return false
  const { kin } = lexicon()
  const words = /(?:\b(?:my|her|his|their)|'s) ([a-z-]+),?(?: [^\s.!?]{1,12}){0,2} $/i.exec(before)
  const next = /^ ([a-z-]+)/i.exec(behind)?.[1] ?? ''
  const isKins = [words?.[1] ?? '', next].some(word => kin.has(word.toLowerCase()))
  return !isKins && isNotCounted(before, behind)
}

/** `the farmer, 58`, `Mrs. Hall, 71`. */
function isBehindSomebody(before: string, behind: string): boolean {
  const isSomebodys = isSomebody(/([a-z-]+), $/i.exec(before)) || TITLED.test(before)
  return isSomebodys && isNoColleagues(before, behind)
}

/** `the lady in 412`, `Mr. Lee in 4`, `the family in room 18`; a year is no room. */
function isWhereSomebodyIs(before: string, behind: string): boolean {
  const isIn = isSomebody(/([a-z-]+) (?:in|from) $/i.exec(before)) || TITLED.test(before)
  return isIn && / (?:in|from) $/i.test(before) && isNotCounted(before, behind)
}

const TITLED = /\bmrs?\.? [a-z]{1,20}(?:,| in| from) $/i

function isSomebody(found: RegExpExecArray | null): boolean {
  const { kinds, kin } = lexicon()
  const word = found?.[1]?.toLowerCase() ?? ''
  return kin.has(word) || /^(?:person|role|patient)$/.test(kinds.get(word) ?? '')
}

/** `it was 95F`, `suite 412A`. */
function isNoOther(before: string): boolean {
  return !/\b(?:(?:it (?:was|hit)|temp|tmax|fever)|suite|code|apt|locker|gate|seat|flight|fig|table|step|office|form|room|rm) $/i.test(
    before,
  )
}

/** A long number that is no telephone, badge or grant. */
function isUnlabeled(before: string, behind: string): boolean {
  const labels =
    before
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.slice(-3) ?? []
  return !labels.some(word => lexicon().otherNumbers.has(word)) && isNotCounted(before, behind)
}

function any({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return new RegExp(String.raw({ raw }, ...parts), 'gi')
}

function exact({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return new RegExp(String.raw({ raw }, ...parts), 'g')
}
