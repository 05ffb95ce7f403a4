import { MOST_COUNT, MOST_DAYS } from '../domain/data/bounds.ts'
import { FIELDS, KINDS } from '../domain/data/fields.ts'
import { byList, type Database, LISTS, type ListName, type Stamped } from '../domain/data/model.ts'
import { type FieldRow, type FieldType, isPair, valueIn } from '../domain/data/rows.ts'
import { FIRST_YEAR, LAST_YEAR } from '../domain/words/days.ts'
import { late } from '../domain/words/late.ts'
import { figure } from '../domain/words/text.ts'

/**
 * Told that the value at `path` (`contacts[3].emails[0]`) is not what was expected there; it may throw, and
 * so stop at the first, or collect.
 */
export type Misfit = (path: string, expected: string, kind?: MisfitKind) => void

/** What is wrong: the shape of a value, or a number or uid of the right shape. */
export type MisfitKind = 'shape' | 'nobody' | 'number twice' | 'uid twice' | 'beyond the counter'

/** What was expected, when the value does not fit. */
type Check = (value: unknown) => string | undefined

/** What is asked of a kind of record. */
interface Shape {
  list: string
  checks: Map<string, Check>
  /** The fields that hold a list of values. */
  many: Set<string>
  /** The fields that must stand. */
  required: string[]
  /** What the fields must be to each other. */
  whole?: ((record: object) => Amiss) | undefined
  /** The fields that refer to other records. */
  references: { name: string; to: ListName; many: boolean }[]
}

type Shapes = Readonly<Record<keyof typeof FIELDS, Shape>>

/** Checks everything in a database; unknown fields pass, whatever they hold. */
export function checkDatabase(db: Database, misfit: Misfit, shapes = shapesHere()): void {
  if (!hasParts(db, misfit)) return
  checkMeta(db, misfit)
  checkProfile(db, misfit)
  checkSettings(db, misfit)
  for (const list of LISTS) {
    const records: readonly Stamped[] = db[list]
    for (let i = 0; i < records.length; i++) {
      checkRecord(records[i], shapes[list], i, misfit)
    }
  }
  checkUids(db, misfit)
  checkReferences(db, shapes, misfit)
  for (const key in db) if (!KNOWN_KEYS.has(key)) checkUnknown(db, key, key, misfit)
}

/** Whether its parts are there, each a list or an object; without them there is nothing to look into. */
function hasParts(db: Database, misfit: Misfit): boolean {
  const objects = ['meta', 'profile', 'settings'] as const
  const noObjects = objects.filter(key => !isObject(db[key]))
  const noLists = LISTS.filter(list => !Array.isArray(db[list]))
  for (const key of noObjects) misfit(key, 'fields in { }')
  for (const list of noLists) misfit(list, 'a list in [ ]')
  return !noObjects.length && !noLists.length
}

/** What a change did, as far as its check must know. */
export interface Doing {
  named: ReadonlySet<Stamped>
  /** A record was removed, so something may still refer to it. */
  isAnythingGone: boolean
}

/** Up to so many records are looked up one by one; going through all of them takes longer. */
const FEW = 10

/** Checks the records that a change has named, and that nothing refers to what is gone. */
export function checkChange(db: Database, { named, isAnythingGone }: Doing, misfit: Misfit): void {
  checkProfile(db, misfit)
  checkSettings(db, misfit)
  const isSmall = !isAnythingGone && named.size <= FEW
  for (const list of LISTS) {
    const records: readonly Stamped[] = db[list]
    const places = isSmall ? placesOf(named, records) : records.keys()
    for (const i of places) {
      const record = records[i]
      if (!record || !named.has(record)) continue
      checkRecord(record, shapesHere()[list], i, misfit)
      if (isSmall) {
        checkReferencesOf(record, shapesHere()[list], i, (to, id) => hasId(db[to], id), misfit)
      }
    }
  }
  if (!isSmall) checkReferences(db, shapesHere(), misfit)
}

function placesOf(named: ReadonlySet<Stamped>, records: readonly Stamped[]): number[] {
  return [...named].map(record => records.indexOf(record)).filter(index => index >= 0)
}

function hasId(records: readonly Stamped[], id: unknown): boolean {
  return records.some(record => record.id === id)
}

/** Whether a value is a record of that list as far as its own fields tell. */
export function fitsList(value: unknown, list: ListName): boolean {
  let fits = true
  const record = value as Stamped
  checkRecord(record, shapesHere()[list], 0, () => {
    fits = false
  })
  return fits
}

/** The fields of a list's records without which there is no record. */
export function requiredFields(list: ListName): readonly string[] {
  return shapesHere()[list].required
}

function checkMeta({ meta }: Database, misfit: Misfit): void {
  if (!isWhole(meta.nextId, 1, MOST_COUNTED)) misfit('meta.nextId', 'a whole number from 1')
  if (!isWhole(meta.rev, 0, MOST_COUNTED)) misfit('meta.rev', 'a whole number from 0')
  if (meta.before !== undefined && !isWhole(meta.before, 0)) {
    misfit('meta.before', 'a whole number from 0')
  }
  const { redo } = meta
  if (redo !== undefined && !(Array.isArray(redo) && redo.every(rev => isWhole(rev, 0)))) {
    misfit('meta.redo', 'a list of whole numbers')
  }
  if (meta.command !== undefined && typeof meta.command !== 'string') misfit('meta.command', 'text')
  if (meta.at !== undefined && !isMoment(meta.at)) misfit('meta.at', EXPECTED.moment)
  for (const key in meta) if (!META_KEYS.has(key)) checkUnknown(meta, key, `meta.${key}`, misfit)
}

function checkProfile({ profile }: Database, misfit: Misfit): void {
  checkFields(profile, shapesHere().profile, () => 'profile', misfit)
}

function checkSettings({ settings }: Database, misfit: Misfit): void {
  for (const key in settings) {
    const value = settings[key]
    if (typeof value !== 'number' && typeof value !== 'string') {
      misfit(`settings.${key}`, 'a number or text')
    }
    if (FORBIDDEN_KEYS.has(key)) misfit(`settings.${key}`, 'another name')
  }
}

function checkRecord(
  record: Stamped | undefined,
  shape: Shape,
  index: number,
  misfit: Misfit,
): void {
  const path = (): string => `${shape.list}[${index}]`
  if (isObject(record)) checkFields(record, shape, path, misfit)
  else misfit(path(), 'a record in { }')
}

function checkFields(
  record: object,
  { checks, many, required, whole }: Shape,
  path: () => string,
  misfit: Misfit,
): void {
  // An interface has no index signature; which keys are here is just what is being found out.
  const fields = record as Record<string, unknown>
  for (const key in fields) {
    if (fields[key] === undefined) continue
    const check = checks.get(key)
    if (!check) {
      checkUnknown(fields, key, `${path()}.${key}`, misfit)
      continue
    }
    const expected = check(fields[key])
    if (expected) {
      const which = many.has(key) ? whichOne(fields[key], check) : ''
      misfit(`${path()}.${key}${which}`, expected)
    }
  }
  for (const key of required) {
    if (fields[key] === undefined)
      misfit(`${path()}.${key}`, checks.get(key)?.(undefined) ?? 'a value')
  }
  const amiss = whole?.(record)
  if (amiss) misfit(`${path()}.${amiss[0]}`, amiss[1])
}

/** What does not fit in a record whose fields fit each by itself: the field, and what was expected. */
type Amiss = [field: string, expected: string] | undefined

const WHOLE: { [L in ListName]?: (record: Database[L][number]) => Amiss } = {
  events: ({ on, until = on }) => endsBefore(on, until),
  seasons: ({ from, until }) => endsBefore(from, until),
  contacts: ({ id, introducedBy }) =>
    introducedBy === id ? ['introducedBy', 'the number of another person'] : undefined,
  followUps: ({ closed, closedOn }) =>
    closed !== undefined && closedOn === undefined
      ? ['closedOn', 'the day it was closed']
      : undefined,
  interactions: ({ contacts }) => {
    if (!Array.isArray(contacts)) return undefined
    if (contacts.length === 0) return ['contacts', 'at least one person']
    const isTwice = contacts.length > 1 && new Set(contacts).size < contacts.length
    return isTwice ? ['contacts', 'each person once'] : undefined
  },
}

function endsBefore(start: unknown, end: unknown): Amiss {
  const isOver = typeof start === 'string' && typeof end === 'string' && end < start
  return isOver ? ['until', 'a day that is not before its first'] : undefined
}

/** `[2]` when it is the third of many that does not fit. */
function whichOne(value: unknown, check: Check): string {
  if (!Array.isArray(value)) return ''
  const index = value.findIndex(each => check([each]))
  return index < 0 ? '' : `[${index}]`
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
const DEEPEST = 50

/** A field that we do not know is kept as it is; only what could harm a program is refused. */
function checkUnknown(holder: object, key: string, path: string, misfit: Misfit, depth = 0): void {
  if (FORBIDDEN_KEYS.has(key)) misfit(path, 'another name for this field')
  if (depth > DEEPEST) {
    misfit(path, 'fewer levels')
    return
  }
  const value: unknown = Object.getOwnPropertyDescriptor(holder, key)?.value
  if (typeof value !== 'object' || value === null) return
  for (const inner of Object.keys(value)) {
    checkUnknown(value, inner, `${path}.${inner}`, misfit, depth + 1)
  }
}

/** Copies of a record made by hand would be one and the same to a calendar. */
function checkUids(db: Database, misfit: Misfit): void {
  const uids = new Set<string>()
  for (const list of LISTS) {
    const records: readonly Stamped[] = db[list]
    for (let i = 0; i < records.length; i++) {
      const uid = records[i]?.uid
      // That it is none has been said.
      if (!uid) continue
      if (uids.has(uid)) misfit(`${list}[${i}].uid`, 'a uid that no other record has', 'uid twice')
      uids.add(uid)
    }
  }
}

/** Ids stand once and below the counter, and every field that refers to a record finds it. */
function checkReferences(db: Database, shapes: Shapes, misfit: Misfit): void {
  const lists = listsById(db, misfit)
  const finds = (to: ListName, id: unknown) => lists[Number(id)] === to
  for (const list of LISTS) {
    const records: readonly Stamped[] = db[list]
    const shape = shapes[list]
    if (shape.references.length === 0) continue
    for (let i = 0; i < records.length; i++) checkReferencesOf(records[i], shape, i, finds, misfit)
  }
}

/** Only of a record that has passed `checkRecord`. */
function checkReferencesOf(
  record: Stamped | undefined,
  { list, references }: Shape,
  index: number,
  finds: (to: ListName, id: unknown) => boolean,
  misfit: Misfit,
): void {
  if (!record) return
  for (const reference of references) {
    const { name, to, many } = reference
    const value = valueIn(record, reference)
    if (value === undefined) continue
    const held: readonly unknown[] = many && Array.isArray(value) ? value : [value]
    for (let j = 0; j < held.length; j++) {
      const each = held[j]
      const inPair = isPair(each)
      const id = inPair ? each.contact : each
      // That it is no number at all has been said.
      if (finds(to, id) || !isWhole(id, 1)) continue
      const which = `${many ? `[${j}]` : ''}${inPair ? '.contact' : ''}`
      nobodyThere(`${list}[${index}].${name}${which}`, to, id, misfit)
    }
  }
}

// An array, as ids are dense: building a Map takes ten times as long.
function listsById(db: Database, misfit: Misfit): (ListName | undefined)[] {
  const { nextId } = db.meta
  const lists: (ListName | undefined)[] = []
  for (const list of LISTS) {
    const records: readonly Stamped[] = db[list]
    for (let i = 0; i < records.length; i++) {
      const id = records[i]?.id
      if (!isWhole(id, 1)) continue
      if (id >= nextId) {
        const below = `a number below meta.nextId, which is ${nextId}`
        misfit(`${list}[${i}].id`, below, 'beyond the counter')
      }
      if (lists[id]) {
        const expected = `a number that no other record has; ${id} is there twice`
        misfit(`${list}[${i}].id`, expected, 'number twice')
      }
      lists[id] = list
    }
  }
  return lists
}

function nobodyThere(path: string, to: ListName, id: unknown, misfit: Misfit): void {
  const noun = KINDS[to].noun.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  const article = /^[aeiou]/.test(noun) ? 'an' : 'a'
  const expected = `the number of ${article} ${noun}; there is no ${noun} ${String(id)}`
  misfit(path, expected, 'nobody')
}

/** A counter that stands higher could not count on for long. */
const MOST_COUNTED = 9_000_000_000_000_000

const EXPECTED: Record<FieldType, string> = {
  name: 'a name',
  line: 'one line of text',
  text: 'text',
  email: 'an email address',
  phone: 'a phone number',
  link: 'a link',
  day: 'a day such as 2026-03-09',
  moment: 'a moment such as 2026-03-09T08:30:00.000Z',
  clock: 'a time such as 15:00',
  birthday: 'a day such as 1990-03-09 or --03-09',
  count: `a whole number from 0 to ${figure(MOST_COUNT)}`,
  minutes: `a whole number from 0 to ${figure(MOST_COUNT)}`,
  rhythm: `a whole number of days from 0 to ${figure(MOST_DAYS)}`,
  quiet: 'a day or "until-woken"',
  flag: 'true or false',
  choice: 'one of the words known here',
  reference: 'the number of a record',
  pairs: 'a person and a word or two, { contact, text }',
  words: 'a map of texts in { }',
}

const FITS: Record<FieldType, (value: unknown) => boolean> = {
  name: isFilledLine,
  line: isLine,
  text: value => typeof value === 'string',
  email: value => isLine(value) && EMAIL.test(value),
  phone: isLine,
  link: isLine,
  day: isDay,
  moment: isMoment,
  clock: value => typeof value === 'string' && CLOCK.test(value),
  birthday: value =>
    isDay(value) ||
    (typeof value === 'string' && value.startsWith('--') && isDay(`2000${value.slice(1)}`)),
  count: value => isWhole(value, 0, MOST_COUNT),
  minutes: value => isWhole(value, 0, MOST_COUNT),
  rhythm: value => isWhole(value, 0, MOST_DAYS),
  quiet: value => value === 'until-woken' || isDay(value),
  flag: value => typeof value === 'boolean',
  choice: value => typeof value === 'string',
  reference: value => isWhole(value, 1),
  pairs: isSaidOfOne,
  words: isMapOfText,
}

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const EMAIL = /^[^\s@]+@[^\s@]+$/
const MOMENT = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/
const CONTROL = /[\u0000-\u001f\u007f]/

const STAMPS: [string, Check][] = [
  ['id', value => (isWhole(value, 1) ? undefined : 'a whole number from 1')],
  ['uid', fitting(isUid, '16 letters a-z or digits')],
  ['createdAt', fitting(isMoment, EXPECTED.moment)],
  ['updatedAt', fitting(isMoment, EXPECTED.moment)],
  ['rev', fitting(value => isWhole(value, 0, MOST_COUNTED), 'a whole number from 0')],
]

const STAMPED = ['id', 'uid', 'createdAt']
const shapesHere = late(() => shapesOf(FIELDS))

/** What is asked of records with these fields. */
export function shapesOf(fields: typeof FIELDS): Shapes {
  const ofRecords = byList(list => ({
    ...shapeOf(list, fields[list], STAMPS, STAMPED),
    // Each stands under the list of its own records.
    whole: WHOLE[list] as Shape['whole'],
  }))
  return { profile: shapeOf('profile', fields.profile, [], []), ...ofRecords }
}

const META_KEYS = new Set(['nextId', 'rev', 'before', 'redo', 'command', 'at'])
const KNOWN_KEYS = new Set<string>(['schemaVersion', 'meta', 'profile', 'settings', ...LISTS])

function shapeOf(
  list: string,
  rows: readonly FieldRow[],
  stamps: [string, Check][],
  stamped: string[],
): Shape {
  const checks = new Map(stamps)
  for (const row of rows) checks.set(row.name, row.many ? everyOne(row) : checkOf(row))
  return {
    list,
    checks,
    many: new Set(rows.filter(row => row.many).map(row => row.name)),
    required: [...stamped, ...rows.filter(row => row.required).map(row => row.name)],
    references: rows.flatMap(({ name, to, many }) => (to ? [{ name, to, many }] : [])),
  }
}

function checkOf({ type, choices, strict, longest }: FieldRow): Check {
  if (choices) {
    const known = new Set<unknown>(choices)
    return fitting(value => known.has(value), `one of ${choices.join(', ')}`)
  }
  if (!strict) return fitting(FITS[type], EXPECTED[type])
  const fits = (value: unknown) => FITS[type](value) && lengthOf(value) <= longest
  return fitting(fits, `${EXPECTED[type]}, of up to ${longest} letters`)
}

function lengthOf(value: unknown): number {
  return String(isPair(value) ? value.text : value).length
}

function fitting(fits: (value: unknown) => boolean, expected: string): Check {
  return value => (fits(value) ? undefined : expected)
}

function everyOne(row: FieldRow): Check {
  const check = checkOf(row)
  const most = row.strict ? row.most : Number.POSITIVE_INFINITY
  return values => {
    if (!Array.isArray(values)) return 'a list in [ ]'
    if (values.length > most) return `up to ${most} of them`
    for (let i = 0; i < values.length; i++) {
      const expected = check(values[i])
      if (expected) return expected
    }
    return undefined
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWhole(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): value is number {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
}

function isLine(value: unknown): value is string {
  return typeof value === 'string' && !CONTROL.test(value)
}

function isFilledLine(value: unknown): boolean {
  return isLine(value) && value.trim() !== ''
}

function isMoment(value: unknown): boolean {
  return typeof value === 'string' && MOMENT.test(value) && isDay(value.slice(0, 10))
}

function isMapOfText(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    if (FORBIDDEN_KEYS.has(key) || typeof value[key] !== 'string') return false
  }
  return true
}

function isSaidOfOne(value: unknown): boolean {
  return isPair(value) && isWhole(value.contact, 1) && isFilledLine(value.text)
}

// By hand: a pattern takes four times as long over 16,000 of them.
function isUid(value: unknown): value is string {
  if (typeof value !== 'string' || value.length !== 16) return false
  for (let i = 0; i < 16; i++) {
    const code = value.charCodeAt(i)
    if (code < 48 || code > 122 || (code > 57 && code < 97)) return false
  }
  return true
}

/** A day of the calendar; by hand, as there may be 200,000 of them to check. */
function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || value.length !== 10) return false
  if (value.charCodeAt(4) !== HYPHEN || value.charCodeAt(7) !== HYPHEN) return false
  const year = digits(value, 0, 4)
  const month = digits(value, 5, 7)
  const day = digits(value, 8, 10)
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1))
    return false
  if (day <= 28) return true
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return (
    day <=
    (month === 2
      ? isLeap
        ? 29
        : 28
      : month === 4 || month === 6 || month === 9 || month === 11
        ? 30
        : 31)
  )
}

const HYPHEN = 45

/** The number that the digits make, NaN when there is anything else. */
function digits(text: string, begin: number, end: number): number {
  let number = 0
  for (let i = begin; i < end; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}
