import { expect, it } from 'vitest'
import { evidenceIn } from '../../../src/domain/review/patient-evidence.ts'
import { CONTEXT, WORDS } from '../../../src/domain/review/patient-words.ts'

const KINDS = Object.keys(WORDS) as (keyof typeof WORDS)[]

function wordsOf(list: string): string[] {
  return list.split(/\s+/)
}

/** As it is typed: words that belong together without their hyphen, short illnesses in capitals. */
function asTyped(word: string): string {
  const isCapital = wordsOf(CONTEXT.capitals).includes(word)
  return isCapital ? word.toUpperCase() : word.replaceAll('-', ' ')
}

/** Beside a room, so that the line is of somebody. */
function kindsIn(text: string): string[] {
  return evidenceIn(`${text}, room 9`, () => false)
    .map(({ kind }) => kind)
    .filter(kind => kind !== 'room')
}

it.each(KINDS)('each word of the list "%s" counts as what it says', kind => {
  const lost = wordsOf(WORDS[kind]).filter(word => !kindsIn(`same ${asTyped(word)}`).includes(kind))
  expect(lost).toEqual([])
})

it('no word stands in two lists', () => {
  const all = KINDS.flatMap(kind => wordsOf(WORDS[kind]))
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([])
})

it('each relative is one', () => {
  const lost = wordsOf(CONTEXT.kin).filter(
    word => !kindsIn(`her ${asTyped(word)}`).includes('family'),
  )
  expect(lost).toEqual([])
})

it('each title makes a name of the next word, and each epithet of a name', () => {
  const capital = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`
  const lost = [
    ...wordsOf(CONTEXT.titles).filter(word => !kindsIn(`${capital(word)} Tanaka`).includes('name')),
    ...wordsOf(CONTEXT.epithets).filter(word => !kindsIn(`${word} Tanaka`).includes('named')),
    ...wordsOf(CONTEXT.bornWith).filter(word => !kindsIn(`the Tanaka ${word}`).includes('named')),
  ]
  expect(lost).toEqual([])
})

it.each<[keyof typeof CONTEXT, (word: string) => string, string]>([
  ['capitals', word => `it is ${word}`, 'illness'],
  ['shapeless', word => word, 'illness'],
  ['shapeless', word => word, 'operation'],
  ['noInitials', word => word, 'initials'],
  ['impatientBefore', word => `${word} patient`, 'patient'],
  ['impatientBehind', word => `patient ${word}`, 'patient'],
  ['doctorsVerbs', word => `Mr. Haddad ${word}`, 'name'],
  ['staff', word => `Ms. Haddad the ${word}`, 'name'],
  ['teaches', word => `the swan who ${word}`, 'marked'],
  ['counted', word => `bed 4 ${word}`, 'bed'],
  ['otherNumbers', word => `${word} no 4471921`, 'number'],
])('each word of %s keeps what is not one from being taken for it', (list, say, kind) => {
  expect(wordsOf(CONTEXT[list]).filter(word => kindsIn(say(word)).includes(kind))).toEqual([])
})

it('and without them each is taken for it', () => {
  expect(kindsIn('bronchitis')).toEqual(['illness'])
  expect(kindsIn('angiography')).toEqual(['operation'])
  expect(kindsIn('KQ')).toEqual(['initials'])
  expect(kindsIn('nice patient')).toEqual(['patient'])
  expect(kindsIn('patient slept')).toEqual(['patient'])
  expect(kindsIn('Mr. Haddad slept')).toEqual(['name'])
  expect(kindsIn('the swan who slept')).toEqual(['marked'])
  expect(kindsIn('bed 4 today')).toEqual(['bed', 'weekday'])
  expect(kindsIn('see no 4471921')).toEqual(['number'])
})
