import type { Holding } from '../domain/change/restoring.ts'
import type { FollowUpView, Loop } from '../domain/due/loops.ts'
import { byDay, type Day } from '../domain/words/days.ts'
import { counted, listed } from '../domain/words/text.ts'
import { visible, visibleLines, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** The last line of an echo: what to type next; empty where only answers are wanted. */
export function nextCommand(command: string, { theme, isQuiet }: Screen): string {
  if (isQuiet) return ''
  return `  ${theme.command(visible(command))}`
}

/** What takes the change back and what that does; nothing where it can't be taken back. */
export function undoLines(screen: Screen, does = ''): string[] {
  if (screen.cannotUndo) return []
  return [`${nextCommand('netmed undo', screen)}${does && `   ${does}`}`]
}

/** The last line of a change to several at once. */
export function undoAll(screen: Screen): string[] {
  return undoLines(screen, 'takes all of it back')
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
      const hour = loop.at ? ` ${loop.at}` : ''
      const due =
        loop.due && loop.kind !== 'meeting' ? ` · due ${dueDay(loop.due, today)}${hour}` : ''
      return visible(`Follow-up #${loop.id} · ${loop.what}${due}`)
    }),
  ]
}

/** ` · due Fri`, ` · check in by Fri`: nobody is due; a meeting says its day itself. */
export function dueWords({ due, kind, at }: Pick<Loop, 'due' | 'kind' | 'at'>, today: Day): string {
  if (!due || kind === 'meeting') return ''
  if (kind === 'keep-in-touch') return ` · ${checkInWords(due, today)}`
  return ` · due ${byDay(due, today)}${at ? ` ${at}` : ''}`
}

/** `check in by Fri 19 Feb`: "next Fri" would be read as the Friday that comes. */
export function checkInWords(due: Day, today: Day): string {
  return `check in ${dueDay(due, today)}`
}

/** The line of a loop on a page that is headed by the name already. */
export function withoutName(
  { what, kind, others }: Pick<Loop, 'what' | 'kind' | 'others'>,
  name: string,
): string {
  if (kind === 'promise' && others.length) return what
  const head = kind === 'promise' ? `You promised ${name}` : name
  return what.startsWith(head) ? what.slice(head.length).replace(/^(?:[:,]|'s)? ?/, '') : what
}

/** `2 people, 1 interaction and 0 follow-ups` */
export function holdingWords({ people, interactions, followUps }: Holding): string {
  return listed([
    counted(people, 'person', 'people'),
    counted(interactions, 'interaction'),
    counted(followUps, 'follow-up'),
  ])
}

/** Text with its own line breaks, two blanks in. */
export function indented(text: string, screen: Screen): string {
  return wrap(visibleLines(text), screen.columns, 2)
}

/** `today`, `tomorrow`, `by Fri`: "due by tomorrow" is not said. */
export function dueDay(due: Day, today: Day): string {
  const day = byDay(due, today)
  return /^tod|^tom/.test(day) ? day : `by ${day}`
}
