/**
 * Text as it is searched: lower case, without accents and apostrophes, dashes and quotes plain. Each
 * character is changed on its own, so that a place in it leads back to one in the text (`placesOf`).
 */
export function searchable(text: string): string {
  return text.toLowerCase().replace(ODD, plainRun)
}

/** What a search looks for, with outer blanks cut and inner ones single. */
export function soughtText(text: string): string {
  return searchable(text).trim().replace(/ +/g, ' ')
}

// Most texts are plain ASCII and go through untouched.
const ODD = /[^\x20-\x26\x28-\x5f\x61-\x7e]+/g
const LONGEST_KEPT = 3
const plainRuns = new Map<string, string>()

/** Short runs, an accented letter or a curly quote, come back thousands of times. */
function plainRun(run: string): string {
  const known = plainRuns.get(run)
  if (known !== undefined) return known
  let plain = ''
  for (const character of run) plain += plainCharacter(character)
  if (run.length <= LONGEST_KEPT) plainRuns.set(run, plain)
  return plain
}

const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
}
const APOSTROPHES = /['’‘`´ʼ]/

function plainCharacter(character: string): string {
  if (APOSTROPHES.test(character)) return ''
  if (/\s/.test(character)) return ' '
  const lower = character.toLowerCase()
  if (Object.hasOwn(PLAIN, lower)) return PLAIN[lower] ?? lower
  return lower.normalize('NFKD').replace(/\p{M}+/gu, '')
}

/** How well a word stands in a text: not at all, within a word, at its beginning, as a word. */
export type Fit = 0 | 1 | 2 | 3

/** Both as `searchable` gives them. A word of one or two letters must begin a word: `em` is not in "them". */
export function fitOf(text: string, word: string): Fit {
  let best: Fit = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const fit = fitAt(text, word, at)
    if (fit > best) best = fit
    if (best === 3) break
  }
  return best
}

export function isIn(text: string, word: string): boolean {
  return SHORT.test(word) ? fitOf(text, word) > 0 : text.includes(word)
}

const SHORT = /^[a-z0-9]{1,2}$/

function fitAt(text: string, word: string, at: number): Fit {
  const begins = at === 0 || !isLetter(text.charCodeAt(at - 1))
  if (!begins) return SHORT.test(word) ? 0 : 1
  const end = at + word.length
  return end >= text.length || !isLetter(text.charCodeAt(end)) ? 3 : 2
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127
}

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
    const part = searchable(character)
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
