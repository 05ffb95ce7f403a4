import type { Context } from '../../context.ts'
import type { EventFields } from '../../domain/data/events.ts'
import { FIELDS } from '../../domain/data/fields.ts'
import type { Database, Event } from '../../domain/data/model.ts'
import { seasonView } from '../../domain/due/seasons.ts'
import {
  type BatchView,
  batchView,
  enterPeople,
  mustHaveBegun,
  noLineLeft,
  peopleEntered,
} from '../../domain/meet/event-batch.ts'
import {
  addEvent,
  addRotationSeason,
  eventView,
  eventViews,
  readLastDay,
  speakerName,
} from '../../domain/meet/events.ts'
import { writtenName } from '../../domain/people/written-names.ts'
import type { Day } from '../../domain/words/days.ts'
import { counted, oneLine } from '../../domain/words/text.ts'
import type { Line, Noun } from '../../input/command.ts'
import { pickEvent } from '../../input/event.ts'
import { readPeople } from '../../input/event-lines.ts'
import { formOf } from '../../input/fields.ts'
import { type Form, fillIn, switchField } from '../../input/form.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { sayWritten } from '../../input/written-names.ts'
import { renderEventAdded, renderEvents, renderMet, renderNobodyAdded } from '../../render/event.ts'

const LINES =
  'One person per line: the name first, then in any order a role, a circle, an email address, at:UCSF, ' +
  'every:90d. What you talked about comes last, the specialty just before it. An empty ' +
  'line ends the list.'

// Lines of their own: what is said before a question is not wrapped.
const HINT = [
  'One person per line: the name, then in any order role, circle, email, at:UCSF,',
  'every:90d, the specialty, and last what you talked about. An empty line ends it.',
].join('\n')

const A_LINE = 'Dr. Lena Hoff; attending; cardiology; at:UCSF; the ablation registry'

const NAME = {
  name: {
    help: 'its name',
    required: true,
    ask: 'What is it called?',
    read: (text: string) => oneLine(text, 'name'),
  },
} as const

const ADD = addForm()

const MET = {
  all: switchField('a first email to everyone, not only new people', { flag: 'all' }),
}

export const event: Noun = {
  says: 'conferences, talks, rotations, before and after',
  verbs: [
    {
      words: 'event add [name...]',
      says: 'add an event, coming up or past',
      examples: [
        'netmed event add "ACC Meeting" --kind conference --on "25 nov" --until fri --place Chicago',
        'netmed event add "Sepsis rounds" -k grand-rounds -o wed --speaker chen --read "her 2025 review"',
        'netmed event add Medicine -k rotation -o mon --until "18 dec" --place SFGH',
      ],
      form: { ...ADD },
      act: addOne,
    },
    {
      words: 'event list',
      says: 'your events, the next one first',
      examples: ['netmed event list'],
      act: ctx => {
        const events = eventViews(ctx.asked(), ctx.today)
        ctx.show({ today: ctx.today, events }, renderEvents)
      },
    },
    {
      words: 'event met [event...]',
      says: 'enter the people you met there, one per line',
      examples: ['netmed event met "ACC Meeting"', 'netmed event met 12 < names.txt'],
      details: `${LINES} No one is entered twice.\n\nA line: ${A_LINE}`,
      form: MET,
      act: enterSome,
    },
  ],
}

function addForm(): Form {
  const rows = FIELDS.events.filter(row => row.name !== 'name')
  const form = formOf(rows, { complete: true })
  // The last day is read when the first is known.
  if (form.until) form.until.read = text => text
  return form
}

async function addOne(ctx: Context, { args, typed }: Line): Promise<void> {
  // What is missing is named all at once, so both forms are filled together.
  const words = args.length ? { name: args.join(' ') } : {}
  const values = await fillIn(ctx, { ...NAME, ...ADD }, { ...typed, ...words })
  const db = ctx.store.read()
  const fields = eventFields(db, values, ctx.today)
  warnOfPatients(ctx, db, [...(fields.wants ?? []), ...(fields.sessions ?? [])], { as: 'mail' })
  const { db: after, answer } = await ctx.store.update(db => {
    const event = addEvent(db, fields)
    return { event, season: addRotationSeason(db, event, ctx.today) }
  })
  const event = eventView(ctx.told(after), answer.event, ctx.today)
  const season = answer.season ? seasonView(answer.season, ctx.today) : null
  ctx.changed({ today: ctx.today, event, season }, renderEventAdded)
  saySpeakers(ctx, [typed.speakers ?? []].flat(), fields.speakers ?? [])
}

function saySpeakers(ctx: Context, typed: readonly unknown[], written: readonly string[]): void {
  const isOther = (name: string) =>
    typed.some(each => each !== name && writtenName(String(each)) === name)
  for (const name of written.filter(isOther)) ctx.note(`Written as ${name}.`)
}

function eventFields(db: Database, values: Record<string, unknown>, today: Day): EventFields {
  // Every key is a row of the table of fields, read by that row's own reader.
  const fields = values as unknown as EventFields
  const { until, speakers, ...rest } = fields
  return {
    ...rest,
    ...(until !== undefined && { until: readLastDay(until, fields.on, today) }),
    ...(speakers && { speakers: speakers.map(speaker => speakerName(db, speaker)) }),
  }
}

async function enterSome(ctx: Context, { args, typed }: Line): Promise<void> {
  const { all } = await fillIn(ctx, MET, typed)
  const db = ctx.store.read()
  const meant = await pickEvent(ctx, db, args, 'back')
  mustHaveBegun(meant, ctx.today)
  const isAsked = ctx.ask !== null && ctx.host.stdin.isTTY
  const before = entered(ctx, meant)
  if (isAsked && before.contacts.length) sayWhoIsEntered(ctx, before)
  const lines = await readPeople(ctx, { hint: HINT })
  if (!lines.people.length && !lines.skipped.length && isAsked) {
    return ctx.show(before, renderNobodyAdded)
  }
  if (!lines.people.length) throw noLineLeft(lines.skipped)
  warnOfPatients(
    ctx,
    db,
    lines.people.flatMap(person => [person.detail, person.note]),
  )
  const { db: after, answer } = await ctx.store.update(db => {
    const event = db.events.find(each => each.id === meant.id) ?? meant
    return enterPeople(db, event, lines.people, { today: ctx.today, all })
  })
  const skipped = [...lines.skipped, ...answer.skipped].sort((a, b) => a.number - b.number)
  const view = batchView(ctx.told(after), { ...answer, skipped }, ctx.today)
  noteSkipped(ctx, view, lines.behind)
  ctx.changed(view, renderMet)
  const added = answer.entered.filter(({ isNew }) => isNew).map(({ contact }) => contact)
  sayWritten(
    ctx,
    lines.people.map(({ name }) => name),
    added,
  )
}

function entered(ctx: Context, event: Event) {
  const db = ctx.asked()
  return {
    today: ctx.today,
    event: eventView(db, event, ctx.today),
    contacts: peopleEntered(db, event),
    skipped: [],
  }
}

function sayWhoIsEntered(ctx: Context, { event, contacts }: ReturnType<typeof entered>): void {
  ctx.note(`Entered for ${event.name}:`)
  for (const { name, detail } of contacts) ctx.note(`  ${name}${detail ? `: ${detail}` : ''}`)
}

function noteSkipped(ctx: Context, { skipped }: BatchView, behind: number): void {
  for (const { number, why } of skipped) ctx.note(`Line ${number} was skipped: ${why}`)
  if (behind) {
    ctx.note(`An empty line ends the list: ${counted(behind, 'line')} after it not read.`)
  }
}
