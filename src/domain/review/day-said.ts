import {
  addDays,
  type Day,
  dateOf,
  daysBetween,
  MONTHS,
  monthOf,
  WEEKDAYS,
  weekdayOf,
} from '../words/days.ts'
import { late } from '../words/late.ts'
import { monthNamed, weekdayNamed } from '../words/read-days.ts'
import type { Proof } from './claims.ts'
import type { Said } from './phrases.ts'

/** A day that a mail names of what it claims. */
export interface DaySaid {
  /** As it stands there: `tuesday`, `november 18`. */
  words: string
  /** Where it ends in the text. */
  end: number
  isOn: (day: Day) => boolean
}

/** "on Tuesday" in a mail of today is no Tuesday of long ago, in days. */
const RECENT = 14

/** The day that is named right behind the words, "lunch on Tuesday"; undefined where none is. */
export function daySaid({ plain, end, sentence }: Said, today: Day): DaySaid | undefined {
  const behind = plain.slice(end - sentence.start)
  const found = DAY_BEHIND().exec(behind)
  const words = found?.[1]
  if (found === null || words === undefined) return undefined
  return { words, end: end + found[0].length, isOn: day => isNamed(words, day, today) }
}

/** Whether a record bears out that day; one of no day bears out any. */
export function isThen({ on, until = on }: Proof, { isOn }: DaySaid): boolean {
  if (on === undefined || until === undefined) return true
  for (let day = on; day <= until; day = addDays(day, 1)) if (isOn(day)) return true
  return false
}

/** A few words may stand between, but none that begins something else. */
const DAY_BEHIND = late(() => {
  const month = `(?:${MONTHS.map(each => each.toLowerCase()).join('|')})`
  const weekday = `(?:${WEEKDAYS.map(each => each.toLowerCase()).join('|')})`
  const day = `yesterday|today|this (?:morning|afternoon)|last night|${weekday}|${month} \\d{1,2}|\\d{1,2} ${month}`
  const other =
    'and|but|so|that|which|who|about|how|when|before|until|till|for|by|if|where|your|the'
  const goesOn =
    'and|at|to|about|over|in|afternoon|morning|evening|night|when|with|after|before|for|was|really|meant'
  return new RegExp(
    `^(?: (?!(?:${other})\\b)[^\\s,;:.!?]+){0,4}? (?:(?:on|last|this|this past) )?(${day})(?:st|nd|rd|th)?(?=$|[,;:.!?)]| (?:${goesOn})\\b)`,
  )
})

function isNamed(words: string, day: Day, today: Day): boolean {
  if (words === 'yesterday' || words === 'last night') return day === addDays(today, -1)
  if (words === 'today' || words.startsWith('this ')) return day === today
  const weekday = weekdayNamed(words)
  const age = daysBetween(day, today)
  if (weekday !== undefined) return weekdayOf(day) === weekday && Math.abs(age) <= RECENT
  const [one = '', two = ''] = words.split(' ')
  const [month, date] = /^\d/.test(one) ? [two, one] : [one, two]
  return monthOf(day) === monthNamed(month) && dateOf(day) === Number(date)
}
