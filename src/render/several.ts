import type { YesOrNo } from '../context.ts'
import type { FollowUpView } from '../domain/due/loops.ts'
import type { Day } from '../domain/words/days.ts'
import { counted, listed } from '../domain/words/text.ts'
import { awakeLine, type Named, quietLine } from './contact.ts'
import { type DoneAnswer, doneLine, letGoLine, type MovedAnswer, movedLine } from './follow-up.ts'
import { loggedLines } from './interaction.ts'
import { dueWords, loopSentences, nextCommand, undoAll } from './sentences.ts'
import { columns, type Row } from './table.ts'
import type { Screen } from './theme.ts'

/** The loops, a line each, before it is asked what is done with all of them. */
export function loopsShown(loops: readonly FollowUpView[], today: Day, width: number): string {
  const rows: Row[] = loops.map(loop => [`#${loop.id}`, `${loop.what}${dueWords(loop, today)}`])
  return columns(rows, { width })
}

const MOST_NAMED = 20

/** `3 open follow-ups: #45, #47 and #48. Let go of them?` */
export function loopsQuestion(loops: readonly { id: number }[], question: string): YesOrNo {
  const more = loops.length - MOST_NAMED
  const numbers = loops.slice(0, MOST_NAMED).map(({ id }) => `#${id}`)
  const named = listed([...numbers, ...(more > 0 ? [`${more} more`] : [])])
  return { about: `${counted(loops.length, 'open follow-up')}: ${named}.`, question }
}

export function renderDoneMany(
  { followUps }: { followUps: readonly DoneAnswer[] },
  screen: Screen,
): string {
  return eachOf(
    followUps,
    done =>
      done.logged
        ? loggedLines(done.logged)
        : [doneLine(done), ...loopSentences({ opened: done.owed, settled: [] }, done.today)],
    screen,
  )
}

export function renderLetGoMany(
  { followUps }: { followUps: readonly FollowUpView[] },
  screen: Screen,
): string {
  return eachOf(followUps, followUp => [letGoLine(followUp)], screen)
}

interface PutOff {
  today: Day
  until: Day
  followUps: readonly Omit<MovedAnswer, 'today'>[]
  contacts: readonly Named['contact'][]
}

/** Loops that were moved, and people about whom reminders rest. */
export function renderPutOff(
  { today, until, followUps, contacts }: PutOff,
  screen: Screen,
): string {
  const moved = followUps.flatMap(({ followUp, tell }) => [
    movedLine({ today, followUp, tell }),
    ...tell.map(command => nextCommand(command, screen)),
  ])
  const quiet = contacts.map(contact => quietLine({ contact, until, today }))
  return eachOf([...moved, ...quiet], line => [line], screen)
}

export function renderAwakeMany(
  { contacts }: { contacts: readonly Named['contact'][] },
  screen: Screen,
): string {
  return eachOf(contacts, contact => [awakeLine({ contact })], screen)
}

/** A line or more for each of several, and how to take all of it back. */
function eachOf<T>(
  some: readonly T[],
  linesOf: (one: T) => readonly string[],
  screen: Screen,
): string {
  if (!some.length) return 'Nothing was changed.'
  return [...some.flatMap(linesOf), ...undoAll(screen)].join('\n')
}
