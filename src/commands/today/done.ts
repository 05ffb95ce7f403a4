import type { Context } from '../../context.ts'
import type { Database, FollowUpKind } from '../../domain/data/model.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { type Done, finish, letGo, openFollowUp } from '../../domain/log/follow-ups.ts'
import { loggedView } from '../../domain/log/log-plan.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, lineField } from '../../input/form.ts'
import { numberField } from '../../input/number.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderDone, renderLetGo } from '../../render/follow-up.ts'
import { releaseDraft } from './release.ts'

const FORM = {
  outcome: lineField('how it turned out', { flag: 'outcome', placeholder: 'text' }),
}

const ASKED: Partial<Record<FollowUpKind, string>> = {
  advice: 'How did it turn out? (Enter: nothing to add)',
  resource: 'What did you learn from it, in your own words? (Enter: nothing to add)',
  offer: 'taken or declined?',
}

export const done: Verb = {
  words: 'done [number]',
  says: 'mark a follow-up as done',
  examples: ['netmed done 9', 'netmed done 7 --outcome "the spaced cards worked"'],
  form: FORM,
  async act(ctx, { args, typed }) {
    const { number } = await fillIn(ctx, numberField('follow-up'), { number: args[0] })
    const { outcome: said } = await fillIn(ctx, FORM, typed)
    const followUp = openFollowUp(ctx.store.read(), number)
    if (followUp.kind === 'draft') return releaseDraft(ctx, followUp)
    const outcome = said ?? (await askOutcome(ctx, number))
    warnOfPatients(ctx, ctx.store.read(), [outcome], { isPrivate: followUp.private === true })
    const { db, answer } = await ctx.store.update(db =>
      finish(db, number, { outcome, today: ctx.today }),
    )
    ctx.changed(doneAnswer(ctx, db, answer), renderDone)
  },
}

/** Only where an outcome moves the loop on, and only when it has none yet. */
async function askOutcome(ctx: Context, number: number): Promise<string | undefined> {
  const followUp = openFollowUp(ctx.store.read(), number)
  const message = ASKED[followUp.kind]
  if (!ctx.ask || !message || followUp.outcome !== undefined) return undefined
  const text = await ctx.ask.text({ message })
  return text.trim() || undefined
}

function doneAnswer(ctx: Context, db: Database, { followUp, logged, movedOn }: Done) {
  const told = ctx.told(db)
  const view = logged ? loggedView(told, logged, ctx.today) : null
  const [settled = null] = followUpViews(told, [followUp], ctx.today)
  return {
    today: ctx.today,
    followUp: settled,
    movedOn: movedOn && settled !== null,
    logged: view,
    opened: view?.opened ?? (movedOn && settled ? [settled] : []),
    settled: view?.settled ?? (movedOn || !settled ? [] : [settled]),
  }
}

export const drop: Verb = {
  words: 'drop [number]',
  says: "let a follow-up go; that's fine",
  examples: ['netmed drop 9'],
  async act(ctx, { args }) {
    const { number } = await fillIn(ctx, numberField('follow-up'), { number: args[0] })
    const { db, answer } = await ctx.store.update(db => letGo(db, number, ctx.today))
    const settled = followUpViews(ctx.told(db), [answer], ctx.today)
    const [followUp = null] = settled
    ctx.changed({ followUp, opened: [], settled }, renderLetGo)
  },
}
