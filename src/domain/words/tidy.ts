import { late } from './late.ts'

const SHORT: readonly [RegExp, string][] = [
  [/(?<=^|\s)w\/o(?=\s)/gi, 'without'],
  [/(?<=^|\s)w\/ ?(?=\S)/gi, 'with '],
  [/(?<=^|\s)b\/c(?=\s)/gi, 'because'],
  [/(?<=^|\s)abt(?=\s)/gi, 'about'],
  [/(?<=^|\s)thru(?=\s|$)/gi, 'through'],
  [/(?<=^|\s)&(?=\s)/g, 'and'],
  [/(?<=^|[\s(])i(?=$|[\s,;:)]|['’](?:m|ve|ll|d)\b)/g, 'I'],
]
const LABEL =
  /^(?:(?:his|her|their|main) )?(?:advice|tip|topic|note|detail|point)(?:\s*:\s*|\s+[-–—]\s+)/i
const pictures = late(
  () => /(?:\s*(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f))+$/u,
)
const PROPER =
  /\b(mon|tues|wednes|thurs|fri|satur|sun)day(s?)\b|\b(english|spanish|french|german|arabic|mandarin|portuguese|hindi|italian|korean|japanese|vietnamese|tagalog|swahili|russian)\b|\b(january|february|april|june|july|august|september|october|november|december)\b/g

/** On one line, with what is sure about its marks and short forms put right: no spelling is guessed. */
export function tidied(text: string): string {
  let tidy = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(pictures(), '')
    .replace(/^[-*•]\s+/, '')
  tidy = tidy.replace(LABEL, '').replace(/[\s.!,;…-]+$/, '')
  for (const [written, meant] of SHORT) tidy = tidy.replace(written, meant)
  tidy = tidy.replace(/\s{2,}/g, ' ').trim()
  return tidy.replace(PROPER, name => name.charAt(0).toUpperCase() + name.slice(1))
}

export interface Part {
  start: string
  core: string
  end: string
  /** The core in small letters, its apostrophe straight. */
  lower: string
}

/** A word and the marks around it. */
export function partsOf(word: string): Part {
  const start = /^[^\p{L}\p{N}]*/u.exec(word)?.[0] ?? ''
  const rest = word.slice(start.length)
  const core = /^[\p{L}\p{M}\p{N}'’/.&-]*[\p{L}\p{M}\p{N}]/u.exec(rest)?.[0] ?? ''
  return { start, core, end: rest.slice(core.length), lower: core.toLowerCase().replace('’', "'") }
}

/** Words parted by blanks. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
