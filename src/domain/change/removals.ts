import { changesBetween, type RecordChange } from '../data/changes.ts'
import {
  type Database,
  type FollowUp,
  type Interaction,
  type ListName,
  touch,
} from '../data/model.ts'
import {
  type AnyRecord,
  type RecordView,
  recordByNumber,
  recordView,
  removeRecord,
} from '../data/records.ts'
import { type FollowUpView, followUpViews } from '../due/loops.ts'
import { isOpen, reopen } from '../due/opening.ts'
import { settles } from '../due/playbook.ts'
import { titleOf } from '../pages/record-page.ts'
import type { Day } from '../words/days.ts'
import { shareSecret } from './edits.ts'

/** What goes with a record, and what stays without it. */
export interface Removal {
  today: Day
  list: ListName
  record: RecordView
  /** What it is called in a sentence. */
  name: string
  /** Further records that go with it. */
  gone: Record<'followUps' | 'interactions' | 'questions', number>
  /** Interactions that lose it and stay: a person who was not alone, an event. */
  kept: number
  /** People who lose who introduced them. */
  introduced: number
  /** What an interaction had settled, and nothing else since. */
  reopened: FollowUpView[]
  /** What an interaction had opened and is open still. */
  stillOpen: number[]
}

/** The data on both sides of a removal. */
export interface Sides {
  before: Database
  after: Database
}

/** Tried on a copy, so that it can be said exactly what would happen. */
export function removalTried(db: Database, id: number): Sides {
  const after = structuredClone(db)
  remove(after, id)
  return { before: db, after }
}

/** Takes a record away with what hangs on it; what it alone had settled opens again. Gives what was before. */
export function remove(db: Database, id: number): Database {
  const found = recordByNumber(db, id)
  const before = structuredClone(db)
  if (found.list === 'interactions') {
    reopenSettled(db, found.record)
    if (found.record.private) shareSecret(db, found.record)
  }
  removeRecord(db, found.list, id)
  return before
}

/** What a removal does, in words. */
export function removalOf({ before, after }: Sides, id: number, today: Day): Removal {
  const found = recordByNumber(before, id)
  const changes = changesBetween(before, after)
  const closed = new Set(before.followUps.filter(each => each.closed).map(each => each.id))
  const reopened = after.followUps.filter(each => !each.closed && closed.has(each.id))
  const count = (changed: RecordChange[], list: ListName) =>
    changed.filter(each => each.list === list && each.id !== id).length
  return {
    today,
    list: found.list,
    record: recordView(before, found.list, found.record),
    name: titleOf(before, found, today),
    gone: {
      followUps: count(changes.removed, 'followUps'),
      interactions: count(changes.removed, 'interactions'),
      questions: count(changes.removed, 'questions'),
    },
    kept: count(changes.changed, 'interactions'),
    introduced: count(changes.changed, 'contacts'),
    reopened: followUpViews(after, reopened, today),
    stillOpen: openedBy(before, found),
  }
}

/** Loops that this interaction settled; what a later one would have settled too stays closed by that. */
function reopenSettled(db: Database, interaction: Interaction): void {
  const others = db.interactions.filter(each => each.id !== interaction.id)
  for (const followUp of db.followUps) {
    if (isOpen(followUp) || followUp.closedBy !== interaction.id) continue
    const other = others.find(each => isSettledBy(db, followUp, each))
    if (other) touch(db, followUp).closedBy = other.id
    else reopen(db, followUp)
  }
}

function isSettledBy(db: Database, followUp: FollowUp, interaction: Interaction): boolean {
  if (interaction.id === followUp.from) return false
  const people = [followUp.contact, ...(followUp.others ?? [])]
  if (!people.some(id => id !== undefined && interaction.contacts.includes(id))) return false
  const opening = db.interactions.find(each => each.id === followUp.from)
  return settles(followUp.kind, interaction, opening, followUp.due)
}

function openedBy(db: Database, { list, record }: AnyRecord): number[] {
  if (list !== 'interactions') return []
  const opened = db.followUps.filter(each => each.from === record.id && !each.closed)
  return opened.map(each => each.id)
}
