import type { FollowUpView, Loop } from '../domain/due/loops.ts'
import type { LongerRhythm, Week, WeekPage } from '../domain/pages/week.ts'
import { everyWords, pastDay } from '../domain/words/days.ts'
import { capital, counted } from '../domain/words/text.ts'
import { eventRows, lineRows, rest } from './agenda.ts'
import { seasonLine } from './season.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** The week on one screen: one small step, what closed, what is open, what fits, and who to write to. */
export function renderWeek(answer: WeekAnswer, screen: Screen): string {
  const { theme } = screen
  const { week, page } = answer
  const open = page.open.flatMap(line => lineRows(line, screen))
  const waiting = page.waiting.flatMap(line => lineRows(line, screen))
  const rows: Row[] = [
    ...group('Done in the last 7 days', doneRows(answer, screen), screen),
    ...group('Open, with the next 7 days', [...open, ...rest(page.openMore, screen)], screen),
    ...olderRows(page, screen),
    ...eventRows(week.events, screen),
    ...group('Waiting for them', [...waiting, ...rest(page.waitingMore, screen)], screen),
    ...group(
      fitsTitle(week),
      week.fits.map(loop => fitRow(loop, screen)),
      screen,
    ),
    ...prospectRows(week, screen),
    ...offerRows(week, screen),
  ]
  const line = seasonLine(week.seasons, week.today)
  return [
    theme.heading(`Your week · ${week.heading}`),
    ...(line ? [wrap(line, screen.columns)] : []),
    '',
    theme.heading('One small step'),
    wrap(visible(week.step.says), screen.columns, 2),
    ...(week.step.command ? [`  ${nextCommand(week.step.command, screen)}`] : []),
    ...(rows.length ? [columns(rows, { width: screen.columns, shrink: 1 })] : []),
  ].join('\n')
}

interface WeekAnswer {
  week: Week
  page: WeekPage
  /** No list is cut. */
  all: boolean
}

function group(title: string, rows: readonly Row[], { theme }: Screen): Row[] {
  return rows.length ? ['', { text: title, paint: theme.heading }, ...rows] : []
}

/** What closed, then what else was logged. */
function doneRows({ week, all }: WeekAnswer, screen: Screen): Row[] {
  const { closed, logged, today, lines } = week
  const rows = [
    ...closed.map(closedRow),
    ...logged.map(({ what, on }): Row => ['', capital(`${what}, ${pastDay(on, today)}`), '']),
  ]
  const more = rows.length - lines
  if (all || more <= 0) return rows
  const command = { text: 'netmed week --all', paint: screen.theme.command }
  return [...rows.slice(0, lines), ['', `and ${more} more`, command]]
}

function closedRow(followUp: FollowUpView): Row {
  const how = followUp.closed === 'dropped' ? ' (let go)' : ''
  return [`#${followUp.id}`, `${followUp.what}${how}`, '']
}

function olderRows({ older }: WeekPage, { theme }: Screen): Row[] {
  if (!older.count) return []
  return [['', `${older.count} older`, { text: 'netmed due --older', paint: theme.command }]]
}

function fitRow(loop: Loop, { theme }: Screen): Row {
  const why = loop.why ? ` · ${loop.why}` : ''
  const command = loop.ifNoAddress ?? loop.command
  return ['', `${loop.what}${why}`, { text: command, paint: theme.command }]
}

function fitsTitle({ budget }: Week): string {
  return `Fits this week: ${counted(budget.left, 'email')}`
}

function prospectRows({ prospect }: Week, screen: Screen): Row[] {
  if (!prospect) return []
  const why = [prospect.why, prospect.found && `found ${prospect.found}`].filter(Boolean)
  const what = [prospect.name, ...why].join(' · ')
  const row: Row = ['', what, { text: prospect.command, paint: screen.theme.command }]
  return group('Someone to write to', [row], screen)
}

function offerRows({ offers, asked }: Week, screen: Screen): Row[] {
  const title = asked
    ? `Keeping in touch this often takes ${counted(asked.aWeek, 'email')} a week; you planned ${asked.budget}. Less often:`
    : 'A longer rhythm may fit better'
  return group(
    title,
    offers.map(offer => offerRow(offer, screen)),
    screen,
  )
}

function offerRow(
  { contact, every, longer, snoozes, command }: LongerRhythm,
  { theme }: Screen,
): Row {
  const put = snoozes === null ? '' : ', put off lately'
  const what = `${contact.name}: every ${everyWords(every)}${put}; every ${everyWords(longer)} instead?`
  return ['', what, { text: command, paint: theme.command }]
}
