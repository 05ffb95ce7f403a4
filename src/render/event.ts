import type { SeasonView } from '../domain/due/seasons.ts'
import type { BatchView, MetPerson } from '../domain/meet/event-batch.ts'
import type {
  DebriefPerson,
  EventDebrief,
  EventPrep,
  PersonThere,
} from '../domain/meet/event-prep.ts'
import type { EventView, Session } from '../domain/meet/events.ts'
import { byDay, longDay, plainDay, shortDay } from '../domain/words/days.ts'
import { counted, listed } from '../domain/words/text.ts'
import { loopSentences, nextCommand } from './sentences.ts'
import { type Cell, columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

// Making and listing

/** `Added #12 ACC Meeting: conference, Wed 25 to Fri 27 Nov 2026, in 4 days, in Chicago.` */
export function renderEventAdded(
  { event, season }: { event: EventView; season: SeasonView | null },
  screen: Screen,
): string {
  const about = [event.kind.replaceAll('-', ' '), event.days, event.when, event.place]
  const said = `Added #${event.id} ${event.name}: ${about.filter(Boolean).join(', ')}.`
  const next = event.state === 'coming' ? `netmed prep ${event.id}` : `netmed event met ${event.id}`
  return [
    wrap(visible(said), screen.columns),
    nextCommand(next, screen),
    ...(season
      ? [
          `It is a season too (#${season.id}). For fewer reminders until it ends:`,
          nextCommand(`netmed edit ${season.id} --pace half`, screen),
        ]
      : []),
  ].join('\n')
}

/** What comes, soonest first, then what is over. */
export function renderEvents({ events }: { events: EventView[] }, screen: Screen): string {
  if (!events.length) {
    const example = 'netmed event add "ACC Meeting" --kind conference --on "25 nov"'
    return `No events yet.\n${nextCommand(example, screen)}`
  }
  const ahead = events.filter(event => event.state !== 'over')
  const over = events.filter(event => event.state === 'over')
  const rows: Row[] = [
    ...ahead.map(event => eventRow(event, screen)),
    ...(ahead.length && over.length ? ['', { text: 'Before', paint: screen.theme.heading }] : []),
    ...over.map(event => eventRow(event, screen)),
  ]
  const [first] = ahead
  const next = first ? `netmed prep ${first.id}` : `netmed event met ${over[0]?.id}`
  return `${people(rows, screen)}\n\n${nextCommand(next, screen)}`
}

/** Under this many columns a name stands in one cell with what is said of it, so that it stays whole. */
const NARROW = 60

function people(rows: readonly Row[], screen: Screen): string {
  return columns(rows, { width: screen.columns, shrink: screen.columns < NARROW ? 1 : 2 })
}

/** The cells of a name and of what is said of it. */
function nameCells(name: string, text: string, { columns: width, theme }: Screen): Cell[] {
  if (width < NARROW) return [[name, text].filter(Boolean).join(' · ')]
  return [{ text: name, paint: theme.name }, text]
}

function eventRow(event: EventView, screen: Screen): Row {
  const kind = event.kind.replaceAll('-', ' ')
  const what = [kind, event.place, `${event.days}, ${event.when}`].filter(Boolean).join(' · ')
  return [
    `#${event.id}`,
    ...nameCells(event.name, what, screen),
    event.people ? counted(event.people, 'person', 'people') : '',
  ]
}

// People met

/** Who was entered, what it opened, and how to write to them. */
export function renderMet(batch: BatchView, screen: Screen): string {
  const { event, contacts, today } = batch
  const rows = contacts.map(person => metRow(person, batch, screen))
  return [
    wrap(visible(`${event.name}, ${longDay(batch.on)}: ${howMany(contacts)}.`), screen.columns),
    people(rows, screen),
    ...keptSentences(contacts).map(line => wrap(visible(line), screen.columns)),
    ...loopSentences({ opened: [], settled: batch.settled }, today),
    nextCommand(afterMeeting(event, today), screen),
  ].join('\n')
}

function howMany(contacts: readonly MetPerson[]): string {
  const fresh = contacts.filter(person => person.isNew).length
  const before = contacts.filter(person => !person.isLogged).length
  const said = [counted(contacts.length, 'person', 'people')]
  const all = contacts.length === 2 ? 'both' : 'all'
  if (fresh && contacts.length > 1) said.push(`${fresh === contacts.length ? all : fresh} new`)
  if (fresh && contacts.length === 1) said.push('new')
  if (before) said.push(`${before === contacts.length ? '' : `${before} `}entered before`)
  return said.join(', ')
}

function metRow(
  person: MetPerson,
  { event, today }: { event: EventView; today: string },
  screen: Screen,
): Row {
  const about = [aboutPerson(person), person.detail].filter(Boolean).join(' · ')
  const verb = event.kind === 'rotation' ? 'thank' : 'write'
  const by =
    person.writeBy && (person.writeBy < today ? 'now' : `by ${byDay(person.writeBy, today)}`)
  return [`#${person.id}`, ...nameCells(person.name, about, screen), by ? `${verb} ${by}` : '']
}

function aboutPerson(person: MetPerson): string {
  const every = person.every === null ? '' : person.every ? `every ${person.every}d` : ''
  const parts = [person.role, person.specialty, person.institution, ...person.circles, every]
  return parts.filter(Boolean).join(', ')
}

function keptSentences(contacts: readonly MetPerson[]): string[] {
  return contacts
    .filter(person => person.kept.length)
    .map(
      ({ name, kept, handle }) =>
        `Not changed for ${name}: ${listed(kept)}. To change: netmed edit ${handle} --${kept[0]} …`,
    )
}

/** The thanks of a rotation wait for its last day. */
function afterMeeting(event: EventView, today: string): string {
  if (!event.open.length) return 'netmed due'
  const waits = event.kind === 'rotation' && today < (event.until ?? event.on)
  return waits ? 'netmed due --all' : `netmed draft --event ${event.id}`
}

/** A batch on a terminal into which nobody was typed. */
export function renderNobodyAdded(
  { event, contacts, today }: { event: EventView; contacts: MetPerson[]; today: string },
  screen: Screen,
): string {
  const said = contacts.length
    ? `No one was added to the ${counted(contacts.length, 'person', 'people')} of ${event.name}.`
    : `No one is entered for ${event.name} yet.`
  const next = contacts.length ? afterMeeting(event, today) : `netmed event met ${event.id}`
  return `${visible(said)}\n${nextCommand(next, screen)}`
}

// Before

/** What to read, what to see, who will be there to write to, and the pitch. */
export function renderEventPrep(prep: EventPrep, screen: Screen): string {
  const { event } = prep
  const isOver = event.state === 'over'
  const others = prep.speakers.filter(each => isOver || !each.contact).map(each => each.name)
  const also = others.length ? `${spoken(prep)}: ${listed(others)}.` : ''
  const parts = [
    head(event, screen),
    section('What you want out of it', lines(prep.wants, screen), screen),
    section('Read first', lines(prep.read, screen), screen),
    section('Sessions', sessions(prep, screen), screen),
    section('Write to', toWrite(prep, screen), screen),
    also && wrap(visible(also), screen.columns),
    section('Entered so far', met(prep, screen), screen),
    section('Your pitch', pitch(prep, screen), screen),
    event.kind === 'rotation' && !isOver ? wrap(NAMES_TO_LEARN, screen.columns) : '',
    isBare(prep) && !isOver ? nothingNoted(event, screen) : '',
    afterPrep(event, screen),
  ]
  return parts.filter(Boolean).join('\n\n')
}

const NAMES_TO_LEARN =
  'Names to learn: the nurses, allied health and staff as well as the doctors. One thank-you each waits for the last day.'

function afterPrep(event: EventView, screen: Screen): string {
  if (event.state === 'over') return nextCommand(`netmed debrief ${event.id}`, screen)
  const met = nextCommand(`netmed event met ${event.id}`, screen)
  return event.state === 'coming' ? `Afterwards:\n${met}` : met
}

function spoken({ event, there }: EventPrep): string {
  if (event.state === 'over') return 'Speakers'
  return there.some(person => person.speaks) ? 'Also speaking' : 'Speaking'
}

function head(event: EventView, screen: Screen): string {
  const kind = event.kind.replaceAll('-', ' ')
  const about = [kind, `${event.days}, ${event.when}`, event.place].filter(Boolean).join(' · ')
  const name = wrap(visible(event.name), screen.columns - 8)
  return `${screen.theme.name(name)}  #${event.id}\n${wrap(visible(about), screen.columns)}`
}

function section(title: string, text: string, { theme }: Screen): string {
  return text && `${theme.heading(title)}\n${text}`
}

function lines(texts: readonly string[], screen: Screen): string {
  return texts.map(text => wrap(visible(text), screen.columns, 2)).join('\n')
}

function sessions({ sessions: all, event, today }: EventPrep, screen: Screen): string {
  const isLong = event.until !== null
  const rows = all.map((session): Row => [sessionTime(session, today, isLong), session.text])
  return rows.length ? columns(rows, { width: screen.columns }) : ''
}

function sessionTime({ day, time }: Session, today: string, withDay: boolean): string {
  if (day === null || time === null) return ''
  return withDay ? `${shortDay(day, today)} ${time}` : time
}

function toWrite({ event, there, today }: EventPrep, screen: Screen): string {
  if (!there.length || event.state === 'over') return ''
  const rows = there.map((person): Row => {
    const done = person.writtenOn ? `you wrote on ${plainDay(person.writtenOn, today)}` : ''
    return [
      ...nameCells(person.name, aboutThere(person, today), screen),
      { text: person.command ?? done, paint: screen.theme.command },
    ]
  })
  return columns(rows, { width: screen.columns, shrink: screen.columns < NARROW ? 0 : 1 })
}

function aboutThere(person: PersonThere, today: string): string {
  const last = person.lastContact
    ? `${person.lastKind?.replaceAll('-', ' ')} ${plainDay(person.lastContact, today)}`
    : ''
  const who = [person.role, person.specialty].filter(Boolean).join(', ')
  const why = person.speaks ? 'speaks' : `near there: ${person.area ?? person.institution}`
  return [why, who, last].filter(Boolean).join(' · ')
}

function met(prep: EventPrep, screen: Screen): string {
  if (!prep.met.length) return ''
  const rows = prep.met.map(person => metRow(person, prep, screen))
  return people(rows, screen)
}

function pitch({ pitch: text, event }: EventPrep, screen: Screen): string {
  if (text) return wrap(visible(text), screen.columns, 2)
  if (event.state === 'over') return ''
  return `  Not written yet: ${screen.theme.command('netmed pitch')}`
}

function isBare(prep: EventPrep): boolean {
  return !prep.read.length && !prep.sessions.length && !prep.wants.length && !prep.speakers.length
}

function nothingNoted(event: EventView, screen: Screen): string {
  const command = `netmed edit ${event.id} --read "…" --session "09:30 …" --want "…"`
  return `Nothing to read, see or ask is noted yet.\n${nextCommand(command, screen)}`
}

// After

/** Who was met, what is open with each, and what is still missing. */
export function renderEventDebrief(debrief: EventDebrief, screen: Screen): string {
  const { event, people: all, today } = debrief
  const opened = loopSentences({ opened: debrief.opened, settled: [] }, today)
  const parts = [
    head(event, screen),
    section('You met', whoWasMet(all, event, today, screen), screen),
    section('What you wanted out of it', lines(debrief.wants, screen), screen),
    section(askedFor(event), withoutDetail(debrief, screen), screen),
    section('Ask the speaker what to read next', speakers(debrief, screen), screen),
    opened.map(line => wrap(line, screen.columns)).join('\n'),
    all.length ? '' : 'No one is entered yet.',
    nextCommand(all.length ? afterMeeting(event, today) : `netmed event met ${event.id}`, screen),
  ]
  return parts.filter(Boolean).join('\n\n')
}

function askedFor(event: EventView): string {
  return event.kind === 'rotation' ? 'What are you thanking them for?' : 'What did you talk about?'
}

function whoWasMet(
  all: readonly DebriefPerson[],
  event: EventView,
  today: string,
  screen: Screen,
): string {
  const rows = all.map(person => metRow(person, { event, today }, screen))
  return rows.length ? people(rows, screen) : ''
}

function withoutDetail({ withoutDetail: all }: EventDebrief, screen: Screen): string {
  const rows = all.map(
    ({ name, interaction }): Row => [
      name,
      { text: `netmed edit ${interaction} --detail "…"`, paint: screen.theme.command },
    ],
  )
  return rows.length ? columns(rows, { width: screen.columns, shrink: 0 }) : ''
}

function speakers({ askSpeakers }: EventDebrief, screen: Screen): string {
  const rows = askSpeakers.map(
    ({ contact, command }): Row => [contact.name, { text: command, paint: screen.theme.command }],
  )
  return rows.length ? columns(rows, { width: screen.columns, shrink: 0 }) : ''
}

/** What became of the notes of an event. */
export function renderNotesDone(
  done: { sent: number[]; later: number[]; letGo: number[] },
  screen: Screen,
): string {
  const said = [
    done.sent.length ? `${done.sent.length} sent` : '',
    done.later.length ? `${done.later.length} for later` : '',
    done.letGo.length ? `${done.letGo.length} let go` : '',
  ]
  return `${listed(said.filter(Boolean))}.\n${nextCommand('netmed due', screen)}`
}

/** Who of an event is left to write to, when there is nobody. */
export function renderNoNotes({ event }: { event: EventView }, screen: Screen): string {
  const said = event.people
    ? `No first email is due for ${event.name}.`
    : `No one is entered for ${event.name} yet.`
  const next = event.people ? 'netmed due' : `netmed event met ${event.id}`
  return `${visible(said)}\n${nextCommand(next, screen)}`
}
