import type {
  Claim,
  Contact,
  Database,
  FollowUp,
  Interaction,
  Occasion,
  Role,
} from '../data/model.ts'
import { isAnswer, ONE_TO_ONE } from '../data/occasions.ts'
import { displayName } from '../people/names.ts'
import { spokeAt, TALK_TYPED } from '../people/talks.ts'
import { type Day, daysBetween, onDay } from '../words/days.ts'
import { listed } from '../words/text.ts'
import { lettersFrom } from './letters.ts'

type Records = Pick<Readonly<Database>, 'interactions' | 'followUps'>

/** Whom a mail is to, and when. */
export interface ClaimedOf {
  contact: Contact
  today: Day
  /** The roles that its template is for; none: anybody. */
  roles?: readonly Role[]
}

/** A record that bears out a claim. */
export interface Proof {
  /** Absent: it is of no one day, and bears out any. */
  on?: Day | undefined
  /** Of an event of several days. */
  until?: Day | undefined
}

interface ClaimRow {
  /** What the mail does with it, after "this email". */
  says: (of: ClaimedOf) => string
  proofs: (db: Readonly<Database>, of: ClaimedOf) => Proof[]
  /** What is known instead, where none is on file. */
  lacks: (db: Readonly<Database>, of: ClaimedOf) => string
  /** What puts it on file, if it was so. */
  command: (id: number) => string
  /** What to do where it was not, or cannot be. */
  else?: (db: Readonly<Database>, of: ClaimedOf) => string
  /** How the refusal counts, where it is no question of a missing word. */
  refusal?: 'already-there'
  /** What is typed in place of a record: the slot, and its value where there is only one. */
  typed?: {
    slot: string
    value?: string
    meaning: (name: string) => string
    /** The same as a question, and what its yes is as typed. */
    ask?: (name: string) => string
    yes?: string
  }
}

/** Whether a record holds what a mail claims. */
export function isOnFile(claim: Claim, db: Readonly<Database>, of: ClaimedOf): boolean {
  return CLAIM_ROWS[claim].proofs(db, of).length > 0
}

/** What a mail may claim of the two of us, and the records that prove it: for drafts and for the lint. */
export const CLAIM_ROWS: Readonly<Record<Claim, ClaimRow>> = {
  talk: {
    says: () => 'speaks of a talk',
    // A lecture that was logged with them may have been theirs; a draft asks.
    proofs: (db, { contact }) => [
      ...db.events.filter(event => spokeAt(event, contact)),
      ...withThem(db, contact).filter(({ kind }) => HEARD.has(kind)),
    ],
    lacks: (_, { contact }) => `no talk by ${displayName(contact)} is on file`,
    command: id => `netmed log ${id} --kind lecture`,
    else: (_, { contact }) => `Without a talk: netmed draft thanks ${contact.id}`,
    typed: {
      ...TALK_TYPED,
      meaning: name => `if ${name} gave a talk there`,
      ask: name => `Did ${name} speak there, in a talk or on the panel?`,
    },
  },
  mail: {
    says: () => 'follows up on an email',
    proofs: (db, { contact }) => [
      ...withThem(db, contact).filter(each => isWritten(each) && each.by !== 'them'),
      ...loops(db, contact, 'ask').map(undated),
    ],
    lacks: (_, { contact }) => `no email from you to ${displayName(contact)} is on file`,
    command: id => `netmed log ${id} --kind email`,
  },
  met: {
    says: () => 'speaks of time together',
    proofs: (db, { contact }) => together(db, contact).filter(({ kind }) => !HEARD.has(kind)),
    lacks: (_, { contact }) => `no meeting with ${displayName(contact)} is on file`,
    command: id => `netmed log ${id}`,
  },
  touch: {
    says: () => 'speaks of time they gave you',
    proofs: (db, of) => [
      ...together(db, of.contact),
      ...withThem(db, of.contact).filter(each => isWritten(each) && each.by === 'them'),
      ...loops(db, of.contact, 'advice', 'resource', 'offer').map(undated),
      ...CLAIM_ROWS.introduction.proofs(db, of),
      ...CLAIM_ROWS.letter.proofs(db, of),
    ],
    lacks: (_, { contact }) =>
      `no meeting with ${displayName(contact)} and no word from them is on file`,
    command: id => `netmed log ${id}`,
  },
  advice: {
    says: () => 'is about advice',
    proofs: (db, { contact }) => loops(db, contact, 'advice', 'resource').map(undated),
    lacks: (_, { contact }) => `no advice from ${displayName(contact)} is on file`,
    command: id => `netmed log ${id} --advice "…"`,
    typed: { slot: 'topic', meaning: () => 'their advice' },
  },
  resource: {
    says: () => 'is about something they suggested',
    proofs: (db, { contact }) => loops(db, contact, 'resource', 'advice').map(undated),
    lacks: (_, { contact }) => `nothing that ${displayName(contact)} suggested is on file`,
    command: id => `netmed log ${id} --resource "…"`,
    typed: { slot: 'resource', meaning: () => 'what they suggested' },
  },
  introduction: {
    says: () => 'speaks of an introduction',
    proofs: (db, { contact }) => [
      ...db.contacts.filter(each => each.introducedBy === contact.id).map(undated),
      ...loops(db, contact, 'ask', 'offer')
        .filter(each => each.closed === 'done' && each.outcome !== 'declined')
        .filter(({ what }) => INTRODUCTION.test(what))
        .map(undated),
      ...loops(db, contact, 'thank-you')
        .filter(({ what }) => INTRODUCTION.test(what) && !NOT_YET.test(what))
        .map(undated),
      ...withThem(db, contact).filter(
        ({ detail = '' }) => INTRODUCED.test(detail) && !NOT_YET.test(detail),
      ),
    ],
    lacks: (_, { contact }) => `no introduction by ${displayName(contact)} is on file`,
    command: id => `netmed heard ${id} --referred "…"`,
  },
  letter: {
    says: () => 'thanks for a letter',
    proofs: (db, { contact }) => lettersFrom(db, contact),
    lacks: (_, { contact }) =>
      `no letter that ${displayName(contact)} wrote or said yes to is on file`,
    command: id => `netmed heard ${id} --ask "a letter" --agreed`,
    typed: {
      slot: 'letter',
      meaning: name => `"written", or "promised" if ${name} said yes to it`,
      ask: name => `Did ${name} say yes to writing you a letter?`,
      yes: 'promised',
    },
  },
  'a-while': {
    says: () => "says that it's been a while",
    proofs: (db, of) => {
      const last = lastTouch(db, of)
      return last !== undefined && daysBetween(last, of.today) >= A_WHILE ? [{}] : []
    },
    lacks: (db, of) => {
      const [name, last] = [displayName(of.contact), lastTouch(db, of)]
      if (last === undefined) return `nothing with ${name} is on file`
      return `you were in touch with ${name} ${onDay(last, of.today)}`
    },
    command: id => `netmed log ${id} --on <day>`,
    else: (db, of) => {
      const { id } = of.contact
      return lastTouch(db, of) === undefined
        ? `If you were in touch: netmed log ${id} --on <day>`
        : `For a short hello: netmed draft check-in ${id}`
    },
  },
  'first-reminder': {
    says: () => 'is a reminder',
    proofs: (db, { contact }) => (wasReminded(db, contact) ? [] : [{}]),
    lacks: (_, { contact }) =>
      `${displayName(contact)} has had one reminder from you already; not answering is fine too`,
    command: id => `netmed heard ${id}`,
    refusal: 'already-there',
    else: (db, { contact }) => {
      const waiting = openReply(db, contact)
      const drop = waiting ? `To let it go: netmed drop ${waiting.id}. ` : ''
      return `${drop}To ask someone else: netmed list`
    },
  },
  unanswered: {
    says: () => 'is a reminder',
    proofs: (db, { contact }) =>
      openAsks(db, contact).some(isAgreed) || !silenceEnded(db, contact) ? [{}] : [],
    lacks: (db, { contact, today }) => {
      const [name, ended] = [displayName(contact), silenceEnded(db, contact)]
      if (!ended || ended === 'closed') return `you no longer wait for an answer from ${name}`
      const { kind, by, on } = ended
      const when = onDay(on, today)
      if (by === 'them') return `${name} answered ${when}`
      return `you were in touch with ${name} ${when} (${kind.replaceAll('-', ' ')})`
    },
    command: id => `netmed heard ${id} --agreed`,
    refusal: 'already-there',
    else: (db, { contact }) => {
      const { id } = contact
      const asked = openAsks(db, contact).map(
        each =>
          `If they said yes to "${each.what}": netmed done ${each.id} --outcome agreed. If they said no: netmed drop ${each.id}`,
      )
      const agreed = `If they agreed to it and it is still to come: netmed draft nudge ${id} --set agreed=yes --set topic="…"`
      return [
        ...(asked.length ? asked : [agreed]),
        `To thank them: netmed draft thanks ${id}`,
      ].join('\n')
    },
    typed: {
      slot: 'agreed',
      value: 'yes',
      meaning: name => `if ${name} agreed to do it`,
      ask: name => `${name} was in touch since you asked. Did they agree to do it?`,
    },
  },
  introduced: {
    says: () => 'says that someone put you in touch',
    proofs: (db, { contact }) => [
      ...(contact.introducedBy !== undefined || contact.met === 'introduced' ? [{}] : []),
      ...withThem(db, contact).filter(({ kind }) => kind === 'introduced'),
    ],
    lacks: (_, { contact }) =>
      `no one is on file as having put you in touch with ${displayName(contact)}`,
    command: id => `netmed edit ${id} --introduced-by …`,
    typed: { slot: 'person', meaning: () => 'who introduced you' },
  },
  unmet: {
    says: () => 'introduces you',
    proofs: (db, { contact }) => (meetingWith(db, contact) ? [] : [{}]),
    lacks: (db, { contact, today }) => {
      const met = meetingWith(db, contact)
      const when = met ? ` ${onDay(met.on, today)} (${met.kind.replaceAll('-', ' ')})` : ''
      return `you met ${displayName(contact)}${when}`
    },
    command: id => `netmed draft info-interview ${id}`,
    refusal: 'already-there',
    else: (_, { contact }) => `To ask them for a talk: netmed draft info-interview ${contact.id}`,
  },
  talked: {
    says: () => 'speaks of a conversation',
    // Whether it was at this very occasion is asked of the draft.
    proofs: (db, of) => CLAIM_ROWS.touch.proofs(db, of),
    lacks: (_, { contact }) =>
      `it is not on file that ${displayName(contact)} talked with you there`,
    command: id => `netmed log ${id} --kind met`,
    typed: {
      slot: 'talked',
      value: 'yes',
      meaning: name => `if you and ${name} talked there`,
      ask: name => `Did you and ${name} talk there?`,
    },
  },
  'pre-med': {
    says: () => 'thanks them for their part in getting you to medical school',
    proofs: (db, { contact }) => [
      ...(contact.circles?.includes('pre-med') || BEFORE.has(contact.role) ? [{}] : []),
      ...together(db, contact).filter(({ kind }) => kind === 'pre-med'),
    ],
    lacks: (_, { contact }) => `nothing on file says so of ${displayName(contact)}`,
    command: id => `netmed edit ${id} --circle pre-med`,
  },
  role: {
    says: ({ roles = [] }) => `is for someone on file as ${listed([...roles], 'or')}`,
    proofs: (_, { contact: { role }, roles = [] }) =>
      role === undefined || roles.length === 0 || roles.includes(role) ? [{}] : [],
    lacks: (_, { contact }) => `${displayName(contact)} is on file as ${contact.role}`,
    command: id => `netmed edit ${id} --role …`,
    else: (_, { contact, roles: [role] = [] }) =>
      `If they are: netmed edit ${contact.id} --role ${role}. Other templates: netmed template`,
  },
}

const INTRODUCTION =
  /\bintroduc|\b(?:connect(?:ed|ing)?|put) (?:me|us) (?:with|in touch)|\bpoint(?:ed|ing) (?:me|you) to\b/i
const INTRODUCED =
  /\b(?:introduced|connected|put|pointed|introducing|connecting|pointing) (?:me|us|you) (?:to|with|in touch)\b|\b(?:her|his|their|the|an) introduction to\b/i
/** Wished for, offered or denied. */
const NOT_YET =
  /\b(?:if|maybe|might|may|could|would|will|should|can|offer\w*|ask\w*|promis\w*|want\w*|hope\w*|not|never|no)\b|n['’]t\b|['’]ll\b|\?/i
/** "It's been a while" is not said sooner, in days. */
const A_WHILE = 30
/** They are known from before medical school, or may be. */
const BEFORE = new Set<Role | undefined>(['teacher', 'employer', 'family', 'advisor'])

/** Of no one day. */
function undated(): Proof {
  return {}
}

function withThem(db: Readonly<Records>, { id }: Contact): Interaction[] {
  return db.interactions.filter(each => each.contacts.includes(id))
}

/** What they gave, or were asked for, unless nothing came of it. */
function loops(
  db: Readonly<Records>,
  { id }: Contact,
  ...kinds: readonly FollowUp['kind'][]
): FollowUp[] {
  return db.followUps.filter(
    each => each.contact === id && kinds.includes(each.kind) && each.closed !== 'dropped',
  )
}

/** Where we both were, also in a full room. */
export function together(
  db: Readonly<Records>,
  contact: Contact,
): { kind: Occasion; on?: Day | undefined }[] {
  const logged = withThem(db, contact)
    .filter(each => !isWritten(each) && each.kind !== 'introduced')
    .map(({ kind, on }) => (LASTING.has(kind) ? { kind } : { kind, on }))
  const { met, metAt, metOn } = contact
  if (met === 'email' || met === 'message' || met === 'introduced') return logged
  return (met ?? metAt) ? [...logged, { kind: met ?? 'met', on: metOn }] : logged
}

/** They last weeks or come every week: the day of entering somebody says nothing. */
const LASTING = new Set<Occasion>(['rotation', 'research', 'class', 'club', 'sport', 'pre-med'])

/** The last day on which we were in touch, either way. */
function lastTouch(db: Readonly<Records>, { contact, today }: ClaimedOf): Day | undefined {
  const days = withThem(db, contact)
    .map(({ on }) => on)
    .filter(on => on <= today)
  return days.sort().at(-1) ?? contact.metOn
}

/** The answer that is waited for from them; there is one a person. */
export function openReply(db: Readonly<Records>, { id }: Contact): FollowUp | undefined {
  return db.followUps.find(each => each.kind === 'reply' && !each.closed && each.contact === id)
}

/** Whether something that they agreed to is still to come. */
export function hasAgreed(db: Readonly<Records>, contact: Contact): boolean {
  return openAsks(db, contact).some(isAgreed)
}

/**
 * Whether my mail was reminded of and not answered, also after the wait was closed; what they agreed to may
 * be reminded of, before its day.
 */
function wasReminded(db: Readonly<Records>, contact: Contact): boolean {
  if (hasAgreed(db, contact)) return false
  if (openReply(db, contact)?.stage === 'nudged') return true
  const mail = myMailTo(db, contact)
  if (mail?.template !== 'nudge') return false
  return !lastWith(db, contact, each => isAnswer(each) && isAfter(each, mail))
}

/** Whether they said yes to what they were asked for. */
export function isAgreed({ kind, stage }: FollowUp): boolean {
  return kind === 'ask' && stage === 'agreed'
}

/** What they were asked for and is still to come, agreed or not. */
function openAsks(db: Readonly<Records>, contact: Contact): FollowUp[] {
  return loops(db, contact, 'ask').filter(each => !each.closed)
}

/**
 * What ended the wait for an answer to what I wrote or asked last: their word or a meeting since, or that it
 * was closed; undefined while nothing did.
 */
export function silenceEnded(
  db: Readonly<Records>,
  contact: Contact,
): Interaction | 'closed' | undefined {
  const asks = openAsks(db, contact)
  const asked = lastWith(
    db,
    contact,
    each => asks.some(({ from }) => from === each.id) || (isWritten(each) && each.by !== 'them'),
  )
  if (!asked) return undefined
  const answer = lastWith(db, contact, each => isAnswer(each) && isAfter(each, asked))
  if (answer) return answer
  const isWaiting = asks.length > 0 || openReply(db, contact) !== undefined
  const wasClosed = db.followUps.some(({ kind, from }) => kind === 'reply' && from === asked.id)
  return wasClosed && !isWaiting ? 'closed' : undefined
}

function isAfter(a: Interaction, b: Interaction): boolean {
  return a.on > b.on || (a.on === b.on && a.id > b.id)
}

/** The latest email or message from me to them. */
export function myMailTo(db: Records, contact: Contact): Interaction | undefined {
  return lastWith(db, contact, each => isWritten(each) && each.by !== 'them')
}

/** The latest time we met or spoke, in person, by phone or by video. */
export function meetingWith(db: Records, contact: Contact): Interaction | undefined {
  return lastWith(db, contact, each => !isWritten(each) && isTalk(each))
}

/** Whether we surely spoke: not where they spoke to a room, nor where another one put us in touch. */
function isTalk({ kind, detail = '' }: Pick<Interaction, 'kind' | 'detail'>): boolean {
  if (HEARD.has(kind) || kind === 'introduced') return false
  return !wasHeard({ kind, detail })
}

/** Whether they spoke to a room there, as noted, and it was no talk for two. */
export function wasHeard({ kind, detail = '' }: Pick<Interaction, 'kind' | 'detail'>): boolean {
  return !ONE_TO_ONE.has(kind) && THEIR_TALK.test(detail)
}

/** Whether they may have spoken there to a room, and never to me. */
export function isHall(kind: Occasion): boolean {
  return HEARD.has(kind)
}

/** What they said to a room. */
const THEIR_TALK =
  /\b(?:her|his|their|your|the) (?:\S+ ){0,2}?(?:talk|lecture|keynote|presentation|speech|slides|panel|workshop|q ?& ?a)\b/i

/** There they may have spoken to a full room, and never to me. */
const HEARD: ReadonlySet<Occasion> = new Set<Occasion>([
  'lecture',
  'panel',
  'seminar',
  'grand-rounds',
])

function lastWith(
  { interactions }: Records,
  { id }: Contact,
  counts: (interaction: Interaction) => boolean,
): Interaction | undefined {
  let last: Interaction | undefined
  for (const each of interactions) {
    if (!each.contacts.includes(id) || !counts(each)) continue
    if (!last || isAfter(each, last)) last = each
  }
  return last
}

function isWritten({ kind }: Interaction): boolean {
  return kind === 'email' || kind === 'message'
}

/** What they advised or suggested last, open or closed. */
export function givenBy(
  db: Records,
  contact: Contact,
  kind: 'advice' | 'resource',
): FollowUp | undefined {
  const given = db.followUps.filter(each => each.kind === kind && each.contact === contact.id)
  return given.find(each => !each.closed) ?? given.at(-1)
}
