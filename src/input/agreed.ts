import type { Day } from '../domain/words/days.ts'
import { readComingDay } from '../domain/words/read-days.ts'
import { oneLine } from '../domain/words/text.ts'

/** What was agreed and by when. */
export interface Agreed {
  what: string
  due?: Day
}

/** Only a final `, by <date>` is a date, and is refused when it does not read; any other comma is text. */
export function readAgreed(text: string, today: Day): Agreed {
  const line = oneLine(text, 'text')
  const at = line.toLowerCase().lastIndexOf(', by ')
  if (at < 0) return { what: line }
  const due = readComingDay(line.slice(at + 5), today)
  return { what: line.slice(0, at).trim(), due }
}
