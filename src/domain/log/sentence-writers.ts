import { dayIn, namesTyped } from './sentence-lines.ts'
import type { Parse } from './sentence-parts.ts'
import type { Instead, Line, Open, Reading } from './sentence-said.ts'
import { sayWords } from './sentence-saying.ts'
import { type By, isWritten } from './sentence-words.ts'

type Wrote = { is: 'said'; by: By } | { is: 'asked'; by?: undefined; open: Open }

/** Of an email or a message: who wrote it, where the words say so. */
export function whoWrote(line: Line): Wrote | undefined {
  const { reading, parse } = line
  const parts = parse.parts.filter(part => part.is !== 'hour' && part.is !== 'day')
  const at = parts.findIndex(part => part.is === 'occasion' && !part.isWeak)
  const occasion = parts[at]
  const behind = parts[at + 1]
  const isFrom = behind?.is === 'from'
  const isMine = parts.some((part, index) => part.is === 'me' && index > at && at >= 0)
  if (occasion?.is !== 'occasion') return undefined
  const isPersonBefore = parts.slice(0, at).some(part => part.is === 'person')
  if (!isWritten(occasion.kind)) {
    return occasion.kind === 'call' && (isFrom || (isMine && isPersonBefore))
      ? { is: 'said', by: 'them' }
      : undefined
  }
  const heard = heardLine(reading, parse)
  if (isFrom || (isMine && isPersonBefore)) {
    const open: Open = { open: 'line', why: 'They wrote to you.', instead: [heard] }
    return { is: 'asked', open }
  }
  const [filler] = parts.slice(at + 1)
  const isWith =
    filler?.is === 'filler' && /^(?:with|w\/?)$/.test(reading.tokens[filler.at]?.word ?? '')
  if (isWith) return undefined
  if (!isPersonBefore) return { is: 'said', by: 'me' }
  // Messages go to and fro; an email was written by one.
  if (occasion.kind === 'message' && !occasion.isVerb) return undefined
  const people = parse.parts.flatMap(part => (part.is === 'person' ? [part.contact] : []))
  const mine = sayWords(reading, {
    contacts: people,
    fresh: [],
    kind: occasion.kind,
    by: 'me',
    on: dayIn(parse),
    detail: reading.detail,
  })
  return {
    is: 'asked',
    open: { open: 'line', why: 'Did you write, or did they?', instead: [mine, heard] },
  }
}

function heardLine(reading: Reading, parse: Parse): Instead {
  const names = namesTyped(reading, parse)
  const kind = parse.parts.some(part => part.is === 'occasion' && part.kind === 'message')
  const on = dayIn(parse)
  return {
    verb: 'heard',
    words: [
      ...names.split(' '),
      ...(kind ? ['--kind', 'message'] : []),
      ...(on ? ['--on', on] : []),
      ...(reading.detail ? ['--detail', reading.detail] : []),
    ],
  }
}
