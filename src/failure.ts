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

/** Anything a user can cause or meet; thrown anywhere, turned into an exit code once, in `cli.ts`. */
export class Failure extends Error {
  readonly kind: FailureKind
  /** What to try next, a sentence or a command. */
  readonly hint: string | undefined

  constructor(kind: FailureKind, message: string, hint?: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'Failure'
    this.kind = kind
    this.hint = hint
  }

  get exitCode(): number {
    return EXIT_CODES[this.kind]
  }
}
