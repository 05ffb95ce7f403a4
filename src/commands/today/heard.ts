import type { Context } from '../../context.ts'
import type { Database } from '../../domain/data/model.ts'
import { isRange, numbersTyped } from '../../domain/data/numbers.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { type Answer, type Answered, answerAsks, asksAnswered } from '../../domain/log/answers.ts'
import type { Logged } from '../../domain/log/interactions.ts'
import { carryOut, type LogPlan, loggedView } from '../../domain/log/log-plan.ts'
import { refer } from '../../domain/log/referral.ts'
import { personOf } from '../../domain/people/people.ts'
import { answerIn } from '../../domain/words/answers.ts'
import { readMailbox } from '../../domain/words/read-values.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { type Form, fillIn, switchField } from '../../input/form.ts'
import { INTERACTION_FORM, readLog } from '../../input/interaction.ts'
import { sayWritten } from '../../input/written-names.ts'
import { renderHeard, renderHeardLines } from '../../render/interaction.ts'

const OWN = {
  referred: {
    flag: 'referred',
    placeholder: '"name <email>"',
    loose: 'text',
    help: 'someone they pointed you to',
    read: readMailbox,
  },
  agreed: switchField('they said yes to what you asked', { flag: 'agreed' }),
  declined: switchField('they said no to it', { flag: 'declined' }),
} as const

// What is taken for granted of an answer is not what `log` takes for granted.
const FORM = {
  ...INTERACTION_FORM,
  ...saying('kind', 'how they answered (email)'),
  ...saying('by', 'who started it (them)'),
  ...OWN,
}

function saying(key: 'kind' | 'by', help: string): Form {
  const field = INTERACTION_FORM[key]
  return field ? { [key]: { ...field, help } } : {}
}

export const heard: Verb = {
  words: 'heard [who...]',
  says: 'log their answer, and close what was waiting for it',
  examples: [
    'netmed heard lee',
    'netmed heard 37 39                      their answers to #37 and #39',
    'netmed heard chen --agreed              what you asked for is still to come',
    'netmed heard chen --advice "start with a case report"',
    'netmed heard chen --referred "Dr. Pat Moss <pat@example.org>"',
  ],
  details: 'To add more about someone new: netmed edit <who>.',
  form: FORM,
  async act(ctx, line) {
    const { referred, agreed, declined } = await fillIn(ctx, OWN, line.typed)
    if (agreed && declined) {
      throw new Failure('usage', '--agreed and --declined are two answers; give one.')
    }
    const assumed = { by: 'them', kind: 'email' }
    const args = peopleWaitedFor(ctx.asked(), line.args)
    const plan = await readLog(ctx, { ...line, args }, { verb: 'heard', assumed })
    if (referred && plan.contacts.length + plan.fresh.length > 1) {
      throw new Failure(
        'usage',
        '--referred is for an answer from one person.',
        'Log the others separately.',
      )
    }
    const typedAnswer = (agreed && 'agreed') || (declined && 'declined') || undefined
    const plans: (LogPlan & { said: Answer | undefined })[] = []
    for (const each of oneEach(plan)) {
      plans.push({ ...each, said: typedAnswer ?? (await answerTo(ctx, each)) })
    }
    const { db, answer } = await ctx.store.update(db =>
      plans.map(each => {
        const logged = carryOut(db, each, ctx.today)
        const { id: interaction, contacts } = logged.interaction
        const [contact = 0] = contacts
        const how = { said: each.said, isTyped: agreed === true }
        const answered = answerAsks(db, logged, how, ctx.today)
        const referral = referred ? refer(db, referred, { contact, interaction }, ctx.today) : null
        return { logged, referral, answered }
      }),
    )
    sayWritten(
      ctx,
      plan.fresh,
      answer.flatMap(({ logged }) => logged.added),
    )
    const views = answer.map(each => heardView(ctx, db, each))
    const [first] = answer
    if (!first || views.length > 1) {
      return ctx.changed(
        {
          interactions: views.map(view => view.interaction),
          logged: views,
          opened: views.flatMap(view => view.opened),
          settled: views.flatMap(view => view.settled),
        },
        renderHeardLines,
      )
    }
    const { referral } = first
    if (referred && referral) sayWritten(ctx, [referred.name], [referral.prospect])
    const view = heardView(ctx, db, first)
    const opened = followUpViews(ctx.told(db), referral?.opened ?? [], ctx.today)
    ctx.changed(
      {
        ...view,
        opened: [...view.opened, ...opened],
        referred: referral ? personOf(referral.prospect) : null,
      },
      renderHeard,
    )
  },
}

function heardView(
  ctx: Context,
  db: Database,
  { logged, answered }: { logged: Logged; answered: Answered },
) {
  const told = ctx.told(db)
  return {
    ...loggedView(told, logged, ctx.today),
    agreed: followUpViews(told, answered.agreed, ctx.today),
    declined: followUpViews(told, answered.declined, ctx.today),
    unclear: followUpViews(told, answered.unclear, ctx.today),
  }
}

/** What they said to the one thing they were asked for: as noted, where that is sure, or asked. */
async function answerTo(
  ctx: Context,
  { contacts, interaction }: LogPlan,
): Promise<Answer | undefined> {
  const asks = asksAnswered(ctx.read(), { ...interaction, contacts: [...contacts] })
  const [ask] = asks
  if (!ask || asks.length > 1) return undefined
  const noted = answerIn(interaction.detail ?? '')
  if (noted) return noted === 'yes' ? 'agreed' : 'declined'
  if (!ctx.ask || ctx.options.json) return undefined
  return ctx.ask.select<Answer | undefined>({
    message: `Did they say yes to "${ask.what}"?`,
    choices: [
      { name: 'yes', value: 'agreed' },
      { name: 'no', value: 'declined' },
      { name: 'neither yet', value: undefined },
    ],
  })
}

/** The words that say who, with the numbers of follow-ups as those of the people whom they are with. */
function peopleWaitedFor(db: Database, args: readonly string[]): string[] {
  const numbers = numbersTyped(args.join(' '))
  if (!numbers || numbers.some(isRange)) return [...args]
  const ids = numbers.flatMap(({ from }) => {
    const { contact, others = [] } = db.followUps.find(({ id }) => id === from) ?? {}
    return contact === undefined ? [from] : [contact, ...others]
  })
  return [ids.join(', ')]
}

/** Who writes answers alone; what is of no one in particular leaves it one answer of all of them. */
function oneEach(plan: LogPlan): LogPlan[] {
  const { kind, detail, detailOf } = plan.interaction
  const isWritten = kind === 'email' || kind === 'message'
  if (!isWritten || (detail !== undefined && detailOf === undefined)) return [plan]
  return [
    ...plan.contacts.map(id => ({ ...plan, ...ofOne(plan, id), contacts: [id], fresh: [] })),
    ...plan.fresh.map(name => ({ ...plan, ...ofOne(plan), contacts: [], fresh: [name] })),
  ]
}

function ofOne({ interaction }: LogPlan, id?: number): Pick<LogPlan, 'interaction'> {
  const { detail, detailOf, ...rest } = interaction
  return { interaction: detail !== undefined && detailOf === id ? { ...rest, detail } : rest }
}

/** `Dr. Pat Moss <pat@example.org>`, or a name alone. */
