import { type TextWarning, type Word, wordsOf } from './sentences.ts'

export const PATIENT_RULES = [
  'record-number',
  'date-of-birth',
  'room-or-bed',
  'age-over-89',
  'national-number',
  'admission-date',
  'vignette',
] as const
export type PatientRule = (typeof PATIENT_RULES)[number]

export interface PatientWarning extends TextWarning {
  rule: PatientRule
}

/**
 * What in the text could identify a patient, in reading order, each rule at most once a sentence.
 * A seatbelt and not de-identification: it knows seven shapes and misses the rest (practice V1).
 * `off` names the rules that stay silent.
 */
export function patientWarnings(
  text: string,
  { off = [] }: { off?: readonly string[] } = {},
): PatientWarning[] {
  // Every rule needs a number, so most texts end here.
  if (!/\d|ninet|hundred/i.test(text)) return []
  const words = wordsOf(text)
  const warnings: PatientWarning[] = []
  const said = new Set<string>()
  for (let at = 0; at < words.length; at++) {
    for (const rule of PATIENT_RULES) {
      if (off.includes(rule)) continue
      const key = `${rule} ${words[at]?.sentence}`
      if (said.has(key)) continue
      const span = FIND[rule](words, at)
      if (!span) continue
      said.add(key)
      warnings.push(warning(rule, text, words, span, off))
    }
  }
  return warnings
}

/** First and last word of what was found. */
type Span = readonly [from: number, to: number]

const SAYS: Record<PatientRule, string> = {
  'record-number': 'is a record number',
  'date-of-birth': 'is a date of birth',
  'room-or-bed': 'is a room or bed beside a patient',
  'age-over-89': 'is an age over 89',
  'national-number': 'is a national identity number',
  'admission-date': 'is a day of admission or discharge',
  vignette: 'says age, sex, condition and place together',
}

function warning(
  rule: PatientRule,
  text: string,
  words: readonly Word[],
  [from, to]: Span,
  off: readonly string[],
): PatientWarning {
  const start = words[from]?.start ?? 0
  const found = text.slice(start, words[to]?.end)
  const silence = [...off, rule].join(',')
  return {
    rule,
    words: found,
    start,
    message: `"${found}" ${SAYS[rule]}, which can identify a patient. Put it in other words, or turn the rule off: netmed settings set lint.off ${silence}`,
  }
}

const FIND: Record<PatientRule, (words: readonly Word[], at: number) => Span | undefined> = {
  'record-number': recordNumber,
  'date-of-birth': dateOfBirth,
  'room-or-bed': roomOrBed,
  'age-over-89': ageOver89,
  'national-number': nationalNumber,
  'admission-date': admissionDate,
  vignette,
}

// Record numbers

const RECORD_LABELS = set('mrn mrns m.r.n emrn')
const RECORD_NOUNS = set('chart hospital patient record records encounter accession csn')
const NUMBER_WORDS = set('no nr number numbers num id identifier')
const FILLERS = set('is was the for her his their of on ending ends a sticker label patient')

function recordNumber(words: readonly Word[], at: number): Span | undefined {
  const word = words[at]
  if (!word) return undefined
  if (RECORD_LABELS.has(word.lower)) return labelled(words, at, at + 1, 4)
  if (!RECORD_NOUNS.has(word.lower)) return undefined
  const next = lower(words, at + 1)
  if (NUMBER_WORDS.has(next)) return labelled(words, at, at + 2, 5)
  return digits(words[at + 1]) >= 5 && isNumberLike(words[at + 1])
    ? labelled(words, at, at + 1, 5)
    : undefined
}

/** The number that a label announces, a few filler words between; `least` digits in all. */
function labelled(
  words: readonly Word[],
  label: number,
  from: number,
  least: number,
): Span | undefined {
  let at = from
  while (at < from + 5 && (FILLERS.has(lower(words, at)) || NUMBER_WORDS.has(lower(words, at))))
    at++
  let count = 0
  let to = at
  while (to < at + 5 && isNumberLike(words[to])) count += digits(words[to++])
  if (count < least || isYear(words[at], to - at)) return undefined
  return [label, to - 1]
}

function isNumberLike(word: Word | undefined): boolean {
  return (
    word !== undefined && word.text.length < 24 && /^[A-Z]{0,3}-?\d[\d-]*[A-Z]?$/.test(word.text)
  )
}

function isYear(word: Word | undefined, count: number): boolean {
  return count === 1 && word !== undefined && /^(?:19|20)\d\d$/.test(word.text)
}

// Dates of birth

function dateOfBirth(words: readonly Word[], at: number): Span | undefined {
  const word = words[at]
  if (!word) return undefined
  const isLabel =
    word.lower === 'dob' ||
    word.lower === 'd.o.b' ||
    word.lower === 'birthdate' ||
    (word.lower === 'birth' && (lower(words, at - 1) === 'of' || lower(words, at + 1) === 'date'))
  if (!isLabel && word.lower !== 'born') return undefined
  const from = word.lower === 'birth' && lower(words, at - 1) === 'of' ? at - 2 : at
  for (let next = at + 1; next <= at + 4; next++) {
    const date = dateAt(words, next)
    if (!date) continue
    if (isLabel) return [from, next + date.count - 1]
    return date.hasYear && (isBesidePatient(words, at) || isBesideIllness(words, at))
      ? [from, next + date.count - 1]
      : undefined
  }
  return undefined
}

const MONTHS = set(
  'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december',
)

interface FoundDate {
  /** Words it takes. */
  count: number
  hasYear: boolean
}

function dateAt(words: readonly Word[], at: number): FoundDate | undefined {
  const word = words[at]
  if (!word || word.text.length > 12) return undefined
  if (
    /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})$/.test(
      word.text,
    )
  ) {
    return { count: 1, hasYear: true }
  }
  if (/^(?:0?[1-9]|1[0-2])\/(?:[0-2]?\d|3[01])$/.test(word.text))
    return { count: 1, hasYear: false }
  const [first, second] = [word, words[at + 1]]
  if (isDayNumber(first)) {
    const month = lower(words, at + 1) === 'of' ? at + 2 : at + 1
    if (isMonth(words[month])) return withYear(words, at, month)
  }
  if (isMonth(first) && isDayNumber(second)) return withYear(words, at, at + 1)
  return undefined
}

function withYear(words: readonly Word[], from: number, to: number): FoundDate {
  const hasYear = /^(?:19|20)\d\d$/.test(words[to + 1]?.text ?? '')
  return { count: to - from + (hasYear ? 2 : 1), hasYear }
}

function isDayNumber(word: Word | undefined): boolean {
  return word !== undefined && /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(word.lower)
}

/** Capital letters tell the months from `may` and `march`. */
function isMonth(word: Word | undefined): boolean {
  return word !== undefined && MONTHS.has(word.lower) && /^[A-Z]/.test(word.text)
}

// Rooms and beds

const ROOMS = set('room rm rooms rms')
const BEDS = set('bed beds bay cubicle')
const GATHERINGS = set(
  'seminar lecture workshop session class talk library exam osce meeting conference course group club lab panel rounds orientation hours training simulation',
)

function roomOrBed(words: readonly Word[], at: number): Span | undefined {
  const kind = lower(words, at)
  const isBed = BEDS.has(kind)
  const number = words[at + 1]?.lower ?? ''
  if (!isBed && !ROOMS.has(kind)) return undefined
  if (number.length > 6 || !/^[a-z]?\d{1,4}(?:-?[a-z]|-\d)?$/.test(number)) return undefined
  const isGathering =
    !isBed && near(words, at, 12, (_, index) => GATHERINGS.has(lower(words, index)))
  const isPatient = near(words, at, 12, (_, index) => {
    if (isOwnPatient(words, index)) return true
    if (isGathering) return false
    return isPatientWord(words, index) || (isBed && PERSONS.has(lower(words, index)))
  })
  const isIllPerson =
    !isGathering &&
    near(words, at, 12, (_, index) => PERSONS.has(lower(words, index))) &&
    isBesideIllness(words, at)
  return isPatient || isIllPerson ? [at, at + 1] : undefined
}

// Ages

const KIN = set(
  'grandmother grandfather grandma grandpa mother father mom dad aunt uncle grandparents nana granny great-grandmother great-grandfather',
)
const WHOSE = set('my his her their our')

interface Age {
  years: number
  to: number
  /** Written as only a chart writes it: `92 y/o`. */
  isShorthand: boolean
  sex: boolean
}

function ageOver89(words: readonly Word[], at: number): Span | undefined {
  const age = ageAt(words, at)
  if (!age || age.years < 90 || age.years > 125) return undefined
  if (near(words, at, 12, (_, index) => isOwnKin(words, index))) return undefined
  const isClear =
    age.isShorthand ||
    SEXES.has(lower(words, age.to + 1)) ||
    isBesidePatient(words, at) ||
    isBesideIllness(words, at)
  return isClear ? [at, age.to] : undefined
}

function isOwnKin(words: readonly Word[], at: number): boolean {
  return KIN.has(lower(words, at)) && WHOSE.has(lower(words, at - 1))
}

const SPELLED = new Map(
  'ninety ninety-one ninety-two ninety-three ninety-four ninety-five ninety-six ninety-seven ninety-eight ninety-nine'
    .split(' ')
    .map((word, index) => [word, 90 + index]),
)

function ageAt(words: readonly Word[], at: number): Age | undefined {
  const word = words[at]
  if (!word || word.text.length > 24) return undefined
  const chart = /^(\d{1,3})(?:-?(yo|y\/o|y\.o|yof|yom|yr|y)|([fm]))(?:[fm])?$/.exec(word.lower)
  if (chart?.[3] && !/^\d{2,3}[FM]$/.test(word.text)) return undefined
  if (chart) {
    // `95F` by itself may be a warm day.
    return found(Number(chart[1]), at, chart[3] === undefined, /[fm]$/.test(word.lower))
  }
  const old = /^(\d{1,3}|[a-z]{6,7}(?:-[a-z]{3,5})?)-(?:year|yr)s?-old$/.exec(word.lower)
  if (old) return found(yearsOf(old[1]), at, false)
  const years = yearsOf(word.lower)
  if (years === undefined) return undefined
  const unit = lower(words, at + 1)
  if (/^(?:yo|y\/o|y\.o|yof|yom)$/.test(unit)) return found(years, at + 1, true, /[fm]$/.test(unit))
  if (/^(?:years?|yrs?)$/.test(unit) && lower(words, at + 2) === 'old')
    return found(years, at + 2, false)
  if (/^(?:years?|yrs?)-old$/.test(unit)) return found(years, at + 1, false)
  const before = lower(words, at - 1)
  const isNamed =
    before === 'aged' || before === 'age' || (before === 'of' && lower(words, at - 2) === 'age')
  return isNamed ? found(years, at, false) : undefined
}

function found(
  years: number | undefined,
  to: number,
  isShorthand: boolean,
  sex = false,
): Age | undefined {
  return years === undefined ? undefined : { years, to, isShorthand, sex }
}

function yearsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d{1,3}$/.test(text) ? Number(text) : SPELLED.get(text)
}

// National numbers

const NATIONAL = set('ssn ssns nhs nino aadhaar curp dni passport medicare medicaid')

function nationalNumber(words: readonly Word[], at: number): Span | undefined {
  const word = words[at]
  if (!word) return undefined
  if (/^\d{3}-\d{2}-\d{4}$/.test(word.text)) return [at, at]
  if (/^[A-CEGHJ-PR-TW-Z]{2}\d{6}[A-D]$/.test(word.text)) return [at, at]
  if (NATIONAL.has(word.lower)) return labelled(words, at, at + 1, word.lower === 'ssn' ? 4 : 7)
  const next = lower(words, at + 1)
  if (word.lower === 'social' && next === 'security') return labelled(words, at, at + 2, 4)
  if (word.lower === 'national' && (next === 'insurance' || next === 'id' || next === 'identity')) {
    return labelled(words, at, at + 2, 6)
  }
  return undefined
}

// Days of admission and discharge

const ADMISSION = set(
  'admitted admission readmitted discharged discharge readmission hospitalized hospitalised transferred',
)
const SCHOOLS = set(
  'program programme school college university residency fellowship mstp medicine class society honors club aoa students student',
)

function admissionDate(words: readonly Word[], at: number): Span | undefined {
  if (!ADMISSION.has(lower(words, at))) return undefined
  for (let next = at + 1; next <= at + 5; next++) {
    const date = sameSentence(words, at, next) ? dateAt(words, next) : undefined
    if (date) return beside(words, at, [at, next + date.count - 1])
  }
  for (let before = at - 6; before < at; before++) {
    const date = sameSentence(words, at, before) ? dateAt(words, before) : undefined
    if (date && before + date.count <= at) return beside(words, at, [before, at])
  }
  return undefined
}

function beside(words: readonly Word[], at: number, span: Span): Span | undefined {
  if (near(words, at, 6, (_, index) => SCHOOLS.has(lower(words, index)))) return undefined
  return isBesidePatient(words, at) || isBesideIllness(words, at) ? span : undefined
}

// Age, sex, condition and place

const SEXES = set('man woman male female lady gentleman boy girl guy m f')
const LINKS = set('with has had having diagnosed presenting c/o s/p hx of from')
const CARE_PLACES = set(
  'hospital clinic ward icu ccu micu nicu ed er unit floor service hospice nursing rehab center centre',
)

function vignette(words: readonly Word[], at: number): Span | undefined {
  const age = ageAt(words, at)
  if (!age || near(words, at, 12, (_, index) => isOwnKin(words, index))) return undefined
  const hasSex = age.sex || within(words, age.to + 1, 4, index => SEXES.has(lower(words, index)))
  if (!hasSex) return undefined
  const condition = firstWithin(words, age.to + 1, 12, index => isLinkedIllness(words, index))
  if (condition === undefined) return undefined
  const place = firstWithin(words, Math.max(0, at - 10), 35, index => isPlace(words, index))
  return place === undefined ? undefined : [at, Math.max(condition, place)]
}

function isLinkedIllness(words: readonly Word[], at: number): boolean {
  return isIllness(words[at]) && within(words, at - 5, 5, index => LINKS.has(lower(words, index)))
}

function isPlace(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word) return false
  if (CARE_PLACES.has(word.lower)) return true
  const isNamed = /^\p{Lu}\p{Ll}/u.test(word.text) && !isMonth(word)
  return isNamed && /^(?:at|from|in|near)$/.test(lower(words, at - 1))
}

// What stands beside what

const PERSONS = set('lady gentleman woman man girl boy guy mr mrs ms male female')
const NOT_A_PERSON_BEHIND = set(
  'safety care education advocacy experience outcomes navigator population interviewing interview centered centred contact panel simulation encounter encounters communication volume relations advocate day portal database registry',
)
const NOT_A_PERSON_BEFORE = set(
  'standardized standardised simulated mock virtual practice model is was be been are so very more too really incredibly how extremely being per',
)
const OWNERS = set('my our')

function isPatientWord(words: readonly Word[], at: number): boolean {
  const word = lower(words, at)
  if (word === 'pt' || word === "pt's" || word === 'pts') return true
  if (word === 'patients') return OWNERS.has(lower(words, at - 1))
  if (word !== 'patient' && word !== "patient's" && word !== 'inpatient') return false
  return (
    !NOT_A_PERSON_BEHIND.has(lower(words, at + 1)) && !NOT_A_PERSON_BEFORE.has(lower(words, at - 1))
  )
}

/** A patient of the writer's own: no seminar is called that. */
function isOwnPatient(words: readonly Word[], at: number): boolean {
  if (!isPatientWord(words, at)) return false
  return lower(words, at).startsWith('pt') || OWNERS.has(lower(words, at - 1))
}

function isBesidePatient(words: readonly Word[], at: number): boolean {
  return near(words, at, 12, (_, index) => isPatientWord(words, index))
}

function isBesideIllness(words: readonly Word[], at: number): boolean {
  return near(words, at, 12, word => isIllness(word))
}

const ILLNESS = set(
  `als ms mi stemi nstemi chf copd dka pe dvt aki ckd esrd hiv tb uti afib cva tia sle ibd gib bleed bleeding
  cancer tumor tumour lymphoma leukemia leukaemia metastatic metastases mets fracture infarction infarct stroke sepsis septic shock failure
  pneumonia diabetes lupus asthma delirium dementia syncope seizure seizures epilepsy fever overdose withdrawal
  cirrhosis appendectomy biopsy chemo dialysis transplant intubated extubated dnr coded hospice postop post-op
  preop ama palliative jaundice anemia anaemia embolism aneurysm arrest miscarriage preeclampsia
  depression psychosis suicidal schizophrenia bipolar alzheimer's parkinson's huntington's crohn's`,
)

function isIllness(word: Word | undefined): boolean {
  if (!word) return false
  if (ILLNESS.has(word.lower)) {
    // Short ones are abbreviations only in capitals: `PE` and not `pe`, `ALS` and not `als`.
    return word.lower.length > 4 || word.text === word.text.toUpperCase()
  }
  return (
    word.lower.length > 6 &&
    word.lower.length < 30 &&
    /(?:itis|[^l]oma|emia|aemia|osis|pathy|ectomy|ostomy|algia|rrhage|plegia|uria|penia)$/.test(
      word.lower,
    ) &&
    !/^(?:diagnosis|prognosis|empathy|sympathy|academia|hypnosis|symposia)$/.test(word.lower)
  )
}

function near(
  words: readonly Word[],
  at: number,
  reach: number,
  holds: (word: Word, index: number) => boolean,
): boolean {
  const to = Math.min(words.length - 1, at + reach)
  for (let index = Math.max(0, at - reach); index <= to; index++) {
    const word = words[index]
    if (word && sameSentence(words, at, index) && holds(word, index)) return true
  }
  return false
}

function within(
  words: readonly Word[],
  from: number,
  count: number,
  holds: (index: number) => boolean,
): boolean {
  return firstWithin(words, from, count, holds) !== undefined
}

function firstWithin(
  words: readonly Word[],
  from: number,
  count: number,
  holds: (index: number) => boolean,
): number | undefined {
  const to = Math.min(words.length, from + count)
  for (let index = Math.max(0, from); index < to; index++) if (holds(index)) return index
  return undefined
}

function sameSentence(words: readonly Word[], a: number, b: number): boolean {
  const [one, other] = [words[a], words[b]]
  return one !== undefined && other !== undefined && one.sentence === other.sentence
}

function lower(words: readonly Word[], at: number): string {
  return words[at]?.lower ?? ''
}

function digits(word: Word | undefined): number {
  return word ? word.text.replace(/\D/g, '').length : 0
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
