import type { Context } from '../../context.ts'
import { copyViews } from '../../domain/change/kept-copies.ts'
import { counted } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import type { Line, Noun } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { renderBackup, renderCleared, renderCopies } from '../../render/backup.ts'

const LIST = { private: switchField('with --json, also the sizes', { flag: 'private' }) }

export const backup: Noun = {
  says: 'copies of everything, one now or those that are kept',
  verbs: [
    {
      words: 'backup [target]',
      says: 'write a copy of everything now, to a file, a folder, or beside the kept ones',
      examples: ['netmed backup', 'netmed backup /media/usb', 'netmed backup before-boards.json'],
      details:
        'Before every change netmed keeps the state before it: the last 20, one of each day for 30 days, one of each month for a year, at most 200 MB. They are on the same disk as your data; a backup to another one is yours to make. It holds private notes too.',
      act: writeBackup,
    },
    {
      words: 'backup list',
      says: 'the copies that are kept',
      examples: ['netmed backup list'],
      form: LIST,
      async act(ctx, { typed }) {
        const { private: withPrivate = !ctx.options.json } = await fillIn(ctx, LIST, typed)
        const moments = { today: ctx.today, now: ctx.now }
        const copies = copyViews(ctx.store.copies(), moments, withPrivate)
        ctx.show({ copies }, renderCopies)
      },
    },
    {
      words: 'backup clear',
      says: 'remove every kept copy, after asking',
      examples: ['netmed backup clear', 'netmed backup clear --yes'],
      details:
        'Kept copies still hold the people that you removed. After this they are gone for good, and nothing before it can be undone. Backups that you wrote to a file stay.',
      act: clear,
    },
  ],
}

async function writeBackup(ctx: Context, { args }: Line): Promise<void> {
  const { contacts, interactions } = ctx.asked()
  const counts = { people: contacts.length, interactions: interactions.length }
  const target = args.join(' ')
  if (!target) {
    const { isNew } = await ctx.store.keepNow()
    return ctx.show({ backup: { path: null, isNew, ...counts } }, renderBackup)
  }
  if (target === '-') {
    throw new Failure('usage', 'A backup goes to a file or a folder.', 'netmed export json prints.')
  }
  const place = ctx.store.backupPlace(target)
  ctx.mayWrite(place.path)
  const isMeant =
    !place.isTaken ||
    (await ctx.confirm({ about: `${place.path} is there already.`, question: 'Replace it?' }))
  if (!isMeant) throw new Failure('already-there', 'No backup was written.', 'Name another file.')
  if (!place.isDone) ctx.store.backup(place)
  const done = { path: place.path, isNew: !place.isDone }
  ctx.show({ backup: { ...done, ...counts } }, renderBackup)
}

async function clear(ctx: Context): Promise<void> {
  const count = ctx.store.copies().length
  const copies = counted(count, 'kept copy', 'kept copies')
  const isMeant =
    count > 0 &&
    (await ctx.confirm({
      about: `This removes ${copies}. Nothing before now can be undone then.`,
      question: 'Remove them?',
    }))
  ctx.echo({ cleared: isMeant ? await ctx.store.clearCopies() : 0 }, renderCleared)
}
