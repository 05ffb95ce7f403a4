import { type Contact, type Event, emptyDatabase } from '../data/model.ts'
import { addDays, type Day, daysBetween, longDay } from '../words/days.ts'
import { foldedWords, listed } from '../words/text.ts'
import { argumentsOf, splitDetail } from './sentence-detail.ts'
import { lineOf, wordsOf } from './sentence-lines.ts'
import {
  type Known,
  knownOf,
  MOST_WORDS,
  type Parse,
  type Part,
  parsesOf,
  partsAt,
  ranOn,
} from './sentence-parts.ts'
import {
  isBesideName,
  numberOrDay,
  oneOfYou,
  type Run,
  toCome,
  unknownNames,
  unknownRuns,
  whichOf,
  withoutRuns,
} from './sentence-refusals.ts'
import {
  type Asked,
  asked,
  EMPTY,
  type Instead,
  type Line,
  type Open,
  type Reading,
  type Said,
  type Sentence,
} from './sentence-said.ts'
import { sayWords } from './sentence-saying.ts'
import { type Token, tokensOf } from './sentence-words.ts'
import { whoWrote } from './sentence-writers.ts'

interface SentenceOptions {
  /** Names that nobody has are people to be added. */
  allowNew?: boolean | undefined
  /** Names that nobody has are asked about, and not given back as `names`. */
  asksNames?: boolean | undefined
  /** What it was about, where that is known apart from the words. */
  detail?: string | undefined
  /** It is read to see whether another line says it, and is given no lines of its own. */
  isAgain?: boolean
}

/**
 * Reads `coffee with priya and omar yesterday about her rotation`, as one text or as the arguments of a
 * command. Every word before the detail is used once, in one way only, or the sentence is `asked`.
 */
export function readSentence(
  known: Known,
  text: string | readonly string[],
  { allowNew = false, asksNames = false, detail: about, isAgain = false }: SentenceOptions = {},
): Sentence {
  const { db, today } = known
  const typed = argumentsOf(known, text)
  const split = splitDetail(typed)
  const { head, detail, isMarked } =
    about === undefined ? split : { head: typed, detail: about, isMarked: true }
  const tokens = tokensOf(head, arg => isOneName(known, arg))
  const readAgain = (words: readonly string[]) => (isAgain ? undefined : saidBy(known, words))
  const one = { db, known, today, allowNew, tokens, detail, isMarked, readAgain }
  if (!isOnlyNames(tokens, known)) return readTokens(one)
  // What is no name may be another word where something was said behind it: "told chen about em".
  const isOpen = (detail || asksNames) && head.length > 0
  if (isOpen && known.people(head).is === 'unknown') return readTokens(one)
  const args = detail || typeof text === 'string' ? head : text
  return { is: 'names', args, ...(detail && { detail }) }
}

/** What the words say, where they are read as one thing. */
function saidBy(known: Known, words: readonly string[]): Said | undefined {
  const read = readSentence(known, words, { isAgain: true })
  if (read.is === 'read') return read.said
  if (read.is !== 'names' || !read.args.length) return undefined
  const meaning = known.people(read.args)
  if (meaning.is !== 'people') return undefined
  return { contacts: meaning.contacts, fresh: [], detail: read.detail }
}

/** The other way: the words of `log` that say this contact, and are read as it. */
export function sayContact(known: Known, said: Said): Instead {
  return sayWords({ db: known.db, readAgain: words => saidBy(known, words) }, said)
}

/** Whether each word is one of a sentence: names, an occasion, a day, a place. */
export function isUnderstood(known: Known, text: string): boolean {
  const args = text.split(' ').filter(Boolean)
  if (splitDetail(args).isMarked) return false
  const [parse] = parsesOf(
    tokensOf(args, arg => isOneName(known, arg)),
    known,
  )
  return parse?.parts.every(({ is }) => is !== 'unknown') === true
}

/** Whether "about" or a colon stands in it behind words that are all understood. */
export function isMarked(known: Known, text: string): boolean {
  const { head, isMarked: isSaid } = splitDetail(text.split(' ').filter(Boolean))
  return isSaid && isUnderstood(known, head.join(' '))
}

function readTokens(reading: Reading): Sentence {
  const { tokens } = reading
  if (tokens.length > MOST_WORDS) {
    const why = `${tokens.length} words are too many to read before what it was about.`
    return asked(reading, { open: 'line', why, instead: [] }, EMPTY)
  }
  const parses = [...parsesOf(tokens, reading.known)].sort(
    (a, b) => a.parts.length - b.parts.length,
  )
  const [first] = parses
  if (!first) return asked(reading, { open: 'line', why: 'Nothing was typed.', instead: [] }, EMPTY)
  const results = parses.map(parse => judged(reading, parse))
  return first.cost > 0 ? (results[0] ?? noWords(reading)) : oneOfAll(reading, results)
}

function noWords(reading: Reading): Asked {
  return asked(reading, { open: 'line', why: 'Nothing was typed.', instead: [] }, EMPTY)
}

/** The one thing that all clear readings say; where they differ, all of them are said. */
function oneOfAll(reading: Reading, results: readonly Sentence[]): Sentence {
  const distinct = new Map(results.map(each => [keyOf(each), each]))
  const [only, ...more] = distinct.values()
  if (!only || !more.length) return only ?? noWords(reading)
  const all = [only, ...more]
  const lines = all.flatMap(each =>
    each.is === 'read' ? [sayWords(reading, each.said)] : each.is === 'asked' ? each.instead : [],
  )
  const why = 'That can be read in more than one way.'
  return asked(reading, { open: 'line', why, instead: distinctLines(lines) }, EMPTY)
}

function keyOf(sentence: Sentence): string {
  if (sentence.is === 'names') return ''
  const { contacts, fresh, kind, by, on, place, event } = sentence.said
  const ids = contacts.map(each => each.id).sort((a, b) => a - b)
  const open = sentence.is === 'asked' ? [sentence.open, sentence.why] : []
  return JSON.stringify([ids, fresh, kind, by, on, place, event?.id, open])
}

function distinctLines(lines: readonly Instead[]): Instead[] {
  return [...new Map(lines.map(each => [each.words.join(' '), each])).values()]
}

/** A word of several that was quoted with others is a name, unless it holds other words of a sentence. */
function isOneName({ isName, meant }: Known, arg: string): boolean {
  if (meant(arg).is !== 'nobody') return true
  const words = foldedWords(arg)
  return words.length < 4 && !words.some(isName) && !hasOtherWords(arg)
}

function hasOtherWords(text: string): boolean {
  const nobody = knownOf(emptyDatabase(), '2000-01-01')
  const [parse] = parsesOf(
    tokensOf([text], () => false),
    nobody,
  )
  return parse?.parts.some(part => part.is !== 'unknown') === true
}

/** Whether `log` reads them as every command reads names: no other word of a sentence is there. */
function isOnlyNames(tokens: readonly Token[], known: Known): boolean {
  return tokens.every(token => token.word === ',' || !isOtherWord(token, tokens, known))
}

function isOtherWord(token: Token, tokens: readonly Token[], known: Known): boolean {
  const at = tokens.indexOf(token)
  return partsAt(tokens, at, known).some(
    ({ is }) => is !== 'unknown' && is !== 'person' && is !== 'several',
  )
}

/** What one way of reading the words comes to. */
function judged(reading: Reading, parse: Parse): Sentence {
  const { today } = reading
  const of = <K extends Part['is']>(is: K) =>
    parse.parts.filter((part): part is Extract<Part, { is: K }> => part.is === is)
  const occasions = of('occasion').filter(each => !each.isWeak)
  const kinds = [...new Set(occasions.map(each => each.kind))]
  const dayParts = of('day')
  const days = [...new Set(dayParts.flatMap(({ day }) => (day ? [day] : [])))]
  const [place] = of('place')
  const [event] = of('event')
  const kind = kinds[0] ?? (of('occasion').length ? 'met' : undefined)
  const said: Said = {
    contacts: [...new Set(of('person').map(each => each.contact))],
    fresh: [],
    kind,
    on: days[0],
    place: place?.text,
    detail: reading.detail,
  }
  const line = { reading, parse }
  const open = (what: Open) => asked(reading, what, said)

  const unknown = unknownRuns(line)
  if (unknown.length) return withUnknown(line, said, unknown)
  const several = of('several')
  if (several[0]) return open(whichOf(line, several[0]))
  const [number] = of('number')
  if (number) return open(numberOrDay(line, number))
  if (kinds.length > 1) {
    const instead = occasions.map(keep =>
      lineOf(line, { drop: occasions.filter(each => each !== keep) }),
    )
    const names = listed(
      kinds.map(each => each.replaceAll('-', ' ')),
      'or',
    )
    return open({ open: 'line', why: `Was it ${names}? Log one at a time.`, instead })
  }
  const unclear = dayParts.find(part => part.day === undefined)
  if (unclear) {
    const instead = (unclear.instead ?? []).map(day => lineOf(line, { swap: [[unclear, day]] }))
    return open({ open: 'line', why: `${unclear.why ?? ''} Which day?`.trim(), instead })
  }
  if (days.length > 1) {
    const instead = dayParts.map(keep =>
      lineOf(line, { drop: dayParts.filter(each => each !== keep) }),
    )
    return open({ open: 'line', why: 'Two days are named. Which one? Log one at a time.', instead })
  }
  if (of('place').length + of('event').length > 1) {
    return open({ open: 'line', why: 'Two places are named.', instead: [] })
  }
  if (of('ahead').length || (said.on !== undefined && said.on > today)) {
    return open(toCome(line, said))
  }
  const wrote = whoWrote(line)
  if (wrote?.is === 'asked') return open(wrote.open)
  if (place?.named.length) return open(oneOfYou(line, place))
  if (!said.contacts.length) {
    const instead = [lineOf(line, { who: '…' })]
    return open({ open: 'who', why: 'Who was it with?', instead })
  }
  const whole = { ...said, by: wrote?.by }
  return event ? atEvent(line, whole, event) : { is: 'read', said: whole }
}

/** At an event: on one of its days, and of its kind unless another was said. */
function atEvent(line: Line, said: Said, part: Extract<Part, { is: 'event' }>): Sentence {
  const { reading } = line
  const { today } = reading
  const there = (event: Event, on: Day): Sentence => {
    const kind = said.kind === undefined || said.kind === 'met' ? event.kind : said.kind
    return { is: 'read', said: { ...said, event, on, kind } }
  }
  const { on } = said
  const running = part.events.find(event => ranOn(event, on ?? today))
  if (running) return there(running, on ?? today)
  const latest = part.events.at(-1)
  if (!latest) return asked(reading, { open: 'line', why: 'Which event?', instead: [] }, said)
  if (on === undefined && (latest.until === undefined || latest.until === latest.on)) {
    return there(latest, latest.on)
  }
  const days = daysOf(latest, today)
  const dayPart = line.parse.parts.find(each => each.is === 'day')
  const instead = days.map(day =>
    dayPart
      ? lineOf(line, { swap: [[dayPart, day]] })
      : lineOf(line, { swap: [[part, `at ${part.text} on ${day}`]] }),
  )
  const why = on ? `${latest.name} was not on ${longDay(on)}.` : `On which day of ${latest.name}?`
  return asked(reading, { open: 'line', why, instead }, said)
}

const MOST_DAYS = 5

function daysOf(event: Event, today: Day): Day[] {
  const last = event.until && event.until < today ? event.until : today
  const count = Math.min(daysBetween(event.on, last) + 1, MOST_DAYS)
  return Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(event.on, index))
}

function withUnknown(line: Line, said: Said, runs: readonly Run[]): Sentence {
  const { reading, parse } = line
  const names = runs.filter(run => run.isName)
  if (names.length === runs.length) {
    return reading.allowNew ? withNew(line, names) : unknownNames(line, said, names)
  }
  const beside = runs.find(run => isBesideName(line, run))
  if (reading.allowNew && beside) {
    const typed = wordsOf(reading, parse.parts).join(' ')
    const why = `I can't tell where one name ends: ${typed}.`
    return asked(reading, { open: 'ends', why, instead: [] }, said)
  }
  const others = runs.filter(run => !run.isName)
  const shown = others.map(run => `"${run.text}"`)
  const why = `${listed(shown)} ${shown.length > 1 ? "aren't" : "isn't"} clear here.`
  const instead = withoutRuns(line, others)
  const unknown = names.map(run => run.text)
  return asked(reading, { open: 'line', why, instead: instead ? [instead] : [], unknown }, said)
}

/** People to be added, each a run of words of its own. */
function withNew(line: Line, runs: readonly Run[]): Sentence {
  const { reading, parse } = line
  const parts = parse.parts.map(part =>
    runs.some(run => run.parts[0] === part)
      ? ({ is: 'person', at: part.at, length: part.length, contact: STRANGER } as const)
      : part,
  )
  const rest = parts.filter(part => part.is !== 'unknown')
  const result = judged(reading, { ...parse, parts: rest })
  const fresh = runs.map(run => run.text)
  const known = (each: Said): Said => ({
    ...each,
    contacts: each.contacts.filter(contact => contact !== STRANGER),
    fresh,
  })
  if (result.is === 'names') return result
  return { ...result, said: known(result.said) }
}

/** Stands for somebody who is not on file yet. */
const STRANGER: Contact = { id: 0, uid: '', createdAt: '', name: '' }
