import { support as peopleToCall } from '../../domain/due/support.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { renderSupport } from '../../render/support.ts'

const FORM = { private: switchField('with --json, also your support circle', { flag: 'private' }) }

export const support: Verb = {
  words: 'support',
  says: 'the people you can call on a bad day',
  examples: [
    'netmed support',
    'netmed edit priya --circle support',
    'netmed add "Student Counseling" --tag counseling --phone "555 0100"',
  ],
  details: 'Who is in the circle is private: --json shows it only with --private.',
  form: FORM,
  async act(ctx, { typed }) {
    const { private: withPrivate } = await fillIn(ctx, FORM, typed)
    const answer = peopleToCall(ctx.asked(withPrivate), ctx.today)
    ctx.show({ today: ctx.today, support: answer }, renderSupport)
  },
}
