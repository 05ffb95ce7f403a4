import { Failure } from '../../failure.ts'
import { folded } from '../words/text.ts'

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** `MS2` gives `second-year medical student`, `PGY1` `first-year resident`; other words stay. */
export function stageWords(stage: string): string {
  const found = /^(o?ms|m|pgy)[\s-]?([1-8])$/i.exec(stage.trim())
  if (found) {
    const year = `${ORDINALS[Number(found[2]) - 1]}-year`
    return /pgy/i.test(found[1] ?? '') ? `${year} resident` : `${year} medical student`
  }
  return /^pre-?med$/i.test(stage.trim()) ? 'pre-medical student' : stage.trim()
}

/** The stage that follows: MS2 after MS1, PGY1 after MS4; fails where that is not for us to say. */
export function nextStage(stage: string | undefined): string {
  if (stage === undefined) {
    throw new Failure('usage', 'Your stage is not known yet.', 'netmed me --stage MS2')
  }
  if (stage === 'pre-med') return 'MS1'
  const [, of = '', digits = ''] = /^(O?MS|PGY)(\d)$/.exec(stage) ?? []
  const year = Number(digits)
  if (of === 'PGY' && year < LAST_RESIDENT_YEAR) return `PGY${year + 1}`
  if (of.endsWith('MS')) return year === LAST_STUDENT_YEAR || year > 5 ? 'PGY1' : `${of}${year + 1}`
  throw new Failure(
    'usage',
    `What comes after ${stage} is yours to say.`,
    'netmed me --stage fellow',
  )
}

const LAST_STUDENT_YEAR = 4

const LAST_RESIDENT_YEAR = 9

/** How far somebody is in training: 0 before medical school, 1 to 4 in it, then 4 more than the PGY year. */
export function trainingRank(stage: string | undefined): number | undefined {
  if (!stage) return undefined
  const words = stage.trim().toLowerCase()
  if (/^(pre-?med|undergrad|post-?bac|gap year)/.test(words)) return 0
  const student = /^(?:o?ms?|year)[\s-]*([1-6])$/.exec(words)
  if (student) return Math.min(Number(student[1]), 4)
  const resident = /^(?:pgy|r)[\s-]*(\d{1,2})$/.exec(words)
  if (resident) return 4 + Number(resident[1])
  if (words === 'intern') return 5
  return SENIOR_STAGES.has(words) ? 20 : undefined
}

const SENIOR_STAGES = new Set(['fellow', 'attending', 'faculty', 'consultant', 'professor'])

const MOST_STUDENT_YEARS = 6

const MOST_RESIDENT_YEARS = 9

/** The stage in the one way that is kept: `M2`, `ms-2` and `second year` are `MS2`; other words stay. */
export function readStage(text: string): string {
  const words = folded(text).replace(/[-–]/g, ' ').replace(/\s+/g, ' ').trim()
  if (/^pre ?med(ical)?( student)?$|^undergrad(uate)?( student)?$/.test(words)) return 'pre-med'
  if (words === 'intern') return 'PGY1'
  const year = yearIn(words)
  if (!year) return refuseBareNumber(text, words)
  const most = year.of === 'PGY' ? MOST_RESIDENT_YEARS : MOST_STUDENT_YEARS
  if (year.count >= 1 && year.count <= most) return `${year.of}${year.count}`
  throw new Failure(
    'usage',
    `"${text}" is no stage that netmed knows.`,
    `Write MS1 to MS4, PGY1 to PGY${MOST_RESIDENT_YEARS}, pre-med, or your own words.`,
  )
}

interface Year {
  of: 'MS' | 'OMS' | 'PGY'
  count: number
}

function yearIn(words: string): Year | undefined {
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

const SHORT: Readonly<Record<string, Year['of']>> = {
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
