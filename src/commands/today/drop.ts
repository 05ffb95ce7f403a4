import type { Context } from '../../context.ts'
import type { OpenFollowUp } from '../../domain/data/model.ts'
import { onlyNumber } from '../../domain/data/numbers.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { olderLoops, olderPage } from '../../domain/due/older.ts'
import { letGo } from '../../domain/log/follow-ups.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { NUMBERS, typedNumbers } from '../../input/number.ts'
import { renderLetGo } from '../../render/follow-up.ts'
import { renderOlder } from '../../render/older.ts'
import { renderLetGoMany } from '../../render/several.ts'
import { isYes, loopsMeant } from './several.ts'

const FORM = {
  older: switchField('all that netmed due --older lists', { flag: 'older' }),
}

export const drop: Verb = {
  words: 'drop [number...]',
  says: "let follow-ups go; that's fine",
  examples: ['netmed drop 9', 'netmed drop 45 51 39', 'netmed drop 45-48', 'netmed drop --older'],
  details:
    'A range takes the open follow-ups in it, --older those more than three weeks past their day ' +
    'that you left unchanged since, but never a promise, deadline, meeting, something they ' +
    'agreed to or a draft on hold. You see them first and are asked.',
  form: FORM,
  async act(ctx, { args, typed }) {
    const { older } = await fillIn(ctx, FORM, typed)
    if (older) return letGoOlder(ctx, args)
    const { numbers } = await fillIn(ctx, NUMBERS, typedNumbers(args))
    const number = onlyNumber(numbers)
    if (number === undefined) {
      return letGoAll(ctx, await loopsMeant(ctx, numbers, { question: LET_GO }))
    }
    const { db, answer } = await ctx.store.update(db => letGo(db, number, ctx.today))
    const settled = followUpViews(ctx.told(db), [answer], ctx.today)
    const [followUp = null] = settled
    ctx.changed({ followUp, opened: [], settled }, renderLetGo)
  },
}

const LET_GO = 'Let go of them?'

async function letGoOlder(ctx: Context, args: readonly string[]): Promise<void> {
  if (args.length) {
    throw new Failure(
      'usage',
      '--older takes its own list, so leave out the numbers.',
      'To see it: netmed due --older',
    )
  }
  // Exactly what `due --older` lists, which under --json has nothing private.
  const db = ctx.asked()
  const loops = olderLoops(db, ctx.today).map(({ followUp }) => followUp)
  if (!loops.length) {
    const nothing = { followUps: [], opened: [], settled: [] }
    return ctx.changed(nothing, (_, screen) => renderOlder(olderPage(db, ctx.today), screen))
  }
  await letGoAll(ctx, (await isYes(ctx, loops, LET_GO)) ? loops : [])
}

async function letGoAll(ctx: Context, loops: readonly OpenFollowUp[]): Promise<void> {
  const { db, answer } = loops.length
    ? await ctx.store.update(db => loops.map(({ id }) => letGo(db, id, ctx.today)))
    : { db: ctx.read(), answer: [] }
  const followUps = followUpViews(ctx.told(db), answer, ctx.today)
  ctx.changed({ followUps, opened: [], settled: followUps }, renderLetGoMany)
}
