import { expect, it } from 'vitest'
import { evidenceIn } from '../../../src/domain/review/patient-evidence.ts'
import * as lists from '../../../src/domain/review/patient-words.ts'

const KINDS = Object.keys(lists.WORDS) as (keyof typeof lists.WORDS)[]

function wordsOf(list: string): string[] {
  return list.split(/\s+/)
}

/** As it is typed: words that belong together without their hyphen, short illnesses in capitals. */
function asTyped(word: string): string {
  const isCapital = wordsOf(lists.CAPITALS).includes(word)
  return isCapital ? word.toUpperCase() : word.replaceAll('-', ' ')
}

function kindsIn(text: string): string[] {
  return evidenceIn(text, () => false).map(({ kind }) => kind)
}

it.each(KINDS)('each word of the list "%s" counts as what it says', kind => {
  const lost = wordsOf(lists.WORDS[kind]).filter(
    word => !kindsIn(`that ${asTyped(word)}`).includes(kind),
  )
  expect(lost).toEqual([])
})

it('no word stands in two lists', () => {
  const all = KINDS.flatMap(kind => wordsOf(lists.WORDS[kind]))
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([])
})

it('each relative is one', () => {
  const lost = wordsOf(lists.KIN).filter(
    word => !kindsIn(`her ${asTyped(word)}`).includes('family'),
  )
  expect(lost).toEqual([])
})

it.each<[string, string, (word: string) => string, string]>([
  ['CAPITALS', lists.CAPITALS, word => `it is ${word}`, 'illness'],
  ['SHAPELESS', lists.SHAPELESS, word => word, 'illness'],
  ['SHAPELESS', lists.SHAPELESS, word => word, 'operation'],
  ['NO_INITIALS', lists.NO_INITIALS, word => word, 'initials'],
  ['IMPATIENT_BEFORE', lists.IMPATIENT_BEFORE, word => `${word} patient`, 'patient'],
  ['IMPATIENT_BEHIND', lists.IMPATIENT_BEHIND, word => `patient ${word}`, 'patient'],
  ['DOCTORS_VERBS', lists.DOCTORS_VERBS, word => `Mr. Haddad ${word}`, 'name'],
  ['COUNTED', lists.COUNTED, word => `bed 4 ${word}`, 'bed'],
  ['OTHER_NUMBERS', lists.OTHER_NUMBERS, word => `${word} no 4471921`, 'number'],
])('each word of %s keeps what is not one from being taken for it', (_, list, say, kind) => {
  expect(wordsOf(list).filter(word => kindsIn(say(word)).includes(kind))).toEqual([])
})

it('and without them each is taken for it', () => {
  expect(kindsIn('bronchitis')).toEqual(['illness'])
  expect(kindsIn('angiography')).toEqual(['operation'])
  expect(kindsIn('KQ')).toEqual(['initials'])
  expect(kindsIn('nice patient')).toEqual(['patient'])
  expect(kindsIn('patient slept')).toEqual(['patient'])
  expect(kindsIn('Mr. Haddad slept')).toEqual(['name'])
  expect(kindsIn('bed 4 today')).toEqual(['bed', 'weekday'])
  expect(kindsIn('see no 4471921')).toEqual(['number'])
})
