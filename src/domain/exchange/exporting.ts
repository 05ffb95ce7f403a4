import { FIELDS } from '../data/fields.ts'
import {
  type Contact,
  type Database,
  type Interaction,
  LISTS,
  type ListName,
  REFERENCES,
  SCHEMA_VERSION,
  type Stamped,
} from '../data/model.ts'
import { replaceIds } from '../data/references.ts'
import { setValue } from '../data/rows.ts'
import { type ContactPage, contactPage } from '../pages/contact-page.ts'
import type { Day } from '../words/days.ts'

/** What an export holds: everybody or only some. */
export interface ExportScope {
  /** Only these people and what is with them; absent: everything. */
  contacts?: ReadonlySet<number> | undefined
  /** Also what acts here alone, such as whom you let rest. */
  withLocal?: boolean
}

/** The data as it leaves the machine: without a reference to what is not there, and the store's own notes. */
export function exportedDatabase(
  db: Database,
  { contacts, withLocal = false }: ExportScope = {},
): Database {
  const lists = Object.fromEntries(
    LISTS.map(list => [
      list,
      db[list].map((record: Stamped) => exportedRecord(list, record, withLocal)),
    ]),
  )
  // Each list holds records of its own kind, fewer of them.
  const content = { ...db, ...lists } as unknown as Database
  if (contacts) keepOnly(content, contacts)
  dropDangling(content)
  const { schemaVersion: _, meta: __, profile, settings, ...rest } = content
  return {
    schemaVersion: SCHEMA_VERSION,
    meta: { nextId: 1 + largestId(content), rev: 0 },
    profile,
    settings,
    ...rest,
  }
}

function exportedRecord(list: ListName, record: Stamped, withLocal: boolean): Stamped {
  const copy = structuredClone(record)
  if (withLocal) return copy
  for (const row of FIELDS[list]) if (row.lens === 'local') setValue(copy, row, undefined)
  return copy
}

function keepOnly(db: Database, contacts: ReadonlySet<number>): void {
  const isWith = (id: number | undefined) => id !== undefined && contacts.has(id)
  db.contacts = db.contacts.filter(contact => contacts.has(contact.id))
  db.interactions = db.interactions.filter(each => each.contacts.some(id => contacts.has(id)))
  db.followUps = db.followUps.filter(each => isWith(each.contact))
  db.questions = db.questions.filter(each => isWith(each.contact))
  const events = new Set(db.interactions.map(each => each.event))
  db.events = db.events.filter(event => events.has(event.id))
}

/** Takes away every reference to a record that is not in the export. */
function dropDangling(db: Database): void {
  const there = new Map(LISTS.map(list => [list, new Set(db[list].map(record => record.id))]))
  for (const reference of REFERENCES) {
    const ids = there.get(reference.to)
    for (const record of db[reference.list]) {
      replaceIds(record, reference, id => (ids?.has(id) ? id : undefined))
    }
  }
}

/** The page of each of these people; one pass over the interactions however many there are. */
export function pagesOf(db: Database, people: readonly Contact[], today: Day): ContactPage[] {
  const byId = new Map(db.contacts.map(contact => [contact.id, contact]))
  const interactions = new Map<number, Interaction[]>(people.map(({ id }) => [id, []]))
  for (const each of db.interactions) {
    for (const id of each.contacts) interactions.get(id)?.push(each)
  }
  return people.map(contact => {
    const theirs = interactions.get(contact.id) ?? []
    const ids = new Set([
      contact.id,
      contact.introducedBy,
      ...theirs.flatMap(each => each.contacts),
    ])
    const contacts = [...ids].flatMap(id => byId.get(id ?? 0) ?? [])
    const followUps = db.followUps.filter(each => each.contact === contact.id)
    const around = { ...db, contacts, interactions: theirs, followUps }
    return contactPage(around, contact, today)
  })
}

function largestId(db: Database): number {
  let largest = 0
  for (const list of LISTS) for (const { id } of db[list]) if (id > largest) largest = id
  return largest
}
