import { folded } from './text.ts'

const NO =
  /^no(?=$|[,.;:])|\b(?:(?:said|says|it'?s|was|is) (?:a )?no\b(?! (?:problem|worries|need|rush|idea|one|issue|doubt))|no,? (?:sorry|thanks)\b|(?:has|have|had|with|got) no (?:room|time|space|capacity|openings?|spots?)\b|too busy\b|declin(?:ed|es|ing)\b|turn(?:ed|s) (?:me|it|us) down\b|(?:not able|unable) to\b|(?:can ?not|can'?t|could ?n'?t|won'?t) (?:do|take|help|write|make|commit|host|have me|support|offer|manage|fit)\b|not taking\b)/
const YES =
  /^(?:yes|yeah|yep|sure|ok|okay|of course|absolutely|definitely)\b|\b(?:said|says) (?:yes|yeah|yep|sure|ok|okay|of course|absolutely|definitely)\b|\bagreed\b|\b(?:happy|glad) to (?:do|write|help|support|meet|talk|host|have me)\b|\b(?:would|'d) love to\b/
/** With any of these it is a condition, another time or both. */
const UNSURE =
  /\b(?:if|unless|but|maybe|perhaps|might|may|probably|possibly|think|thinks|until|till|til|before|after|yet|later|next|instead|though|depends|not sure|unsure|check|ask again|wait|first|when|once|other|another|someone|else|or)\b|\?/

/**
 * Whether the words that were noted of an answer say yes or no to what was asked; undefined where that is
 * not sure: a condition, another time, both, or neither.
 */
export function answerIn(text: string): 'yes' | 'no' | undefined {
  const words = folded(text).replaceAll('’', "'")
  if (UNSURE.test(words)) return undefined
  const [isNo, isYes] = [NO.test(words), YES.test(words)]
  if (isNo === isYes) return undefined
  if (isNo) return 'no'
  return /\b(?:no|not|never|\w+n'?t)\b/.test(words) ? undefined : 'yes'
}
