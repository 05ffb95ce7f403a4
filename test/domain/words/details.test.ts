import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDetail, readTyped } from '../../../src/domain/words/details.ts'

it.each([
  ['her grant advice', 'thing', 'your grant advice'],
  ['the registry she runs', 'thing', 'the registry you run'],
  ['The slide with his own ECG on it.', 'thing', 'the slide with your own ECG on it'],
  ['the talk on "Loneliness as a Vital Sign"', 'thing', 'the talk on "Loneliness as a Vital Sign"'],
  ['how he picked EM', 'how', 'how you picked EM'],
  ['why she’s in pathology', 'how', "why you're in pathology"],
  ['choosing research', 'doing', 'choosing research'],
  ['beta blockers', 'topic', 'beta blockers'],
  ['acid-base problems', 'topic', 'acid-base problems'],
  ['learning spanish w/ flashcards', 'doing', 'learning Spanish with flashcards'],
  ['told me to do anki every day', 'did', 'you told me to do anki every day'],
  ['she showed me how to place an IV', 'did', 'you showed me how to place an IV'],
  ['they grew up in Ohio', 'fact', 'you grew up in Ohio'],
  ['he plays cello on Fridays', 'fact', 'you play cello on Fridays'],
  ['she still has her first stethoscope', 'fact', 'you still have your first stethoscope'],
  ['advice: write the aims page first', 'advice', 'to write the aims page first'],
  ["don't compare yourself to your friends", 'advice', 'not to compare myself to my friends'],
  ['always call before you leave', 'advice', 'always to call before I leave'],
  ['that rural doesn’t mean slow', 'quote', 'that rural doesn’t mean slow'],
  ['"nobody is born knowing this"', 'quote', '“nobody is born knowing this”'],
])('%j is a %s and said as %j', (text, shape, said) => {
  expect(readDetail(text)).toMatchObject({ shape, said })
})

it.each([
  ['does he need help w/ the echo study?', 'question'],
  ['How do I thank someone for staying so long', 'question'],
  ['I should apply early', 'mine'],
  ['we both grew up in Ohio', 'mine'],
  ['realized I like clinic', 'mine'],
  ['her husband who quit his job', 'whom'],
  ['how she told Mr Okon’s daughter', 'whom'],
  ['how Priya got her cat', 'whom'],
  ['the way they treat their patients', 'tone'],
  ['she frobs the assay', 'verb'],
  ["she'd like to move", 'verb'],
  ['he said its fine', 'unclear'],
  ['her laugh lol', 'tone'],
  ['the hospital is hiring', 'several'],
  ['Her clinic. And the dog', 'several'],
  ['her kids', 'whom'],
  ['WEAR COMFORTABLE SHOES', 'unclear'],
  ['that thing about', 'several'],
  ['protected time', 'unclear'],
  ['rural track', 'unclear'],
  ['the curve that crossed and what she', 'several'],
  ['gave me her card and said email me', 'several'],
  ["said my face looks worried when I'm thinking", 'several'],
])('%j is asked, for it is %s', (text, doubt) => {
  const detail = readDetail(text)
  expect(detail.said).toBeUndefined()
  expect(detail.doubt).toBe(doubt)
})

it('what they did for me can be thanked for', () => {
  expect(readDetail('she let me close').doing).toBe('letting me close')
  expect(readDetail('stopped by and showed me the scan').doing).toBeUndefined()
  expect(readDetail('asked who I was and then really waited').doing).toBeUndefined()
})

it('whoever types a third person with a name means it, and "her" alone is turned', () => {
  expect(readTyped('your paper with Dr. Stein and her team').said).toBe(
    'your paper with Dr. Stein and her team',
  )
  expect(readTyped('her paper').said).toBe('your paper')
  expect(readTyped('how she picked family medicine').said).toBe('how you picked family medicine')
  expect(readTyped('pick the mentor first').said).toBe('to pick the mentor first')
  expect(readTyped('introduced me to Dr. Stein').said).toBe('you introduced me to Dr. Stein')
  expect(readTyped('showed me her slides for Dr. Stein').said).toBeUndefined()
})

interface Labeled {
  text: string
  said: string | null
}

const FILE = new URL('../../fixtures/details/open.jsonl', import.meta.url)
const LABELED: Labeled[] = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[“”"]/g, '')
    .replace(/^that |[.!]$/g, '')

it('of 330 details by strangers, what is said is what an editor said', () => {
  const both = LABELED.flatMap(({ text, said }) => {
    const ours = readDetail(text).said
    return said !== null && ours !== undefined ? [{ ours: plain(ours), theirs: plain(said) }] : []
  })
  expect(both.filter(({ ours, theirs }) => ours !== theirs)).toEqual([])
  expect(both.length).toBeGreaterThanOrEqual(45)
})

it('of those that an editor would ask about, few are said', () => {
  const said = LABELED.filter(({ text, said }) => said === null && readDetail(text).said)
  expect(said.length).toBeLessThanOrEqual(20)
})
