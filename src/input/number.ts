import { type Numbers, numbersTyped } from '../domain/data/numbers.ts'
import { numberTyped } from '../domain/data/records.ts'
import { Failure } from '../failure.ts'

/** The numbers of follow-ups as arguments, `12`, `45 51 39` or `45-48`. */
export const NUMBERS = {
  numbers: {
    help: 'the number of the follow-up, as netmed due shows it',
    required: true,
    ask: 'Which number?',
    read: readNumbers,
  },
} as const

/** The arguments of a command under the key of `NUMBERS`. */
export function typedNumbers(args: readonly string[]): { numbers?: string } {
  return args.length ? { numbers: args.join(' ') } : {}
}

function readNumbers(text: string): Numbers[] {
  const numbers = numbersTyped(text)
  if (numbers) return numbers
  const other = text.split(/[\s,;]+/).find(word => word && !numbersTyped(word))
  throw notANumber(other ?? text)
}

/** `12` or `#12`. */
export function readNumber(text: string): number {
  const number = numberTyped(text)
  if (number !== undefined) return number
  throw notANumber(text)
}

function notANumber(text: string): Failure {
  return new Failure('usage', `"${text}" is not a number.`, 'netmed due shows the numbers.')
}
