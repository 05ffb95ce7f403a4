import { Failure } from '../../failure.ts'
import { OCCASIONS } from '../data/choices.ts'
import type { Interaction, Occasion } from '../data/model.ts'
import { OCCASION_SYNONYMS } from '../data/synonyms.ts'
import { addDays, type Day, dateOf, daysBetween, exists, isoDay, yearOf } from '../words/days.ts'
import { monthAndDate } from '../words/figures.ts'
import type { MailStyle } from '../words/mail-days.ts'
import { monthNamed, readDay, weekdayNamed } from '../words/read-days.ts'
import { folded } from '../words/text.ts'

// The words of a logged sentence that are no names: occasions, days, hours, and what carries nothing.

/** A word of a sentence, or what stands between two: a comma, a dash, a full stop. */
export interface Token {
  /** As typed, without what stands around it. */
  text: string
  /** For comparing; `,` for whatever parts two words. */
  word: string
  /** Several words that were typed as one argument, and so are one name. */
  isWhole?: boolean
}

/** Cuts what was typed into words and what parts them; an argument of several words that is a name stays whole. */
export function tokensOf(args: readonly string[], isName: (text: string) => boolean): Token[] {
  return args.flatMap(arg => {
    const isSeveral = /\s/.test(arg.trim())
    if (isSeveral && isName(arg)) return [{ text: arg, word: folded(arg), isWhole: true }]
    return arg.split(/\s+/).flatMap(tokensOfChunk)
  })
}

function tokensOfChunk(chunk: string): Token[] {
  const [, lead = '', core = '', tail = ''] =
    /^((?:w\/|@|["“(]+)?)(.*?)([,.;!?"”)]*)$/i.exec(chunk) ?? []
  if (lead && !core && !/[(["“]/.test(lead)) return [plain(lead)]
  if (/^(?:w\/|@)$/i.test(lead)) return [plain(lead), ...tokensOfChunk(core + tail)]
  // A bracket is no name and no day: what stands in it is left as it is, and not understood.
  if (/[()]/.test(lead + tail)) return [plain(chunk)]
  if (/^[-–—]+$/.test(core)) return [{ text: core, word: ',' }]
  const joined = /^([^&+]+)([&+])([^&+]+)$/.exec(core)
  const parts = joined && !core.includes('@') ? joined.slice(1) : core ? [core] : []
  // "Dr. Rao", "J. R. Park": the full stop parts no two words.
  const isShort = tail === '.' && (SHORTENED.has(folded(core)) || /^\p{L}$/u.test(core))
  const words = parts.map(plain)
  return /[,.;]/.test(tail) && !isShort ? [...words, { text: tail.charAt(0), word: ',' }] : words
}

function plain(text: string): Token {
  return { text, word: folded(text) }
}

const SHORTENED = new Set(
  'dr prof mr mrs ms mx rev st jr sr mon tue tues wed thu thurs fri sat sun'.split(' '),
)

/** What is typed before a name and is no part of it. */
export const TITLE_WORDS = new Set('dr doctor prof professor mr mrs ms miss mx dean'.split(' '))

/** Words that carry nothing. */
export const FILLERS = new Set(
  ', with w/ w and & + n to the a an had got grabbed did went i we our both just quick also'.split(
    ' ',
  ),
)
/** After one of these a name stands. */
export const BEFORE_NAMES = new Set(', with w/ w and & + n to'.split(' '))
/** Before an occasion, and nowhere else, they carry nothing either. */
export const BEFORE_OCCASIONS = new Set(['over', 'for', 'during'])

/** What a word or two say of how it was. */
export interface OccasionSaid {
  kind: Occasion
  /** How many words. */
  length: number
  /** A verb of the past: "called", "met". */
  isVerb: boolean
  /** It says no more than that you met. */
  isWeak: boolean
  /** They speak of a talk, so that what follows may be its subject: "talked research". */
  isTalk: boolean
}

const NOT_TYPED = new Set(['introduced', 'pre-med', 'met', 'talk', 'interview'])
const NOUNS = new Map<string, Occasion>(
  [
    ...OCCASIONS.map((kind): [string, Occasion] => [kind, kind]),
    ...Object.entries(OCCASION_SYNONYMS),
  ]
    .filter(([word]) => !NOT_TYPED.has(word))
    .map(([word, kind]) => [word.replaceAll('-', ' '), kind]),
)

const VERBS: Readonly<Record<string, Occasion>> = {
  called: 'call',
  phoned: 'call',
  rang: 'call',
  emailed: 'email',
  mailed: 'email',
  wrote: 'email',
  texted: 'message',
  messaged: 'message',
  shadowed: 'shadowing',
  zoomed: 'video',
  facetimed: 'video',
  walked: 'walk',
  studied: 'study-session',
}
const WEAK = 'met|met up|saw|ran into|bumped into|caught up|hung out'.split('|')
const TALKS = 'talked|spoke|chatted|chat'.split('|')
const LONGEST_OCCASION = 3

/** Each of these is two things: a talk that was given, or one with each other. */
const DOUBLE: Readonly<Record<string, readonly Occasion[]>> = {
  talk: ['lecture', 'met'],
  interview: ['info-interview', 'meeting'],
}

/** The occasions that the next words can be; the longest words first. */
export function occasionsAt(words: readonly string[]): OccasionSaid[] {
  for (let length = Math.min(LONGEST_OCCASION, words.length); length > 0; length--) {
    const said = words.slice(0, length).join(' ').replaceAll('-', ' ')
    const of = (kind: Occasion, more: Partial<OccasionSaid> = {}): OccasionSaid => {
      return { kind, length, isVerb: false, isWeak: false, isTalk: false, ...more }
    }
    const noun = NOUNS.get(said)
    if (noun) return [of(noun)]
    const verb = Object.hasOwn(VERBS, said) ? VERBS[said] : undefined
    if (verb) return [of(verb, { isVerb: true })]
    if (WEAK.includes(said)) return [of('met', { isVerb: true, isWeak: true })]
    if (TALKS.includes(said)) return [of('met', { isVerb: true, isWeak: true, isTalk: true })]
    const double = Object.hasOwn(DOUBLE, said) ? DOUBLE[said] : undefined
    if (double) return double.map(kind => of(kind))
  }
  return []
}

/** How somebody is written to: it has a direction. */
export function isWritten(kind: Occasion): boolean {
  return kind === 'email' || kind === 'message'
}

export type By = Interaction['by']

// Days

/** What the next words say of when it was. */
export interface DaySaid {
  length: number
  /** The day, where it is clear. */
  day?: Day
  /** Why it is not, as a sentence. */
  why?: string
  /** How to type the days that it can be. */
  instead?: readonly string[]
}

const NAMED: Readonly<Record<string, string>> = {
  yday: 'yesterday',
  yest: 'yesterday',
  tdy: 'today',
  'this morning': 'today',
  'this afternoon': 'today',
  'this evening': 'today',
  'earlier today': 'today',
  tonight: 'today',
  'last night': 'yesterday',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  'tomorrow night': 'tomorrow',
}

const VAGUE = new RegExp(
  '^(?:(?:last|this|the past|this past) (?:week|weekend|month|year)|the other day|other day|recently|lately' +
    '|(?:over )?the weekend|weekend|earlier this week|(?:a )?few (?:days|weeks) ago' +
    '|(?:a )?couple (?:of )?(?:days|weeks) ago|sometime|a while ago|ages ago)$',
)
const PART_OF_DAY = / (?:morning|afternoon|evening|night|lunchtime)$/
const LONGEST_DAY = 5
/** A date without its year that lies further back is nearer ahead, and so one to come; of figures, much nearer. */
const HALF_A_YEAR = 183
const NEARLY_A_YEAR = 300

/** The longest day that the next words are; undefined where they begin none. */
export function dayAt(
  words: readonly string[],
  { today, style }: { today: Day; style: MailStyle },
): DaySaid | undefined {
  for (let length = Math.min(LONGEST_DAY, words.length); length > 0; length--) {
    if (words.slice(0, length).includes(',')) continue
    const typed = words.slice(0, length).join(' ').replace(/^on /, '')
    const said = dayIn(typed, today, style)
    if (said) return { ...said, length }
  }
  return undefined
}

function dayIn(typed: string, today: Day, style: MailStyle): Omit<DaySaid, 'length'> | undefined {
  const ordinal = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/.exec(typed)
  if (ordinal) return dateAlone(Number(ordinal[1]), today)
  if (VAGUE.test(typed)) return { why: `"${typed}" doesn't say which day.`, instead: ['mon'] }
  const named = Object.hasOwn(NAMED, typed) ? NAMED[typed] : undefined
  const text = named ?? typed.replace(PART_OF_DAY, '')
  const figures = figuresIn(text, today, style)
  if (figures) return figures
  if (!isDayWords(text)) return undefined
  try {
    return clearly(text, readDay(text, today, { lean: 'back' }), today)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return /is not a day:|is a .*, not a /.test(error.message) ? { why: error.message } : undefined
  }
}

/** Words that are read as a day here: a weekday, a date with its month, or what names one. A length alone is none. */
function isDayWords(text: string): boolean {
  const words = text.split(' ')
  if (/^\d{4}-\d\d?-\d\d?$/.test(text) || /^(?:the )?day (?:before|after) /.test(text)) return true
  if (/^(?:to(?:day|morrow)|yesterday|next (?:week|month))$/.test(text)) return true
  if (/ ago$/.test(text) || /^in .*(?:day|week|month)s?$/.test(text)) return true
  if (weekdayNamed(words.at(-1)) !== undefined && words.length < 3) return true
  const parts = text
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$& ')
  return (
    /\d/.test(parts) &&
    parts.split(' ').every(word => {
      return (
        monthNamed(word) || weekdayNamed(word) !== undefined || /^(?:\d{1,4}|the|of)$/.test(word)
      )
    }) &&
    parts.split(' ').some(word => monthNamed(word))
  )
}

/** `9/17`, as the style says. */
function figuresIn(
  text: string,
  today: Day,
  style: MailStyle,
): Omit<DaySaid, 'length'> | undefined {
  const [, one, two, years] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(text) ?? []
  if (!one || !two) return undefined
  const found = monthAndDate(Number(one), Number(two), style)
  if (!found) return { why: `"${text}" is not a day.` }
  const { month, date } = found
  if (years) {
    const year = Number(years.length === 2 ? `20${years}` : years)
    return exists(year, month, date)
      ? clearly(text, isoDay(year, month, date), today)
      : { why: `"${text}" is not a day.` }
  }
  const here = exists(yearOf(today), month, date) ? isoDay(yearOf(today), month, date) : today
  const day = here > today ? isoDay(yearOf(today) - 1, month, date) : here
  return clearly(text, day, today)
}

/** "the 12th": of this month, unless it has not come yet. */
function dateAlone(date: number, today: Day): Omit<DaySaid, 'length'> {
  const day = `${today.slice(0, 8)}${String(date).padStart(2, '0')}`
  if (date > 0 && date <= dateOf(today)) return { day }
  return { why: `Which month is the ${date} of?`, instead: [] }
}

function clearly(text: string, day: Day, today: Day): Omit<DaySaid, 'length'> {
  const isYearless = !/\d{4}|\bago\b|\/\d+\/|year/.test(text)
  const furthest = text.includes('/') ? NEARLY_A_YEAR : HALF_A_YEAR
  if (isYearless && daysBetween(day, today) > furthest) {
    return { day: sameDateAhead(day) }
  }
  const isThisWeek = /^last [a-z]+$/.test(text) && daysBetween(day, today) < 7
  if (isThisWeek && weekdayNamed(text.slice(5)) !== undefined) {
    const other = addDays(day, -7)
    return { why: `"${text}" can be ${day} or ${other}.`, instead: [day, other] }
  }
  return { day }
}

function sameDateAhead(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return exists(year + 1, month, date) ? isoDay(year + 1, month, date) : addDays(day, 365)
}

// Hours and lengths: understood, and not kept.

const HOUR =
  /^(?:(?:at|@|around|from) )?(?:\d{1,2}(?::\d\d)? ?[ap]\.?m?\.?|\d{1,2}:\d\d|noon|midnight)$/
const BARE_HOUR = /^(?:at|@|around) \d{1,2}$/
const LENGTH =
  /^(?:for )?(?:about )?(?:(?:an?|half an|one|two|three|\d+(?:\.\d+)?) ?(?:m|mins?|minutes?|h|hrs?|hours?))(?: long)?$/

/** How many of the next words are an hour or how long it took; 0 where none are. */
export function hourAt(words: readonly string[]): number {
  for (let length = Math.min(4, words.length); length > 0; length--) {
    const said = words.slice(0, length).join(' ')
    if (HOUR.test(said) || BARE_HOUR.test(said) || LENGTH.test(said)) return length
  }
  return 0
}
