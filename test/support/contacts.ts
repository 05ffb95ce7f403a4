import fc from 'fast-check'
import { FIELDS } from '../../src/domain/data/fields.ts'
import type { Contact } from '../../src/domain/data/model.ts'
import type { FieldRow, FieldType } from '../../src/domain/data/rows.ts'
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

const email = fc.constantFrom('ana@example.org', 'a+b@example.com')
const birthday = fc.oneof(
  day,
  day.map(each => `-${each.slice(4)}`),
)
const yes = fc.constant(true)

/** A value of each type as the command line lets it in; none of those that lead to another record. */
const VALUES: Record<FieldType, ((row: FieldRow) => fc.Arbitrary<unknown>) | undefined> = {
  name: () => nameText,
  line: ({ longest }) => oneLineText.filter(text => text.length <= longest),
  text: () => kept(noteText),
  email: () => email,
  phone: () => phone,
  link: () => link,
  day: () => day,
  moment: () => day.map(each => `${each}T08:30:00.000Z`),
  clock: () => fc.constantFrom('00:00', '15:30'),
  birthday: () => birthday,
  count: () => fc.nat(2200),
  minutes: () => fc.nat(600),
  rhythm: () => fc.nat(3650),
  quiet: () => fc.oneof(day, fc.constant('until-woken')),
  flag: () => yes,
  choice: ({ choices = [] }) => fc.constantFrom(...choices),
  reference: undefined,
  pairs: undefined,
  words: undefined,
}

function valuesOf(row: FieldRow): fc.Arbitrary<unknown> | undefined {
  const one = VALUES[row.type]?.(row)
  return one && row.many ? fc.uniqueArray(one, { minLength: 1, maxLength: 3 }) : one
}

/** Every field but the name, which always stands. */
const optional = fc.record(
  Object.fromEntries(
    FIELDS.contacts.flatMap(row => {
      const values = row.required ? undefined : valuesOf(row)
      return values ? [[row.name, values]] : []
    }),
  ),
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
