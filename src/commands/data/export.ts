import type { Context } from '../../context.ts'
import {
  type CalendarAnswer,
  type CalendarEntry,
  calendarEntries,
  calendarPrint,
  newSince,
} from '../../domain/due/calendar.ts'
import { readDays, readDuration, readTime } from '../../domain/words/read-days.ts'
import { calendarText } from '../../formats/ics.ts'
import type { Cli } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { remembered } from '../../input/remembered.ts'
import { chosenPeople } from '../../input/terms.ts'
import { refuseBeside } from '../../input/vdir.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderExported } from '../../render/calendar.ts'
import { renderVdir } from '../../render/export.ts'

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
  withPrivate: switchField('with what is private', { flag: 'private' }),
  sinceLast: switchField('only what is new or changed since the last export', {
    flag: 'since-last',
  }),
  vdir: {
    flag: 'vdir',
    placeholder: 'folder',
    help: 'one file an entry, for vdirsyncer, khal and such',
    read: (text: string) => text,
  },
} as const

export function exports(cli: Cli): void {
  cli.noun('export', 'take what is yours along: calendar, people, everything')
  cli.verb({
    words: 'export ics [terms...]',
    says: 'write your follow-ups as calendar entries',
    examples: [
      'netmed export ics',
      'netmed export ics --within 30d --alarm 0m --out ~/follow-ups.ics',
      'netmed export ics --details | less',
      'netmed export ics circle:mentor --vdir ~/.calendars/mentors',
    ],
    details:
      'Entries hold a name and a short reason; with --details also what was talked about. What is private stays out without --private. Terms, or a name, say with whom.',
    form: FORM,
    async act(ctx, { args, typed }) {
      const { out, sinceLast, vdir, withPrivate = false, ...how } = await fillIn(ctx, FORM, typed)
      if (vdir !== undefined) refuseBeside(vdir, { '--out': out, '--since-last': sinceLast })
      const db = ctx.store.read()
      const chosen = await chosenPeople(ctx, db, args, { withPrivate })
      const contacts = chosen && new Set(chosen.map(contact => contact.id))
      const all = calendarEntries(db, ctx.today, { ...how, contacts, withPrivate })
      const entries = sinceLast ? newSince(all, lastExport(ctx)) : all
      warnOfPatients(
        ctx,
        db,
        entries.flatMap(({ summary, description, location }) => [summary, description, location]),
      )
      if (vdir !== undefined) return writeFolder(ctx, entries, vdir)
      if (!entries.length) ctx.note(sinceLast ? NOTHING_NEW : nothing(how))
      const file = entries.length ? fileFor(ctx, out) : undefined
      if (file !== undefined) {
        const path = ctx.save(await calendarText(entries), file)
        rememberExport(ctx, all)
        ctx.echo<CalendarAnswer>({ entries, path }, renderExported)
        return
      }
      if (entries.length && !ctx.options.json) ctx.save(await calendarText(entries))
      rememberExport(ctx, all)
      ctx.show<CalendarAnswer>({ entries, path: null }, () => '')
    },
  })
}

const NOTHING_NEW = 'Nothing is new since the last export.'
const LAST = 'ics-last'

/** What the last export wrote, by uid; kept in the state folder. */
function lastExport(ctx: Context): Map<string, string> {
  const prints = Object.entries(remembered(ctx.store, LAST))
  return new Map(prints.map(([uid, print]) => [uid, String(print)]))
}

function rememberExport(ctx: Context, entries: readonly CalendarEntry[]): void {
  const prints = entries.map(entry => [entry.uid, calendarPrint(entry)])
  ctx.store.memory.write(LAST, JSON.stringify(Object.fromEntries(prints)))
}

async function writeFolder(
  ctx: Context,
  entries: readonly CalendarEntry[],
  folder: string,
): Promise<void> {
  const files = []
  for (const entry of entries) {
    files.push({ name: `${entry.uid}.ics`, text: await calendarText([entry]) })
  }
  ctx.echo(ctx.saveFolder(folder, files), renderVdir)
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
