import { displayName } from '../people/names.ts'
import { nearPeople } from '../people/people.ts'
import { addDays, type Day, longDay } from '../words/days.ts'
import { late } from '../words/late.ts'
import { listed } from '../words/text.ts'
import { lineOf, namesTyped, type Otherwise, textOf, wordsOf } from './sentence-lines.ts'
import type { Part } from './sentence-parts.ts'
import {
  asked,
  type Instead,
  type Line,
  type Open,
  type Reading,
  type Said,
  type Sentence,
} from './sentence-said.ts'
import { aboutWords, nameToType } from './sentence-saying.ts'

export function whichOf(line: Line, part: Extract<Part, { is: 'several' }>): Open {
  const { reading } = line
  const typed = textOf(reading, part)
  const instead = part.candidates.map(contact => ({
    ...lineOf(line, { swap: [[part, nameToType(reading.db, contact)]] }),
    label: `${displayName(contact)} (#${contact.id})`,
  }))
  const names = instead.map(each => each.label)
  const why = `"${typed}" fits ${part.candidates.length} people: ${listed(names.slice(0, MOST_NAMED))}.`
  return { open: 'which', why, instead }
}

const MOST_NAMED = 5

export function numberOrDay(line: Line, part: Extract<Part, { is: 'number' }>): Open {
  const { today } = line.reading
  const { number } = part
  const isPerson = line.reading.db.contacts.some(each => each.id === number)
  const day = latestDate(number, today)
  const instead = [
    ...(isPerson ? [lineOf(line, { swap: [[part, `with ${number}`]] })] : []),
    ...(day ? [lineOf(line, { swap: [[part, `on ${day}`]] })] : []),
  ]
  return {
    open: 'line',
    why: `"on ${number}": #${number}, or the ${number} of the month?`,
    instead,
  }
}

/** The latest day of that date, in this month or the last. */
function latestDate(date: number, today: Day): Day | undefined {
  for (let back = 0; back < 62; back++) {
    const day = addDays(today, -back)
    if (Number(day.slice(8)) === date) return day
  }
  return undefined
}

export function toCome(line: Line, { kind, on }: Said): Open {
  const { reading } = line
  const dayPart = line.parse.parts.find(part => part.is === 'day')
  const typed = dayPart ? textOf(reading, dayPart).replace(/^on /i, '') : '<day>'
  const who = namesTyped(reading, line.parse)
  const kindFlag = kind && kind !== 'met' ? ['--kind', kind] : []
  const why = on ? `${longDay(on)} has not come yet.` : 'That is still to come.'
  const instead: Instead[] = who
    ? [{ verb: 'meet', words: [...who.split(' '), ...kindFlag, '--on', typed] }]
    : []
  return { open: 'ahead', why, instead }
}

export function oneOfYou(line: Line, part: Extract<Part, { is: 'place' }>): Open {
  const { reading } = line
  const [person] = part.named
  const name = person ? displayName(person) : ''
  const word = person ? nameToType(reading.db, person) : ''
  const others = line.parse.parts.filter(each => each !== part)
  const withThem = lineOf(line, { swap: [[part, `with ${word}`]] })
  const there = lineOf(
    { ...line, parse: { ...line.parse, parts: others } },
    { flags: ['--place', part.text] },
  )
  return {
    open: 'line',
    why: `Was ${name} with you, or is "${part.text}" the place?`,
    instead: [withThem, there],
  }
}

// What is not understood

export interface Run {
  parts: readonly Part[]
  text: string
  /** It stands where a name does, and could be one. */
  isName: boolean
  /** Nothing that was understood stands behind it. */
  isLast: boolean
}

/** Words that are not understood, those next to each other together. */
export function unknownRuns({ reading, parse }: Line): Run[] {
  const runs: Part[][] = []
  for (const [index, part] of parse.parts.entries()) {
    if (part.is !== 'unknown') continue
    const before = parse.parts[index - 1]
    const run = runs.at(-1)
    if (run && before && run.at(-1) === before) run.push(part)
    else runs.push([part])
  }
  return runs.map(parts => {
    const index = parse.parts.findIndex(part => parts.includes(part))
    const before = parse.parts[index - 1]
    const word = before ? (reading.tokens[before.at]?.word ?? '') : undefined
    const end = index + parts.length
    const after = parse.parts[end]
    const text = parts.map(part => textOf(reading, part)).join(' ')
    return {
      parts,
      text,
      isName:
        isNamePlace(before, word, parse.parts[index - 2]) &&
        !isPerson(after) &&
        couldBeName(text, after, reading),
      isLast: parse.parts.slice(end).every(part => part.is === 'filler' || part.is === 'unknown'),
    }
  })
}

function isPerson(part: Part | undefined): boolean {
  return part?.is === 'person' || part?.is === 'several'
}

/** Behind a comma a name stands only after another one: "coffee on mon, neuro" says what it was about. */
function isNamePlace(
  before: Part | undefined,
  word: string | undefined,
  earlier: Part | undefined,
): boolean {
  if (before === undefined) return true
  if (word === ',') return isPerson(earlier)
  if (before.is === 'filler') return !/^(?:for|over|during|the|a|an|our)$/.test(word ?? '')
  return before.is === 'occasion' && before.isVerb
}

const MOST_NAME_WORDS = 5
/** Words that no name has. */
const NO_NAME = late(
  () =>
    /^(?:told|asked|gave|had|was|were|is|are|did|not|no|his|her|hers|their|my|your|this|that|some|about|of|in|on|at|@|from|by|for|over|after|before|during|while|then|but|or|so|because|re|he|she|they|it|lab|clinic|team|everyone|somebody|someone|people|friend|friends|group|thx|thanks|thanked|helped|heard|need|needs|want|wants|send|sent|\d.*|\w+(?:ing))$/i,
)

function couldBeName(text: string, after: Part | undefined, { tokens }: Reading): boolean {
  const words = text.split(' ')
  const next = after ? tokens[after.at]?.word : undefined
  if (words.length > MOST_NAME_WORDS || words.some(word => NO_NAME().test(word))) return false
  if (next !== undefined && /^(?:with|w\/?)$/.test(next)) return false
  return /\p{L}/u.test(text) && !/[\d()!?"/]/.test(text)
}

/** It could be a name, and nothing parts it from another one. */
export function isBesideName({ reading, parse }: Line, run: Run): boolean {
  const from = parse.parts.findIndex(part => run.parts.includes(part))
  const isBeside = isPerson(parse.parts[from - 1]) || isPerson(parse.parts[from + run.parts.length])
  return isBeside && couldBeName(run.text, undefined, reading)
}

/** The line with what is not understood as what it was about, or without it where that was said. */
export function withoutRuns(line: Line, runs: readonly Run[]): Instead | undefined {
  const { reading, parse } = line
  const [first] = runs
  if (!first || runs.some(run => TAKEN_BACK.test(run.text))) return undefined
  const cut = parse.parts.findIndex(part => first.parts.includes(part))
  const behind = parse.parts.slice(cut)
  const isRest = behind.every(part => part.is === 'unknown' || part.is === 'filler')
  const moved = isRest ? behind : runs.flatMap(run => run.parts)
  const text = wordsOf(reading, moved).join(' ').replace(LEADING, '')
  const detail = aboutInstead(reading, text, runs)
  const instead =
    isRest || runs.length === 1
      ? lineOf(line, { drop: moved, detail })
      : { verb: 'log' as const, words: [...plainWords(line), ...aboutWords(detail)] }
  return reading.readAgain(instead.words) ? instead : undefined
}

/** Nothing but occasion, people and day, as typed. */
function plainWords({ reading, parse }: Line): string[] {
  const typed = (is: Part['is']) =>
    parse.parts.filter(part => part.is === is).map(part => textOf(reading, part))
  const occasion = typed('occasion').join(' ') || 'met'
  const words = [occasion, 'with', listed([...typed('person')]), ...typed('day')]
  return words.join(' ').split(' ')
}

/** What it was about, as far as was said, and what is not understood before it. */
function aboutInstead({ detail, isMarked }: Reading, text: string, runs: readonly Run[]) {
  const isVerb = runs.length === 1 && isVerbAlone(text)
  if (detail && (isMarked || isVerb)) return detail
  if (isVerb) return undefined
  return detail ? `${text}, ${detail}` : text
}

/** Whoever takes a word back means something else than stands there. */
const TAKEN_BACK = /\b(?:no|not|wait|scratch|instead|sorry|cancell?ed|didn'?t|never)\b/i
const LEADING = /^(?:(?:for|over|on|at|of|in|during)\b|[@,.;–—-])\s*/i

function isVerbAlone(text: string): boolean {
  return !text.includes(' ') && NO_NAME().test(text)
}

export function unknownNames(line: Line, said: Said, runs: readonly Run[]): Sentence {
  const { reading } = line
  const unknown = runs.map(run => run.text)
  const [only] = runs
  const near = only && runs.length === 1 ? nearPeople(reading.db, only.text) : []
  const instead = near.map(contact => ({
    ...lineOf(line, swapOf(only, nameToType(reading.db, contact))),
    label: `${displayName(contact)} (#${contact.id})`,
  }))
  // Behind a name and a comma it may as well be what it was about.
  const about = isBehindComma(line, only) ? withoutRuns(line, runs) : undefined
  if (about) instead.push({ ...about, label: about.words.join(' ') })
  const why = `No one on file is called ${listed(unknown.map(name => `"${name}"`))}.`
  return asked(reading, { open: 'names', why, instead, unknown }, said)
}

function isBehindComma({ reading, parse }: Line, run: Run | undefined): boolean {
  const from = parse.parts.findIndex(part => run?.parts.includes(part))
  const before = parse.parts[from - 1]
  return before !== undefined && run?.isLast === true && reading.tokens[before.at]?.word === ','
}

function swapOf(run: Run | undefined, text: string): Otherwise {
  const [first, ...more] = run?.parts ?? []
  return first ? { swap: [[first, text]], drop: more } : {}
}
