import type { Choice, Context } from '../../context.ts'
import { type CopyFacts, copyMeant, copyType, isMoment } from '../../domain/change/kept-copies.ts'
import { holdingOf, isNoChange, restoreChanges } from '../../domain/change/restoring.ts'
import { privateNumbers } from '../../domain/data/lens.ts'
import { Failure } from '../../failure.ts'
import type { Line, Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { renderRestored, restoreSummary } from '../../render/restore.ts'
import type { Look } from '../../store/store.ts'
import type { Restorable } from '../../store/stored-file.ts'

const FORM = {
  dryRun: switchField('only show what would change', { flag: 'dry-run' }),
  private: switchField('with --json, also what is private', { flag: 'private' }),
}

export const restore: Verb = {
  words: 'restore [when...]',
  says: 'go back to a kept copy or a backup, shown before it is asked about',
  examples: [
    'netmed restore yesterday --dry-run',
    'netmed restore "20 nov 15:04"',
    'netmed restore latest',
    'netmed restore /media/usb/netmed-2026-11-20-1504.json',
  ],
  details:
    'A day means the end of it. What you have now is kept first, so undo takes a restore back. It also works when the file is damaged: its bytes are kept, and numbers are never given out twice. Kept copies: netmed backup list.',
  form: FORM,
  act: restoreCopy,
}

/** Something to restore, and what it is called. */
interface Chosen {
  from: Restorable
  name: string
  /** What is typed for it. */
  type: string
}

async function restoreCopy(ctx: Context, { args, typed }: Line): Promise<void> {
  const { dryRun = false, private: withPrivate } = await fillIn(ctx, FORM, typed)
  const { from, name, type } = await choose(ctx, args.join(' '))
  const seen = ctx.store.look()
  const whole = { name, ...sides(from, seen) }
  const isSame = whole.changes !== null && isNoChange(whole.changes)
  if (!dryRun && !isSame && !ctx.options.json) {
    if (seen.failure) ctx.note(seen.failure.message)
    ctx.note(restoreSummary(whole, ctx.host.stderr.columns))
  }
  const isDone =
    !dryRun &&
    !isSame &&
    (await ctx.confirm({
      about: 'This puts it in the place of what you have now.',
      question: 'Restore it?',
    }))
  const done = isDone ? await ctx.store.restore(from, seen) : undefined
  // What is private on one side is told of neither.
  const unseen = new Set([from.db, seen.db].flatMap(db => (db ? privateNumbers(db) : [])))
  const told = {
    db: ctx.told(from.db, withPrivate, unseen),
    before: seen.db && ctx.told(seen.db, withPrivate, unseen),
  }
  ctx.changed(
    {
      restore: {
        name,
        type,
        dryRun,
        done: isDone,
        isSame,
        damaged: done?.damaged ?? null,
        ...sides(told, { db: told.before }),
      },
    },
    renderRestored,
  )
}

function sides({ db }: Pick<Restorable, 'db'>, { db: before }: Pick<Look, 'db'>) {
  return { holds: holdingOf(db), changes: before ? restoreChanges(before, db) : null }
}

async function choose(ctx: Context, words: string): Promise<Chosen> {
  if (words && !isMoment(words, ctx.today)) return chosenFile(ctx, words)
  const copies = ctx.store.copies()
  const chosen = words ? copyMeant(copies, words, ctx.today) : await askWhich(ctx, copies)
  const type = copyType(chosen, copies, ctx.today)
  if (chosen.rev === null) return chosenFile(ctx, type)
  return { from: ctx.store.copied(chosen.rev), name: `the copy of ${type}`, type }
}

const LIMIT = 64 * 1024 * 1024

function chosenFile(ctx: Context, file: string): Chosen {
  if (!/[./\\]/.test(file)) {
    throw new Failure(
      'usage',
      `"${file}" is neither a day nor a file.`,
      'netmed restore yesterday, netmed restore "20 nov 15:04", netmed restore ./backup.json',
    )
  }
  const text = ctx.load(file, LIMIT)
  return { from: { db: ctx.foreign(file, text) }, name: file, type: file }
}

async function askWhich(ctx: Context, all: readonly CopyFacts[]): Promise<CopyFacts> {
  const copies = all.filter(copy => copy.why !== 'damaged')
  const [latest] = copies
  if (!latest) throw new Failure('not-found', 'No copies are kept yet.', 'netmed restore <file>')
  if (!ctx.ask) {
    throw new Failure(
      'usage',
      'Still needed: <when>, or the file of a backup.',
      `netmed restore latest, netmed restore "${copyType(latest, all, ctx.today)}"\nAll of them: netmed backup list`,
    )
  }
  const choices: Choice<CopyFacts>[] = copies.map(copy => {
    const command = copy.command ? `, after ${copy.command}` : ''
    return { name: `${copyType(copy, all, ctx.today)}${command}`, value: copy }
  })
  return ctx.ask.search({ message: 'Which copy?', choices })
}
