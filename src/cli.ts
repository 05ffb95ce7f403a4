import { DAILY, HEADINGS, showToday } from './commands/index.ts'
import type { Context, EditedText, GlobalOptions, Host, YesOrNo } from './context.ts'
import { namedUnseen, type PublicPart, publicPart } from './domain/data/lens.ts'
import type { Database } from './domain/data/model.ts'
import { dayOfMoment, FIRST_YEAR, LAST_YEAR, timeOfMoment } from './domain/words/days.ts'
import { Failure } from './failure.ts'
import { readTemplate } from './formats/template.ts'
import { helpOn } from './help.ts'
import { pathOf } from './input/command.ts'
import { readCommandLine } from './input/command-line.ts'
import { copyText, editorWords, openUri } from './input/desktop.ts'
import { workThrough } from './input/progress.ts'
import { remembered } from './input/remembered.ts'
import { factTable } from './render/asked.ts'
import {
  folded,
  LONGEST_LINE,
  visible,
  visibleJson,
  visibleLines,
  withOneStop,
} from './render/text.ts'
import { makeTheme, type Screen } from './render/theme.ts'
import { shownSafely } from './shown-safely.ts'
import { foreignDatabase } from './store/data-file.ts'
import {
  type Edit,
  editedText,
  isWorthKeeping,
  layOut,
  leftBehind,
  putAway,
  takeUp,
} from './store/edits.ts'
import { newPrivateFolder } from './store/files.ts'
import { openJottedFile } from './store/jotted-file.ts'
import { isAsWeLeftIt, outputFile, refuseOwnStream, rememberOutput } from './store/outputs.ts'
import { loadBytes, loadText, saveText } from './store/own-files.ts'
import { homeIn, places, temporaryFolder } from './store/places.ts'
import { openStore, type Store } from './store/store.ts'
import { templateSource } from './store/templates.ts'
import {
  olderVdirKey,
  planVdir,
  type VdirKind,
  vdirKey,
  vdirLeftAlone,
  writeVdir,
} from './store/vdir.ts'
import { version } from './version.ts'

/** Runs one command line and gives its exit code; everything printed goes through the host. */
export async function runCli(argv: string[], host: Host): Promise<number> {
  const session = new Session(argv, host)
  try {
    await session.run()
    session.close()
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
  /** Numbers of private records that the change made or altered. */
  #numbers: number[] = []
  #lens: { of: Database['meta']; part: PublicPart } | undefined
  #isJson: boolean
  #cannotUndo = false
  /** What was in the editor last, until the command is through with it. */
  #inEditor: { of: string; edit: Edit; isOpen: boolean } | undefined
  /** The store of a file that was not there, where it was named or copies of it are. */
  #missing: { store: Store; hasCopies: boolean } | undefined

  constructor(argv: string[], host: Host) {
    this.#argv = argv
    this.#host = host
    this.#isJson = beforeDashes(argv).includes('--json')
  }

  async run(): Promise<void> {
    const asked = readCommandLine(this.#argv, HEADINGS)
    if (asked.for === 'version') this.#say(`${version}\n`, { version })
    else if (asked.for === 'help') this.#help(asked.on)
    else if (asked.for === 'today') await showToday(this.#context('due', [], asked.options))
    else {
      const { verb, line, options, readAs } = asked
      const ctx = this.#context(pathOf(verb), verb.examples, options)
      if (readAs !== undefined) ctx.note(`Read as: ${readAs}`)
      await verb.act(ctx, line)
    }
    this.#sayOfMissing()
    this.#printAnswer()
  }

  /** A slip in `--file` would else look as if everybody were gone. */
  #sayOfMissing(): void {
    if (!this.#missing) return
    const { store, hasCopies } = this.#missing
    const { path } = store
    const missing = store.exists() ? `Made ${path}.` : `There is no file at ${path} yet.`
    const copies = ' It was there before, and copies of it are kept: netmed restore latest'
    const said = `${missing}${hasCopies ? copies : ''}`
    if (this.#isJson) this.#warnings.push(said)
    else this.#host.stderr.write(`${visible(said)}\n`)
  }

  #printAnswer(): void {
    if (!this.#isJson || !this.#answer) return
    const numbers = this.#numbers.length ? { private: this.#numbers } : {}
    const whole = { ...this.#answer, ...numbers, warnings: this.#warnings }
    this.#host.stdout.write(`${visibleJson(JSON.stringify(whole, null, 2))}\n`)
  }

  /** Prints what went wrong on stderr and gives the exit code. */
  fail(error: unknown): number {
    const failure = asFailure(error)
    const { kind, message } = failure
    // What was found is said of work that is done: only the exit code is a failure's.
    if (kind === 'found') this.close()
    const kept = this.#keptText()
    const hint = [failure.hint, kept].filter(each => each !== undefined).join('\n') || null
    const { stderr } = this.#host
    if (kind === 'found') this.#printAnswer()
    if (this.#isJson) {
      const text = JSON.stringify({ error: { kind, message, hint } })
      stderr.write(`${visibleJson(text)}\n`)
    } else if (kind !== 'interrupted' || kept !== undefined) {
      const lines = [message, ...(hint?.split('\n') ?? []).map(line => `  ${line}`)]
      stderr.write(`${fitted(visibleLines(lines.join('\n')), stderr)}\n`)
      if (kind === 'not-found') this.#sayOfMissing()
    }
    const isDebug = beforeDashes(this.#argv).includes('--debug')
    if (isDebug && error instanceof Error) {
      this.#host.stderr.write(`${visibleLines(String(error.stack))}\n`)
    }
    return failure.exitCode
  }

  /** All went well: what was in the editor is where it belongs. */
  close(): void {
    if (this.#inEditor) putAway(this.#inEditor.edit)
    this.#inEditor = undefined
  }

  /** Where the text of the editor is, of a command that did not go well; what is none goes away. */
  #keptText(): string | undefined {
    if (!this.#inEditor) return undefined
    const { edit, isOpen } = this.#inEditor
    if (isWorthKeeping(edit)) return `What you typed is kept in ${edit.file}`
    if (!isOpen) putAway(edit)
    return undefined
  }

  async #edit(
    ctx: Context,
    text: string,
    { of, suffix, place }: { of: string; suffix: string; place: string },
  ): Promise<EditedText> {
    const before = this.#inEditor
    const isAgain = before?.of === of
    const left = isAgain ? undefined : await wantedAgain(ctx, leftBehind(place, of))
    const given = isAgain ? before.edit.given : undefined
    const edit = left ? takeUp(left) : layOut(text, { place, of, suffix, given })
    // What came before is in this text, or where it belongs.
    if (before) putAway(before.edit)
    this.#inEditor = { of, edit, isOpen: true }
    const words = editorWords(this.#host)
    const { code, isOpen } = await this.#host.runInTerminal([...words, edit.file])
    this.#inEditor = { of, edit, isOpen }
    this.#host.interrupted.throwIfAborted()
    if (code !== 0) {
      const what = code === null ? 'could not be started' : `ended with ${code}`
      throw new Failure('usage', `The editor ${words[0] ?? ''} ${what}.`, 'Set VISUAL or EDITOR.')
    }
    return { text: editedText(edit), given: edit.given }
  }

  async #confirm(
    asked: YesOrNo,
    { ask, options }: Pick<Context, 'ask' | 'options'>,
  ): Promise<boolean> {
    if (options.yes) return true
    const { about, question } = asked
    const { stderr } = this.#host
    const table = factTable(asked, columnsOf(stderr))
    if (ask) {
      if (table) stderr.write(`${[table.head, ...table.rows.map(row => `  ${row}`)].join('\n')}\n`)
      const message = table ? question : `${about} ${question}`
      return ask.confirm({ message, fallback: false })
    }
    const goAhead = 'To go ahead, type it again with --yes.'
    // A question is for the screen: it counts and names what is private too.
    if (options.json) {
      const said = 'This asks first, and there is no terminal to ask on.'
      throw new Failure('usage', said, goAhead)
    }
    if (!table) throw new Failure('usage', `${about} Nothing was changed yet.`, goAhead)
    const hint = [...table.rows, `Nothing was changed yet. ${goAhead}`].join('\n')
    throw new Failure('usage', table.head, hint)
  }

  #help(words: readonly string[]): void {
    const help = helpOn(words, { headings: HEADINGS, daily: DAILY }, this.#screen())
    this.#say(help, { help })
  }

  /** What needs no context: help and the version, painted already. */
  #say(text: string, answer: object): void {
    if (this.#isJson) this.#answer = answer
    else this.#host.stdout.write(fitted(text, this.#host.stdout))
  }

  #screen({ color = true, quiet = false }: Partial<GlobalOptions> = {}): Screen {
    const { stdout } = this.#host
    return {
      columns: columnsOf(stdout),
      rows: stdout.isTTY && stdout.rows > 0 ? stdout.rows : undefined,
      theme: makeTheme(color && !this.#isJson ? stdout.colorLevel : 0),
      ...(this.#cannotUndo && { cannotUndo: true }),
      ...(quiet && { isQuiet: true }),
    }
  }

  /** Made once for each state of the data: a commit gives them another `meta`. */
  #publicPart(db: Database): PublicPart {
    if (this.#lens?.of !== db.meta) this.#lens = { of: db.meta, part: publicPart(db) }
    return this.#lens.part
  }

  #told(db: Database): Database {
    const part = this.#publicPart(db)
    const numbers = new Set([...this.#numbers, ...namedUnseen(db, part)])
    this.#numbers = [...numbers].sort((a, b) => a - b)
    return part
  }

  #context(command: string, examples: readonly string[], options: GlobalOptions): Context {
    const host = this.#host
    this.#isJson = options.json
    const now = host.now()
    refuseBeyondCalendar(now)
    const where = places(host)
    const ask =
      options.input && host.ask ? shownSafely(host.ask, () => columnsOf(host.stderr)) : null
    let store: Store | undefined
    const templates = templateSource(host, where, readTemplate)
    const own = () => ({
      dataFiles: [ctx.store.path, where.dataFile, host.env.NETMED_FILE || where.dataFile],
      stateFolder: where.state,
      templateFolders: [templates.packagedFolder, templates.ownFolder],
    })
    const cannotUndo = (why: string) => {
      this.#cannotUndo = true
      ctx.note(why)
    }
    const lookFor = (named: Store) => {
      if (named.exists()) return
      const hasCopies = named.hasCopies() && !['doctor', 'restore'].includes(command)
      if (options.file !== undefined || hasCopies) this.#missing = { store: named, hasCopies }
    }
    const ctx: Context = {
      options,
      now: now.toISOString(),
      today: dayOfMoment(now),
      time: timeOfMoment(now),
      // Of a command that needs more than its word, one that has more.
      example: examples.find(each => each !== `netmed ${command}`),
      get store() {
        if (store) return store
        store = openStore({
          path: options.file ?? (host.env.NETMED_FILE || where.dataFile),
          stateFolder: where.state,
          command,
          now: host.now,
          random: host.random,
          platform: host.platform,
          cwd: host.cwd,
          cannotUndo,
          interrupted: () => host.interrupted,
          ...(host.env.USER && { user: host.env.USER }),
        })
        lookFor(store)
        return store
      },
      read: () => ctx.store.read(),
      asked: (withPrivate = !options.json) =>
        withPrivate ? ctx.read() : this.#publicPart(ctx.read()),
      publicPart: () => this.#publicPart(ctx.read()),
      told: (db, withPrivate = !options.json, unseen = new Set<number>()) => {
        if (withPrivate) return db
        return unseen.size ? publicPart(db, unseen) : this.#told(db)
      },
      ask,
      confirm: asked => this.#confirm(asked, { ask, options }),
      show: (answer, render, { asIs = false } = {}) => {
        this.#answer = answer
        if (!options.json) this.#print(render(answer, this.#screen(options)), asIs)
      },
      echo: (answer, render) => {
        this.#answer = answer
        if (options.json || options.quiet) return
        this.#print(render(answer, this.#screen(options)))
      },
      changed: (answer, render) => {
        const { opened, settled, ...rest } = { opened: [], settled: [], ...answer }
        ctx.echo({ ...rest, opened, settled }, (_, screen) => render(answer, screen))
      },
      note: text => {
        if (options.json) this.#warnings.push(text)
        else if (!options.quiet) host.stderr.write(`${fitted(visibleLines(text), host.stderr)}\n`)
      },
      load: (path, limit) => (path === '-' ? host.stdin.read(limit) : loadText(path, limit, host)),
      loadBytes: (path, limit) =>
        path === '-' ? host.stdin.bytes(limit) : loadBytes(path, limit, host),
      working: (text, steps) => workThrough(host, { ...options, since: now }, text, steps),
      jotted: path => openJottedFile(path, own(), host),
      mayWrite: path => {
        outputFile(path, own(), host)
      },
      save: async (text, path) => {
        const target = outputFile(path, own(), host)
        if (!isAsWeLeftIt(target, where.state) && !(await mayReplace(ctx, [target.path]))) {
          return null
        }
        rememberOutput(target, text, where.state)
        saveText(target, text)
        return { path: target.path, replaced: target.old !== undefined }
      },
      print: text => host.stdout.write(text),
      saveFolder: async (folder, kind, files) => {
        const ours = writtenBefore(ctx.store, folder, kind, host)
        const plan = planVdir(folder, files, { ours, own: own(), host })
        // The other kinds are named by uid: nobody else makes such a name.
        const unknown = kind === 'md' ? plan.unknown : []
        if (unknown.length && !(await mayReplace(ctx, unknown))) return vdirLeftAlone(plan)
        const written = writeVdir(plan)
        ctx.store.memory.write(vdirKey(folder, kind, host), JSON.stringify(written.ours))
        return written
      },
      edit: (text, thing) => this.#edit(ctx, text, { ...thing, place: `${where.state}/edits` }),
      templates,
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
    const { file: stream } = host.stdout
    if (stream) refuseOwnStream(stream, own(), host)
    return ctx
  }

  #print(text: string, asIs = false): void {
    if (!text) return
    const shown = asIs ? text : fitted(text.trimEnd(), this.#host.stdout)
    this.#host.stdout.write(shown.endsWith('\n') ? shown : `${shown}\n`)
  }
}

/** The latest of the texts that were left, if somebody wants to go on with it. */
async function wantedAgain(ctx: Context, [latest]: readonly Edit[]): Promise<Edit | undefined> {
  if (!latest) return undefined
  const message = "What you typed the last time wasn't used. Go on with it?"
  if (await ctx.ask?.confirm({ message, fallback: true })) return latest
  ctx.note(`What you typed the last time is kept in ${latest.file}`)
  return undefined
}

/** Asks whether files that netmed did not write may be replaced; says so when they may not. */
async function mayReplace(ctx: Context, files: readonly string[]): Promise<boolean> {
  const [first = ''] = files
  const asked: YesOrNo =
    files.length === 1
      ? {
          about: `${first} is there already, and not as netmed wrote it.`,
          question: 'Replace it?',
        }
      : {
          about: `${files.length} files are there already, and not as netmed wrote them, such as ${first}.`,
          question: 'Replace them?',
        }
  if (await ctx.confirm(asked)) return true
  ctx.note('Nothing was written.')
  return false
}

/** What earlier exports of this kind wrote into the folder. */
function writtenBefore(
  store: Store,
  folder: string,
  kind: VdirKind,
  host: Host,
): Record<string, unknown> {
  const key = vdirKey(folder, kind, host)
  if (store.memory.read(key) !== undefined) return remembered(store, key)
  const ofAllKinds = Object.entries(remembered(store, olderVdirKey(folder, host)))
  return Object.fromEntries(ofAllKinds.filter(([name]) => name.endsWith(`.${kind}`)))
}

/** How wide the lines are: on a terminal never wider than reads well. */
function columnsOf({ isTTY, columns }: Host['stdout']): number {
  return isTTY ? Math.min(columns, LONGEST_LINE) : columns
}

/** Folded on a terminal; a pipe gets the lines as they are. */
function fitted(text: string, stream: Host['stdout']): string {
  const said = withOneStop(text)
  return stream.isTTY ? folded(said, columnsOf(stream)) : said
}

function beforeDashes(argv: readonly string[]): readonly string[] {
  const dashes = argv.indexOf('--')
  return dashes < 0 ? argv : argv.slice(0, dashes)
}

/** What nobody expected is said to be a bug. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const message = error instanceof Error ? error.message : String(error)
  return new Failure(
    'bug',
    `netmed has a bug and stopped: ${message}`,
    'Your data is unchanged. Please report this, with what you typed and what --debug prints.',
    { cause: error },
  )
}

/** Of a day that the calendar does not hold, nothing could be said or kept. */
function refuseBeyondCalendar(now: Date): void {
  const year = now.getFullYear()
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return
  throw new Failure(
    'usage',
    `The clock says that it is the year ${year}; netmed knows the years from ${FIRST_YEAR} to ${LAST_YEAR}.`,
    "Set this machine's clock, or NETMED_NOW.",
  )
}
