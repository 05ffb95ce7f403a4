import { doubles } from '../../domain/people/dupes.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { renderDoubles } from '../../render/dupes.ts'

const FORM = { all: switchField('every pair', { flag: 'all' }) }

const LIMIT = 10

export const dupes: Verb = {
  words: 'dupes',
  says: 'people who may be here twice, and why',
  examples: ['netmed dupes', 'netmed dupes --all'],
  details:
    'By address, profile, phone, or a name that is the same but for accents, titles, order, an ' +
    'initial or a nickname; never by the family name alone. Nothing is changed.',
  form: FORM,
  async act(ctx, { typed }) {
    const { all = false } = await fillIn(ctx, FORM, typed)
    const pairs = doubles(ctx.store.read())
    const shown = all ? pairs : pairs.slice(0, LIMIT)
    ctx.show({ pairs }, (_, screen) => renderDoubles({ pairs: shown, total: pairs.length }, screen))
  },
}
