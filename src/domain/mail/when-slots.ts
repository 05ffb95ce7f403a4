import { NAME_SLOTS, type Slot, TIME_SLOTS } from '../data/templates.ts'
import { type Day, longDay, MONTHS, WEEKDAYS } from '../words/days.ts'
import { late } from '../words/late.ts'
import { type MailDays, mailDate } from '../words/mail-days.ts'
import { inQuotes } from '../words/quoting.ts'
import { dayNamed } from '../words/read-days.ts'
import { type DayAsk, elseSaid, whenSaid } from '../words/typed-when.ts'

/** The words of a slot as its templates take them, and what of its days and times is not sure. */
export interface SlotWords {
  text: string
  doubts: string[]
  /** Why it cannot be said as typed, with what to type instead. */
  ask?: string | undefined
}

/** Writes the days and times in a value as mails do; in a slot that says when, all of them, or asks. */
export function withTimesSaid(slot: Slot, value: string, mail: MailDays): SlotWords {
  const typed = value.trim()
  if (slot.name === 'minutes') return { text: minutesIn(typed), doubts: [] }
  if (NAME_SLOTS.has(slot.name)) return { text: value, doubts: [] }
  if (!typed) return { text: '', doubts: [] }
  if (!TIME_SLOTS.has(slot.name)) {
    const side = slot.name === 'event' ? 'ahead' : 'either'
    const { text, asks } = elseSaid(typed, { ...mail, side })
    return { text, doubts: [], ask: askOf(slot, asks) }
  }
  const frame = FRAMES[slot.name]
  const bare = frame?.isSetBefore ? typed.replace(frame.isSetBefore, '') : typed
  const isDue = slot.name === 'due' || slot.name === 'until'
  const away = isDue ? dayAway(bare, mail) : undefined
  if (away && away >= mail.today) return { text: mailDate(away, mail), doubts: [] }
  if (away) return { text: bare, doubts: [], ask: askOf(slot, [gone(bare, away)]) }
  const isOffer = !isDue && slot.name !== 'was'
  const said = whenSaid(isOffer ? bare.replace(I_AM_FREE, '') : bare, {
    ...mail,
    side: slot.name === 'was' ? 'either' : 'ahead',
    isHours: !isDue,
    isChoice: isOffer,
  })
  const unfit = frame?.unfit?.test(said.text)
    ? [{ says: `"${bare}" doesn't say when.`, instead: [] }]
    : []
  return {
    text: framed(slot, said.text),
    doubts: said.doubts.map(
      doubt => `${doubt.says} If not: --set ${slot.name}=${inQuotes(doubt.instead[0] ?? '…')}`,
    ),
    ask: askOf(slot, [...said.asks, ...unfit, ...dayless(slot, bare, said.text)]),
  }
}

/** An invitation names a day; a meeting that is moved may keep its own. */
function dayless({ name, required, from }: Slot, typed: string, said: string): DayAsk[] {
  if (name !== 'times' || !required || from === 'loop' || !ONLY_TIMES.test(said)) return []
  return [{ says: `"${typed}" names no day.`, instead: [`tomorrow ${typed}`] }]
}

const ONLY_TIMES =
  /^(?:(?:at|from|to|or|and|after|before|around|about|between|until|by|past|noon|midnight|[ap]m|\d{1,2}(?::\d\d)?)[,\s]*)+$/

function gone(typed: string, day: Day): DayAsk {
  return { says: `"${typed}" is past: ${longDay(day)}.`, instead: [] }
}

/** In a sentence, and the whole values to choose from; without one, what it might look like. */
function askOf({ name, example }: Slot, [ask]: readonly DayAsk[]): string | undefined {
  if (!ask) return undefined
  const [first, ...others] = ask.instead.map(value => `--set ${name}=${inQuotes(value)}`)
  if (first) return `${ask.says} Meant: ${[first, ...others].join(', or ')}`
  return `${ask.says} For example: --set ${name}="${example ?? 'Friday at 3 pm'}"`
}

/** "1 hour" and "20 min" as the number that stands before "minutes". */
function minutesIn(typed: string): string {
  if (/^half an hour$/i.test(typed)) return '30'
  const [, hours] = /^(an?|one|\d) (?:hour|hr)s?$/i.exec(typed) ?? []
  if (hours) return String(60 * (Number(hours) || 1))
  return typed.replace(/ ?(?:min(?:ute)?s?\.?)$/i, '')
}

/** The day that `in 2 weeks` or `yesterday` means; which day of next week is meant nobody can tell. */
function dayAway(text: string, mail: MailDays): Day | undefined {
  if (/^(?:today|tomorrow|tonight)\b|\b(?:next|this|of|the) week\b|\bnext month/i.test(text)) {
    return undefined
  }
  return IS_AWAY.test(text) ? dayNamed(text, mail.today) : undefined
}

const IS_AWAY =
  /^(?:in |\+)|\b(?:ago|yesterday|from (?:now|today))\b|^\d{1,3} ?(?:d|w|days?|w(?:ee)?ks?|months?)$/i

/** Said before a time by whoever types a sentence, which the templates begin themselves. */
const I_AM_FREE =
  /^(?:(?:i['’]?m|i am|we['’]?re|we are|i['’]?d be)\s+)?(?:(?:usually|mostly|pretty|totally)\s+)?(?:free|available|open)(?:\s+(?:on|at))?\s+(?=\S)|^(?:(?:i|we)\s+(?:can|could)\s+(?:do|make|meet)|(?:can|could)\s+do|how about|what about|maybe|either|works for me:?)\s+(?=\S)/i

interface Frame {
  /** Words that the templates set before the slot themselves: "by by Friday" is one too many. */
  isSetBefore?: RegExp
  /** What is no answer there. */
  unfit?: RegExp
}

const NO_DAY =
  /\b(?:asap|as soon as|soon|whenever|immediately|right away|any ?time|sometime|now|no rush|flexible|when you can)\b/i
const A_SENTENCE = /^(?:i|we|my|our|you|he|she|they|it)\b/i
const FRAMES: Readonly<Record<string, Frame>> = {
  due: {
    isSetBefore: /^(?:by|on|due) (?:the (?=\d))?(?=\S)|(?<=^\w+ )by (?=\d|noon\b|midnight\b)/i,
    unfit: NO_DAY,
  },
  until: {
    isSetBefore: /^(?:until|till|til|to) (?=\S)/i,
    unfit: /^(?:asap|soon|now|forever|whenever)$/i,
  },
  was: { isSetBefore: /^on (?=\S)/i },
  times: { unfit: A_SENTENCE },
  window: { unfit: A_SENTENCE },
}

/** A window stands after "20 minutes" and the like, and so begins with the word that a day needs there. */
function framed({ name }: Slot, text: string): string {
  if (name !== 'window' && name !== 'times') return text
  const led = withLead(text, leads())
  if (led !== text || name === 'times') return led
  const window = withLead(text, windowLeads())
  if (window !== text) return window
  const [span, ...ends] = spanOfDays().exec(text) ?? []
  const [from, until] = ends.filter(end => end !== undefined)
  if (span) return `between ${from} and ${until}${text.slice(span.length)}`
  if (days().test(text)) return `on ${text}`
  return months().test(text) ? `in ${text}` : text
}

/** A time as it stands behind a noun: "on Wednesday at 3 pm", "in January", "next week". */
export function timeLed(text: string): string {
  if (RELATIVE.test(text)) return text
  const led = withLead(withLead(text, leads()), windowLeads())
  if (led !== text) return led
  if (months().test(text) && !days().test(text)) return `in ${text}`
  return `on ${text}`
}

/** They need no word before them. */
const RELATIVE =
  /^(?:yesterday|today|tonight|tomorrow|(?:this|next|last|every|any) |in |on |at |by |from |over |during |after |before |around |between |(?:a|one|two|three|\d+) (?:days?|weeks?|months?) ago)/i

/** "at noon", "in mid-December", "during the week of December 15" */
function withLead(text: string, leading: readonly Lead[]): string {
  const found = leading.find(([pattern]) => pattern.test(text))
  return found ? text.replace(found[0], found[1]) : text
}

type Lead = readonly [before: RegExp, words: string]

const windowLeads = late((): readonly Lead[] => [
  [/^(?=week(?:end|day)s\b)/i, 'on '],
  [/^(?:the )?(?=(?:spring|summer|fall|autumn|winter)$)/i, 'in the '],
  [/^(?=(?:spring|summer|fall|autumn|winter) 20\d\d$)/i, 'in '],
  [/^(?:the )?(?=(?:early |late )?(?:mornings|afternoons|evenings)\b)/i, 'in the '],
])
const leads = late((): readonly Lead[] => [
  [
    /^(?=(?:noon|midnight|\d{1,2}(?::\d\d)?(?: [ap]m)?)(?!\w|[-–:]| ?\d)(?! (?:to|and)\b))(?=noon|midnight|\d{1,2}(?::\d\d| [ap]m| or| on| this| tonight| tomorrow| in the| at night))/,
    'at ',
  ],
  [
    /^(?=(?:noon|midnight|\d{1,2}(?::\d\d)?(?: [ap]m)?) to (?:noon|midnight|\d))(?=noon|midnight|\d.*(?:[ap]m|:\d\d|noon|midnight))/,
    'from ',
  ],
  [/^(?:the )?(?=week of )/i, 'during the '],
  [new RegExp(`^mid[- ](?=${MONTH})`, 'i'), 'in mid-'],
  [new RegExp(`^(?=(?:early|late) ${MONTH})`, 'i'), 'in '],
  [/^(?:the )?(?=(?:end|beginning|start) of )/i, 'at the '],
  [/^(?:the )?(?=middle of )/i, 'in the '],
  [/^(?:the )?(?=(?:long )?weekend$|holidays\b)/i, 'over the '],
  [/^(?=(?:the )?(?:spring|summer|fall|winter|Christmas|Thanksgiving|holiday) break\b)/i, 'over '],
  [/^(?=(?:Thanksgiving|Christmas|finals) week\b)/i, 'during '],
  [/^(?=(?:breakfast|brunch|lunch|dinner)\b)/i, 'for '],
  [
    /^(?:the )?(?=(?:first|second|third|last|[1-4](?:st|nd|rd|th)) (?:\w+ )?(?:week|half) of )/i,
    'in the ',
  ],
])

const MONTH = `(?:${MONTHS.join('|')})`
const DAY = `(?:${WEEKDAYS.join('|')})`
const spanOfDays = late(
  () =>
    new RegExp(
      `^(?:(${MONTH} \\d{1,2})(?:–| to )((?:${MONTH} )?\\d{1,2})|(\\d{1,2}(?: ${MONTH})?)(?:–| to )(\\d{1,2} ${MONTH})|(${DAY}) to (${DAY})|(${MONTH}) to (${MONTH}))\\b`,
    ),
)
const days = late(() => new RegExp(`^(?:${DAY}s?|${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})\\b`))
const months = late(() => new RegExp(`^${MONTH}\\b`))
