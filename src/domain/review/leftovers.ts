import type { TextWarning } from '../words/sentences.ts'
import { apart, type Found, isQuotedAt, warned } from './phrases.ts'

/** What of a template was left unfilled, in any text. */
export function leftoverWarnings(text: string): TextWarning[] {
  return leftovers(text).map(found => warned(text, 'leftover', found))
}

/** What a template leaves to be filled in. */
const SLOTS =
  'name|first|last|surname|last ?name|first ?name|full ?name|title|school|university|college|hospital|clinic|institution|organization|company|program|department|specialty|speciality|field|topic|subject|paper|article|talk|lecture|event|conference|meeting|date|day|time|city|town|state|country|place|location|room|year|month|course|class|rotation|clerkship|mentor|professor|doctor|physician|speaker|recipient|addressee|project|email|phone|number|adjective|noun|reason|detail|details|something|something specific|link|url|insert|blank|lab|team|award|journal|position|role|interest|research|x|xx|n|tbd|todo|amount|person|attending|quote|example|compliment'

// Bounded, so that a long text is read once.
const LEFTOVER = new RegExp(
  [
    String.raw`\{\{|\}\}|\{%|%\}|\{[a-z_ .]{1,40}\}`,
    String.raw`<<?[a-z][a-z _'-]{0,40}>>?|«[^»\n]{1,40}»`,
    String.raw`_{3,}|(?:_ ){2,}_|\.{5,}|(?<=\s)\?{2,}(?=\s|$)|#{2,}\w*#*`,
    String.raw`\[(?:\s*|\.{2,}|\?+|_+)\]|\((?:\s+|\?+|_+)\)`,
    String.raw`\[(?:your|insert|first|last|dr\.?|add|enter|choose|fill|specific|name of|date of)[ a-z'/.-]{1,40}\]`,
    String.raw`\[(?:[a-z]+ )?(?:${SLOTS})(?: (?:of|or|and|here|goes|name|\d)[ a-z]{0,30})?(?:s|\(s\))?\]`,
    String.raw`\((?:insert|your|their|fill in|add|enter|name of|date of|school|hospital) ?(?:[a-z']+ ){0,4}(?:here|${SLOTS})?\)|\((?:[a-z]+ )?(?:${SLOTS}) here\)`,
    String.raw`\b(?:xx?[/:.-]xx?|mm\/dd(?:\/yy(?:yy)?)?|dd\/mm(?:\/yy(?:yy)?)?|00\/00)\b`,
    String.raw`%[a-z_]{3,30}%|\$\{?[a-z_]{4,30}\}?|\*\|[a-z_]{2,30}\|\*|@@?(?:name|first|last)\w*@*`,
    String.raw`\*{3,}|<\s*>|\((?:(?:your|last|first|full|school|hospital|their) )?(?:name|surname|specialty|school|hospital|topic|date|professor|event|conference|place|location|city|department|field|course|program|year|month|day|time|number|stage|title|paper|talk)\)`,
    String.raw`^(?:dear|hi|hello) (?:dr\.? |prof\.? |professor )?[xyn],|\bxyz\b|\babc (?:hospital|clinic|university|school|medical)`,
    String.raw`\blorem ipsum\b|\[object object\]|\bundefined\b|^(?:dear|hi|hello) ?,`,
    String.raw`\b(?:dr|prof|professor|mr|ms|mrs)\.? (?:last ?name|surname|first ?name|so-and-so|blank|null|none|x{2,}|_+|\.{3})(?![\w'-])`,
    String.raw`^(?:dear|hi|hello) (?:name|first ?name|last ?name|recipient|null|sir or madam name)\b`,
  ].join('|'),
  'gm',
)
/** Of capitals alone, as people type what they mean to fill in. */
const SHOUTED =
  /(?<!\b(?:46|factor|Factor)[ ,]?)\bXX\b(?![/-]| (?:chrom|karyo|geno|female|women|individual))|\b(?:[A-Z]*XXX+|[A-Z]{1,3}XX|SPECIALTY|SPECIALITY|FIRST ?NAME|LAST ?NAME|SURNAME|SCHOOL|UNIVERSITY|TOPIC|HOSPITAL|CITY|PROGRAM(?: NAME)?|NAME|DATE|EVENT|CONFERENCE|PLACEHOLDER|TODO|FIXME|TBD|TKTK)\b|\bINSERT(?: [A-Z]+)*|\[[A-Z][A-Z _-]{1,40}\]/g
const SMALL_BRACKET = /\[[a-z][a-z _-]{1,40}\]/g

/** What an editor of a quotation sets in brackets. */
const EDITED =
  /^\[(?:sic|the|a|an|emphasis [a-z ]+|and|of|is|was|are|it|he|she|they|his|her|their)\]$/i

export function leftovers(text: string): Found[] {
  const small = text.toLowerCase()
  // The Turkish capital i alone grows when it is made small.
  const plain = small.length === text.length ? small : text
  const places = [
    ...plain.matchAll(LEFTOVER),
    ...text.matchAll(SHOUTED),
    ...text.matchAll(SMALL_BRACKET),
  ]
  return apart(
    places
      .map(({ 0: { length }, index }) => ({ index, words: text.slice(index, index + length) }))
      .filter(({ index, words }) => !EDITED.test(words) && !isEdited(text, index, words))
      .map(({ index, words }) => ({
        start: index,
        end: index + words.length,
        says: `"${words}" was left over from a template.`,
      })),
  )
}

/** A bracket within a quotation is its editor's. */
function isEdited(text: string, index: number, words: string): boolean {
  return /^\[[a-z ]+\]$/.test(words) && isQuotedAt(text, index)
}
