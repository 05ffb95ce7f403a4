import { expect, it } from 'vitest'
import { pitchBeginning, pitchView } from '../../../src/domain/people/pitch.ts'
import { database } from '../../support/database.ts'

const jo = database({
  profile: { name: 'Jo Park', stage: 'MS2', school: 'UCSF', interests: ['cardiology'] },
})
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
const missing = (text: string, db = jo) => pitchView(db, text).missing

it('65 words take 26 to 30 seconds, 110 take 44 to 51', () => {
  expect(pitchView(jo, words(65)).seconds).toEqual({ least: 26, most: 30 })
  expect(pitchView(jo, words(110)).seconds).toEqual({ least: 44, most: 51 })
})

it('only 65 to 110 words are easy to hear', () => {
  const length = (count: number) => pitchView(jo, words(count)).says.at(-1)
  expect(length(64)).toBe('It is short: 64 words. Aim for 65 to 110.')
  expect(length(65)).toBe("It doesn't say what interests you.")
  expect(length(110)).toBe("It doesn't say what interests you.")
  expect(length(111)).toBe('It is long: 111 words. Aim for 65 to 110.')
})

it('dashes and signs are no words', () => {
  expect(pitchView(jo, 'Jo – second-year … & curious').words).toBe(3)
})

it.each([
  ['I am Jo, a second-year medical student drawn to cardiology.', []],
  ['My name is Kim, MS2, and I care about sleep.', []],
  ['A second-year student, interested in the heart.', ['who']],
  ['I am Jo Park and I want to become a cardiologist.', ['stage']],
  ['I am Jo Park, a second-year medical student at UCSF.', ['interest']],
  ['Hello there.', ['who', 'stage', 'interest']],
])('%s', (text, expected) => {
  expect(missing(text)).toEqual(expected)
})

it('what the profile says counts, whatever its words', () => {
  const db = database({ profile: { name: 'Ana', stage: 'gap year', interests: ['moulage'] } })
  expect(missing('Ana here, in my gap year, all about moulage.', db)).toEqual([])
})

it('an interest is a whole word: heart is not in hearted', () => {
  const db = database({ profile: { interests: ['heart'] } })
  expect(missing('I am Jo, a medical student, light-hearted.', db)).toEqual(['interest'])
})

it('without a pitch the profile begins one', () => {
  expect(pitchBeginning(jo.profile)).toBe(
    "I'm Jo Park, a second-year medical student at UCSF. I'm most interested in cardiology, because …",
  )
  expect(pitchBeginning({})).toBe('')
})
