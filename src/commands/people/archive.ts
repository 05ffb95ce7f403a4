import type { Context } from '../../context.ts'
import { archive as putAside, recordView } from '../../domain/contacts.ts'
import { displayName } from '../../domain/names.ts'
import type { Cli } from '../../input/command.ts'
import { askedWho } from '../../input/person.ts'
import { pickPerson } from '../../input/pick.ts'
import { renderArchived } from '../../render/contact.ts'

export function archive(cli: Cli): void {
  cli.verb({
    words: 'archive [who...]',
    says: 'put somebody aside; nothing is deleted',
    examples: ['netmed archive "Pat Moss"'],
    act: (ctx, { args }) => setArchived(ctx, args, true),
  })
  cli.verb({
    words: 'unarchive [who...]',
    says: 'take somebody back, by number or full name',
    examples: ['netmed unarchive 12'],
    act: (ctx, { args }) => setArchived(ctx, args, false),
  })
}

async function setArchived(ctx: Context, args: string[], archived: boolean): Promise<void> {
  const { id } = await pickPerson(ctx, ctx.store.read(), await askedWho(ctx, args))
  const { answer: contact } = await ctx.store.update(db => putAside(db, id, archived))
  const answer = {
    contact: { ...recordView('contacts', contact), displayName: displayName(contact) },
    archived,
    opened: [],
    settled: [],
  }
  ctx.echo(answer, renderArchived)
}
