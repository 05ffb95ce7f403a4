import { numberTyped } from '../domain/data/records.ts'
import { Failure } from '../failure.ts'

/** The number of a record as an argument, `12` or `#12`. */
export function numberField(what: string) {
  return {
    number: {
      help: `the number of the ${what}, as netmed due shows it`,
      required: true,
      ask: 'Which number?',
      read: readNumber,
    },
  } as const
}

/** `12` or `#12`. */
export function readNumber(text: string): number {
  const number = numberTyped(text)
  if (number !== undefined) return number
  throw new Failure('usage', `"${text}" is not a number.`, 'netmed due shows the numbers.')
}
