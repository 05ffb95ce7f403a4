import { readValue } from '../domain/data/reading.ts'
import type { FieldRow } from '../domain/data/rows.ts'
import { isDayWords } from '../domain/words/read-days.ts'
import { isInMonths } from '../domain/words/read-values.ts'
import { type Field, type Form, type Loose, reads } from './form.ts'
import { dayTyped } from './typed-days.ts'

interface FormOptions {
  /** `--no-<flag>` takes away what need not stand. */
  clearable?: boolean
  /** What must stand in the file is asked for; without it the command knows what to take. */
  complete?: boolean
}

/** The form of a record's rows: one field a row that has a flag, in the order of the table. */
export function formOf(rows: readonly FieldRow[], options: FormOptions = {}): Form {
  const form: Form = {}
  for (const row of rows) if (row.flag) form[row.name] = fieldOf(row, options)
  return form
}

function fieldOf(row: FieldRow, options: FormOptions): Field<unknown> {
  const loose = looseOf(row)
  return {
    ...(row.flag && { flag: row.flag }),
    ...(row.short && { short: row.short }),
    ...(row.type !== 'flag' && { placeholder: row.placeholder ?? row.flag ?? row.name }),
    help: row.help,
    ...(row.ask && { ask: row.ask }),
    ...(row.choices && { choices: row.choices }),
    ...(row.many && { many: true }),
    ...(options.clearable && row.clearable && { clearable: true }),
    ...(options.complete && row.required && { required: true }),
    ...(row.type === 'text' && { longText: true }),
    ...(loose && { loose }),
    read: (text, ctx) => {
      const isDay = row.type === 'day' || row.type === 'birthday'
      const value = readValue(row, isDay ? dayTyped(text, ctx) : text, ctx.today)
      // Whoever types a month may think of a day of the month.
      if (row.type === 'rhythm' && isInMonths(text)) ctx.note(`"${text}" counts as ${value} days.`)
      return value
    },
  }
}

/** Nobody has a blank in an address; what is read strictly takes the words that read. */
function looseOf(row: FieldRow): Loose | undefined {
  switch (row.type) {
    case 'name':
    case 'line':
    case 'text':
    case 'reference':
    case 'pairs':
      return 'text'
    case 'day':
    case 'birthday':
      return isDayWords
    case 'choice':
    case 'rhythm':
      return reads(text => readValue(row, text, ANY_DAY))
    default:
      return undefined
  }
}

/** Which day it is changes nothing about a word of a list or a count of days. */
const ANY_DAY = '2024-01-01'
