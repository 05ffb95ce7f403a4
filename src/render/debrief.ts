import type { DebriefView, Specialties, SpecialtyPage } from '../domain/meet/debrief.ts'
import { longDay, plainDay } from '../domain/words/days.ts'
import { quoted } from '../domain/words/quoting.ts'
import { counted, listed } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, width, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** Beside the answers, in the order of the questions. */
const LABELS: readonly (readonly [key: string, label: string])[] = [
  ['likes', 'They like'],
  ['dislikes', 'They dislike'],
  ['burnout', 'Burnout'],
  ['students', 'For students'],
  ['nurses', 'With nurses'],
  ['patients', 'With patients'],
  ['trainees', 'With trainees'],
  ['myself', 'Myself here'],
]
const SAID = 'Said'

/** One day with one person, for the user alone. */
export function renderDebrief(
  { debrief }: { debrief: DebriefView | null },
  screen: Screen,
): string {
  if (!debrief) return ''
  const { contact, kind, on, specialty } = debrief
  const head = `${kind.replaceAll('-', ' ')} with ${contact.name}, ${longDay(on)}; only for you`
  const rows: Row[] = LABELS.flatMap(([key, label]): Row[] => {
    const answer = debrief.answers?.[key]
    return answer ? [[label, answer]] : []
  })
  const then = specialty
    ? `netmed specialty ${quoted(specialty)}`
    : `netmed edit ${contact.handle} --specialty …`
  const said = head.charAt(0).toUpperCase() + head.slice(1)
  return [
    wrap(visible(said), screen.columns),
    rows.length ? columns(rows, { width: screen.columns }) : '  Nothing is written down.',
    nextCommand(then, screen),
  ].join('\n')
}

export function renderSpecialties({ specialties, without }: Specialties, screen: Screen): string {
  const rows: Row[] = specialties.map(({ name, shadowed, interviews, debriefs }) => [
    name,
    [
      shadowed && `shadowed ${counted(shadowed, 'time')}`,
      interviews && counted(interviews, 'interview'),
      debriefs && counted(debriefs, 'debrief'),
    ]
      .filter(Boolean)
      .join(', '),
  ])
  const lost = without.map(each => `${each.name} (netmed edit ${each.handle} --specialty …)`)
  if (!rows.length && !lost.length) {
    const next = nextCommand('netmed draft shadow-request <who>', screen)
    return `No shadowing or informational interviews yet.\n${next}`
  }
  return [
    rows.length ? columns(rows, { width: screen.columns }) : '',
    lost.length ? wrap(visible(`Without a specialty: ${listed(lost)}.`), screen.columns) : '',
    nextCommand('netmed specialty <name>', screen),
  ]
    .filter(Boolean)
    .join('\n\n')
}

type Page = SpecialtyPage & { today: string }

/** What was heard and seen, a column a person; one under the other where there is no room. */
export function renderSpecialty(page: Page, screen: Screen): string {
  const { debriefs, couldAsk } = page
  const head = screen.theme.heading(visible(capital(page.specialty)))
  if (!debriefs.length) {
    const next = nextCommand(`netmed draft shadow-request ${couldAsk?.handle ?? ''}`.trim(), screen)
    return `${head}\nNo shadowing or informational interviews yet.\n${next}`
  }
  const shown = debriefs.filter(each => each.answered.length || each.said.length)
  const open = debriefs.filter(each => each.kind === 'shadowing' && !each.answered.length)
  const [firstOpen] = open
  const names = listed(open.map(each => each.contact.name))
  return [
    head,
    ...sideBySide(
      shown.map(each => columnOf(each, page)),
      screen,
    ),
    open.length ? wrap(visible(`Not written down yet: ${names}.`), screen.columns) : '',
    nextCommand(firstOpen ? `netmed debrief ${firstOpen.interaction}` : 'netmed specialty', screen),
  ]
    .filter(Boolean)
    .join('\n\n')
}

interface Column {
  name: string
  /** Where the page is of a wider one. */
  specialty: string
  day: string
  /** By label. */
  cells: Map<string, string>
}

function columnOf(debrief: DebriefView, { specialty, today }: Page): Column {
  const { contact, kind, on } = debrief
  const own = debrief.specialty
  const isOther = own !== null && own.toLowerCase() !== specialty.toLowerCase()
  const cells = new Map<string, string>()
  for (const [key, label] of LABELS) {
    const answer = debrief.answers?.[key]
    if (answer) cells.set(label, answer)
  }
  if (debrief.said.length) cells.set(SAID, debrief.said.join(' · '))
  const day = `${kind.replaceAll('-', ' ')} ${plainDay(on, today)}`
  return { name: contact.name, specialty: isOther ? own : '', day, cells }
}

const LEAST_WIDTH = 26
/** Longer lines are hard to read. */
const MOST_WIDTH = 60
const GAP = 2

/** As many columns at once as fit, each group of them a block of its own. */
function sideBySide(all: readonly Column[], screen: Screen): string[] {
  const labels = [...LABELS.map(([, label]) => label), SAID].filter(label =>
    all.some(column => column.cells.has(label)),
  )
  const beside = Math.max(0, ...labels.map(width)) + GAP
  const fits = Math.floor((screen.columns - beside + GAP) / (LEAST_WIDTH + GAP))
  if (fits < 2 || all.length < 2) return all.map(column => stacked(column, labels, screen))
  const blocks: string[] = []
  for (let from = 0; from < all.length; from += fits) {
    blocks.push(block(all.slice(from, from + fits), { labels, beside, screen }))
  }
  return blocks
}

function stacked(column: Column, labels: readonly string[], screen: Screen): string {
  const { name, specialty, day, cells } = column
  const rows: Row[] = labels.flatMap((label): Row[] => {
    const text = cells.get(label)
    return text ? [[label, text]] : []
  })
  const about = [specialty, day].filter(Boolean).join(', ')
  const head = [screen.theme.name(visible(name)), wrap(visible(about), screen.columns)]
  return [...head, ...(rows.length ? [columns(rows, { width: screen.columns })] : [])].join('\n')
}

interface Frame {
  labels: readonly string[]
  /** Columns that the labels take, with the gap. */
  beside: number
  screen: Screen
}

function block(group: readonly Column[], { labels, beside, screen }: Frame): string {
  const share = Math.floor((screen.columns - beside + GAP) / group.length) - GAP
  const room = Math.min(share, MOST_WIDTH)
  const line = (label: string, cells: readonly string[]) =>
    [padded(label, beside), ...cells.map(cell => padded(cell, room + GAP))].join('').trimEnd()
  const row = (label: string, texts: readonly string[]) => {
    const cells = texts.map(text => wrap(visible(text), room).split('\n'))
    const height = Math.max(...cells.map(lines => lines.length))
    return Array.from({ length: height }, (_, index) => {
      const parts = cells.map(lines => lines[index] ?? '')
      return line(index === 0 ? label : '', parts)
    })
  }
  const heads = (of: (column: Column) => string) =>
    group.some(column => of(column)) ? row('', group.map(of)) : []
  const answers = labels
    .filter(label => group.some(column => column.cells.has(label)))
    .flatMap(label =>
      row(
        label,
        group.map(({ cells }) => cells.get(label) ?? ''),
      ),
    )
  return [
    ...heads(column => column.name).map(screen.theme.name),
    ...heads(column => column.specialty),
    ...heads(column => column.day),
    ...answers,
  ].join('\n')
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
