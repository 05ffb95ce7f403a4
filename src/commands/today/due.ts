import type { Context } from '../../context.ts'
import { FOLLOW_UP_KINDS } from '../../domain/data/choices.ts'
import type { Database } from '../../domain/data/model.ts'
import { type Agenda, type AgendaOptions, agenda, agendaItems } from '../../domain/due/agenda.ts'
import { olderPage } from '../../domain/due/older.ts'
import { paceOn } from '../../domain/due/seasons.ts'
import { isStarting, type StartList, startList } from '../../domain/due/start.ts'
import { daysAlone } from '../../domain/due/support.ts'
import { personOf } from '../../domain/people/people.ts'
import { readDays } from '../../domain/words/read-days.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { choiceField, fillIn, switchField } from '../../input/form.ts'
import { pickPerson } from '../../input/pick.ts'
import { renderAgenda, renderToday } from '../../render/agenda.ts'
import { renderOlder } from '../../render/older.ts'
import { renderWelcome } from '../../render/welcome.ts'

const FORM = {
  within: {
    flag: 'within',
    placeholder: 'time',
    help: 'how far ahead to look (7d)',
    read: (text: string) => readDays(text),
  },
  all: switchField('everything, however far ahead', { flag: 'all' }),
  kind: choiceField([...FOLLOW_UP_KINDS, 'keep-in-touch'] as const, 'only this kind of follow-up', {
    flag: 'kind',
    short: 'k',
    placeholder: 'kind',
  }),
  older: switchField('what is more than three weeks past its day, and unchanged since', {
    flag: 'older',
  }),
  private: switchField('with --json, also what is private', { flag: 'private' }),
}

export const due: Verb = {
  words: 'due [who...]',
  says: "what's due, who to check in with, and who hasn't replied yet",
  examples: [
    'netmed due',
    'netmed due chen',
    'netmed due --within 2w',
    'netmed due --all',
    'netmed due --older',
  ],
  form: FORM,
  async act(ctx, { args, typed }) {
    const values = await fillIn(ctx, FORM, typed)
    const { within, all, kind, older, private: withPrivate } = values
    const db = ctx.asked(withPrivate)
    if (older) {
      const isMore = args.length > 0 || within !== undefined || all || kind
      if (isMore) throw new Failure('usage', '--older shows its own list.', 'netmed due --older')
      return ctx.show(olderPage(db, ctx.today), renderOlder)
    }
    const contact = args.length ? personOf(await pickPerson(ctx, db, args)) : undefined
    showAgenda(ctx, db, { contact, within, all: all ?? false, kind, time: ctx.time })
  },
}

const NO_STEPS: StartList = { steps: [], left: 0 }

/** Bare `netmed`: today's page when there is data, else a welcome. */
export async function showToday(ctx: Context): Promise<void> {
  const whole = ctx.read()
  const isEmpty = !whole.contacts.length && !whole.followUps.length
  const db = ctx.asked()
  if (isEmpty) {
    const isKnown = Object.keys(db.profile).length > 0
    const welcome = { today: ctx.today, items: [], start: startList(db), isKnown }
    return ctx.show(welcome, renderWelcome)
  }
  const { json } = ctx.options
  const { today, time } = ctx
  const isPaused = paceOn(db, today) === 'pause'
  const start = isPaused ? NO_STEPS : startList(db)
  const alone = daysAlone(db, today)
  if (json) return ctx.show({ ...agendaItems(db, today, { time }), start, alone }, () => '')
  const page = agenda(db, today, { time })
  const hasSteps = isEmptyPage(page) || (isStarting(db, today) && !page.welcome)
  ctx.show({ ...page, start: hasSteps ? start : NO_STEPS, alone }, renderToday)
}

function isEmptyPage({ parts, questions, events, next, waiting, welcome }: Agenda): boolean {
  return (
    !welcome &&
    !parts.length &&
    !questions.length &&
    !events.length &&
    !next.length &&
    !waiting.length
  )
}

function showAgenda(ctx: Context, db: Database, options: AgendaOptions): void {
  if (ctx.options.json) ctx.show(agendaItems(db, ctx.today, options), () => '')
  else ctx.show(agenda(db, ctx.today, options), renderAgenda)
}
