import { Failure } from '../../failure.ts'
import { ORDINALS } from '../words/read-stage.ts'

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
