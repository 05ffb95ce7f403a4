import type { Context } from '../context.ts'
import type { Form, Typed } from './form.ts'

/** A command as its file declares it: data, so that help reads it without running it. */
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
  /** The flag that says the day of it all, where words without a flag may say it too. */
  dayFlag?: string
  /** Nothing but flags is typed for it, as a rule: words behind a flag are the flag's. */
  isAlone?: boolean
  act(ctx: Context, line: Line): Promise<void> | void
}

/** A word that leads to others (`export ics`); typed alone it acts when one of its verbs is that word alone. */
export interface Noun {
  /** One line of help, without a full stop. */
  says: string
  verbs: readonly Verb[]
}

/** A heading of help, and the commands under it by the word that is typed. */
export interface Heading {
  heading: string
  commands: Readonly<Record<string, Verb | Noun>>
}

/** The words of one call: arguments in order, options by key. */
export interface Line {
  args: string[]
  typed: Typed
}

/** The command of that word; no other is looked at, since looking loads it. */
export function commandNamed(headings: readonly Heading[], word: string): Verb | Noun | undefined {
  return headings.find(({ commands }) => Object.hasOwn(commands, word))?.commands[word]
}

/** Every word that begins a command, in the order of help. */
export function firstWords(headings: readonly Heading[]): string[] {
  return headings.flatMap(({ commands }) => Object.keys(commands))
}

export function verbsOf(command: Verb | Noun): readonly Verb[] {
  return 'verbs' in command ? command.verbs : [command]
}

/** The words that are typed as they stand: `export ics` of `export ics [terms...]`. */
export function pathOf({ words }: Verb): string {
  return words.replace(/ *\[.*$/, '')
}
