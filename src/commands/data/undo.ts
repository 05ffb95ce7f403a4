import type { Context } from '../../context.ts'
import { type StepTaken, stepBack, stepForward } from '../../domain/change/steps.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { renderStepBack, renderStepForward, renderSteps } from '../../render/steps.ts'

const FORM = { list: switchField('only show what can be undone', { flag: 'list' }) }

export const undo: Verb = {
  words: 'undo',
  says: 'undo the last change; repeat it to go further back',
  examples: ['netmed undo', 'netmed undo --list', 'netmed redo'],
  form: FORM,
  async act(ctx, { typed }) {
    const { list } = await fillIn(ctx, FORM, typed)
    if (list) return showSteps(ctx)
    const view = stepBack(toldStep(ctx, await ctx.store.undo()), moments(ctx))
    const { opened, settled, ...undone } = view
    ctx.changed({ undone, opened, settled }, renderStepBack)
  },
}

export const redo: Verb = {
  words: 'redo',
  says: 'redo what you undid, until the next change',
  examples: ['netmed redo'],
  async act(ctx) {
    const view = stepForward(toldStep(ctx, await ctx.store.redo()), moments(ctx))
    const { opened, settled, ...redone } = view
    ctx.changed({ redone, opened, settled }, renderStepForward)
  },
}

function showSteps(ctx: Context): void {
  const steps = [...ctx.store.steps()].map(({ rev, ...step }) => {
    const { command, subject, at, ago } = stepBack(toldStep(ctx, step), moments(ctx))
    return { rev, command, subject, at, ago }
  })
  ctx.show({ steps }, renderSteps)
}

function toldStep(ctx: Context, step: StepTaken): StepTaken {
  return { ...step, before: ctx.told(step.before), after: ctx.told(step.after) }
}

function moments(ctx: Context) {
  return { today: ctx.today, now: ctx.now }
}
