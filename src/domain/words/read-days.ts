import { Failure } from '../../failure.ts'
import {
  addDays,
  addMonths,
  clock,
  type Day,
  dateAndMonth,
  dateOf,
  daysBetween,
  exists,
  FIRST_YEAR,
  fromNow,
  isDay,
  isoDay,
  LAST_YEAR,
  longDay,
  MONTHS,
  modulo,
  mondayOf,
  monthLength,
  monthName,
  monthOf,
  WEEKDAYS,
  type When,
  weekdayOf,
  yearOf,
} from './days.ts'
import { counted, folded, nearest } from './text.ts'

/** Which side of today a word means that could mean both: `wed`, `3 Oct`, `2w`. */
export type Lean = 'ahead' | 'back'

/**
 * The day that was typed; fails on anything it does not understand whole. `lean` decides only words
 * that could lie on both sides of today; whether a past or a coming day will do is the caller's matter.
 */
export function readDay(text: string, today: Day, options: { lean: Lean }): Day {
  return dayOfWords({ text, words: dayWords(text), today, lean: options.lean })
}

/**
 * A day, and after it maybe a time: `wed 15:00`, `tomorrow at 9am`, `2026-12-01 noon`. What is moved from a
 * day counts from that: `1w`, `next wed`, `next month`; `in 1w` and `tomorrow` count from today all the same.
 */
export function readWhen(
  text: string,
  today: Day,
  options: { lean: Lean; movedFrom?: Day | undefined },
): When {
  const words = dayWords(text.replace(/(\d)[Tt](?=\d)/, '$1 '))
  const found = timeAtEnd(words, text)
  if (found?.before.length === 0) {
    throw new Failure(
      'usage',
      `${quoted(text)} is a time without a day.`,
      'Write the day first: today 15:00, wed 15:00.',
    )
  }
  const day = dayOfWords({
    text,
    words: found?.before ?? words,
    today,
    lean: options.lean,
    from: options.movedFrom,
    when: true,
  })
  return found ? { day, time: found.time } : { day }
}

/** Whether words are meant as a day, be it one that no calendar has or a slip: `32 dec`, `fryday`, `Tuesday`. */
export function seemsDay(text: string): boolean {
  const words = dayWords(text)
  if (words.length > MOST_DAY_WORDS) return false
  return words.some(word => {
    if (/\d/.test(word) || SAYS_DAY.has(word)) return true
    if (monthNamed(word) || weekdayNamed(word) !== undefined) return true
    const isLong = word.length >= LEAST_OF_SLIP
    return isLong && nearest(word, [...longNames(), ...weekdayWords()]) !== undefined
  })
}

const MOST_DAY_WORDS = 4
const SAYS_DAY = new Set(['today', 'tomorrow', 'tonight', 'next', 'eow', 'eom', 'tmrw'])
/** A shorter word is near to too many. */
const LEAST_OF_SLIP = 5

/** A time of day, as `15:00`: `15:00`, `9am`, `9:30 pm`, `noon`. */
export function readTime(text: string): string {
  const found = timeAtEnd(dayWords(text), text)
  if (found?.before.length === 0) return found.time
  throw notATime(text)
}

/** `15:00`, as it is stored. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** Here `m` is minutes; a month is 30 days and a year 365. What was not typed is left out. */
export function readDuration(
  text: string,
  what = 'length of time',
): { days?: number; minutes?: number } {
  const total: { days?: number; minutes?: number } = {}
  for (const { count, unit } of amountsOrFail(text, what, 'Write it like: 30m, 2h, 1d, 6w.')) {
    const size = MINUTES_IN.get(unit) ?? DAYS_IN.get(unit)
    if (size === undefined) throw notALength(text, what, 'Write it like: 30m, 2h, 1d, 6w.')
    const key = MINUTES_IN.has(unit) ? 'minutes' : 'days'
    total[key] = (total[key] ?? 0) + count * size
  }
  return total
}

/** A count of days: `30d`, `6w`, `3 weeks`, `0d`, `a week`; a month is 30 days and a year 365. */
export function readDays(text: string, what = 'number of days'): number {
  const hint = 'Write it like: 30d, 6w, 3 weeks, 2 months.'
  let days = 0
  for (const { count, unit } of amountsOrFail(text, what, hint)) {
    if (unit === 'm') {
      throw new Failure(
        'usage',
        `${quoted(text)} could mean months or minutes.`,
        `Write ${counted(count, 'month')} or ${count * 30}d.`,
      )
    }
    const size = DAYS_IN.get(unit)
    if (size === undefined) throw notALength(text, what, hint)
    days += count * size
  }
  if (days > 36_500) throw notALength(text, what, 'The most is a hundred years: 36500d.')
  return days
}

/** How often something comes again, by the calendar: `monthly` is `1 month`, `6w` is `6 weeks`. */
export function readRepeat(text: string): string {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^every\s+/, '')
  const said = REPEAT_WORDS.get(words) ?? (/^[a-z]+$/.test(words) ? `1 ${words}` : words)
  const hint = 'Write it like: weekly, 2 weeks, monthly, 3 months, yearly.'
  const amounts = amountsOrFail(said, 'length of time', hint)
  const [{ count, unit } = { count: 0, unit: '' }] = amounts
  const months = MONTHS_IN.get(unit)
  const days = months === undefined ? DAYS_IN.get(unit) : undefined
  const all = (months ?? days ?? 0) * count
  const most = months === undefined ? MOST_REPEAT_DAYS : MOST_REPEAT_DAYS / 30
  if (amounts.length > 1 || all < 1 || all > most) throw notALength(text, 'length of time', hint)
  if (months !== undefined) {
    return all % 12 === 0 ? counted(all / 12, 'year') : counted(all, 'month')
  }
  return all % 7 === 0 ? counted(all / 7, 'week') : counted(all, 'day')
}

const MOST_REPEAT_DAYS = 3600
const REPEAT_WORDS = new Map([
  ['daily', '1 day'],
  ['weekly', '1 week'],
  ['biweekly', '2 weeks'],
  ['fortnightly', '2 weeks'],
  ['monthly', '1 month'],
  ['quarterly', '3 months'],
  ['yearly', '1 year'],
  ['annually', '1 year'],
])

/** The first day after another on which it comes again; counted from its first, so that no short month sticks. */
export function nextTime(every: string, since: Day, after: Day): Day {
  const [amount = '1', unit = ''] = every.split(' ')
  const step = Number(amount) * (unit.startsWith('year') ? 12 : 1)
  const isByMonth = /^(month|year)/.test(unit)
  const dayAfter = (times: number) =>
    isByMonth
      ? addMonths(since, times * step)
      : addDays(since, times * step * (unit.startsWith('week') ? 7 : 1))
  let times = 1
  while (dayAfter(times) <= after) times++
  return dayAfter(times)
}

/** A count of minutes: `30m`, `2h`, `1h30m`, `90 min`. */
export function readMinutes(text: string, what = 'length of time'): number {
  const hint = 'Write it like: 30m, 2h, 1h30m, 90 min.'
  let minutes = 0
  for (const { count, unit } of amountsOrFail(text, what, hint)) {
    const size = MINUTES_IN.get(unit)
    if (size === undefined) throw notALength(text, what, hint)
    minutes += count * size
  }
  return minutes
}

/** `1990-03-09`, or `--03-09` when no year was typed; one after `today`, where that is given, fails. */
export function readBirthday(text: string, today?: Day): string {
  const phrase = dayWords(text).join(' ')
  const yearless = /^--(\d\d)-?(\d\d)$/.exec(phrase)
  const parts = yearless
    ? { month: Number(yearless[1]), date: Number(yearless[2]) }
    : dateParts(phrase)
  if (!parts) {
    throw new Failure(
      'usage',
      `${quoted(text)} can't be read as a birthday.`,
      'Write it like: 9 Mar, 9 Mar 1990, 1990-03-09.',
    )
  }
  // A leap year stands in for a year that is not known, so that 29 Feb is one.
  const day = realDay(parts.year ?? 2000, parts.month, parts.date, text)
  if (parts.year === undefined) return `-${day.slice(4)}`
  if (today !== undefined && day > today) {
    throw new Failure(
      'usage',
      `${longDay(day)} has not come yet.`,
      'A birthday is in the past. You can leave out the year: 9 Mar.',
    )
  }
  return day
}

/** Fails when the day is before today. */
export function mustNotBePast(day: Day, today: Day, hint: string): void {
  if (day >= today) return
  throw new Failure('usage', `${longDay(day)} is past (${fromNow(day, today)}).`, hint)
}

/**
 * A day that is today or behind us. A date without its year that would be one of last year, and is nearer
 * ahead, is refused as one to come: on the 21st "25 nov" is a slip, and "1 mar" the day of this year.
 */
export function readPastDay(text: string, today: Day, hint: string): Day {
  const day = readDay(text, today, { lean: 'back' })
  if (day > today) throw new Failure('usage', `${longDay(day)} has not come yet.`, hint)
  const ahead = readDay(text, today, { lean: 'ahead' })
  const isThisYear = yearOf(day) === yearOf(today)
  if (isThisYear || !isYearApart(day, ahead)) return day
  if (daysBetween(day, today) <= daysBetween(today, ahead)) return day
  throw new Failure(
    'usage',
    `${longDay(ahead)} has not come yet.`,
    [hint, `If it was last year: "${dateAndMonth(day)} ${yearOf(day)}"`].filter(Boolean).join('\n'),
  )
}

function isYearApart(back: Day, ahead: Day): boolean {
  return daysBetween(back, ahead) > 300
}

/** A day that is today or still to come. */
export function readComingDay(text: string, today: Day): Day {
  const day = readDay(text, today, { lean: 'ahead' })
  mustNotBePast(day, today, 'Give a day from today on.')
  return day
}

/**
 * A day of an event, which may be coming or over: `wed` and `2w` lie ahead, a date without its year is
 * the nearer one.
 */
export function readEventDay(text: string, today: Day): Day {
  const ahead = readDay(text, today, { lean: 'ahead' })
  const back = readDay(text, today, { lean: 'back' })
  const isNearerBack = daysBetween(back, today) < daysBetween(today, ahead)
  return isYearApart(back, ahead) && isNearerBack ? back : ahead
}

// The grammar of days. A reading gives a day, nothing when the words are not of its kind, or fails
// when they are and make no day.

interface Typed {
  text: string
  words: string[]
  today: Day
  lean: Lean
  /** Where an amount and what is next count from; absent: from today. */
  from?: Day | undefined
  /** A time may follow, so the hints show one. */
  when?: boolean
}

function dayOfWords(typed: Typed): Day {
  const dated = typed.words[0] === 'on' ? { ...typed, words: typed.words.slice(1) } : typed
  const day = namedDay(typed) ?? weekday(dated) ?? calendarDay(dated) ?? distantDay(typed)
  if (day === undefined) throw notADay(typed)
  return day
}

const NAMED_DAYS = new Map<string, (today: Day) => Day>([
  ['today', today => today],
  ['tomorrow', today => addDays(today, 1)],
  ['yesterday', today => addDays(today, -1)],
  ['day after tomorrow', today => addDays(today, 2)],
  ['day before yesterday', today => addDays(today, -2)],
  // A week and a month are planned from their first day: Monday, and the 1st.
  ['next week', today => addDays(mondayOf(today), 7)],
  ['next month', today => addMonths(firstOfMonth(today), 1)],
  ['end of week', endOfWeek],
  ['eow', endOfWeek],
  ['end of month', endOfMonth],
  ['eom', endOfMonth],
  ['this morning', today => today],
  ['this afternoon', today => today],
  ['this evening', today => today],
  ['tonight', today => today],
  ['last night', today => addDays(today, -1)],
])

function endOfWeek(today: Day): Day {
  return addDays(mondayOf(today), 6)
}

function endOfMonth(today: Day): Day {
  return addDays(addMonths(firstOfMonth(today), 1), -1)
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`
}

function namedDay({ words, today, from = today }: Typed): Day | undefined {
  const phrase = words
    .join(' ')
    .replace(/^the /, '')
    .replace(/^end of (the|this) /, 'end of ')
  return NAMED_DAYS.get(phrase)?.(words[0] === 'next' ? from : today)
}

function weekday({ words, today, lean, from = today }: Typed): Day | undefined {
  const wanted = weekdayNamed(words.at(-1))
  if (wanted === undefined || words.length > 2) return undefined
  const inThisWeek = addDays(mondayOf(today), modulo(wanted - 1, 7))
  const ahead = modulo(wanted - weekdayOf(today) - 1, 7) + 1
  const back = modulo(weekdayOf(today) - wanted, 7)
  if (words.length === 1) return addDays(today, lean === 'ahead' ? ahead : -back)
  if (words[0] === 'next') return addDays(mondayOf(from), 7 + modulo(wanted - 1, 7))
  if (words[0] === 'this') return inThisWeek
  if (words[0] === 'last') return addDays(today, -(back || 7))
  return undefined
}

function calendarDay({ words, today, lean, text }: Typed): Day | undefined {
  const named = words.length > 1 ? weekdayNamed(words[0]) : undefined
  const parts = dateParts((named === undefined ? words : words.slice(1)).join(' '))
  if (!parts) return undefined
  const year = parts.year ?? nearestYear(parts.month, parts.date, today, lean)
  const day = realDay(year, parts.month, parts.date, text)
  if (named === undefined || weekdayOf(day) === named) return day
  throw new Failure(
    'usage',
    `${dateAndMonth(day)} ${year} is a ${WEEKDAYS[weekdayOf(day)]}, not a ${WEEKDAYS[named]}.`,
    parts.year === undefined ? 'Correct it, or add the year.' : 'Correct one of the two.',
  )
}

/** The year in which the day lies nearest on the side leant to; today counts on both. */
export function nearestYear(month: number, date: number, today: Day, lean: Lean): number {
  const here = monthOf(today) * 100 + dateOf(today)
  const there = month * 100 + date
  if (lean === 'ahead') return yearOf(today) + (there < here ? 1 : 0)
  return yearOf(today) - (there > here ? 1 : 0)
}

interface DateParts {
  year?: number
  month: number
  date: number
}

/** `2026-12-01`, `1 dec 2026`, `the 1 of december`, `dec 1`; the numbers are not checked yet. */
function dateParts(phrase: string): DateParts | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(phrase)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), date: Number(iso[3]) }
  const dateFirst = /^(?:the )?(\d{1,2})(?: of)? ([a-z]+)(?: (\d{4}))?$/.exec(phrase)
  const monthFirst = /^([a-z]+)(?: the)? (\d{1,2})(?: (\d{4}))?$/.exec(phrase)
  const month = monthNamed(dateFirst?.[2] ?? monthFirst?.[1])
  if (month === undefined) return undefined
  const date = Number(dateFirst?.[1] ?? monthFirst?.[2])
  const year = dateFirst?.[3] ?? monthFirst?.[3]
  return year === undefined ? { month, date } : { year: Number(year), month, date }
}

function realDay(year: number, month: number, date: number, text: string): Day {
  if (year < FIRST_YEAR || year > LAST_YEAR) throw outOfReach(text)
  if (exists(year, month, date)) return isoDay(year, month, date)
  const monthIs = MONTHS[month - 1]
  throw new Failure(
    'usage',
    monthIs
      ? `${quoted(text)} is not a day: ${monthIs} ${year} has ${monthLength(year, month)} days.`
      : `${quoted(text)} is not a day: there is no month ${month}.`,
    'Check the day and the month.',
  )
}

/** `in six weeks`, `10 days ago`, `3d`, `+10`. */
function distantDay({ words, today, lean, text, from = today }: Typed): Day | undefined {
  const { side, amount } = sideOf(words)
  const amounts = amountsOf(amount)
  if (side === undefined || !amounts) return undefined
  const sign = (side === 'either' ? lean : side) === 'ahead' ? 1 : -1
  let months = 0
  let days = 0
  for (const { count, unit } of amounts) {
    const inMonths = MONTHS_IN.get(unit)
    const inDays = DAYS_IN.get(unit)
    if (inMonths !== undefined) months += count * inMonths
    else if (inDays !== undefined) days += count * inDays
    else return undefined
  }
  if (months > 3_600 || days > 110_000) throw outOfReach(text)
  const start = side === 'either' ? from : today
  const day = addDays(addMonths(start, sign * months), sign * days)
  if (!isDay(day)) throw outOfReach(text)
  return day
}

/** Takes off the words that say on which side of today it lies; `side` is absent when they clash. */
function sideOf(words: string[]): { side?: Lean | 'either'; amount: string[] } {
  const [first = ''] = words
  const end = words.slice(-2).join(' ')
  if (first.startsWith('+')) {
    const amount = [first.slice(1), ...words.slice(1)].filter(word => word !== '')
    return { side: 'ahead', amount: amount.length === 1 ? [...amount, 'days'] : amount }
  }
  if (end === 'from now' || end === 'from today') {
    return { side: 'ahead', amount: words.slice(0, -2) }
  }
  if (first === 'in') return { side: 'ahead', amount: words.slice(1) }
  if (words.at(-1) === 'ago') return { side: 'back', amount: words.slice(0, -1) }
  return { side: 'either', amount: words }
}

// Amounts: `3 weeks`, `1h 30m`, `a month and two days`

interface Amount {
  count: number
  unit: string
}

const MINUTES_IN = unitTable([
  [1, 'm min mins minute minutes'],
  [60, 'h hr hrs hour hours'],
])

const DAYS_IN = unitTable([
  [1, 'd day days'],
  [7, 'w wk wks week weeks'],
  [14, 'fortnight fortnights'],
  [30, 'mo mos month months'],
  [365, 'y yr yrs year years'],
])

/** Of a day that is typed: `1m` is a month on, on the calendar. */
const MONTHS_IN = unitTable([
  [1, 'm mo mos month months'],
  [12, 'y yr yrs year years'],
])

function unitTable(rows: [size: number, names: string][]): Map<string, number> {
  return new Map(
    rows.flatMap(([size, names]) => names.split(' ').map((name): [string, number] => [name, size])),
  )
}

const NUMBER_WORDS = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
])

/** Numbers each followed by their unit, no unit twice; nothing when the words are anything else. */
function amountsOf(words: string[]): Amount[] | undefined {
  const amounts: Amount[] = []
  let rest = words
  while (rest.length > 0) {
    if (amounts.length > 0 && rest[0] === 'and') rest = rest.slice(1)
    const count = numberOf(rest[0])
    const unit = rest[1]
    if (count === undefined || unit === undefined || amounts.some(each => each.unit === unit)) {
      return undefined
    }
    amounts.push({ count, unit })
    rest = rest.slice(2)
  }
  return amounts.length > 0 ? amounts : undefined
}

function numberOf(word = ''): number | undefined {
  return /^\d{1,6}$/.test(word) ? Number(word) : NUMBER_WORDS.get(word)
}

function amountsOrFail(text: string, what: string, hint: string): Amount[] {
  const words = dayWords(text)
  if (words.length === 1 && numberOf(words[0]) !== undefined) {
    throw new Failure('usage', `${quoted(text)} needs a unit.`, hint)
  }
  const amounts = amountsOf(words)
  if (!amounts) throw notALength(text, what, hint)
  return amounts
}

// Times

/** The time that ends the words, and the words before it. */
function timeAtEnd(words: string[], text: string): { time: string; before: string[] } | undefined {
  const halved = /^[ap]m$/.test(words.at(-1) ?? '')
  const size = halved ? 2 : 1
  const [word = '', half] = words.slice(-size)
  const time = word === 'noon' && !half ? '12:00' : timeOf(word, half)
  if (time === undefined) {
    if (half || /^\d+:\d+$/.test(word)) throw notATime(text)
    return undefined
  }
  const before = words.slice(0, -size)
  return { time, before: before.at(-1) === 'at' ? before.slice(0, -1) : before }
}

function timeOf(word: string, half: string | undefined): string | undefined {
  const parts = /^(\d{1,2})(?::(\d\d))?$/.exec(word)
  if (!parts || (parts[2] === undefined && half === undefined)) return undefined
  const hour = Number(parts[1])
  const minute = Number(parts[2] ?? 0)
  if (minute > 59 || hour > 23) return undefined
  if (half === undefined) return clock(hour, minute)
  if (hour < 1 || hour > 12) return undefined
  return clock((hour % 12) + (half === 'pm' ? 12 : 0), minute)
}

// Words

/** Longer than any day or time, and short enough to read at no cost. */
const LONGEST = 80

/** Folded, without commas and closing dots, digits apart from letters: `Dec. 1st,2027` gives `dec 1 2027`. */
function dayWords(text: string): string[] {
  if (text.length > LONGEST) return []
  return folded(text)
    .replace(/,/g, ' ')
    .replace(/\.+(?= |$)/g, '')
    .replace(/\b([ap])\.m\b/g, '$1m')
    .replace(/\b(\d{1,2})(st|nd|rd|th)\b/g, withoutOrdinal)
    .replace(/\d(?=[a-z])|[a-z](?=\d)/g, '$& ')
    .split(' ')
    .filter(word => word !== '')
}

function withoutOrdinal(whole: string, digits: string, ending: string): string {
  const teen = digits.length === 2 && digits.startsWith('1')
  const right = (teen ? undefined : ['th', 'st', 'nd', 'rd'][Number(digits) % 10]) ?? 'th'
  return ending === right ? digits : whole
}

export function weekdayNamed(word: string | undefined): number | undefined {
  return indexOfName(WEEKDAYS, word === 'weds' ? 'wed' : word)
}

/** 1 to 12. */
export function monthNamed(word: string | undefined): number | undefined {
  const index = indexOfName(MONTHS, word)
  return index === undefined ? undefined : index + 1
}

/** By the whole name or its first three letters or more. */
function indexOfName(names: readonly string[], word = ''): number | undefined {
  if (word.length < 3) return undefined
  const index = names.findIndex(name => name.toLowerCase().startsWith(word))
  return index === -1 ? undefined : index
}

// Refusals

function quoted(text: string): string {
  return text.length > LONGEST ? `"${text.slice(0, 40)}…"` : `"${text}"`
}

function notADay(typed: Typed): Failure {
  const { text, words, today } = typed
  const phrase = words.join(' ')
  if (text.trim() === '') return new Failure('usage', 'No day was given.', examples(typed))
  if (/^\d+$/.test(phrase)) {
    const month = monthName(today).slice(0, 3)
    return new Failure(
      'usage',
      `${quoted(text)} is only a number.`,
      exists(2000, 1, Number(phrase))
        ? `Write ${phrase}d for days, or ${phrase} ${month} for a day of the month.`
        : examples(typed),
    )
  }
  const numeric = /^(\d{1,2})[./-](\d{1,2})(?:[./-]\d+)?$/.exec(phrase)
  if (numeric) {
    return new Failure(
      'usage',
      `${quoted(text)} reads differently in different countries.`,
      numericHint(Number(numeric[1]), Number(numeric[2])),
    )
  }
  const near = words.length === 1 ? nearest(phrase, [...longNames(), ...weekdayWords()]) : null
  return new Failure(
    'usage',
    `${quoted(text)} can't be read as a day.`,
    near ? `Did you mean ${near}?` : examples(typed),
  )
}

/** A short one is near to any short word. */
function longNames(): string[] {
  return [...NAMED_DAYS.keys()].filter(name => name.length > 3)
}

function weekdayWords(): string[] {
  return WEEKDAYS.map(name => name.toLowerCase())
}

function numericHint(a: number, b: number): string {
  const readings = [
    [a, b],
    [b, a],
  ].flatMap(([date = 0, month = 0]) =>
    exists(2000, month, date) ? [dateAndMonth(isoDay(2000, month, date))] : [],
  )
  const different = [...new Set(readings)]
  return different.length > 0
    ? `Write the month as a word: ${different.join(' or ')}.`
    : 'Write the month as a word: 1 Dec.'
}

function examples({ today, lean, when }: Typed): string {
  if (when) return `Write it like: wed 15:00, tomorrow 9am, ${addDays(today, 10)} 15:00.`
  return lean === 'ahead'
    ? `Write it like: wed, next wed, tomorrow, in 10 days, 2w, 1 Dec, ${addDays(today, 10)}.`
    : `Write it like: wed, yesterday, 3 days ago, 2w, 1 Dec, ${addDays(today, -10)}.`
}

function outOfReach(text: string): Failure {
  return new Failure(
    'usage',
    `${quoted(text)} is outside the years ${FIRST_YEAR} to ${LAST_YEAR}.`,
    'Check the year.',
  )
}

function notATime(text: string): Failure {
  return new Failure(
    'usage',
    `netmed can't read the time in ${quoted(text)}.`,
    'Write it like: 15:00, 9am, 9:30 pm.',
  )
}

function notALength(text: string, what: string, hint: string): Failure {
  return new Failure('usage', `${quoted(text)} can't be read as a ${what}.`, hint)
}

/** Whether the words are a day as it is typed, even one that the calendar does not have: `wed 31 june`. */
export function isDayWords(text: string): boolean {
  const words = dayWords(text)
  const isDated = weekdayNamed(words[0]) !== undefined && words.length > 1
  const found = dateParts((isDated ? words.slice(1) : words).join(' '))
  return found !== undefined || dayNamed(text, ANY_DAY) !== undefined
}

const ANY_DAY = '2024-01-01'

/** The day that some words name, with a time or without; undefined when they name none. */
export function dayNamed(text: string, today: Day): Day | undefined {
  try {
    return readWhen(text, today, { lean: 'ahead' }).day
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
