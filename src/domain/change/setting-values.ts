import { Failure } from '../../failure.ts'
import type { Database } from '../data/model.ts'
import { SETTINGS, settingRow, textSetting, USUAL_SETTINGS } from '../data/settings.ts'
import { DRAFT_RULES, rulesNamed } from '../review/lint.ts'
import { PATIENT_RULE } from '../review/patient.ts'
import { CLAIM_RULE } from '../review/unproven-claims.ts'
import { isTime, readDays, readMinutes, readTime } from '../words/read-days.ts'
import { listed, nearest, oneLine } from '../words/text.ts'

/** A setting as it is in force. */
export interface SettingView {
  key: string
  value: number | string
  default: number | string
  unit: string
  /** Where it acts. */
  acts: string
  /** The value is not the default. */
  isSet: boolean
  /** One of the handful that people change. */
  isUsual: boolean
}

/** Every setting in the order of the table. */
export function settingViews(db: Database): SettingView[] {
  return SETTINGS.map(({ key }) => settingView(db, key))
}

/** Fails with the nearest key when there is none of that name. */
export function settingView(db: Database, key: string): SettingView {
  const { fallback, unit, acts } = settingRow(key)
  const value = db.settings[key] ?? fallback
  return {
    key,
    value,
    default: fallback,
    unit,
    acts,
    isSet: value !== fallback,
    isUsual: USUAL_SETTINGS.has(key),
  }
}

/** Sets one as it was typed; the default takes it out of the file. Fails when the value does not fit. */
export function changeSetting(db: Database, key: string, text: string): SettingView {
  const value = readSetting(key, text)
  checkQuietHours(db, key, value)
  if (value === settingRow(key).fallback) delete db.settings[key]
  else db.settings[key] = value
  return settingView(db, key)
}

/** Back to the default; gives the keys that had another value. */
export function resetSettings(db: Database, keys: readonly string[]): string[] {
  const known = keys.map(key => settingRow(key).key)
  const set = known.filter(key => db.settings[key] !== undefined)
  for (const key of set) delete db.settings[key]
  return set
}

/** Keys that the user set. */
export function keysSet(db: Database): string[] {
  return SETTINGS.map(({ key }) => key as string).filter(key => db.settings[key] !== undefined)
}

interface Bounds {
  least: number
  most: number
  /** `30d` or `2h` are understood. */
  read?: (text: string) => number
}

const A_DAY = 24 * 60

/** What a number of each unit may be; a rhythm and a count of people begin at 1. */
const BOUNDS: Record<string, Bounds> = {
  days: { least: 0, most: 3650, read: text => readDays(text) },
  minutes: { least: 0, most: A_DAY, read: text => readMinutes(text) },
  lines: { least: 1, most: 1000 },
  people: { least: 1, most: 1000 },
  words: { least: 1, most: 1000 },
  sentences: { least: 1, most: 1000 },
  times: { least: 1, most: 1000 },
  'a week': { least: 0, most: 1000 },
  'a month': { least: 0, most: 1000 },
}

/** Reads what was typed into what the file holds. */
function readSetting(key: string, typed: string): number | string {
  const { fallback, unit } = settingRow(key)
  const text = oneLine(typed, key)
  if (typeof fallback === 'number') return readNumber(key, unit, text)
  if (unit === 'time') return isTime(text) ? text : readTime(text)
  if (unit.includes(' or ')) return readOneOf(key, unit, text)
  if (key === 'lint.off') return readRules(text)
  if (text) return text
  throw new Failure(
    'usage',
    `${key} can't be empty.`,
    `Back to the default: netmed settings ${key} --reset`,
  )
}

function readNumber(key: string, unit: string, text: string): number {
  if (unit.startsWith('times the')) return readFactor(key, unit, text)
  const bounds = BOUNDS[unit] ?? { least: 0, most: 1000 }
  const least = key.startsWith('rhythm.') || key.startsWith('offer.') ? 1 : bounds.least
  const isBare = /^\d{1,5}$/.test(text)
  const value = isBare ? Number(text) : bounds.read?.(text)
  if (value !== undefined && value >= least && value <= bounds.most) return value
  throw new Failure(
    'usage',
    `${key} takes a whole number of ${least} to ${bounds.most} (${unit}), not "${text}".`,
    `netmed settings ${key} ${settingRow(key).fallback}`,
  )
}

function readFactor(key: string, unit: string, text: string): number {
  const value = /^\d{1,2}(\.\d{1,2})?$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= 10) return value
  throw new Failure(
    'usage',
    `${key} takes a number of 1 to 10 (${unit}), not "${text}".`,
    `netmed settings ${key} ${settingRow(key).fallback}`,
  )
}

/** One of a few words, the last of which is not the default. */
function readOneOf(key: string, unit: string, text: string): string {
  const choices = unit.split(/, | or /)
  const word = text.toLowerCase()
  if (choices.includes(word)) return word
  throw new Failure(
    'usage',
    `${key} is ${unit}, not "${text}".`,
    `netmed settings ${key} ${choices.at(-1)}`,
  )
}

/** Names of checks, with commas between; `none` turns them all on. */
function readRules(text: string): string {
  const known = [PATIENT_RULE, ...DRAFT_RULES.map(({ rule }) => rule), CLAIM_RULE, 'complaint']
  const rules = rulesNamed(text)
  if (rules.length === 1 && rules[0] === 'none') return 'none'
  for (const rule of rules) {
    if (known.includes(rule)) continue
    const near = nearest(rule, known)
    throw new Failure(
      'usage',
      `There is no check "${rule}".`,
      `${near ? `Did you mean ${near}? ` : ''}There are ${listed(known)}, or none.`,
    )
  }
  return rules.join(',')
}

/** The waking hours begin before they end. */
function checkQuietHours(db: Database, key: string, value: number | string): void {
  if (key !== 'calendar.earliest' && key !== 'calendar.latest') return
  const hours = {
    'calendar.earliest': textSetting(db, 'calendar.earliest'),
    'calendar.latest': textSetting(db, 'calendar.latest'),
    [key]: String(value),
  }
  const { 'calendar.earliest': earliest, 'calendar.latest': latest } = hours
  if (earliest < latest) return
  throw new Failure(
    'usage',
    `Alarms would start at ${earliest} and end at ${latest}.`,
    'calendar.earliest has to be before calendar.latest.',
  )
}
