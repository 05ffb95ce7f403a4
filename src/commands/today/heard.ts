import type { Context } from '../../context.ts'
import type { Database, FollowUp } from '../../domain/data/model.ts'
import { isRange, numbersTyped } from '../../domain/data/numbers.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import {
  type Answer,
  type Answered,
  answerAsks,
  asksAnswered,
  waitedFor,
} from '../../domain/log/answers.ts'
import type { Logged } from '../../domain/log/interactions.ts'
import { carryOut, type LogPlan, loggedView } from '../../domain/log/log-plan.ts'
import { type Referred, refer } from '../../domain/log/referral.ts'
import { leadingPerson, personMeant, personOf } from '../../domain/people/people.ts'
import { bigAskIn } from '../../domain/review/asks.ts'
import { answerIn } from '../../domain/words/answers.ts'
import type { Day } from '../../domain/words/days.ts'
import { readComingDay, seemsDay } from '../../domain/words/read-days.ts'
import { readMailbox } from '../../domain/words/read-values.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { type Form, fillIn, switchField } from '../../input/form.ts'
import { INTERACTION_FORM, readLog } from '../../input/interaction.ts'
import { dayTyped } from '../../input/typed-days.ts'
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
    'netmed heard chen yes, tuesday at 3     what they said, behind the name',
    'netmed heard chen --agreed by 15 jan    they said yes, and by when',
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
    const { args: who, said } = whoAndSaid(ctx.read(), line.args)
    if (said && typeof line.typed.detail === 'string') {
      throw new Failure(
        'usage',
        'What they said stands behind the name and after --detail; give it once.',
        `netmed heard ${who.join(' ')} --detail "…"`,
      )
    }
    const answer = saidIn(said, ctx, agreed === true)
    const typed = answer.detail ? { ...line.typed, detail: answer.detail } : line.typed
    const args = peopleWaitedFor(ctx.asked(), who)
    const plan = await readLog(ctx, { args, typed }, { verb: 'heard', assumed })
    if (referred && plan.contacts.length + plan.fresh.length > 1) {
      throw new Failure(
        'usage',
        '--referred is for an answer from one person.',
        'Log the others separately.',
      )
    }
    const typedAnswer = (agreed && 'agreed') || (declined && 'declined') || undefined
    const plans: (LogPlan & AnswerTo)[] = []
    for (const each of oneEach(plan)) {
      const asked = await answerTo(ctx, each, { said: typedAnswer, due: answer.due })
      plans.push({ ...each, ...asked })
    }
    const { db, answer: done } = await ctx.store.update(db =>
      plans.map(each => {
        const logged = carryOut(db, each, ctx.today)
        const { id: interaction, contacts } = logged.interaction
        const [contact = 0] = contacts
        const how = { said: each.said, due: each.due, isTyped: agreed === true }
        const answered = answerAsks(db, logged, how, ctx.today)
        const to = referred ?? each.referred
        const referral = to ? refer(db, to, { contact, interaction }, ctx.today) : null
        return { logged, referral, answered }
      }),
    )
    sayWritten(
      ctx,
      plan.fresh,
      done.flatMap(({ logged }) => logged.added),
    )
    const views = done.map(each => heardView(ctx, db, each))
    const [first] = done
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
    const to = referred ?? plans[0]?.referred
    if (to && referral) sayWritten(ctx, [to.name], [referral.prospect])
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
    ...loggedAnswer(told, logged, answered, ctx),
    agreed: followUpViews(told, answered.agreed, ctx.today),
    declined: followUpViews(told, answered.declined, ctx.today),
    unclear: followUpViews(told, answered.unclear, ctx.today),
  }
}

/** As logged, and what their yes makes a promise of mine. */
function loggedAnswer(told: Database, logged: Logged, { opened }: Answered, ctx: Context) {
  const view = loggedView(told, logged, ctx.today)
  return { ...view, opened: [...view.opened, ...followUpViews(told, opened, ctx.today)] }
}

interface AnswerTo {
  said: Answer | undefined
  due?: Day | undefined
  /** Whom they pointed to instead. */
  referred?: Referred | undefined
}

/** What they said to the one thing they were asked for: as typed or noted, where that is sure, or asked. */
async function answerTo(
  ctx: Context,
  { contacts, interaction }: LogPlan,
  { said, due }: Pick<AnswerTo, 'said' | 'due'>,
): Promise<AnswerTo> {
  const db = ctx.read()
  const asks = asksAnswered(db, { ...interaction, contacts: [...contacts] })
  const waiting = asks.length ? [] : contacts.flatMap(id => requestWaiting(db, id) ?? [])
  const [ask] = asks.length ? asks : waiting
  if (said || !ask || asks.length > 1) return { said, due }
  const noted = answerIn(interaction.detail ?? '')
  // "Sure, call me Monday" leaves nothing to wait for; a letter is still to come.
  const isToCome = asks.length > 0 || bigAskIn(waitedFor(ask)) !== undefined
  if (noted) return { said: !isToCome ? undefined : noted === 'yes' ? 'agreed' : 'declined', due }
  if (ctx.options.yes) {
    ctx.note(
      `--yes answers netmed's own questions. If they said yes: netmed heard ${contacts[0]} --agreed`,
    )
  }
  if (!ctx.ask || ctx.options.json) return { said: undefined }
  const what = ask.kind === 'reply' ? waitedFor(ask) : ask.what
  const heard = await ctx.ask.select<Answer | 'other' | undefined>({
    message: `You asked for ${what}. What did they say?`,
    choices: [
      { name: 'yes', value: 'agreed' },
      { name: 'no', value: 'declined' },
      { name: 'someone else', value: 'other' },
      { name: 'nothing clear', value: undefined },
    ],
  })
  if (heard === 'other') return { said: 'declined', referred: await askedReferral(ctx) }
  if (heard !== 'agreed') return { said: heard }
  return { said: heard, due: await askedDay(ctx, ask) }
}

/** The request by mail that still waits for their answer. */
function requestWaiting({ followUps }: Database, contact: number): FollowUp | undefined {
  return followUps.find(
    each =>
      each.kind === 'reply' &&
      !each.closed &&
      each.contact === contact &&
      each.template !== undefined &&
      waitedFor(each) !== each.what,
  )
}

async function askedReferral(ctx: Context): Promise<Referred | undefined> {
  const check = (text: string) => wrongIn(() => readMailbox(text))
  const text = await ctx.ask?.text({ message: 'Who? (name, or "name <email>")', check })
  return text === undefined ? undefined : readMailbox(text)
}

/** By when, unless that is known from what was asked. */
async function askedDay(ctx: Context, { due, neededBy }: FollowUp): Promise<Day | undefined> {
  const known = neededBy ?? due
  if (!ctx.ask || known !== undefined) return undefined
  const read = (text: string) =>
    text.trim() ? readComingDay(dayTyped(text, ctx), ctx.today) : undefined
  const check = (text: string) => wrongIn(() => read(text))
  return read(await ctx.ask.text({ message: 'By when? (Enter: no day)', check }))
}

function wrongIn(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
}

/**
 * Who answered, and what stands behind the name: `nwosu yes, tuesday 3pm in her office`. Words that are all
 * of people, or begin with nobody, are people.
 */
function whoAndSaid(db: Database, args: readonly string[]): { args: string[]; said?: string } {
  if (numbersTyped(args.join(' '))) return { args: [...args] }
  const words = args.flatMap(each => each.split(/\s+/)).filter(Boolean)
  const isPerson = (text: string) => personMeant(db, text).is !== 'nobody'
  const pieces = args
    .join(' ')
    .split(/,|\band\b/)
    .map(each => each.trim())
    .filter(Boolean)
  if (words.length < 2 || pieces.every(isPerson) || words.every(isPerson))
    return { args: [...args] }
  if (args.length > 1 && args.every(isPerson)) return { args: [...args] }
  const found = leadingPerson(
    db,
    words.map(each => each.replace(/[,:;]$/, '')),
  )
  const rest = found ? words.slice(words.length - found.rest.length) : []
  const [next] = rest
  // Another name behind a comma is a slip of one of several, and nothing that was said.
  const isBehindComma = /,$/.test(words[words.length - rest.length - 1] ?? '')
  const isName = rest.length <= MOST_OF_NAME && rest.every(each => /^\p{Lu}/u.test(each))
  const isList = isBehindComma && next && (isPerson(next) || isName)
  if (!found || !next || isList) return { args: [...args] }
  return { args: [String(found.contact.id)], said: rest.join(' ') }
}

/** `Bo Ek` behind a comma is somebody new. */
const MOST_OF_NAME = 3

/** What they said, and the day that it is for where they said yes: `yes to the letter by 15 jan`. */
function saidIn(
  said: string | undefined,
  ctx: Context,
  isAgreed: boolean,
): { detail?: string; due?: Day } {
  if (!said) return {}
  const [, before = '', day = ''] = /^(.*?)\s*\bby (\S.*)$/i.exec(said) ?? []
  const isYes = isAgreed || answerIn(before) === 'yes'
  if (!isYes || !seemsDay(day)) return { detail: said }
  const due = readComingDay(dayTyped(day, ctx), ctx.today)
  return { due, ...(before && { detail: before }) }
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
