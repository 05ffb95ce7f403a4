import type { Profile } from '../data/model.ts'
import { late } from '../words/late.ts'
import { folded, listed } from '../words/text.ts'
import {
  DEGREES,
  displayName,
  familiarName,
  formalTitle,
  holdsFormalRole,
  holdsTitle,
  isCasual,
  isFormal,
  isInitial,
  isParticle,
  isPost,
  type Nameable,
  nameCore,
  namesOf,
  TITLES,
} from './names.ts'
import { writtenName } from './written-names.ts'

/** What stands after "Dear" or "Hi": `Dr. Hoff` or `Priya`; the whole name where it says no shorter one. */
export function greetingFor(contact: Nameable, me: Profile): string {
  return sureGreeting(contact, me) ?? displayName(contact)
}

/** The first line of a mail, with its comma: `Dear Dr. Hoff,`, or to several `Hi Priya and Lee,`. */
export function salutationFor(people: readonly Nameable[], me: Profile): string {
  const isHi = people.every(each => isCasual(each, me))
  return `${isHi ? 'Hi' : 'Dear'} ${listed(people.map(each => greetingFor(each, me)))},`
}

/**
 * The same where the name surely says it, or `--greeting` does; undefined for a description (the guy from
 * radiology), a title alone, or a name whose family name may be its first word or two of its words.
 */
export function sureGreeting(contact: Nameable, me: Profile): string | undefined {
  const said = bareGreeting(contact.greeting ?? '')
  if (said) return said
  const isTitled = isFormal(contact, me)
  const corrected = isTitled ? contact.last : (contact.nickname ?? contact.first)
  if (corrected) return isTitled ? `${formalTitle(namesOf(contact).title)} ${corrected}` : corrected
  const name = writtenName(contact.name)
  if (!isName(name)) return undefined
  const named = { ...contact, name }
  return byLead(named) ?? (isTitled ? formally(named) : familiarly(named))
}

/** Whether "Dr." would be a guess: an advisor may be no doctor. */
export function isTitleGuessed(contact: Nameable): boolean {
  return contact.role === 'advisor' && !contact.greeting && !holdsTitle(contact)
}

/** How a mail would greet them if the name were as it seems: to be confirmed; undefined where nothing seems so. */
export function likelyGreeting(contact: Nameable, me: Profile): string | undefined {
  const name = writtenName(contact.name.toLowerCase())
  const words = name.split(' ')
  if (!isName(name) || words.length !== 2 || words.some(isPost)) return undefined
  const named = { ...contact, name }
  return isFormal(contact, me) ? formally(named) : familiarly(named)
}

/** A name the second time it is said: `Dr. Stein` for `Dr. Eva Stein`, `Priya` for `Priya Nair`. */
export function nameAgain(name: string): string {
  if (!isName(name) || isFamilyUnsure(name)) return name
  const { title, first, last, full } = namesOf({ name })
  const family = markedFamily(name)?.family ?? last ?? first
  const short = title ? `${title} ${family}` : (familiarly({ name }) ?? full)
  return byLead({ name }) ?? short
}

/** `Jo` of "Hey Jo!": the word before it and the comma behind it are the email's. */
function bareGreeting(typed: string): string {
  return typed
    .replace(/^(?:dear|hi|hey|hello|good (?:morning|afternoon|evening))(?=[\s,]|$)[\s,]*/i, '')
    .replace(/[\s,!;:]+$/, '')
}

// Names, and what is none

/** Whether the words are somebody's name rather than a description, a post or an office. */
function isName(name: string): boolean {
  const plain = name.replace(/[("“][^()"“”]*[)"”]/g, ' ')
  if (/[\d@?/&+|#*<>[\]{}=]|['’]s\s|\s-\s/.test(plain)) return false
  const words = plain.split(/[\s,]+/).filter(Boolean)
  const from = words.findIndex(word => !isAhead(word))
  const own = words.slice(from).filter(word => !isDegree(word))
  // Two letters may be a name as well, Ma or Do.
  if (words.length === 1 && DEGREES.has(plain.trim().replaceAll('.', ''))) return false
  if (from < 0 || !own.length || own.some(isOfNoName)) return false
  // "Radiology Guy", "tall resident": whoever is meant, the last word says what they are.
  if (words.length > 1 && own.slice(-1).some(word => isPost(word) || KINDS_OF.has(folded(word)))) {
    return false
  }
  // "Kim from radiology", "my neighbor": in names only particles are small.
  return own.every(word => !isSmall(word) || isParticle(word))
}

/** What stands in front of a name and is none alone. */
function isAhead(word: string): boolean {
  const plain = plainWord(word)
  return TITLES.has(plain) || CLERGY.has(plain) || isPost(word) || isDegree(word)
}

function isOfNoName(word: string): boolean {
  return NEVER.has(folded(word)) || /ology$/i.test(word)
}

const KINDS_OF = new Set(['guy', 'girl', 'woman', 'doc', 'dude', 'kid', 'person', 'people'])

/** Whatever its capitals, none of these is part of a name. */
const NEVER = new Set([
  ...['from', 'with', 'at', 'for', 'of', 'and', 'the', 'that', 'this', 'some', 'who', 'whose'],
  ...['someone', 'somebody', 'unknown', 'anonymous', 'tbd', 'todo'],
  ...['office', 'team', 'committee', 'department', 'dept', 'clinic', 'lab', 'laboratory', 'center'],
  ...['hospital', 'admissions', 'desk', 'registrar', 'association', 'society', 'group'],
  ...['surgery', 'pediatrics', 'anesthesia', 'icu', 'micu', 'sicu', 'nicu', 'picu'],
  ...['foundation', 'university', 'college', 'school', 'service', 'services'],
])

function isDegree(word: string): boolean {
  return word.length > 2 && DEGREES.has(word.replaceAll('.', ''))
}

function plainWord(word: string): string {
  return folded(word.replaceAll('.', ''))
}

function isSmall(word: string): boolean {
  return /^['’]?\p{Ll}/u.test(word)
}

// The word in front

const KIN = new Set([
  ...['uncle', 'aunt', 'auntie', 'aunty', 'grandma', 'grandpa', 'granny', 'nana', 'tio', 'tia'],
])
/** Some go with the first name and some with the family name, so the whole name stands. */
const CLERGY = new Set([
  ...['fr', 'father', 'sister', 'sr', 'brother', 'br', 'pastor', 'imam', 'deacon', 'sheikh'],
  ...['shaykh', 'swami', 'bishop', 'rabbi', 'chaplain', 'reverend', 'lord', 'lady'],
])
const RANKS = new Set([
  ...['capt', 'captain', 'lt', 'lieutenant', 'sgt', 'sergeant', 'col', 'colonel', 'maj', 'cmdr'],
  ...['commander', 'officer', 'judge', 'senator'],
])

/** `Uncle Bob`, `Fr. Tom`, `Sir Ian`, `Capt. Miller`: where the word in front says how. */
function byLead(contact: Nameable): string | undefined {
  const { title, first, last } = namesOf(contact)
  const [lead = '', ...rest] = displayName(contact).split(' ')
  const word = plainWord(lead)
  if (KIN.has(word) && rest[0]) return `${lead} ${rest[0]}`
  if (CLERGY.has(word) && rest.length) return displayName(contact)
  // A knight goes by the first name.
  if (/^(?:sir|dame)$/i.test(title ?? '')) return `${lead} ${first ?? last ?? ''}`.trim()
  return RANKS.has(word) && rest.length === 1 && !holdsFormalRole(contact)
    ? displayName(contact)
    : undefined
}

// The parts of a name

function formally(contact: Nameable): string | undefined {
  const { title, first, last } = namesOf(contact)
  const family = markedFamily(contact.name)?.family ?? last ?? first
  if (!family || isFamilyUnsure(contact.name)) return undefined
  // "Priya N." keeps hers to herself, and "Kelly RN" has none here.
  if (first && last && (isInitial(last) || /^\p{Lu}\.?$/u.test(last) || isDegree(last)))
    return undefined
  return `${formalTitle(title)} ${family}`
}

function familiarly(contact: Nameable): string | undefined {
  const marked = markedFamily(contact.name)
  if (marked) return marked.given
  const { title, first } = namesOf(contact)
  if (isFamilyUnsure(contact.name) || (!first && !title)) return undefined
  return familiarName(contact)
}

/** "ZHANG Wei", "Gabriel GARCÍA MÁRQUEZ": the family name stands in capitals among others. */
function markedFamily(name: string): { family: string; given: string } | undefined {
  const words = nameCore(name).core.split(' ')
  const isMarked = (word: string) => /^(?=.*[AEIOUYÀ-Ý])[\p{Lu}'’-]{3,}$/u.test(word)
  const family = words.filter(isMarked)
  const given = words.filter(word => !isMarked(word))
  if (!family.length || !given.length) return undefined
  const isApart =
    [...family, ...given].join(' ') === words.join(' ') ||
    [...given, ...family].join(' ') === words.join(' ')
  return isApart ? { family: writtenName(family.join(' ')), given: given.join(' ') } : undefined
}

/** Whether the family name may well be the first word, as where it is said first. */
function isFamilyUnsure(name: string): boolean {
  if (name.includes(',') || markedFamily(name)) return false
  const words = nameCore(name)
    .core.split(' ')
    .filter(word => !isPost(word))
  const [first = '', second = ''] = words
  if (words.length < 2) return false
  // Min-jun behind Kim: a given name, as it is written behind the family name.
  return SAID_FIRST.has(folded(first)) || (words.length === 2 && givenBehind().test(second))
}

const givenBehind = late(() => /^\p{Lu}\p{Ll}+-\p{Ll}+$/u)

/** Family names, and seldom anything else, of people who may say them first. */
const SAID_FIRST = new Set([
  ...[
    'nguyen',
    'tran',
    'pham',
    'huynh',
    'phan',
    'truong',
    'trinh',
    'dinh',
    'choi',
    'jeong',
    'park',
  ],
  ...['zhang', 'wang', 'liu', 'huang', 'zhao', 'zhou', 'xu', 'zhu', 'guo', 'zheng', 'xie', 'cao'],
  ...['deng', 'cai', 'jiang', 'cui', 'qian', 'chen', 'yang', 'li'],
])
