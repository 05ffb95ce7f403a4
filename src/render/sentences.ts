import type { FollowUpView } from '../domain/due/loops.ts'
import { byDay, type Day } from '../domain/words/days.ts'
import { visible, visibleLines, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** The last line of an echo: what to type next. */
export function nextCommand(command: string, { theme }: Screen): string {
  return `  ${theme.command(visible(command))}`
}

/** `Opened #12: Write to Dr. Lena Hoff: the ablation registry, by Wed 25 Nov.`, a line each. */
export function loopSentences(
  loops: { opened: readonly FollowUpView[]; settled: readonly FollowUpView[] },
  today: Day,
): string[] {
  return [
    ...loops.settled.map(loop => visible(`Settled #${loop.id}: ${loop.what}.`)),
    ...loops.opened.map(loop => {
      if (loop.kind === 'reply' && loop.contact && loop.due) {
        const until = byDay(loop.due, today)
        // A further mail moves the wait on instead of opening one, and this is true of both.
        return visible(`Waiting for ${loop.contact.name} until ${until} (#${loop.id}).`)
      }
      const by = loop.due && loop.kind !== 'meeting' ? `, by ${byDay(loop.due, today)}` : ''
      return visible(`Opened #${loop.id}: ${loop.what}${by}.`)
    }),
  ]
}

/** Text with its own line breaks, two blanks in. */
export function indented(text: string, screen: Screen): string {
  return wrap(visibleLines(text), screen.columns, 2)
}
