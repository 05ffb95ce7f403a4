import type { Imported, ImportedInteraction, ImportedPerson } from '../domain/data/imported.ts'
import type { Occasion } from '../domain/data/model.ts'
import { type Day, isDay } from '../domain/words/days.ts'
import { folded } from '../domain/words/text.ts'
import { limitedText, limitField, limitRecords } from './decode.ts'
import { cleanText, importedPerson, rawPerson } from './imported.ts'

// The file of the friends program (github.com/JacobEvelyn/friends): Markdown with a line a record,
//   ### Activities:
//   - 2018-11-01: **Grace Hopper** and I went to _Marie's Diner_. @food
//   ### Notes:
//   - 2018-06-15: **Grace Hopper** found out about the building. @navy
//   ### Friends:
//   - Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science
//   ### Locations:
//   - Marie's Diner

type Section = 'activities' | 'notes' | 'friends' | 'locations'

/** People, activities and notes of a friends.md; who is only mentioned becomes a person too. */
export function friendsPeople(text: string): Imported {
  const people = new People()
  const imported: Imported = { people: [], interactions: [], skipped: [] }
  let section: Section | 'other' = 'other'
  let records = 0
  const lines = limitedText(text).split(/\r\n|[\r\n]/)
  lines.forEach((written, at) => {
    const line = at + 1
    const entry = written.trim()
    if (entry === '') return
    const heading = /^#{1,6}\s/.test(entry)
    if (heading) section = sectionOf(entry)
    if (heading || section === 'other' || section === 'locations') return
    limitRecords(++records, 'line')
    limitField(entry.length, line)
    const why = read(section, entry.replace(/^- /, ''), line, people, imported)
    if (why) imported.skipped.push({ line, why })
  })
  imported.people = people.all()
  return imported
}

/** Whether a text begins as the files of the friends program do. */
export function isFriendsFile(text: string): boolean {
  return /^\ufeff?\s*### (?:Activities|Notes|Friends|Locations):/.test(text.slice(0, 1000))
}

function sectionOf(heading: string): Section | 'other' {
  const word = /^#+\s+(Activities|Notes|Friends|Locations):?$/i.exec(heading)?.[1]?.toLowerCase()
  return word === 'activities' || word === 'notes' || word === 'friends' || word === 'locations'
    ? word
    : 'other'
}

/** Nothing, or why the line was skipped. */
function read(
  section: Section,
  entry: string,
  line: number,
  people: People,
  imported: Imported,
): string | undefined {
  if (section === 'friends') return people.add(entry, line)
  const dated = datedEntry(entry)
  if (!dated) return "It doesn't start with a day such as 2026-03-09."
  const names = namesIn(dated.text)
  if (names.length === 0) return 'It names no one.'
  for (const name of names) people.mention(name, line)
  if (section === 'notes') people.note(names, `${dated.on}: ${plainText(dated.text)}`)
  else imported.interactions.push(interactionOf(dated, names, line))
  return undefined
}

interface Dated {
  on: Day
  text: string
}

function datedEntry(entry: string): Dated | undefined {
  const on = entry.slice(0, 10)
  return isDay(on) && entry.startsWith(':', 10) ? { on, text: entry.slice(11).trim() } : undefined
}

/** Names stand in `**`, places in `_`. */
function namesIn(text: string): string[] {
  return [...new Set(marked(text, '**'))]
}

function marked(text: string, mark: string): string[] {
  const parts = text.split(mark)
  // Between an opening mark and a closing one; a last mark without its other closes nothing.
  return parts
    .filter((part, at) => at % 2 === 1 && at < parts.length - 1 && part.trim() !== '')
    .map(part => part.trim())
}

function plainText(text: string): string {
  return cleanText(
    text.replaceAll('**', '').replace(/(^|[^\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu, '$1$2'),
  )
}

function interactionOf({ on, text }: Dated, names: string[], line: number): ImportedInteraction {
  const place = /(?:^|[^\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/u.exec(text)?.[1]?.trim()
  return {
    on,
    kind: occasionOf(text),
    note: plainText(text),
    ...(place && { place: cleanText(place) }),
    with: names,
    line,
  }
}

/** Words that leave no doubt about how two people met; the first one in the text counts. */
const OCCASION_WORDS: ReadonlyMap<string, Occasion> = new Map([
  ['coffee', 'coffee'],
  ['tea', 'coffee'],
  ['lunch', 'lunch'],
  ['walk', 'walk'],
  ['phone', 'call'],
  ['called', 'call'],
  ['zoom', 'video'],
  ['facetime', 'video'],
  ['skype', 'video'],
  ['texted', 'message'],
  ['messaged', 'message'],
  ['emailed', 'email'],
  ['conference', 'conference'],
  ['seminar', 'seminar'],
  ['lecture', 'lecture'],
  ['party', 'social'],
  ['dinner', 'social'],
])

function occasionOf(text: string): Occasion {
  for (const word of folded(text).split(/[^\p{L}]+/u)) {
    const occasion = OCCASION_WORDS.get(word)
    if (occasion) return occasion
  }
  return 'met'
}

/** Everybody by name, in the order in which they are listed, then in which they are mentioned. */
class People {
  readonly #listed = new Map<string, ImportedPerson>()
  readonly #mentioned = new Map<string, number>()
  readonly #notes = new Map<string, string[]>()

  add(entry: string, line: number): string | undefined {
    const raw = rawPerson(line)
    const name = readFriend(entry, raw)
    if (this.#listed.has(name)) return `${name} is listed twice.`
    const person = importedPerson(raw)
    if (typeof person === 'string') return person
    this.#listed.set(name, person)
    return undefined
  }

  mention(name: string, line: number): void {
    if (!this.#mentioned.has(name)) this.#mentioned.set(name, line)
  }

  note(names: readonly string[], text: string): void {
    for (const name of names) {
      const notes = this.#notes.get(name)
      if (notes) notes.push(text)
      else this.#notes.set(name, [text])
    }
  }

  all(): ImportedPerson[] {
    for (const [name, line] of this.#mentioned) if (!this.#listed.has(name)) this.add(name, line)
    for (const [name, notes] of this.#notes) {
      const person = this.#listed.get(name)
      if (person) person.notes = notes
    }
    return [...this.#listed.values()]
  }
}

const TAG = /(?<![\p{L}\p{N}])@([\p{L}\p{N}]+(?:[:-][\p{L}\p{N}]+)*)/gu

/** `Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy`; gives the name. */
function readFriend(entry: string, raw: ReturnType<typeof rawPerson>): string {
  const end = entry.search(/[([]|(?:^|\s)@/)
  const name = (end < 0 ? entry : entry.slice(0, end)).trim()
  const rest = end < 0 ? '' : entry.slice(end)
  raw.name = name
  const known = between(rest, '(', ')')
  if (known)
    raw.nicknames = known
      .split('a.k.a. ')
      .map(nick => nick.trim())
      .filter(Boolean)
  raw.area = between(rest, '[', ']')
  for (const [, tag = ''] of rest.matchAll(TAG)) raw.tags.push(tag)
  return name
}

function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open)
  const end = text.indexOf(close, start)
  return start >= 0 && end > start ? text.slice(start + 1, end) : undefined
}
