import { Failure } from '../../failure.ts'
import { CIRCLES, ROLES } from '../data/choices.ts'
import type { Circle, Role } from '../data/model.ts'
import { readRole } from '../data/reading.ts'
import { numberTyped } from '../data/records.ts'
import { fieldsOf } from '../log/fields-of.ts'
import { namesOf } from '../people/names.ts'
import { readEmail, readMailbox, readRhythm } from '../words/read-values.ts'
import { folded } from '../words/text.ts'
import type { PersonLine } from './event-batch.ts'

/**
 * `Dr. Lena Hoff; attending; cardiology; the registry; lena@x.org; at:UCSF; every:90d`: behind the name
 * in any order, parted by semicolons or commas. Of what is not recognized the last is what you talked
 * about, the one before it the specialty. Fails on a line whose commas can be read in two ways.
 */
export function readPersonLine(line: string, number: number): PersonLine {
  const { fields, isByCommas } = fieldsOf(line)
  const [first = '', ...others] = isByCommas ? familyFirst(withDegrees(fields)) : nameApart(fields)
  const { name, email } = readName(first)
  const person: PersonLine = { number, name, ...(email && { emails: [email] }) }
  const rest = others.flatMap(field => unrecognized(person, field))
  if (isByCommas) saidByCommas(person, { first, others, rest })
  else saidInOrder(person, rest)
  return person
}

/** Of fields between semicolons the order says what each is. */
function saidInOrder(person: PersonLine, fields: string[]): void {
  const rest = [...fields]
  // A semicolon at the end of a whole line leaves nothing out.
  while (rest.length > 2 && rest.at(-1) === '') rest.pop()
  const [detail, specialty, ...more] = rest.reverse()
  if (detail) person.detail = detail
  if (specialty) person.specialty = specialty
  const note = more.reverse().filter(Boolean).join('; ')
  if (note) person.note = note
}

/** A comma stands in a sentence too, so more than one field that is free is not guessed at. */
function saidByCommas(
  person: PersonLine,
  { first, others, rest }: { first: string; others: string[]; rest: string[] },
): void {
  const free = rest.filter(Boolean)
  const [one = '', ...more] = free
  const other = free.find(isAnotherName)
  if (other) {
    throw new Failure('usage', `"${other}" looks like another person. One person per line.`)
  }
  if (!one) return
  if (!more.length) {
    person.detail = one
    return
  }
  if (isField(one)) {
    person.specialty = one
    person.detail = more.join(', ')
    return
  }
  const known = [first, ...others.filter(field => !free.includes(field))]
  const whole = [...known, one, more.join(', ')].join('; ')
  throw new Failure('usage', `I can't tell what the commas part. With semicolons: ${whole}`)
}

const FIELD =
  /^(?:[\p{L}-]+ ){0,2}(?:\p{L}*(?:ology|iatry|iatrics|surgery|medicine|opathy|otherapy)|obstetrics|obgyn|ob|anesthesia|genetics|rehab|em|im|fm|peds|psych|neuro|derm|ortho|ent|surg|cards|gi|pulm|onc|id|icu|critical care|palliative care|primary care)$/iu

/** A field of medicine as it is called: "cardiology", "family medicine", "peds". */
function isField(words: string): boolean {
  return FIELD.test(words)
}

/** Two words or three, each with a capital, as names are written. */
function isAnotherName(field: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u.test(field)
}

/** "Lena Hoff, MD, attending": a degree behind a comma is part of the name. */
function withDegrees(fields: readonly string[]): string[] {
  const [name = '', ...rest] = fields
  const [next] = rest
  return next !== undefined && isDegree(next)
    ? withDegrees([`${name}, ${next}`, ...rest.slice(1)])
    : [...fields]
}

/** "Hoff, Lena" is one name, as everywhere, unless the other word is a field. */
function familyFirst(fields: readonly string[]): string[] {
  const [family = '', given = '', ...rest] = fields
  const words = family.split(' ').filter(word => word !== word.toLowerCase())
  const isOneName = words.length === 1 && !rest.length && isName(given) && !isField(given)
  return isOneName ? [`${family}, ${given}`] : [...fields]
}

function isName(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}\.?)?$/u.test(word)
}

function isDegree(words: string): boolean {
  return namesOf({ name: `A B ${words}` }).suffix === words
}

/** "Lena Hoff, attending; the registry": behind a comma in the first field more may be said of them. */
function nameApart(fields: readonly string[]): string[] {
  const [first = '', ...rest] = fields
  const [name = '', ...more] = withDegrees(first.split(',').map(part => part.trim()))
  const isSaid =
    more.length > 0 && more.every(part => unrecognized({ number: 0, name }, part).length === 0)
  return isSaid ? [name, ...more, ...rest] : [...fields]
}

function readName(text: string): { name: string; email?: string } {
  const { name, email } = readMailbox(text.replace(/^[-*•]\s+/, ''))
  if (numberTyped(name) !== undefined || /\p{L}/u.test(name))
    return { name, ...(email && { email }) }
  throw new Failure('usage', 'There is no name in it.')
}

/** Takes a field that says by itself what it is; else it is given back as free text. */
function unrecognized(person: PersonLine, field: string): string[] {
  const labeled = /^(at|every):\s*(.*)$/i.exec(field)
  if (labeled) {
    const [, label = '', value = ''] = labeled
    if (!value) return []
    if (label.toLowerCase() === 'at') person.institution = value
    else person.every = readRhythm(value)
    return []
  }
  if (/^<?[^\s@]+@[^\s@]+>?$/.test(field)) {
    person.emails = [...(person.emails ?? []), readEmail(field)]
    return []
  }
  const circle = circleIn(field)
  if (circle) {
    person.circles = [...new Set([...(person.circles ?? []), circle])]
    return []
  }
  const role = person.role === undefined ? roleIn(field) : undefined
  if (role) person.role = role
  return role ? [] : [field]
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
