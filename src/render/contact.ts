import type { Loop } from '../domain/due/loops.ts'
import type { ContactPage, ContactRow, TimelineEntry } from '../domain/pages/contact-page.ts'
import { byDay, fromNow, longDay, monthAndYear, plainDay } from '../domain/words/days.ts'
import { listed } from '../domain/words/text.ts'
import { checkInWords, indented, nextCommand, withoutName } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, width, wrap } from './text.ts'
import type { Screen } from './theme.ts'

interface Added {
  contact: { id: number; displayName: string } & Record<string, unknown>
  handle: string
}

/** `Added #4 Dr. Lena Hoff · attending, cardiology.` */
export function renderAdded({ contact, handle }: Added, screen: Screen): string {
  const about = [contact.role, contact.specialty, contact.institution].filter(Boolean).join(', ')
  const name = screen.theme.name(visible(contact.displayName))
  const what = contact.prospect ? 'Noted' : 'Added'
  const then = contact.prospect ? `netmed draft ${handle}` : `netmed log ${handle}`
  return [
    `${what} #${contact.id} ${name}${about ? ` · ${visible(about)}` : ''}.`,
    contact.prospect ? 'To write to them:' : 'Each time you meet, talk or write:',
    nextCommand(then, screen),
  ].join('\n')
}

export type Named = { contact: { id: number; displayName: string } & Record<string, unknown> }

export function renderNoted(
  { contact, handle, line }: Named & { handle: string; line: string },
  screen: Screen,
): string {
  const said = visible(`Noted for ${contact.displayName}: ${line.replaceAll('\n', ' ')}`)
  return `${wrap(said, screen.columns)}\n${nextCommand(`netmed show ${handle}`, screen)}`
}

export function renderArchived(
  { contact, archived }: Named & { archived: boolean },
  screen: Screen,
): string {
  const name = visible(contact.displayName)
  const said = archived ? `${name} is archived; nothing was deleted.` : `${name} is back.`
  const then = archived ? `netmed archive ${contact.id} --back` : `netmed show ${contact.id}`
  const next = nextCommand(then, screen)
  return archived ? `${said}\nTo bring them back:\n${next}` : `${said}\n${next}`
}

type Quiet = Named & { until: string | null; today: string }

export function renderQuiet(quiet: Quiet, screen: Screen): string {
  const next = nextCommand(`netmed snooze ${quiet.contact.id} off`, screen)
  return `${quietLine(quiet)} Your own promises stay.\n${next}`
}

export function quietLine({ contact, until, today }: Quiet): string {
  const rest = until ? `until ${longDay(until)}, ${fromNow(until, today)}` : 'until you say so'
  return visible(`No reminders about ${contact.displayName} ${rest}.`)
}

export function renderAwake({ contact }: Named, screen: Screen): string {
  return `${awakeLine({ contact })}\n${nextCommand(`netmed due ${contact.id}`, screen)}`
}

export function awakeLine({ contact }: Named): string {
  return visible(`Reminders about ${contact.displayName} are on again.`)
}

interface Listed {
  contacts: ContactRow[]
  today: string
  /** Nothing was asked for in particular. */
  isWhole: boolean
  /** Where somebody is who does not stand in the list. */
  others: 'prospects' | 'archived' | undefined
}

/** One line a person: number, name, what they are, last contact, next day. */
export function renderContacts({ contacts, today, ...about }: Listed, screen: Screen): string {
  if (!contacts.length) return nobodyListed(about, screen)
  const lines = contacts.map(contact => lineOf(contact, today))
  const isNarrow = screen.columns < NARROW
  const rows = lines.map(([number = '', name = '', ...rest]): Row => {
    if (isNarrow) return [number, [name, ...rest].filter(Boolean).join(' · ')]
    return [number, { text: name, paint: screen.theme.name }, ...rest]
  })
  const table = columns(rows, { width: screen.columns, shrink: isNarrow ? 1 : 2, indent: 0 })
  return `${table}\n\n${nextCommand('netmed show <number>', screen)}`
}

function nobodyListed({ isWhole, others }: Pick<Listed, 'isWhole' | 'others'>, screen: Screen) {
  const then = (sentence: string, line: string) => `${sentence}\n${nextCommand(line, screen)}`
  if (!isWhole && others) return then('No matches.', 'netmed list')
  if (others === 'prospects')
    return then('Only people you want to write to so far.', 'netmed list --prospects')
  if (others) return then('Everyone is archived.', 'netmed list --archived')
  return then('No one here yet.', 'netmed add "Priya Nair"')
}

/** Under so many columns a person is a paragraph. */
const NARROW = 60

function lineOf(contact: ContactRow, today: string): string[] {
  const { id, displayName, prospect, why, lastContact, lastKind, next } = contact
  const about = [aboutWords(contact), prospect ? why : ''].filter(Boolean).join(' · ')
  const last = lastContact
    ? `${lastKind?.replaceAll('-', ' ')} ${plainDay(lastContact, today)}`
    : ''
  return [`#${id}`, displayName, about, last, next ? checkInWords(next, today) : '']
}

function aboutWords({ role, stage, specialty, institution }: ContactRow): string {
  return [role, stage, specialty, institution].filter(Boolean).join(', ')
}

/** Everything about one person, the timeline newest first. */
export function renderContactPage(page: ContactPage, screen: Screen): string {
  const { today } = page
  const { theme, columns: room } = screen
  const facts: Row[] = page.facts.map(fact => [fact.label, fact.text])
  const open: Row[] = page.open.map(loop => [
    loop.followUp === null ? '' : `#${loop.followUp}`,
    openWords(loop, page),
    { text: loop.command, paint: theme.command },
  ])
  const asks: Row[] = page.questions.map(({ id, text }) => [`#${id}`, text])
  const timeline: Row[] = page.timeline.map(each => [
    `#${each.id}`,
    plainDay(each.on, today),
    each.kind.replaceAll('-', ' '),
    entryWords(each),
  ])
  return [
    head(page, screen),
    facts.length ? columns(facts, { width: room, indent: 0 }) : '',
    open.length ? `${theme.heading('Open')}\n${columns(open, { width: room, shrink: 1 })}` : '',
    asks.length ? `${theme.heading('To ask')}\n${columns(asks, { width: room, shrink: 1 })}` : '',
    page.note ? `${theme.heading('Note')}\n${indented(page.note, screen)}` : '',
    timeline.length ? columns(timeline, { width: room }) : 'Nothing logged yet.',
    open.length && timeline.length ? '' : nextCommand(`netmed log ${page.handle}`, screen),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** Name, address and rhythm, and beside them, where there is room, what they are and how you met. */
function head(page: ContactPage, screen: Screen): string {
  const name = `${page.displayName}  #${page.contact.id}`
  const known = page.knownSince ? `known since ${monthAndYear(page.knownSince)}` : ''
  const left = [name, page.reach, ...rhythmLines(page)].filter(Boolean)
  const right = [page.about, page.met, known].filter(Boolean)
  const widest = (lines: string[]) => Math.max(0, ...lines.map(line => width(visible(line))))
  const hasRoom = widest(left) + 3 + widest(right) <= screen.columns
  const pairs = hasRoom
    ? left.map((line, index) => [line, right[index] ?? ''])
    : [name, ...right.slice(0, 1), ...left.slice(1), ...right.slice(1)].map(line => [line])
  const rows = pairs.map(([line = '', beside = '']): Row => {
    const first = line === name ? { text: line, paint: screen.theme.name } : line
    return hasRoom ? [first, beside] : [first]
  })
  return columns(rows, { width: screen.columns, indent: 0, gap: 3 })
}

/** The loop and its day, without the name that the page is headed by. */
function openWords(loop: Loop, { displayName, today }: ContactPage): string {
  const { kind, what, due, others } = loop
  if (kind === 'keep-in-touch') return due ? checkInWords(due, today) : 'keep in touch'
  const isHeaded = what.startsWith(displayName)
  if (kind === 'meeting') {
    if (!isHeaded) return what
    const names = others.map(each => each.name)
    const meeting = what.slice(listed([displayName, ...names]).length + ': '.length)
    return names.length ? `${meeting}, with ${listed(names)}` : meeting
  }
  const said = withoutName(loop, displayName)
  return due ? `${said}, due ${byDay(due, today)}` : said
}

/** Whose it is stands before it on the pages of the others. */
function detailWords({ detail, detailOf, with: others }: TimelineEntry): string | null {
  const owner = others.find(({ id }) => id === detailOf)
  return detail && owner ? `${owner.name}: ${detail}` : detail
}

function entryWords(entry: TimelineEntry): string {
  const { event, place, note, by, gave, with: others } = entry
  const started = by === 'them' ? 'from them' : ''
  const together = others.length ? `with ${listed(others.map(each => each.name))}` : ''
  const where = [event && `at ${event}`, place && `at ${place}`]
  const noted = note?.replace(/\s*\n\s*/g, ' ')
  const given = gave && `gave: ${gave}`
  const mark = entry.private && 'private'
  return [detailWords(entry), started, together, ...where, given, noted, mark]
    .filter(Boolean)
    .join(' · ')
}

function rhythmLines(page: ContactPage): string[] {
  if (page.contact.archived) return [`archived · netmed archive ${page.contact.id} --back`]
  if (page.quiet) return [`no reminders ${page.quiet} · netmed snooze ${page.handle} off`]
  if (page.everyWords && page.next) {
    const next = `every ${page.everyWords}, ${checkInWords(page.next, page.today)}`
    return [next, page.nextWhy ?? '']
  }
  return [`no rhythm · netmed edit ${page.handle} --every ${page.offered ?? 60}d`]
}
