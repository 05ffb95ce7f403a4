import type { Sentence, Word } from '../words/sentences.ts'
import type { ReadDraft } from './linted.ts'
import { type Found, phrases, phrasesIn, saidIn, sayings, set } from './phrases.ts'

// Times

const TIME_WORDS = set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun mondays
  tuesdays wednesdays thursdays fridays saturdays sundays today tomorrow tonight noon weekend weekends`,
)
const MONTHS = set(
  `january february april june july august september october november december jan feb apr jun jul
  aug sep sept oct nov dec`,
)
const SEASONS = set('spring summer fall autumn winter break holidays year')
const SEASONAL = set(
  'this next over in the spring winter fall summer holiday thanksgiving christmas',
)
/** "before Christmas", "after finals" */
const FEASTS = set(
  'christmas thanksgiving easter hanukkah eid diwali halloween finals boards graduation orientation',
)
const SPANS = set('week weeks month months days block semester term')
const DATING = set('in by until before after of early mid late from this next')
const NEAR = set('before after by around over until during at for')
const WHICH = set('this next coming few two three four six in within of')

/** A day, a time of day or a window in weeks. */
export function hasTime(words: readonly Word[]): boolean {
  return words.some((word, index) => {
    if (/^\d{1,2}\/\d{1,2}$/.test(word.lower)) return true
    if (SEASONS.has(word.lower) && SEASONAL.has(words[index - 1]?.lower ?? '')) return true
    if (FEASTS.has(word.lower) && NEAR.has(words[index - 1]?.lower ?? '')) return true
    if (word.lower === "year's" && words[index - 1]?.lower === 'new') return true
    if (TIME_WORDS.has(word.lower) || MONTHS.has(word.lower)) return true
    if (/^\d{1,2}(?::\d\d|[ap]m|:\d\d[ap]m)$|^\d{4}-\d\d-\d\d$/.test(word.lower)) return true
    const before = words[index - 1]?.lower ?? ''
    // "during a break", of an event.
    if (/^breaks?$/.test(word.lower) && words[index - 2]?.lower === 'during') return true
    if (word.text === 'May' || word.text === 'March') {
      return /^\d/.test(before) || /^\d/.test(words[index + 1]?.lower ?? '') || DATING.has(before)
    }
    if (/^[ap]\.?m$/.test(word.lower)) return /^\d/.test(before)
    return SPANS.has(word.lower) && (WHICH.has(before) || /^\d/.test(before))
  })
}

export function missingTime({ isRequest, words, text }: ReadDraft): Found[] {
  if (!isRequest || hasTime(words)) return []
  const says = 'It asks for something and names no time: give two times, a day or a window.'
  return [{ start: text.length, end: text.length, says }]
}

// Asks

const ASKING = phrases(
  `could you|would you|can you|may i ask|could i|could we|may i|would it be possible|i would be grateful if
  |i would appreciate it if|i'd be grateful if|i'd appreciate it if|please send|please let me know if you can
  |i was wondering if|i was wondering whether|i was also wondering|i'm also wondering|i am also wondering
  |it would also help|it would also be|would you also|could you also|could i also|can you also|i also need
  |and would you|and could you|and can you|and do you know|and is there any chance|separately
  |i'd also love|i would also love|i'd also like|i would also like`,
)

const ASKING_SAID = sayings(`
  i(?:'d| would)? (?:also |really |so |truly |very much |greatly )*(?:be (?:\\S+ )?(?:grateful|thankful|happy
    |glad) if you|appreciate (?:it if|if|your|any|some|feedback|help|an?))
  i(?:'d| would) (?:also|then also) (?:need|love|like|appreciate|want|welcome|be)
  i(?:'ll| will| would|'d)? (?:also |then |would also )*need (?:an?|your|some|the|help|two|three)
  i(?:'d| would)? (?:also |then )*wonder (?:if|whether)
  it(?:'d| would) (?:also |really |then )*(?:be (?:\\S+ )?(?:great|wonderful|helpful|amazing|nice|lovely
    |fantastic|kind|good|a huge help|a big help|a great help|ideal) if (?:you|you'd|you could|i|i'd)|help (?:me )?if you
    |mean a lot if you)
  (?:please|kindly) (?:also )?(?:send|forward|review|read|look|write|sign|share|introduce|connect|put|pass
    |add|fill|proofread|check|nominate|recommend)
  (?:also|separately|in addition|one more thing|another thing|on another note|while i have you|and lastly
    |lastly|finally|second|secondly|besides) (?:i need|i'd|i would|i was|please|send|could|can|would|may|is
    |are|do)
  (?:i was|i'm|i am) (?:also|then) (?:hoping|wondering|looking|wanting|asking|writing)
  i(?:'d| would) (?:like|love|need|appreciate) (?:your|an?|some) … (?:an?|your) (?:letter|contact|copy|list|introduction|form|signature|recommendation|reference|spot)
  (?:i'd|i would|and would|would) like to (?:set up|schedule|arrange|request|join your)
  (?:would you mind|do you mind|any chance|is there any chance|is there any way|might you
    |do you think you could)
`)

/** A second thing within the sentence of the first. */
const ASKING_TOO = sayings(`
  and (?:also |then |maybe |perhaps |possibly |if possible )*(?:would|could|can|do|may|might|will|is|are
    |does) (?:you|i|we|there|your|my|the)
  and (?:also |then |maybe |perhaps |possibly |if possible )*(?:put me in touch|introduce me|connect me
    |write me|recommend me|nominate me|lend me|give me an? (?:ride|lift|letter)|get me|help me|proofread
    |edit my|look over my|read my|review my|sign my|forward my|send me|pay|cover|bring my|bring a|add me)
  and i (?:also|would also|'d also|will also) (?:\\S+ )?
  and (?:also )?(?:an? )?(?:\\S+ )?(?:letter|introduction|recommendation)
  as well as (?:an? |your |a few )?(?:\\S+ )?(?:letter|introduction|recommendation|feedback|copy|list|look
    |review)
`)

export function severalAsks({ isRequest, sentences, subject, text }: ReadDraft): Found[] {
  if (!isRequest) return []
  // The subject may ask what the body asks.
  const asks = sentences.filter(sentence => sentence.start > subject.length && isAsk(sentence))
  const second = asks[1] ?? asks.find(sentence => saidIn([sentence], ASKING_TOO).length > 0)
  if (!second) return []
  const end = second.words.at(-1)?.end ?? second.start
  const words = text.slice(second.start, end)
  return [
    {
      start: second.start,
      end,
      says: `It asks for more than one thing; this could wait: "${words}"`,
    },
  ]
}

function isAsk(sentence: Sentence): boolean {
  const { words, stop } = sentence
  const isSaid = () =>
    phrasesIn(words, ASKING).length > 0 || saidIn([sentence], ASKING_SAID).length > 0
  if (stop !== '?' && !isSaid()) return false
  const own = words[0]?.lower === 'and' ? words.slice(1) : words
  const [first, second] = [own[0]?.lower ?? '', own[1]?.lower ?? '']
  // The easy no, the other way out, the how are you, and the times belong to the one ask.
  if (first === 'or' || (first === 'if' && second !== 'possible')) return false
  if (/^(?:what|where|which)$/.test(first) && /^(?:time|should|room|door|building)$/.test(second))
    return false
  if (first === 'how' && /^(?:are|have|is|was|did|has|were)$/.test(second)) return false
  const isWhen = hasTime(words) || words.some(({ text }) => /^\d{1,2}$/.test(text))
  return !(isWhen && words.some(word => FITTING.has(word.lower)))
}

const FITTING = set('work works suit suits fit fits better free available prefer convenient')

// Length

export function tooLong({
  isStranger,
  mostSentences,
  sentences,
  subject,
  text,
}: ReadDraft): Found[] {
  const counted = sentences.filter(({ start, stop }) => start > subject.length && stop !== '')
  if (!isStranger || counted.length <= mostSentences) return []
  const start = counted[mostSentences]?.start ?? text.length
  const says = `${counted.length} sentences are a lot for someone who doesn't know you yet; ${mostSentences} are enough.`
  return [{ start, end: counted[mostSentences]?.words.at(-1)?.end ?? start, says }]
}
