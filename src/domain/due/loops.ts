import type {
  Contact,
  Database,
  Event,
  FollowUp,
  FollowUpKind,
  Interaction,
  Occasion,
} from '../data/model.ts'
import { numberSetting } from '../data/settings.ts'
import { displayName } from '../people/names.ts'
import { handlesOf, type LoopPerson, personOf } from '../people/people.ts'
import { spokeAt, TALK_FLAG } from '../people/talks.ts'
import { type Day, daysBetween, plainDay, shortDay } from '../words/days.ts'
import { listed } from '../words/text.ts'
import { beyondBudget } from './budget.ts'
import { inOrder, type LoopGroup, type Outline, outlineOf, outlines } from './outlines.ts'
import { isToldInPerson, suggestedTemplate, TALK_EMAILS } from './playbook.ts'
import type { KeepInTouch } from './rhythm.ts'

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
  /** What to type next for it. */
  command: string
  /** What to type in its place if they gave no talk; null unless the command says that they did. */
  ifNoTalk: string | null
  /** What to type in place of an email, as no address of theirs is on file; null where there is one. */
  ifNoAddress: string | null
  group: LoopGroup
  /** A pause lets it rest today. */
  hidden: boolean
  /** False: it waits for a week with room in the budget. */
  fits: boolean
  /** Only in the whole data, and only where it is so. */
  private?: true
}

interface LoopOptions {
  /** Days ahead that `next` reaches; absent: as it was set. */
  within?: number | undefined
  /** Says of each whether it fits the budget; a walk over all mails. */
  withFits?: boolean
}

/** Every open loop, ordered by due day, then kind, then name; without a day comes last. */
export function openLoops(db: Database, today: Day, options: LoopOptions = {}): Loop[] {
  const within = options.within ?? numberSetting(db, 'due.within')
  const ordered = [...inOrder(outlines(db, today, { within }).open)]
  const unfitting = options.withFits ? beyondBudget(db, ordered, today) : undefined
  const say = wording(db, ordered, { today })
  return ordered.map(outline => say(outline, !unfitting?.has(outline)))
}

/** Puts each of these outlines into words, as a whole loop; looks up once what they need. */
export function wording(
  db: Database,
  some: readonly Outline[],
  now: Now,
): (outline: Outline, fits?: boolean) => Loop {
  const desk = deskFor(db, some, now)
  return (outline, fits = true) => loopOf(outline, desk, fits)
}

/** The day and, where it is known, the time of day: `15:00`. */
export interface Now {
  today: Day
  time?: string | undefined
}

/** What is needed to put these outlines into words, looked up once; some people are typed by their first name. */
export function deskFor(
  db: Database,
  some: readonly Outline[],
  now: Now,
  byFirstName?: ReadonlySet<number>,
): Desk {
  const stored = some.flatMap(({ followUp }) => followUp ?? [])
  const others = contactsAmong(db, new Set(stored.flatMap(followUp => followUp.others ?? [])))
  const people = new Set(others.keys())
  for (const { contact } of some) if (contact) people.add(contact.id)
  const handles = handlesOf(db, [...people], byFirstName)
  const opening = openingInteractions(db, stored)
  return { ...now, others, handles, opening, events: eventsOf(db, opening) }
}

/** What several loops are put into words with. */
export interface Desk extends Now {
  others: ReadonlyMap<number, Contact>
  handles: ReadonlyMap<number, string>
  /** The interactions that opened them. */
  opening: ReadonlyMap<number, Interaction>
  /** Those at which these were. */
  events: ReadonlyMap<number, Event>
}

/** Everybody whom it is with. */
export function peopleOf({ contact, followUp }: Outline, desk: Desk): Contact[] {
  const others = (followUp?.others ?? []).flatMap(id => desk.others.get(id) ?? [])
  return contact ? [contact, ...others] : others
}

/** An outline in words. */
export function loopOf(outline: Outline, desk: Desk, fits = true): Loop {
  const { kind, contact, due, group, hidden, last, followUp } = outline
  const { today } = desk
  const people = peopleOf(outline, desk)
  const from = followUp && desk.opening.get(followUp.from ?? 0)
  const template = templateOf(outline, from, today)
  const { what, why } = wordsOf(outline, { people, from, today })
  const handles = people.map(({ id }) => desk.handles.get(id) ?? id)
  const email = template &&
    contact && { template, contact, event: desk.events.get(from?.event ?? 0) }
  const draft = email ? draftOf(email, handles.join(', ')) : null
  return {
    followUp: followUp?.id ?? null,
    kind,
    contact: contact ? personOf(contact) : null,
    others: people.slice(contact ? 1 : 0).map(personOf),
    what,
    why,
    due: due ?? null,
    at: followUp?.at ?? null,
    occasion: followUp?.occasion ?? null,
    daysLeft: due === undefined ? null : daysBetween(today, due),
    lastContact: last?.on ?? null,
    lastKind: last?.kind ?? null,
    every: outline.touch?.every ?? null,
    template,
    command: commandOf(outline, { draft: draft?.command, handles, now: desk }),
    ifNoTalk: draft?.ifNoTalk ?? null,
    ifNoAddress: contact && draft ? withoutAddress(outline, contact, draft.command, handles) : null,
    group,
    hidden,
    fits,
    ...((followUp?.private || from?.private) && { private: true }),
  }
}

function openingInteractions(db: Database, open: readonly FollowUp[]): Map<number, Interaction> {
  const wanted = new Set(open.map(followUp => followUp.from))
  const found = db.interactions.filter(({ id }) => wanted.has(id))
  return new Map(found.map(interaction => [interaction.id, interaction]))
}

function eventsOf(db: Database, opening: ReadonlyMap<number, Interaction>): Map<number, Event> {
  const wanted = new Set([...opening.values()].map(({ event }) => event))
  const found = db.events.filter(({ id }) => wanted.has(id))
  return new Map(found.map(event => [event.id, event]))
}

function contactsAmong(db: Database, ids: ReadonlySet<number>): Map<number, Contact> {
  if (!ids.size) return new Map()
  const found = db.contacts.filter(contact => ids.has(contact.id))
  return new Map(found.map(contact => [contact.id, contact]))
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
  /** What to type next for it. */
  command: string
  /** What to type in its place if they gave no talk; null unless the command says that they did. */
  ifNoTalk: string | null
}

/** Those of the follow-ups that stand in these data, in words and in the order given. */
export function followUpViews(db: Database, some: readonly FollowUp[], today: Day): FollowUpView[] {
  if (!some.length) return []
  const ids = new Set(some.map(followUp => followUp.id))
  const standing = new Map(
    db.followUps.filter(each => ids.has(each.id)).map(each => [each.id, each]),
  )
  const followUps = some.flatMap(({ id }) => standing.get(id) ?? [])
  const contacts = contactsAmong(db, new Set(followUps.map(({ contact = 0 }) => contact)))
  const stored = followUps.map(each => outlineOf(db, each, contacts.get(each.contact ?? 0), today))
  const say = wording(db, stored, { today })
  return stored.map(outline => viewOf(outline.followUp, say(outline)))
}

function viewOf(followUp: FollowUp, loop: Loop): FollowUpView {
  return {
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
    ifNoTalk: loop.ifNoTalk,
  }
}

/** Whether it is with this person, alone or among others. */
export function isWith(loop: Loop, id: number): boolean {
  return loop.contact?.id === id || loop.others.some(person => person.id === id)
}

function templateOf(
  { kind, contact, due, reminds, followUp, touch }: Outline,
  from: Interaction | undefined,
  today: Day,
): string | null {
  if (reminds) return 'nudge'
  if (!contact) return null
  return suggestedTemplate({
    kind,
    occasion: from?.kind,
    isUnmet: contact.prospect === true,
    stage: followUp?.stage,
    outcome: followUp?.outcome,
    role: contact.role,
    circles: contact.circles,
    isPastDue: due !== undefined && due <= today,
    isLong: touch?.isLong === true,
  })
}

interface Circumstances {
  people: readonly Contact[]
  from: Interaction | undefined
  today: Day
}

function wordsOf(
  { followUp, touch }: Outline,
  { people, from, today }: Circumstances,
): { what: string; why: string | null } {
  if (touch) return { what: displayName(touch.contact), why: touchWords(touch, today) }
  return loopWords(followUp, people.length ? listed(people.map(displayName)) : null, from, today)
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
    const said = from?.detail === what ? ` (${what})` : ` for ${what}`
    return { what: `Thank ${name}${said}`, why: since }
  }
  if (kind === 'event') return { what: `Write to ${name}: ${what}`, why: since }
  if (kind === 'reply') {
    const asked = from ? `you wrote on ${shortDay(from.on, today)}` : 'you wrote'
    const again = followUp.stage === 'nudged' ? ', reminded once' : ''
    return { what: `${name}, ${asked}${again}`, why: what }
  }
  if (kind === 'promise') {
    return { what: `You promised ${name}: ${what}`, why: since }
  }
  if (kind === 'advice') {
    const told = followUp.stage === 'tried'
    return {
      what: told ? `Tell ${name} how it went: ${what}` : `${name}'s advice: ${what}`,
      why: told ? (followUp.outcome ?? since) : since,
    }
  }
  if (kind === 'resource') {
    const read = followUp.outcome !== undefined
    return {
      what: read ? `Tell ${name} what you learned from it: ${what}` : `${name} suggested: ${what}`,
      why: read ? (followUp.outcome ?? null) : since,
    }
  }
  if (kind === 'offer') return { what: `${name} offered: ${what}`, why: since }
  if (kind === 'ask') {
    // Whoever applies never receives the letter: it is uploaded.
    const isLetter = followUp.stage === 'agreed' && /\bletter\b/.test(what)
    const until = isLetter ? `${what}, until it is uploaded` : what
    const line =
      followUp.stage === 'agreed' ? `${name} said yes: ${until}` : `${name}, asked for: ${what}`
    return { what: line, why: since }
  }
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

/** `coffee on 3 Oct`: a day, and never how many weeks of silence that makes. */
function touchWords(touch: KeepInTouch, today: Day): string {
  const seen = touch.last
    ? occasionWords(touch.last.kind, touch.last.on, today)
    : `known since ${shortDay(touch.since, today)}`
  return touch.isLong ? `${seen}; it has been a while` : seen
}

interface Next {
  draft: string | undefined
  handles: readonly (string | number)[]
  now: Now
}

/** What is next for it: kinds that a draft settles when there is a template; the others are settled by `done`. */
function commandOf({ kind, group, followUp, due }: Outline, { draft, handles, now }: Next): string {
  const who = handles.join(', ')
  if (kind === 'reply' && group === 'waiting') return `netmed heard ${who}`
  if (kind === 'meeting') {
    if (group !== 'today' || isYetToCome(followUp, now)) return `netmed prep ${handles[0]}`
    const log = `netmed log ${who} --kind ${followUp.occasion ?? 'meeting'}`
    return due !== undefined && due < now.today ? `${log} --on "${plainDay(due, now.today)}"` : log
  }
  if (draft) return draft
  const asksWhatCame = kind === 'advice' || kind === 'resource'
  return `netmed done ${followUp?.id}${asksWhatCame ? ' --outcome "…"' : ''}`
}

const NOON = '12:00'

/** Whether a meeting of today lies ahead; one without an hour does until noon. */
function isYetToCome({ due, at = NOON }: FollowUp, { today, time }: Now): boolean {
  return due === today && time !== undefined && time < at
}

/** In place of an email that could not be sent: said in person, else the text alone, for a message. */
function withoutAddress(
  { kind, followUp, touch }: Outline,
  contact: Contact,
  draft: string,
  handles: readonly (string | number)[],
): string | null {
  if (contact.emails?.length) return null
  const isWritten = kind === 'event' || kind === 'reply' || kind === 'ask'
  if (isWritten || !isToldInPerson(contact)) return `${draft} --body`
  return touch ? `netmed log ${handles[0]}` : `netmed done ${followUp?.id}`
}

interface Email {
  template: string
  contact: Contact
  /** The one that it is about. */
  event: Event | undefined
}

/** The draft with what only the user can say in an email about a talk, so that it goes through as it stands. */
function draftOf(
  { template, contact, event }: Email,
  who: string,
): Pick<Loop, 'command' | 'ifNoTalk'> {
  const command = `netmed draft ${template} ${who}`
  const slots = TALK_EMAILS.get(template)
  if (!slots) return { command, ifNoTalk: null }
  const isOnFile = spokeAt(event, contact)
  const said = [...(isOnFile ? [] : [TALK_FLAG]), ...slots.map(slot => `--set ${slot}="…"`)]
  return {
    command: [command, ...said].join(' '),
    ifNoTalk: isOnFile ? null : `netmed draft event-followup ${who}`,
  }
}
