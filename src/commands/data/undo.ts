import type { Context } from '../../context.ts'
import {
  isAbout,
  type StepDone,
  type StepTaken,
  stepBack,
  stepDone,
  stepForward,
} from '../../domain/change/steps.ts'
import { privateNumbers } from '../../domain/data/lens.ts'
import type { Database } from '../../domain/data/model.ts'
import { numberTyped } from '../../domain/data/records.ts'
import { displayName } from '../../domain/people/names.ts'
import { personMeant } from '../../domain/people/people.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { asTyped } from '../../input/did-you-mean.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { pickPerson } from '../../input/pick.ts'
import { renderStepBack, renderStepForward, renderSteps } from '../../render/steps.ts'

const FORM = {
  list: switchField('only show what can be undone: what changed, when, by which command', {
    flag: 'list',
  }),
  private: switchField('with --json, also what is private', { flag: 'private' }),
}

export const undo: Verb = {
  words: 'undo [who...]',
  says: 'undo the last change; repeat it to go further back',
  examples: ['netmed undo', 'netmed undo --list', 'netmed undo --list ana', 'netmed redo'],
  form: FORM,
  async act(ctx, { args, typed }) {
    const { list, private: withPrivate } = await fillIn(ctx, FORM, typed)
    if (list) return showSteps(ctx, args, withPrivate)
    if (args.length) {
      throw new Failure(
        'usage',
        'undo is of the last change, whoever it was about.',
        `To see what was changed about one person: ${asTyped(['undo', '--list', ...args])}`,
      )
    }
    const view = stepBack(toldStep(ctx, await ctx.store.undo(), withPrivate), moments(ctx))
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

async function showSteps(
  ctx: Context,
  args: readonly string[],
  withPrivate?: boolean,
): Promise<void> {
  const about = args.length ? await personOnceHere(ctx, args.join(' '), withPrivate) : null
  const steps: (StepDone & { rev: number })[] = []
  // What was made private later is so in the steps before that too.
  const unseen = new Set<number>()
  // One at a time, as each holds the whole data twice.
  for (const step of ctx.store.steps()) {
    const told = toldStep(ctx, step, withPrivate, unseen)
    if (about && !isAbout(told, about.id)) continue
    steps.push({ rev: told.rev, ...stepDone(told, moments(ctx), about?.id) })
  }
  ctx.show({ steps, about }, renderSteps)
}

/** The person, also one who is here no more. */
async function personOnceHere(
  ctx: Context,
  words: string,
  withPrivate: boolean | undefined,
): Promise<{ id: number; name: string }> {
  const number = numberTyped(words)
  const knows = (db: Database) =>
    number === undefined
      ? personMeant(db, words).is !== 'nobody'
      : db.contacts.some(each => each.id === number)
  const now = ctx.asked(withPrivate)
  const state = knows(now) ? now : earlierState(ctx, knows, withPrivate)
  const found = await pickPerson(ctx, state ?? now, words)
  return { id: found.id, name: displayName(found) }
}

function earlierState(
  ctx: Context,
  knows: (db: Database) => boolean,
  withPrivate: boolean | undefined,
): Database | undefined {
  for (const { after } of ctx.store.steps()) {
    const state = ctx.told(after, withPrivate)
    if (knows(state)) return state
  }
  return undefined
}

/** What is private on one side of the step is told of neither; the numbers of it go to `unseen`. */
function toldStep<S extends StepTaken>(
  ctx: Context,
  step: S,
  withPrivate?: boolean,
  unseen = new Set<number>(),
): S {
  const { before, after } = step
  for (const id of [before, after].flatMap(privateNumbers)) unseen.add(id)
  const told = (db: Database) => ctx.told(db, withPrivate, unseen)
  return { ...step, before: told(before), after: told(after) }
}

function moments(ctx: Context) {
  return { today: ctx.today, now: ctx.now }
}
