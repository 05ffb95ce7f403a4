import { contactRows } from '../../domain/contact-views.ts'
import { CIRCLES, ROLES } from '../../domain/model.ts'
import type { Cli } from '../../input/command.ts'
import { readRole } from '../../input/fields.ts'
import { choiceField, fillIn, lineField, switchField } from '../../input/form.ts'
import { renderContacts } from '../../render/contact.ts'

const FORM = {
  role: {
    flag: 'role',
    placeholder: 'role',
    help: 'only this role',
    read: (text: string) => readRole(text, ROLES),
  },
  circle: choiceField(CIRCLES, 'only this circle', { flag: 'circle', placeholder: 'circle' }),
  tag: lineField('only with this tag', { flag: 'tag', placeholder: 'tag' }),
  institution: lineField('only from there', { flag: 'institution', placeholder: 'name' }),
  specialty: lineField('only this specialty', { flag: 'specialty', placeholder: 'name' }),
  stage: lineField('only this stage', { flag: 'stage', placeholder: 'stage' }),
  prospects: switchField('those you want to write to', { flag: 'prospects' }),
  archived: switchField('those you put aside', { flag: 'archived' }),
  sort: choiceField(['name', 'recency', 'next'] as const, 'by name, recency or next', {
    flag: 'sort',
    placeholder: 'order',
  }),
  private: switchField('with --json, also what is private', { flag: 'private' }),
}

export function list(cli: Cli): void {
  cli.verb({
    words: 'list',
    says: 'the people you know',
    examples: [
      'netmed list',
      'netmed list --role resident --sort recency',
      'netmed list --prospects',
    ],
    form: FORM,
    async act(ctx, { typed }) {
      const { private: withPrivate = !ctx.options.json, ...filter } = await fillIn(ctx, FORM, typed)
      const db = ctx.store.read()
      const contacts = contactRows(db, ctx.today, filter, { withPrivate })
      ctx.show({ today: ctx.today, contacts }, (answer, screen) =>
        renderContacts({ ...answer, known: db.contacts.length }, screen),
      )
    },
  })
}
