import type { Database, FollowUpKind, Interaction } from '../data/model.ts'
import { withThe } from '../data/occasions.ts'
import { numberSetting } from '../data/settings.ts'
import { type Day, fullDay } from '../words/days.ts'
import { counted } from '../words/text.ts'
import { giveFits } from './budget.ts'
import { isWith, type Loop, openLoops } from './loops.ts'
import { paceOn, type SeasonView, seasonsOn, seasonView } from './seasons.ts'

/** What `due` answers; `items` is whole, the rest says what fits a screen. */
export interface Agenda {
  today: Day
  /** `Saturday 21 November`. */
  heading: string
  /** The seasons that hold today. */
  seasons: SeasonView[]
  /** Everything but what a pause hides. */
  items: Loop[]
  /** Lines under today, one a person; with `all`, uncapped. */
  todayLines: AgendaLine[]
  /** People under today beyond the cap. */
  canWait: number
  /** Days that `next` reaches. */
  within: number
  next: Loop[]
  waiting: Loop[]
  /** Shown only with `all`. */
  later: Loop[]
  laterCount: number
  all: boolean
  /** Whose agenda this is; null for everybody's. */
  who: string | null
}

export interface AgendaLine extends Loop {
  /** Further loops of the same person that are due too. */
  more: number
}

export interface AgendaOptions {
  contact?: { id: number; name: string } | undefined
  within?: number | undefined
  all?: boolean
  kind?: FollowUpKind | 'keep-in-touch' | undefined
  /** Says of each item whether it fits the budget; a walk over all mails that no screen shows. */
  withFits?: boolean
}

/** Today's page: everything open, in groups. */
export function agenda(db: Database, today: Day, options: AgendaOptions = {}): Agenda {
  const { contact, all = false, kind } = options
  const within = options.within ?? numberSetting(db, 'due.within')
  const showsAll = all || contact !== undefined
  const loops = openLoops(db, today, { within })
  if (options.withFits) giveFits(db, loops, today)
  const items = loops
    .filter(loop => showsAll || !loop.hidden)
    .filter(loop => !contact || isWith(loop, contact.id))
    .filter(loop => !kind || loop.kind === kind)
  const folds = !showsAll && !kind && paceOn(db, today) === 'pause'
  const inGroup = (group: Loop['group']) => {
    const members = items.filter(loop => loop.group === group)
    return folds ? withFoldedNotes(db, members) : members
  }
  const now = inGroup('today')
  const people = showsAll ? now.map(loop => ({ ...loop, more: 0 })) : onePerPerson(now)
  const cap = showsAll ? people.length : numberSetting(db, 'due.lines')
  const later = items.filter(loop => loop.group === 'later')
  return {
    today,
    heading: fullDay(today),
    seasons: contact ? [] : seasonsOn(db, today).map(season => seasonView(season, today)),
    items,
    todayLines: people.slice(0, cap),
    canWait: Math.max(0, people.length - cap),
    within,
    next: inGroup('next'),
    waiting: items.filter(loop => loop.group === 'waiting'),
    later: showsAll ? later : [],
    laterCount: later.length,
    all: showsAll,
    who: contact?.name ?? null,
  }
}

/** The first loop of each person, with the number of further ones; loops of nobody stand alone. */
function onePerPerson(loops: Loop[]): AgendaLine[] {
  const lines: AgendaLine[] = []
  const lineOf = new Map<number, AgendaLine>()
  for (const loop of loops) {
    const line = loop.contact ? lineOf.get(loop.contact.id) : undefined
    if (line) {
      line.more++
      continue
    }
    const fresh = { ...loop, more: 0 }
    lines.push(fresh)
    if (loop.contact) lineOf.set(loop.contact.id, fresh)
  }
  return lines
}

/** In a pause, first-week notes from one event are one line, where there are several. */
export function withFoldedNotes(db: Database, loops: readonly Loop[]): Loop[] {
  const occasions = occasionsOf(db, loops)
  const notes = new Map<string, Loop[]>()
  for (const loop of loops) {
    const key = occasions.get(loop.followUp ?? 0)?.key
    if (key !== undefined) notes.set(key, [...(notes.get(key) ?? []), loop])
  }
  return loops.flatMap(loop => {
    const occasion = occasions.get(loop.followUp ?? 0)
    const together = occasion ? (notes.get(occasion.key) ?? []) : []
    if (!occasion || together.length < 2) return [loop]
    return together[0] === loop ? [foldedNote(loop, together.length, occasion)] : []
  })
}

function foldedNote(first: Loop, count: number, occasion: NoteOccasion): Loop {
  return {
    ...first,
    followUp: null,
    contact: null,
    what: `Write to ${counted(count, 'person', 'people')} from ${occasion.name}`,
    why: null,
    template: null,
    command: occasion.command,
  }
}

interface NoteOccasion {
  key: string
  /** `the ACC Meeting`, or `the conference` when it has no name. */
  name: string
  /** Where the notes are gone through. */
  command: string
}

/** Where each first-week note comes from, by the number of the follow-up. */
function occasionsOf(db: Database, loops: readonly Loop[]): Map<number, NoteOccasion> {
  const ids = new Set(loops.flatMap(loop => (loop.kind === 'event' ? [loop.followUp] : [])))
  const notes = db.followUps.filter(followUp => ids.has(followUp.id))
  const wanted = new Set(notes.map(note => note.from))
  const from = new Map(
    db.interactions.filter(each => wanted.has(each.id)).map(each => [each.id, each]),
  )
  return new Map(
    notes.flatMap(note => {
      const opening = from.get(note.from ?? 0)
      return opening ? [[note.id, noteOccasion(db, opening)] as const] : []
    }),
  )
}

function noteOccasion(db: Database, { event: id, kind, on }: Interaction): NoteOccasion {
  const event = db.events.find(each => each.id === id)
  if (event) {
    const command = `netmed draft --event ${event.id}`
    return { key: `event ${event.id}`, name: withThe(event.name), command }
  }
  const name = `the ${kind.replaceAll('-', ' ')}`
  return { key: `${kind} ${on}`, name, command: 'netmed due --kind event' }
}
