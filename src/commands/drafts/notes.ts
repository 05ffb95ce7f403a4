import type { Context } from '../../context.ts'
import type { PublicPart } from '../../domain/data/lens.ts'
import { contactById } from '../../domain/data/records.ts'
import { isOfAnother, wordsOfSlots } from '../../domain/data/templates.ts'
import type { Loop } from '../../domain/due/loops.ts'
import { type DraftFor, type DraftView, draftView } from '../../domain/mail/drafts.ts'
import { secondLook } from '../../domain/mail/second-look.ts'
import { notesFrom } from '../../domain/meet/event-batch.ts'
import { type EventView, eventView } from '../../domain/meet/events.ts'
import { displayName } from '../../domain/people/names.ts'
import { Failure } from '../../failure.ts'
import { renderTemplate } from '../../formats/template.ts'
import type { Line } from '../../input/command.ts'
import { pickEvent } from '../../input/event.ts'
import { mustBeThere, type NoteDesk, oneByOne } from '../../input/event-notes.ts'
import { type DraftedMail, logSent, rememberDraft } from '../../input/sent.ts'
import { fillSlots } from '../../input/slots.ts'
import { renderDraft } from '../../render/draft.ts'
import { renderNoNotes, renderNotesDone } from '../../render/event.ts'
import { draftAnswer, edited, type Written } from './writing.ts'

/** Each note to somebody met at an event, shown alone. */
export async function writeNotes(
  ctx: Context,
  db: PublicPart,
  said: string,
  line: Line,
): Promise<void> {
  const other = Object.keys(line.typed).find(key => key !== 'event' && key !== 'body')
  if (line.args.length || other) {
    throw new Failure(
      'usage',
      '--event goes through all the notes and asks about each; only --body can be used with it.',
    )
  }
  const event = await pickEvent(ctx, db, [said], 'back')
  const notes = notesFrom(db, event, ctx.today)
  const view = eventView(db, event, ctx.today)
  if (ctx.options.json) return showNotes(ctx, db, view, notes)
  if (!notes.length) return ctx.show({ event: view, drafts: [] }, renderNoNotes)
  mustBeThere(ctx, event, notes)
  const done = await oneByOne(ctx, notes, noteDesk(ctx, line.typed.body === true))
  ctx.changed({ event: view, ...done }, renderNotesDone)
}

/** As data, what is missing named instead of a text with holes. */
async function showNotes(
  ctx: Context,
  db: PublicPart,
  event: EventView,
  notes: readonly Loop[],
): Promise<void> {
  const drafts = []
  for (const note of notes) {
    const asked = await noteAsked(ctx, db, note)
    const { contact, template } = asked
    const { view, warnings, ...found } = draftView(db, asked)
    const missing = lackingIn(found)
    const letter = missing.length ? null : await renderTemplate(template, view)
    const written = { contact, template, letter: letter ?? { subject: '', body: '' }, warnings }
    const { draft } = draftAnswer(ctx, db, written)
    const facts = { followUp: note.followUp, due: note.due, missing }
    drafts.push({ ...draft, ...(letter ?? { subject: null, body: null }), ...facts })
  }
  ctx.show({ event, drafts }, () => '')
}

/** The slots, and what else has to be said or on file before it can be written. */
function lackingIn({ missing, unproven }: Pick<DraftView, 'missing' | 'unproven'>): string[] {
  return [...missing.map(each => each.name), ...unproven]
}

interface Note extends Written {
  mail: DraftedMail
  warnings: string[]
}

function noteDesk(ctx: Context, bodyOnly: boolean): NoteDesk<Note> {
  return {
    lacks: async note => {
      const db = ctx.publicPart()
      const { missing } = draftView(db, await noteAsked(ctx, db, note))
      return missing.map(slot => slot.meaning)
    },
    write: async note => {
      const db = ctx.publicPart()
      const asked = await noteAsked(ctx, db, note)
      const { contact, template } = asked
      const { view, values, warnings: said } = await fillSlots(ctx, db, asked)
      const letter = await renderTemplate(template, view)
      const known = {
        contact,
        template: template.name,
        isOfAnother: isOfAnother(template),
        letter,
        said: wordsOfSlots(template, view),
        due: values.due,
      }
      const settles = note.followUp === null ? [] : [note.followUp]
      const mail = {
        template: template.name,
        subject: letter.subject,
        opens: template.opens,
        settles,
      }
      return {
        contact,
        template,
        letter,
        mail,
        warnings: [...said, ...secondLook(db, known, ctx.today)],
      }
    },
    show: note => {
      const { contact } = note
      for (const warning of note.warnings) ctx.note(warning)
      if (!contact.emails?.length) ctx.note(`No email address for ${displayName(contact)}.`)
      rememberDraft(ctx, contact, note.mail)
      const answer = draftAnswer(ctx, ctx.publicPart(), note)
      ctx.show(answer, (all, screen) => `\n${renderDraft(all, screen, bodyOnly)}\n`, {
        asIs: bodyOnly,
      })
    },
    edit: async note => {
      const letter = await edited(ctx, note)
      return { ...note, letter, mail: { ...note.mail, subject: letter.subject } }
    },
    send: async ({ contact, mail }) => {
      await logSent(ctx, contact, mail, ctx.today)
    },
  }
}

async function noteAsked(ctx: Context, db: PublicPart, note: Loop): Promise<DraftFor> {
  const contact = contactById(db, note.contact?.id ?? 0)
  const template = await ctx.templates.get(note.template ?? 'event-followup')
  const followUp = db.followUps.find(each => each.id === note.followUp)
  return { template, contact, followUp, given: {}, today: ctx.today }
}
