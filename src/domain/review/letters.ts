import type { Contact, Database, FollowUp, Interaction } from '../data/model.ts'
import { answerIn } from '../words/answers.ts'
import type { Day } from '../words/days.ts'
import { folded } from '../words/text.ts'

/** How far a letter for me is: they said yes to one, offered one, or wrote it. */
export type LetterStage = 'promised' | 'offered' | 'written'

/** A record of a letter for me, and its day, where it is of one. */
export interface LetterProof {
  stage: LetterStage
  on?: Day
}

/** The letters for me that they wrote, offered or said yes to; asked for is none yet. */
export function lettersFrom(
  { followUps, interactions }: Pick<Readonly<Database>, 'followUps' | 'interactions'>,
  { id }: Contact,
): LetterProof[] {
  const theirs = interactions.filter(each => each.contacts.includes(id))
  const loops = followUps.filter(each => each.contact === id && each.closed !== 'dropped')
  return [
    ...loops.flatMap(loop => inLoop(loop, theirs)),
    ...theirs.flatMap(({ detail = '', on }) => {
      const stage = letterTold(detail)
      return stage ? [{ stage, on }] : []
    }),
  ]
}

/** What was typed of a letter in place of a record; undefined where it says no, or nothing that is known. */
export function letterTyped(text: string): LetterStage | undefined {
  const words = folded(text).replaceAll('’', "'")
  if (UNSURE.test(words)) return undefined
  if (/\b(?:written|wrote|sent|submitted|uploaded|done|in|finished)\b/.test(words)) return 'written'
  if (/\b(?:offer(?:ed|s)?)\b/.test(words)) return 'offered'
  return /^(?:y|yes|promised|agreed)\b/.test(words) ? 'promised' : undefined
}

function inLoop(loop: FollowUp, theirs: readonly Interaction[]): LetterProof[] {
  const { kind, what, stage, closed, outcome } = loop
  const isMine = isForMe(what)
  if (kind === 'ask' && isMine && closed) return [{ stage: 'written' }]
  if (kind === 'ask' && isMine && stage === 'agreed') return [{ stage: 'promised' }]
  if (kind === 'offer' && isMine && outcome !== 'declined') return [{ stage: 'offered' }]
  // A request was answered with a plain yes.
  if (kind === 'reply' && loop.template === 'letter-request' && loop.closedBy !== undefined) {
    const answer = theirs.find(each => each.id === loop.closedBy)
    return answerIn(answer?.detail ?? '') === 'yes' ? [{ stage: 'promised' }] : []
  }
  return []
}

const LETTER = /\bletters?\b|\blors?\b|\brecommendation\b/
/** A condition, a denial, a question, or what is only wished for. */
const UNSURE =
  /\b(?:if|unless|maybe|perhaps|might|may|could|would|should|once|when|after|depend\w*|consider\w*|possibly|probably|hopefully|hopes?|think\w*|thinks|see|not|no|never|none|nobody|instead|declin\w*|refus\w*|ask(?:ed|s|ing)?|needs?|wants?|try|tries|or|either|other)\b|n't\b|\?/
/** Letters of another kind, or for another one. */
const OTHER_LETTERS =
  /\b(?:cover|love|thank[ -]you|dean'?s|acceptance|rejection|news|fan|farewell|complaint|chain|open) letters?\b|\bletters? of (?:intent|interest|good standing|introduction|complaint|resignation|explanation|apology)\b|\bletters? to (?!(?:the )?(?:programs?|eras|schools?|committee)\b)|\b(?:her|him|them|us|his|their) (?:own )?(?:\w+ )?(?:a|an|another) (?:\w+ )*letter|\b(?:wrote|writes?|writing|written) (?!me\b|a\b|an\b|the\b|my\b|one\b|strong\b|letters?\b|lors?\b|it\b|for\b|up\b)\w/
/** What one applies for, and so what a letter for me is for. */
const APPLIED_FOR =
  /\b(?:me|my|mine|residenc\w*|fellow\w*|applic\w*|apps?|aways?|match\w*|eras|vsas|vslo|scholar\w*|grants?|awards?|intern\w*|electives?|rotations?|sub-?i\w*|programs?|schools?|phd|jobs?|positions?|summer|research|clerkships?|committee|amcas|aoa|prize|medicine|surgery|pediatrics|peds|psychiatry|psych|neurology|cardiology|im|em|fm|ob|obgyn|dermatology|derm|radiology|anesthesia|ortho|urology|ent)\b/

/** Whether some words surely name a letter that recommends me. */
function isForMe(text: string): boolean {
  const words = folded(text).replaceAll('’', "'")
  if (!LETTER.test(words) || UNSURE.test(words) || OTHER_LETTERS.test(words)) return false
  return [...words.matchAll(/\bfor (.*?)(?= by | for |,|$)/g)].every(
    ([, what = '']) => APPLIED_FOR.test(what) && !/\b(?:her|his|their|him|them|your)\b/.test(what),
  )
}

const TOLD_WRITTEN =
  /\b(?:wrote|has written|sent|submitted|uploaded|finished|turned in|sent in)\b(?: \S+){0,5} (?:letters?|lors?|recommendation)\b|\b(?:letter|lor|recommendation) (?:is|was|got) (?:in|done|sent|uploaded|submitted|written|finished)\b/
const TOLD_OFFERED = /\boffer(?:ed|s|ing)\b/
const TOLD_PROMISED =
  /\b(?:agreed|promised|will|'ll|going to|gonna|happy to|glad to|is writing|says? (?:yes|sure|of course)|said (?:yes|sure|of course))\b/

/** What a noted detail says that they did about a letter for me. */
function letterTold(detail: string): LetterStage | undefined {
  const words = folded(detail).replaceAll('’', "'")
  if (!isForMe(detail) || /\b(?:i|we|i'm|i'll|i've)\b/.test(words)) return undefined
  if (TOLD_WRITTEN.test(words)) return 'written'
  if (TOLD_OFFERED.test(words)) return 'offered'
  return TOLD_PROMISED.test(words) ? 'promised' : undefined
}
