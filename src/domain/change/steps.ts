import { type Changes, changesBetween, type RecordChange } from '../data/changes.ts'
import { KINDS } from '../data/fields.ts'
import { isPublicPart } from '../data/lens.ts'
import type { Database, FollowUp, ListName, Stamped } from '../data/model.ts'
import { contactPhrase } from '../data/occasions.ts'
import { type FollowUpView, followUpViews } from '../due/loops.ts'
import { fieldChanges } from '../pages/record-page.ts'
import { displayName } from '../people/names.ts'
import { type Day, type Moment, momentAgo } from '../words/days.ts'
import { listed } from '../words/text.ts'

/** One command that was taken back, or is in force again, with the data on both sides of it. */
export interface StepTaken {
  command: string
  at: Moment
  before: Database
  after: Database
}

/** A record that came or went, in words. */
export interface RecordName {
  id: number
  kind: (typeof KINDS)[ListName]['noun']
  name: string
}

export interface FieldNow {
  name: string
  label: string
  /** In words, empty when there is none. */
  now: string
  isText: boolean
}

/** What `undo` or `redo` did. */
export interface StepView {
  command: string
  at: Moment | null
  /** `4 minutes ago`; null when the moment is not known. */
  ago: string | null
  /** Whom or what the command was about; null for the profile and the settings. */
  subject: string | null
  /** Not there before, further to the subject when that is one of them. */
  back: RecordName[]
  gone: RecordName[]
  /** There before and after, but different. */
  changed: RecordName[]
  /** What is different in the record that the command changed, as it is now. */
  fields: FieldNow[]
  /** Whether these are different. */
  profile: boolean
  settings: boolean
  opened: FollowUpView[]
  settled: FollowUpView[]
}

/** A step as it was done: what the command brought, took and changed. */
export interface StepDone extends Omit<StepView, 'back' | 'gone' | 'opened' | 'settled'> {
  added: RecordName[]
  removed: RecordName[]
}

interface Moments {
  today: Day
  now: Moment
}

/** What a step did when it was done; of one person's fields when it is about them. */
export function stepDone(step: StepTaken, moments: Moments, about?: number): StepDone {
  const done = { ...step, before: step.after, after: step.before }
  const { back: added, gone: removed, opened: _, settled: __, ...view } = stepForward(done, moments)
  const of = about === undefined ? undefined : ({ list: 'contacts', id: about } as const)
  const own = of ? fieldsNow(done.before, done.after, of, moments.today) : []
  return { ...view, added, removed, fields: own.length ? own : view.fields }
}

/** Whether anything that a step changed is of that person, or about them. */
export function isAbout({ before, after }: StepTaken, contact: number): boolean {
  const { added, removed, changed } = changesBetween(before, after)
  return [...added, ...removed, ...changed].some(record => record.contacts.includes(contact))
}

/** A step back in words: what the command was about, what comes back and what is gone. */
export function stepBack(step: StepTaken, moments: Moments): StepView {
  return stepView(step, { with: step.before, without: step.after }, moments)
}

/** A step forward again, in the same words. */
export function stepForward(step: StepTaken, moments: Moments): StepView {
  return stepView(step, { with: step.after, without: step.before }, moments)
}

function stepView(
  { command, at, before, after }: StepTaken,
  sides: { with: Database; without: Database },
  { today, now }: Moments,
): StepView {
  const did = changesBetween(sides.without, sides.with)
  // A restore is about everything at once.
  const main = command === 'restore' ? undefined : mainRecord(did, command)
  const mainSide = main && did.removed.includes(main) ? sides.without : sides.with
  const change = changesBetween(before, after)
  const names = (db: Database, records: RecordChange[]) =>
    records.map(record => nameOf(db, record, today))
  const views = (followUps: FollowUp[]) => followUpViews(after, followUps, today)
  return {
    command,
    at: at || null,
    ago: at ? momentAgo(at, now) : null,
    subject: main ? nameOf(mainSide, main, today).name : null,
    back: names(after, change.added),
    gone: names(before, change.removed),
    changed: names(after, change.changed),
    fields: main ? fieldsNow(before, after, main, today) : [],
    profile: did.profile,
    settings: did.settings,
    opened: views(nowOpen(before, after)),
    settled: views(nowClosed(before, after)),
  }
}

/** A log is about the contact that was had, whatever it opened; a removal about whom it took along. */
const FIRST_ADDED: readonly ListName[] = ['interactions', 'contacts', 'events', 'seasons']
const FIRST_REMOVED: readonly ListName[] = ['contacts', 'events', 'interactions', 'seasons']
const FIRST_CHANGED: readonly ListName[] = ['followUps', 'contacts', 'interactions', 'events']

/** An edited interaction comes before what goes with it, as its follow-ups where it became private. */
const FIRST_EDITED: readonly ListName[] = ['interactions', ...FIRST_CHANGED]

function mainRecord(
  { added, removed, changed }: Changes,
  command: string,
): RecordChange | undefined {
  const firstChanged = command === 'edit' ? FIRST_EDITED : FIRST_CHANGED
  return first(added, FIRST_ADDED) ?? first(removed, FIRST_REMOVED) ?? first(changed, firstChanged)
}

function first(
  records: readonly RecordChange[],
  order: readonly ListName[],
): RecordChange | undefined {
  for (const list of order) {
    const found = records.find(record => record.list === list)
    if (found) return found
  }
  return records[0]
}

/** A follow-up that opens or closes is told as that. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['closed', 'closedOn', 'closedBy'])

function fieldsNow(
  before: Database,
  after: Database,
  { list, id }: Readonly<Pick<RecordChange, 'list' | 'id'>>,
  today: Day,
): FieldNow[] {
  const [old, fresh] = [before, after].map(db => recordIn(db, list, id))
  if (!old || !fresh) return []
  return fieldChanges(after, list, old, fresh, today)
    .filter(change => !TOLD_ELSEWHERE.has(change.name))
    .filter(change => !change.isPrivate || !isPublicPart(after))
    .map(change => ({
      name: change.name,
      label: change.label,
      now: change.after,
      isText: change.isText,
    }))
}

function recordIn(db: Database, list: ListName, id: number): Stamped | undefined {
  const records: readonly Stamped[] = db[list]
  return records.find(each => each.id === id)
}

function nameOf(db: Database, { list, id, label, contacts }: RecordChange, today: Day): RecordName {
  const people = contacts.flatMap(number => db.contacts.filter(each => each.id === number))
  const names = listed(people.map(displayName))
  const named = (name: string): RecordName => ({ id, kind: KINDS[list].noun, name })
  if (list === 'contacts') return named(names || (label ?? ''))
  if (list === 'interactions') {
    const interaction = db.interactions.find(each => each.id === id)
    return named(interaction ? contactPhrase(interaction.kind, interaction.by, names) : names)
  }
  if (list === 'followUps') {
    const followUps = db.followUps.filter(each => each.id === id)
    return named(followUpViews(db, followUps, today)[0]?.what ?? '')
  }
  return named(label ?? '')
}

function nowOpen(before: Database, after: Database): FollowUp[] {
  const were = new Set(before.followUps.filter(each => !each.closed).map(each => each.id))
  return after.followUps.filter(each => !each.closed && !were.has(each.id))
}

function nowClosed(before: Database, after: Database): FollowUp[] {
  const were = new Set(before.followUps.filter(each => !each.closed).map(each => each.id))
  return after.followUps.filter(each => each.closed && were.has(each.id))
}
