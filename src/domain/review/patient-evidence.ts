import { type Word, wordsOf } from '../words/sentences.ts'
import { type Evidence, KINDS, type Kind } from './patient-kinds.ts'
import { lexicon } from './patient-lexicon.ts'
import { PATTERNS } from './patient-patterns.ts'

/** A line as it is read. */
interface Line {
  text: string
  words: readonly Word[]
  /** Somebody on file has this name or these initials: a colleague. */
  isOnFile: (name: string) => boolean
}

/** A kind of evidence and its last word. */
type Found = readonly [kind: Kind, to: number]

/** What may begin at a word; the first that finds something takes its words. */
const READERS: readonly ((line: Line, at: number) => Found | undefined)[] = [
  nameAt,
  listedAt,
  initialsAt,
  shapedAt,
  placeAt,
]

/** Whatever in a line counts for or against a patient, in reading order. */
export function evidenceIn(text: string, isOnFile: Line['isOnFile']): Evidence[] {
  const line = { text, words: wordsOf(text), isOnFile }
  const all = byForm(line)
  const taken = takenBy(all, text.length)
  let at = 0
  while (at < line.words.length) {
    const word = line.words[at]
    const found = word && !taken[word.start] ? firstFound(line, at) : undefined
    if (found) all.push(...evidenceOf(line, at, found))
    at = (found?.[1] ?? at) + 1
  }
  return all.sort((a, b) => a.start - b.start)
}

function firstFound(line: Line, at: number): Found | undefined {
  for (const read of READERS) {
    const found = read(line, at)
    if (found) return found
  }
  return undefined
}

function evidenceOf({ words }: Line, at: number, [kind, to]: Found): Evidence[] {
  const [first, last] = [words[at], words[to]]
  if (!first || !last) return []
  const evidence = { kind, start: first.start, end: last.end, sentence: first.sentence }
  return kind === 'role' ? [evidence, { ...evidence, kind: 'work' }] : [evidence]
}

/** Every pattern needs a figure, an address, a bed or an age in words: most lines have none. */
const HINTS =
  /\d|@|\bbed|ninet|hundred|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|few)[ -]+(?:year|month|week)/i

/** What a pattern finds, each place by the first that finds it. */
function byForm({ text, words }: Line): Evidence[] {
  if (!HINTS.test(text)) return []
  const taken = new Uint8Array(text.length)
  const found: Evidence[] = []
  for (const [kind, pattern, isFit] of PATTERNS()) {
    for (const { index: start, 0: said } of text.matchAll(pattern)) {
      const end = start + said.length
      if (taken[start] || taken[end - 1]) continue
      const [before, behind] = [
        text.slice(Math.max(0, start - 60), start),
        text.slice(end, end + 20),
      ]
      if (isFit && !isFit(before, behind)) continue
      taken.fill(1, start, end)
      found.push({
        kind: kind === 'age' && isOverEightyNine(said) ? 'elder' : kind,
        start,
        end,
        sentence: 0,
      })
    }
  }
  found.sort((a, b) => a.start - b.start)
  let at = 0
  return found.map(each => {
    while (at < words.length - 1 && (words[at]?.end ?? 0) <= each.start) at++
    return { ...each, sentence: words[at]?.sentence ?? 0 }
  })
}

function takenBy(evidence: readonly Evidence[], length: number): Uint8Array {
  const taken = new Uint8Array(length)
  for (const { start, end } of evidence) taken.fill(1, start, end)
  return taken
}

function isOverEightyNine(said: string): boolean {
  return /ninety|hundred|\b(?:9\d|1[01]\d)(?!\d)(?!.{0,3}(?:mo|we|wk|da))/i.test(said)
}

/** `Mrs. Hall`, unless somebody on file or somebody who does a doctor's work. */
function nameAt({ words, isOnFile }: Line, at: number): Found | undefined {
  const [title, name] = [words[at], words[at + 1]]
  if (!title || !name || !/^(?:mrs?|ms|miss)$/.test(title.lower) || /^M[RS]$/.test(title.text))
    return undefined
  // `ms` is also an illness, and `miss` a verb.
  const isCapital = /^[A-Z]/.test(name.text) && /^M/.test(title.text)
  if (!/^[a-z]/i.test(name.text) || !(isCapital || /^mrs?$/.test(title.lower))) return undefined
  if (lexicon().doctorsVerbs.has(lower(words, at + 2))) return undefined
  return isOnFile(plain(words, at + 1)) ? undefined : ['name', at + 1]
}

/** `K.M.`, `JR`. */
function initialsAt({ words, isOnFile }: Line, at: number): Found | undefined {
  const text = words[at]?.text ?? ''
  const letters = text.replace('.', '')
  if (!/^[A-Z]\.?[A-Z]$/.test(text) || lexicon().noInitials.has(letters)) return undefined
  return isOnFile(letters.toLowerCase()) ? undefined : ['initials', at]
}

/** What stands in the word lists, up to three words together. */
function listedAt(line: Line, at: number): Found | undefined {
  const { words } = line
  const { kinds, kin, beginnings } = lexicon()
  const most = beginnings.has(plain(words, at)) ? MOST_JOINED : 1
  const isMine = /^(?:my|our)$/.test(lower(words, at - 1))
  for (let count = most; count > 0; count--) {
    const last = words[at + count - 1]
    if (!last || last.sentence !== words[at]?.sentence) continue
    const joined = joinedWords(words, at, count)
    const kind = kinds.get(count === 1 ? lower(words, at) : joined) ?? kinds.get(joined)
    const isKin = count === 1 && (kin.has(joined) || (kind === 'person' && !isMine))
    if (isKin && isPossessed(words, at)) return ['family', at]
    const meant = kind && meantBy(line, kind, at)
    if (meant) return [meant, at + count - 1]
  }
  if (!kin.has(plain(words, at))) return undefined
  return [lower(words, at - 1) === 'the' ? 'relative' : 'kin', at]
}

const MOST_JOINED = 3

function joinedWords(words: readonly Word[], at: number, count: number): string {
  let joined = plain(words, at)
  for (let next = at + 1; next < at + count; next++) joined += `-${plain(words, next)}`
  return joined
}

/** What a listed word counts as where it stands, if anything. */
function meantBy(line: Line, kind: Kind, at: number): Kind | undefined {
  const { words } = line
  switch (kind) {
    case 'patient':
      if (!isPatient(words, at)) return undefined
      return /^(?:the|a|an|any|each)$/.test(lower(words, at - 1)) ? 'person' : kind
    case 'person':
      if (isCalled(line, at)) return undefined
      return isPointedAt(words, at) ? kind : 'someone'
    case 'role':
      return isPointedAt(words, at) && !isCalled(line, at) ? kind : 'work'
    case 'illness': {
      // `PE` is one, `pe` and `all` are not.
      const isCapital = /^[A-Z]+$/.test(words[at]?.text ?? '')
      return isCapital || !lexicon().capitals.has(lower(words, at)) ? kind : undefined
    }
    case 'stay':
      // Dr. Tate transferred here.
      return isBefore(words, at, 3, /^dr$/) ? undefined : kind
    case 'gathering':
      // `wants to talk` is none.
      return isBefore(words, at, 1, /^(?:to|we|i|will|could|can|he|she)$/) ? undefined : kind
    default:
      return kind
  }
}

/** `Patient safety`, `a very patient teacher` and `patient with me` are no patients. */
function isPatient(words: readonly Word[], at: number): boolean {
  const { impatientBefore, impatientBehind } = lexicon()
  const [before, next, behind] = [lower(words, at - 1), lower(words, at + 1), lower(words, at + 2)]
  if (impatientBehind.has(next) || impatientBefore.has(before)) return false
  return next !== 'with' || !/^(?:me|us|students|beginners|every\w+|questions)$/.test(behind)
}

/** `was a firefighter`, `Dr. Molina, a woman …`: what a colleague is or was. */
function isCalled({ text, words }: Line, at: number): boolean {
  const article = [1, 2, 3].find(back => /^an?$/.test(lower(words, at - back)))
  if (article === undefined) return isBefore(words, at, 1, /^(?:dr|as|poor)$/)
  const start = words[at - article]?.start ?? 0
  const isBehindComma = text.slice(Math.max(0, start - 2), start) === ', '
  if (isBehindComma && isBefore(words, at, 5, /^dr$/)) return true
  const verb = lower(words, at - article - 1)
  return /^(?:is|was|as|be|been|became|being|not|like|he's|she's|i'm)$/.test(verb)
}

/** `the old lady`, `a retired fire chief`, `my guy`. */
function isPointedAt(words: readonly Word[], at: number): boolean {
  return isBefore(words, at, 3, /^(?:the|that|this|an?|our|my|same|another)$/)
}

/** `her sister`, `Kwame's wife`; of a patient's it is not said. */
function isPossessed(words: readonly Word[], at: number): boolean {
  if (isBefore(words, at, 1, /^(?:the|an?|that|this)$/)) return false
  return isBefore(words, at, 2, /^(?:my|his|her|their|your)$|^(?!pt|patient|it|that|\d).*'s$/)
}

/** Illnesses, operations and drugs by their endings. */
function shapedAt({ words }: Line, at: number): Found | undefined {
  const word = lower(words, at)
  if (word.length < 7 || word.length > 30 || lexicon().shapeless.has(word)) return undefined
  const kind = SHAPES.find(([, ending]) => ending.test(word))?.[0]
  return kind && [kind, at]
}

const SHAPES: readonly (readonly [Kind, RegExp])[] = [
  ['illness', /(?:itis|omas?|a?emia|osis|pathy|algia|rrhage|plegia|uria|penia|ectasis|syndrome)$/],
  ['operation', /(?:ectomy|otomy|ostomy|plasty|scopy|centesis|graphy|pexy)$/],
  ['care', /(?:mycin|cillin|azole|statin|olol|sartan|floxacin|parin|azepam|umab|tinib|platin)$/],
]

/** `from Fresno`, `the girl from the lake`. */
function placeAt({ words }: Line, at: number): Found | undefined {
  const [text, word, next] = [words[at]?.text ?? '', lower(words, at), lower(words, at + 1)]
  const before = lexicon().kinds.get(lower(words, at - 1))
  if (word === 'from' && before && KINDS[before].group === 'who')
    return ['place', /^(?:the|a|our|that|up)$/.test(next) ? at + 2 : at + 1]
  if (!/^@?[A-Z][A-Za-z]/.test(text) || /^(?:dr|mrs?|ms|prof)$/.test(word)) return undefined
  const isStreet = /^(?:st|street|ave|avenue|rd|road|lane|ln|ct|court|blvd|drive)$/.test(next)
  if (isStreet) return ['address', at + 1]
  const where = lower(words, at - 1) === 'the' ? lower(words, at - 2) : lower(words, at - 1)
  const isIn = text.startsWith('@') || /^(?:at|from|in|near|@|to|around|behind)$/.test(where)
  return isIn ? ['place', at] : undefined
}

/** Whether one of the last so many words is meant. */
function isBefore(words: readonly Word[], at: number, count: number, meant: RegExp): boolean {
  for (let back = 1; back <= count; back++) if (meant.test(lower(words, at - back))) return true
  return false
}

/** Without the `'s` of a possessor. */
function plain(words: readonly Word[], at: number): string {
  return lower(words, at).replace(/'s$/, '')
}

function lower(words: readonly Word[], at: number): string {
  return words[at]?.lower ?? ''
}
