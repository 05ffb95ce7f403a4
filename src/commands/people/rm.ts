import type { Context } from '../../context.ts'
import { type Removal, removalOf, removed } from '../../domain/change/removals.ts'
import { underNoun } from '../../domain/pages/record-page.ts'
import type { Verb } from '../../input/command.ts'
import { askedWho } from '../../input/person.ts'
import { pickRecord } from '../../input/pick.ts'
import { removalQuestion, renderRemoval } from '../../render/record.ts'

export const rm: Verb = {
  words: 'rm [who...]',
  says: 'remove a person, or any number, after asking',
  examples: ['netmed rm "Pat Moss"', 'netmed rm 12 --yes'],
  details: 'To put somebody aside and keep everything: netmed archive <who>.',
  async act(ctx, { args }) {
    const db = ctx.store.read()
    const { record } = await pickRecord(ctx, db, await askedWho(ctx, args))
    const how = { today: ctx.today, withPrivate: !ctx.options.json }
    const planned = removalOf(db, record.id, how)
    if (!(await ctx.confirm(removalQuestion(planned)))) return answer(ctx, planned, false)
    const { answer: done } = await ctx.store.update(db => removed(db, record.id, how))
    answer(ctx, done, true)
  },
}

function answer(ctx: Context, removal: Removal, isRemoved: boolean): void {
  const { list, record, name, gone, kept, stillOpen, reopened } = removal
  const whole = {
    ...underNoun(list, record, name),
    removed: isRemoved,
    gone,
    kept,
    stillOpen,
    opened: isRemoved ? reopened : [],
    settled: [],
  }
  ctx.changed(whole, (_, screen) => renderRemoval(removal, isRemoved, screen))
}
