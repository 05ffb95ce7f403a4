import type { Context } from '../../context.ts'
import { PACES, SEASON_KINDS } from '../../domain/data/choices.ts'
import type { Database, Season } from '../../domain/data/model.ts'
import { movedCheckIns, scaleBack } from '../../domain/due/scale-back.ts'
import {
  addSeason,
  endSeason,
  firstDay,
  kindOfName,
  seasonsMeant,
  seasonView,
  seasonViews,
} from '../../domain/due/seasons.ts'
import { isDayWords, readDay } from '../../domain/words/read-days.ts'
import { listed, oneLine } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import { askWhich } from '../../input/ask-which.ts'
import type { Line, Noun } from '../../input/command.ts'
import { choiceField, fillIn, type Typed } from '../../input/form.ts'
import { dayTyped } from '../../input/typed-days.ts'
import { renderEnded, renderSeason, renderSeasons } from '../../render/season.ts'

const NAME = {
  name: {
    help: 'what it is: "Step 1", "medicine rotation", "rest"',
    required: true,
    ask: 'What is it? (for example: Step 1, medicine rotation, day off)',
    read: (text: string) => oneLine(text, 'name'),
  },
} as const

const OPTIONS = {
  kind: choiceField(SEASON_KINDS, `${SEASON_KINDS.join(', ')}; taken from the name if it says so`, {
    flag: 'kind',
    short: 'k',
    placeholder: 'kind',
  }),
  pace: choiceField(
    PACES,
    'normal, half (half as many reminders) or pause; the kind decides unless you say',
    {
      flag: 'pace',
      placeholder: 'pace',
    },
  ),
}

const FROM = {
  from: {
    flag: 'from',
    placeholder: 'day',
    help: 'its first day (today)',
    loose: isDayWords,
    read: (text: string, ctx: Context) => dayTyped(text, ctx),
  },
} as const

const UNTIL = {
  flag: 'until',
  placeholder: 'day',
  help: 'its last day; a rest is one day',
  ask: 'Until which day?',
  loose: isDayWords,
  read: (text: string, ctx: Context) => readDay(dayTyped(text, ctx), ctx.today, { lean: 'ahead' }),
} as const

const KIND = {
  ...OPTIONS.kind,
  ask: `Which kind? (${listed(SEASON_KINDS, 'or')})`,
}

export const season: Noun = {
  says: 'busy times, when reminders pause or slow down',
  verbs: [
    {
      words: 'season',
      says: 'busy times, when reminders pause or slow down: boards, exams, leave',
      examples: ['netmed season add "Step 1" --until "18 dec"', 'netmed season end'],
      act: list,
    },
    {
      words: 'season add [name...]',
      says: 'add a busy time: boards, exams, a rotation, applications, leave or rest',
      examples: [
        'netmed season add "Step 1" --until "18 dec"',
        'netmed season add "medicine rotation" --from mon --until 6w --pace half',
        'netmed season add rest',
      ],
      details: [
        'During boards, exams, leave and rest, reminders to keep in touch, nudges and suggestions pause.',
        'During applications they come half as often, on a rotation as usual. Those of your support circle never slow down.',
      ].join('\n'),
      form: { ...OPTIONS, ...FROM, until: UNTIL },
      act: add,
    },
    {
      words: 'season list',
      says: 'your seasons: now, coming up and past',
      examples: ['netmed season list'],
      act: list,
    },
    {
      words: 'season end [season...]',
      says: 'end a busy season early',
      examples: ['netmed season end', 'netmed season end boards'],
      act: (ctx, { args }) => end(ctx, args.join(' ')),
    },
  ],
}

function list(ctx: Context): void {
  const seasons = seasonViews(ctx.asked(), ctx.today)
  ctx.show({ today: ctx.today, seasons }, renderSeasons)
}

async function add(ctx: Context, { args, typed }: Line): Promise<void> {
  const name = args.length ? args.join(' ') : undefined
  // Everything else depends on the name, so it is asked for first; in a script all is named at once.
  const said = name ?? (ctx.ask ? (await fillIn(ctx, NAME, {})).name : undefined)
  const form = formFor(said, typed)
  const { kind, pace, ...given } = await fillIn(ctx, form, { ...typed, name: said })
  const from = given.from === undefined ? ctx.today : firstDay(given.from, ctx.today, given.until)
  const fields = { name: given.name, kind: kind ?? kindOfName(given.name) ?? 'rest', pace, from }
  const { db, answer } = await ctx.store.update(db =>
    addSeason(db, { ...fields, until: given.until ?? from }),
  )
  ctx.changed(
    {
      today: ctx.today,
      season: seasonView(answer, ctx.today),
      moved: movedCheckIns(ctx.told(db), answer, ctx.today),
      scaleBack: scaleBack(ctx.told(db), answer, ctx.today),
    },
    renderSeason,
  )
}

/** What the name tells need not be said: its kind, and that a rest lasts a day. */
function formFor(name: string | undefined, typed: Typed) {
  const kind = typed.kind ?? (name && kindOfName(name))
  const isRest = typeof kind === 'string' && kind !== '' && 'rest'.startsWith(kind)
  return {
    ...NAME,
    ...OPTIONS,
    kind: { ...KIND, required: name !== undefined && !kind },
    ...FROM,
    until: { ...UNTIL, required: !isRest },
  }
}

async function end(ctx: Context, words: string): Promise<void> {
  const { id } = await meant(ctx, ctx.store.read(), words)
  const { answer } = await ctx.store.update(db => endSeason(db, id, ctx.today))
  const season = seasonView(answer.season, ctx.today)
  const gone = answer.isGone
  ctx.changed({ today: ctx.today, season, gone }, renderEnded)
}

async function meant(ctx: Context, db: Database, words: string): Promise<Season> {
  const found = seasonsMeant(db, words, ctx.today)
  const [first] = found
  if (first && found.length === 1) return first
  if (!first) {
    const message = words ? `There is no season called "${words}".` : 'There is no season today.'
    throw new Failure('not-found', message, 'netmed season list')
  }
  const candidates = found.map(each => ({
    id: each.id,
    name: `${each.name} (#${each.id})`,
    value: each,
  }))
  return askWhich(ctx, { words, kind: 'seasons', candidates })
}
