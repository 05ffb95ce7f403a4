import { changesBetween, type RecordChange } from '../data/changes.ts'
import type { Database, ListName } from '../data/model.ts'

/** What a copy would bring, take and change of some kinds of records, by their numbers. */
export interface Differences {
  added: number[]
  removed: number[]
  changed: number[]
}

/** The same of people, with their names. */
export type PeopleDifferences = Record<keyof Differences, { id: number; name: string }[]>

/** What is different once a copy is put in place. */
export interface RestoreChanges {
  people: PeopleDifferences
  interactions: Differences
  followUps: Differences
  /** Events, seasons and questions. */
  others: Differences
  profile: boolean
  settings: boolean
}

/** How much a copy holds. */
export interface Holding {
  people: number
  interactions: number
  followUps: number
}

export function restoreChanges(before: Database, after: Database): RestoreChanges {
  const { added, removed, changed, profile, settings } = changesBetween(before, after)
  const of = (...kinds: ListName[]): Differences => {
    const ids = (records: readonly RecordChange[]) =>
      records.filter(record => kinds.includes(record.list)).map(record => record.id)
    return { added: ids(added), removed: ids(removed), changed: ids(changed) }
  }
  return {
    people: { added: people(added), removed: people(removed), changed: people(changed) },
    interactions: of('interactions'),
    followUps: of('followUps'),
    others: of('events', 'seasons', 'questions'),
    profile,
    settings,
  }
}

/** Whether nothing would change. */
export function isNoChange({ profile, settings, ...kinds }: RestoreChanges): boolean {
  const lists = Object.values(kinds).flatMap(({ added, removed, changed }) => [
    ...added,
    ...removed,
    ...changed,
  ])
  return !profile && !settings && lists.length === 0
}

function people(records: readonly RecordChange[]): { id: number; name: string }[] {
  return records
    .filter(record => record.list === 'contacts')
    .map(({ id, label }) => ({ id, name: label }))
}

export function holdingOf(db: Database): Holding {
  return {
    people: db.contacts.length,
    interactions: db.interactions.length,
    followUps: db.followUps.length,
  }
}
