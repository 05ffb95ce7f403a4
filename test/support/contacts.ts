import fc from 'fast-check'
import { CIRCLES, OCCASIONS, ROLES } from '../../src/domain/data/choices.ts'
import type { Contact } from '../../src/domain/data/model.ts'
import { isDay } from '../../src/domain/words/days.ts'
import { noteText, oneLine, plainName } from '../../src/domain/words/text.ts'

// Everything that the command line lets into a contact, in letters of all scripts.

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(...[';', ',', '\\', '"', "'", '=', '+', '-', '@', ' ', '\n', '\t', ':']),
    maxLength: 8,
  }),
)

const line = fc.oneof(anyText, fc.constantFrom('=1+1', "'=x", '＝1', 'mentor', 'a; b', 'Dr. Hoff'))

function accepted(text: string, read: (text: string, what: string) => string): string | undefined {
  try {
    return read(text, 'text') || undefined
  } catch {
    return undefined
  }
}

function kept(read: (text: string, what: string) => string): fc.Arbitrary<string> {
  return line
    .map(text => accepted(text, read))
    .filter(text => text !== undefined)
    .filter(text => accepted(text, read) === text)
}

const oneLineText = kept(oneLine)
const nameText = fc.oneof(
  kept(plainName),
  fc.constantFrom('Dr. Lena Hoff, MD', 'Hoff, Lena', 'María José van der Berg MD PhD', '田中 太郎'),
)
const lines = fc.uniqueArray(oneLineText, { minLength: 1, maxLength: 3 })
const day = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
  .filter(isDay)
const phone = fc
  .string({ unit: fc.constantFrom(...'0123456789 ()-./+'), maxLength: 15 })
  .map(text => oneLine(`+1${text}`, 'phone'))
const link = fc
  .string({ unit: fc.constantFrom(...'abcü/?=&;,%\\:~'), maxLength: 12 })
  .map(path => `https://example.org/${path}`)
const uid = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
  minLength: 16,
  maxLength: 16,
})

const optional = fc.record(
  {
    title: nameText,
    first: nameText,
    last: nameText,
    nickname: nameText,
    greeting: nameText,
    role: fc.constantFrom(...ROLES),
    circles: fc.uniqueArray(fc.constantFrom(...CIRCLES), { minLength: 1 }),
    emails: fc.uniqueArray(fc.constantFrom('ana@example.org', 'a+b@example.com'), { minLength: 1 }),
    phones: fc.uniqueArray(phone, { minLength: 1, maxLength: 2 }),
    stage: oneLineText,
    institution: oneLineText,
    department: oneLineText,
    specialty: oneLineText,
    graduationYear: fc.nat(2200),
    organisations: lines,
    met: fc.constantFrom(...OCCASIONS),
    metOn: day,
    metAt: oneLineText,
    hometown: oneLineText,
    interests: lines,
    background: lines,
    worries: lines,
    matters: lines,
    links: fc.uniqueArray(link, { minLength: 1, maxLength: 2 }),
    area: oneLineText,
    birthday: fc.oneof(
      day,
      day.map(each => `-${each.slice(4)}`),
    ),
    tags: lines,
    every: fc.nat(3650),
    prospect: fc.constant(true),
    why: oneLineText,
    found: oneLineText,
    quiet: fc.oneof(day, fc.constant('until-woken')),
    snoozes: fc.nat(9),
    archived: fc.constant(true),
    note: kept(noteText),
    privateNote: kept(noteText),
  },
  { requiredKeys: [] },
)

/** Somebody with any of the fields of a contact that an export writes. */
export const contactArbitrary: fc.Arbitrary<Contact> = fc
  .tuple(nameText, optional, uid)
  .map(([name, fields, ownUid]) => ({
    id: 1,
    uid: ownUid,
    createdAt: '2026-01-02T03:04:05.000Z',
    name,
    ...fields,
  }))

/** What an import can give back of a contact. */
export function fieldsOf(contact: Contact): object {
  const { id: _, uid: __, createdAt: ___, ...fields } = contact
  return fields
}
