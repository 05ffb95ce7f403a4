import type { Node, Scalar, YAMLMap } from 'yaml'
import { nearest } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'

/** One line of the form in the editor. */
export interface FormRow {
  /** The word before the colon. */
  word: string
  help: string
  many: boolean
}

/** What stands behind the colon: words, a list of them, or nothing. */
export type FormText = string | string[] | null

/** A record as a short YAML text for the editor: every field a line, with what it is behind a `#`. */
export async function writeRecordForm(
  rows: readonly FormRow[],
  texts: ReadonlyMap<string, FormText>,
  heading: readonly string[],
): Promise<string> {
  const { stringify } = await import('yaml')
  const lines = rows.map(({ word, help }) => {
    const text = texts.get(word) ?? null
    if (text === null || text.length === 0) return `${word}:${' '.repeat(gap(word))}# ${help}`
    // Every scalar is text in this schema, so that 0123 and 1e5 come back as they were typed.
    const written = stringify({ [word]: text }, { schema: 'failsafe', lineWidth: 0 })
    return written.trimEnd()
  })
  return `${heading.map(line => `# ${line}`.trimEnd()).join('\n')}\n\n${lines.join('\n')}\n`
}

const HELP_COLUMN = 18

function gap(word: string): number {
  return Math.max(1, HELP_COLUMN - word.length)
}

const MARK = '#! '

/** The same text with what is wrong with it on top, in the place of an older remark. */
export function withProblem(text: string, problem: readonly string[]): string {
  const rest = text.split('\n').filter(line => !line.startsWith(MARK))
  const lines = problem.flatMap(each => each.split('\n')).map(line => `${MARK}${line}`)
  return [...lines, ...rest].join('\n')
}

/** Nothing but comments and blanks is left of it. */
export function isEmptyForm(text: string): boolean {
  return text.split('\n').every(line => /^\s*(#.*)?$/.test(line))
}

/** The texts of the form by word; a line that is gone counts as empty. Fails naming what does not read. */
export async function readRecordForm(
  text: string,
  rows: readonly FormRow[],
): Promise<Map<string, FormText>> {
  const { parseDocument, isMap } = await import('yaml')
  const document = parseDocument(text, { schema: 'failsafe' })
  const [error] = document.errors
  if (error) throw unreadable(error.code, lineAt(text, error.pos[0]))
  if (!isMap(document.contents)) throw unreadable('', lineAt(text, 0))
  const texts = new Map<string, FormText>(rows.map(row => [row.word, row.many ? [] : null]))
  // Keys and values of a parsed map are nodes, or null where nothing stands.
  for (const { key, value } of (document.contents as YAMLMap<Scalar, Node | null>).items) {
    const row = rowNamed(rows, String(key.value))
    texts.set(row.word, await fieldWritten(value, row))
  }
  return texts
}

/** The line that holds this place, or the last one before it that is not empty. */
function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  const before = text.slice(0, end < 0 ? undefined : end)
  return before.trimEnd().split('\n').at(-1)?.trim() ?? ''
}

function rowNamed(rows: readonly FormRow[], word: string): FormRow {
  const row = rows.find(each => each.word === word)
  if (row) return row
  const words = rows.map(each => each.word)
  const near = nearest(word, words)
  throw new Failure(
    'usage',
    `There is no field "${word}".`,
    near ? `Did you mean ${near}?` : `There are: ${words.join(', ')}`,
  )
}

async function fieldWritten(value: Node | null, row: FormRow): Promise<FormText> {
  const { isScalar, isSeq } = await import('yaml')
  if (value === null) return row.many ? [] : null
  refuseLost(value, row)
  if (isScalar(value)) {
    const text = String(value.value ?? '')
    return row.many ? (text ? [text] : []) : text || null
  }
  if (!isSeq(value)) throw needsQuotes(row)
  if (!row.many) throw new Failure('usage', `${row.word} holds one value, not a list.`)
  const entries = await Promise.all(value.items.map(item => entryText(item as Node, row)))
  return entries.filter(Boolean)
}

/** `- AMWA: treasurer` is a pair to YAML, and a line of text to whoever typed it. */
async function entryText(item: Node | null, row: FormRow): Promise<string> {
  const { isMap, isScalar } = await import('yaml')
  if (item === null) return ''
  refuseLost(item, row)
  if (isScalar(item)) return String(item.value ?? '')
  const [pair, ...more] = isMap(item) ? item.items : []
  if (!pair || more.length || !isScalar(pair.value)) throw needsQuotes(row)
  return `${pair.key}: ${pair.value.value}`
}

/** YAML takes what stands behind a blank and `#` for a remark, and would lose it without a word. */
function refuseLost(node: Node, row: FormRow): void {
  const remark = node.comment?.trim()
  if (!remark || remark === row.help) return
  throw new Failure(
    'usage',
    `What comes after # in ${row.word} would be lost.`,
    'Put quotes around the value: "the #1 journal"',
  )
}

function needsQuotes(row: FormRow): Failure {
  return new Failure(
    'usage',
    `netmed can't read ${row.word}.`,
    'Put quotes around a value that has a colon in it: "AMWA: treasurer"',
  )
}

function unreadable(code: string, line: string): Failure {
  if (code === 'DUPLICATE_KEY') {
    return new Failure('usage', `This field is there twice: ${line}`)
  }
  return new Failure(
    'usage',
    `netmed can't read this line: ${line}`,
    'A line is a field, a colon, a space and the value; quotes help: why: "sepsis: early alerts"',
  )
}
