import type { Hit } from '../domain/find/search.ts'
import { type Day, plainDay } from '../domain/words/days.ts'
import type { Place } from '../domain/words/matching.ts'
import { counted } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { visible, width, wrap } from './text.ts'
import type { Screen } from './theme.ts'

interface FoundView {
  today: Day
  hits: readonly Hit[]
  total: number
  /** Several words stood within one pair of quotes, as the shell gives them. */
  isPhrase: boolean
}

/** A line for what was found and one for the sentence, best first. */
export function renderFound({ today, hits, total, isPhrase }: FoundView, screen: Screen): string {
  if (!hits.length) {
    return isPhrase
      ? 'No matches for these words together. Without the quotes they can be anywhere.'
      : `No matches.\n${nextCommand('netmed search <one> or <other>', screen)}`
  }
  const numbers = hits.map(hit => (hit.id === null ? '' : `#${hit.id}`))
  const indent = Math.max(...numbers.map(width)) + 2
  const blocks = hits.map((hit, index) =>
    hitLines(hit, { number: numbers[index] ?? '', indent, today }, screen),
  )
  const more = total - hits.length
  return [
    ...blocks,
    '',
    ...(more ? [`${counted(more, 'more', 'more')}: add --all, or another word.`] : []),
    nextCommand(nextOf(hits), screen),
  ].join('\n')
}

function nextOf([first, ...rest]: readonly Hit[]): string {
  if (!first) return 'netmed list'
  return rest.length ? 'netmed show <number>' : first.command
}

interface Beside {
  number: string
  indent: number
  today: Day
}

function hitLines(hit: Hit, { number, indent, today }: Beside, screen: Screen): string {
  const { theme, columns } = screen
  const name = marked(hit.name, hit.nameMatches, screen)
  const aside = [hit.about ?? '', hit.day ? plainDay(hit.day, today) : ''].filter(Boolean)
  const what = hit.id === null ? `template ${name}` : name
  const head = [what, ...aside.map(visible)].join(' · ')
  const field = hit.field && FIELDS_SAID.has(hit.field) ? `${hit.field}: ` : ''
  const said = hit.sentence === null ? '' : field + marked(hit.sentence, hit.matches, screen)
  const lines = [head, said].filter(Boolean).map(text => wrap(text, columns, indent))
  const whole = painted(lines.join('\n'), screen)
  return theme.aside(number) + whole.slice(width(number))
}

/** A word alone that is a tag or a specialty says which; a sentence speaks for itself. */
const FIELDS_SAID: ReadonlySet<string> = new Set([
  'tag',
  'interest',
  'specialty',
  'institution',
  'organization',
  'department',
  'hometown',
  'area',
  'nickname',
  'email',
  'phone',
  'link',
  'met',
  'met-at',
  'circle',
  'worry',
  'background',
  'matters',
  'gave',
  'place',
  'event',
  'private note',
])

// Never in visible text, and no column wide: where a match begins and ends is kept through wrapping.
const BEGIN = '\u2061'
const END = '\u2062'

/** The text made harmless, each match between marks that `painted` turns into what the screen can show. */
function marked(text: string, matches: readonly Place[], screen: Screen): string {
  const isPlain = screen.theme.match('x') === 'x'
  const [begin, end] = isPlain ? ['*', '*'] : [BEGIN, END]
  let line = ''
  let at = 0
  for (const [from, to] of matches) {
    line += visible(text.slice(at, from)) + begin + visible(text.slice(from, to)) + end
    at = to
  }
  return line + visible(text.slice(at))
}

/** Colors what stands between the marks, line by line, for a match may be broken over two. */
function painted(text: string, { theme }: Screen): string {
  let isOpen = false
  return text
    .split('\n')
    .map(line =>
      line.replace(/[\u2061\u2062]|^ +|[^\u2061\u2062]+/g, piece => {
        if (piece === BEGIN || piece === END) {
          isOpen = piece === BEGIN
          return ''
        }
        return isOpen && piece.trim() ? theme.match(piece) : piece
      }),
    )
    .join('\n')
}
