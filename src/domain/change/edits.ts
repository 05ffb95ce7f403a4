import { Failure } from '../../failure.ts'
import { eventFor, lastDay } from '../data/events.ts'
import { FIELDS } from '../data/fields.ts'
import {
  type Contact,
  type Database,
  type Event,
  type FollowUp,
  type Interaction,
  type ListName,
  type Stamped,
  touch,
} from '../data/model.ts'
import {
  type AnyRecord,
  applyChanges,
  contactById,
  kindWords,
  recordByNumber,
} from '../data/records.ts'
import { type FieldRow, valueIn } from '../data/rows.ts'
import { isSeasonOf } from '../due/seasons.ts'
import { keepFormerTime } from '../log/follow-ups.ts'
import { detailOfOne } from '../log/whose-detail.ts'
import { type FieldChange, fieldChanges, titleOf } from '../pages/record-page.ts'
import { appendNote, refuseDouble } from '../people/contacts.ts'
import { keepHistory } from '../people/history.ts'
import { addressKey, linkKey, valueKeyOf } from '../people/identity.ts'
import { type Day, longDay } from '../words/days.ts'
import { counted, folded, refuseLonger } from '../words/text.ts'

/** What an edit says of a record; its keys are those of the table of fields. */
export interface Edit {
  /** New values; null takes a field away. */
  set: Readonly<Record<string, unknown>>
  /** Entries that a list gains; nothing that stood in it is lost. */
  add: Readonly<Record<string, readonly unknown[]>>
  /** Tags that a person loses. */
  untag?: readonly string[] | undefined
  /** A line for the note of a person, which only the editor overwrites. */
  noteLine?: string | undefined
  /** The event of an interaction by name, found or made. */
  eventName?: string | undefined
}

/** Which state of the record the edit was made of. */
export type Version = Pick<Stamped, 'rev' | 'updatedAt'>

export interface Edited {
  list: ListName
  id: number
  name: string
  changes: FieldChange[]
  /** What moved with it, in whole sentences. */
  along: string[]
}

interface EditOptions {
  today: Day
  /** Fails when the record is no longer this one. */
  shown?: Version | undefined
  /** Let a name or address be somebody else's too. */
  force?: boolean
  /** A slip is mended: what it was before is not kept as history. */
  wasWrong?: boolean
}

/** Changes a record of any kind; what is the same already is no change. */
export function editFields(db: Database, id: number, edit: Edit, options: EditOptions): Edited {
  const { today, shown, force = false, wasWrong = false } = options
  const found = stillThere(db, id, shown)
  const { list, record } = found
  const before = structuredClone(record)
  const values = { ...edit.set, ...grown(found, edit.add), ...withoutTags(found, edit) }
  const wasNamed = nameOf(db, found, today)
  applyChanges(record, { ...values, ...whoseDetail(db, found, values) })
  if (found.list === 'followUps') {
    keepFormerTime(before as FollowUp, found.record)
    if (edit.set.due !== undefined) noteDated(found.record)
  }
  if (list === 'contacts') keepHistory(before as Contact, record, today, { wasWrong })
  if (edit.eventName !== undefined) linkEvent(db, record as Interaction, edit.eventName)
  const isSame = JSON.stringify(record) === JSON.stringify(before)
  if (edit.noteLine !== undefined) appendNote(db, id, edit.noteLine, today)
  else if (isSame) return { list, id, name: wasNamed, changes: [], along: [] }

  check(db, found, before, { force })
  touch(db, record)
  if (found.list === 'interactions') {
    meetProspects(db, found.record)
    const wasPrivate = 'private' in before && before.private === true
    if ((found.record.private ?? false) !== wasPrivate) shareSecret(db, found.record)
  }
  const along = found.list === 'events' ? moveAlong(db, before as Event, found.record, today) : []
  return {
    list,
    id,
    name: nameOf(db, found, today),
    changes: fieldChanges(db, list, before, record, today),
    along,
  }
}

/** Whose a detail of several people is, where it says so; reworded, it stays whose it was. */
function whoseDetail(
  db: Database,
  { list, record }: AnyRecord,
  { contacts, detail }: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (list !== 'interactions' || detail === undefined) return {}
  if (typeof detail !== 'string') return { detailOf: null }
  const ids = Array.isArray(contacts) ? contacts : record.contacts
  const people = db.contacts.filter(({ id }) => ids.includes(id))
  return { ...detailOfOne(db, people, detail) }
}

/** Changes several people alike, by what cannot be wrong of one of them: names and addresses are no part of it. */
export function editMany(
  db: Database,
  ids: readonly number[],
  edit: Edit,
  options: Pick<EditOptions, 'today' | 'wasWrong'>,
): Edited[] {
  // Looking for a double of each among all would take the square of their number.
  return ids.map(id => editFields(db, id, edit, { ...options, force: true }))
}

/** A day that was typed for what was asked is one that was said. */
function noteDated(followUp: FollowUp): void {
  if (followUp.kind !== 'ask') return
  if (followUp.due === undefined) delete followUp.dated
  else followUp.dated = true
}

/** The season of a rotation, and the thanks for its last day, move with its days. */
function moveAlong(db: Database, before: Event, event: Event, today: Day): string[] {
  if (event.kind !== 'rotation') return []
  const until = lastDay(event)
  if (until === lastDay(before) && event.on === before.on) return []
  const season = db.seasons.find(
    each => isSeasonOf(each, before) && each.from === before.on && each.until === lastDay(before),
  )
  if (season) Object.assign(touch(db, season), { from: event.on, until })
  const due = until < today ? today : until
  const there = new Set(db.interactions.flatMap(each => (each.event === event.id ? each.id : [])))
  const thanks = db.followUps.filter(
    each =>
      each.kind === 'thank-you' &&
      !each.closed &&
      each.due === lastDay(before) &&
      each.due !== due &&
      there.has(each.from ?? 0),
  )
  for (const followUp of thanks) touch(db, followUp).due = due
  return [
    ...(season ? [`Its season (#${season.id}) has the same days.`] : []),
    ...(thanks.length
      ? [`${counted(thanks.length, 'thank-you', 'thank-yous')} now due ${longDay(due)}.`]
      : []),
  ]
}

function nameOf(db: Database, found: AnyRecord, today: Day): string {
  return titleOf(db, found, today)
}

function stillThere(db: Database, id: number, shown: Version | undefined): AnyRecord {
  if (!shown) return recordByNumber(db, id)
  const isThere = Object.values(db).some(
    list => Array.isArray(list) && list.some(record => record.id === id),
  )
  const found = isThere ? recordByNumber(db, id) : undefined
  const { rev, updatedAt } = found?.record ?? {}
  if (found && rev === shown.rev && updatedAt === shown.updatedAt) return found
  throw new Failure(
    'busy',
    `#${id} was ${found ? 'changed' : 'removed'} meanwhile, so your changes were not saved.`,
    found ? `To start over: netmed edit ${id}` : 'netmed undo --list',
  )
}

/** Lists grow at their end, but for those of which the newest is the one to use. */
function grown({ list, record }: AnyRecord, add: Edit['add']): Record<string, unknown[]> {
  const lists: Record<string, unknown[]> = {}
  for (const row of FIELDS[list]) {
    const entries = add[row.name]
    if (!entries) continue
    const value = valueIn(record, row)
    const own: unknown[] = Array.isArray(value) ? value : []
    const all = row.newestFirst ? [...entries, ...own] : [...own, ...entries]
    lists[row.name] = distinct(all, valueKeyOf(row.type))
  }
  return lists
}

function withoutTags(found: AnyRecord, { untag, add }: Edit): { tags?: string[] } {
  if (!untag?.length || found.list !== 'contacts') return {}
  const gone = new Set(untag.map(folded))
  const tags = grown(found, add).tags?.map(String) ?? found.record.tags ?? []
  return { tags: tags.filter(tag => !gone.has(folded(tag))) }
}

/** Each entry once, where and as it stood first. */
function distinct(entries: readonly unknown[], keyOf: (text: string) => string): unknown[] {
  const first = new Map<string, unknown>()
  for (const each of entries) {
    const key = keyOf(typeof each === 'string' ? each : JSON.stringify(each))
    if (!first.has(key)) first.set(key, each)
  }
  return [...first.values()]
}

function linkEvent(db: Database, interaction: Interaction, name: string): void {
  const { kind, on } = interaction
  const isPrivate = interaction.private === true
  interaction.event = eventFor(db, { name, kind, on }, { isPrivate }).id
}

/** What an interaction opened is private when it is. */
export function shareSecret(db: Database, interaction: Interaction): void {
  for (const followUp of db.followUps) {
    if (followUp.from !== interaction.id) continue
    touch(db, followUp)
    if (interaction.private) followUp.private = true
    else delete followUp.private
  }
}

/** Whoever was met is no longer only somebody to write to. */
function meetProspects(db: Database, { contacts }: Interaction): void {
  for (const id of contacts) {
    const contact = contactById(db, id)
    if (contact.prospect) delete touch(db, contact).prospect
  }
}

// Checking

function check(
  db: Database,
  { list, record }: AnyRecord,
  before: Stamped,
  { force }: { force: boolean },
): void {
  for (const row of FIELDS[list]) {
    if (row.required && valueIn(record, row) === undefined) {
      throw new Failure('usage', `${kindWords(list)} needs ${row.help}.`.replace(/^an? /, 'Every '))
    }
    checkLength(row, record, before)
  }
  if (list === 'contacts') checkContact(db, record, before as Contact, force)
  if (list === 'events' && record.until !== undefined) checkSpan(record.on, record.until)
  if (list === 'seasons') checkSpan(record.from, record.until)
}

/** A list or text that is longer already may stay, and grows no more. */
function checkLength(row: FieldRow, record: Stamped, before: Stamped): void {
  const [values, old] = [record, before].map(each => valueIn(each, row))
  if (typeof values === 'string' && values.length > lengthOf(old)) {
    refuseLonger(values, row.name, row.longest)
  }
  if (!Array.isArray(values) || values.length <= row.most) return
  if (Array.isArray(old) && values.length <= old.length) return
  throw new Failure(
    'usage',
    `--${row.flag} takes up to ${row.most} values, and there would be ${values.length}.`,
    `To start over: --no-${row.flag}`,
  )
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0
}

function checkContact(db: Database, contact: Contact, before: Contact, force: boolean): void {
  if (contact.introducedBy === contact.id) {
    throw new Failure(
      'usage',
      "A person can't introduce themselves.",
      'Give the number of another person.',
    )
  }
  if (force) return
  const old = new Set((before.emails ?? []).map(addressKey))
  const oldLinks = new Set((before.links ?? []).map(linkKey))
  refuseDouble(db, {
    except: contact.id,
    emails: (contact.emails ?? []).filter(email => !old.has(addressKey(email))),
    links: (contact.links ?? []).filter(link => !oldLinks.has(linkKey(link))),
    ...(contact.name !== before.name && { name: contact.name }),
  })
}

function checkSpan(start: Day, end: Day): void {
  if (end >= start) return
  throw new Failure(
    'usage',
    `It would end on ${longDay(end)}, before it starts on ${longDay(start)}.`,
    'Give both days: the first and the last.',
  )
}
