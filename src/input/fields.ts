import type { Context } from '../context.ts'
import type { FieldRow } from '../domain/data/fields.ts'
import type { Occasion, Role } from '../domain/data/model.ts'
import { OCCASION_SYNONYMS, ROLE_SYNONYMS } from '../domain/data/synonyms.ts'
import { readGraduationYear } from '../domain/people/profile.ts'
import { type Day, longDay } from '../domain/words/days.ts'
import { mustNotBePast, readBirthday, readDay, readDays } from '../domain/words/read-days.ts'
import { isAddrSpec, noteText, oneLine, plainName } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { type Field, type Form, readChoice } from './form.ts'

/** The occasion that a word means, synonyms understood. */
export function readOccasion(text: string, choices: readonly Occasion[]): Occasion {
  return readChoice(text, choices, 'occasion', OCCASION_SYNONYMS)
}

export function readRole(text: string, choices: readonly Role[]): Role {
  return readChoice(text, choices, 'role', ROLE_SYNONYMS)
}

/** A day that is today or behind us. */
export function readPastDay(text: string, today: Day, hint: string): Day {
  const day = readDay(text, today, { lean: 'back' })
  if (day > today) {
    throw new Failure('usage', `${longDay(day)} has not come yet.`, hint)
  }
  return day
}

/** A day that is today or still to come. */
export function readComingDay(text: string, today: Day): Day {
  const day = readDay(text, today, { lean: 'ahead' })
  mustNotBePast(day, today, 'Give a day from today on.')
  return day
}

/** The form of a record's rows: one field a row that has a flag, in the order of the table. */
export function formOf(rows: readonly FieldRow[], options: { clearable?: boolean } = {}): Form {
  const form: Form = {}
  for (const row of rows) if (row.flag) form[row.name] = fieldOf(row, options.clearable ?? false)
  return form
}

function fieldOf(row: FieldRow, canClear: boolean): Field<unknown> {
  const clearable = canClear && row.clearable
  return {
    ...(row.flag && { flag: row.flag }),
    ...(row.short && { short: row.short }),
    ...(row.type !== 'flag' && { placeholder: row.placeholder ?? row.flag ?? row.name }),
    help: row.help,
    ...(row.choices && { choices: row.choices }),
    ...(row.many && { many: true }),
    ...(clearable && { clearable: true }),
    ...(row.type === 'text' && { longText: true }),
    read: (text, ctx) => readRow(row, text, ctx),
  }
}

/** Reads the words for one row of the table of fields into what the file holds. */
function readRow(row: FieldRow, text: string, ctx: Pick<Context, 'today'>): unknown {
  const what = row.flag ? `--${row.flag}` : row.name
  switch (row.type) {
    case 'name':
      return plainName(text, what)
    case 'text':
      return noteText(text, what)
    case 'email':
      return readEmail(text)
    case 'link':
      return readLink(text)
    case 'day':
      return readDay(text, ctx.today, { lean: 'back' })
    case 'birthday':
      return readBirthday(text)
    case 'count':
      return row.name === 'graduationYear' ? readGraduationYear(text) : readCount(text, what)
    case 'rhythm':
      return readRhythm(text)
    case 'flag':
      return true
    case 'choice':
      return readRowChoice(row, text)
    default:
      return oneLine(text, what)
  }
}

/** Choices that have a noun of their own; the others are called by their flag. */
const NOUNS: Readonly<Record<string, string>> = { circles: 'circle', pace: 'pace' }

function readRowChoice(row: FieldRow, text: string): string {
  const choices = row.choices ?? []
  if (row.name === 'role') return readChoice(text, choices, 'role', ROLE_SYNONYMS)
  if (row.name === 'kind' || row.name === 'met') {
    return readChoice(text, choices, 'occasion', OCCASION_SYNONYMS)
  }
  return readChoice(text, choices, NOUNS[row.name] ?? `value for --${row.flag}`)
}

/** One address, `who@where`; anything that could add a second recipient is refused. */
export function readEmail(text: string): string {
  const address = text.trim().replace(/^<(.*)>$/, '$1')
  if (isAddrSpec(address)) return address
  throw new Failure('usage', `"${text}" is not an email address.`, 'Write it as name@example.org')
}

function readLink(text: string): string {
  const link = oneLine(text, 'link')
  const url = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url)) {
    throw new Failure('usage', `"${link}" is not a link.`, 'Write it as https://example.org/name')
  }
  return url
}

function readCount(text: string, what: string): number {
  if (!/^\d{1,6}$/.test(text.trim())) {
    throw new Failure('usage', `${what} takes a whole number, not "${text}".`)
  }
  return Number(text)
}

/** Days of a rhythm; 0 for `none`. */
export function readRhythm(text: string): number {
  if (/^(none|never|no)$/i.test(text.trim())) return 0
  const days = readDays(text)
  if (days < 1 || days > 3650) {
    throw new Failure('usage', `"${text}" is no rhythm.`, 'Write 30d, 6w or none.')
  }
  return days
}
