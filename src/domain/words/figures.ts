import { dateAndMonth, exists, isoDay } from './days.ts'
import type { MailStyle } from './mail-days.ts'

/**
 * The month and the date of `9/17`: the month first as mails are written in the States, unless only the
 * other way makes a day; undefined where neither does.
 */
export function monthAndDate(
  one: number,
  two: number,
  style: MailStyle,
): { month: number; date: number } | undefined {
  const orders = [
    { month: one, date: two },
    { month: two, date: one },
  ]
  if (style !== 'us') orders.reverse()
  return orders.find(({ month, date }) => month <= 12 && exists(2000, month, date))
}

const FIGURES = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/.-])/g

/** Whether a date in figures stands there, which is read by the style. */
export function hasFigures(text: string): boolean {
  return text.search(FIGURES) >= 0
}

/** `9/17 15:00` as `17 Sep 15:00`; figures that make no day stay. */
export function withMonthNamed(text: string, style: MailStyle): string {
  return text.replace(FIGURES, (figures, one: string, two: string, years?: string) => {
    const found = monthAndDate(Number(one), Number(two), style)
    if (!found) return figures
    const said = dateAndMonth(isoDay(2000, found.month, found.date))
    if (!years) return said
    return `${said} ${years.length === 2 ? `20${years}` : years}`
  })
}
