import type { Contact, Profile, Role } from '../data/model.ts'
import { folded, LONGEST } from '../words/text.ts'
import { trainingRank } from './stages.ts'

export interface Names {
  /** As typed. */
  full: string
  /** `Dr.`, `Prof.`, as typed or corrected. */
  title?: string
  /** Absent when only a title and a family name are known. */
  first?: string
  /** Absent for a single name without a title. */
  last?: string
  /** Degrees and generation, as typed: `MD, PhD`. */
  suffix?: string
}

export type Nameable = Pick<
  Contact,
  'name' | 'title' | 'first' | 'last' | 'nickname' | 'greeting' | 'role' | 'stage'
>

/** The parts of a name as typed; what the contact corrects wins. */
export function namesOf(contact: Nameable): Names {
  const { title, typed } = titledAs(contact)
  const { first, last } = correctedParts(contact, typed)
  return {
    full: contact.name,
    ...(title && { title }),
    ...(first && { first }),
    ...(last && { last }),
    ...(typed.suffix && { suffix: typed.suffix }),
  }
}

/** All parts of a name, those between first and last name and behind them too; empty where there is none. */
export function namePartsOf(
  contact: Nameable,
): Record<'title' | 'first' | 'middle' | 'last' | 'suffix', string> {
  const { title = '', first = '', last = '', suffix = '' } = namesOf(contact)
  const { core } = titledAs(contact).typed
  const behindFirst = first && core.startsWith(`${first} `) ? core.slice(first.length) : ''
  const at = last ? `${behindFirst} `.indexOf(` ${last} `) : -1
  const middle = at < 0 ? '' : behindFirst.slice(0, at).trim()
  const behindLast = at < 0 ? '' : behindFirst.slice(at + last.length + 1).trim()
  return { title, first, middle, last, suffix: [behindLast, suffix].filter(Boolean).join(', ') }
}

/** The name without title and degrees, in whatever language the title is. */
export function untitledName(
  contact: Pick<Contact, 'name'> & { title?: string | undefined | null },
): string {
  const { name, title } = contact
  return titledAs({ name, ...(title && { title }) }).typed.core
}

/** The name without the title that it begins with, and all of its titles. */
function titledAs({ name, title }: Nameable): { title: string | undefined; typed: Parsed } {
  const rest = title ? withoutLead(name, title) : undefined
  if (rest === undefined) {
    const typed = parsed(name)
    return { title: title ?? typed.title, typed }
  }
  const typed = parsed(rest)
  return { title: [title, typed.title].filter(Boolean).join(' '), typed }
}

/** What follows the title, in whatever spelling and language; undefined where the name does not begin so. */
function withoutLead(name: string, title: string): string | undefined {
  const lead = title.trim().split(/\s+/)
  const words = name.trim().split(/\s+/)
  const isSame = lead.every(
    (word, at) => bare(word).toLowerCase() === bare(words[at]).toLowerCase(),
  )
  return isSame && words.length > lead.length ? words.slice(lead.length).join(' ') : undefined
}

/** A name without title and degrees, the first name first, and apart from it `Jr.` or `III`. */
export function nameCore(name: string): { core: string; generation: string } {
  const { core, generation = '' } = parsed(name)
  return { core, generation }
}

/** As shown everywhere: with the title, without degrees, and cut where a file holds more than is ever typed. */
export function displayName(contact: Nameable): string {
  const { title, typed } = titledAs(contact)
  const name = [title, typed.core, typed.generation].filter(Boolean).join(' ')
  return name.length <= LONGEST.name ? name : `${name.slice(0, LONGEST.name).toWellFormed()}…`
}

/** What a friend says: the nickname, else the first name. */
export function familiarName(contact: Nameable): string {
  if (contact.nickname) return contact.nickname
  const { first } = namesOf(contact)
  if (first && !isInitial(first)) return first
  return first ? parsed(contact.name).called : displayName(contact)
}

const CASUAL = new Set<Role>([
  'peer',
  'senior-student',
  'resident',
  'nurse',
  'allied-health',
  'staff',
  'family',
])
const FAMILIAR = new Set<Role>(['peer', 'senior-student', 'family'])
const FORMAL = new Set<Role>(['fellow', 'attending', 'faculty', 'advisor'])

/** Whether "Hi" will do: near in training or at work, and not addressed by title. */
export function isCasual(contact: Nameable, me: Profile): boolean {
  return !isFormal(contact, me) && CASUAL.has(contact.role ?? 'other')
}

/** Whether they are addressed by title: by their role, or when they hold one and are further on. */
export function isFormal(contact: Nameable, me: Profile): boolean {
  const role = contact.role ?? 'other'
  if (holdsFormalRole(contact)) return true
  if (FAMILIAR.has(role) || !holdsTitle(contact)) return false
  const theirs = trainingRank(contact.stage)
  const mine = trainingRank(me.stage)
  return theirs === undefined || mine === undefined || theirs > mine
}

/** Whether their role alone has them addressed by title. */
export function holdsFormalRole({ role = 'other' }: Pick<Contact, 'role'>): boolean {
  return FORMAL.has(role)
}

/**
 * Whether a title or a doctorate was typed with the name. A resident is greeted by first name unless the title
 * was: every resident holds the degree.
 */
export function holdsTitle(contact: Nameable): boolean {
  const { title, suffix } = namesOf(contact)
  if (withoutPosts(title)) return true
  if (contact.role === 'resident' || !suffix) return false
  return suffix.split(/[\s,]+/).some(word => DOCTORATES.has(bare(word).toUpperCase()))
}

/** `Dr.`, `Professor`: the title of a greeting, where none was typed `Dr.`. */
export function formalTitle(typed: string | undefined): string {
  const title = withoutPosts(typed)
  if (!title) return 'Dr.'
  const words = title.split(/\s+/).map(word => bare(word).toLowerCase())
  if (words.includes('prof') || words.includes('professor')) return 'Professor'
  if (words.includes('dr') || words.includes('doctor')) return 'Dr.'
  return words.every(word => TITLES.has(word)) ? words.map(writtenTitle).join(' ') : title
}

/** A title without what says a post: "Chief" and "Dean" are none to be greeted by. */
function withoutPosts(title = ''): string {
  const isNone = (word: string) => isPost(word) || particle(word) === 'dean'
  return title
    .split(/\s+/)
    .filter(word => !isNone(word))
    .join(' ')
}

/** `Dr.` for `dr`. */
export function writtenTitle(word: string): string {
  const plain = bare(word).toLowerCase()
  const name = plain.charAt(0).toUpperCase() + plain.slice(1)
  return SHORT_TITLES.has(plain) ? `${name}.` : name
}

const SHORT_TITLES = new Set(['dr', 'prof', 'mr', 'mrs', 'ms', 'mx', 'rev'])

interface Parsed {
  title: string | undefined
  first: string | undefined
  last: string | undefined
  suffix: string | undefined
  /** `Jr.`, `III`: the part of the suffix that is not a degree. */
  generation: string | undefined
  /** The name without title and suffix, first name first. */
  core: string
  /** The same without a post. */
  called: string
}

export const TITLES = new Set([
  'dr',
  'doctor',
  'prof',
  'professor',
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'rev',
  'sir',
  'dame',
])
const DOCTORATES = new Set([
  'MD',
  'DO',
  'PHD',
  'MBBS',
  'MBCHB',
  'MBBCH',
  'DPHIL',
  'SCD',
  'EDD',
  'PSYD',
  'PHARMD',
  'DDS',
  'DMD',
  'DPM',
  'DPT',
  'DNP',
  'DRPH',
  'DVM',
])
export const DEGREES = new Set([
  ...DOCTORATES,
  ...['MPH', 'MS', 'MSC', 'MA', 'MBA', 'MHS', 'MSCE', 'MED', 'MSW', 'LCSW', 'BS', 'BA', 'BSC'],
  ...['BSN', 'MSN', 'RN', 'NP', 'PA', 'PA-C', 'FNP', 'FNP-C', 'CRNA', 'CNM', 'APRN', 'OTR', 'PT'],
  ...['RD', 'RPH', 'JD', 'FACP', 'FACS', 'FACC', 'FACEP', 'FAAP', 'FRCP', 'FRCS', 'FCCP', 'FAHA'],
])
export const GENERATIONS = new Set(['JR', 'SR', 'II', 'III', 'IV'])
const PARTICLES = new Set([
  ...['van', 'von', 'vom', 'der', 'den', 'de', 'het', 'ter', 'ten', 'te', 'zu', 'zur'],
  ...['la', 'las', 'los', 'le', 'del', 'della', 'dello', 'da', 'das', 'do', 'dos', 'di', 'du'],
  ...['bin', 'ibn', 'bint', 'al', 'el', 'abu', 'ap', 'af', 'av', 'st', 'saint', 'mac', 'mc'],
  ...["o'", 'o’', "d'", 'd’', 'ó', 'ní', 'uí', 'ul', 'ud', 'ad'],
])

// One answer asks for a name several times, and taking it apart is most of the work.
const known = new Map<string, Parsed>()

function parsed(name: string): Parsed {
  const parts = known.get(name) ?? takenApart(name)
  known.set(name, parts)
  return parts
}

function takenApart(name: string): Parsed {
  const pieces = name
    .split(',')
    .map(piece => piece.trim())
    .filter(Boolean)
  const [head = name.trim(), ...rest] = pieces
  const given = rest[0] && !isSuffix(rest[0]) ? rest[0] : undefined
  const afterComma = given ? rest.slice(1) : rest
  return given ? lastCommaFirst(head, given, afterComma) : inOrder(head, afterComma)
}

function inOrder(text: string, afterComma: string[]): Parsed {
  const { title, words } = withoutTitle(writtenWords(text))
  const { core, suffixes } = withoutSuffixes(words, title ? 1 : 2)
  const own = withoutPost(core)
  const from = familyStart(own, title !== undefined)
  const single = own.length === 1 || isOneName(own)
  // "Dr. Hoff" names the family, "Priya" the friend.
  const whole = own.join(' ')
  const first = single ? (title ? undefined : whole) : own.slice(0, from).join(' ')
  const last = single ? (title ? whole : undefined) : own.slice(from).join(' ')
  const parts = isEastAsian(own) && !single ? { first: last, last: first } : { first, last }
  return {
    title,
    first: parts.first ? withoutInitials(parts.first) : undefined,
    last: parts.last,
    ...suffixParts([...suffixes, ...afterComma]),
    core: core.join(' '),
    called: own.join(' '),
  }
}

function lastCommaFirst(family: string, given: string, afterComma: string[]): Parsed {
  const lead = withoutTitle(writtenWords(family))
  const { core: last, suffixes } = withoutSuffixes(lead.words, 1)
  const tail = withoutTitle(writtenWords(given))
  const { core: first, suffixes: more } = withoutSuffixes(tail.words, 1)
  const core = [...first, ...last].join(' ')
  return {
    title: lead.title ?? tail.title,
    first: withoutInitials(first.join(' ')),
    last: last.join(' '),
    ...suffixParts([...suffixes, ...more, ...afterComma]),
    core,
    called: core,
  }
}

// A nickname or pronouns in quotes or brackets belong to neither part.
function writtenWords(text: string): string[] {
  const plain = text.replace(/[("“][^()"“”]*[)"”]/g, ' ')
  const words = plain.split(/\s+/).filter(Boolean)
  return words.length > 0 ? words : text.split(/\s+/).filter(Boolean)
}

function withoutTitle(words: string[]): { title: string | undefined; words: string[] } {
  let count = 0
  while (count < words.length - 1 && TITLES.has(bare(words[count]).toLowerCase())) count++
  return { title: words.slice(0, count).join(' ') || undefined, words: words.slice(count) }
}

/** What someone is, as it is put before a name: nobody is greeted by it. */
const POSTS = new Set([
  ...['nurse', 'coach', 'chief', 'officer', 'resident', 'fellow', 'attending', 'intern', 'student'],
  ...['director', 'coordinator', 'practitioner', 'physician', 'assistant', 'pharmacist', 'midwife'],
  ...[
    'therapist',
    'technician',
    'tech',
    'preceptor',
    'counselor',
    'advisor',
    'captain',
    'sergeant',
  ],
  ...['capt', 'lt', 'sgt', 'col', 'maj'],
  ...['charge', 'head', 'program', 'medical', 'staff', 'vice', 'assoc', 'associate', 'clerk'],
])

/** Whether the word says what somebody is: "nurse", "chief". */
export function isPost(word: string): boolean {
  return POSTS.has(particle(word))
}

/** The words of the name behind "Nurse" or "Chief Resident"; Dean is a first name too, where one word follows. */
function withoutPost(words: readonly string[]): readonly string[] {
  const isNone = (word: string, left: number) =>
    isPost(word) || (particle(word) === 'dean' && left > 2)
  const from = words.findIndex((word, at) => !isNone(word, words.length - at))
  return from < 0 ? words.slice(-1) : words.slice(from)
}

/** Keeps at least that many words, for Do and Ma are family names too. */
function withoutSuffixes(words: string[], keep: number): { core: string[]; suffixes: string[] } {
  let end = words.length
  while (end > keep && isSuffixWord(words[end - 1] ?? '')) end--
  return { core: words.slice(0, end), suffixes: words.slice(end) }
}

/** Behind a title no first names: Dr. Van Dyke, Prof. De Vries. */
const FAMILY_STARTS = new Set([
  ...['van', 'von', 'vom', 'der', 'den', 'de', 'del', 'della', 'di', 'da', 'dos', 'st', 'saint'],
])

/** "Abdul" is half a name. */
const HALVES = new Set(['abdul', 'abdel', 'abd'])

/** Whether two words are one name, which is a given name as well as a family name: Abdul Rahman. */
function isOneName(words: readonly string[]): boolean {
  return words.length === 2 && HALVES.has(folded(words[0] ?? ''))
}

/** What stands between two family names: Ramón y Cajal. */
const LINKS = new Set(['y', 'i'])

/** Family names in Spanish that nobody has as a given name. */
const SPANISH = new Set([
  ...['aguilar', 'alvarez', 'cabrera', 'cardenas', 'chavez', 'contreras', 'delgado', 'diaz'],
  ...['dominguez', 'espinoza', 'fernandez', 'fuentes', 'garcia', 'gomez', 'gonzalez', 'guerrero'],
  ...['gutierrez', 'hernandez', 'herrera', 'ibanez', 'jimenez', 'lopez', 'maldonado', 'martinez'],
  ...['mendez', 'morales', 'munoz', 'nunez', 'ortega', 'ortiz', 'perez', 'ramirez', 'rodriguez'],
  ...['rojas', 'ruiz', 'salazar', 'sanchez', 'sandoval', 'suarez', 'vargas', 'vasquez', 'vazquez'],
  ...['velazquez', 'marquez'],
])

/** Whether a name ends in the family names of both parents: García Márquez. */
function areTwoFamilyNames(words: readonly string[]): boolean {
  return words.length > 1 && words.slice(-2).every(word => SPANISH.has(folded(word)))
}

/**
 * Where the family name begins: behind a title at a particle, else at the first one that is not the first
 * word, else at the last word.
 */
function familyStart(words: readonly string[], isTitled: boolean): number {
  const start = particle(words[0] ?? '')
  if (isTitled && words.length > 1 && FAMILY_STARTS.has(start)) return 0
  if (areTwoFamilyNames(words)) return words.length - 2
  for (let index = 1; index < words.length - 1; index++) {
    if (LINKS.has(words[index] ?? '')) return index - 1
    if (PARTICLES.has(particle(words[index] ?? ''))) return index
  }
  return words.length - 1
}

/** Whether the word is a small one of family names: van, de la, bin. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(particle(word)) || LINKS.has(word)
}

function particle(word: string): string {
  return word.toLowerCase().replace(/\.$/, '')
}

/** Whether something stands behind the family name: a degree, `Jr.`, or whatever follows a comma. */
export function hasSuffix(name: string): boolean {
  return name.includes(',') || isSuffixWord(name.trimEnd().split(/\s+/).at(-1) ?? '')
}

function isSuffix(piece: string): boolean {
  return piece.split(/\s+/).every(isSuffixWord)
}

// Degrees as people write them: capitals, or a capital and a point (Ph.D.), so that Do stays a name.
function isSuffixWord(word: string): boolean {
  const letters = bare(word)
  const upper = letters.toUpperCase()
  if (GENERATIONS.has(upper)) return upper.length > 2 || letters !== letters.toLowerCase()
  if (!DEGREES.has(upper)) return false
  return letters === upper || (letters.length > 2 && /^\p{Lu}/u.test(letters))
}

function suffixParts(words: string[]): Pick<Parsed, 'suffix' | 'generation'> {
  const generation = words.filter(word => GENERATIONS.has(bare(word).toUpperCase())).join(' ')
  return { suffix: words.join(', ') || undefined, generation: generation || undefined }
}

function correctedParts(
  contact: Nameable,
  typed: Parsed,
): { first: string | undefined; last: string | undefined } {
  const { first, last } = contact
  if (first && last) return { first, last }
  if (last && typed.core.endsWith(` ${last}`)) {
    return { first: withoutInitials(typed.core.slice(0, -last.length).trim()), last }
  }
  if (first && typed.core.startsWith(`${first} `)) {
    return { first, last: familyAfter(typed.core.slice(first.length).trim()) }
  }
  return { first: first ?? typed.first, last: last ?? typed.last }
}

function familyAfter(rest: string): string {
  const words = rest.split(' ')
  while (words.length > 1 && isInitial(words[0] ?? '')) words.shift()
  return words.join(' ')
}

function withoutInitials(first: string): string {
  const words = first.split(' ')
  while (words.length > 1 && isInitial(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}

export function isInitial(word: string): boolean {
  return (word.includes('.') || word.length === 1) && /^(?:\p{Lu}\.?){1,2}$/u.test(word)
}

function isEastAsian(words: readonly string[]): boolean {
  // Looked at first: the pattern takes a millisecond to make, and few names need it.
  if (!words.every(word => word >= '\u1100')) return false
  return words.every(word =>
    /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u.test(word),
  )
}

function bare(word = ''): string {
  return word.replaceAll('.', '')
}
