import type { Context } from '../context.ts'
import { daysWords, eventsMeant } from '../domain/data/events.ts'
import type { Contact, Database, Event, Interaction } from '../domain/data/model.ts'
import { kindWords, recordByNumber } from '../domain/data/records.ts'
import { displayName } from '../domain/people/names.ts'
import { personMeant } from '../domain/people/people.ts'
import { listed } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { pickEvent } from './event.ts'
import { isNumber, readNumber } from './number.ts'
import { askedWho } from './person.ts'
import { pickPerson } from './pick.ts'

/** What a sheet is about: a person, maybe by one of their interactions, or an event. */
export type Subject =
  | { is: 'person'; contact: Contact; interaction?: Interaction }
  | { is: 'event'; event: Event }

/**
 * The person or the event that the words mean; a meeting, a question and an interaction mean their
 * person. When a person and an event fit, it is refused: nothing is guessed.
 */
export async function pickSubject(
  ctx: Context,
  db: Database,
  args: readonly string[],
  lean: 'ahead' | 'back',
): Promise<Subject> {
  const text = await askedWho(ctx, args)
  if (isNumber(text)) return subjectNumbered(db, readNumber(text))
  const events = eventsMeant(db, text)
  if (!events.length) return { is: 'person', contact: await pickPerson(ctx, db, text) }
  const meaning = personMeant(db, text)
  if (meaning.is === 'nobody') return { is: 'event', event: await pickEvent(ctx, db, [text], lean) }
  const people = meaning.is === 'one' ? [meaning.contact] : meaning.candidates
  throw new Failure(
    'ambiguous',
    `"${text}" can be ${listed(people.map(personWords), 'or')}, or the event ${listed(events.map(eventWords), 'or')}.`,
    `Use the number: ${listed(
      [...people, ...events].map(({ id }) => String(id)),
      'or',
    )}`,
  )
}

function subjectNumbered(db: Database, id: number): Subject {
  const { list, record } = recordByNumber(db, id)
  if (list === 'contacts') return { is: 'person', contact: record }
  if (list === 'events') return { is: 'event', event: record }
  const person = list === 'interactions' ? record.contacts[0] : contactOf(record)
  const contact = db.contacts.find(each => each.id === person)
  if (!contact) {
    throw new Failure('not-found', `#${id} is ${kindWords(list)}, without a person.`, 'netmed list')
  }
  return list === 'interactions'
    ? { is: 'person', contact, interaction: record }
    : { is: 'person', contact }
}

function contactOf(record: object): number | undefined {
  return 'contact' in record && typeof record.contact === 'number' ? record.contact : undefined
}

function personWords(contact: Contact): string {
  return `${displayName(contact)} (#${contact.id})`
}

function eventWords(event: Event): string {
  return `${event.name} (#${event.id}, ${daysWords(event)})`
}
