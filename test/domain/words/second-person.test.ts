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
