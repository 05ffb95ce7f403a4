import type { Database, FollowUpKind } from '../data/model.ts'
import { numberSetting } from '../data/settings.ts'
import { type Day, fullDay } from '../words/days.ts'
import { beyondBudget } from './budget.ts'
import { type EventAhead, eventsAhead } from './events-ahead.ts'
import { type FoldedNotes, foldedNote, foldedNotes } from './folded-notes.ts'
import { type Loop, wording } from './loops.ts'
import { inOrder, isWith, type LoopGroup, type Outline, outlines } from './outlines.ts'
import { paceOn, type SeasonView, seasonsOn, seasonView } from './seasons.ts'

/** What `due` shows: everything open, in groups, as far as it fits a screen. */
export interface Agenda {
  today: Day
  /** `Saturday 21 November`. */
  heading: string
  /** The seasons that hold today. */
  seasons: SeasonView[]
  /** Lines under today, one a person; with `all`, uncapped. */
  todayLines: AgendaLine[]
  /** People under today beyond the cap. */
  canWait: number
  /** Those that begin soon; with `all`, all that come. */
  events: EventAhead[]
  /** Days that `next` reaches. */
  within: number
  next: Loop[]
  /** Lines of the next days beyond the page. */
  nextMore: number
  waiting: Loop[]
  waitingMore: number
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

/** What `due` answers as data. */
export interface AgendaItems {
  today: Day
  seasons: SeasonView[]
  events: EventAhead[]
  /** Everything but what a pause hides. */
  items: Loop[]
}

export interface AgendaOptions {
  contact?: { id: number; name: string } | undefined
  within?: number | undefined
  all?: boolean
  kind?: FollowUpKind | 'keep-in-touch' | undefined
}

/** Lines of the next days, and of what waits, as far as nothing was asked for by name. */
const REST_LINES = 15

/** Today's page; only what stands on it is put into words. */
export function agenda(db: Database, today: Day, options: AgendaOptions = {}): Agenda {
  const { contact, kind } = options
  const within = options.within ?? numberSetting(db, 'due.within')
  const all = showsAll(options)
  const wanted = { within, kind, contact: contact?.id, isForPage: !all }
  const { open, laterCount } = outlines(db, today, wanted)
  const folds = !all && !kind && paceOn(db, today) === 'pause'
  const inGroup = (group: LoopGroup) => open.filter(outline => outline.group === group)
  const folded = (group: readonly Outline[]) =>
    folds ? foldedNotes(db, new Set(group.map(numberOf))) : NONE
  const now = inGroup('today')
  const soon = inGroup('next')
  const later = inGroup('later')

  const first = all ? { ...rowsOf(now), canWait: 0 } : firstPeople(db, now, folded(now))
  const isPlain = !all && !kind && options.within === undefined
  const cap = isPlain ? REST_LINES : Number.POSITIVE_INFINITY
  const next = rowsOf(soon, cap, folded(soon))
  const waiting = rowsOf(inGroup('waiting'), cap)
  const rest = rowsOf(later)
  const shown = [...first.rows, ...next.rows, ...waiting.rows, ...rest.rows]
  const say = wording(
    db,
    shown.map(({ outline }) => outline),
    today,
  )
  const sayRow = ({ outline, notes }: Row) =>
    notes ? foldedNote(say(outline), notes) : say(outline)
  return {
    today,
    heading: fullDay(today),
    seasons: seasonsShown(db, today, options),
    todayLines: first.rows.map(row => ({ ...sayRow(row), more: row.more })),
    canWait: first.canWait,
    events: eventsShown(db, today, options),
    within,
    next: next.rows.map(sayRow),
    nextMore: next.more,
    waiting: waiting.rows.map(sayRow),
    waitingMore: waiting.more,
    later: rest.rows.map(sayRow),
    laterCount: all ? later.length : laterCount,
    all,
    who: contact?.name ?? null,
  }
}

/** Everything open as data, whether or not a page has room for it. */
export function agendaItems(db: Database, today: Day, options: AgendaOptions = {}): AgendaItems {
  const { kind, contact } = options
  const within = options.within ?? numberSetting(db, 'due.within')
  const all = showsAll(options)
  const ordered = [...inOrder(outlines(db, today, { within }).open)]
  const unfitting = beyondBudget(db, ordered, today)
  const items = ordered.filter(
    outline =>
      (all || !outline.hidden) &&
      (!kind || outline.kind === kind) &&
      (!contact || isWith(outline, contact.id)),
  )
  const say = wording(db, items, today)
  return {
    today,
    seasons: seasonsShown(db, today, options),
    events: eventsShown(db, today, options),
    items: items.map(outline => say(outline, !unfitting.has(outline))),
  }
}

function showsAll({ all = false, contact }: AgendaOptions): boolean {
  return all || contact !== undefined
}

function seasonsShown(db: Database, today: Day, { contact }: AgendaOptions): SeasonView[] {
  return contact ? [] : seasonsOn(db, today).map(season => seasonView(season, today))
}

/** They are with nobody in particular, and no kind of follow-up. */
function eventsShown(db: Database, today: Day, options: AgendaOptions): EventAhead[] {
  if (options.contact || options.kind) return []
  const within = options.within ?? numberSetting(db, 'due.within')
  return eventsAhead(db, today, options.all ? undefined : within)
}

/** A line before it is put into words. */
interface Row {
  outline: Outline
  /** Those that it stands for. */
  notes: FoldedNotes | undefined
  more: number
}

function numberOf({ followUp }: Outline): number {
  return followUp?.id ?? 0
}

type Folded = ReadonlyMap<number, FoldedNotes>
const NONE: Folded = new Map()

/** The first loops, the notes of one occasion once, and how many lines more there are. */
function rowsOf(
  group: readonly Outline[],
  most = Number.POSITIVE_INFINITY,
  folded: Folded = NONE,
): { rows: Row[]; more: number } {
  const lines = new Set(group.map(outline => folded.get(numberOf(outline)) ?? outline))
  const count = lines.size
  const rows: Row[] = []
  for (const outline of inOrder(group)) {
    if (rows.length >= most) break
    const notes = folded.get(numberOf(outline))
    // Once told, it is none of the lines to come.
    if (lines.delete(notes ?? outline)) rows.push({ outline, notes, more: 0 })
  }
  return { rows, more: count - rows.length }
}

/** The first loop of each person, as far as there are lines for them; loops of nobody stand alone. */
function firstPeople(
  db: Database,
  group: readonly Outline[],
  folded: Folded,
): { rows: Row[]; canWait: number } {
  const notesOf = (outline: Outline) => folded.get(numberOf(outline))
  const lineOf = (outline: Outline) => notesOf(outline) ?? outline.contact ?? outline
  const loops = new Map<object, number>()
  for (const outline of group) {
    const line = lineOf(outline)
    loops.set(line, (loops.get(line) ?? 0) + 1)
  }
  const cap = numberSetting(db, 'due.lines')
  const rows = new Map<object, Row>()
  for (const outline of inOrder(group)) {
    if (rows.size >= cap) break
    const line = lineOf(outline)
    if (rows.has(line)) continue
    const notes = notesOf(outline)
    rows.set(line, { outline, notes, more: notes ? 0 : (loops.get(line) ?? 1) - 1 })
  }
  return { rows: [...rows.values()], canWait: loops.size - rows.size }
}
