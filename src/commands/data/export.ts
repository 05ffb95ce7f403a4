import type { Context } from '../../context.ts'
import type { Contact, Database, Interaction } from '../../domain/data/model.ts'
import {
  type CalendarAnswer,
  type CalendarEntry,
  calendarEntries,
  calendarPrint,
  newSince,
} from '../../domain/due/calendar.ts'
import { exportedDatabase, pagesOf } from '../../domain/exchange/exporting.ts'
import { TERMS_HELP } from '../../domain/find/terms.ts'
import type { ContactPage } from '../../domain/pages/contact-page.ts'
import { textKindOf } from '../../domain/review/patient.ts'
import { readDays, readDuration, readTime } from '../../domain/words/read-days.ts'
import { folded } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import { interactionsCsv, peopleCsv } from '../../formats/csv.ts'
import { calendarText } from '../../formats/ics.ts'
import { markdownPage, markdownPages } from '../../formats/markdown.ts'
import { dataSchema } from '../../formats/schema.ts'
import { vcardText } from '../../formats/vcard.ts'
import type { Line, Noun } from '../../input/command.ts'
import { type Form, fillIn, switchField } from '../../input/form.ts'
import { remembered } from '../../input/remembered.ts'
import { chosenPeople } from '../../input/terms.ts'
import { warnOfComplaints, warnOfPatients } from '../../input/warn.ts'
import { renderExported } from '../../render/calendar.ts'
import { renderPeopleExported, renderVdir } from '../../render/export.ts'

/** Where the calendar goes on a terminal when nobody says where. */
const USUAL_FILE = 'netmed-follow-ups.ics'

const CALENDAR = {
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
    help: 'the time of day for reminders (09:00)',
    read: (text: string) => readTime(text),
  },
  isAllDay: switchField('reminders as all-day entries', { flag: 'all-day' }),
  alarm: {
    flag: 'alarm',
    placeholder: 'time',
    help: 'an alarm this long before: 0m, 30m, 1d (without it: meetings only)',
    read: readAlarm,
  },
  details: switchField('include what you talked about', { flag: 'details' }),
  includeDone: switchField('also closed ones, as canceled', { flag: 'include-done' }),
  withPrivate: switchField('include what is private', { flag: 'private' }),
  sinceLast: switchField('only what is new or changed since the last export', {
    flag: 'since-last',
  }),
  vdir: {
    flag: 'vdir',
    placeholder: 'folder',
    help: 'one file per entry, for vdirsyncer, khal and the like',
    read: (text: string) => text,
  },
} as const

/** Always said, and without a count: nothing tells whether anything private is there. */
const LEFT_OUT = 'Your support circle and private things stay out. To include them: --private'

const OUT = {
  out: {
    flag: 'out',
    placeholder: 'file',
    help: 'where to write it; - prints it',
    read: (text: string) => text,
  },
  private: switchField('include what is private', { flag: 'private' }),
} as const

const VDIR = {
  vdir: {
    flag: 'vdir',
    placeholder: 'folder',
    help: 'one file per person, for vdirsyncer, khard and the like',
    read: (text: string) => text,
  },
} as const

const INTERACTIONS = {
  interactions: switchField('the interactions instead of the people', { flag: 'interactions' }),
} as const

const PAGES = {
  pages: {
    flag: 'pages',
    placeholder: 'folder',
    help: 'one page per person, in this folder',
    read: (text: string) => text,
  },
} as const

const DETAILS = `Terms choose the people: at:ucsf specialty:em. ${TERMS_HELP} Nothing private is included without --private.`
const REPLACES = "netmed asks before it replaces a file that it didn't write; in scripts: --yes."
const GAPS =
  'Some traces remain: numbers have gaps where private records are, and rev and updatedAt ' +
  'change when something private changes.'
const EVERYBODY = `Without terms: everyone who is not archived. ${DETAILS} ${REPLACES}`

export const exports: Noun = {
  says: 'take your data with you',
  verbs: [
    {
      words: 'export ics [terms...]',
      says: 'write your follow-ups as calendar entries',
      examples: [
        'netmed export ics',
        'netmed export ics --within 30d --alarm 0m --out ~/follow-ups.ics',
        'netmed export ics --details | less',
        'netmed export ics circle:mentor --vdir ~/.calendars/mentors',
      ],
      details: `Entries hold a name and a short reason; --details adds what you talked about. Private things stay out without --private. Terms or a name choose the people. ${REPLACES}`,
      form: CALENDAR,
      async act(ctx, { args, typed }) {
        const {
          out,
          sinceLast,
          vdir,
          withPrivate = false,
          ...how
        } = await fillIn(ctx, CALENDAR, typed)
        if (vdir !== undefined) refuseBeside(vdir, { '--out': out, '--since-last': sinceLast })
        const db = ctx.asked(withPrivate)
        const chosen = await chosenPeople(ctx, db, args, { withPrivate })
        const contacts = chosen && new Set(chosen.map(contact => contact.id))
        const all = calendarEntries(db, ctx.today, { ...how, contacts })
        const entries = sinceLast ? newSince(all, lastExport(ctx)) : all
        warnOfPatients(ctx, db, entries.flatMap(wordsOfEntry))
        const open = withPrivate ? calendarEntries(ctx.publicPart(), ctx.today, how) : entries
        const leaving = new Set(entries.map(({ uid }) => uid))
        warnOfComplaints(ctx, db, open.filter(({ uid }) => leaving.has(uid)).flatMap(wordsOfEntry))
        if (vdir !== undefined) return writeFolder(ctx, entries, vdir)
        if (!entries.length) ctx.note(sinceLast ? NOTHING_NEW : nothing(how))
        const file = entries.length ? fileFor(ctx, out) : undefined
        if (file !== undefined) {
          const saved = await ctx.save(await calendarText(entries), file)
          if (saved) rememberExport(ctx, all)
          if (saved && !withPrivate && !sinceLast && !ctx.options.json) ctx.note(LEFT_OUT)
          ctx.echo<CalendarAnswer>({ entries, ...(saved ?? NOT_WRITTEN) }, renderExported)
          return
        }
        if (entries.length && !ctx.options.json) {
          ctx.print(await calendarText(entries))
          if (!withPrivate && !sinceLast) ctx.note(LEFT_OUT)
        }
        rememberExport(ctx, all)
        ctx.show<CalendarAnswer>({ entries, ...NOT_WRITTEN }, () => '')
      },
    },
    {
      words: 'export vcf [terms...]',
      says: 'your people as vCards, for a phone or an address book',
      examples: [
        'netmed export vcf --out people.vcf',
        'netmed export vcf at:ucsf --vdir ~/.contacts',
      ],
      details: EVERYBODY,
      form: { ...OUT, ...VDIR },
      act: exportVcards,
    },
    {
      words: 'export csv [terms...]',
      says: 'your people, or your interactions, as a table',
      examples: [
        'netmed export csv --out people.csv',
        'netmed export csv --interactions --out log.csv',
      ],
      details: EVERYBODY,
      form: { ...OUT, ...INTERACTIONS },
      async act(ctx, line) {
        const scope = await scopeOf(ctx, line, OUT, 'netmed-table.csv')
        const { interactions } = await fillIn(ctx, INTERACTIONS, line.typed)
        const { db, people, withPrivate } = scope
        if (interactions) {
          const theirs = interactionsWith(scope)
          return write(ctx, scope, interactionsCsv(theirs, db), theirs)
        }
        await write(ctx, scope, peopleCsv(people, { withPrivate, everybody: db.contacts }))
      },
    },
    {
      words: 'export json [terms...]',
      says: 'everything, as netmed stores it',
      examples: ['netmed export json --out netmed-copy.json', 'netmed export json --private'],
      details: `Without terms: everything. ${DETAILS} ${REPLACES} ${GAPS} netmed export schema describes it.`,
      form: OUT,
      async act(ctx, line) {
        const scope = await scopeOf(ctx, line, OUT, 'netmed-data.json')
        const { db, people, withPrivate } = scope
        const contacts = line.args.length ? new Set(people.map(({ id }) => id)) : undefined
        const content = exportedDatabase(db, { contacts, withLocal: withPrivate })
        const text = `${JSON.stringify(content, null, 2)}\n`
        await write(ctx, scope, text, content.interactions, content)
      },
    },
    {
      words: 'export md [terms...]',
      says: 'your people as readable pages',
      examples: ['netmed export md chen', 'netmed export md --pages people/'],
      details: EVERYBODY,
      form: { ...OUT, ...PAGES },
      act: exportMarkdown,
    },
    {
      words: 'export schema',
      says: 'the JSON Schema of the data file',
      examples: ['netmed export schema > netmed.schema.json'],
      act(ctx) {
        ctx.show(dataSchema(), schema => JSON.stringify(schema, null, 2), { asIs: true })
      },
    },
  ],
}

/** A folder holds all that is selected, a file each: what says otherwise would empty it or do nothing. */
function refuseBeside(folder: string, flags: Readonly<Record<string, unknown>>): void {
  const typed = Object.keys(flags).find(flag => flags[flag] !== undefined)
  if (typed === undefined) return
  throw new Failure(
    'usage',
    `${typed} doesn't go with a folder of single files. Only what changed is written there anyway.`,
    `Leave out ${typed}; the files go to ${folder}.`,
  )
}

// The calendar

const NOTHING_NEW = 'Nothing new since the last export.'
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

function wordsOfEntry({ summary, description, location }: CalendarEntry): (string | null)[] {
  return [summary, description, location]
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
  ctx.echo(await ctx.saveFolder(folder, 'ics', files), renderVdir)
}

function nothing({ within }: { within?: number | undefined }): string {
  const what = within === undefined ? 'Nothing open has a day' : 'Nothing is due by then'
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

// People

interface Scope {
  db: Database
  people: Contact[]
  withPrivate: boolean
  out: string | undefined
}

/** Whom the words mean: terms, one person, or, with none, everybody who is not put aside. */
async function scopeOf(
  ctx: Context,
  { args, typed }: Line,
  form: Form,
  usualFile?: string,
): Promise<Scope> {
  const values = await fillIn(ctx, form, typed)
  const withPrivate = values.private === true
  const db = ctx.asked(withPrivate)
  const said = typeof values.out === 'string' ? values.out : undefined
  // A terminal full of vCards helps nobody; pages are for reading.
  const isForScreen = ctx.host.stdout.isTTY && !ctx.options.json
  const out = said === '-' ? undefined : (said ?? (isForScreen ? usualFile : undefined))
  const chosen = await chosenPeople(ctx, db, args, { withPrivate })
  return {
    db,
    people: chosen ?? db.contacts.filter(contact => !contact.archived),
    withPrivate,
    out,
  }
}

/** What they were in together. */
function interactionsWith({ db, people }: Scope): Interaction[] {
  const ids = new Set(people.map(({ id }) => id))
  return db.interactions.filter(each => each.contacts.some(id => ids.has(id)))
}

/** Patients are warned of in all that leaves, before it does; complaints in what is not private. */
function look(ctx: Context, { db, people }: Scope, interactions: readonly Interaction[]): void {
  const notes = people.map(contact => contact.note)
  const isOfWard = ({ kind }: Interaction) => textKindOf(kind) === 'ward'
  const said = interactions.filter(each => !isOfWard(each)).flatMap(textsOf)
  warnOfPatients(ctx, db, [...notes, ...said])
  warnOfPatients(ctx, db, interactions.filter(isOfWard).flatMap(textsOf), { as: 'ward' })
  const open = interactions.filter(each => !each.private)
  warnOfComplaints(ctx, db, [...notes, ...open.flatMap(textsOf)])
  if (!people.length) ctx.note('No matches, so there is no one in it.')
}

function textsOf({ detail, note, gave }: Interaction): (string | undefined)[] {
  return [detail, note, gave]
}

/** To a file, or printed; under `--json` the answer says what was written. */
async function write(
  ctx: Context,
  scope: Scope,
  text: string,
  interactions: readonly Interaction[] = [],
  content?: object,
): Promise<void> {
  const { people, out } = scope
  look(ctx, scope, interactions)
  if (out !== undefined) {
    const saved = (await ctx.save(text, out)) ?? NOT_WRITTEN
    ctx.echo({ ...saved, people: people.length }, renderPeopleExported)
  } else if (ctx.options.json) ctx.show(content ?? { text, people: people.length }, () => '')
  else ctx.print(text)
}

const NOT_WRITTEN = { path: null, replaced: false } as const

async function exportVcards(ctx: Context, line: Line): Promise<void> {
  const scope = await scopeOf(ctx, line, OUT, 'netmed-people.vcf')
  const { vdir } = await fillIn(ctx, VDIR, line.typed)
  const { db, people, withPrivate } = scope
  const options = { withPrivate, everybody: db.contacts }
  if (vdir === undefined) return write(ctx, scope, vcardText(people, options))
  refuseBeside(vdir, { '--out': line.typed.out })
  look(ctx, scope, [])
  const files = people.map(contact => ({
    name: `${contact.uid}.vcf`,
    text: vcardText([contact], options),
  }))
  ctx.echo(await ctx.saveFolder(vdir, 'vcf', files), renderVdir)
}

async function exportMarkdown(ctx: Context, line: Line): Promise<void> {
  const scope = await scopeOf(ctx, line, OUT)
  const { pages: folder } = await fillIn(ctx, PAGES, line.typed)
  const { db, people } = scope
  const pages = pagesOf(db, people, ctx.today)
  const interactions = interactionsWith(scope)
  if (folder === undefined) return write(ctx, scope, markdownPages(pages), interactions)
  refuseBeside(folder, { '--out': line.typed.out })
  look(ctx, scope, interactions)
  const files = pages.map(page => ({ name: pageName(page), text: markdownPage(page) }))
  ctx.echo(await ctx.saveFolder(folder, 'md', files), renderVdir)
}

/** `dr-lena-hoff-4.md`: readable in a folder, and one person's alone. */
function pageName({ displayName, contact }: ContactPage): string {
  const words = folded(displayName).replace(/[^a-z0-9]+/g, '-')
  return `${`${words}-${contact.id}`.replace(/^-+/, '').slice(-60)}.md`
}
