import type { Context } from '../../context.ts'
import type { Database, Event } from '../../domain/data/model.ts'
import { eventPrep } from '../../domain/meet/event-prep.ts'
import { prepSheet } from '../../domain/meet/prep.ts'
import { addQuestions, questionViews } from '../../domain/meet/questions.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, lineField, switchField } from '../../input/form.ts'
import { pickSubject } from '../../input/subject.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderEventPrep } from '../../render/event.ts'
import { renderPrep, renderPrepMarkdown } from '../../render/prep.ts'

const FORM = {
  question: lineField('something specific to ask; kept until you ask it', {
    flag: 'question',
    many: true,
  }),
  md: switchField('as Markdown, to print; without what is private', { flag: 'md' }),
  private: switchField('with --json or --md, also what is private', { flag: 'private' }),
} as const

export const prep: Verb = {
  words: 'prep [who...]',
  says: 'one screen before you meet someone, or go to an event',
  examples: [
    'netmed prep chen',
    'netmed prep chen --question "How did you choose the control group?"',
    'netmed prep chen --md > chen.md',
    'netmed prep "ACC Meeting"',
  ],
  form: FORM,
  async act(ctx, { args, typed }) {
    const values = await fillIn(ctx, FORM, typed)
    const { question: texts = [], md: isMarkdown = false } = values
    // Markdown is made to be taken along.
    const { private: withPrivate = isMarkdown ? false : undefined } = values
    const db = texts.length ? ctx.read() : ctx.asked(withPrivate)
    const subject = await pickSubject(ctx, db, args, {
      lean: 'ahead',
      seen: ctx.asked(withPrivate),
    })
    if (subject.is === 'event') {
      if (texts.length || isMarkdown) throw onlyForPeople(subject.event)
      showEvent(ctx, ctx.asked(withPrivate), subject.event)
      return
    }
    const { id } = subject.contact
    const change = texts.length ? await noteQuestions(ctx, id, texts) : {}
    const sheet = prepSheet(ctx.asked(withPrivate), id, ctx.today)
    ctx.show({ prep: sheet, ...change }, isMarkdown ? renderPrepMarkdown : renderPrep, {
      asIs: isMarkdown,
    })
  },
}

async function noteQuestions(ctx: Context, contact: number, texts: readonly string[]) {
  warnOfPatients(ctx, ctx.store.read(), texts)
  const { db, answer } = await ctx.store.update(db => addQuestions(db, { contact, texts }))
  return { questions: questionViews(db, answer.added), opened: [], settled: [] }
}

function showEvent(ctx: Context, db: Database, event: Event): void {
  const sheet = eventPrep(db, event, ctx.today)
  if (ctx.options.json) ctx.show({ prep: sheet }, () => '')
  else ctx.show(sheet, renderEventPrep)
}

function onlyForPeople(event: Event): Failure {
  return new Failure(
    'usage',
    '--question and --md are for a person; this is an event.',
    `netmed prep ${event.id}`,
  )
}
