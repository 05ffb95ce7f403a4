import { Failure } from '../../failure.ts'
import { CIRCLES, OCCASIONS, ROLES } from '../data/choices.ts'
import type { Contact, Database } from '../data/model.ts'
import { OCCASION_SYNONYMS, ROLE_SYNONYMS } from '../data/synonyms.ts'
import { displayName } from '../people/names.ts'
import { fitOf, isIn, searchable, soughtText } from '../words/matching.ts'
import { readStage } from '../words/read-stage.ts'
import { LONGEST, nearest, refuseLonger } from '../words/text.ts'
import { wholeText } from './written.ts'

/** What is looked for: words, phrases and `key:` terms, joined by and, or, not. */
export type Terms =
  | Word
  | Key
  | { is: 'not'; of: Terms }
  | { is: 'and'; of: Terms[] }
  | { is: 'or'; of: Terms[] }

export interface Word {
  is: 'word'
  /** As `searchable` gives it. */
  text: string
}

/** `at:ucsf`: only a person can fit it. */
export interface Key {
  is: 'key'
  key: TermKey
  /** It would tell who is in the support circle. */
  isPrivate: boolean
  fits: Fits
}

/** Whether the key is true of somebody among these people. */
type Fits = (contact: Contact, people: readonly Contact[]) => boolean

const TERM_KEYS = [
  'tag',
  'role',
  'at',
  'specialty',
  'met',
  'stage',
  'likes',
  'circle',
  'dept',
  'via',
] as const
export type TermKey = (typeof TERM_KEYS)[number]

/** For help: what can be typed to say which people are meant. */
export const TERMS_HELP =
  'Terms: tag: role: at: specialty: met: stage: likes: circle: dept: via:, with and, or, not and ' +
  'parentheses. Spaces need quotes: "at:Mayo Clinic".'

/** Whether the words are terms, which hold at least one `key:`; bare words always mean one person. */
export function areTerms(args: readonly string[]): boolean {
  return args.some(arg => HAS_KEY.test(arg))
}

const HAS_KEY = /(?:^|[\s(])[a-z]+:(?!\/\/)[^\s:]/i

/** Reads the arguments of a command; fails, and says how it is written, where they cannot be read. */
export function readTerms(args: readonly string[]): Terms {
  const open = { count: 0 }
  return parsed(args.flatMap(arg => tokensOf(arg, open)))
}

/** As `readTerms`, of one line as somebody typed it at a question: blanks part its words. */
export function readTermsLine(line: string): Terms {
  return parsed(scanned(line, { count: 0 }))
}

function parsed(tokens: readonly Token[]): Terms {
  if (!tokens.length) throw new Failure('usage', 'Type what to look for.', TERMS_HELP)
  return new Parser(tokens).whole()
}

/** Everybody who fits the terms, without the archived (or only them). */
export function selectContacts(
  db: Database,
  terms: Terms,
  { archived = false }: { archived?: boolean | undefined } = {},
): Contact[] {
  const hasWords = leavesOf(terms, { withNot: true }).some(leaf => leaf.is === 'word')
  return db.contacts.filter(contact => {
    if ((contact.archived ?? false) !== archived) return false
    const text = hasWords ? wholeText('contacts', contact) : ''
    return fits(terms, leaf =>
      leaf.is === 'key' ? leaf.fits(contact, db.contacts) : isIn(text, leaf.text),
    )
  })
}

/** Whether the whole holds, with what each word and each key is said to be. */
export function fits(terms: Terms, holds: (leaf: Word | Key) => boolean): boolean {
  switch (terms.is) {
    case 'and':
      return terms.of.every(each => fits(each, holds))
    case 'or':
      return terms.of.some(each => fits(each, holds))
    case 'not':
      return !fits(terms.of, holds)
    default:
      return holds(terms)
  }
}

/** The words that are looked for, without those after a not; each once. */
export function wordsIn(terms: Terms): string[] {
  return [...new Set(leavesOf(terms).flatMap(leaf => (leaf.is === 'word' ? [leaf.text] : [])))]
}

/** Every key term, also after a not. */
export function keysIn(terms: Terms): Key[] {
  return leavesOf(terms, { withNot: true }).flatMap(leaf => (leaf.is === 'key' ? [leaf] : []))
}

function leavesOf(terms: Terms, { withNot = false } = {}): (Word | Key)[] {
  if (terms.is === 'not') return withNot ? leavesOf(terms.of, { withNot }) : []
  if (terms.is === 'word' || terms.is === 'key') return [terms]
  return terms.of.flatMap(each => leavesOf(each, { withNot }))
}

/** Fails where terms that see nothing private ask for the support circle: it would seem empty. */
export function refusePrivate(terms: Terms): void {
  if (!keysIn(terms).some(leaf => leaf.isPrivate)) return
  throw new Failure(
    'usage',
    'Who is in the support circle is private; terms match it only with --private.',
    'For example: netmed list circle:support --private',
  )
}

// Keys

/** How each key reads its value; what it gives says whether somebody fits. */
const KEYS: Record<TermKey, (value: string, said: string) => Fits> = {
  tag: value => contact => (contact.tags ?? []).some(tag => soughtText(tag) === value),
  role: (value, said) => {
    const roles = choicesMeant(value, ROLES, { what: 'role', synonyms: ROLE_SYNONYMS, said })
    return contact => contact.role !== undefined && roles.has(contact.role)
  },
  at: value => contact =>
    [contact.institution, ...(contact.organizations ?? [])].some(text => isNamed(text, value)),
  specialty: value => contact => isNamed(contact.specialty, value),
  met: (value, said) => {
    const kinds = metMeant(value)
    return contact =>
      (contact.met !== undefined && kinds.has(contact.met)) ||
      isNamed(contact.metAt, value) ||
      (YEAR.test(said) && (contact.metOn?.startsWith(said) ?? false))
  },
  stage: (value, said) => {
    const stage = stageText(said)
    return contact => {
      const theirs = contact.stage === undefined ? '' : stageText(contact.stage)
      return theirs !== '' && (theirs === stage || (!/\d$/.test(value) && theirs.startsWith(value)))
    }
  },
  likes: value => contact => (contact.interests ?? []).some(text => isNamed(text, value)),
  circle: (value, said) => {
    const circles = choicesMeant(value, CIRCLES, { what: 'circle', synonyms: {}, said })
    return contact => contact.circles?.some(circle => circles.has(circle)) === true
  },
  dept: value => contact => isNamed(contact.department, value),
  via: (value, said) => (contact, people) => {
    const { introducedBy } = contact
    if (introducedBy === undefined) return false
    if (said.replace('#', '') === String(introducedBy)) return true
    const introducer = people.find(({ id }) => id === introducedBy)
    return introducer !== undefined && isNamed(displayName(introducer), value)
  },
}

const SYNONYMS: Readonly<Record<string, TermKey>> = {
  institution: 'at',
  school: 'at',
  hospital: 'at',
  department: 'dept',
  interest: 'likes',
  tags: 'tag',
  introduced: 'via',
}

const YEAR = /^\d{4}(-\d\d){0,2}$/

/** A word of the name from its beginning, or its initials: `em` means emergency medicine. */
function isNamed(text: string | undefined, value: string): boolean {
  if (text === undefined) return false
  const plain = searchable(text)
  return fitOf(plain, value) >= 2 || initials(plain) === value || initials(value) === plain
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'at', 'in', 'de', 'la', 'der'])

function initials(text: string): string {
  const words = text.split(/[\s,/&-]+/).filter(word => word && !SMALL.has(word))
  return words.length > 1 ? words.map(word => word.charAt(0)).join('') : ''
}

/** The choices that a word names: one of them, what people call it, or a beginning of several. */
function choicesMeant(
  value: string,
  choices: readonly string[],
  {
    what,
    synonyms,
    said,
  }: { what: string; synonyms: Readonly<Record<string, string>>; said: string },
): ReadonlySet<string> {
  const word = value.replace(/[\s_]+/g, '-')
  if (choices.includes(word)) return new Set([word])
  const synonym = Object.hasOwn(synonyms, word) ? synonyms[word] : undefined
  if (synonym) return new Set([synonym])
  const begun = choices.filter(choice => choice.startsWith(word))
  if (begun.length) return new Set(begun)
  const near = nearest(word, [...choices, ...Object.keys(synonyms)])
  throw new Failure(
    'usage',
    `netmed doesn't know the ${what} "${said}".`,
    `${near ? `Did you mean ${near}? ` : ''}One of: ${choices.join(', ')}`,
  )
}

/** An occasion where it is one; else only the place where you met is looked at. */
function metMeant(value: string): ReadonlySet<string> {
  const word = value.replace(/[\s_]+/g, '-')
  const synonym = Object.hasOwn(OCCASION_SYNONYMS, word) ? OCCASION_SYNONYMS[word] : undefined
  if (synonym) return new Set([synonym])
  return new Set(OCCASIONS.filter(occasion => occasion === word || occasion.startsWith(word)))
}

/** `M3`, `ms-3` and `third year` are one stage. */
function stageText(text: string): string {
  try {
    return soughtText(readStage(text))
  } catch (error) {
    if (error instanceof Failure) return soughtText(text)
    throw error
  }
}

// Reading

type Token = { is: '(' } | { is: ')' } | { is: 'and' } | { is: 'or' } | { is: 'not' } | Word | Key

/**
 * The shell has taken its own quotes away, so blanks within an argument say that it was quoted: a
 * phrase, or the value of its key, unless it holds further terms, quotes or parentheses.
 */
function tokensOf(arg: string, open: Open): Token[] {
  const text = arg.trim()
  const keyed = KEYED.exec(text)
  if (!/\s/.test(text) || /["“”()]/.test(text)) return scanned(text, open)
  if (keyed && !HAS_KEY.test(keyed[2] ?? '')) return keyToken(keyed[1] ?? '', keyed[2] ?? '')
  return HAS_KEY.test(text) ? scanned(text, open) : wordToken(text)
}

const KEYED = /^([a-z]+):(?!\/\/)(.*)$/is

/** Parentheses that wait for their end, maybe in a later argument. */
interface Open {
  count: number
}

function scanned(text: string, open: Open): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    if (/\s/.test(character)) at++
    else if (character === '(') {
      tokens.push({ is: '(' })
      open.count++
      at++
    } else if (character === ')' && open.count > 0) {
      tokens.push({ is: ')' })
      open.count--
      at++
    } else {
      const { said, end, isQuoted } = pieceAt(text, at, open.count > 0)
      // A longer one would be more than a pattern holds.
      refuseLonger(said, 'search word', LONGEST.line)
      tokens.push(...(isQuoted ? wordToken(said) : pieceTokens(said)))
      at = end
    }
  }
  return tokens
}

interface Piece {
  said: string
  end: number
  /** Quoted from its first character: text, whatever it holds. */
  isQuoted: boolean
}

const QUOTE = /["“”]/

/** One word from there on, or a quoted phrase, or a key with its value, which may be quoted too. */
function pieceAt(text: string, start: number, inParentheses: boolean): Piece {
  if (QUOTE.test(text.charAt(start))) {
    const end = closingQuote(text, start)
    return { said: text.slice(start + 1, end), end: end + 1, isQuoted: true }
  }
  let at = start
  while (at < text.length && !/\s/.test(text.charAt(at))) {
    if (text.charAt(at) === ')' && inParentheses) break
    if (QUOTE.test(text.charAt(at)) && text.charAt(at - 1) === ':') {
      const end = closingQuote(text, at)
      const said = text.slice(start, at) + text.slice(at + 1, end)
      return { said, end: end + 1, isQuoted: false }
    }
    at++
  }
  return { said: text.slice(start, at), end: at, isQuoted: false }
}

function closingQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) if (QUOTE.test(text.charAt(at))) return at
  throw new Failure('usage', 'A quotation mark is missing.', 'Write it as "two words".')
}

function pieceTokens(said: string): Token[] {
  const operator = said.toLowerCase()
  if (operator === 'and' || operator === 'or' || operator === 'not') return [{ is: operator }]
  const keyed = KEYED.exec(said)
  return keyed ? keyToken(keyed[1] ?? '', keyed[2] ?? '') : wordToken(said)
}

function wordToken(said: string): Token[] {
  const text = soughtText(said)
  return text ? [{ is: 'word', text }] : []
}

function keyToken(word: string, said: string): Token[] {
  const name = word.toLowerCase()
  const known = TERM_KEYS.find(key => key === name)
  const key = known ?? (Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name] : undefined)
  const value = soughtText(said)
  if (!key) {
    // "Re: your letter" is text with a colon in it.
    if (!value) return wordToken(`${word}:${said}`)
    throw unknownKey(name)
  }
  if (!value) {
    throw new Failure(
      'usage',
      `${name}: needs a word right after it.`,
      `For example: ${key}:${SAMPLES[key]}`,
    )
  }
  const isPrivate = key === 'circle' && 'support'.startsWith(value)
  return [{ is: 'key', key, isPrivate, fits: KEYS[key](value, said.trim()) }]
}

const SAMPLES: Record<TermKey, string> = {
  tag: 'research',
  role: 'resident',
  at: 'ucsf',
  specialty: 'cardiology',
  met: 'conference',
  stage: 'ms3',
  likes: 'climbing',
  circle: 'mentor',
  dept: 'surgery',
  via: 'chen',
}

function unknownKey(name: string): Failure {
  const near = nearest(name, [...TERM_KEYS, ...Object.keys(SYNONYMS)])
  return new Failure(
    'usage',
    `There is no term "${name}:".`,
    `${near ? `Did you mean ${near}:? ` : ''}${TERMS_HELP} In quotes it is text.`,
  )
}

const DEEPEST = 50

/** Reads tokens from left to right: not binds most, then and (also unsaid), then or. */
class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Terms {
    const terms = this.#either()
    const rest = this.#next()
    if (rest) throw missing('before', rest.is)
    return terms
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at]
  }

  #either(): Terms {
    const of = [this.#all()]
    while (this.#next()?.is === 'or') {
      this.#at++
      of.push(this.#all())
    }
    return of[0] && of.length === 1 ? of[0] : { is: 'or', of }
  }

  #all(): Terms {
    const of: Terms[] = []
    for (let next = this.#next(); next; next = this.#next()) {
      if (next.is === 'or' || next.is === ')') break
      if (next.is === 'and') {
        if (!of.length) throw missing('before', 'and')
        this.#at++
        if (!startsTerm(this.#next())) throw missing('after', 'and')
      }
      of.push(this.#maybeNot())
    }
    if (!of.length) throw this.#nothing()
    return of[0] && of.length === 1 ? of[0] : { is: 'and', of }
  }

  #nothing(): Failure {
    const before = this.#tokens[this.#at - 1]
    if (before?.is === 'or') return missing('after', 'or')
    if (this.#next()?.is === 'or') return missing('before', 'or')
    return missing('between', '( )')
  }

  #maybeNot(): Terms {
    let isNot = false
    while (this.#next()?.is === 'not') {
      isNot = !isNot
      this.#at++
      if (!startsTerm(this.#next())) throw missing('after', 'not')
    }
    const one = this.#one()
    return isNot ? { is: 'not', of: one } : one
  }

  #one(): Terms {
    const token = this.#next()
    this.#at++
    if (token?.is === 'word' || token?.is === 'key') return token
    if (token?.is !== '(') throw missing('before', token?.is ?? 'the end')
    if (++this.#depth > DEEPEST) {
      throw new Failure('usage', 'There are too many parentheses inside each other.')
    }
    const inner = this.#either()
    if (this.#next()?.is !== ')') {
      throw new Failure('usage', 'A closing parenthesis is missing.', EXAMPLE)
    }
    this.#at++
    this.#depth--
    return inner
  }
}

const EXAMPLE = "Write it as '(role:resident or role:fellow) at:ucsf'"

function startsTerm(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.is === 'word' || token.is === 'key' || token.is === '(' || token.is === 'not')
  )
}

function missing(where: string, what: string): Failure {
  return new Failure('usage', `Something is missing ${where} ${what}.`, EXAMPLE)
}
