import type { Contact, Database, FollowUp, FollowUpKind, Interaction } from '../data/model.ts'
import { isAnswer } from '../data/occasions.ts'
import { numberSetting } from '../data/settings.ts'
import { displayName } from '../people/names.ts'
import { addDays, type Day, daysBetween } from '../words/days.ts'
import { byText, folded } from '../words/text.ts'
import { everybodySeen, isQuiet, type KeepInTouch, keepInTouch } from './rhythm.ts'
import { paceFor, seasonsOn, tieOf } from './seasons.ts'

/** Where a loop stands in `due`; `later` lies beyond the horizon or has no day. */
export type LoopGroup = 'today' | 'next' | 'waiting' | 'later'

/** An open loop before it is put into words: enough to order, to group and to count it. */
export type Outline = StoredOutline | TouchOutline

export interface StoredOutline extends OutlineFields {
  kind: FollowUpKind
  followUp: FollowUp
  touch: undefined
}

/** Never stored: computed from a rhythm. */
export interface TouchOutline extends OutlineFields {
  kind: 'keep-in-touch'
  contact: Contact
  followUp: undefined
  touch: KeepInTouch
}

interface OutlineFields {
  contact: Contact | undefined
  due: Day | undefined
  group: LoopGroup
  /** A pause lets it rest today. */
  hidden: boolean
  /** Of what was agreed: a reminder is in order. */
  reminds: boolean
  /** The latest contact. */
  last: Interaction | undefined
}

interface Wanted {
  /** Days ahead that `next` reaches. */
  within: number
  kind?: Outline['kind'] | undefined
  /** Only what is with this person, alone or among others. */
  contact?: number | undefined
  /** What rests in a pause is left out, and what is later only counted. */
  isForPage?: boolean
  /** Neither given nor counted. */
  without?: ReadonlySet<FollowUp>
}

interface Outlines {
  /** In no order. */
  open: Outline[]
  /** Those that were only counted. */
  laterCount: number
}

const NOTHING: ReadonlySet<FollowUp> = new Set()

/** Everything open, each loop once. */
export function outlines(db: Database, today: Day, wanted: Wanted): Outlines {
  const { without = NOTHING } = wanted
  const unsettled = db.followUps.filter(followUp => !followUp.closed && !without.has(followUp))
  const seen = everybodySeen(db, today, new Set(unsettled.map(({ contact = 0 }) => contact)))
  const groupOf = grouping(db, today, wanted.within)
  const rests = resting(db, today)
  const open: Outline[] = []
  let laterCount = 0
  // Asked before anything is made: of thousands a page shows a few.
  const isSeen = (group: LoopGroup, hidden: boolean): boolean => {
    if (!wanted.isForPage) return true
    if (!hidden && group === 'later') laterCount++
    return !hidden && group !== 'later'
  }

  // By index: until its code is hot, `for … of` makes an object a step.
  for (let i = 0; i < unsettled.length; i++) {
    const followUp = unsettled[i] as FollowUp
    if (!isWanted(followUp, wanted)) continue
    const { kind, due } = followUp
    const person = seen.get(followUp.contact ?? 0)
    const contact = person?.contact
    const last = person?.last
    const isNudge = isPastReply(followUp, today)
    if (contact && isNudge && isQuiet(contact, today)) continue
    const isReminding = kind === 'ask' && isToBeReminded(db, { due, last, today })
    const reminds = isReminding && !wasAnswered(followUp, last)
    const group = groupOf(kind, due, reminds)
    const hidden = isNudge && contact !== undefined && rests(contact)
    if (!isSeen(group, hidden)) continue
    open.push({ kind, contact, due, group, hidden, reminds, last, followUp, touch: undefined })
  }
  if (wanted.kind && wanted.kind !== 'keep-in-touch') return { open, laterCount }
  const ofWanted = ({ id }: Contact) => wanted.contact === undefined || id === wanted.contact
  const touches = keepInTouch(db, today, {
    seen,
    ...(wanted.isForPage ? { until: addDays(today, wanted.within) } : {}),
    later: contact => ofWanted(contact) && isSeen('later', rests(contact)),
  })
  for (const touch of touches) {
    const { contact, due, last } = touch
    if (!ofWanted(contact)) continue
    const kind = 'keep-in-touch'
    const reminds = false
    const group = groupOf(kind, due, reminds)
    const hidden = rests(contact)
    if (!isSeen(group, hidden)) continue
    open.push({ kind, contact, due, group, hidden, reminds, last, followUp: undefined, touch })
  }
  return { open, laterCount }
}

function isWanted({ kind, contact, others }: FollowUp, wanted: Wanted): boolean {
  if (wanted.kind && kind !== wanted.kind) return false
  if (wanted.contact === undefined) return true
  return contact === wanted.contact || others?.includes(wanted.contact) === true
}

/** Waiting for them is no reminder; a reply past its days would be one. */
function isPastReply({ kind, due }: FollowUp, today: Day): boolean {
  return kind === 'reply' && due !== undefined && due <= today
}

/** Whether a pause lets what netmed would remind of rest, with somebody whom it slows. */
function resting(db: Database, today: Day): (contact: Contact) => boolean {
  const seasons = seasonsOn(db, today)
  const isPaused = {
    support: paceFor(seasons, 'support') === 'pause',
    near: paceFor(seasons, 'near') === 'pause',
    other: paceFor(seasons, 'other') === 'pause',
  }
  const isAnybody = isPaused.near || isPaused.other
  return contact => isAnybody && isPaused[tieOf(contact)]
}

interface Agreed {
  due: Day | undefined
  last: Interaction | undefined
  today: Day
}

/** Seven and two days before what they agreed to is due, a reminder is in order, once each. */
function isToBeReminded(db: Database, { due, last, today }: Agreed): boolean {
  if (due === undefined || due <= today) return false
  const left = daysBetween(today, due)
  const days = [numberSetting(db, 'days.remind-last'), numberSetting(db, 'days.remind-first')]
  const since = days.find(each => left <= each)
  if (since === undefined) return false
  return last?.template !== 'nudge' || last.on < addDays(due, -since)
}

/** They said something to it since, and not yes: then it is asked what, and nothing to remind of. */
function wasAnswered({ stage, from }: FollowUp, last: Interaction | undefined): boolean {
  if (stage === 'agreed' || from === undefined || last === undefined) return false
  return last.id > from && isAnswer(last)
}

type Grouping = (kind: Outline['kind'], due: Day | undefined, reminds: boolean) => LoopGroup

function grouping(db: Database, today: Day, within: number): Grouping {
  const lastReminder = numberSetting(db, 'days.remind-last')
  return (kind, due, reminds) => {
    const left = due === undefined ? undefined : daysBetween(today, due)
    if (kind === 'reply') return left !== undefined && left <= 0 ? 'today' : 'waiting'
    if (kind === 'ask') {
      if (left === undefined || (left > 0 && !reminds)) return 'waiting'
      return left <= lastReminder ? 'today' : 'next'
    }
    if (left === undefined) return 'later'
    if (left <= 0) return 'today'
    return left <= within ? 'next' : 'later'
  }
}

/** Whether it is with this person, alone or among others. */
export function isWith({ contact, followUp }: Outline, id: number): boolean {
  return contact?.id === id || followUp?.others?.includes(id) === true
}

/** One follow-up, open or closed, whatever the day of the latest contact. */
export function outlineOf(
  db: Database,
  followUp: FollowUp,
  contact: Contact | undefined,
  today: Day,
): StoredOutline {
  const { kind, due } = followUp
  const reminds = kind === 'ask' && isToBeReminded(db, { due, last: undefined, today })
  const group = grouping(db, today, numberSetting(db, 'due.within'))(kind, due, reminds)
  return {
    kind,
    contact,
    due,
    group,
    hidden: false,
    reminds,
    last: undefined,
    followUp,
    touch: undefined,
  }
}

const WITHOUT_DAY = '9999'

/** By due day, then kind, then name, what has no day last; no further than the caller goes. */
export function* inOrder(open: readonly Outline[]): Generator<Outline> {
  const days = byDueDay(open)
  for (const day of [...days.keys()].sort(byText)) {
    yield* (days.get(day) ?? []).sort(byKindAndName())
  }
}

/** As `inOrder`, but the latest due day first, and of one day before all others those that lead. */
export function* latestFirst(
  open: readonly Outline[],
  leads: (outline: Outline) => boolean,
): Generator<Outline> {
  const days = byDueDay(open)
  for (const day of [...days.keys()].sort(byText).reverse()) {
    const ofDay = days.get(day) ?? []
    yield* ofDay.filter(leads).sort((a, b) => (a.followUp?.id ?? 0) - (b.followUp?.id ?? 0))
    yield* ofDay.filter(outline => !leads(outline)).sort(byKindAndName())
  }
}

function byDueDay(open: readonly Outline[]): Map<Day, Outline[]> {
  const days = new Map<Day, Outline[]>()
  for (const outline of open) {
    const day = outline.due ?? WITHOUT_DAY
    const sameDay = days.get(day)
    if (sameDay) sameDay.push(outline)
    else days.set(day, [outline])
  }
  return days
}

/** Folding names costs most of an order, so only ties are folded, and each name once. */
function byKindAndName(): (a: Outline, b: Outline) => number {
  const names = new Map<Outline, string>()
  const nameOf = (outline: Outline): string => {
    const known = names.get(outline)
    if (known !== undefined) return known
    const { contact, followUp } = outline
    const name = folded(contact ? displayName(contact) : (followUp?.what ?? ''))
    names.set(outline, name)
    return name
  }
  return (a, b) =>
    byText(a.kind, b.kind) ||
    byText(nameOf(a), nameOf(b)) ||
    (a.followUp?.id ?? 0) - (b.followUp?.id ?? 0)
}
