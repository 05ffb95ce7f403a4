import type { FollowUpView, Loop } from '../domain/due/loops.ts'
import type { LongerRhythm, Week } from '../domain/pages/week.ts'
import { type Day, everyWords } from '../domain/words/days.ts'
import { counted } from '../domain/words/text.ts'
import { eventRows } from './agenda.ts'
import { seasonLine } from './season.ts'
import { dueWords, nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** The week on one screen: what closed, what is open, what fits, who to write to, and what is next. */
export function renderWeek({ week }: { week: Week }, screen: Screen): string {
  const { theme } = screen
  const rows: Row[] = [
    ...group('Done in the last 7 days', capped(week.closed.map(closedRow), week), screen),
    ...group(
      'Open, with the next 7 days',
      capped(
        week.open.map(loop => openRow(loop, week.today, screen)),
        week,
      ),
      screen,
    ),
    ...eventRows(week.events, screen),
    ...group(
      'Waiting for them',
      capped(
        week.waiting.map(loop => openRow(loop, null, screen)),
        week,
      ),
      screen,
    ),
    ...group(
      fitsTitle(week),
      week.fits.map(loop => openRow(loop, null, screen)),
      screen,
    ),
    ...prospectRows(week, screen),
    ...offerRows(week, screen),
  ]
  const line = seasonLine(week.seasons, week.today)
  return [
    theme.heading(`Your week · ${week.heading}`),
    ...(line ? [wrap(line, screen.columns)] : []),
    ...(rows.length ? [columns(rows, { width: screen.columns, shrink: 1 })] : []),
    '',
    theme.heading('Next'),
    wrap(visible(week.step.says), screen.columns, 2),
    ...(week.step.command ? [`  ${nextCommand(week.step.command, screen)}`] : []),
  ].join('\n')
}

function group(title: string, rows: readonly Row[], { theme }: Screen): Row[] {
  return rows.length ? ['', { text: title, paint: theme.heading }, ...rows] : []
}

function capped(rows: readonly Row[], { lines }: Week): Row[] {
  const more = rows.length - lines
  return more > 0 ? [...rows.slice(0, lines), ['', `and ${more} more`, '']] : [...rows]
}

function closedRow(followUp: FollowUpView): Row {
  const how = followUp.closed === 'dropped' ? ' (let go)' : ''
  return [`#${followUp.id}`, `${followUp.what}${how}`, '']
}

/** With its day, where it is due: what waits for others has nothing to be done on it. */
function openRow(loop: Loop, today: Day | null, { theme }: Screen): Row {
  const due = today === null ? '' : dueWords(loop, today)
  const why = loop.why ? ` · ${loop.why}` : ''
  return [
    loop.followUp === null ? '' : `#${loop.followUp}`,
    `${loop.what}${due}${why}`,
    { text: loop.command, paint: theme.command },
  ]
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
