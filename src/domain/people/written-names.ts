import { late } from '../words/late.ts'
import { DEGREES, GENERATIONS, TITLES, writtenTitle } from './names.ts'

/**
 * A name that was typed all small or all large, as names are written: `mike o'neill` as Mike O'Neill, `DR
 * SARAH KHAN MD` as Dr. Sarah Khan MD. One with both stays as typed, and so does what is no plain name.
 */
export function writtenName(typed: string): string {
  if (!plainName().test(typed) || /^\s*(?:my|the|our|an?) /i.test(typed)) return typed
  const pieces = typed.split(',')
  const heads = pieces.map((piece, at) => partsOfPiece(piece, { isFirst: at === 0 }))
  const letters = heads.flatMap(({ words }) => words).join(' ')
  const isSmall = letters === letters.toLowerCase()
  if (letters.toLowerCase() === letters.toUpperCase()) return typed
  if (!isSmall && letters !== letters.toUpperCase()) return typed
  // "van der berg, ana": her given name stands behind the comma.
  const hasGivenBehind = heads.slice(1).some(({ words }) => words.length > 0)
  return heads
    .map((head, at) => writtenPiece(head, { isFamily: at === 0 && hasGivenBehind }))
    .join(',')
}

/** Letters and what stands between and around those of a name. */
const plainName = late(() => /^[\p{L}\p{M}\s.,'’"“”()/-]+$/u)

/** What stands between commas: titles, the words of the name, degrees. */
interface Piece {
  /** The blanks before it, as typed. */
  lead: string
  titles: string[]
  words: string[]
  suffixes: string[]
}

function partsOfPiece(piece: string, { isFirst }: { isFirst: boolean }): Piece {
  const lead = /^\s*/.exec(piece)?.[0] ?? ''
  const all = piece.split(/\s+/).filter(Boolean)
  const titles = all.findIndex((word, at) => at === all.length - 1 || !TITLES.has(bare(word)))
  let end = all.length
  // Behind a comma they may stand alone; else two words of the name come first.
  const least = isFirst ? Math.max(titles, 0) + (titles > 0 ? 1 : 2) : 0
  while (end > least && isSuffixWord(all[end - 1] ?? '', { isAlone: !isFirst })) end--
  const from = Math.min(Math.max(titles, 0), end)
  return { lead, titles: all.slice(0, from), words: all.slice(from, end), suffixes: all.slice(end) }
}

/** Degrees that are family names as well, and so are none without a comma before them. */
const NAMES_TOO = new Set(['DO', 'MA', 'BA', 'PA'])

function isSuffixWord(word: string, { isAlone }: { isAlone: boolean }): boolean {
  const upper = bare(word).toUpperCase()
  if (GENERATIONS.has(upper)) return true
  return DEGREES.has(upper) && (isAlone || word.includes('.') || !NAMES_TOO.has(upper))
}

function writtenPiece(
  { lead, titles, words, suffixes }: Piece,
  { isFamily }: { isFamily: boolean },
): string {
  const written = words.map((word, at) => {
    const isInside = at > 0 || isFamily
    return isInside && isParticle(words, at) ? word.toLowerCase() : writtenWord(word)
  })
  return lead + [...titles.map(writtenTitle), ...written, ...suffixes.map(writtenSuffix)].join(' ')
}

const PARTICLES = new Set([
  ...['van', 'von', 'vom', 'der', 'den', 'de', 'del', 'della', 'di', 'da', 'dos', 'das', 'du'],
  ...['ter', 'ten', 'zu', 'zur', 'bin', 'ibn', 'bint'],
])

/** "la" is one behind "de"; elsewhere it may be a name. */
function isParticle(words: readonly string[], at: number): boolean {
  if (at === words.length - 1) return false
  const word = (words[at] ?? '').toLowerCase()
  const before = words[at - 1]?.toLowerCase()
  return PARTICLES.has(word) || (before === 'de' && /^(?:la|las|los)$/.test(word))
}

const DEGREES_WRITTEN = new Map(
  ['PhD', 'PharmD', 'PsyD', 'EdD', 'ScD', 'DPhil', 'MBBCh', 'MBChB', 'MEd', 'MSc', 'BSc', 'DrPH']
    .concat('RPh')
    .map(degree => [degree.toUpperCase(), degree]),
)

function writtenSuffix(word: string): string {
  const upper = word.toUpperCase()
  if (/^[JS]R\.?$/.test(upper)) return `${upper.charAt(0)}r.`
  if (/^PH\.D\.?$/.test(upper)) return upper.replace('PH', 'Ph')
  return DEGREES_WRITTEN.get(upper) ?? upper
}

function writtenWord(word: string): string {
  // Pronouns in brackets and the like are no names.
  if (word.includes('/')) return word
  return word.split('-').map(writtenPart).join('-')
}

function writtenPart(part: string): string {
  if (isInitials(part)) return part.toUpperCase()
  const small = part.toLowerCase()
  return small.replace(/^([^\p{L}]*)((?:\p{L}['’]|mc(?=\p{L}{3}))?)(\p{L})?/u, capitals)
}

/** `O'N` of O'Neill and `McK` of McKay; of macdonald nobody can tell. */
function capitals(_: string, marks: string, prefix: string, first = ''): string {
  return marks + prefix.charAt(0).toUpperCase() + prefix.slice(1) + first.toUpperCase()
}

/** `j.p.`, and `jp` or `AJ`, which no name is that is spoken as a word. */
function isInitials(part: string): boolean {
  if (/^(?:\p{L}\.)+$/u.test(part)) return true
  if (/^(?:ng|st)$/i.test(part)) return false
  return /^[bcdfghjklmnpqrstvwxz]{2,3}$/i.test(part) || /^[aeo]j$/i.test(part)
}

function bare(word: string): string {
  return word.replaceAll('.', '').toLowerCase()
}
