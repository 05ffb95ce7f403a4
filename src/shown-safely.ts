import type { Ask, Choice } from './context.ts'
import { folded, visible } from './render/text.ts'

/**
 * The same questions with text from others escaped, as everything that is shown is. They, what Enter stands
 * for and what is wrong with an answer are folded at blanks, at so many columns.
 */
export function shownSafely(ask: Ask, columns: () => number): Ask {
  const choices = <T>(list: Choice<T>[]) =>
    list.map(choice => ({ ...choice, name: visible(choice.name) }))
  const shown = (text: string) => folded(visible(text), columns() - MARK.length)
  const safe = <T>(question: { message: string; choices: Choice<T>[] }) => ({
    message: shown(question.message),
    choices: choices(question.choices),
  })
  return {
    async text({ message, fallback, check }) {
      const line = fallback === undefined ? message : `${message} (${fallback}) `
      const isShort = !shown(line).includes('\n')
      const read = (text: string) => (isShort ? text : text || (fallback ?? ''))
      const answer = await ask.text({
        // A prompt's own line is cut wherever it ends, so what is long stands above it.
        message: isShort ? shown(message) : aboveTheLine(message, fallback, shown),
        ...(isShort && fallback !== undefined && { fallback }),
        ...(check && { check: text => wrongWords(check(read(text)), columns()) }),
      })
      return read(answer)
    },
    select: question => ask.select(safe(question)),
    search: question => ask.search(safe(question)),
    many: question => ask.many(safe(question)),
    confirm: ({ message, fallback }) => ask.confirm({ message: shown(message), fallback }),
  }
}

function aboveTheLine(
  message: string,
  fallback: string | undefined,
  shown: (text: string) => string,
): string {
  if (fallback === undefined) return shown(message)
  return `${shown(message)}\n${shown(`(Enter: ${fallback})`)}\n`
}

function wrongWords(said: string | undefined, columns: number): string | undefined {
  return said === undefined ? undefined : folded(visible(said), columns - MARK.length)
}

/** What a question puts before it. */
const MARK = '> '
