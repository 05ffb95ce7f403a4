import type { Agenda, AgendaLine, AgendaPart } from '../domain/due/agenda.ts'
import type { EventAhead } from '../domain/due/events-ahead.ts'
import type { StartList } from '../domain/due/start.ts'
import { seasonLine } from './season.ts'
import { nextCommand, withoutName } from './sentences.ts'
import { startLines } from './start.ts'
import { type Cell, columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** Lines of the next days, and of what waits, tried until the page fits the screen. */
const FEWER = [10, 7, 5, 3, 1]

/**
 * Today's page: today, the next days, what waits for them, and, with `--all`, what is later. What lies
 * ahead gives way where the screen is too low, today never.
 */
export function renderAgenda(agenda: Agenda, screen: Screen): string {
  const { rows } = screen
  let page = wholePage(agenda, screen)
  if (rows === undefined || agenda.isAsked) return page
  for (const most of FEWER) {
    if (page.split('\n').length < rows) break
    page = wholePage(fewer(agenda, most), screen)
  }
  return page
}

function fewer(agenda: Agenda, most: number): Agenda {
  const { next, nextMore, waiting, waitingMore } = agenda
  return {
    ...agenda,
    next: next.slice(0, most),
    nextMore: nextMore + Math.max(0, next.length - most),
    waiting: waiting.slice(0, most),
    waitingMore: waitingMore + Math.max(0, waiting.length - most),
  }
}

function wholePage(agenda: Agenda, screen: Screen): string {
  const { theme } = screen
  const rows: Row[] = [
    ...todayRows(agenda, screen),
    ...birthdayRows(agenda, screen),
    ...eventRows(agenda.events, screen),
    ...group(`Next ${agenda.within} days`, agenda.next, screen),
    ...rest(agenda.nextMore, screen),
    ...group('Waiting for them', agenda.waiting, screen),
    ...rest(agenda.waitingMore, screen),
    ...group('Later', agenda.later, screen),
  ]
  // One that slows nothing says nothing about this page.
  const slowing = agenda.seasons.filter(({ pace }) => pace !== 'normal')
  const season = seasonLine(slowing, agenda.today)
  const head = [
    theme.heading(visible(agenda.heading)),
    ...(season ? [wrap(season, screen.columns)] : []),
    ...(agenda.welcome ? ['', 'Welcome back.'] : []),
  ]
  if (!rows.length) return [...head, '', ...nothing(agenda, screen)].join('\n')
  const shown = columns(rows, { width: screen.columns, shrink: 1 })
  const foot = footLines(agenda, screen)
  return [...head, shown, ...(foot.length ? ['', ...foot] : [])].join('\n')
}

/** What bare `netmed` shows: today's page, the first steps that are left, and a word when nobody near was seen. */
export function renderToday(
  answer: Agenda & { start: StartList; alone: number | null },
  screen: Screen,
): string {
  const { start, alone } = answer
  const hasFoot = footLines(answer, screen).length > 0 && !start.left
  return [
    renderAgenda(answer, screen),
    ...(start.left ? [startLines(start, screen)] : []),
    ...(alone === null
      ? []
      : [...(hasFoot ? [] : ['']), `A hard week? ${screen.theme.command('netmed support')}`]),
  ].join('\n')
}

// Today

function todayRows(agenda: Agenda, screen: Screen): Row[] {
  const { parts, questions, canWait } = agenda
  const born = agenda.birthdays.filter(each => each.when === 'today')
  if (!parts.length && !questions.length && !born.length) return []
  const wishes = born.map((each): Row => {
    return ['', `${each.contact.name} · birthday today`, command(each.command, screen)]
  })
  const asked = questions.map((each): Row => ['', each.asks, command(each.command, screen)])
  const shown = parts.flatMap((part, index) => {
    const before = parts[index - 1]
    return [...(before && standApart(before, part) ? [''] : []), ...partRows(part, screen)]
  })
  return [
    '',
    { text: 'Today', paint: screen.theme.heading },
    ...asked,
    ...wishes,
    ...shown,
    ...(canWait ? [['', `${canWait} more can wait`, command('netmed due --all', screen)]] : []),
  ]
}

/** Two single lines stand together. */
function standApart(before: AgendaPart, part: AgendaPart): boolean {
  const isSingle = ({ is, lines }: AgendaPart) => lines.length === 1 && is !== 'hours'
  return !isSingle(before) || !isSingle(part)
}

function partRows({ is, lines }: AgendaPart, screen: Screen): Row[] {
  if (is === 'hours') return lines.flatMap(line => hourRows(line, screen))
  if (is !== 'team' || lines.length < 2) return lines.flatMap(line => lineRows(line, screen))
  const said = lines.filter(isSaid)
  const several = said.length > 1 ? said : []
  return [
    { wide: 'Thank the team:', last: '' },
    ...lines.flatMap((line): Row[] => {
      const next = several.includes(line) ? 'in person' : commandOf(line, screen)
      return [[numberOf(line), textOf(line), next], ...alsoRows(line, screen)]
    }),
    ...(several.length
      ? [{ wide: 'Said it to them? Several at once:', last: command(doneAll(several), screen) }]
      : []),
  ]
}

/** Whether thanks are said, as there is no address to write to. */
function isSaid({ ifNoAddress }: AgendaLine): boolean {
  return ifNoAddress?.startsWith('netmed done ') === true
}

/** `netmed done 63-65`, or one by one where the numbers between are others. */
function doneAll(lines: readonly AgendaLine[]): string {
  const numbers = lines.flatMap(({ followUp }) => followUp ?? [])
  const [first = 0] = numbers
  const areInRow = numbers.every((number, index) => number === first + index)
  return `netmed done ${areInRow ? `${first}-${numbers.at(-1)}` : numbers.join(' ')}`
}

function hourRows(line: AgendaLine, screen: Screen): Row[] {
  const row = { head: `${line.at}  `, wide: textOf(line), last: commandOf(line, screen) }
  return [row, ...alsoRows(line, screen)]
}

// A line

function group(title: string, lines: readonly AgendaLine[], screen: Screen): Row[] {
  if (!lines.length) return []
  return [
    '',
    { text: title, paint: screen.theme.heading },
    ...lines.flatMap(line => lineRows(line, screen)),
  ]
}

/** A line with what stands under it. */
export function lineRows(line: AgendaLine, screen: Screen): Row[] {
  const { notes } = line
  const next = commandOf(line, screen)
  if (!notes) {
    return [
      [numberOf(line), textOf(line), next],
      ...alsoRows(line, screen),
      ...notHeld(line, screen),
    ]
  }
  return [
    { wide: textOf(line), last: next },
    ['', notes.names, ''],
    ...(notes.asks ? [['', notes.asks.says, command(notes.asks.command, screen)]] : []),
  ]
}

/** What else of the same person comes up today, under their line. */
function alsoRows({ also, contact }: AgendaLine, screen: Screen): Row[] {
  return also.map(line => {
    const text = contact ? withoutName(line, contact.name) : line.what
    return [numberOf(line), text, commandOf(line, screen)]
  })
}

/** A meeting of an earlier day may not have been. */
function notHeld({ kind, followUp, daysLeft, group }: AgendaLine, screen: Screen): Row[] {
  if (kind !== 'meeting' || group !== 'today' || daysLeft === null || daysLeft >= 0) return []
  return [['', 'If not:', command(`netmed drop ${followUp}`, screen)]]
}

function numberOf({ followUp }: AgendaLine): string {
  return followUp === null ? '' : `#${followUp}`
}

function textOf({ line, by, since, more, kind }: AgendaLine): string {
  const until = by ? `${kind === 'keep-in-touch' ? ' · ' : ', '}${by}` : ''
  return `${line}${until}${since ? ` · ${since}` : ''}${more ? ` (and ${more} more)` : ''}`
}

function commandOf({ ifNoAddress, command: typed }: AgendaLine, screen: Screen): Cell {
  return command(ifNoAddress ?? typed, screen)
}

function command(text: string, { theme }: Screen): Cell {
  return { text, paint: theme.command }
}

/** How many lines there are beyond the page, and where they are. */
export function rest(more: number, screen: Screen): Row[] {
  return more ? [['', `and ${more} more`, command('netmed due --all', screen)]] : []
}

// Under the page

function footLines(agenda: Agenda, { theme }: Screen): string[] {
  const { laterCount, older, all, welcome } = agenda
  const before = welcome && older.before ? `, from before ${older.before}` : ''
  return [
    ...(laterCount && !all
      ? [`${laterCount} more later: ${theme.command('netmed due --all')}`]
      : []),
    ...(older.count
      ? [`${older.count} older${before}: ${theme.command('netmed due --older')}`]
      : []),
    ...(older.count && welcome
      ? [`To let them go, after a look: ${theme.command('netmed drop --older')}`]
      : []),
  ]
}

function nothing(agenda: Agenda, screen: Screen): string[] {
  if (agenda.who) {
    const sentence = visible(`Nothing is open with ${agenda.who}.`)
    return [sentence, nextCommand('netmed due', screen)]
  }
  const calm = 'Nothing is waiting. Enjoy your day.'
  const foot = footLines(agenda, screen)
  return foot.length ? [calm, '', ...foot] : [calm, nextCommand('netmed log', screen)]
}

/** Those of the next days; of today they stand under Today. */
function birthdayRows({ birthdays }: Agenda, screen: Screen): Row[] {
  const ahead = birthdays.filter(({ when }) => when !== 'today')
  if (!ahead.length) return []
  return [
    '',
    { text: 'Birthdays', paint: screen.theme.heading },
    ...ahead.map(each => [
      '',
      `${each.contact.name} · ${each.when}`,
      command(each.command, screen),
    ]),
  ]
}

/** `#10  ACC Meeting · Fri 27 to Sun 29 Nov 2026, in 6 days`, and how to be ready for it. */
export function eventRows(events: readonly EventAhead[], { theme }: Screen): Row[] {
  if (!events.length) return []
  return [
    '',
    { text: 'Events', paint: theme.heading },
    ...events.map(({ id, name, days, when, command }): Row => {
      return [`#${id}`, `${name} · ${days}, ${when}`, { text: command, paint: theme.command }]
    }),
  ]
}
