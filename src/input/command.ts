import type { Context } from '../context.ts'
import type { Form, Typed } from './form.ts'

/** A command as its file declares it; `cli.ts` makes options, help and the call of `act` from it. */
export interface Verb {
  /** What is typed, with its arguments: `add [name...]`, `export ics`. */
  words: string
  /** One line of help, without a full stop. */
  says: string
  /** Lines to type, shown first in help. */
  examples: readonly string[]
  /** A paragraph under the options. */
  details?: string
  form?: Form
  act(ctx: Context, line: Line): Promise<void> | void
}

/** The words of one call: arguments in order, options by key. */
export interface Line {
  args: string[]
  typed: Typed
}

/** Where commands register themselves. */
export interface Cli {
  /** Whether a command of one of these first words is to register; the bundle loads no other. */
  wants(words: readonly string[]): boolean
  verb(verb: Verb): void
  /** Gives a word that only leads to others (`template`, `export`) its line of help. */
  noun(word: string, says: string): void
}
