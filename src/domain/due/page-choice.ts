import type { Database } from '../data/model.ts'
import { numberSetting } from '../data/settings.ts'
import { addDays, type Day, dayOfMoment } from '../words/days.ts'
import { byText } from '../words/text.ts'
import { withinBudget } from './budget.ts'
import { type FoldedNotes, foldedNotes } from './folded-notes.ts'
import {
  inOrder,
  latestFirst,
  type Outline,
  type StoredOutline,
  type TouchOutline,
} from './outlines.ts'
import { tieOf } from './seasons.ts'

/** A line of the page before it is put into words. */
export interface Row {
  outline: Outline
  /** Those that it stands for. */
  notes: FoldedNotes | undefined
  /** What else of the same person comes up today. */
  also: Outline[]
  /** How much else is open with them, as far as the page reaches. */
  more: number
}

/** What has an hour, the team of a rotation to be thanked, what is due, and people. */
export type PartName = 'hours' | 'team' | 'due' | 'people'

export interface Part {
  is: PartName
  rows: Row[]
}

export interface Chosen {
  today: Part[]
  /** Lines under today beyond the cap. */
  canWait: number
  next: Row[]
  nextMore: number
  waiting: Row[]
  waitingMore: number
}

/** How much the page holds; `everything` is each loop on a line of its own. */
export type Wishes = 'everything' | Caps

interface Caps {
  /** Lines under today that are not of today itself. */
  cap: number
  /** Lines of the next days, and of what waits. */
  most: number
  /** First notes of one event that are told as one line, from so many on. */
  folds: number
}

/** What stands on today's page: a person once, and what comes up today always. */
export function chosenRows(
  db: Database,
  open: readonly Outline[],
  today: Day,
  wishes: Wishes,
): Chosen {
  return wishes === 'everything' ? everyRow(db, open, today) : fewRows(db, open, today, wishes)
}

function everyRow(db: Database, open: readonly Outline[], today: Day): Chosen {
  const group = (name: Outline['group']) => open.filter(outline => outline.group === name)
  const now = group('today')
  const page = {
    ...{ db, today, notesOf: () => undefined, keyOf: (outline: Outline) => outline },
    ...{ places: new Map(), team: teamOf(db, now) },
  }
  return {
    today: parts(now, page),
    canWait: 0,
    next: restRows(group('next'), page, Number.POSITIVE_INFINITY).rows,
    nextMore: 0,
    waiting: restRows(group('waiting'), page, Number.POSITIVE_INFINITY).rows,
    waitingMore: 0,
  }
}

function fewRows(
  db: Database,
  open: readonly Outline[],
  today: Day,
  { cap, most, folds }: Caps,
): Chosen {
  const stored = open.filter(isStored)
  const notesOf = folding(db, stored, folds)
  const places = placesOf(stored, notesOf)
  const kept = keptTouches(db, { open, places, today })
  const now = [...stored, ...kept].filter(each => each.group === 'today')
  const keyOf = (outline: Outline) => notesOf(outline) ?? outline.contact ?? outline
  const page = { db, today, notesOf, keyOf, places, team: teamOf(db, now) }
  const first = todayRows(now, page, cap)
  const touched = new Set(kept.map(each => each.contact.id))
  const soon = [...stored, ...kept].filter(({ group, contact }) => {
    return group === 'next' && !places.get(contact?.id ?? 0)?.today
  })
  const waits = stored.filter(({ group, contact }) => {
    const place = places.get(contact?.id ?? 0)
    return group === 'waiting' && !place?.today && !place?.next && !touched.has(contact?.id ?? 0)
  })
  const next = restRows(soon, page, most)
  const waiting = restRows(waits, page, most)
  return {
    ...first,
    next: next.rows,
    nextMore: next.more,
    waiting: waiting.rows,
    waitingMore: waiting.more,
  }
}

interface Page {
  db: Database
  today: Day
  notesOf: NotesOf
  /** What a line is about: the notes of one occasion, a person, or what is with nobody. */
  keyOf: (outline: Outline) => object
  places: ReadonlyMap<number, Place>
  /** Whether it is a thank-you to somebody of a rotation's team. */
  team: (outline: Outline) => boolean
}

type NotesOf = (outline: Outline) => FoldedNotes | undefined

/** Notes of today and of the next days are folded apart: their days differ. */
function folding(db: Database, stored: readonly StoredOutline[], least: number): NotesOf {
  const notes = (group: Outline['group']) =>
    stored.flatMap(each => (each.kind === 'event' && each.group === group ? each.followUp : []))
  const all = foldedNotes(db, [notes('today'), notes('next')], least)
  return all.size ? outline => all.get(numberOf(outline)) : () => undefined
}

function isStored(outline: Outline): outline is StoredOutline {
  return outline.followUp !== undefined
}

function numberOf({ followUp }: Outline): number {
  return followUp?.id ?? 0
}

/** How much of somebody's is open, by where it stands; folded notes stand for nobody. */
interface Place {
  today: number
  next: number
  waiting: number
  /** An answer of theirs is waited for, or they are met, or written to with others. */
  isBusy: boolean
}

function placesOf(stored: readonly Outline[], notesOf: NotesOf): Map<number, Place> {
  const places = new Map<number, Place>()
  const placeOf = (id: number): Place => {
    const known = places.get(id)
    if (known) return known
    const place = { today: 0, next: 0, waiting: 0, isBusy: false }
    places.set(id, place)
    return place
  }
  for (const outline of stored) {
    const { contact, group, kind, followUp } = outline
    if (group === 'later') continue
    if (contact) {
      const place = placeOf(contact.id)
      if (group !== 'waiting' || kind === 'reply') place.isBusy = true
      if (!notesOf(outline)) place[group]++
    }
    for (const id of followUp?.others ?? []) placeOf(id).isBusy = true
  }
  return places
}

interface Among {
  open: readonly Outline[]
  places: ReadonlyMap<number, Place>
  today: Day
}

/** Who is kept in touch with: nobody who stands on the page already, and no more than the budget has room for. */
function keptTouches(db: Database, { open, places, today }: Among): TouchOutline[] {
  const free: TouchOutline[] = []
  for (const outline of open) {
    if (outline.touch && outline.group !== 'later' && !places.get(outline.contact.id)?.isBusy) {
      free.push(outline)
    }
  }
  const within = withinBudget(db, free, today)
  return within.size === free.length ? free : free.filter(each => within.has(each))
}

/** Those to thank of a rotation with several. */
function teamOf(db: Database, now: readonly Outline[]): (outline: Outline) => boolean {
  const thanks = now.filter(({ kind, followUp }) => kind === 'thank-you' && followUp?.from)
  if (thanks.length < 2) return () => false
  const wanted = new Set(thanks.map(({ followUp }) => followUp?.from))
  const found = db.interactions.filter(each => each.kind === 'rotation' && wanted.has(each.id))
  if (!found.length) return () => false
  const rotations = new Map(found.map(each => [each.id, each]))
  const counts = new Map<number, number>()
  const rotationOf = ({ followUp }: Outline) => rotations.get(followUp?.from ?? 0)?.event
  for (const each of thanks) {
    const event = rotationOf(each)
    if (event !== undefined) counts.set(event, (counts.get(event) ?? 0) + 1)
  }
  return outline => {
    if (outline.kind !== 'thank-you' || outline.group !== 'today') return false
    return (counts.get(rotationOf(outline) ?? 0) ?? 0) > 1
  }
}

// Today

function todayRows(
  now: readonly Outline[],
  page: Page,
  cap: number,
): Pick<Chosen, 'today' | 'canWait'> {
  const { keyOf } = page
  const isNew = newness(page)
  const lines = new Set(now.map(keyOf))
  const fresh = now.filter(isNew)
  const chosen = new Set<object>(fresh.map(keyOf))
  const shown = [...fresh]
  // A team that is thanked takes the room of one.
  const roomOf = (outline: Outline) => (page.team(outline) ? page : keyOf(outline))
  const used = new Set<object>(fresh.map(roomOf))
  if (used.size < cap && chosen.size < lines.size) {
    for (const outline of ordered(now, page)) {
      const key = keyOf(outline)
      if (chosen.has(key)) continue
      if (used.size >= cap && !used.has(roomOf(outline))) break
      used.add(roomOf(outline))
      chosen.add(key)
      shown.push(outline)
    }
  }
  return { today: parts(shown, page), canWait: lines.size - chosen.size }
}

/** Whether it is on the page for the first time. */
function newness({ db, today }: Page): (outline: Outline) => boolean {
  const yesterday = addDays(today, -1)
  const lastReminder = addDays(today, numberSetting(db, 'days.remind-last'))
  return ({ due, followUp, reminds }) => {
    if (due === today || (reminds && due === lastReminder)) return true
    // A moment is in UTC, which may be a day off.
    if (!followUp || followUp.createdAt.slice(0, 10) < yesterday) return false
    return dayOfMoment(new Date(followUp.createdAt)) === today
  }
}

function partOf({ kind, due, followUp, touch }: Outline, { today }: Page): PartName {
  if (touch || kind === 'event') return 'people'
  return due === today && followUp?.at ? 'hours' : 'due'
}

/** What has an hour, then what is due, then one's own people, first notes, and keeping in touch. */
function* ordered(outlines: readonly Outline[], page: Page): Generator<Outline> {
  const inPart = (part: PartName) => outlines.filter(each => partOf(each, page) === part)
  const hour = ({ followUp }: Outline) => followUp?.at ?? ''
  yield* inPart('hours').sort((a, b) => byText(hour(a), hour(b)) || numberOf(a) - numberOf(b))
  yield* latestFirst(inPart('due'), page.team)
  const people = inPart('people')
  const isOwn = ({ touch }: Outline) => touch !== undefined && tieOf(touch.contact) === 'support'
  yield* inOrder(people.filter(isOwn))
  yield* inOrder(people.filter(each => !each.touch))
  yield* inOrder(people.filter(each => each.touch && !isOwn(each)))
}

function parts(shown: readonly Outline[], page: Page): Part[] {
  const rows = new Map<object, Row>()
  const answer: Part[] = []
  const { keyOf } = page
  for (const outline of ordered(shown, page)) {
    const key = keyOf(outline)
    const known = rows.get(key)
    if (known) {
      if (known.notes) continue
      known.also.push(outline)
      known.more--
      continue
    }
    const row = rowOf(outline, page)
    rows.set(key, row)
    const is = page.team(outline) ? 'team' : partOf(outline, page)
    const last = answer.at(-1)
    if (last?.is === is) last.rows.push(row)
    else answer.push({ is, rows: [row] })
  }
  return answer
}

function rowOf(outline: Outline, { notesOf, places }: Page): Row {
  const notes = notesOf(outline)
  const place = places.get(outline.contact?.id ?? 0)
  const all = place ? place.today + place.next + place.waiting : 0
  const others = outline.touch ? all : all - 1
  return { outline, notes, also: [], more: notes ? 0 : Math.max(0, others) }
}

// The next days, and what waits

/** The first lines, each person and the notes of one occasion once, and how many more there are. */
function restRows(
  group: readonly Outline[],
  page: Page,
  most: number,
): { rows: Row[]; more: number } {
  const { keyOf } = page
  const left = new Set(group.map(keyOf))
  const count = left.size
  const rows: Row[] = []
  for (const outline of inOrder(group)) {
    if (rows.length >= most) break
    // Once told, it is none of the lines to come.
    if (left.delete(keyOf(outline))) rows.push(rowOf(outline, page))
  }
  return { rows, more: count - rows.length }
}
