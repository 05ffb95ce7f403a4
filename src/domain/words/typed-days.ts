import {
  addDays,
  clock,
  type Day,
  dateAndMonth,
  dateOf,
  exists,
  isoDay,
  longDay,
  MONTHS,
  WEEKDAYS,
  weekdayOf,
  yearOf,
} from './days.ts'
import { late } from './late.ts'
import {
  type MailDays,
  type MailStyle,
  mailDate,
  mailDates,
  mailTime,
  mailTimes,
} from './mail-days.ts'
import { monthNamed, nearestYear, weekdayNamed } from './read-days.ts'

/** A text with its days and times as a mail says them. */
export interface SaidDays {
  text: string
  /** What could have been meant otherwise, or was not read. */
  doubts: DayDoubt[]
}

/** `"5/6" is read as Thu 6 May 2027`, and how to type what else it could be. */
export interface DayDoubt {
  typed: string
  says: string
  other: string
}

/**
 * Spells out the days and times of a text that says when: `tues 5 or thurs noon`, `12/15`, `wed 3p`. What
 * is not sure stays as typed. In a text that says something `else`, only what can be nothing but a day or time.
 */
export function withDaysSaid(
  text: string,
  mail: MailDays,
  { reads }: { reads: 'when' | 'else' } = { reads: 'when' },
): SaidDays {
  if (text.length > LONGEST) return { text, doubts: [] }
  const doubts: DayDoubt[] = []
  let said = ''
  let at = 0
  let last: Phrase | undefined
  const isPartSaid = PART_OF_DAY.test(text)
  while (at < text.length) {
    const before = text.slice(0, at)
    const after = last && isJoined(said) ? last : undefined
    const phrase = phraseAt(text, at, { mail, after, isPartSaid })
    if (phrase && (reads === 'when' || isSure(phrase, before))) {
      const isSpan = last !== undefined && /\s*[-–]\s*$/.test(said)
      if (isSpan) said = said.replace(/\s*[-–]\s*$/, ' to ')
      said += phrase.said
      doubts.push(...phrase.doubts)
      at = phrase.end
      last = phrase
      continue
    }
    const skipped = matchAt(skip(), text, at)?.[0] ?? text.charAt(at)
    // Between two days or times stand only these.
    if (!/^(?:[\s,/–-]|and|or|to|until|till|through)+$/i.test(skipped)) last = undefined
    said += skipped
    at += skipped.length
  }
  return { text: said.replace(TWO_OF_A_HALF, '$1$3$4'), doubts }
}

/** "5 pm or 6 pm" says its half twice. */
const TWO_OF_A_HALF = /(\d{1,2}(?::\d\d)?) ([ap]m)( or )(\d{1,2}(?::\d\d)? \2)\b/g

const LONGEST = 2_000
/** A word, or what stands between words. */
const skip = late(() => /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’/:]*|[^\p{L}\p{N}]+/uy)

/** Beside one of these a bare hour is theirs: "tomorrow morning at 6", "tonight at 8". */
const PART_OF_DAY = /\b(?:morning|afternoon|evening|night|tonight|breakfast|lunch|dinner|sunrise)/i

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
  mail: MailDays
  /** The day or time that this one is listed after: "tues 5 or 6". */
  after: Phrase | undefined
  isPartSaid: boolean
}

/** The day, the time or both that begin there. */
function phraseAt(text: string, at: number, reading: Reading): Phrase | undefined {
  const { mail, after, isPartSaid } = reading
  if (/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return undefined
  const weekday = weekdayAt(text, at)
  const afterWeekday = weekday ? pass(text, weekday.end, /[.,]?\s+(?:the )?/y) : at
  const date = dateAt(text, afterWeekday, { ...mail, weekday: weekday?.index })
  const dayEnd = date?.end ?? weekday?.end
  const isHour = dayEnd !== undefined || (after?.times !== undefined && !after.times.isSpan)
  const times = timesAt(text, dayEnd ?? at, { isHour, isPartSaid })
  const end = times?.end ?? dayEnd
  if (end === undefined) return undefined
  const typed = text.slice(at, end)
  if (weekday && date && !fits(weekday, date)) return misfit(typed, end, { weekday, date })
  const day = [weekday?.said, date?.said].filter(Boolean).join(mail.style === 'us' ? ', ' : ' ')
  const said = times ? withTimes(day, times, mail.style) : day
  const doubts = [
    ...(date?.other ? [readAs(date.typed, longDay(date.day), date.other)] : []),
    ...(weekday && times && !date ? hourDoubts(typed, weekday, times, mail) : []),
  ]
  return { end, said, doubts, weekday, date, times }
}

function readAs(typed: string, is: string, other: string): DayDoubt {
  return { typed, says: `"${typed}" is read as ${is}.`, other }
}

/** In another text: a month and a date, an hour with its half, or a day behind a word that wants one. */
function isSure({ weekday, date, times }: Phrase, before: string): boolean {
  if (times?.isBare && times.lead !== 'at') return false
  if (date?.isNamed || times?.isHalved) return true
  if (!date && !weekday) return false
  if (!date && weekday?.isWhole) return true
  return /(?:^|\s)(?:on|by|until|till|before|after|from|since|next|this|last)\s+$/i.test(before)
}

function withTimes(day: string, times: TimesRead, style: MailStyle): string {
  const { from, until, lead } = times
  if (until === undefined) {
    const time = mailTime(from, style)
    return day ? `${day} at ${time}` : `${lead ? `${lead} ` : ''}${time}`
  }
  if (lead === 'between') {
    const span = `between ${mailTimes(from, until, { style, joint: ' and ' })}`
    return day ? `${day} ${span}` : span
  }
  if (!day && lead !== 'from') return mailTimes(from, until, { style, joint: times.joint ?? '–' })
  return `${day ? `${day} ` : ''}from ${mailTimes(from, until, { style, joint: ' to ' })}`
}

/** `wed 2` is an hour, and could be a day where that falls on one. */
function hourDoubts(
  typed: string,
  { index, said }: Weekday,
  { isBare, isHalved, lead, from, hour }: TimesRead,
  { today, style }: MailDays,
): DayDoubt[] {
  if (!isBare || isHalved || lead) return []
  const days = Array.from({ length: 31 }, (_, ahead) => addDays(today, ahead + 1))
  const day = days.find(each => weekdayOf(each) === index && dateOf(each) === hour)
  if (day === undefined) return []
  return [readAs(typed, `${said} at ${mailTime(from, style)}`, longDay(day).slice(0, -5))]
}

function fits({ index }: Weekday, { day, until }: DateRead): boolean {
  return until !== undefined || index === undefined || weekdayOf(day) === index
}

/** A weekday beside a date that falls on another: both stay as typed. */
function misfit(
  typed: string,
  end: number,
  { weekday, date }: { weekday: Weekday; date: DateRead },
): Phrase {
  const day = `${dateAndMonth(date.day)} ${yearOf(date.day)}`
  const is = `${day} is a ${WEEKDAYS[weekdayOf(date.day)]}`
  const says = `"${typed}" stays as typed: ${is}.`
  const doubt = { typed, says, other: longDay(date.day).slice(0, -5) }
  return { end, said: typed, doubts: [doubt], weekday, date }
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
  ['tmrw', 'tomorrow'],
  ['tmr', 'tomorrow'],
])

function weekdayAt(text: string, at: number): Weekday | undefined {
  const [word] = matchAt(/[a-z]{3,10}(?![a-z'’-])/iy, text, at) ?? []
  if (!word || /\bthe $/i.test(text.slice(0, at))) return undefined
  const lower = word.toLowerCase()
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
      `(\\d{1,2})${ORDINAL}${SPAN}${ORDINAL})?(?: of)? ?([A-Za-z]{3,9})\\b(?:\\.(?=,| [a-z\\d]))?${YEAR}`,
      'y',
    ),
)
const monthAlone = late(() => /[a-z]{3,9}(?![a-z'’-])\.?/iy)
const slashed = late(() => /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/y)
const dotted = late(() => /(\d{1,2})\.(\d{1,2})\.(\d{4})?(?!\d)/y)
const iso = late(() => /(\d{4})-(\d{2})-(\d{2})(?![\d-])/y)

/** With the weekday that stands before it, which tells `12/2` from `2/12`. */
interface DateContext extends MailDays {
  weekday: number | undefined
}

function dateAt(text: string, at: number, mail: DateContext): DateRead | undefined {
  return namedDateAt(text, at, mail) ?? figuresAt(text, at, mail) ?? monthAt(text, at)
}

function namedDateAt(text: string, at: number, mail: MailDays): DateRead | undefined {
  const isMonthFirst = matchAt(monthFirst(), text, at)
  const isDateFirst = matchAt(dateFirst(), text, at)
  const [typed = '', name, from, until, year] =
    isMonthFirst && monthNamed(isMonthFirst[1]?.toLowerCase()) !== undefined
      ? isMonthFirst
      : reordered(isDateFirst)
  const month = monthNamed(name?.toLowerCase())
  if (month === undefined) return undefined
  const day = dayOf({ month, date: Number(from), year }, mail.today)
  const last = until === undefined ? day : dayOf({ month, date: Number(until), year }, mail.today)
  if (day === undefined || last === undefined || last < day) return undefined
  const end = at + typed.length
  const said = mailDates(day, last, mail)
  return { end, typed, day, ...(last > day && { until: last }), said, isNamed: true }
}

function reordered(found: RegExpExecArray | undefined): (string | undefined)[] {
  const [typed, from, until, name, year] = found ?? []
  return [typed, name, from, until, year]
}

/** `in dec`, `june to aug`; May and March, which are other words too, only behind one that wants a time. */
function monthAt(text: string, at: number): DateRead | undefined {
  const [typed = ''] = matchAt(monthAlone(), text, at) ?? []
  const month = monthNamed(typed.replace('.', '').toLowerCase())
  const isWanted = /\b(?:in|by|until|till|from|to|since|of|early|mid|late|next)[ -]$/i
  if (month === undefined) return undefined
  const isSaid =
    isWanted.test(text.slice(0, at)) || /^ 20\d\d\b/.test(text.slice(at + typed.length))
  if (/^(?:may|march)$/i.test(typed) && !isSaid) return undefined
  const said = String(MONTHS[month - 1])
  return { end: at + typed.length, typed, day: '', said, isNamed: false }
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
  const monthFirst = dayOf({ month: one, date: two, year }, mail.today)
  const dateFirst = whole ? undefined : dayOf({ month: two, date: one, year }, mail.today)
  const isDateFirst = dots !== undefined || mail.style === 'intl'
  const readings = isDateFirst ? [dateFirst, monthFirst] : [monthFirst, dateFirst]
  const days = readings.filter(each => each !== undefined)
  const fitting = days.filter(each => weekdayOf(each) === mail.weekday)
  const [day] = fitting.length ? fitting : days
  if (day === undefined) return undefined
  const others = fitting.length ? [] : days.filter(each => each !== day)
  const other = others.map(each => dateAndMonth(each))[0]
  return { end: at + typed.length, typed, day, said: mailDate(day, mail), other, isNamed: false }
}

/** `1/2 hour`, `24/7`: a part, and a way to say always. */
function isNoDate(text: string, at: number, typed: string): boolean {
  if (typed === '24/7') return true
  const behind = text.slice(at + typed.length)
  return /^ ?(?:%|of\b|an?\b|day|hour|hr|week|month|year|mile|page|credit|time)/i.test(behind)
}

function dayOf(
  parts: { month: number; date: number; year: string | undefined },
  today: Day,
): Day | undefined {
  const { month, date, year } = parts
  // A leap year stands in for a year that is not known.
  if (!exists(2000, month, date)) return undefined
  const short = year?.length === 2 ? `20${year}` : year
  const full = short === undefined ? nearestYear(month, date, today, 'ahead') : Number(short)
  return exists(full, month, date) ? isoDay(full, month, date) : undefined
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
}

const MARK = '(?: ?([ap])\\.?m\\.?|([ap]))(?![a-z0-9&])'
const oneTime = late(() => new RegExp(`(\\d{1,2})(?:[:.](\\d\\d))?(?:${MARK})?`, 'iy'))
const namedTime = late(() => /(noon|midnight)(?![a-z])/iy)
const lead = late(() => /,? ?(?:\b(at|from|between)\b |@ ?)|,? ?/iy)
const joint = late(() => /(?: ?(?:-|–) ?| (to|until|till|and) )/iy)
/** What may stand behind a bare hour; before anything else the number counts something. */
const HOUR_END =
  /^(?:$|[.,;!?)]| ?[-–/] ?\d| (?:or|and|to|until|till|before|after|if|with|on|in|for|either|this|next|at|but|then|would|works?)\b)/i
/** Further hours of the list up to the one whose half is typed: "8 or 9 pm". */
const halfAhead = late(
  () => /^(?: ?(?:,|or|and|to|until|till|-|–) ?(\d{1,2})(?::\d\d)?(?: ?([ap])\.?m|([ap])\b)?)+/i,
)

interface TimesContext {
  /** It stands behind a day, so that a bare number is an hour. */
  isHour: boolean
  isPartSaid: boolean
}

function timesAt(text: string, at: number, context: TimesContext): TimesRead | undefined {
  const { isHour } = context
  const led = matchAt(lead(), text, at)
  const leading = led?.[1]?.toLowerCase() ?? (led?.[0].includes('@') ? 'at' : undefined)
  const start = isHour || leading ? at + (led?.[0].length ?? 0) : at
  const isLed = isHour || leading !== undefined
  const first = timeAt(text, start, { ...context, isHour: isLed })
  if (!first) return undefined
  const second = spanEnd(text, first.end, { ...context, leading })
  if (!second)
    return isTwo(leading) || (first.isOpen && !first.isHalved)
      ? undefined
      : { ...first, lead: leading, from: first.time, isSpan: false }
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
  }
}

function isTwo(leading: string | undefined): boolean {
  return leading === 'from' || leading === 'between'
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
    if (!HOUR_END.test(text.slice(end))) return undefined
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
  if (/^[\p{L}\p{N}&/]|^[.:]\d/u.test(behind) || typed.includes('.')) return undefined
  const read = minutes === undefined ? bareHour : withMinutes
  const time = read({ digits, minutes: minutes ?? '00', behind }, context)
  if (time === undefined) return undefined
  const isHalved = halfBehind(hour, behind) !== undefined
  const isBare = minutes === undefined
  return { end, time, hour, isBare, isHalved, isOpen: isBare && !context.isHour }
}

interface Figures {
  digits: string
  minutes: string
  behind: string
}

function withMinutes(
  { digits, minutes, behind }: Figures,
  { isPartSaid }: TimesContext,
): string | undefined {
  const hour = Number(digits)
  if (hour === 0 || hour > 12 || digits.startsWith('0')) return clock(hour, Number(minutes))
  return isPartSaid ? undefined : usualTime(hour, behind, minutes)
}

function bareHour(
  { digits, minutes, behind }: Figures,
  { isHour, isPartSaid }: TimesContext,
): string | undefined {
  const hour = Number(digits)
  const isCounting = !HOUR_END.test(behind) && !halfAhead().test(behind)
  const isKnown = halfBehind(hour, behind) !== undefined
  if (hour < 1 || hour > 12 || isCounting || !(isKnown || (isHour && !isPartSaid))) return undefined
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
