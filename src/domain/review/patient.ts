import { type TextWarning, type Word, wordsOf } from '../words/sentences.ts'
import {
  ACCOUNT_NOUNS,
  ADDRESSES,
  ADMISSION,
  BEDS,
  BEFORE_LABEL,
  BIRTHDAYS,
  CARE_PLACES,
  CHART_PROGRAMS,
  CLINICAL,
  COUNTED,
  DOCTORS,
  FAMILY,
  FILLERS,
  GATHERINGS,
  ILLNESS,
  ILLNESS_CAPITALS,
  INSURED,
  KIN,
  LIBRARIES,
  LINKS,
  MEASURED,
  MONTHS,
  NATIONAL,
  NEAR_KIN,
  NO_ILLNESS,
  NO_INITIALS,
  NO_PATIENT,
  NOT_A_PERSON_BEFORE,
  NOT_A_PERSON_BEHIND,
  NUMBER_WORDS,
  ONES,
  ORGANS,
  OTHER_LABELS,
  OWNERS,
  PERSONS,
  PRINTS,
  RECORD_CAPITALS,
  RECORD_LABELS,
  RECORD_NOUNS,
  ROOMS,
  SCHOOLS,
  SEXES,
  SHORTENED,
  SIDES,
  SMALL,
  SPELLED,
  STAY,
  TITLES,
  UNITS,
  WHOSE,
  WORKERS,
} from './patient-words.ts'

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
 * A seatbelt and not de-identification: it knows seven shapes and misses the rest.
 * `off` names the rules that stay silent.
 */
export function patientWarnings(
  text: string,
  { off = [] }: { off?: readonly string[] } = {},
): PatientWarning[] {
  // Every rule needs a number, so most texts end here.
  if (!/\d|ninet|hundred|\bbed [a-h]\b/i.test(text)) return []
  const words = withAbbreviationsJoined(wordsOf(text))
  const rules = PATIENT_RULES.filter(rule => !off.includes(rule))
  const warnings: PatientWarning[] = []
  const said = new Set<PatientRule>()
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.sentence !== words[at - 1]?.sentence) said.clear()
    for (const rule of rules) {
      if (said.has(rule)) continue
      const span = PATIENT_RULE_TABLE[rule].find(words, at)
      if (!span) continue
      said.add(rule)
      warnings.push(warning(rule, text, words, span, off))
    }
  }
  return warnings
}

/** First and last word of what was found. */
type Span = readonly [from: number, to: number]

interface Rule {
  says: string
  /** A text that it speaks of, and one like it that it leaves alone. */
  trips: string
  passes: string
  /** What begins or is named at this word. */
  find: (words: readonly Word[], at: number) => Span | undefined
}

export const PATIENT_RULE_TABLE: Record<PatientRule, Rule> = {
  'record-number': {
    says: 'is a record number',
    trips: 'MRN 4471920, ask about the echo',
    passes: 'PMID 31562798, ask about the echo',
    find: recordNumber,
  },
  'date-of-birth': {
    says: 'is a date of birth',
    trips: 'DOB 3/14/51, new murmur',
    passes: 'Her birthday is 14 March',
    find: dateOfBirth,
  },
  'room-or-bed': {
    says: 'is a room or bed beside a patient',
    trips: 'my patient in room 412',
    passes: 'patient safety seminar in room 412',
    find: roomOrBed,
  },
  'age-over-89': {
    says: 'is an age over 89',
    trips: 'a 94-year-old patient',
    passes: 'a 94-year-old tradition',
    find: ageOver89,
  },
  'national-number': {
    says: 'is a national identity number',
    trips: 'SSN 123-45-6789',
    passes: 'call 415-555-0134',
    find: nationalNumber,
  },
  'admission-date': {
    says: 'is a day of admission or discharge',
    trips: 'admitted on 3 March with sepsis',
    passes: 'admitted to the program on 3 March',
    find: admissionDate,
  },
  vignette: {
    says: 'says age, sex, condition and place together',
    trips: '67M with lymphoma at Highland',
    passes: 'a 67-year-old man from Ohio who teaches anatomy',
    find: vignette,
  },
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
    message: `"${found}" ${PATIENT_RULE_TABLE[rule].says}, which can identify a patient. Put it in other words, or turn the rule off: netmed settings lint.off ${silence}`,
  }
}

/** A full stop behind `Nov.` or `K.M.` ends no sentence here. */
function withAbbreviationsJoined(words: readonly Word[]): Word[] {
  let joined = 0
  return words.map(word => {
    const sentence = word.sentence - joined
    if (word.stop === '.' && (SHORTENED.has(word.lower) || /^\p{Lu}\.\p{Lu}$/u.test(word.text)))
      joined++
    return { ...word, sentence }
  })
}

// Record numbers

function recordNumber(words: readonly Word[], at: number): Span | undefined {
  const word = words[at]
  if (!word) return undefined
  if (/^(?:mrn|csn|fin|mr)-?\d[\d-]{4,14}$/.test(word.lower)) return [at, at]
  if (RECORD_LABELS.has(word.lower) || word.lower.endsWith('/mrn'))
    return labeled(words, at, at + 1, 4) ?? numbered(words, at, 5)
  if (RECORD_CAPITALS.has(word.text)) return labeled(words, at, at + 1, 5)
  const isAccount = ACCOUNT_NOUNS.has(word.lower)
  if (!isAccount && !RECORD_NOUNS.has(word.lower)) return looseRecord(words, at)
  if (isAccount && !isBesidePerson(words, at) && !isBesidePatient(words, at)) return undefined
  if (LIBRARIES.has(lower(words, at - 1))) return undefined
  const span = NUMBER_WORDS.has(lower(words, at + 1))
    ? (labeled(words, at, at + 2, 5) ?? numbered(words, at, 6))
    : directNumber(words, at)
  return span && !hasTelephone(words, span) ? span : undefined
}

function directNumber(words: readonly Word[], at: number): Span | undefined {
  return digits(words[at + 1]) + digits(words[at + 2]) >= 5 &&
    digits(words[at + 1]) > 1 &&
    isNumberLike(words[at + 1])
    ? labeled(words, at, at + 1, 5)
    : undefined
}

/** A long number without a label, beside a patient or a chart program. */
function looseRecord(words: readonly Word[], at: number): Span | undefined {
  const word = words[at]
  if (!word || !/^\d{6,10}$/.test(word.text)) return undefined
  if (/^(?:19|20)\d{6}$|000$/.test(word.text) || COUNTED.has(lower(words, at + 1))) return undefined
  if (OTHER_LABELS.has(lower(words, at - 1)) || OTHER_LABELS.has(lower(words, at - 2)))
    return undefined
  const isCharted = near(
    words,
    at,
    6,
    (other, index) =>
      CHART_PROGRAMS.has(other.lower) ||
      (other.lower === 'chart' && /^(?:the|his|her|their)$/.test(lower(words, index - 1))) ||
      isPatientWord(words, index),
  )
  return isCharted || (isBesidePerson(words, at) && isBesideCare(words, at)) ? [at, at] : undefined
}

/** The number that a label announces, a few filler words between; `least` digits in all. */
function labeled(
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

/** The number that stands before its label: `4471920 is her MRN`. */
function numbered(words: readonly Word[], label: number, least: number): Span | undefined {
  let at = label - 1
  while (at >= label - 5 && BEFORE_LABEL.has(lower(words, at))) at--
  const to = at
  let count = 0
  while (at > to - 5 && isNumberLike(words[at])) count += digits(words[at--])
  if (count < least || to - at === 0 || isTelephone(words[to])) return undefined
  return [at + 1, label]
}

function isNumberLike(word: Word | undefined): boolean {
  return (
    word !== undefined && word.text.length < 24 && /^[a-z]{0,3}-?\d[\d.-]*[a-z]?$/.test(word.lower)
  )
}

function isYear(word: Word | undefined, count: number): boolean {
  return count === 1 && word !== undefined && /^(?:19|20)\d\d$/.test(word.text)
}

function isTelephone(word: Word | undefined): boolean {
  return word !== undefined && /^(?:\d{3}-)?\d{3}-\d{4}$/.test(word.text)
}

function hasTelephone(words: readonly Word[], [from, to]: Span): boolean {
  return within(words, from, to - from + 1, index => isTelephone(words[index]))
}

// Dates of birth

function dateOfBirth(words: readonly Word[], at: number): Span | undefined {
  const word = words[at]
  if (!word) return undefined
  const isBirth =
    word.lower === 'birth' && (lower(words, at - 1) === 'of' || lower(words, at + 1) === 'date')
  const from = isBirth && lower(words, at - 1) === 'of' ? at - 2 : at
  if (isBirth || isBirthLabel(word.lower)) {
    const next = firstWithin(words, at + 1, 6, index => monthOrDateAt(words, index) !== undefined)
    if (next !== undefined) return [from, next + (monthOrDateAt(words, next)?.count ?? 1) - 1]
    return dateBefore(words, from)
  }
  if (word.lower === 'born' || word.lower === 'b') {
    const next = fullDateWithin(words, at + 1, word.lower === 'b' ? 1 : 6) ?? longAgo(words, at)
    if (!next || isBesideDoctor(words, at)) return undefined
    const isTitled = within(words, at - 3, 3, index => isTitle(words[index]))
    return isTitled || isInitials(words[at - 1]) || isBesideCare(words, at)
      ? [at, next[1]]
      : undefined
  }
  if (BIRTHDAYS.has(word.lower)) {
    const next = fullDateWithin(words, at + 1, 4)
    return next && isBesideCare(words, at) && !isBesideDoctor(words, at) ? [at, next[1]] : undefined
  }
  return bareBirth(words, at)
}

/** `Mr.` and not the `MR` of imaging and records. */
function isTitle(word: Word | undefined): boolean {
  return word !== undefined && TITLES.has(word.lower) && !/^M[RS]$/.test(word.text)
}

function isBirthLabel(text: string): boolean {
  return (
    text === 'dob' ||
    text === 'd.o.b' ||
    text === 'birthdate' ||
    (text.length < 16 && /(?:^|\/)dob(?:\/|$)/.test(text))
  )
}

/** A year of birth that alone says an age over 89. */
function longAgo(words: readonly Word[], at: number): Span | undefined {
  const year = firstWithin(words, at + 1, 2, index =>
    /^19(?:[0-2]\d|3[0-5])$/.test(lower(words, index)),
  )
  return year === undefined ? undefined : [at, year]
}

/** `JR, 7/22/1968, new murmur`: a date long past, right behind a person. */
function bareBirth(words: readonly Word[], at: number): Span | undefined {
  const word = words[at]
  const year = word && /^\d{1,2}[/.-]\d{1,2}[/.-](\d{2}|\d{4})$/.exec(word.text)?.[1]
  if (!year || (year.length === 4 ? year > '2015' : year < '31')) return undefined
  const isBehindPerson =
    isInitials(words[at - 1]) ||
    (sameSentence(words, at, at - 1) && isPatientWord(words, at - 1)) ||
    (isTitle(words[at - 2]) && /^\p{Lu}/u.test(words[at - 1]?.text ?? ''))
  return isBehindPerson && isBesideCare(words, at) ? [at - 1, at] : undefined
}

function dateBefore(words: readonly Word[], label: number): Span | undefined {
  for (let at = label - 1; at >= label - 6; at--) {
    if (!sameSentence(words, at, label)) return undefined
    const date = dateAt(words, at)
    if (date?.hasYear && at + date.count <= label) return [at, label]
  }
  return undefined
}

function fullDateWithin(words: readonly Word[], from: number, count: number): Span | undefined {
  const at = firstWithin(words, from, count, index => dateAt(words, index)?.hasYear === true)
  return at === undefined ? undefined : [at, at + (dateAt(words, at)?.count ?? 1) - 1]
}

interface FoundDate {
  /** Words it takes. */
  count: number
  hasYear: boolean
}

function monthOrDateAt(words: readonly Word[], at: number): FoundDate | undefined {
  const date = dateAt(words, at)
  if (date) return date
  const isMonthOfYear = isMonth(words[at]) && isYear(words[at + 1], 1)
  return isMonthOfYear ? { count: 2, hasYear: true } : undefined
}

function dateAt(words: readonly Word[], at: number): FoundDate | undefined {
  const word = words[at]
  if (!word || word.text.length > 12) return undefined
  if (/^\d{1,2}\/\d{1,2}-\d{1,2}\/\d{1,2}$/.test(word.text)) return { count: 1, hasYear: false }
  if (
    /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})$/.test(
      word.text,
    ) ||
    /^\d{1,2}-?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)-?(?:\d{2}|\d{4})$/.test(
      word.lower,
    )
  ) {
    return { count: 1, hasYear: true }
  }
  if (/^(?:0?[1-9]|1[0-2])\/(?:[0-2]?\d|3[01])$/.test(word.text))
    return MEASURED.has(lower(words, at + 1)) ? undefined : { count: 1, hasYear: false }
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
  return word !== undefined && /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(word.lower)
}

/** `may` is a month only with its capital letter. */
function isMonth(word: Word | undefined): boolean {
  return word !== undefined && MONTHS.has(word.lower) && word.text !== 'may'
}

// Rooms and beds
type PlaceKind = 'room' | 'bed' | 'unit' | 'bare'

function roomOrBed(words: readonly Word[], at: number): Span | undefined {
  return roomOfPatient(words, at) ?? personInNumber(words, at)
}

function roomOfPatient(words: readonly Word[], at: number): Span | undefined {
  const place = placeAt(words, at)
  if (!place || COUNTED.has(lower(words, place.to + 1))) return undefined
  const span: Span = [at, place.to]
  const isBed = place.kind === 'bed'
  if (near(words, at, 12, (_, index) => isOwnPatient(words, index))) return span
  const isGathering = near(words, at, 12, (_, index) => isGatheringWord(words, index))
  if (isGathering && !isBed) return undefined
  if (near(words, at, 12, (_, index) => isPatientWord(words, index))) return span
  const isPerson = isBesidePerson(words, at)
  if (isBed && isPerson) return span
  if (isGathering) return undefined
  const isCare = isBesideCare(words, at)
  if (place.kind === 'unit' && isPerson) return span
  if (isInPlace(words, at)) return span
  if (place.kind === 'bare') return isPerson && isCare ? span : undefined
  if (!isCare) return undefined
  const isSubject = isOwned(words, place.to) || !sameSentence(words, at, at - 1)
  if (place.kind === 'room') return isPerson || isSubject ? span : undefined
  return span
}

/** `Mr. Ruiz in room 31`, `the lady in room 9`. */
function isInPlace(words: readonly Word[], at: number): boolean {
  if (lower(words, at - 1) === 'of' && FAMILY.has(lower(words, at - 2))) return true
  if (!/^(?:in|from)$/.test(lower(words, at - 1))) return false
  return isPersonWord(words, at - 2) || isTitle(words[at - 3])
}

interface Place {
  kind: PlaceKind
  to: number
}

function placeAt(words: readonly Word[], at: number): Place | undefined {
  const word = words[at]
  if (!word || word.text.length > 10) return undefined
  const next = words[at + 1]
  const isNumbered = isRoomNumber(next)
  if (/^(?:rm|room)\d{1,4}[a-z]?$/.test(word.lower)) return { kind: 'room', to: at }
  if (/^bed-?\d{1,3}[a-z]?$/.test(word.lower)) return { kind: 'bed', to: at }
  if (ROOMS.has(word.lower)) return isNumbered ? { kind: 'room', to: at + 1 } : undefined
  if (BEDS.has(word.lower) && /^\d/.test(lower(words, at - 1))) return undefined
  if (BEDS.has(word.lower))
    return isNumbered || /^[A-H]$/.test(next?.text ?? '') ? { kind: 'bed', to: at + 1 } : undefined
  if (UNITS.has(word.lower)) {
    const isShort = isNumbered && /^\d{1,2}\D?$|^\d\D?-?\d{1,2}\D?$/.test(roomNumber(next))
    return isShort ? { kind: 'unit', to: at + 1 } : undefined
  }
  if (/^\d{1,2}(?:[NSEW]-?|[A-Z]-)\d{1,3}[A-D]?$/.test(word.text)) return { kind: 'unit', to: at }
  if (/^\d{1,2}$/.test(word.text) && SIDES.has(lower(words, at + 1)) && isRoomNumber(words[at + 2]))
    return { kind: 'unit', to: at + 2 }
  if (/^\d{1,2}[NSEW]$/.test(word.text) && isRoomNumber(next)) return { kind: 'unit', to: at + 1 }
  const isBare =
    /^\d{3,4}-?[A-D]$|^\d{3}-\d$/.test(word.text) && !ADDRESSES.has(lower(words, at - 1))
  return isBare ? { kind: 'bare', to: at } : undefined
}

function roomNumber(word: Word | undefined): string {
  return word ? word.lower.replace(/'s$/, '') : ''
}

function isRoomNumber(word: Word | undefined): boolean {
  const number = roomNumber(word)
  return number.length <= 7 && /^[a-z]?\d{1,4}(?:-?[a-z]|-\d{1,2})?$/.test(number)
}

/** `room 22's daughter`. */
function isOwned(words: readonly Word[], at: number): boolean {
  return lower(words, at).endsWith("'s")
}

function isGatheringWord(words: readonly Word[], at: number): boolean {
  const before = lower(words, at - 1)
  const word = lower(words, at)
  if (word === 'rounds') return before === 'grand'
  if (word === 'exam') return /^(?:final|shelf|board|practice|written|midterm)$/.test(before)
  if (word === 'review') return before === 'chart' || before === 'board'
  if (word === 'call') return lower(words, at + 1) === 'room'
  return GATHERINGS.has(word) && !/^(?:to|family|care|hospital|metabolic|i|we|will)$/.test(before)
}

/** `the lady in 412`, `the DKA in 318`, `412's daughter`. */
function personInNumber(words: readonly Word[], at: number): Span | undefined {
  const number = words[at]
  if (!number || number.text.length > 7) return undefined
  const shape = /^(\d{1,4}-?[A-Da-d]?)('s)?$/.exec(number.lower)
  if (!shape || isYear({ ...number, text: shape[1] ?? '' }, 1)) return undefined
  if (COUNTED.has(lower(words, at + 1)) || isMonth(words[at + 1])) return undefined
  if (near(words, at, 12, (_, index) => isGatheringWord(words, index))) return undefined
  if (shape[2] && number.text.length > 4 && FAMILY.has(lower(words, at + 1))) return [at, at + 1]
  const isNamedByNumber = /^(?:the|my)$/.test(lower(words, at - 1)) && number.text.length > 1
  if (isNamedByNumber && isPersonWord(words, at + 1)) return [at, at + 1]
  if (!/^(?:in|from)$/.test(lower(words, at - 1)) || !sameSentence(words, at, at - 2))
    return undefined
  const isPerson = isPatientWord(words, at - 2) || isPersonWord(words, at - 2)
  const isTheIll =
    isIllness(words, at - 2) &&
    within(words, at - 5, 3, index => /^(?:the|my|our|new)$/.test(lower(words, index)))
  const isMister = isTitle(words[at - 3]) && /^\p{Lu}/u.test(words[at - 2]?.text ?? '')
  return isPerson || isMister || isTheIll ? [at - 2, at] : undefined
}

// Ages

interface Age {
  /** Under two years counts as 0. */
  years: number
  to: number
  /** Written as only a chart writes it: `92 y/o`. */
  isShorthand: boolean
  sex: boolean
}

function ageOver89(words: readonly Word[], at: number): Span | undefined {
  const age =
    ageAt(words, at) ?? bareAge(words, at) ?? nineties(words, at) ?? birthdayAge(words, at)
  if (!age || age.years < 90 || age.years > 125) return undefined
  if (isKinAge(words, at, age.to) || isNoPatientBehind(words, age.to)) return undefined
  const isClear =
    age.isShorthand || SEXES.has(lower(words, age.to + 1)) || isBesideCare(words, at, age.to)
  if (!isClear) return undefined
  return isInPrint(words, at) ? undefined : [at, age.to]
}

/** The age of a relative of the writer or of somebody named: `her dad is 92`. */
function isKinAge(words: readonly Word[], at: number, to: number): boolean {
  const isOwnKin = near(words, at, 12, (_, index) => {
    const isKin = KIN.has(lower(words, index))
    return isKin && WHOSE.has(lower(words, index - 1)) && !isPatientsKin(words, index)
  })
  if (isOwnKin) return true
  const isNearKin = (index: number) =>
    (index > to || WHOSE.has(lower(words, index - 1))) &&
    (NEAR_KIN.has(lower(words, index)) || KIN.has(lower(words, index))) &&
    !isPatientsKin(words, index)
  return within(words, at - 3, 3, isNearKin) || within(words, to + 1, 1, isNearKin)
}

function isPatientsKin(words: readonly Word[], at: number): boolean {
  return near(words, at, 6, (_, index) => isOwnPatient(words, index))
}

function isNoPatientBehind(words: readonly Word[], to: number): boolean {
  return within(
    words,
    to + 1,
    3,
    index => sameSentence(words, to, index) && NO_PATIENT.has(lower(words, index)),
  )
}

function ageAt(words: readonly Word[], at: number): Age | undefined {
  const word = words[at]
  if (!word || word.text.length > 24) return undefined
  const chart = /^(\d{1,3})(?:-?(yo|y\/o|y\.o|yof|yom|yr|y|yow|yog|yob)|([fm]))(?:[fm])?$/.exec(
    word.lower,
  )
  if (chart?.[3] && (!/^\d{2,3}[FM]$/.test(word.text) || isWarmth(words, at))) return undefined
  if (chart) {
    const isOld = lower(words, at + 1) === 'old'
    // `95F` by itself may be a warm day.
    return found(
      Number(chart[1]),
      isOld ? at + 1 : at,
      chart[3] === undefined,
      /[fmwgb]$/.test(word.lower),
    )
  }
  const old = /^(\d{1,3}|[a-z]{6,7}(?:-[a-z]{3,5})?)-(?:year|yr)s?-?old$/.exec(word.lower)
  if (old) return found(yearsOf(old[1]), at, false)
  if (/^\d{1,2}-?(?:month|mo|week|wk|day)s?-?(?:-old|old)$/.test(word.lower))
    return found(0, at, false)
  const [years, last] = spelledAt(words, at)
  if (years === undefined) return undefined
  const unit = lower(words, last + 1)
  if (/^(?:yo|y\/o|y\.o|yof|yom)$/.test(unit))
    return found(years, last + 1, true, /[fm]$/.test(unit))
  if (
    /^(?:years?|yrs?|y|months?|mo|weeks?|wks?|days?)$/.test(unit) &&
    lower(words, last + 2) === 'old'
  )
    return found(/^y/.test(unit) ? years : 0, last + 2, false)
  if (/^(?:years?|yrs?)-?old$/.test(unit)) return found(years, last + 1, false)
  if (/^(?:years?|yrs?)$/.test(unit) && lower(words, last + 2) === 'young')
    return found(years, last + 2, false)
  if (
    /^(?:years?|yrs?)$/.test(unit) &&
    lower(words, last + 2) === 'of' &&
    lower(words, last + 3) === 'age'
  )
    return found(years, last + 3, false)
  if (/^(?:yr|y)$/.test(unit) && /^[FM]$/.test(words[last + 2]?.text ?? ''))
    return found(years, last + 2, true, true)
  if (/^(?:[FM]|female|male)$/.test(words[last + 1]?.text ?? ''))
    return found(years, last + 1, false, true)
  const before = lower(words, at - 1)
  const isNamed =
    before === 'aged' || before === 'age' || (before === 'of' && lower(words, at - 2) === 'age')
  return isNamed ? found(years, last, false) : undefined
}

/** The number and its last word: `94`, `ninety-four`, `a hundred and two`. */
function spelledAt(words: readonly Word[], at: number): [years: number | undefined, last: number] {
  if (lower(words, at) !== 'hundred') return [yearsOf(lower(words, at)), at]
  const one = lower(words, at + 1) === 'and' ? at + 2 : at + 1
  const ones = ONES.indexOf(lower(words, one))
  return ones > 0 ? [100 + ones, one] : [100, at]
}

function isWarmth(words: readonly Word[], at: number): boolean {
  return within(words, at - 4, 4, index =>
    /^(?:it|temp|tmax|temperature|fever|hit|to|outside)$/.test(lower(words, index)),
  )
}

/** `she's 94`, `turned 93`, `At 97 she`, `Mrs. K, 94,`: a number that only its neighbors make an age. */
function bareAge(words: readonly Word[], at: number): Age | undefined {
  const [years, last] = spelledAt(words, at)
  if (years === undefined || years < 90 || COUNTED.has(lower(words, last + 1))) return undefined
  if (isBesideDoctor(words, at)) return undefined
  const before = lower(words, at - 1)
  const subject = lower(words, at - 2)
  const isSaid =
    /^(?:turned|turns|turning|he's|she's|who's|pt's|patient's)$/.test(before) ||
    (/^(?:is|was|be|at|now|just|almost|nearly|really|only)$/.test(before) &&
      (/^(?:he|she|who|pt|patient|he's|she's|lady|gentleman|woman|man|to|is)$/.test(subject) ||
        isInitials(words[at - 2]) ||
        isTitle(words[at - 3]))) ||
    (before === 'at' && /^(?:he|she)$/.test(lower(words, last + 1))) ||
    isTitle(words[at - 2]) ||
    PERSONS.has(before) ||
    (before === 'of' && PERSONS.has(subject)) ||
    isInitials(words[at - 1]) ||
    before === 'pt' ||
    (SPELLED.has(lower(words, at)) && !sameSentence(words, at, at - 1))
  return isSaid ? found(years, last, false) : undefined
}

/** `in her late nineties`. */
function nineties(words: readonly Word[], at: number): Age | undefined {
  if (!/^'?(?:90s|90's|nineties)$/.test(lower(words, at))) return undefined
  const whose = /^(?:early|mid|late)$/.test(lower(words, at - 1)) ? at - 2 : at - 1
  return WHOSE.has(lower(words, whose)) ? found(95, at, false) : undefined
}

/** `her 100th birthday`. */
function birthdayAge(words: readonly Word[], at: number): Age | undefined {
  const years = /^(\d{2,3})(?:st|nd|rd|th)$/.exec(lower(words, at))?.[1]
  return lower(words, at + 1) === 'birthday' ? found(yearsOf(years), at + 1, false) : undefined
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
/** A letter that a Medicare number may hold. */
const MBI =
  /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}$/

function nationalNumber(words: readonly Word[], at: number): Span | undefined {
  const word = words[at]
  if (!word) return undefined
  if (/^\d{3}-\d{2}-\d{4}$/.test(word.text)) return [at, at]
  if (/^[A-CEGHJ-PR-TW-Z]{2}\d{6}[A-D]$/.test(word.text)) return [at, at]
  if (isSpacedSocial(words, at)) return [at, at + 2]
  if (word.text.length === 18 && /^[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d$/.test(word.text))
    return [at, at]
  if (word.text.length === 16 && /^[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]$/.test(word.text))
    return [at, at]
  if (word.text.length < 14 && MBI.test(word.text)) return [at, at]
  if (NATIONAL.has(word.lower))
    return nationalBeside(words, at, at + 1, word.lower === 'ssn' ? 4 : 7)
  if (word.text === 'SS' || word.text === 'SIN') return nationalBeside(words, at, at + 1, 9)
  const next = lower(words, at + 1)
  if (word.lower === 'social') {
    if (next === 'security') return nationalBeside(words, at, at + 2, 4)
    return labeled(words, at, at + (next === 'are' ? 2 : 1), isLastFour(words, at) ? 4 : 9)
  }
  if (word.lower === 'health' && next === 'card') return nationalBeside(words, at, at + 2, 8)
  if (word.text === 'NI') return nationalBeside(words, at, at + 1, 6)
  if (word.lower === 'national' && (next === 'insurance' || next === 'id' || next === 'identity')) {
    return nationalBeside(words, at, at + 2, 6)
  }
  if (INSURED.has(word.lower) && (NUMBER_WORDS.has(next) || isNumberLike(words[at + 1]))) {
    return isBesidePatient(words, at) ? labeled(words, at, at + 1, 6) : undefined
  }
  return undefined
}

/** `512 44 9087`. */
function isSpacedSocial(words: readonly Word[], at: number): boolean {
  return (
    /^\d{3}$/.test(lower(words, at)) &&
    /^\d{2}$/.test(lower(words, at + 1)) &&
    /^\d{4}$/.test(lower(words, at + 2)) &&
    !isNumberLike(words[at - 1]) &&
    !isNumberLike(words[at + 3])
  )
}

function nationalBeside(
  words: readonly Word[],
  label: number,
  from: number,
  least: number,
): Span | undefined {
  // A National Insurance number begins with two letters: `QQ 12 34 56 C`.
  const letters = firstWithin(words, from, 4, index => /^[A-Z]{2}$/.test(words[index]?.text ?? ''))
  const span =
    labeled(words, label, from, least) ??
    (letters === undefined ? undefined : labeled(words, label, letters + 1, least)) ??
    numbered(words, label, Math.max(7, least))
  return span && hasTelephone(words, span) ? undefined : span
}

function isLastFour(words: readonly Word[], at: number): boolean {
  return within(words, at - 5, 5, index => lower(words, index) === 'last')
}

// Days of admission and discharge

function admissionDate(words: readonly Word[], at: number): Span | undefined {
  const word = lower(words, at)
  const isAdmission = ADMISSION.has(word)
  const isIn = isComingIn(words, at)
  if (!isAdmission && !isIn && !STAY.has(word)) return undefined
  const span = dayNear(words, at)
  if (!span) return undefined
  if (near(words, at, 6, (_, index) => SCHOOLS.has(lower(words, index)))) return undefined
  if (isBesidePatient(words, at)) return span
  if (isChartWord(words, at)) return span
  const isCare = near(words, at, 12, (_, index) => index !== at && isIllness(words, index))
  if ((isAdmission || isIn) && isCare) return span
  const isDire = /^(?:coded|arrested|expired|passed|died)$/.test(word)
  const isClinical =
    isCare ||
    near(words, at, 12, (_, index) => (index !== at || isDire) && isClinicalWord(words, index))
  if (isIn && /^(?:pod|hd)/.test(word) && isClinical) return span
  if (isAdmission && isClinical && isBesidePerson(words, at)) return span
  if (
    word === 'since' &&
    isCare &&
    within(words, at - 4, 4, index => OWNERS.has(lower(words, index)))
  )
    return span
  if (!isBesidePerson(words, at) || !isClinical) return undefined
  return isKinAge(words, at, at) ? undefined : span
}

/** Only a chart says it so: `adm 11/3`, `she was intubated 11/3`. */
function isChartWord(words: readonly Word[], at: number): boolean {
  const word = lower(words, at)
  if (/^(?:adm|d\/c'd|dc'd|dced|readmitted)$/.test(word)) return true
  return (
    /^(?:intubated|extubated|hospitali[sz]ed)$/.test(word) &&
    /^(?:was|got|pt|he|she)$/.test(lower(words, at - 1)) &&
    !isBesideDoctor(words, at)
  )
}

/** `came in`, `brought in`, `presented with`. */
function isComingIn(words: readonly Word[], at: number): boolean {
  const [word, next] = [lower(words, at), lower(words, at + 1)]
  if (/^(?:came|brought|rolled|bounced)$/.test(word)) return /^(?:in|back)$/.test(next)
  if (/^(?:pod|hd)-?\d{0,2}$/.test(word)) return true
  if (word === 'went') return next === 'home' && isBesidePatient(words, at)
  if (word === 'left') return next === 'ama'
  if (word === 'transferred')
    return within(words, at + 1, 4, index => UNITS.has(lower(words, index)))
  return (
    word === 'presented' && (next === 'with' || (next === 'to' && UNITS.has(lower(words, at + 3))))
  )
}

function dayNear(words: readonly Word[], at: number): Span | undefined {
  for (let next = at + 1; next <= at + 7; next++) {
    if (!sameSentence(words, at, next)) break
    const date = dateAt(words, next)
    if (date) return [at, next + date.count - 1]
    if (isDayOfMonth(words, next)) return [at, next]
  }
  for (let before = at - 10; before < at; before++) {
    const date = sameSentence(words, at, before) ? dateAt(words, before) : undefined
    if (date && before + date.count <= at) return [before, at]
  }
  return undefined
}

/** `on the 14th`. */
function isDayOfMonth(words: readonly Word[], at: number): boolean {
  return (
    /^\d{1,2}(?:st|nd|rd|th)$/.test(lower(words, at)) &&
    lower(words, at - 1) === 'the' &&
    !/^(?:floor|time|year|street|admission|patient)$/.test(lower(words, at + 1))
  )
}

// Age, sex, condition and place

function vignette(words: readonly Word[], at: number): Span | undefined {
  const age = ageAt(words, at) ?? ageBehindPerson(words, at)
  if (!age || isKinAge(words, at, age.to) || isNoPatientBehind(words, age.to)) return undefined
  const hasSex =
    age.sex ||
    within(words, age.to + 1, 4, index => isSexed(words, index)) ||
    within(words, at - 3, 3, index => SEXES.has(lower(words, index)))
  const condition = firstWithin(
    words,
    age.to + 1,
    14,
    index =>
      isIllness(words, index) &&
      (age.isShorthand || age.sex || index < age.to + 4 || isLinked(words, index)),
  )
  if (condition === undefined) return undefined
  const place = firstWithin(words, Math.max(0, at - 10), 35, index =>
    hasSex ? isPlace(words, index) : isNamedPlace(words, index),
  )
  if (place === undefined || isInPrint(words, at)) return undefined
  return [Math.min(at, place), Math.max(condition, place)]
}

/** `retired teacher, 71, from Lodi`, `woman, 58,`. */
function ageBehindPerson(words: readonly Word[], at: number): Age | undefined {
  const years = yearsOf(lower(words, at))
  if (years === undefined || years < 1 || years > 110) return undefined
  if (COUNTED.has(lower(words, at + 1)) || !sameSentence(words, at, at - 1)) return undefined
  const before = words[at - 1]
  if (!before || NO_PATIENT.has(before.lower)) return undefined
  if (years < 14 && !SMALL.has(before.lower) && !SEXES.has(before.lower)) return undefined
  const isPerson =
    SEXES.has(before.lower) ||
    SMALL.has(before.lower) ||
    isTitle(words[at - 2]) ||
    isInitials(before)
  const isWorker =
    /^[a-z]{4,}(?:er|or|ist|ian|man|woman)$/.test(before.lower) || WORKERS.has(before.lower)
  return isPerson || isWorker ? found(years, at, false, isPerson) : undefined
}

function isSexed(words: readonly Word[], at: number): boolean {
  const word = lower(words, at)
  return SEXES.has(word) || SMALL.has(word) || /^g\d{1,2}p\d{1,4}$/.test(word)
}

function isLinked(words: readonly Word[], at: number): boolean {
  return within(words, at - 6, 6, index => LINKS.has(lower(words, index)))
}

function isPlace(words: readonly Word[], at: number): boolean {
  return CARE_PLACES.has(lower(words, at)) || isNamedPlace(words, at)
}

function isNamedPlace(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word || isMonth(word) || isIllness(words, at)) return false
  if (/^@\p{Lu}/u.test(word.text)) return true
  const isNamed = /^\p{Lu}[\p{Ll}\p{Lu}]/u.test(word.text) && !CLINICAL.has(word.lower)
  const before = lower(words, at - 1) === 'the' ? at - 2 : at - 1
  return isNamed && /^(?:at|from|in|near|@|to)$/.test(lower(words, before))
}

/** Speaks of what is printed or practiced, and not of a patient of the writer's. */
function isInPrint(words: readonly Word[], at: number): boolean {
  if (near(words, at, 12, (_, index) => isOwnPatient(words, index))) return false
  return near(words, at, 16, (word, index) => {
    if (PRINTS.has(word.lower) || word.text === 'SP') return true
    if (word.lower === 'report') return /^(?:in|from|by)$/.test(lower(words, index + 1))
    if (word.lower === 'paper' || word.lower === 'article')
      return !OWNERS.has(lower(words, index - 1))
    return (
      word.lower === 'question' &&
      /^(?:\d|step|board|practice|exam|nbme|shelf)$/.test(lower(words, index - 1))
    )
  })
}

// What stands beside what

function isPatientWord(words: readonly Word[], at: number): boolean {
  const word = lower(words, at)
  if (word === "pt's" || word === 'pts') return true
  if (word === 'patients') return OWNERS.has(lower(words, at - 1))
  if (word !== 'patient' && word !== 'pt' && word !== "patient's" && word !== 'inpatient')
    return false
  const behind = lower(words, at + 1)
  if (NOT_A_PERSON_BEHIND.has(behind) || NOT_A_PERSON_BEFORE.has(lower(words, at - 1))) return false
  const isTrait = /^(?:me|us|students|beginners|everybody|everyone|my|questions|learners)$/
  return behind !== 'with' || !isTrait.test(lower(words, at + 2))
}

/** A patient of the writer's own: no seminar is called that. */
function isOwnPatient(words: readonly Word[], at: number): boolean {
  if (!isPatientWord(words, at)) return false
  return (
    // `PT` may be physical therapy.
    /^[Pp]t/.test(words[at]?.text ?? '') ||
    OWNERS.has(lower(words, at - 1)) ||
    (OWNERS.has(lower(words, at - 2)) && lower(words, at - 1) !== 'own')
  )
}

function isPersonWord(words: readonly Word[], at: number): boolean {
  if (/^M[RS]$/.test(words[at]?.text ?? '')) return false
  return PERSONS.has(lower(words, at)) || isInitials(words[at])
}

function isInitials(word: Word | undefined): boolean {
  return word !== undefined && /^[A-Z]\.?[A-Z]$/.test(word.text) && !NO_INITIALS.has(word.text)
}

function isBesidePerson(words: readonly Word[], at: number): boolean {
  return near(words, at, 12, (_, index) => isPersonWord(words, index))
}

function isBesidePatient(words: readonly Word[], at: number): boolean {
  return near(words, at, 12, (_, index) => isPatientWord(words, index))
}

/** A patient, an illness or a word of the ward. */
function isBesideCare(words: readonly Word[], from: number, to = from): boolean {
  const cares = (_: Word, index: number) =>
    isPatientWord(words, index) || isIllness(words, index) || isClinicalWord(words, index)
  return near(words, from, 12, cares) || (to !== from && near(words, to, 12, cares))
}

function isBesideDoctor(words: readonly Word[], at: number): boolean {
  return within(
    words,
    at - 4,
    4,
    index => sameSentence(words, at, index) && DOCTORS.has(lower(words, index)),
  )
}

function isClinicalWord(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word) return false
  if (/^(?:pod|hd|hod)-?\d{0,2}$/.test(word.lower))
    return word.lower !== 'pod' || /^[P]/.test(word.text)
  if (/^(?:service|unit|floor|ward|icu|ed|list|census)$/.test(word.lower))
    return OWNERS.has(lower(words, at - 1))
  if (word.lower === 'exam') return /^(?:on|of)$/.test(lower(words, at + 1))
  if (word.lower === 'meeting') return lower(words, at - 1) === 'family'
  if (word.lower.length === 2 && word.text === word.lower && !/\d/.test(word.lower)) return false
  return CLINICAL.has(word.lower)
}

function isIllness(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word) return false
  if (word.lower.length > 5 && ILLNESS.has(word.lower.replace(/s$/, ''))) return true
  if (ILLNESS.has(word.lower))
    return !ILLNESS_CAPITALS.has(word.lower) || word.text === word.text.toUpperCase()
  if (word.text === 'ca') return ORGANS.has(lower(words, at - 1))
  if (word.lower === 'pain') return lower(words, at - 1) === 'chest'
  if (word.lower === 'swallowed' || word.lower === 'fall') return lower(words, at - 1) === 's/p'
  return (
    word.lower.length > 6 &&
    word.lower.length < 30 &&
    /(?:itis|oma|emia|aemia|osis|pathy|ectomy|ostomy|algia|rrhage|plegia|uria|penia)$/.test(
      word.lower,
    ) &&
    !NO_ILLNESS.has(word.lower)
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
