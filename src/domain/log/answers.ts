import { created, type Database, type FollowUp, type Interaction, touch } from '../data/model.ts'
import { present } from '../data/records.ts'
import { close, isOpen } from '../due/opening.ts'
import { askedFor } from '../review/asks.ts'
import type { Day } from '../words/days.ts'
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
  { today, by }: { today: Day; by?: Interaction },
): FollowUp {
  if (ask.kind !== 'ask' || !isOpen(ask)) return ask
  if (answer === 'agreed') {
    touch(db, ask)
    ask.stage = 'agreed'
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
}

/**
 * What their word, as logged, makes of what they were asked for: it is agreed or ended where it is sure which
 * one is meant. A yes that was typed opens what the mail that waited for it had asked for.
 */
export function answerAsks(
  db: Database,
  { interaction, opened, settled }: Logged,
  { said, isTyped }: { said: Answer | undefined; isTyped: boolean },
  today: Day,
): Answered {
  const none: Answered = { agreed: [], declined: [], unclear: [] }
  const fresh = opened.filter(each => each.kind === 'ask')
  const asks = isTyped && fresh.length ? fresh : asksAnswered(db, interaction)
  if (!asks.length && said === 'agreed') {
    const waited = settled.filter(each => each.kind === 'reply')
    return { ...none, agreed: waited.map(each => agreedIn(db, each, interaction)) }
  }
  const isSure = asks.length === 1 || asks === fresh
  if (!said || !isSure) return { ...none, unclear: asks }
  return {
    ...none,
    [said]: asks.map(ask => takeAnswer(db, ask, said, { today, by: interaction })),
  }
}

/** What a mail asked for, which they agreed to; its day is not known. */
function agreedIn(
  db: Database,
  reply: FollowUp,
  { id, private: isPrivate }: Interaction,
): FollowUp {
  const asked = reply.template === undefined ? undefined : askedFor(reply.template)
  return created(
    db,
    'followUps',
    present({
      kind: 'ask',
      contact: reply.contact,
      what: asked ?? reply.what,
      stage: 'agreed',
      from: id,
      private: isPrivate,
    }),
  )
}
