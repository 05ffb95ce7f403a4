import type { Context } from '../../context.ts'
import type { Contact, Database } from '../../domain/data/model.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { remind as open } from '../../domain/log/follow-ups.ts'
import { mustLieAhead } from '../../domain/meet/meetings.ts'
import { personMeant } from '../../domain/people/people.ts'
import type { When } from '../../domain/words/days.ts'
import { isDayWords, readComingDay, readRepeat, readWhen } from '../../domain/words/read-days.ts'
import { oneLine } from '../../domain/words/text.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { pickPerson } from '../../input/pick.ts'
import { dayTyped } from '../../input/typed-days.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderReminder } from '../../render/follow-up.ts'

const FORM = {
  what: {
    help: 'what to do',
    required: true,
    ask: 'What is it about?',
    read: (text: string) => oneLine(text, 'text'),
  },
  due: {
    flag: 'due',
    placeholder: 'day',
    help: 'by when',
    required: true,
    ask: 'By when?',
    loose: isDayWords,
    read: readReminderDay,
  },
  every: {
    flag: 'every',
    placeholder: 'time',
    help: 'how often it comes again: weekly, 3 months, yearly',
    read: (text: string) => readRepeat(text),
  },
} as const

export const remind: Verb = {
  words: 'remind [who] [what...]',
  says: 'be reminded of something, for someone or for yourself',
  examples: [
    'netmed remind chen "send her the abstract" --due fri',
    'netmed remind "register for boards" --due "1 dec"',
    'netmed remind "call the office" --due "wed 15:00"',
    'netmed remind "renew BLS" --due "31 jan" --every 2y',
  ],
  details:
    'What comes again is counted by the calendar from its first day: the 31st is the last day of a ' +
    'shorter month, 29 February the 28th. netmed done opens the next one, netmed drop ends it.',
  form: { due: FORM.due, every: FORM.every },
  async act(ctx, { args, typed }) {
    const { contact, what: said } = await split(ctx, ctx.store.read(), args)
    const { what, due, every } = await fillIn(ctx, FORM, { ...typed, what: said })
    warnOfPatients(ctx, ctx.store.read(), [what])
    const { db, answer } = await ctx.store.update(db =>
      open(db, { contact: contact?.id, what, due: due.day, at: due.time, every }),
    )
    const [followUp = null] = followUpViews(ctx.told(db), [answer], ctx.today)
    const whole = { today: ctx.today, followUp, every: every ?? null }
    ctx.changed({ ...whole, opened: [followUp], settled: [] }, renderReminder)
  },
}

/** A day, and an hour where one was typed. */
function readReminderDay(typed: string, ctx: Pick<Context, 'today' | 'time' | 'read'>): When {
  const { today, time } = ctx
  const text = dayTyped(typed, ctx)
  const when = readWhen(text, today, { lean: 'ahead' })
  if (when.time === undefined) return { day: readComingDay(text, today) }
  return mustLieAhead(when, { today, time })
}

/** One argument is the what, unless it names a person; of several the first is the person. */
async function split(
  ctx: Context,
  db: Database,
  args: readonly string[],
): Promise<{ contact?: Contact; what?: string }> {
  const [first, ...rest] = args
  if (first === undefined) return {}
  if (rest.length) return { contact: await pickPerson(ctx, db, first), what: rest.join(' ') }
  const meaning = personMeant(db, first)
  if (meaning.is === 'one') return { contact: meaning.contact }
  // Several people of that name are a person too; a sentence fits nobody.
  if (meaning.is === 'several') return { contact: await pickPerson(ctx, db, first) }
  return { what: first }
}
