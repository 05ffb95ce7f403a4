import type { Context } from '../../context.ts'
import { pitchBeginning, pitchView } from '../../domain/people/pitch.ts'
import { changeProfile } from '../../domain/people/profile.ts'
import { noteText } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderPitch, renderPitchSet } from '../../render/pitch.ts'

const TEXT = {
  text: {
    help: 'the pitch, in quotes; with - type it next, or read it from a file',
    required: true,
    longText: true,
    read: readPitch,
  },
} as const

const FORM = {
  draft: {
    flag: 'draft',
    placeholder: 'file',
    help: 'check a draft in a file without saving it; - reads stdin',
    read: (text: string) => text,
  },
  strict: switchField('for scripts: fail when anything is found', { flag: 'strict' }),
} as const

export const pitch: Verb = {
  words: 'pitch [text...]',
  says: 'who you are in 30 to 45 seconds; with a text, save it',
  examples: [
    'netmed pitch',
    'netmed pitch "I am Jo Park, a second-year medical student …"',
    'netmed pitch - < pitch.txt',
    'netmed pitch --draft draft.txt --strict',
  ],
  form: FORM,
  async act(ctx, { args, typed }) {
    const { draft, strict = false } = await fillIn(ctx, FORM, typed)
    if (args.length) {
      refuseFlags({ '--draft': draft, '--strict': typed.strict })
      return write(ctx, args.join(' '))
    }
    const db = ctx.store.read()
    const text = draft === undefined ? db.profile.pitch : readPitch(ctx.load(draft, LIMIT))
    if (strict && !text) {
      throw new Failure('not-found', 'There is no pitch yet.', 'netmed pitch "…"')
    }
    const view = text === undefined ? null : pitchView(db, text)
    const beginning = text === undefined ? pitchBeginning(db.profile) || null : null
    ctx.show({ pitch: view, beginning }, renderPitch)
    if (strict && view?.says.length) {
      throw new Failure('found', 'Something was found.', 'See above.')
    }
  },
}

const LIMIT = 100_000

/** Flags that look at a pitch do nothing where one is written. */
function refuseFlags(flags: Readonly<Record<string, unknown>>): void {
  const typed = Object.keys(flags).find(flag => flags[flag] !== undefined)
  if (typed === undefined) return
  throw new Failure('usage', `${typed} checks a pitch; a text saves one.`, 'Do one at a time.')
}

/** One word is a slip, and would take the place of a pitch that was written with care. */
function readPitch(text: string): string {
  const pitch = noteText(text, 'pitch')
  if (/\s/.test(pitch)) return pitch
  throw new Failure('usage', `"${pitch}" is only one word, not a pitch.`, 'netmed pitch "I am …"')
}

async function write(ctx: Context, said: string): Promise<void> {
  const { text } = await fillIn(ctx, TEXT, { text: said })
  warnOfPatients(ctx, ctx.store.read(), [text], { as: 'mail' })
  const { db } = await ctx.store.update(db => changeProfile(db, { pitch: text }))
  ctx.changed({ pitch: pitchView(db, text) }, renderPitchSet)
}
