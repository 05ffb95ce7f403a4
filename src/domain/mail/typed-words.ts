import type { PublicPart } from '../data/lens.ts'
import type { Contact } from '../data/model.ts'
import { isOfAnother, NAME_SLOTS, type Slot, type Template, TIME_SLOTS } from '../data/templates.ts'
import { displayName, namesOf } from '../people/names.ts'
import { holdsOwnName, isCommonWord, withoutOwnName } from '../words/own-name.ts'
import { isPersonWord, KINDS } from '../words/persons.ts'
import { folded } from '../words/text.ts'
import { type Part, partsOf } from '../words/tidy.ts'
import { toThem } from '../words/turning.ts'
import { namesPerson } from '../words/whom.ts'

/** What is not sure in a value, as a sentence, and whole values that could be meant. */
export interface WordsAsk {
  says: string
  instead: string[]
}

/** Why a value cannot stand in a mail to them as it is; undefined where it can. */
export function wordsAsked(
  db: PublicPart,
  {
    slot,
    value,
    template,
    people,
  }: { slot: Slot; value: string; template: Template; people: readonly Contact[] },
): WordsAsk | undefined {
  // Their greeting is their name, and what proves a claim stands in no mail.
  if (slot.profile || slot.isProof) return undefined
  if (!template.slots.some(({ name }) => name === slot.name)) return undefined
  return (
    (slot.takes ? undefined : hurried(value)) ??
    (slot.name === 'place' ? noPlace(value) : undefined) ??
    (isFree(slot, template) ? aboutThem(value, people) : undefined) ??
    (NAME_SLOTS.has(slot.name) ? undefined : smallName(db, value, people))
  )
}

/** Any words, put in as they are, in a mail that is about nobody else. */
function isFree({ name, takes, of }: Slot, template: Template): boolean {
  return !takes && !of && !TIME_SLOTS.has(name) && !NAME_SLOTS.has(name) && !isOfAnother(template)
}

/** Short forms that could be two words, or that nobody writes out the same way. */
const HURRIED =
  /(?<=^|[\s,;(])(?:u|ur|im|ive|n(?! of\b| ?[=<>])|in2|rn|r(?= (?:u|you)\b)|idk|lmk|hmu|tbh|smth|sth|thx|cuz|pls|plz|tho|abt|w)(?=$|[\s,;.!?)])/

/** The first of them that a text holds. */
export function hurriedIn(value: string): string | undefined {
  return HURRIED.exec(value)?.[0]
}

function hurried(value: string): WordsAsk | undefined {
  const found = hurriedIn(value)
  return found === undefined
    ? undefined
    : { says: `"${found}" is short for something: write it out.`, instead: [] }
}

const NO_PLACE =
  /^(?:tbd|tba|idk|dunno|not sure|unsure|any ?where|where ?ever|somewhere|up to you|you (?:pick|choose)|your (?:pick|choice|call)|flexible|any place|\?+)\b/i

function noPlace(value: string): WordsAsk | undefined {
  return NO_PLACE.test(value) ? { says: `"${value}" names no place.`, instead: [] } : undefined
}

/** She, he or their own name, where nobody else is named before: it may be whom the mail is to. */
function aboutThem(value: string, [contact, ...others]: readonly Contact[]): WordsAsk | undefined {
  if (!contact || others.length) return undefined
  const isNamed = holdsOwnName(value, contact)
  const bare = withoutOwnName(value, contact)
  const words = bare.split(' ').map(partsOf)
  const at = words.findIndex(({ lower }) => isSheOrHe(lower))
  if (!isNamed && (at < 0 || namesOther(words.slice(0, at)))) return undefined
  const said = at < 0 ? undefined : toThem(words)
  const word = isNamed ? contact.name : (words[at]?.core ?? '')
  const who = displayName(contact)
  return {
    says: isNamed
      ? `The email is to ${word}: say "you".`
      : `"${word}" could be ${who} or someone else. If it's someone else, name them first.`,
    instead: said === undefined || isStillThird(said) || holdsOwnName(said, contact) ? [] : [said],
  }
}

function isSheOrHe(word: string): boolean {
  return KINDS[word] === 'f' || KINDS[word] === 'm'
}

function isStillThird(text: string): boolean {
  return text.split(' ').some(word => isSheOrHe(partsOf(word).lower))
}

function namesOther(words: readonly Part[]): boolean {
  return (
    namesPerson(words) ||
    words.some(
      ({ lower, core }, index) =>
        isPersonWord(lower.replace(/'s$/, '')) ||
        SOMEONE.test(lower) ||
        (index > 0 && /^\p{Lu}\p{Ll}/u.test(core)),
    )
  )
}

const SOMEONE =
  /^(?:someone|somebody|patient|woman|man|guy|girl|boy|lady|doctor|surgeon|speaker|professor|tutor|advisor|interviewer|director|manager|classmate|friend|neighbor|dog|cat)$/

/** "tom and burnout", where Tom is on file: another person, and a name in small letters. */
function smallName(
  db: PublicPart,
  value: string,
  people: readonly Contact[],
): WordsAsk | undefined {
  for (const word of value.split(' ')) {
    const { core } = partsOf(word)
    const name = core.replace(/['’]s$/, '')
    if (!/^\p{Ll}{3,}$/u.test(name) || isCommonWord(name)) continue
    const known = db.contacts.find(
      each => !people.some(({ id }) => id === each.id) && firstNames(each).includes(folded(name)),
    )
    if (!known || people.some(each => firstNames(each).includes(folded(name)))) continue
    const written = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
    return {
      says: `"${name}" may be ${displayName(known)}.`,
      instead: [value.replace(core, core.replace(name, written))],
    }
  }
  return undefined
}

function firstNames(contact: Contact): string[] {
  return [namesOf(contact).first, contact.nickname, contact.first].flatMap(name =>
    name ? [folded(name)] : [],
  )
}
