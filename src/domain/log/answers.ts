import { created, type Database, type FollowUp, type Interaction, touch } from '../data/model.ts'
import { present } from '../data/records.ts'
import { numberSetting } from '../data/settings.ts'
import { close, isOpen, openLoop } from '../due/opening.ts'
import { askedForMine, bigAskIn } from '../review/asks.ts'
import { addDays, type Day } from '../words/days.ts'
import { beganAfter, type Logged } from './interactions.ts'

export const ANSWERS = ['agreed', 'declined'] as const
/** What they said to something they were asked for. */
export type Answer = (typeof ANSWERS)[number]

/** What its people were asked for before it, still open and not agreed: it may be the answer. */
export function asksAnswered(
  db: Database,
  { id, contacts, on }: Pick<Interaction, 'contacts' | 'on'> & { id?: number },
): FollowUp[] {
  return db.followUps.filter(
    each =>
      each.kind === 'ask' &&
      !each.closed &&
      each.stage !== 'agreed' &&
      each.contact !== undefined &&
      contacts.includes(each.contact) &&
      (id === undefined || each.from !== id) &&
      !beganAfter(db, each, on),
  )
}

/** Notes their yes, after which it is still to come, or ends it with their no, which counts for nothing. */
export function takeAnswer(
  db: Database,
  ask: FollowUp,
  answer: Answer,
  { today, by, due }: { today: Day; by?: Interaction; due?: Day | undefined },
): FollowUp {
  if (ask.kind !== 'ask' || !isOpen(ask)) return ask
  if (answer === 'agreed') {
    touch(db, ask)
    ask.stage = 'agreed'
    if (due) {
      ask.due = due
      ask.dated = true
    }
    return ask
  }
  touch(db, ask).outcome = answer
  return close(db, ask, today, { how: 'dropped', by })
}

export interface Answered {
  agreed: FollowUp[]
  declined: FollowUp[]
  /** Still open: it is not known what they said to it. */
  unclear: FollowUp[]
  /** What their yes makes a promise of mine. */
  opened: FollowUp[]
}

/** Their answer, and the day that it is for, where one was said. */
export interface AnswerSaid {
  said: Answer | undefined
  due?: Day | undefined
  isTyped: boolean
}

/**
 * What their word, as logged, makes of what they were asked for: it is agreed or ended where it is sure which
 * one is meant. A yes that was typed opens what the mail that waited for it had asked for.
 */
export function answerAsks(
  db: Database,
  { interaction, opened, settled }: Logged,
  { said, due, isTyped }: AnswerSaid,
  today: Day,
): Answered {
  const none: Answered = { agreed: [], declined: [], unclear: [], opened: [] }
  const fresh = opened.filter(each => each.kind === 'ask')
  const asks = isTyped && fresh.length ? fresh : asksAnswered(db, interaction)
  if (!asks.length && said === 'agreed') {
    const waited = settled.filter(each => each.kind === 'reply')
    const agreed = waited.map(each => agreedIn(db, each, interaction, due))
    return {
      ...none,
      agreed,
      opened: agreed.flatMap(each => promisedFor(db, each, interaction, today)),
    }
  }
  const isSure = asks.length === 1 || asks === fresh
  if (!said || !isSure) return { ...none, unclear: asks }
  const answered = asks.map(ask => takeAnswer(db, ask, said, { today, by: interaction, due }))
  const isYes = said === 'agreed'
  return {
    ...none,
    [said]: answered,
    opened: isYes ? answered.flatMap(each => promisedFor(db, each, interaction, today)) : [],
  }
}

/** Who writes a letter needs my CV, which the request offered; nothing where it is promised or sent already. */
function promisedFor(
  db: Database,
  ask: FollowUp,
  interaction: Interaction,
  today: Day,
): FollowUp[] {
  const { contact } = ask
  if (contact === undefined || bigAskIn(ask.what) !== 'letter') return []
  const isThere = db.followUps.some(
    each => each.kind === 'promise' && each.contact === contact && /\bcv\b/i.test(each.what),
  )
  if (isThere) return []
  return [
    openLoop(
      db,
      { kind: 'promise', what: 'send my CV', isTyped: true },
      contact,
      interaction,
      today,
    ),
  ]
}

/** What is owed once it came: thanks, and of a letter, which is uploaded and never seen, how it turned out. */
export function owedFor(db: Database, ask: FollowUp, today: Day): FollowUp[] {
  const big = bigAskIn(ask.what)
  const { contact, what } = ask
  if (ask.stage !== 'agreed' || contact === undefined) return []
  if (big !== 'letter' && big !== 'introduction') return []
  const from = db.interactions.find(each => each.id === ask.from)
  const owed = (kind: 'thank-you' | 'reminder', text: string, days: number) =>
    created(
      db,
      'followUps',
      present({
        kind,
        contact,
        what: text,
        due: addDays(today, days),
        from: from?.id,
        private: ask.private,
      }),
    )
  const isThanked = db.followUps.some(
    each => each.kind === 'thank-you' && each.contact === contact && !each.closed,
  )
  return [
    ...(isThanked ? [] : [owed('thank-you', what, numberSetting(db, 'days.thank-you'))]),
    ...(big === 'letter'
      ? [owed('reminder', `tell them how it turned out: ${what}`, numberSetting(db, 'days.result'))]
      : []),
  ]
}

/** What a request that waits asked for: of a letter, what for, as its subject says it. */
export function waitedFor({ template, what }: FollowUp): string {
  if (template === undefined) return what
  const [, letter] = /^A (letter for .*\S)\?$/.exec(what) ?? []
  if (template === 'letter-request' && letter) return `a ${letter}`
  return askedForMine(template) ?? what
}

/** What a mail asked for, which they agreed to, by the day that they said or it asked for. */
function agreedIn(
  db: Database,
  reply: FollowUp,
  { id, private: isPrivate }: Interaction,
  said: Day | undefined,
): FollowUp {
  const due = said ?? reply.neededBy
  return created(
    db,
    'followUps',
    present({
      kind: 'ask',
      contact: reply.contact,
      what: waitedFor(reply),
      due,
      dated: due === undefined ? undefined : true,
      stage: 'agreed',
      from: id,
      private: isPrivate,
    }),
  )
}
