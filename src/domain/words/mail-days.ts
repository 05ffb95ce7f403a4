import {
  type Day,
  dateOf,
  daysBetween,
  isoDay,
  monthName,
  monthOf,
  WEEKDAYS,
  type When,
  weekdayOf,
  yearOf,
} from './days.ts'

/** How days and times are written in mails: `us` "November 27" and "3 pm", `intl` "27 November" and "15:00". */
export type MailStyle = 'us' | 'intl'

/** For so many days a date without its year is that of the day just past. */
export const JUST_PAST = 60

/** A day as the mail of one day says it. */
export interface MailDays {
  today: Day
  style: MailStyle
}

/** `November 27`; with the year where it is not the nearest day of that name on its side of today. */
export function mailDate(day: Day, mail: MailDays): string {
  return mailDates(day, day, mail)
}

/** `December 1–5`, both in one month. */
export function mailDates(from: Day, until: Day, { today, style }: MailDays): string {
  const month = monthName(from)
  const dates = from === until ? dateOf(from) : `${dateOf(from)}–${dateOf(until)}`
  const year = isNearest(from, today) ? undefined : yearOf(from)
  if (style === 'intl') return [dates, month, year].filter(Boolean).join(' ')
  return year === undefined ? `${month} ${dates}` : `${month} ${dates}, ${year}`
}

/** `Friday, November 27` */
function mailDay(day: Day, mail: MailDays): string {
  const comma = mail.style === 'us' ? ',' : ''
  return `${WEEKDAYS[weekdayOf(day)]}${comma} ${mailDate(day, mail)}`
}

/** `3 pm`, `3:30 pm`, `noon`, `midnight` from `15:00`. */
export function mailTime(time: string, style: MailStyle): string {
  if (style === 'intl') return time
  const hour = Number(time.slice(0, 2))
  const minutes = time.slice(2)
  if (minutes === ':00' && hour === 12) return 'noon'
  if (minutes === ':00' && hour === 0) return 'midnight'
  return `${hour % 12 || 12}${minutes === ':00' ? '' : minutes} ${hour < 12 ? 'am' : 'pm'}`
}

/** `3 and 5 pm`, `9 am and noon`: the half of the day once where both have the same. */
export function mailTimes(
  from: string,
  until: string,
  { style, joint }: { style: MailStyle; joint: string },
): string {
  const [start, end] = [mailTime(from, style), mailTime(until, style)]
  const half = / [ap]m$/.exec(end)?.[0]
  const isShared = half !== undefined && start.endsWith(half)
  return `${isShared ? start.slice(0, -half.length) : start}${joint}${end}`
}

/** `Friday, November 27 at 3 pm` */
export function mailWhen({ day, time }: When, mail: MailDays): string {
  const words = mailDay(day, mail)
  return time === undefined ? words : `${words} at ${mailTime(time, mail.style)}`
}

/** Of something past: `today`, `yesterday`, `on Wednesday` within six days, else `on October 3`. */
export function onMailDay(day: Day, mail: MailDays): string {
  const days = daysBetween(day, mail.today)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  return `on ${days > 1 && days <= 6 ? WEEKDAYS[weekdayOf(day)] : mailDate(day, mail)}`
}

/** As `onMailDay` when it is not long ago, else `in March`, with the year when that was another. */
export function sinceMailDay(day: Day, mail: MailDays): string {
  if (daysBetween(day, mail.today) < 28) return onMailDay(day, mail)
  const isThisYear = yearOf(day) === yearOf(mail.today)
  return isThisYear ? `in ${monthName(day)}` : `in ${monthName(day)} ${yearOf(day)}`
}

/** Whether no other day of that name lies between it and today. */
function isNearest(day: Day, today: Day): boolean {
  const away = yearOf(day) - yearOf(today)
  if (Math.abs(away) > 1) return false
  const inThisYear = isoDay(yearOf(today), monthOf(day), dateOf(day))
  // Of "November 3" read on November 21, the one just past is thought of.
  if (away === 1) return daysBetween(inThisYear, today) > JUST_PAST
  return away === 0 || inThisYear > today
}
