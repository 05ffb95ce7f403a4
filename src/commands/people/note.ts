import type { Database } from '../../domain/data/model.ts'
import { appendNote, contactView } from '../../domain/people/contacts.ts'
import { handlesOf, leadingPerson } from '../../domain/people/people.ts'
import { noteText } from '../../domain/words/text.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { pickPerson } from '../../input/pick.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderNoted } from '../../render/contact.ts'

const FORM = {
  who: {
    help: 'the person',
    required: true,
    ask: 'A note about who?',
    read: (text: string) => text,
  },
  text: {
    help: 'what to write down; with - type it next, or read it from a file',
    required: true,
    ask: 'What is worth remembering?',
    longText: true,
    read: (text: string) => noteText(text, 'note'),
  },
} as const

export const note: Verb = {
  words: 'note [who] [text...]',
  says: "add a dated line to someone's note",
  examples: ['netmed note priya "two cats, climbs on Sundays"', 'netmed note priya -'],
  async act(ctx, { args }) {
    const read = ctx.store.read()
    const { text, who } = await fillIn(ctx, FORM, typedOf(read, args))
    const { id } = await pickPerson(ctx, read, who)
    warnOfPatients(ctx, read, [text])
    const { db } = await ctx.store.update(db => appendNote(db, id, text, ctx.today))
    const answer = {
      contact: contactView(ctx.told(db), id),
      handle: handlesOf(db, [id]).get(id) ?? String(id),
      line: text,
    }
    ctx.changed(answer, renderNoted)
  },
}

/** The person, then what to say of them: in quotes, or where the name ends. */
function typedOf(db: Database, args: readonly string[]): { who?: string; text?: string } {
  const [who, ...words] = args
  const split = leadingPerson(db, args)
  if (split) return { who: String(split.contact.id), text: split.rest.join(' ') }
  return { ...(who !== undefined && { who }), ...(words.length && { text: words.join(' ') }) }
}
