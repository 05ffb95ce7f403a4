import { NAME_SLOTS, type Slot, TIME_SLOTS } from '../data/templates.ts'
import { MONTHS, WEEKDAYS } from '../words/days.ts'
import { late } from '../words/late.ts'
import { type MailDays, mailDate } from '../words/mail-days.ts'
import { dayNamed } from '../words/read-days.ts'
import { type DayDoubt, withDaysSaid } from '../words/typed-days.ts'

/** The words of a slot as its templates take them, and what of its days and times is not sure. */
export interface SlotWords {
  text: string
  doubts: string[]
}

/** Writes the days and times in a value as mails do; in a slot that says when, all of them. */
export function withTimesSaid(slot: Slot, value: string, mail: MailDays): SlotWords {
  if (slot.name === 'minutes') return { text: minutesIn(value.trim()), doubts: [] }
  if (NAME_SLOTS.has(slot.name)) return { text: value, doubts: [] }
  const typed = value.trim()
  if (!TIME_SLOTS.has(slot.name)) {
    return { text: withDaysSaid(typed, mail, { reads: 'else' }).text, doubts: [] }
  }
  const { text, doubts } = withDaysSaid(typed, mail)
  return {
    text: framed(slot, (text === typed && dayAway(slot, typed, mail)) || text),
    doubts: doubts.map(doubt => askedBack(slot, typed, doubt)),
  }
}

/** "1 hour" and "20 min" as the number that stands before "minutes". */
function minutesIn(typed: string): string {
  if (/^half an hour$/i.test(typed)) return '30'
  const [, hours] = /^(an?|one|\d) (?:hour|hr)s?$/i.exec(typed) ?? []
  if (hours) return String(60 * (Number(hours) || 1))
  return typed.replace(/ ?(?:min(?:ute)?s?\.?)$/i, '')
}

function askedBack({ name }: Slot, text: string, { typed, says, other }: DayDoubt): string {
  return `${says} If not: --set ${name}="${text.replace(typed, other)}"`
}

/** The day that `in 2 weeks` means, after "by" or "until"; which day of next week is meant nobody can tell. */
function dayAway({ name }: Slot, text: string, mail: MailDays): string | undefined {
  if (name !== 'due' && name !== 'until') return undefined
  if (/^(?:today|tomorrow|tonight)\b|\b(?:next|this|of|the) week\b|\bnext month/i.test(text)) {
    return undefined
  }
  const day = dayNamed(text, mail.today)
  return day && mailDate(day, mail)
}

/** Words that the templates set before the slot themselves: "by by Friday" is one too many. */
const SET_BEFORE: Readonly<Record<string, RegExp>> = {
  due: /^(?:by|on|due) (?:the )?(?=\S)/i,
  until: /^(?:until|till|til|to) (?=\S)/i,
  was: /^on (?=\S)/i,
}

/** A window stands after "20 minutes" and the like, and so begins with the word that a day needs there. */
function framed({ name }: Slot, text: string): string {
  const before = SET_BEFORE[name]
  if (before) return text.replace(before, '')
  if (name !== 'window') return text
  const [span, ...ends] = spanOfDays().exec(text) ?? []
  const [from, until] = ends.filter(end => end !== undefined)
  if (span) return `between ${from} and ${until}${text.slice(span.length)}`
  if (days().test(text)) return `on ${text}`
  return months().test(text) ? `in ${text}` : text
}

const MONTH = `(?:${MONTHS.join('|')})`
const spanOfDays = late(
  () =>
    new RegExp(
      `^(?:(${MONTH} \\d{1,2})(?:–| to )((?:${MONTH} )?\\d{1,2})|(\\d{1,2}(?: ${MONTH})?)(?:–| to )(\\d{1,2} ${MONTH}))\\b`,
    ),
)
const days = late(
  () => new RegExp(`^(?:(?:${WEEKDAYS.join('|')})s?|${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})\\b`),
)
const months = late(() => new RegExp(`^${MONTH}\\b`))
