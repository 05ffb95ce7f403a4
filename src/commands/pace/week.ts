import { week as lookAtWeek, weekPage } from '../../domain/pages/week.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { renderWeek } from '../../render/week.ts'

const FORM = {
  all: switchField('whole lists, however long', { flag: 'all' }),
  private: switchField('with --json, also what is private', { flag: 'private' }),
}

export const week: Verb = {
  words: 'week',
  says: 'one small step, what got done, what is open, who you have time for',
  examples: ['netmed week', 'netmed week --all'],
  form: FORM,
  async act(ctx, { typed }) {
    const { all, private: withPrivate } = await fillIn(ctx, FORM, typed)
    const db = ctx.asked(withPrivate)
    const week = lookAtWeek(db, ctx.today)
    if (ctx.options.json) return ctx.show({ week }, () => '')
    const { time } = ctx
    ctx.show({ week, page: weekPage(db, week, { time, all }), all: all ?? false }, renderWeek)
  },
}
