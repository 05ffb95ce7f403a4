import { Command, CommanderError, Option } from 'commander'
import type { GlobalOptions } from '../context.ts'
import { Failure } from '../failure.ts'
import {
  commandNamed,
  firstWords,
  type Heading,
  type Line,
  type Noun,
  pathOf,
  type Verb,
  verbsOf,
} from './command.ts'
import {
  asTyped,
  isFlagSaidOtherwise,
  meantWord,
  saidOtherwise,
  wordsSaidOtherwise,
} from './did-you-mean.ts'
import { type Form, flagWords, type Typed } from './form.ts'
import { withLooseWords } from './loose-words.ts'

/** What a command line asks for. */
export type Asked =
  | { for: 'version' }
  | { for: 'help'; on: string[] }
  | { for: 'today'; options: GlobalOptions }
  | {
      for: 'verb'
      verb: Verb
      line: Line
      options: GlobalOptions
      /** The line with quotes around what was taken into a flag without them; absent where nothing was. */
      readAs?: string
    }

/** The flags of every command, as help lists them. */
export const GLOBAL_FLAGS: readonly [string, string][] = [
  ['--file <path>', 'use this data file (also NETMED_FILE)'],
  ['--json', 'the answer as JSON, without private items'],
  ['--no-input', 'never ask'],
  ['-q, --quiet', 'answers only, no hints or warnings'],
  ['--no-color', 'no color'],
  ['--yes', 'say yes to every question that needs a yes'],
  ['--debug', 'more detail when something fails'],
]

/** Reads words into a verb with its arguments and flags; only the typed command is looked at. */
export function readCommandLine(argv: readonly string[], headings: readonly Heading[]): Asked {
  try {
    return readWords(argv, headings)
  } catch (error) {
    const meant = error instanceof Failure ? lineMeant(argv, headings) : undefined
    if (!meant || !(error instanceof Failure)) throw error
    throw new Failure('usage', error.message, `Did you mean: ${asTyped(meant)}`)
  }
}

const MOST_STEPS = 8

/** The line of the table of other words that reads; of several old flags each takes a step. */
function lineMeant(
  line: readonly string[],
  headings: readonly Heading[],
  steps = MOST_STEPS,
): string[] | undefined {
  for (const other of saidOtherwise(line)) {
    try {
      readWords(other, headings)
      return other
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const further = steps > 0 ? lineMeant(other, headings, steps - 1) : undefined
      if (further) return further
    }
  }
  return undefined
}

function readWords(argv: readonly string[], headings: readonly Heading[]): Asked {
  const old = wordsSaidOtherwise(argv)
  if (old !== undefined) throw unknownWord(old, headings)
  const globals = new Command()
  for (const [flags, help] of GLOBAL_FLAGS) globals.addOption(new Option(flags, help))
  globals.addOption(new Option('-V, --version'))
  const { operands, unknown } = split(globals, argv, {})
  const options = globalOptions(globals.opts())
  const [word, ...more] = operands
  if (globals.opts().version) return { for: 'version' }
  if (word === undefined) {
    if (unknown.some(asksHelp)) return { for: 'help', on: [] }
    if (unknown[0] !== undefined) throw unknownFlag(unknown[0], {})
    return { for: 'today', options }
  }
  if (word === 'help') {
    const flag = unknown.find(each => !asksHelp(each))
    if (flag !== undefined) throw unknownFlag(flag, {})
    return { for: 'help', on: more }
  }
  const command = commandNamed(headings, word)
  if (!command) throw unknownWord(word, headings)
  const verb = verbMeant(command, word, more[0])
  if (!verb) {
    if (unknown.some(asksHelp)) return { for: 'help', on: [word] }
    throw 'verbs' in command ? oneMoreWord(command, word, more[0]) : unknownWord(word, headings)
  }
  return readVerb(verb, operands, unknown, options)
}

function readVerb(
  verb: Verb,
  operands: readonly string[],
  words: readonly string[],
  options: GlobalOptions,
): Asked {
  const path = pathOf(verb).split(' ')
  const form = verb.form ?? {}
  const flags = new Command()
  addOptions(flags, form)
  const taken = withLooseWords(words, {
    form,
    before: operands,
    isSaid: operands.length > path.length || verb.isAlone === true,
    areNumbers: /\[numbers?\.\.\.\]/.test(verb.words),
    dayFlag: verb.dayFlag,
  })
  const { operands: between, unknown } = split(flags, taken, form)
  if (unknown.some(asksHelp)) return { for: 'help', on: path }
  if (unknown[0] !== undefined) throw unknownFlag(unknown[0], form, verb)
  const args = [...operands.slice(path.length), ...between]
  if (args.length > mostArguments(verb)) throw oneWordTooMany(verb)
  const line = { args, typed: typedOf(form, flags.opts()) }
  const isSame = taken.length === words.length
  return {
    for: 'verb',
    verb,
    line,
    options,
    ...(!isSame && { readAs: asTyped([...operands, ...taken]) }),
  }
}

/** The verb of two words where the second is one of its noun, else that of the first word alone. */
function verbMeant(command: Verb | Noun, word: string, second: string | undefined) {
  const verbs = verbsOf(command)
  const verb = verbs.find(each => pathOf(each) === `${word} ${second}`)
  return verb ?? verbs.find(each => pathOf(each) === word)
}

function mostArguments({ words }: Verb): number {
  return words.includes('...]') ? Number.POSITIVE_INFINITY : words.split('[').length - 1
}

function asksHelp(word: string): boolean {
  return word === '-h' || word === '--help'
}

/** Known flags taken out: what stands before the first unknown one, and all from there. */
function split(flags: Command, words: readonly string[], form: Form) {
  flags.exitOverride().configureOutput({ writeErr: () => {} })
  try {
    return flags.parseOptions([...words])
  } catch (error) {
    const isLacking =
      error instanceof CommanderError && error.code === 'commander.optionMissingArgument'
    if (!isLacking) throw error
    // A flag takes whatever word comes next, so the one that lacks it is the last.
    throw valueLacking(words.at(-1) ?? '', form)
  }
}

function addOptions(command: Command, form: Form): void {
  for (const [key, field] of Object.entries(form)) {
    if (!field.flag) continue
    const short = field.short ? `-${field.short}, ` : ''
    const option = new Option(`${short}${flagWords(key, field)}`)
    // Commander keeps only the last of a repeated flag, and its variadic options swallow names.
    if (field.many) option.argParser((value: string, all: unknown) => [...asList(all), value])
    command.addOption(option)
    if (field.clearable) command.addOption(new Option(`--no-${field.flag}`))
  }
}

/** What was typed so far; `--no-email --email …` keeps that the list was emptied, as a leading false. */
function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value === false ? [false] : []
}

/** The typed options under the keys of the form instead of commander's camel case. */
function typedOf(form: Form, options: Record<string, unknown>): Typed {
  const typed: Typed = {}
  for (const [key, { flag }] of Object.entries(form)) {
    if (!flag) continue
    // Commander keeps `--no-follow-up` as `followUp: false`, and true while it is not typed.
    const isNegated = flag.startsWith('no-')
    const value = options[camelCase(isNegated ? flag.slice(3) : flag)]
    if (isNegated ? value === false : value !== undefined) typed[key] = isNegated || value
  }
  return typed
}

function camelCase(flag: string): string {
  return flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function globalOptions(raw: Record<string, unknown>): GlobalOptions {
  return {
    file: typeof raw.file === 'string' ? raw.file : undefined,
    json: raw.json === true,
    input: raw.input !== false,
    quiet: raw.quiet === true,
    color: raw.color !== false,
    yes: raw.yes === true,
    debug: raw.debug === true,
  }
}

// What does not read

function unknownWord(word: string, headings: readonly Heading[]): Failure {
  const near = meantWord(word, firstWords(headings))
  const hint = near ? `Did you mean ${near}?` : 'All commands: netmed help all'
  return new Failure('usage', `There is no command "${word}".`, hint)
}

/** A word was typed that only leads to others, alone or with one that is none of them. */
function oneMoreWord({ verbs }: Noun, word: string, second: string | undefined): Failure {
  const paths = verbs.map(pathOf)
  if (second === undefined) {
    return new Failure('usage', `netmed ${word} needs one more word.`, asLines(paths))
  }
  const near = meantWord(
    second,
    paths.map(path => path.slice(word.length + 1)),
  )
  const hint = near ? `Did you mean ${word} ${near}?` : asLines(paths)
  return new Failure('usage', `There is no command "${word} ${second}".`, hint)
}

function asLines(paths: readonly string[]): string {
  return paths.map(path => `netmed ${path}`).join('\n')
}

function oneWordTooMany(verb: Verb): Failure {
  const path = pathOf(verb)
  const takes = mostArguments(verb)
    ? `netmed ${path} takes fewer words; quotes keep several together.`
    : `netmed ${path} takes no more words.`
  return new Failure('usage', takes, helpHint(verb))
}

function unknownFlag(word: string, form: Form, verb?: Verb): Failure {
  const [name = ''] = word.split('=')
  if (/^-\d|\s/.test(word) && verb && mostArguments(verb)) {
    const behind = asTyped([pathOf(verb), '…', '--', word])
    return new Failure(
      'usage',
      `"${word}" reads as an option.`,
      `For text that begins with a minus, write -- before it: ${behind}`,
    )
  }
  const names = Object.values(form).flatMap(({ flag }) => (flag ? [flag] : []))
  const typed = name.replace(/^-+/, '')
  if (name !== word && names.includes(typed)) {
    return new Failure('usage', `${name} takes no value.`, helpHint(verb))
  }
  const begun = names.filter(flag => flag.startsWith(typed))
  // What has another word somewhere is no slip of a letter here.
  const slip = isFlagSaidOtherwise(typed) ? undefined : meantWord(typed, names)
  const near = begun.length === 1 ? begun[0] : slip
  const hint = near ? `Did you mean --${near}?` : helpHint(verb)
  return new Failure('usage', `Unknown option "${name}".`, hint)
}

function valueLacking(word: string, form: Form): Failure {
  const entries = Object.entries(form)
  const known = entries.find(([, { flag, short }]) =>
    word.startsWith('--') ? `--${flag}` === word : short === word.at(-1),
  )
  const hint = known
    ? `${flagWords(...known)}  ${known[1].help}`
    : GLOBAL_FLAGS.find(([flags]) => flags.startsWith(`${word} `))?.join('  ')
  return new Failure('usage', `${word} needs a value.`, hint)
}

function helpHint(verb?: Verb): string {
  if (!verb) return 'All commands: netmed help all'
  return `How it works: netmed help ${pathOf(verb)}`
}
