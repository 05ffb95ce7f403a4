import type { Day } from '../words/days.ts'
import { readBirthday, readDay } from '../words/read-days.ts'
import {
  readChoice,
  readCount,
  readEmail,
  readLink,
  readPair,
  readRhythm,
} from '../words/read-values.ts'
import { noteText, oneLine, plainName, refuseLonger } from '../words/text.ts'
import type { Occasion, Role } from './model.ts'
import type { FieldRow } from './rows.ts'
import { OCCASION_SYNONYMS, ROLE_SYNONYMS } from './synonyms.ts'

/**
 * What was typed for a field as the file holds it. Whom a reference means is looked up in the data, so of
 * it the words are given, and of a pair `{ who, text }`.
 */
export function readValue(row: FieldRow, written: string, today: Day): unknown {
  const value = row.read ? row.read(written, today) : readByType(row, written, today)
  if (typeof value === 'string') refuseLonger(value, calledOf(row), row.longest)
  return value
}

function readByType(row: FieldRow, written: string, today: Day): unknown {
  const called = calledOf(row)
  switch (row.type) {
    case 'name':
      return plainName(written, called)
    case 'text':
      return noteText(written, called)
    case 'email':
      return readEmail(written)
    case 'link':
      return readLink(written)
    case 'day':
      return readDay(written, today, { lean: 'back' })
    case 'birthday':
      return readBirthday(written, today)
    case 'count':
    case 'minutes':
      return readCount(written, called)
    case 'rhythm':
      return readRhythm(written)
    case 'flag':
      return true
    case 'choice': {
      const { choices = [], noun = `value for ${called}`, synonyms } = row
      return readChoice(written, choices, noun, synonyms)
    }
    case 'pairs':
      return readPair(written, called)
    default:
      return oneLine(written, called)
  }
}

function calledOf({ flag, name }: FieldRow): string {
  return flag ? `--${flag}` : name
}

/** The occasion that a word means, synonyms understood. */
export function readOccasion(text: string, choices: readonly Occasion[]): Occasion {
  return readChoice(text, choices, 'occasion', OCCASION_SYNONYMS)
}

export function readRole(text: string, choices: readonly Role[]): Role {
  return readChoice(text, choices, 'role', ROLE_SYNONYMS)
}
