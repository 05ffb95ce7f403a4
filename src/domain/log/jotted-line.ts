import { Failure } from '../../failure.ts'
import { type GroupMeaning, nearPeople } from '../people/people.ts'
import type { Day } from '../words/days.ts'
import { readPastDay } from '../words/read-days.ts'
import { fieldsOf, withoutFrame } from './fields-of.ts'
import { isMarked, isUnderstood, readSentence } from './sentence.ts'
import type { Known } from './sentence-parts.ts'
import type { Said, Sentence } from './sentence-said.ts'

/** A jotted line, read: what a sentence says, and of several free fields those before the last. */
export type JottedLine = Exclude<Sentence, { is: 'names' }> & { note?: string | undefined }

/**
 * Reads a line jotted down, a sentence or `tue; chen; office-hours; her grant advice`: semicolons and commas
 * part fields, in any order, and the last that is free is what it was about. As with a sentence, it is
 * read in one way or asked about.
 */
export function readJotted(
  names: Known,
  line: string,
  { allowNew = false }: { allowNew?: boolean } = {},
): JottedLine {
  // Whoever is to be added is named in a sentence that was asked about, and in no field of its own.
  if (allowNew) return sentenceIn(names, line, undefined, { allowNew })
  const text = withoutFrame(line)
  const { fields: all, isByCommas } = fieldsOf(line)
  const fields = all.filter(Boolean)
  const asSentence = isByCommas || fields.length < 2 ? sentenceIn(names, text) : undefined
  if (asSentence && (asSentence.is === 'read' || fields.length < 2)) return asSentence
  return isByCommas ? byCommas(names, fields) : bySemicolons(names, fields)
}

/** Whether a line says a day and nothing else, as a heading over others does. */
export function isDayAlone(read: JottedLine): boolean {
  if (read.is !== 'asked' || read.open !== 'who') return false
  const { on, kind, place, event, detail } = read.said
  return on !== undefined && !kind && !place && !event && !detail && read.note === undefined
}

/** Fields between semicolons are each what they are, wherever they stand. */
function bySemicolons(names: Known, fields: readonly string[]): JottedLine {
  const known = fields.map(field => asDay(field, names.today) ?? field)
  const marked = known.findIndex(field => isMarked(names, field))
  const before = marked < 0 ? known : known.slice(0, marked)
  const free = before.filter(field => !isUnderstood(names, field))
  const head = before.filter(field => !free.includes(field)).join(', ')
  if (marked >= 0) {
    const rest = known.slice(marked).join('; ')
    const note = free.length ? free.join('; ') : undefined
    return { ...sentenceIn(names, head ? `${head}, ${rest}` : rest), note }
  }
  const name = free.find(
    field => field.split(' ').length < 3 && nearPeople(names.db, field).length > 0,
  )
  if (name) return withField(names, head, name)
  const detail = free.at(-1)
  const note = free.length > 1 ? free.slice(0, -1).join('; ') : undefined
  return { ...sentenceIn(names, head, detail), note }
}

/** Between commas only what stands behind the understood ones is free, as a comma may stand in it too. */
function byCommas(names: Known, fields: readonly string[]): JottedLine {
  const known = fields.map(field => asDay(field, names.today) ?? field)
  const first = known.findIndex(field => !isUnderstood(names, field))
  if (first < 0) return sentenceIn(names, known.join(', '))
  const head = known.slice(0, first)
  const rest = known.slice(first)
  const [free = ''] = rest
  const isBetween = rest.some(field => isUnderstood(names, field))
  const behind = head.at(-1)
  const isBehindName = behind !== undefined && isOnlyWho(names, behind)
  if (!head.length || isBetween || (isBehindName && mayBeName(free)) || isWrittenName(free)) {
    return sentenceIn(names, known.join(', '))
  }
  return sentenceIn(names, head.join(', '), rest.join(', '))
}

/** The sentence with one field that is not understood, so that it is asked about as words of a sentence are. */
function withField(names: Known, head: string, field: string): JottedLine {
  return sentenceIn(names, head ? `${head}, ${field}` : field)
}

function sentenceIn(
  names: Known,
  head: string,
  detail?: string,
  { allowNew = false }: { allowNew?: boolean } = {},
): JottedLine {
  const sentence = readSentence(names, head, { detail, asksNames: true, allowNew })
  if (sentence.is !== 'names') return sentence
  const meaning = sentence.args.length ? names.people(sentence.args) : undefined
  const said: Said = {
    contacts: meaning?.is === 'people' ? meaning.contacts : [],
    fresh: [],
    detail: detail ?? sentence.detail,
  }
  if (said.contacts.length) return { is: 'read', said }
  return { is: 'asked', ...openNames(meaning, sentence.args), said, understood: '' }
}

function openNames(meaning: GroupMeaning | undefined, args: readonly string[]) {
  const instead = [] as const
  if (meaning?.is === 'several' || meaning?.is === 'both') {
    const words = args.join(' ')
    const why = `"${words}" can be several people. Use a number.`
    return { open: 'which', why, instead, unknown: [] } as const
  }
  return { open: 'who', why: 'Who was it with?', instead, unknown: [] } as const
}

function isOnlyWho(names: Known, field: string): boolean {
  return readSentence(names, field).is === 'names'
}

/** A word or two that say nothing of what it was about, as "her grant advice" does. */
function mayBeName(field: string): boolean {
  const words = field.split(' ')
  return (
    words.length < 4 &&
    !words.some(word => /^(?:the|an?|my|our|his|her|their|how|why|what)$/i.test(word))
  )
}

/** `Jane Doe`: a capital on each of several words. */
function isWrittenName(field: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*)+$/u.test(field)
}

/** A field of nothing but a length, `2w`, is so long ago; anything else is read as words of a sentence. */
function asDay(field: string, today: Day): Day | undefined {
  if (!/^\d+ ?(?:d|w|wks?|mos?|m|y|days?|weeks?|months?|years?)$/i.test(field)) return undefined
  try {
    return readPastDay(field, today, '')
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
