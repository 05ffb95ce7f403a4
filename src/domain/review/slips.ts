import type { Sentence, Word } from '../words/sentences.ts'
import { isPersonWord, isVerbForm } from '../words/shapes.ts'
import { editDistance, folded } from '../words/text.ts'
import { baseOfPresent } from '../words/verbs.ts'
import type { Found } from './phrases.ts'

export interface MailText {
  text: string
  words: readonly Word[]
  sentences: readonly Sentence[]
  /** The words of the addressee's name, folded, from the file or the greeting. */
  names: ReadonlySet<string>
}

// Marks and letters

const MARKS = /[?!]{2,}|[?!],|[?!]\.(?!\.)|,[.?!,]|(?<!\.)\.\.(?!\.)|\.,(?!\d)|;;/g
const ABBREVIATED =
  /(?:\b[A-Za-z]|\b(?:etc|vs|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Inc|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))$/

export function doubledMarks({ text }: MailText): Found[] {
  return [...text.matchAll(MARKS)].flatMap(found => {
    const isShort = found[0].startsWith('.') && ABBREVIATED.test(text.slice(0, found.index))
    if (isShort) return []
    return [{ ...spanOf(found), says: `"${found[0]}" has a mark too many.` }]
  })
}

export function smallI({ text }: MailText): Found[] {
  const alone = /(?<=^|[\s("“])i(?=[\s,;:)]|['’](?:m|ve|ll|d)\b)/gm
  return [...text.matchAll(alone)].map(found => ({ ...spanOf(found), says: 'A small "i" for I.' }))
}

function spanOf(found: RegExpExecArray): { start: number; end: number } {
  return { start: found.index, end: found.index + found[0].length }
}

// The addressee as she or he

const PRONOUNS = new Set(['she', 'he', 'her', 'his', 'him', 'hers', "she's", "he's"])
const ANYBODY = new Set([
  ...['introduce', 'introducing', 'introduction', 'introduced'],
  ...['someone', 'somebody', 'anyone', 'who', 'nobody', 'everyone', 'person', 'they'],
])

/** She or he, with nobody before who could be meant but the addressee. */
export function thirdPersons({ sentences, names, text }: MailText): Found[] {
  const slips: Found[] = []
  let sawOther = false
  for (const { words } of sentences) {
    for (const [index, word] of words.entries()) {
      const before = words[index - 1]?.lower
      const isTitled = TITLES.has(bare(before ?? ''))
      const isNamed = !names.has(bare(word.lower)) && (isTitled || isSubjectName(words, index))
      const isRole = isPersonWord(word.lower) && !TITLES.has(bare(word.lower))
      if (isRole || ANYBODY.has(word.lower) || isNamed) sawOther = true
      const isFree = PRONOUNS.has(word.lower) && words[index + 1]?.lower !== 'who'
      if (isFree && !sawOther) {
        slips.push({
          start: word.start,
          end: word.end,
          says: `"${word.text}" speaks about them, and the mail is to them.`,
        })
        sawOther = true
      }
      if (index > 0 && /['’]s$/.test(word.text) && names.has(bare(word.lower)) && isTitled) {
        const says = `"${text.slice(words[index - 1]?.start ?? word.start, word.end)}" speaks about them, and the mail is to them.`
        slips.push({ start: word.start, end: word.end, says })
      }
    }
  }
  return slips
}

/** "Maya told me", "Maya's draft"; a day or a place is neither. */
function isSubjectName(words: readonly Word[], index: number): boolean {
  const word = words[index]
  if (!word || NO_NAMES.has(word.lower) || !/^\p{Lu}\p{Ll}/u.test(word.text)) return false
  if (/^(?:meet|from|with|by|and)$/.test(words[index - 1]?.lower ?? '') && !WHENS.has(word.lower))
    return true
  return /['’]s$/.test(word.text) || isVerbForm(words[index + 1]?.lower ?? '')
}

const WHENS = new Set([
  ...[
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
    'january',
    'february',
  ],
  ...[
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
])

const NO_NAMES = new Set([
  ...[
    'she',
    'he',
    'you',
    'it',
    'they',
    'we',
    'this',
    'that',
    'there',
    'who',
    'what',
    'which',
    'how',
    'if',
  ],
  ...[
    'her',
    'his',
    'your',
    'my',
    'our',
    'the',
    'and',
    'but',
    'so',
    'as',
    'all',
    'nothing',
    'everything',
  ],
])

const TITLES = new Set(['dr', 'prof', 'professor', 'mr', 'mrs', 'ms'])

function bare(word: string): string {
  return folded(word.replace(/['’]s$/, '').replace(/[.,]/g, ''))
}

// Fragments of a note

/** "Thank you for you told me", "your point about don't pick", "Likes climbing." */
export function fragments({ sentences }: MailText): Found[] {
  return sentences.flatMap(({ words }) => {
    const found = words.findIndex((_, index) => isClauseForNoun(words, index))
    const [first] = words
    const starts =
      first &&
      /^\p{Lu}/u.test(first.text) &&
      baseOfPresent(first.lower) !== undefined &&
      !NO_FRAGMENT.has(first.lower)
    const at = found >= 0 ? found : starts && words.length > 2 ? 0 : -1
    const [word, last] = [words[at], words[at + 2] ?? words.at(-1)]
    if (!word || !last) return []
    return [
      {
        start: word.start,
        end: last.end,
        says: 'This reads like a note: say it as a sentence to them.',
      },
    ]
  })
}

const NO_FRAGMENT = new Set([
  'thanks',
  'is',
  'has',
  'does',
  'works',
  'sounds',
  'looks',
  'means',
  'hopes',
  'regards',
])

function isClauseForNoun(words: readonly Word[], index: number): boolean {
  const [one, two, three] = [0, 1, 2].map(step => words[index + step]?.lower ?? '') as [
    string,
    string,
    string,
  ]
  if (!/^(?:about|of|from|for|by)$/.test(one)) return false
  if (/^(?:don't|dont|never|told|showed|asked|taught)$/.test(two)) return true
  if (!/^(?:you|she|he|they|i|we)$/.test(two)) return false
  if (!isVerbForm(three) && !/..ed$/.test(three)) return false
  if (one === 'about' || one === 'by') return true
  const before = words.slice(Math.max(0, index - 3), index)
  return before.some(({ lower }) => (one === 'for' ? /^thank/.test(lower) : lower === 'because'))
}

// Length

const MOST_WORDS = 45

export function longSentences({ sentences }: MailText): Found[] {
  return sentences.flatMap(({ words, start, text }) =>
    words.length > MOST_WORDS
      ? [
          {
            start,
            end: start + text.length,
            says: `A sentence of ${words.length} words; make it two or three.`,
          },
        ]
      : [],
  )
}

// The name

/** Words beside a title or a greeting that are nearly the addressee's name. */
export function misspelledNames(mail: MailText): Found[] {
  const { words, names } = mail
  return words.flatMap((word, index) => {
    const name = bare(word.lower)
    const isName = /^\p{Lu}/u.test(word.text) && name.length > 3 && !names.has(name)
    if (!isName || !isAddressed(mail, index)) return []
    const near = [...names].find(known => known.length > 3 && isNear(known, name))
    return near === undefined
      ? []
      : [
          {
            start: word.start,
            end: word.end,
            says: `"${word.text}" is not quite how their name is written elsewhere.`,
          },
        ]
  })
}

/** Greeted, or called by name between commas: "your colleague Dr. Maier" is another. */
function isAddressed({ words, text }: MailText, index: number): boolean {
  const isTitled = TITLES.has(bare(words[index - 1]?.lower ?? ''))
  const first = isTitled ? index - 1 : index
  const [before, word] = [words[first - 1], words[first]]
  if (!before || !word || /^(?:dear|hi|hello|hey)$/.test(before.lower)) return true
  const isApart = /[,.!?"“]\s*$/.test(text.slice(before.end, word.start))
  return isApart || isTitled === false
}

function isNear(one: string, other: string): boolean {
  if (one.charAt(0) !== other.charAt(0) || Math.abs(one.length - other.length) > 2) return false
  return editDistance(one, other) <= (one.length > 7 ? 3 : 2)
}
