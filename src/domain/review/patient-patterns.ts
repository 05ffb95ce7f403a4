import { late } from '../words/late.ts'
import type { Kind } from './patient-kinds.ts'
import { lexicon } from './patient-lexicon.ts'

/**
 * What is told by its form: numbers, ages, rooms, days. The first pattern that finds a place keeps it. Each
 * repetition is bounded, so that a long line is read once.
 */
export const PATTERNS = late(
  (): readonly (readonly [kind: Kind, pattern: RegExp, isFit?: Fit])[] => [
    // MRN ends in 0418 · MRN4471920 · 4471920 is her MRN · MR# 88213047
    [
      'record',
      any`(?:\b|/)(?:mrns?|m\.r\.n\.?|emrn|csn|urn|uhid)\b[^\d\n]{0,30}[a-z]?${DIGITS}{3,15}`,
    ],
    ['record', any`\b(?:mrn|csn|fin)-?\d[\d-]{4,14}`],
    ['record', any`\b\d[\d-]{4,12}[\s,(]{1,3}(?:(?:is|was|${WHOSE}) ){0,3}mrn\b`],
    ['record', exact`\b(?:MR|FIN|HN|UR)\b ?[#:.]{0,2} ?\d[\d-]{4,12}`],
    // hospital no. H1023345 · chart # 3348120 · pt 00918273
    [
      'record',
      any`\b(?:${FILED}|medical|records?|account|visit|case|specimen|[oi]pd)\b\.? ?(?:record )?(?:no|nr|num|number|id|#|identifier)(?:[.:# ]|is|was){1,5}[a-z]{0,2}\d(?:[\d./-]| (?=\d)){3,15}`,
    ],
    ['record', any`\b(?:${FILED}|epic|cerner)\b\.?:? ?[a-z]?${DIGITS}{4,15}`],
    // DOB 3/14/51 · date of birth is 1939-11-02 · 3/14/1951 DOB
    [
      'birth',
      any`(?:\b|/)(?:d\.o\.b\.?|dob|birth ?date|date of birth)\b[^\d\n]{0,30}\d\w{0,8}(?:[ ,./-]{1,2}\w{1,9}){0,2}`,
    ],
    ['birth', any`\b${DATE}(?: is)?(?: ${WHOSE})? (?:dob|date of birth)\b`],
    // Social security, Medicare, National Insurance, CURP, codice fiscale; and what has its label.
    ['identity', exact`\b\d{3}-\d{2}-\d{4}\b|\b\d{3} \d{2} \d{4}\b(?! ?\d)`],
    [
      'identity',
      exact`\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}\b`,
    ],
    [
      'identity',
      exact`\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b|\b[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d\b|\b[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]\b`,
    ],
    [
      'identity',
      any`\b(?:${NATIONAL})(?:[ .:#]|no|number|id|is|was|sheet){0,6}[a-z]?${DIGITS}{5,15}[a-z]?\b`,
    ],
    ['identity', any`\b${DIGITS}{6,14} is ${WHOSE} (?:ssn|nhs|social|medicare|health card)\b`],
    ['identity', any`\blast four of ${WHOSE} (?:ssn|social)[^\d\n]{0,12}\d{4}\b`],
    [
      'identity',
      any`\b(?:pt|patient|her|his)(?:'s)? (?:insurance|member|policy) ?(?:id|no|number|#)?[^\d\n]{0,6}\d{6,12}\b`,
    ],

    // As only a chart has it: 67M · 34 yo · 38/M · G4P2 · 27+3
    ['age', exact`\b\d{1,3}[MF]\b`, isNotWarm],
    [
      'age',
      any`\b${YEARS}[ -]?(?:yo|y\/o|y\.o)[mfwgb]?\b(?:\.? old\b)?|\b\d{1,3}(?:\/[mf]|y[mf])\b|\b\d\d[mf](?= w\b| w\/| with )`,
    ],
    ['age', any`\bg\d{1,2}p\d{1,4}\b|\b[2-4]\d\+[0-6]\b`],
    ['age', exact`\b\d{1,3} [MF]\b`],
    // sixteen year old · 23 yr female · 41 male · aged 93
    [
      'age',
      any`\b${YEARS}[ -](?:years?|yrs?|y|months?|mo|weeks?|wks?|days?)[ -](?:old|young|of age|${SEX}|[mf])\b`,
      isNoColleagues,
    ],
    ['age', any`\b${YEARS} (?:${SEX})\b|\b(?:aged|age|turned) ${YEARS}\b`, isNoColleagues],
    // she's 94 · a man of 92 · at 97 she · Ninety-four, on hospice · her late 90s · 100th birthday
    [
      'elder',
      any`\b(?:he|she|who|pt)(?:'s| is| was)? (?:(?:just|almost|nearly|turned|turns|only) ){0,2}${OLD}\b`,
      isNoColleagues,
    ],
    [
      'elder',
      any`\b(?:is|was|of|at) ${OLD}\b(?=$|[.,;!?]| (?:and|he|she|in|with|w\/|on)\b)`,
      isNoColleagues,
    ],
    [
      'elder',
      any`^${OLD}(?=,)|\b(?:his|her|their) (?:early |mid |late )?(?:90'?s|nineties)\b|\b(?:9\d|1[01]\d)(?:st|nd|rd|th) birthday\b`,
    ],
    // journalist, 47, blinks · JM (62) · the farmer, 58
    ['age', any`\b[1-9]\d(?=\s?[,)])(?<=[a-z]\.?(?:, ?| \()\d\d)`, isNoColleagues],
    ['age', any`\b\d{1,2}\b(?<=, \d{1,2})`, isBehindSomebody],

    // bed 12 · Bay 3 · ICU-9 · 5 West 12 · 412A · room 22's daughter · the lady in room 9 · the guy in 9
    [
      'bed',
      any`\b(?:beds?|bay|cubicle|hallway|bassinet|isolette|crib|chair)[ -]?(?:no\.? ?)?(?:[a-z]?\d{1,3}(?:-?[a-z])?|${ONES}|ten)\b`,
      isNotCounted,
    ],
    ['bed', exact`\b[Bb]ed [A-H]\b|\b\d{1,2}[NSEW]-?\d{1,3}\b|\b[SMCNP]?ICU-\d{1,2}\b`],
    [
      'bed',
      any`\b(?:[smcnp]?icu|cvicu|ed|er|ward|unit|pacu|tele|l&d|stepdown|resus|trauma|pod|postpartum|triage|tower) \d{1,2}(?:-?[a-z]|-\d{1,2})?\b`,
      isNotCounted,
    ],
    ['bed', any`\b\d{1,2} (?:west|east|north|south|w|e|n|s)\b(?:,? \d{1,2}[a-z]?\b)?`],
    ['bed', exact`\b\d{1,4}-?[A-D]\b`, isNoOffice],
    [
      'bed',
      any`\b(?:room|rm)\.? ?\d{1,4}(?:'s|-?[a-d])\b|^(?:room|rm)\.? ?\d{1,4}\b`,
      isNotCounted,
    ],
    ['bed', any`\b(?:(?:room|rm)\.? ?)?(?!(?:19|20)\d\d\b)\d{1,4}\b`, isWhereSomebodyIs],
    [
      'bed',
      any`\b\d{3}\b(?<=\b(?:in|from|outside|had) \d{3})|\b\d{1,2}-\d{1,2}\b(?<=\b(?:in|from|on) \d{1,2}-\d{1,2})`,
      isNotCounted,
    ],
    ['room', any`\b(?:rooms?|rms?)\.? ?[a-z]?\d{1,4}(?:[.-]\d{1,2})?\b`, isNotCounted],

    // born 7 Nov 1951 · bday 12/1/39 · born in 1931
    [
      'born',
      any`\b(?:born|birthday|bday|b-day|b\.)[^\d\n]{0,25}(?:${DATE}|${DAY_AND_MONTH},? (?:19|20)\d\d)\b|\bborn in 19[0-4]\d\b`,
    ],
    ['stay', any`\b(?:pod|hd|hod) ?#?-?\d{1,2}\b`],
    [
      'date',
      any`\b${DATE}\b|\b(?:0?[1-9]|1[0-2])\/(?:[0-2]?\d|3[01])\b(?! (?:systolic|diastolic|murmur|strength|pain|reflexes|pulses|dose))`,
    ],
    [
      'date',
      any`\b${DAY_AND_MONTH}\b(?:,? (?:19|20)\d\d\b)?|\bthe \d{1,2}(?:st|nd|rd|th)\b(?! (?:floor|time|year|street|grade))`,
    ],
    ['number', any`\b(?!(?:19|20)\d{6}\b)\d{6,10}\b(?<!000)`, isUnlabeled],
    ['address', exact`(?<![\w.])@[A-Za-z]\w{3,30}|\b(?:\d{3}-)?\d{3}-\d{4}\b`],
  ],
)

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

function isNotWarm(before: string): boolean {
  return !/\b(?:it (?:was|hit)|temp|tmax|fever) $/i.test(before)
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

function isNoOffice(before: string): boolean {
  return !/\b(?:suite|code|apt|locker|gate|seat|flight|fig|table|step|office|form|room|rm) $/i.test(
    before,
  )
}

/** A long number that is no telephone, badge or grant. */
function isUnlabeled(before: string, behind: string): boolean {
  const labels = before
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .slice(-3)
  return !labels.some(word => lexicon().otherNumbers.has(word)) && isNotCounted(before, behind)
}

function any({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return new RegExp(String.raw({ raw }, ...parts), 'gi')
}

function exact({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return new RegExp(String.raw({ raw }, ...parts), 'g')
}
