import type { Context } from '../../context.ts'
import type { Contact } from '../../domain/data/model.ts'
import { numbersTyped, onlyNumber } from '../../domain/data/numbers.ts'
import { areTerms, TERMS_HELP } from '../../domain/find/terms.ts'
import { contactView, archive as putAside } from '../../domain/people/contacts.ts'
import { displayName } from '../../domain/people/names.ts'
import { peopleNumbered } from '../../domain/people/numbered.ts'
import type { Line, Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { askedWho } from '../../input/person.ts'
import { pickPerson } from '../../input/pick.ts'
import { pickByTerms } from '../../input/terms.ts'
import { renderArchived } from '../../render/contact.ts'
import { renderArchivedMany, selectionQuestion } from '../../render/selection.ts'

const FORM = {
  back: switchField('bring someone back, by number or full name', { flag: 'back' }),
  private: switchField('terms also match what is private', { flag: 'private' }),
}

export const archive: Verb = {
  words: 'archive [who...]',
  says: 'archive someone, or bring them --back; nothing is deleted',
  examples: [
    'netmed archive "Pat Moss"',
    'netmed archive 12 14',
    'netmed archive met:panel met:2024',
    'netmed archive 12 --back',
  ],
  details: `With search terms you can archive several; you see the list first. ${TERMS_HELP}`,
  form: FORM,
  async act(ctx, line) {
    const { back = false } = await fillIn(ctx, FORM, line.typed)
    await setArchived(ctx, line, !back)
  },
}

async function setArchived(ctx: Context, line: Line, archived: boolean): Promise<void> {
  const { args } = line
  if (areTerms(args)) return setThoseFound(ctx, line, archived)
  const numbers = numbersTyped(args.join(' '))
  if (numbers && onlyNumber(numbers) === undefined) {
    return setAll(ctx, peopleNumbered(ctx.store.read(), numbers), archived)
  }
  const { id } = await pickPerson(ctx, ctx.store.read(), await askedWho(ctx, args))
  const { db } = await ctx.store.update(db => putAside(db, id, archived))
  const answer = {
    contact: contactView(ctx.told(db), id),
    archived,
  }
  ctx.changed(answer, renderArchived)
}

/** Everybody whom the terms select, shown and asked about first. */
async function setThoseFound(
  ctx: Context,
  { args, typed }: Line,
  archived: boolean,
): Promise<void> {
  const { private: withPrivate } = await fillIn(ctx, FORM, typed)
  const found = pickByTerms(ctx, args, { archived: !archived, withPrivate })
  const shown = found.map(each => ({ id: each.id, displayName: displayName(each) }))
  const ask = archived ? 'Archive them?' : 'Bring them back?'
  const isMeant = await ctx.confirm(selectionQuestion(shown, ask))
  await setAll(ctx, isMeant ? found : [], archived)
}

async function setAll(ctx: Context, people: readonly Contact[], archived: boolean): Promise<void> {
  const { db, answer: done } = people.length
    ? await ctx.store.update(db => people.map(({ id }) => putAside(db, id, archived)))
    : { db: ctx.read(), answer: [] }
  const contacts = done.map(({ id }) => contactView(ctx.told(db), id))
  ctx.changed({ contacts, archived }, renderArchivedMany)
}
