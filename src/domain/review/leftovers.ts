import type { TextWarning } from '../words/sentences.ts'
import { type Found, warned } from './phrases.ts'

/** What of a template was left unfilled, in any text. */
export function leftoverWarnings(text: string): TextWarning[] {
  return leftovers(text).map(found => warned(text, 'leftover', found))
}

// Bounded, so that a long text is read once.
const LEFTOVER =
  /\{\{|\}\}|\{%|%\}|\{[a-z_ ]{1,40}\}|<[a-z][a-z _-]{0,40}>|_{3,}|\b[A-Z]*XXX+\b|\b[A-Z]{1,3}XX\b|\b(?:SPECIALTY|FIRSTNAME|LASTNAME|SCHOOL|TOPIC|HOSPITAL|CITY)\b|\bINSERT(?: [A-Z]+)*|\[[a-z][a-z _-]{1,40}\]|\[(?:[A-Z][A-Z _-]{1,40}|(?:your|insert|their|the|first|last) [a-z ]{1,40})\]|\b(?:TODO|XXX+|FIXME|TBD)\b|\[object Object\]|\bundefined\b|^(?:Dear|Hi|Hello) ?,/gm

export function leftovers(text: string): Found[] {
  return [...text.matchAll(LEFTOVER)].map(found => ({
    start: found.index,
    end: found.index + found[0].length,
    says: `"${found[0]}" was left over from a template.`,
  }))
}
