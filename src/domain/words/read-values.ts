import { Failure } from '../../failure.ts'
import { late } from './late.ts'
import { quoted } from './quoting.ts'
import { readDays } from './read-days.ts'
import { folded, isAddrSpec, nearest, oneLine, plainName } from './text.ts'

/** Fails with the nearest word, else with all of them. */
export function readChoice<T extends string>(
  text: string,
  choices: readonly T[],
  what: string,
  synonyms: Readonly<Record<string, T>> = {},
): T {
  const word = folded(text).replace(/[\s_]+/g, '-')
  const exact = choices.find(choice => choice.toLowerCase() === word)
  if (exact) return exact
  const synonym = Object.hasOwn(synonyms, word) ? synonyms[word] : undefined
  if (synonym) return synonym
  const begun = choices.filter(choice => choice.toLowerCase().startsWith(word))
  if (begun[0] && begun.length === 1) return begun[0]
  const near = nearest(word, [...choices, ...Object.keys(synonyms)])
  throw new Failure(
    'usage',
    `netmed doesn't know the ${what} "${text}".`,
    `${near ? `Did you mean ${near}? ` : ''}One of: ${choices.join(', ')}`,
  )
}

/** One address, `who@where`; anything that could add a second recipient is refused. */
export function readEmail(text: string): string {
  const address = text.trim().replace(/^<(.*)>$/, '$1')
  if (isAddrSpec(address)) return address
  throw new Failure('usage', `"${text}" is not an email address.`, 'Write it as name@example.org')
}

/** `Pat Moss <pat@example.org>` taken apart; a name alone is one too. */
export function readMailbox(text: string): { name: string; email?: string } {
  const parts = /^([^<>]*)<([^<>]*)>\s*$/.exec(text)
  if (!parts) {
    if (/[<>]/.test(text)) throw new Failure('usage', `netmed can't read "${text}".`, WRITE_IT)
    return { name: plainName(text, 'name') }
  }
  const [, name = '', email = ''] = parts
  if (!name.trim()) throw new Failure('usage', 'The name is missing.', WRITE_IT)
  return { name: plainName(name, 'name'), email: readEmail(email) }
}

const WRITE_IT = 'Write it as "Dr. Pat Moss <pat@example.org>"'

/**
 * A web address; `https://` is put before one that is written without it, and an ORCID iD, a Bluesky
 * or Mastodon handle become the page that they name.
 */
export function readLink(text: string): string {
  const link = oneLine(text, 'link')
    .replace(/^<(.*)>$/, '$1')
    .replace(/[.,;]+$/, '')
  const page = pages().find(({ written }) => written.test(link))
  if (page) return link.replace(page.written, page.page)
  refuseOtherLink(link)
  const url = /^[a-z][a-z0-9+-]*:/i.test(link) ? link : `https://${link}`
  if (address().test(url)) return url
  throw new Failure('usage', `"${link}" is not a link.`, 'Write it as https://example.org/name')
}

const LABEL = '[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_-]*[\\p{L}\\p{M}\\p{N}_])?'
const HOST = `(?:${LABEL}\\.)+\\p{L}[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}]`
/** Nobody's name and password stand in it, and nothing that could end it where it is printed. */
const address = late(() => new RegExp(`^https?://${HOST}(?::\\d{1,5})?(?:[/?#][^\\s"<>]*)?$`, 'iu'))

/** What names a page without being its address. */
const pages = late((): { written: RegExp; page: string }[] => [
  {
    written: /^(?:orcid(?: id)?:? ?)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i,
    page: 'https://orcid.org/$1',
  },
  { written: /^@?([a-z\d-]+\.bsky\.social)$/i, page: 'https://bsky.app/profile/$1' },
  { written: new RegExp(`^@(\\w(?:[\\w.-]*\\w)?)@(${HOST})$`, 'iu'), page: 'https://$2/@$1' },
])

function refuseOtherLink(link: string): void {
  const email = link.replace(/^mailto:/i, '')
  if (isAddrSpec(email)) {
    throw new Failure(
      'usage',
      `"${link}" is an email address, not a link.`,
      `--email ${quoted(email)}`,
    )
  }
  if (!link.startsWith('@')) return
  throw new Failure(
    'usage',
    `"${link}" doesn't say which site.`,
    `Write the page: https://x.com/${link.slice(1)}, or a handle with its site: @ana.bsky.social`,
  )
}

/** A whole number of up to six digits. */
export function readCount(text: string, what: string): number {
  if (!/^\d{1,6}$/.test(text.trim())) {
    throw new Failure('usage', `${what} takes a whole number, not "${text}".`)
  }
  return Number(text)
}

const RHYTHM_WORDS: ReadonlyMap<string, number> = new Map([
  ['none', 0],
  ['never', 0],
  ['no', 0],
  ['daily', 1],
  ['weekly', 7],
  ['monthly', 30],
  ['yearly', 365],
])

/** Whether a rhythm was typed in months or years, which count as 30 and 365 days. */
export function isInMonths(text: string): boolean {
  return /(?:^|[\d\s])(?:mos?|months?|monthly|y|yrs?|years?|yearly)\b/i.test(text)
}

/** Days of a rhythm; 0 for `none`. */
export function readRhythm(text: string): number {
  const named = RHYTHM_WORDS.get(text.trim().toLowerCase())
  if (named !== undefined) return named
  const days = readDays(text)
  if (days < 1 || days > 3650) {
    throw new Failure('usage', `"${text}" is not a rhythm.`, 'Write 30d, 6w, monthly or none.')
  }
  return days
}

/** A year with all its digits, in the life of somebody who studies now. */
export function readGraduationYear(text: string): number {
  const year = Number(/^\s*((?:19|20)\d\d)\s*$/.exec(text)?.[1])
  if (year >= 1950 && year <= 2099) return year
  throw new Failure('usage', `"${text}" is not a graduation year.`, 'Write all digits: 2028.')
}

/** `Priya: physiology`: of whom, and what is said of them. */
export function readPair(text: string, what: string): { who: string; text: string } {
  const [, who = '', said = ''] = /^([^:]+):(.+)$/s.exec(text) ?? []
  if (who.trim() && said.trim()) return { who: oneLine(who, what), text: oneLine(said, what) }
  throw new Failure('usage', `"${text}" doesn't say who and what.`, 'Write it as "name: words".')
}
