import { contactPage } from '../../domain/pages/contact-page.ts'
import { recordPage, underNoun } from '../../domain/pages/record-page.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { askedWho } from '../../input/person.ts'
import { pickRecord } from '../../input/pick.ts'
import { renderContactPage } from '../../render/contact.ts'
import { renderRecordPage } from '../../render/record.ts'

const FORM = { private: switchField('with --json, also what is private', { flag: 'private' }) }

export const show: Verb = {
  words: 'show [who...]',
  says: 'everything about a person, or anything by its number',
  examples: ['netmed show hoff', 'netmed show 12'],
  details:
    'Private things are shown here, but not with --json; there their numbers are missing, and ' +
    'updatedAt changes with them.',
  form: FORM,
  async act(ctx, { args, typed }) {
    const { private: withPrivate } = await fillIn(ctx, FORM, typed)
    const db = ctx.asked(withPrivate)
    const found = await pickRecord(ctx, db, await askedWho(ctx, args))
    if (found.list === 'contacts') {
      const page = contactPage(db, found.record, ctx.today)
      return ctx.show(page, renderContactPage)
    }
    const page = recordPage(db, found, ctx.today)
    const { record, list, ...rest } = page
    ctx.show({ ...rest, ...underNoun(list, record, page.title) }, (_, screen) =>
      renderRecordPage(page, screen),
    )
  },
}
