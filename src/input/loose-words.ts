import { isDayWords } from '../domain/words/read-days.ts'
import { Failure } from '../failure.ts'
import { asTyped } from './did-you-mean.ts'
import type { Form, Loose } from './form.ts'

interface Flagged {
  form: Form
  /** What was typed before the first flag: the command and whoever it is about. */
  before: readonly string[]
  /** Words behind a flag can only be the flag's: who or what it is about was said. */
  isSaid: boolean
  /** Several numbers may be typed one by one. */
  areNumbers: boolean
  /** A day at the end may as well be the day of it all, typed with this flag. */
  dayFlag?: string | undefined
}

/**
 * The words from the first flag on, with bare words behind a flag's one-word value taken into it: `--name
 * Mrs. Alvarez` as `--name "Mrs. Alvarez"`. A value that was typed in quotes stays as it is. Fails where
 * a day at the end could belong to either.
 */
export function withLooseWords(words: readonly string[], flagged: Flagged): string[] {
  const taken: string[] = []
  let { isSaid } = flagged
  let at = 0
  while (at < words.length) {
    const word = words[at] ?? ''
    if (word === '--') return [...taken, ...words.slice(at)]
    if (isFlag(word)) {
      const flag = flagOf(word, flagged.form)
      const value = flag ? (flag.joined ?? words[at + 1]) : undefined
      const start = at + (flag && flag.joined === undefined ? 2 : 1)
      if (!flag || value === undefined) taken.push(word)
      else {
        const behind = bareWords(words, start)
        const count = countTaken(flag.loose, value, behind, { ...flagged, isSaid })
        const whole = [value, ...behind.slice(0, count)].join(' ')
        if (count && flag.loose === 'text') refuseDayAtEnd(words, { at, start, count }, flagged)
        taken.push(...(flag.joined === undefined ? [word, whole] : [`${flag.name}=${whole}`]))
        at = start + count
        continue
      }
    } else {
      taken.push(word)
      isSaid = true
    }
    at++
  }
  return taken
}

function isFlag(word: string): boolean {
  return /^-{1,2}\p{L}/u.test(word)
}

/** A flag of the form that takes a value; with `--name=Ana` that value stands in the word itself. */
function flagOf(word: string, form: Form) {
  const [, name = word, joined] = /^(--[^=]+)=(.*)$/s.exec(word) ?? []
  const field = Object.values(form).find(({ flag, short }) =>
    name.startsWith('--') ? `--${flag}` === name : `-${short}` === name,
  )
  return field?.placeholder ? { name, joined, loose: field.loose } : undefined
}

/** The words up to the next flag or to what was typed in quotes. */
function bareWords(words: readonly string[], start: number): string[] {
  const isEnd = (word: string) => word.startsWith('-') || /\s/.test(word)
  const end = words.findIndex((word, at) => at >= start && isEnd(word))
  return words.slice(start, end < 0 ? undefined : end)
}

function countTaken(
  loose: Loose | undefined,
  value: string,
  behind: readonly string[],
  { isSaid, areNumbers }: Flagged,
): number {
  if (!loose || !behind.length || /\s/.test(value) || value === '-' || value === '') return 0
  if (loose !== 'text') {
    const fits = (count: number) => loose([value, ...behind.slice(0, count)].join(' '))
    return behind.map((_, at) => behind.length - at).find(fits) ?? 0
  }
  if (areNumbers && behind.every(word => /^#?\d+(?:[-,]#?\d+)*,?$/.test(word))) return 0
  return isSaid ? behind.length : 0
}

/** "--detail grants yesterday" is the grants of yesterday, or the grants, and yesterday. */
function refuseDayAtEnd(
  words: readonly string[],
  { at, start, count }: { at: number; start: number; count: number },
  { before, dayFlag, form }: Flagged,
): void {
  const field = Object.values(form).find(({ flag }) => flag === dayFlag)
  if (!dayFlag || words.includes(`--${dayFlag}`) || words.includes(`-${field?.short}`)) return
  const behind = words.slice(start, start + count)
  const from = behind.findIndex((_, index) => isDayWords(behind.slice(index).join(' ')))
  if (from < 0 || BEFORE_A_DAY.test(behind[from - 1] ?? words[start - 1] ?? '')) return
  const day = behind.slice(from).join(' ')
  const flag = words.slice(at, start)
  const lines = [
    [...flag.slice(0, -1), [flag.at(-1), ...behind.slice(0, from)].join(' '), `--${dayFlag}`, day],
    [...flag.slice(0, -1), [flag.at(-1), ...behind].join(' ')],
  ]
  throw new Failure(
    'ambiguous',
    `Is "${day}" the day, or part of ${flag[0]?.replace(/=.*$/s, '')}?`,
    lines
      .map(line =>
        asTyped([...before, ...words.slice(0, at), ...line, ...words.slice(start + count)]),
      )
      .join('\n'),
  )
}

const BEFORE_A_DAY = /^(?:by|before|until|till|for|from|since|after|of|every|on|the)$/i
