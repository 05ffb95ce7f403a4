import { FIELDS } from '../data/fields.ts'
import {
  byList,
  type Database,
  LISTS,
  type ListName,
  REFERENCES,
  type Stamped,
} from '../data/model.ts'
import { idsIn } from '../data/references.ts'
import { type FieldRow, valueIn } from '../data/rows.ts'
import { displayName } from '../people/names.ts'
import type { Day } from '../words/days.ts'
import type { TextWarning } from '../words/sentences.ts'
import { colleaguesOf } from './colleagues.ts'
import { complaintWarnings } from './complaints.ts'
import { leftoverWarnings } from './leftovers.ts'
import { lintDraft, rulesOff } from './lint.ts'
import { type Addressee, linted } from './linted.ts'
import { patientWarnings, type TextKind, textKindOf } from './patient.ts'
import { claimWarnings } from './unproven-claims.ts'

/** One thing found in what was saved, with the record that holds it. */
export interface Finding {
  /** Null for a file or stdin. */
  id: number | null
  /** Whose it is, or what the file is called. */
  name: string
  rule: string
  words: string
  message: string
}

/** The free texts in which a patient may be described. */
const WATCHED = LISTS.map(list => ({ list, rows: FIELDS[list].filter(row => row.isWatched) }))

/** Every free text on file, or those of one person, through the check for patients and the leftovers. */
export function savedFindings(
  db: Database,
  contact?: number,
): { checked: number; findings: Finding[] } {
  const names = new Map(db.contacts.map(each => [each.id, displayName(each)]))
  const findings: Finding[] = []
  const find = finder(db)
  let checked = 0
  for (const { list, rows } of WATCHED) {
    for (const record of db[list]) {
      const people = peopleOf(list, record)
      if (contact !== undefined && !people.includes(contact)) continue
      const name = people.map(id => names.get(id) ?? `#${id}`).join(', ')
      for (const text of textsOf(rows, record)) {
        checked++
        for (const found of find(text, textKind(list, record)))
          findings.push({ id: record.id, name, ...found })
      }
    }
  }
  return { checked, findings }
}

/** What the check for patients and the leftovers find in one text. */
export function findingsIn(db: Database, text: string, as: TextKind): FindingInText[] {
  return finder(db)(text, as)
}

export type FindingInText = Omit<Finding, 'id' | 'name'>

/** A mail that was written by hand. */
export interface WrittenMail {
  subject: string
  body: string
  template: string
  /** It speaks of someone else too. */
  isOfAnother: boolean
  to: Addressee
}

/** What the check of drafts finds in it: wording, complaints, and what it claims of the two of you. */
export function findingsInMail(
  db: Database,
  { to, ...mail }: WrittenMail,
  today: Day,
): FindingInText[] {
  const off = rulesOff(db)
  const text = `${mail.subject}\n\n${mail.body}`
  const found = [
    ...lintDraft(linted(db, to, mail), { off: [...off, 'leftover'] }),
    ...complaintWarnings(text, namesOnFile(db), { off }),
    ...(to.id === undefined ? [] : claimWarnings(db, { contact: to, today }, text, { off })),
  ]
  return found.map(withoutPlace)
}

/** What would do harm in a text of one's own that anyone may read. */
export function findingsInPost(db: Database, text: string): FindingInText[] {
  const off = rulesOff(db)
  const post = linted(db, { name: '' }, { subject: '', body: text, template: 'post' })
  const found = [
    ...complaintWarnings(text, namesOnFile(db), { off }),
    ...lintDraft(post, { off, only: ['secret', 'password'] }),
  ]
  return [...findingsIn(db, text, 'ward'), ...found.map(withoutPlace)]
}

function namesOnFile({ contacts }: Database): string[] {
  return contacts.flatMap(({ name, institution }) => (institution ? [name, institution] : [name]))
}

function withoutPlace({ rule, words, message }: TextWarning): FindingInText {
  return { rule, words, message }
}

function finder(db: Database): (text: string, as: TextKind) => FindingInText[] {
  const off = rulesOff(db)
  const isOnFile = colleaguesOf(db)
  return (text, as) => {
    const leftovers = off.includes('leftover') ? [] : leftoverWarnings(text)
    const found = [...patientWarnings(text, { off, as, isOnFile }), ...leftovers]
    return found.map(withoutPlace)
  }
}

function textKind(list: ListName, record: Stamped): TextKind {
  if (list === 'events' || list === 'questions') return 'mail'
  if (list === 'followUps') return 'kind' in record && record.kind === 'draft' ? 'mail' : 'note'
  if (list !== 'interactions') return 'note'
  const isOfOccasion = 'kind' in record && typeof record.kind === 'string'
  return 'debrief' in record ? 'ward' : textKindOf(isOfOccasion ? String(record.kind) : undefined)
}

function peopleOf(list: ListName, record: Stamped): number[] {
  if (list === 'contacts') return [record.id]
  return ABOUT[list].flatMap(reference => idsIn(record, reference))
}

/** Whom a record is about: of a meeting the first alone. */
const ABOUT = byList(list =>
  REFERENCES.filter(each => each.list === list && each.to === 'contacts' && each.goesWith),
)

function textsOf(rows: readonly FieldRow[], record: Stamped): string[] {
  return rows.flatMap(row => {
    const value = valueIn(record, row)
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null
      ? Object.values(value).filter(each => typeof each === 'string')
      : []
  })
}
