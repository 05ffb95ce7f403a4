import { eventFor } from '../data/events.ts'
import { type Contact, type Database, type Event, type Interaction, named } from '../data/model.ts'
import { contactPhrase } from '../data/occasions.ts'
import { type Changes, type ContactFields, contactById, recordView } from '../data/records.ts'
import { followUpViews } from '../due/loops.ts'
import { addContact } from '../people/contacts.ts'
import { handlesOf, personOf } from '../people/people.ts'
import { writtenName } from '../people/written-names.ts'
import type { Day } from '../words/days.ts'
import { listed } from '../words/text.ts'
import {
  doublesOf,
  type InteractionToLog,
  type Logged,
  type LogOptions,
  logInteraction,
  rhythmOffers,
} from './interactions.ts'
import { isAboutOne } from './whose-detail.ts'

/** One line of `log`, read: the people, those still to be added, and what happened. */
export interface LogPlan {
  contacts: readonly number[]
  /** Names of people to add, all with the same `person` fields. */
  fresh: readonly string[]
  person: Changes<ContactFields>
  interaction: Omit<InteractionToLog, 'contacts' | 'event'>
  /** The event it was at. */
  event?: number | undefined
  /** The name of one that is still to be made. */
  eventName?: string | undefined
  options: LogOptions
}

/** Adds who is new, finds or makes the event, and logs the interaction. */
export function carryOut(
  db: Database,
  plan: LogPlan,
  today: Day,
): Logged & { added: Contact[]; made: Event | undefined } {
  const { kind, on } = plan.interaction
  const known = db.events.find(each => each.id === plan.event)
  const metAt = known?.name ?? plan.eventName
  const isPrivate = plan.interaction.private === true
  // Where somebody was met is there for all to see.
  const metHere = isPrivate ? {} : { met: kind, metOn: on, metAt }
  const names = plan.fresh.map(writtenName)
  const added = names.map(name => addContact(db, { ...metHere, ...plan.person, name }))
  const newEvent = known ? undefined : plan.eventName
  const event = newEvent ? eventFor(db, { name: newEvent, kind, on }, { isPrivate }) : known
  const contacts = [...plan.contacts, ...added.map(contact => contact.id)]
  const fields = { ...plan.interaction, event: event?.id, contacts }
  const logged = logInteraction(db, fields, today, plan.options)
  const isMade = event !== undefined && named(db).created.has(event)
  return { ...logged, added, made: isMade ? event : undefined }
}

/** What a command answers that logged a contact; empty where the data do not show the interaction. */
export function loggedView(
  db: Database,
  logged: Logged & { added?: Contact[]; made?: Event | undefined },
  today: Day,
) {
  const { added = [] } = logged
  const interaction = db.interactions.find(each => each.id === logged.interaction.id)
  const { contacts, kind = null, on = null } = interaction ?? { contacts: [] }
  const handles = handlesOf(db, contacts)
  const who = listed(contacts.map(id => personOf(contactById(db, id)).name))
  const handle = (id: number) => handles.get(id) ?? String(id)
  return {
    today,
    interaction: interaction ? recordView(db, 'interactions', interaction) : null,
    kind,
    on,
    /** `coffee with Priya Nair`, `email to Dr. Maya Chen`. */
    said: interaction ? contactPhrase(interaction.kind, interaction.by, who) : '',
    event: db.events.find(each => each.id === interaction?.event)?.name ?? null,
    /** The event that was made for it. */
    madeEvent: interaction && logged.made ? { id: logged.made.id, name: logged.made.name } : null,
    contacts: contacts.map(id => ({
      ...personOf(contactById(db, id)),
      handle: handle(id),
      isNew: added.some(contact => contact.id === id),
    })),
    /** The detail, where it is about one of several people and it cannot be told which. */
    whose: interaction ? whoseIsOpen(db, interaction) : null,
    /** What is on file of the same people, occasion and day; null where nothing is. */
    double: interaction ? doubleView(db, interaction, who) : null,
    opened: followUpViews(db, logged.opened, today),
    settled: followUpViews(db, logged.settled, today),
    /** Open ones of before, because of which no second of their kind was opened. */
    stillOpen: followUpViews(db, logged.stillOpen ?? [], today),
    met: interaction ? logged.met.map(personOf) : [],
    offers: (interaction ? rhythmOffers(db, interaction) : []).map(({ contact, every }) => ({
      contact: { ...personOf(contact), handle: handle(contact.id) },
      every,
    })),
  }
}

function whoseIsOpen(db: Database, { contacts, detail, detailOf }: Interaction): string | null {
  if (detail === undefined || detailOf !== undefined) return null
  const people = contacts.map(id => contactById(db, id))
  return isAboutOne(people, detail) ? detail : null
}

/** `#10, coffee with Priya Nair`. */
function doubleView(db: Database, interaction: Interaction, who: string) {
  const [double] = doublesOf(db, interaction)
  return double ? { id: double.id, said: contactPhrase(double.kind, double.by, who) } : null
}

export type LoggedView = ReturnType<typeof loggedView>
