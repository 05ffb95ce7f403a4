import { FIELDS } from '../data/fields.ts'
import type { Contact, Database, Profile } from '../data/model.ts'
import { applyChanges, type Changes, type ContactFields } from '../data/records.ts'
import { type FieldRow, valueIn } from '../data/rows.ts'
import { addContact } from './contacts.ts'
import { namesakes } from './identity.ts'
import { writtenName } from './written-names.ts'

/** The rows that a student is asked for; the rest netmed keeps for itself. */
export const PROFILE_ROWS: readonly FieldRow[] = FIELDS.profile.filter(row => row.flag)

/** What `me` shows: every documented key, null or an empty list where nothing stands. */
export type ProfileView = Record<string, unknown>

export interface ProfileAnswer {
  profile: ProfileView
  /** What is not known yet, in the order of the form. */
  missing: { key: string; flag: string }[]
}

export function profileAnswer(me: Profile): ProfileAnswer {
  const profile: ProfileView = {}
  for (const row of FIELDS.profile) {
    profile[row.name] = valueIn(me, row) ?? (row.many ? [] : null)
  }
  const missing = PROFILE_ROWS.filter(row => valueIn(me, row) === undefined)
  return { profile, missing: missing.map(({ name, flag = name }) => ({ key: name, flag })) }
}

/** Sets and takes away; gives the keys whose value is another one now. */
export function changeProfile(db: Database, changes: Changes<Profile>): string[] {
  const before = { ...db.profile }
  const { name } = changes
  applyChanges(db.profile, name ? { ...changes, name: writtenName(name) } : changes)
  return PROFILE_ROWS.filter(row => profileText(db.profile, row) !== profileText(before, row)).map(
    row => row.name,
  )
}

/** The field's name in a sentence: `graduation year`. */
export function fieldWords(key: string): string {
  return key.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}

/** The profile's field as it is typed again: `cardiology, sepsis`. */
export function profileText(me: Profile, row: FieldRow): string | undefined {
  const value = valueIn(me, row)
  if (value === undefined) return undefined
  return Array.isArray(value) ? value.join(', ') : String(value)
}

// Who got you here

/** Who somebody was to the student before medical school. */
const EARLY_PARTS = ['teacher', 'advisor', 'employer', 'letter', 'family', 'other'] as const
export type EarlyPart = (typeof EARLY_PARTS)[number]

export interface EarlyPerson {
  name: string
  part: EarlyPart
}

/**
 * Adds the people from before medical school, without a rhythm; who has that name here already stays
 * as they are and is left out of the answer.
 */
export function addEarlyPeople(db: Database, people: readonly EarlyPerson[]): Contact[] {
  return people
    .filter(({ name }) => !namesakes(db.contacts, name).length)
    .map(person => addContact(db, earlyFields(person)))
}

/** Everybody known from before medical school. */
export function earlyPeople(db: Database): Contact[] {
  return db.contacts.filter(each => each.circles?.includes('pre-med') && !each.archived)
}

function earlyFields({ name, part }: EarlyPerson): Changes<ContactFields> & { name: string } {
  const fields = { name: writtenName(name), met: 'pre-med' } as const
  // A circle of letter writers would bring its rhythm; these letters are written.
  if (part === 'letter') {
    return { ...fields, role: 'other', circles: ['letter-writer', 'pre-med'], every: 0 }
  }
  return { ...fields, role: part, circles: ['pre-med'] }
}
