import type { Context } from '../../context.ts'
import { type CalendarAnswer, calendarEntries } from '../../domain/calendar.ts'
import { readDays, readDuration, readTime } from '../../domain/days.ts'
import { calendarText } from '../../formats/ics.ts'
import type { Cli } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderExported } from '../../render/calendar.ts'

/** Where the calendar goes on a terminal when nobody says where. */
const USUAL_FILE = 'netmed-follow-ups.ics'

const FORM = {
  out: {
    flag: 'out',
    placeholder: 'file',
    help: `where to write it; - prints it (on a terminal ${USUAL_FILE})`,
    read: (text: string) => text,
  },
  within: {
    flag: 'within',
    placeholder: 'time',
    help: 'only what is due by then: 30d, 6w',
    read: (text: string) => readDays(text, 'time ahead'),
  },
  time: {
    flag: 'time',
    placeholder: 'time',
    help: 'when reminders stand in the day (09:00)',
    read: (text: string) => readTime(text),
  },
  isAllDay: switchField('reminders for the whole day', { flag: 'all-day' }),
  alarm: {
    flag: 'alarm',
    placeholder: 'time',
    help: 'ring this long before: 0m, 30m, 1d; without it only meetings ring',
    read: readAlarm,
  },
  details: switchField('with what was talked about', { flag: 'details' }),
  includeDone: switchField('closed ones too, as cancelled', { flag: 'include-done' }),
} as const

export function exports(cli: Cli): void {
  cli.noun('export', 'take your follow-ups along, as a calendar')
  cli.verb({
    words: 'export ics',
    says: 'write your follow-ups as calendar entries',
    examples: [
      'netmed export ics',
      'netmed export ics --within 30d --alarm 0m --out ~/follow-ups.ics',
      'netmed export ics --details | less',
    ],
    details:
      'Entries hold a name and a short reason; with --details also what was talked about. What is private stays out.',
    form: FORM,
    async act(ctx, { typed }) {
      const { out, ...options } = await fillIn(ctx, FORM, typed)
      const db = ctx.store.read()
      const entries = calendarEntries(db, ctx.today, options)
      warnOfPatients(
        ctx,
        db,
        entries.flatMap(({ summary, description, location }) => [summary, description, location]),
      )
      if (!entries.length) ctx.note(nothing(options))
      const file = entries.length ? fileFor(ctx, out) : undefined
      if (file !== undefined) {
        const path = ctx.save(await calendarText(entries), file)
        ctx.echo<CalendarAnswer>({ entries, path }, renderExported)
        return
      }
      if (entries.length && !ctx.options.json) ctx.save(await calendarText(entries))
      ctx.show<CalendarAnswer>({ entries, path: null }, () => '')
    },
  })
}

function nothing({ within }: { within?: number | undefined }): string {
  const what = within === undefined ? 'Nothing that is open has a day' : 'Nothing is due by then'
  return `${what}, so there is nothing to write.`
}

/** The file to write, or none to print. */
function fileFor(ctx: Context, out: string | undefined): string | undefined {
  if (out === '-') return undefined
  if (out !== undefined || ctx.options.json) return out
  return ctx.host.stdout.isTTY ? USUAL_FILE : undefined
}

/** Minutes before the start. */
function readAlarm(text: string): number {
  const { days = 0, minutes = 0 } = readDuration(text, 'time before')
  return days * 24 * 60 + minutes
}
