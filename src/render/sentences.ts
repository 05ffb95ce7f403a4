import type { FollowUpView, Loop } from '../domain/due/loops.ts'
import { byDay, type Day } from '../domain/words/days.ts'
import { visible, visibleLines, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** The last line of an echo: what to type next. */
export function nextCommand(command: string, { theme }: Screen): string {
  return `  ${theme.command(visible(command))}`
}

/** `Follow-up #12 · Write to Dr. Lena Hoff: the ablation registry · due by Wed`, a line each. */
export function loopSentences(
  loops: { opened: readonly FollowUpView[]; settled: readonly FollowUpView[] },
  today: Day,
): string[] {
  return [
    ...loops.settled.map(loop => visible(`Done #${loop.id}: ${loop.what}.`)),
    ...loops.opened.map(loop => {
      if (loop.kind === 'reply' && loop.contact && loop.due) {
        const until = byDay(loop.due, today)
        // A further mail moves the wait on instead of opening one, and this is true of both.
        return visible(`Waiting for ${loop.contact.name} until ${until} (#${loop.id}).`)
      }
      const due = loop.due && loop.kind !== 'meeting' ? ` · due ${dueDay(loop.due, today)}` : ''
      return visible(`Follow-up #${loop.id} · ${loop.what}${due}`)
    }),
  ]
}

/** ` · due Fri`; a meeting says its day itself. */
export function dueWords({ due, kind }: Pick<Loop, 'due' | 'kind'>, today: Day): string {
  return due && kind !== 'meeting' ? ` · due ${byDay(due, today)}` : ''
}

/** Text with its own line breaks, two blanks in. */
export function indented(text: string, screen: Screen): string {
  return wrap(visibleLines(text), screen.columns, 2)
}

/** `today`, `tomorrow`, `by Fri`: "due by tomorrow" is not said. */
function dueDay(due: Day, today: Day): string {
  const day = byDay(due, today)
  return /^tod|^tom/.test(day) ? day : `by ${day}`
}
