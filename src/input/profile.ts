import type { Profile } from '../domain/data/model.ts'
import type { Changes } from '../domain/data/records.ts'
import { PROFILE_ROWS } from '../domain/people/profile.ts'
import { formOf } from './fields.ts'
import type { Filled, Form } from './form.ts'

/** Every flag of the profile. */
export const PROFILE_FORM: Form = formOf(PROFILE_ROWS, { clearable: true })

/** What was filled in as changes of the profile. */
export function asProfile(values: Filled<Form>): Changes<Profile> {
  // Every key is a row of the table of fields, read by that row's own reader.
  return values as Changes<Profile>
}
