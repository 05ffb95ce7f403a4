import type { Context } from '../../context.ts'
import { pitchBeginning, pitchView } from '../../domain/people/pitch.ts'
import { changeProfile } from '../../domain/people/profile.ts'
import { noteText } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import type { Line, Noun } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderPitch, renderPitchSet } from '../../render/pitch.ts'

const TEXT = {
  text: {
    help: 'the pitch, in quotes; - reads it from stdin',
    ask: 'Your pitch (who you are, your stage, what interests you)',
    required: true,
    longText: true,
    read: (text: string) => noteText(text, 'pitch'),
  },
} as const

const CHECK = { strict: switchField('exit 1 when anything is found', { flag: 'strict' }) }

const ABOUT = {
  says: 'who you are in 30 to 45 seconds, and how long it takes',
  examples: [
    'netmed pitch',
    'netmed pitch set "I am Jo Park, a second-year medical student …"',
    'netmed pitch check draft.txt',
  ],
  act: show,
}

export const pitch: Noun = {
  says: ABOUT.says,
  verbs: [
    { words: 'pitch', ...ABOUT },
    { words: 'pitch show', ...ABOUT },
    {
      words: 'pitch set [text...]',
      says: 'write it, or write it anew',
      examples: ['netmed pitch set "I am Jo Park, …"', 'netmed pitch set - < pitch.txt'],
      act: set,
    },
    {
      words: 'pitch check [file]',
      says: 'its length and what is missing, or those of a draft in a file',
      examples: [
        'netmed pitch check',
        'netmed pitch check draft.txt --strict',
        'netmed pitch check -',
      ],
      form: CHECK,
      act: check,
    },
  ],
}

function show(ctx: Context): void {
  const db = ctx.store.read()
  const { pitch: text } = db.profile
  const view = text === undefined ? null : pitchView(db, text)
  ctx.show({ pitch: view, beginning: pitchBeginning(db.profile) || null }, renderPitch)
}

async function set(ctx: Context, { args }: Line): Promise<void> {
  const { text } = await fillIn(ctx, TEXT, args.length ? { text: args.join(' ') } : {})
  warnOfPatients(ctx, ctx.store.read(), [text])
  const { db } = await ctx.store.update(db => changeProfile(db, { pitch: text }))
  ctx.changed({ pitch: pitchView(db, text) }, renderPitchSet)
}

const LIMIT = 100_000

async function check(ctx: Context, { args: [path], typed }: Line): Promise<void> {
  const { strict } = await fillIn(ctx, CHECK, typed)
  const db = ctx.store.read()
  const text = path === undefined ? db.profile.pitch : noteText(ctx.load(path, LIMIT), 'pitch')
  if (!text) throw new Failure('not-found', 'There is no pitch yet.', 'netmed pitch set')
  const view = pitchView(db, text)
  ctx.show({ pitch: view, beginning: null }, renderPitch)
  if (strict && view.says.length) {
    throw new Failure('found', 'Something was found.', 'It is named above.')
  }
}
