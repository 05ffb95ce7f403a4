import { Chalk } from 'chalk'

/** How an answer is put on this terminal: width in columns and the colors by meaning. */
export interface Screen {
  columns: number
  /** Lines that can be seen at once; absent where nothing scrolls away. */
  rows?: number | undefined
  theme: Theme
  /** What was changed could not be kept, so that no answer may promise to take it back. */
  cannotUndo?: boolean
  /** Answers only: no line says what to type next. */
  isQuiet?: boolean
}

/** Colors by what they mean; each gives the text back untouched without color. */
export interface Theme {
  name(text: string): string
  /** A heading. */
  heading(text: string): string
  /** What waits longest. */
  urgent(text: string): string
  /** The next command to type. */
  command(text: string): string
  /** Said in passing. */
  aside(text: string): string
  match(text: string): string
}

const plain = (text: string): string => text

const WITHOUT_COLOR: Theme = {
  name: plain,
  heading: plain,
  urgent: plain,
  command: plain,
  aside: plain,
  match: plain,
}

/** The colors for a terminal of this level: 0 none, 1 sixteen, 2 256, 3 millions. */
export function makeTheme(level: 0 | 1 | 2 | 3): Theme {
  if (level === 0) return WITHOUT_COLOR
  // The level is ours: chalk by itself knows nothing of NO_COLOR.
  const chalk = new Chalk({ level })
  return {
    name: text => chalk.bold(text),
    heading: text => chalk.bold(text),
    urgent: text => chalk.yellow(text),
    command: text => chalk.cyan(text),
    aside: text => chalk.dim(text),
    match: text => chalk.bold.underline(text),
  }
}
