import type { PublicPart } from './domain/data/lens.ts'
import type { Database } from './domain/data/model.ts'
import type { Day, Moment } from './domain/words/days.ts'
import type { Screen } from './render/theme.ts'
import type { JottedFile } from './store/jotted-file.ts'
import type { FileId } from './store/outputs.ts'
import type { Home } from './store/places.ts'
import type { Store } from './store/store.ts'
import type { TemplateSource } from './store/templates.ts'
import type { VdirFile, VdirKind, VdirWritten } from './store/vdir.ts'

/** A question on the terminal; every answer comes back as a value, Ctrl-C as `Failure('interrupted')`. */
export interface Ask {
  text(question: TextQuestion): Promise<string>
  select<T>(question: { message: string; choices: Choice<T>[] }): Promise<T>
  search<T>(question: { message: string; choices: Choice<T>[] }): Promise<T>
  confirm(question: { message: string; fallback: boolean }): Promise<boolean>
  many<T>(question: { message: string; choices: Choice<T>[] }): Promise<T[]>
}

export interface TextQuestion {
  message: string
  fallback?: string
  /** Says what is wrong with the words, or nothing when they read. */
  check?: (text: string) => string | undefined
}

export interface Choice<T> {
  name: string
  value: T
  /** Of several that can be chosen together, one that is to begin with. */
  isChosen?: boolean
}

export interface OutputStream {
  write(text: string): void
  isTTY: boolean
  columns: number
  rows: number
  /** 0 none, 1 sixteen, 2 256, 3 millions. */
  colorLevel: 0 | 1 | 2 | 3
  /** The file that it goes to, if it goes to one. */
  file?: FileId | undefined
}

export interface RunResult {
  /** `null` when the program could not be started. */
  code: number | null
  stdout: string
}

/** The world outside; `main.ts` makes the real one, tests make theirs. */
export interface Host {
  env: Record<string, string | undefined>
  now(): Date
  /** That many lower-case letters and digits by chance. */
  random(length: number): string
  cwd(): string
  platform: string
  packageFolder: string
  /** The file that was started, as it was named: `/usr/local/bin/netmed`. */
  script: string
  stdin: { isTTY: boolean; read(limit: number): string; bytes(limit: number): Uint8Array }
  stdout: OutputStream
  stderr: OutputStream
  /** Null when nobody is there to answer. */
  ask: Ask | null
  /** Runs a program without a shell. */
  run(words: string[], options?: { input?: string }): RunResult
  /**
   * Hands the terminal to a program until it ends; Ctrl-C is the program's meanwhile. A signal that
   * interrupts netmed is passed on to it: `isOpen` when it did not end of that.
   */
  runInTerminal(words: string[]): Promise<{ code: number | null; isOpen: boolean }>
  /** Aborts on INT, TERM and HUP, so that a synchronous commit is never cut. */
  interrupted: AbortSignal
}

/** A question before something is done. */
export interface YesOrNo {
  /** What would be done or is in the way, in whole sentences. */
  about: string
  /** The same as a small table, shown in its place where there is more to take in than two facts. */
  facts?: { head: string; rows: readonly (readonly [string, string])[] }
  question: string
}

/** A file that was written. */
export interface Saved {
  path: string
  /** Whether it took the place of a file that was there. */
  replaced: boolean
}

export interface EditedText {
  text: string
  /** What was edited: the text that was handed over, or that of an earlier time which was gone on with. */
  given: string
}

export interface GlobalOptions {
  file?: string | undefined
  json: boolean
  input: boolean
  quiet: boolean
  color: boolean
  yes: boolean
  debug: boolean
}

/** Everything a command gets of the world. */
export interface Context {
  options: GlobalOptions
  now: Moment
  today: Day
  /** Local time of day, `15:00`. */
  time: string
  store: Store
  /** A line that shows how the command is typed; absent where it needs none. */
  example: string | undefined
  /** The data, whole: for the screen, and for whom and what a change is about. */
  read(): Database
  /**
   * The data as a question answers from them: whole on the screen, without what is private elsewhere.
   * A yes or no in place of that is what `--private` says, and what everything does that leaves.
   */
  asked(withPrivate?: boolean): Database
  /** The data without what is private, whatever was typed: for what is said to others. */
  publicPart(): PublicPart
  /**
   * The data as a change tells of it: as `asked`, and of what is private under `--json` only the numbers
   * of the records that the change made or altered. `unseen` are private in another state of the data.
   */
  told(changed: Database, withPrivate?: boolean, unseen?: ReadonlySet<number>): Database
  /** Null under `--no-input`, or when nobody is there. */
  ask: Ask | null
  /**
   * Asks, unless `--yes`; with nobody to ask it fails, saying what it is about and naming `--yes`. False when
   * the answer is no.
   */
  confirm(asked: YesOrNo): Promise<boolean>
  /**
   * Prints the answer: as JSON under `--json`, else as text, folded on a terminal. `asIs` is for text
   * that goes elsewhere: its lines stay whole.
   */
  show<A extends object>(
    answer: A,
    render: (answer: A, screen: Screen) => string,
    options?: { asIs?: boolean | undefined },
  ): void
  /** As `show`, for what was understood and done: `--quiet` leaves the text out, never the JSON. */
  echo<A extends object>(answer: A, render: (answer: A, screen: Screen) => string): void
  /** Echoes the answer of a change: `opened` and `settled` name loops, and are empty where it names none. */
  changed<A extends object>(answer: A, render: (answer: A, screen: Screen) => string): void
  /** One sentence on stderr, silent with `--quiet`; in `warnings` of the answer under `--json`. */
  note(text: string): void
  /** The text of a file, or of stdin for `-`; at most `limit` bytes. */
  load(path: string, limit: number): string
  /** As `load`, for text in an encoding that is not known yet. */
  loadBytes(path: string, limit: number): Uint8Array
  /** A text file of the user's own, read now and to be marked later; fails where it could not be. */
  jotted(path: string): JottedFile
  /**
   * Goes through long work step by step, each a share of 1: shows a bar on stderr after half a second,
   * and fails as interrupted on a signal, before anything is written.
   */
  working<T>(text: string, steps: Generator<number, T>): Promise<T>
  /** Fails where `save` would refuse the path, before anything else is asked or done. */
  mayWrite(path: string): void
  /**
   * Writes a private file whole or not at all, never where netmed keeps its own. Asks before it
   * replaces what netmed did not write; null when the answer is no, which is said.
   */
  save(text: string, path: string): Promise<Saved | null>
  /** Puts a text that is no answer on stdout, as it is. */
  print(text: string): void
  /**
   * Makes a folder hold these files of one kind, touching only what changed; see `store/vdir.ts`.
   * Asks and refuses as `save` does.
   */
  saveFolder(folder: string, kind: VdirKind, files: readonly VdirFile[]): Promise<VdirWritten>
  /**
   * The text after the user's editor, as it was left. It stays on the disk until the command has gone
   * well; when it fails, what was typed is kept, named, and offered the next time that `of` is edited.
   */
  edit(text: string, options: { of: string; suffix: string }): Promise<EditedText>
  templates: TemplateSource
  /** The database in the text of another netmed file, read as strictly as our own. */
  foreign(name: string, text: string): Database
  /** A folder of its own for this user alone, with an environment in which netmed keeps all it writes there. */
  scratch(name: string): Home
  /** Copies to the clipboard or opens a URI; false when this machine offers no way. */
  copy(text: string): boolean
  open(uri: string): boolean
  /** Runs one command line of netmed in this process, in this world but for what `world` replaces. */
  run(line: string[], world?: Partial<Host>): Promise<number>
  host: Host
}
