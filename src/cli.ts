import { Command, CommanderError, Option } from 'commander'
import { HEADINGS, showToday } from './commands/index.ts'
import type { Context, GlobalOptions, Host } from './context.ts'
import { dayOfMoment, timeOfMoment } from './domain/words/days.ts'
import { Failure } from './failure.ts'
import { readTemplate } from './formats/template.ts'
import { allHelp, nounHelp, topHelp, verbHelp } from './help.ts'
import type { Cli, Verb } from './input/command.ts'
import { copyText, editorWords, openUri } from './input/desktop.ts'
import { type Form, flagWords, type Typed } from './input/form.ts'
import { workThrough } from './input/progress.ts'
import { remembered } from './input/remembered.ts'
import { visibleJson, visibleLines } from './render/text.ts'
import { makeTheme, type Screen } from './render/theme.ts'
import { shownSafely } from './shown-safely.ts'
import { foreignDatabase } from './store/data-file.ts'
import { newPrivateFolder } from './store/files.ts'
import { editPrivately, loadBytes, loadText, savePrivateTemp, saveText } from './store/own-files.ts'
import { homeIn, places, temporaryFolder } from './store/places.ts'
import { openStore, type Store } from './store/store.ts'
import { templateSource } from './store/templates.ts'
import { vdirKey, writeVdir } from './store/vdir.ts'
import { version } from './version.ts'

/** Runs one command line and gives its exit code; everything printed goes through the host. */
export async function runCli(argv: string[], host: Host): Promise<number> {
  const session = new Session(argv, host)
  try {
    await session.run()
    return 0
  } catch (error) {
    return session.fail(error)
  }
}

/** One command line from words to exit code. */
class Session {
  readonly #argv: string[]
  readonly #host: Host
  #answer: object | undefined
  #warnings: string[] = []
  #isJson: boolean

  constructor(argv: string[], host: Host) {
    this.#argv = argv
    this.#host = host
    this.#isJson = beforeDashes(argv).includes('--json')
  }

  async run(): Promise<void> {
    if (isBare(this.#argv)) {
      const program = this.#program()
      const [unknown] = program.parseOptions(this.#argv).unknown
      if (unknown !== undefined) throw unknownOption(unknown, program)
      const ctx = this.#context('due', program.opts())
      await showToday(ctx)
    } else {
      await this.#program().parseAsync(this.#argv, { from: 'user' })
    }
    this.#printAnswer()
  }

  #printAnswer(): void {
    if (!this.#isJson || !this.#answer) return
    const whole = { ...this.#answer, warnings: this.#warnings }
    this.#host.stdout.write(`${visibleJson(JSON.stringify(whole, null, 2))}\n`)
  }

  /** Prints what went wrong on stderr and gives the exit code. */
  fail(error: unknown): number {
    if (error instanceof CommanderError && error.exitCode === 0) {
      this.#printAnswer()
      return 0
    }
    const failure = asFailure(error)
    const { kind, message, hint } = failure
    if (this.#isJson) {
      const text = JSON.stringify({ error: { kind, message, hint: hint ?? null } })
      this.#host.stderr.write(`${visibleJson(text)}\n`)
    } else if (kind !== 'interrupted') {
      const lines = [message, ...(hint?.split('\n') ?? []).map(line => `  ${line}`)]
      this.#host.stderr.write(`${visibleLines(lines.join('\n'))}\n`)
    }
    const isDebug = beforeDashes(this.#argv).includes('--debug')
    if (isDebug && error instanceof Error) {
      this.#host.stderr.write(`${visibleLines(String(error.stack))}\n`)
    }
    return failure.exitCode
  }

  #program(): Command {
    const program = new Command('netmed')
    this.#quiet(program)
    program
      .version(version, '-V, --version', 'say which version this is')
      .helpOption('-h, --help', 'help')
      .helpCommand(false)
      .option('--file <path>', 'use this data file')
      .option('--json', 'print the answer as JSON')
      .option('--no-input', 'never ask')
      .option('--quiet', 'no notes and echoes, answers only')
      .option('--no-color', 'no color')
      .option('--yes', 'answer every confirmation with yes')
      .option('--debug', 'say more when something fails')
    program.configureHelp({ formatHelp: () => topHelp(program, this.#screen()) })

    // Declaring all commands takes longer than most of them, so only what was typed is; all for help.
    const typed = firstWord(this.#argv)
    if (typed !== undefined) this.#registerCommands(program, words => words.includes(typed))
    if (!program.commands.length && !asksVersion(this.#argv)) {
      this.#registerCommands(program, () => true)
    }
    this.#registrar(program, () => true).verb({
      words: 'help [words...]',
      says: 'help on a command; "help all" lists everything',
      examples: ['netmed help all', 'netmed help log'],
      act: (_ctx, { args }) => this.#help(program, args),
    })
    return program
  }

  #registerCommands(program: Command, wants: Cli['wants']): void {
    const cli = this.#registrar(program, wants)
    for (const { heading, commands } of HEADINGS) {
      this.#heading = heading
      for (const register of commands) register(cli)
    }
    this.#heading = ''
  }

  #heading = ''

  /** Commander's own messages echo raw words, so they are swallowed and printed by `fail`. */
  #quiet(command: Command): void {
    command.exitOverride(error => {
      throw error.exitCode === 0 ? error : usageFailure(error, command)
    })
    command.configureOutput({
      writeOut: text => this.#say(text),
      writeErr: () => {},
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
  }

  /** Help or the version: our own words, painted already. */
  #say(text: string): void {
    if (!this.#isJson) this.#host.stdout.write(text)
    else this.#answer = text === `${version}\n` ? { version } : { help: text }
  }

  #registrar(program: Command, wants: Cli['wants']): Cli {
    return {
      wants,
      noun: (word, says) => {
        if (!wants([word])) return
        const noun = program.command(word).description(says).helpGroup(this.#heading)
        noun.helpCommand(false)
        noun.configureHelp({ formatHelp: () => nounHelp(noun, this.#screen()) })
        this.#quiet(noun)
        noun.exitOverride(error => {
          if (error.exitCode === 0) throw error
          throw error.code === 'commander.help' ? oneMoreWord(noun) : usageFailure(error, noun)
        })
      },
      verb: verb => {
        const [first = ''] = verb.words.split(' ')
        if (wants([first])) this.#register(program, verb)
      },
    }
  }

  #register(program: Command, verb: Verb): void {
    const [first = '', second = ''] = verb.words.split(' ')
    const isNested = /^[a-z]/.test(second)
    const parent = isNested ? program.commands.find(each => each.name() === first) : program
    if (!parent) throw new Error(`no noun for "${verb.words}"`)
    const words = isNested ? verb.words.slice(first.length + 1) : verb.words
    const command = parent.command(words).description(verb.says)
    this.#quiet(command)
    if (!isNested) command.helpGroup(this.#heading)
    addOptions(command, verb.form ?? {})
    command.configureHelp({ formatHelp: () => verbHelp(verb, this.#screen()) })
    command.action(async () => {
      const options = command.optsWithGlobals()
      const path = isNested ? `${first} ${command.name()}` : command.name()
      const typed = typedOf(verb.form ?? {}, command.opts())
      await verb.act(this.#context(path, options), { args: command.args, typed })
    })
  }

  #help(program: Command, words: string[]): void {
    if (!words.length || words[0] === 'all') {
      const all = words[0] === 'all'
      this.#say(all ? allHelp(program, this.#screen()) : topHelp(program, this.#screen()))
      return
    }
    let command = program
    for (const word of words) {
      const next = command.commands.find(each => each.name() === word)
      if (!next) {
        throw new Failure('usage', `There is no command "${words.join(' ')}".`, 'netmed help all')
      }
      command = next
    }
    command.outputHelp()
  }

  #screen(color = true): Screen {
    const { stdout } = this.#host
    return {
      columns: stdout.columns,
      theme: makeTheme(color && !this.#isJson ? stdout.colorLevel : 0),
    }
  }

  #context(command: string, raw: Record<string, unknown>): Context {
    const host = this.#host
    const options = globalOptions(raw)
    this.#isJson = options.json
    const now = host.now()
    const where = places(host)
    const ask = options.input && host.ask ? shownSafely(host.ask) : null
    let store: Store | undefined
    const ctx: Context = {
      options,
      now: now.toISOString(),
      today: dayOfMoment(now),
      time: timeOfMoment(now),
      get store() {
        store ??= openStore({
          path: options.file ?? host.env.NETMED_FILE ?? where.dataFile,
          stateFolder: where.state,
          command,
          now: host.now,
          random: host.random,
          platform: host.platform,
          cwd: host.cwd,
          note: text => ctx.note(text),
          interrupted: () => host.interrupted,
          ...(host.env.USER && { user: host.env.USER }),
        })
        return store
      },
      ask,
      confirm: async text => {
        if (options.yes) return true
        if (ask) return ask.confirm({ message: text, fallback: false })
        throw new Failure('usage', `${text} Nobody is here to answer.`, 'To say yes: --yes')
      },
      show: (answer, render) => {
        this.#answer = answer
        if (!options.json) this.#print(render(answer, this.#screen(options.color)))
      },
      echo: (answer, render) => {
        this.#answer = answer
        if (options.json || options.quiet) return
        this.#print(render(answer, this.#screen(options.color)))
      },
      note: text => {
        if (options.json) this.#warnings.push(text)
        else if (!options.quiet) host.stderr.write(`${visibleLines(text)}\n`)
      },
      load: (path, limit) => (path === '-' ? host.stdin.read(limit) : loadText(path, limit, host)),
      loadBytes: (path, limit) =>
        path === '-' ? host.stdin.bytes(limit) : loadBytes(path, limit, host),
      working: (text, steps) => workThrough(host, { ...options, since: now }, text, steps),
      save: (text, path) => {
        if (path !== undefined) return saveText(path, text, host)
        host.stdout.write(text)
        return '-'
      },
      saveFolder: (folder, files) => {
        const key = vdirKey(folder, host)
        const written = writeVdir(folder, files, remembered(ctx.store, key), host)
        ctx.store.memory.write(key, JSON.stringify(written.ours))
        return written
      },
      edit: (text, { suffix = '.txt' } = {}) =>
        editPrivately(text, { suffix, host, words: editorWords(host), where }),
      keepAside: (text, suffix) => savePrivateTemp(text, suffix, where.state).path,
      templates: templateSource(host, where, readTemplate),
      foreign: (name, text) => foreignDatabase(name, text, now.toISOString()),
      scratch: name =>
        homeIn(newPrivateFolder(`${temporaryFolder(host)}/netmed-${name}-`), host.env),
      copy: text => copyText(host, text),
      open: uri => openUri(host, uri),
      // Getters of the host stay unasked, as each costs time or installs something.
      run: (line, world = {}) =>
        runCli(line, Object.create(host, Object.getOwnPropertyDescriptors(world))),
      host,
    }
    return ctx
  }

  #print(text: string): void {
    if (text) this.#host.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  }
}

function beforeDashes(argv: readonly string[]): readonly string[] {
  const dashes = argv.indexOf('--')
  return dashes < 0 ? argv : argv.slice(0, dashes)
}

const ASKS_FOR_ITSELF = new Set(['-h', '--help', '-V', '--version'])

/** Only global flags were typed. */
function isBare(argv: readonly string[]): boolean {
  return withoutFile(argv).every(word => isFlag(word) && !ASKS_FOR_ITSELF.has(word))
}

function firstWord(argv: readonly string[]): string | undefined {
  return withoutFile(argv).find(word => !isFlag(word))
}

/** What these words ran, if they went well: the first word of a command, or what stands for none. */
export function commandTyped(argv: readonly string[]): string {
  if (isBare(argv)) return 'due'
  if (beforeDashes(argv).some(word => ASKS_FOR_ITSELF.has(word))) return 'help'
  return firstWord(argv) ?? 'help'
}

function asksVersion(argv: readonly string[]): boolean {
  return argv[0] === '-V' || argv[0] === '--version'
}

function withoutFile(argv: readonly string[]): string[] {
  return argv.filter((word, index) => argv[index - 1] !== '--file' || word.startsWith('--'))
}

function isFlag(word: string): boolean {
  return word.startsWith('-') && word !== '-'
}

function addOptions(command: Command, form: Form): void {
  for (const [key, field] of Object.entries(form)) {
    if (!field.flag) continue
    const short = field.short ? `-${field.short}, ` : ''
    const option = new Option(`${short}${flagWords(key, field)}`, field.help)
    // Commander keeps only the last of a repeated flag, and its variadic options swallow names.
    if (field.many) option.argParser((value: string, all: unknown) => [...asList(all), value])
    command.addOption(option)
    if (field.clearable) command.addOption(new Option(`--no-${field.flag}`).hideHelp())
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

/** Commander's mistakes become usage failures; what nobody expected is said to be a bug. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const message = error instanceof Error ? error.message : String(error)
  return new Failure(
    'bug',
    `netmed met a fault of its own: ${message}`,
    'Your data is as it was. Please report this, with what you typed and what --debug prints.',
    { cause: error },
  )
}

/** A word was typed that only leads to others. */
function oneMoreWord(noun: Command): Failure {
  const lines = noun.commands.map(leaf => `netmed ${noun.name()} ${leaf.name()}`)
  return new Failure('usage', `netmed ${noun.name()} needs one more word.`, lines.join('\n'))
}

/** Commander's mistake in our words; the hint leads to what the command does take. */
function usageFailure(error: CommanderError, command: Command): Failure {
  if (error.code === 'commander.excessArguments') return oneWordTooMany(command)
  const [said = '', guess] = error.message.replace(/^error: /, '').split('\n')
  const unknown = /^unknown option '([^']*)'/.exec(said)?.[1]
  const near = /Did you mean (?:one of )?([^)?]+)\?\)/.exec(guess ?? '')?.[1]
  const hint = near ?? (unknown && begunBy(unknown, command))
  const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
    .replace(/'/g, '"')
    .replace(/\.+$/, '.')
  return new Failure('usage', sentence, hint ? `Did you mean ${hint}?` : helpHint(command))
}

function oneWordTooMany(command: Command): Failure {
  const words = pathOf(command).join(' ')
  const takes = command.registeredArguments.length
    ? `netmed ${words} takes fewer words; quotes keep several together.`
    : `netmed ${words} takes no further word.`
  return new Failure('usage', takes, helpHint(command))
}

function unknownOption(word: string, command: Command): Failure {
  return new Failure('usage', `Unknown option "${word}".`, helpHint(command))
}

/** The one flag that begins so. */
function begunBy(word: string, command: Command): string | undefined {
  const flags = command.options.flatMap(({ long, hidden }) => (long && !hidden ? [long] : []))
  const begun = flags.filter(flag => flag.startsWith(word))
  return begun.length === 1 ? begun[0] : undefined
}

function helpHint(command: Command): string {
  const words = pathOf(command)
  if (!words.length) return 'netmed help all lists every command.'
  return `netmed help ${words.join(' ')} lists what it takes.`
}

/** The words that lead to a command, without the program's own. */
function pathOf(command: Command): string[] {
  return command.parent ? [...pathOf(command.parent), command.name()] : []
}
