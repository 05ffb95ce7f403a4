import type { Context } from '../../context.ts'
import type { Database, FollowUp, FollowUpKind, OpenFollowUp } from '../../domain/data/model.ts'
import { type Numbers, onlyNumber } from '../../domain/data/numbers.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { checkOutcome, type Done, finish, openFollowUp } from '../../domain/log/follow-ups.ts'
import { loggedView } from '../../domain/log/log-plan.ts'
import { finishAll, type LoopDone } from '../../domain/log/several.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, lineField } from '../../input/form.ts'
import { NUMBERS, typedNumbers } from '../../input/number.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderDone } from '../../render/follow-up.ts'
import { renderDoneMany } from '../../render/several.ts'
import { releaseDraft } from './release.ts'
import { loopsMeant } from './several.ts'

const FORM = {
  outcome: lineField('how it turned out', { flag: 'outcome', placeholder: 'text' }),
}

const ASKED: Partial<Record<FollowUpKind, string>> = {
  advice: 'How did it turn out? (Enter: nothing to add)',
  resource: 'What did you learn from it, in your own words? (Enter: nothing to add)',
  offer: 'taken or declined?',
}

export const done: Verb = {
  words: 'done [number...]',
  says: 'mark follow-ups as done',
  examples: [
    'netmed done 9',
    'netmed done 7 --outcome "the spaced cards worked"',
    'netmed done 45 51 39',
    'netmed done 45-48',
  ],
  details: 'A range takes the open follow-ups in it; you see them first and are asked.',
  form: FORM,
  async act(ctx, { args, typed }) {
    const { numbers } = await fillIn(ctx, NUMBERS, typedNumbers(args))
    const { outcome } = await fillIn(ctx, FORM, typed)
    const number = onlyNumber(numbers)
    if (number === undefined) await finishSeveral(ctx, numbers, outcome)
    else await finishOne(ctx, number, outcome)
  },
}

async function finishOne(ctx: Context, number: number, said: string | undefined): Promise<void> {
  const followUp = openFollowUp(ctx.store.read(), number)
  if (followUp.kind === 'draft') return releaseDraft(ctx, followUp)
  const outcome = said ?? (await askOutcome(ctx, followUp))
  warnOfOutcome(ctx, followUp, outcome)
  const { db, answer } = await ctx.store.update(db =>
    finish(db, number, { outcome, today: ctx.today }),
  )
  const view = doneView(ctx, db, answer)
  ctx.changed({ ...view, ...loopsOf([view]) }, renderDone)
}

async function finishSeveral(
  ctx: Context,
  numbers: readonly Numbers[],
  outcome: string | undefined,
): Promise<void> {
  if (outcome !== undefined) {
    throw new Failure(
      'usage',
      '--outcome is for one follow-up at a time.',
      'netmed done 7 --outcome "…"',
    )
  }
  const question = 'Mark them as done?'
  const loops = await loopsMeant(ctx, numbers, { question, takes: isNoDraft })
  const held = loops.find(loop => !isNoDraft(loop))
  if (held) {
    throw new Failure(
      'usage',
      `#${held.id} is a draft on hold, which you look at by itself.`,
      `netmed done ${held.id}`,
    )
  }
  const outcomes: LoopDone[] = []
  for (const loop of loops) {
    outcomes.push({ id: loop.id, outcome: await askOutcome(ctx, loop, { isOfSeveral: true }) })
    warnOfOutcome(ctx, loop, outcomes.at(-1)?.outcome)
  }
  const { db, answer } = loops.length
    ? await ctx.store.update(db => finishAll(db, outcomes, ctx.today))
    : { db: ctx.read(), answer: [] }
  const views = answer.map(each => doneView(ctx, db, each))
  const followUps = views.filter(view => view.followUp !== null)
  ctx.changed({ today: ctx.today, followUps, ...loopsOf(views) }, renderDoneMany)
}

function isNoDraft({ kind }: FollowUp): boolean {
  return kind !== 'draft'
}

/** Only where an outcome moves the loop on, and only when it has none yet. */
async function askOutcome(
  ctx: Context,
  followUp: OpenFollowUp,
  { isOfSeveral = false } = {},
): Promise<string | undefined> {
  const question = ASKED[followUp.kind]
  if (!ctx.ask || !question || followUp.outcome !== undefined) return undefined
  const [view] = followUpViews(ctx.store.read(), [followUp], ctx.today)
  const message = isOfSeveral ? `#${followUp.id} ${view?.what} · ${question}` : question
  const text = await ctx.ask.text({ message, check: text => wrongOutcome(followUp, text.trim()) })
  return text.trim() || undefined
}

function wrongOutcome(followUp: FollowUp, outcome: string): string | undefined {
  try {
    if (outcome) checkOutcome(followUp, outcome)
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
}

function warnOfOutcome(ctx: Context, followUp: FollowUp, outcome: string | undefined): void {
  warnOfPatients(ctx, ctx.store.read(), [outcome], { isPrivate: followUp.private === true })
}

function doneView(
  ctx: Context,
  db: Database,
  { followUp, logged, movedOn, next: again, owed = [] }: Done,
) {
  const told = ctx.told(db)
  const view = logged ? loggedView(told, logged, ctx.today) : null
  const [settled = null] = followUpViews(told, [followUp], ctx.today)
  const [next = null] = again ? followUpViews(told, [again], ctx.today) : []
  return {
    today: ctx.today,
    followUp: settled,
    movedOn: movedOn && settled !== null,
    logged: view,
    next,
    owed: followUpViews(told, owed, ctx.today),
  }
}

function loopsOf(done: readonly ReturnType<typeof doneView>[]) {
  const own = (isOpened: boolean) =>
    done.flatMap(({ followUp, logged, movedOn, next, owed }) => {
      if (logged) return isOpened ? logged.opened : logged.settled
      const own = followUp && movedOn === isOpened ? [followUp] : []
      return isOpened ? [...own, ...(next ? [next] : []), ...owed] : own
    })
  return { opened: own(true), settled: own(false) }
}
