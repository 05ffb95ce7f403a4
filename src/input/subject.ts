import type { Context } from '../context.ts'
import { eventsMeant } from '../domain/data/events.ts'
import type { Contact, Database, Event, Interaction } from '../domain/data/model.ts'
import { kindWords, numberTyped, recordByNumber } from '../domain/data/records.ts'
import { personMeant } from '../domain/people/people.ts'
import { Failure } from '../failure.ts'
import { askWhich } from './ask-which.ts'
import { eventCandidate, pickEvent } from './event.ts'
import { askedWho } from './person.ts'
import { personCandidate, pickPerson } from './pick.ts'

/** What a sheet is about: a person, maybe by one of their interactions, or an event. */
export type Subject =
  | { is: 'person'; contact: Contact; interaction?: Interaction }
  | { is: 'event'; event: Event }

/**
 * The person or the event that the words mean; a meeting, a question and an interaction mean their
 * person. When a person and an event fit, it is asked which. Of follow-ups only those of `seen` stand
 * for somebody, as what is said of that person would tell whom a private one is about.
 */
export async function pickSubject(
  ctx: Context,
  db: Database,
  args: readonly string[],
  { lean, seen = db }: { lean: 'ahead' | 'back'; seen?: Database },
): Promise<Subject> {
  const text = await askedWho(ctx, args)
  const number = numberTyped(text)
  if (number !== undefined) return subjectNumbered(db, number, seen)
  const events = eventsMeant(db, text)
  if (!events.length) return { is: 'person', contact: await pickPerson(ctx, db, text) }
  const meaning = personMeant(db, text)
  if (meaning.is === 'nobody') return { is: 'event', event: await pickEvent(ctx, db, [text], lean) }
  const people = meaning.is === 'one' ? [meaning.contact] : meaning.candidates
  return askWhich<Subject>(ctx, {
    words: text,
    candidates: [
      ...people.map(contact => ({ ...personCandidate(contact), value: subjectPerson(contact) })),
      ...events.map(event => {
        const { id, name } = eventCandidate(event)
        return { id, name: `the event ${name}`, value: { is: 'event', event } as const }
      }),
    ],
  })
}

function subjectPerson(contact: Contact): Subject {
  return { is: 'person', contact }
}

function subjectNumbered(db: Database, id: number, seen: Database): Subject {
  const found = recordByNumber(db, id)
  const { list, record } = found.list === 'followUps' ? recordByNumber(seen, id) : found
  if (list === 'contacts') return { is: 'person', contact: record }
  if (list === 'events') return { is: 'event', event: record }
  const person = list === 'interactions' ? record.contacts[0] : contactOf(record)
  const contact = db.contacts.find(each => each.id === person)
  if (!contact) {
    throw new Failure('not-found', `#${id} is ${kindWords(list)} and has no person.`, 'netmed list')
  }
  return list === 'interactions'
    ? { is: 'person', contact, interaction: record }
    : { is: 'person', contact }
}

function contactOf(record: object): number | undefined {
  return 'contact' in record && typeof record.contact === 'number' ? record.contact : undefined
}
