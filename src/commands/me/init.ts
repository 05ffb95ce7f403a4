import type { Ask, Context } from '../../context.ts'
import type { Profile } from '../../domain/data/model.ts'
import type { FieldRow } from '../../domain/data/rows.ts'
import { contactView } from '../../domain/people/contacts.ts'
import { namesakes } from '../../domain/people/identity.ts'
import { displayName } from '../../domain/people/names.ts'
import {
  addEarlyPeople,
  changeProfile,
  type EarlyPart,
  type EarlyPerson,
  earlyPeople,
  fieldWords,
  PROFILE_ROWS,
  profileAnswer,
  profileText,
} from '../../domain/people/profile.ts'
import { listed, plainName } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { flagWords } from '../../input/form.ts'
import {
  complaint,
  howToAnswer,
  interview,
  keptOnStop,
  type Question,
} from '../../input/interview.ts'
import { asProfile, PROFILE_FORM } from '../../input/profile.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { sayWritten } from '../../input/written-names.ts'
import { renderBegun } from '../../render/profile.ts'

const PARTS: readonly { name: string; value: EarlyPart }[] = [
  { name: 'a teacher', value: 'teacher' },
  { name: 'an advisor', value: 'advisor' },
  { name: 'an employer', value: 'employer' },
  { name: 'someone who wrote a letter for you', value: 'letter' },
  { name: 'family', value: 'family' },
  { name: 'someone else', value: 'other' },
]

/** What was answered so far; it grows question by question, so that stopping keeps it. */
interface Answers {
  profile: Record<string, unknown>
  people: EarlyPerson[]
}

export const init: Verb = {
  words: 'init',
  says: 'tell netmed who you are; every question can be skipped',
  examples: ['netmed init'],
  details:
    'Stop any time with Ctrl-C; your answers are kept. Run it again to go on. Without ' +
    'questions: netmed me --name "Jo Park" --stage MS2',
  async act(ctx) {
    const { ask } = ctx
    if (!ask) throw nobodyToAsk()
    const answers: Answers = { profile: {}, people: [] }
    await keptOnStop(
      () => askAll(ctx, ask, answers),
      () => keep(ctx, answers),
    )
    const { db, added } = await save(ctx, answers)
    const contacts = added.map(({ id }) => contactView(ctx.told(db), id))
    const begun = { ...profileAnswer(db.profile), contacts, path: ctx.store.path }
    ctx.changed(begun, renderBegun)
    sayWritten(
      ctx,
      answers.people.map(({ name }) => name),
      added,
    )
  },
}

function nobodyToAsk(): Failure {
  const flags = Object.entries(PROFILE_FORM).map(
    ([key, field]) => `${flagWords(key, field)}  ${field.help}`,
  )
  return new Failure(
    'usage',
    'There is no terminal to ask on. Use netmed me with any of these:',
    flags.join('\n'),
  )
}

async function askAll(ctx: Context, ask: Ask, answers: Answers): Promise<void> {
  const me = ctx.store.read().profile
  const questions = PROFILE_ROWS.map(row => questionOf(ctx, row, me))
  ctx.note(`${howToAnswer(questions)}\n`)
  await interview(ask, questions, answers.profile)
  await askPeople(ctx, ask, answers)
}

function questionOf(ctx: Context, row: FieldRow, me: Profile): Question {
  const field = PROFILE_FORM[row.name]
  const readOne = (text: string) => field?.read(text, ctx)
  return {
    key: row.name,
    message: row.ask ?? row.help,
    known: profileText(me, row),
    read: row.many
      ? text =>
          text
            .split(',')
            .filter(part => part.trim())
            .map(readOne)
      : readOne,
  }
}

/** Teachers, advisers, employers, letter writers: the first network. */
async function askPeople(ctx: Context, ask: Ask, answers: Answers): Promise<void> {
  const db = ctx.store.read()
  const known = earlyPeople(db).map(displayName)
  const here = known.length ? `Already here: ${listed(known)}.\n` : ''
  ctx.note(
    `\nWho helped you get here? A teacher, an advisor, an employer: your first network.\n${here}One name at a time; Enter on an empty line ends it.\n`,
  )
  for (;;) {
    const text = await ask.text({
      message: answers.people.length ? 'Who else:' : 'Their name:',
      check: text =>
        complaint(() => {
          const name = plainName(text, 'name')
          const [namesake] = name ? namesakes(db.contacts, name) : []
          if (namesake) {
            throw new Failure('already-there', `${displayName(namesake)} is already here.`)
          }
        }),
    })
    if (!text.trim()) return
    const name = plainName(text, 'name')
    const person: EarlyPerson = { name, part: 'other' }
    answers.people.push(person)
    person.part = await ask.select({ message: `Who is ${name} to you?`, choices: [...PARTS] })
  }
}

async function save(ctx: Context, { profile, people }: Answers) {
  const changes = asProfile(profile)
  warnOfPatients(ctx, ctx.store.read(), [changes.pitch], { as: 'mail' })
  const { db, answer } = await ctx.store.update(db => ({
    changed: changeProfile(db, changes),
    added: addEarlyPeople(db, people),
  }))
  return { db, ...answer }
}

async function keep(ctx: Context, answers: Answers): Promise<void> {
  const { changed, added } = await save(ctx, answers)
  const kept = listed([...changed.map(fieldWords), ...added.map(displayName)])
  ctx.note(kept ? `Kept: ${kept}.\nTo go on: netmed init` : 'Nothing was saved.')
}
