import {
  type Contact,
  created,
  type Database,
  type FollowUp,
  type FollowUpKind,
  type Interaction,
  type Near,
  touch,
} from '../data/model.ts'
import { contactById, present } from '../data/records.ts'
import { numberSetting } from '../data/settings.ts'
import { close, isOpen, type LoopToOpen, openLoop } from '../due/opening.ts'
import { PLAYBOOK, type Play, settles } from '../due/playbook.ts'
import { offeredRhythm, rhythmOf } from '../due/rhythm.ts'
import { addDays, type Day } from '../words/days.ts'

export interface InteractionToLog {
  kind: Interaction['kind']
  on: Day
  contacts: number[]
  by?: Interaction['by'] | undefined
  event?: number | undefined
  place?: string | undefined
  near?: Interaction['near'] | undefined
  detail?: string | undefined
  /** Of several people the one it is about. */
  detailOf?: number | undefined
  note?: string | undefined
  private?: boolean | undefined
  template?: string | undefined
  gave?: string | undefined
}

export interface LogOptions {
  /** Loops said aloud in it: advice, promises, what comes next. */
  opens?: readonly LoopToOpen[]
  /** False: the playbook opens nothing. */
  followUp?: boolean
  /** It asks for something, and so is no thanks. */
  isRequest?: boolean
  /** Only these loops are settled; absent: whatever the occasion settles. */
  settlesOnly?: readonly number[] | undefined
}

export interface Logged {
  interaction: Interaction
  opened: FollowUp[]
  settled: FollowUp[]
  /** Prospects who are contacts now. */
  met: Contact[]
  /** Open ones of before, because of which the playbook opened no second of their kind. */
  stillOpen?: FollowUp[]
}

/** Adds an interaction, settles what it settles, and opens what the playbook and the words ask for. */
export function logInteraction(
  db: Database,
  fields: InteractionToLog,
  today: Day,
  { opens = [], followUp = true, isRequest = asks(opens), settlesOnly }: LogOptions = {},
): Logged {
  const people = fields.contacts.map(id => contactById(db, id))
  const history = historyOf(db, fields.contacts)
  const interaction = created(db, 'interactions', present(fields))
  const settled = settleBy(db, interaction, today, { only: settlesOnly, isRequest })
  const opened: FollowUp[] = []
  const met: Contact[] = []
  const stillOpen: FollowUp[] = []

  for (const contact of people) {
    const before = history.get(contact.id) ?? { count: 0, latest: '' }
    if (interaction.on >= before.latest) wake(db, contact)
    if (contact.prospect) {
      delete touch(db, contact).prospect
      met.push(contact)
    }
    if (!followUp) continue
    const plays = playsFor(db, interaction, contact, { isNew: before.count === 0, today })
    stillOpen.push(...plays.flatMap(play => openOfKind(db, play.opens, contact) ?? []))
    opened.push(...openByPlaybook(db, interaction, contact, plays, today))
  }
  for (const loop of opens) opened.push(...openSaid(db, loop, people, interaction, today))
  return { interaction, opened, settled, met, stillOpen }
}

function asks(opens: readonly LoopToOpen[]): boolean {
  return opens.some(({ kind }) => kind === 'ask')
}

/** One loop with each; what was promised to several is one thing to do, with all of them. */
function openSaid(
  db: Database,
  loop: LoopToOpen,
  people: readonly Contact[],
  interaction: Interaction,
  today: Day,
): FollowUp[] {
  const [first, ...others] = people
  if (loop.kind === 'promise' && first && others.length) {
    const shared = { ...loop, isTyped: true, others: others.map(({ id }) => id) }
    return [openLoop(db, shared, first.id, interaction, today)]
  }
  return people.map(({ id }) => openLoop(db, { ...loop, isTyped: true }, id, interaction, today))
}

/** What is on file of the same people, occasion and day, logged before it; the earliest first. */
export function doublesOf(db: Database, interaction: Interaction): Interaction[] {
  const key = sameKey(interaction)
  return db.interactions.filter(
    each => each.id < interaction.id && each.on === interaction.on && sameKey(each) === key,
  )
}

/** Equal for two records of what may be one contact. */
function sameKey({ kind, on, contacts, by, template }: Interaction): string {
  const people = [...contacts].sort((a, b) => a - b)
  return JSON.stringify([kind, on, people, by === 'them', template])
}

/**
 * The rhythms that roles offer to those without one, said once: at the second contact. What was logged
 * twice is one.
 */
export function rhythmOffers(
  db: Database,
  interaction: Interaction,
): { contact: Contact; every: number }[] {
  const people = new Set(interaction.contacts)
  const before = db.interactions.filter(each => each.id < interaction.id)
  if (doublesOf(db, interaction).length) return []
  const asked = db.contacts.filter(({ id, every }) => people.has(id) && every === undefined)
  return asked.flatMap(contact => {
    const every = offeredRhythm(db, contact)
    const theirs = before.filter(each => each.contacts.includes(contact.id))
    const isSecond = new Set(theirs.map(sameKey)).size === 1
    return every && isSecond && !rhythmOf(db, contact) ? [{ contact, every }] : []
  })
}

function historyOf(
  db: Database,
  ids: readonly number[],
): Map<number, { count: number; latest: Day }> {
  const history = new Map(ids.map(id => [id, { count: 0, latest: '' }]))
  const theirs = db.interactions.filter(({ contacts }) => contacts.some(id => history.has(id)))
  for (const { on, contacts } of theirs) {
    for (const id of contacts) {
      const known = history.get(id)
      if (!known) continue
      known.count++
      if (on > known.latest) known.latest = on
    }
  }
  return history
}

/** Any newer contact ends a rest and starts the count of put-offs again. */
function wake(db: Database, contact: Contact): void {
  if (contact.quiet === undefined && contact.snoozes === undefined) return
  touch(db, contact)
  delete contact.quiet
  delete contact.snoozes
}

/** What the occasion asks for with somebody like this. */
function playsFor(
  db: Database,
  interaction: Interaction,
  contact: Contact,
  { isNew, today }: { isNew: boolean; today: Day },
): Play[] {
  const oldest = addDays(today, -numberSetting(db, 'days.backfill'))
  if (interaction.on < oldest) return []
  return PLAYBOOK.filter(play => play.after.includes(interaction.kind))
    .filter(play => !play.roles || (contact.role && play.roles.has(contact.role)))
    .filter(play => !play.newOnly || isNew)
}

function openByPlaybook(
  db: Database,
  interaction: Interaction,
  contact: Contact,
  plays: readonly Play[],
  today: Day,
): FollowUp[] {
  return plays
    .filter(play => mayOpen(db, play.opens, contact, interaction))
    .map(play => {
      const loop = { kind: play.opens, what: topicOf(interaction, contact) }
      return openLoop(db, loop, contact.id, interaction, today)
    })
}

function openOfKind(db: Database, kind: FollowUpKind, { id }: Contact): FollowUp | undefined {
  return db.followUps.find(each => each.kind === kind && each.contact === id && !each.closed)
}

/** Never a second of its kind while one is open; a thank-you at most once in its days. */
function mayOpen(
  db: Database,
  kind: FollowUpKind,
  contact: Contact,
  interaction: Interaction,
): boolean {
  const before = db.followUps.filter(each => each.kind === kind && each.contact === contact.id)
  if (before.some(each => !each.closed)) return false
  if (kind !== 'thank-you') return true
  const since = addDays(interaction.on, -numberSetting(db, 'days.thank-you-again'))
  return !before.some(each => {
    const from = db.interactions.find(other => other.id === each.from)
    return from && from.on > since && from.on <= interaction.on
  })
}

/** The detail, unless it is private or not surely theirs, else the occasion. */
function topicOf(interaction: Interaction, { id }: Contact): string {
  const detail = detailFor(interaction, id)
  if (detail && !interaction.private) return detail
  return `the ${interaction.kind.replaceAll('-', ' ')}`
}

/** What was noted of this person: of several only what is surely theirs. */
export function detailFor(
  { detail, detailOf, contacts }: Interaction,
  id: number,
): string | undefined {
  if (detailOf !== undefined) return detailOf === id ? detail : undefined
  return contacts.length === 1 ? detail : undefined
}

function settleBy(
  db: Database,
  interaction: Interaction,
  today: Day,
  { only, isRequest }: { only: readonly number[] | undefined; isRequest: boolean },
): FollowUp[] {
  const people = new Set(interaction.contacts)
  const settled: FollowUp[] = []
  for (const followUp of db.followUps) {
    if (!isOpen(followUp) || followUp.from === interaction.id) continue
    if (isRequest && !only && followUp.kind === 'thank-you') continue
    const isTheirs = [followUp.contact, ...(followUp.others ?? [])].some(
      id => id !== undefined && people.has(id),
    )
    if (!isTheirs) continue
    const isMeant = only?.includes(followUp.id) && !beganAfter(db, followUp, interaction.on)
    if (only ? !isMeant : !isSettled(db, followUp, interaction)) continue
    settled.push(close(db, followUp, today, { by: interaction }))
  }
  return settled
}

/** Whether what opened it came after that day: nothing so early can have settled it. */
export function beganAfter(db: Database, { from }: FollowUp, on: Day): boolean {
  const opening = db.interactions.find(each => each.id === from)
  return opening !== undefined && opening.on > on
}

function isSettled(db: Database, followUp: FollowUp, interaction: Interaction): boolean {
  const opening = db.interactions.find(each => each.id === followUp.from)
  return settles(followUp.kind, interaction, opening, followUp.due)
}

/** On whose side of town to meet next: they alternate, and the first time it is theirs. */
export function whoseTurn(db: Database, contact: Contact): Exclude<Near, 'neither'> {
  const sided = interactionsWith(db, contact).filter(each => each.near && each.near !== 'neither')
  return latest(sided)?.near === 'them' ? 'me' : 'them'
}

export function interactionsWith(db: Database, contact: Contact): Interaction[] {
  return db.interactions.filter(each => each.contacts.includes(contact.id))
}

export function latest(interactions: Interaction[]): Interaction | undefined {
  return interactions.reduce<Interaction | undefined>(
    (best, each) =>
      best && (best.on > each.on || (best.on === each.on && best.id > each.id)) ? best : each,
    undefined,
  )
}
