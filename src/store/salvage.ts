import { LISTS, type ListName } from '../domain/data/model.ts'
import { fitsList, isObject } from './check.ts'
import { isCount } from './journal.ts'
import { type Flaw, valueEnd } from './scan.ts'

/** The largest number that a text gives a record, or says that the next one has; also in a text that is no JSON. */
export function mostIdIn(text: string): number {
  let most = 0
  for (const [, name, digits] of text.matchAll(/"(id|nextId)"\s*:\s*(\d{1,15})(?!\d)/g)) {
    const id = Number(digits) - (name === 'nextId' ? 1 : 0)
    if (id > most && isCount(id)) most = id
  }
  return most
}

/** What can be read of a text that is no JSON any more. */
export interface Salvaged {
  /** Whole values outside of the lists: `schemaVersion`, `meta`, `profile`, `settings`, unknown ones. */
  parts: Map<string, unknown>
  /** Whole records, in the order of the text. */
  records: Map<ListName, unknown[]>
  /** Where it breaks, the first place first; none in a text that is JSON after all. */
  flaws: Flaw[]
}

/**
 * Reads what is whole in a text, before its first flaw and behind it: whatever the text looks like, every
 * record that ends before the first flaw is there. Linear: what was passed over is not looked at again.
 */
export function salvage(text: string): Salvaged {
  const found: Salvaged = { parts: new Map(), records: new Map(), flaws: [] }
  let { at, list } = readTop(text, found)
  let rescans = 0
  const landmarks = new RegExp(LANDMARK, 'g')
  while (at < text.length) {
    landmarks.lastIndex = at
    const landmark = landmarks.exec(text)
    if (!landmark) break
    const [whole, head, part] = landmark
    at = landmark.index + whole.length
    if (head !== undefined) {
      list = head as ListName
      continue
    }
    const begin = part === undefined ? landmark.index : at
    const value = valueEnd(text, begin)
    if ('flaw' in value) {
      if (part === undefined && list) note(found, value.flaw)
      // Before any list it may be the whole that does not end, and what is in it counts.
      at = list || ++rescans > MOST_RESCANS ? resumeAt(text, begin, value.flaw) : begin + 1
      continue
    }
    at = value.end
    const read: unknown = JSON.parse(text.slice(begin, value.end))
    if (part !== undefined) setOnce(found.parts, part, read)
    else if (isRecord(read)) keepHunted(found, list, read)
    else unnest(found, read)
  }
  for (const [name, value] of found.parts) {
    // A list whose own name was hit is one all the same.
    if (!Array.isArray(value) || !isListOfRecords(value)) continue
    found.parts.delete(name)
    for (const each of value) keepHunted(found, undefined, each)
  }
  for (const value of [...found.parts.values(), ...[...found.records.values()].flat()]) {
    unnest(found, value)
  }
  return found
}

/** Where closing brackets are missing, the lists behind stand in a record or part as if they were its fields. */
function unnest(found: Salvaged, value: unknown): void {
  if (!isObject(value)) return
  if (value.schemaVersion !== undefined) setOnce(found.parts, 'schemaVersion', value.schemaVersion)
  for (const key of [...LISTS, ...PARTS]) {
    const inner = value[key]
    const isOurs = PARTS.includes(key) ? isObject(inner) : isListOfRecords(inner)
    if (!isOurs) continue
    delete value[key]
    if (Array.isArray(inner)) for (const each of inner) keepHunted(found, key as ListName, each)
    else setOnce(found.parts, key, inner)
    for (const each of Array.isArray(inner) ? inner : [inner]) unnest(found, each)
  }
}

function isListOfRecords(value: unknown): boolean {
  return Array.isArray(value) && value.some(isRecord)
}

function isRecord(value: unknown): boolean {
  if (!isObject(value) || !Number.isSafeInteger(value.id)) return false
  return typeof value.uid === 'string' || typeof value.createdAt === 'string'
}

const MOST_FLAWS = 100
const MOST_RESCANS = 5
const PARTS = ['meta', 'profile', 'settings']
const LIST_HEAD = `"(${LISTS.join('|')})"\\s*:\\s*\\[(?=\\s*[\\]{])`
/** Behind a flaw: the head of a list of records, of a part, or the begin of what may be a record. */
const LANDMARK = `${LIST_HEAD}|"(${PARTS.join('|')})"\\s*:\\s*(?=\\{)|\\{`

/** Where a reading stands, and the list that was begun last. */
interface Place {
  at: number
  list: ListName | undefined
}

/** Reads in order as far as that goes; gives where it stopped. */
function readTop(text: string, found: Salvaged): Place {
  const { flaws, parts, records } = found
  let at = behindBlanks(text, 0)
  const stop = (flaw: Flaw, begin = flaw.at): Place => {
    flaws.push(flaw)
    return { at: resumeAt(text, begin, flaw), list: [...records.keys()].at(-1) }
  }
  if (text[at] !== '{') return stop({ at, what: emptyOr(text, at, 'an opening { was expected') })
  at = behindBlanks(text, at + 1)
  for (let isFirst = true; text[at] !== '}'; isFirst = false) {
    if (!isFirst) {
      if (text[at] !== ',') return stop({ at, what: 'a comma or } was expected' })
      at = behindBlanks(text, at + 1)
    }
    const key = text[at] === '"' ? valueEnd(text, at) : undefined
    if (!key) return stop({ at, what: emptyOr(text, at, 'a key in double quotes was expected') })
    if ('flaw' in key) return stop(key.flaw)
    const name: string = JSON.parse(text.slice(at, key.end))
    at = behindBlanks(text, key.end)
    if (text[at] !== ':') return stop({ at, what: 'a colon was expected' })
    at = behindBlanks(text, at + 1)
    if (isList(name) && text[at] === '[') {
      const into = records.get(name) ?? []
      records.set(name, into)
      const list = readList(text, at, into)
      if ('flaw' in list) return stop(list.flaw, list.begin)
      at = behindBlanks(text, list.end)
      continue
    }
    const value = valueEnd(text, at)
    if ('flaw' in value) return stop(value.flaw, at)
    parts.set(name, JSON.parse(text.slice(at, value.end)))
    at = behindBlanks(text, value.end)
  }
  const rest = behindBlanks(text, at + 1)
  if (rest < text.length) return stop({ at: rest, what: 'there is something after the end' })
  return { at: rest, list: undefined }
}

function readList(
  text: string,
  begin: number,
  into: unknown[],
): { end: number } | { flaw: Flaw; begin: number } {
  let at = behindBlanks(text, begin + 1)
  for (let isFirst = true; text[at] !== ']'; isFirst = false) {
    if (!isFirst) {
      if (text[at] !== ',') return { flaw: { at, what: 'a comma or ] was expected' }, begin: at }
      at = behindBlanks(text, at + 1)
    }
    // Anything else shows that brackets are missing, and what is in it may be of another list.
    if (text[at] !== '{') {
      return { flaw: { at, what: emptyOr(text, at, 'a record was expected') }, begin: at }
    }
    const value = valueEnd(text, at)
    if ('flaw' in value) return { flaw: value.flaw, begin: at }
    into.push(JSON.parse(text.slice(at, value.end)))
    at = behindBlanks(text, value.end)
  }
  return { end: at + 1 }
}

/**
 * Where to go on behind what could not be read: at its flaw, or at a list that it swallowed, as where a
 * closing bracket is missing and the flaw is only seen at the end.
 */
function resumeAt(text: string, begin: number, flaw: Flaw): number {
  const head = text.slice(begin + 1, flaw.at).search(LIST_HEAD)
  return head < 0 ? Math.max(flaw.at, begin + 1) : begin + 1 + head
}

/** Behind a flaw what looks like a record goes to the list it fits, when that is clear. */
function keepHunted({ records }: Salvaged, list: ListName | undefined, value: unknown): void {
  if (!isRecord(value)) return
  const fitting =
    list && fitsList(value, list) ? [list] : LISTS.filter(each => fitsList(value, each))
  const into = fitting.length === 1 ? fitting[0] : list
  if (!into) return
  const kept = records.get(into) ?? []
  kept.push(value)
  records.set(into, kept)
}

function setOnce(parts: Map<string, unknown>, name: string, value: unknown): void {
  if (!parts.has(name)) parts.set(name, value)
}

function note({ flaws }: Salvaged, flaw: Flaw): void {
  const isKnown = flaws.some(each => each.at === flaw.at)
  if (!isKnown && flaws.length < MOST_FLAWS) flaws.push(flaw)
}

function isList(name: string): name is ListName {
  return (LISTS as readonly string[]).includes(name)
}

function emptyOr(text: string, at: number, what: string): string {
  return at >= text.length ? 'the file ends too early' : what
}

function behindBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \n\r\t'.includes(text.charAt(at))) at++
  return at
}
