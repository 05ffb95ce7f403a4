import type { Changes, ContactFields } from '../../domain/data/records.ts'
import { addContact, contactView } from '../../domain/people/contacts.ts'
import { addressKey } from '../../domain/people/identity.ts'
import { handlesOf } from '../../domain/people/people.ts'
import { writtenName } from '../../domain/people/written-names.ts'
import { readMailbox } from '../../domain/words/read-values.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { personForm, readPerson } from '../../input/person.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { sayWritten } from '../../input/written-names.ts'
import { renderAdded } from '../../render/contact.ts'

const NAME = {
  name: {
    help: 'the name, with title and degrees if you like',
    required: true,
    ask: 'What is their name?',
    read: readMailbox,
  },
} as const

const PERSON = personForm()

const OWN = {
  force: switchField('add even when the name, address or profile is already there', {
    flag: 'force',
  }),
}

export const add: Verb = {
  words: 'add [name...]',
  says: 'add someone you met; a name is enough',
  examples: [
    'netmed add "Priya Nair"',
    'netmed add "Dr. Lena Hoff, MD" --role attending --specialty cardiology --met conference',
    'netmed add "Sam Roth <sam.roth@example.org>"',
    'netmed add "Pat Moss" --prospect --why "works on sepsis alerts"',
  ],
  details: "Never add a patient or a patient's relative.",
  form: { ...PERSON, ...OWN },
  async act(ctx, { args, typed }) {
    const said = args.length ? { name: args.join(' ') } : {}
    const { name: typedName } = await fillIn(ctx, NAME, said)
    const { name, email } = typedName
    const { force = false } = await fillIn(ctx, OWN, typed)
    const fields = withEmail(await readPerson(ctx, ctx.store.read(), PERSON, typed), email)
    warnOfPatients(ctx, ctx.store.read(), [fields.note, fields.why])
    warnOfPatients(ctx, ctx.store.read(), [fields.privateNote], { isPrivate: true })
    const { db, answer: contact } = await ctx.store.update(db =>
      addContact(db, { ...fields, name: writtenName(name) }, { force }),
    )
    const answer = {
      contact: contactView(ctx.told(db), contact.id),
      handle: handlesOf(db, [contact.id]).get(contact.id) ?? String(contact.id),
    }
    ctx.changed(answer, renderAdded)
    sayWritten(ctx, [name], [contact])
  },
}

/** The address that was typed with the name stands first. */
function withEmail(
  fields: Changes<ContactFields>,
  email: string | undefined,
): Changes<ContactFields> {
  if (email === undefined) return fields
  const others = (fields.emails ?? []).filter(each => addressKey(each) !== addressKey(email))
  return { ...fields, emails: [email, ...others] }
}
