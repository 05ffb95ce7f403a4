import { specialties, specialtyPage } from '../../domain/meet/debrief.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { renderSpecialties, renderSpecialty } from '../../render/debrief.ts'

const FORM = { private: switchField('with --json, also what is private', { flag: 'private' }) }

export const specialty: Verb = {
  words: 'specialty [name...]',
  says: 'what you heard and saw in a specialty, side by side',
  examples: ['netmed specialty', 'netmed specialty cardiology'],
  form: FORM,
  async act(ctx, { args, typed }) {
    const { private: withPrivate } = await fillIn(ctx, FORM, typed)
    const db = ctx.asked(withPrivate)
    if (!args.length) return ctx.show(specialties(db), renderSpecialties)
    const page = specialtyPage(db, args.join(' '))
    ctx.show({ today: ctx.today, ...page }, renderSpecialty)
  },
}
