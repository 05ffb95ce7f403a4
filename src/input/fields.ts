import type { Context } from '../context.ts'
import type { FieldRow } from '../domain/data/fields.ts'
import { OCCASION_SYNONYMS, ROLE_SYNONYMS } from '../domain/data/synonyms.ts'
import { readBirthday, readDay } from '../domain/words/read-days.ts'
import {
  readChoice,
  readCount,
  readEmail,
  readGraduationYear,
  readLink,
  readRhythm,
} from '../domain/words/read-values.ts'
import { noteText, oneLine, plainName } from '../domain/words/text.ts'
import type { Field, Form } from './form.ts'

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
