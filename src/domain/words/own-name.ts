import { TITLES } from './persons.ts'
import { ADVERBS, BEHIND_OBJECT } from './shapes.ts'
import { folded } from './text.ts'
import { type Part, partsOf, wordSet } from './tidy.ts'
import { baseOfPast, isBase, isVerbForm } from './verbs.ts'

/** Whoever the mail is to. */
export interface Named {
  name: string
  nickname?: string | undefined
}

/**
 * The text with the addressee's own name read as she or he, "Dr. Chen's talk" as "her talk", where the words
 * around it say which form; as it is elsewhere.
 */
export function withoutOwnName(tidy: string, { name, nickname }: Named): string {
  const names = namesIn(`${name} ${nickname ?? ''}`)
  const words = withApostrophes(tidy.split(' '), names)
  const isHe = words.some(word => /^(?:he|him|his|he['’]s|himself)$/i.test(partsOf(word).core))
  const said: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const run = runOfNames(words.slice(at).map(partsOf), names)
    const form = run > 0 ? formOf(words.map(partsOf), { at, run, isHe }) : undefined
    if (form === undefined) said.push(words[at] ?? '')
    else {
      said.push(form.word)
      at = form.next - 1
    }
  }
  return said.join(' ')
}

const NO_NAME = wordSet(
  'md do phd mph rn np pa dds dvm mbbs jr sr ii iii de la van der von al el bin',
)

function namesIn(text: string): ReadonlySet<string> {
  const names = text.split(/[\s,.]+/).flatMap(word => [word, ...word.split('-')])
  return new Set(
    names
      .map(word => folded(word))
      .filter(word => word.length > 1 && !TITLES.has(word) && !NO_NAME.has(word)),
  )
}

/** How many words from here are their title and name; 0 where they begin no name, or it may be a word. */
function runOfNames(words: readonly Part[], names: ReadonlySet<string>): number {
  const isTitled = TITLES.has(words[0]?.lower ?? '')
  let run = isTitled ? 1 : 0
  while (names.has(nameOf(words[run]))) run += 1
  if (isTitled) return run > 1 ? run : 0
  const [first] = words
  const isOwner = /['’]s$/.test(first?.core ?? '')
  const isSure = run > 1 || isOwner || !isCommonWord(first?.lower ?? '')
  return run > 0 && isSure ? run : 0
}

function nameOf(part: Part | undefined): string {
  return folded(part?.core.replace(/['’]s$/, '') ?? '')
}

/** "tariqs paper": an apostrophe that was left out. */
function withApostrophes(words: readonly string[], names: ReadonlySet<string>): string[] {
  return words.map(word => {
    const { core } = partsOf(word)
    const owner = folded(core.slice(0, -1))
    const isOwner =
      core.endsWith('s') && owner.length > 3 && names.has(owner) && !names.has(folded(core))
    return isOwner && !isCommonWord(core.toLowerCase()) && !isCommonWord(owner)
      ? word.replace(core, `${core.slice(0, -1)}'s`)
      : word
  })
}

/** "Will", "Grace", "May" are words too. */
export function isCommonWord(lower: string): boolean {
  return isBase(lower) || isVerbForm(lower) || WORDS.has(lower)
}

/** Whether a word of the text is still their name: where it could not be turned it may be another's. */
export function holdsOwnName(text: string, { name, nickname }: Named): boolean {
  const names = namesIn(`${name} ${nickname ?? ''}`)
  return text.split(' ').some(word => {
    const part = partsOf(word)
    return names.has(nameOf(part)) && !isCommonWord(nameOf(part))
  })
}

const WORDS = wordSet(
  'grace hope joy faith rose may june april august dawn ivy iris lily summer bill frank rich chase young long king day page rice stone wood brown white black green will mark art bell hill field lane case dean page cook baker park banks mills wells rivers reed read love light power bishop carter cross english french west north east stroke drew ray dot sage heart hand price sharp small little best good wise berry fox wolf moon star summers winters doc guy',
)

/** The pronoun in place of the run, and the word to go on with. */
function formOf(
  words: readonly Part[],
  { at, run, isHe }: { at: number; run: number; isHe: boolean },
): { word: string; next: number } | undefined {
  const [last, behind] = [words[at + run - 1], words[at + run]]
  if (!last) return undefined
  const start = words[at]?.start ?? ''
  const next = behind?.lower ?? ''
  const as = (word: string, after = at + run) => ({
    word: `${start}${word}${last.end}`,
    next: after,
  })
  if (/['’]s$/.test(last.core) || (last.end === '' && isGerund(next)))
    return as(isHe ? 'his' : 'her')
  if (last.end === '' && startsVerb(words.slice(at + run))) return as(isHe ? 'he' : 'she')
  const verb = at === 0 ? verbBehindPlace(words, run) : undefined
  if (verb !== undefined) return as(isHe ? 'he' : 'she', verb)
  const isObject = last.end !== '' || next === '' || BEHIND_OBJECT.has(next)
  const isBehind = BEFORE_OBJECT.has(words[at - 1]?.lower ?? '')
  return isObject && isBehind ? as(isHe ? 'him' : 'her') : undefined
}

const BEFORE_OBJECT = wordSet('with from about to for watching seeing hearing')

function isGerund(word: string): boolean {
  return word.length > 4 && word.endsWith('ing') && !/^(?:during|morning|evening)$/.test(word)
}

function startsVerb(words: readonly Part[]): boolean {
  const verb = words.find(({ lower }) => !ADVERBS.has(lower))
  return isVerbForm(verb?.lower ?? '')
}

const LONGEST_PLACE = 5

/** "Ms. Hale in the registrar's office found my form": where she is goes without saying to her. */
function verbBehindPlace(words: readonly Part[], run: number): number | undefined {
  if (!/^(?:in|from|at)$/.test(words[run]?.lower ?? '') || words[run - 1]?.end) return undefined
  const at = words.findIndex(
    ({ lower }, index) => index > run + 1 && baseOfPast(lower) !== undefined,
  )
  return at > 0 && at - run <= LONGEST_PLACE ? at : undefined
}
