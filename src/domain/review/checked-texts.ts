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
import { colleaguesOf } from './colleagues.ts'
import { leftoverWarnings } from './leftovers.ts'
import { rulesOff } from './lint.ts'
import { patientWarnings, type TextKind, textKindOf } from './patient.ts'

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

type FindingInText = Omit<Finding, 'id' | 'name'>

function finder(db: Database): (text: string, as: TextKind) => FindingInText[] {
  const off = rulesOff(db)
  const isOnFile = colleaguesOf(db)
  return (text, as) => {
    const leftovers = off.includes('leftover') ? [] : leftoverWarnings(text)
    const found = [...patientWarnings(text, { off, as, isOnFile }), ...leftovers]
    return found.map(({ rule, words, message }) => ({ rule, words, message }))
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
