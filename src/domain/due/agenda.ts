import type { Database, FollowUp, FollowUpKind } from '../data/model.ts'
import { numberSetting } from '../data/settings.ts'
import { displayName, namesOf } from '../people/names.ts'
import { type Day, fullDay, monthName, monthOf, yearOf } from '../words/days.ts'
import { type BirthdayAhead, birthdaysAhead } from './birthdays.ts'
import { beyondBudget } from './budget.ts'
import { type EventAhead, eventsAhead } from './events-ahead.ts'
import { type FoldedNotes, occasionOf } from './folded-notes.ts'
import { deskFor, type Loop, loopOf, type Now, peopleOf, wording } from './loops.ts'
import { type OlderLoop, olderLoops } from './older.ts'
import { inOrder, isWith, type Outline, outlines } from './outlines.ts'
import { chosenRows, type PartName, type Row, type Wishes } from './page-choice.ts'
import { type PageWords, pageWords, shortAbout, someNamed, teamWords } from './page-words.ts'
import { paceOn, type SeasonView, seasonsOn, seasonView, tieOf } from './seasons.ts'
import { type EventQuestion, eventQuestions, isBackAfterLong, specialDay } from './special-days.ts'

/** What `due` shows: everything open, in groups, as far as it fits a screen. */
export interface Agenda extends DayWords {
  today: Day
  /** The seasons that hold today. */
  seasons: SeasonView[]
  /** What has an hour, what is due, people; each person once, but for `all`. */
  parts: AgendaPart[]
  /** Lines under today beyond the cap. */
  canWait: number
  /** Those that come up of people who do not stand on the page otherwise. */
  birthdays: BirthdayAhead[]
  /** Those that begin soon; with `all`, all that come. */
  events: EventAhead[]
  /** Days that `next` reaches. */
  within: number
  next: AgendaLine[]
  /** Lines of the next days beyond the page. */
  nextMore: number
  waiting: AgendaLine[]
  waitingMore: number
  /** Shown only with `all`. */
  later: AgendaLine[]
  laterCount: number
  older: Older
  all: boolean
  /** Something was asked for by name, so that no screen cuts it. */
  isAsked: boolean
  /** Whose agenda this is; null for everybody's. */
  who: string | null
}

export interface AgendaPart {
  is: PartName
  lines: AgendaLine[]
}

export interface AgendaLine extends Loop, PageWords {
  /** What else of the same person comes up today. */
  also: AgendaLine[]
  /** How much else is open with them, as far as the page reaches. */
  more: number
  /** First notes of one event that it stands for. */
  notes: NotesNamed | null
}

export interface NotesNamed {
  /** `Hoff, Abara, Lindqvist, Sen and 4 more`. */
  names: string
  /** `Sen and Ruiz: what did you talk about?`, and where to note it; null when all is noted. */
  asks: { says: string; command: string } | null
}

/** What was due more than the weeks set ago, and is one line on the page. */
export interface Older {
  count: number
  /** `December`: all of it is from before; null where a month would not be past. */
  before: string | null
}

/** What is said of the day itself. */
interface DayWords {
  /** `Saturday 21 November`, and what makes the day special. */
  heading: string
  /** Nothing was changed for three weeks. */
  welcome: boolean
  /** Events that nobody was entered for. */
  questions: EventQuestion[]
}

/** What `due` answers as data. */
export interface AgendaItems extends DayWords {
  today: Day
  seasons: SeasonView[]
  birthdays: BirthdayAhead[]
  events: EventAhead[]
  /** Everything but what a pause hides. */
  items: Loop[]
  /** Numbers of those that the page tells in one line, as they are long past. */
  older: number[]
}

export interface AgendaOptions {
  contact?: { id: number; name: string } | undefined
  within?: number | undefined
  all?: boolean
  kind?: FollowUpKind | 'keep-in-touch' | undefined
  /** The time of day, `15:00`. */
  time?: string | undefined
}

/** Lines of the next days, and of what waits, as far as nothing was asked for by name. */
const REST_LINES = 15
/** First notes of one event that are told as one line; in a pause, two. */
const FOLDS_FROM = 4

/** Today's page; only what stands on it is put into words. */
export function agenda(db: Database, today: Day, options: AgendaOptions = {}): Agenda {
  const { contact, kind, time } = options
  const within = options.within ?? numberSetting(db, 'due.within')
  const all = showsAll(options)
  const isPage = !all && !kind
  const older = isPage ? olderLoops(db, today) : []
  const { open, laterCount } = outlines(db, today, {
    within,
    kind,
    contact: contact?.id,
    isForPage: !all,
    without: new Set<FollowUp>(older.map(each => each.followUp)),
  })
  const rows = chosenRows(db, open, today, wishes(db, today, options))
  const later = inOrder(open.filter(outline => outline.group === 'later'))
  const shownLater = [...later].map(outline => ({ outline, notes: undefined, also: [], more: 0 }))
  const shown = [...rows.today.flatMap(part => part.rows), ...rows.next, ...rows.waiting]
  const lines = [...shown, ...shownLater].flatMap(({ outline, also }) => [outline, ...also])
  const say = lineWording(db, lines, { today, time })
  const parts = rows.today.map(({ is, rows: ofPart }) => ({ is, lines: ofPart.map(say(is)) }))
  return {
    today,
    ...dayWords(db, { today, time }, options),
    seasons: seasonsShown(db, today, options),
    parts,
    canWait: rows.canWait,
    birthdays: besideLines(parts, birthdaysShown(db, today, options)),
    events: eventsShown(db, today, options),
    within,
    next: rows.next.map(say()),
    nextMore: rows.nextMore,
    waiting: rows.waiting.map(say()),
    waitingMore: rows.waitingMore,
    later: shownLater.map(say()),
    laterCount: all ? shownLater.length : laterCount,
    older: { count: older.length, before: monthAfter(older, today) },
    all,
    isAsked: !isPage || options.within !== undefined,
    who: contact?.name ?? null,
  }
}

/** Everything open as data, whether or not a page has room for it. */
export function agendaItems(db: Database, today: Day, options: AgendaOptions = {}): AgendaItems {
  const { kind, contact, time } = options
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
  const say = wording(db, items, { today, time })
  const numbers = new Set(items.map(({ followUp }) => followUp?.id))
  return {
    today,
    ...dayWords(db, { today, time }, options),
    seasons: seasonsShown(db, today, options),
    birthdays: birthdaysShown(db, today, options),
    events: eventsShown(db, today, options),
    items: items.map(outline => say(outline, !unfitting.has(outline))),
    older: olderLoops(db, today)
      .map(({ followUp }) => followUp.id)
      .filter(id => numbers.has(id)),
  }
}

function showsAll({ all = false, contact }: AgendaOptions): boolean {
  return all || contact !== undefined
}

function wishes(db: Database, today: Day, options: AgendaOptions): Wishes {
  const { kind, within } = options
  if (showsAll(options) || kind) return 'everything'
  return {
    cap: numberSetting(db, 'due.lines'),
    most: within === undefined ? REST_LINES : Number.POSITIVE_INFINITY,
    folds: paceOn(db, today) === 'pause' ? 2 : FOLDS_FROM,
  }
}

/** They are of nobody in particular, and of no kind. */
function dayWords(db: Database, now: Now, { contact, kind }: AgendaOptions): DayWords {
  const day = fullDay(now.today)
  if (contact || kind) return { heading: day, welcome: false, questions: [] }
  const special = specialDay(db, now)
  return {
    heading: special ? `${day} · ${special}` : day,
    welcome: isBackAfterLong(db, now.today),
    questions: eventQuestions(db, now),
  }
}

/** The month after the latest of them, where that has begun. */
function monthAfter(older: readonly OlderLoop[], today: Day): string | null {
  const latest = older.at(-1)?.since
  if (latest === undefined) return null
  const months = yearOf(latest) * 12 + monthOf(latest)
  if (months > yearOf(today) * 12 + monthOf(today) - 1) return null
  return monthName(`2000-${String((months % 12) + 1).padStart(2, '0')}-01`)
}

function seasonsShown(db: Database, today: Day, { contact }: AgendaOptions): SeasonView[] {
  return contact ? [] : seasonsOn(db, today).map(season => seasonView(season, today))
}

/** They are no kind of follow-up. */
function birthdaysShown(db: Database, today: Day, options: AgendaOptions): BirthdayAhead[] {
  if (options.kind) return []
  const { within, contact } = options
  return birthdaysAhead(db, today, { within, contact: contact?.id })
}

/** Says a birthday of today with the line of whoever stands there already; gives the others. */
function besideLines(
  parts: readonly AgendaPart[],
  birthdays: readonly BirthdayAhead[],
): BirthdayAhead[] {
  const lines = parts.flatMap(part => part.lines)
  return birthdays.filter(({ contact, when }) => {
    const line = when === 'today' ? lines.find(each => each.contact?.id === contact.id) : undefined
    if (line) line.since = [line.since, 'birthday today'].filter(Boolean).join(' · ')
    return !line
  })
}

/** They are with nobody in particular, and no kind of follow-up. */
function eventsShown(db: Database, today: Day, options: AgendaOptions): EventAhead[] {
  if (options.contact || options.kind) return []
  const within = options.within ?? numberSetting(db, 'due.within')
  return eventsAhead(db, today, options.all ? undefined : within)
}

// The lines in words

type SayLine = (row: Row) => AgendaLine

/** Puts each of these lines into words; looks up once what they need. */
function lineWording(
  db: Database,
  shown: readonly Outline[],
  now: Now,
): (part?: PartName) => SayLine {
  const desk = deskFor(db, shown, now, friendsToMeet(shown))
  const abouts = meetingsHeld(db, shown)
  const old = numberSetting(db, 'due.older')
  const words = (outline: Outline): PageWords => {
    const from = desk.opening.get(outline.followUp?.from ?? 0)
    const lastAbout = abouts.get(outline.last?.id ?? 0)
    return pageWords(outline, { people: peopleOf(outline, desk), from, lastAbout, old, ...now })
  }
  const lineOf = (outline: Outline): AgendaLine => {
    const bare = { also: [], more: 0, notes: null }
    return { ...loopOf(outline, desk), ...words(outline), ...bare }
  }
  return part => row => {
    const { outline, notes, also, more } = row
    const line = { ...lineOf(outline), also: also.map(lineOf), more }
    if (notes) return { ...line, ...notesWords(db, notes) }
    if (part !== 'team' || !outline.contact) return line
    return { ...line, line: teamWords(outline.contact), since: null }
  }
}

/** Friends who are kept in touch with and have no address: they are typed by the first name. */
function friendsToMeet(shown: readonly Outline[]): Set<number> {
  const friends = shown.flatMap(({ touch }) => {
    return touch && tieOf(touch.contact) !== 'other' && !touch.contact.emails?.length
      ? touch.contact.id
      : []
  })
  return new Set(friends)
}

/** What meetings that had been planned were about, by the contact that settled each. */
function meetingsHeld(db: Database, shown: readonly Outline[]): Map<number, string> {
  const lasts = new Set(shown.flatMap(({ touch }) => touch?.last?.id ?? []))
  const abouts = new Map<number, string>()
  if (!lasts.size) return abouts
  const held = db.followUps.filter(
    ({ kind, closedBy = 0 }) => kind === 'meeting' && lasts.has(closedBy),
  )
  for (const followUp of held) {
    const about = shortAbout(followUp)
    if (about !== undefined) abouts.set(followUp.closedBy ?? 0, about)
  }
  return abouts
}

/** `8 first notes from the ACC Meeting`, to whom, and where what you talked about is not noted. */
function notesWords(db: Database, notes: FoldedNotes) {
  const ids = new Set(notes.people.map(({ contact }) => contact))
  const contacts = new Map(
    db.contacts.filter(({ id }) => ids.has(id)).map(contact => [contact.id, contact]),
  )
  const nameOf = (id: number) => {
    const contact = contacts.get(id)
    if (!contact) return []
    const { last, first } = namesOf(contact)
    return last ?? first ?? displayName(contact)
  }
  const named = notes.people.flatMap(({ contact }) => nameOf(contact))
  const untold = notes.people.flatMap(({ contact, isNoted }) => (isNoted ? [] : nameOf(contact)))
  const { name, command, debrief } = occasionOf(db, notes.from)
  const asks =
    untold.length && debrief
      ? { says: `${someNamed(untold)}: what did you talk about?`, command: debrief }
      : null
  return {
    followUp: null,
    contact: null,
    command,
    ifNoAddress: null,
    line: `${notes.count} first notes from ${name}`,
    since: null,
    notes: { names: someNamed(named), asks },
  }
}
