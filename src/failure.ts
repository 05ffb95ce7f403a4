/** What can be expected to go wrong, each with the exit code that scripts rely on. */
const EXIT_CODES = {
  'not-found': 1,
  ambiguous: 1,
  'already-there': 1,
  found: 1,
  usage: 2,
  'not-understood': 3,
  file: 4,
  busy: 5,
  remote: 6,
  bug: 70,
  interrupted: 130,
} as const

export type FailureKind = keyof typeof EXIT_CODES

/** How many letters a sentence quotes at most, and a command that is meant to be typed as it stands. */
const LONGEST_QUOTED = 120
const LONGEST_TYPED = 1_000

/** A line break in what others wrote makes no line of its own. */
function oneLine(text: string): string {
  const lines = text.split(/[\n\r\u2028\u2029]+/)
  return lines.length === 1 ? text : lines.map(line => line.trim()).join(' ')
}

/** What stands in quotes is one line, cut there and never through a pair of surrogates. */
function shortened(text: string, longest: number): string {
  return text.replace(/"([^"]*)"/g, (_, said: string) => {
    const line = oneLine(said)
    if (line.length <= longest) return `"${line}"`
    return `"${line.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…"`
  })
}

/** Anything a user can cause or meet; thrown anywhere, turned into an exit code once, in `cli.ts`. */
export class Failure extends Error {
  readonly kind: FailureKind
  /** What to try next, a sentence or a command. */
  readonly hint: string | undefined

  constructor(kind: FailureKind, message: string, hint?: string, options?: { cause?: unknown }) {
    super(oneLine(shortened(message, LONGEST_QUOTED)), options)
    this.name = 'Failure'
    this.kind = kind
    this.hint = hint && shortened(hint, LONGEST_TYPED)
  }

  get exitCode(): number {
    return EXIT_CODES[this.kind]
  }
}
