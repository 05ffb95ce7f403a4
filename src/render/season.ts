import type { Pace } from '../domain/data/model.ts'
import type { SeasonView } from '../domain/due/seasons.ts'
import type { LoopPerson } from '../domain/people/people.ts'
import { byDay, dayEcho, fromNow, longDay, plainDay, shortDay } from '../domain/words/days.ts'
import { counted, listed } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** Which season is on, in one line: `Step 1 until Fri 18 Dec: keep-in-touch rests.` Empty when none is. */
export function seasonLine(seasons: readonly SeasonView[], today: string): string {
  const [first] = seasons
  if (!first) return ''
  const names = seasons.map(({ name, until }) => `${name} until ${byDay(until, today)}`)
  const paces = seasons.map(season => season.pace)
  return visible(`${listed(names)}${PACE_LINE[slowest(paces)]}.`)
}

const PACE_LINE: Record<Pace, string> = {
  pause: ': keep-in-touch is paused',
  half: ': rhythms run at half pace',
  normal: '',
}

function slowest(paces: readonly Pace[]): Pace {
  if (paces.includes('pause')) return 'pause'
  return paces.includes('half') ? 'half' : 'normal'
}

interface Added {
  today: string
  season: SeasonView
  scaleBack: { contacts: LoopPerson[]; command: string | null }
}

/** How a season was understood, what rests in it, and whom a word ahead would help. */
export function renderSeason({ today, season, scaleBack }: Added, screen: Screen): string {
  const says = [understood(season, today), ...(season.state === 'past' ? [] : [meaning(season)])]
  const { contacts, command } = scaleBack
  if (contacts.length) says.push(`To let ${namesListed(contacts)} know:`)
  return [
    ...says.map(text => wrap(visible(text), screen.columns)),
    nextCommand(command ?? 'netmed due', screen),
  ].join('\n')
}

/** `Added #12 Step 1: boards, a pause, from today to Fri 18 Dec 2026 (28 days).` */
function understood(
  { id, name, kind, pace, from, until, days }: SeasonView,
  today: string,
): string {
  const is = `Added #${id} ${name}: ${kindAndPace({ name, kind, pace })}`
  if (days === 1) return `${is}, ${dayEcho(from, today)}.`
  const begins = from === today ? 'today' : longDay(from)
  return `${is}, from ${begins} to ${longDay(until)} (${counted(days, 'day')}).`
}

function meaning({ pace, kind }: SeasonView): string {
  if (pace === 'pause') {
    return 'Keep-in-touch, nudges and suggestions are paused. Thanks, promises and meetings stay, and so does your support circle.'
  }
  if (pace === 'half') return 'Rhythms run at half pace, but not those of your support circle.'
  return kind === 'rotation'
    ? 'Rhythms run as usual. Keep your own people close.'
    : 'Rhythms run as usual.'
}

/** `boards, a pause`; the kind is left out where the name says it. */
function kindAndPace({ name, kind, pace }: Pick<SeasonView, 'name' | 'kind' | 'pace'>): string {
  return name.toLowerCase() === kind ? paceWords(pace) : `${kind}, ${paceWords(pace)}`
}

function paceWords(pace: Pace): string {
  return pace === 'half' ? 'half pace' : pace === 'normal' ? 'normal pace' : 'a pause'
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
  return [columns(rows, { width: screen.columns, shrink: 1 }), nextCommand(next, screen)].join('\n')
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
  const then =
    gone || season.pace === 'normal' ? '' : ' The people who waited come back a few a day.'
  return [wrap(visible(said + then), screen.columns), nextCommand('netmed due', screen)].join('\n')
}
