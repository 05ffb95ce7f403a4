import type { Command } from 'commander'
import { DAILY } from './commands/index.ts'
import type { Verb } from './input/command.ts'
import { type Form, flagWords } from './input/form.ts'
import { columns, type Row } from './render/table.ts'
import { wrap } from './render/text.ts'
import type { Screen } from './render/theme.ts'

const GLOBALS: readonly [string, string][] = [
  ['--file <path>', 'use this data file (also NETMED_FILE)'],
  ['--json', 'the answer as one JSON object'],
  ['--no-input', 'never ask'],
  ['--quiet', 'no notes and echoes, answers only'],
  ['--no-color', 'no color'],
  ['--yes', 'yes to every confirmation'],
  ['--debug', 'say more when something fails'],
]

/** `netmed --help`: the daily verbs and where the rest is. */
export function topHelp(program: Command, screen: Screen): string {
  const daily = DAILY.flatMap(name => program.commands.filter(each => each.name() === name))
  const headings = new Map<string, string[]>()
  for (const command of program.commands) {
    const group = command.helpGroup()
    if (group) headings.set(group, [...(headings.get(group) ?? []), command.name()])
  }
  return [
    'netmed keeps your people, on this machine only.',
    '',
    'Examples:',
    '  netmed add "Priya Nair"',
    '  netmed log priya --kind coffee --detail "her cardiology rotation"',
    '  netmed due',
    '',
    'Every day:',
    table(
      daily.map(command => [command.name(), command.description()]),
      screen,
    ),
    '',
    'All commands:',
    table(
      [...headings].map(([heading, names]) => [heading, names.join(' ')]),
      screen,
    ),
    '',
    'For every command:',
    table(GLOBALS, screen),
    '',
    'netmed help all, netmed help <command>',
    '',
  ].join('\n')
}

/** `netmed help all`: every command under its heading. */
export function allHelp(program: Command, screen: Screen): string {
  const rows: Row[] = []
  let heading = ''
  for (const command of program.commands) {
    const group = command.helpGroup() ?? ''
    if (group && group !== heading)
      rows.push(...(rows.length ? [''] : []), { text: group, paint: screen.theme.heading })
    heading = group || heading
    const leaves = command.commands.length ? command.commands : [command]
    for (const leaf of leaves) {
      const path = leaf === command ? leaf.name() : `${command.name()} ${leaf.name()}`
      rows.push([path, leaf.description()])
    }
  }
  return `${columns(rows, { width: screen.columns })}\n`
}

/** Help on a word that only leads to others. */
export function nounHelp(noun: Command, screen: Screen): string {
  const rows = noun.commands.map(leaf => [
    `netmed ${noun.name()} ${leaf.name()}`,
    leaf.description(),
  ])
  return `${noun.description()}\n\n${table(rows, screen)}\n`
}

/** Up to so many options say each how they are cleared. */
const FEW = 6

type FormEntry = [string, Form[string]]

/** The words of long lists, which the options themselves have no room for. */
function choicesOf(fields: readonly FormEntry[], screen: Screen): string[] {
  const flags = new Map<string, string[]>()
  for (const [, { flag, choices }] of fields) {
    if (!flag || !choices || choices.length <= FEW) continue
    const words = choices.join(' ')
    flags.set(words, [...(flags.get(words) ?? []), `--${flag}`])
  }
  const rows = [...flags].map(([words, these]) => [these.join(' '), words])
  return rows.length ? ['', 'Words:', table(rows, screen)] : []
}

/** Help on one command: examples first, then its options. */
export function verbHelp(verb: Verb, screen: Screen): string {
  const fields = Object.entries(verb.form ?? {})
  const clearable = fields.filter(([, field]) => field.clearable)
  const saysEach = clearable.length <= FEW
  const rowOf = ([key, field]: FormEntry): string[] => {
    const short = field.short ? `-${field.short}, ` : ''
    const again = field.many ? ' (again for more)' : ''
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
    '',
    'For every command:',
    table(GLOBALS, screen),
    '',
  ].join('\n')
}

function table(rows: readonly (readonly string[])[], screen: Screen): string {
  return columns(rows, { width: screen.columns })
}
