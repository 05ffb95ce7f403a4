import { Failure } from '../../failure.ts'
import { folded } from './text.ts'

/** Of the years of a training. */
export const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
]

const MOST_STUDENT_YEARS = 6

const MOST_RESIDENT_YEARS = 9

/** The stage in the one way that is kept: `M2`, `ms-2` and `second year` are `MS2`; other words stay. */
export function readStage(text: string): string {
  const words = stagePhrase(text)
  if (/^pre ?med(ical)?( student)?$|^undergrad(uate)?( student)?$/.test(words)) return 'pre-med'
  if (words === 'intern') return 'PGY1'
  const year = yearIn(words)
  if (!year) return refuseBareNumber(text, words)
  if (isPossible(year)) return `${year.of}${year.count}`
  throw new Failure(
    'usage',
    `netmed doesn't know the stage "${text}".`,
    `Write MS1 to MS4, PGY1 to PGY${MOST_RESIDENT_YEARS}, pre-med, or your own words.`,
  )
}

/** A year of medical school or of residency. */
export interface TrainingYear {
  of: 'MS' | 'OMS' | 'PGY'
  count: number
}

/** The year that the words are and nothing else: `M2`, `ms-2`, `second year`; undefined for any other words. */
export function trainingYear(text: string): TrainingYear | undefined {
  const year = yearIn(stagePhrase(text))
  return year && isPossible(year) ? year : undefined
}

function stagePhrase(text: string): string {
  return folded(folded(text).replace(/-/g, ' '))
}

function isPossible({ of, count }: TrainingYear): boolean {
  return count >= 1 && count <= (of === 'PGY' ? MOST_RESIDENT_YEARS : MOST_STUDENT_YEARS)
}

function yearIn(words: string): TrainingYear | undefined {
  const short = /^(oms|ms|m|pgy|r)\s?(\d{1,2})$/.exec(words)
  if (short) return { of: SHORT[short[1] ?? ''] ?? 'MS', count: Number(short[2]) }
  const long =
    /^(?:([a-z]+|\d(?:st|nd|rd|th)) year|year (\d{1,2}))( (?:med|medical) student| of med(?:ical)? school| resident| of residency)?$/.exec(
      words,
    )
  if (!long) return undefined
  const count = long[2] ? Number(long[2]) : countOf(long[1] ?? '')
  if (!count) return undefined
  return { of: long[3]?.includes('resid') ? 'PGY' : 'MS', count }
}

const SHORT: Readonly<Record<string, TrainingYear['of']>> = {
  oms: 'OMS',
  ms: 'MS',
  m: 'MS',
  pgy: 'PGY',
  r: 'PGY',
}

function countOf(word: string): number {
  return ORDINALS.indexOf(word) + 1 || Number.parseInt(word, 10) || 0
}

/** A number alone could be a year of school or of residency. */
function refuseBareNumber(text: string, words: string): string {
  if (!/^\d+(st|nd|rd|th)?$/.test(words)) return text.trim()
  throw new Failure(
    'usage',
    `"${text}" could be a year of school or of residency.`,
    'Write MS2 or PGY2.',
  )
}
