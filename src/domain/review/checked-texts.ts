import type { Database, ListName } from '../data/model.ts'
import { displayName } from '../people/names.ts'
import { leftoverWarnings, rulesOff } from './lint.ts'
import { patientWarnings } from './patient.ts'

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

const TEXTS: Partial<Record<ListName, readonly string[]>> = {
  contacts: ['note', 'privateNote', 'why'],
  interactions: ['detail', 'note', 'gave', 'debrief'],
  followUps: ['what', 'outcome', 'text'],
  questions: ['text'],
  events: ['read', 'goals'],
}

/** Every free text on file, or those of one person, through the patient rules and the leftovers. */
export function savedFindings(
  db: Database,
  contact?: number,
): { checked: number; findings: Finding[] } {
  const names = new Map(db.contacts.map(each => [each.id, displayName(each)]))
  const findings: Finding[] = []
  let checked = 0
  for (const list of Object.keys(TEXTS) as ListName[]) {
    for (const record of db[list]) {
      const people = peopleOf(list, record)
      if (contact !== undefined && !people.includes(contact)) continue
      const name = people.map(id => names.get(id) ?? `#${id}`).join(', ')
      for (const text of textsOf(list, record)) {
        checked++
        for (const found of findingsIn(db, text)) findings.push({ id: record.id, name, ...found })
      }
    }
  }
  return { checked, findings }
}

/** What the patient rules and the leftovers find in one text. */
export function findingsIn(db: Database, text: string): Omit<Finding, 'id' | 'name'>[] {
  const found = [...patientWarnings(text, { off: rulesOff(db) }), ...leftoverWarnings(text)]
  return found.map(({ rule, words, message }) => ({ rule, words, message }))
}

function peopleOf(list: ListName, record: { id: number }): number[] {
  if (list === 'contacts') return [record.id]
  const many: unknown = Reflect.get(record, 'contacts')
  if (Array.isArray(many)) return many
  const one: unknown = Reflect.get(record, 'contact')
  return typeof one === 'number' ? [one] : []
}

function textsOf(list: ListName, record: object): string[] {
  return (TEXTS[list] ?? []).flatMap(field => {
    const value: unknown = Reflect.get(record, field)
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null
      ? Object.values(value).filter(each => typeof each === 'string')
      : []
  })
}
