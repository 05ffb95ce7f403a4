import type { Context } from '../context.ts'
import type { Contact } from '../domain/data/model.ts'
import {
  type DraftOf,
  type TypedWords,
  typedIn,
  withoutPerson,
  withTyped,
} from '../domain/mail/typed-before.ts'
import { remembered } from './remembered.ts'

const KEY = 'typed'

/** What was typed for earlier drafts, the newest first. It stands in the state folder, for questions alone. */
export function typedBefore({ store }: Context): TypedWords[] {
  return typedIn(remembered(store, KEY)[KEY])
}

export function rememberTyped(
  ctx: Context,
  draft: DraftOf,
  given: Readonly<Record<string, string>>,
): void {
  if (Object.keys(given).length) keep(ctx, withTyped(typedBefore(ctx), draft, given))
}

/** Forgets what was typed for drafts to somebody who is removed. */
export function forgetTyped(ctx: Context, contact: Contact): void {
  if (ctx.store.memory.read(KEY) !== undefined) keep(ctx, withoutPerson(typedBefore(ctx), contact))
}

function keep({ store }: Context, words: readonly TypedWords[]): void {
  store.memory.write(KEY, JSON.stringify({ [KEY]: words }))
}
