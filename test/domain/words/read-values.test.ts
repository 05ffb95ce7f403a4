import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OCCASIONS, ROLES } from '../../../src/domain/data/choices.ts'
import { readOccasion, readRole } from '../../../src/domain/data/reading.ts'
import {
  isInMonths,
  readChoice,
  readCount,
  readEmail,
  readGraduationYear,
  readLink,
  readPair,
  readRhythm,
} from '../../../src/domain/words/read-values.ts'

describe('one of several words', () => {
  it.each(ROLES)('%s is understood as it is written, in any case', role => {
    expect(readRole(role, ROLES)).toBe(role)
    expect(readRole(` ${role.toUpperCase().replace('-', ' ')}`, ROLES)).toBe(role)
  })

  it.each([
    ['att', 'attending'],
    ['peer', 'peer'],
    ['p', 'peer'],
    ['sen', 'senior-student'],
    ['Senior St', 'senior-student'],
    ['fel', 'fellow'],
  ])('the beginning %s is enough for %s', (typed, role) => {
    expect(readRole(typed, ROLES)).toBe(role)
  })

  it('a whole word is no beginning of another', () => {
    expect(readChoice('rest', ['restless', 'rest'], 'season')).toBe('rest')
  })

  it('a beginning of several is refused, and the words are named', () => {
    expect(() => readRole('a', ROLES)).toThrow(
      expect.objectContaining({
        message: 'netmed doesn\'t know the role "a".',
        hint: expect.stringContaining(`One of: ${ROLES.join(', ')}`),
      }),
    )
  })

  it('a slip of the finger is led to the word', () => {
    expect(() => readRole('atending', ROLES)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('Did you mean attending?') }),
    )
  })

  it('what every object has is no word', () => {
    expect(() => readRole('constructor', ROLES)).toThrow(
      'netmed doesn\'t know the role "constructor".',
    )
  })
})

describe('what people call it', () => {
  it.each([
    ['preceptor', 'attending'],
    ['consultant', 'attending'],
    ['physician', 'attending'],
    ['doctor', 'attending'],
    ['intern', 'resident'],
    ['registrar', 'resident'],
    ['pharmacist', 'allied-health'],
    ['therapist', 'allied-health'],
    ['physical therapist', 'allied-health'],
    ['social worker', 'allied-health'],
    ['dietitian', 'allied-health'],
    ['classmate', 'peer'],
    ['friend', 'peer'],
    ['student', 'peer'],
    ['senior', 'senior-student'],
    ['professor', 'faculty'],
    ['PI', 'faculty'],
    ['adviser', 'advisor'],
    ['dean', 'advisor'],
    ['mentor', 'advisor'],
    ['boss', 'employer'],
    ['alumnus', 'alumni'],
    ['alumna', 'alumni'],
    ['alum', 'alumni'],
    ['secretary', 'staff'],
    ['coordinator', 'staff'],
    ['parent', 'family'],
    ['sibling', 'family'],
  ])('the role %s is %s', (typed, role) => {
    expect(readRole(typed, ROLES)).toBe(role)
  })

  it.each([
    ['mail', 'email'],
    ['phone', 'call'],
    ['zoom', 'video'],
    ['text', 'message'],
    ['group chat', 'message'],
    ['congress', 'conference'],
    ['talk', 'lecture'],
    ['rounds', 'rotation'],
    ['interview', 'info-interview'],
    ['shadow', 'shadowing'],
    ['study', 'study-session'],
    ['office hour', 'office-hours'],
    ['volunteering', 'volunteer'],
    ['party', 'social'],
    ['dinner', 'social'],
    ['tea', 'coffee'],
  ])('the occasion %s is %s', (typed, occasion) => {
    expect(readOccasion(typed, OCCASIONS)).toBe(occasion)
  })
})

it.each([
  ['none', 0],
  ['NEVER', 0],
  ['no', 0],
  ['1d', 1],
  ['6w', 42],
  ['3650d', 3650],
  ['weekly', 7],
  ['Monthly', 30],
  ['yearly', 365],
])('the rhythm %s is %i days', (typed, days) => {
  expect(readRhythm(typed)).toBe(days)
})

it.each(['0d', '3651d'])('%s is no rhythm', typed => {
  expect(() => readRhythm(typed)).toThrow(`"${typed}" is not a rhythm.`)
})

it.each([
  ['1950', 1950],
  [' 2099 ', 2099],
])('%s is a year to graduate in', (typed, year) => {
  expect(readGraduationYear(typed)).toBe(year)
})

it.each(['1949', '2100', '28', '20280', "'28"])('%s is no year to graduate in', typed => {
  expect(() => readGraduationYear(typed)).toThrow(`"${typed}" is not a graduation year.`)
})

it.each([
  ['example.org/ana', 'https://example.org/ana'],
  ['http://example.org', 'http://example.org'],
  ['HTTPS://example.org', 'HTTPS://example.org'],
])('the link %s is kept as %s', (typed, link) => {
  expect(readLink(typed)).toBe(link)
})

it.each(['ftp://example.org', 'javascript:alert(1)', 'example', 'https://', 'a b.org'])(
  '%s is no link',
  typed => {
    expect(() => readLink(typed)).toThrow(`"${typed}" is not a link.`)
  },
)

it('an address may stand in angle brackets, and is one address', () => {
  expect(readEmail(' <ana@example.org> ')).toBe('ana@example.org')
  expect(() => readEmail('ana@example.org, bo@example.org')).toThrow('is not an email address.')
})

it('a count is a whole number of up to six digits', () => {
  expect(readCount(' 999999 ', '--most')).toBe(999_999)
  expect(() => readCount('1000000', '--most')).toThrow('--most takes a whole number')
  expect(() => readCount('-1', '--most')).toThrow('--most takes a whole number, not "-1".')
  expect(() => readCount('1.5', '--most')).toThrow('--most takes a whole number')
})

describe('a link', () => {
  it.each([
    ['linkedin.com/in/ana', 'https://linkedin.com/in/ana'],
    ['www.example.org', 'https://www.example.org'],
    [' https://example.org/ana ', 'https://example.org/ana'],
    ['http://example.org', 'http://example.org'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['example.org/ana.', 'https://example.org/ana'],
    ['https://example.org.', 'https://example.org'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['uni-köln.de/ana', 'https://uni-köln.de/ana'],
    ['0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
    ['ORCID: 0000-0002-1694-233X', 'https://orcid.org/0000-0002-1694-233X'],
    ['orcid.org/0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
    ['@ana.bsky.social', 'https://bsky.app/profile/ana.bsky.social'],
    ['ana.bsky.social', 'https://bsky.app/profile/ana.bsky.social'],
    ['@ana@mastodon.social', 'https://mastodon.social/@ana'],
    ['https://mastodon.social/@ana', 'https://mastodon.social/@ana'],
  ])('%s is %s', (text, link) => {
    expect(readLink(text)).toBe(link)
  })

  it.each([
    ['@ana', '"@ana" doesn\'t say which site.'],
    ['@.@bsky.social', '"@.@bsky.social" doesn\'t say which site.'],
    ['@ana.example.org', '"@ana.example.org" doesn\'t say which site.'],
    ['mailto:ana@example.org', '"mailto:ana@example.org" is an email address, not a link.'],
    ['ana@example.org', '"ana@example.org" is an email address, not a link.'],
    ['http:/example.org', '"http:/example.org" is not a link.'],
    ['http//example.org', '"http//example.org" is not a link.'],
    ['https:example.org', '"https:example.org" is not a link.'],
    ['https://', '"https://" is not a link.'],
    ['javascript:alert(1)', '"javascript:alert(1)" is not a link.'],
    [
      'javascript://example.org/%0aalert(1)',
      '"javascript://example.org/%0aalert(1)" is not a link.',
    ],
    ['data:text/html,x', '"data:text/html,x" is not a link.'],
    ['ftp://example.org', '"ftp://example.org" is not a link.'],
    ['https://ana:secret@example.org', '"https://ana:secret@example.org" is not a link.'],
    ['example.org/two words', '"example.org/two words" is not a link.'],
    ['https://example.org/">', '"https://example.org/">" is not a link.'],
    ['ana', '"ana" is not a link.'],
    ['3.5', '"3.5" is not a link.'],
  ])('is not %s', (text, why) => {
    expect(() => readLink(text)).toThrow(why)
  })

  it('that was read reads the same again', () => {
    const part = fc.constantFrom(
      '@',
      'ana',
      '.',
      'org',
      '/',
      ':',
      'https://',
      'bsky.social',
      '-',
      'ü',
    )
    const text = fc.array(part, { minLength: 1, maxLength: 6 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(text, each => {
        const link = attempt(each)
        if (link !== undefined) expect(readLink(link)).toBe(link)
      }),
    )
  })
})

function attempt(text: string): string | undefined {
  try {
    return readLink(text)
  } catch {
    return undefined
  }
}

it.each(['1 month', '2mo', 'monthly', '1y', 'a year'])('%s counts months or years', typed => {
  expect(isInMonths(typed)).toBe(true)
})

it.each(['30d', '6w', 'none', 'weekly', 'a day', '3 days'])('%s counts none', typed => {
  expect(isInMonths(typed)).toBe(false)
})

it('a pair needs somebody and what is said of them', () => {
  expect(readPair('Priya: physiology', 'strength')).toEqual({ who: 'Priya', text: 'physiology' })
  for (const half of ['Priya', 'Priya: ', ' : physiology', ':']) {
    expect(() => readPair(half, 'strength')).toThrow("doesn't say who and what")
  }
})
