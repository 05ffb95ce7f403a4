import type { Context } from '../context.ts'
import { CIRCLES, ROLES } from '../domain/data/choices.ts'
import type { Circle, Role } from '../domain/data/model.ts'
import { readRole } from '../domain/data/reading.ts'
import { numberTyped } from '../domain/data/records.ts'
import type { PersonLine, SkippedLine } from '../domain/meet/event-batch.ts'
import { readEmail, readRhythm } from '../domain/words/read-values.ts'
import { folded } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { readEach, typedLines } from './lines.ts'

const MOST_PEOPLE = 500

export interface ReadLines {
  people: PersonLine[]
  skipped: SkippedLine[]
  /** Lines that stood behind the empty one that ends the list. */
  behind: number
}

/** Lines from stdin, or asked for one by one on a terminal, until an empty one. */
export async function readPeople(ctx: Context, options: { hint: string }): Promise<ReadLines> {
  return personLines(await typedLines(ctx, { ...options, read: line => readPerson(line, 1) }))
}

/** The people of those lines, up to the first empty one, and the lines that name nobody. */
export function personLines(lines: readonly string[]): ReadLines {
  const first = lines.findIndex(line => line.trim())
  if (first < 0) return { people: [], skipped: [], behind: 0 }
  const length = lines.slice(first).findIndex(line => !line.trim())
  const end = length < 0 ? lines.length : first + length
  if (end - first > MOST_PEOPLE) {
    throw new Failure(
      'usage',
      `${end - first} lines are too many at once.`,
      `Enter at most ${MOST_PEOPLE} at a time.`,
    )
  }
  const { values: people, skipped } = readEach(lines.slice(0, end), readPerson)
  return { people, skipped, behind: lines.slice(end).filter(line => line.trim()).length }
}

/**
 * `Dr. Lena Hoff; attending; cardiology; the registry; lena@x.org; at:UCSF; every:90d`: behind the name
 * in any order. Of what is not recognized the last is what you talked about, the one before it the specialty.
 */
function readPerson(line: string, number: number): PersonLine {
  const [first = '', ...fields] = line.split(';').map(field => field.trim())
  const person: PersonLine = { number, name: readName(first) }
  const rest = fields.filter(field => !recognize(person, field))
  // A semicolon at the end of a whole line leaves nothing out.
  while (rest.length > 2 && rest.at(-1) === '') rest.pop()
  const [detail, specialty, ...more] = rest.reverse()
  if (detail) person.detail = detail
  if (specialty) person.specialty = specialty
  const note = more.reverse().filter(Boolean).join('; ')
  if (note) person.note = note
  return person
}

function readName(text: string): string {
  const name = text.replace(/^[-*•]\s+/, '')
  if (numberTyped(name) !== undefined || /\p{L}/u.test(name)) return name
  throw new Failure('usage', 'There is no name in it.')
}

/** Takes a field that says by itself what it is; false when it is free text. */
function recognize(person: PersonLine, field: string): boolean {
  const labeled = /^(at|every):\s*(.*)$/i.exec(field)
  if (labeled) {
    const [, label = '', value = ''] = labeled
    if (!value) return true
    if (label.toLowerCase() === 'at') person.institution = value
    else person.every = readRhythm(value)
    return true
  }
  if (/^<?[^\s@]+@[^\s@]+>?$/.test(field)) {
    person.emails = [...(person.emails ?? []), readEmail(field)]
    return true
  }
  const circle = circleIn(field)
  if (circle) {
    person.circles = [...new Set([...(person.circles ?? []), circle])]
    return true
  }
  const role = person.role === undefined ? roleIn(field) : undefined
  if (role) person.role = role
  return role !== undefined
}

function circleIn(field: string): Circle | undefined {
  const word = folded(field).replace(/[\s_]+/g, '-')
  return CIRCLES.find(circle => circle === word)
}

/** A whole word of the list or one of its synonyms: the beginning of one may be a subject. */
function roleIn(field: string): Role | undefined {
  const word = folded(field).replace(/[\s_]+/g, '-')
  try {
    const role = readRole(field, ROLES)
    return role.startsWith(word) && role !== word ? undefined : role
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
