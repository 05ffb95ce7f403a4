import type { FollowUpKind } from '../data/model.ts'
import { late } from '../words/late.ts'
import { isBase } from '../words/verbs.ts'

/** What a detail says must come back: my promise, their offer, their advice. */
export interface SaidLoop {
  kind: Extract<FollowUpKind, 'promise' | 'offer' | 'advice'>
  /** From the verb on, as typed: `send her my anki deck by mon`. */
  what: string
  /** False where it is read so by its look alone. */
  isSure: boolean
}

/**
 * The promises, offers and advice that a detail says in plain words. What was only wished, asked or refused is
 * none, nor what may be of somebody else when there were `several` people.
 */
export function loopsSaid(detail: string, { several }: { several: boolean }): SaidLoop[] {
  const loops = clausesOf(detail).flatMap(clause => loopIn(clause) ?? [])
  return several ? loops.filter(isOfAll) : loops
}

/** With several people only what I promised without saying to whom, or to them all. */
function isOfAll({ kind, what }: SaidLoop): boolean {
  return kind === 'promise' && !/\b(?:he|she|his|her|hers|him)\b/i.test(what)
}

/** At the end of a sentence, and where another one with a subject of its own begins. */
function clausesOf(detail: string): string[] {
  const starter = String.raw`(?:i|i'?m|i'?ll|i've|i'd|we|she|he|they|(?:she|he|they)'?(?:s|ll|re|d|ve)|said|says|told|needs?|wants?)\b`
  const ends = new RegExp(
    String.raw`[.;!]+(?:\s+|$)|(?:,|\s[-–—]+)\s+(?:(?:and|but|so)\s+)?(?=${starter})|\s+(?:and|but)\s+(?=${starter})`,
    'iu',
  )
  return detail.split(ends).map(each => each.trim())
}

const MINE = late(
  () =>
    /^i (?:promised|said|told (?:him|her|them))(?: (?:him|her|them))? (?:that )?(?:to |(?:i'?d|i would|i'?ll|i will) )(\S.*)$/i,
)
const I_WILL = late(
  () =>
    /^(?:i'?ll|i will|i'?m going to|i'?m gonna) ((?:\S+) (?:him|her|them)\b.*|send .*|share .*)$/i,
)
/** What is done for somebody: "I'll think about it" is no promise to them. */
const FOR_THEM =
  /^(?:send|e?mail|text|share|forward|bring|give|lend|write|show|get|tell|introduce|intro|return|add|connect)\b/i
const THEIRS = late(
  () =>
    /^(?:she|he|they)(?:'?ll| will| offered to| promised to|'?s going to|'?s gonna| said (?:she|he|they)(?:'?d|'?ll| would| will)) (\S.*)$/i,
)
const ADVICE = late(
  () =>
    /^(?:(?:she|he|they) )?(?:(?:told|advised|urged) me to|(?:said|says) (?:to|i should)|said|says) (\S.*)$/i,
)
/** Not done, or left open. */
const NOT = /^(?:not|never|no)\b|\?$/i

function loopIn(clause: string): SaidLoop | undefined {
  const said = MINE().exec(clause)?.[1]
  const willDo = I_WILL().exec(clause)?.[1]
  const promise = said ?? (willDo && FOR_THEM.test(willDo) ? willDo : undefined)
  if (promise)
    return NOT.test(promise) ? undefined : { kind: 'promise', what: promise, isSure: true }
  const offer = THEIRS().exec(clause)?.[1]
  if (offer && !NOT.test(offer) && /\b(?:me|my)\b/i.test(offer)) {
    return { kind: 'offer', what: offer, isSure: true }
  }
  return adviceIn(clause)
}

function adviceIn(clause: string): SaidLoop | undefined {
  const what = ADVICE().exec(clause)?.[1]
  if (!what || NOT.test(what)) return undefined
  if (/\b(?:told|advised|urged) me to |\b(?:said|says) (?:to|i should) /i.test(clause)) {
    return { kind: 'advice', what, isSure: true }
  }
  // "said practice is hard": a verb by its look alone.
  const [first = '', second = ''] = what.toLowerCase().split(' ')
  if (/^(?:is|was|are|were|has|had|will|can|makes?)$/.test(second)) return undefined
  if (/^(?:don'?t|do)$/.test(first)) return { kind: 'advice', what, isSure: true }
  return isBase(first) ? { kind: 'advice', what, isSure: false } : undefined
}
