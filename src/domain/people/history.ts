import { FIELDS, type Kinds } from '../data/fields.ts'
import type { Contact } from '../data/model.ts'
import type { NamesWhere } from '../data/rows.ts'
import type { Day } from '../words/days.ts'
import { byText, folded } from '../words/text.ts'

/** What changes in the course of a training, and so leaves behind what it was. */
export type KeptField = NamesWhere<Kinds['contacts']['rows'], { isKept: true }>
// The rows of that column are those of the type.
const KEPT = FIELDS.contacts.filter(row => row.isKept).map(row => row.name) as readonly KeptField[]

/** What somebody was until a day. */
export interface Past {
  until: Day
  field: KeptField
  was: string
  /** What they became; null when that is not known. */
  became: string | null
}

/**
 * Keeps what role, stage and institution were before a change, as dated lines of the contact. A slip
 * (`wasWrong`, or a second change on one day) mends the line that it had made and leaves none of its own.
 */
export function keepHistory(
  before: Pick<Contact, KeptField>,
  contact: Contact,
  today: Day,
  { wasWrong = false } = {},
): void {
  const lines = [...(contact.history ?? [])]
  for (const field of KEPT) {
    const was = before[field]
    const now = contact[field]
    if (was === undefined || folded(was) === folded(now ?? '')) continue
    const index = lastLine(lines, field)
    const last = pastOfLine(lines[index])
    const madeIt = last !== undefined && last.became === was
    if (madeIt && (wasWrong || last.until === today)) {
      if (folded(last.was) === folded(now ?? '')) lines.splice(index, 1)
      else lines[index] = lineOf({ ...last, became: now ?? null })
    } else if (!wasWrong) {
      lines.push(lineOf({ until: today, field, was, became: now ?? null }))
    }
  }
  if (lines.length) contact.history = lines
  else delete contact.history
}

/** What somebody was before, the latest first; lines written by hand in another way are left out. */
export function pastOf({ history = [] }: Pick<Contact, 'history'>): Past[] {
  const past = history.flatMap(line => pastOfLine(line) ?? [])
  return past.sort((a, b) => byText(b.until, a.until))
}

const NOTHING = 'none'
const LINE = new RegExp(`^(\\d{4}-\\d\\d-\\d\\d) (${KEPT.join('|')}): (.*) -> (.*)$`)

// ASCII, so that the file of somebody without accents stays fast to read.
function lineOf({ until, field, was, became }: Past): string {
  return `${until} ${field}: ${was} -> ${became ?? NOTHING}`
}

function pastOfLine(line: string | undefined): Past | undefined {
  const [, until, field, was, became] = LINE.exec(line ?? '') ?? []
  const kept = KEPT.find(each => each === field)
  if (!until || !kept || !was || !became) return undefined
  return { until, field: kept, was, became: became === NOTHING ? null : became }
}

function lastLine(lines: readonly string[], field: KeptField): number {
  return lines.findLastIndex(line => pastOfLine(line)?.field === field)
}
