import type { Context } from '../context.ts'
import { readChoice } from '../domain/words/read-values.ts'
import { listed, noteText, oneLine } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { exampleFor } from './example.ts'

/** One input of a command, declared once: its option, how it reads, what is asked when it is missing. */
export interface Field<T> {
  /** The option without dashes; absent for an argument, which is named by its key. */
  flag?: string
  short?: string
  /** What stands for the value in help; a flag without one takes no value. */
  placeholder?: string
  help: string
  many?: boolean
  /** `--no-<flag>` gives null. */
  clearable?: boolean
  required?: boolean
  /** What is asked on a terminal when it is required and missing. */
  ask?: string
  /** The words that it takes, for help. */
  choices?: readonly string[]
  /** The heading under which help lists it; absent: among the first. */
  group?: string
  /** `-` reads stdin. */
  longText?: boolean
  /** What it takes of several words that were typed without quotes; absent: one word. */
  loose?: Loose
  read(text: string, ctx: Context): T
}

/** Any words, or those that read as its value. */
export type Loose = 'text' | ((words: string) => boolean)

export type Form = Record<string, Field<unknown>>

/** What `fillIn` gives: undefined when nothing was said, null when it was cleared. */
export type Filled<F extends Form> = {
  [K in keyof F]: F[K] extends Field<infer T>
    ? F[K] extends { required: true }
      ? Single<F[K], T>
      : F[K] extends { clearable: true }
        ? Single<F[K], T> | undefined | null
        : Single<F[K], T> | undefined
    : never
}
type Single<F, T> = F extends { many: true } ? T[] : T

/** Raw words by key, as commander split them. */
export type Typed = Record<string, unknown>

const STDIN_LIMIT = 1_000_000

/**
 * Reads what was typed. What is required and missing is asked for, or, with nobody to ask, named all
 * at once in one failure.
 */
export async function fillIn<F extends Form>(
  ctx: Context,
  form: F,
  typed: Typed,
): Promise<Filled<F>> {
  const filled: Record<string, unknown> = {}
  const missing: string[] = []
  for (const [key, field] of Object.entries(form)) {
    const raw = typed[key]
    if (raw === undefined) missing.push(...(field.required ? [key] : []))
    else filled[key] = readRaw(ctx, key, field, raw)
  }
  if (missing.length && !ctx.ask) throw missingFailure(ctx, form, missing)
  for (const key of missing) {
    const field = form[key]
    if (field) filled[key] = await askFor(ctx, key, field)
  }
  // Each value came from the reader of its own field.
  return filled as Filled<F>
}

function readRaw(ctx: Context, key: string, field: Field<unknown>, raw: unknown): unknown {
  if (raw === false && field.clearable) return null
  if (Array.isArray(raw)) {
    // A leading false says that --no-<flag> emptied the list first.
    const said = raw.filter(each => each !== false)
    return said.map(each => readOne(ctx, key, field, String(each)))
  }
  if (typeof raw === 'boolean') return raw
  const value = readOne(ctx, key, field, String(raw))
  return field.many ? [value] : value
}

function readOne(ctx: Context, key: string, field: Field<unknown>, text: string): unknown {
  const words = field.longText && text === '-' ? ctx.load('-', STDIN_LIMIT) : text
  if (!words.trim()) {
    throw new Failure(
      'usage',
      `${nameOf(key, field)} is empty.`,
      field.clearable ? `To clear it: --no-${field.flag}` : `It is ${field.help}.`,
    )
  }
  return field.read(words, ctx)
}

function nameOf(key: string, field: Field<unknown>): string {
  return field.flag ? `--${field.flag}` : `<${key}>`
}

function missingFailure(ctx: Context, form: Form, keys: readonly string[]): Failure {
  const fields = keys.flatMap(key => (form[key] ? [[key, form[key]] as const] : []))
  // Of the help of an argument only what it is: "the question, in quotes".
  const names = fields.map(([, { flag, help }]) =>
    flag ? `--${flag}` : (help.split(/[:;,]/)[0] ?? help),
  )
  const flags = fields
    .filter(([, { flag }]) => flag)
    .map(([key, field]) => `${flagWords(key, field)}  ${field.help}`)
  const example = exampleFor(ctx)
  const hints = [...flags, ...(example ? [`For example: ${example}`] : [])]
  const [only] = fields.length === 1 ? fields : []
  const isWho = only?.[0] === 'who'
  const message = isWho ? 'Who? Type a name or a number.' : `Still needed: ${listed(names)}.`
  return new Failure('usage', message, hints.join('\n'))
}

/** `--due <day>`, or `<who>` for an argument. */
export function flagWords(key: string, field: Field<unknown>): string {
  if (!field.flag) return `<${key}>`
  return `--${field.flag}${field.placeholder ? ` <${field.placeholder}>` : ''}`
}

async function askFor(ctx: Context, key: string, field: Field<unknown>): Promise<unknown> {
  if (!ctx.ask) throw new Failure('usage', `${nameOf(key, field)} is needed.`)
  const check = (text: string) => {
    try {
      readOne(ctx, key, field, text)
    } catch (error) {
      if (error instanceof Failure) return error.message
      throw error
    }
  }
  const message = field.ask ?? `${field.help}?`
  const answer = readOne(ctx, key, field, await ctx.ask.text({ message, check }))
  return field.many ? [answer] : answer
}

/** One line of text. */
export function lineField<const O extends Partial<Field<string>>>(help: string, options: O) {
  const what = options.flag ? `--${options.flag}` : help
  return {
    placeholder: 'text',
    help,
    loose: 'text' as const,
    read: (text: string) => oneLine(text, what),
    ...options,
  }
}

/** Text that may have line breaks; `-` reads it from stdin. */
export function textField<const O extends Partial<Field<string>>>(help: string, options: O) {
  return {
    placeholder: 'text',
    help,
    longText: true,
    loose: 'text' as const,
    read: (text: string) => noteText(text, options.flag ? `--${options.flag}` : help),
    ...options,
  }
}

/** A flag that takes no value. */
export function switchField<const O extends Partial<Field<boolean>>>(help: string, options: O) {
  return { help, read: () => true, ...options }
}

/** One of a closed list; a beginning of a word serves when it fits one alone, and synonyms are understood. */
export function choiceField<const T extends string, const O extends Partial<Field<T>>>(
  choices: readonly T[],
  help: string,
  options: O,
) {
  const read = (text: string) => readChoice(text, choices, options.flag ?? help)
  return { help, choices, loose: reads(read), read, ...options }
}

/** Whether words read as a value. */
export function reads(read: (text: string) => unknown): (words: string) => boolean {
  return words => {
    try {
      read(words)
      return true
    } catch (error) {
      if (error instanceof Failure) return false
      throw error
    }
  }
}

/** The same fields under a heading of their own in help. */
export function grouped(group: string, form: Form): Form {
  return Object.fromEntries(Object.entries(form).map(([key, field]) => [key, { ...field, group }]))
}
