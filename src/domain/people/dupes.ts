import type { Contact, Database } from '../data/model.ts'
import { byText, folded, foldedWords } from '../words/text.ts'
import { addressKey, isSameName, linkKey, nameKey, phoneKey } from './identity.ts'
import { displayName, namesOf } from './names.ts'

export interface DoublePerson {
  id: number
  name: string
  role: string | null
  institution: string | null
  /** How often something was logged with them. */
  interactions: number
}

/** Two who may be one person. */
export interface Double {
  /** The one that more is known of, and so the one to keep. */
  a: DoublePerson
  b: DoublePerson
  /** Why they are suspected, the strongest reason first. */
  why: string[]
}

/**
 * Likely doubles, the surest first: by address, profile or phone, or by a name that is the same but for
 * accents, titles, order, an initial, a nickname or a middle name; never by the family name alone.
 * People are only compared within the small groups that share a key, so ten thousand take a moment.
 */
export function doubles(db: Database): Double[] {
  const suspects: Suspects = new Map()
  const people = db.contacts.map(suspectOf)
  for (const { keysOf, why, weight, most } of OWN_KEYS) {
    for (const [key, [first, ...others]] of groupsBy(people, keysOf)) {
      if (!first || others.length >= most) continue
      for (const other of others) suspect(suspects, [first, other], { why: why(key), weight })
    }
  }
  for (const [, group] of groupsBy(people, person => person.nameKeys)) {
    compareNames(suspects, group)
  }
  return [...suspects.values()]
    .sort(
      (a, b) => b.weight - a.weight || idOf(a.one) - idOf(b.one) || idOf(a.other) - idOf(b.other),
    )
    .map(pairViews(db))
}

function idOf({ contact }: Person): number {
  return contact.id
}

interface Person {
  contact: Contact
  /** The words of the name, folded, without titles and degrees. */
  words: string[]
  given: string | undefined
  family: string | undefined
  /** What the given name may be short for, and itself. */
  givens: ReadonlySet<string>
  generation: string
  /** Of what stands between given and family name. */
  initials: readonly string[]
  nameKeys: string[]
}

// What is one person's own

const OWN_KEYS: readonly {
  keysOf(person: Person): string[]
  why(key: string): string
  weight: number
  /** More than so many who share it share an office. */
  most: number
}[] = [
  {
    keysOf: ({ contact }) => (contact.emails ?? []).map(addressKey),
    why: email => `the same address, ${email}`,
    weight: 8,
    most: 20,
  },
  {
    keysOf: ({ contact }) => (contact.links ?? []).map(linkKey).filter(isOwnPage),
    why: link => `the same profile, ${link}`,
    weight: 4,
    most: 4,
  },
  {
    keysOf: ({ contact }) => (contact.phones ?? []).flatMap(phone => phoneKey(phone) ?? []),
    why: () => 'the same phone number',
    weight: 2,
    most: 4,
  },
]

/** A bare site is a hospital’s and nobody’s own. */
function isOwnPage(link: string): boolean {
  return /^[^/]+\/.{2,}/.test(link)
}

// Names

function suspectOf(contact: Contact): Person {
  const { first, last, suffix } = namesOf(contact)
  const given = first === undefined ? undefined : foldedWords(first)[0]
  const family = last === undefined ? undefined : foldedWords(last).join(' ')
  const words = [...foldedWords(first ?? ''), ...foldedWords(last ?? '')]
  const called = [contact.nickname, quotedIn(contact.name)].flatMap(
    name => foldedWords(name ?? '')[0] ?? [],
  )
  const givens = new Set([given ?? '', ...called].flatMap(name => [name, ...longFormsOf(name)]))
  givens.delete('')
  const generation = /\b(?:jr|sr|ii|iii|iv)\b/.exec(folded(suffix ?? ''))?.[0] ?? ''
  const initials = foldedWords(displayName(contact))
    .slice(1)
    .filter(word => word.length === 1)
  const person = { contact, words, given, family, givens, generation, initials }
  return { ...person, nameKeys: nameKeysOf(person) }
}

/** `Robert "Bo" Miller` is called Bo. */
function quotedIn(name: string): string | undefined {
  return /["“(]([\p{L}][^"“”()]*)["”)]/u.exec(name)?.[1]
}

/**
 * What they could share with their double: all words in any order, the given name or one it is short for
 * with any other word, or an initial with the family name. The family name alone is no key.
 */
function nameKeysOf(person: Omit<Person, 'nameKeys'>): string[] {
  const { contact, words, given, family, givens } = person
  if (words.length === 1 && given !== undefined && contact.institution) {
    return [`one ${given} at ${folded(contact.institution)}`]
  }
  if (words.length < 2 || given === undefined || family === undefined) return []
  const others = words.filter(word => word !== given)
  const byGiven = [...givens].flatMap(name => others.map(word => `${name} ${word}`))
  const inOrder = [...words].sort().join(' ')
  const own = [`named ${nameKey(contact.name)}`, `all ${inOrder}`]
  return [...new Set([...own, ...byGiven, `${given.charAt(0)}. ${family}`])]
}

const MOST_NAMES = 60
const MOST_TRIED = 5

function compareNames(suspects: Suspects, group: readonly Person[]): void {
  const byName = new Map<string, Person[]>()
  for (const person of group) {
    const name = person.words.join(' ')
    const known = byName.get(name)
    if (known) known.push(person)
    else byName.set(name, [person])
  }
  for (const namesakes of byName.values()) chain(suspects, namesakes, group)
  // Of each name one speaks for all; in a crowd of names each is compared with the next one alone.
  const firsts = [...byName.values()].flatMap(namesakes => namesakes[0] ?? [])
  const isCrowd = firsts.length > MOST_NAMES
  if (isCrowd) firsts.sort((a, b) => byText(a.words.join(' '), b.words.join(' ')))
  for (const [index, one] of firsts.entries()) {
    for (const other of firsts.slice(index + 1, isCrowd ? index + 2 : undefined)) {
      compare(suspects, [one, other], group)
    }
  }
}

/** Each of one name with one before: to merge them all, no more is needed, and it stays linear. */
function chain(suspects: Suspects, namesakes: readonly Person[], group: readonly Person[]): void {
  for (const [index, person] of namesakes.entries()) {
    const before = namesakes.slice(Math.max(0, index - MOST_TRIED), index)
    before.some(earlier => compare(suspects, [earlier, person], group))
  }
}

function compare(
  suspects: Suspects,
  [one, other]: readonly [Person, Person],
  group: readonly Person[],
): boolean {
  const why = nameReason(one, other, group)
  if (!why || areTwo(one, other)) return false
  suspect(suspects, [one, other], { why, weight: 1 })
  return true
}

/** Why two names may be one person’s; undefined when they are not. */
function nameReason(one: Person, other: Person, group: readonly Person[]): string | undefined {
  if (one.generation !== other.generation && one.generation && other.generation) return undefined
  if (one.initials.length && other.initials.length && !sharesOne(one.initials, other.initials)) {
    return undefined
  }
  const [ours, theirs] = [one.words.join(' '), other.words.join(' ')]
  if (ours === theirs) {
    return one.words.length > 1
      ? 'the same name'
      : `the same name, both at ${one.contact.institution}`
  }
  if (isSameName(one.contact.name, other.contact.name)) return 'the same name'
  if (isSame(one.words, other.words)) return 'the same name in another order'
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one]
  if (short.given === long.given && short.words.every(word => long.words.includes(word))) {
    return 'one name is part of the other'
  }
  if (one.family !== other.family) return undefined
  const shared = [...one.givens].find(name => other.givens.has(name))
  if (shared !== undefined)
    return `${capital(one.given)} and ${capital(other.given)} can be one name`
  return initialReason(one, other, group) ?? initialReason(other, one, group)
}

function capital(word = ''): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function sharesOne(some: readonly string[], others: readonly string[]): boolean {
  return some.some(each => others.includes(each))
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join(' ') === [...others].sort().join(' ')
}

/** An initial may stand for a name when it can stand for one alone. */
function initialReason(one: Person, other: Person, group: readonly Person[]): string | undefined {
  if (one.given?.length !== 1 || !other.given || other.given.length < 2) return undefined
  if (!other.given.startsWith(one.given)) return undefined
  const names = new Set(
    group.flatMap(({ given, family }) =>
      family === one.family && given && given.length > 1 && given.startsWith(one.given ?? '')
        ? given
        : [],
    ),
  )
  return names.size === 1 ? `${capital(one.given)}. can be ${capital(other.given)}` : undefined
}

/** Two profiles of one site, two birthdays, or one introduced the other: these are two people. */
function areTwo({ contact: one }: Person, { contact: other }: Person): boolean {
  if (one.introducedBy === other.id || other.introducedBy === one.id) return true
  const [ours, theirs] = [one, other].map(({ birthday }) => birthday?.slice(-5))
  if (ours && theirs && ours !== theirs) return true
  return SITES.some(site => {
    const [own, their] = [one, other].map(({ links = [] }) =>
      links.map(linkKey).filter(link => link.startsWith(site)),
    )
    return Boolean(own?.length && their?.length && !own.some(link => their.includes(link)))
  })
}

const SITES = ['linkedin.com/in/', 'orcid.org/']

// Groups and pairs

/** Those who share a key, with the key; nobody stands alone. */
function groupsBy(
  people: readonly Person[],
  keysOf: (person: Person) => readonly string[],
): [string, Person[]][] {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    for (const key of new Set(keysOf(person))) {
      const group = groups.get(key)
      if (group) group.push(person)
      else groups.set(key, [person])
    }
  }
  return [...groups].filter(([, group]) => group.length > 1)
}

interface Suspicion {
  one: Person
  other: Person
  why: string[]
  weight: number
}
type Suspects = Map<string, Suspicion>

function suspect(
  suspects: Suspects,
  pair: readonly [Person, Person],
  { why, weight }: { why: string; weight: number },
): void {
  const [one, other] = idOf(pair[0]) < idOf(pair[1]) ? pair : [pair[1], pair[0]]
  if (one.contact.archived && other.contact.archived) return
  const key = `${idOf(one)} ${idOf(other)}`
  const known = suspects.get(key)
  if (!known) suspects.set(key, { one, other, why: [why], weight })
  else if (!known.why.includes(why)) {
    known.why.push(why)
    known.weight += weight
  }
}

function pairViews(db: Database): (suspicion: Suspicion) => Double {
  const counts = new Map<number, number>()
  for (const { contacts } of db.interactions) {
    for (const id of contacts) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const viewOf = ({ contact }: Person): DoublePerson => ({
    id: contact.id,
    name: displayName(contact),
    role: contact.role ?? null,
    institution: contact.institution ?? null,
    interactions: counts.get(contact.id) ?? 0,
  })
  return ({ one, other, why }) => {
    const [first, second] = [viewOf(one), viewOf(other)]
    const swaps = second.interactions > first.interactions && !other.contact.archived
    return swaps ? { a: second, b: first, why } : { a: first, b: second, why }
  }
}

// What names are short for

const SHORT_FOR: Readonly<Record<string, string>> = {
  alexander: 'alex al sasha xander',
  alexandra: 'alex sandra sasha lexi',
  alejandro: 'alex ale',
  andrew: 'andy drew',
  anthony: 'tony',
  antonio: 'tony toni',
  barbara: 'barb',
  benjamin: 'ben benji',
  catherine: 'cathy kate katie cat',
  charles: 'charlie chuck',
  christina: 'chris tina christy',
  christine: 'chris tina christy',
  christopher: 'chris kit',
  daniel: 'dan danny',
  danielle: 'dani',
  david: 'dave davy',
  deborah: 'deb debbie',
  dorothy: 'dot dottie',
  edward: 'ed eddie ted ned',
  elizabeth: 'liz lizzie beth betty eliza lisa libby',
  emily: 'em emmy',
  eugene: 'gene',
  francisco: 'paco pancho fran',
  frederick: 'fred freddie',
  gabriel: 'gabe',
  gabriela: 'gaby gabi',
  geoffrey: 'geoff jeff',
  gregory: 'greg',
  guillermo: 'memo',
  isabella: 'bella izzy isa',
  jacob: 'jake',
  jacqueline: 'jackie',
  james: 'jim jimmy jamie',
  jeffrey: 'jeff',
  jennifer: 'jen jenny',
  jessica: 'jess jessie',
  jesus: 'chuy',
  jonathan: 'jon johnny jonny',
  john: 'johnny jack jon',
  jose: 'pepe',
  joseph: 'joe joey',
  joshua: 'josh',
  katherine: 'kate katie kathy kat kay',
  kathleen: 'kathy kate',
  kenneth: 'ken kenny',
  kimberly: 'kim',
  lawrence: 'larry',
  leonard: 'leo len lenny',
  madeline: 'maddie',
  margaret: 'maggie meg peggy marge greta',
  matthew: 'matt',
  megan: 'meg',
  michael: 'mike mick mickey',
  michelle: 'shelly',
  mohammed: 'mo mohamed muhammad mohammad',
  natalie: 'nat',
  nathaniel: 'nate nathan nat',
  nicholas: 'nick nico',
  nicole: 'nikki nicki',
  pamela: 'pam',
  patricia: 'pat patty trish tricia',
  patrick: 'pat paddy',
  peter: 'pete',
  philip: 'phil phillip',
  priscilla: 'cilla',
  rachel: 'rach',
  raymond: 'ray',
  rebecca: 'becky becca',
  richard: 'rick ricky rich dick',
  robert: 'rob bob bobby robbie bert',
  roberto: 'beto',
  ronald: 'ron ronnie',
  samantha: 'sam',
  samuel: 'sam sammy',
  sarah: 'sara sally',
  stephanie: 'steph',
  stephen: 'steve steven',
  steven: 'steve stephen',
  susan: 'sue susie',
  theodore: 'ted teddy theo',
  theresa: 'terry tess',
  thomas: 'tom tommy',
  timothy: 'tim timmy',
  valerie: 'val',
  veronica: 'ronnie vero',
  victoria: 'vicky tori',
  vincent: 'vince vinny',
  walter: 'walt wally',
  william: 'will bill billy willie liam',
  zachary: 'zach zack',
}

const LONG_FORMS: ReadonlyMap<string, readonly string[]> = longForms()

function longForms(): Map<string, string[]> {
  const forms = new Map<string, string[]>()
  for (const [long, shorts] of Object.entries(SHORT_FOR)) {
    for (const short of shorts.split(' ')) forms.set(short, [...(forms.get(short) ?? []), long])
  }
  return forms
}

function longFormsOf(name: string): readonly string[] {
  return LONG_FORMS.get(name) ?? []
}
