import type { PublicPart } from '../data/lens.ts'
import type {
  Claim,
  Contact,
  Database,
  FollowUp,
  Interaction,
  Occasion,
  Profile,
  Role,
  Season,
} from '../data/model.ts'
import { occasionPhrases, withThe } from '../data/occasions.ts'
import { mailStyle, numberSetting } from '../data/settings.ts'
import { NAME_SLOTS, type Slot, slotNamed, type Template } from '../data/templates.ts'
import { detailFor, interactionsWith, latest, whoseTurn } from '../log/interactions.ts'
import {
  greetingFor,
  isTitleGuessed,
  likelyGreeting,
  salutationFor,
  sureGreeting,
} from '../people/greetings.ts'
import { hasName } from '../people/identity.ts'
import { displayName, familiarName, isCasual, isFormal } from '../people/names.ts'
import { stageWords } from '../people/stages.ts'
import { spokeAt } from '../people/talks.ts'
import { writtenName } from '../people/written-names.ts'
import { askedFor } from '../review/asks.ts'
import {
  CLAIM_ROWS,
  givenBy,
  isAgreed,
  isHall,
  isOnFile,
  meetingWith,
  myMailTo,
  silenceEnded,
  wasHeard,
} from '../review/claims.ts'
import { type LetterProof, type LetterStage, lettersFrom, letterTyped } from '../review/letters.ts'
import { readActivity } from '../words/activities.ts'
import { type Day, daysBetween, onDay, type When } from '../words/days.ts'
import { readDetail, readTyped } from '../words/details.ts'
import { type MailDays, mailDate, mailWhen, onMailDay, sinceMailDay } from '../words/mail-days.ts'
import { haveWordInCommon, soughtText } from '../words/matching.ts'
import { nounKind } from '../words/noun-kinds.ts'
import { readOfThem } from '../words/of-them.ts'
import { wasTaken } from '../words/outcomes.ts'
import { byText, listed } from '../words/text.ts'
import { spelledOut } from '../words/tidy.ts'
import type { Detail } from '../words/turning.ts'
import { loopOf, REMINDING } from './mail-loops.ts'
import { eventSaid, personSaid, refusalOf } from './refusals.ts'
import { hurriedIn, wordsAsked } from './typed-words.ts'
import { type SlotWords, withTimesSaid } from './when-slots.ts'

/** What a template is filled with, and what it still needs. */
export interface DraftView {
  /** The slots that have a value. */
  values: Record<string, string>
  /** Without a value that fits, and needed or typed; with any of these nothing is written. */
  missing: MissingSlot[]
  /** What the template claims and nothing on file proves, nor was typed. */
  unproven: Claim[]
  /** Everything the template may say: the slots, and the words that netmed works out. */
  view: Record<string, string>
  /** The days that it says in words. */
  days: Days
  /** What to look at twice, in sentences. */
  warnings: string[]
}

export interface MissingSlot extends Slot {
  /** What was typed, and may not be right in a sentence to them. */
  typed?: string
  /** Why what was typed can't be said, where that is known, and what to type instead. */
  refused?: string
  /** Whole values that could be typed for it. */
  instead?: readonly string[]
  /** How what was typed would be said, if that is meant. */
  would?: string
  /** What was noted, and may not be right in this mail. */
  noted?: string
  /** The day and occasion it was noted of, where that is not what the mail speaks of. */
  notedOf?: string
  /** What to type for it, where that is not `--set`; and what else would do. */
  command?: string
  orElse?: string
}

export interface DraftFor {
  template: Template
  contact: Contact
  /** Who else gets this same mail: then nothing on file of one of them is in it. */
  others?: readonly Contact[] | undefined
  /** The open loop that the mail belongs to; absent: the one that `loopOf` finds. */
  followUp?: FollowUp | undefined
  /** As typed after `--set`; an empty one leaves that slot out. */
  given: Readonly<Record<string, string>>
  /** The slots whose words were looked at, and are said as they were typed. */
  asTyped?: readonly string[] | undefined
  today: Day
}

/** The words for one mail, from data without what is private. Fails on a slot that is not the template's. */
export function draftView(db: PublicPart, asked: DraftFor): DraftView {
  for (const name of Object.keys(asked.given)) {
    if (name !== GREETING && !isProof(asked.template, name)) slotNamed(asked.template, name)
  }
  const known = asked.others?.length ? ofNoOne(whatIsKnown(db, asked)) : whatIsKnown(db, asked)
  const values: Record<string, string> = Object.create(null)
  const shapes: Record<string, string> = Object.create(null)
  const warnings: string[] = []
  const missing = unsureGreetings(asked.template, known)
  for (const declared of asked.template.slots) {
    const slot = { ...declared, required: isRequired(declared, known) }
    const typed = typedFor(slot.name, asked)
    const { text, doubts, ask } = worded(slot, typed ?? filled(slot, known), known.mail)
    if (typed && ask) {
      missing.push({ ...slot, typed, refused: ask })
      continue
    }
    const value = asOnFile(db, slot, text)
    warnings.push(...doubts)
    const isTyped = typed !== undefined
    const why = value ? refusalOf(db, slot, value, known) : undefined
    const suggested = value && !why ? suggestedAs(db, slot, value, asked.contact) : undefined
    const isRead = value && !why && !suggested
    const isMeant = asked.asTyped?.includes(slot.name) === true
    const unsure = isRead && !isMeant ? wordsAsked(db, { ...known, slot, value }) : undefined
    const read: Fit = suggested
      ? { said: suggested }
      : isRead && !unsure
        ? fitting(slot, value, readAs(slot, { isTyped, isMeant }, known))
        : {}
    if (read.said) {
      values[slot.name] = read.said.text
      Object.assign(shapes, read.said.words)
      if (!isTyped && read.said.text !== value) warnings.push(changed(slot, value, read.said.text))
    } else if (value && isTyped) {
      const refused = why ? `${why} Instead: --set ${slot.name}="…"` : unsure?.says
      const instead = unsure?.instead ?? read.instead
      missing.push({
        ...slot,
        typed: value,
        ...(refused && { refused }),
        ...(instead && { instead }),
        ...(read.would && { would: read.would }),
      })
    } else if (slot.required) missing.push(lacking(slot, value, known, read.instead))
    else if (value) warnings.push(leftOut(slot, value))
  }
  dropReplaced(missing, values)
  const view = viewOf(known, { ...values, ...shapes })
  const unproven = asked.template.needs.filter(claim => !isProven(claim, db, known, view))
  const days = daysOf(known)
  return { values, missing, unproven, view, days, warnings: [...warnings, ...answering(known)] }
}

/** What they suggested, as it is on file: a title may look like no thing. */
function suggestedAs(
  db: PublicPart,
  { name, takes }: Slot,
  value: string,
  { id }: Contact,
): { text: string; words: Record<string, string> } | undefined {
  if (name !== 'resource' || !value) return undefined
  const same = db.followUps.find(
    each =>
      each.kind === 'resource' &&
      each.contact === id &&
      soughtText(each.what) === soughtText(value),
  )
  // All small it may be no title.
  if (!same || same.what === same.what.toLowerCase()) return undefined
  const kind = nounKind(same.what)
  const words = takes ? { [`${name}_shape`]: 'thing', ...(kind && { [`${name}_is`]: kind }) } : {}
  return { text: same.what, words }
}

/** An event or a person as on file. */
function asOnFile(db: PublicPart, { name }: Slot, text: string): string {
  if (name === 'event') return eventSaid(db, text)
  return name === 'person' && text ? personSaid(db, text) : text
}

/** What a name does not say is asked as a slot is: how the mail greets them. */
const GREETING = 'greeting'

/** The people whom the mail greets and whose names do not surely say how. */
function unsureGreetings({ body }: Template, { people, me }: Known): MissingSlot[] {
  if (!/\{\{-?\s*(?:salutation|greeting)\b/.test(body)) return []
  return people
    .filter(each => isTitleGuessed(each) || sureGreeting(each, me) === undefined)
    .map(each => ({
      name: GREETING,
      meaning: isFormal(each, me)
        ? `what follows "Dear" for ${displayName(each)}`
        : `what follows "${isCasual(each, me) ? 'Hi' : 'Dear'}" for ${displayName(each)}`,
      required: true,
      command: `netmed edit ${each.id} --greeting "${likelyGreeting(each, me) ?? '…'}"`,
      ...(isFormal(each, me) && { orElse: 'the family name: --last "…"' }),
    }))
}

function isRequired({ required, requiredOf }: Slot, { people, me }: Known): boolean {
  return required || (requiredOf === 'formal' && people.some(each => isFormal(each, me)))
}

/** What is not asked for, since another slot says something in its place. */
function dropReplaced(missing: MissingSlot[], values: Readonly<Record<string, string>>): void {
  const isReplaced = ({ typed, or }: MissingSlot) =>
    typed === undefined && or !== undefined && values[or] !== undefined
  missing.splice(0, missing.length, ...missing.filter(slot => !isReplaced(slot)))
}

/** Whether a record, or what was typed for this mail, holds it. */
function isProven(
  claim: Claim,
  db: PublicPart,
  { people, today, template, given, occasion }: Known,
  view: Record<string, string>,
): boolean {
  // Of this occasion and no other: they may have spoken elsewhere.
  if (claim === 'talk') return view.spoke !== undefined
  // What they agreed to may be another matter than this mail is about.
  if (claim === 'unanswered' && view.they_agreed !== undefined) return true
  if (claim === 'unanswered') return people.every(contact => !silenceEnded(db, contact))
  if (claim === 'talked') return hasTalked(template, occasion, { given, view })
  if (claim === 'letter' && given.letter !== undefined) {
    return letterTyped(given.letter) !== undefined
  }
  const slot = CLAIM_ROWS[claim].typed?.slot
  if (slot !== undefined && given[slot] !== undefined) return true
  return people.every(contact => isOnFile(claim, db, { contact, today, roles: template.for }))
}

/** Whether we talked on this occasion: in a full room it is said of no one unless that was typed. */
function hasTalked(
  { after }: Template,
  occasion: Spoken | undefined,
  { given, view }: { given: Known['given']; view: Record<string, string> },
): boolean {
  if (!occasion || isYes(own(given, 'talked') ?? '')) return true
  // Thanks are for their talk then; a note after an event that speaks of one with me is not.
  const isForTalk = view.spoke !== undefined && view.thanks_for !== undefined
  if (!after.length && isForTalk) return true
  if (occasion.wasHeard || occasion.spoke) return false
  return !isHall(occasion.kind) || after.includes(occasion.kind)
}

/** What was typed for a slot; "none" and "not yet" leave it out as an empty one does. */
function typedFor(name: string, { given, template }: DraftFor): string | undefined {
  const typed = own(given, name)
  return typed !== undefined && !isProof(template, name) && NOTHING.test(typed) ? '' : typed
}

const NOTHING = /^\s*(?:no|none|nope|nah|n\/a|nothing|not yet|not sure|idk|no idea)[.!]*\s*$/i

/** Whether it is typed in place of a record of what the template claims. */
function isProof({ needs }: Template, name: string): boolean {
  return needs.some(claim => CLAIM_ROWS[claim].typed?.slot === name)
}

/** Which of what they gave the mail answers, where no open loop said so. */
function answering({ loop, asked }: Known): string[] {
  if (!loop || loop === asked) return []
  return [`The email is about what they gave you: "${loop.what}".`]
}

interface ReadAs {
  isTyped: boolean
  isMeant: boolean
  to: Contact
}

/** What I asked of them was written for them, and what my mail was about is said in netmed's own words. */
function readAs(
  slot: Slot,
  { isTyped, isMeant }: Omit<ReadAs, 'to'>,
  { template, loop, contact }: Known,
): ReadAs {
  const isAsked = loop?.kind === 'ask' && slot.name === 'topic'
  const isOurs = !isTyped && !isAsked && template.name === REMINDING && slot.name === 'topic'
  return { isTyped: isTyped || isAsked || isOurs, isMeant: isMeant || isOurs, to: contact }
}

interface Fit {
  /** The value as it stands in the mail, with the words that say its shape; undefined where that is not sure. */
  said?: { text: string; words: Record<string, string> }
  /** Where it is not: whole values that could be meant. */
  instead?: readonly string[]
  /** Where it is not: how it would be said. */
  would?: string
}

function fitting(slot: Slot, value: string, { isTyped, isMeant, to }: ReadAs): Fit {
  const { name, takes, of } = slot
  if (of) {
    const { said } = readTyped(value)
    return { said: { text: value, words: { ...(said && { [`${name}_to_them`]: said }) } } }
  }
  if (!takes) return { said: { text: value, words: {} } }
  const { shape, said, doing, instead, isSure } = readFor(slot, value, { isTyped, to })
  if (said === undefined || !takes.includes(shape) || hurriedIn(said)) {
    return { ...(instead && { instead }) }
  }
  if (!isSure && !isMeant) return { would: said }
  const kind = shape === 'thing' || shape === 'topic' ? nounKind(said) : undefined
  const words = {
    [`${name}_shape`]: shape,
    ...(kind && { [`${name}_is`]: kind }),
    ...(doing && { [`${name}_doing`]: doing }),
  }
  return { said: { text: said, words } }
}

/** A slot that takes what they did or are is about them, and a thing of mine is not. */
function readFor(
  { name, takes }: Slot,
  value: string,
  { isTyped, to }: Pick<ReadAs, 'isTyped' | 'to'>,
): Detail {
  if (name === 'activity') return readActivity(value)
  if (takes?.includes('fact')) return readOfThem(value, { addressee: to, isTyped })
  return isTyped ? readTyped(value, to) : readDetail(value, to)
}

/** Whether what is typed can stand in that slot of a mail to them. */
export function fitsSlot(slot: Slot, typed: string, to: Contact): boolean {
  return fitting(slot, plain(typed), { isTyped: true, isMeant: true, to }).said !== undefined
}

/** Why what is typed in that slot says no day or time that can be meant; undefined where it does. */
export function dayAsked(slot: Slot, typed: string, mail: MailDays): string | undefined {
  return worded(slot, typed, mail).ask
}

function changed({ name }: Slot, value: string, said: string): string {
  return `The email says "${said}" for "${value}". To change it: --set ${name}="…"`
}

function leftOut({ name }: Slot, value: string): string {
  return `Left out, as it may not fit a sentence: "${value}". To say it: --set ${name}="…"`
}

function lacking(
  slot: Slot,
  value: string,
  known: Known,
  instead: readonly string[] | undefined,
): MissingSlot {
  const asked = slot.name === 'place' ? withTurn(slot, known) : slot
  if (value) return { ...asked, noted: value, ...(instead && { instead }) }
  const { elsewhere, contact, today } = known
  if (!elsewhere || !isDetail(slot)) return asked
  const { kind, on, detail } = elsewhere
  const { said } = fitting(slot, detail, { isTyped: false, isMeant: false, to: contact })
  return {
    ...asked,
    noted: detail,
    notedOf: `${occasionPhrases(kind).noun} ${onDay(on, today)}`,
    ...(said && { instead: [said.text] }),
  }
}

function isDetail({ name, from }: Slot): boolean {
  return from === 'detail' || (from === undefined && name === 'point')
}

/** What a reply waits for when the subject of the mail is not known. */
export const UNNAMED_MAIL = 'your email'

// What is known

interface Known {
  template: Template
  given: Readonly<Record<string, string>>
  /** The open loop that was asked for or found. */
  asked: FollowUp | undefined
  contact: Contact
  /** Everyone it goes to. */
  people: readonly Contact[]
  me: Profile
  today: Day
  mail: MailDays
  loop: FollowUp | undefined
  /** The interaction the mail speaks of. */
  occasion: Spoken | undefined
  /** The last time that we met or spoke. */
  meeting: Spoken | undefined
  myMail: Interaction | undefined
  /** Where I asked them for what a reminder is of, if that was not by mail. */
  asking: Spoken | undefined
  mySubject: string | undefined
  /** Someone on file put us in touch, rather than naming them to me. */
  putInTouch: boolean
  /** How far a letter from them is. */
  letter: LetterStage | undefined
  /** What was noted of it. */
  detail: string | undefined
  /** What was noted last, of another day or of several people: said only when it is asked for. */
  elsewhere: { kind: Occasion; on: Day; detail: string } | undefined
  lastTime: Day | undefined
  near: 'me' | 'them'
  /** Where you last met on that side. */
  nearPlace: string | undefined
  introducer: string | undefined
  until: string | undefined
  /** What the season that is on, or comes next, takes the time for: `I have exams`. */
  busyWith: string | undefined
  comingEvent: string | undefined
  /** What the mail asks for was done with them before. */
  again: boolean
}

/** Without what is on file of one person. */
function ofNoOne(known: Known): Known {
  return {
    ...known,
    asked: undefined,
    loop: undefined,
    occasion: undefined,
    meeting: undefined,
    myMail: undefined,
    asking: undefined,
    letter: undefined,
    mySubject: undefined,
    detail: undefined,
    elsewhere: undefined,
    lastTime: undefined,
    nearPlace: undefined,
    introducer: undefined,
    again: false,
  }
}

interface Spoken {
  kind: Occasion
  on?: Day | undefined
  eventName?: string | undefined
  /** They spoke there. */
  spoke?: boolean
  /** What was noted is what they said to a room. */
  wasHeard?: boolean
}

function whatIsKnown(db: PublicPart, asked: DraftFor): Known {
  const { template, contact, today } = asked
  const mail = { today, style: mailStyle(db) }
  const all = interactionsWith(db, contact)
  const open = matching(asked.followUp ?? loopOf(db, asked), asked)
  const [gift] = template.needs.filter(claim => claim === 'advice' || claim === 'resource')
  const loop = open ?? (gift && givenBy(db, contact, gift))
  const opening = all.find(each => each.id === loop?.from)
  const isReminder = template.name === REMINDING && opening !== undefined
  const myMail = isReminder && isMyMail(opening) ? opening : myMailTo(db, contact)
  const asking = isReminder && isSpoken(opening) ? opening : undefined
  const patience = numberSetting(db, 'days.fill')
  const fresh = all.filter(each => daysBetween(each.on, today) <= patience)
  const fitting = fresh.filter(each => speaksOf(template, each.kind) && !isTheirMail(each))
  const near = whoseTurn(db, contact)
  const introducer = db.contacts.find(each => each.id === contact.introducedBy)
  const spoken = opening ?? latest(fitting)
  const detail = spoken && detailFor(spoken, contact.id)
  const noted = (each: Interaction) => each.detail !== undefined
  const other =
    detail === undefined ? (latest(fresh.filter(noted)) ?? latest(all.filter(noted))) : undefined
  return {
    template,
    given: asked.given,
    asked: open,
    contact,
    people: [greetedAs(asked), ...(asked.others ?? [])],
    me: db.profile,
    today,
    mail,
    loop,
    occasion: spokenOf(db, contact, spoken) ?? metOccasion(asked, patience),
    meeting: spokenOf(db, contact, meetingWith(db, contact)),
    myMail,
    asking: spokenOf(db, contact, asking),
    mySubject: subjectOf(db, myMail),
    letter: furthest(lettersFrom(db, contact)),
    detail,
    elsewhere: other?.detail ? { kind: other.kind, on: other.on, detail: other.detail } : undefined,
    lastTime: latest(all)?.on,
    near,
    nearPlace: latest(all.filter(each => each.near === near && each.place))?.place,
    introducer: introducer && displayName(introducer),
    putInTouch:
      own(asked.given, 'person') === undefined &&
      (contact.met === 'introduced' || all.some(({ kind }) => kind === 'introduced')),
    until: seasonUntil(db, mail),
    busyWith: busyWith(db, today),
    comingEvent: comingEvent(db, contact, mail),
    again: all.some(({ kind }) => kind === ASKS_FOR[template.name]),
  }
}

/** The occasion that a mail asks for. */
const ASKS_FOR: Readonly<Record<string, Occasion>> = {
  'office-hours': 'office-hours',
  'shadow-request': 'shadowing',
}

/** With the greeting that was typed for this mail. */
function greetedAs({ contact, given }: DraftFor): Contact {
  const greeting = own(given, GREETING)
  return greeting ? { ...contact, greeting } : contact
}

function speaksOf({ after }: Template, kind: Occasion): boolean {
  // A mail or a message is no occasion to come back to, unless the template says so.
  return after.length > 0 ? after.includes(kind) : kind !== 'email' && kind !== 'message'
}

function isTheirMail(interaction: Interaction): boolean {
  return interaction.by === 'them' && !isSpoken(interaction)
}

function isMyMail(interaction: Interaction): boolean {
  return interaction.by !== 'them' && !isSpoken(interaction)
}

function isSpoken({ kind }: Interaction): boolean {
  return kind !== 'email' && kind !== 'message'
}

/** What they were asked for is not what a reminder of something else, as typed, is about. */
function matching(loop: FollowUp | undefined, { template, given }: DraftFor): FollowUp | undefined {
  const topic = own(given, 'topic')
  if (loop?.kind !== 'ask' || template.name !== REMINDING || topic === undefined) return loop
  return haveWordInCommon(loop.what, topic) ? loop : undefined
}

function spokenOf(
  db: Database,
  contact: Contact,
  interaction: Interaction | undefined,
): Spoken | undefined {
  if (!interaction) return undefined
  const event = db.events.find(each => each.id === interaction.event)
  const { kind, on } = interaction
  return {
    kind,
    on,
    eventName: event?.name,
    spoke: spokeAt(event, contact),
    wasHeard: wasHeard(interaction),
  }
}

function furthest(letters: readonly LetterProof[]): LetterStage | undefined {
  const stages = letters.map(({ stage }) => stage)
  return (['written', 'promised', 'offered'] as const).find(each => stages.includes(each))
}

/** A mail that waits for an answer is known by its subject. */
function subjectOf(db: Database, mail: Interaction | undefined): string | undefined {
  const waiting = mail && db.followUps.find(each => each.kind === 'reply' && each.from === mail.id)
  return waiting?.what === UNNAMED_MAIL ? undefined : waiting?.what
}

/** How you met, when nothing was logged since. */
function metOccasion({ template, contact, today }: DraftFor, patience: number): Spoken | undefined {
  const { met, metOn, metAt } = contact
  if (!met || !speaksOf(template, met)) return undefined
  if (metOn && daysBetween(metOn, today) > patience) return undefined
  return { kind: met, on: metOn, eventName: metAt }
}

/** The last day of the season that is on. */
function seasonUntil(db: Database, mail: MailDays): string | undefined {
  const days = db.seasons
    .filter(each => each.from <= mail.today && each.until >= mail.today)
    .map(each => each.until)
    .sort()
  const day = days.at(-1)
  return day && mailDate(day, mail)
}

const BUSY_WITH: Partial<Record<Season['kind'], string>> = {
  boards: "I'm studying for my boards",
  exams: 'I have exams',
  rotation: "I'm on a busy rotation",
  application: "I'm working on my applications",
}

function busyWith(db: Database, today: Day): string | undefined {
  const [season] = db.seasons
    .filter(each => each.until >= today)
    .sort((a, b) => byText(a.from, b.from))
  return season && BUSY_WITH[season.kind]
}

/** The coming event at which they speak, else the only one. */
function comingEvent(db: Database, contact: Contact, mail: MailDays): string | undefined {
  const coming = db.events.filter(each => (each.until ?? each.on) >= mail.today)
  const theirs = coming.filter(each => each.speakers?.some(name => hasName(contact, name)))
  const [event, another] = theirs.length > 0 ? theirs : coming
  if (!event || another) return undefined
  return `${withThe(event.name)} on ${mailDate(event.on, mail)}`
}

// Filling a slot

function filled(slot: Slot, known: Known): string | undefined {
  return fromRecords(slot, known) ?? fromProfile(slot, known)
}

function fromRecords(slot: Slot, known: Known): string | undefined {
  const { loop, detail } = known
  if (loop?.kind === 'ask') return fromAsk(slot, loop, known.mail)
  if (slot.from === 'detail') return detail
  if (slot.from === 'introducer') return known.introducer
  if (slot.from === 'season') return known.busyWith
  if (slot.from === 'loop') return loop && fromLoop(slot, loop, known)
  switch (slot.name) {
    case 'point':
      return detail
    // That something was read or tried stands here only once the user has said so.
    case 'resource':
      return loop?.kind === 'resource' && loop.outcome ? loop.what : undefined
    case 'takeaway':
      return loop?.kind === 'resource' ? loop.outcome : undefined
    case 'outcome':
      return loop?.kind === 'advice' ? loop.outcome : undefined
    case 'place':
      return known.nearPlace
    case 'until':
      return known.until
    case 'event':
      return known.comingEvent
    case 'topic':
      return known.template.name === REMINDING ? askedFor(known.myMail?.template ?? '') : undefined
    default:
      return undefined
  }
}

function fromLoop(slot: Slot, loop: FollowUp, { mail, contact }: Known): string | undefined {
  if (slot.name === 'times' || slot.name === 'was') {
    const { known: old, next } = timesOf(loop, contact)
    const when = slot.name === 'was' ? old : next
    return when && when.day >= mail.today ? mailWhen(when, mail) : undefined
  }
  if (loop.kind !== 'meeting') return loop.what === UNNAMED_MAIL ? undefined : loop.what
  return occasionPhrases(loop.occasion ?? 'meeting').noun
}

/** When it is as far as this person knows, and where it moved since. */
function timesOf(
  { due, at, movedFrom, movedFromAt, told }: FollowUp,
  contact: Contact,
): { known?: When | undefined; next?: When | undefined } {
  const now = due === undefined ? undefined : whenOf(due, at)
  if (movedFrom === undefined || told?.includes(contact.id)) return { known: now }
  return { known: whenOf(movedFrom, movedFromAt), next: now }
}

function whenOf(day: Day, time: string | undefined): When {
  return time === undefined ? { day } : { day, time }
}

/** What they were asked for, and the day of what they agreed to, where one was said. */
function fromAsk({ name }: Slot, loop: FollowUp, mail: MailDays): string | undefined {
  if (name === 'topic') return loop.what
  if (!isAgreed(loop)) return undefined
  if (name === 'agreed') return 'yes'
  return name === 'due' && loop.due && loop.dated ? mailDate(loop.due, mail) : undefined
}

function fromProfile({ name }: Slot, { me, contact }: Known): string | undefined {
  switch (name) {
    case 'name':
      return me.name && writtenName(me.name)
    case 'stage':
      return me.stage
    case 'school':
      return me.school
    case 'interest':
      return me.interests && listed(me.interests.slice(0, 3))
    case 'skills':
      return me.skills && listed(me.skills)
    case 'pitch':
      return me.pitch
    case 'field':
      return contact.specialty ?? me.interests?.[0]
    default:
      return undefined
  }
}

/** The value as one line, its days and times as mails write them, and what of these is not sure. */
function worded(slot: Slot, text: string | undefined, mail: MailDays): SlotWords {
  if (slot.name === 'stage') return { text: stageWords(text ?? ''), doubts: [] }
  if (slot.profile) return { text: (text ?? '').replace(/\s+/g, ' ').trim(), doubts: [] }
  if (text === undefined) return { text: '', doubts: [] }
  const isName = NAME_SLOTS.has(slot.name) && slot.name !== 'place' && slot.name !== 'who'
  const spelled = isName ? text : spelledOut(text)
  const said = withTimesSaid(slot, spelled, mail)
  return { ...said, text: plain(said.text) }
}

function own(record: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** One line; a closing stop is the template's to set. */
function plain(text: string | undefined): string {
  if (text === undefined) return ''
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/([\p{L}\p{N}]{2}["”’)]?)\.$/u, '$1')
}

/** On whose side of town the place should be. */
function withTurn(slot: Slot, { near, contact, me }: Known): Slot {
  const area = near === 'them' ? contact.area : me.area
  const side = near === 'them' ? 'near them if you can' : 'near you this time'
  return { ...slot, meaning: `${slot.meaning}, ${side}${area ? ` (${area})` : ''}` }
}

// The view

function viewOf(known: Known, slots: Record<string, string>): Record<string, string> {
  const { people, me, occasion, meeting, asking } = known
  const contact = strictest(known)
  const theirs = people.length === 1 ? contact : undefined
  const spoke = slots.talk === undefined ? occasion?.spoke === true : isYes(slots.talk)
  const spoken = occasion && occasionPhrases(occasion.kind, occasion.eventName, spoke)
  const met = meeting && occasionPhrases(meeting.kind, meeting.eventName, meeting.spoke)
  const stage = myStage(slots, contact, known)
  const took = wasTaken(slots.outcome, slots.topic ?? '', {
    isTried: known.given.outcome === undefined && known.loop?.stage === 'tried',
  })
  const words: Record<string, string | undefined> = {
    salutation: salutationFor(people, me),
    greeting: listed(people.map(each => greetingFor(each, me))),
    their_name: listed(people.map(displayName)),
    their_institution: theirs?.institution,
    their_specialty: theirs?.specialty,
    their_area: theirs?.area,
    formal: isFormal(contact, me) ? 'yes' : undefined,
    alum: contact.role === 'alumni' ? 'yes' : undefined,
    who_i_am: whoIAm(slots, whatIAm(slots, contact, known)),
    who_i_am_in_full: whoIAm(slots, stageAt(slots.stage, slots.school)),
    i_am: whatIAm(slots, contact, known),
    same_school: slots.school && isSame(slots.school, contact) ? 'yes' : undefined,
    signed: signedAs(slots.name, contact, me),
    a_stage: slots.stage && withArticle(slots.stage),
    occasion: spoken?.at,
    occasion_name: spoken?.noun,
    occasion_kind: occasion?.kind,
    spoke: spoke ? 'yes' : undefined,
    met: met && 'yes',
    again: known.again ? 'yes' : undefined,
    met_at: met?.at,
    we_met: met && begun(met, meeting, known.today),
    wrote_subject: known.mySubject,
    letter_is: letterTyped(slots.letter ?? '') ?? known.letter,
    they_agreed: isYes(slots.agreed ?? '') ? 'yes' : undefined,
    asked_at: asking && occasionPhrases(asking.kind, asking.eventName).at,
    my_stage: stage,
    my_line: lineOf(stage, slots.school, contact),
    took_advice: took ? 'yes' : undefined,
    person_typed: own(known.given, 'person') && slots.person,
    put_in_touch: known.putInTouch ? 'yes' : undefined,
    thanks_for: spoken?.thanks,
    near: AFAR.test(slots.place ?? '') ? undefined : known.near,
  }
  for (const [name, day] of Object.entries(daysOf(known))) {
    if (day) words[name] = dayAs(name, day, known.mail)
  }
  const view: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries({ ...words, ...slots })) {
    if (value) view[name] = value
  }
  return view
}

/** Of several readers the one who is written to most formally: all the words are for that one. */
function strictest({ people, contact, me }: Known): Contact {
  return (
    people.find(each => isFormal(each, me)) ?? people.find(each => !isCasual(each, me)) ?? contact
  )
}

/** A talk for two that is not long ago is thanked for; of an event it is said that you met there. */
function begun(
  phrases: { began: string; thanks: string },
  { kind, on }: Spoken,
  today: Day,
): string {
  const isRecent = on !== undefined && daysBetween(on, today) <= RECENT
  return isRecent && FOR_ME.has(kind) ? `Thank you for ${phrases.thanks}` : phrases.began
}

const RECENT = 60
const FOR_ME = new Set<Occasion>([
  'coffee',
  'lunch',
  'walk',
  'call',
  'video',
  'meeting',
  'office-hours',
  'info-interview',
  'shadowing',
])

type Days = Record<
  'occasion_day' | 'met_day' | 'wrote_day' | 'asked_day' | 'last_time',
  Day | undefined
>

/** A day as this word of a template says it to whoever reads it today; undefined for any other word. */
export function dayAs(word: string, day: Day, mail: MailDays): string | undefined {
  if (word === 'occasion_day') return onMailDay(day, mail)
  return SINCE.has(word) ? sinceMailDay(day, mail) : undefined
}

const SINCE = new Set(['met_day', 'wrote_day', 'asked_day', 'last_time'])

function daysOf({ occasion, meeting, myMail, asking, lastTime }: Known): Days {
  return {
    occasion_day: lastedLong(occasion) ? undefined : occasion?.on,
    met_day: lastedLong(meeting) ? undefined : meeting?.on,
    wrote_day: asking ? undefined : myMail?.on,
    asked_day: lastedLong(asking) ? undefined : asking?.on,
    last_time: lastTime,
  }
}

/** A rotation lasts weeks, and school before this one years: the day of entering somebody says nothing. */
function lastedLong(spoken: Spoken | undefined): boolean {
  return spoken?.kind === 'rotation' || spoken?.kind === 'pre-med'
}

function isYes(text: string): boolean {
  return /^y(es)?$/i.test(text)
}

const IN_MEDICINE = new Set<Role | undefined>([
  ...([
    'peer',
    'senior-student',
    'resident',
    'fellow',
    'attending',
    'nurse',
    'allied-health',
  ] as const),
])

/** `MS2` to people in American medicine, to others the stage in words. */
function myStage(
  { stage }: Record<string, string>,
  contact: Contact,
  { me, mail }: Pick<Known, 'me' | 'mail'>,
) {
  if (mail.style === 'intl') return stage
  const isNear = IN_MEDICINE.has(contact.role) || contact.specialty !== undefined
  return isNear ? (me.stage ?? stage) : stage
}

/** `MS2, UCSF`; to students elsewhere the stage alone, and to those here nothing. */
function lineOf(
  stage: string | undefined,
  school: string | undefined,
  contact: Contact,
): string | undefined {
  const { role } = contact
  const isStudent = role === 'senior-student'
  if (role === 'peer' || (isStudent && school && isSame(school, contact))) return undefined
  const line = [stage, isStudent ? undefined : school].filter(Boolean).join(', ')
  return line ? line.charAt(0).toUpperCase() + line.slice(1) : undefined
}

const AFAR = /\b(zoom|video|phone|call|online|teams|facetime|skype|meet\.)/i

/** Friends sign with the first name. */
function signedAs(name: string | undefined, contact: Contact, me: Profile): string | undefined {
  return name && isCasual(contact, me) ? familiarName({ name }) : name
}

function whoIAm({ name, school }: Record<string, string>, what: string | undefined) {
  if (!name || what) return name && `${name}, ${what}`
  return school ? `${name} from ${inSentence(school)}` : name
}

/** `a second-year medical student at UCSF`; "here" to whoever is there too, and no school to a student. */
function whatIAm(
  slots: Record<string, string>,
  contact: Contact,
  known: Pick<Known, 'me' | 'mail'>,
) {
  const { school } = slots
  const isStudent = contact.role === 'peer' || contact.role === 'senior-student'
  const stage = isCasual(contact, known.me) ? myStage(slots, contact, known) : slots.stage
  if (!stage) return undefined
  const isHere =
    school !== undefined && contact.institution !== undefined && isSame(school, contact)
  if (isHere) return `${withArticle(stage)} here${isStudent ? '' : ` at ${inSentence(school)}`}`
  return stageAt(stage, isStudent ? undefined : school)
}

function stageAt(stage: string | undefined, school: string | undefined): string | undefined {
  return stage && `${withArticle(stage)}${school ? ` at ${inSentence(school)}` : ''}`
}

function isSame(school: string, { institution }: Contact): boolean {
  if (institution === undefined) return false
  const [mine, theirs] = [soughtText(school), soughtText(institution)]
  return mine === theirs || mine.startsWith(`${theirs} `) || theirs.startsWith(`${mine} `)
}

/** `the University of Utah` */
function inSentence(school: string): string {
  const isOf = /^(university|college|school|medical college) of /i.test(school)
  return isOf ? `the ${school}` : school
}

function withArticle(words: string): string {
  if (/^(a|an|the|your|in|on) /i.test(words)) return words
  const spelledOut = /^[AEFHILMNORSX][A-Z0-9]/.test(words)
  return spelledOut || /^[aeiou]/i.test(words) ? `an ${words}` : `a ${words}`
}
