import type { TextWarning, Word } from '../words/sentences.ts'
import { wordsOf } from '../words/sentences.ts'
import { key, keysOf, TITLES } from './linted.ts'
import { mayStandIn, positions, starts } from './other-names.ts'
import { foundAt, isQuotedAt, phrases, phrasesIn, set, warned } from './phrases.ts'

const COMPLAINTS = phrases(
  `rude|racist|sexist|homophobic|transphobic|misogynist|misogynistic|harassed|harassment|harassing|harasses|mistreated
  |mistreatment|mistreats|bullied|bully|bullies|bullying|abusive|unprofessional|incompetent
  |toxic|humiliated|humiliates|humiliating|belittled|belittles|belittling|yelled|yells|screamed|screams
  |shouted|shouts|unfair|hostile|terrible|awful|horrible|hate|hated|worst|discriminated|discriminates
  |inappropriate|inappropriately|demeaning|retaliated|retaliation|disrespectful|disrespected|disrespects|creepy
  |groped|touched me|mocked|mocks|threw me out|made me cry|threatened|threatens|idiot|jerk|cruel|mean to
  |insulted|insults|degrading|singled me out|dismissive|gaslit|gaslighting|neglected|neglects|lied|liar|stole my`,
)
const PLACES = set('hospital university clinic school college center centre department')

/**
 * Complaints that stand within a sentence of a named person or institution, for drafts and exports; private
 * records are never given to it. `names` are those on file; titles and places name others.
 */
export function complaintWarnings(
  text: string,
  names: readonly string[],
  { off = [] }: { off?: readonly string[] } = {},
): TextWarning[] {
  if (off.includes('complaint')) return []
  const words = wordsOf(text)
  const complaints = phrasesIn(words, COMPLAINTS).filter(
    ([from]) => !isDenied(words, from) && !isQuotedAt(text, words[from]?.start ?? 0),
  )
  if (complaints.length === 0) return []
  const sentencesWithNames = sentencesNaming(words, names)
  return complaints
    .filter(([from]) => {
      const sentence = words[from]?.sentence ?? 0
      return [sentence - 1, sentence, sentence + 1].some(each => sentencesWithNames.has(each))
    })
    .map(span => {
      const found = foundAt(
        words,
        span,
        text,
        said =>
          `"${said}" complains about someone by name. Keep it in a private note, or leave the name out.`,
      )
      return warned(text, 'complaint', found)
    })
}

function isDenied(words: readonly Word[], at: number): boolean {
  return [at - 1, at - 2].some(index => ['not', 'never', 'no'].includes(words[index]?.lower ?? ''))
}

function sentencesNaming(words: readonly Word[], names: readonly string[]): Set<number> {
  const keys = words.map(key)
  const places = positions(keys)
  const sentences = new Set<number>()
  const add = (at: number) => sentences.add(words[at]?.sentence ?? -1)
  for (const name of new Set(names)) {
    if (mayStandIn(name, places)) for (const at of starts(keysOf(name), keys, places)) add(at)
  }
  for (const [index, word] of words.entries()) {
    const isCapital = /^\p{Lu}/u.test(word.text)
    const isTitled = TITLES.has(keys[index - 1] ?? '')
    // Whoever is greeted is written to, and not about.
    const isGreeted = /^(?:dear|hi|hello|hey|hej|hola)$/.test(keys[index - 2] ?? '')
    if (isCapital && isTitled && !isGreeted) add(index)
    if (isCapital && PLACES.has(word.lower) && /^\p{Lu}/u.test(words[index - 1]?.text ?? ''))
      add(index)
  }
  return sentences
}
