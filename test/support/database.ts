import { isDeepStrictEqual } from 'node:util'
import {
  type Contact,
  type Database,
  emptyDatabase,
  type FollowUp,
  type Interaction,
  LISTS,
  named,
  type Stamped,
} from '../../src/domain/data/model.ts'

type Given<R extends Stamped> = Partial<R> & Omit<R, keyof Stamped>

/** A follow-up in any state that a file can hold, also one that netmed would not write. */
export type AnyFollowUp = { [K in keyof FollowUp]?: Exclude<FollowUp[K], undefined> }
export type GivenFollowUp = AnyFollowUp & Pick<FollowUp, 'kind' | 'what'>

/** A database with these people, interactions and follow-ups; numbers are given in order when not said. */
export function database(
  given: {
    contacts?: Given<Contact>[]
    interactions?: Given<Interaction>[]
    followUps?: GivenFollowUp[]
  } & Partial<Omit<Database, 'contacts' | 'interactions' | 'followUps' | 'meta'>>,
): Database {
  const { contacts = [], interactions = [], followUps = [], ...rest } = given
  let nextId = 1
  const stamped = <R extends Stamped>(fields: { id?: number }): R => {
    const id = fields.id ?? nextId
    nextId = Math.max(nextId, id + 1)
    const stamps = { id, uid: String(id).padStart(16, 'u'), createdAt: '2026-01-01T12:00:00.000Z' }
    // The stamps complete what the test said of the record.
    return { ...stamps, ...fields, id } as unknown as R
  }
  const db: Database = {
    ...emptyDatabase(),
    ...rest,
    contacts: contacts.map(stamped<Contact>),
    interactions: interactions.map(stamped<Interaction>),
    followUps: followUps.map(stamped<FollowUp>),
  }
  db.meta.nextId = Math.max(nextId, 1)
  return db
}

/** Runs a change and fails when it altered a record without naming it; gives its answer. */
export function changing<T>(db: Database, change: (db: Database) => T): T {
  const before = new Map(recordsOf(db).map(record => [record.id, structuredClone(record)]))
  const answer = change(db)
  const { created, touched } = named(db)
  for (const record of recordsOf(db)) {
    const isNamed = created.has(record) || touched.has(record)
    if (!isNamed && !isDeepStrictEqual(record, before.get(record.id))) {
      throw new Error(`#${record.id} was changed without touch()`)
    }
  }
  return answer
}

function recordsOf(db: Database): Stamped[] {
  return LISTS.flatMap((list): Stamped[] => db[list])
}
