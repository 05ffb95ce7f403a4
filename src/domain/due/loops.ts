import type {
  Contact,
  Database,
  FollowUp,
  FollowUpKind,
  Interaction,
  Occasion,
} from '../data/model.ts'
import { numberSetting } from '../data/settings.ts'
import { displayName } from '../people/names.ts'
import { handlesOf, type LoopPerson, personOf } from '../people/people.ts'
import { addDays, type Day, daysBetween, everyWords, fromNow, shortDay } from '../words/days.ts'
import { byText, folded, listed } from '../words/text.ts'
import { suggestedTemplate } from './playbook.ts'
import { isQuiet, type KeepInTouch, keepInTouch, latestContacts } from './rhythm.ts'
import { paceFor, seasonsOn, tieOf } from './seasons.ts'
/** Where a loop stands in `due`; `later` lies beyond the horizon or has no day. */
export type LoopGroup = 'today' | 'next' | 'waiting' | 'later'

/** An open loop, stored as a follow-up or computed from a rhythm. */
export interface Loop {
  /** Null for keep-in-touch, which is never stored. */
  followUp: number | null
  kind: FollowUpKind | 'keep-in-touch'
  contact: LoopPerson | null
  /** Further people of a meeting. */
  others: LoopPerson[]
  /** The whole line: whom, and what about. */
  what: string
  /** Where it comes from, in a few words. */
  why: string | null
  due: Day | null
  /** Local start of a meeting, `15:00`. */
  at: string | null
  /** How a meeting is held. */
  occasion: Occasion | null
  /** Negative when late. */
  daysLeft: number | null
  lastContact: Day | null
  lastKind: Occasion | null
  /** Days of the rhythm; null for what was stored. */
  every: number | null
  template: string | null
  /** What to type to settle it. */
  command: string
  group: LoopGroup
  /** A pause lets it rest today. */
  hidden: boolean
  /** False: it waits for a week with room in the budget. */
  fits: boolean
  private: boolean
}

/** Days ahead that `next` reaches; `--within` overrides the setting. */
interface Horizon {
  within?: number | undefined
}

/** Every open loop, ordered by due day, then kind, then name; without a day comes last. */
export function openLoops(db: Database, today: Day, { within }: Horizon = {}): Loop[] {
  const latest = latestContacts(db)
  const contacts = new Map(db.contacts.map(contact => [contact.id, contact]))
  const open = db.followUps.filter(followUp => !followUp.closed)
  const opening = openingInteractions(db, open)
  const horizon = within ?? numberSetting(db, 'due.within')

  const loops: Loop[] = []
  for (const followUp of open) {
    const contact = followUp.contact === undefined ? undefined : contacts.get(followUp.contact)
    if (contact && isQuiet(contact, today) && isNudge(followUp, today)) continue
    const from = followUp.from === undefined ? undefined : opening.get(followUp.from)
    const last = contact && latest.get(contact.id)
    const others = (followUp.others ?? []).flatMap(id => contacts.get(id) ?? [])
    loops.push(storedLoop(db, { followUp, contact, others, from, last, today }))
  }
  for (const touch of keepInTouch(db, today, latest)) loops.push(keepInTouchLoop(touch, today))
  hideByPause(db, loops, contacts, today)

  for (const loop of loops) loop.group = groupOf(db, loop, horizon)
  giveCommands(db, loops)
  return loops.sort(byDueKindName)
}

/** A pause hides keep-in-touch and nudges, never of somebody whom it does not slow. */
function hideByPause(
  db: Database,
  loops: readonly Loop[],
  contacts: ReadonlyMap<number, Contact>,
  today: Day,
): void {
  const seasons = seasonsOn(db, today)
  if (!seasons.length) return
  for (const loop of loops) {
    const isNudge = loop.kind === 'reply' && loop.due !== null && loop.due <= today
    const contact = contacts.get(loop.contact?.id ?? 0)
    if (!contact || (loop.kind !== 'keep-in-touch' && !isNudge)) continue
    loop.hidden = paceFor(seasons, tieOf(contact)) === 'pause'
  }
}

function byDueKindName(a: Loop, b: Loop): number {
  return (
    byText(a.due ?? '9999', b.due ?? '9999') ||
    byText(a.kind, b.kind) ||
    byText(folded(a.contact?.name ?? a.what), folded(b.contact?.name ?? b.what)) ||
    (a.followUp ?? 0) - (b.followUp ?? 0)
  )
}

function openingInteractions(db: Database, open: readonly FollowUp[]): Map<number, Interaction> {
  const wanted = new Set(open.map(followUp => followUp.from))
  const found = new Map<number, Interaction>()
  for (const interaction of db.interactions) {
    if (wanted.has(interaction.id)) found.set(interaction.id, interaction)
  }
  return found
}

function peopleIn(db: Database, followUps: readonly FollowUp[]): Map<number, Contact> {
  const ids = new Set(followUps.flatMap(({ contact = 0, others = [] }) => [contact, ...others]))
  return new Map(
    db.contacts.filter(contact => ids.has(contact.id)).map(contact => [contact.id, contact]),
  )
}

/** Waiting for them is no reminder; a reply past its days would be one. */
function isNudge(followUp: FollowUp, today: Day): boolean {
  return followUp.kind === 'reply' && followUp.due !== undefined && followUp.due <= today
}

interface StoredParts {
  followUp: FollowUp
  contact: Contact | undefined
  others: Contact[]
  from: Interaction | undefined
  last: Interaction | undefined
  today: Day
}

function storedLoop(db: Database, parts: StoredParts): Loop {
  const { followUp, contact, others, from, last, today } = parts
  const person = contact ? personOf(contact) : null
  const people = contact ? [contact, ...others] : others
  const names = people.length ? listed(people.map(displayName)) : null
  const words = loopWords(followUp, names, from, today)
  return {
    followUp: followUp.id,
    kind: followUp.kind,
    contact: person,
    others: others.map(personOf),
    what: words.what,
    why: words.why,
    due: followUp.due ?? null,
    at: followUp.at ?? null,
    occasion: followUp.occasion ?? null,
    daysLeft: followUp.due ? daysBetween(today, followUp.due) : null,
    lastContact: last?.on ?? null,
    lastKind: last?.kind ?? null,
    every: null,
    template: isToBeReminded(db, parts) ? 'nudge' : templateOf(followUp, contact, from, today),
    command: '',
    group: 'later',
    hidden: false,
    fits: true,
    private: followUp.private === true || from?.private === true,
  }
}

/** A follow-up as a change reports it, open or closed. */
export interface FollowUpView {
  id: number
  kind: FollowUpKind
  contact: LoopPerson | null
  others: LoopPerson[]
  what: string
  due: Day | null
  at: string | null
  closed: 'done' | 'dropped' | null
  outcome: string | null
  /** What to type to settle it. */
  command: string
}

/** Those of the follow-ups that stand in these data, in words and in the order given. */
export function followUpViews(db: Database, some: readonly FollowUp[], today: Day): FollowUpView[] {
  const ids = new Set(some.map(followUp => followUp.id))
  const standing = new Map(
    db.followUps.filter(each => ids.has(each.id)).map(each => [each.id, each]),
  )
  const followUps = some.flatMap(({ id }) => standing.get(id) ?? [])
  const contacts = peopleIn(db, followUps)
  const opening = openingInteractions(db, followUps)
  const views = followUps.map(followUp => {
    const contact = contacts.get(followUp.contact ?? 0)
    const from = opening.get(followUp.from ?? 0)
    const others = (followUp.others ?? []).flatMap(id => contacts.get(id) ?? [])
    const loop = storedLoop(db, { followUp, contact, others, from, last: undefined, today })
    loop.group = groupOf(db, loop, numberSetting(db, 'due.within'))
    return { followUp, loop }
  })
  giveCommands(
    db,
    views.map(view => view.loop),
  )
  return views.map(({ followUp, loop }) => ({
    id: followUp.id,
    kind: followUp.kind,
    contact: loop.contact,
    others: loop.others,
    what: loop.what,
    due: loop.due,
    at: loop.at,
    closed: followUp.closed ?? null,
    outcome: followUp.outcome ?? null,
    command: loop.command,
  }))
}

/** Whether it is with this person, alone or among others. */
export function isWith(loop: Loop, id: number): boolean {
  return loop.contact?.id === id || loop.others.some(person => person.id === id)
}

/** Seven and two days before what they agreed to is due, a reminder is in order, once each. */
function isToBeReminded(db: Database, { followUp, last, today }: StoredParts): boolean {
  const { kind, due } = followUp
  if (kind !== 'ask' || due === undefined || due <= today) return false
  const left = daysBetween(today, due)
  const days = [numberSetting(db, 'days.remind-last'), numberSetting(db, 'days.remind-first')]
  const since = days.find(each => left <= each)
  if (since === undefined) return false
  return last?.template !== 'nudge' || last.on < addDays(due, -since)
}

function templateOf(
  followUp: FollowUp,
  contact: Contact | undefined,
  from: Interaction | undefined,
  today: Day,
): string | null {
  if (!contact) return null
  return suggestedTemplate({
    kind: followUp.kind,
    occasion: from?.kind,
    isUnmet: contact.prospect === true,
    stage: followUp.stage,
    outcome: followUp.outcome,
    role: contact.role,
    circles: contact.circles,
    isPastDue: followUp.due !== undefined && followUp.due <= today,
    isLong: false,
  })
}

/** An occasion as it is said in a sentence: `office hours on Fri 20 Nov`. */
function occasionWords(kind: Occasion, on: Day, today: Day): string {
  return `${kind.replaceAll('-', ' ')} on ${shortDay(on, today)}`
}

/** One line for a follow-up and where it comes from; the name is said, so that it stays true after an edit. */
export function loopWords(
  followUp: FollowUp,
  name: string | null,
  from: Interaction | undefined,
  today: Day,
): { what: string; why: string | null } {
  const { kind, what } = followUp
  const since = from ? occasionWords(from.kind, from.on, today) : null
  if (!name) return { what, why: since }
  if (kind === 'thank-you') {
    // What was noted of a talk is seldom a thing: "she wishes she had shadowed earlier".
    const said = from?.detail === what ? `: ${what}` : ` for ${what}`
    return { what: `Thank ${name}${said}`, why: since }
  }
  if (kind === 'event') return { what: `Write to ${name}: ${what}`, why: since }
  if (kind === 'reply') {
    const asked = from ? `written to on ${shortDay(from.on, today)}` : 'written to'
    const again = followUp.stage === 'nudged' ? ', reminded once' : ''
    return { what: `${name}, ${asked}${again}`, why: what }
  }
  if (kind === 'promise') {
    return {
      what: `${name}: ${what}`,
      why: from ? `promised on ${shortDay(from.on, today)}` : null,
    }
  }
  if (kind === 'advice') {
    const told = followUp.stage === 'tried'
    return {
      what: told ? `Tell ${name} what came of it: ${what}` : `${name}'s advice: ${what}`,
      why: told ? (followUp.outcome ?? since) : since,
    }
  }
  if (kind === 'resource') {
    const read = followUp.outcome !== undefined
    return {
      what: read ? `Tell ${name} what it made clear: ${what}` : `${name} suggested: ${what}`,
      why: read ? (followUp.outcome ?? null) : since,
    }
  }
  if (kind === 'offer') return { what: `${name} offered: ${what}`, why: since }
  if (kind === 'ask') return { what: `${name}, asked for: ${what}`, why: since }
  if (kind === 'meeting') {
    const where = followUp.place ? ` at ${followUp.place}` : ''
    const whenWords = followUp.due ? shortDay(followUp.due, today) : 'no day yet'
    const how = followUp.occasion ? followUp.occasion.replaceAll('-', ' ') : 'meeting'
    return {
      what: `${name}: ${how} ${whenWords}${followUp.at ? ` ${followUp.at}` : ''}${where}`,
      why: what === how ? null : what,
    }
  }
  if (kind === 'draft') return { what: `Held draft to ${name}: ${what}`, why: since }
  return { what: `${name}: ${what}`, why: since }
}

function keepInTouchLoop(touch: KeepInTouch, today: Day): Loop {
  const { contact, last, due, every } = touch
  return {
    followUp: null,
    kind: 'keep-in-touch',
    contact: personOf(contact),
    others: [],
    what: displayName(contact),
    why: touchWords(touch, today),
    due,
    at: null,
    occasion: null,
    daysLeft: daysBetween(today, due),
    lastContact: last?.on ?? null,
    lastKind: last?.kind ?? null,
    every,
    template: suggestedTemplate({
      kind: 'keep-in-touch',
      role: contact.role,
      circles: contact.circles,
      isPastDue: due <= today,
      isLong: touch.isLong,
    }),
    command: '',
    group: 'later',
    hidden: false,
    fits: true,
    private: false,
  }
}

/** `coffee on 3 Oct, 7 weeks ago (every 4 weeks)`. */
function touchWords(touch: KeepInTouch, today: Day): string {
  const seen = touch.last
    ? `${occasionWords(touch.last.kind, touch.last.on, today)}, ${fromNow(touch.last.on, today)}`
    : `known since ${shortDay(touch.since, today)}`
  const long = touch.isLong ? '; it has been a while' : ''
  return `${seen} (every ${everyWords(touch.every)})${long}`
}

function groupOf(db: Database, loop: Loop, within: number): LoopGroup {
  const left = loop.daysLeft
  if (loop.kind === 'reply') return left !== null && left <= 0 ? 'today' : 'waiting'
  if (loop.kind === 'ask') {
    if (left === null || (left > 0 && !loop.template)) return 'waiting'
    return left <= numberSetting(db, 'days.remind-last') ? 'today' : 'next'
  }
  if (left === null) return 'later'
  if (left <= 0) return 'today'
  return left <= within ? 'next' : 'later'
}

/** Kinds that a draft settles when there is a template; the others are settled by `done`. */
function giveCommands(db: Database, loops: Loop[]): void {
  const handles = handlesOf(
    db,
    loops.flatMap(peopleOf).map(person => person.id),
  )
  for (const loop of loops) {
    const who = peopleOf(loop).map(({ id }) => handles.get(id) ?? String(id))
    loop.command = commandOf(loop, who.join(', '))
  }
}

function peopleOf({ contact, others }: Loop): LoopPerson[] {
  return contact ? [contact, ...others] : others
}

function commandOf(loop: Loop, who: string): string {
  if (loop.kind === 'reply' && loop.group === 'waiting') return `netmed heard ${who}`
  if (loop.kind === 'meeting') return `netmed log ${who} --kind ${loop.occasion ?? 'meeting'}`
  if (loop.template) return `netmed draft ${loop.template} ${who}`
  const asksWhatCame = loop.kind === 'advice' || loop.kind === 'resource'
  return `netmed done ${loop.followUp}${asksWhatCame ? ' --outcome "…"' : ''}`
}
