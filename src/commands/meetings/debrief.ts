import type { Ask, Context } from '../../context.ts'
import type { Contact, Database, Event, Interaction } from '../../domain/data/model.ts'
import {
  DEBRIEF_QUESTIONS,
  type DebriefAnswers,
  debriefView,
  interactionToDebrief,
  writeDebrief,
} from '../../domain/meet/debrief.ts'
import { mustHaveBegun } from '../../domain/meet/event-batch.ts'
import { debriefed, eventDebrief } from '../../domain/meet/event-prep.ts'
import { textKindOf } from '../../domain/review/patient.ts'
import { noteText } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { askDetails } from '../../input/event.ts'
import { type Form, fillIn, flagWords, switchField, textField } from '../../input/form.ts'
import { howToAnswer, interview, keptOnStop } from '../../input/interview.ts'
import { pickSubject } from '../../input/subject.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderDebrief } from '../../render/debrief.ts'
import { renderEventDebrief } from '../../render/event.ts'

const ANSWERS: Form = Object.fromEntries(
  DEBRIEF_QUESTIONS.map(({ key, ask }) => [key, textField(ask, { flag: key, clearable: true })]),
)

const OWN = { private: switchField('with --json, also what is private', { flag: 'private' }) }

export const debrief: Verb = {
  words: 'debrief [who...]',
  says: 'what you saw while shadowing, only for you; or after an event',
  examples: [
    'netmed debrief chen',
    'netmed debrief chen --likes "mornings in the OR" --myself "yes, with other hours"',
    'netmed debrief "ACC Meeting"',
  ],
  details:
    'You can skip any question. No draft ever uses the answers; exports and --json have them only with --private.',
  form: { ...ANSWERS, ...OWN },
  async act(ctx, { args, typed }) {
    const { private: withPrivate } = await fillIn(ctx, OWN, typed)
    const said = asAnswers(await fillIn(ctx, ANSWERS, typed))
    const isQuestion = !Object.keys(said).length && !canAsk(ctx)
    const seen = ctx.asked(withPrivate)
    const db = isQuestion ? seen : ctx.read()
    const subject = await pickSubject(ctx, db, args, { lean: 'back', seen })
    if (subject.is === 'event') {
      if (Object.keys(said).length) throw notForEvents(subject.event)
      await debriefEvent(ctx, subject.event)
      return
    }
    const { contact } = subject
    const interaction = subject.interaction ?? interactionToDebrief(db, contact)
    if (isQuestion) showKept(ctx, db, { contact, interaction })
    else await debriefPerson(ctx, { contact, interaction }, said, withPrivate)
  },
}

function canAsk(ctx: Context): boolean {
  return ctx.ask !== null && !ctx.options.json
}

function asAnswers(values: object): DebriefAnswers {
  // Every key is a question, read by `textField`, or null where it was cleared.
  return values as DebriefAnswers
}

interface About {
  contact: Contact
  interaction: Interaction
}

async function debriefPerson(
  ctx: Context,
  about: About,
  said: DebriefAnswers,
  withPrivate: boolean | undefined,
): Promise<void> {
  const answers = { ...said }
  const { ask } = ctx
  if (ask && canAsk(ctx) && !Object.keys(said).length) {
    const asking = () => askAll(ctx, ask, about.interaction, answers)
    await keptOnStop(asking, () => keep(ctx, about, answers))
  }
  if (!Object.keys(answers).length) {
    ctx.note("Nothing was saved. That's fine too.")
    return
  }
  const { db, answer } = await save(ctx, about, answers)
  const told = ctx.told(db, withPrivate)
  const interaction = told.interactions.find(each => each.id === answer.id)
  const view = interaction ? debriefView(told, interaction, about.contact) : null
  ctx.changed({ debrief: view }, renderDebrief)
}

/** With nobody to ask and nothing said: what was written down before, else how to. */
function showKept(ctx: Context, db: Database, { contact, interaction }: About): void {
  if (interaction.debrief) {
    const view = debriefView(db, interaction, contact)
    ctx.show({ debrief: view }, renderDebrief)
    return
  }
  const flags = Object.entries(ANSWERS).map(([key, field]) => [flagWords(key, field), field.help])
  const wide = Math.max(...flags.map(([flag = '']) => flag.length))
  throw new Failure(
    'usage',
    'There is no terminal to ask on. Use flags, any of these:',
    flags.map(([flag = '', help]) => `${flag.padEnd(wide)}  ${help}`).join('\n'),
  )
}

async function askAll(
  ctx: Context,
  ask: Ask,
  { debrief: known = {} }: Interaction,
  answers: DebriefAnswers,
): Promise<void> {
  const questions = DEBRIEF_QUESTIONS.map(({ key, ask: message }) => ({
    key,
    message,
    known: known[key],
    read: (text: string) => noteText(text, 'answer'),
  }))
  ctx.note(`${howToAnswer(questions)} It stays with you.\n`)
  await interview(ask, questions, answers)
}

async function keep(ctx: Context, about: About, answers: DebriefAnswers): Promise<void> {
  if (!Object.keys(answers).length) return
  await save(ctx, about, answers)
  ctx.note(`Your answers are saved. To go on: netmed debrief ${about.interaction.id}`)
}

function save(ctx: Context, { interaction }: About, answers: DebriefAnswers) {
  warnOfPatients(ctx, ctx.store.read(), Object.values(answers), { as: 'ward', isPrivate: true })
  return ctx.store.update(db => writeDebrief(db, interaction.id, answers))
}

async function debriefEvent(ctx: Context, { id }: Event): Promise<void> {
  const read = ctx.store.read()
  const event = eventById(read.events, id)
  mustHaveBegun(event, ctx.today)
  const details = await askDetails(ctx, read, event)
  warnOfPatients(ctx, read, [...details.values()], { as: textKindOf(event.kind) })
  const { db, answer: opened } = await ctx.store.update(db =>
    debriefed(db, eventById(db.events, id), details, ctx.today),
  )
  const told = ctx.told(db)
  const answer = eventDebrief(told, eventById(told.events, id), opened, ctx.today)
  if (!ctx.options.json) return ctx.show(answer, renderEventDebrief)
  const { opened: views, settled, ...view } = answer
  ctx.show({ debrief: view, opened: views, settled }, () => '')
}

function eventById(events: readonly Event[], id: number): Event {
  const event = events.find(each => each.id === id)
  if (event) return event
  throw new Failure('not-found', `#${id} was removed meanwhile.`)
}

function notForEvents(event: Event): Failure {
  return new Failure(
    'usage',
    'These questions are about a day with a person, and this is an event.',
    `netmed debrief ${event.id}`,
  )
}
