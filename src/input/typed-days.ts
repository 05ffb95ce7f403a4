import type { Context } from '../context.ts'
import { mailStyle } from '../domain/data/settings.ts'
import { hasFigures, withMonthNamed } from '../domain/words/figures.ts'

/** A day as it was typed, with the month by its name where it was `9/17`: which is which the settings say. */
export function dayTyped(text: string, ctx: Pick<Context, 'read'>): string {
  return hasFigures(text) ? withMonthNamed(text, mailStyle(ctx.read())) : text
}
