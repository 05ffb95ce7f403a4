import type { Context } from '../../context.ts'
import { recordView } from '../../domain/data/records.ts'
import { areTerms, TERMS_HELP } from '../../domain/find/terms.ts'
import { archive as putAside } from '../../domain/people/contacts.ts'
import { displayName } from '../../domain/people/names.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { askedWho } from '../../input/person.ts'
import { pickPerson } from '../../input/pick.ts'
import { pickByTerms } from '../../input/terms.ts'
import { renderArchived } from '../../render/contact.ts'
import { renderArchivedMany, selectionQuestion } from '../../render/selection.ts'

const FORM = {
  back: switchField('take somebody back, by number or full name', { flag: 'back' }),
}

export const archive: Verb = {
  words: 'archive [who...]',
  says: 'put somebody aside, or take them --back; nothing is deleted',
  examples: [
    'netmed archive "Pat Moss"',
    'netmed archive met:panel met:2024',
    'netmed archive 12 --back',
  ],
  details: `Terms put several people aside, shown first. ${TERMS_HELP}`,
  form: FORM,
  async act(ctx, { args, typed }) {
    const { back = false } = await fillIn(ctx, FORM, typed)
    await setArchived(ctx, args, !back)
  },
}

async function setArchived(ctx: Context, args: string[], archived: boolean): Promise<void> {
  if (areTerms(args)) return setSeveral(ctx, args, archived)
  const { id } = await pickPerson(ctx, ctx.store.read(), await askedWho(ctx, args))
  const { answer: contact } = await ctx.store.update(db => putAside(db, id, archived))
  const answer = {
    contact: { ...recordView('contacts', contact), displayName: displayName(contact) },
    archived,
  }
  ctx.changed(answer, renderArchived)
}

/** Everybody whom the terms select, shown and asked about first. */
async function setSeveral(ctx: Context, args: string[], archived: boolean): Promise<void> {
  const found = pickByTerms(ctx, ctx.store.read(), args, { archived: !archived })
  const shown = found.map(each => ({ id: each.id, displayName: displayName(each) }))
  const ask = archived ? 'Put them aside?' : 'Take them back?'
  const isMeant = await ctx.confirm(selectionQuestion(shown, ask))
  const { answer: done } = isMeant
    ? await ctx.store.update(db => shown.map(({ id }) => putAside(db, id, archived)))
    : { answer: [] }
  const contacts = done.map(contact => ({
    ...recordView('contacts', contact),
    displayName: displayName(contact),
  }))
  ctx.changed({ contacts, archived }, renderArchivedMany)
}
