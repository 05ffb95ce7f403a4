import type { Contact, FollowUp, Interaction, Occasion } from '../data/model.ts'
import { displayName } from '../people/names.ts'
import { type Day, daysBetween, durationWords, pastDay, shortDay } from '../words/days.ts'
import { capital, foldedWords, listed } from '../words/text.ts'
import { loopWords } from './loops.ts'
import type { Outline } from './outlines.ts'
import { tieOf } from './seasons.ts'

/** A loop as a line of today's page. */
export interface PageWords {
  /** Who, and what: `Send Omar Aziz the abstract`. */
  line: string
  /** In the user's own words, or where it comes from: a day, and never how long ago. */
  since: string | null
  /** `by Wed 25 Nov`, of what is not for today. */
  by: string | null
}

export interface Circumstances {
  people: readonly Contact[]
  /** The interaction that opened it. */
  from: Interaction | undefined
  /** What the last contact was about, where that was a meeting that had been planned. */
  lastAbout: string | undefined
  today: Day
  /** Days past its day from which a line counts as an old one. */
  old: number
}

/** Who, what, and since when as a day. */
export function pageWords(outline: Outline, about: Circumstances): PageWords {
  const { followUp, due, group } = outline
  const isAhead = group === 'next' || group === 'later'
  const at = followUp?.at
  const day = isAhead && due !== undefined ? byWords(due, about.today) : null
  const by = day && at ? `${day} ${at}` : day
  if (!followUp) return { ...touchLine(outline, about), by: by && `check in ${by}` }
  if (followUp.kind === 'meeting') return { ...meetingLine(followUp, about), by: null }
  return { ...storedLine(followUp, about, isAhead), by }
}

/** `by tomorrow`, `by Wed 25 Nov`. */
function byWords(due: Day, today: Day): string {
  return `by ${daysBetween(today, due) === 1 ? 'tomorrow' : shortDay(due, today)}`
}

type Line = Pick<PageWords, 'line' | 'since'>

function touchLine(outline: Outline, { today, old, lastAbout }: Circumstances): Line {
  const { touch } = outline
  if (!touch) return { line: '', since: null }
  const line = displayName(touch.contact)
  // How long a friend has waited is nobody's business.
  if (tieOf(touch.contact) !== 'other' && daysBetween(touch.due, today) > old) {
    return { line, since: null }
  }
  if (!touch.last) return { line, since: `known since ${shortDay(touch.since, today)}` }
  const { kind, on } = touch.last
  return { line, since: `${lastAbout ?? occasionWords(kind)} ${pastDay(on, today)}` }
}

const MOST_ABOUT = 24

/** What a meeting was about, if that is short enough to stand for it. */
export function shortAbout({ what, occasion }: FollowUp): string | undefined {
  const isNamed = what !== occasionWords(occasion ?? 'meeting')
  return isNamed && what.length <= MOST_ABOUT ? what : undefined
}

/** `Feedback with Dr. Adeyemi, 20 minutes`; of another day with the day, and whether it took place. */
function meetingLine(followUp: FollowUp, { people, today }: Circumstances): Line {
  const { what, occasion, due, at, minutes, place } = followUp
  const how = occasionWords(occasion ?? 'meeting')
  const isPlain = how === 'meeting' && what !== how
  const who = people.length ? ` with ${listed(people.map(displayName))}` : ''
  const where = place ? ` at ${place}` : ''
  const line = capital(`${isPlain ? what : how}${who}${where}`)
  const about = isPlain || what === how ? null : what
  if (due === today)
    return { line: minutes ? `${line}, ${durationWords(minutes)}` : line, since: about }
  if (due !== undefined && due < today) {
    return { line: `${line} ${pastDay(due, today)}. Did it happen?`, since: null }
  }
  const when =
    due === undefined ? 'no day yet' : [shortDay(due, today), at].filter(Boolean).join(' ')
  return { line: `${line}, ${when}`, since: about }
}

function storedLine(
  followUp: FollowUp,
  { people, from, today }: Circumstances,
  isAhead: boolean,
): Line {
  const { kind, what, due, at } = followUp
  const name = people.length ? listed(people.map(displayName)) : null
  const past = from && pastDay(from.on, today)
  const dueSince =
    isAhead || due === undefined || due > today || (at && due === today)
      ? null
      : `due ${pastDay(due, today)}`
  if (!name) return { line: what, since: dueSince }
  if (kind === 'reply') {
    const again = followUp.stage === 'nudged' ? ', reminded once' : ''
    return { line: name, since: past ? `you wrote ${past}${again}` : `you wrote${again}` }
  }
  if (kind === 'promise') {
    const line = namesThem(what, people) ? capital(what) : `${name}: ${what}`
    return { line, since: past ? `promised ${past}` : dueSince }
  }
  if (kind === 'thank-you' && from) {
    const line = `Thank ${name} for ${thanksFor(from.kind)}`
    const noted = what === from.detail ? what : null
    return { line: isAhead ? line : `${line} ${past}`, since: noted }
  }
  const { what: line, why } = loopWords(followUp, name, from, today)
  if (why !== null && why === followUp.outcome) return { line, since: why }
  return { line, since: from && past ? `${occasionWords(from.kind)} ${past}` : dueSince }
}

/** Whether a promise says itself to whom it was made. */
function namesThem(what: string, people: readonly Contact[]): boolean {
  const words = new Set(foldedWords(what))
  return people.every(contact => foldedWords(displayName(contact)).some(each => words.has(each)))
}

/** What somebody is thanked for, where a noun needs its article. */
function thanksFor(kind: Occasion): string {
  const words = occasionWords(kind)
  return BARE.has(kind) ? words : `the ${words}`
}

const BARE: ReadonlySet<Occasion> = new Set<Occasion>([
  'coffee',
  'lunch',
  'office-hours',
  'shadowing',
  'grand-rounds',
])

/** Who somebody of a team is: `attending`, `pharmacist`, `MS4`. */
export function teamWords(contact: Contact): string {
  const { role, stage, specialty } = contact
  const isStudent = role === 'peer' || role === 'senior-student'
  const isAllied = role === 'allied-health' || role === 'staff'
  const words = (isStudent && stage) || (isAllied && specialty) || role?.replaceAll('-', ' ')
  return words && role !== 'other' ? `${displayName(contact)}, ${words}` : displayName(contact)
}

const MOST_NAMED = 4

/** `Hoff, Abara, Lindqvist, Sen and 4 more`. */
export function someNamed(names: readonly string[]): string {
  if (names.length <= MOST_NAMED + 1) return listed(names)
  const more = names.length - MOST_NAMED
  return `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more`
}

function occasionWords(occasion: Occasion): string {
  return occasion.replaceAll('-', ' ')
}
