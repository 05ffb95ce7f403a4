import type { Context } from '../../context.ts'
import type { OpenFollowUp } from '../../domain/data/model.ts'
import { isRange, type Numbers } from '../../domain/data/numbers.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { loopsNumbered } from '../../domain/log/several.ts'
import { loopsQuestion, loopsShown } from '../../render/several.ts'

/**
 * The open loops that several numbers mean; of a range those that `takes` lets in, under --json without
 * private ones, shown and asked about first. None when the answer is no.
 */
export async function loopsMeant(
  ctx: Context,
  numbers: readonly Numbers[],
  { question, takes }: { question: string; takes?: (loop: OpenFollowUp) => boolean },
): Promise<OpenFollowUp[]> {
  const loops = loopsNumbered(ctx.store.read(), numbers, { seen: ctx.asked(), takes })
  const isMeant = !numbers.some(isRange) || (await isYes(ctx, loops, question))
  return isMeant ? loops : []
}

/** Shows loops that nobody typed one by one, and asks. */
export function isYes(
  ctx: Context,
  loops: readonly OpenFollowUp[],
  question: string,
): Promise<boolean> {
  if (!ctx.options.yes && !ctx.options.json) {
    const views = followUpViews(ctx.store.read(), loops, ctx.today)
    ctx.note(loopsShown(views, ctx.today, ctx.host.stderr.columns))
  }
  return ctx.confirm(loopsQuestion(loops, question))
}
