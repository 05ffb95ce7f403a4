import type { Agenda, AgendaLine } from '../domain/due/agenda.ts'
import type { EventAhead } from '../domain/due/events-ahead.ts'
import type { Loop } from '../domain/due/loops.ts'
import type { StartList } from '../domain/due/start.ts'
import { seasonLine } from './season.ts'
import { dueWords, hourWords, nextCommand } from './sentences.ts'
import { startLines } from './start.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** Today's page: today, the next days, what waits for them, and, with `--all`, what is later. */
export function renderAgenda(agenda: Agenda, screen: Screen): string {
  const { theme } = screen
  const due = (loop: Loop) => dueWords(loop, agenda.today)
  const rows: Row[] = [
    ...group('Today', agenda.todayLines, loop => hourWords(loop, agenda.today), screen),
    ...(agenda.canWait ? [['', `${agenda.canWait} more can wait`, ''] as const] : []),
    ...eventRows(agenda.events, screen),
    ...group(`Next ${agenda.within} days`, agenda.next, due, screen),
    ...rest(agenda.nextMore, screen),
    ...group('Waiting for them', agenda.waiting, noDay, screen),
    ...rest(agenda.waitingMore, screen),
    ...group('Later', agenda.later, due, screen),
  ]
  const season = seasonLine(agenda.seasons, agenda.today)
  const head = [theme.heading(agenda.heading), ...(season ? [wrap(season, screen.columns)] : [])]
  if (!rows.length) return [...head, '', ...nothing(agenda, screen)].join('\n')
  const shown = columns(rows, { width: screen.columns, shrink: 1 })
  const more = agenda.laterCount && !agenda.all ? later(agenda, screen) : []
  return [...head, shown, ...more].join('\n')
}

/** What bare `netmed` shows: today's page, the first steps that are left, and a word when nobody near was seen. */
export function renderToday(
  answer: Agenda & { start: StartList; alone: number | null },
  screen: Screen,
): string {
  const { start, alone } = answer
  return [
    renderAgenda(answer, screen),
    ...(start.left ? [startLines(start, screen)] : []),
    ...(alone === null ? [] : ['', `A hard week? ${screen.theme.command('netmed support')}`]),
  ].join('\n')
}

function rest(more: number, { theme }: Screen): Row[] {
  return more ? [['', `and ${more} more`, { text: 'netmed due --all', paint: theme.command }]] : []
}

function later({ laterCount }: Agenda, screen: Screen): string[] {
  return ['', `${laterCount} more later: ${screen.theme.command('netmed due --all')}`]
}

function nothing(agenda: Agenda, screen: Screen): string[] {
  if (agenda.who) {
    const sentence = visible(`Nothing is open with ${agenda.who}.`)
    return [sentence, nextCommand('netmed due', screen)]
  }
  const calm = 'Nothing is waiting. Enjoy your day.'
  return agenda.laterCount
    ? [calm, ...later(agenda, screen)]
    : [calm, nextCommand('netmed log', screen)]
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

/** Nothing is to be done on a day under this heading. */
const noDay = () => ''

function group(
  title: string,
  loops: readonly (Loop | AgendaLine)[],
  when: (loop: Loop) => string,
  screen: Screen,
): Row[] {
  if (!loops.length) return []
  return [
    '',
    { text: title, paint: screen.theme.heading },
    ...loops.map(loop => line(loop, when(loop), screen)),
  ]
}

function line(loop: Loop | AgendaLine, due: string, { theme }: Screen): Row {
  const more = 'more' in loop && loop.more ? ` (and ${loop.more} more)` : ''
  const why = loop.why ? ` · ${loop.why}` : ''
  return [
    loop.followUp === null ? '' : `#${loop.followUp}`,
    `${loop.what}${due}${why}${more}`,
    { text: loop.command, paint: theme.command },
  ]
}
