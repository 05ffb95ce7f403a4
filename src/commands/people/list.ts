import type { Context } from '../../context.ts'
import type { Contact, Database } from '../../domain/data/model.ts'
import { areTerms, TERMS_HELP } from '../../domain/find/terms.ts'
import { contactRows } from '../../domain/pages/contact-page.ts'
import { personMeant } from '../../domain/people/people.ts'
import type { Verb } from '../../input/command.ts'
import { choiceField, fillIn, switchField } from '../../input/form.ts'
import { pickPerson } from '../../input/pick.ts'
import { selectByTerms } from '../../input/terms.ts'
import { renderContacts } from '../../render/contact.ts'

const FORM = {
  prospects: switchField('people you want to write to', { flag: 'prospects' }),
  archived: switchField('people you archived', { flag: 'archived' }),
  sort: choiceField(['name', 'recency', 'next'] as const, 'by name, recency or next', {
    flag: 'sort',
    placeholder: 'order',
  }),
  private: switchField('with --json or terms, also what is private', { flag: 'private' }),
}

export const list: Verb = {
  words: 'list [terms...]',
  says: 'the people you know',
  examples: [
    'netmed list',
    'netmed list role:resident --sort recency',
    'netmed list at:ucsf specialty:em stage:ms3 likes:research',
    'netmed list --prospects',
  ],
  details: TERMS_HELP,
  form: FORM,
  async act(ctx, { args, typed }) {
    const { private: withPrivate, ...filter } = await fillIn(ctx, FORM, typed)
    const db = ctx.asked(withPrivate)
    const { archived } = filter
    const among = args.length
      ? await whoIsMeant(ctx, db, args, { archived, withPrivate })
      : undefined
    const contacts = contactRows(db, ctx.today, { ...filter, among })
    const isWhole = !args.length && !Object.keys(typed).length
    ctx.show({ today: ctx.today, contacts }, (answer, screen) =>
      renderContacts({ ...answer, isWhole, others: othersIn(db) }, screen),
    )
  },
}

/** Where somebody is who does not stand in the list. */
function othersIn(db: Database): 'prospects' | 'archived' | undefined {
  if (db.contacts.some(contact => contact.prospect && !contact.archived)) return 'prospects'
  return db.contacts.length ? 'archived' : undefined
}

/** Whom the terms select; bare words mean one person, or here everybody whom they fit. */
async function whoIsMeant(
  ctx: Context,
  db: Database,
  args: string[],
  options: { archived?: boolean | undefined; withPrivate?: boolean | undefined },
): Promise<ReadonlySet<number>> {
  if (areTerms(args)) return numbersOf(selectByTerms(ctx, args, options))
  const meaning = personMeant(db, args.join(' '))
  if (meaning.is === 'several') return numbersOf(meaning.candidates)
  return numbersOf([await pickPerson(ctx, db, args)])
}

function numbersOf(contacts: readonly Contact[]): ReadonlySet<number> {
  return new Set(contacts.map(contact => contact.id))
}
