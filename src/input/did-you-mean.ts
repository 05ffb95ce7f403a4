import { quoted } from '../domain/words/quoting.ts'

/**
 * What people type for something that netmed says otherwise, and the line that says it. `…` is the rest
 * of the words, `<who>` and the like are the rest too, or stay where nothing else was typed. After a flag
 * `<value>` is what stood behind it; `--` alone is whatever flag is the only one, `--…` are any flags. Of
 * two rows for the same words the first whose line netmed can read is said.
 */
const OTHERWISE: readonly (readonly [typed: string, instead: string])[] = [
  ['wake', 'snooze <who> off'],
  ['dupes', 'merge …'],
  ['schema', 'export schema …'],
  ['pitch show', 'pitch …'],
  ['pitch set', 'pitch <text>'],
  ['pitch check', 'pitch --draft …'],
  ['pitch check', 'pitch …'],
  ['settings list', 'settings …'],
  ['settings set', 'settings …'],
  ['settings reset all', 'settings --reset …'],
  ['settings reset', 'settings <key> --reset'],
  ['template list', 'template …'],
  ['template show', 'template …'],
  ['template path', 'template …'],
  ['question add', 'question …'],
  ['question list', 'question …'],
  ['list --role', 'list role:<value> …'],
  ['list --circle', 'list circle:<value> …'],
  ['list --tag', 'list tag:<value> …'],
  ['list --institution', 'list at:<value> …'],
  ['list --specialty', 'list specialty:<value> …'],
  ['list --stage', 'list stage:<value> …'],
  ['init --…', 'me …'],
  ['heard --', 'edit …'],
  ['add --organisation', 'add … --organization <value>'],
  ['edit --organisation', 'edit … --organization <value>'],
  ['event met --event', 'event met <value> …'],
  ['unarchive', 'archive <who> --back'],
]

/** The words at the beginning of the line that a row is for. */
export function wordsSaidOtherwise(line: readonly string[]): string | undefined {
  return OTHERWISE.find(([typed]) => !typed.includes('--') && startOf(line, typed) >= 0)?.[0]
}

/** The lines that may be meant instead, the likeliest first. */
export function saidOtherwise(line: readonly string[]): string[][] {
  return OTHERWISE.flatMap(([typed, instead]) => {
    const [path = '', flag] = typed.split(' --')
    const start = startOf(line, path)
    if (start < 0) return []
    const rest = line.toSpliced(start, path.split(' ').length)
    if (flag === undefined) return [filled(instead, rest)]
    const flags = rest.filter(word => word.startsWith('--'))
    if (flag === '') return flags.length === 1 ? [filled(instead, rest)] : []
    if (flag === '…') return flags.length ? [filled(instead, rest)] : []
    return withoutFlag(rest, flag).map(({ value, others }) => filled(instead, others, value))
  })
}

/** The value of the flag and all other words; none where it was not typed. */
function withoutFlag(
  words: readonly string[],
  flag: string,
): { value: string | undefined; others: string[] }[] {
  const at = words.findIndex(word => word === `--${flag}` || word.startsWith(`--${flag}=`))
  if (at < 0) return []
  const [, joined] = words[at]?.split('=') ?? []
  const value = joined ?? words[at + 1]
  return [{ value, others: words.toSpliced(at, joined === undefined ? 2 : 1) }]
}

/** Where the words stand, behind flags of every command; -1 where they do not. */
function startOf(line: readonly string[], words: string): number {
  const start = line.findIndex(word => !word.startsWith('-'))
  const isThere = words.split(' ').every((word, index) => line[start + index] === word)
  return isThere ? start : -1
}

function filled(instead: string, rest: readonly string[], value = '<value>'): string[] {
  return instead.split(' ').flatMap(word => {
    if (word === '…') return rest
    if (word.includes('<value>')) return [word.replace('<value>', () => value)]
    return /^<.*>$/.test(word) && rest.length ? rest : [word]
  })
}

/** The word that was meant by a slip of one letter, or is the beginning of what was typed. */
export function meantWord(typed: string, words: readonly string[]): string | undefined {
  const begins = (word: string) => word.length >= SHORTEST_BEGINNING && typed.startsWith(word)
  return words.find(word => isSlip(typed, word)) ?? words.find(begins)
}

const SHORTEST_BEGINNING = 4

/** One letter too many, too few or wrong, or two changed about: more is another word. */
function isSlip(typed: string, word: string): boolean {
  if (typed.length < 3) return false
  let start = 0
  while (start < typed.length && typed[start] === word[start]) start++
  let end = 0
  const most = Math.min(typed.length, word.length) - start
  while (end < most && typed.at(-1 - end) === word.at(-1 - end)) end++
  const own = typed.slice(start, typed.length - end)
  const its = word.slice(start, word.length - end)
  if (own.length <= 1 && its.length <= 1) return true
  return own.length === 2 && its.length === 2 && own[0] === its[1] && own[1] === its[0]
}

/** `netmed snooze "Pat Moss" off`, as it is typed in a shell. */
export function asTyped(line: readonly string[]): string {
  return ['netmed', ...line.map(wordTyped)].join(' ')
}

/** `role:<value>` is for a reader, not for a shell. */
function wordTyped(word: string): string {
  const said = word.replace(/<[a-z]+>/g, '…')
  return quoted(said) === said ? word : quoted(word)
}
