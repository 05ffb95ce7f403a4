import type { Context } from '../context.ts'
import type { Database } from '../domain/data/model.ts'
import { colleaguesOf } from '../domain/review/colleagues.ts'
import { complaintWarnings } from '../domain/review/complaints.ts'
import { rulesOff } from '../domain/review/lint.ts'
import { patientWarnings, type TextKind } from '../domain/review/patient.ts'

type Texts = readonly (string | null | undefined)[]

/**
 * Warns of words that could identify a patient; it never edits and never refuses. Words that are private
 * are named on the screen alone.
 */
export function warnOfPatients(
  ctx: Context,
  db: Database,
  texts: Texts,
  { as = 'note', isPrivate = false }: { as?: TextKind; isPrivate?: boolean } = {},
): void {
  const looking = { off: rulesOff(db), as, isOnFile: colleaguesOf(db) }
  for (const text of texts) {
    if (!text) continue
    for (const { message } of patientWarnings(text, looking)) {
      ctx.note(isPrivate && ctx.options.json ? UNNAMED : message)
    }
  }
}

const UNNAMED = 'What is private in it may identify a patient. To see it: netmed lint --all'

/** Warns of complaints about somebody named, for what leaves; private records are never given to it. */
export function warnOfComplaints(ctx: Context, db: Database, texts: Texts): void {
  const off = rulesOff(db)
  const names = db.contacts.flatMap(({ name, institution }) => [name, institution ?? ''])
  for (const text of texts) {
    if (!text) continue
    for (const warning of complaintWarnings(text, names.filter(Boolean), { off })) {
      ctx.note(warning.message)
    }
  }
}
