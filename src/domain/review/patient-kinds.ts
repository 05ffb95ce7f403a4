/** What a line may hold of somebody. */
export type Group = 'identifier' | 'who' | 'what' | 'where' | 'detail' | 'against'

interface KindRow {
  /** How a warning says it; nothing where it speaks against a patient. */
  says: string
  group: Group
  points: number
}

const row = (group: Group, points: number, says = ''): KindRow => ({ group, points, says })

/** The kinds of evidence: what each belongs to, its points, and how it is said. */
export const KINDS = {
  record: row('identifier', 9, 'a record number'),
  birth: row('identifier', 9, 'a date of birth'),
  identity: row('identifier', 9, 'an identity number'),

  born: row('who', 5, 'a date of birth'),
  elder: row('who', 5, 'an age over 89'),
  name: row('who', 4, 'a name'),
  number: row('who', 4, 'a number'),
  patient: row('who', 3, 'a patient'),
  age: row('who', 3, 'an age'),
  initials: row('who', 2, 'initials'),
  person: row('who', 2, 'a person'),
  ours: row('who', 2, 'a stay'),
  role: row('who', 2, 'a job'),
  relative: row('who', 2, 'a relative'),
  someone: row('who', 1, 'a person'),

  illness: row('what', 2, 'an illness'),
  operation: row('what', 2, 'an operation'),
  stay: row('what', 2, 'a stay'),
  care: row('what', 1, 'their care'),

  bed: row('where', 4, 'a room or bed'),
  room: row('where', 3, 'a room or bed'),
  address: row('where', 2, 'an address'),
  date: row('where', 2, 'a day'),
  weekday: row('where', 1, 'a day'),
  month: row('where', 1, 'a month'),
  hospital: row('where', 1, 'a place'),
  place: row('where', 1, 'a place'),

  kin: row('detail', 1, 'a relative'),
  work: row('detail', 1, 'a job'),
  detail: row('detail', 1, 'a personal detail'),

  study: row('against', 3),
  exam: row('against', 3),
  staff: row('against', 3),
  gathering: row('against', 2),
  career: row('against', 2),
  family: row('against', 2),
} as const

export type Kind = keyof typeof KINDS

/** No group says more than this, however many words it has. */
export const MOST: Record<Group, number> = {
  identifier: 9,
  who: 6,
  what: 4,
  where: 4,
  detail: 2,
  against: 5,
}

/** Words of a line that count, with their place. */
export interface Evidence {
  kind: Kind
  start: number
  end: number
  sentence: number
}
