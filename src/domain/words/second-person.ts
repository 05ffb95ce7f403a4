/**
 * A detail as it is said to the person it is about: `the registry she runs` gives `the registry you run`,
 * `her grant advice` `your grant advice`. They and their stay, for they may be others.
 */
export function saidToThem(text: string): string {
  const words = text.split(' ')
  const said: string[] = []
  let verbIsNext = false
  for (const [index, word] of words.entries()) {
    const { start, core, end } = partsOf(word)
    const isSubject = SUBJECTS.test(core)
    const isLast = end !== '' || index === words.length - 1
    const isVerb = verbIsNext && !REFLEXIVES.test(core)
    const changed = isVerb ? withYou(core) : (pronoun(core, isLast, words[index + 1]) ?? core)
    verbIsNext = isSubject ? !isLast : verbIsNext && isAdverb(core)
    said.push(`${start}${likeFirst(core, changed)}${end}`)
  }
  return said.join(' ')
}

const SUBJECTS = /^(she|he)$/i
/** These stand between subject and verb, and are said to them too. */
const REFLEXIVES = /^(her|him)self$/i

function pronoun(word: string, isLast: boolean, next: string | undefined): string | undefined {
  switch (word.toLowerCase().replace('’', "'")) {
    case 'she':
    case 'he':
      return 'you'
    case "she's":
    case "he's":
      return 'you are'
    case 'him':
      return 'you'
    case 'herself':
    case 'himself':
      return 'yourself'
    case 'hers':
      return 'yours'
    case 'his':
      return isLast ? 'yours' : 'your'
    case 'her':
      return isLast || isFunctionWord(next) ? 'you' : 'your'
    default:
      return undefined
  }
}

const IRREGULAR = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
  ["isn't", "aren't"],
  ["wasn't", "weren't"],
  ["hasn't", "haven't"],
  ["doesn't", "don't"],
])

/** A verb of the third person as it stands after "you". */
function withYou(verb: string): string {
  const irregular = IRREGULAR.get(verb.toLowerCase().replace('’', "'"))
  if (irregular) return irregular
  if (isAdverb(verb) || !/[^s]s$/.test(verb)) return verb
  if (/[^aeiou]ies$/.test(verb) && verb.length > 4) return `${verb.slice(0, -3)}y`
  return /(ss|sh|ch|x|zz|o)es$/.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1)
}

const ADVERBS = new Set([
  ...['also', 'always', 'already', 'first', 'just', 'never', 'now', 'often', 'once', 'only'],
  ...['perhaps', 'sometimes', 'still', 'then', 'too', 'nowadays', 'herself', 'himself'],
])

function isAdverb(word: string): boolean {
  return ADVERBS.has(word.toLowerCase()) || /..ly$/.test(word)
}

const FUNCTION_WORDS = new Set([
  ...['a', 'about', 'after', 'an', 'and', 'as', 'at', 'because', 'before', 'but', 'by', 'during'],
  ...['for', 'from', 'how', 'if', 'in', 'into', 'of', 'on', 'or', 'over', 'that', 'the', 'this'],
  ...['through', 'to', 'until', 'what', 'when', 'where', 'while', 'why', 'with', 'without'],
])

function isFunctionWord(word: string | undefined): boolean {
  return word !== undefined && FUNCTION_WORDS.has(partsOf(word).core.toLowerCase())
}

/** A word and the marks around it. */
function partsOf(word: string): { start: string; core: string; end: string } {
  const start = /^[^\p{L}]*/u.exec(word)?.[0] ?? ''
  const rest = word.slice(start.length)
  const core = /^[\p{L}\p{N}'’-]*/u.exec(rest)?.[0] ?? ''
  return { start, core, end: rest.slice(core.length) }
}

function likeFirst(model: string, word: string): string {
  const isCapital = /^\p{Lu}/u.test(model) && model !== word
  return isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
