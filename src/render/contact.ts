import type { ContactPage, ContactRow } from '../domain/contact-views.ts'
import { fromNow, longDay, monthAndYear, plainDay, shortDay } from '../domain/days.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, visibleLines, wrap } from './text.ts'
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
    nextCommand(then, screen),
  ].join('\n')
}

type Named = { contact: { id: number; displayName: string } & Record<string, unknown> }

export function renderNoted({ contact, line }: Named & { line: string }, screen: Screen): string {
  const said = visible(`Noted for ${contact.displayName}: ${line.replaceAll('\n', ' ')}`)
  return `${said}\n${nextCommand(`netmed show ${contact.id}`, screen)}`
}

export function renderArchived(
  { contact, archived }: Named & { archived: boolean },
  screen: Screen,
): string {
  const name = visible(contact.displayName)
  const said = archived ? `${name} is put aside; nothing was deleted.` : `${name} is back.`
  const then = archived ? `netmed unarchive ${contact.id}` : `netmed show ${contact.id}`
  return `${said}\n${nextCommand(then, screen)}`
}

export function renderQuiet(
  { contact, until, today }: Named & { until: string | null; today: string },
  screen: Screen,
): string {
  const rest = until ? `until ${longDay(until)}, ${fromNow(until, today)}` : 'until you say so'
  const said = visible(`${contact.displayName} rests ${rest}. Your own promises stay.`)
  return `${said}\n${nextCommand(`netmed wake ${contact.id}`, screen)}`
}

export function renderAwake({ contact }: Named, screen: Screen): string {
  const said = visible(`${contact.displayName} is awake again.`)
  return `${said}\n${nextCommand(`netmed due ${contact.id}`, screen)}`
}

/** One line a person: number, name, what they are, last contact, next day. */
export function renderContacts(
  { contacts, today }: { contacts: ContactRow[]; today: string },
  screen: Screen,
): string {
  if (!contacts.length) return 'Nobody here yet.\n  netmed add "Priya Nair"'
  const rows: Row[] = contacts.map(contact => [
    `#${contact.id}`,
    { text: contact.displayName, paint: screen.theme.name },
    [contact.role, contact.specialty, contact.institution].filter(Boolean).join(', '),
    contact.lastContact
      ? `${contact.lastKind?.replaceAll('-', ' ')} ${plainDay(contact.lastContact, today)}`
      : '',
    contact.next ? `next ${shortDay(contact.next, today)}` : '',
  ])
  return `${columns(rows, { width: screen.columns, shrink: 2, indent: 0 })}\n\n  ${screen.theme.command('netmed show <number>')}`
}

/** Everything about one person, the timeline newest first. */
export function renderContactPage(page: ContactPage, screen: Screen): string {
  const { contact, today } = page
  const { theme } = screen
  const say = (text: string) => wrap(visible(text), screen.columns)
  const head = [
    `${theme.name(visible(page.displayName))}  #${contact.id}`,
    ...page.lines.map(say),
    rhythmLine(page),
    page.knownSince ? `known since ${monthAndYear(page.knownSince)}` : '',
  ].filter(Boolean)
  const facts: Row[] = page.facts.map(fact => [fact.label, fact.text])
  const open: Row[] = page.open.map(loop => [
    loop.followUp === null ? '' : `#${loop.followUp}`,
    loop.due ? `${loop.what}, by ${shortDay(loop.due, today)}` : loop.what,
    { text: loop.command, paint: theme.command },
  ])
  const timeline: Row[] = page.timeline.map(each => [
    plainDay(each.on, today),
    each.kind.replaceAll('-', ' '),
    [each.detail, each.event && `at ${each.event}`, each.note].filter(Boolean).join(' · '),
    `#${each.id}`,
  ])
  const width = screen.columns
  return [
    head.join('\n'),
    facts.length ? columns(facts, { width, indent: 0 }) : '',
    open.length ? `${theme.heading('Open')}\n${columns(open, { width, shrink: 1 })}` : '',
    page.note ? `${theme.heading('Note')}\n${indented(page.note, screen)}` : '',
    timeline.length
      ? columns(timeline, { width, indent: 0, shrink: 2 })
      : `Nothing logged yet.\n${nextCommand(`netmed log ${page.handle}`, screen)}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

function indented(text: string, screen: Screen): string {
  return visibleLines(text)
    .split('\n')
    .map(line => wrap(`  ${line}`, screen.columns, 2))
    .join('\n')
}

function rhythmLine(page: ContactPage): string {
  if (page.quiet) return `resting ${page.quiet} · netmed wake ${page.handle}`
  if (page.everyWords && page.next) {
    return `every ${page.everyWords}, next ${shortDay(page.next, page.today)}: ${page.nextWhy}`
  }
  return `no rhythm · netmed edit ${page.handle} --every ${page.offered ?? 60}d`
}
