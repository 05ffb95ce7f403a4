import { expect, it } from 'vitest'
import { patientWarnings } from '../../../src/domain/review/patient.ts'
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
} from '../../../src/domain/review/patient-words.ts'

type Row = [name: string, table: ReadonlySet<string>, count: number, rule: string, say: Say]
type Say = (word: string) => string

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Short words of the ward are understood in capitals alone. */
function inCapitals(word: string): string {
  return word.length === 2 ? word.toUpperCase() : word
}

/** Words that mean something else by themselves. */
const GATHERING_ONLY_AS: Readonly<Record<string, string>> = {
  call: 'call room',
  exam: 'final exam',
  review: 'board review',
}

function isSaid(text: string, rule: string): boolean {
  return patientWarnings(text).some(warning => warning.rule === rule)
}

it.each<Row>([
  ['RECORD_LABELS', RECORD_LABELS, 7, 'record-number', word => `${word} 4471920`],
  ['RECORD_CAPITALS', RECORD_CAPITALS, 5, 'record-number', word => `${word} 4471920`],
  ['RECORD_NOUNS', RECORD_NOUNS, 13, 'record-number', word => `${word} number 4471920`],
  [
    'ACCOUNT_NOUNS',
    ACCOUNT_NOUNS,
    5,
    'record-number',
    word => `my patient, ${word} number 4471920`,
  ],
  ['NUMBER_WORDS', NUMBER_WORDS, 7, 'record-number', word => `chart ${word} 4471920`],
  ['FILLERS', FILLERS, 24, 'record-number', word => `MRN ${word} 4471920`],
  ['BEFORE_LABEL', BEFORE_LABEL, 16, 'record-number', word => `4471920 ${word} MRN`],
  ['CHART_PROGRAMS', CHART_PROGRAMS, 13, 'record-number', word => `look at 4471921 in ${word}`],
  ['BIRTHDAYS', BIRTHDAYS, 3, 'date-of-birth', word => `my patient, ${word} 4/7/1951`],
  ['TITLES', TITLES, 5, 'date-of-birth', word => `${word} Lee, born 4/7/1951`],
  ['MONTHS', MONTHS, 24, 'date-of-birth', word => `DOB 4 ${capital(word)} 1951`],
  ['ROOMS', ROOMS, 4, 'room-or-bed', word => `my patient in ${word} 4`],
  ['BEDS', BEDS, 8, 'room-or-bed', word => `my patient in ${word} 4`],
  ['UNITS', UNITS, 19, 'room-or-bed', word => `my patient in ${word} 4`],
  ['SIDES', SIDES, 9, 'room-or-bed', word => `my patient on 4 ${word} 12`],
  ['FAMILY', FAMILY, 17, 'room-or-bed', word => `met 412's ${word}`],
  ['PERSONS', PERSONS, 21, 'room-or-bed', word => `the ${word} in 412`],
  ['OWNERS', OWNERS, 2, 'room-or-bed', word => `${word} patients in room 412`],
  ['NATIONAL', NATIONAL, 23, 'national-number', word => `${word} 123456789`],
  ['INSURED', INSURED, 10, 'national-number', word => `my patient, ${word} number 1234567`],
  ['ADMISSION', ADMISSION, 18, 'admission-date', word => `my patient, ${word} on 3 March`],
  ['STAY', STAY, 18, 'admission-date', word => `my patient, ${word} on 3 March`],
  ['SEXES', SEXES, 12, 'vignette', word => `45-year-old ${word} with lymphoma in the clinic`],
  ['SMALL', SMALL, 11, 'vignette', word => `45-year-old small ${word} with lymphoma in the clinic`],
  [
    'LINKS',
    LINKS,
    31,
    'vignette',
    word => `45-year-old man who is so very ${word} lymphoma at Highland`,
  ],
  ['CARE_PLACES', CARE_PLACES, 35, 'vignette', word => `45 yo man who now has lymphoma, ${word}`],
  ['WORKERS', WORKERS, 14, 'vignette', word => `a ${word}, 71, lymphoma, from Lodi`],
  ['CLINICAL', CLINICAL, 183, 'room-or-bed', word => `The lady, our ${inCapitals(word)}, room 412`],
  ['ILLNESS', ILLNESS, 157, 'vignette', word => `45 yo man with ${word.toUpperCase()} at Highland`],
  [
    'ILLNESS_CAPITALS',
    ILLNESS_CAPITALS,
    11,
    'vignette',
    word => `45 yo man with ${word.toUpperCase()} at Highland`,
  ],
  ['ORGANS', ORGANS, 13, 'vignette', word => `45 yo man with ${word} ca at Highland`],
  ['SHORTENED', SHORTENED, 32, 'room-or-bed', word => `my patient ${word}. room 4`],
])('each word of %s is understood', (_, table, count, rule, say) => {
  expect([...table].filter(word => !isSaid(say(word), rule))).toEqual([])
  expect(isSaid(say('xyzzy'), rule)).toBe(false)
  expect([...table]).toHaveLength(count)
})

it.each<Row>([
  ['LIBRARIES', LIBRARIES, 8, 'record-number', word => `${word} accession number 4471920`],
  [
    'OTHER_LABELS',
    OTHER_LABELS,
    50,
    'record-number',
    word => `my patient and ${word} then 4471921`,
  ],
  ['DOCTORS', DOCTORS, 4, 'date-of-birth', word => `sepsis; ${word} Mrs. Lee, born 4/7/1951`],
  ['MEASURED', MEASURED, 9, 'admission-date', word => `my patient was admitted, 4/6 ${word}`],
  [
    'GATHERINGS',
    GATHERINGS,
    54,
    'room-or-bed',
    word => `a ${GATHERING_ONLY_AS[word] ?? word} about the patient in room 412`,
  ],
  ['COUNTED', COUNTED, 69, 'room-or-bed', word => `my patient in room 4 ${word}`],
  ['ADDRESSES', ADDRESSES, 16, 'room-or-bed', word => `the lady with sepsis, ${word} 412-A`],
  [
    'NOT_A_PERSON_BEHIND',
    NOT_A_PERSON_BEHIND,
    72,
    'room-or-bed',
    word => `a patient ${word}, met by room 412`,
  ],
  [
    'NOT_A_PERSON_BEFORE',
    NOT_A_PERSON_BEFORE,
    28,
    'room-or-bed',
    word => `${word} patient in room 412`,
  ],
  ['KIN', KIN, 17, 'age-over-89', word => `my ${word} is 94 yo`],
  ['WHOSE', WHOSE, 5, 'age-over-89', word => `${word} grandmother is 94 yo`],
  ['NEAR_KIN', NEAR_KIN, 14, 'age-over-89', word => `my ${word} is 94 yo`],
  ['NO_PATIENT', NO_PATIENT, 46, 'age-over-89', word => `94-year-old ${word} with dementia`],
  ['SCHOOLS', SCHOOLS, 27, 'admission-date', word => `my patient, admitted to ${word} on 3 March`],
  ['PRINTS', PRINTS, 19, 'vignette', word => `${word}: 45 yo man with lymphoma at Highland`],
  ['NO_ILLNESS', NO_ILLNESS, 26, 'vignette', word => `45 yo man with ${word} at Highland`],
])('each word of %s keeps a rule silent', (_, table, count, rule, say) => {
  expect([...table].filter(word => isSaid(say(word), rule))).toEqual([])
  expect(isSaid(say('xyzzyoma'), rule)).toBe(true)
  expect([...table]).toHaveLength(count)
})

it('no abbreviation in capitals is taken for the initials of somebody', () => {
  // `PT` in a room is a patient more often than physical therapy.
  const initials = [...NO_INITIALS].filter(word => isSaid(`saw ${word} in 412`, 'room-or-bed'))
  expect(initials).toEqual(['PT'])
  expect(isSaid('saw KQ in 412', 'room-or-bed')).toBe(true)
  expect([...NO_INITIALS]).toHaveLength(102)
})

it('each number of SPELLED is an age', () => {
  const alone = [...SPELLED.keys()].filter(word => !isSaid(`my patient is ${word}`, 'age-over-89'))
  expect(alone).toEqual([])
  expect([...SPELLED.values()]).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99])
})
