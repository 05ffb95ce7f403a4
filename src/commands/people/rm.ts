import type { Context } from '../../context.ts'
import { removalOf, removalTried, remove, type Sides } from '../../domain/change/removals.ts'
import { LISTS } from '../../domain/data/model.ts'
import { underNoun } from '../../domain/pages/record-page.ts'
import type { Verb } from '../../input/command.ts'
import { askedWho } from '../../input/person.ts'
import { pickRecord } from '../../input/pick.ts'
import { forgetDrafts } from '../../input/sent.ts'
import { removalQuestion, renderRemoval } from '../../render/record.ts'

export const rm: Verb = {
  words: 'rm [who...]',
  says: 'remove a person, or anything by its number; asks first',
  examples: ['netmed rm "Pat Moss"', 'netmed rm 12 --yes'],
  details: 'To hide someone and keep everything: netmed archive <who>.',
  async act(ctx, { args }) {
    const db = ctx.store.read()
    const { list, record } = await pickRecord(ctx, db, await askedWho(ctx, args))
    const { id } = record
    const planned = removalTried(db, id)
    const isMeant = await ctx.confirm(removalQuestion(removalOf(planned, id, ctx.today)))
    if (!isMeant) return answer(ctx, planned, { id, isRemoved: false })
    const { db: after, answer: before } = await ctx.store.update(db => remove(db, id))
    if (list === 'contacts') forgetDrafts(ctx, record)
    answer(ctx, { before, after }, { id, isRemoved: true })
  },
}

function answer(
  ctx: Context,
  { before, after }: Sides,
  { id, isRemoved }: { id: number; isRemoved: boolean },
): void {
  const sides = { before: ctx.told(before), after: ctx.told(after) }
  if (!LISTS.some(list => sides.before[list].some(each => each.id === id))) {
    ctx.echo({ removed: isRemoved, opened: [], settled: [] }, () => '')
    return
  }
  const removal = removalOf(sides, id, ctx.today)
  const { list, record, name, gone, kept, stillOpen, reopened } = removal
  const whole = {
    ...underNoun(list, record, name),
    removed: isRemoved,
    gone,
    kept,
    stillOpen,
    opened: isRemoved ? reopened : [],
    settled: [],
    copiesUntil: isRemoved ? ctx.store.copiesUntil() : null,
  }
  ctx.changed(whole, (_, screen) => renderRemoval(removal, whole, screen))
}
