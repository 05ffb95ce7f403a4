import type { Ask } from '../context.ts'
import { Failure } from '../failure.ts'

/** One question of several that can each be skipped. */
export interface Question {
  key: string
  message: string
  /** What stands there already, as it is typed. */
  known?: string | undefined
  /** Fails when the words do not read. */
  read(text: string): unknown
}

/** What takes an answer away that is there already. */
const TAKE_AWAY = '-'

/** How to answer, said before the first question. */
export function howToAnswer(questions: readonly Question[]): string {
  const isKnown = questions.some(({ known }) => known !== undefined)
  const keys = isKnown ? 'Enter keeps it, - clears it.' : 'Enter skips a question.'
  return `${keys} Ctrl-C stops; your answers are kept.`
}

/**
 * Asks one question after the other. An answer stands in `answers` as soon as it is given, so that
 * stopping keeps it: null where it was taken away, and nothing where it was skipped or stayed as it was.
 */
export async function interview(
  ask: Ask,
  questions: readonly Question[],
  answers: Record<string, unknown>,
): Promise<void> {
  for (const { key, message, known, read } of questions) {
    const text = await ask.text({
      message,
      ...(known !== undefined && { fallback: known }),
      check: words => complaint(() => answerIn(words, read)),
    })
    const answer = text === known ? undefined : answerIn(text, read)
    if (answer !== undefined) answers[key] = answer
  }
}

function answerIn(text: string, read: Question['read']): unknown {
  if (!text.trim()) return undefined
  return text.trim() === TAKE_AWAY ? null : read(text)
}

/** Keeps what was answered when the user stops in the middle. */
export async function keptOnStop(
  asking: () => Promise<void>,
  keep: () => Promise<void>,
): Promise<void> {
  try {
    await asking()
  } catch (error) {
    if (error instanceof Failure && error.kind === 'interrupted') await keep()
    throw error
  }
}

/** What is wrong with words that `read` refuses, for the terminal to say at once. */
export function complaint(read: () => unknown): string | undefined {
  try {
    read()
  } catch (error) {
    if (error instanceof Failure) return [error.message, error.hint].filter(Boolean).join(' ')
    throw error
  }
}
