import type { Context } from '../context.ts'
import type { Contact } from '../domain/data/model.ts'
import { writtenName } from '../domain/people/written-names.ts'
import { inQuotes } from '../domain/words/quoting.ts'

/** Says which names of people just added are not written as they were typed, and how to have them so. */
export function sayWritten(
  ctx: Context,
  typed: readonly string[],
  added: readonly Pick<Contact, 'id' | 'name'>[],
): void {
  for (const { id, name } of added) {
    const other = typed.find(each => each !== name && writtenName(each) === name)
    if (other === undefined) continue
    ctx.note(
      `Written as ${name}. To keep what you typed: netmed edit ${id} --name ${inQuotes(other)}`,
    )
  }
}
