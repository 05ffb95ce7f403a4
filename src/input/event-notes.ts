import type { Context } from '../context.ts'
import type { Event } from '../domain/data/model.ts'
import type { Loop } from '../domain/due/loops.ts'
import { letGo } from '../domain/log/follow-ups.ts'
import { noteDetail } from '../domain/meet/event-batch.ts'
import { shortDay } from '../domain/words/days.ts'
import { counted, oneLine } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'

/** What became of each note, by the numbers of the follow-ups. */
export interface NotesDone {
  sent: number[]
  later: number[]
  letGo: number[]
}

/** How a note is written, shown and sent; `L` is the letter as the command knows it. */
export interface NoteDesk<L> {
  /** Meanings of what the note cannot do without and nobody has said yet. */
  lacks(note: Loop): Promise<string[]>
  /** Asks for what is missing and writes the note. */
  write(note: Loop): Promise<L>
  show(letter: L): void
  edit(letter: L): Promise<L>
  /** Logs it as sent. */
  send(letter: L): Promise<void>
}

/** Fails where nobody can look at each note, and says what to type instead. */
export function mustBeThere(ctx: Context, event: Event, notes: readonly Loop[]): void {
  if (ctx.ask) return
  throw new Failure(
    'usage',
    `netmed asks about the notes for ${event.name} one by one, and there is no terminal to ask on.`,
    [...notes.map(note => note.command), 'All of them as data: --json'].join('\n'),
  )
}

/** Shows each note alone and asks what becomes of it; what was answered stays when it is broken off. */
export async function oneByOne<L>(
  ctx: Context,
  notes: readonly Loop[],
  desk: NoteDesk<L>,
): Promise<NotesDone> {
  const done: NotesDone = { sent: [], later: [], letGo: [] }
  for (const [index, note] of notes.entries()) {
    const { followUp: id } = note
    if (id === null) continue
    const place = notes.length > 1 ? `${index + 1} of ${notes.length}, ` : ''
    const by = note.due ? `, due ${shortDay(note.due, ctx.today)}` : ''
    ctx.note(`\n${place}${note.contact?.name ?? ''}${by}`)
    const choice = await whatBecomes(ctx, note, desk)
    done[choice].push(id)
    if (choice === 'letGo') await ctx.store.update(db => letGo(db, id, ctx.today))
    ctx.note(SAID[choice])
  }
  return done
}

const SAID = {
  sent: 'Logged as sent.',
  later: 'It stays open.',
  letGo: "Let go. That's fine.",
} as const

async function whatBecomes<L>(
  ctx: Context,
  note: Loop,
  desk: NoteDesk<L>,
): Promise<keyof NotesDone> {
  const lacking = await desk.lacks(note)
  if (lacking.length) {
    const now = await ask(
      ctx,
      `To write it, netmed asks you ${counted(lacking.length, 'thing')}.`,
      {
        'answer now': 'write',
        ...REST,
      },
    )
    if (now !== 'write') return now
    await askDetail(ctx, note)
  }
  let letter: L = await desk.write(note)
  for (;;) {
    desk.show(letter)
    const choice = await ask(ctx, 'What next?', { sent: 'sent', edit: 'edit', ...REST })
    if (choice === 'sent') await desk.send(letter)
    if (choice !== 'edit') return choice
    letter = await desk.edit(letter)
  }
}

/** What you talked about is kept with the contact, so that it is known even when the note waits. */
async function askDetail(ctx: Context, note: Loop): Promise<void> {
  const { followUps, interactions } = ctx.store.read()
  const from = followUps.find(each => each.id === note.followUp)?.from
  const interaction = interactions.find(each => each.id === from)
  if (!ctx.ask || !interaction || interaction.detail !== undefined) return
  const said = await ctx.ask.text({
    message: `What did you talk about with ${note.contact?.name}?`,
    check: text => (text.trim() ? undefined : 'The note needs it.'),
  })
  const detail = oneLine(said, 'text')
  await ctx.store.update(db => noteDetail(db, interaction.id, detail))
}

const REST = { later: 'later', 'let go': 'letGo' } as const

async function ask<T extends string>(
  ctx: Context,
  message: string,
  choices: Readonly<Record<string, T>>,
): Promise<T> {
  if (!ctx.ask) throw new Failure('usage', 'There is no terminal to ask on.')
  return ctx.ask.select({
    message,
    choices: Object.entries(choices).map(([name, value]) => ({ name, value })),
  })
}
