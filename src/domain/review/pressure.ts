import type { ReadDraft } from './linted.ts'
import { begins, type Found, foundAt, phrases, phrasesIn, set } from './phrases.ts'

// Guilt

const GUILT = phrases(
  `hear back from you|heard back from you|heard from you|not to hear back|never heard back|did not hear back|didn't hear back
  |not get a reply|did not reply|didn't reply|haven't replied|have not replied|no reply from you|did not answer
  |didn't answer|haven't answered|have not answered|never answered|never replied|still waiting|been waiting
  |checking my inbox|in my inbox every|guess my message|guess my last|ignored my|ignoring my|a priority for you|not a priority|forgot about me|forgotten about me
  |too busy for|since you never|i guess you|my third email|my second email|third time i|second time i
  |counting on you|to hear nothing|sad not to hear|got lost among|everyone else answered|others answered|wrote back the same day`,
)

export function guilt({ words, text }: ReadDraft): Found[] {
  return phrasesIn(words, GUILT)
    .filter(([from]) => words[from - 1]?.lower !== 'to')
    .map(span => foundAt(words, span, text, said => `"${said}" may sound like a reproach.`))
}

// Demands

/** Orders, when they begin a sentence; in the middle they are part of a question. */
const MID_SENTENCE = set('you send answer put give get make')

const DEMANDS = phrases(
  `i need you to|i need a letter|i need your|i need the letter|i need an answer|you should|you need to|you have to|you must
  |you owe me|just tell me|just send me|asap|i expect to be|i expect that you|i expect you to|i demand|i need a recommendation|i don't have time|i do not have time|get back to me
  |vouch for me|a lor|send me your|send me the|answer me|put me on|put me in|give me a|get me a|get me into
  |i want you to|you will let me|since i pay|a real teacher|a good teacher would|was a mess|it's ridiculous|it is ridiculous|pretty lame|was confusing and|do your job|make sure you`,
)

export function demands({ words, text }: ReadDraft): Found[] {
  return phrasesIn(words, DEMANDS)
    .filter(([from]) => !MID_SENTENCE.has(words[from]?.lower ?? '') || begins(words, from, text))
    .map(span => foundAt(words, span, text, said => `"${said}" presses; ask instead.`))
}

// Favors

const FAVORS = phrases(
  `letter|letters|recommendation|recommendations|recommend me|recommending me|reference|position|positions|opening
  |openings|job|jobs|hire|hiring|favor|favour|put in a word|put in a good word|residency spot|refer me`,
)

export function favors({ template, words, text }: ReadDraft): Found[] {
  if (template !== 'info-interview') return []
  return phrasesIn(words, FAVORS).map(span =>
    foundAt(
      words,
      span,
      text,
      said => `"${said}" asks for a favor; this mail is about their path.`,
    ),
  )
}
