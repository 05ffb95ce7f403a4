import { FIELDS } from '../data/fields.ts'
import { isPublicPart } from '../data/lens.ts'
import type { Contact, Database, Interaction, Occasion } from '../data/model.ts'
import { type RecordView, recordView } from '../data/records.ts'
import { isPrivate } from '../data/rows.ts'
import { isWith, type Loop, openLoops } from '../due/loops.ts'
import { everybodySeen, isQuiet, keepInTouch, offeredRhythm, rhythmOf } from '../due/rhythm.ts'
import { type Past, pastOf } from '../people/history.ts'
import { displayName, namesOf } from '../people/names.ts'
import { handlesOf } from '../people/people.ts'
import { type Day, dayOfMoment, everyWords, plainDay, shortDay } from '../words/days.ts'
import { byText, folded, listed } from '../words/text.ts'
import { type Fact, factWords, labelOf } from './record-page.ts'

/** A person as a line of `list`; every documented field of the record is there too. */
export interface ContactRow extends RecordView {
  displayName: string
  role: string | null
  specialty: string | null
  institution: string | null
  lastContact: Day | null
  lastKind: Occasion | null
  /** The keep-in-touch day. */
  next: Day | null
}

export interface ContactFilter {
  /** Only these numbers; they were selected by terms, which leave no prospects out. */
  among?: ReadonlySet<number> | undefined
  /** Only prospects; without it they are left out. */
  prospects?: boolean | undefined
  archived?: boolean | undefined
  sort?: 'name' | 'recency' | 'next' | undefined
}

/** Everybody who fits, by family name unless asked otherwise. */
export function contactRows(db: Database, today: Day, filter: ContactFilter): ContactRow[] {
  const seen = everybodySeen(db, today)
  const next = new Map(keepInTouch(db, today, { seen }).map(each => [each.contact.id, each.due]))
  const rows = db.contacts
    .filter(contact => fits(contact, filter))
    .map(contact =>
      contactRow(db, contact, { last: seen.get(contact.id)?.last, next: next.get(contact.id) }),
    )
  const keys = new Map(db.contacts.map(contact => [contact.id, familyKey(contact)]))
  return rows.sort(order(filter.sort ?? 'name', ({ id }) => keys.get(id) ?? ''))
}

function contactRow(
  db: Database,
  contact: Contact,
  { last, next }: { last: Interaction | undefined; next: Day | undefined },
): ContactRow {
  return {
    ...recordView(db, 'contacts', contact),
    id: contact.id,
    uid: contact.uid,
    displayName: displayName(contact),
    role: contact.role ?? null,
    specialty: contact.specialty ?? null,
    institution: contact.institution ?? null,
    lastContact: last?.on ?? null,
    lastKind: last?.kind ?? null,
    next: next ?? null,
  }
}

function fits(contact: Contact, filter: ContactFilter): boolean {
  if ((contact.archived ?? false) !== (filter.archived ?? false)) return false
  if (filter.among && !filter.among.has(contact.id)) return false
  const wantsProspects = filter.prospects ?? (filter.among ? contact.prospect : false)
  return (contact.prospect ?? false) === (wantsProspects ?? false)
}

/** The family name, then the rest; whoever has none stands under what they are called. */
function familyKey(contact: Contact): string {
  const { last, first } = namesOf(contact)
  const name = displayName(contact)
  return folded([last ?? first ?? name, first ?? '', name].join('\n'))
}

function order(sort: 'name' | 'recency' | 'next', keyOf: (row: ContactRow) => string) {
  return (a: ContactRow, b: ContactRow): number => {
    const name = byText(keyOf(a), keyOf(b)) || a.id - b.id
    if (sort === 'recency') return byText(b.lastContact ?? '', a.lastContact ?? '') || name
    if (sort === 'next') return byText(a.next ?? '9999', b.next ?? '9999') || name
    return name
  }
}

export interface TimelineEntry {
  id: number
  on: Day
  kind: Occasion
  by: 'me' | 'them'
  detail: string | null
  /** Of several people the one it is about, by number. */
  detailOf: number | null
  note: string | null
  place: string | null
  event: string | null
  with: { id: number; name: string }[]
  gave: string | null
  /** Only in the whole data, and only where it is so. */
  private?: true
}

/** Everything `show` says of a person. */
export interface ContactPage {
  today: Day
  contact: RecordView
  displayName: string
  handle: string
  /** What they are, how to reach them and how you met; empty where nothing is known. */
  about: string
  reach: string
  met: string
  facts: Fact[]
  /** What they were before, the latest first. */
  past: Past[]
  note: string | null
  /** Days; null without a rhythm. */
  every: number | null
  everyWords: string | null
  offered: number | null
  next: Day | null
  nextWhy: string | null
  /** How long reminders rest, in words; null when they do not. */
  quiet: string | null
  knownSince: Day | null
  open: Loop[]
  /** What you noted to ask them, not asked yet. */
  questions: { id: number; text: string }[]
  /** Newest first. */
  timeline: TimelineEntry[]
}

export function contactPage(db: Database, contact: Contact, today: Day): ContactPage {
  const theirs = db.interactions
    .filter(each => each.contacts.includes(contact.id))
    .sort((a, b) => byText(b.on, a.on) || b.id - a.id)
  const touch = keepInTouch(db, today).find(each => each.contact.id === contact.id)
  const every = rhythmOf(db, contact)
  const view = recordView(db, 'contacts', contact)
  return {
    today,
    contact: view,
    displayName: displayName(contact),
    handle: handlesOf(db, [contact.id]).get(contact.id) ?? String(contact.id),
    about: aboutWords(contact),
    reach: [...(contact.emails ?? []), ...(contact.phones ?? [])].join(' · '),
    met: metWords(db, contact, today),
    facts: [...facts(db, view, today), ...introducedFact(db, contact), ...pastFact(contact, today)],
    past: pastOf(contact),
    note: contact.note ?? null,
    every,
    everyWords: every ? everyWords(every) : null,
    offered: offeredRhythm(db, contact),
    next: touch?.due ?? null,
    nextWhy: touch ? nextWhy(touch.last, touch.since, today) : null,
    quiet: isQuiet(contact, today) && !isPublicPart(db) ? quietWords(contact, today) : null,
    knownSince: knownSince(contact, theirs),
    open: openLoops(db, today).filter(loop => isWith(loop, contact.id)),
    questions: db.questions
      .filter(each => each.contact === contact.id && each.askedOn === undefined)
      .map(({ id, text }) => ({ id, text })),
    timeline: theirs.map(each => timelineEntry(db, each, contact)),
  }
}

function nextWhy(last: Interaction | undefined, since: Day, today: Day): string {
  if (!last) return `counted from ${shortDay(since, today)}, when you met`
  if (last.kind === 'met') return `counted from ${shortDay(last.on, today)}, when you last met`
  return `counted from the ${last.kind.replaceAll('-', ' ')} on ${shortDay(last.on, today)}`
}

function quietWords(contact: Contact, today: Day): string {
  if (contact.quiet === 'until-woken' || !contact.quiet) return 'until you say so'
  return `until ${shortDay(contact.quiet, today)}`
}

function knownSince(contact: Contact, theirs: readonly Interaction[]): Day | null {
  const days = [contact.metOn, theirs.at(-1)?.on].filter(day => day !== undefined)
  if (days.length) return days.sort(byText)[0] ?? null
  return contact.prospect ? null : dayOfMoment(new Date(contact.createdAt))
}

function aboutWords(contact: Contact): string {
  const what = [contact.role, contact.stage, contact.specialty, contact.department]
  return [what.filter(Boolean).join(', '), contact.institution].filter(Boolean).join(' · ')
}

function metWords(db: Database, contact: Contact, today: Day): string {
  const by = db.contacts.find(each => each.id === contact.introducedBy)
  if (contact.prospect) {
    const found = contact.found ? `found ${contact.found}` : ''
    const sentBy = by && `${displayName(by)} pointed you to them`
    return ['someone to write to', contact.why, sentBy, found].filter(Boolean).join(' · ')
  }
  const parts = [
    contact.metAt && `met at ${contact.metAt}`,
    !contact.metAt && contact.met && contact.met !== 'met' && `met: ${contact.met}`,
    contact.metOn && plainDay(contact.metOn, today),
    by && `introduced by ${displayName(by)}`,
  ]
  return parts.filter(Boolean).join(', ')
}

function facts(db: Database, view: RecordView, today: Day): Fact[] {
  return FIELDS.contacts
    .filter(row => row.page === 'line')
    .flatMap(row => {
      const text = factWords(db, row, view[row.name], today)
      return text
        ? [{ label: labelOf(row), text: isPrivate(row) ? `${text} (private)` : text }]
        : []
    })
}

/** Whom they introduced, or pointed me to. */
function introducedFact(db: Database, { id }: Contact): Fact[] {
  const names = db.contacts
    .filter(each => each.introducedBy === id)
    .map(each => `${displayName(each)} (#${each.id})`)
  return names.length ? [{ label: 'introduced', text: listed(names) }] : []
}

/** `resident until 21 Nov, UCSF until 1 Jul 2025`. */
function pastFact(contact: Contact, today: Day): Fact[] {
  const past = pastOf(contact).map(({ was, until }) => `${was} until ${plainDay(until, today)}`)
  return past.length ? [{ label: 'before', text: past.join(', ') }] : []
}

function timelineEntry(db: Database, interaction: Interaction, contact: Contact): TimelineEntry {
  return {
    id: interaction.id,
    on: interaction.on,
    kind: interaction.kind,
    by: interaction.by ?? 'me',
    detail: interaction.detail ?? null,
    detailOf: interaction.detailOf ?? null,
    note: interaction.note ?? null,
    place: interaction.place ?? null,
    event: db.events.find(event => event.id === interaction.event)?.name ?? null,
    with: interaction.contacts
      .filter(id => id !== contact.id)
      .flatMap(id => db.contacts.filter(each => each.id === id))
      .map(each => ({ id: each.id, name: displayName(each) })),
    gave: interaction.gave ?? null,
    ...(interaction.private && { private: true }),
  }
}
