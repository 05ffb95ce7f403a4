import {
  addDays,
  clock,
  type Day,
  dateAndMonth,
  dateOf,
  daysBetween,
  exists,
  isoDay,
  longDay,
  MONTHS,
  monthOf,
  WEEKDAYS,
  weekdayOf,
  yearOf,
} from './days.ts'
import { late } from './late.ts'
import { type MailDays, mailDate, mailDates, mailTime, mailTimes } from './mail-days.ts'
import { monthNamed, nearestYear, weekdayNamed } from './read-days.ts'

/** `"5/6" is read as Thu 6 May 2027`, and how to type what else it could be. */
export interface DayDoubt {
  typed: string
  says: string
  other: string
}

/** How a text is read for its days and times. */
export interface DayReading extends MailDays {
  /** It says `when`, or says something `else`, of which only what can be nothing but a day or time is read. */
  reads: 'when' | 'else'
  /** On which side of today a date without its year lies; absent: ahead. */
  side?: 'ahead' | 'either' | undefined
  /** A text of nothing but hours, "5 or 6", says at what time, and not on which day of the month. */
  isHours?: boolean | undefined
}

/** A day, a time or both as a mail says it, or the words between; joined they are the text. */
export interface DayPiece {
  typed: string
  said: string
  /** Absent: only words. */
  phrase?: Phrase
}

/** The days and times of a text, spelled out (`tues 5 or thurs noon`, `12/15`, `wed 3p`), and the words between. */
export function dayPieces(text: string, asked: DayReading): DayPiece[] {
  if (text.length > LONGEST) return [{ typed: text, said: text }]
  const pieces: DayPiece[] = []
  let at = 0
  let last: Phrase | undefined
  while (at < text.length) {
    const before = text.slice(0, at)
    const between = pieces.at(-1)
    const after = last && isJoined(before) ? last : undefined
    const phrase = phraseAt(text, at, { asked, after })
    if (phrase && (asked.reads === 'when' || isSure(phrase, before))) {
      if (last && between && /^\s*[-–]\s*$/.test(between.said)) between.said = ' to '
      pieces.push({ typed: text.slice(at, phrase.end), said: phrase.said, phrase })
      at = phrase.end
      last = phrase
      continue
    }
    const skipped = matchAt(skip(), text, at)?.[0] ?? text.charAt(at)
    // Between two days or times stand only these.
    if (!/^(?:[\s,/–-]|and|or|to|until|till|through)+$/i.test(skipped)) last = undefined
    if (between && !between.phrase) {
      between.typed += skipped
      between.said += skipped
    } else pieces.push({ typed: skipped, said: skipped })
    at += skipped.length
  }
  return pieces
}

/** What the pieces say together. */
export function joined(pieces: readonly DayPiece[]): string {
  return pieces
    .map(({ said }) => said)
    .join('')
    .replace(TWO_OF_A_HALF, '$1$3$4')
}

/** "5 pm or 6 pm" says its half twice. */
const TWO_OF_A_HALF = /(\d{1,2}(?::\d\d)?) ([ap]m)( or )(\d{1,2}(?::\d\d)? \2)\b/g

const LONGEST = 2_000
/** A word, or what stands between words. */
const skip = late(() => /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’/:]*|[^\p{L}\p{N}]+/uy)

/** Beside one of these a bare hour is theirs: "tomorrow morning at 6", "tonight at 8". */
const PARTS_OF_DAY: readonly [RegExp, PartOfDay][] = [
  [/\b(?:morning|breakfast|sunrise)/i, 'morning'],
  [/\b(?:afternoon|lunch)/i, 'afternoon'],
  [/\b(?:evening|night|tonight|dinner)/i, 'evening'],
]
type PartOfDay = 'morning' | 'afternoon' | 'evening'

function isJoined(said: string): boolean {
  return /(?:,|\bor|\band|\bto|[-–/])\s*$/i.test(said)
}

interface Phrase {
  end: number
  said: string
  doubts: DayDoubt[]
  weekday?: Weekday | undefined
  date?: DateRead | undefined
  times?: TimesRead | undefined
}

interface Reading {
  asked: DayReading
  /** The day or time that this one is listed after: "tues 5 or 6". */
  after: Phrase | undefined
}

/** The day, the time or both that begin there. */
function phraseAt(text: string, at: number, { asked, after }: Reading): Phrase | undefined {
  if (/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return undefined
  const isWhen = asked.reads === 'when'
  const weekday = weekdayAt(text, at, isWhen)
  const afterWeekday = weekday ? pass(text, weekday.end, /[.,]?\s+(?:the )?/y) : at
  const dated = dateAt(text, afterWeekday, { ...asked, weekday: weekday?.index, after })
  const date = dated && !weekday && isWhen ? withWeekdayBehind(text, dated) : dated
  const named = date?.weekday ?? weekday
  const dayEnd = date?.end ?? weekday?.end
  const part = isWhen && dayEnd !== undefined ? partBehind(text, dayEnd) : undefined
  const isHour =
    dayEnd !== undefined ||
    (after?.times !== undefined && (isWhen || !after.times.isSpan)) ||
    (asked.isHours === true && ONLY_HOURS.test(text)) ||
    (isWhen && matchAt(hoursBeforeDay(), text, at) !== undefined)
  const times = timesAt(text, part?.end ?? dayEnd ?? at, {
    isHour,
    isWhen,
    isHours: asked.isHours,
    isDated: date !== undefined && !named && isWhen,
    ...partContext(text, at, isWhen),
    later: dayEnd === undefined ? after?.times?.from : undefined,
  })
  const end = times?.end ?? dayEnd
  if (end === undefined) return undefined
  const typed = text.slice(at, end)
  const day = [named?.said, date?.said].filter(Boolean).join(asked.style === 'us' ? ', ' : ' ')
  const said = times ? withTimes(`${day}${part?.said ?? ''}`, times, asked) : day
  const doubts = [
    ...(date?.other ? [readAs(date.typed, longDay(date.day), date.other)] : []),
    ...(weekday && times && !date ? hourDoubts(typed, weekday, times, asked) : []),
  ]
  return { end, said, doubts, weekday: named, date, times }
}

/** "5", "5 or 6": nothing but hours. */
const ONLY_HOURS = /^(?:at |by )?\d{1,2}(?::\d\d)?(?: ?(?:,|or|and|,? or) ?\d{1,2}(?::\d\d)?)*$/i

/** "6" in "6 tonight", "5 or 6" in "5 or 6 on tues". */
const hoursBeforeDay = late(
  () =>
    /\d{1,2}(?::\d\d)?(?: ?(?:,|or|and) ?\d{1,2}(?::\d\d)?)* (?:in the (?:morning|afternoon|evening)|at night|(?:on )?(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun|today|tonight|tomorrow)(?:day|nesday|rsday|urday)?)\b/iy,
)

function readAs(typed: string, is: string, other: string): DayDoubt {
  return { typed, says: `"${typed}" is read as ${is}.`, other }
}

/** "evening" in "fri evening 6-8". */
function partBehind(text: string, at: number): { end: number; said: string } | undefined {
  const found = matchAt(
    / (?:early |late )?(?:morning|afternoon|evening|night)s?(?=[ ,])/iy,
    text,
    at,
  )
  return found && { end: at + found[0].length, said: found[0].toLowerCase() }
}

/** The half of the day that is said beside a time, and whether one is said elsewhere in the text. */
function partContext(
  text: string,
  at: number,
  isWhen: boolean,
): Pick<TimesContext, 'part' | 'isPartSaid' | 'isPartWord'> {
  const isPartSaid = PARTS_OF_DAY.some(([pattern]) => pattern.test(text))
  if (!isPartSaid || !isWhen) return { isPartSaid }
  const words = besides(text, at)
  const found = PARTS_OF_DAY.filter(([pattern]) => pattern.test(words)).map(([, each]) => each)
  const isPartWord = /\b(?:morning|afternoon|evening|night|tonight)/i.test(words)
  return { isPartSaid, part: found.length === 1 ? found[0] : undefined, isPartWord }
}

/** What stands with it between two commas or "or"; hours alone stand with what they are listed after. */
function besides(text: string, at: number): string {
  const parts = text.split(/(,|;|\bor\b|\band\b)/i)
  let end = 0
  const index = parts.findIndex(part => {
    end += part.length
    return end > at
  })
  let first = index
  while (first > 1 && !/[a-z]{3}/i.test(parts[first] ?? '')) first -= 2
  return parts.slice(Math.max(first, 0), index + 1).join('')
}

/** In another text: a month and a date, an hour with its half, or a day behind a word that wants one. */
function isSure({ weekday, date, times }: Phrase, before: string): boolean {
  if (weekday && MEETING_NOUN.test(before)) return true
  if (times?.isBare && times.lead !== 'at') return false
  if (date?.isNamed || times?.isHalved) return true
  if (date?.day && weekday && !/(?:^|\s)i $/i.test(before)) return true
  if (!date && !weekday) return false
  if (!date && weekday?.isWhole) return true
  if (date && !date.day && WHOLE_MONTH.test(date.said)) return date.typed.length > 4
  return /(?:^|\s)(?:on|by|until|till|before|after|from|since|next|this|last)\s+$/i.test(before)
}

/** May and March are other words too. */
const WHOLE_MONTH = /^(?!May|March)/

/** Right behind one of these an abbreviated day is one: "our coffee wed". */
const MEETING_NOUN =
  /\b(?:breakfast|brunch|call|chat|class|clinic|club|coffee|conference|dinner|drinks|exam|hike|interview|lab|lecture|lunch|meeting|meetup|presentation|quiz|rounds|run|seminar|session|shift|talk|tea|visit|walk|workshop|zoom) $/i

function withTimes(day: string, times: TimesRead, { style, reads }: DayReading): string {
  const { from, until, lead, isPart } = times
  const isWhen = reads === 'when'
  if (until === undefined) {
    const time = isPart ? withoutHalf(mailTime(from, style)) : mailTime(from, style)
    if (lead && lead !== 'at') return `${day ? `${day} ` : ''}${lead} ${time}`
    return day ? `${day} at ${time}` : `${lead ? `${lead} ` : ''}${time}`
  }
  const span = (joint: string) => {
    const said = mailTimes(from, until, { style, joint })
    return isPart ? withoutHalf(said) : said
  }
  if (lead === 'between') return `${day ? `${day} ` : ''}between ${span(' and ')}`
  if (!day && lead !== 'from' && !isWhen) return span(times.joint ?? '–')
  return `${day ? `${day} ` : ''}from ${span(' to ')}`
}

/** "tonight at 7": which half it is, is said already. */
function withoutHalf(time: string): string {
  return time.replace(/ [ap]m\b/g, '')
}

/** `wed 2` is an hour, and could be a day where that falls on one. */
function hourDoubts(
  typed: string,
  { index, said }: Weekday,
  { isBare, isHalved, isPart, lead, from, hour }: TimesRead,
  { today, style }: MailDays,
): DayDoubt[] {
  if (!isBare || isHalved || isPart || lead) return []
  const days = Array.from({ length: 31 }, (_, ahead) => addDays(today, ahead + 1))
  const day = days.find(each => weekdayOf(each) === index && dateOf(each) === hour)
  if (day === undefined) return []
  return [readAs(typed, `${said} at ${mailTime(from, style)}`, longDay(day).slice(0, -5))]
}

// Weekdays

interface Weekday {
  end: number
  /** 0 is Sunday; absent: today or tomorrow. */
  index?: number
  said: string
  isWhole: boolean
}

const NEAR_DAYS = new Map([
  ['today', 'today'],
  ['tomorrow', 'tomorrow'],
  ['tonight', 'tonight'],
  ['tmrw', 'tomorrow'],
  ['tmr', 'tomorrow'],
])

function weekdayAt(text: string, at: number, isWhen: boolean): Weekday | undefined {
  const [word] = matchAt(/[a-z]{3,10}(?![a-z'’-])/iy, text, at) ?? []
  if (!word) return undefined
  const lower = word.toLowerCase()
  const isBehindThe = /\bthe $/i.test(text.slice(0, at))
  // The sun is no Sunday.
  if (isBehindThe && (!isWhen || /^(?:sun|sat)$/.test(lower))) return undefined
  if (NEAR_DAYS.has(lower)) {
    return { end: at + word.length, said: NEAR_DAYS.get(lower) ?? word, isWhole: true }
  }
  const isSeveral = lower.endsWith('days')
  const index = weekdayNamed(isSeveral ? lower.slice(0, -1) : lower)
  if (index === undefined) return undefined
  const said = `${WEEKDAYS[index]}${isSeveral ? 's' : ''}`
  const isWhole = lower.endsWith('day') || isSeveral
  const end = at + word.length
  const isShortened = !isWhole && /^\.[ ,]/.test(text.slice(end))
  return { end: isShortened ? end + 1 : end, index, said, isWhole }
}

// Dates

interface DateRead {
  end: number
  typed: string
  day: Day
  until?: Day
  said: string
  /** How to type the other day that the figures could be. */
  other?: string | undefined
  /** Of figures, which comes first, where only one order makes a day. */
  order?: 'month' | 'date' | undefined
  hasYear?: boolean
  /** The weekday that stands behind it. */
  weekday?: Weekday | undefined
  /** Its month is a word. */
  isNamed: boolean
}

/** What would make a count of the number before it. */
const COUNTED = '(?! ?(?:%|(?:min|hour|hr|day|week|wk|month|year|people|person|student|page|of)))'
const ORDINAL = '(?:st|nd|rd|th)?'
const TIME_BEHIND = '(?![\\d:/]|[.,]\\d| ?[ap]\\.?m\\b|[ap]\\b)'
const SPAN = '(?: ?(?:-|–|to|through|until) ?(\\d{1,2})'
const YEAR = '(?:,? (\\d{4})(?!\\d))?'

const monthFirst = late(
  () =>
    new RegExp(
      `([a-z]{3,9})\\.? (?:the )?(\\d{1,2})${ORDINAL}${SPAN}${ORDINAL}${TIME_BEHIND})?${TIME_BEHIND}${YEAR}${COUNTED}`,
      'iy',
    ),
)
const dateFirst = late(
  () =>
    new RegExp(
      `(?:the (?=\\d{1,2}(?:st|nd|rd|th)))?(\\d{1,2})${ORDINAL}${SPAN}${ORDINAL})?(?: of)? ?([A-Za-z]{3,9})\\b(?:\\.(?=,| [a-z\\d]))?${YEAR}`,
      'y',
    ),
)
const monthAlone = late(() => /[a-z]{3,9}(?![a-z'’-])\.?/iy)
const slashed = late(() => /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/y)
const dotted = late(() => /(\d{1,2})\.(\d{1,2})\.(\d{4})?(?!\d)/y)
const iso = late(() => /(\d{4})-(\d{2})-(\d{2})(?![\d-])/y)

/** With the weekday that stands before it, which tells `12/2` from `2/12`, and what it is listed after. */
interface DateContext extends DayReading {
  weekday: number | undefined
  after: Phrase | undefined
}

function dateAt(text: string, at: number, asked: DateContext): DateRead | undefined {
  const read = namedDateAt(text, at, asked) ?? figuresAt(text, at, asked)
  if (read || asked.reads === 'else') return read ?? monthAt(text, at, asked)
  return monthAt(text, at, asked) ?? bareDateAt(text, at, asked) ?? nextDateAt(text, at, asked)
}

/** "tues" in "dec 8 (tues)", where that is so. */
function withWeekdayBehind(text: string, date: DateRead): DateRead {
  const start = pass(text, date.end, /[ ,]+\(?/y)
  const weekday = start > date.end ? weekdayAt(text, start, true) : undefined
  if (weekday?.index === undefined || !date.day || date.until) return date
  if (weekdayOf(date.day) !== weekday.index) return date
  const isBracketed = text.slice(date.end, start).includes('(')
  if (isBracketed && text.charAt(weekday.end) !== ')') return date
  return { ...date, weekday, end: weekday.end + (isBracketed ? 1 : 0) }
}

function namedDateAt(text: string, at: number, mail: DayReading): DateRead | undefined {
  const isMonthFirst = matchAt(monthFirst(), text, at)
  const isDateFirst = matchAt(dateFirst(), text, at)
  const [typed = '', name, from, until, year] =
    isMonthFirst && monthNamed(isMonthFirst[1]?.toLowerCase()) !== undefined
      ? isMonthFirst
      : reordered(isDateFirst)
  const month = monthNamed(name?.toLowerCase())
  if (month === undefined) return undefined
  const last = dayOf({ month, date: Number(until ?? from), year }, mail)
  const day = last && realDay(yearOf(last), month, Number(from))
  if (day === undefined || last === undefined || last < day) return undefined
  const end = at + typed.length
  const said = mailDates(day, last, mail)
  const hasYear = year !== undefined
  return { end, typed, day, ...(last > day && { until: last }), said, isNamed: true, hasYear }
}

/** `or 2` after "dec 1": of the same month. */
function bareDateAt(text: string, at: number, asked: DateContext): DateRead | undefined {
  const first = asked.after?.times ? undefined : asked.after?.date
  if (!first?.day || first.until || !/(?:,|\bor|\band) $/i.test(text.slice(0, at))) return undefined
  const [typed = '', date] =
    matchAt(/(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d:/.]|\w| ?[ap]m)/iy, text, at) ?? []
  const day = dayOf({ month: monthOf(first.day), date: Number(date), year: undefined }, asked)
  if (!typed || !day || day <= first.day || daysBetween(first.day, day) > 31) return undefined
  const said = asked.style === 'us' ? String(dateOf(day)) : mailDate(day, asked)
  return { end: at + typed.length, typed, day, said, isNamed: false }
}

/** `the 15th`, `fri 27th`: the next day of that number. */
function nextDateAt(text: string, at: number, asked: DateContext): DateRead | undefined {
  const [typed = '', date] = matchAt(nextDate(), text, at) ?? []
  if (!typed) return undefined
  const days = Array.from({ length: 62 }, (_, ahead) => addDays(asked.today, ahead))
  const numbered = days.filter(each => dateOf(each) === Number(date))
  // A bare "wed 25" is no hour, and a day where that is one.
  const isBare = !/(?:st|nd|rd|th)$/i.test(typed)
  if (isBare && !numbered.some(each => weekdayOf(each) === asked.weekday)) return undefined
  const [day] =
    asked.side === 'either' || !numbered.length
      ? []
      : [...numbered.filter(each => weekdayOf(each) === asked.weekday), ...numbered]
  if (day === undefined) return undefined
  return { end: at + typed.length, typed, day, said: mailDate(day, asked), isNamed: false }
}

const nextDate = late(
  () =>
    /(?:the )?(\d{1,2}(?=(?:st|nd|rd|th))|2[4-9]|3[01])(?:st|nd|rd|th)?(?=$|[.,;!?)]| ?[-–] ?\d| (?:\d|or|and|at|after|before|from|between|until|till|to|if|with|in the)\b| @)/iy,
)

function reordered(found: RegExpExecArray | undefined): (string | undefined)[] {
  const [typed, from, until, name, year] = found ?? []
  return [typed, name, from, until, year]
}

/** `in dec`, `june to aug`; May and March, which are other words too, only behind one that wants a time. */
function monthAt(text: string, at: number, { reads }: DayReading): DateRead | undefined {
  const [typed = ''] = matchAt(monthAlone(), text, at) ?? []
  const month = monthNamed(typed.replace('.', '').toLowerCase())
  if (month === undefined) return undefined
  const [before, behind] = [text.slice(0, at), text.slice(at + typed.length)]
  // "nov 31" is no day and no November either.
  const isOfNumber = /\d(?:st|nd|rd|th)? ?(?:of )?$/i.test(before) || /^ \d{1,2}\b/.test(behind)
  if (reads === 'when' && isOfNumber) return undefined
  const isWanted = /\b(?:in|by|until|till|from|to|since|of|early|mid|late|next)[ -]$/i
  const isList =
    reads === 'when' && /^$|(?:or|and|to) $/i.test(before) && /^$|^ (?:or|and|to)\b/i.test(behind)
  const [year = ''] = /^,? 20\d\d\b/.exec(behind) ?? []
  const isSaid = isWanted.test(before) || isList || year !== ''
  if (/^(?:may|march)$/i.test(typed) && !isSaid) return undefined
  const said = `${MONTHS[month - 1]}${year.replace(',', '')}`
  return { end: at + typed.length + year.length, typed, day: '', said, isNamed: false }
}

/** `12/15`, `15.12.`, `2026-12-15`; day first behind dots and under `intl`, unless only the other is a day. */
function figuresAt(text: string, at: number, mail: DateContext): DateRead | undefined {
  const whole = matchAt(iso(), text, at)
  const dots = matchAt(dotted(), text, at)
  const found = whole ?? dots ?? matchAt(slashed(), text, at)
  if (!found || isNoDate(text, at, found[0])) return undefined
  const [typed, ...figures] = found
  const [one = 0, two = 0] = whole ? figures.slice(1).map(Number) : figures.map(Number)
  const year = whole ? figures[0] : figures[2]
  const monthFirst = dayOf({ month: one, date: two, year }, mail)
  const dateFirst = whole ? undefined : dayOf({ month: two, date: one, year }, mail)
  const isDateFirst = dots !== undefined || (orderIn(text) ?? ORDERS[mail.style]) === 'date'
  const readings = isDateFirst ? [dateFirst, monthFirst] : [monthFirst, dateFirst]
  const days = readings.filter(each => each !== undefined)
  const fitting = days.filter(each => weekdayOf(each) === mail.weekday)
  const [day] = fitting.length ? fitting : days
  if (day === undefined) return undefined
  const others = (fitting.length ? fitting : days).filter(each => each !== day)
  const other = others.map(each => dateAndMonth(each))[0]
  const order = days.length > 1 || whole ? undefined : monthFirst ? 'month' : 'date'
  const said = mailDate(day, mail)
  const hasYear = year !== undefined
  return { end: at + typed.length, typed, day, said, other, order, isNamed: false, hasYear }
}

const ORDERS = { us: 'month', intl: 'date' } as const

/** Which figure comes first in the dates of the text that can be read in one way alone. */
function orderIn(text: string): 'month' | 'date' | undefined {
  const pairs = [...text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/:])/g)]
  const isMonthFirst = pairs.some(([, , two]) => Number(two) > 12)
  const isDateFirst = pairs.some(([, one]) => Number(one) > 12)
  if (isMonthFirst === isDateFirst) return undefined
  return isMonthFirst ? 'month' : 'date'
}

/** `1/2 hour`, `24/7`: a part, and a way to say always. */
function isNoDate(text: string, at: number, typed: string): boolean {
  if (typed === '24/7') return true
  const behind = text.slice(at + typed.length)
  return /^ ?(?:%|of\b|an?\b|day|hour|hr|week|month|year|mile|page|credit|time)/i.test(behind)
}

function dayOf(
  parts: { month: number; date: number; year: string | undefined },
  { today, side }: DayReading,
): Day | undefined {
  const { month, date, year } = parts
  // A leap year stands in for a year that is not known.
  if (!exists(2000, month, date)) return undefined
  const short = year?.length === 2 ? `20${year}` : year
  if (short !== undefined) return realDay(Number(short), month, date)
  const ahead = realDay(nearestYear(month, date, today, 'ahead'), month, date)
  const back = realDay(nearestYear(month, date, today, 'back'), month, date)
  if (side !== 'either' || !ahead || !back) return ahead
  return daysBetween(today, ahead) <= daysBetween(back, today) ? ahead : back
}

function realDay(year: number, month: number, date: number): Day | undefined {
  return exists(year, month, date) ? isoDay(year, month, date) : undefined
}

// Times

interface TimesRead {
  end: number
  from: string
  until?: string
  isSpan: boolean
  /** `from` or `between`, before two times; `at` before one. */
  lead?: string | undefined
  /** ` to ` where that stands between two. */
  joint?: string | undefined
  /** The figure as typed. */
  hour: number
  /** Typed without am, pm or minutes. */
  isBare: boolean
  /** Typed with am or pm. */
  isHalved: boolean
  /** Its half is said by the words beside it: "tonight". */
  isPart?: boolean
}

const MARK = '(?: ?([ap])\\.?m\\.?|([ap]))(?![a-z0-9&])'
const oneTime = late(() => new RegExp(`(\\d{1,2})(?:[:.](\\d\\d))?(?:${MARK})?`, 'iy'))
const namedTime = late(() => /(noon|midnight)(?![a-z])/iy)
const lead = late(() => /,? ?(?:\b(at|from|between)\b |@ ?)|,? ?/iy)
const leadOfWhen = late(
  () =>
    /,? ?(?:\b(at|from|between|after|before|past|until|till|til|by|around|about)\b |@ ?)|,? ?/iy,
)
const joint = late(() => /(?: ?(?:-|–) ?| (to|until|till|and) )/iy)
/** What may stand behind a bare hour; before anything else the number counts something. */
const HOUR_END =
  /^(?:$|[.,;!?)]| ?[-–/] ?\d| (?:or|and|to|until|till|before|after|if|with|on|in|for|either|this|next|at|but|then|would|works?)\b)/i
/** The same in a text that says when: before a day a number is an hour too. */
const HOUR_END_OF_WHEN =
  /^ (?:tonight|today|tomorrow|(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*|any|every|most|each|when|and|so|as|since|except|unless)\b|^ ?[(@]|^ [–-] /i
/** Further hours of the list up to the one whose half is typed: "8 or 9 pm". */
const halfAhead = late(
  () => /^(?: ?(?:,|or|and|to|until|till|-|–) ?(\d{1,2})(?::\d\d)?(?: ?([ap])\.?m|([ap])\b)?)+/i,
)

interface TimesContext {
  /** It stands behind a day, so that a bare number is an hour. */
  isHour: boolean
  isPartSaid: boolean
  isWhen: boolean
  /** The part of the day that the words beside it say. */
  part?: PartOfDay | undefined
  /** They name it: "evening", and not only "dinner". */
  isPartWord?: boolean
  /** Two bare hours that stand alone are a span of time. */
  isHours?: boolean | undefined
  /** It stands behind a date, after which "8" in "dec 7, 8 or 9" is another. */
  isDated?: boolean
  /** It is listed after that time, and so is later. */
  later?: string | undefined
}

function timesAt(text: string, at: number, context: TimesContext): TimesRead | undefined {
  const { isHour, isWhen, part, isPartWord } = context
  const led = matchAt(isWhen ? leadOfWhen() : lead(), text, at)
  const leading = led?.[1]?.toLowerCase() ?? (led?.[0].includes('@') ? 'at' : undefined)
  const start = isHour || leading ? at + (led?.[0].length ?? 0) : at
  const isLed = isHour || leading !== undefined
  if (isWhen && (!leading || leading === 'at' || isTwo(leading))) {
    const span = matchAt(spanOfTimes(), text, start)
    const isAnd = span?.[5]?.toLowerCase() === 'and'
    if (span && (!isAnd || leading === 'between')) {
      return spanOf(span, {
        ...context,
        leading,
        isLed,
        behind: text.slice(start + span[0].length),
      })
    }
  }
  const first = timeAt(text, start, { ...context, isHour: isLed })
  if (!first) return undefined
  if (context.isDated && led?.[0].startsWith(',') && first.isBare && !first.isHalved)
    return undefined
  const isPart = first.isBare && part !== undefined && isPartWord === true && !first.isHalved
  const second = spanEnd(text, first.end, { ...context, leading })
  if (!second) {
    if (isTwo(leading) || (first.isOpen && !first.isHalved)) return undefined
    const isLater = !context.later || !first.isBare || first.isHalved || first.time > context.later
    return isLater
      ? { ...first, lead: leading, from: first.time, isSpan: false, isPart }
      : undefined
  }
  if (!isLed && !first.isHalved && !second.isHalved) return undefined
  return {
    end: second.end,
    from: first.time,
    until: second.time,
    isSpan: true,
    lead: leading,
    joint: /-|–/.test(text.slice(first.end, second.end)) ? undefined : ' to ',
    hour: first.hour,
    isBare: false,
    isHalved: first.isHalved || second.isHalved,
    isPart,
  }
}

function isTwo(leading: string | undefined): boolean {
  return leading === 'from' || leading === 'between'
}

const spanOfTimes = late(() => {
  const time = '(?:(noon|midnight)|(\\d{1,2})(?:[:.](\\d\\d))?(?: ?([ap])(?:\\.?m\\b\\.?|\\b))?)'
  const between = '(?: ?[-–] ?| (to|until|till|til|thru|through|and) )'
  return new RegExp(`${time}${between}${time}(?![\\w:/&]|\\.\\d)`, 'iy')
})

/** Two times of one day, `12-1`, `15-16`, `10am-2`: the later one follows the first as soon as it can. */
function spanOf(
  found: RegExpExecArray,
  context: TimesContext & { leading: string | undefined; isLed: boolean; behind: string },
): TimesRead | undefined {
  const { part, isPartWord, leading, isLed, isHours, behind } = context
  const [typed, fromName, fromHour = '', fromMinutes, fromHalf, , ...later] = found
  const [toName, toHour = '', toMinutes, toHalf] = later
  if (isCounting(behind, toHalf ?? toMinutes ?? toName)) return undefined
  const starts = readings({
    name: fromName,
    digits: fromHour,
    minutes: fromMinutes,
    half: fromHalf,
  })
  const ends = readings({ name: toName, digits: toHour, minutes: toMinutes, half: toHalf })
  const isOpen = starts.length > 1 && ends.length > 1
  const isWritten = Boolean(fromMinutes ?? toMinutes ?? fromName ?? toName)
  if (isOpen && !isLed && !isHours && !isWritten) return undefined
  const isMorning = part ? part === 'morning' : /^(?:8|9|1[01])$/.test(fromHour)
  const pairs = pairsOf(starts, ends)
  const [from, until] =
    (isOpen ? pairs.find(([start]) => isMorning === start < '12:00') : pairs.at(-1)) ?? []
  if (!from || !until) return undefined
  return {
    end: found.index + typed.length,
    from,
    until,
    isSpan: true,
    lead: leading === 'at' ? undefined : leading,
    hour: Number(fromHour),
    isBare: false,
    isHalved: Boolean(fromHalf ?? toHalf),
    isPart: part !== undefined && isPartWord === true && isOpen,
  }
}

/** Each start with the next end after it on the same day. */
function pairsOf(starts: readonly string[], ends: readonly string[]): [string, string][] {
  return starts.flatMap(from => {
    const until = ends.find(each => each > from || (each === '00:00' && ends.length === 1))
    return until ? [[from, until] satisfies [string, string]] : []
  })
}

/** Whether something is counted, "3-4 weeks". */
function isCounting(behind: string, mark: string | undefined): boolean {
  return mark === undefined && !HOUR_END.test(behind) && !HOUR_END_OF_WHEN.test(behind)
}

/** The times of day that it can be: both halves where none is typed. */
function readings(typed: {
  name: string | undefined
  digits: string
  minutes: string | undefined
  half: string | undefined
}): string[] {
  const { name, digits, minutes, half } = typed
  if (name) return [/noon/i.test(name) ? '12:00' : '00:00']
  const [hour, minute] = [Number(digits), Number(minutes ?? 0)]
  if (hour > 23 || minute > 59) return []
  if (half) return hour > 12 || hour < 1 ? [] : [clockOf(hour, half.toLowerCase(), minutes)]
  if (hour > 12 || digits.startsWith('0')) return [clock(hour, minute)]
  return [clockOf(hour, 'a', minutes), clockOf(hour, 'p', minutes)]
}

function spanEnd(
  text: string,
  at: number,
  { leading, ...context }: TimesContext & { leading: string | undefined },
): TimeRead | undefined {
  const between = matchAt(joint(), text, at)
  if (!between) return undefined
  // "5 and 6" are two times, and a span only behind "between".
  const isAnd = between[1]?.toLowerCase() === 'and'
  if (isAnd !== (leading === 'between')) return undefined
  const isHour = isTwo(leading) || context.isHour
  return timeAt(text, at + between[0].length, { ...context, isHour })
}

interface TimeRead {
  end: number
  time: string
  hour: number
  isBare: boolean
  isHalved: boolean
  /** Its half is that of the time behind it. */
  isOpen?: boolean
}

function timeAt(text: string, at: number, context: TimesContext): TimeRead | undefined {
  const named = matchAt(namedTime(), text, at)
  if (named) {
    const end = at + named[0].length
    // The noon conference is one everywhere.
    if (isCounting(text.slice(end), undefined)) return undefined
    const time = /noon/i.test(named[0]) ? '12:00' : '00:00'
    return { end, time, hour: 12, isBare: false, isHalved: false }
  }
  const found = matchAt(oneTime(), text, at)
  if (!found) return undefined
  const [typed, digits = '', minutes, mark, short] = found
  const hour = Number(digits)
  const end = at + typed.length
  const half = (mark ?? short)?.toLowerCase()
  if (Number(minutes ?? 0) > 59 || hour > 23) return undefined
  if (half) {
    if (hour < 1 || hour > 12) return undefined
    return { end, time: clockOf(hour, half, minutes), hour, isBare: false, isHalved: true }
  }
  const behind = text.slice(end)
  const isDotted = typed.includes('.')
  if (/^[\p{L}\p{N}&/]|^[.:]\d/u.test(behind)) return undefined
  if (isDotted && !(context.isWhen && isClockDotted(text, at, minutes))) return undefined
  const read = minutes === undefined ? bareHour : withMinutes
  const time = read({ digits, minutes: minutes ?? '00', behind }, context)
  if (time === undefined) return undefined
  const isHalved = halfBehind(hour, behind) !== undefined
  const isBare = minutes === undefined || (context.part !== undefined && hour <= 12)
  return { end, time, hour, isBare, isHalved, isOpen: minutes === undefined && !context.isHour }
}

/** `9.30` is a time, and `10.12` could be a day unless something stands before it. */
function isClockDotted(text: string, at: number, minutes: string | undefined): boolean {
  return (
    Number(minutes) > 12 ||
    minutes === '00' ||
    /\b(?:at|after|before|from|day|pm|am) ?$/i.test(text.slice(0, at))
  )
}

interface Figures {
  digits: string
  minutes: string
  behind: string
}

function withMinutes(
  { digits, minutes, behind }: Figures,
  { isPartSaid, isWhen, part }: TimesContext,
): string | undefined {
  const hour = Number(digits)
  if (hour === 0 || hour > 12 || digits.startsWith('0')) return clock(hour, Number(minutes))
  if (part) return clockIn(part, hour, minutes)
  const usual = usualTime(hour, behind, minutes)
  return isPartSaid && !isWhen ? undefined : usual
}

function bareHour(
  { digits, minutes, behind }: Figures,
  { isHour, isPartSaid, isWhen, part }: TimesContext,
): string | undefined {
  const hour = Number(digits)
  const isCounted =
    !HOUR_END.test(behind) &&
    !halfAhead().test(behind) &&
    !(isWhen && HOUR_END_OF_WHEN.test(behind))
  const isKnown = halfBehind(hour, behind) !== undefined
  if (hour < 1 || hour > 12 || isCounted) return undefined
  if (part && isHour) return clockIn(part, hour, minutes)
  if (!(isKnown || (isHour && !(isPartSaid && !isWhen)))) return undefined
  return usualTime(hour, behind, minutes)
}

/** 8 to 11 in the morning, noon, 1 to 7 in the afternoon, unless a time behind it says its half. */
function usualTime(hour: number, behind: string, minutes: string): string {
  const usual = hour >= 8 && hour <= 11 ? 'a' : 'p'
  return clockOf(hour, halfBehind(hour, behind) ?? usual, minutes)
}

/** The half of the first hour of a list that has one: `3-4pm`, and of `10-2pm` the other. */
function halfBehind(hour: number, behind: string): string | undefined {
  const found = halfAhead().exec(behind)
  const half = (found?.[2] ?? found?.[3])?.toLowerCase()
  if (!found || half === undefined) return undefined
  const isBefore = hour % 12 < Number(found[1]) % 12
  return isBefore ? half : half === 'p' ? 'a' : 'p'
}

/** In that part of the day; undefined for an hour of the night, which is another day's. */
function clockIn(part: PartOfDay, hour: number, minutes: string): string | undefined {
  if (part === 'evening' && (hour === 12 || hour < 4)) return undefined
  return clockOf(hour, part === 'morning' ? 'a' : 'p', minutes)
}

function clockOf(hour: number, half: string, minutes = '00'): string {
  return clock((hour % 12) + (half === 'p' ? 12 : 0), Number(minutes))
}

// Places

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

function pass(text: string, at: number, pattern: RegExp): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0)
}
