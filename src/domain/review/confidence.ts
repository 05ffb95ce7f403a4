import type { ReadDraft } from './linted.ts'
import { begins, type Found, foundAt, phrases, phrasesIn } from './phrases.ts'

const SECRETS = phrases(
  `between us,|between you and me|don't tell|do not tell|nobody in the department knows|nobody knows yet|told me in confidence
  |off the record|don't repeat|keep this to yourself|keep it to yourself|between us`,
)

export function secrets({ words, text }: ReadDraft): Found[] {
  return phrasesIn(words, SECRETS)
    .filter(([from]) => words[from]?.lower !== 'between' || begins(words, from, text))
    .map(span =>
      foundAt(words, span, text, said => `"${said}" passes on what is not yours to tell.`),
    )
}
