import { expect, it } from 'vitest'
import { saidToThem } from '../../../src/domain/words/second-person.ts'

it.each([
  ['the ablation registry she runs', 'the ablation registry you run'],
  ['her grant advice', 'your grant advice'],
  ['Her advice: write the aims first', 'Your advice: write the aims first'],
  ['how he teaches the echo', 'how you teach the echo'],
  ['what she studies', 'what you study'],
  ['the clinic he is opening, and his team', 'the clinic you are opening, and your team'],
  ['what she also does on call', 'what you also do on call'],
  ['how she usually goes through a film', 'how you usually go through a film'],
  ['what she said about sleep', 'what you said about sleep'],
  ['that she has two boys', 'that you have two boys'],
  ['the night that changed her', 'the night that changed you'],
  ['I promised her to read it', 'I promised you to read it'],
  ['a friend of his.', 'a friend of yours.'],
  ['the book she wrote herself', 'the book you wrote yourself'],
  ['she’s moving to Ohio', 'you are moving to Ohio'],
  ['their registry, and how they run it', 'their registry, and how they run it'],
  ['sheep, hero and history', 'sheep, hero and history'],
  ['the chess club she passes by', 'the chess club you pass by'],
  ['', ''],
])('%j is said to them as %j', (detail, said) => {
  expect(saidToThem(detail)).toBe(said)
})

const ADVERBS = [
  ...['also', 'always', 'already', 'first', 'just', 'never', 'now', 'often', 'once', 'only'],
  ...['perhaps', 'sometimes', 'still', 'then', 'too', 'nowadays', 'usually', 'rarely'],
]

it.each(ADVERBS)('the verb behind "she %s" is put to them too', adverb => {
  expect(saidToThem(`what she ${adverb} runs`)).toBe(`what you ${adverb} run`)
})

it.each(['herself', 'himself'])('the verb behind "she %s" is put to them too', word => {
  expect(saidToThem(`what she ${word} runs`)).toBe('what you yourself run')
})

it.each([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
  ["isn't", "aren't"],
  ["wasn't", "weren't"],
  ["hasn't", "haven't"],
  ['doesn’t', "don't"],
  ['goes', 'go'],
  ['teaches', 'teach'],
  ['pushes', 'push'],
  ['fixes', 'fix'],
  ['buzzes', 'buzz'],
  ['misses', 'miss'],
  ['miss', 'miss'],
  ['carries', 'carry'],
  ['dies', 'die'],
  ['lies', 'lie'],
  ['plays', 'play'],
  ['said', 'said'],
])('"she %s" is "you %s"', (theirs, yours) => {
  expect(saidToThem(`what she ${theirs} here`)).toBe(`what you ${yours} here`)
})

it.each([
  ...['a', 'about', 'after', 'an', 'and', 'as', 'at', 'because', 'before', 'but', 'by', 'during'],
  ...['for', 'from', 'how', 'if', 'in', 'into', 'of', 'on', 'or', 'over', 'that', 'the', 'this'],
  ...['through', 'to', 'until', 'what', 'when', 'where', 'while', 'why', 'with', 'without'],
])('"her" before "%s" is the person and owns nothing', word => {
  expect(saidToThem(`I met her ${word} rounds`)).toBe(`I met you ${word} rounds`)
})

it.each([
  ['she', 'you'],
  ['he', 'you'],
  ["he's", 'you are'],
  ['him', 'you'],
  ['hers', 'yours'],
  ['his', 'yours'],
  ['her', 'you'],
  ['himself', 'yourself'],
  ['herself', 'yourself'],
  ['they', 'they'],
])('"%s" at the end is "%s"', (theirs, yours) => {
  expect(saidToThem(`so said ${theirs}.`)).toBe(`so said ${yours}.`)
})
