import { readDetail, readTyped, tidyOf } from './details.ts'
import type { Named } from './own-name.ts'
import { ADVERBS, WARM } from './shapes.ts'
import { isSure } from './sure.ts'
import { type Part, partsOf, wordSet } from './tidy.ts'
import { type Detail, turned } from './turning.ts'
import { baseOfGerund } from './verbs.ts'

/**
 * Reads a text that a mail thanks for or comes back to, as `readDetail` and `readTyped` do: what they did for me is
 * told from what they talked about, and what is mine alone is asked about.
 */
export function readOfThem(
  text: string,
  { addressee, isTyped }: { addressee?: Named | undefined; isTyped: boolean },
): Detail {
  const tidy = tidyOf(text, addressee)
  const marked = /^for (?=[a-z]+ing\b)/i.exec(tidy)
  const deed = marked ? tidy.slice(marked[0].length) : tidy
  const words = deed.split(' ').map(partsOf)
  const kind = marked ? 'theirs' : whoseDoing(words)
  if (kind === 'theirs') return asDeed(words, isTyped)
  if (kind === 'unsure') {
    const instead = [`for ${deed}`, `what you said about ${deed}`]
    return { shape: 'doing', said: undefined, instead }
  }
  const detail = isTyped ? readTyped(text, addressee) : readDetail(text, addressee)
  const { shape, said } = detail
  if (said === undefined) return detail
  if (isMine(shape, said)) {
    const lead = /^my /i.test(said)
      ? 'your advice on'
      : /^the question /i.test(said)
        ? 'your answer to'
        : ''
    const instead = lead ? [`${lead} ${said}`] : []
    return { shape, said: undefined, instead }
  }
  return detail
}

function asDeed(words: readonly Part[], isTyped: boolean): Detail {
  const detail = turned(words, 'did')
  if (isSure(words, 'did', { names: isTyped })) return { ...detail, isSure: true }
  return isTyped ? detail : { shape: 'did', said: undefined }
}

/** "my question about sepsis", "how I felt", "the case I presented": nothing of theirs is in it. */
function isMine(shape: Detail['shape'], said: string): boolean {
  if (shape === 'how')
    return /^\w+ (?:i|we)(?:['’]m)? (?!can|could|should|might|may|must|need|would)/i.test(said)
  if (shape !== 'thing' && shape !== 'topic') return false
  const [before = ''] = said.split(/\b(?:you|your|yours)\b/i)
  return (
    /^mine$|^my |\bof mine\b/i.test(before) ||
    /^(?:the|that|a|an) [\w' -]+? (?:i|i['’]m|i['’]ve) /i.test(before)
  )
}

// What someone is doing

/** Of a text that begins with "-ing": whether they did it for me, one talks about it, or it could be either. */
function whoseDoing(words: readonly Part[]): 'theirs' | 'topic' | 'unsure' {
  const [first, ...rest] = words
  const base = baseOfGerund(first?.lower ?? '')
  if (!base) return 'topic'
  const text = rest.map(({ lower }) => lower).join(' ')
  const quality = rest.find(({ lower }) => !ADVERBS.has(lower) && lower !== 'so')?.lower ?? ''
  if (base === 'be') return WARM.has(quality) ? 'theirs' : 'topic'
  const isForMe = /(?:^|\s)(?:me|us|my|our)(?=\s|$)/.test(text)
  if (isForMe && OF_MINE.has(base) && !/(?:^| )(?:for|with|on|to) (?:me|us)\b/.test(text))
    return 'topic'
  if (DEEDS.some(([verbs, after]) => verbs.has(base) && after.test(text))) return 'theirs'
  return isForMe || TOLD_OR_DONE.test(`${base} ${text}`.trim()) ? 'unsure' : 'topic'
}

const DEEDS: readonly (readonly [ReadonlySet<string>, RegExp])[] = [
  // stayed late to help
  [
    wordSet('stay wait'),
    /\bto (?:help|fix|teach|show|explain|go|look|read|finish|answer|talk|walk|work|see)\b|with (?:me|us)\b/,
  ],
  [wordSet('go look'), /^(?:over|at|through) (?:my|our)\b/],
  [wordSet('fix cover answer edit proofread sign'), /^(?:all )?(?:of )?(?:my|our)\b/],
  [wordSet('come show'), /^(?:up )?(?:to|for|at) (?:my|our)\b/],
  [wordSet('take make'), /^(?:the |so much |your |her |his )?time(?:$| to | for (?:me|us)\b)/],
  [
    wordSet('check sit put pick stand vouch speak fight call'),
    /\b(?:on|with|for|up|in) (?:me|us)\b/,
  ],
  [wordSet('share lend bring'), /^(?:your|her|his|their|coffee|food|snacks|donuts|lunch)\b/],
  [wordSet('write'), /^my (?:letter|rec|recommendation)\b/],
  [
    wordSet(
      'show help let drive walk teach tell give ask introduce invite send tutor take correct remind bring lend save feed host trust push encourage',
    ),
    /^(?:me|us)\b/,
  ],
]

/** What one does oneself, and talks about. */
const OF_MINE = wordSet(
  'choose find balance study apply match plan prepare survive rank manage start learn build keep lose feel handle pass retake decide move deal become juggle quit trust forgive',
)
/** Without a word of whom it was done for. */
const TOLD_OR_DONE =
  /^(?:stay (?:late|after|past|until)\b.*|(?:listen|share|wait|help|mentor)$|explain .+|pick up the phone.*)/
