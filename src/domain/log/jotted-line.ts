import { Failure } from '../../failure.ts'
import type { Database } from '../data/model.ts'
import { nearPeople } from '../people/people.ts'
import type { Day } from '../words/days.ts'
import { readPastDay } from '../words/read-days.ts'
import { fieldsOf, withoutFrame } from './fields-of.ts'
import { isMarked, isUnderstood, readSentence } from './sentence.ts'
import type { Said, Sentence } from './sentence-said.ts'

/** A jotted line, read: what a sentence says, and of several free fields those before the last. */
export type JottedLine = Exclude<Sentence, { is: 'names' }> & { note?: string | undefined }

/**
 * Reads a line jotted down, a sentence or `tue; chen; office-hours; her grant advice`: semicolons and commas
 * part fields, in any order, and the last that is free is what it was about. As with a sentence, it is
 * read in one way or asked about.
 */
export function readJotted(
  db: Database,
  line: string,
  today: Day,
  { allowNew = false }: { allowNew?: boolean } = {},
): JottedLine {
  // Whoever is to be added is named in a sentence that was asked about, and in no field of its own.
  if (allowNew) return sentenceIn(db, line, today, undefined, { allowNew })
  const text = withoutFrame(line)
  const { fields: all, isByCommas } = fieldsOf(line)
  const fields = all.filter(Boolean)
  const asSentence = isByCommas || fields.length < 2 ? sentenceIn(db, text, today) : undefined
  if (asSentence && (asSentence.is === 'read' || fields.length < 2)) return asSentence
  return isByCommas ? byCommas(db, fields, today) : bySemicolons(db, fields, today)
}

/** Whether a line says a day and nothing else, as a heading over others does. */
export function isDayAlone(read: JottedLine): boolean {
  if (read.is !== 'asked' || read.open !== 'who') return false
  const { on, kind, place, event, detail } = read.said
  return on !== undefined && !kind && !place && !event && !detail && read.note === undefined
}

/** Fields between semicolons are each what they are, wherever they stand. */
function bySemicolons(db: Database, fields: readonly string[], today: Day): JottedLine {
  const known = fields.map(field => asDay(field, today) ?? field)
  const marked = known.findIndex(field => isMarked(db, field, today))
  const before = marked < 0 ? known : known.slice(0, marked)
  const free = before.filter(field => !isUnderstood(db, field, today))
  const head = before.filter(field => !free.includes(field)).join(', ')
  if (marked >= 0) {
    const rest = known.slice(marked).join('; ')
    const note = free.length ? free.join('; ') : undefined
    return { ...sentenceIn(db, head ? `${head}, ${rest}` : rest, today), note }
  }
  const name = free.find(field => field.split(' ').length < 3 && nearPeople(db, field).length > 0)
  if (name) return withField(db, head, name, today)
  const detail = free.at(-1)
  const note = free.length > 1 ? free.slice(0, -1).join('; ') : undefined
  return { ...sentenceIn(db, head, today, detail), note }
}

/** Between commas only what stands behind the understood ones is free, as a comma may stand in it too. */
function byCommas(db: Database, fields: readonly string[], today: Day): JottedLine {
  const known = fields.map(field => asDay(field, today) ?? field)
  const first = known.findIndex(field => !isUnderstood(db, field, today))
  if (first < 0) return sentenceIn(db, known.join(', '), today)
  const head = known.slice(0, first)
  const rest = known.slice(first)
  const [free = ''] = rest
  const isBetween = rest.some(field => isUnderstood(db, field, today))
  const behind = head.at(-1)
  const isBehindName = behind !== undefined && isOnlyWho(db, behind, today)
  if (!head.length || isBetween || (isBehindName && mayBeName(free)) || isWrittenName(free)) {
    return sentenceIn(db, known.join(', '), today)
  }
  return sentenceIn(db, head.join(', '), today, rest.join(', '))
}

/** The sentence with one field that is not understood, so that it is asked about as words of a sentence are. */
function withField(db: Database, head: string, field: string, today: Day): JottedLine {
  return sentenceIn(db, head ? `${head}, ${field}` : field, today)
}

function sentenceIn(
  db: Database,
  head: string,
  today: Day,
  detail?: string,
  { allowNew = false }: { allowNew?: boolean } = {},
): JottedLine {
  const sentence = readSentence(db, head, { today, detail, asksNames: true, allowNew })
  if (sentence.is !== 'names') return sentence
  const { meaning } = sentence
  const said: Said = {
    contacts: meaning?.is === 'people' ? meaning.contacts : [],
    fresh: [],
    detail: detail ?? sentence.detail,
  }
  if (said.contacts.length) return { is: 'read', said }
  return { is: 'asked', ...openNames(sentence), said, understood: '' }
}

function openNames({ meaning, args }: Extract<Sentence, { is: 'names' }>) {
  const instead = [] as const
  if (meaning?.is === 'several' || meaning?.is === 'both') {
    const words = args.join(' ')
    const why = `"${words}" can be several people. Use a number.`
    return { open: 'which', why, instead, unknown: [] } as const
  }
  return { open: 'who', why: 'Who was it with?', instead, unknown: [] } as const
}

function isOnlyWho(db: Database, field: string, today: Day): boolean {
  return readSentence(db, field, { today }).is === 'names'
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
