import type { Context } from '../../context.ts'
import { type Merge, merged, mergeOf } from '../../domain/change/merge.ts'
import type { Contact, Database } from '../../domain/data/model.ts'
import { contactView } from '../../domain/people/contacts.ts'
import { doubles } from '../../domain/people/dupes.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { pickPerson } from '../../input/pick.ts'
import { forgetDrafts } from '../../input/sent.ts'
import { renderDoubles } from '../../render/dupes.ts'
import { mergeQuestion, renderMerge } from '../../render/merge.ts'

const FORM = {
  dryRun: switchField('only show what would happen', { flag: 'dry-run' }),
  all: switchField('without names: show every pair', { flag: 'all' }),
}

const LIMIT = 10

export const merge: Verb = {
  words: 'merge [keep] [other]',
  says: 'merge two people into one; without names, list duplicates',
  examples: ['netmed merge', 'netmed merge 4 17', 'netmed merge hoff 17 --dry-run'],
  details:
    'The first stays and gets what the second has. If they differ, the other value goes to the ' +
    'note. Without names it changes nothing and lists pairs with the same address, profile or ' +
    'phone, or the same name apart from accents, titles, order, an initial or a nickname; never ' +
    'by last name alone.',
  form: FORM,
  async act(ctx, { args, typed }) {
    const { dryRun = false, all = false } = await fillIn(ctx, FORM, typed)
    if (!args.length) return showDoubles(ctx, all)
    if (all) throw new Failure('usage', '--all is for the list of pairs.', 'netmed merge --all')
    const db = ctx.store.read()
    const [keep, other] = await pickTwo(ctx, db, args)
    const ids = { keep: keep.id, other: other.id }
    const { today } = ctx
    // Before it is changed: as the answer may tell it.
    const told = mergeOf(ctx.asked(), ids, today)
    if (dryRun) return answer(ctx, told, { isMerged: false, isDry: true })
    if (!(await ctx.confirm(mergeQuestion(mergeOf(db, ids, today))))) {
      return answer(ctx, told, { isMerged: false, isDry: false })
    }
    const shown = [keep, other]
    const { db: after } = await ctx.store.update(db => merged(db, ids, { today, shown }))
    forgetDrafts(ctx, other)
    const contact = contactView(ctx.told(after), keep.id)
    answer(ctx, { ...told, contact }, { isMerged: true, isDry: false })
  },
}

/** The likeliest pairs on screen; under `--json` all of them. */
function showDoubles(ctx: Context, all: boolean): void {
  const pairs = doubles(ctx.asked())
  const shown = all ? pairs : pairs.slice(0, LIMIT)
  ctx.show({ pairs }, (_, screen) => renderDoubles({ pairs: shown, total: pairs.length }, screen))
}

/** Each by number or name; two words are two people, never one. */
async function pickTwo(ctx: Context, db: Database, args: string[]): Promise<[Contact, Contact]> {
  const [keep, other, ...rest] = args.length === 1 ? (args[0] ?? '').split(',') : args
  if (!keep || !other || rest.length) {
    throw new Failure(
      'usage',
      'Name two people: the one to keep, then the other.',
      'netmed merge 4 17; put quotes around a name of two words.',
    )
  }
  return [await pickPerson(ctx, db, keep), await pickPerson(ctx, db, other)]
}

function answer(
  ctx: Context,
  merge: Merge,
  { isMerged, isDry }: { isMerged: boolean; isDry: boolean },
): void {
  const { contact, name, gone, joined, moved, settled } = merge
  const whole = {
    contact: { ...contact, displayName: name },
    gone,
    joined,
    moved,
    merged: isMerged,
    opened: [],
    settled: isMerged ? settled : [],
  }
  const tell = isDry ? ctx.show : ctx.changed
  tell(whole, (_, screen) => renderMerge({ merge, isMerged, isDry }, screen))
}
