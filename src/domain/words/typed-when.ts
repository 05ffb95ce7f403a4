import {
  addDays,
  type Day,
  dateAndMonth,
  dateOf,
  daysBetween,
  exists,
  isoDay,
  longDay,
  MONTHS,
  monthLength,
  WEEKDAYS,
  weekdayOf,
  yearOf,
} from './days.ts'
import { late } from './late.ts'
import { JUST_PAST, type MailDays } from './mail-days.ts'
import { monthNamed } from './read-days.ts'
import { type DayDoubt, type DayPiece, dayPieces, joined } from './typed-days.ts'
import { spelledWhen } from './when-spelling.ts'

/** A text with its days and times as a mail says them. */
export interface SaidDays {
  text: string
  /** What could have been meant otherwise, and how that is typed. */
  doubts: DayAsk[]
  /** Why it cannot be said as it was typed; nothing is written then. */
  asks: DayAsk[]
}

/** What is not right, in a sentence, and the whole values that could be meant. */
export interface DayAsk {
  says: string
  instead: string[]
}

export interface WhenReading extends MailDays {
  /** Where days may lie: `either` side where something is named that was planned. */
  side?: 'ahead' | 'either' | undefined
  /** It may be a time of day alone. */
  isHours?: boolean | undefined
  /** Several days, one after the other, are there to choose from. */
  isChoice?: boolean | undefined
}

/**
 * A text that says when, its days and times spelled out: `tues 5 or thurs noon`, `12/15`, `wed 3p`. It is read
 * as a whole, or left as it is where it is plain (`after the renal exam`); what is neither is in `asks`.
 */
export function whenSaid(typed: string, asked: WhenReading): SaidDays {
  const foreign = OF_ANOTHER_CLOCK.exec(typed)
  if (foreign) return askedOnly(typed, ofAnotherClock(typed, foreign))
  const text = spelledWhen(typed)
  const pieces = chosen(dayPieces(text, { ...asked, reads: 'when' }), asked)
  const asks = [...dayAsks(pieces, text, asked), ...wordAsks(pieces, text, asked)]
  const doubts = pieces.flatMap(({ phrase }) => phrase?.doubts ?? [])
  const whole = ({ says, typed: figures, other }: DayDoubt): DayAsk => ({
    says,
    instead: [text.replace(figures, other)],
  })
  return { text: joined(pieces), doubts: doubts.map(whole), asks: asks.slice(0, 1) }
}

/** A text that says something else, with what in it can be nothing but a day or a time. */
export function elseSaid(text: string, asked: WhenReading): SaidDays {
  const pieces = dayPieces(text, { ...asked, reads: 'else' })
  const asks = [...dayAsks(pieces, text, asked), ...namedNoDay(pieces, text, asked)]
  return { text: joined(pieces), doubts: [], asks: asks.slice(0, 1) }
}

/** "nov 31", wherever it stands. */
function namedNoDay(pieces: readonly DayPiece[], text: string, asked: WhenReading): DayAsk[] {
  return pieces.flatMap(({ phrase, said }) => {
    const found = phrase ? undefined : noNamedDay(said, text, asked)
    return found ? [found] : []
  })
}

function askedOnly(text: string, ask: DayAsk): SaidDays {
  return { text, doubts: [], asks: [ask] }
}

// What is listed

/** Days that only commas or a slash part, with an "or" before the last. */
function chosen(pieces: DayPiece[], { isChoice }: WhenReading): DayPiece[] {
  if (!isChoice || !pieces[0]?.phrase || pieces.some(isJoinedByWord)) return pieces
  const parting = pieces.filter(({ phrase, said }, at) =>
    phrase ? false : isComma(said, pieces[at - 1], pieces[at + 1]),
  )
  const last = parting.at(-1)
  return pieces.map(piece => {
    if (!parting.includes(piece)) return piece
    const isLast = piece === last || piece.said.trim() === '/'
    const said = piece.said.replace(/[,;/]?\s*$/, '')
    return { ...piece, said: `${said}${isLast ? ' or ' : ', '}` }
  })
}

function isJoinedByWord({ phrase, said }: DayPiece): boolean {
  return !phrase && /\b(?:or|and)\b/i.test(said)
}

/** Between two days a blank parts them too: "tues 5 thurs 6". */
function isComma(said: string, before: DayPiece | undefined, after: DayPiece | undefined): boolean {
  if (/^\s*[,;/]\s*$/.test(said)) return true
  if (/[,;]\s*$/.test(said)) return isDay(after)
  return !said.trim() && isDay(before) && isDay(after)
}

function isDay(piece: DayPiece | undefined): boolean {
  return piece?.phrase?.weekday !== undefined || piece?.phrase?.date !== undefined
}

// Days that cannot be meant

/** A day before today, or a weekday beside a date that falls on another. */
function dayAsks(pieces: readonly DayPiece[], text: string, asked: WhenReading): DayAsk[] {
  const orders = new Set(pieces.flatMap(({ phrase }) => phrase?.date?.order ?? []))
  const figures = pieces.filter(({ phrase }) => phrase?.date?.order)
  const mixed = orders.size > 1 ? [mixedOrders(figures, text)] : []
  return [
    ...mixed,
    ...pieces.flatMap(piece => {
      const { weekday, date } = piece.phrase ?? {}
      if (!date?.day) return []
      const isPast = asked.side === 'ahead' ? pastAsk(piece, text, asked) : []
      if (isPast.length || date.until || weekday?.index === undefined) return isPast
      return weekdayOf(date.day) === weekday.index ? [] : [misfit(piece, text, asked)]
    }),
  ]
}

function mixedOrders(figures: readonly DayPiece[], text: string): DayAsk {
  const dates = figures.flatMap(({ phrase }) => phrase?.date ?? [])
  const says = `${dates.map(({ typed }) => `"${typed}"`).join(' and ')} put day and month in different orders.`
  if (new Set(dates.map(({ day }) => day)).size < dates.length) return { says, instead: [] }
  const named = (whole: string, { typed, day }: { typed: string; day: Day }) =>
    whole.replace(typed, dateAndMonth(day))
  return { says, instead: [dates.reduce(named, text)] }
}

/** Both readings: the date with its weekday, and the nearest such weekday with its date. */
function misfit(piece: DayPiece, text: string, { today }: WhenReading): DayAsk {
  const { weekday, date } = piece.phrase ?? {}
  const day = date?.day ?? today
  const wanted = weekday?.index ?? 0
  const near = [-1, 1, -2, 2, -3, 3]
    .map(away => addDays(day, away))
    .find(each => weekdayOf(each) === wanted && each >= today)
  const days = [day, ...(near ? [near] : [])]
  return {
    says: `${dateAndMonth(day)} ${yearOf(day)} is a ${WEEKDAYS[weekdayOf(day)]}, not a ${WEEKDAYS[wanted]}.`,
    instead: days.map(each => withDay(text, piece, shortLong(each, today))),
  }
}

/** A time behind the day stays. */
function withDay(text: string, { typed, phrase }: DayPiece, day: string): string {
  const end = phrase?.date ? phrase.date.end - (phrase.end - typed.length) : typed.length
  return text.replace(typed.slice(0, end), day)
}

function shortLong(day: Day, today: Day): string {
  const long = longDay(day)
  return yearOf(day) === yearOf(today) ? long.slice(0, -5) : long
}

function pastAsk(piece: DayPiece, text: string, { today }: WhenReading): DayAsk[] {
  const date = piece.phrase?.date
  if (!date?.day) return []
  const end = date.until ?? date.day
  if (date.hasYear) return end < today ? [past(date.typed, end)] : []
  const before = lastYears(end)
  if (date.until && before && before < today && daysBetween(before, today) <= JUST_PAST) {
    return [past(date.typed, before, [text.replace(date.typed, `${date.typed} ${yearOf(end)}`)])]
  }
  if (!before || before >= today || daysBetween(before, today) > JUST_PAST) return []
  const next = piece.phrase?.weekday
    ? longDay(date.day)
    : `${dateAndMonth(date.day)} ${yearOf(date.day)}`
  // Under `intl` whoever types 12/10 for December 10 means neither.
  const other = date.other ? [text.replace(date.typed, date.other)] : []
  return [past(date.typed, before, [...other, withDay(text, piece, next)])]
}

function lastYears(day: Day): Day | undefined {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date || !exists(year - 1, month, date)) return undefined
  return isoDay(year - 1, month, date)
}

function past(typed: string, day: Day, instead: string[] = []): DayAsk {
  return { says: `"${typed}" is past: ${longDay(day)}.`, instead }
}

// Words that are neither read nor plain

const OF_ANOTHER_CLOCK = /\b(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)/i

function ofAnotherClock(text: string, [typed, day, time]: RegExpExecArray): DayAsk {
  return {
    says: `"${typed}" is the time of another clock. Write it as it is where you are.`,
    instead: [text.replace(typed, `${day} ${time}`)],
  }
}

function wordAsks(pieces: readonly DayPiece[], text: string, asked: WhenReading): DayAsk[] {
  if (VAGUE.test(text) || !/[\p{L}\p{N}]/u.test(text)) {
    return [{ says: `"${text}" doesn't say when.`, instead: [] }]
  }
  const [loose] = LOOSE.exec(text) ?? []
  if (loose) return [{ says: `"${loose.trim()}" leaves open when.`, instead: [] }]
  const words = pieces.filter(({ phrase }) => !phrase).map(({ said }) => said)
  if (asked.side === 'ahead') {
    const gone = words.map(each => GONE.exec(each)?.[0]).find(Boolean) ?? lastDay(pieces)
    if (gone) return [{ says: `"${gone}" is past.`, instead: [] }]
  }
  return words.flatMap(each => unread(each, text, asked)).slice(0, 1)
}

const VAGUE =
  /^(?:tbd|tba|idk|n\/a|none|x|dunno|unsure|not sure|yes|no|maybe|ok|okay|never|flexible|open|free|available|soon|asap|as soon as possible|[mtwrf]|[ap]m)$/i
/** "jan 5 maybe", "early-ish jan": a mail says it around some day, or not at all. */
const LOOSE = /(?<=[\w-])-?ish\b(?<=[ -]ish)|\bmaybe\b|\bor so$|\bish\b/i
const GONE =
  /\byesterday\b|\b(?:\w+ )?(?:days?|weeks?|months?|years?) ago\b|(?<!\bthe |\bmy |\bour )\blast (?:week|month|night|year|weekend)\b(?! of\b)/i

/** "last Friday" */
function lastDay(pieces: readonly DayPiece[]): string | undefined {
  const index = pieces.findIndex(
    ({ said }, at) => /(?<!\bthe )\blast $/i.test(said) && pieces[at + 1]?.phrase?.weekday,
  )
  return index < 0 ? undefined : `last ${pieces[index + 1]?.typed}`
}

/** Numbers that count or name something: "3-4 weeks", "Step 1", "2nd year", "spring 2027". */
const plainNumbers = late(() => {
  const unit =
    'min(?:ute)?|h(?:ou)?r|day|week|month|year|evening|afternoon|morning|weekend|session|time|lecture|shift|exam|class|student|people'
  const named =
    'step|level|block|week|phase|unit|module|exam|part|round|session|room|term|year|quarter|day|chapter|quiz|test|semester|course|group|lab|shelf|osce|section|shift|rotation|clerkship|class of|suite|floor|zoom'
  const season = 'spring|summer|fall|autumn|winter|in|of|early|late'
  return new RegExp(
    [
      `\\b\\d{1,3}(?: ?(?:-|–|to|or) ?\\d{1,3})?[ -](?:more |full |other |free )?(?:${unit})(?:e?s)?\\b`,
      `\\b(?:${named})s?[- ]?#?\\d{1,4}\\b`,
      `\\b(?:${season}) 20\\d\\d\\b`,
      '\\b\\d{1,2}(?:st|nd|rd|th) (?:free |full |last )?(?:year|week|block|floor|month|exam|half|rotation|shift|semester|quarter|period|day|part|session|class|round|street|st|ave|avenue)s?\\b',
      '\\bhttps?:\\S+',
      '\\b\\d{1,2} of (?:us|you|them)\\b',
      '\\b24/7\\b',
      '\\b1/2 (?:an )?(?:hour|day)\\b',
      '\\b(?:UTC|GMT)[+-]\\d{1,2}\\b',
      '\\b[A-Z]{1,4}-?\\d{1,3}\\b',
      '\\b(?:ms|pgy)-?\\d\\b',
    ].join('|'),
    'gi',
  )
})

/** Abbreviated days and half days that are not read, "th", "pm", and a month without its day. */
const UNREAD =
  /(?<![\w'’-])(?:mo|tu|th|fr|sa|su|[mtwrf]|mwf|tth|[ap]\.?m|may|wed|mon|sat|weds?|thurs?|tues?|fri)(?![\w'’-])/i

function unread(words: string, text: string, asked: WhenReading): DayAsk[] {
  const plain = words.replace(plainNumbers(), '')
  const impossible = impossibleIn(plain, text, asked)
  if (impossible) return [impossible]
  const isDate = asked.side === 'either' ? /\bthe \d{1,2}(?:st|nd|rd|th)\b/gi : /$^/
  const found = /\S*\d\S*/.exec(plain.replace(isDate, ''))?.[0] ?? UNREAD.exec(plain)?.[0]
  if (!found) return []
  const instead = /^\d{1,2}$/.test(found) ? numberMeant(Number(found), text, asked) : []
  return [{ says: `netmed can't read "${found}" in "${text}".`, instead }]
}

/** As an hour, or as the next day of that number. */
function numberMeant(number: number, text: string, { today, isHours }: WhenReading): string[] {
  const days = Array.from({ length: 31 }, (_, ahead) => addDays(today, ahead))
  const day = days.find(each => dateOf(each) === number)
  const isAnHour = new RegExp(`(?:or|and|at|after|before|around|until|,) ${number}\\b`).test(text)
  const hour = isHours && hourMeant(number, text)
  const date = !isAnHour && day && dateAndMonth(day)
  return [hour, date].flatMap(each =>
    each ? [text.replace(new RegExp(`(?<![\\d:/])${number}(?![\\d:/])`), each)] : [],
  )
}

function hourMeant(number: number, text: string): string | undefined {
  const isNight = /\b(?:evening|night|tonight)/i.test(text)
  if (isNight && number === 12) return 'midnight'
  if (number < 1 || number > 23) return undefined
  if (number > 12) return `at ${number}:00`
  return `${number} ${isNight && number < 4 ? 'am' : 'pm'}`
}

// No such day, no such time

const namedDates = late(() => {
  const month = '((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)'
  const date = '(\\d{1,2})(?:st|nd|rd|th)?'
  return new RegExp(`\\b${month}\\.? ${date}\\b(?![:/])|\\b${date}(?: of)? ${month}\\b`, 'gi')
})

function impossibleIn(words: string, text: string, { today }: WhenReading): DayAsk | undefined {
  const time = /\b(\d{1,2})[:h](\d\d)\b(?: ?[ap]\.?m\b)?|\b(\d{1,2}) ?([ap])\.?m\b/i.exec(words)
  if (time && !isTimeOfDay(time)) return noTime(time, text)
  const named = noNamedDay(words, text, { today })
  if (named) return named
  const figures = /(?<![\d/])(\d{1,2})[/.](\d{1,2})(?![\d/.])/.exec(words)
  if (!figures) return undefined
  const [one, two] = [Number(figures[1]), Number(figures[2])]
  if (one > 12 && two > 12) {
    return { says: `"${figures[0]}" is not a day: there is no month ${one}.`, instead: [] }
  }
  return noDay(figures[0], one <= 12 && one > 0 ? [one, two] : [two, one], { text, today })
}

function noNamedDay(
  words: string,
  text: string,
  { today }: Pick<WhenReading, 'today'>,
): DayAsk | undefined {
  for (const [typed, first, after, before, last] of words.matchAll(namedDates())) {
    const month = monthNamed((first ?? last ?? '').toLowerCase())
    const date = Number(after ?? before)
    if (month && date <= 31) return noDay(typed, [month, date], { text, today })
  }
  return undefined
}

function isTimeOfDay([, hour, minutes, halved]: RegExpExecArray): boolean {
  if (halved !== undefined) return Number(halved) >= 1 && Number(halved) <= 12
  return Number(hour) < 24 && Number(minutes) < 60
}

function noTime(found: RegExpExecArray, text: string): DayAsk {
  const [typed, hour = found[3] ?? '', minute = '00'] = found
  const digits = Number(hour)
  const isMidnight = digits === 24 && minute === '00'
  const isAfternoon = digits > 12 && digits < 24 && found[4]
  const instead = isMidnight ? 'midnight' : isAfternoon ? `${digits}:00` : undefined
  return {
    says: `"${typed}" is not a time of day.`,
    instead: instead ? [text.replace(typed, instead)] : [],
  }
}

const DAYS = 'mon|tue|wed|thu|fri|sat|sun'

function noDay(
  typed: string,
  [month, date]: [number, number],
  { text, today }: { text: string; today: Day },
): DayAsk | undefined {
  const here = isoDay(yearOf(today), month, 1)
  const year = here.slice(0, 7) < today.slice(0, 7) ? yearOf(today) + 1 : yearOf(today)
  if (month < 1 || month > 12 || exists(year, month, date)) return undefined
  const length = monthLength(year, month)
  const last = isoDay(year, month, length)
  const whole = new RegExp(`(?:\\b(?:${DAYS})[a-z]*\\.?,? )?${typed}`, 'i')
  const instead =
    date > 31 ? [] : [last, addDays(last, 1)].map(each => text.replace(whole, dateAndMonth(each)))
  const name = `${MONTHS[month - 1]}${month === 2 ? ` ${year}` : ''}`
  return { says: `"${typed}" is not a day: ${name} has ${length} days.`, instead }
}
