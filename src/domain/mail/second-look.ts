import type { PublicPart } from '../data/lens.ts'
import type { Contact } from '../data/model.ts'
import { personOf } from '../people/people.ts'
import { askWarnings, bigAskOf, giveAndTake, isAsking } from '../review/asks.ts'
import { colleaguesOf } from '../review/colleagues.ts'
import { complaintWarnings } from '../review/complaints.ts'
import { lintDraft, rulesOff } from '../review/lint.ts'
import { linted } from '../review/linted.ts'
import { patientWarnings } from '../review/patient.ts'
import { claimWarnings } from '../review/unproven-claims.ts'
import type { Day } from '../words/days.ts'
import { dayNamed } from '../words/read-days.ts'

/** What to ask oneself before others read it. */
export const LAST_QUESTION = 'Would you be comfortable if a program director read this?'

/** A finished mail, and what it was filled with. */
export interface FinishedMail {
  contact: Contact
  template: string
  letter: { subject: string; body: string }
  /** It speaks of someone else too. */
  isOfAnother: boolean
  /** What its template was filled with; absent: the text is the user's own. */
  said?: readonly string[] | undefined
  /** The day by which it is needed, as typed. */
  due: string | undefined
}

/** Everything worth a second look before it goes out: wording, patients, complaints, and what is asked. */
export function secondLook(db: PublicPart, mail: FinishedMail, today: Day): string[] {
  const { contact, template, letter, isOfAnother, said, due } = mail
  const off = rulesOff(db)
  const text = `${letter.subject}\n\n${letter.body}`
  const names = [...db.contacts.map(each => each.name), contact.institution ?? '']
  const found = [
    ...lintDraft(linted(db, contact, { ...letter, template, isOfAnother }), { off }),
    ...patientWarnings(text, {
      off,
      as: 'mail',
      isOnFile: colleaguesOf(db),
      ...(said && { said }),
    }),
    ...complaintWarnings(text, names.filter(Boolean), { off }),
    // What was typed in place of a record is named once, with how to put it on file.
    ...claimWarnings(db, { contact, today }, text, { off }),
  ]
  const ask = bigAskOf(template)
  const day = due === undefined ? undefined : dayNamed(due, today)
  const taken = isAsking(template) ? giveAndTake(db, contact, today) : undefined
  // A phrase of the subject often stands in the text too.
  const messages = new Set(found.map(warning => warning.message))
  return [
    ...messages,
    ...(ask ? askWarnings(db, personOf(contact), { ask, due: day }, today) : []),
    ...(taken ? [taken] : []),
  ]
}
