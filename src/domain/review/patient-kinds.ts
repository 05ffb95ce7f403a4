/** What a line may hold of somebody. */
export type Group = 'identifier' | 'who' | 'family' | 'what' | 'where' | 'detail' | 'against'

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
  born: row('who', 9, 'a date of birth'),
  elder: row('who', 8, 'an age over 89'),
  name: row('who', 6, 'a name'),
  named: row('who', 7, 'a name'),
  number: row('who', 6, 'a number'),
  patient: row('who', 3, 'a patient'),
  age: row('who', 2, 'an age'),
  initials: row('who', 3, 'initials'),
  person: row('who', 3, 'a person'),
  marked: row('who', 5, 'a person'),
  role: row('who', 3, 'a job'),
  relative: row('who', 3, 'a relative'),
  family: row('family', 1, 'a relative'),
  someone: row('who', 0, 'a person'),
  illness: row('what', 3, 'an illness'),
  operation: row('what', 3, 'an operation'),
  fate: row('what', 2, 'an outcome'),
  stay: row('what', 3, 'a stay'),
  act: row('what', 2, 'their care'),
  symptom: row('what', 0, 'a sign'),
  drug: row('what', 1, 'a treatment'),
  test: row('what', 1, 'a test'),
  ward: row('what', 0, 'a ward'),
  bed: row('where', 7, 'a room or bed'),
  room: row('where', 0, 'a room or bed'),
  spot: row('where', 2, 'a room or bed'),
  address: row('where', 1, 'an address'),
  date: row('where', 2, 'a day'),
  weekday: row('where', 1, 'a day'),
  month: row('where', 0, 'a month'),
  hospital: row('where', 1, 'a place'),
  place: row('where', 0, 'a place'),
  which: row('detail', 3),
  somebody: row('detail', 2, 'a name'),
  secret: row('detail', 4, 'a secret'),
  naming: row('detail', 2, 'their name'),
  kin: row('detail', 0, 'a relative'),
  work: row('detail', 1, 'a job'),
  origin: row('detail', 1, 'an origin'),
  look: row('detail', 2, 'what marks them'),
  fame: row('detail', 2, 'local fame'),
  life: row('detail', 0, 'a personal detail'),
  study: row('against', -6),
  exam: row('against', -8),
  fiction: row('against', -5),
  gathering: row('against', -4),
  career: row('against', -3),
  generic: row('against', -3),
} as const

export type Kind = keyof typeof KINDS

/** What is added where a group or kind stands beside one of others. */
export const TOGETHER: readonly (readonly [points: number, Group | Kind, ...(Group | Kind)[]])[] = [
  [5, 'who', 'what'],
  [4, 'who', 'where'],
  [3, 'who', 'detail'],
  [1, 'what', 'where'],
  [2, 'family', 'what'],
  [4, 'family', 'stay', 'bed', 'spot', 'room', 'secret'],
  [3, 'stay', 'date', 'weekday'],
  [5, 'bed', 'who', 'what', 'family', 'kin'],
  [3, 'age', 'what'],
  [6, 'room', 'patient', 'name', 'initials', 'age', 'relative'],
]

/** What is added where a group has several different words. */
export const SEVERAL: readonly (readonly [points: number, Group])[] = [
  [3, 'what'],
  [2, 'who'],
  [2, 'detail'],
  [-2, 'against'],
]

/** Words of a line that count, with their place. */
export interface Evidence {
  kind: Kind
  start: number
  end: number
  sentence: number
}
