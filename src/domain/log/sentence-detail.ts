import { late } from '../words/late.ts'
import { oneLine } from '../words/text.ts'
import type { Known } from './sentence-parts.ts'

/** A line typed at once is cut into words; one argument in quotes as well, unless it is a name. */
export function argumentsOf({ meant }: Known, text: string | readonly string[]): readonly string[] {
  if (typeof text === 'string') return text.trim().split(/\s+/).filter(Boolean)
  const [only] = text
  if (text.length !== 1 || only === undefined || !/\s/.test(only.trim())) return text
  if (meant(only).is !== 'nobody') return text
  return only.trim().split(/\s+/)
}

const MARK = /^(?:about|abt|re|regarding):?$/i
const SECOND_MARK = /^(?:[:;,]|(?:about|re):?(?= ))\s*/i
/** A clause that begins so is no list of names: "…, she'll nominate me". */
const clause = late(
  () =>
    /^(?:i|i'?m|i'?ll|i'?ve|i'?d|we|we'?ll|we'?re|she|he|they|(?:she|he|they)'?(?:s|ll|re|d|ve)|shell|hell|it|it's|told|says?|said|asked|asks|gave|offered|recommended|suggested|promised|advised|mentioned|thinks|needs?|wants?)$/i,
)
/** "we talked about the match" after a comma says what it was about. */
const TALKED = /^(?:we )?(?:talked|spoke|chatted|discussed)(?: about)? (?=\S)/i

/** Parts what was typed at the first mark of the detail, or at the comma before a clause of its own. */
export function splitDetail(args: readonly string[]): {
  head: string[]
  detail?: string
  isMarked: boolean
} {
  const chunks = args.flatMap((arg, of) => chunksOf(arg).map(chunk => ({ chunk, of })))
  for (const [at, { chunk, of }] of chunks.entries()) {
    const rest = chunks.slice(at + 1).map(each => each.chunk)
    const found = markIn(chunk, rest.join(' '), chunks[at - 1]?.chunk ?? '')
    if (!found) continue
    // What stands before it in the same quotes is words like any others.
    const open = chunks.slice(0, at).filter(each => each.of === of)
    const lead = found.head ? [found.head] : []
    const detail = found.detail.replace(SECOND_MARK, '').trim()
    return {
      head: [...args.slice(0, of), ...open.map(each => each.chunk), ...lead],
      ...(detail && { detail: oneLine(detail, 'detail') }),
      isMarked: found.isMarked,
    }
  }
  return { head: [...args], isMarked: false }
}

function chunksOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

function markIn(
  chunk: string,
  rest: string,
  before: string,
): { head: string; detail: string; isMarked: boolean } | undefined {
  if (MARK.test(chunk)) return { head: '', detail: rest, isMarked: true }
  const whole = `${chunk} ${rest}`.trim()
  if (/[,.;]$|^[-–—]+$/.test(before)) {
    if (TALKED.test(whole)) return { head: '', detail: whole.replace(TALKED, ''), isMarked: true }
    if (clause().test(chunk) && rest) return { head: '', detail: whole, isMarked: false }
  }
  // The colon of an hour is none, nor that of an address.
  const at = chunk.search(/;|:(?!\d|\/\/)/)
  if (at < 0) return undefined
  const lead = chunk.slice(0, at)
  const behind = `${chunk.slice(at + 1)} ${rest}`.trim()
  return { head: MARK.test(lead) ? '' : lead, detail: behind, isMarked: true }
}
