import { numberTyped } from './records.ts'

/** Every number from one to another, both included; a number that was typed alone is both. */
export interface Numbers {
  from: number
  to: number
}

/**
 * The numbers of records as they are typed, one or several, and ranges: `45 51 39`, `45,51`, `#45-48`.
 * Undefined when there is no word, or any word is something else.
 */
export function numbersTyped(text: string): Numbers[] | undefined {
  const words = text.replace(/\s*[-–]\s*/g, '-').split(/[\s,;]+/)
  const typed = words.filter(Boolean).map(numbersIn)
  const read = typed.filter(each => each !== undefined)
  return read.length && read.length === typed.length ? read : undefined
}

function numbersIn(word: string): Numbers | undefined {
  const ends = word.split('-').map(numberTyped)
  const [from, to = from] = ends
  if (from === undefined || to === undefined) return undefined
  if (ends.length > 2 || ends.includes(undefined)) return undefined
  return { from: Math.min(from, to), to: Math.max(from, to) }
}

export function isRange({ from, to }: Numbers): boolean {
  return from !== to
}

/** The one number that was typed, however often; undefined of several and of a range. */
export function onlyNumber(numbers: readonly Numbers[]): number | undefined {
  const [first] = numbers
  if (!first || isRange(first)) return undefined
  return numbers.every(({ from, to }) => from === first.from && to === first.to)
    ? first.from
    : undefined
}
