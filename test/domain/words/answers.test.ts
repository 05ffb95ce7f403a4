import { expect, it } from 'vitest'
import { answerIn } from '../../../src/domain/words/answers.ts'

it.each([
  'he said no, too busy',
  'she said no',
  'said no',
  'no, sorry',
  'it was a no',
  'too busy this year',
  'declined politely',
  'turned me down',
  "she can't take students",
  'has no time for it',
  'not taking students',
])('"%s" is no', text => expect(answerIn(text)).toBe('no'))

it.each([
  'she said yes',
  'said sure, send it over',
  'yes!',
  'of course',
  'agreed to write it',
  'happy to write it',
  'she’d love to',
])('"%s" is yes', text => expect(answerIn(text)).toBe('yes'))

it.each([
  '',
  'sounds good',
  "he's full till june",
  'no problem at all',
  'said no worries',
  'yes, but only after step',
  'maybe a letter if i pass',
  'she said sure, if I pass',
  'said yes to coffee, no to the letter',
  'not sure yet',
  "he hasn't agreed",
  'did she say yes?',
  "can't wait to read it",
  'said no to me but ask Dr. Roth',
  'too busy now, ask again in may',
  'start small',
])('"%s" is neither for sure', text => expect(answerIn(text)).toBeUndefined())
