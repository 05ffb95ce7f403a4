import type { Contact } from '../data/model.ts'
import type { FieldType } from '../data/rows.ts'
import { late } from '../words/late.ts'
import { folded, foldedWords } from '../words/text.ts'
import { nameCore, namesOf, untitledName } from './names.ts'

// The one place that decides when two spellings are the same name, address, phone or page. Whatever
// looks for someone who may be on file already asks here, so that no two commands disagree.

// Names

/** What everybody of one name shares: who has another key has another name. */
export function nameKey(name: string): string {
  return spellingOf(name).key
}

/**
 * Whether two spellings are one name: case, accents, apostrophes, hyphens, titles, degrees and the
 * family name first make no difference; a middle initial or `Jr.` does where both have one and they differ.
 */
export function isSameName(one: string, other: string): boolean {
  return isSame(spellingOf(one), spellingOf(other))
}

/** Every name that somebody goes by: as typed, as corrected, and the nickname with the family name. */
function namesCalled(contact: Nameable): string[] {
  const { name, title, first, last, nickname } = contact
  if (!title && !first && !last && !nickname) return [name]
  const parts = namesOf(contact)
  const corrected = [parts.first, parts.last].filter(Boolean).join(' ')
  const familiar = nickname && parts.last ? `${nickname} ${parts.last}` : undefined
  return [
    name,
    ...(title ? [untitledName(contact)] : []),
    ...(first || last ? [corrected] : []),
    ...(familiar ? [familiar] : []),
  ]
}

type Nameable = Pick<Contact, 'name' | 'title' | 'first' | 'last' | 'nickname'>

export function hasName(contact: Nameable, name: string): boolean {
  return namesCalled(contact).some(called => isSameName(called, name))
}

/** A name that has both the given and the family name, and so is clear. */
export function isWholeName(name: string): boolean {
  return spellingOf(name).key.includes(' ')
}

/** Everybody of that name, in the order of the file. */
export function namesakes<C extends Nameable>(contacts: readonly C[], name: string): C[] {
  return contacts.filter(contact => hasName(contact, name))
}

export interface NameIndex {
  add(contact: Contact): void
  /** As `namesakes`, in the order in which they were added; at most so many. */
  of(name: string, most?: number): Contact[]
}

/** For many names in a row: each look-up passes over everybody with another name. */
export function nameIndex(contacts: Iterable<Contact> = []): NameIndex {
  const byKey = new Map<string, Set<Contact>>()
  const index: NameIndex = {
    add(contact) {
      for (const name of namesCalled(contact)) {
        const known = byKey.get(nameKey(name))
        if (known) known.add(contact)
        else byKey.set(nameKey(name), new Set([contact]))
      }
    },
    of(name, most = Number.POSITIVE_INFINITY) {
      const found: Contact[] = []
      for (const contact of byKey.get(nameKey(name)) ?? []) {
        if (found.length === most) break
        if (hasName(contact, name)) found.push(contact)
      }
      return found
    },
  }
  for (const contact of contacts) index.add(contact)
  return index
}

/** The words of a name as they are compared; `O Neill` is one of them and also two. */
export function nameWords(name: string): string[] {
  const words = foldedWords(name)
  return [...new Set(words.some(isParticle) ? [...words, ...withParticles(words)] : words)]
}

/** `o` with what follows it, as in `O'Neill` typed with a blank. */
export function withParticles(words: readonly string[]): string[] {
  if (!words.some(isParticle)) return [...words]
  const joined: string[] = []
  for (const [index, word] of words.entries()) {
    const before = words[index - 1] ?? ''
    if (isParticle(before) && (before === 'o' || index > 1)) joined.push(`${joined.pop()}${word}`)
    else joined.push(word)
  }
  return joined
}

/** What stands behind them in one word, as they may be words of their own: `neill` of `oneill`. */
export function withoutParticles(word: string): string {
  return word.replace(/^(?:o|mac|mc)+(?=.)/, '')
}

function isParticle(word: string): boolean {
  return word === 'o' || word === 'mac' || word === 'mc'
}

interface Spelling {
  key: string
  /** Of what stands between the first and the last word. */
  initials: string
  /** `jr`, `iii`, or empty. */
  generation: string
}

// Each name of a file is asked for several times: when matched, when added, and again when written.
const spellings = new Map<string, Spelling>()
const MOST_KEPT = 200_000

function spellingOf(name: string): Spelling {
  const known = spellings.get(name)
  if (known) return known
  const spelling = spelled(name)
  if (spellings.size < MOST_KEPT) spellings.set(name, spelling)
  return spelling
}

function spelled(name: string): Spelling {
  const { core, generation } = nameCore(name)
  const written = core.split(/\s+/)
  let initials = ''
  const words = written.flatMap((word, index) => {
    const isBetween = index > 0 && index < written.length - 1
    if (!isBetween || !isInitial(word)) return foldedWords(word)
    initials += foldedWords(word).join('')
    return []
  })
  const key = withParticles(words).join(' ') || folded(name)
  return { key, initials, generation: foldedWords(generation).join('') }
}

// In scripts without capitals a single sign is a name, and a bare O is the beginning of `O'Neill`.
const initial = late(() => /^(?!o$)(?:[\p{Lu}\p{Ll}]\.?|(?:\p{Lu}\.){2})$/iu)

const LONGEST_INITIAL = 4

function isInitial(word: string): boolean {
  return word.length <= LONGEST_INITIAL && initial().test(word)
}

function isSame(one: Spelling, other: Spelling): boolean {
  if (one.key !== other.key) return false
  if (one.generation && other.generation && one.generation !== other.generation) return false
  if (!one.initials || !other.initials) return true
  return [...one.initials].some(initial => other.initials.includes(initial))
}

// Addresses

/** An email address as it is compared; accents in it are another address. */
export function addressKey(email: string): string {
  return email.trim().toLowerCase()
}

/** Everybody with one of these addresses, in the order of the file. */
export function ownersOf(contacts: readonly Contact[], emails: readonly string[]): Contact[] {
  const sought = new Set(emails.map(addressKey))
  if (!sought.size) return []
  return contacts.filter(each => each.emails?.some(email => sought.has(addressKey(email))))
}

// Phones

const LEAST_DIGITS = 7
const COMPARED_DIGITS = 9

/**
 * The last digits, so that a country code or its zero makes no difference, with the extension;
 * undefined for one so short that many houses have it.
 */
export function phoneKey(phone: string): string | undefined {
  const [, number = phone, extension = ''] =
    /^(.*\d.*?)(?:ext\.?|x|#)\s*(\d+)\s*$/i.exec(phone) ?? []
  const digits = number.replace(/\D/g, '')
  if (digits.length < LEAST_DIGITS) return undefined
  return [digits.slice(-COMPARED_DIGITS), extension].filter(Boolean).join('x')
}

// Links

/** A page in one spelling: without scheme, `www`, fragment and final slash. */
export function linkKey(link: string): string {
  const [host = '', ...path] = withoutScheme(link).replace(/#.*$/, '').split('/')
  const page = [host.toLowerCase(), ...path].join('/').replace(/\/+$/, '')
  return profileKey(link) ?? page
}

/** `linkedin.com/in/lena-hoff`, where the page is one person’s own profile; undefined for any other. */
export function profileKey(link: string): string | undefined {
  const [, site = '', name = ''] = PROFILE.exec(withoutScheme(link.toLowerCase())) ?? []
  if (!name) return undefined
  return `${site === 'twitter.com' ? 'x.com' : site}/${name.replace(/^@/, '')}`
}

/** Everybody whose own profile is one of these links, in the order of the file. */
export function profileOwners(contacts: readonly Contact[], links: readonly string[]): Contact[] {
  const sought = new Set(links.flatMap(link => profileKey(link) ?? []))
  if (!sought.size) return []
  return contacts.filter(each => each.links?.some(link => sought.has(profileKey(link) ?? '')))
}

function withoutScheme(link: string): string {
  return link
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^(?:www|m|mobile|[a-z]{2})\.(?=linkedin\.|twitter\.|x\.)|^www\./i, '')
}

const PROFILE =
  /^(linkedin\.com\/in|doximity\.com\/(?:pub|profiles)|orcid\.org|bsky\.app\/profile|x\.com|twitter\.com)\/([^/?#\s]+)/

// Values of a list

/** How the values of a list are compared, so that each stands in it once. */
export function valueKeyOf(type: FieldType | undefined): (text: string) => string {
  return (type && VALUE_KEYS[type]) ?? folded
}

const VALUE_KEYS: Partial<Record<FieldType, (text: string) => string>> = {
  email: addressKey,
  link: linkKey,
  // Short ones belong to one house, where each figure counts.
  phone: phone => phoneKey(phone) ?? (phone.replace(/[^\d+]/g, '') || phone),
}
