import type { Context } from '../../context.ts'
import { holdingOf } from '../../domain/change/restoring.ts'
import { quoted } from '../../domain/words/quoting.ts'
import { Failure } from '../../failure.ts'
import type { Line, Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { renderCheckup } from '../../render/doctor.ts'
import type { Examined, Problem } from '../../store/examine.ts'
import type { Fixed } from '../../store/mending.ts'
import type { ListedTemplate } from '../../store/templates.ts'

const FORM = {
  fix: switchField('do what loses nothing, after keeping the file as it is', { flag: 'fix' }),
  private: switchField('with --json, also what is private', { flag: 'private' }),
}

export const doctor: Verb = {
  words: 'doctor',
  says: 'look for what is wrong with your data file, and mend it',
  examples: ['netmed doctor', 'netmed doctor --fix', 'netmed --file old.json doctor'],
  details:
    "Reads the file even when it is damaged. Finds broken JSON, values that don't fit, numbers of no one, what others on the machine may open, what stopped commands left, the other version that a sync service put beside the file, damaged copies and templates. --fix never writes over a file that it has to leave something out of: what can be saved goes to a new file, for netmed restore. Exit 0: in order, 1: something found.",
  form: FORM,
  act: examine,
}

async function examine(ctx: Context, { typed }: Line): Promise<void> {
  const { fix = false, private: withPrivate = !ctx.options.json } = await fillIn(ctx, FORM, typed)
  const fixed: Fixed | undefined = fix ? await ctx.store.fix() : undefined
  const { problems, saved } = ctx.store.examine()
  const found = [...problems, ...(await templateProblems(ctx))]
  const tell = <T extends Told>(one: T) => told(one, withPrivate)
  ctx.show(
    {
      file: ctx.store.path,
      healthy: found.length === 0,
      holds: holdingNow(ctx, problems, withPrivate),
      problems: found.map(tell),
      fixed: (fixed?.did ?? []).map(tell),
      damaged: fixed?.damaged ?? null,
      saved: saved ? savedView(ctx, saved, { path: fixed?.saved ?? null, withPrivate }) : null,
    },
    renderCheckup,
  )
  if (found.length) throw new Failure('found', 'Something was found.', 'See above.')
}

type Told = Pick<Problem, 'where' | 'says' | 'isPrivate'> & Partial<Pick<Problem, 'command'>>

/** Of what is private only that it is not in order. */
function told<T extends Told>(
  { isPrivate, ...one }: T,
  withPrivate: boolean,
): Omit<T, 'isPrivate'> {
  if (!isPrivate || withPrivate) return one
  return {
    ...one,
    where: null,
    // It holds the record's number.
    ...('command' in one && { command: null }),
    says: 'Something private is not in order: without --json it is named.',
  }
}

/** Null of a file that is not understood. */
function holdingNow(ctx: Context, problems: readonly Problem[], withPrivate: boolean) {
  if (problems.some(each => each.kind === 'unreadable')) return null
  const { db } = ctx.store.look()
  return db ? holdingOf(ctx.told(db, withPrivate)) : null
}

function savedView(
  ctx: Context,
  { db, leftOut }: NonNullable<Examined['saved']>,
  { path, withPrivate }: { path: string | null; withPrivate: boolean },
) {
  return {
    path,
    holds: holdingOf(ctx.told(db, withPrivate)),
    leftOut: leftOut.map(({ path: where, expected, isPrivate }) =>
      told({ where, says: `${where}: expected ${expected}.`, isPrivate }, withPrivate),
    ),
  }
}

/** A folder of them that can't be read is one that can't be read. */
async function listedTemplates(
  ctx: Context,
): Promise<Pick<ListedTemplate, 'name' | 'path' | 'problem'>[]> {
  try {
    return await ctx.templates.list()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return [{ name: '', path: ctx.templates.ownFolder, problem: error.message }]
  }
}

async function templateProblems(ctx: Context): Promise<Problem[]> {
  return (await listedTemplates(ctx)).flatMap(({ name, path, problem: says }) => {
    if (says === null) return []
    const command = name ? `netmed template check ${quoted(name)}` : null
    return [{ kind: 'template', where: path, says, fix: null, command, isPrivate: false }]
  })
}
