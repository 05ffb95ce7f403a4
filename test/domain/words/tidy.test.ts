import { expect, it } from 'vitest'
import { spelledOut, tidied } from '../../../src/domain/words/tidy.ts'

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

it.each([
  ['im keeping it tho', "I'm keeping it though"],
  ['im on peds', "I'm on peds"],
  ['so im moving to nyc', "so I'm moving to nyc"],
  ['n im still tired', "and I'm still tired"],
  ['ill send it mon', "I'll send it mon"],
  ['id love to hear abt it', "I'd love to hear about it"],
  ['i passed n im done', "I passed and I'm done"],
  ['im vs em', 'im vs em'],
  ['the im training program', 'the im training program'],
  ['an rn told me', 'an rn told me'],
  ['can we talk rn', 'can we talk right now'],
  ['gave me 2 papers on R', 'gave me 2 papers on R'],
  ['2 study guides', '2 study guides'],
  ['step 2 study plan', 'step 2 study plan'],
  ['how 2 get in2 derm', 'how to get into derm'],
  ['told me 2 rest', 'told me to rest'],
  ['talking 2 me', 'talking to me'],
  ['n of 1 trials', 'n of 1 trials'],
  ['ur office', 'your office'],
  ['ur the best', "you're the best"],
  ['ur training at mayo', 'your training at mayo'],
  ['that ur leaving', "that you're leaving"],
  ['where ur from', "where you're from"],
  ['id consult fellow', 'id consult fellow'],
  ['every1 passed', 'everyone passed'],
  ['thx 4 ur help', 'thanks for your help'],
])('%j typed in a hurry is spelled %j', (typed, spelled) => {
  expect(spelledOut(typed)).toBe(spelled)
})

it.each([
  ['SHE SAID READ THE WHOLE CHART FIRST', 'she said read the whole chart first'],
  ['TOLD US TO READ THE CHART TWICE', 'TOLD US TO READ THE CHART TWICE'],
])('%s, all in capitals, is %s', (typed, words) => {
  expect(tidied(typed)).toBe(words)
})
