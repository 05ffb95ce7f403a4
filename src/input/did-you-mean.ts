import { quoted } from '../domain/words/quoting.ts'

/**
 * What people type for something that netmed says otherwise, and the line that says it. `…` is the rest
 * of the words, `<who>` and the like are the rest too, or stay where nothing else was typed; of two the
 * first takes one word. After a flag `<value>` is what stood behind it; `--` alone is whatever flag is the
 * only one, `--…` are any flags, and a row that begins with a flag is for every command. `<clock>` is the
 * value where that is a time of day, behind the day that the other flag has. Of two rows for the same words
 * the first whose line netmed can read is said.
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

  // What other programs call it.
  ['version', '--version'],
  ['delete', 'rm <who>'],
  ['del', 'rm <who>'],
  ['remove', 'rm <who>'],
  ['rename', 'edit <who> --name <name>'],
  ['modify', 'edit <who>'],
  ['update', 'edit <who>'],
  ['change', 'edit <who>'],
  ['tag', 'edit <who> --tag <tag>'],
  ['new', 'add <name>'],
  ['create', 'add <name>'],
  ['contacts', 'list …'],
  ['contact', 'list …'],
  ['people', 'list …'],
  ['ls', 'list …'],
  ['view', 'show <who>'],
  ['open', 'show <who>'],
  ['info', 'show <who>'],
  ['find', 'search <words>'],
  ['today', 'due …'],
  ['agenda', 'due …'],
  ['status', 'due …'],
  ['todo', 'due …'],
  ['sync', 'help export'],
  ['calendar', 'export ics …'],
  ['cal', 'export ics …'],
  ['write', 'draft <who>'],
  ['email', 'draft <who>'],
  ['mail', 'draft <who>'],
  ['send', 'draft <who>'],
  ['answered', 'heard <who>'],
  ['replied', 'heard <who>'],
  ['met', 'log <who>'],
  ['plan', 'meet <who>'],
  ['schedule', 'meet <who>'],
  ['reminder', 'remind <what>'],
  ['finish', 'done <number>'],
  ['complete', 'done <number>'],
  ['postpone', 'snooze <number>'],
  ['cancel', 'drop <number>'],
  ['config', 'settings …'],
  ['profile', 'me …'],
  ['whoami', 'me'],
  ['history', 'undo --list …'],
  ['event show', 'show <number>'],
  ['event edit', 'edit <number>'],
  ['event rm', 'rm <number>'],
  ['season edit', 'edit <number>'],
  ['season rm', 'season end …'],
  ['settings get', 'settings …'],
  ['support add', 'edit <who> --circle support'],
  ['edit --date', 'help edit'],
  ['--date', '… --on <value>'],
  ['--date', '… --due <value>'],
  ['--date', '… --from <value>'],
  ['--day', '… --on <value>'],
  ['--day', '… --due <value>'],
  ['--when', '… --on <value>'],
  ['--when', '… --due <value>'],
  ['remind --on', '… --due <value>'],
  ['remind --by', '… --due <value>'],
  ['add --year', '… --graduation-year <value>'],
  ['edit --year', '… --graduation-year <value>'],
  ['me --year', '… --graduation-year <value>'],
  ['meet --at', '… --on <clock>'],
  ['remind --at', '… --due <clock>'],
  ['list --at', 'list at:<value> …'],
  ['--at', '… --place <value>'],
  ['--location', '… --place <value>'],
  ['--type', '… --kind <value>'],
  ['--notes', '… --note <value>'],
  ['--mail', '… --email <value>'],
  ['--school', '… --institution <value>'],
  ['--hospital', '… --institution <value>'],
]

/** The words at the beginning of the line that a row is for. */
export function wordsSaidOtherwise(line: readonly string[]): string | undefined {
  return OTHERWISE.find(([typed]) => !typed.includes('--') && startOf(line, typed) >= 0)?.[0]
}

/** Whether some command has another word for the flag, which is typed here without dashes. */
export function isFlagSaidOtherwise(flag: string): boolean {
  return OTHERWISE.some(([typed]) => typed.split(' ').at(-1) === `--${flag}`)
}

/** The lines that may be meant instead, the likeliest first. */
export function saidOtherwise(line: readonly string[]): string[][] {
  return OTHERWISE.flatMap(([typed, instead]) => {
    const [path = '', flag] = typed.split(/ ?--/)
    const start = path ? startOf(line, path) : 0
    if (start < 0) return []
    const rest = path ? line.toSpliced(start, path.split(' ').length) : [...line]
    if (flag === undefined) return [filled(instead, rest)]
    const flags = rest.filter(word => word.startsWith('--'))
    if (flag === '') return flags.length === 1 ? [filled(instead, rest)] : []
    if (flag === '…') return flags.length ? [filled(instead, rest)] : []
    return withoutFlag(rest, flag).flatMap(({ value, others }) => {
      // A command that leads the line stays there.
      const words = path && instead.startsWith('…') ? [...path.split(' '), ...others] : others
      if (!instead.endsWith(' <clock>')) return [filled(instead, words, value)]
      return value && CLOCK.test(value) ? [withClock(instead, words, value)] : []
    })
  })
}

const CLOCK = /^(\d{1,2}(:\d\d)?\s?([ap]m?)?|noon)$/i

/** The time behind the day that its flag has already, or where the day has to stand. */
function withClock(instead: string, words: readonly string[], clock: string): string[] {
  const flag = instead.split(' ').at(-2)?.slice(2) ?? ''
  const [typed = { value: '<day>', others: [...words] }] = withoutFlag(words, flag)
  return [...typed.others, `--${flag}`, `${typed.value} ${clock}`]
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
  const words = instead.split(' ')
  const blanks = words.filter(isBlank)
  const [first, ...others] = rest
  return words.flatMap(word => {
    if (word === '…') return rest
    if (word.includes('<value>')) return [word.replace('<value>', () => value)]
    if (!isBlank(word) || first === undefined) return [word]
    if (blanks.length === 1) return rest
    const own = word === blanks[0] ? [first] : others
    return own.length ? own : [word]
  })
}

/** What the user's own words take the place of. */
function isBlank(word: string): boolean {
  return /^<.*>$/.test(word) && word !== '<value>'
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
