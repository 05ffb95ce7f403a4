import { expect, it } from 'vitest'
import { ROLES } from '../../../src/domain/data/choices.ts'
import { salutationFor } from '../../../src/domain/people/greetings.ts'
import { isSameName } from '../../../src/domain/people/identity.ts'
import { displayName } from '../../../src/domain/people/names.ts'
import { writtenName } from '../../../src/domain/people/written-names.ts'

it.each([
  ['mike', 'Mike'],
  ["mike o'neill", "Mike O'Neill"],
  ['anna mckay', 'Anna McKay'],
  ['macdonald', 'Macdonald'],
  ['jean-luc picard', 'Jean-Luc Picard'],
  ['YO-YO MA', 'Yo-Yo Ma'],
  ["DR. O'BRIEN-MCKAY", "Dr. O'Brien-McKay"],
  ['d’angelo', 'D’Angelo'],
  ['ÉMILE ZOLA', 'Émile Zola'],
  ['ludwig van der berg', 'Ludwig van der Berg'],
  ['maria de la cruz', 'Maria de la Cruz'],
  ['van der berg, ana', 'van der Berg, Ana'],
  ['DE LUCA', 'De Luca'],
  ['dr de luca', 'Dr. De Luca'],
  ['van morrison', 'Van Morrison'],
  ['al-rashid', 'Al-Rashid'],
  ['omar al farsi', 'Omar Al Farsi'],
  ['DR SARAH KHAN', 'Dr. Sarah Khan'],
  ['professor stein', 'Professor Stein'],
  ['mr jones', 'Mr. Jones'],
  ['sarah khan md', 'Sarah Khan MD'],
  ['KHAN, SARAH, MD, PHD', 'Khan, Sarah, MD, PhD'],
  ['LENA HOFF M.D.', 'Lena Hoff M.D.'],
  ['sam ortiz, pa-c', 'Sam Ortiz, PA-C'],
  ['martin king jr', 'Martin King Jr.'],
  ['henry okafor iii', 'Henry Okafor III'],
  // Do, Ma and Ng are names, unless a comma says otherwise.
  ['minh do', 'Minh Do'],
  ['minh do, do', 'Minh Do, DO'],
  ['wei ng', 'Wei Ng'],
  ['j. robert moss', 'J. Robert Moss'],
  ['jp morgan', 'JP Morgan'],
  ['robert "bob" moss', 'Robert "Bob" Moss'],
  ['alex reed (they/them)', 'Alex Reed (they/them)'],
  ['bell hooks', 'Bell Hooks'],
  ['st john', 'St John'],
])('%s is written %s, and that stays', (typed, written) => {
  expect(writtenName(typed)).toBe(written)
  expect(writtenName(written)).toBe(written)
})

it.each([
  ...[
    'McKay',
    'Anna mcKay',
    'Lena de Hoff',
    'dr. Lena hoff',
    'JP',
    '王小明',
    'r2d2',
    'my roommate',
    '__proto__',
  ],
  ...['lena.hoff@example.org', '12', ''],
])('%s stays as typed', typed => {
  expect(writtenName(typed)).toBe(typed)
})

it.each([
  ...['mike', "mike o'neill", 'anna mckay', 'ludwig van der berg', 'DR SARAH KHAN', 'al-rashid'],
  ...['van der berg, ana', 'jean-luc picard', 'ÉMILE ZOLA', 'wei ng', 'minh do', 'jp morgan'],
])('%s is the same name however it is written', typed => {
  expect(isSameName(typed, writtenName(typed))).toBe(true)
})

const NAMED = [
  ...[
    'nurse joy',
    'Nurse Joy Okafor',
    'charge nurse joy okafor',
    'COACH TAYLOR',
    'coach ana reyes',
  ],
  ...['chief resident mike chen', 'Officer Dana Park', 'Chief Mike Chen, MD', 'dean mary smith'],
  ...[
    'program director lena hoff',
    'medical student priya nair',
    'attending chen',
    'fellow ines roth',
  ],
  ...['physician assistant tom abara', 'Associate Dean Ruth Adeyemi', 'Staff Nurse Mei Tan'],
  ...['dr sarah khan', 'professor stein', 'Dr. Chief Resident Sam Ortiz', 'captain lee park'],
]
const POST =
  /nurse|coach|chief|resident|officer|dean|director|student|attending|fellow|assistant|captain|charge|staff|program|medical|associate|physician/i

it.each(NAMED)('%s is greeted without the post, whatever the role', typed => {
  for (const role of [undefined, ...ROLES]) {
    const contact = { name: writtenName(typed), ...(role && { role }) }
    const salutation = salutationFor([contact], { stage: 'MS2' })
    expect(salutation).toMatch(/^(?:Hi|Dear) \p{Lu}[\p{L}. ]+,$/u)
    expect(salutation).not.toMatch(POST)
  }
})

it.each([
  [{ name: 'Nurse Joy', role: 'nurse' }, 'Hi Joy,'],
  [{ name: 'Coach Taylor', role: 'other' }, 'Dear Taylor,'],
  [{ name: 'Coach K', role: 'other' }, 'Dear K,'],
  [{ name: 'Lt. Dan Taylor', role: 'other' }, 'Dear Dan,'],
  [{ name: 'Dr. Van Dyke', role: 'attending' }, 'Dear Dr. Van Dyke,'],
  [{ name: 'Prof. De Vries', role: 'faculty' }, 'Dear Professor De Vries,'],
  [{ name: 'Dr. Al Gore', role: 'attending' }, 'Dear Dr. Gore,'],
  [{ name: 'Van Morrison', role: 'peer' }, 'Hi Van,'],
  [{ name: 'Joy Bell', title: 'Nurse', role: 'nurse' }, 'Hi Joy,'],
  [{ name: 'Ruth Adeyemi', title: 'Dean', role: 'faculty' }, 'Dear Dr. Adeyemi,'],
  [{ name: 'Dean Smith', role: 'faculty' }, 'Dear Dr. Smith,'],
  [{ name: 'Dean Smith', role: 'peer' }, 'Hi Dean,'],
  [{ name: 'mr Jones', role: 'teacher' }, 'Dear Mr. Jones,'],
  [{ name: 'professor Stein', role: 'faculty' }, 'Dear Professor Stein,'],
  [{ name: 'dr Sarah Khan', role: 'attending' }, 'Dear Dr. Khan,'],
] as const)('%o is greeted with %s', (contact, salutation) => {
  expect(salutationFor([contact], { stage: 'MS2' })).toBe(salutation)
})

it('a list shows the post with the name', () => {
  expect(displayName({ name: 'Nurse Joy' })).toBe('Nurse Joy')
})
