import { Failure } from '../../failure.ts'
import { dayThere, lastDay, peopleAt, stateOf } from '../data/events.ts'
import {
  type Circle,
  type Contact,
  type Database,
  type Event,
  type FollowUp,
  type FollowUpKind,
  type Interaction,
  type Role,
  touch,
} from '../data/model.ts'
import { withThe } from '../data/occasions.ts'
import { applyChanges, numberTyped } from '../data/records.ts'
import { numberSetting } from '../data/settings.ts'
import { type FollowUpView, followUpViews, type Loop, openLoops } from '../due/loops.ts'
import { openLoop } from '../due/opening.ts'
import { logInteraction } from '../log/interactions.ts'
import { addContact } from '../people/contacts.ts'
import { addressKey, isWholeName, namesakes, nameWords, ownersOf } from '../people/identity.ts'
import { displayName, namesOf } from '../people/names.ts'
import { handlesOf, type LoopPerson, personMeant, personOf } from '../people/people.ts'
import { writtenName } from '../people/written-names.ts'
import { addDays, type Day, dayEcho } from '../words/days.ts'
import { folded, foldedWords, listed } from '../words/text.ts'
import { type EventView, eventView } from './events.ts'

/** One person as typed on a line of `event met`. */
export interface PersonLine {
  /** The line, counted from 1. */
  number: number
  /** Or a number or an address of somebody known. */
  name: string
  role?: Role | undefined
  circles?: readonly Circle[] | undefined
  emails?: readonly string[] | undefined
  institution?: string | undefined
  /** Days of a rhythm; 0 for none. */
  every?: number | undefined
  specialty?: string | undefined
  /** What you talked about. */
  detail?: string | undefined
  /** Whatever stood before that and is nothing of the above. */
  note?: string | undefined
}

export interface SkippedLine {
  number: number
  why: string
}

/** One person of the batch, after it. */
export interface Entered {
  contact: Contact
  interaction: Interaction
  /** Added by this batch. */
  isNew: boolean
  /** False: they were entered before. */
  isLogged: boolean
  /** Flags whose value on file was kept. */
  kept: string[]
}

export interface Batch {
  event: Event
  entered: Entered[]
  opened: FollowUp[]
  settled: FollowUp[]
  skipped: SkippedLine[]
}

export interface BatchOptions {
  today: Day
  /** First-week notes for everybody, not only for people who are new. */
  all?: boolean | undefined
}

/**
 * Enters the people met at an event: makes or matches each, logs the contact on the event's day, and
 * opens what belongs to it. Who is entered already is not entered twice. Lines that fit nobody clearly
 * are given back; fails when no line is left, or before the event has begun.
 */
export function enterPeople(
  db: Database,
  event: Event,
  lines: readonly PersonLine[],
  options: BatchOptions,
): Batch {
  mustHaveBegun(event, options.today)
  const batch: Batch = { event, entered: [], opened: [], settled: [], skipped: [] }
  const there = peopleAt(db, event.id)
  for (const typed of lines) {
    const line = { ...typed, name: writtenName(typed.name) }
    try {
      const person = enter(db, { event, line, there, ...options })
      batch.opened.push(...person.opened)
      batch.settled.push(...person.settled)
      there.set(person.entered.contact.id, person.entered.interaction)
      addEntered(batch.entered, person.entered)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      batch.skipped.push({ number: line.number, why: error.message })
    }
  }
  if (!batch.entered.length) throw noLineLeft(batch.skipped)
  return batch
}

/** Fails before the first day: nobody was met there yet. */
export function mustHaveBegun(event: Event, today: Day): void {
  if (stateOf(event, today) !== 'coming') return
  throw new Failure(
    'usage',
    `${event.name} has not started: ${dayEcho(event.on, today)}.`,
    `Until then: netmed prep ${event.id}`,
  )
}

export function noLineLeft(skipped: readonly SkippedLine[]): Failure {
  const reasons = skipped.map(({ number, why }) => `Line ${number}: ${why}`)
  return new Failure(
    'usage',
    'No one was entered.',
    [...reasons, 'One person per line: name; role; specialty; what you talked about'].join('\n'),
  )
}

/** Two lines about one person are shown as one. */
function addEntered(all: Entered[], one: Entered): void {
  const known = all.find(each => each.contact === one.contact)
  if (known) known.kept = [...new Set([...known.kept, ...one.kept])]
  else all.push(one)
}

interface Entry extends BatchOptions {
  event: Event
  line: PersonLine
  there: ReadonlyMap<number, Interaction>
}

function enter(
  db: Database,
  { event, line, there, today, all }: Entry,
): { entered: Entered; opened: FollowUp[]; settled: FollowUp[] } {
  const known = personOnLine(db, line)
  const contact = known ?? addPerson(db, event, line, today)
  const kept = known ? fillGaps(db, known, line) : []
  const isLogged = !there.has(contact.id)
  const logged = isLogged ? logThere(db, event, contact, line, today) : undefined
  const interaction = logged?.interaction ?? there.get(contact.id)
  if (!interaction) throw new Error(`nothing logged for line ${line.number}`)
  if (!isLogged) addDetail(db, event, { interaction }, line.detail)
  const opened = [
    ...(logged?.opened ?? []),
    ...openAfter(db, event, { contact, interaction }, { today, all }),
  ]
  return {
    entered: { contact, interaction, isNew: !known, isLogged, kept },
    opened,
    settled: logged?.settled ?? [],
  }
}

function addPerson(db: Database, event: Event, line: PersonLine, today: Day): Contact {
  const { number: _, detail: __, note: ___, circles, emails, ...fields } = line
  return addContact(db, {
    ...fields,
    circles: circles && [...circles],
    emails: emails && [...emails],
    met: event.kind,
    metOn: dayThere(event, today),
    metAt: event.name,
  })
}

function logThere(db: Database, event: Event, contact: Contact, line: PersonLine, today: Day) {
  const { detail, note } = line
  const on = dayThere(event, today)
  const logged = logInteraction(
    db,
    { kind: event.kind, on, contacts: [contact.id], event: event.id, detail, note },
    today,
    { followUp: event.kind !== 'rotation' },
  )
  // Opened just now, so it needs no naming; its event says more than its kind.
  for (const followUp of logged.opened) followUp.what = topicThere(event, logged.interaction)
  return logged
}

// Who is meant

/**
 * Who of those on file a line names: by number, address, the same name but for title and degrees, nickname or
 * whole words of the name. Undefined for somebody new; fails when several fit, or when what else the
 * line says speaks against the one who does.
 */
function personOnLine(db: Database, line: PersonLine): Contact | undefined {
  const owners = ownersOf(db.contacts, line.emails ?? [])
  const byName = personNamed(db, line)
  const isTheirs = (owner: Contact) =>
    byName ? owner === byName : owners.length === 1 && sharesWord(owner, line.name)
  const other = owners.find(owner => !isTheirs(owner))
  if (other) throw new Failure('ambiguous', `that address belongs to ${numbered(other)}.`)
  return owners[0] ?? byName
}

function personNamed(db: Database, line: PersonLine): Contact | undefined {
  const { name } = line
  if (numberTyped(name) !== undefined) {
    const meaning = personMeant(db, name)
    return meaning.is === 'one' ? meaning.contact : undefined
  }
  if (name.includes('@')) {
    const [one] = ownersOf(db.contacts, [name])
    if (one) return one
    throw new Failure('not-found', `no one on file has the address ${name}; start with a name.`)
  }
  const same = namesakes(db.contacts, name)
  if (same.length > 1) throw several(name, same)
  // A whole name that nobody here has is somebody new; a part of one may mean somebody.
  if (same[0] || isWholeName(name)) return same[0]
  const meaning = personMeant(db, coreOf(name))
  const candidates = meaning.is === 'several' ? meaning.candidates : []
  if (meaning.is === 'one') candidates.push(meaning.contact)
  // A beginning of a name is enough for `log`, but here most people are new.
  const fitting = candidates.filter(contact => hasWords(contact, name))
  if (fitting.length > 1) throw several(name, fitting)
  const [one] = fitting
  if (one && contradicts(one, line)) {
    throw new Failure(
      'ambiguous',
      `"${name}" could be ${numbered(one)} or someone new; write the number or the full name.`,
    )
  }
  return one
}

function several(name: string, contacts: readonly Contact[]): Failure {
  const names = listed(contacts.slice(0, 5).map(numbered), 'or')
  return new Failure('ambiguous', `"${name}" could be ${names}; write the number.`)
}

function numbered(contact: Contact): string {
  return `${displayName(contact)} (#${contact.id})`
}

/** The name without title and degrees. */
function coreOf(name: string): string {
  const { first, last } = namesOf({ name })
  return [first, last].filter(Boolean).join(' ') || name
}

function hasWords(contact: Contact, name: string): boolean {
  const { nickname, first, last } = contact
  const words = nameWords([contact.name, nickname, first, last].filter(Boolean).join(' '))
  return foldedWords(coreOf(name)).every(word => words.includes(word))
}

function sharesWord(contact: Contact, name: string): boolean {
  const words = nameWords(contact.name)
  return nameWords(coreOf(name)).some(word => word.length > 2 && words.includes(word))
}

function contradicts(contact: Contact, line: PersonLine): boolean {
  return (
    (namesOf({ name: line.name }).title !== undefined && isUntitled(contact)) ||
    differs(contact.role, line.role) ||
    differs(contact.institution, line.institution) ||
    differs(contact.specialty, line.specialty)
  )
}

/** Whom nobody would call by a title: "Dr. Lee" is hardly Marcus Lee of the second year. */
function isUntitled(contact: Contact): boolean {
  return namesOf(contact).title === undefined && UNTITLED.has(contact.role ?? 'other')
}

const UNTITLED = new Set<Role>(['peer', 'senior-student', 'family', 'nurse', 'staff'])

function differs(known: string | undefined, said: string | undefined): boolean {
  return known !== undefined && said !== undefined && folded(known) !== folded(said)
}

// What a line adds to somebody known

/** Fills what is not on file; what is stays, and is named. */
function fillGaps(db: Database, contact: Contact, line: PersonLine): string[] {
  const { role, institution, specialty, every } = line
  const gaps: Partial<Contact> = {}
  if (role !== undefined && contact.role === undefined) gaps.role = role
  if (institution && contact.institution === undefined) gaps.institution = institution
  if (specialty && contact.specialty === undefined) gaps.specialty = specialty
  if (every !== undefined && contact.every === undefined) gaps.every = every
  const circles = (line.circles ?? []).filter(each => !contact.circles?.includes(each))
  if (circles.length) gaps.circles = [...(contact.circles ?? []), ...circles]
  const addresses = new Set((contact.emails ?? []).map(addressKey))
  const emails = (line.emails ?? []).filter(each => !addresses.has(addressKey(each)))
  if (emails.length) gaps.emails = [...(contact.emails ?? []), ...emails]
  const kept = [
    ...(differs(contact.role, role) ? ['role'] : []),
    ...(differs(contact.institution, institution) ? ['institution'] : []),
    ...(differs(contact.specialty, specialty) ? ['specialty'] : []),
    ...(contact.every !== undefined && every !== undefined && contact.every !== every
      ? ['every']
      : []),
  ]
  if (Object.keys(gaps).length) applyChanges(touch(db, contact), gaps)
  return kept
}

export interface MetThere {
  contact: Contact
  interaction: Interaction
}

/** Adds what you talked about to what is known of it, never twice; open loops from it speak of it too. */
export function addDetail(
  db: Database,
  event: Event,
  { interaction }: Pick<MetThere, 'interaction'>,
  detail: string | undefined,
): void {
  if (!detail) return
  const known = interaction.detail?.split('; ') ?? []
  if (known.some(each => folded(each) === folded(detail))) return
  const before = topicThere(event, interaction)
  touch(db, interaction).detail = [...known, detail].join('; ')
  if (interaction.private) return
  for (const followUp of db.followUps) {
    if (followUp.from !== interaction.id || followUp.closed || followUp.what !== before) continue
    touch(db, followUp).what = topicThere(event, interaction)
  }
}

/** As `addDetail`, for a contact by its number. */
export function noteDetail(db: Database, interactionId: number, detail: string): void {
  const interaction = db.interactions.find(each => each.id === interactionId)
  const event = db.events.find(each => each.id === interaction?.event)
  if (interaction && event) addDetail(db, event, { interaction }, detail)
}

// What it opens

/**
 * The first-week note to somebody new, or on a rotation the thank-you for its last day; nothing when it
 * was opened before, one of its kind is open, or it is too long ago.
 */
export function openAfter(
  db: Database,
  event: Event,
  { contact, interaction }: MetThere,
  { today, all }: BatchOptions,
): FollowUp[] {
  const kind = kindAfter(event)
  const isDue = kind === 'thank-you' || all || isMetHere(db, contact, event)
  if (!isDue || !mayOpen(db, kind, { contact, interaction })) return []
  const day = kind === 'thank-you' ? lastDay(event) : interaction.on
  if (day < addDays(today, -numberSetting(db, 'days.backfill'))) return []
  const due = kind === 'thank-you' ? day : undefined
  const loop = { kind, what: topicThere(event, interaction), due }
  return [openLoop(db, loop, contact.id, interaction, today)]
}

/** A rotation ends with thanks, anything else begins with a note. */
function kindAfter(event: Event): Extract<FollowUpKind, 'event' | 'thank-you'> {
  return event.kind === 'rotation' ? 'thank-you' : 'event'
}

/** Somebody with no contact but those at this event. */
export function isMetHere(db: Database, contact: Contact, event: Event): boolean {
  return !db.interactions.some(
    each => each.event !== event.id && each.contacts.includes(contact.id),
  )
}

function mayOpen(db: Database, kind: FollowUpKind, { contact, interaction }: MetThere): boolean {
  return !db.followUps.some(each => {
    if (each.contact !== contact.id) return false
    // A playbook thank-you, as after a day of shadowing, stands for the note.
    const isFromHere = each.from === interaction.id && OPENED.has(each.kind)
    return isFromHere || (each.kind === kind && !each.closed)
  })
}

const OPENED = new Set<FollowUpKind>(['event', 'thank-you'])

/** What to write about: what you talked about, else the event itself. */
function topicThere(event: Event, interaction: Interaction): string {
  if (interaction.detail && !interaction.private) return interaction.detail
  const isNamed = event.kind !== 'rotation' || /rotation|clerkship/i.test(event.name)
  return withThe(isNamed ? event.name : `${event.name} rotation`)
}

// The answer

/** Who was entered, as the echo and `--json` show it. */
export interface MetPerson extends LoopPerson {
  handle: string
  specialty: string | null
  institution: string | null
  circles: string[]
  /** Days; null when none was set by hand. */
  every: number | null
  isNew: boolean
  /** False: they were entered before. */
  isLogged: boolean
  interaction: number
  detail: string | null
  /** The day by which to write to them; null when nothing of this event is open with them. */
  writeBy: Day | null
  /** Flags whose value on file was kept. */
  kept: string[]
}

export interface BatchView {
  today: Day
  on: Day
  event: EventView
  contacts: MetPerson[]
  opened: FollowUpView[]
  settled: FollowUpView[]
  skipped: SkippedLine[]
}

/** What was entered, as far as these data show it. */
export function batchView(db: Database, batch: Batch, today: Day): BatchView {
  const { event } = batch
  const entered = batch.entered.flatMap(each => {
    const contact = db.contacts.find(({ id }) => id === each.contact.id)
    const interaction = db.interactions.find(({ id }) => id === each.interaction.id)
    return contact && interaction ? [{ ...each, contact, interaction }] : []
  })
  const handles = handlesOf(
    db,
    entered.map(each => each.contact.id),
  )
  return {
    today,
    on: dayThere(event, today),
    event: eventView(db, event, today),
    contacts: entered.map(each => ({
      ...metPerson(db, each),
      handle: handles.get(each.contact.id) ?? String(each.contact.id),
      isNew: each.isNew,
      isLogged: each.isLogged,
      kept: each.kept,
    })),
    opened: followUpViews(db, batch.opened, today),
    settled: followUpViews(db, batch.settled, today),
    skipped: batch.skipped,
  }
}

/** Everybody who is entered for an event, in the order of entering. */
export function peopleEntered(db: Database, event: Event): MetPerson[] {
  const there = [...peopleAt(db, event.id)].flatMap(([id, interaction]) => {
    const contact = db.contacts.find(each => each.id === id)
    return contact ? [{ contact, interaction }] : []
  })
  const handles = handlesOf(
    db,
    there.map(each => each.contact.id),
  )
  return there.map(each => ({
    ...metPerson(db, each),
    handle: handles.get(each.contact.id) ?? String(each.contact.id),
    isNew: false,
    isLogged: false,
    kept: [],
  }))
}

function metPerson(db: Database, { contact, interaction }: MetThere) {
  const open = db.followUps.find(
    each => each.from === interaction.id && each.contact === contact.id && isOpenNote(each),
  )
  return {
    ...personOf(contact),
    specialty: contact.specialty ?? null,
    institution: contact.institution ?? null,
    circles: contact.circles ?? [],
    every: contact.every ?? null,
    interaction: interaction.id,
    detail: interaction.detail ?? null,
    writeBy: open?.due ?? null,
  }
}

/** The open notes and thanks that an event led to, those due first in front. */
export function notesFrom(db: Database, event: Event, today: Day): Loop[] {
  const open = new Set(eventView(db, event, today).open)
  return openLoops(db, today).filter(loop => loop.followUp !== null && open.has(loop.followUp))
}

function isOpenNote(followUp: FollowUp): boolean {
  return !followUp.closed && OPENED.has(followUp.kind)
}
