import type { Word } from '../words/sentences.ts'
import { KINDS, type Kind } from './patient-kinds.ts'
import { lexicon } from './patient-lexicon.ts'

/** A line as it is read. */
export interface Line {
  text: string
  words: readonly Word[]
  /** Somebody on file has this name or these initials: a colleague. */
  isOnFile: (name: string) => boolean
}

/** A kind of evidence and its last word. */
export type Found = readonly [kind: Kind, to: number]

/** What may begin at a word; the first that finds something takes its words. */
export const READERS: readonly ((line: Line, at: number) => Found | undefined)[] = [
  nameAt,
  namedAt,
  theAt,
  listedAt,
  initialsAt,
  shapedAt,
  placeAt,
]

/** `Mrs. Hall`, `Aunty Joyce`, unless somebody on file or somebody who works here. */
function nameAt({ text, words, isOnFile }: Line, at: number): Found | undefined {
  const [title, name] = [words[at], words[at + 1]]
  if (!title || !name || !lexicon().titles.has(title.lower) || /^M[RS]$/.test(title.text)) return
  if (!/^\.? ?$/.test(text.slice(title.end, name.start)) || !/^[a-z]/i.test(name.text)) return
  // `ms` is also an illness, `miss` a verb and `ate` another.
  const isSure = /^mrs?$/.test(title.lower) || /^[A-Z]/.test(name.text)
  if (!isSure || (/^m(?:x|s|iss)$/.test(title.lower) && !/^M/.test(title.text))) return
  if (GREETING.test(lower(words, at - 1)) || isOfStaff(words, at)) return
  if (lexicon().doctorsVerbs.has(lower(words, at + 2))) return
  return isOnFile(plain(words, at + 1)) ? undefined : ['name', at + 1]
}

const GREETING = /^(?:dear|hi|hello|hey)$/

/** `Ms. Ortiz the interpreter`, `social worker Ms. Pettway`. */
function isOfStaff(words: readonly Word[], at: number): boolean {
  return [-3, -2, -1, 2, 3, 4, 5, 6].some(on => lexicon().staff.has(lower(words, at + on)))
}

/** A name without a title that is said as of a patient: `little Amara`, `the Nguyen baby`, `named Wren`. */
function namedAt(line: Line, at: number): Found | undefined {
  const { words } = line
  const word = words[at]
  if (!word) return
  const isBehindEpithet =
    lexicon().epithets.has(word.lower) && words[at + 1]?.sentence === word.sentence
  if (isBehindEpithet && isName(line, at + 1) && !STREET.test(lower(words, at + 2)))
    return ['named', at + 1]
  if (!isName(line, at)) return
  const before = lower(words, at - 1)
  const isOne = before === 'the' && lexicon().bornWith.has(plain(words, at + 1))
  if (isOne || /^(?:named|called)$/.test(before)) return ['named', at]
  if (isBefore(words, at, 2, OF_STAFF)) return
  if (hasHappened(line, at)) return ['named', at]
  const isPlace = /^(?:from|at|in|the|near|of|an?|our)$/.test(before)
  const isAlone = ![words[at - 1], words[at + 1]].some(each => each && /^[A-Z]/.test(each.text))
  const isInside = words[at - 1]?.sentence === word.sentence && !word.stop
  return isInside && isAlone && !isPlace ? ['somebody', at] : undefined
}

const OF_STAFF = /^(?:dr|prof|professor|nurse|rn|fellow|resident|attending|intern|chief|preceptor)$/

/** A word that is written as a name is, stands in no list, and is no colleague's. */
function isName({ words, isOnFile }: Line, at: number): boolean {
  const { text, lower } = words[at] ?? { text: '', lower: '' }
  if (!/^[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?$/.test(text) || /^(?:i'\w+|dr)$/.test(lower)) return false
  const { kinds, titles } = lexicon()
  return !kinds.has(lower) && !titles.has(lower) && !isOnFile(plain(words, at))
}

/** `Dmitri passed`, `Tomasz's amputation`, `Mateo w biliary atresia`, `Sasha, rett`. */
function hasHappened({ text, words }: Line, at: number): boolean {
  const { end = 0, text: name = '' } = words[at] ?? {}
  const isWith = /^w(?:ith)?$/.test(lower(words, at + 1))
  const kind = lexicon().kinds.get(lower(words, isWith ? at + 2 : at + 1))
  if (!kind || KINDS[kind].group !== 'what') return false
  if (/['’]s$/.test(name)) return /^(?:illness|operation|test|symptom)$/.test(kind)
  if (kind === 'fate') return text[end] === ' '
  return /^(?:illness|operation)$/.test(kind) && (isWith || text[end] === ',')
}

/** `with the`, `had the`: somebody or something that both know of. */
function theAt({ words }: Line, at: number): Found | undefined {
  return lower(words, at) === 'the' && lexicon().pointing.has(lower(words, at - 1))
    ? ['which', at]
    : undefined
}

/** What stands in the word lists, up to three words together. */
function listedAt({ words }: Line, at: number): Found | undefined {
  const { kinds, kin, beginnings } = lexicon()
  const most = beginnings.has(plain(words, at)) ? MOST_JOINED : 1
  const isMine = /^(?:my|our)$/.test(lower(words, at - 1))
  for (let count = most; count > 0; count--) {
    const to = at + count - 1
    if (!words[to] || words[to].sentence !== words[at]?.sentence) continue
    const joined = joinedWords(words, at, count)
    const kind =
      (count === 1 && kinds.get(lower(words, at))) || kinds.get(joined) || singular(joined)
    const isKin = kin.has(joined) || kind === 'role' || (kind === 'person' && !isMine)
    if (isKin && isPossessed(words, at)) return ['family', to]
    const meant = kind && meantBy(words, kind, at, to)
    if (meant) return [meant, to]
    if (kin.has(joined)) return [lower(words, at - 1) === 'the' ? 'relative' : 'kin', to]
  }
}

const MOST_JOINED = 3

function joinedWords(words: readonly Word[], at: number, count: number): string {
  let joined = plain(words, at)
  for (let on = 1; on < count; on++) joined += `-${plain(words, at + on)}`
  return joined
}

/** What `burns` counts as, when only `burn` is listed. */
function singular(word: string): Kind | undefined {
  if (word.length < 4 || !word.endsWith('s')) return
  const kind = lexicon().kinds.get(word.slice(0, -1))
  return kind &&
    !/^(?:who|where)$/.test(KINDS[kind].group) &&
    !/^(?:role|stay|fate|act)$/.test(kind)
    ? kind
    : undefined
}

/** What a listed word counts as where it stands, if anything. */
function meantBy(words: readonly Word[], kind: Kind, at: number, to: number): Kind | undefined {
  // `PE` is an illness, `pe` and `all` are not.
  const isCapital = /^[A-Z]+$/.test(words[at]?.text ?? '')
  if (!isCapital && lexicon().capitals.has(lower(words, at))) return
  switch (kind) {
    case 'patient':
      if (!isPatient(words, at)) return
      return /^(?:the|an?|any|each)$/.test(lower(words, at - 1)) ? 'person' : kind
    case 'person':
      if (isCalled(words, at) || isTeaching(words, to + 1)) return
      return isPointedAt(words, at) ? kind : 'someone'
    case 'role':
      if (isCalled(words, at) || isTeaching(words, to + 1)) return 'work'
      return isPointedAt(words, at) ? kind : 'work'
    case 'stay':
      // Dr. Tate transferred here.
      return isBefore(words, at, 3, /^dr$/) ? undefined : kind
    case 'symptom':
      // "I really liked hearing how you chose it", "I took your advice to heart"
      return isHeard(words, at) ? undefined : kind
    case 'which':
      return isSomeone(words, at) ? 'marked' : kind
    default:
      return kind
  }
}

/** What I hear from them is no sense that someone lost. */
function isHeard(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [lower(words, at - 1), lower(words, at), lower(words, at + 1)]
  if (word === 'heart') return before === 'to'
  if (word !== 'hearing') return false
  return (
    /^(?:about|from|how|what|why|that|you|your)$/.test(next) ||
    /^(?:liked?|loved?|enjoyed|appreciated?)$/.test(before)
  )
}

/** `Patient safety`, `a very patient teacher` and `patient with me` are no patients. */
function isPatient(words: readonly Word[], at: number): boolean {
  const { impatientBefore, impatientBehind } = lexicon()
  const [before, next, behind] = [lower(words, at - 1), lower(words, at + 1), lower(words, at + 2)]
  if (impatientBehind.has(next) || impatientBefore.has(before)) return false
  return next !== 'with' || !/^(?:me|us|students|beginners|every\w+|questions)$/.test(behind)
}

/** `the musher who`: somebody, whatever they are called; not `the attending who`. */
function isSomeone(words: readonly Word[], at: number): boolean {
  if (!/^who(?:se|m)?$/.test(lower(words, at)) || isTeaching(words, at)) return false
  const isOne = isBefore(words, at, 5, /^(?:the|that|this|our|my|an?)$/)
  return isOne && !lexicon().staff.has(lower(words, at - 1))
}

/** `who gave the lecture` */
function isTeaching(words: readonly Word[], at: number): boolean {
  return /^(?:who|that)$/.test(lower(words, at)) && lexicon().teaches.has(lower(words, at + 1))
}

/** `was a firefighter`, `is the organist`: what a colleague is or was. */
function isCalled(words: readonly Word[], at: number): boolean {
  const the = [1, 2, 3, 4].find(back => lower(words, at - back) === 'the')
  if (the && /^(?:is|he's|she's)$/.test(lower(words, at - the - 1))) return true
  const article = [1, 2, 3].find(back => /^an?$/.test(lower(words, at - back)))
  if (!article) return isBefore(words, at, 1, /^(?:dr|as|poor)$/)
  return IS.test(lower(words, at - article - 1))
}

const IS = /^(?:is|was|as|be|been|became|being|not|like|has|plays|he's|she's|i'm)$/

/** `the old lady`, `a retired fire chief`, `my guy`. */
function isPointedAt(words: readonly Word[], at: number): boolean {
  return isBefore(words, at, 4, /^(?:the|that|this|an?|our|my|same|another)$/)
}

/** `her sister`, `Kwame's wife`, `my roommates dad`; of a patient's it is not said. */
function isPossessed(words: readonly Word[], at: number): boolean {
  return !/^(?:the|an?|that|this)$/.test(lower(words, at - 1)) && isBefore(words, at, 2, WHOSE)
}

const WHOSE =
  /^(?:my|his|her|their|your|roommates|girlfriends|boyfriends|landlords|neighbors)$|^(?!pt|patient|it|that|he|she|who|\d).*'s$/

/** `K.M.`, `JR`. */
function initialsAt({ words, isOnFile }: Line, at: number): Found | undefined {
  const text = words[at]?.text ?? ''
  const letters = text.replace('.', '')
  if (!/^[A-Z]\.?[A-Z]$/.test(text) || lexicon().noInitials.has(letters)) return
  return isOnFile(letters.toLowerCase()) ? undefined : ['initials', at]
}

/** Illnesses, operations, drugs and jobs by their endings. */
function shapedAt({ words }: Line, at: number): Found | undefined {
  const { lower, text } = words[at] ?? { lower: '', text: '' }
  if (lower.length < 6 || lower.length > 30 || lexicon().shapeless.has(lower)) return
  const kind = SHAPES.find(([, ending]) => ending.test(lower))?.[0]
  // A name may end so too: Chioma, Weissman.
  if (!kind || (/^[A-Z]/.test(text) && /(?:oma|an|er)$/.test(lower))) return
  const meant = meantBy(words, kind, at, at)
  return meant && [meant, at]
}

export const SHAPES: readonly (readonly [Kind, RegExp])[] = [
  ['illness', /(?:itis|omas?|a?emia|osis|pathy|algia|rrhage|plegia|uria|penia|ectasis|syndrome)$/],
  ['operation', /(?:ectomy|otomy|ostomy|plasty|scopy|centesis|graphy|pexy)$/],
  ['drug', /(?:mycin|cillin|azole|statin|olol|sartan|floxacin|parin|azepam|umab|tinib|platin)$/],
  [
    'role',
    /[a-z](?:man|woman|maker|herder|smith|monger|keeper|worker|player|singer|driver|farmer)$/,
  ],
]

/** `from Fresno`, `the girl from the lake`. */
function placeAt({ words }: Line, at: number): Found | undefined {
  const { text, lower: word } = words[at] ?? { text: '', lower: '' }
  const next = lower(words, at + 1)
  const before = lexicon().kinds.get(lower(words, at - 1))
  if (word === 'from' && before && KINDS[before].group === 'who')
    return ['place', /^(?:the|a|our|that|up)$/.test(next) ? at + 2 : at + 1]
  if (!/^@?[A-Z][A-Za-z]/.test(text) || /^(?:dr|mrs?|ms|prof)$/.test(word)) return
  if (STREET.test(next)) return ['address', at + 1]
  const where = lower(words, at - 1) === 'the' ? lower(words, at - 2) : lower(words, at - 1)
  const isIn = text.startsWith('@') || /^(?:at|from|in|near|@|to|around|behind)$/.test(where)
  return isIn ? ['place', at] : undefined
}

const STREET = /^(?:st|street|ave|avenue|rd|road|lane|ln|ct|court|blvd|drive)$/

/** Whether one of the last so many words is meant. */
function isBefore(words: readonly Word[], at: number, count: number, meant: RegExp): boolean {
  for (let back = 1; back <= count; back++) if (meant.test(lower(words, at - back))) return true
  return false
}

/** Without the `'s` of a possessor. */
function plain(words: readonly Word[], at: number): string {
  const word = lower(words, at)
  return word.endsWith("'s") ? word.slice(0, -2) : word
}

function lower(words: readonly Word[], at: number): string {
  return words[at]?.lower ?? ''
}
