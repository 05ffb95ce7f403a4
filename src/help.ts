import { Failure } from './failure.ts'
import {
  commandNamed,
  firstWords,
  type Heading,
  type Noun,
  pathOf,
  type Verb,
  verbsOf,
} from './input/command.ts'
import { GLOBAL_FLAGS } from './input/command-line.ts'
import { type Form, flagWords } from './input/form.ts'
import { columns, type Row } from './render/table.ts'
import { wrap } from './render/text.ts'
import type { Screen } from './render/theme.ts'

/** All commands under their headings, and the daily ones. */
export interface Contents {
  headings: readonly Heading[]
  daily: readonly string[]
}

/** Help on those words: on a command, on all of them, or, without words, where to begin. */
export function helpOn(words: readonly string[], contents: Contents, screen: Screen): string {
  const [word, ...more] = words
  if (word === undefined || word === 'help') return topHelp(contents, screen)
  if (word === 'all') return allHelp(contents, screen)
  const command = commandNamed(contents.headings, word)
  const path = words.join(' ')
  const verbs = command ? verbsOf(command) : []
  const verb = verbs.find(each => pathOf(each) === path)
  const isFirst = !more.length
  if (verb) return verbHelp(verb, isFirst ? verbs.filter(each => each !== verb) : [], screen)
  if (command && 'verbs' in command && isFirst) return nounHelp(command, screen)
  throw new Failure('usage', `There is no command "${path}".`, 'netmed help all')
}

/** Words of the list that do not say by themselves what they do. */
const IN_SHORT: readonly Row[] = [
  ['heard', 'they answered'],
  ['drop', 'let a follow-up go'],
  ['season', 'a busy time: fewer reminders, or none'],
  ['lint', 'check what you wrote for patient information'],
]

const MORE: readonly Row[] = [
  ['netmed help all', 'every command, with what it does'],
  ['netmed help log', 'one of them, with examples and options'],
]

/** Their names alone: what each does is said once, where help begins. */
const EVERYWHERE = GLOBAL_FLAGS.map(([flag]) => /--[a-z-]+/.exec(flag)?.[0]).join(' ')

/** The daily verbs and where the rest is. */
function topHelp({ headings, daily }: Contents, screen: Screen): string {
  const known = daily.flatMap(word => {
    const command = commandNamed(headings, word)
    return command ? [[word, command.says]] : []
  })
  return [
    'netmed helps you keep up with the people you meet. Everything stays on this computer.',
    '',
    'Examples:',
    '  netmed add "Priya Nair"',
    '  netmed log priya --kind coffee --detail "her cardiology rotation"',
    '  netmed due',
    '',
    'Every day:',
    table(known, screen),
    '',
    'All commands:',
    table(
      headings.map(each => [each.heading, firstWords([each]).join(' ')]),
      screen,
    ),
    '',
    'Some of them in short:',
    table(IN_SHORT, screen),
    '',
    'These work with every command:',
    table(GLOBAL_FLAGS, screen),
    '',
    'More:',
    table(MORE, screen),
    '',
  ].join('\n')
}

/** Every word under its heading, a line each. */
function allHelp({ headings }: Contents, screen: Screen): string {
  const rows: Row[] = headings.flatMap(({ heading, commands }, index) => [
    ...(index ? [''] : []),
    { text: heading, paint: screen.theme.heading },
    ...Object.entries(commands).map(wordRow),
  ])
  rows.push(['help', 'help on a command; "help all" lists everything'])
  return `${columns(rows, { width: screen.columns })}\n`
}

/** `event  conferences, talks, rotations · add, list, met`. */
function wordRow([word, command]: [string, Verb | Noun]): string[] {
  const behind = verbsOf(command).flatMap(verb => pathOf(verb).split(' ')[1] ?? [])
  return [word, [command.says, ...(behind.length ? [behind.join(', ')] : [])].join(' · ')]
}

/** Help on a word that only leads to others. */
function nounHelp({ says, verbs }: Noun, screen: Screen): string {
  return `${says}\n\n${linesOf(verbs, screen)}\n`
}

function linesOf(verbs: readonly Verb[], screen: Screen): string {
  const rows = verbs.map(verb => [`netmed ${pathOf(verb)}`, verb.says])
  return table(rows, screen)
}

/** Up to so many options say each how they are cleared. */
const FEW = 6

type FormEntry = [string, Form[string]]

/** The words of long lists, which the options themselves have no room for. */
function choicesOf(fields: readonly FormEntry[], screen: Screen): string[] {
  const flags = new Map<string, string[]>()
  for (const [, { flag, choices }] of fields) {
    if (!flag || !choices || choices.length <= FEW) continue
    const words = choices.join(', ')
    flags.set(words, [...(flags.get(words) ?? []), `--${flag}`])
  }
  const rows = [...flags].map(([words, these]) => [these.join(' '), words])
  return rows.length ? ['', 'Words:', table(rows, screen)] : []
}

/** Help on one command: examples first, then its options, then the longer commands that it begins. */
function verbHelp(verb: Verb, longer: readonly Verb[], screen: Screen): string {
  const fields = Object.entries(verb.form ?? {})
  const clearable = fields.filter(([, field]) => field.clearable)
  const saysEach = clearable.length <= FEW
  const rowOf = ([key, field]: FormEntry): string[] => {
    const short = field.short ? `-${field.short}, ` : ''
    const again = field.many ? ' (repeat for more)' : ''
    const clears = field.clearable && saysEach ? `; --no-${field.flag} clears it` : ''
    return [`${short}${flagWords(key, field)}`, `${field.help}${again}${clears}`]
  }
  const groups = [...new Set(fields.map(([, field]) => field.group ?? 'Options'))]
  const options = groups.flatMap(group => {
    const ofIt = fields.filter(([, field]) => (field.group ?? 'Options') === group)
    return ['', `${group}:`, table(ofIt.map(rowOf), screen)]
  })
  const words = verb.words.replace(/\[(\w+)\.\.\.\]/g, '[$1…]')
  return [
    'Examples:',
    ...verb.examples.map(example => `  ${example}`),
    '',
    `netmed ${words}`,
    `  ${verb.says}`,
    ...options,
    ...choicesOf(fields, screen),
    ...(saysEach ? [] : ['', `To clear a field: --no-${clearable[0]?.[1].flag}, and so on.`]),
    ...(verb.details ? ['', wrap(verb.details, screen.columns)] : []),
    ...(longer.length ? ['', 'More:', linesOf(longer, screen)] : []),
    '',
    wrap(`Also, with every command (see netmed help): ${EVERYWHERE}`, screen.columns),
    '',
  ].join('\n')
}

function table(rows: readonly Row[], screen: Screen): string {
  return columns(rows, { width: screen.columns })
}
