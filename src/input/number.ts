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
  const digits = /^#?(\d{1,15})$/.exec(text.trim())?.[1]
  if (digits) return Number(digits)
  throw new Failure('usage', `"${text}" is not a number.`, 'Numbers are shown by netmed due.')
}

/** Whether words are a number of a record and nothing else. */
export function isNumber(text: string): boolean {
  return /^#?\d{1,15}$/.test(text.trim())
}
