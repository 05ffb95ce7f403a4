import type { Context } from '../context.ts'
import { FIELDS } from '../domain/data/fields.ts'
import type { Database } from '../domain/data/model.ts'
import type { Changes, ContactFields } from '../domain/data/records.ts'
import { Failure } from '../failure.ts'
import { formOf } from './fields.ts'
import type { Form, Typed } from './form.ts'
import { fillIn } from './form.ts'
import { pickPerson } from './pick.ts'

/** Every flag of a person but the name, which is an argument. */
export function personForm({ without = [] }: { without?: readonly string[] } = {}): Form {
  return formOf(FIELDS.contacts.filter(row => row.name !== 'name' && !without.includes(row.name)))
}

/** The typed flags as fields of a contact, with who introduced them looked up. */
export async function readPerson(
  ctx: Context,
  db: Database,
  form: Form,
  typed: Typed,
): Promise<Changes<ContactFields>> {
  const values = await fillIn(ctx, form, typed)
  const changes: Record<string, unknown> = { ...values }
  if (typeof values.introducedBy === 'string') {
    changes.introducedBy = (await pickPerson(ctx, db, values.introducedBy)).id
  }
  // Every key is a row of the table of fields, read by that row's own reader.
  return changes as Changes<ContactFields>
}

/** Fails when flags of a person were typed where nobody new is named. */
export function refusePersonFlags(form: Form, typed: Typed, who: string): void {
  const flag = Object.keys(form).find(key => typed[key] !== undefined)
  if (!flag) return
  throw new Failure(
    'usage',
    `--${form[flag]?.flag} is for someone new, and everyone you named is already on file.`,
    `netmed edit ${who} --${form[flag]?.flag} …`,
  )
}

/** The words that name somebody, asked for when none were typed. */
export async function askedWho(ctx: Context, args: readonly string[]): Promise<string> {
  const form = {
    who: {
      help: 'the person: a name or a number',
      ask: 'Who?',
      required: true,
      read: (text: string) => text,
    },
  } as const
  const { who } = await fillIn(ctx, form, args.length ? { who: args.join(' ') } : {})
  return who
}
