import type { Day } from '../words/days.ts'
import { type Database, LISTS, type ListName, type RecordOf } from './model.ts'

/** One record that differs between two states of the data, with what a sentence about it needs. */
export interface RecordChange {
  list: ListName
  id: number
  /** What is its own: a name, what to do, the words of a question; an interaction's occasion. */
  label: string
  /** The numbers of the people it is about; a contact's own. */
  contacts: number[]
  day: Day | null
}

export interface Changes {
  /** Only in the later state, as they are there. */
  added: RecordChange[]
  /** Only in the earlier state, as they were there. */
  removed: RecordChange[]
  /** In both and not the same; as they are in the later state. */
  changed: RecordChange[]
  /** Whether these differ. */
  profile: boolean
  settings: boolean
}

/** What is different in `after`, in the order of the lists, so that undo can say what comes back. */
export function changesBetween(before: Database, after: Database): Changes {
  const changes: Changes = {
    added: [],
    removed: [],
    changed: [],
    profile: !isSame(before.profile, after.profile),
    settings: !isSame(before.settings, after.settings),
  }
  for (const list of LISTS) compareList(list, before, after, changes)
  return changes
}

function compareList<L extends ListName>(
  list: L,
  before: Database,
  after: Database,
  changes: Changes,
): void {
  // A list and its record type belong together by RecordOf; TypeScript cannot see it through L.
  const left = before[list] as RecordOf[L][]
  const right = after[list] as RecordOf[L][]
  const gone = new Map(left.map(record => [record.id, record]))
  for (const record of right) {
    // Of two files not made of each other, one number may be of two records.
    const old = gone.get(record.id)
    const isThere = old?.uid === record.uid
    if (isThere) gone.delete(record.id)
    if (!old || !isThere) changes.added.push(describe(list, record))
    else if (!isSame(old, record)) changes.changed.push(describe(list, record))
  }
  for (const record of gone.values()) changes.removed.push(describe(list, record))
}

// The order of keys counts, and may: the store keeps it.
function isSame(one: object, other: object): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function describe<L extends ListName>(list: L, record: RecordOf[L]): RecordChange {
  return { list, id: record.id, ...DESCRIPTIONS[list](record) }
}

type Description = Omit<RecordChange, 'list' | 'id'>

const DESCRIPTIONS: { [L in ListName]: (record: RecordOf[L]) => Description } = {
  events: ({ name, on }) => ({ label: name, contacts: [], day: on }),
  seasons: ({ name, from }) => ({ label: name, contacts: [], day: from }),
  questions: ({ text, contact }) => ({ label: text, contacts: listed(contact), day: null }),
  contacts: ({ id, name }) => ({ label: name, contacts: [id], day: null }),
  followUps: ({ what, contact, others = [], due = null }) => ({
    label: what,
    contacts: [...listed(contact), ...others],
    day: due,
  }),
  interactions: ({ kind, contacts, on }) => ({ label: kind, contacts, day: on }),
}

function listed(id: number | undefined): number[] {
  return id === undefined ? [] : [id]
}
