import type { Context } from '../../context.ts'
import { startList, tickStep } from '../../domain/due/start.ts'
import type { Noun } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { readNumber } from '../../input/number.ts'
import { renderStart } from '../../render/start.ts'

const FORM = {
  step: {
    help: 'the number of the step, or "all"',
    required: true,
    ask: 'Which step?',
    read: (text: string) => (text.trim() === 'all' ? 'all' : readNumber(text)),
  },
} as const

export const start: Noun = {
  says: 'first steps; most check themselves off',
  verbs: [
    {
      words: 'start',
      says: 'first steps; most check themselves off as you do them',
      examples: ['netmed start', 'netmed start done 2'],
      act: list,
    },
    {
      words: 'start list',
      says: 'the steps, as netmed start shows them',
      examples: ['netmed start list'],
      act: list,
    },
    {
      words: 'start done [step]',
      says: 'check off a first step; "all" hides the list',
      examples: ['netmed start done 2', 'netmed start done all'],
      async act(ctx, { args: [said] }) {
        const { step } = await fillIn(ctx, FORM, { step: said })
        const { db } = await ctx.store.update(db => tickStep(db, step))
        ctx.changed({ start: startList(ctx.told(db)) }, renderStart)
      },
    },
  ],
}

function list(ctx: Context): void {
  ctx.show({ start: startList(ctx.asked()) }, renderStart)
}
