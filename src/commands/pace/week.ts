import { week as lookAtWeek } from '../../domain/pages/week.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { renderWeek } from '../../render/week.ts'

const FORM = { private: switchField('with --json, also what is private', { flag: 'private' }) }

export const week: Verb = {
  words: 'week',
  says: 'what you got done, what is open, who you have time for, what is next',
  examples: ['netmed week'],
  form: FORM,
  async act(ctx, { typed }) {
    const { private: withPrivate } = await fillIn(ctx, FORM, typed)
    ctx.show({ week: lookAtWeek(ctx.asked(withPrivate), ctx.today) }, renderWeek)
  },
}
