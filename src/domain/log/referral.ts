import { type Contact, created, type Database, type FollowUp, touch } from '../data/model.ts'
import { contactById, present } from '../data/records.ts'
import { numberSetting } from '../data/settings.ts'
import { addContact } from '../people/contacts.ts'
import { ownersOf } from '../people/identity.ts'
import { displayName } from '../people/names.ts'
import { writtenName } from '../people/written-names.ts'
import { addDays, type Day } from '../words/days.ts'

/** Somebody that a contact pointed to. */
export interface Referred {
  name: string
  email?: string | undefined
}

/**
 * Notes whom somebody pointed to as a prospect who remembers the introducer, and opens a thank-you to
 * both. Somebody known by that address is kept as they are.
 */
export function refer(
  db: Database,
  { name, email }: Referred,
  by: { contact: number; interaction: number },
  today: Day,
): { prospect: Contact; opened: FollowUp[] } {
  const introducer = contactById(db, by.contact)
  const interaction = db.interactions.find(each => each.id === by.interaction)
  const known = email ? ownersOf(db.contacts, [email])[0] : undefined
  const prospect =
    known ??
    addContact(db, { name: writtenName(name), prospect: true, ...(email && { emails: [email] }) })
  // Who introduced them is there for all to see.
  if (!interaction?.private && prospect.introducedBy === undefined) {
    touch(db, prospect).introducedBy = introducer.id
  }
  const soon = addDays(today, numberSetting(db, 'days.thank-you'))
  const later = addDays(today, numberSetting(db, 'days.promise'))
  const theirTime = `their time, when you write (${displayName(introducer)} pointed you to them)`
  const thanks = [
    { contact: introducer, what: `pointing you to ${displayName(prospect)}`, due: soon },
    { contact: prospect, what: theirTime, due: later },
  ]
  const opened = thanks
    .filter(({ contact }) => !hasOpenThanks(db, contact.id))
    .map(({ contact, what, due }) =>
      created(
        db,
        'followUps',
        present({
          kind: 'thank-you',
          contact: contact.id,
          what,
          due,
          from: by.interaction,
          private: interaction?.private,
        }),
      ),
    )
  return { prospect, opened }
}

/** Never a second thank-you while one is open. */
function hasOpenThanks(db: Database, contact: number): boolean {
  return db.followUps.some(
    each => each.kind === 'thank-you' && !each.closed && each.contact === contact,
  )
}
