import { Failure } from '../failure.ts'
import { askWarnings, bigAskOf, giveAndTake, isAsking } from './asks.ts'
import { readDay } from './days.ts'
import { complaintWarnings, lintDraft, linted, rulesOff } from './lint.ts'
import { personOf } from './loops.ts'
import type { Contact, Database, Day } from './model.ts'
import { patientWarnings } from './patient.ts'

/** A finished mail, and what it was filled with. */
export interface FinishedMail {
  contact: Contact
  template: string
  letter: { subject: string; body: string }
  given: Readonly<Record<string, string>>
  /** The day by which it is needed, as typed. */
  due: string | undefined
}

/** Everything worth a second look before it goes out: wording, patients, complaints, and what is asked. */
export function secondLook(db: Database, mail: FinishedMail, today: Day): string[] {
  const { contact, template, letter, given, due } = mail
  const off = rulesOff(db)
  const draft = linted(db, contact, { ...letter, template })
  const belonging = [...draft.belonging, ...Object.values(given)]
  const text = `${letter.subject}\n\n${letter.body}`
  const names = [...db.contacts.map(each => each.name), contact.institution ?? '']
  const found = [
    ...lintDraft({ ...draft, belonging }, { off }),
    ...patientWarnings(text, { off }),
    ...complaintWarnings(text, names.filter(Boolean), { off }),
  ]
  const ask = bigAskOf(template)
  const day = due === undefined ? undefined : dayIn(due, today)
  const taken = isAsking(template) ? giveAndTake(db, contact, today) : undefined
  return [
    ...found.map(warning => warning.message),
    ...(ask ? askWarnings(db, personOf(contact), { ask, due: day }, today) : []),
    ...(taken ? [taken] : []),
  ]
}

/** The day that some words name, when they name one. */
function dayIn(text: string, today: Day): Day | undefined {
  try {
    return readDay(text, today, { lean: 'ahead' })
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
