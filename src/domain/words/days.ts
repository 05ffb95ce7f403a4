import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { counted } from './text.ts'

/** A calendar day, `2026-03-09`: sorts, compares and serializes as it is, and has no zone. */
export type Day = string
/** A moment as an ISO string in UTC. */
export type Moment = string

export interface When {
  day: Day
  /** Local, `15:00`. */
  time?: string
}

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
]
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2200
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

// Arithmetic

export function addDays(day: Day, count: number): Day {
  return dayNumbered(dayNumber(day) + count)
}

/** The same day of another month, or that month's last day when it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return isoDay(year, month, Math.min(dateOf(day), monthLength(year, month)))
}

/** Whole days from `start` to `end`; negative when `end` is earlier. */
export function daysBetween(start: Day, end: Day): number {
  return dayNumber(end) - dayNumber(start)
}

/** A real calendar day of 1900 to 2200, written `2026-03-09`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && exists(yearOf(text), monthOf(text), dateOf(text))
}

/** 0 is Sunday, 6 Saturday. */
export function weekdayOf(day: Day): number {
  return modulo(dayNumber(day) + 4, 7)
}

/** The Monday of the week that holds this day; weeks end on Sunday. */
export function mondayOf(day: Day): Day {
  return addDays(day, -modulo(weekdayOf(day) - 1, 7))
}

/** The local calendar day. */
export function dayOfMoment(date: Date): Day {
  // By hand: a formatter of dates takes ten times as long, and every change asks for a hundred of them.
  const day = isoDay(date.getFullYear(), date.getMonth() + 1, date.getDate())
  return day.padStart('yyyy-mm-dd'.length, '0')
}

/** The local time of day, `15:04`. */
export function timeOfMoment(date: Date): string {
  return clock(date.getHours(), date.getMinutes())
}

/** The same to the second, `15:04:09`. */
export function exactTimeOfMoment(date: Date): string {
  return `${timeOfMoment(date)}:${String(date.getSeconds()).padStart(2, '0')}`
}

/** The time on the wall so many minutes later; it knows of no change of the clock. */
export function addMinutes(when: Required<When>, minutes: number): Required<When> {
  const total = Number(when.time.slice(0, 2)) * 60 + Number(when.time.slice(3)) + minutes
  const rest = modulo(total, 1440)
  return {
    day: addDays(when.day, Math.floor(total / 1440)),
    time: clock(Math.floor(rest / 60), rest % 60),
  }
}

export function momentLater(moment: Moment, minutes: number): Moment {
  return new Date(Date.parse(moment) + minutes * MINUTE_MS).toISOString()
}

// Wording

/** `Wed 25 Nov 2026` */
export function longDay(day: Day): string {
  return `${weekdayName(day)} ${dateAndMonth(day)} ${yearOf(day)}`
}

/** `Wed 25 Nov`; with the year when that is another and the day is over half a year away. */
export function shortDay(day: Day, today: Day): string {
  return needsYear(day, today) ? longDay(day) : `${weekdayName(day)} ${dateAndMonth(day)}`
}

/** `Saturday 21 November`, for a heading. */
export function fullDay(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)]} ${dateOf(day)} ${monthName(day)}`
}

/** `3 Oct`; with the year when that is another and the day is over half a year away. */
export function plainDay(day: Day, today: Day): string {
  return needsYear(day, today) ? `${dateAndMonth(day)} ${yearOf(day)}` : dateAndMonth(day)
}

/** How a day was understood: `Tue 1 Dec 2026, in 10 days`. */
export function dayEcho(day: Day, today: Day): string {
  return `${longDay(day)}, ${fromNow(day, today)}`
}

/** To stand after "due" or "until": `today`, `tomorrow`, `Wed` within the next six days, else `Wed 25 Nov`. */
export function byDay(day: Day, today: Day): string {
  const days = daysBetween(today, day)
  if (days === 0 || days === 1) return fromNow(day, today)
  return days > 1 && days <= 6 ? weekdayName(day) : shortDay(day, today)
}

/** Of something past: `today`, `yesterday`, `on Tue` within the last six days, else `on 3 Oct`. */
export function onDay(day: Day, today: Day): string {
  const days = daysBetween(day, today)
  if (days === 0 || days === 1) return fromNow(day, today)
  return `on ${days > 1 && days <= 6 ? weekdayName(day) : plainDay(day, today)}`
}

/** As `onDay`, to stand right after a word: `promised Tuesday`, `coffee on 3 Oct`. */
export function pastDay(day: Day, today: Day): string {
  const days = daysBetween(day, today)
  return days > 1 && days <= 6 ? String(WEEKDAYS[weekdayOf(day)]) : onDay(day, today)
}

/** `today`, `in 10 days`, `7 weeks ago`: weeks from 21 days, months from 10 weeks, years from 24 months. */
export function fromNow(day: Day, today: Day): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${span(today, day)}` : `${span(day, today)} ago`
}

/** `just now`, `4 minutes ago`, `3 hours ago`, then as `fromNow`. */
export function momentAgo(moment: Moment, now: Moment): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(moment)) / MINUTE_MS)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${counted(minutes, 'minute')} ago`
  if (minutes < 1440) return `${counted(Math.floor(minutes / 60), 'hour')} ago`
  return fromNow(dayOfMoment(new Date(moment)), dayOfMoment(new Date(now)))
}

/** `November 2026` */
export function monthAndYear(day: Day): string {
  return `${monthName(day)} ${yearOf(day)}`
}

/** `9 Mar 1990`, or `9 Mar` when the year is not known. */
export function birthdayWords(birthday: string): string {
  if (!birthday.startsWith('--')) return `${dateAndMonth(birthday)} ${yearOf(birthday)}`
  return dateAndMonth(`2000${birthday.slice(1)}`)
}

/** To stand after "every": `day`, `week`, `4 weeks`, `10 days`. */
export function everyWords(days: number): string {
  const words = days % 7 === 0 && days > 0 ? counted(days / 7, 'week') : counted(days, 'day')
  return words.replace(/^1 /, '')
}

/** `30 minutes`, `1 hour`, `1 hour 30 minutes` */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return counted(minutes, 'minute')
  return rest === 0
    ? counted(hours, 'hour')
    : `${counted(hours, 'hour')} ${counted(rest, 'minute')}`
}

// Parts of a day. UTC is a calendar without changes of the clock, so that no zone can shift a result.

// A network of thousands asks for the same few hundred days: each is read and written once.
const readDays = new Map<Day, number>()
const writtenDays = new Map<number, Day>()

/** Days since 1 January 1970, for arithmetic over many days. */
export function dayNumber(day: Day): number {
  const known = readDays.get(day)
  if (known !== undefined) return known
  // Whole as it is: only of what is rounded V8 knows that, and counts on without making objects.
  const number = Math.floor(Date.UTC(yearOf(day), monthOf(day) - 1, dateOf(day)) / DAY_MS)
  readDays.set(day, number)
  return number
}

export function dayNumbered(number: number): Day {
  const known = writtenDays.get(number)
  if (known !== undefined) return known
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10)
  writtenDays.set(number, day)
  return day
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** 1 to 12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}

export function dateOf(day: Day): number {
  return Number(day.slice(8, 10))
}

export function isoDay(year: number, month: number, date: number): Day {
  return `${year}-${twoDigits(month)}-${twoDigits(date)}`
}

export function exists(year: number, month: number, date: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || date < 1) return false
  return date <= 28 || date <= monthLength(year, month)
}

export function monthLength(year: number, month: number): number {
  return getDaysInMonth(new Date(year, month - 1, 15))
}

export function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

export function clock(hour: number, minute: number): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`
}

// Parts of the wording

function weekdayName(day: Day): string {
  return String(WEEKDAYS[weekdayOf(day)]).slice(0, 3)
}

export function monthName(day: Day): string {
  return String(MONTHS[monthOf(day) - 1])
}

export function dateAndMonth(day: Day): string {
  return `${dateOf(day)} ${monthName(day).slice(0, 3)}`
}

function needsYear(day: Day, today: Day): boolean {
  return yearOf(day) !== yearOf(today) && Math.abs(daysBetween(today, day)) > 183
}

/** Completed units, so that "7 weeks" is never less than seven weeks. */
function span(start: Day, end: Day): string {
  const days = daysBetween(start, end)
  if (days < 21) return counted(days, 'day')
  if (days < 70) return counted(Math.floor(days / 7), 'week')
  const months =
    (yearOf(end) - yearOf(start)) * 12 +
    (monthOf(end) - monthOf(start)) -
    (dateOf(end) < dateOf(start) ? 1 : 0)
  return months < 24 ? counted(months, 'month') : counted(Math.floor(months / 12), 'year')
}
