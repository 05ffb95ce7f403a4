import { changeProfile, profileAnswer } from '../../domain/profile.ts'
import type { Cli } from '../../input/command.ts'
import { fillIn } from '../../input/form.ts'
import { asProfile, PROFILE_FORM } from '../../input/profile.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderChangedProfile, renderProfile } from '../../render/profile.ts'

export function me(cli: Cli): void {
  cli.verb({
    words: 'me',
    says: 'who you are, as your drafts have it; with flags, change it',
    examples: [
      'netmed me',
      'netmed me --stage MS3',
      'netmed me --interest cardiology --interest "medical education" --no-area',
    ],
    details: 'A list (interests, skills, links) is replaced by what you type: repeat the flag.',
    form: PROFILE_FORM,
    async act(ctx, { typed }) {
      const changes = asProfile(await fillIn(ctx, PROFILE_FORM, typed))
      if (!Object.keys(changes).length) {
        ctx.show(profileAnswer(ctx.store.read().profile), renderProfile)
        return
      }
      warnOfPatients(ctx, ctx.store.read(), [changes.pitch])
      const { db, answer: changed } = await ctx.store.update(db => changeProfile(db, changes))
      const answer = { ...profileAnswer(db.profile), changed, opened: [], settled: [] }
      ctx.echo(answer, renderChangedProfile)
    },
  })
}
