import { isPersonWord } from '../words/persons.ts'
import type { Sentence, Word } from '../words/sentences.ts'
import { editDistance, folded } from '../words/text.ts'
import { baseOfPast, baseOfPresent, isBase, isVerbForm } from '../words/verbs.ts'
import { apart, type Found, isQuotedAt, set } from './phrases.ts'

export interface MailText {
  text: string
  subject: string
  words: readonly Word[]
  sentences: readonly Sentence[]
  /** The words of the addressee's name, folded, from the file or the greeting. */
  names: ReadonlySet<string>
}

// Marks and letters

const MARKS =
  /(?<=[\p{L}\d]) [!?](?=\s|$)|[?!]{2,}|[?!],|[?!]\.(?!\.)|,[.?!,;:]|, ,|(?<!\.)\.\.(?!\.)|\.[,;](?!\d)|[;:][,;:.](?!\d)|(?<![.:;] )(?<=\w ?)\. \.(?! ?\.)/gu
const ABBREVIATED =
  /(?:\b[A-Za-z]|\b(?:etc|vs|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Inc|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))$/

export function doubledMarks({ text }: MailText): Found[] {
  const doubled = [...text.matchAll(MARKS)].flatMap(found => {
    const isShort = found[0].startsWith('.') && ABBREVIATED.test(text.slice(0, found.index))
    if (isShort) return []
    return [{ ...spanOf(found), says: `"${found[0]}" has a mark too many.` }]
  })
  return [...doubled, ...openBrackets(text)]
}

/** A parenthesis that nothing closes before the paragraph ends; ":(" opens none. */
function openBrackets(text: string): Found[] {
  return [...text.matchAll(/(?<![:;=][-']?)\([^()\n]*(?=\n|$)/g)].map(({ index }) => ({
    start: index,
    end: index + 1,
    says: 'This "(" is not closed.',
  }))
}

/** Not the numeral of "part (i)" or "type i", nor the "and" of a Catalan name. */
export function smallI({ text }: MailText): Found[] {
  const alone = /(?<=^|[\s"“])i(?=[\s,;:]|[)?!](?:\s|$)|['’](?:m|ve|ll|d)\b)/gm
  return [...text.matchAll(alone)]
    .filter(({ index }) => !isNumeral(text, index) && !isCatalan(text, index))
    .map(found => ({ ...spanOf(found), says: 'A small "i" for I.' }))
}

function isNumeral(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 10), index)
  return /\b(?:part|type|class|phase|section|stage|grade|item|step|form|factor)\s$/i.test(before)
}

function isCatalan(text: string, index: number): boolean {
  const [before, after] = [text.slice(Math.max(0, index - 20), index), text.slice(index, index + 3)]
  return /\p{Lu}[\p{L}'’]+\s$/u.test(before) && /^i\s\p{Lu}/u.test(after)
}

function spanOf(found: RegExpExecArray): { start: number; end: number } {
  return { start: found.index, end: found.index + found[0].length }
}

// The addressee as she or he

const PRONOUNS = set("she he her his him hers she's he's")
const ANYBODY = set(
  `introduce introducing introduction introduced someone somebody anyone who nobody everyone person
  they classmate classmates teammate labmate coworker neighbor teacher tutor coach preceptor
  supervisor speaker author writer poet doctor director physician surgeon patient man woman boy
  girl lady founder editor wife husband fiance fiancee niece nephew grandson granddaughter dog`,
)

/** She or he, with nobody before who could be meant but the addressee. */
export function thirdPersons({ sentences: all, names, text, subject }: MailText): Found[] {
  const slips: Found[] = []
  const sentences = all.filter(({ start }) => start > subject.length)
  // Two who are made known to each other are both readers.
  const isIntroduction = /\bmeet \p{Lu}/u.test(text)
  let sawOther = false
  for (const { words } of sentences) {
    for (const [index, word] of words.entries()) {
      const before = words[index - 1]?.lower
      const isTitled = TITLES.has(bare(before ?? ''))
      const isNamed =
        !names.has(bare(word.lower)) &&
        (isTitled || isSubjectName(words, index) || isFullName(words, index))
      const isRole = isPersonWord(word.lower) && !isNobody(word.lower)
      if (isRole || ANYBODY.has(word.lower) || isNamed) sawOther = true
      const isFree = PRONOUNS.has(word.lower) && words[index + 1]?.lower !== 'who'
      if (isFree && !sawOther) {
        slips.push({
          start: word.start,
          end: word.end,
          says: `"${word.text}" speaks about them, and the email is to them.`,
        })
        sawOther = true
      }
      if (!isIntroduction && names.has(bare(word.lower)) && isSpokenOf(words, index, text)) {
        const start = isTitled ? (words[index - 1]?.start ?? word.start) : word.start
        const says = `"${text.slice(start, word.end)}" speaks about them, and the email is to them.`
        slips.push({ start: word.start, end: word.end, says })
      }
    }
  }
  return apart(slips)
}

/** A title, or several people: neither is she or he. */
function isNobody(word: string): boolean {
  return (
    TITLES.has(bare(word)) ||
    /^(?:nurses|students|kids|parents|children|twins|family|team)$/.test(word)
  )
}

/** "with Dr. Hoff", "that Maya said", and not "Thank you, Dr. Hoff", "Hi Maya", "the Hoff lab". */
function isSpokenOf(words: readonly Word[], index: number, text: string): boolean {
  const word = words[index]
  if (!word || !/^\p{Lu}/u.test(word.text) || WHENS.has(word.lower)) return false
  if (isQuotedAt(text, word.start)) return false
  const isTitled = TITLES.has(bare(words[index - 1]?.lower ?? ''))
  const first = isTitled ? index - 1 : index
  const before = words[first - 1]
  const next = words[index + 1]
  const isFollowed = next !== undefined && /^['’]?\s$/.test(text.slice(word.end, next.start))
  const isSubject = isFollowed && isVerbForm(next.lower)
  if (/['’]s$/.test(word.text)) return isTitled || before !== undefined
  if (!before || /[,;:"“”(—–-]\s*$/.test(text.slice(before.end, words[first]?.start))) {
    return isSubject
  }
  if (CALLING.has(before.lower) || isPersonWord(before.lower)) return false
  // Greeted in whatever language.
  if (first === 1 && /^[,!:]/.test(text.slice(word.end))) return false
  if (isTitled) return !(isFollowed && /^\p{Lu}/u.test(next.text)) || isSubject
  const isName = !isFollowed || !/^\p{Lu}\p{Ll}/u.test(next.text)
  return isSubject ? isName : isName && SPOKEN_WITH.has(before.lower)
}

const CALLING = set(
  `dear hi hello hey you thanks congratulations congrats morning afternoon evening called named the
  a an colleague so much hola sorry yes no ok okay again cheers welcome bye best regards`,
)
const SPOKEN_WITH = set(
  `with to from tell told that about for asked ask see saw met meet than by introduce introduced
  remind thank let give would could can will does did has should is was if when`,
)

/** "Kwabena Asante", and no hall or street of that name. */
function isFullName(words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]]
  if (!word || !next || word.sentence !== next.sentence) return false
  if ([word, next].some(isNoPart)) return false
  const isCapital = ({ text }: Word) => /^\p{Lu}\p{Ll}/u.test(text)
  return isCapital(word) && isCapital(next) && !THINGS.has(next.lower)
}

function isNoPart({ lower }: Word): boolean {
  return NO_NAMES.has(lower) || WHENS.has(lower) || TITLES.has(bare(lower)) || CALLING.has(lower)
}

/** What ends the name of a thing. */
const THINGS = set(
  `hospital university clinic school college center department street medicine rounds award day
  club society building hall journal week conference lecture fund scholarship health surgery
  program library`,
)

/** "Maya told me", "Maya's draft"; a day or a place is neither. */
function isSubjectName(words: readonly Word[], index: number): boolean {
  const word = words[index]
  if (!word || NO_NAMES.has(word.lower) || !/^\p{Lu}\p{Ll}/u.test(word.text)) return false
  if (/^(?:meet|from|with|by|and)$/.test(words[index - 1]?.lower ?? '') && !WHENS.has(word.lower))
    return true
  return /['’]s$/.test(word.text) || isVerbForm(words[index + 1]?.lower ?? '')
}

const WHENS = set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june
  july august september october november december`,
)

const NO_NAMES = set(
  `she he you it they we this that there who what which how if her his your my our the and but so
  as all nothing everything`,
)

const TITLES = set('dr prof professor mr mrs ms')

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

const NO_FRAGMENT = set('thanks is has does works sounds looks means hopes regards')

function isClauseForNoun(words: readonly Word[], index: number): boolean {
  const [one = '', two = '', three = '', four = ''] = words
    .slice(index, index + 4)
    .map(({ lower }) => lower)
  const before = words.slice(Math.max(0, index - 3), index).map(({ lower }) => lower)
  if (one === 'for' && before.some(word => /^thank/.test(word))) return isNoThanks(two, three)
  const isMatter =
    MATTERS.has(before.at(-1) ?? '') ||
    (/^(?:is|was)$/.test(before.at(-1) ?? '') && MATTERS.has(before.at(-2) ?? ''))
  if (!isMatter && !/^(?:about|of|from|for|by|regarding|concerning)$/.test(one)) return false
  if (isMatter && !BETWEEN.has(one)) return false
  if (/^(?:don't|dont|told|showed|asked|taught)$/.test(two)) return true
  if (/^(?:never|always)$/.test(two)) return isBase(three)
  if (two === 'because') return three !== 'of'
  const isAsked = isTurned(two, three, four) || isOrder(two, three, four)
  if (isMatter && one !== 'to' && isAsked) return true
  if (
    one === 'about' &&
    isTurned(two, three, four) &&
    (/^(?:do|does|did|should)$/.test(two) ||
      /^(?:it|there|students|people|we|i|you|they)$/.test(
        /^(?:how|why|when|where)$/.test(two) ? four : three,
      ))
  )
    return true
  if (!/^(?:you|she|he|they|i|we)$/.test(two)) return false
  if (!isClauseVerb(three, two) && !(ADVERBS.has(three) && isClauseVerb(four, two))) return false
  return isMatter || /^(?:about|by|regarding|concerning)$/.test(one) || before.includes('because')
}

/** What has a content: of it one says "about", "on" or "of", and then a noun. */
const MATTERS = set(
  `question questions study paper talk lecture advice tip tips point comment comments idea ideas
  work research interest more story stories thoughts thought note notes view views remark remarks
  lesson email article chapter passion experience experiences seminar presentation slide slides
  words belief opinion rule theory project concern answer explanation argument post essay poster
  book piece message reminder warning feedback enthusiasm commitment dedication insight insights
  example description discussion session workshop review trial mention honesty memory admiration
  love knowledge perspective perspectives panel anecdote focus suggestion suggestions
  recommendation path decision journey podcast congratulations congrats`,
)
const BETWEEN = set('about of on in with for from by behind into at to toward')
const ADVERBS = set('never always also really just once often still only')

/** "how do kidneys heal", "can students join": a question where its answer belongs. */
function isTurned(two: string, three: string, four: string): boolean {
  const isAsking = /^(?:do|does|did|is|are|was|were|can|should|will|would|could)$/
  if (/^(?:how|why|when|where)$/.test(two)) return isAsking.test(three) && four !== ''
  return isAsking.test(two) && three !== '' && !/^(?:not|the|a|an|to)$/.test(three)
}

/** "let the family speak"; a noun, as in "stress the week before", has a time behind it. */
function isOrder(two: string, three: string, four: string): boolean {
  if (!isBase(two) || !/^(?:the|your|my|me|us|them|it|every|more)$/.test(three)) return false
  return !/^(?:other|day|week|night|morning|year|month|last|first|next|most|same)$/.test(four)
}

function isClauseVerb(word: string, subject: string): boolean {
  if (isVerbForm(word) || /..ed$/.test(word) || /^(?:am|do|have)$/.test(word)) return true
  return subject !== 'she' && subject !== 'he' && isBase(word)
}

/** "thank you for you told me", "for showed me", "for take the time". */
function isNoThanks(two: string, three: string): boolean {
  if (/^(?:you|she|he|they|i|we)$/.test(two)) return isClauseVerb(three, two)
  if (/^(?:told|showed|asked|taught|because)$/.test(two)) return three !== 'of'
  if (two === 'to') return isBase(three) && three !== 'day'
  const isObject = /^(?:me|us|my|the|this|your|our|time|a)$/.test(three)
  return isObject && (isBase(two) || baseOfPast(two) !== undefined)
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
    const isName =
      /^\p{Lu}/u.test(word.text) && name.length > 3 && !names.has(name) && !CALLING.has(name)
    if (!isName || !isAddressed(mail, index) || isAnother(words, index, names)) return []
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

/** "Leah Kim" to Lena Hoff is somebody else. */
function isAnother(words: readonly Word[], index: number, names: ReadonlySet<string>): boolean {
  return isFullName(words, index) && !names.has(bare(words[index + 1]?.lower ?? ''))
}

/** Greeted, or called by name between commas: "your colleague Dr. Maier" is another. */
function isAddressed({ words, text }: MailText, index: number): boolean {
  const isTitled = TITLES.has(bare(words[index - 1]?.lower ?? ''))
  const first = isTitled ? index - 1 : index
  const [before, word] = [words[first - 1], words[first]]
  if (!before || !word || /^(?:dear|hi|hello|hey)$/.test(before.lower)) return true
  const between = text.slice(before.end, word.start)
  const isApart = /[,.!?"“]\s*$/.test(between)
  // "Here's my draft" only begins a sentence; "Steven, could you" calls someone.
  const isCalled = /^\s*(?:[,.!?]|$)/.test(text.slice(words[index]?.end))
  const isFirst = /[.!?\n]\s*$/.test(between)
  if (!isTitled && isFirst && (!isCalled || STARTS.has(bare(word.lower)))) return false
  return isApart || isTitled === false
}

const STARTS = set(
  'here there then well sure also maybe please thanks right hope honestly again still since',
)

function isNear(one: string, other: string): boolean {
  if (one.charAt(0) !== other.charAt(0) || Math.abs(one.length - other.length) > 2) return false
  return editDistance(one, other) <= (one.length > 7 ? 3 : 2)
}
