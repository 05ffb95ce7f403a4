import { expect, it } from 'vitest'
import { spelledOut } from '../../../src/domain/words/tidy.ts'

it.each([
  ['ur advice', 'your advice'],
  ['ur always so kind', "you're always so kind"],
  ['how u chose it', 'how you chose it'],
  ['thank u', 'thank you'],
  ['finals r over', 'finals are over'],
  ['didnt work', "didn't work"],
  ['she mustnt know', "she mustn't know"],
  ['your work w/ the VA', 'your work with the VA'],
  ['coffee w marcus', 'coffee with marcus'],
  ['what u said abt it', 'what you said about it'],
  ['what that is abt', 'what that is about'],
  ['bc i moved', 'because I moved'],
  ['b4 finals', 'before finals'],
  ['Im on the wards now', "I'm on the wards now"],
  ['and im still here', "and I'm still here"],
  ['theres a way', "there's a way"],
  ['youll see', "you'll see"],
])('%s is spelled out: %s', (typed, words) => {
  expect(spelledOut(typed)).toBe(words)
})

it.each([
  'analyses in R',
  'statistics in r and python',
  'im residency',
  'IM or EM',
  'well, were here',
])('%s stays as typed', typed => {
  expect(spelledOut(typed)).toBe(typed)
})
