import { Failure } from '../../failure.ts'
import { ORDINALS, trainingYear } from '../words/read-stage.ts'

/** `MS2` gives `second-year medical student`, `PGY1` `first-year resident`; other words stay. */
export function stageWords(stage: string): string {
  const year = trainingYear(stage)
  if (!year) return /^pre-?med$/i.test(stage.trim()) ? 'pre-medical student' : stage.trim()
  const trainee = year.of === 'PGY' ? 'resident' : 'medical student'
  return `${ORDINALS[year.count - 1]}-year ${trainee}`
}

/** The stage that follows: MS2 after MS1, PGY1 after MS4; fails where that is not for us to say. */
export function nextStage(stage: string | undefined): string {
  if (stage === undefined) {
    throw new Failure('usage', "netmed doesn't know your stage yet.", 'netmed me --stage MS2')
  }
  if (stage === 'pre-med') return 'MS1'
  const { of, count = 0 } = trainingYear(stage) ?? {}
  if (of === 'PGY' && count < LAST_RESIDENT_YEAR) return `PGY${count + 1}`
  if (of === 'MS' || of === 'OMS') {
    return count === LAST_STUDENT_YEAR || count > 5 ? 'PGY1' : `${of}${count + 1}`
  }
  throw new Failure('usage', `What comes after ${stage} is up to you.`, 'netmed me --stage fellow')
}

const LAST_STUDENT_YEAR = 4

const LAST_RESIDENT_YEAR = 9

/** How far somebody is in training: 0 before medical school, 1 to 4 in it, then 4 more than the PGY year. */
export function trainingRank(stage: string | undefined): number | undefined {
  if (!stage) return undefined
  const words = stage.trim().toLowerCase()
  if (/^(pre-?med|undergrad|post-?bac|gap year)/.test(words)) return 0
  const year = trainingYear(stage)
  if (year) return year.of === 'PGY' ? 4 + year.count : Math.min(year.count, 4)
  if (words === 'intern') return 5
  return SENIOR_STAGES.has(words) ? 20 : undefined
}

const SENIOR_STAGES = new Set(['fellow', 'attending', 'faculty', 'consultant', 'professor'])
