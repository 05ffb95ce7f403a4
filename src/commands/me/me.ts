import type { Context } from '../../context.ts'
import type { Profile } from '../../domain/data/model.ts'
import type { Changes } from '../../domain/data/records.ts'
import { advanceFrom } from '../../domain/people/advance.ts'
import { changeProfile, profileAnswer } from '../../domain/people/profile.ts'
import { nextStage } from '../../domain/people/stages.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { asProfile, PROFILE_FORM } from '../../input/profile.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderChangedProfile, renderProfile } from '../../render/profile.ts'

export const me: Verb = {
  words: 'me [advance]',
  says: 'who you are, for your drafts; flags change it',
  examples: [
    'netmed me',
    'netmed me --stage MS3',
    'netmed me advance',
    'netmed me --interest cardiology --interest "medical education" --no-area',
  ],
  details:
    'Interests, skills and links: what you type replaces the old ones; repeat the flag for more. ' +
    'advance moves you to the next stage and lists who is a year behind you now.',
  form: PROFILE_FORM,
  isAlone: true,
  async act(ctx, { args, typed }) {
    const said = asProfile(await fillIn(ctx, PROFILE_FORM, typed))
    const changes = args.length ? { ...advance(ctx, args), ...said } : said
    if (!Object.keys(changes).length) {
      ctx.show(profileAnswer(ctx.store.read().profile), renderProfile)
      return
    }
    warnOfPatients(ctx, ctx.store.read(), [changes.pitch], { as: 'mail' })
    const { db, answer: done } = await ctx.store.update(db => {
      const { stage } = db.profile
      const changed = changeProfile(db, changes)
      return { changed, advanced: advanceFrom(db, stage) }
    })
    const answer = { ...profileAnswer(db.profile), ...done }
    ctx.changed(answer, renderChangedProfile)
  },
}

function advance(ctx: Context, [word = '', ...rest]: readonly string[]): Changes<Profile> {
  if (word.toLowerCase() === 'advance' && !rest.length) {
    return { stage: nextStage(ctx.store.read().profile.stage) }
  }
  throw new Failure(
    'usage',
    'The only word after me is advance. Everything else takes flags.',
    'netmed me --help',
  )
}
