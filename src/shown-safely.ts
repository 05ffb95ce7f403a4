import type { Ask, Choice } from './context.ts'
import { folded, visible } from './render/text.ts'

/**
 * The same questions with text from others escaped, as everything that is shown is, and what is wrong with an
 * answer folded at blanks, at so many columns.
 */
export function shownSafely(ask: Ask, columns: () => number): Ask {
  const choices = <T>(list: Choice<T>[]) =>
    list.map(({ name, value }) => ({ name: visible(name), value }))
  const safe = <T>(question: { message: string; choices: Choice<T>[] }) => ({
    message: visible(question.message),
    choices: choices(question.choices),
  })
  return {
    text: ({ message, check, ...rest }) =>
      ask.text({
        ...rest,
        message: visible(message),
        ...(check && { check: (text: string) => wrongWords(check(text), columns()) }),
      }),
    select: question => ask.select(safe(question)),
    search: question => ask.search(safe(question)),
    many: question => ask.many(safe(question)),
    confirm: ({ message, fallback }) => ask.confirm({ message: visible(message), fallback }),
  }
}

function wrongWords(said: string | undefined, columns: number): string | undefined {
  return said === undefined ? undefined : folded(visible(said), columns - MARK.length)
}

/** What a question puts before it. */
const MARK = '> '
