import { appendNote, recordView } from '../../domain/contacts.ts'
import { displayName } from '../../domain/names.ts'
import { noteText } from '../../domain/text.ts'
import type { Cli } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { pickPerson } from '../../input/pick.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderNoted } from '../../render/contact.ts'

const FORM = {
  who: {
    help: 'the person',
    required: true,
    ask: 'Whose note?',
    read: (text: string) => text,
  },
  text: {
    help: 'what to write down; - reads it from stdin',
    required: true,
    ask: 'What is worth remembering?',
    longText: true,
    read: (text: string) => noteText(text, 'note'),
  },
} as const

export function note(cli: Cli): void {
  cli.verb({
    words: 'note [who] [text...]',
    says: 'add a dated line to somebody’s note',
    examples: ['netmed note priya "two cats, climbs on Sundays"', 'netmed note priya -'],
    async act(ctx, { args: [who, ...words] }) {
      const typed = { who, text: words.length ? words.join(' ') : undefined }
      const { text, who: said } = await fillIn(ctx, FORM, typed)
      const read = ctx.store.read()
      const { id } = await pickPerson(ctx, read, said)
      warnOfPatients(ctx, read, [text])
      const { answer: contact } = await ctx.store.update(db => appendNote(db, id, text, ctx.today))
      const answer = {
        contact: { ...recordView('contacts', contact), displayName: displayName(contact) },
        line: text,
        opened: [],
        settled: [],
      }
      ctx.echo(answer, renderNoted)
    },
  })
}
