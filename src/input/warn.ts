import type { Context } from '../context.ts'
import type { Database } from '../domain/data/model.ts'
import { rulesOff } from '../domain/review/lint.ts'
import { patientWarnings } from '../domain/review/patient.ts'

/**
 * Warns of words that could identify a patient; it never edits and never refuses. Words that are private
 * are named on the screen alone.
 */
export function warnOfPatients(
  ctx: Context,
  db: Database,
  texts: readonly (string | null | undefined)[],
  { isPrivate = false }: { isPrivate?: boolean } = {},
): void {
  const off = rulesOff(db)
  for (const text of texts) {
    if (!text) continue
    for (const { message } of patientWarnings(text, { off })) {
      ctx.note(isPrivate && ctx.options.json ? UNNAMED : message)
    }
  }
}

const UNNAMED = 'What is private in it may identify a patient. To see it: netmed lint --all'
