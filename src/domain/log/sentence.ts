import {
  type Contact,
  type Database,
  type Event,
  emptyDatabase,
  type Occasion,
} from '../data/model.ts'
import { contactPhrase } from '../data/occasions.ts'
import { displayName, namesOf } from '../people/names.ts'
import { type GroupMeaning, nearPeople, peopleMeant, personMeant } from '../people/people.ts'
import { addDays, type Day, daysBetween, longDay, shortDay } from '../words/days.ts'
import { late } from '../words/late.ts'
import { folded, foldedWords, listed, oneLine } from '../words/text.ts'
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
import { type By, FILLERS, isWritten, occasionsAt, type Token, tokensOf } from './sentence-words.ts'

/** What a sentence says of a contact; absent is what it does not say. */
export interface Said {
  contacts: readonly Contact[]
  /** Names of people who are not on file yet. */
  fresh: readonly string[]
  kind?: Occasion | undefined
  by?: By | undefined
  on?: Day | undefined
  place?: string | undefined
  event?: Event | undefined
  detail?: string | undefined
}

/** A line that can be typed instead. */
export interface Instead {
  /** `log`, where it is the sentence said otherwise. */
  verb: 'log' | 'meet' | 'heard'
  words: readonly string[]
  /** Who or what it means, for a question. */
  label?: string | undefined
}

/**
 * What a sentence comes to. `names`: nothing but names stands before the detail, and they are read as every
 * command reads names. `asked`: it is not clear, and nothing is logged of it: why, what was understood,
 * and the lines that are clear.
 */
export type Sentence =
  | { is: 'read'; said: Said }
  | { is: 'names'; args: readonly string[]; meaning: GroupMeaning | undefined; detail?: string }
  | {
      is: 'asked'
      /** What is missing or open: who it was, which of several, or names that nobody has. */
      open: 'who' | 'which' | 'names' | 'ends' | 'line' | 'ahead'
      why: string
      /** Empty where nothing was. */
      understood: string
      instead: readonly Instead[]
      said: Said
      /** The names that nobody has. */
      unknown: readonly string[]
    }
type Asked = Extract<Sentence, { is: 'asked' }>

interface SentenceOptions {
  today: Day
  /** Names that nobody has are people to be added. */
  allowNew?: boolean | undefined
  /** Names that nobody has are asked about, and not given back as `names`. */
  asksNames?: boolean | undefined
  /** What it was about, where that is known apart from the words. */
  detail?: string | undefined
}

/**
 * Reads `coffee with priya and omar yesterday about her rotation`, as one text or as the arguments of a
 * command. Every word before the detail is used once, in one way only, or the sentence is `asked`.
 */
export function readSentence(
  db: Database,
  text: string | readonly string[],
  { today, allowNew = false, asksNames = false, detail: known }: SentenceOptions,
): Sentence {
  const typed = argumentsOf(db, text)
  const split = splitDetail(typed)
  const { head, detail, isMarked } =
    known === undefined ? split : { head: typed, detail: known, isMarked: true }
  const people = knownOf(db, today)
  const tokens = tokensOf(head, arg => isOneName(people, arg))
  const one = { db, known: people, today, allowNew, tokens, detail, isMarked }
  if (!isOnlyNames(tokens, people)) return readTokens(one)
  const meaning = head.length ? peopleMeant(db, head) : undefined
  // What is no name may be another word where something was said behind it: "told chen about em".
  if ((detail || asksNames) && meaning?.is === 'unknown') return readTokens(one)
  const args = detail || typeof text === 'string' ? head : text
  return { is: 'names', args, meaning, ...(detail && { detail }) }
}

/** Whether each word is one of a sentence: names, an occasion, a day, a place. */
export function isUnderstood(db: Database, text: string, today: Day): boolean {
  const known = knownOf(db, today)
  const args = text.split(' ').filter(Boolean)
  if (splitDetail(args).isMarked) return false
  const [parse] = parsesOf(
    tokensOf(args, arg => isOneName(known, arg)),
    known,
  )
  return parse?.parts.every(({ is }) => is !== 'unknown') === true
}

/** Whether "about" or a colon stands in it behind words that are all understood. */
export function isMarked(db: Database, text: string, today: Day): boolean {
  const { head, isMarked: isSaid } = splitDetail(text.split(' ').filter(Boolean))
  return isSaid && isUnderstood(db, head.join(' '), today)
}

interface Reading {
  db: Database
  known: Known
  today: Day
  allowNew: boolean
  tokens: readonly Token[]
  detail?: string | undefined
  /** "about" or a colon stands before it, and not only a comma. */
  isMarked: boolean
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

// The detail

/** A line typed at once is cut into words; one argument in quotes as well, unless it is a name. */
function argumentsOf(db: Database, text: string | readonly string[]): readonly string[] {
  if (typeof text === 'string') return text.trim().split(/\s+/).filter(Boolean)
  const [only] = text
  if (text.length !== 1 || only === undefined || !/\s/.test(only.trim())) return text
  if (personMeant(db, only).is !== 'nobody') return text
  return only.trim().split(/\s+/)
}

const MARK = /^(?:about|abt|re|regarding):?$/i
const SECOND_MARK = /^(?:[:;,]|(?:about|re):?(?= ))\s*/i
/** A clause that begins so is no list of names: "…, she'll nominate me". */
const clause = late(
  () =>
    /^(?:i|i'?m|i'?ll|i'?ve|i'?d|we|we'?ll|we'?re|she|he|they|(?:she|he|they)'?(?:s|ll|re|d|ve)|shell|hell|it|it's|told|says?|said|asked|asks|gave|offered|recommended|suggested|promised|advised|mentioned|thinks|needs?|wants?)$/i,
)
/** "we talked about the match" after a comma says what it was about. */
const TALKED = /^(?:we )?(?:talked|spoke|chatted|discussed)(?: about)? (?=\S)/i

/** Parts what was typed at the first mark of the detail, or at the comma before a clause of its own. */
function splitDetail(args: readonly string[]): {
  head: string[]
  detail?: string
  isMarked: boolean
} {
  const chunks = args.flatMap((arg, of) => chunksOf(arg).map(chunk => ({ chunk, of })))
  for (const [at, { chunk, of }] of chunks.entries()) {
    const rest = chunks.slice(at + 1).map(each => each.chunk)
    const found = markIn(chunk, rest.join(' '), chunks[at - 1]?.chunk ?? '')
    if (!found) continue
    // What stands before it in the same quotes is words like any others.
    const open = chunks.slice(0, at).filter(each => each.of === of)
    const lead = found.head ? [found.head] : []
    const detail = found.detail.replace(SECOND_MARK, '').trim()
    return {
      head: [...args.slice(0, of), ...open.map(each => each.chunk), ...lead],
      ...(detail && { detail: oneLine(detail, 'detail') }),
      isMarked: found.isMarked,
    }
  }
  return { head: [...args], isMarked: false }
}

function chunksOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

function markIn(
  chunk: string,
  rest: string,
  before: string,
): { head: string; detail: string; isMarked: boolean } | undefined {
  if (MARK.test(chunk)) return { head: '', detail: rest, isMarked: true }
  const whole = `${chunk} ${rest}`.trim()
  if (/[,.;]$|^[-–—]+$/.test(before)) {
    if (TALKED.test(whole)) return { head: '', detail: whole.replace(TALKED, ''), isMarked: true }
    if (clause().test(chunk) && rest) return { head: '', detail: whole, isMarked: false }
  }
  // The colon of an hour is none, nor that of an address.
  const at = chunk.search(/;|:(?!\d|\/\/)/)
  if (at < 0) return undefined
  const lead = chunk.slice(0, at)
  const behind = `${chunk.slice(at + 1)} ${rest}`.trim()
  return { head: MARK.test(lead) ? '' : lead, detail: behind, isMarked: true }
}

/** A word of several that was quoted with others is a name, unless it holds other words of a sentence. */
function isOneName({ names, meant }: Known, arg: string): boolean {
  if (meant(arg).is !== 'nobody') return true
  const words = foldedWords(arg)
  return words.length < 4 && !words.some(word => names.has(word)) && !hasOtherWords(arg)
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

// What the parts come to

const EMPTY: Said = { contacts: [], fresh: [] }

type Open = Pick<Asked, 'open' | 'why' | 'instead'> & { unknown?: readonly string[] }

function asked(reading: Reading, { unknown = [], ...open }: Open, said: Said): Asked {
  const understood = understoodOf(said, reading.today)
  return { is: 'asked', ...open, unknown, said, understood }
}

/** `coffee with Priya Nair, yesterday`. */
function understoodOf({ contacts, kind, by, on, place, event }: Said, today: Day): string {
  const names = listed(contacts.map(displayName))
  const where = event ? ` at ${event.name}` : place ? ` at ${place}` : ''
  const what = names || kind ? contactPhrase(kind ?? 'met', by, names) : ''
  return [`${what}${where}`.trim(), on ? shortDay(on, today) : ''].filter(Boolean).join(', ')
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

interface Line {
  reading: Reading
  parse: Parse
}

// Lines to type instead

interface Otherwise {
  drop?: readonly Part[]
  swap?: readonly (readonly [Part, string])[]
  /** In place of the detail that was typed. */
  detail?: string | undefined
  flags?: readonly string[]
  label?: string
  /** Somebody who is not named in it. */
  who?: string
}

/** The line as typed, with some parts left out or said otherwise. */
function lineOf({ reading, parse }: Line, how: Otherwise): Instead {
  const { drop = [], swap = [], flags = [], label, who } = how
  const words: string[] = []
  for (const part of parse.parts) {
    if (drop.includes(part)) continue
    const other = swap.find(([each]) => each === part)?.[1]
    if (other !== undefined) words.push(...other.split(' '))
    else for (const token of tokensAt(reading, part)) pushToken(words, token)
  }
  const detail = 'detail' in how ? how.detail : reading.detail
  const withWho = who ? [...tidied(words), 'with', who] : tidied(words)
  return { verb: 'log', words: [...withWho, ...aboutWords(detail), ...flags], label }
}

function tokensAt({ tokens }: Reading, { at, length }: Part): readonly Token[] {
  return tokens.slice(at, at + length)
}

function pushToken(words: string[], token: Token): void {
  const last = words.at(-1)
  if (token.word === ',' && last !== undefined && !/^[-–—]/.test(token.text)) {
    words[words.length - 1] = `${last}${token.text}`
  } else words.push(token.text)
}

/** Without the fillers that lead nowhere once a part is left out. */
function tidied(words: readonly string[]): string[] {
  const kept = [...words]
  while (kept.length && LEADS.has(folded(kept.at(-1) ?? ''))) kept.pop()
  const last = kept.at(-1)
  if (last !== undefined) kept[kept.length - 1] = last.replace(/[,.;]+$/, '')
  return kept
}

const LEADS = new Set([
  'with',
  'w/',
  'w',
  'and',
  '&',
  '+',
  'n',
  'to',
  'on',
  'at',
  '@',
  'the',
  'over',
  'for',
  ',',
])

/** Words that need no quotes are typed without them. */
function aboutWords(detail: string | undefined): string[] {
  if (!detail) return []
  return /^[\p{L}\p{N} @:.,/+=%_-]+$/u.test(detail)
    ? ['about', ...detail.split(' ')]
    : ['about', detail]
}

function whichOf(line: Line, part: Extract<Part, { is: 'several' }>): Open {
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

function textOf(reading: Reading, part: Part): string {
  return tokensAt(reading, part)
    .map(token => token.text)
    .join(' ')
}

/** What is typed for this person alone: the name they go by, the whole name, or the number. */
function nameToType(db: Database, contact: Contact): string {
  const { title, first = '', last = '' } = namesOf(contact)
  const called = title ? last : first
  const whole = [first, last].filter(Boolean).join(' ')
  const candidates = [called, whole].map(text =>
    text.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, ''),
  )
  const isMeant = (text: string) => {
    const meaning = text ? personMeant(db, text) : undefined
    return meaning?.is === 'one' && meaning.contact.id === contact.id && !isTaken(text)
  }
  return candidates.find(isMeant) ?? String(contact.id)
}

/** A name that a sentence reads as something else, or could. */
function isTaken(name: string): boolean {
  return name.split(' ').some(word => FILLERS.has(word) || occasionsAt([word]).length > 0)
}

function numberOrDay(line: Line, part: Extract<Part, { is: 'number' }>): Open {
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

function toCome(line: Line, { kind, on }: Said): Open {
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

function oneOfYou(line: Line, part: Extract<Part, { is: 'place' }>): Open {
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

// Who wrote to whom

type Wrote = { is: 'said'; by: By } | { is: 'asked'; by?: undefined; open: Open }

/** Of an email or a message: who wrote it, where the words say so. */
function whoWrote(line: Line): Wrote | undefined {
  const { reading, parse } = line
  const parts = parse.parts.filter(part => part.is !== 'hour' && part.is !== 'day')
  const at = parts.findIndex(part => part.is === 'occasion' && !part.isWeak)
  const occasion = parts[at]
  const behind = parts[at + 1]
  const isFrom = behind?.is === 'from'
  const isMine = parts.some((part, index) => part.is === 'me' && index > at && at >= 0)
  if (occasion?.is !== 'occasion') return undefined
  const isPersonBefore = parts.slice(0, at).some(part => part.is === 'person')
  if (!isWritten(occasion.kind)) {
    return occasion.kind === 'call' && (isFrom || (isMine && isPersonBefore))
      ? { is: 'said', by: 'them' }
      : undefined
  }
  const heard = heardLine(reading, parse)
  if (isFrom || (isMine && isPersonBefore)) {
    const open: Open = { open: 'line', why: 'They wrote to you.', instead: [heard] }
    return { is: 'asked', open }
  }
  const [filler] = parts.slice(at + 1)
  const isWith =
    filler?.is === 'filler' && /^(?:with|w\/?)$/.test(reading.tokens[filler.at]?.word ?? '')
  if (isWith) return undefined
  if (!isPersonBefore) return { is: 'said', by: 'me' }
  // Messages go to and fro; an email was written by one.
  if (occasion.kind === 'message' && !occasion.isVerb) return undefined
  const people = parse.parts.flatMap(part => (part.is === 'person' ? [part.contact] : []))
  const mine = sayWords(reading, {
    contacts: people,
    fresh: [],
    kind: occasion.kind,
    by: 'me',
    on: dayIn(parse),
    detail: reading.detail,
  })
  return {
    is: 'asked',
    open: { open: 'line', why: 'Did you write, or did they?', instead: [mine, heard] },
  }
}

function dayIn({ parts }: Parse): Day | undefined {
  return parts.flatMap(part => (part.is === 'day' && part.day ? [part.day] : []))[0]
}

function heardLine(reading: Reading, parse: Parse): Instead {
  const names = namesTyped(reading, parse)
  const kind = parse.parts.some(part => part.is === 'occasion' && part.kind === 'message')
  const on = dayIn(parse)
  return {
    verb: 'heard',
    words: [
      ...names.split(' '),
      ...(kind ? ['--kind', 'message'] : []),
      ...(on ? ['--on', on] : []),
      ...(reading.detail ? ['--detail', reading.detail] : []),
    ],
  }
}

/** The people as they were typed. */
function namesTyped(reading: Reading, { parts }: Parse): string {
  const people = parts.filter(part => part.is === 'person')
  return people.map(part => textOf(reading, part)).join(', ')
}

// What is not understood

interface Run {
  parts: readonly Part[]
  text: string
  /** It stands where a name does, and could be one. */
  isName: boolean
  /** Nothing that was understood stands behind it. */
  isLast: boolean
}

/** Words that are not understood, those next to each other together. */
function unknownRuns({ reading, parse }: Line): Run[] {
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
function isBesideName({ reading, parse }: Line, run: Run): boolean {
  const from = parse.parts.findIndex(part => run.parts.includes(part))
  const isBeside = isPerson(parse.parts[from - 1]) || isPerson(parse.parts[from + run.parts.length])
  return isBeside && couldBeName(run.text, undefined, reading)
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

/** The line with what is not understood as what it was about, or without it where that was said. */
function withoutRuns(line: Line, runs: readonly Run[]): Instead | undefined {
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
  const read = readSentence(reading.db, instead.words, { today: reading.today })
  const isRead = read.is === 'read' || (read.is === 'names' && read.meaning?.is === 'people')
  return isRead ? instead : undefined
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

function wordsOf(reading: Reading, parts: readonly Part[]): string[] {
  const words: string[] = []
  for (const part of parts) for (const token of tokensAt(reading, part)) pushToken(words, token)
  return words
}

function isVerbAlone(text: string): boolean {
  return !text.includes(' ') && NO_NAME().test(text)
}

function unknownNames(line: Line, said: Said, runs: readonly Run[]): Sentence {
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

// The other way

/** The words of `log` that say this contact; what they cannot say stands in flags. */
function sayWords(reading: Pick<Reading, 'db' | 'today'>, said: Said): Instead {
  const { db } = reading
  const { kind = 'met', by, on, place, event, detail } = said
  const names = said.contacts.map(contact => nameToType(db, contact))
  const verb = kind === 'email' ? 'emailed' : kind === 'message' ? 'messaged' : undefined
  const what = by === 'me' && verb ? [verb] : [...kind.split('-'), 'with']
  const words = [
    ...what,
    ...listed(names).split(' '),
    ...(on ? ['on', on] : []),
    ...(event ? ['at', ...event.name.split(' ')] : place ? ['at', ...place.split(' ')] : []),
    ...aboutWords(detail),
  ]
  return { verb: 'log', words }
}
