import type { Pace } from '../domain/data/model.ts'
import type { SeasonView } from '../domain/due/seasons.ts'
import type { LoopPerson } from '../domain/people/people.ts'
import { byDay, dayEcho, fromNow, longDay, plainDay, shortDay } from '../domain/words/days.ts'
import { counted, listed } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** Which season is on, in one line: `Step 1 until Fri 18 Dec: reminders to keep in touch are paused.` Empty when none is. */
export function seasonLine(seasons: readonly SeasonView[], today: string): string {
  const [first] = seasons
  if (!first) return ''
  const names = seasons.map(({ name, until }) => `${name} until ${byDay(until, today)}`)
  const paces = seasons.map(season => season.pace)
  return visible(`${listed(names)}${PACE_LINE[slowest(paces)]}.`)
}

const PACE_LINE: Record<Pace, string> = {
  pause: ': reminders to keep in touch are paused',
  half: ': reminders to keep in touch come half as often',
  normal: '',
}

function slowest(paces: readonly Pace[]): Pace {
  if (paces.includes('pause')) return 'pause'
  return paces.includes('half') ? 'half' : 'normal'
}

interface Added {
  today: string
  season: SeasonView
  moved: { contact: LoopPerson; due: string }[]
  scaleBack: { contacts: LoopPerson[]; command: string | null }
}

/** How a season was understood, what pauses in it, and who may want to know. */
export function renderSeason({ today, season, moved, scaleBack }: Added, screen: Screen): string {
  const says = [
    understood(season, today),
    ...(season.state === 'past' ? [] : [meaning(season)]),
  ].filter(Boolean)
  if (moved.length) says.push(`Check-ins that move: ${movedWords(moved, today)}.`)
  const { contacts, command } = scaleBack
  if (contacts.length)
    says.push(
      `${namesListed(contacts)} may expect to meet you or hear from you in those days. To say you're busy:`,
    )
  return [
    ...says.map(text => wrap(visible(text), screen.columns)),
    nextCommand(command ?? 'netmed due', screen),
  ].join('\n')
}

/** `Added #12 Step 1: boards. Reminders pause from today to Fri 18 Dec 2026 (28 days).` */
function understood(
  { id, name, kind, pace, from, until, days }: SeasonView,
  today: string,
): string {
  const isNamed = name.toLowerCase() === kind
  const is = `Added #${id} ${name}${isNamed ? '' : `: ${kind}`}. ${REMINDERS[pace]}`
  if (days === 1) return `${is} ${from === today ? 'today' : `on ${dayEcho(from, today)}`}.`
  const begins = from === today ? 'today' : longDay(from)
  return `${is} from ${begins} to ${longDay(until)} (${counted(days, 'day')}).`
}

const REMINDERS: Record<Pace, string> = {
  pause: 'Reminders pause',
  half: 'Reminders come half as often',
  normal: 'Reminders come as usual',
}

function meaning({ pace, kind }: SeasonView): string {
  if (pace === 'pause') {
    return 'In that time: no reminders to check in, no nudges and no suggestions. Thank-yous, promises, meetings and your support circle still come up.'
  }
  if (pace === 'half') return 'Those of your support circle come as usual.'
  return kind === 'rotation' ? 'Keep your own people close.' : ''
}

/** `boards, no reminders to check in`; the kind is left out where the name says it. */
function kindAndPace({ name, kind, pace }: Pick<SeasonView, 'name' | 'kind' | 'pace'>): string {
  return name.toLowerCase() === kind ? PACE_WORDS[pace] : `${kind}, ${PACE_WORDS[pace]}`
}

/** True before it has begun, while it is on, and after. */
const PACE_WORDS: Record<Pace, string> = {
  pause: 'no reminders to check in',
  half: 'half as many reminders',
  normal: 'reminders as usual',
}

const MOST_MOVED = 3

/** `Dr. Maya Chen to Wed 3 Mar and 4 others`. */
function movedWords(moved: Added['moved'], today: string): string {
  const shown = moved.slice(0, MOST_MOVED)
  const more = moved.length - shown.length
  const words = shown.map(({ contact, due }) => `${contact.name} to ${shortDay(due, today)}`)
  return listed([...words, ...(more ? [counted(more, 'other')] : [])])
}

const MOST_NAMED = 5

function namesListed(contacts: readonly LoopPerson[]): string {
  const names = contacts.map(contact => contact.name)
  if (names.length <= MOST_NAMED) return listed(names)
  return listed([...names.slice(0, MOST_NAMED), counted(names.length - MOST_NAMED, 'other')])
}

export function renderSeasons(
  { seasons, today }: { seasons: SeasonView[]; today: string },
  screen: Screen,
): string {
  if (!seasons.length) {
    return `No seasons yet.\n${nextCommand('netmed season add "Step 1" --until "18 dec"', screen)}`
  }
  const rows: Row[] = seasons.map(season => [
    `#${season.id}`,
    `${season.name} (${kindAndPace(season)})`,
    `${span(season, today)}, ${stateWords(season, today)}`,
  ])
  const next = seasons[0]?.state === 'on' ? 'netmed season end' : 'netmed season add'
  const says = next === 'netmed season end' ? 'To end it early:' : 'To add another:'
  const table = columns(rows, { width: screen.columns, shrink: 1 })
  return [table, '', says, nextCommand(next, screen)].join('\n')
}

function stateWords({ state, from }: SeasonView, today: string): string {
  if (state === 'on') return 'on now'
  return state === 'past' ? 'over' : fromNow(from, today)
}

function span({ from, until, days }: SeasonView, today: string): string {
  if (days === 1) return plainDay(from, today)
  return `${plainDay(from, today)} to ${plainDay(until, today)}`
}

export function renderEnded(
  { season, gone, today }: { season: SeasonView; gone: boolean; today: string },
  screen: Screen,
): string {
  const said = gone
    ? `${season.name} is removed; it had not started.`
    : `${season.name} is over: its last day was ${shortDay(season.until, today)}.`
  const then = gone || season.pace === 'normal' ? '' : ' Paused reminders come back a few a day.'
  return [wrap(visible(said + then), screen.columns), nextCommand('netmed due', screen)].join('\n')
}
