import { describe, expect, it } from 'vitest'
import type { Role } from '../../../src/domain/data/model.ts'
import {
  greetingFor,
  nameAgain,
  salutationFor,
  sureGreeting,
} from '../../../src/domain/people/greetings.ts'

const ME = { stage: 'MS2' }

describe('a name that says how its owner is greeted', () => {
  it.each<[name: string, role: Role, greeting: string]>([
    // English, as it is spoken
    ['Dr. Maya Chen', 'faculty', 'Dr. Chen'],
    ['Maya Chen', 'peer', 'Maya'],
    ['Mary Ann Smith', 'peer', 'Mary Ann'],
    ['Martin King Jr.', 'faculty', 'Dr. King'],
    ['Henry Okafor III, MD', 'attending', 'Dr. Okafor'],
    ['J. Smith', 'peer', 'J. Smith'],
    ['Dr. K', 'faculty', 'Dr. K'],
    ['Mom', 'family', 'Mom'],
    ['Uncle Bob', 'family', 'Uncle Bob'],
    ['Aunt Rosa Diaz', 'family', 'Aunt Rosa'],
    // Irish, hyphens
    ["Sean O'Neill", 'faculty', "Dr. O'Neill"],
    ['Seán Ó Neill', 'faculty', 'Dr. Ó Neill'],
    ['Maria Lopez-Garcia', 'faculty', 'Dr. Lopez-Garcia'],
    // Spanish and Catalan, both family names
    ['Dr. García Márquez', 'attending', 'Dr. García Márquez'],
    ['Gabriel García Márquez', 'faculty', 'Dr. García Márquez'],
    ['Garcia Lopez', 'faculty', 'Dr. Garcia Lopez'],
    ['Ana María Ruiz', 'faculty', 'Dr. Ruiz'],
    ['Inez Garcia', 'faculty', 'Dr. Garcia'],
    ['Santiago Ramón y Cajal', 'faculty', 'Dr. Ramón y Cajal'],
    // Portuguese, Dutch, German
    ['Joana da Silva dos Santos', 'faculty', 'Dr. da Silva dos Santos'],
    ['Maria Santos Silva', 'faculty', 'Dr. Silva'],
    ['Anna van der Berg', 'faculty', 'Dr. van der Berg'],
    ['Dr. Van Dyke', 'faculty', 'Dr. Van Dyke'],
    ['Dr. Ursula von der Leyen', 'attending', 'Dr. von der Leyen'],
    // Arabic
    ['Omar Al Farsi', 'faculty', 'Dr. Al Farsi'],
    ['Ali bin Salman', 'faculty', 'Dr. bin Salman'],
    ['Dr. Abdul Rahman', 'faculty', 'Dr. Abdul Rahman'],
    ['Abdul Rahman', 'peer', 'Abdul Rahman'],
    ['Abdul Rahman Khan', 'faculty', 'Dr. Khan'],
    // Vietnamese, Chinese, Korean, where the order is plain
    ['Minh Nguyen', 'faculty', 'Dr. Nguyen'],
    ['Wei Zhang', 'faculty', 'Dr. Zhang'],
    ['Zhang, Wei', 'faculty', 'Dr. Zhang'],
    ['ZHANG Wei', 'faculty', 'Dr. Zhang'],
    ['Wei ZHANG', 'peer', 'Wei'],
    ['김 민준', 'peer', '민준'],
    // Indian
    ['Ramanathan', 'faculty', 'Dr. Ramanathan'],
    ['S. Ramanathan', 'faculty', 'Dr. Ramanathan'],
    ['Priya N.', 'peer', 'Priya'],
    // Titles of the church, of knights and of ranks
    ['Fr. Tom', 'other', 'Fr. Tom'],
    ['Rabbi Sarah Levine', 'other', 'Rabbi Sarah Levine'],
    ['Rev. John Smith', 'other', 'Rev. Smith'],
    ['Sister Mary Agnes', 'other', 'Sister Mary Agnes'],
    ['Sir Ian McKellen PhD', 'faculty', 'Sir Ian'],
    ['Dame Judi Dench', 'faculty', 'Dame Judi'],
    ['Lord Winston', 'faculty', 'Lord Winston'],
    ['Capt. Miller', 'other', 'Capt. Miller'],
    ['Col. James Ortiz, MD', 'attending', 'Dr. Ortiz'],
    ['Nurse Joy', 'nurse', 'Joy'],
    // As an import left them
    ['priya nair', 'peer', 'Priya'],
    ['DR SARAH KHAN', 'faculty', 'Dr. Khan'],
  ])('%s (%s) is greeted as %s', (name, role, greeting) => {
    expect(sureGreeting({ name, role }, ME)).toBe(greeting)
  })
})

describe('a name that does not say it', () => {
  it.each<[name: string, role: Role]>([
    ['Dr.', 'faculty'],
    ['MD', 'attending'],
    ['Chief Resident', 'resident'],
    ['Program Director', 'faculty'],
    ["Dr Kim's wife", 'other'],
    ['the guy from radiology', 'resident'],
    ['Radiology Guy', 'resident'],
    ['tall resident', 'resident'],
    ['my neighbor', 'other'],
    ['Kim from radiology', 'staff'],
    ['Kim, ortho PA', 'allied-health'],
    ['Dr. Maya chen', 'faculty'],
    ['Bob and Sue', 'family'],
    ['Mr. and Mrs. Smith', 'other'],
    ['The Chens', 'family'],
    ['Admissions Office', 'staff'],
    ['chen@e.org', 'peer'],
    ['someone', 'peer'],
    ['?', 'peer'],
    ['García Márquez', 'peer'],
    ['Nguyen Van Minh', 'faculty'],
    ['Zhang Wei', 'peer'],
    ['Kim Min-jun', 'peer'],
    ['Suresh K.', 'faculty'],
    ['Ortho Guy, MPH', 'faculty'],
    ['Chaplain', 'other'],
    ['Sister', 'nurse'],
    ['Chief Resident Zhang Wei', 'resident'],
  ])('%s (%s) is asked about', (name, role) => {
    expect(sureGreeting({ name, role }, ME)).toBeUndefined()
    expect(greetingFor({ name, role }, ME)).not.toBe('')
  })

  it('is sure once the family name, the first name or the greeting is on file', () => {
    const minh = { name: 'Nguyen Van Minh', role: 'faculty' } as const
    expect(sureGreeting({ ...minh, last: 'Nguyen' }, ME)).toBe('Dr. Nguyen')
    expect(sureGreeting({ ...minh, greeting: 'Dr. Minh' }, ME)).toBe('Dr. Minh')
    expect(sureGreeting({ name: 'Zhang Wei', role: 'peer', first: 'Wei' }, ME)).toBe('Wei')
    expect(sureGreeting({ name: 'the guy', role: 'peer', nickname: 'Mo' }, ME)).toBe('Mo')
  })
})

it.each([
  ['Hey Jo!', 'Hi Jo,'],
  ['Dear Jo,', 'Hi Jo,'],
  ['Hi', 'Hi Josephine,'],
  ['Hiro', 'Hi Hiro,'],
])('of the greeting "%s" the email takes the name: %s', (greeting, salutation) => {
  expect(salutationFor([{ name: 'Josephine Ray', role: 'peer', greeting }], ME)).toBe(salutation)
})

it.each([
  ['Fr. Tom', 'Fr. Tom'],
  ['Uncle Bob', 'Uncle Bob'],
  ['Sir Ian McKellen', 'Sir Ian'],
  ['Dr. García Márquez', 'Dr. García Márquez'],
  ['Dr. ZHANG Wei', 'Dr. Zhang'],
  ['my friend from Ohio', 'my friend from Ohio'],
  ['Zhang Wei', 'Zhang Wei'],
])('%s is said again as %s', (name, again) => {
  expect(nameAgain(name)).toBe(again)
})
