import { APOSTROPHES, foldedLetters, UNSEEN } from './text.ts'

/**
 * Text as it is searched: folded, without apostrophes, a dash as a blank. Each character is changed on
 * its own, so that a place in it leads back to one in the text (`placesOf`).
 */
export function searchable(text: string): string {
  if (text === '') return ''
  return text.toLowerCase().replace(ODD, searchedRun)
}

/** What a search looks for, with outer blanks cut and inner ones single. */
export function soughtText(text: string): string {
  return searchable(text).trim().replace(/ +/g, ' ')
}

// Most texts are plain ASCII and go through untouched, and so do line breaks.
const ODD = /[^\x0a\x20-\x26\x28-\x2c\x2e-\x5f\x61-\x7e]+/g
const LONGEST_KEPT = 3
const searchedRuns = new Map<string, string>()

/** Short runs come back thousands of times. */
function searchedRun(run: string): string {
  const known = searchedRuns.get(run)
  if (known !== undefined) return known
  const plain = foldedLetters(run).replace(/['`]+/g, '').replace(/[-\s]/g, ' ')
  if (run.length <= LONGEST_KEPT) searchedRuns.set(run, plain)
  return plain
}

/** How well a word stands in a text: not at all, within a word, at its beginning, as a word. */
export type Fit = 0 | 1 | 2 | 3

/** Both as `searchable` gives them. A word of one or two letters must begin a word: `em` is not in "them". */
export function fitOf(lines: string, word: string): Fit {
  const text = unbroken(lines, word)
  let best: Fit = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const fit = fitAt(text, word, at)
    if (fit === 3) return 3
    if (fit > best) best = fit
  }
  return best
}

export function isIn(text: string, word: string): boolean {
  return isShort(word) ? fitOf(text, word) > 0 : unbroken(text, word).includes(word)
}

/** For a phrase, without line breaks, which may stand within it. */
function unbroken(text: string, word: string): string {
  return word.includes(' ') ? text.replaceAll('\n', ' ') : text
}

function isShort(word: string): boolean {
  return word.length < 3 && /^[a-z0-9]+$/.test(word)
}

function fitAt(text: string, word: string, at: number): Fit {
  if (at > 0 && isLetter(text.charCodeAt(at - 1))) return isShort(word) ? 0 : 1
  const end = at + word.length
  return end >= text.length || !isLetter(text.charCodeAt(end)) ? 3 : 2
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127
}

/**
 * Finds texts as they are written that may hold one of the words, whatever the accents, with
 * apostrophes anywhere. To fold ten thousand of them takes longer than reading them from the file.
 * Undefined when there is no such pattern: then every text has to be folded and looked at.
 */
export function patternFor(words: readonly string[]): RegExp | undefined {
  // Of a phrase its first word, for the next may stand on the next line.
  const firsts = words.map(word => word.split(' ', 1)[0] || word)
  if (!firsts.length || !firsts.every(word => /^[a-z0-9]+$/.test(word))) return undefined
  const patterns = firsts.map(word => [...word].map(anyForm).join(PASSED))
  // Both cases are spelled out: to ignore case takes longer to compile than to search.
  return new RegExp(`${patterns.join('|')}|${RARE}`)
}

/** The letter, or any with an accent: which one it is, is seen once the text is folded. */
function anyForm(letter: string): string {
  return `[${letter}${letter.toUpperCase()}\\u00c0-\\u017f]`
}

const PASSED = `[\\u0300-\\u036f${APOSTROPHES}${UNSEEN}]*`
/** What folds to several letters, or is in no table here: a text with one of them is folded and looked at. */
const RARE =
  '[ßæÆœŒþÞ\\u00aa\\u00b2\\u00b3\\u00b9\\u00ba\\u00bc-\\u00be\\u0130\\u0132\\u0133\\u013f\\u0140\\u0149' +
  '\\u017f-\\u024f\\u02b0-\\u02e4\\u1ab0-\\u1eff\\u2070-\\u20ff\\u2100-\\u218f' +
  '\\u2460-\\u24ff\\u2c60-\\u2c7f\\ua7f1-\\ua7f9\\u3200-\\u33ff\\ufb00-\\uff9f' +
  '\\ud801\\ud833\\ud835\\ud83c\\ud83e]'

/** From where to where in a text. */
export type Place = [start: number, end: number]

/** Where these words stand in the text as it was written, in order and without overlaps. */
export function placesOf(text: string, words: readonly string[]): Place[] {
  const { plain, from } = mapped(text)
  const places: Place[] = []
  for (const word of words.filter(Boolean)) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      if (!fitAt(plain, word, at)) continue
      places.push([from[at] ?? 0, from[at + word.length] ?? text.length])
    }
  }
  return joined(places)
}

/** The searchable text, with the index in the text of each of its units. */
function mapped(text: string): { plain: string; from: number[] } {
  let plain = ''
  const from: number[] = []
  let index = 0
  for (const character of text) {
    const part = searchable(character).replace('\n', ' ')
    for (let unit = 0; unit < part.length; unit++) from.push(index)
    plain += part
    index += character.length
  }
  return { plain, from }
}

function joined(places: Place[]): Place[] {
  const inOrder = places.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const apart: Place[] = []
  for (const place of inOrder) {
    const last = apart.at(-1)
    if (last && place[0] < last[1]) last[1] = Math.max(last[1], place[1])
    else if (place[1] > place[0]) apart.push([...place])
  }
  return apart
}

/** Whether a word that says something stands in both, in whatever form. */
export function haveWordInCommon(a: string, b: string): boolean {
  const words = new Set(stems(a))
  return stems(b).some(stem => words.has(stem))
}

/** The beginnings of words that say something: "fellows" and "fellowship" are of one. */
function stems(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
    .filter(word => !COMMON.has(word))
    .map(word => word.slice(0, 5))
}

const COMMON = new Set(
  `about after again also because been before could does doing down even ever every from give going good great
  have having hear help helped here into just know like made make meet mentioned more most much need never only other
  over really said should show showed some such sure take talk talking tell thank thanks that their them then there
  they thing things think this time told took took very want wanted well went were what when where which while will
  with would your yours you're emailed wrote advice advised suggested recommended suggestion`.split(
    /\s+/,
  ),
)
