import type { Context } from '../context.ts'
import type { Database } from '../domain/data/model.ts'
import { rulesOff } from '../domain/review/lint.ts'
import { patientWarnings } from '../domain/review/patient.ts'

/** Warns of words that could identify a patient; it never edits and never refuses. */
export function warnOfPatients(
  ctx: Context,
  db: Database,
  texts: readonly (string | null | undefined)[],
): void {
  const off = rulesOff(db)
  for (const text of texts) {
    if (!text) continue
    for (const warning of patientWarnings(text, { off })) ctx.note(warning.message)
  }
}
